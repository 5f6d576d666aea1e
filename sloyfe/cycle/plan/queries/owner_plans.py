"""The owners' plans."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sloyfe.access.models import Space
from sloyfe.cycle.partnership import queries as partnership
from sloyfe.cycle.partnership.models import Party, PartyRole, Round
from sloyfe.cycle.plan import content
from sloyfe.cycle.plan.content import ElementWording
from sloyfe.cycle.plan.models import (
    DevelopmentGroupMember,
    Element,
    EndProduct,
    OwnerPlan,
    OwnerTemplate,
    ProductFor,
    Represents,
)
from sloyfe.organisations.models import UNITS


@dataclass(frozen=True)
class AskedElement:
    """A question of the plan with our answer."""

    wording: ElementWording
    element: Element


@dataclass(frozen=True)
class OwnerAtAGlance:
    """One owner's plan in a list."""

    party: Party
    answered: int | None
    """None where the owner has not begun."""


@dataclass(frozen=True)
class OwnersFreedom:
    """What one owner binds its units to, and what it leaves to them."""

    party: Party
    common: list[AskedElement]
    own: list[AskedElement]


def owner_at(space: Space, place: UUID) -> Party | None:
    """The owner whose place this is."""
    rows = Party.objects.in_space(space).filter(place=place, role=PartyRole.OWNER)
    return rows.select_related("organisation", "place").first()


def owner_of(unit: Party) -> Party | None:
    """The owner that a unit's place lies in; none where its owner does not take part."""
    return owner_at(unit.place, unit.place.parent_id) if unit.place.parent_id else None


def owners_at_a_glance(this_round: Round, owners: Sequence[Party]) -> list[OwnerAtAGlance]:
    """Every owner and how many of the twelve they have answered."""
    plans = OwnerPlan.objects.in_space(this_round.space).filter(round=this_round)
    answered: dict[UUID, int] = {}
    for party, answer in plans.values_list("party_id", "elements__answer"):
        answered[party] = answered.get(party, 0) + bool(answer)
    return [OwnerAtAGlance(party, answered.get(party.pk)) for party in owners]


def freedoms(this_round: Round) -> list[OwnersFreedom]:
    """Common requirements and own choices, owner by owner."""
    plans = OwnerPlan.objects.in_space(this_round.space).filter(round=this_round)
    found = []
    wording = content.owner_plan()
    for plan in plans.select_related("party__organisation").prefetch_related("elements").order_by("begun_at"):
        asked = [AskedElement(wording.element(each.key), each) for each in plan.elements.all() if each.is_answered]
        common = [each for each in asked if each.element.is_common]
        found.append(OwnersFreedom(plan.party, common, [each for each in asked if not each.element.is_common]))
    return found


def owner_plan(this_round: Round, party: Party) -> OwnerPlan | None:
    """An owner's plan for a round."""
    rows = OwnerPlan.objects.in_space(this_round.space).filter(round=this_round, party=party)
    return rows.select_related("party__organisation", "party__place", "begun_by").first()


def can_copy(this_round: Round, party: Party) -> bool:
    """Whether the round before holds a plan of this owner."""
    if this_round.follows_id is None:
        return False
    return OwnerPlan.objects.in_space(this_round.space).filter(round=this_round.follows_id, party=party).exists()


def asked_elements(plan: OwnerPlan) -> list[AskedElement]:
    """The twelve questions with our answers."""
    rows = plan.elements.select_related("responsible_person", "responsible_party__organisation")
    wording = content.owner_plan()
    return [AskedElement(wording.element(element.key), element) for element in rows]


def element(plan: OwnerPlan, number: int) -> AskedElement | None:
    """One question with our answer."""
    return next((asked for asked in asked_elements(plan) if asked.element.number == number), None)


def members(plan: OwnerPlan) -> list[DevelopmentGroupMember]:
    """Who sits in the development group."""
    return list(plan.members.filter(removal=None).select_related("person"))


def removed_members(plan: OwnerPlan) -> list[DevelopmentGroupMember]:
    """Who has left the group and can be taken back."""
    return list(plan.members.filter(removal__isnull=False))


def missing_in_group(plan: OwnerPlan, group: list[DevelopmentGroupMember]) -> list[Represents]:
    """The kinds of unit of this owner that nobody in the group speaks for."""
    spoken_for = {member.represents for member in group}
    units = partnership.parties(plan.space, PartyRole.UNIT)
    place = plan.party.place
    kinds = {unit.organisation.kind for unit in units if unit.place.inside(place)} & UNITS
    return [each for each in Represents if each.value in kinds - spoken_for]


def products(plan: OwnerPlan) -> list[EndProduct]:
    """The end products, the owner's first."""
    order = list(ProductFor.values)
    rows = plan.products.select_related("responsible_person", "responsible_party__organisation", "delivery__by")
    return sorted(rows, key=lambda product: order.index(product.made_for))


def template_of(party: Party) -> OwnerTemplate | None:
    """The Word file whose look this owner's documents take."""
    return OwnerTemplate.objects.in_space(party.place).filter(party=party).select_related("by").first()
