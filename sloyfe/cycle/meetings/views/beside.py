"""What lies beside the phase on the page of those who are in."""

from typing import Any

from sloyfe.cycle.meetings.forms.priorities import dots_form
from sloyfe.cycle.meetings.forms.tables import ObjectionForm, TableTaskForm
from sloyfe.cycle.meetings.models import Attendee, Door
from sloyfe.cycle.meetings.queries import dots, materials, tables
from sloyfe.cycle.meetings.queries.groups import Table
from sloyfe.cycle.meetings.queries.running import Standing

Context = dict[str, Any]


def beside(door: Door, attendee: Attendee, now: Standing, table: Table | None, *, key: str) -> Context:
    """What the page needs for it; where it takes the place of something else, that too."""
    return (
        _dots(door, now, key)
        | _carried(door, now)
        | _table(now, table, key)
        | {"objections": tables.parked_for(attendee, door.meeting, now.phase)}
        | _waiting(door, now)
        | materials.on_the_table(door.meeting, now.phase)
    )


def is_plain(door: Door, now: Standing) -> bool:
    """Whether there is nothing beside the phase, for anybody: then one's own part holds notes and points alone."""
    phase, phases = now.phase, door.meeting.standing
    if phase is None:
        return True
    before = [each for each in phases if each.position < phase.position]
    given = dots.takes_dots(phase) or any(dots.takes_dots(each) for each in before)
    parked = tables.parks(phase) or any(tables.parks(each) for each in before)
    return not (phase.material or given or parked or tables.takes_tasks(phase) or tables.waits_for(door.meeting, phase))


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


def _table(now: Standing, table: Table | None, key: str) -> Context:
    """The box for what the table takes home, and what somebody there has parked."""
    found: Context = {}
    if table and tables.takes_tasks(now.phase):
        found |= {"task_form": TableTaskForm()}
    if table and now.phase and tables.parks(now.phase):
        own = tables.parked_at(table.group, now.phase, key=key)
        found |= {"objection_form": ObjectionForm(auto_id="innvending-%s"), "own_objections": own}
    return found


def _waiting(door: Door, now: Standing) -> Context:
    """Good experiences come first."""
    good = tables.waits_for(door.meeting, now.phase)
    return {"waits_for": good, "point_form": None} if good else {}
