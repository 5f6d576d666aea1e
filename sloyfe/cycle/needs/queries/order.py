"""The order that the points give, with its grounds, and how the groups saw it."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from django.utils.translation import gettext as _

from sloyfe.access.models import Space
from sloyfe.algorithms.prioritisation import Agreement, ItemView, Kind, Method
from sloyfe.cycle.needs import ranking
from sloyfe.cycle.needs.models import Need, Points, Prioritisation, RoleGroup
from sloyfe.cycle.needs.queries.prioritisation import candidates
from sloyfe.kit.small_groups import SMALLEST
from sloyfe.kit.text import Text


@dataclass(frozen=True)
class Line:
    """One need in the order, and why it stands there. `kind` is what can be said of how the roles see it."""

    need: Need
    ranked: ranking.Ranked
    length: str
    kind: Kind
    higher: str
    lower: str
    places_differ: bool

    @property
    def percent(self) -> int:
        """How many of those who gave points gave this need any."""
        return round(self.ranked.share * 100)

    @property
    def before(self) -> int | None:
        """How many gave it more than the next need; None where there is no next, or they are under five."""
        return _told(self.ranked.next.before) if self.ranked.next else None

    @property
    def after(self) -> int | None:
        """How many gave the next need more; None where there is no next, or they are under five."""
        return _told(self.ranked.next.after) if self.ranked.next else None

    @property
    def goes_against(self) -> bool:
        """Whether more people gave the next need more, so that only the whole order puts this one before it."""
        return self.ranked.next is not None and self.ranked.next.after > self.ranked.next.before


@dataclass(frozen=True)
class Band:
    """Needs that may as well change places; one alone stands firm where there are several bands."""

    lines: list[Line]
    first: int

    @property
    def last(self) -> int:
        """The last place in the band."""
        return self.first + len(self.lines) - 1


@dataclass(frozen=True)
class Shares:
    """How groups spread their points: their names, sizes and agreement, and for each need a percent for each."""

    groups: list[tuple[str, int]]
    agreed: list[str]
    rows: list[tuple[Text, list[int]]]


@dataclass(frozen=True)
class Result:
    """The order that the points give; where too few gave, the numbers stay hidden."""

    bands: list[Band]
    givers: int
    method: Method
    is_proved: bool
    agreement: Agreement | None
    by_role: Shares
    by_place: Shares

    @property
    def lines(self) -> list[Line]:
        """Every need, first things first."""
        return [line for band in self.bands for line in band.lines]

    @property
    def numbers_shown(self) -> bool:
        """Sums of fewer than five people would show what one of them gave."""
        return self.givers >= SMALLEST


def result(prioritisation: Prioritisation) -> Result:
    """The order of the points, and how the groups saw it. Ask only after the closure."""
    needs = {need.pk: need for need in candidates(prioritisation)}
    keys = list(needs)
    rows = list(Points.objects.filter(giving__prioritisation=prioritisation).select_related("giving__place__opening"))
    by_role = [_given(row, row.giving.group) for row in rows]
    by_place = [_given(row, _place_name(row.giving.place)) for row in rows]
    order = ranking.rank(keys, by_role)
    roles, places = (ranking.views(keys, given) for given in (by_role, by_place))
    names = {str(group.value): str(group.label) for group in RoleGroup}
    named = [(names.get(view.group or "", _together()), view) for view in roles]
    seen = ranking.seen_by_groups(keys, by_role), ranking.seen_by_groups(keys, by_place)
    lines = _lines(order, needs, seen, [name for name, _view in named])
    ordered = [line.need for line in lines]
    return Result(
        _bands(lines),
        len({row.giving_id for row in rows}),
        order.method,
        order.is_proved,
        order.agreement,
        _shares(named, ordered),
        _shares([(view.group or _together(), view) for view in places], ordered),
    )


def _lines(
    order: ranking.Ranking,
    needs: Mapping[UUID, Need],
    seen: tuple[Mapping[UUID, ItemView], Mapping[UUID, ItemView]],
    names: list[str],
) -> list[Line]:
    by_role, by_place = seen
    most = max((each.points for each in order.needs), default=0) or 1
    found = []
    for each in order.needs:
        view, there = by_role.get(each.need), by_place.get(each.need)
        gap = view.gap if view else None
        line = Line(
            needs[each.need],
            each,
            f"{each.points / most * 100:.1f}",
            view.kind if view else Kind.OPEN,
            names[gap.higher] if gap else "",
            names[gap.lower] if gap else "",
            there is not None and there.kind is Kind.CONTESTED,
        )
        found.append(line)
    return found


def _bands(lines: list[Line]) -> list[Band]:
    bands: list[Band] = []
    for _number, band in groupby(lines, key=lambda line: line.ranked.band):
        first = bands[-1].last + 1 if bands else 1
        bands.append(Band(list(band), first))
    return bands


def _given(row: Points, group: str) -> ranking.Given:
    return ranking.Given(row.giving_id, group, row.need_id, row.points, row.reason)


def _place_name(place: Space) -> str:
    closed = place.shielded and not hasattr(place, "opening")
    return _("Enheter som ikke deler tallene sine") if closed else place.title


def _together() -> str:
    return _("Mindre grupper samlet")


def _told(count: int) -> int | None:
    return count if count >= SMALLEST else None


def _shares(views: list[tuple[str, ranking.View]], needs: list[Need]) -> Shares:
    """One group alone would say what everybody together says, so it is left out."""
    shown = views if len(views) > 1 else []
    groups = [(name, view.givers) for name, view in shown]
    agreed = [view.agreement.degree.value if view.agreement else "" for _name, view in shown]
    rows = [(need.wording, [round(view.shares[need.pk] * 100) for _name, view in shown]) for need in needs]
    return Shares(groups, agreed, rows)
