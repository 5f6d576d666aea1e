"""What people find most important, as an order with its grounds, and how roles see it."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.utils.translation import gettext as _

from sloyfe.algorithms.prioritisation import Agreement, Kind
from sloyfe.cycle.meetings.models import DotReason, Dots, MeetingPhase
from sloyfe.cycle.meetings.queries.dots import Option
from sloyfe.cycle.needs import ranking
from sloyfe.kit.small_groups import SMALLEST

LEAST_TOLD = 3


@dataclass(frozen=True)
class Line:
    """An option in the order; `higher` and `lower` are roles that see it differently for sure enough."""

    option: Option
    dots: int
    people: int
    reasons: list[str]
    band: int
    higher: str = ""
    lower: str = ""


@dataclass(frozen=True)
class Band:
    """Options that may as well change places."""

    first: int
    lines: list[Line]

    @property
    def last(self) -> int:
        """The last place in the band."""
        return self.first + len(self.lines) - 1


@dataclass(frozen=True)
class RoleShares:
    """How roles spread their dots: name and size of each, and for each option a percent for each."""

    roles: list[tuple[str, int]]
    rows: list[tuple[str, list[int]]]


@dataclass(frozen=True)
class Result:
    """The order that the dots give; `without` got none."""

    givers: int
    bands: list[Band]
    without: list[Option]
    agreement: Agreement | None
    shares: RoleShares | None

    @property
    def lines(self) -> list[Line]:
        """Every option with dots, first things first."""
        return [line for band in self.bands for line in band.lines]

    @property
    def is_told(self) -> bool:
        """An order of one or two people would tell what they gave."""
        return self.givers >= LEAST_TOLD

    @property
    def numbers_shown(self) -> bool:
        """Sums of fewer than five would tell what one of them gave."""
        return self.givers >= SMALLEST


def result(phase: MeetingPhase, options: list[Option], names: Mapping[str, str]) -> Result:
    """The order, its grounds, and how roles see it, small roles together. Ask only when the phase is over."""
    known = {option.key: option for option in options}
    rows = Dots.objects.filter(card__phase=phase).select_related("card", "point__merge")
    gave: Counter[tuple[UUID, str, UUID]] = Counter()
    for row in rows:
        if row.option_key in known:
            gave[row.card_id, row.card.role, row.option_key] += row.count
    given = [ranking.Given(card, role, option, count) for (card, role, option), count in gave.items()]
    told = Counter(each.need for each in given)
    chosen = [option.key for option in options if option.key in told]
    without = [option for option in options if option.key not in told]
    people = len({each.giver for each in given})
    if people < LEAST_TOLD:
        return Result(people, [], options, None, None)
    order = ranking.rank(chosen, given)
    lines = _lines(order, known, told, _reasons(phase), _seen(chosen, given, names))
    return Result(people, _bands(lines), without, order.agreement, _shares(lines, given, names))


def _reasons(phase: MeetingPhase) -> dict[UUID, list[str]]:
    """By option, by the alphabet: the order says nothing about who came first."""
    found: defaultdict[UUID, list[str]] = defaultdict(list)
    for row in DotReason.objects.filter(phase=phase).select_related("point__merge").order_by("words"):
        found[row.option_key].append(row.words)
    return found


def _lines(
    order: ranking.Ranking,
    known: Mapping[UUID, Option],
    told: Counter[UUID],
    reasons: Mapping[UUID, list[str]],
    seen: Mapping[UUID, tuple[str, str]],
) -> list[Line]:
    return [
        Line(
            known[each.need],
            each.points,
            told[each.need],
            reasons.get(each.need, []),
            each.band,
            *seen.get(each.need, ("", "")),
        )
        for each in order.needs
    ]


def _bands(lines: list[Line]) -> list[Band]:
    bands: list[Band] = []
    for _number, band in groupby(lines, key=lambda line: line.band):
        bands.append(Band(bands[-1].last + 1 if bands else 1, list(band)))
    return bands


def _seen(chosen: list[UUID], given: list[ranking.Given], names: Mapping[str, str]) -> dict[UUID, tuple[str, str]]:
    """Options that two roles see differently for sure enough."""
    views = ranking.views(chosen, given)
    if len(views) < 2:
        return {}
    called = [_called(view, names) for view in views]
    found = ranking.seen_by_groups(chosen, given)
    return {
        key: (called[view.gap.higher], called[view.gap.lower])
        for key, view in found.items()
        if view.kind is Kind.CONTESTED and view.gap
    }


def _shares(lines: list[Line], given: list[ranking.Given], names: Mapping[str, str]) -> RoleShares | None:
    """One role alone would say what everybody together says, so it is left out."""
    keys = [line.option.key for line in lines]
    views = ranking.views(keys, given)
    if len(views) < 2:
        return None
    roles = [(_called(view, names), view.givers) for view in views]
    return RoleShares(
        roles, [(line.option.words, [round(view.shares[line.option.key] * 100) for view in views]) for line in lines]
    )


def _called(view: ranking.View, names: Mapping[str, str]) -> str:
    return _("Mindre roller samlet") if view.group is None else names.get(view.group, _("Rolle ikke oppgitt"))
