"""Inviting people to seats: by letter, many at a time, and on paper."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.roles import Role
from sloyfe.access.visit import Visit
from sloyfe.cycle.partnership.actions import invitations as actions
from sloyfe.cycle.partnership.forms.invitations import InviteForm, LeadersForm, SlipsForm, StaffForm
from sloyfe.cycle.partnership.models import Invitation, PartyRole
from sloyfe.cycle.partnership.queries import invitations as queries
from sloyfe.cycle.partnership.queries import seats
from sloyfe.cycle.partnership.queries.inviting import (
    Offer,
    likely_leaders,
    offer_at,
    staff_to_invite,
    units_without_leader,
)
from sloyfe.cycle.partnership.views.doors import demand, found


@can(Can.SEAT_GIVE)
def invitations(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The letters that nobody has answered yet."""
    now = timezone.now()
    waiting = [row for row in queries.waiting(visit.space) if _may_touch(visit, row)]
    page = {
        "rows": [(row, seats.role_name(row.role), row.expires_at <= now) for row in waiting],
        "withdrawn": [row for row in queries.withdrawn(visit.space) if _may_touch(visit, row)],
    }
    return render(request, "partnership/invitations.html", page)


@can(Can.SEAT_GIVE)
def new_invitation(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """One letter to one person."""
    offer = _offer(visit, key)
    form = InviteForm(
        request.POST or None,
        offered=offer.roles,
        with_areas=offer.role == PartyRole.OWNER,
        initial={"language": visit.person.language},
    )
    if form.is_valid():
        asked = {**form.cleaned_data, "role": Role(form.cleaned_data["role"])}
        role = asked.pop("role")
        if form.attempt(actions.invite, offer.place, role, by=visit.person, at=timezone.now(), **asked):
            messages.success(request, _("Invitasjonen er sendt til %(email)s.") % {"email": form.result.email})
            return redirect("partnership:seats", slug=visit.space.slug)
    return render(request, "partnership/new_invitation.html", {"form": form, "offer": offer}, status=form.status_code)


@can(Can.SEAT_GIVE)
def staff_invitations(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Letters to those on a unit's staff list."""
    offer = _offer(visit, key)
    staff = staff_to_invite(offer, on=timezone.localdate())
    form = StaffForm(request.POST or None, offered=offer.roles, staff=staff, initial={"role": Role.STAFF.value})
    if form.is_valid():
        role, people = Role(form.cleaned_data["role"]), form.cleaned_data["people"]
        if form.attempt(actions.invite_many, offer.place, role, people, by=visit.person, at=timezone.now()):
            return _told(request, visit, len(form.result))
    page = {"form": form, "offer": offer, "staff": staff}
    return render(request, "partnership/staff_invitations.html", page, status=form.status_code)


@can(Can.PARTY_CHANGE)
def leader_invitations(request: HttpRequest, visit: Visit) -> HttpResponse:
    """A letter to the leader of every unit that has none yet."""
    units = units_without_leader(visit.space)
    likely = likely_leaders(units, on=timezone.localdate())
    form = LeadersForm(request.POST or None, units=units, likely=likely)
    if form.is_valid():
        wanted = [(unit.place, address) for unit, address in form.addresses]
        if form.attempt(
            actions.invite_leaders, wanted, language=visit.person.language, by=visit.person, at=timezone.now()
        ):
            return _told(request, visit, len(form.result))
    page = {"form": form, "units": units}
    return render(request, "partnership/leader_invitations.html", page, status=form.status_code)


@can(Can.SEAT_GIVE)
def slips(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Printed slips for a place: make more (POST), or print those that are unused."""
    offer = _offer(visit, key)
    role = _asked_role(request, offer)
    form = SlipsForm(request.POST or None, offered=offer.roles, initial={"role": role.value, "count": 12})
    if form.is_valid():
        role, count = Role(form.cleaned_data["role"]), form.cleaned_data["count"]
        if form.attempt(actions.make_slips, offer.place, role, count, by=visit.person, at=timezone.now()):
            return redirect(f"{request.path}?rolle={role.value}")
    unused = queries.unused_slips(offer.place, role, at=timezone.now())
    page = {
        "form": form,
        "offer": offer,
        "role": seats.role_name(role.value),
        "slips": [queries.slip(row) for row in unused],
        "address": f"{settings.PUBLIC_URL.partition('//')[2]}/invitasjon",
        "expires": unused[0].expires_at if unused else None,
    }
    return render(request, "partnership/slips.html", page, status=form.status_code)


@require_POST
@can(Can.SEAT_GIVE)
def withdrawal(request: HttpRequest, visit: Visit, key: UUID) -> HttpResponse:
    """Take a letter back, or (undo) give it a new life."""
    row = found(queries.one(visit.space, key))
    demand(_may_touch(visit, row))
    if "renew" in request.POST:
        actions.renew(row, by=visit.person, at=timezone.now())
        messages.success(request, _("Invitasjonen gjelder igjen."))
    else:
        actions.withdraw(row, by=visit.person, at=timezone.now())
        messages.success(request, _("Invitasjonen til %(email)s er trukket tilbake.") % {"email": row.email})
    return redirect("partnership:invitations", slug=visit.space.slug)


def _may_touch(visit: Visit, row: Invitation) -> bool:
    return visit.may(Can.SEAT_GIVE, row.place) or row.given_by_id == visit.person.pk


def _offer(visit: Visit, key: UUID) -> Offer:
    offer = found(offer_at(visit, key))
    demand(bool(offer.roles))
    return offer


def _asked_role(request: HttpRequest, offer: Offer) -> Role:
    asked = request.GET.get("rolle", Role.STAFF.value)
    return next((role for role in offer.roles if role.value == asked), offer.roles[0])


def _told(request: HttpRequest, visit: Visit, count: int) -> HttpResponse:
    line = ngettext("%(count)s invitasjon er sendt.", "%(count)s invitasjoner er sendt.", count) % {"count": count}
    messages.success(request, line)
    return redirect("partnership:invitations", slug=visit.space.slug)
