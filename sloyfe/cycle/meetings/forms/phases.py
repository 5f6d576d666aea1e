"""One phase of a meeting, and the buttons beside it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.meetings.actions.phases import LEAST, MOST
from sloyfe.cycle.meetings.forms.words import FORMS
from sloyfe.cycle.meetings.models import MeetingPhase
from sloyfe.cycle.meetings.scripts import Form as Doing
from sloyfe.cycle.meetings.scripts import Grouping, Output
from sloyfe.kit.forms import BilingualField, Form, VersionField

PLAIN = ("title", "form", "minutes", "task", "help")
SEATED = {Doing.PAIR: [2, 2, 3], Doing.GROUP: [3, 4, 6], Doing.HOME: [2, 5, 8]}
LEAVES = {Doing.INDIVIDUAL: Output.NOTES, Doing.PLENARY: "", Doing.BREAK: ""}


class PhaseForm(Form):
    """What people do, for how long, and the words for it."""

    title = BilingualField(label=_("Navn på fasen"), rows=1, max_length=120)
    form = forms.ChoiceField(
        label=_("Hvordan arbeider dere?"), choices=[(form.value, words) for form, words in FORMS.items()]
    )
    minutes = forms.IntegerField(label=_("Minutter"), min_value=LEAST, max_value=MOST)
    task = BilingualField(label=_("Til deltakerne"), rows=3, max_length=4000, required=False)
    help = BilingualField(label=_("Til deg som leder"), rows=3, max_length=1200, required=False)

    def __init__(self, phase: MeetingPhase | None, data: Any = None) -> None:
        stood = {name: getattr(phase, name) for name in PLAIN} if phase else {"minutes": 10, "form": Doing.GROUP.value}
        super().__init__(data, initial=stood)
        self.phase = phase
        if phase:
            self.fields["version"] = VersionField(initial=phase.version)

    def said(self) -> dict[str, Any]:
        """What the action takes; another way of working brings its own seating and result."""
        said = {name: self.cleaned_data[name] for name in self.fields}
        if self.phase and self.phase.form == said["form"]:
            return said
        doing = Doing(said["form"])
        size = SEATED.get(doing)
        grouping = Grouping.HOME if doing is Doing.HOME else Grouping.MIXED if size else Grouping.NONE
        left = LEAVES.get(doing, Output.POINTS)
        return said | {"size": size, "grouping": grouping, "groups_from": "", "roles": [], "rules": [], "output": left}


class StretchForm(Form):
    """So many minutes more or less."""

    minutes = forms.IntegerField(min_value=-60, max_value=60)


class MoveForm(Form):
    """Earlier or later."""

    steps = forms.TypedChoiceField(choices=[("-1", "-1"), ("1", "1")], coerce=int)
