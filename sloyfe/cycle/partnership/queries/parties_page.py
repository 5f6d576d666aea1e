"""What the pages about parties show."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sloyfe.access.models import Space
from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.partnership.models import PartnerConfirmation, Party, PartyRole
from sloyfe.cycle.partnership.models.parties import KINDS_OF_ROLE
from sloyfe.cycle.partnership.queries.rounds import current_round, not_taking_part, parties, parties_ever
from sloyfe.cycle.partnership.queries.signatures import signs_for
from sloyfe.organisations.models import Kind, Organisation


@dataclass(frozen=True)
class PartyLine:
    """A party with what this person may do about it."""

    party: Party
    confirmed: bool
    may_confirm: bool
    may_open: bool

    @property
    def is_open(self) -> bool:
        """A shielded place that has let those above in."""
        return hasattr(self.party.place, "opening")


@dataclass(frozen=True)
class PartiesPage:
    """Those who take part, by role, and those who did."""

    roles: tuple[tuple[PartyRole, tuple[PartyLine, ...]], ...]
    former: list[Party]


@dataclass(frozen=True)
class Candidate:
    """An organisation that may be taken in, and the roles that fit it."""

    organisation: Organisation
    roles: tuple[PartyRole, ...]
    taking_part: bool


def parties_page(visit: Visit) -> PartiesPage:
    """Who works together, as this person sees it."""
    rows = PartnerConfirmation.objects.in_space(visit.space).filter(round=current_round(visit.space))
    confirmed = set(rows.values_list("party", flat=True))
    everyone = parties_ever(visit.space)
    lines = [_line(party, visit, party.pk in confirmed) for party in everyone if party.until is None]
    by_role = ((role, tuple(line for line in lines if line.party.role == role)) for role in PartyRole)
    former = [party for party in everyone if party.until]
    return PartiesPage(tuple((role, found) for role, found in by_role if found), former)


def results(space: Space, found: Iterable[Organisation]) -> list[Candidate]:
    """What a search found."""
    inside = {party.organisation_id for party in parties(space)}
    return [Candidate(each, _fitting(each.kind), each.pk in inside) for each in found]


def suggestions(space: Space, *, on: date) -> list[tuple[Party, list[Candidate]]]:
    """Under each owner, what does not take part yet."""
    everyone = parties(space)
    owners = [party for party in everyone if party.role == PartyRole.OWNER]
    rows = not_taking_part(owners, [party.organisation_id for party in everyone], on=on)
    found = [(owner, [row for row in rows if _lies_under(row, owner)]) for owner in owners]
    return [
        (owner, [Candidate(row, _fitting(row.kind), taking_part=False) for row in below])
        for owner, below in found
        if below
    ]


def _lies_under(organisation: Organisation, owner: Party) -> bool:
    above = organisation.parent
    return above is not None and owner.organisation_id in (above.pk, above.parent_id)


def _line(party: Party, visit: Visit, confirmed: bool) -> PartyLine:
    partner = party.role == PartyRole.PARTNER
    may_open = party.place.shielded and visit.may(Can.PLACE_OPEN, party.place)
    return PartyLine(party, confirmed and partner, partner and signs_for(visit, party), may_open)


def _fitting(kind: str) -> tuple[PartyRole, ...]:
    return tuple(role for role, kinds in KINDS_OF_ROLE.items() if Kind(kind) in kinds)
