"""Wording goals and signs, and settling how a goal is measured."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.needs.models import Priority
from sloyfe.cycle.plan.forms.fields import offer
from sloyfe.cycle.plan.models import Goal, GoalKind, Sign
from sloyfe.cycle.plan.queries.indicators import Measurable
from sloyfe.kit.forms import BilingualField, Form, VersionField

NOT_MEASURED = "not_measured"


class GoalForm(Form):
    """What we want to see."""

    priority = forms.ChoiceField(label=_("Prioritert behov som målet kommer fra"), widget=forms.RadioSelect)
    kind = forms.ChoiceField(
        label=_("Hva slags mål?"),
        choices=GoalKind.choices,
        widget=forms.RadioSelect,
        help_text=_(
            "Et effektmål sier hva barn og elever skal merke. Et prosessmål sier hva de voksne gjør for å komme dit."
        ),
    )
    wording = BilingualField(
        label=_("Målet"), rows=3, max_length=600, help_text=_("Skriv det slik det er når dere har nådd det.")
    )

    def __init__(self, priorities: list[Priority], goal: Goal | None = None, data: Any = None) -> None:
        initial = {"wording": goal.wording, "kind": goal.kind, "priority": str(goal.priority_id)} if goal else {}
        if goal is None and len(priorities) == 1:
            initial = {"priority": str(priorities[0].pk)}
        super().__init__(data, initial=initial)
        self.priorities = {str(each.pk): each for each in priorities}
        language = get_language() or "nb"
        choices = [(key, f"{each.rank}. {each.need.wording.read(language)}") for key, each in self.priorities.items()]
        offer(self, "priority", choices)
        if goal:
            self.fields["version"] = VersionField(initial=goal.version)

    def said(self) -> dict[str, Any]:
        """What the action takes."""
        said = {name: self.cleaned_data[name] for name in self.fields if name != "priority"}
        return said | {"priority": self.priorities[self.cleaned_data["priority"]]}


class SignForm(Form):
    """Something one can see or hear."""

    words = BilingualField(label=_("Tegn"), rows=2, max_length=400, help_text=_("Noe dere kan se eller høre."))

    def __init__(self, sign: Sign | None = None, data: Any = None) -> None:
        super().__init__(data, initial={"words": sign.words} if sign else {})
        if sign:
            self.fields["version"] = VersionField(initial=sign.version)


class MeasurementForm(Form):
    """One survey item, or in so many words none."""

    indicator = forms.ChoiceField(
        label=_("Hvordan følges målet?"),
        widget=forms.RadioSelect,
        help_text=_("Det samme spørsmålet stilles igjen, ord for ord, når dere evaluerer."),
    )
    reason = BilingualField(
        label=_("Hvorfor måles det ikke?"),
        rows=2,
        max_length=600,
        required=False,
        help_text=_("Fylles bare ut når målet ikke skal måles. Skriv gjerne hva dere ser etter i stedet."),
    )
    version = VersionField()

    def __init__(self, goal: Goal, measurables: list[Measurable], data: Any = None) -> None:
        unmeasured = getattr(goal, "not_measured", None)
        chosen = f"{goal.indicator.instrument}:{goal.indicator.item}" if goal.indicator else ""
        initial = {
            "indicator": NOT_MEASURED if unmeasured else chosen,
            "reason": unmeasured.reason if unmeasured else None,
            "version": goal.version,
        }
        super().__init__(data, initial=initial)
        self.measurables = {each.key: each for each in measurables}
        language = get_language() or "nb"
        choices = [(key, each.wording.read(language)) for key, each in self.measurables.items()]
        offer(self, "indicator", [*choices, (NOT_MEASURED, _("Målet skal ikke måles"))])

    def clean(self) -> dict[str, Any]:
        """Not measuring needs a reason."""
        said = super().clean() or {}
        if said.get("indicator") == NOT_MEASURED and not said.get("reason"):
            self.add_error("reason", _("Skriv hvorfor målet ikke skal måles."))
        return said

    @property
    def measurable(self) -> Measurable | None:
        """The item that was chosen, or none."""
        return self.measurables.get(self.cleaned_data["indicator"])
