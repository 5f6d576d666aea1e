"""Who sits in the owner's development group, and what is there when the round is over."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sloyfe.access.can import can
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.plan.actions import development_group, end_products
from sloyfe.cycle.plan.forms.owner_plans import MemberForm, ProductForm
from sloyfe.cycle.plan.models import DevelopmentGroupMember, EndProduct, OwnerPlan
from sloyfe.cycle.plan.queries import owner_plans as queries
from sloyfe.cycle.plan.queries.people import people, responsibles
from sloyfe.cycle.plan.views.finding import found, plan_here, plan_of


@can(Can.PLAN_SEE)
def group(request: HttpRequest, visit: Visit, owner: UUID) -> HttpResponse:
    """Who is in the group, and which kinds of unit nobody speaks for."""
    plan = plan_of(visit, owner)
    return _group_page(request, visit, plan, MemberForm(people(visit.space, on=timezone.localdate())))


@can(Can.PLAN_WRITE)
def members(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Take somebody into the group."""
    plan = plan_here(visit)
    form = MemberForm(people(visit.space, on=timezone.localdate()), request.POST or None)
    if form.is_valid() and form.attempt(
        development_group.add_member, plan, by=visit.person, at=timezone.now(), **form.said()
    ):
        messages.success(request, _("%(name)s er med i utviklingsgruppa.") % {"name": form.result.name})
        return redirect("plan:group", visit.space.slug, plan.party.place_id)
    return _group_page(request, visit, plan, form)


@require_POST
@can(Can.PLAN_WRITE)
def member_removal(request: HttpRequest, visit: Visit, member: UUID) -> HttpResponse:
    """Somebody leaves the group."""
    plan, row = _member(visit, member)
    development_group.remove_member(row, by=visit.person, at=timezone.now())
    messages.success(request, _("%(name)s er ikke lenger med. Du kan angre under lista.") % {"name": row.name})
    return redirect("plan:group", visit.space.slug, plan.party.place_id)


@require_POST
@can(Can.PLAN_WRITE)
def member_restoration(_request: HttpRequest, visit: Visit, member: UUID) -> HttpResponse:
    """Somebody is back in the group."""
    plan, row = _member(visit, member)
    development_group.restore_member(row, by=visit.person, at=timezone.now())
    return redirect("plan:group", visit.space.slug, plan.party.place_id)


@can(Can.PLAN_SEE)
def products(request: HttpRequest, visit: Visit, owner: UUID) -> HttpResponse:
    """One end product each, and which are finished."""
    plan = plan_of(visit, owner)
    page = {
        "plan": plan,
        "owner": plan.party,
        "products": queries.products(plan),
        "may_write": visit.may(Can.PLAN_WRITE, plan.party.place),
    }
    return render(request, "plan/products.html", page)


@can(Can.PLAN_WRITE)
def product(request: HttpRequest, visit: Visit, product: UUID) -> HttpResponse:
    """Describe one end product."""
    plan, row = _product(visit, product)
    form = ProductForm(row, responsibles(visit.space, on=timezone.localdate(), keeping=row), request.POST or None)
    if form.is_valid() and form.attempt(
        end_products.describe_product, row, by=visit.person, at=timezone.now(), **form.said()
    ):
        messages.success(request, _("Sluttproduktet er lagret."))
        return redirect("plan:products", visit.space.slug, plan.party.place_id)
    page = {"form": form, "product": row, "owner": plan.party}
    return render(request, "plan/product_form.html", page, status=form.status_code)


@require_POST
@can(Can.PLAN_WRITE)
def delivery(request: HttpRequest, visit: Visit, product: UUID) -> HttpResponse:
    """The end product is finished."""
    plan, row = _product(visit, product)
    end_products.deliver_product(row, by=visit.person, at=timezone.now())
    messages.success(request, _("Ferdig! Sluttproduktet er meldt ferdig."))
    return redirect("plan:products", visit.space.slug, plan.party.place_id)


@require_POST
@can(Can.PLAN_WRITE)
def reopening(_request: HttpRequest, visit: Visit, product: UUID) -> HttpResponse:
    """The end product was not finished after all."""
    plan, row = _product(visit, product)
    end_products.reopen_product(row, by=visit.person, at=timezone.now())
    return redirect("plan:products", visit.space.slug, plan.party.place_id)


def _group_page(request: HttpRequest, visit: Visit, plan: OwnerPlan, form: MemberForm) -> HttpResponse:
    standing = queries.members(plan)
    page = {
        "plan": plan,
        "owner": plan.party,
        "members": standing,
        "removed": queries.removed_members(plan),
        "missing": queries.missing_in_group(plan, standing),
        "form": form,
        "may_write": visit.may(Can.PLAN_WRITE, plan.party.place),
    }
    return render(request, "plan/group.html", page, status=form.status_code)


def _member(visit: Visit, key: UUID) -> tuple[OwnerPlan, DevelopmentGroupMember]:
    plan = plan_here(visit)
    return plan, found(plan.members.filter(pk=key).first())


def _product(visit: Visit, key: UUID) -> tuple[OwnerPlan, EndProduct]:
    plan = plan_here(visit)
    rows = plan.products.select_related("responsible_person", "responsible_party__organisation")
    return plan, found(rows.filter(pk=key).first())
