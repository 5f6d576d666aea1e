"""People at tables, for the tests about groups."""

from django.test import Client

from conftest import NOW, Member, World
from sloyfe.cycle.meetings.actions import door as doors
from sloyfe.cycle.meetings.actions import running
from sloyfe.cycle.meetings.models import Attendee, Door, Meeting, MeetingPhase, Naming
from sloyfe.cycle.meetings.queries.groups import tables
from sloyfe.cycle.meetings.tests.making import staff_meeting


def gathered_for(world: World, by: Member, method: str) -> Door:
    """An open door to a meeting of two units."""
    meeting = staff_meeting(world, by, method=method, places=[world.school.place, world.kindergarten.place])
    return doors.open_door(meeting, naming=Naming.NAME, asks_role=True, by=by.person, at=NOW)


def fill(world: World, door: Door, count: int, *, roles: tuple[str, ...] = ("teacher",), prefix: str = "Nr") -> None:
    """So many people by turns from the school and the kindergarten; the n-th holds the key `prefix n`."""
    places = (world.school.place, world.kindergarten.place)
    comings = [
        doors.Coming(door, f"{prefix} {n}", f"{prefix} {n}", places[n % 2], NOW, roles[n % len(roles)])
        for n in range(count)
    ]
    doors.come_in_together(comings)


def fresh(door: Door) -> Meeting:
    """The meeting as it stands in the database."""
    return Meeting.objects.in_space(door.meeting.space).get(pk=door.meeting_id)


def phase_with(door: Door, key: str) -> MeetingPhase:
    """One of its phases."""
    return fresh(door).phases.get(key=key)


def by_table(phase: MeetingPhase) -> dict[int, set[str]]:
    """Names by number of table."""
    return {table.group.number: {one.name for one in table.people} for table in tables(phase)}


def number_of(phase: MeetingPhase, attendee: Attendee) -> int | None:
    """The table of one person."""
    return next((number for number, names in by_table(phase).items() if attendee.name in names), None)


def browser_of(door: Door, name: str) -> Client:
    """The browser of somebody who holds their name as key."""
    client = Client()
    client.cookies["mote"] = name
    return client


def begun(door: Door, kari: Member, key: str = "group", seen: str = "") -> MeetingPhase:
    """The phase goes on now."""
    phase = phase_with(door, key)
    running.begin_phase(phase, seen=seen, by=kari.person, at=NOW)
    return phase
