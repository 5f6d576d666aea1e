"""Giving points on a phone, closing, the order, and what steering decides."""

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
from sloyfe.cycle.needs.actions import deciding
from sloyfe.cycle.needs.actions import prioritisation as actions
from sloyfe.cycle.needs.content import needs_content
from sloyfe.cycle.needs.forms.prioritisation import DecisionForm, OpenForm, PointsForm
from sloyfe.cycle.needs.models import Prioritisation, RoleGroup
from sloyfe.cycle.needs.queries import needs as needs_queries
from sloyfe.cycle.needs.queries import order, overview
from sloyfe.cycle.needs.queries import prioritisation as queries
from sloyfe.cycle.needs.views.notes import saved
from sloyfe.cycle.partnership.queries import current_round
from sloyfe.kit.forms import Form


@can(Can.NEED_SEE, POST=Can.PRIORITY_DECIDE)
def prioritisation(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Open the giving of points; see where it stands; read the order when it is closed."""
    this_round = current_round(visit.space)
    form = OpenForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        if form.attempt(
            actions.open_prioritisation,
            this_round,
            points_each=data["points_each"],
            groups=[RoleGroup(group) for group in data["groups"]],
            closes_on=data["closes_on"],
            by=visit.person,
            at=timezone.now(),
        ):
            saved(request, _("Poengfordelingen er åpnet."))
            return redirect("needs:prioritisation", visit.space.slug)
    return _state(request, visit, queries.prioritisation(this_round), form)


@can(Can.PRIORITY_GIVE)
def points(request: HttpRequest, visit: Visit) -> HttpResponse:
    """One's own points, and nobody else's."""
    standing = _standing(visit)
    as_what = queries.giving_group(visit, standing)
    if as_what is None:
        raise PermissionDenied
    group, role = as_what
    place = next(seat.space for seat in visit.seats if seat.role == role)
    own = queries.own_points(visit, standing)
    most = standing.points_each
    form = PointsForm(request.POST or None, needs=queries.candidates(standing), most=most, own=own)
    if request.method == "POST" and form.is_valid():
        gifts = form.gifts()
        if form.attempt(
            actions.give_points, standing, gifts, by=visit.person, group=group, place=place, at=timezone.now()
        ):
            left = most - sum(gift.points for gift in gifts)
            saved(request, _saved_points(left), *(gift.reason for gift in gifts))
            return redirect("needs:points", visit.space.slug)
    page = {"points": standing, "form": form, "has_given": bool(own), "content": needs_content()}
    return render(request, "needs/points.html", page, status=form.status_code)


@require_POST
@can(Can.PRIORITY_DECIDE)
def closure(request: HttpRequest, visit: Visit) -> HttpResponse:
    """No more points."""
    standing = _standing(visit)
    form = Form(request.POST)
    if form.is_valid() and form.attempt(actions.close_prioritisation, standing, by=visit.person, at=timezone.now()):
        saved(request, _("Poengfordelingen er avsluttet."))
        return redirect("needs:prioritisation", visit.space.slug)
    return _state(request, visit, standing, form)


@can(Can.PRIORITY_DECIDE)
def decision(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What comes first, and on what grounds."""
    standing = _standing(visit)
    if not standing.is_closed:
        return redirect("needs:prioritisation", visit.space.slug)
    result = order.result(standing)
    form = DecisionForm(request.POST or None, needs=[line.need for line in result.lines])
    if request.method == "POST" and form.is_valid():
        choices, deviation = form.choices(), form.cleaned_data["deviation"]
        if form.attempt(deciding.decide, standing, choices, deviation, by=visit.person, at=timezone.now()):
            saved(request, _("Rekkefølgen er bestemt."), deviation, *(choice.grounds for choice in choices))
            return redirect("needs:prioritisation", visit.space.slug)
    page = {"points": standing, "result": result, "form": form}
    return render(request, "needs/decision.html", page, status=form.status_code)


def _state(request: HttpRequest, visit: Visit, standing: Prioritisation | None, form: Form) -> HttpResponse:
    this_round = current_round(visit.space)
    closed = standing is not None and standing.is_closed
    page = {
        "points": standing,
        "form": form,
        "needs": needs_queries.network_needs(this_round) if standing is None else [],
        "givers": queries.givers(standing) if standing and not closed else 0,
        "result": order.result(standing) if standing and closed else None,
        "priorities": queries.priorities(this_round),
        "may_give": overview.may_give(visit, standing),
        "may_decide": visit.may(Can.PRIORITY_DECIDE),
        "content": needs_content(),
    }
    return render(request, "needs/prioritisation.html", page, status=form.status_code)


def _standing(visit: Visit) -> Prioritisation:
    standing = queries.prioritisation(current_round(visit.space))
    if standing is None:
        raise Http404
    return standing


def _saved_points(left: int) -> str:
    if not left:
        return _("Poengene dine er lagret. Du kan endre dem til poengfordelingen avsluttes.")
    sentence = ngettext(
        "Poengene dine er lagret. Du har %(left)s poeng igjen.",
        "Poengene dine er lagret. Du har %(left)s poeng igjen.",
        left,
    )
    return sentence % {"left": left}
