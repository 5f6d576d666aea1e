"""What a unit takes home, and how far it has come."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.networks.models import BetweenWork, Step
from sloyfe.cycle.plan.forms.fields import DayField, ResponsibleField, offer
from sloyfe.cycle.plan.models import Goal
from sloyfe.cycle.plan.queries.people import Responsibles
from sloyfe.kit.forms import BilingualField, Form, VersionField
from sloyfe.kit.text import Text

PLAIN = ("title", "what", "with_whom", "bring", "due")


class BetweenForm(Form):
    """The task card."""

    title = BilingualField(label=_("Hva skal dere prøve?"), rows=1, max_length=160)
    what = BilingualField(label=_("Slik gjør dere det"), rows=3, max_length=1000, required=False)
    with_whom = BilingualField(
        label=_("Hvem er med?"),
        rows=1,
        max_length=200,
        required=False,
        help_text=_("Hele personalet, et team, en avdeling."),
    )
    goal = forms.ChoiceField(label=_("Hvorfor? Målet det hører til"), required=False)
    responsible = ResponsibleField()
    due = DayField(label=_("Innen"), required=False)
    bring = BilingualField(
        label=_("Hva tar dere med tilbake?"),
        rows=2,
        max_length=400,
        required=False,
        help_text=_("En fortelling, noe dere har laget, eller et antall. Ingenting som kan peke på et barn."),
    )

    def __init__(
        self, goals: list[Goal], responsibles: Responsibles, work: BetweenWork | None = None, data: Any = None
    ) -> None:
        super().__init__(data, initial=_initial(work) if work else {})
        self.offered = {str(goal.pk): goal for goal in goals}
        self.responsibles = responsibles
        language = get_language() or "nb"
        choices = [(key, goal.wording.read(language)) for key, goal in self.offered.items()]
        offer(self, "goal", [("", _("Ikke knyttet til et mål")), *choices])
        offer(self, "responsible", responsibles.choices())
        if work:
            self.fields["version"] = VersionField(initial=work.version)
        if not goals:
            del self.fields["goal"]

    def said(self) -> dict[str, Any]:
        """What the action takes."""
        given = {name: self.cleaned_data[name] for name in (*PLAIN, "version") if name in self.fields}
        goal = self.offered.get(self.cleaned_data.get("goal", ""))
        return given | {"goal": goal} | self.responsibles.said(self.cleaned_data["responsible"])


class StepForm(Form):
    """How far it has come, and what came of it."""

    step = forms.ChoiceField(label=_("Hvor langt er dere kommet?"), choices=Step.choices, widget=forms.RadioSelect)
    words = BilingualField(
        label=_("Hva kom ut av det?"),
        rows=4,
        max_length=2000,
        required=False,
        help_text=_("Skriv når dere tar det med tilbake. Ingen navn, og ingenting som kan peke på et barn."),
    )

    def clean(self) -> dict[str, Any]:
        """Something is brought back, or nothing is."""
        said = super().clean() or {}
        if said.get("step") == Step.BROUGHT_BACK and not said.get("words"):
            self.add_error("words", _("Skriv hva dere tar med tilbake. Én setning er nok."))
        if said.get("step") and said["step"] != Step.BROUGHT_BACK:
            said["words"] = Text()
        return said


def _initial(work: BetweenWork) -> dict[str, Any]:
    plain = {name: getattr(work, name) for name in PLAIN}
    return plain | {"goal": str(work.goal_id or ""), "responsible": work.responsible_key}
