"""What was decided, who does it, and by when."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.meetings.forms.tables import NamedForm
from sloyfe.cycle.plan.forms.fields import DayField, ResponsibleField, offer
from sloyfe.cycle.plan.queries.people import Responsibles
from sloyfe.kit.forms import BilingualField


class DecisionForm(NamedForm):
    """Who does what by when."""

    what = BilingualField(label=_("Hva skal gjøres?"), rows=1, max_length=160)
    responsible = ResponsibleField()
    due = DayField(label=_("Innen"), required=False)

    def __init__(self, responsibles: Responsibles, data: Any = None) -> None:
        super().__init__(data)
        self.responsibles = responsibles
        offer(self, "responsible", responsibles.choices())

    def said(self) -> dict[str, Any]:
        """What the action takes."""
        given = {name: self.cleaned_data[name] for name in ("name", "what", "due")}
        return given | self.responsibles.said(self.cleaned_data["responsible"])
