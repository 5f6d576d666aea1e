"""The tables of a phase: made, made anew, gone back on, and looked through."""

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
from sloyfe.cycle.meetings.actions import groups as actions
from sloyfe.cycle.meetings.actions import rearranging as changes
from sloyfe.cycle.meetings.forms.groups import LookForm, MoveForm
from sloyfe.cycle.meetings.models import Meeting, MeetingPhase
from sloyfe.cycle.meetings.queries import groups as queries
from sloyfe.cycle.meetings.queries.absences import absent
from sloyfe.cycle.meetings.queries.board import board
from sloyfe.cycle.meetings.scripts import Grouping
from sloyfe.cycle.meetings.views.finding import led, phase_of


@can(Can.MEETING_LEAD)
def groups(request: HttpRequest, visit: Visit, meeting: UUID, phase: UUID) -> HttpResponse:
    """Who sits where; somebody is moved by a form, so that a keyboard is enough."""
    row, forming = found(visit, meeting, phase)
    look = LookForm(request.GET)
    shown = board(forming, page=look.page(), name=look.name())
    everyone = [*shown.unseated, *(each for table in shown.tables for each in table.people)]
    form = MoveForm(forming, everyone, request.POST or None)
    if form.is_valid():
        who, to = form.cleaned_data["who"], form.cleaned_data["to"]
        changes.move(who, to, by=visit.person, at=timezone.now())
        messages.success(
            request, _("%(name)s sitter nå ved bord %(number)s.") % {"name": who.name, "number": to.number}
        )
        # On the name of whoever was moved, also for those who do not see where it went.
        return redirect(f"{request.get_full_path()}#navn-{who.pk}")
    page = {
        "meeting": row,
        "phase": forming,
        "board": shown,
        "form": form,
        "sought": look.name(),
        "absent": absent(row),
        "rounds": queries.rounds_after(row, forming),
        "by_choice": forming.grouping == Grouping.CHOICE,
        "many_places": len(row.places.all()) != 1,
        "home": queries.HOSTS_STAY in forming.rules,
    }
    return render(request, "meetings/groups.html", page, status=form.status_code)


@require_POST
@can(Can.MEETING_LEAD)
def new_groups(request: HttpRequest, visit: Visit, meeting: UUID, phase: UUID) -> HttpResponse:
    """Make the groups, or make them anew."""
    rows = found(visit, meeting, phase)
    again = queries.seating_of(rows[1]) is not None
    said = _("Gruppene er satt sammen. Du kan gå tilbake til dem som var før.") if again else _("Gruppene er klare.")
    return _changed(request, visit, rows, actions.make_groups, said)


@require_POST
@can(Can.MEETING_LEAD)
def groups_withdrawal(request: HttpRequest, visit: Visit, meeting: UUID, phase: UUID) -> HttpResponse:
    """Back to the groups before."""
    return _changed(request, visit, found(visit, meeting, phase), changes.go_back, _("Gruppene er som de var før."))


@require_POST
@can(Can.MEETING_LEAD)
def groups_restoration(request: HttpRequest, visit: Visit, meeting: UUID, phase: UUID) -> HttpResponse:
    """The groups that were left, after all."""
    return _changed(
        request, visit, found(visit, meeting, phase), changes.go_forward, _("Gruppene er hentet fram igjen.")
    )


@require_POST
@can(Can.MEETING_LEAD)
def move_withdrawal(request: HttpRequest, visit: Visit, meeting: UUID, phase: UUID) -> HttpResponse:
    """The last move by hand is undone."""
    return _changed(request, visit, found(visit, meeting, phase), changes.take_back_move, _("Flyttingen er angret."))


def found(visit: Visit, meeting: UUID, phase: UUID) -> tuple[Meeting, MeetingPhase]:
    """A phase that forms groups, of a meeting that this person leads."""
    row = led(visit, meeting)
    forming = phase_of(row, phase)
    if not queries.makes_groups(forming) or forming.is_left_out:
        raise Http404
    return row, forming


def back(request: HttpRequest, visit: Visit, row: Meeting, phase: MeetingPhase) -> HttpResponse:
    """To the tables, to the page of them that the press came from."""
    answer = redirect("meetings:groups", visit.space.slug, row.pk, phase.pk)
    look = LookForm({"side": request.POST.get("side", ""), "sok": request.POST.get("sok", "")})
    if look.is_valid() and (look.page() > 1 or look.name()):
        query = HttpRequest().GET.copy()
        query.update({"side": str(look.page()), "sok": look.name()})
        answer["Location"] += f"?{query.urlencode()}"
    return answer


def _changed(
    request: HttpRequest, visit: Visit, rows: tuple[Meeting, MeetingPhase], act: Callable[..., object], said: str
) -> HttpResponse:
    row, forming = rows
    act(forming, by=visit.person, at=timezone.now())
    messages.success(request, said)
    return redirect("meetings:groups", visit.space.slug, row.pk, forming.pk)
