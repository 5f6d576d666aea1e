"""Who sits where in a phase."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from sloyfe.access.models import Space
from sloyfe.cycle.meetings.models import Attendee, Chair, Group, Meeting, MeetingPhase, Seating
from sloyfe.cycle.meetings.scripts import Form, Grouping
from sloyfe.cycle.partnership.models import PartyRole
from sloyfe.cycle.partnership.queries.rounds import parties

TOGETHER = (Form.PAIR, Form.GROUP, Form.HOME)
HOSTS_STAY = "hosts_stay"


@dataclass(frozen=True)
class Table:
    """A table with the names of those who sit there."""

    group: Group
    people: list[Attendee]


def seating_of(phase: MeetingPhase) -> Seating | None:
    """The groups that count for this phase."""
    return Seating.objects.filter(phase=phase, withdrawal=None).order_by("-nth").first()


def seated_by(meeting: Meeting, phase: MeetingPhase) -> MeetingPhase | None:
    """The phase whose groups sit together in this one: itself, or an earlier one whose groups are kept."""
    if phase.form not in TOGETHER:
        return None
    if phase.grouping != Grouping.SAME or HOSTS_STAY in phase.rules:
        return phase
    earlier = [each for each in meeting.phases.all() if each.position < phase.position]
    named = next((each for each in earlier if each.key == phase.groups_from), None)
    at_home = (each for each in reversed(earlier) if each.form in TOGETHER and HOSTS_STAY not in each.rules)
    return named or next(at_home, phase)


def makes_groups(phase: MeetingPhase) -> bool:
    """Whether people find new places in it."""
    if phase.form not in TOGETHER:
        return False
    return HOSTS_STAY in phase.rules or phase.grouping not in (Grouping.SAME, Grouping.NONE)


def forming(meeting: Meeting) -> Iterator[MeetingPhase]:
    """The phases in which people find new places."""
    return (phase for phase in meeting.standing if makes_groups(phase))


def rounds_after(meeting: Meeting, phase: MeetingPhase) -> list[MeetingPhase]:
    """The rounds that go on from these tables: hosts stay there, and the others move on."""
    rounds: list[MeetingPhase] = []
    for each in forming(meeting):
        if each.position > phase.position:
            if HOSTS_STAY not in each.rules:
                break
            rounds.append(each)
    return rounds


def worth_asking_roles(meeting: Meeting) -> bool:
    """Whether groups become better by it: people of several places, or groups that are to be mixed."""
    if len(meeting.places.all()) != 1:
        return True
    return any(phase.grouping == Grouping.MIXED for phase in meeting.standing)


def places_to_come_from(meeting: Meeting) -> list[Space]:
    """Where people may say they come from: the places the meeting is for, or all in the network."""
    places = list(meeting.places.all())
    if places:
        return places
    return [party.place for party in parties(meeting.space, PartyRole.UNIT, PartyRole.OWNER, PartyRole.PARTNER)]


def phases_with_groups(meeting: Meeting) -> list[MeetingPhase]:
    """The phases that groups have been made for."""
    rows = MeetingPhase.objects.filter(meeting=meeting, seatings__isnull=False)
    return list(rows.distinct().order_by("position"))


def tables(phase: MeetingPhase) -> list[Table]:
    """Every table of the groups that count, with those who sit there."""
    seating = seating_of(phase)
    return told(seating.groups.all()) if seating else []


def told(groups: QuerySet[Group]) -> list[Table]:
    """Tables with those who sit there, by name."""
    chairs = Chair.objects.select_related("attendee__place", "lock").order_by("attendee__name")
    rows = groups.select_related("lock").prefetch_related(Prefetch("chairs", chairs))
    return [Table(group, [chair.attendee for chair in group.chairs.all()]) for group in rows]


def table_of(attendee: Attendee, phase: MeetingPhase) -> Table | None:
    """The table of one attendee; the others are not looked at."""
    seating = seating_of(phase)
    found = told(Group.objects.filter(seating=seating, chairs__attendee=attendee)) if seating else []
    return found[0] if found else None


def tables_at(groups: Collection[UUID]) -> list[Table]:
    """These tables, with those who sit there, what each looks after and whose turn it is."""
    return told(Group.objects.filter(pk__in=groups).prefetch_related("draws", "turns"))
