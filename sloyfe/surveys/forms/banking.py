"""Searching the bank, and saying where in the questionnaire the questions go."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sloyfe.kit.forms import Form
from sloyfe.surveys import content
from sloyfe.surveys.forms.building import sections_of
from sloyfe.surveys.models import Audience, Instrument


class SearchForm(Form):
    """Words, and what the sets are found by; anything may be left out."""

    ord = forms.CharField(label=_("Søk"), required=False, max_length=80)
    tema = forms.ChoiceField(label=_("Tema"), required=False)
    stasjon = forms.ChoiceField(label=_("Stasjon"), required=False)
    gruppe = forms.ChoiceField(label=_("Hvem spørres"), required=False, choices=[("", _("Alle")), *Audience.choices])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or "nb"
        for name, label in (("tema", "theme"), ("stasjon", "station")):
            field = self.fields[name]
            if isinstance(field, forms.ChoiceField):
                found = [(one.key, one.text.read(language)) for one in content.bank_labels(label)]
                field.choices = [("", _("Alle")), *found]

    def asked(self) -> dict[str, str]:
        """What is looked for; nothing where the form was not sent or is wrong."""
        told = self.cleaned_data if self.is_bound and self.is_valid() else {}
        names = {"words": "ord", "theme": "tema", "station": "stasjon", "audience": "gruppe"}
        return {ours: told.get(theirs, "") for ours, theirs in names.items()}


class TakeForm(Form):
    """Which part the questions go into."""

    section = forms.ChoiceField(label=_("Legg spørsmålene i delen"))

    def __init__(self, *args: Any, instrument: Instrument, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["section"]
        if isinstance(field, forms.ChoiceField):
            field.choices = sections_of(instrument)
