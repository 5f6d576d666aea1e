"""The minutes of a meeting, as a page and as files."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.meetings.actions.for_real import demand_real
from sloyfe.cycle.meetings.papers.minutes import minutes_paper
from sloyfe.cycle.meetings.queries.minutes import minutes_of
from sloyfe.cycle.meetings.views.finding import seen
from sloyfe.cycle.plan.queries.links import files
from sloyfe.documents import FORMATS
from sloyfe.documents import render as rendered
from sloyfe.documents.tree import Language

LANGUAGES: tuple[Language, ...] = ("nb", "nn")


@can(Can.MEETING_SEE)
def minutes(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """What the meeting came to, for all who see the meeting."""
    row = seen(visit, meeting)
    demand_real(row)
    page = {
        "meeting": row,
        "minutes": minutes_of(row, now=timezone.now()),
        "files": files("meetings:minutes_file", visit.space.slug, row.pk),
    }
    return render(request, "meetings/minutes.html", page)


@can(Can.MEETING_SEE)
def minutes_file(_request: HttpRequest, visit: Visit, meeting: UUID, language: str, kind: str) -> HttpResponse:
    """The same as a file, in the language that is asked for."""
    row = seen(visit, meeting)
    demand_real(row)
    known = next((each for each in LANGUAGES if each == language), None)
    file_format = next((each for each in FORMATS if each == kind), None)
    if known is None or file_format is None:
        raise Http404
    made = rendered(minutes_paper(minutes_of(row, now=timezone.now()), known, timezone.localdate()), file_format)
    response = HttpResponse(made.content, content_type=made.content_type)
    response["Content-Disposition"] = f'attachment; filename="{made.filename}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
