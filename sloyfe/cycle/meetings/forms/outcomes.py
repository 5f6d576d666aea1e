"""Short forms, filled in beforehand, that take a point or a decision to the parties and the units."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.meetings.actions.decisions import decide
from sloyfe.cycle.meetings.forms.recording import FurtherForm, Maker
from sloyfe.cycle.meetings.models import Meeting
from sloyfe.cycle.networks.actions.between import take_on
from sloyfe.cycle.partnership.actions.expectations import agree_expectation, state_expectation
from sloyfe.cycle.partnership.models import Expectation, Party
from sloyfe.cycle.plan.forms.fields import DayField, ResponsibleField, offer
from sloyfe.cycle.plan.queries.people import Responsibles
from sloyfe.kit.forms import BilingualField
from sloyfe.kit.text import Text
from sloyfe.people.models import Person


class ExpectationForm(FurtherForm):
    """What one party expects of another, agreed on in the meeting."""

    by_party = forms.ChoiceField(label=_("Forventning fra"))
    of_party = forms.ChoiceField(label=_("Forventning til"))
    words = BilingualField(label=_("Hva er dere enige om?"), rows=3, max_length=1000)
    who = forms.CharField(label=_("Hvem var med?"), max_length=200, help_text=_("Roller fra begge parter er nok."))

    def __init__(self, words: Text, mine: Sequence[Party], everyone: Sequence[Party], data: Any = None) -> None:
        super().__init__(data)
        self.fields["words"].initial = words
        self.mine = {str(party.pk) for party in mine}
        self.everyone = {str(party.pk): party for party in everyone}
        choices = [(key, party.organisation.name) for key, party in self.everyone.items()]
        offer(self, "by_party", choices)
        offer(self, "of_party", choices)

    def clean(self) -> dict[str, Any]:
        """One speaks for at least one of the ends."""
        said = super().clean() or {}
        ends = {said.get("by_party"), said.get("of_party")}
        if None not in ends and not ends & self.mine:
            self.add_error(None, _("Velg din egen part i den ene enden."))
        return said

    def maker(self, meeting: Meeting, *, by: Person, at: datetime) -> Maker:
        """Stated and agreed in one."""
        said = self.cleaned_data

        def make() -> Expectation:
            ends = {name: self.everyone[said[name]] for name in ("by_party", "of_party")}
            row = state_expectation(meeting.round, words=said["words"], by=by, at=at, **ends)
            agree_expectation(row, on=meeting.on, who=said["who"], by=by, at=at)
            return row

        return make


class WorkForm(FurtherForm):
    """What a unit takes home."""

    unit = forms.ChoiceField(label=_("Hvilken enhet?"))
    title = BilingualField(label=_("Hva skal prøves?"), rows=1, max_length=160)
    with_whom = BilingualField(label=_("Hvem er med?"), rows=1, max_length=200, required=False)
    due = DayField(label=_("Innen"), required=False)
    bring = BilingualField(
        label=_("Hva tas med tilbake?"),
        rows=1,
        max_length=400,
        required=False,
        help_text=_("Ingenting som kan peke på et barn."),
    )

    def __init__(self, words: Text, units: Sequence[Party], data: Any = None) -> None:
        super().__init__(data)
        self.units = {str(unit.pk): unit for unit in units}
        offer(self, "unit", [(key, unit.organisation.name) for key, unit in self.units.items()])
        short = {language: said[:160] for language, said in words.entries.items()}
        self.fields["title"].initial = Text.of(**short, source=words.source)

    def maker(self, meeting: Meeting, *, by: Person, at: datetime) -> Maker:
        """Among the unit's work between gatherings."""
        said = {name: self.cleaned_data[name] for name in ("title", "with_whom", "due", "bring")}
        return lambda: take_on(meeting.round, self._unit(), by=by, at=at, **said)

    def same(self) -> dict[str, Any]:
        """One point may go home with several units."""
        return {"work__unit": self._unit()}

    def _unit(self) -> Party:
        return self.units[self.cleaned_data["unit"]]


class DecideForm(FurtherForm):
    """Who does it, and by when."""

    what = BilingualField(label=_("Hva skal gjøres?"), rows=1, max_length=160)
    responsible = ResponsibleField()
    due = DayField(label=_("Innen"), required=False)

    def __init__(self, words: Text, responsibles: Responsibles, data: Any = None) -> None:
        super().__init__(data)
        self.responsibles = responsibles
        offer(self, "responsible", responsibles.choices())
        short = {language: said[:160] for language, said in words.entries.items()}
        self.fields["what"].initial = Text.of(**short, source=words.source)

    def maker(self, meeting: Meeting, *, by: Person, at: datetime) -> Maker:
        """A decision of the meeting."""
        said = {name: self.cleaned_data[name] for name in ("what", "due")}
        said |= self.responsibles.said(self.cleaned_data["responsible"])
        return lambda: decide(meeting, by=by, at=at, **said)
