"""The tables on paper: by table, by name, as cards, and every round for each person."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.meetings.queries.groups import rounds_after, tables
from sloyfe.cycle.meetings.queries.itinerary import ways
from sloyfe.cycle.meetings.views.groups import found

LISTINGS = ("bord", "navn", "kort", "runder")


@can(Can.MEETING_LEAD)
def groups_print(request: HttpRequest, visit: Visit, meeting: UUID, phase: UUID, listing: str) -> HttpResponse:
    """One list, to be printed by the browser."""
    row, forming = found(visit, meeting, phase)
    if listing not in LISTINGS:
        raise Http404
    phases = [forming, *rounds_after(row, forming)] if listing == "runder" else [forming]
    page = {
        "meeting": row,
        "phase": forming,
        "listing": listing,
        "phases": phases,
        "tables": tables(forming) if listing in ("bord", "kort") else [],
        "rounds": [(each, tables(each)) for each in phases] if listing == "runder" else [],
        "ways": ways(phases) if listing in ("navn", "runder") else [],
    }
    return render(request, "meetings/groups_print.html", page)
