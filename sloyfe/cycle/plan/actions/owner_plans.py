"""The owner's plan: begin it, and answer its twelve elements."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.cycle.partnership.models import Party, PartyRole, Round
from sloyfe.cycle.plan import content
from sloyfe.cycle.plan.actions.changes import rewritten, topic
from sloyfe.cycle.plan.models import DevelopmentGroupMember, Element, EndProduct, OwnerPlan, ProductFor
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.rows import save_version
from sloyfe.live.announce import announce
from sloyfe.people.models import Person


class AlreadyBegun(Refusal):
    """An owner has one plan in a round."""

    sentence = _("Planen er allerede begynt. Det som står i den, er ikke endret.")


class NothingToCopy(Refusal):
    """The round before held no plan of this owner."""

    sentence = _("Denne eieren har ingen plan fra runden før. Begynn med en tom plan.")


class NotAnOwner(Refusal):
    """Only an owner has an owner's plan."""

    sentence = _("Bare en eier har en slik plan.")


@transaction.atomic
def begin_plan(this_round: Round, party: Party, *, by: Person, at: datetime, copying: bool = False) -> OwnerPlan:
    """Lay out the twelve elements, empty or as they stood in the round before."""
    if party.role != PartyRole.OWNER:
        raise NotAnOwner
    old = _plan_before(this_round, party) if copying else None
    if copying and old is None:
        raise NothingToCopy
    plan = _new_plan(this_round, party, by, at, old)
    if old is None:
        Element.objects.bulk_create(
            Element(plan=plan, key=each.key, number=each.number) for each in content.owner_plan().elements
        )
    else:
        _copy(old, plan, at)
    EndProduct.objects.bulk_create(
        EndProduct(plan=plan, made_for=kind, **_product_before(old, kind)) for kind in ProductFor.values
    )
    audit.record(act="owner_plan.begun", about=plan, by=by, at=at, space=plan.space)
    announce(topic(plan.round_id))
    return plan


@transaction.atomic
def answer_element(element: Element, *, version: int, by: Person, at: datetime, **changes: Any) -> None:
    """Write our answer to one of the twelve questions."""
    save_version(element, version=version, **rewritten(element, changes))
    audit.record(act="element.answered", about=element, by=by, at=at, space=element.plan.space)
    announce(topic(element.plan.round_id))


def _plan_before(this_round: Round, party: Party) -> OwnerPlan | None:
    plans = OwnerPlan.objects.in_space(this_round.space)
    return plans.filter(round=this_round.follows_id, party=party).first() if this_round.follows_id else None


def _new_plan(this_round: Round, party: Party, by: Person, at: datetime, old: OwnerPlan | None) -> OwnerPlan:
    try:
        with transaction.atomic():
            return OwnerPlan.objects.create(
                space=this_round.space, round=this_round, party=party, begun_by=by, begun_at=at, copied_from=old
            )
    except IntegrityError as already:
        raise AlreadyBegun from already


def _copy(old: OwnerPlan, new: OwnerPlan, at: datetime) -> None:
    """Words, members and who answers; dates belong to their year and are left open."""
    Element.objects.bulk_create(
        Element(
            plan=new,
            key=each.key,
            number=each.number,
            answer=each.answer,
            decision=each.decision,
            freedom=each.freedom,
            ticked=each.ticked,
            responsible_person_id=each.responsible_person_id,
            responsible_party_id=each.responsible_party_id,
        )
        for each in old.elements.all()
    )
    DevelopmentGroupMember.objects.bulk_create(
        DevelopmentGroupMember(
            plan=new, name=each.name, person_id=each.person_id, represents=each.represents, joined_at=at
        )
        for each in old.members.filter(removal=None)
    )


def _product_before(old: OwnerPlan | None, kind: str) -> dict[str, Any]:
    before = old.products.filter(made_for=kind, delivery=None).first() if old else None
    return {"what": before.what} if before else {}
