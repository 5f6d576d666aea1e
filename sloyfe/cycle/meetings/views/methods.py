"""The library of methods, and the card of one."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.meetings import content
from sloyfe.cycle.meetings.forms.library import SearchForm
from sloyfe.cycle.meetings.models import ScriptTemplate
from sloyfe.cycle.meetings.queries import library, templates
from sloyfe.cycle.meetings.views import cards
from sloyfe.cycle.meetings.views.timeline import drawn


@can(Can.METHOD_SEE)
def methods(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What to choose from, by purpose; for this much time and this many people if somebody says so."""
    form = SearchForm(request.GET or None)
    asked = form.cleaned_data if form.is_valid() else {}
    shelves = library.shelves(minutes=asked.get("tid"), people=asked.get("antall"))
    rows = [(row, templates.may_keep(visit, row)) for row in templates.templates_seen(visit)]
    page = {
        "form": form,
        "shelves": shelves,
        "is_searched": any(asked.values()),
        "templates": sorted((each for each in rows if each[1] or not each[0].is_removed), key=_put_away),
        "may_make": visit.may(Can.MEETING_LEAD),
    }
    return render(request, "meetings/methods.html", page, status=form.status_code)


@can(Can.METHOD_SEE)
def method(request: HttpRequest, visit: Visit, method: str) -> HttpResponse:
    """One method: at a glance, its timeline, and every phase for those who lead and those who take part."""
    found = content.method(method)
    if found is None:
        raise Http404
    page = {
        "method": found,
        "timeline": drawn(found.script),
        "phases": cards.phases(found.script),
        "glance": cards.glance(found),
        "may_make": visit.may(Can.MEETING_LEAD),
    }
    return render(request, "meetings/method.html", page)


def _put_away(each: tuple[ScriptTemplate, bool]) -> bool:
    return each[0].is_removed
