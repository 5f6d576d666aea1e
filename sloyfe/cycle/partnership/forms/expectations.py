"""Input about expectations and involvement."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.partnership.forms.fields import PartyField, day_field
from sloyfe.cycle.partnership.models import InvolvedGroup, InvolvedHow, Party
from sloyfe.kit.forms import BilingualField, Form, VersionField


class ExpectationForm(Form):
    """What one party expects of another."""

    words = BilingualField(label=_("Hva forventer dere?"), rows=3, max_length=1000)

    def __init__(self, *args: object, mine: Iterable[Party], everyone: Iterable[Party], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django takes them
        self.fields["by_party"] = PartyField(mine, label=_("Forventning fra"))
        self.fields["of_party"] = PartyField(everyone, label=_("Forventning til"))
        self.order_fields(["by_party", "of_party", "words"])


class RewordForm(Form):
    """The same expectation in other words."""

    words = BilingualField(label=_("Hva forventer dere?"), rows=3, max_length=1000)
    version = VersionField()


class AgreeForm(Form):
    """When it was talked through, and by whom."""

    on = day_field(label=_("Når ble det avklart?"))
    who = forms.CharField(label=_("Hvem var med?"), max_length=200, help_text=_("Navn eller roller fra begge parter."))


class InvolvementForm(Form):
    """Who took part, when, how, and what they said."""

    group = forms.ChoiceField(label=_("Gruppe"), choices=InvolvedGroup)
    who = forms.CharField(
        label=_("Hvem var med?"),
        max_length=200,
        help_text=_("For tillitsvalgte: navn og organisasjon. For barn og elever: bare gruppa, aldri navn."),
    )
    on = day_field(label=_("Dato"))
    how = forms.ChoiceField(label=_("Hvordan"), choices=InvolvedHow)
    remark = forms.CharField(
        label=_("Merknad"),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Hva de mente, og hva dere gjorde med det. Ingen opplysninger om enkeltbarn."),
    )

    def __init__(self, *args: object, parties: Iterable[Party], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django takes them
        self.fields["party"] = PartyField(parties, label=_("Hos"), required=False, empty=_("Hele partnerskapet"))
        self.order_fields(["group", "party", "who", "on", "how", "remark"])
