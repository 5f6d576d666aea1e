"""Giving dots with reasons, and going on with what comes first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from sloyfe.cycle.meetings.actions.meetings import lead_topic, noted
from sloyfe.cycle.meetings.models import Attendee, Carrying, DotCard, DotReason, Dots, Meeting, MeetingPhase
from sloyfe.cycle.meetings.models.priorities import mark_in
from sloyfe.cycle.meetings.queries import dots as queries
from sloyfe.cycle.meetings.queries.dots import Option
from sloyfe.cycle.meetings.queries.running import standing
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.small_groups import SMALLEST
from sloyfe.live.announce import announce
from sloyfe.people.models import Person


class DotsClosed(Refusal):
    """Dots belong to the phase."""

    sentence = _("Møtet har gått videre, og prikkene tas ikke imot lenger.")


class TooManyDots(Refusal):
    """Everybody has as many."""

    status = 422


class StillGoing(Refusal):
    """The list is confirmed when everybody has had their say."""

    sentence = _("Prikkene samles fortsatt inn. Gå videre til neste fase først.")


@dataclass(frozen=True)
class Gift:
    """Dots for one option, and why."""

    option: Option
    dots: int
    reason: str = ""


@transaction.atomic
def give_dots(meeting: Meeting, phase: MeetingPhase, gifts: Sequence[Gift], *, key: str, by: Attendee) -> None:
    """Give dots, or give them anew as long as the phase goes on; none at all takes them back."""
    Meeting.with_rehearsals.in_space(meeting.space).select_for_update().get(pk=meeting.pk)
    if not queries.is_open(phase, standing(meeting, now=timezone.now()), meeting):
        raise DotsClosed
    given = [gift for gift in gifts if gift.dots]
    _demand(phase, given)
    mark = mark_in(phase, key)
    DotCard.objects.filter(phase=phase, mark=mark).delete()
    if given:
        card = DotCard.objects.create(phase=phase, mark=mark, role=_role(by))
        Dots.objects.bulk_create(Dots(card=card, count=gift.dots, **gift.option.columns) for gift in given)
    _keep_reasons(phase, gifts, key)
    announce(lead_topic(meeting))


@transaction.atomic
def carry(meeting: Meeting, phase: MeetingPhase, options: Sequence[Option], *, by: Person, at: datetime) -> None:
    """A person says that the meeting goes on with these, in this order; said again, the last word counts."""
    if queries.is_open(phase, standing(meeting, now=at), meeting):
        raise StillGoing
    Carrying.objects.filter(phase=phase).delete()
    Carrying.objects.bulk_create(
        Carrying(phase=phase, rank=rank, by=by, at=at, **option.columns) for rank, option in enumerate(options, 1)
    )
    noted("meeting.priorities_confirmed", meeting, by, at)


@transaction.atomic
def put_down(meeting: Meeting, phase: MeetingPhase, *, by: Person, at: datetime) -> None:
    """The list is not confirmed after all."""
    Carrying.objects.filter(phase=phase).delete()
    noted("meeting.priorities_opened", meeting, by, at)


def _demand(phase: MeetingPhase, given: Sequence[Gift]) -> None:
    each, most = queries.dots_each(phase)
    total = sum(gift.dots for gift in given)
    if total > each:
        over = total - each
        sentence = ngettext(
            "Du har lagt %(total)s prikker, men har %(each)s. Ta bort %(over)s prikk.",
            "Du har lagt %(total)s prikker, men har %(each)s. Ta bort %(over)s prikker.",
            over,
        )
        raise TooManyDots(sentence % {"total": total, "each": each, "over": over})
    if any(gift.dots > most for gift in given):
        raise TooManyDots(_("Legg høyst %(most)s prikker på samme punkt.") % {"most": most})


def _role(attendee: Attendee) -> str:
    """What somebody works as, where so many here do that it points at nobody."""
    alike = Attendee.objects.filter(meeting=attendee.meeting_id, role=attendee.role).count()
    return attendee.role if alike >= SMALLEST else ""


def _keep_reasons(phase: MeetingPhase, gifts: Sequence[Gift], key: str) -> None:
    marks = {mark_in(phase, key, gift.option.key): gift for gift in gifts}
    DotReason.objects.filter(phase=phase, mark__in=marks).delete()
    DotReason.objects.bulk_create(
        DotReason(phase=phase, mark=mark, words=gift.reason, **gift.option.columns)
        for mark, gift in marks.items()
        if gift.dots and gift.reason
    )
