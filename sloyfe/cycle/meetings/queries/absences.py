"""Who did not come to the tables, and who would move if those tables became too small."""

from collections.abc import Collection
from dataclasses import dataclass, field
from uuid import UUID

from sloyfe.algorithms.grouping import InfeasibleError, Participant, Size, Task, UndecidedError, pinned, repair
from sloyfe.cycle.meetings.models import Absence, Attendee, Meeting, MeetingPhase
from sloyfe.cycle.meetings.queries.groups import Table, phases_with_groups, tables
from sloyfe.cycle.meetings.queries.mixing import PLACE, ROLE, WEIGHTS
from sloyfe.cycle.meetings.queries.roles import drawn
from sloyfe.cycle.meetings.scripts import GroupRole


@dataclass(frozen=True)
class Shift:
    """Somebody who sat all along moves from one table to another."""

    attendee: Attendee
    before: Table
    after: Table


@dataclass(frozen=True)
class Evened:
    """One phase without those who are gone: who has to move, usually nobody."""

    phase: MeetingPhase
    gone: list[Attendee]
    shifts: list[Shift] = field(default_factory=list)


def absent(meeting: Meeting) -> list[Attendee]:
    """Those who have been said not to have come, by name."""
    rows = Absence.objects.filter(attendee__meeting=meeting).select_related("attendee__place")
    return sorted((row.attendee for row in rows), key=lambda one: one.name)


def evened(meeting: Meeting, phase: MeetingPhase, gone: Collection[UUID]) -> list[Evened]:
    """This phase and those after it; what has been is as it was."""
    later = [each for each in phases_with_groups(meeting) if each.position >= phase.position]
    return [_without(each, gone) for each in later]


def _without(phase: MeetingPhase, gone: Collection[UUID]) -> Evened:
    found = [table for table in tables(phase) if any(one.pk not in gone for one in table.people)]
    leaving = [one for table in tables(phase) for one in table.people if one.pk in gone]
    least = (phase.size or [2])[0]
    left = [sum(one.pk not in gone for one in table.people) for table in found]
    if not leaving or not found or min(left) >= min(least, sum(left) // len(left)):
        return Evened(phase, leaving)
    return Evened(phase, leaving, _shifts(phase, found, gone, min(least, sum(left) // len(left))))


def _shifts(phase: MeetingPhase, found: list[Table], gone: Collection[UUID], least: int) -> list[Shift]:
    people = {str(one.pk): one for table in found for one in table.people}
    seats = [[str(one.pk) for one in table.people] for table in found]
    before = {key: table for table, keys in enumerate(seats) for key in keys}
    stay = {str(who) for (_g, role), who in drawn([t.group for t in found], phase).items() if role == GroupRole.HOST}
    most = max(map(len, seats))
    rules = tuple(pinned(key, before[key]) for key in sorted(stay & before.keys()))
    task = Task(tuple(map(_one, people.values())), (Size(least, most),) * len(found), WEIGHTS, rules)
    try:
        change = repair(task, seats, leaving=[str(key) for key in gone if str(key) in people])
    except (InfeasibleError, UndecidedError):
        return []
    after = {key: table for table, keys in enumerate(change.groups) for key in keys}
    return [Shift(people[key], found[before[key]], found[after[key]]) for key in change.moved]


def _one(one: Attendee) -> Participant:
    traits = {PLACE: str(one.place_id or ""), ROLE: one.role}
    return Participant(str(one.pk), {name: value for name, value in traits.items() if value})
