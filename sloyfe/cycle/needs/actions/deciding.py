"""Settling what the round works on, in which order, on what grounds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.cycle.needs import ranking
from sloyfe.cycle.needs.actions.prioritisation import AlreadyDecided
from sloyfe.cycle.needs.actions.reports import fill_empty
from sloyfe.cycle.needs.models import Decision, Need, Prioritisation, Priority
from sloyfe.cycle.needs.queries import needs as needs_queries
from sloyfe.cycle.needs.queries import order
from sloyfe.cycle.needs.queries import reports as report_queries
from sloyfe.cycle.partnership.models import Round
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.text import Text
from sloyfe.people.models import Person


class NotClosed(Refusal):
    """The order is settled after everybody has had their say."""

    sentence = _("Avslutt poengfordelingen før dere bestemmer rekkefølgen.")


class BadOrder(Refusal):
    """An order that cannot be read."""


class NeedsReason(Refusal):
    """Steering may leave the order of the points, but says why."""

    sentence = _("Rekkefølgen er en annen enn den poengene ga. Skriv hvorfor dere velger annerledes.")


@dataclass(frozen=True)
class Choice:
    """A need that steering wants at a rank, and on what grounds."""

    need: Need
    rank: int
    grounds: Text


@transaction.atomic
def decide(
    prioritisation: Prioritisation, choices: Sequence[Choice], deviation: Text, *, by: Person, at: datetime
) -> Decision:
    """Settle what the round works on, in which order, on what grounds."""
    if not prioritisation.is_closed:
        raise NotClosed
    if prioritisation.is_decided:
        raise AlreadyDecided
    chosen = _in_order(choices)
    ranked = [line.ranked for line in order.result(prioritisation).lines]
    if ranking.deviates([choice.need.pk for choice in chosen], ranked) and not deviation:
        raise NeedsReason
    decision = Decision.objects.create(
        space=prioritisation.space, prioritisation=prioritisation, deviation=deviation, by=by, at=at
    )
    for rank, choice in enumerate(chosen, 1):
        Priority.objects.create(
            space=prioritisation.space,
            decision=decision,
            round=prioritisation.round,
            need=choice.need,
            rank=rank,
            grounds=choice.grounds,
        )
    _tell_reports(prioritisation.round, by=by, at=at)
    audit.record(act="priorities.decided", about=decision, by=by, at=at, space=prioritisation.space)
    return decision


def _tell_reports(this_round: Round, *, by: Person, at: datetime) -> None:
    """A report that was begun before the order was settled gets its analysis now, where nobody has written one."""
    known = {"need_analysis": report_queries.analysis(this_round)}
    for report in report_queries.reports(this_round):
        fill_empty(report, known, by=by, at=at)


def _in_order(choices: Sequence[Choice]) -> list[Choice]:
    if not choices:
        raise BadOrder(_("Sett et tall på minst ett behov."))
    ranks = [choice.rank for choice in choices]
    if len(set(ranks)) != len(ranks):
        raise BadOrder(_("To behov har fått samme plass. Gi hvert sitt tall."))
    for choice in choices:
        _demand_grounds(choice)
    return sorted(choices, key=lambda choice: choice.rank)


def _demand_grounds(choice: Choice) -> None:
    words = str(choice.need.wording)
    if not choice.grounds:
        raise BadOrder(gettext("Skriv hvorfor dere prioriterer «{need}».").format(need=words))
    findings = needs_queries.evidence_of(choice.need)
    if not findings:
        sentence = gettext("«{need}» bygger ikke på noe funn ennå. Knytt det til minst én fortelling.")
        raise BadOrder(sentence.format(need=words))
    told = any(finding.story for finding in findings)
    if not told:
        sentence = gettext("«{need}» bygger bare på tall. Et tall må ha en fortelling ved siden av seg.")
        raise BadOrder(sentence.format(need=words))
