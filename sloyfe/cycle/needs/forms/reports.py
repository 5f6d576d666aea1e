"""Forms for the needs report."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.needs.content.report import ReportField
from sloyfe.cycle.needs.models import ShareKind
from sloyfe.cycle.partnership.models import Party
from sloyfe.kit.forms import BilingualField, Form, VersionField


class PartyForm(Form):
    """A form that picks one of the parties."""

    party = forms.ChoiceField()
    party_label: Any = _("Part")

    def __init__(self, *args: Any, parties: Sequence[Party], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parties = {str(party.pk): party for party in parties}
        named = [(key, party.organisation.name) for key, party in self.parties.items()]
        self.fields["party"] = forms.ChoiceField(label=self.party_label, choices=named)

    def picked(self) -> Party:
        """The party that was chosen."""
        return self.parties[self.cleaned_data["party"]]


class BeginForm(PartyForm):
    """Whose report, to which county, by which rules."""

    party_label = _("Eier som melder behovet")
    county = forms.CharField(label=_("Fylke"), max_length=60)
    year = forms.IntegerField(label=_("År"), min_value=2020, max_value=2100)
    due_on = forms.DateField(label=_("Frist"), required=False, widget=forms.DateInput({"type": "date"}))
    own_share_percent = forms.IntegerField(
        label=_("Egenandel i prosent av tildelingen"),
        min_value=1,
        max_value=100,
        required=False,
        help_text=_("La stå tomt når fylket ikke krever egenandel."),
    )


class FieldForm(Form):
    """One field of the report."""

    words = BilingualField(rows=8, max_length=6000, required=False)
    version = VersionField()

    def __init__(self, *args: Any, field: ReportField, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = get_language() or "nb"
        rows = 8 if field.is_long else 1
        self.fields["words"] = BilingualField(
            label=field.label.read(language),
            help_text=field.help.read(language),
            rows=rows,
            max_length=6000,
            required=False,
        )


class AwardForm(Form):
    """What the county gave."""

    amount = forms.IntegerField(label=_("Tildelt beløp i kroner"), min_value=1, max_value=1_000_000_000)
    awarded_on = forms.DateField(label=_("Tildelt dato"), widget=forms.DateInput({"type": "date"}))
    reference = forms.CharField(label=_("Saksnummer"), max_length=80, required=False)


class OwnShareForm(PartyForm):
    """What a party brings along."""

    kind = forms.ChoiceField(label=_("Hva slags"), choices=ShareKind.choices)
    amount = forms.IntegerField(label=_("Verdi i kroner"), min_value=1, max_value=1_000_000_000)
    note = forms.CharField(label=_("Merknad"), max_length=200, required=False)
