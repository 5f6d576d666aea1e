"""What the plan's line, turns and checks count, each asked once."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sloyfe.cycle.partnership.contract import Reading
from sloyfe.cycle.partnership.models import Party, PartyRole, Round
from sloyfe.cycle.plan.models import Goal, Measure, OwnerPlan

ALL = 12


@dataclass(frozen=True)
class OwnerAnswers:
    """An owner and the questions it has answered; None where it has not begun."""

    party: Party
    keys: frozenset[str] | None

    @property
    def answered(self) -> int | None:
        """How many of the twelve."""
        return None if self.keys is None else len(self.keys)


@dataclass(frozen=True)
class Counts:
    """For each goal and each measure whether it is settled, and what each owner has answered."""

    goals: tuple[bool, ...]
    measures: tuple[bool, ...]
    owners: tuple[OwnerAnswers, ...]

    @property
    def vague(self) -> int:
        """Goals without a sign that can be followed."""
        return self.goals.count(False)

    @property
    def unowned(self) -> int:
        """Measures that nobody answers for, or without days."""
        return self.measures.count(False)


def counts(now: Reading) -> Counts:
    """Three questions to the database."""
    this_round = now.round
    goals = Goal.objects.in_space(this_round.space).filter(round=this_round, removal=None)
    measures = Measure.objects.in_space(this_round.space).filter(round=this_round, removal=None, unit=None)
    signs = goals.select_related("not_measured").only("indicator_id", "not_measured__goal")
    days = measures.only("responsible_person_id", "responsible_party_id", "starts", "ends")
    answered = _answered(this_round)
    return Counts(
        tuple(goal.is_settled for goal in signs),
        tuple(measure.is_settled for measure in days),
        tuple(OwnerAnswers(party, answered.get(party.pk)) for party in now.with_role(PartyRole.OWNER)),
    )


def _answered(this_round: Round) -> dict[UUID, frozenset[str]]:
    plans = OwnerPlan.objects.in_space(this_round.space).filter(round=this_round)
    rows = list(plans.values_list("party_id", "elements__key", "elements__answer"))
    return {party: frozenset(_keys(party, rows)) for party in {row[0] for row in rows}}


def _keys(party: UUID, rows: Iterable[tuple[UUID, str | None, object]]) -> Iterable[str]:
    return (key for of, key, answer in rows if of == party and key and answer)
