"""A round as one page reads it, and how far its agreement is signed."""

from dataclasses import dataclass
from functools import cache, cached_property, partial

from sloyfe.cycle.partnership.contract import Reading
from sloyfe.cycle.partnership.models import AgreementVersion, Party, Round
from sloyfe.cycle.partnership.queries import gate, rounds
from sloyfe.cycle.partnership.queries.signatures import SIGNERS


def reading(this_round: Round) -> Reading:
    """What every station asks about, read once."""
    answered = cache(partial(gate.answered, this_round))  # lives as long as the reading
    return Reading(this_round, rounds.parties(this_round.space), gate.start_of(this_round), answered)


@dataclass(frozen=True)
class Signing:
    """The newest version and who has signed it; each answer is read when it is first asked for."""

    now: Reading

    @cached_property
    def _signed(self) -> list[tuple[int, object]]:
        """The number of every version with each party that signed it, the newest first."""
        rows = AgreementVersion.objects.in_space(self.now.round.space).filter(agreement__round=self.now.round)
        return list(rows.order_by("-number").values_list("number", "signatures__party_id"))

    @property
    def newest(self) -> int | None:
        """The number of the version that is signed now."""
        return self._signed[0][0] if self._signed else None

    @cached_property
    def signed(self) -> set[object]:
        """The parties that have signed the newest version."""
        return {party for number, party in self._signed if number == self.newest and party}

    @property
    def unsigned(self) -> list[Party]:
        """The parties that must sign and have not; all of them before a version is put forward."""
        return [party for party in self.now.parties if party.role in SIGNERS and party.pk not in self.signed]
