"""What the partnership's line, turns and checks all ask about, read once and passed along."""

from dataclasses import dataclass
from functools import cached_property

from sloyfe.cycle.partnership.models import AgreementVersion, Party, PartyRole, Round, Signature, Start
from sloyfe.cycle.partnership.queries import gate, rounds
from sloyfe.cycle.partnership.queries.signatures import SIGNERS


@dataclass(frozen=True)
class Reading:
    """A round for as long as one page is made; each answer is read when it is first asked for."""

    round: Round

    @cached_property
    def parties(self) -> list[Party]:
        """Everybody who takes part, owners before their units."""
        return rounds.parties(self.round.space)

    @cached_property
    def start(self) -> Start | None:
        """The start of the round, if it has started."""
        return gate.start_of(self.round)

    @cached_property
    def newest(self) -> AgreementVersion | None:
        """The version that is signed now, without its wording."""
        rows = AgreementVersion.objects.in_space(self.round.space).filter(agreement__round=self.round)
        return rows.defer("content").order_by("-number").first()

    @cached_property
    def signed(self) -> set[object]:
        """The parties that have signed the newest version."""
        rows = Signature.objects.in_space(self.round.space).filter(version=self.newest)
        return set(rows.values_list("party_id", flat=True)) if self.newest else set()

    @property
    def unsigned(self) -> list[Party]:
        """The parties that must sign and have not; all of them before a version is put forward."""
        return [party for party in self.parties if party.role in SIGNERS and party.pk not in self.signed]

    def with_role(self, role: PartyRole) -> list[Party]:
        """The parties that take part as this."""
        return [party for party in self.parties if party.role == role]
