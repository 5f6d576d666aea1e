"""Putting points on a group's table, agreeing on them, and making one of those that say the same."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.meetings.actions.door import digest
from sloyfe.cycle.meetings.actions.meetings import BadPress, lead_topic, noted, table_topic
from sloyfe.cycle.meetings.actions.notes import NotInside, TooLate
from sloyfe.cycle.meetings.models import CommonPoint, Dots, Group, Meeting, Outcome, Point, PointAgreement, PointMerge
from sloyfe.cycle.meetings.queries.elements import known_elements
from sloyfe.cycle.meetings.queries.seats import Place, places_of
from sloyfe.kit.refusal import Refusal
from sloyfe.live.announce import announce
from sloyfe.people.models import Person

MOST = 300  # a table of eight, with twenty from each, is far from it


class NotOnTheTable(Refusal):
    """A group's points are the group's."""

    sentence = _("Punktet ligger ikke på bordet ditt lenger. Oppdater siden, og se hva som ligger der.")


class GoodFirst(Refusal):
    """Hard experiences wait for the good ones."""

    sentence = _("Vi begynner med det som går bra. Punktene her åpner når den fasen er tatt.")


class TableHeaped(Refusal):
    """Everybody at the table fetches all that lies on it: somebody who heaps things on it stops the others."""

    sentence = _("Det er ikke plass til flere punkter på bordet. Ta det viktigste med dere videre.")


class TooFew(Refusal):
    """One point is not a merger."""

    sentence = _("Velg minst to punkter som sier det samme.")
    status = 422


class HasDots(Refusal):
    """People have prioritised it as it stands."""

    sentence = _("Noen har gitt prikker til det felles punktet, så det blir stående.")


class TakenFurther(Refusal):
    """Something came of it."""

    sentence = _("Det felles punktet er tatt videre, så det blir stående. Ta tilbake det som kom ut av det først.")


@dataclass(frozen=True, slots=True)
class Laying:
    """A point on its way to the table: the browser that sent it names it, so that sent twice it is there once."""

    key: str = field(repr=False)
    phase: UUID
    words: str = field(repr=False)
    name: UUID
    at: datetime
    element: UUID | None = None


@transaction.atomic
def lay_points(layings: Sequence[Laying]) -> list[Point | Refusal]:
    """Each on the table where whoever holds the key sits; the row does not say who that is."""
    places = places_of({digest(each.key) for each in layings})
    wanted = {group for place in places.values() for group in place.groups.values()}
    groups = Group.objects.filter(pk__in=wanted).order_by("pk").select_for_update()
    last = dict.fromkeys(groups.values_list("pk", flat=True), 0)
    last |= dict(Point.objects.filter(group__in=wanted).order_by().values_list("group").annotate(Max("nth")))
    known = Point.objects.in_bulk({each.name for each in layings})
    new: dict[UUID, Point] = {}
    outcomes = [_laid(each, places.get(digest(each.key)), last, known, new) for each in layings]
    _file(layings, places, new)
    Point.objects.bulk_create(new.values())
    changed = {table_topic(point.group_id) for point in new.values()}
    for each in changed | {lead_topic(place.attendee.meeting) for place in places.values()}:
        announce(each)
    return outcomes


def _file(layings: Sequence[Laying], places: dict[str, Place], new: dict[UUID, Point]) -> None:
    """Each under the element that was chosen for it, where the meeting has it."""
    meetings = dict(known_elements([each.element for each in layings]))
    for each in layings:
        place = places.get(digest(each.key))
        if each.element and each.name in new and place and meetings.get(each.element) == place.attendee.meeting_id:
            new[each.name].element_id = each.element


def _laid(
    laying: Laying, place: Place | None, last: dict[UUID, int], known: dict[UUID, Point], new: dict[UUID, Point]
) -> Point | Refusal:
    if place is None:
        return NotInside()
    point, group = known.get(laying.name) or new.get(laying.name), place.groups.get(laying.phase)
    if point:
        return point if point.mark == point.mark_of(laying.key) else NotOnTheTable()
    if not place.window.takes(laying.phase, laying.at):
        return TooLate()
    if place.window.waits(laying.phase, laying.at):
        return GoodFirst()
    if group is None or last[group] >= MOST:
        return TableHeaped() if group else NotOnTheTable()
    last[group] += 1
    words = " ".join(laying.words.split())
    made = Point(pk=laying.name, group_id=group, phase_id=laying.phase, nth=last[group], words=words)
    made.mark = made.mark_of(laying.key)
    new[made.pk] = made
    return made


@transaction.atomic
def take_back(point: Point, meeting: Meeting, *, key: str) -> None:
    """Its author takes the point back, as long as the group has not agreed on it."""
    if point.is_agreed or point.mark != point.mark_of(key):
        raise NotOnTheTable
    point.delete()
    _tell(point, meeting)


@transaction.atomic
def agree(point: Point, meeting: Meeting) -> None:
    """The group stands behind the point."""
    PointAgreement.objects.get_or_create(point=point)
    _tell(point, meeting)


@transaction.atomic
def think_again(point: Point, meeting: Meeting) -> None:
    """The group is not agreed after all; what the meeting has merged stands."""
    if hasattr(point, "merge"):
        raise NotOnTheTable
    PointAgreement.objects.filter(point=point).delete()
    _tell(point, meeting)


@transaction.atomic
def merge(meeting: Meeting, points: Sequence[Point], words: str, *, by: Person, at: datetime) -> CommonPoint:
    """A person says that these points say the same, and in which words."""
    if len(points) < 2:
        raise TooFew
    if any(not point.is_agreed or hasattr(point, "merge") for point in points):
        raise NotOnTheTable
    about = {point.element_id for point in points}
    element = about.pop() if len(about) == 1 else None
    common = CommonPoint.objects.create(meeting=meeting, words=words, element_id=element, by=by, at=at)
    PointMerge.objects.bulk_create(PointMerge(point=point, common=common) for point in points)
    noted("meeting.points_merged", meeting, by, at)
    return common


@transaction.atomic
def note_common(meeting: Meeting, words: str, *, by: Person, at: datetime, name: UUID | None = None) -> CommonPoint:
    """A point of the plenary, written by whoever leads; sent twice, it is there once."""
    said = {"meeting": meeting, "words": words, "by": by, "at": at}
    common, made = CommonPoint.objects.get_or_create(pk=name or uuid4(), defaults=said)
    if common.meeting_id != meeting.pk:
        raise BadPress
    if made:
        noted("meeting.point_noted", meeting, by, at)
    return common


@transaction.atomic
def part(common: CommonPoint, *, by: Person, at: datetime) -> None:
    """They did not say the same after all."""
    if Dots.objects.filter(common=common).exists():
        raise HasDots
    if Outcome.objects.filter(common=common).exists():
        raise TakenFurther
    noted("meeting.points_parted", common.meeting, by, at)
    common.delete()


def _tell(point: Point, meeting: Meeting) -> None:
    announce(table_topic(point.group_id))
    announce(lead_topic(meeting))
