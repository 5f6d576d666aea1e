"""Forms for opening, giving points and settling the order."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.needs.actions.deciding import Choice
from sloyfe.cycle.needs.actions.prioritisation import Gift
from sloyfe.cycle.needs.models import Need, Points, RoleGroup
from sloyfe.kit.forms import BilingualField, Form


class OpenForm(Form):
    """Who gives how many points, until when."""

    points_each = forms.IntegerField(label=_("Poeng til hver"), min_value=3, max_value=20, initial=5)
    groups = forms.MultipleChoiceField(
        label=_("Hvem fordeler poeng?"),
        choices=RoleGroup.choices,
        widget=forms.CheckboxSelectMultiple,
        initial=[group.value for group in RoleGroup],
    )
    closes_on = forms.DateField(label=_("Åpent til og med"), widget=forms.DateInput({"type": "date"}))


class PointsForm(Form):
    """A number and a reason for each need."""

    def __init__(self, *args: Any, needs: Sequence[Need], most: int, own: dict[str, Points], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.needs = needs
        for need in needs:
            before = own.get(str(need.pk))
            number = forms.NumberInput({"inputmode": "numeric", "min": 0, "max": most})
            self.fields[f"points_{need.pk.hex}"] = forms.IntegerField(
                label=_("Poeng"), min_value=0, required=False, initial=before.points if before else None, widget=number
            )
            self.fields[f"reason_{need.pk.hex}"] = forms.CharField(
                label=_("Hvorfor?"),
                max_length=400,
                required=False,
                initial=before.reason if before else "",
                widget=forms.Textarea({"rows": 2}),
            )

    def rows(self) -> list[tuple[Need, Any, Any]]:
        """Each need with its two boxes."""
        return [(need, self[f"points_{need.pk.hex}"], self[f"reason_{need.pk.hex}"]) for need in self.needs]

    def gifts(self) -> list[Gift]:
        """What was given."""
        data = self.cleaned_data
        return [Gift(need.pk, data[f"points_{need.pk.hex}"] or 0, data[f"reason_{need.pk.hex}"]) for need in self.needs]


class DecisionForm(Form):
    """A place in the order and the grounds, for each need that is chosen."""

    deviation = BilingualField(
        label=_("Hvorfor en annen rekkefølge?"),
        rows=3,
        max_length=1000,
        required=False,
        help_text=_("Fylles ut bare når dere velger en annen rekkefølge enn poengene ga."),
    )

    def __init__(self, *args: Any, needs: Sequence[Need], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.needs = needs
        for place, need in enumerate(needs, 1):
            self.fields[f"rank_{need.pk.hex}"] = forms.IntegerField(
                label=_("Plass"), min_value=1, max_value=len(needs), required=False, initial=place
            )
            self.fields[f"grounds_{need.pk.hex}"] = BilingualField(
                label=_("Begrunnelse"), rows=2, max_length=1000, required=False
            )

    def rows(self) -> list[tuple[Need, Any, Any]]:
        """Each need with its boxes."""
        return [(need, self[f"rank_{need.pk.hex}"], self[f"grounds_{need.pk.hex}"]) for need in self.needs]

    def choices(self) -> list[Choice]:
        """The needs that got a place."""
        data = self.cleaned_data
        return [
            Choice(need, data[f"rank_{need.pk.hex}"], data[f"grounds_{need.pk.hex}"])
            for need in self.needs
            if data[f"rank_{need.pk.hex}"]
        ]
