"""Planning a measure."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.plan.forms.fields import DayField, FreedomField, ResponsibleField, offer
from sloyfe.cycle.plan.models import Goal, Measure
from sloyfe.cycle.plan.queries.people import Responsibles
from sloyfe.kit.forms import BilingualField, Form, VersionField

PLAIN = ("title", "what", "starts", "ends", "resources", "hours", "freedom", "version")


class MeasureForm(Form):
    """Who does what, from when to when."""

    title = BilingualField(label=_("Tiltak"), rows=1, max_length=160)
    what = BilingualField(label=_("Hva skal gjøres?"), rows=4, required=False)
    goals = forms.MultipleChoiceField(
        label=_("Mål som tiltaket hører til"), widget=forms.CheckboxSelectMultiple, required=False
    )
    responsible = ResponsibleField()
    starts = DayField(label=_("Fra"), required=False)
    ends = DayField(label=_("Til"), required=False)
    hours = forms.DecimalField(
        label=_("Timer til sammen"),
        required=False,
        min_value=0,
        max_value=20_000,
        max_digits=6,
        decimal_places=1,
        localize=True,
        widget=forms.TextInput({"inputmode": "decimal"}),
    )
    resources = BilingualField(
        label=_("Ressurser"),
        rows=2,
        max_length=600,
        required=False,
        help_text=_("Vikar, penger, lokaler, fagstoff: det som må være på plass."),
    )
    freedom = FreedomField()

    def __init__(
        self,
        goals: list[Goal],
        responsibles: Responsibles,
        measure: Measure | None = None,
        data: Any = None,
        *,
        of_unit: bool = False,
    ) -> None:
        super().__init__(data, initial=_initial(measure) if measure else {})
        self.offered = {str(goal.pk): goal for goal in goals}
        self.responsibles = responsibles
        language = get_language() or "nb"
        offer(self, "goals", [(key, goal.wording.read(language)) for key, goal in self.offered.items()])
        offer(self, "responsible", responsibles.choices())
        if measure:
            self.fields["version"] = VersionField(initial=measure.version)
        if of_unit:
            del self.fields["freedom"]
        if not goals:
            del self.fields["goals"]

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        said = super().clean() or {}
        starts, ends = said.get("starts"), said.get("ends")
        if starts and ends and ends < starts:
            self.add_error("ends", _("Tiltaket slutter før det begynner."))
        return said

    def said(self) -> dict[str, Any]:
        """What the action takes."""
        said = {name: self.cleaned_data[name] for name in PLAIN if name in self.fields}
        goals = [self.offered[key] for key in self.cleaned_data.get("goals", ())]
        return said | {"goals": goals} | self.responsibles.said(self.cleaned_data["responsible"])


def _initial(measure: Measure) -> dict[str, Any]:
    plain = {name: getattr(measure, name) for name in PLAIN if name != "version"}
    goals = [str(goal.pk) for goal in measure.goals.all()]
    return plain | {"goals": goals, "responsible": measure.responsible_key}
