"""The key that a browser holds: whose it is, and how it follows a meeting to a new code."""

from datetime import datetime
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sloyfe.cycle.meetings.actions import door as actions
from sloyfe.cycle.meetings.forms.door import CodeForm
from sloyfe.cycle.meetings.models import Attendee, Door
from sloyfe.cycle.meetings.queries import running as queries
from sloyfe.cycle.meetings.queries.guessing import MISSES, passes
from sloyfe.cycle.meetings.views import shown


def attendee_of(request: HttpRequest, door: Door) -> Attendee | None:
    """Who holds the key that this browser sent, if anybody in this meeting does."""
    key = key_of(request)
    return queries.attendee_with(door.meeting, actions.digest(key)) if key else None


def key_of(request: HttpRequest) -> str:
    """The key that this browser holds for this meeting."""
    return request.COOKIES.get(shown.COOKIE, "")


def said_control(request: HttpRequest) -> str:
    """The four digits beside the code, if they came along."""
    return request.POST.get("k", "") or request.GET.get("k", "")


def with_key(answer: HttpResponse, door: Door, key: str) -> HttpResponse:
    """The answer with what makes the browser known again at the meeting's addresses."""
    for cookie, path in shown.cookies(door.code):
        answer.set_cookie(
            cookie,
            key,
            max_age=shown.life(door),
            path=path,
            secure=settings.SECURE,
            httponly=True,
            samesite="Lax",
        )
    return answer


def from_old_code(request: HttpRequest, code: str, *, at: datetime) -> HttpResponse | None:
    """At the address of a code that was replaced: those who are in are led on, and others are told."""
    now = queries.door_before(code)
    if now is None:
        return None
    if attendee_of(request, now):
        return with_key(redirect("joining:meeting", now.code), now, key_of(request))
    said = request.GET.get("til")
    if said == now.code and passes(said, said_control(request), at=at):  # known already, so nothing is given away
        return redirect(_to(now.code, {"ny": "1", "k": said_control(request)}))
    if said:
        MISSES.note(at)
    return render(request, "joining/retired.html", {"form": CodeForm()}, status=410)


def by_way_of_old_code(request: HttpRequest, door: Door) -> HttpResponse | None:
    """Once by the old address: a browser sends its key only to the address that it came in by."""
    before = queries.code_before(door) if request.method == "GET" and "ny" not in request.GET else ""
    return redirect(_to(before, {"til": door.code, "k": said_control(request)})) if before else None


def gone(request: HttpRequest, *, at: datetime) -> HttpResponse:
    """No meeting has this code: it is counted."""
    MISSES.note(at)
    return render(request, "joining/unknown.html", {"form": CodeForm()}, status=404)


def _to(code: str, said: dict[str, str]) -> str:
    return f"{reverse('joining:meeting', args=[code])}?{urlencode(said)}"
