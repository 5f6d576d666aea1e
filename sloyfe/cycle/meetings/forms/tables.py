"""What a table takes home, and an objection that waits."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.meetings.models.points import LONGEST
from sloyfe.cycle.partnership.models import Party
from sloyfe.cycle.plan.forms.fields import DayField, offer
from sloyfe.kit.forms import Form, WordsField


class NamedForm(Form):
    """The browser names the row, so that the same press twice is one row."""

    name = forms.UUIDField(widget=forms.HiddenInput, initial=uuid4, required=False)

    def clean_name(self) -> object:
        """A browser that sends no name gets one."""
        return self.cleaned_data["name"] or uuid4()


class TableTaskForm(NamedForm):
    """What, who, when, and what to bring."""

    words = WordsField(label=_("Hva skal dere gjøre?"), max_length=160, widget=forms.TextInput({"autocomplete": "off"}))
    who = WordsField(label=_("Hvem?"), max_length=160, required=False, widget=forms.TextInput({"autocomplete": "off"}))
    due = DayField(label=_("Innen"), required=False)
    bring = WordsField(
        label=_("Hva tar dere med tilbake?"),
        max_length=LONGEST,
        required=False,
        help_text=_("Ingenting som kan peke på et barn."),
        widget=forms.TextInput({"autocomplete": "off"}),
    )


class ObjectionForm(NamedForm):
    """One objection at a time."""

    words = WordsField(
        label=_("Parker en innvending"),
        max_length=LONGEST,
        help_text=_("Den ligger gjemt til ideene er samlet. Da ser bordet den, uten navn."),
        widget=forms.TextInput({"autocomplete": "off"}),
    )


class HomeForm(Form):
    """Which unit a task goes home with, where the table does not say it."""

    unit = forms.ChoiceField(label=_("Enhet"))

    def __init__(self, units: Sequence[Party], data: Any = None) -> None:
        super().__init__(data)
        self.units = {str(unit.pk): unit for unit in units}
        offer(self, "unit", [(key, unit.organisation.name) for key, unit in self.units.items()])

    def chosen(self) -> Party:
        """The unit itself."""
        return self.units[self.cleaned_data["unit"]]
