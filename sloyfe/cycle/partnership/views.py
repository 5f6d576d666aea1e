"""Pages of the partnership: translate in, one call, translate out."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.partnership import queries


@can(Can.PARTY_SEE)
def parties(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Who works together."""
    return render(request, "partnership/parties.html", {"parties": queries.parties(visit.space)})
