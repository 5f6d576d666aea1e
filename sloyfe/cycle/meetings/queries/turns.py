"""How far the meetings of a round have come, and what waits for one person."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from sloyfe.access.visit import Visit
from sloyfe.cycle.meetings.models import Meeting
from sloyfe.cycle.meetings.queries import meetings as queries
from sloyfe.cycle.meetings.queries.meetings import Listed
from sloyfe.cycle.partnership.contract import CalendarEvent, Glance, Reading, State, Summary, Turn
from sloyfe.cycle.partnership.models import Round

SOON = timedelta(days=7)


def glance(now: Reading, visit: Visit) -> Glance:
    """The summary, and what waits for this person."""
    today = timezone.localdate()
    found = queries.listed(queries.meetings_seen(visit, now.round), today=today)
    return Glance(_summary(found), list(_turns(found, visit, today)))


def events(this_round: Round) -> list[CalendarEvent]:
    """The meetings for the whole network; what a unit does alone is its own."""
    slug = this_round.space.slug
    rows = Meeting.objects.in_space(this_round.space).filter(round=this_round, places=None, cancellation=None)
    return [
        CalendarEvent(each.on, _read(each), reverse("meetings:meeting", args=[slug, each.pk]))
        for each in rows.order_by("on", "starts")
    ]


def concerns(visit: Visit, meeting: Meeting) -> bool:
    """Whether somebody belongs where the meeting is for, and does not only see it from above."""
    places = {place.pk for place in meeting.places.all()}
    return not places or any(seat.space_id in places for seat in visit.seats)


def _summary(found: Listed) -> Summary:
    if coming := [*found.today, *found.planned]:
        day = date_format(coming[0].on, "j. F")
        return Summary(State.UNDER_WAY, _("Neste møte er %(day)s") % {"day": day})
    if held := len(found.held):
        said = ngettext("%(count)s møte er holdt", "%(count)s møter er holdt", held)
        return Summary(State.UNDER_WAY, said % {"count": held})
    return Summary(State.NOT_STARTED, _("Ingen møter er planlagt ennå"))


def _turns(found: Listed, visit: Visit, today: date) -> Iterator[Turn]:
    slug = visit.space.slug
    for each in (*found.today, *found.planned):
        if each.on - today > SOON or not concerns(visit, each):
            continue
        url, said = reverse("meetings:meeting", args=[slug, each.pk]), {"title": _read(each)}
        if each.on == today:
            clock = each.starts.strftime("%H:%M")
            yield Turn(_("Møte i dag klokka %(clock)s: %(title)s") % {**said, "clock": clock}, url, today, weight=5)
        elif each.preparation:
            yield Turn(_("Forbered deg til møtet: %(title)s") % said, url, each.on, weight=40)
    for each in found.unsaid:
        if concerns(visit, each) and queries.may_lead(visit, each):
            url = reverse("meetings:holding", args=[slug, each.pk])
            yield Turn(_("Ble møtet holdt? %(title)s") % {"title": _read(each)}, url, weight=42)


def _read(meeting: Meeting) -> str:
    words: str = meeting.title.read(get_language() or "nb")
    return words
