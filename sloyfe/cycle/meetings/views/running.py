"""Leading a meeting: what is now, what is next, and the presses that change it. Works with a reload button alone."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.meetings.actions import door as doors
from sloyfe.cycle.meetings.actions import running as actions
from sloyfe.cycle.meetings.actions.meetings import BadPress
from sloyfe.cycle.meetings.actions.playing import play
from sloyfe.cycle.meetings.forms.door import DoorForm, PressForm
from sloyfe.cycle.meetings.models import Meeting
from sloyfe.cycle.meetings.queries import running as queries
from sloyfe.cycle.meetings.queries.dots import phases_with_dots
from sloyfe.cycle.meetings.queries.groups import forming, worth_asking_roles
from sloyfe.cycle.meetings.queries.materials import on_the_table
from sloyfe.cycle.meetings.queries.notes import beforehand
from sloyfe.cycle.meetings.queries.points import takes_points
from sloyfe.cycle.meetings.queries.preparation import wants_preparation
from sloyfe.cycle.meetings.queries.running import Standing
from sloyfe.cycle.meetings.queries.tables import waits_for
from sloyfe.cycle.meetings.queries.tallies import Tally
from sloyfe.cycle.meetings.views.drawing import grouped
from sloyfe.cycle.meetings.views.finding import led, phase_of
from sloyfe.cycle.meetings.views.programme import lines
from sloyfe.cycle.meetings.views.screens import counted
from sloyfe.kit.forms import Form

EXTRA = 5


@can(Can.MEETING_LEAD)
def control(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """What now, what next, and how many have come."""
    return _control(request, led(visit, meeting))


@require_POST
@can(Can.MEETING_LEAD)
def phase_start(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """Begin the meeting, go on, skip or go back: another phase begins."""
    row = led(visit, meeting)
    form = PressForm(request.POST)
    if not form.is_valid() or not form.cleaned_data["phase"]:
        raise BadPress
    phase = phase_of(row, form.cleaned_data["phase"])
    return _pressed(request, visit, row, form, actions.begin_phase, phase)


@require_POST
@can(Can.MEETING_LEAD)
def preparation(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """Two minutes before all else, for those who come unprepared."""
    row = led(visit, meeting)
    return _pressed(request, visit, row, PressForm(request.POST), actions.give_preparation, row)


@require_POST
@can(Can.MEETING_LEAD)
def extension(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """A few minutes more."""
    row, form = led(visit, meeting), PressForm(request.POST)
    if not form.is_valid():
        raise BadPress
    return _pressed(request, visit, row, form, actions.extend, row, form.cleaned_data["minutes"] or EXTRA)


@require_POST
@can(Can.MEETING_LEAD)
def pause(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """The clock stands still."""
    row = led(visit, meeting)
    return _pressed(request, visit, row, PressForm(request.POST), actions.pause, row)


@require_POST
@can(Can.MEETING_LEAD)
def resumption(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """The clock goes again."""
    row = led(visit, meeting)
    return _pressed(request, visit, row, PressForm(request.POST), actions.resume, row)


@can(Can.MEETING_LEAD)
def door(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """Open the door; after that the code is on the leader's page, and on the wall."""
    row = led(visit, meeting)
    form = DoorForm(request.POST or None, initial={"asks_role": worth_asking_roles(row)})
    if form.is_valid() and form.attempt(doors.open_door, row, **form.cleaned_data, by=visit.person, at=timezone.now()):
        messages.success(request, _("Døra er åpen. Nå kan du vise koden på veggen."))
        return redirect("meetings:control", visit.space.slug, row.pk)
    standing = getattr(row, "door", None)
    if standing is None or form.errors:
        return render(request, "meetings/door.html", {"form": form, "meeting": row}, status=form.status_code)
    return redirect("meetings:control", visit.space.slug, row.pk)


@require_POST
@can(Can.MEETING_LEAD)
def attendee_removal(_request: HttpRequest, visit: Visit, meeting: UUID, attendee: UUID) -> HttpResponse:
    """Take somebody out who should not be there."""
    row = led(visit, meeting)
    found = next((each for each in queries.attendees(row) if each.pk == attendee), None)
    if found is None:
        raise Http404
    doors.show_out(found, by=visit.person, at=timezone.now())
    return redirect("meetings:control", visit.space.slug, row.pk)


def _pressed(
    request: HttpRequest, visit: Visit, row: Meeting, form: Form, act: Callable[..., object], *args: object
) -> HttpResponse:
    if not form.is_valid():
        raise BadPress
    if row.is_rehearsal:
        play(row, at=timezone.now(), finishing=act is actions.begin_phase)
    if form.attempt(act, *args, seen=form.cleaned_data["seen"], by=visit.person, at=timezone.now()):
        return redirect("meetings:control", visit.space.slug, row.pk)
    return _control(request, row, refused=form)


def _dotted(meeting: Meeting, now: Standing) -> dict[str, object]:
    """The phases of dots that have begun, and the one whose list is to be talked about and confirmed."""
    phase = now.phase
    begun = [each for each in phases_with_dots(meeting) if phase and each.position <= phase.position]
    unsaid = (each for each in begun if each != phase and not each.carryings.exists())
    return {"dotted": begun, "to_confirm": next(unsaid, None)}


def _preparing(row: Meeting, now: Standing, here: Tally) -> dict[str, object]:
    if now.start:
        return {}
    wants = wants_preparation(row, today=timezone.localdate(), here=here)
    return {"wants_preparation": wants, "prepared": here if beforehand(row) else None}


def _control(request: HttpRequest, row: Meeting, refused: Form | None = None) -> HttpResponse:
    if row.is_rehearsal:
        play(row, at=timezone.now())
    standing_door = getattr(row, "door", None)
    now = queries.standing(row, now=timezone.now())
    sought = request.GET.get("navn", "").strip()[:60]
    numbers = counted(row, now)
    page = {
        "meeting": row,
        "now": now,
        "lines": [line for line in lines(row) if line.card],
        "door": standing_door,
        "code": grouped(standing_door.code) if standing_door else "",
        "sought": sought,
        "attendees": queries.newest_attendees(row, sought),
        "count": numbers["tally"].inside,
        "refused": refused,
        "forming": list(forming(row)),
        "extra": EXTRA,
        "many_places": len(row.places.all()) != 1,
        **_dotted(row, now),
        "waits_for": waits_for(row, now.phase),
        **on_the_table(row, now.phase),
        "shows_points": bool(standing_door and now.phase and takes_points(now.phase) and not numbers["counts"]),
        **numbers,
        **_preparing(row, now, numbers["tally"]),
    }
    return render(request, "meetings/control.html", page, status=refused.status_code if refused else 200)
