"""In a meeting without an account: the code, a name, and then what goes on, with a reload button.

The browser holds a key in a cookie that only this meeting's pages get; whoever holds it is the same attendee again.
"""

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.cycle.meetings.actions import door as actions
from sloyfe.cycle.meetings.actions.notes import Writing, WrittenElsewhere, keep_notes
from sloyfe.cycle.meetings.forms.door import CodeForm, ComeInForm, NoteForm
from sloyfe.cycle.meetings.models import Attendee, Door, MeetingPhase, Naming
from sloyfe.cycle.meetings.queries import running as queries
from sloyfe.cycle.meetings.queries.groups import places_to_come_from, seated_by, table_of
from sloyfe.cycle.meetings.queries.guessing import MISSES, passes
from sloyfe.cycle.meetings.queries.points import on_the_table
from sloyfe.cycle.meetings.views import shown
from sloyfe.cycle.meetings.views.finding import phase_of
from sloyfe.cycle.meetings.views.keys import (
    attendee_of,
    by_way_of_old_code,
    from_old_code,
    gone,
    key_of,
    said_control,
    with_key,
)
from sloyfe.kit.refusal import Refusal
from sloyfe.people.doors import everyone


@everyone
def code(request: HttpRequest) -> HttpResponse:
    """Write the code from the wall."""
    at = timezone.now()
    form = CodeForm(request.POST or None, asks_control=MISSES.are_many(at))
    if form.is_valid():
        typed, said = form.cleaned_data["code"], form.cleaned_data.get("control", "")
        known = passes(typed, said, at=at) and (queries.door_with(typed) or queries.door_before(typed))
        if known:
            return redirect(reverse("joining:meeting", args=[typed]) + (f"?k={said}" if said else ""))
        MISSES.note(at)
        form.add_error("code", _("Ingen møter har denne koden. Se etter om du har skrevet alle åtte sifrene."))
    return render(request, "joining/code.html", {"form": form}, status=form.status_code)


@everyone
def meeting(request: HttpRequest, code: str) -> HttpResponse:
    """Come in with a name; those who are in see what goes on. While many guess, nothing is told before all digits."""
    door = queries.door_with(code)
    attendee = attendee_of(request, door) if door else None
    if door and attendee:
        return _inside(request, door, attendee)
    at = timezone.now()
    led_on = None if door else from_old_code(request, code, at=at)
    if led_on:
        return led_on
    if not passes(code, said_control(request), at=at):
        MISSES.note(at)
        return render(request, "joining/control.html", {"form": CodeForm(asks_control=True)}, status=429)
    if door is None:
        return gone(request, at=at)
    if door.meeting.is_shut(today=timezone.localdate()):
        return render(request, "joining/over.html", {"meeting": door.meeting}, status=410)
    return by_way_of_old_code(request, door) or _coming_in(request, door)


@require_POST
@everyone
def way_out(request: HttpRequest, code: str) -> HttpResponse:
    """Leave, and be forgotten."""
    door = queries.door_with(code) or queries.door_before(code)
    attendee = attendee_of(request, door) if door else None
    if attendee:
        actions.go_out(attendee)
    answer = redirect("joining:code")
    for cookie, path in shown.cookies(code):
        answer.delete_cookie(cookie, path=path)
    return answer


@require_POST
@everyone
def note(request: HttpRequest, code: str, phase: UUID) -> HttpResponse:
    """Keep what one has written for oneself; it is sealed before it is stored."""
    door = queries.door_with(code) or queries.door_before(code)
    attendee = attendee_of(request, door) if door else None
    if door is None or attendee is None:
        return render(request, "joining/unknown.html", {"form": CodeForm()}, status=404)
    form, row = NoteForm(request.POST), phase_of(door.meeting, phase)
    if not row.is_private:
        raise Http404
    if form.is_valid() and form.attempt(_kept, form, row, key_of(request)):
        messages.success(request, _("Notatene er lagret. Bare du kan lese dem."))
        return redirect("joining:meeting", code)
    page = {"meeting": door.meeting, "door": door, "attendee": attendee, "writing": row, "note": form}
    return render(request, "joining/note.html", page, status=form.status_code)


def _kept(form: NoteForm, phase: MeetingPhase, key: str) -> None:
    said = form.cleaned_data
    outcome = keep_notes([Writing(key, phase.pk, said["words"], said["after"], uuid4(), timezone.now())])[0]
    if isinstance(outcome, WrittenElsewhere):
        form.join(outcome.words, outcome.version)
    if isinstance(outcome, Refusal):
        raise outcome


def _coming_in(request: HttpRequest, door: Door) -> HttpResponse:
    places = places_to_come_from(door.meeting)
    form = ComeInForm(door.naming, places, request.POST or None, asks_role=door.asks_role)
    if form.is_valid():
        key = actions.new_key()
        name, place = form.cleaned_data["name"], form.from_where()
        role = form.works_as()
        if form.attempt(actions.come_in, door, name, key=key, place=place, role=role, at=timezone.now()):
            return with_key(redirect("joining:meeting", door.code), door, key)
    standing = {"form": form, "meeting": door.meeting, "door": door, "control": said_control(request)}
    page = render(request, "joining/door.html", standing, status=form.status_code)
    calm = not request.GET and not MISSES.are_many(timezone.now())
    if door.naming == Naming.NAME and not form.is_bound and calm:
        # The same for everybody at the door, who may be thousands; a suggested pseudonym is one's own.
        page["X-Sloyfe-Shared"] = "1"
    return page


def _inside(request: HttpRequest, door: Door, attendee: Attendee) -> HttpResponse:
    now = queries.standing(door.meeting, now=timezone.now())
    forming = seated_by(door.meeting, now.phase) if now.phase else None
    table = table_of(attendee, forming) if forming else None
    key = key_of(request)
    points = on_the_table(table.group) if table else []
    page = {
        "attendee": attendee,
        **shown.for_everybody(door, now),
        **shown.for_a_table(door, now, table, points, shown.own_points(points, key)),
        **shown.for_oneself(door, now, attendee, table, key=key),
    }
    return render(request, "joining/meeting.html", page)
