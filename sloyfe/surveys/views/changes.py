"""What has changed since an earlier wave, at one level."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sloyfe.access.can import can
from sloyfe.access.models import Space
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.surveys import queries
from sloyfe.surveys.changes import changes, earlier_wave
from sloyfe.surveys.models import Wave
from sloyfe.surveys.views.results import released


@can(Can.RELEASE_SEE)
def changes_page(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Then and now beside each other, where the words were the same."""
    now = released(visit, key)
    then = earlier_wave(now, queries.released_waves(visit.space))
    if then is None:
        return render(request, "surveys/changes.html", {"wave": now})
    places = _levels(visit, then, now)
    if not places:
        raise Http404
    chosen = next((place for place in places if place and str(place.pk) == request.GET.get("sted")), places[0])
    rows = changes(then, now, chosen, get_language() or "nb")
    page = {
        "wave": now,
        "then": then,
        "places": [
            (place.pk if place else "nettverk", place.title if place else _("Hele nettverket")) for place in places
        ],
        "chosen": chosen.pk if chosen else "nettverk",
        "rows": rows,
        "most": max((row.steps for row in rows), default=5),
        "chart": [{"label": row.label, "values": [row.then, row.now]} for row in rows],
    }
    return render(request, "surveys/changes.html", page)


def _levels(visit: Visit, then: Wave, now: Wave) -> list[Space | None]:
    """What this visit may see of both; none stands for the whole network."""
    whole: list[Space | None] = [None] if queries.sees_whole(visit, then) and queries.sees_whole(visit, now) else []
    if not now.is_anonymous:
        return whole
    before = {place.pk for place in queries.visible_places(visit, then)}
    return [*whole, *(place for place in queries.visible_places(visit, now) if place.pk in before)]
