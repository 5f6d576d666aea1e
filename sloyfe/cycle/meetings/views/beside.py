"""What lies beside the phase on the page of those who are in."""

from typing import Any

from sloyfe.cycle.meetings.forms.priorities import dots_form
from sloyfe.cycle.meetings.forms.tables import ObjectionForm, TableTaskForm
from sloyfe.cycle.meetings.models import Attendee, Door
from sloyfe.cycle.meetings.queries import dots, materials, tables
from sloyfe.cycle.meetings.queries.groups import Table
from sloyfe.cycle.meetings.queries.running import Standing

Context = dict[str, Any]


def beside_all(door: Door, now: Standing, *, seated: bool) -> Context:
    """What is alike for everybody; where it takes the place of something else, that too."""
    found = materials.on_the_table(door.meeting, now.phase) | _carried(door, now)
    if seated and tables.takes_tasks(now.phase):
        found["task_form"] = TableTaskForm(auto_id="task_%s")
    if seated and tables.parks(now.phase):
        found["objection_form"] = ObjectionForm(auto_id="objection_%s")
    return found | _waiting(door, now)


def beside_one(door: Door, attendee: Attendee, now: Standing, table: Table | None, *, key: str) -> Context:
    """What differs from one to another: one's dots, and what one has parked."""
    own = tables.parked_at(table.group, now.phase, key=key) if table and now.phase and tables.parks(now.phase) else []
    objections = tables.parked_for(attendee, door.meeting, now.phase)
    return _dots(door, now, key) | {"own_objections": own, "objections": objections}


def differs(now: Standing) -> bool:
    """Whether everybody's own part is another: where dots are given."""
    return now.phase is not None and dots.takes_dots(now.phase)


def _dots(door: Door, now: Standing, key: str) -> Context:
    if now.phase is None or not dots.takes_dots(now.phase):
        return {}
    closed = {"dots_phase": now.phase, "writing": None}
    if not dots.is_open(now.phase, now, door.meeting):
        return closed
    return closed | {"dots": dots_form(dots.options(door.meeting), now.phase, key)}


def _carried(door: Door, now: Standing) -> Context:
    """Only where the meeting has prioritised before."""
    phases = dots.phases_with_dots(door.meeting)
    if now.phase is None or all(phase.position >= now.phase.position for phase in phases):
        return {}
    return {"carried": dots.carried(door.meeting, dots.options(door.meeting))}


def _waiting(door: Door, now: Standing) -> Context:
    """Good experiences come first."""
    good = tables.waits_for(door.meeting, now.phase)
    return {"waits_for": good, "point_form": None} if good else {}
