"""The whole script of a meeting in one form: a line for each phase, and the button that was pressed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.meetings.actions.phases import LEAST, MOST
from sloyfe.cycle.meetings.content.blocks import blocks
from sloyfe.cycle.meetings.forms.phases import LEAVES, SEATED
from sloyfe.cycle.meetings.forms.words import FORMS, GROUPINGS, MATERIALS, ROLES
from sloyfe.cycle.meetings.models import Meeting, MeetingPhase, Part
from sloyfe.cycle.meetings.queries.groups import TOGETHER
from sloyfe.cycle.meetings.scripts import Form as Doing
from sloyfe.cycle.meetings.scripts import Grouping, GroupRole, Material, Output
from sloyfe.cycle.plan.forms.fields import offer
from sloyfe.kit.forms import BilingualField, BilingualWidget, Form

HOUR, DAY = 60, 600
FEWEST, LARGEST = 2, 12
NAMES = ("title", "form", "minutes", "part", "grouping", "roles", "material", "task", "help")


@dataclass(frozen=True)
class Box:
    """One language of the title."""

    language: str
    name: str
    id: str
    value: str


class LineForm(Form):
    """One phase, in the line where it stands."""

    title = BilingualField(label=_("Navn på fasen"), rows=1, max_length=120)
    form = forms.ChoiceField(label=_("Form"), choices=[(form.value, words) for form, words in FORMS.items()])
    minutes = forms.IntegerField(label=_("Minutter"), min_value=LEAST, max_value=MOST)
    part = forms.ChoiceField(label=_("Del"), choices=Part.choices)
    grouping = forms.ChoiceField(
        label=_("Gruppering"), choices=[(each.value, GROUPINGS[each] or _("ingen grupper")) for each in Grouping]
    )
    seated = forms.IntegerField(label=_("Antall i hver gruppe"), required=False, min_value=FEWEST, max_value=LARGEST)
    roles = forms.MultipleChoiceField(
        label=_("Roller som trekkes"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(each.value, ROLES[each]) for each in GroupRole],
    )
    material = forms.ChoiceField(
        label=_("Det som legges fram"),
        required=False,
        choices=[("", _("ingenting")), *((each.value, MATERIALS[each]) for each in Material)],
    )
    task = BilingualField(label=_("Til deltakerne"), rows=2, max_length=4000, required=False)
    help = BilingualField(label=_("Til deg som leder"), rows=2, max_length=1200, required=False)

    def __init__(self, phase: MeetingPhase, data: Any = None) -> None:
        stood = {name: getattr(phase, name) for name in NAMES} | {"seated": phase.size[1] if phase.size else None}
        super().__init__(data, prefix=f"f{phase.pk.hex}", initial=stood)
        self.phase = phase

    @property
    def boxes(self) -> list[Box]:
        """The title in the reader's language first."""
        field, widget = self["title"], BilingualWidget(rows=1)
        value = field.value()
        words = value if isinstance(value, list) else widget.decompress(value)
        first = "nn" if get_language() == "nn" else "nb"
        known = dict(zip(("nb", "nn"), words, strict=True))
        return [
            Box(language, f"{field.html_name}_{language}", f"{field.auto_id}_{language}", known[language] or "")
            for language in (first, "nb" if first == "nn" else "nn")
        ]

    def said(self) -> dict[str, Any]:
        """What the action writes; another way of working brings its own seating and result."""
        said = {name: self.cleaned_data[name] for name in NAMES}
        doing = Doing(said["form"])
        if said["form"] != self.phase.form:
            said |= {"rules": [], "output": LEAVES.get(doing, Output.POINTS), "size": SEATED.get(doing)}
        if doing not in TOGETHER:
            return said | {"grouping": Grouping.NONE.value, "groups_from": "", "roles": []}
        wanted = self.cleaned_data["seated"]
        if wanted and "seated" in self.changed_data:
            least, _usual, most = said.get("size") or self.phase.size or (wanted,) * 3
            said["size"] = [min(least, wanted), wanted, max(most, wanted)]
        if said["grouping"] == Grouping.NONE:
            said["grouping"] = (Grouping.HOME if doing is Doing.HOME else Grouping.MIXED).value
        if said["grouping"] != self.phase.grouping:
            said["groups_from"] = ""
        return said


class ScriptForm(Form):
    """What was pressed, in which order the lines stood, and what the page had shown."""

    seen = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)
    order = forms.CharField(required=False, max_length=8000, widget=forms.HiddenInput)
    press = forms.CharField(required=False, max_length=60)
    block = forms.ChoiceField(label=_("Legg til"), required=False)
    whole = forms.IntegerField(label=_("Minutter i alt"), required=False, min_value=LEAST, max_value=DAY, initial=HOUR)

    def __init__(self, meeting: Meeting, seen: str, data: Mapping[str, Any] | None = None) -> None:
        phases = list(meeting.phases.all())
        self.lines = [LineForm(phase, data) for phase in phases]
        order = ",".join(phase.pk.hex for phase in phases)
        super().__init__(data, initial={"seen": seen, "order": order, "whole": HOUR})
        language = get_language() or "nb"
        offer(self, "block", [(each.key, each.title.read(language)) for each in blocks()])

    def all_valid(self) -> bool:
        """Every line, and the form around them."""
        return all([self.is_valid(), *(line.is_valid() for line in self.lines if self.is_bound)])

    @property
    def status_code(self) -> int:
        """A line that is wrong is as wrong as the whole."""
        wrong = self.is_bound and any(line.errors for line in self.lines)
        return 422 if wrong else super().status_code

    @cached_property
    def pressed(self) -> tuple[str, MeetingPhase | None]:
        """The name of the button, and the phase that it stands beside."""
        name, _colon, key = self.cleaned_data["press"].partition(":")
        return name, next((line.phase for line in self.lines if line.phase.pk.hex == key), None)

    def ordered(self) -> list[LineForm]:
        """The lines as the page had them; those it does not name stay where they are, last."""
        wanted = self.cleaned_data["order"].split(",")
        place = {key: number for number, key in enumerate(wanted)}
        return sorted(self.lines, key=lambda line: place.get(line.phase.pk.hex, len(wanted)))

    def row_keys(self) -> list[UUID]:
        """The same as names of rows."""
        return [line.phase.pk for line in self.ordered()]
