"""Opening the door of a meeting, and coming in through it."""

import secrets
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sloyfe.access.models import Space
from sloyfe.cycle.meetings.content import aliases
from sloyfe.cycle.meetings.models import Naming, Occupation
from sloyfe.kit.forms import Form, WordsField
from sloyfe.people.actions import normalise_code


class DoorForm(Form):
    """What people are called."""

    naming = forms.ChoiceField(
        label=_("Hva skal deltakerne kalle seg?"),
        choices=Naming.choices,
        initial=Naming.NAME,
        widget=forms.RadioSelect,
        help_text=_("Med kallenavn får hver deltaker et forslag, for eksempel en fugl. Ingen ser hvem som er hvem."),
    )
    asks_role = forms.BooleanField(
        label=_("Spør hva deltakerne arbeider som"),
        required=False,
        help_text=_("Da blandes gruppene bedre. Deltakerne kan hoppe over spørsmålet."),
    )


class CodeForm(Form):
    """The code from the wall."""

    code = forms.CharField(
        label=_("Møtekode"),
        max_length=20,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "class": "code-box"}),
    )

    control = forms.CharField(
        label=_("Kontrolltall"),
        max_length=4,
        help_text=_("Fire sifre som står under koden på veggen. Vi spør fordi noen prøver mange koder akkurat nå."),
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )

    def __init__(self, data: Any = None, *, asks_control: bool = False) -> None:
        super().__init__(data)
        if not asks_control:
            del self.fields["control"]

    def clean_code(self) -> str:
        """Spaces between the digits do not matter."""
        return normalise_code(self.cleaned_data["code"])


class ComeInForm(Form):
    """What to be called, and from where one comes."""

    name = WordsField(max_length=60, widget=forms.TextInput({"autocomplete": "off"}))
    place = forms.ChoiceField(label=_("Hvor kommer du fra?"), required=False)
    role = forms.ChoiceField(
        label=_("Hva arbeider du som?"),
        required=False,
        choices=[("", _("Ikke oppgitt")), *Occupation.choices],
        help_text=_("Brukes bare til å blande gruppene. Du kan hoppe over."),
    )

    def __init__(self, naming: str, places: Sequence[Space], data: Any = None, *, asks_role: bool = False) -> None:
        super().__init__(data)
        self.places = {str(place.pk): place for place in places}
        field, name = self.fields["place"], self.fields["name"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", _("Ikke oppgitt")), *((key, place.title) for key, place in self.places.items())]
        if len(self.places) < 2:
            del self.fields["place"]
        if not asks_role:
            del self.fields["role"]
        name.label = _("Kallenavn") if naming == Naming.PSEUDONYM else _("Navnet ditt")
        if naming == Naming.PSEUDONYM:
            name.initial = secrets.choice(aliases(get_language() or "nb"))
            name.help_text = _("Bruk forslaget, eller finn på noe annet enn ditt eget navn.")
        else:
            name.help_text = _("Fornavnet er nok. Bare den som leder møtet, og gruppa di ser det.")

    def clean_name(self) -> str:
        """Something that can be read and said aloud."""
        name: str = self.cleaned_data["name"]
        if not any(sign.isalnum() for sign in name):
            raise forms.ValidationError(_("Skriv et navn med minst én bokstav eller ett tall."))
        return name

    def from_where(self) -> Space | None:
        """The place, if one was said; the only one there is goes without saying."""
        if len(self.places) == 1:
            return next(iter(self.places.values()))
        return self.places.get(self.cleaned_data.get("place", ""))

    def works_as(self) -> str:
        """What they do, if they were asked and said it."""
        role: str = self.cleaned_data.get("role", "")
        return role


class PressForm(Form):
    """A press of whoever leads, and what their page showed."""

    seen = forms.CharField(required=False, max_length=20)
    minutes = forms.IntegerField(required=False, min_value=1, max_value=60)
    phase = forms.UUIDField(required=False)


class NoteForm(Form):
    """One's own words."""

    words = forms.CharField(
        label=_("Dine notater"),
        max_length=4000,
        required=False,
        widget=forms.Textarea({"rows": 6, "autocomplete": "off"}),
    )
    after = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    def join(self, stored: str, version: int) -> None:
        """Both texts in the box, to be saved on top of what is stored."""
        both = f"{stored}\n\n{self.cleaned_data['words']}"
        self.data = {name: self.data.get(name) for name in self.data} | {"words": both, "after": version}
