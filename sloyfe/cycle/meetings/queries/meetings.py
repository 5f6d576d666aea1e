"""Reads about meetings: which there are, and who may see and lead them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Prefetch

from sloyfe.access.models import Space
from sloyfe.access.policy import Can
from sloyfe.access.scoping import ScopedQuerySet
from sloyfe.access.visit import Visit
from sloyfe.cycle.meetings.models import Meeting, MeetingPhase
from sloyfe.cycle.partnership.models import PartyRole, Round
from sloyfe.cycle.partnership.queries.rounds import parties

IN_BRIEF = ("holding", "cancellation", "made_by", "round", "space")


@dataclass(frozen=True)
class Listed:
    """Meetings by how they stand; `unsaid` are over without anybody having said whether they were held."""

    today: list[Meeting] = field(default_factory=list)
    planned: list[Meeting] = field(default_factory=list)
    unsaid: list[Meeting] = field(default_factory=list)
    held: list[Meeting] = field(default_factory=list)
    cancelled: list[Meeting] = field(default_factory=list)


def listed(meetings: Iterable[Meeting], *, today: date) -> Listed:
    """Those that come first first; those that are over the other way about."""
    found = Listed()
    for each in meetings:
        _shelf(found, each, today).append(each)
    for over in (found.unsaid, found.held, found.cancelled):
        over.reverse()
    return found


def meetings_seen(visit: Visit, this_round: Round) -> list[Meeting]:
    """The meetings of a round that this person may see, by day and time; without their phases."""
    rows = _in_brief(Meeting.objects.in_space(visit.space)).filter(round=this_round).order_by("on", "starts", "made_at")
    return [meeting for meeting in rows if may_see(visit, meeting)]


def seen_among(visit: Visit, keys: Iterable[UUID]) -> dict[UUID, Meeting]:
    """Those of these meetings that this person may see."""
    rows = _in_brief(Meeting.objects.in_space(visit.space)).filter(pk__in=list(keys))
    return {row.pk: row for row in rows if may_see(visit, row)}


def meeting(visit: Visit, key: UUID) -> Meeting | None:
    """One meeting, if this person may see it; a rehearsal is for those who lead."""
    found = _rows(visit.space).filter(pk=key).first()
    if found is None or not (may_lead if found.is_rehearsal else may_see)(visit, found):
        return None
    return found


def watched(keys: Iterable[UUID]) -> dict[UUID, Meeting]:
    """Meetings for those who lead or are in, with a door or without: whoever asks has been let in already."""
    rows = Meeting.with_rehearsals.bounded().filter(pk__in=list(keys)).select_related("door", *IN_BRIEF)
    phases = Prefetch("phases", MeetingPhase.objects.select_related("omission").order_by("position"))
    places = Prefetch("places", Space.objects.select_related("opening").order_by("title"))
    return {row.pk: row for row in rows.prefetch_related(phases, places)}


def may_see(visit: Visit, meeting: Meeting) -> bool:
    """A meeting for the whole network is seen by all, guests too; else where it belongs, and above."""
    places = meeting.places.all()
    if not places:
        return visit.may(Can.MEETING_SEE)
    if visit.is_guest:
        return False
    return any(visit.may(Can.MEETING_SEE, place) for place in places)


def may_lead(visit: Visit, meeting: Meeting) -> bool:
    """Those who lead meetings where it belongs; one for the whole network also whoever made it.

    Having made it is no right at a place: whoever has left a unit has left its meetings too.
    """
    places = meeting.places.all()
    if not places:
        made = meeting.made_by_id == visit.person.pk and visit.may(Can.MEETING_LEAD)
        return made or visit.may(Can.MEETING_GATHER)
    return any(visit.may(Can.MEETING_LEAD, place) for place in places)


def places_to_meet_at(visit: Visit) -> list[Space]:
    """The places of owners, units and partners where this person leads meetings."""
    everyone = parties(visit.space, PartyRole.OWNER, PartyRole.UNIT, PartyRole.PARTNER)
    return [party.place for party in everyone if visit.may(Can.MEETING_LEAD, party.place)]


def _shelf(found: Listed, meeting: Meeting, today: date) -> list[Meeting]:
    if meeting.is_cancelled:
        return found.cancelled
    if meeting.is_held:
        return found.held
    if meeting.on == today:
        return found.today
    return found.planned if meeting.on > today else found.unsaid


def _rows(space: Space) -> ScopedQuerySet[Meeting]:
    phases = MeetingPhase.objects.select_related("omission").order_by("position")
    rows = _in_brief(Meeting.with_rehearsals.in_space(space)).select_related("door", "template__place", "rehearsal")
    return rows.prefetch_related(Prefetch("phases", phases))


def _in_brief(meetings: ScopedQuerySet[Meeting]) -> ScopedQuerySet[Meeting]:
    rows = meetings.select_related(*IN_BRIEF)
    return rows.prefetch_related(Prefetch("places", Space.objects.select_related("opening").order_by("title")))
