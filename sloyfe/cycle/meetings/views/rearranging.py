"""Presses on one table or one chair: lock, name, host; and those who did not come."""

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
from sloyfe.cycle.meetings.actions import absences as absence_actions
from sloyfe.cycle.meetings.actions import rearranging as actions
from sloyfe.cycle.meetings.actions.meetings import BadPress
from sloyfe.cycle.meetings.actions.rounds import change_host
from sloyfe.cycle.meetings.forms.groups import AbsenceForm, HostForm, LockForm, NameForm
from sloyfe.cycle.meetings.models import Attendee, Group, MeetingPhase
from sloyfe.cycle.meetings.queries.absences import absent, evened
from sloyfe.cycle.meetings.queries.board import attendee_with_key, group_with
from sloyfe.cycle.meetings.queries.mixing import present
from sloyfe.cycle.meetings.views.groups import back, found


@require_POST
@can(Can.MEETING_LEAD)
def table_lock(request: HttpRequest, visit: Visit, meeting: UUID, phase: UUID, group: UUID) -> HttpResponse:
    """Groups made anew leave the table as it is, or no longer."""
    row, forming = found(visit, meeting, phase)
    form = LockForm(request.POST)
    locked = form.is_valid() and form.cleaned_data["locked"]
    actions.lock_table(_group(forming, group), locked=locked, by=visit.person, at=timezone.now())
    return back(request, visit, row, forming)


@require_POST
@can(Can.MEETING_LEAD)
def chair_lock(request: HttpRequest, visit: Visit, meeting: UUID, phase: UUID, attendee: UUID) -> HttpResponse:
    """Groups made anew leave somebody where they are, or no longer."""
    row, forming = found(visit, meeting, phase)
    form = LockForm(request.POST)
    locked = form.is_valid() and form.cleaned_data["locked"]
    actions.lock_chair(forming, _attendee(forming, attendee), locked=locked, by=visit.person, at=timezone.now())
    return back(request, visit, row, forming)


@require_POST
@can(Can.MEETING_LEAD)
def table_name(request: HttpRequest, visit: Visit, meeting: UUID, phase: UUID, group: UUID) -> HttpResponse:
    """What the table is called."""
    row, forming = found(visit, meeting, phase)
    form = NameForm(request.POST)
    if not form.is_valid():
        raise BadPress
    actions.name_table(_group(forming, group), form.cleaned_data["name"], by=visit.person, at=timezone.now())
    return back(request, visit, row, forming)


@require_POST
@can(Can.MEETING_LEAD)
def table_host(request: HttpRequest, visit: Visit, meeting: UUID, phase: UUID, group: UUID) -> HttpResponse:
    """Somebody at the table stays while the others move on."""
    row, forming = found(visit, meeting, phase)
    form, table = HostForm(request.POST), _group(forming, group)
    if not form.is_valid():
        raise BadPress
    who = _attendee(forming, form.cleaned_data["who"])
    if not table.chairs.filter(attendee=who).exists():
        raise BadPress
    change_host(forming, table, who, by=visit.person, at=timezone.now())
    said = {"name": who.name, "number": table.number}
    messages.success(request, _("%(name)s er vert ved bord %(number)s.") % said)
    return back(request, visit, row, forming)


@can(Can.MEETING_LEAD)
def absences(request: HttpRequest, visit: Visit, meeting: UUID, phase: UUID) -> HttpResponse:
    """Who did not come (GET shows who would move because of it); POST does what was shown."""
    row, forming = found(visit, meeting, phase)
    form = AbsenceForm(present(forming), request.POST or request.GET)
    if not form.is_valid():
        if request.method == "POST":
            raise BadPress
        return redirect("meetings:groups", visit.space.slug, row.pk, forming.pk)
    gone = form.gone()
    if request.method == "POST":
        absence_actions.note_absent(forming, gone, by=visit.person, at=timezone.now())
        messages.success(request, _("Plassene er tatt bort. Kommer noen likevel, trykker du på det nederst på siden."))
        return redirect("meetings:groups", visit.space.slug, row.pk, forming.pk)
    changes = evened(row, forming, {each.pk for each in gone})
    page = {"meeting": row, "phase": forming, "gone": gone, "changes": [each for each in changes if each.shifts]}
    return render(request, "meetings/absences.html", page)


@require_POST
@can(Can.MEETING_LEAD)
def absence_withdrawal(request: HttpRequest, visit: Visit, meeting: UUID, phase: UUID, attendee: UUID) -> HttpResponse:
    """They came after all."""
    row, forming = found(visit, meeting, phase)
    who = next((each for each in absent(row) if each.pk == attendee), None)
    if who is None:
        raise Http404
    absence_actions.came_after_all(who, by=visit.person, at=timezone.now())
    messages.success(request, _("%(name)s har fått plass.") % {"name": who.name})
    return back(request, visit, row, forming)


def _group(phase: MeetingPhase, key: UUID) -> Group:
    group = group_with(phase, key)
    if group is None:
        raise Http404
    return group


def _attendee(phase: MeetingPhase, key: UUID) -> Attendee:
    who = attendee_with_key(phase, key)
    if who is None:
        raise Http404
    return who
