"""Putting points on a group's table, agreeing on them, and making one of those that say the same."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from sloyfe.cycle.meetings.actions.meetings import noted, topic
from sloyfe.cycle.meetings.models import CommonPoint, Group, Meeting, MeetingPhase, Point, PointAgreement, PointMerge
from sloyfe.kit.refusal import Refusal
from sloyfe.live.announce import announce
from sloyfe.people.models import Person


class NotOnTheTable(Refusal):
    """A group's points are the group's."""

    sentence = _("Punktet ligger ikke på bordet ditt lenger. Oppdater siden, og se hva som ligger der.")


class TooFew(Refusal):
    """One point is not a merger."""

    sentence = _("Velg minst to punkter som sier det samme.")
    status = 422


@transaction.atomic
def lay(group: Group, phase: MeetingPhase, words: str, *, key: str) -> Point:
    """One point, by whoever holds the key; the row does not say who that is."""
    Group.objects.select_for_update().get(pk=group.pk)
    last = Point.objects.filter(group=group).aggregate(last=Max("nth"))["last"] or 0
    point = Point(group=group, phase=phase, nth=last + 1, words=" ".join(words.split()))
    point.mark = point.mark_of(key)
    point.save(force_insert=True)
    announce(topic(phase.meeting))
    return point


@transaction.atomic
def take_back(point: Point, meeting: Meeting, *, key: str) -> None:
    """Its author takes the point back, as long as the group has not agreed on it."""
    if point.is_agreed or point.mark != point.mark_of(key):
        raise NotOnTheTable
    point.delete()
    announce(topic(meeting))


@transaction.atomic
def agree(point: Point, meeting: Meeting) -> None:
    """The group stands behind the point."""
    PointAgreement.objects.get_or_create(point=point)
    announce(topic(meeting))


@transaction.atomic
def think_again(point: Point, meeting: Meeting) -> None:
    """The group is not agreed after all; what the meeting has merged stands."""
    if hasattr(point, "merge"):
        raise NotOnTheTable
    PointAgreement.objects.filter(point=point).delete()
    announce(topic(meeting))


@transaction.atomic
def merge(meeting: Meeting, points: Sequence[Point], words: str, *, by: Person, at: datetime) -> CommonPoint:
    """A person says that these points say the same, and in which words."""
    if len(points) < 2:
        raise TooFew
    if any(not point.is_agreed or hasattr(point, "merge") for point in points):
        raise NotOnTheTable
    common = CommonPoint.objects.create(meeting=meeting, words=words, by=by, at=at)
    PointMerge.objects.bulk_create(PointMerge(point=point, common=common) for point in points)
    noted("meeting.points_merged", meeting, by, at)
    return common


@transaction.atomic
def part(common: CommonPoint, *, by: Person, at: datetime) -> None:
    """They did not say the same after all."""
    noted("meeting.points_parted", common.meeting, by, at)
    common.delete()
