"""What the partnership itself asks before the start."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from sloyfe.access.roles import Role
from sloyfe.cycle.partnership.content.gate import gate_content
from sloyfe.cycle.partnership.contract import Check, Reading
from sloyfe.cycle.partnership.models import (
    DateKind,
    Expectation,
    InvolvedGroup,
    Involvement,
    PartnerConfirmation,
    PartyRole,
    Round,
    YearWheelDate,
)
from sloyfe.cycle.partnership.queries import agreement, duties
from sloyfe.cycle.partnership.queries.composition import at_the_table
from sloyfe.cycle.partnership.queries.reading import Signing
from sloyfe.cycle.partnership.queries.seats import seats_taken
from sloyfe.kit.refusal import Sentence
from sloyfe.kit.text import Text


def checks(now: Reading) -> list[Check]:
    """G0, G2, and the partnership's part of G3."""
    return [*_g0(now), *_g2(now.round), *_g3_agreement(now), *_g3_people(now)]


def _g0(now: Reading) -> list[Check]:
    this_round, space = now.round, now.round.space
    seats = seats_taken(space, on=timezone.localdate())
    lines = at_the_table(now.parties, seats)
    owned = {seat.space_id for seat in seats if seat.role == Role.OWNER}
    without = [p for p in now.with_role(PartyRole.OWNER) if p.place_id not in owned]
    units = [line.name for line in lines if line.key.startswith("unit") and not line.met]
    kinds = [line.name for line in lines if line.key.startswith("kind.") and not line.met]
    return [
        _check(this_round, "G0", "owner_lead", met=bool(owned) and not without, page="seats"),
        _check(this_round, "G0", "group_composition", met=not units, page="composition", names=units),
        _check(this_round, "G0", "four_kinds", met=not kinds, page="composition", names=kinds),
    ]


def _g2(this_round: Round) -> list[Check]:
    confirmed = PartnerConfirmation.objects.in_space(this_round.space).filter(round=this_round, party__until=None)
    agreed = Expectation.objects.in_space(this_round.space).filter(round=this_round).exclude(agreed=None)
    return [
        _check(this_round, "G2", "partner_confirmed", met=confirmed.exists(), page="parties"),
        _check(this_round, "G2", "expectations_agreed", met=agreed.exists(), page="expectations"),
    ]


def _g3_agreement(now: Reading) -> list[Check]:
    this_round = now.round
    rows = agreement.sections_in(this_round)
    left = agreement.unfinished(rows)
    budget = [each for each in left if each.section.key == "time_and_resources"]
    unsigned = Signing(now).unsigned
    names = [_here(each.template.heading) for each in left]
    signers = [party.organisation.name for party in unsigned]
    return [
        _check(this_round, "G3", "required_sections", met=bool(rows) and not left, page="agreement", names=names),
        _check(this_round, "G3", "budget_set", met=bool(rows) and not budget, page="agreement"),
        _check(this_round, "G3", "signatures", met=not unsigned, page="signatures", names=signers, after_gate=True),
    ]


def _g3_people(now: Reading) -> list[Check]:
    this_round, space = now.round, now.round.space
    of_round = YearWheelDate.objects.in_space(space).filter(round=this_round)
    kinds = set(of_round.values_list("kind", flat=True).distinct())
    timed = duties.with_hours(this_round)
    untimed = [p.organisation.name for p in now.with_role(PartyRole.UNIT) if p.pk not in timed]
    unsettled = sum(not each.settled for each in now.answered())
    heard = set(
        Involvement.objects.in_space(space)
        .filter(round=this_round, group__in=[InvolvedGroup.UNION, InvolvedGroup.SAFETY])
        .values_list("group", flat=True)
    )
    return [
        _check(this_round, "G3", "dates_set", met=DateKind.GATHERING in kinds, page="year_wheel"),
        _check(this_round, "G3", "time_per_unit", met=bool(timed) and not untimed, page="hours", names=untimed),
        _check(this_round, "G3", "readiness_answered", met=not unsettled, page="readiness", count=unsettled),
        _check(this_round, "G3", "evaluation_planned", met=DateKind.EVALUATION in kinds, page="year_wheel"),
        _check(this_round, "G3", "union_involved", met=len(heard) == 2, page="involvement"),
    ]


def _check(
    this_round: Round,
    gate_key: str,
    key: str,
    *,
    met: bool,
    page: str,
    names: Iterable[Sentence] = (),
    count: int = 0,
    after_gate: bool = False,
) -> Check:
    words = gate_content().checks[key]
    return Check(
        gate=gate_key,
        key=key,
        title=_here(words.title),
        met=met,
        detail=_here(words.missing).format(names=", ".join(map(str, names)), count=count),
        who=_here(words.who),
        url=reverse(f"partnership:{page}", args=[this_round.space.slug]),
        after_gate=after_gate,
    )


def _here(words: Text) -> str:
    return words.read(get_language() or "nb")
