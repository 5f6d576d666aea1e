"""What somebody's page shows of their table besides its points: who looks after what, whose turn it is, the choice."""

from dataclasses import dataclass

from sloyfe.cycle.meetings.forms.words import DUTIES, ROLES
from sloyfe.cycle.meetings.models import Attendee, Meeting, MeetingPhase
from sloyfe.cycle.meetings.queries.choosing import Offer, offers
from sloyfe.cycle.meetings.queries.groups import Table
from sloyfe.cycle.meetings.queries.roles import roles_at, turn
from sloyfe.cycle.meetings.scripts import Grouping, GroupRole
from sloyfe.kit.refusal import Sentence


@dataclass(frozen=True)
class Duty:
    """A role as the table reads it."""

    role: GroupRole
    title: Sentence
    task: Sentence
    attendee: Attendee


@dataclass(frozen=True)
class Seat:
    """What all at a table see of it besides its points; `nth` is the turn that the page shows."""

    duties: list[Duty]
    turn: Attendee | None
    nth: int


def seat(table: Table | None, phase: MeetingPhase | None) -> Seat | None:
    """Who looks after what at a table, and whose turn it is."""
    if table is None or phase is None:
        return None
    held = [Duty(each.role, ROLES[each.role], DUTIES[each.role], each.attendee) for each in roles_at(table, phase)]
    nth, who = turn(table, phase)
    return Seat(held, who, nth) if held or who else None


def choice(meeting: Meeting, phase: MeetingPhase | None) -> list[Offer]:
    """The tables to choose among, in a phase in which people choose."""
    if phase is None or phase.grouping != Grouping.CHOICE or meeting.is_held or meeting.is_cancelled:
        return []
    return offers(phase)
