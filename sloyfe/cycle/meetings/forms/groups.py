"""Moving somebody to another table."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.meetings.models import Attendee, Group
from sloyfe.cycle.meetings.queries.groups import Table
from sloyfe.cycle.plan.forms.fields import offer
from sloyfe.kit.forms import Form


class MoveForm(Form):
    """Who, and where to."""

    who = forms.ChoiceField(label=_("Hvem skal flytte?"))
    to = forms.ChoiceField(label=_("Til bord"))

    def __init__(self, tables: Sequence[Table], unseated: Sequence[Attendee], data: Any = None) -> None:
        super().__init__(data)
        seated = [each for table in tables for each in table.people]
        self.people = {str(each.pk): each for each in (*unseated, *seated)}
        self.groups = {str(table.group.pk): table.group for table in tables}
        offer(self, "who", [(key, each.name) for key, each in self.people.items()])
        offer(self, "to", [(key, group.number) for key, group in self.groups.items()])

    def chosen(self) -> tuple[Attendee, Group]:
        """The rows themselves."""
        return self.people[self.cleaned_data["who"]], self.groups[self.cleaned_data["to"]]
