"""Who signs, who has signed, and who is missing."""

from dataclasses import dataclass
from uuid import UUID

from sloyfe.access.models import Space
from sloyfe.access.roles import Role
from sloyfe.access.visit import Visit
from sloyfe.cycle.partnership.models import AgreementVersion, Party, PartyRole, Signature
from sloyfe.cycle.partnership.queries.rounds import parties

SIGNERS: dict[PartyRole, Role] = {
    PartyRole.OWNER: Role.OWNER,
    PartyRole.UNIT: Role.LEADER,
    PartyRole.PARTNER: Role.PARTNER,
}


@dataclass(frozen=True)
class SigningParty:
    """A party that must sign, its signature if it has given one, and whether this person may give it."""

    party: Party
    signature: Signature | None
    is_mine: bool


def signing_parties(space: Space) -> list[Party]:
    """The parties whose signature the agreement needs; services are heard but do not sign."""
    return parties(space, *SIGNERS)


def signing(version: AgreementVersion, visit: Visit | None = None) -> list[SigningParty]:
    """Every party that must sign this version."""
    given = {row.party_id: row for row in version.signatures.select_related("person")}
    return [
        SigningParty(party, given.get(party.pk), visit is not None and signs_for(visit, party))
        for party in signing_parties(version.space)
    ]


def signs_for(visit: Visit, party: Party) -> bool:
    """Whether this person's own seat at the party's place is the one that signs."""
    role = SIGNERS.get(PartyRole(party.role))
    return any(seat.role == role and seat.space_id == party.place_id for seat in visit.seats)


def missing(version: AgreementVersion) -> list[Party]:
    """The parties that have not signed this version."""
    return [each.party for each in signing(version) if each.signature is None]


def version(space: Space, key: UUID) -> AgreementVersion | None:
    """One version of this partnership's agreement."""
    rows = AgreementVersion.objects.in_space(space).filter(pk=key)
    return rows.select_related("agreement__round__space", "space").first()
