"""Who takes part: organisations come in, leave, and come back."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.access.models import Opening, Seat, Space
from sloyfe.cycle.partnership.models import Party, PartyRole
from sloyfe.cycle.partnership.models.parties import KINDS_OF_ROLE
from sloyfe.kit.refusal import Refusal
from sloyfe.live.announce import announce
from sloyfe.organisations.actions import add_organisation
from sloyfe.organisations.models import Organisation
from sloyfe.people.models import Person


class AlreadyParty(Refusal):
    """An organisation takes part once."""

    sentence = _("Virksomheten er allerede part i samarbeidet.")


class WrongRole(Refusal):
    """Only an owner owns, and only a unit is a unit."""

    sentence = _("Denne virksomheten kan ikke ha den rollen. Velg en annen rolle.")
    status = 422


class NoLongerParty(Refusal):
    """Ended twice, or brought back twice."""

    sentence = _("Dette er allerede gjort. Last siden på nytt for å se hvem som er med.")


@transaction.atomic
def add_party(
    space: Space, organisation: Organisation, role: PartyRole, *, by: Person, at: datetime, on: date
) -> Party:
    """Take an organisation in, at its place in the tree; one that has been here before gets its place back."""
    if organisation.kind not in KINDS_OF_ROLE[role]:
        raise WrongRole
    before = Party.objects.in_space(space).filter(organisation=organisation).select_related("place").first()
    if before and before.until is None:
        raise AlreadyParty
    if before:
        return bring_back(before, by=by, at=at)
    above = _place_above(space, organisation) if role == PartyRole.UNIT else space
    place = above.place(organisation.name, shielded=organisation.is_private)
    party = Party.objects.create(space=space, organisation=organisation, role=role, place=place, since=on)
    if role == PartyRole.OWNER:
        _gather_units(party)
    audit.record(act="party.added", about=party, by=by, at=at, space=space)
    announce(f"partnership.{space.pk}")
    return party


@transaction.atomic
def add_own_organisation(
    space: Space, *, name: str, kind: str, number: str, role: str, by: Person, at: datetime, on: date
) -> Party:
    """Put an organisation that no register knows into ours, and take it in."""
    organisation = add_organisation(name=name.strip(), kind=kind, number=number, by=by, at=at)
    return add_party(space, organisation, PartyRole(role), by=by, at=at, on=on)


@transaction.atomic
def end_party(party: Party, *, by: Person, at: datetime, on: date) -> None:
    """The organisation leaves; its seats end with it."""
    if not Party.objects.in_space(party.space).filter(pk=party.pk, until=None).update(until=on):
        raise NoLongerParty
    party.until = on
    Seat.objects.filter(space=party.place, until=None).update(until=_day_before(on))
    audit.record(act="party.ended", about=party, by=by, at=at, space=party.space)
    announce(f"partnership.{party.space_id}")


@transaction.atomic
def bring_back(party: Party, *, by: Person, at: datetime) -> Party:
    """Undo the end: the party and the seats that ended with it stand again."""
    left = party.until
    if left is None:
        raise NoLongerParty
    Party.objects.in_space(party.space).filter(pk=party.pk).update(until=None)
    party.until = None
    Seat.objects.filter(space=party.place, until=_day_before(left)).update(until=None)
    audit.record(act="party.brought_back", about=party, by=by, at=at, space=party.space)
    announce(f"partnership.{party.space_id}")
    return party


@transaction.atomic
def open_place(place: Space, root: Space, *, by: Person, at: datetime) -> None:
    """Let the seats above see what this shielded place holds."""
    opening, made = Opening.objects.get_or_create(place=place, defaults={"given_by": by, "given_at": at})
    if made:
        audit.record(act="place.opened", about=opening, by=by, at=at, space=root)


@transaction.atomic
def close_place(place: Space, root: Space, *, by: Person, at: datetime) -> None:
    """Take the consent back."""
    if Opening.objects.filter(place=place).delete()[0]:
        audit.record(act="place.closed", about=place, by=by, at=at, space=root)


def _place_above(space: Space, organisation: Organisation) -> Space:
    owners = Party.objects.in_space(space).filter(role=PartyRole.OWNER, until=None).select_related("place")
    by_organisation = {owner.organisation_id: owner.place for owner in owners}
    above = organisation.parent
    while above is not None:
        if above.pk in by_organisation:
            return by_organisation[above.pk]
        above = above.parent
    return space


def _gather_units(owner: Party) -> None:
    """Units that came before their owner move in under it."""
    units = Party.objects.in_space(owner.space).filter(role=PartyRole.UNIT, place__parent=owner.space)
    for unit in units.select_related("organisation__parent", "place"):
        if _place_above(owner.space, unit.organisation) == owner.place:
            unit.place.parent = owner.place
            unit.place.path = f"{owner.place.path}{unit.place.pk.hex}/"
            unit.place.save(update_fields=["parent", "path"])


def _day_before(day: date) -> date:
    """A seat stands through its last day, so one that ends today had its last day yesterday."""
    return day - timedelta(days=1)
