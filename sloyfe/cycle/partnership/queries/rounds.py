"""The partnership, its rounds, and who takes part."""

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q

from sloyfe.access.models import Space
from sloyfe.access.scoping import ScopedQuerySet
from sloyfe.access.visit import Visit
from sloyfe.cycle.partnership.models import Partnership, Party, PartyRole, Round
from sloyfe.organisations.models import Organisation


def partnership(space: Space) -> Partnership:
    """The partnership of this space."""
    return Partnership.objects.in_space(space).select_related("space").get()


def partnerships() -> list[Partnership]:
    """Every partnership of the installation; only operators ask."""
    rows = Partnership.objects.bounded().select_related("space")
    return sorted(rows, key=lambda row: row.space.title)


def current_round(space: Space) -> Round:
    """The newest round."""
    found = Round.objects.in_space(space).latest("opened_at")
    if found.space_id == space.pk:
        found.space = space
    return found


def parties(space: Space, *roles: PartyRole) -> list[Party]:
    """The organisations that take part, owners before their units."""
    return in_order(_parties(space, roles).filter(until=None))


def parties_in_brief(space: Space) -> list[tuple[PartyRole, str, str]]:
    """The same in the same order: as what, the name, and the organisation number."""
    rows = Party.objects.in_space(space).filter(until=None)
    order = list(PartyRole)
    columns = rows.values_list("role", "organisation__name", "organisation__number")
    found = [(PartyRole(role), name, number or "") for role, name, number in columns]
    return sorted(found, key=lambda row: (order.index(row[0]), row[1]))


def parties_ever(space: Space) -> list[Party]:
    """Those that take part and those that did, each with the organisation above it."""
    return in_order(_parties(space).select_related("organisation__parent"))


def party(space: Space, key: UUID) -> Party | None:
    """One party of this partnership."""
    return _parties(space).filter(pk=key).first()


def own_parties(visit: Visit) -> list[Party]:
    """The parties this person speaks for: those at whose place they hold a seat; all for those at the root."""
    everyone = parties(visit.space)
    if any(seat.space.parent_id is None for seat in visit.seats):
        return everyone
    places = {seat.space.pk for seat in visit.seats}
    return [party for party in everyone if party.place.pk in places]


def not_taking_part(owners: Collection[Party], inside: Collection[UUID], *, on: date) -> list[Organisation]:
    """The owners' organisations that do not take part yet."""
    keys = [owner.organisation_id for owner in owners]
    below = Q(parent__in=keys) | Q(parent__parent__in=keys)
    rows = Organisation.objects.standing(on).filter(below).exclude(pk__in=inside)
    return list(rows.select_related("parent").order_by("kind", "name"))


def in_order(rows: Iterable[Party]) -> list[Party]:
    """Owners first, then units, partners and services, each by name."""
    order = list(PartyRole)
    return sorted(rows, key=lambda row: (order.index(PartyRole(row.role)), row.organisation.name))


def _parties(space: Space, roles: Collection[PartyRole] = ()) -> ScopedQuerySet[Party]:
    rows = Party.objects.in_space(space).select_related("organisation", "place__opening")
    return rows.filter(role__in=roles) if roles else rows
