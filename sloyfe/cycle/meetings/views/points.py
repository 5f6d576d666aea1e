"""Points: on a group's table for those who sit there, and gathered for whoever leads."""

from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.meetings.actions import points as actions
from sloyfe.cycle.meetings.actions.themes import call_unlike, think_again_of_unlike
from sloyfe.cycle.meetings.forms.points import CommonForm, MergeForm, PointForm
from sloyfe.cycle.meetings.models import Attendee, Door, Meeting, Point
from sloyfe.cycle.meetings.queries import outcomes
from sloyfe.cycle.meetings.queries import points as queries
from sloyfe.cycle.meetings.queries.activities import elements_of
from sloyfe.cycle.meetings.queries.dots import phases_with_dots
from sloyfe.cycle.meetings.queries.running import start_of
from sloyfe.cycle.meetings.queries.tables import parked, parks
from sloyfe.cycle.meetings.queries.themes import suggestions
from sloyfe.cycle.meetings.views.finding import led
from sloyfe.cycle.meetings.views.inside import inside, table_now
from sloyfe.cycle.meetings.views.keys import key_of
from sloyfe.kit.refusal import Refusal
from sloyfe.people.doors import everyone


@require_POST
@everyone
def new_point(request: HttpRequest, code: str) -> HttpResponse:
    """Put a point on the table one sits at: written now, or taken by hand from one's own notes."""
    door, attendee = inside(request, code)
    form = PointForm(request.POST)
    if form.is_valid() and form.attempt(_lay, door, attendee, form.cleaned_data, key_of(request)):
        return redirect("joining:meeting", code)
    page = {"meeting": door.meeting, "door": door, "form": form}
    return render(request, "joining/point.html", page, status=form.status_code)


@require_POST
@everyone
def point_agreement(request: HttpRequest, code: str, point: UUID) -> HttpResponse:
    """The group stands behind it."""
    door, row = _point(request, code, point)
    actions.agree(row, door.meeting)
    return redirect("joining:meeting", code)


@require_POST
@everyone
def point_agreement_withdrawal(request: HttpRequest, code: str, point: UUID) -> HttpResponse:
    """The group thinks again."""
    door, row = _point(request, code, point)
    actions.think_again(row, door.meeting)
    return redirect("joining:meeting", code)


@require_POST
@everyone
def point_removal(request: HttpRequest, code: str, point: UUID) -> HttpResponse:
    """Its author takes it back."""
    door, row = _point(request, code, point)
    actions.take_back(row, door.meeting, key=key_of(request))
    return redirect("joining:meeting", code)


@require_POST
@can(Can.MEETING_LEAD)
def new_common(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """Write down a point of the plenary."""
    row = led(visit, meeting)
    form = CommonForm(request.POST)
    if form.is_valid():
        actions.note_common(row, **form.cleaned_data, by=visit.person, at=timezone.now())
        return redirect("meetings:points", visit.space.slug, row.pk)
    found = queries.gathered(row)
    page = _page(visit, row, found, MergeForm(found.single)) | {"common_form": form}
    return render(request, "meetings/points.html", page, status=form.status_code)


@can(Can.MEETING_LEAD)
def points(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """What the groups have agreed on; a person makes one point of those that say the same."""
    row = led(visit, meeting)
    found = queries.gathered(row)
    form = MergeForm(found.single, request.POST or None)
    if form.is_valid() and form.attempt(
        actions.merge, row, form.chosen(), form.cleaned_data["words"], by=visit.person, at=timezone.now()
    ):
        messages.success(request, _("Punktene er slått sammen."))
        return redirect("meetings:points", visit.space.slug, row.pk)
    return render(request, "meetings/points.html", _page(visit, row, found, form), status=form.status_code)


@require_POST
@can(Can.MEETING_LEAD)
def unlikeness(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """They look alike, and do not say the same."""
    row = led(visit, meeting)
    call_unlike(row, _chosen(request, row), by=visit.person, at=timezone.now())
    messages.success(request, _("De foreslås ikke sammen igjen. Du kan angre under «Sier ikke det samme»."))
    return redirect("meetings:points", visit.space.slug, row.pk)


@require_POST
@can(Can.MEETING_LEAD)
def unlikeness_withdrawal(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """They may say the same after all."""
    row = led(visit, meeting)
    think_again_of_unlike(row, _chosen(request, row), by=visit.person, at=timezone.now())
    messages.success(request, _("De kan foreslås sammen igjen."))
    return redirect("meetings:points", visit.space.slug, row.pk)


@require_POST
@can(Can.MEETING_LEAD)
def point_parting(_request: HttpRequest, visit: Visit, meeting: UUID, common: UUID) -> HttpResponse:
    """They did not say the same after all."""
    row = led(visit, meeting)
    found = next((each for each in queries.gathered(row).common if each.pk == common), None)
    if found is None:
        raise Http404
    actions.part(found, by=visit.person, at=timezone.now())
    return redirect("meetings:points", visit.space.slug, row.pk)


def _chosen(request: HttpRequest, meeting: Meeting) -> list[Point]:
    chosen = set(request.POST.getlist("points"))
    return [point for point in queries.gathered(meeting).single if str(point.pk) in chosen]


def _page(visit: Visit, meeting: Meeting, found: queries.Gathered, form: MergeForm) -> dict[str, Any]:
    suggested, told_apart = suggestions(meeting, found.single)
    return {
        "further": outcomes.further(visit, meeting, found),
        "meeting": meeting,
        "gathered": found,
        "elements": elements_of(meeting),
        "form": form,
        "common_form": CommonForm(),
        "suggestions": suggested,
        "told_apart": told_apart,
        "dotted": phases_with_dots(meeting),
        **_objections(meeting),
    }


def _objections(meeting: Meeting) -> dict[str, Any]:
    """How many are parked while ideas are gathered; after that, which."""
    found = parked(meeting)
    start = start_of(meeting) if found else None
    waits = start is not None and parks(start.phase) and not meeting.is_held
    return {"parked": len(found), "objections": [] if waits else found}


def _lay(door: Door, attendee: Attendee, said: dict[str, Any], key: str) -> Point:
    phase, _own = table_now(door, attendee)
    name = said["name"] or uuid4()
    laying = actions.Laying(key, phase.pk, said["words"], name, timezone.now(), said["element"])
    laid = actions.lay_points([laying])[0]
    if isinstance(laid, Refusal):
        raise laid
    return laid


def _point(request: HttpRequest, code: str, key: UUID) -> tuple[Door, Point]:
    door, attendee = inside(request, code)
    found = queries.point_at(table_now(door, attendee)[1].group, key)
    if found is None:
        raise actions.NotOnTheTable
    return door, found
