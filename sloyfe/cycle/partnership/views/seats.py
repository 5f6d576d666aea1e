"""The people of the partnership: seats end, come back, and are handed over."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.partnership.actions import seats as actions
from sloyfe.cycle.partnership.forms.invitations import HandOverForm
from sloyfe.cycle.partnership.queries import seats as queries
from sloyfe.cycle.partnership.views.doors import demand, found


@can(Can.SEAT_SEE)
def seats(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Every place with its people."""
    today = timezone.localdate()
    page = {
        "places": queries.places_with_seats(visit, on=today),
        "may_change": visit.may(Can.PARTY_CHANGE),
        "may_give": visit.may(Can.SEAT_GIVE),
        "just_ended": queries.just_ended(visit, request.GET.get("avsluttet", "")),
    }
    return render(request, "partnership/seats.html", page)


@require_POST
@can(Can.SEAT_GIVE)
def seat_end(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """The person leaves the seat."""
    seat = found(queries.seat(visit.space, key))
    demand(visit.may(Can.SEAT_GIVE, seat.space))
    actions.end_seat(seat, visit.space, by=visit.person, at=timezone.now(), on=timezone.localdate())
    messages.success(request, _("%(name)s har ikke lenger denne plassen.") % {"name": seat.person.name})
    return redirect(f"{reverse('partnership:seats', args=[visit.space.slug])}?avsluttet={seat.pk}")


@require_POST
@can(Can.SEAT_GIVE)
def seat_return(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Undo: the person has the seat again."""
    seat = found(queries.seat(visit.space, key))
    demand(visit.may(Can.SEAT_GIVE, seat.space))
    actions.restore_seat(seat, visit.space, by=visit.person, at=timezone.now())
    messages.success(request, _("%(name)s har plassen igjen.") % {"name": seat.person.name})
    return redirect("partnership:seats", slug=visit.space.slug)


@can(Can.SEAT_GIVE)
def handover(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Somebody else takes over the seat and its duties."""
    seat = found(queries.seat(visit.space, key))
    demand(visit.may(Can.SEAT_GIVE, seat.space) and seat.until is None)
    today = timezone.localdate()
    people = queries.people(visit.space, on=today, but=seat.person)
    form = HandOverForm(request.POST or None, people=people)
    if form.is_valid() and form.attempt(
        actions.hand_over, seat, form.cleaned_data["to"], visit.space, by=visit.person, at=timezone.now(), on=today
    ):
        messages.success(request, _("%(name)s har tatt over.") % {"name": form.result.person.name})
        return redirect("partnership:seats", slug=visit.space.slug)
    page = {"form": form, "seat": seat, "role": queries.role_name(seat.role)}
    return render(request, "partnership/handover.html", page, status=form.status_code)
