"""The elements that a meeting works through: agreeing on each, and taking them into an owner's plan."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.meetings.actions import decisions, points
from sloyfe.cycle.meetings.actions import elements as actions
from sloyfe.cycle.meetings.forms.decisions import DecisionForm
from sloyfe.cycle.meetings.forms.elements import AgreedForm, OwnerPlanForm
from sloyfe.cycle.meetings.models import Meeting
from sloyfe.cycle.meetings.queries import elements as queries
from sloyfe.cycle.meetings.queries.elements import Worked
from sloyfe.cycle.meetings.views.finding import led
from sloyfe.cycle.meetings.views.notes import saved
from sloyfe.cycle.partnership.models import Party
from sloyfe.cycle.plan import content
from sloyfe.cycle.plan.queries.owner_plans import AskedElement, asked_elements, owner_plan
from sloyfe.cycle.plan.queries.people import responsibles


@can(Can.MEETING_LEAD)
def elements(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """All of them, and how far each has come."""
    row = led(visit, meeting)
    page = {"meeting": row, "found": _all(row), "may_plan": bool(queries.owners_to_write_for(visit, row))}
    return render(request, "meetings/element_list.html", page)


@can(Can.MEETING_LEAD)
def element(request: HttpRequest, visit: Visit, meeting: UUID, element: UUID) -> HttpResponse:
    """What the tables said about one, and the words that all agree on (POST)."""
    row = led(visit, meeting)
    found = _one(row, element)
    form = AgreedForm([*found.points, *queries.unplaced(row)], request.POST or None)
    if form.is_valid() and form.attempt(
        actions.agree_on, found.element, by=visit.person, at=timezone.now(), **form.said()
    ):
        messages.success(request, _("Ordlyden er notert. Alle i møtet ser den."))
        return redirect("meetings:element", visit.space.slug, row.pk, element)
    page = _page(visit, row, found) | {"form": form}
    return render(request, "meetings/element.html", page, status=form.status_code)


@require_POST
@can(Can.MEETING_LEAD)
def element_decision(request: HttpRequest, visit: Visit, meeting: UUID, element: UUID) -> HttpResponse:
    """Who does what about it, and by when."""
    row = led(visit, meeting)
    found = _one(row, element)
    form = _deciding(visit, row, request.POST)
    if form.is_valid() and form.attempt(
        decisions.decide, row, element=found.element, by=visit.person, at=timezone.now(), **form.said()
    ):
        saved(request, _("Beslutningen er notert."), form.cleaned_data)
        return redirect("meetings:element", visit.space.slug, row.pk, element)
    page = _page(visit, row, found) | {"decision_form": form}
    return render(request, "meetings/element.html", page, status=form.status_code)


@require_POST
@can(Can.MEETING_LEAD)
def element_parting(request: HttpRequest, visit: Visit, meeting: UUID, element: UUID, common: UUID) -> HttpResponse:
    """They did not agree on these words after all."""
    row = led(visit, meeting)
    common_row = next((each for each in _one(row, element).common if each.pk == common), None)
    if common_row is None:
        raise Http404
    points.part(common_row, by=visit.person, at=timezone.now())
    messages.success(request, _("Ordlyden er tatt bort."))
    return redirect("meetings:element", visit.space.slug, row.pk, element)


@can(Can.MEETING_LEAD)
def into_plan(request: HttpRequest, visit: Visit, meeting: UUID) -> HttpResponse:
    """What was agreed on beside what stands in the plan (GET), and adding it there (POST)."""
    row = led(visit, meeting)
    found, owners = _all(row), queries.owners_to_write_for(visit, row)
    if not owners:
        raise PermissionDenied
    form = OwnerPlanForm(owners, found, request.POST or None)
    if form.is_valid() and form.attempt(
        actions.take_into_plan, row, form.chosen_owner(), form.takings(), by=visit.person, at=timezone.now()
    ):
        said = ngettext("%(n)s tekst er lagt til i planen.", "%(n)s tekster er lagt til i planen.", form.result)
        messages.success(request, said % {"n": form.result})
        return redirect("meetings:into_plan", visit.space.slug, row.pk)
    owner = _owner(request, owners)
    form.fields["owner"].initial = str(owner.pk)
    page = {"meeting": row, "form": form, "lines": _lines(form, row, owner), "owner": owner, "owners": owners}
    page["taken"] = [each for one in found for each in one.became]
    return render(request, "meetings/into_plan.html", page, status=form.status_code)


def _all(meeting: Meeting) -> list[Worked]:
    """A meeting without elements has no such pages."""
    found = queries.worked(meeting)
    if not found:
        raise Http404
    return found


def _one(meeting: Meeting, key: UUID) -> Worked:
    found = queries.element(meeting, key)
    if found is None:
        raise Http404
    return found


def _deciding(visit: Visit, meeting: Meeting, data: Any = None) -> DecisionForm:
    places = list(meeting.places.all())
    return DecisionForm(responsibles(places[0] if len(places) == 1 else visit.space, on=timezone.localdate()), data)


def _page(visit: Visit, meeting: Meeting, found: Worked) -> dict[str, object]:
    rows = [each.element for each in queries.worked(meeting)]
    at = next(number for number, each in enumerate(rows) if each.pk == found.element.pk)
    return {
        "meeting": meeting,
        "one": found,
        "before": rows[at - 1] if at else None,
        "after": rows[at + 1] if at + 1 < len(rows) else None,
        "form": AgreedForm([*found.points, *queries.unplaced(meeting)]),
        "decision_form": _deciding(visit, meeting),
    }


def _owner(request: HttpRequest, owners: list[Party]) -> Party:
    wanted = request.POST.get("owner") or request.GET.get("eier")
    return next((each for each in owners if str(each.pk) == wanted), owners[0])


def _lines(form: OwnerPlanForm, meeting: Meeting, owner: Party) -> list[dict[str, object]]:
    """Each element with its fields, and what the plan says where it is thought to belong."""
    plan = owner_plan(meeting.round, owner)
    stands = {asked.element.key: asked for asked in asked_elements(plan)} if plan else {}
    return [_line(form, key, each, stands) for key, each in form.found.items()]


def _line(form: OwnerPlanForm, key: str, each: Worked, stands: dict[str, AskedElement]) -> dict[str, object]:
    to = form[f"to_{key}"]
    chosen = str(to.value() or "")
    wording = next((one for one in content.owner_plan().elements if one.key == chosen), None)
    return {"one": each, "to": to, "what": form[f"what_{key}"], "stands": stands.get(chosen), "wording": wording}
