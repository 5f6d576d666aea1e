"""Reads about giving points, and what came of it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from sloyfe.access.models import Space
from sloyfe.access.roles import Role
from sloyfe.access.visit import Visit
from sloyfe.cycle.needs import ranking
from sloyfe.cycle.needs.models import Giving, Need, Points, Prioritisation, Priority, RoleGroup, group_of
from sloyfe.cycle.partnership.models import Round
from sloyfe.kit.small_groups import SMALLEST
from sloyfe.kit.text import Text


@dataclass(frozen=True)
class Line:
    """One need in the order of the points."""

    need: Need
    ranked: ranking.Ranked
    spread: float | None
    length: str = "0"

    @property
    def percent(self) -> int:
        """How many of those who gave points gave this need any."""
        return round(self.ranked.share * 100)

    @property
    def is_agreed(self) -> bool:
        """Whether the groups see it alike."""
        return self.spread is not None and self.spread <= ranking.ALIKE


@dataclass(frozen=True)
class Shares:
    """How groups spread their points: the groups with their sizes, and for each need a percent for each."""

    groups: list[tuple[str, int]]
    rows: list[tuple[Text, list[int]]]


@dataclass(frozen=True)
class Result:
    """The order that the points give; where too few gave, the numbers stay hidden."""

    lines: list[Line]
    givers: int
    by_role: Shares
    by_place: Shares

    @property
    def numbers_shown(self) -> bool:
        """Sums of fewer than five people would show what one of them gave."""
        return self.givers >= SMALLEST


def prioritisation(this_round: Round) -> Prioritisation | None:
    """The newest giving of points of a round."""
    rows = Prioritisation.objects.in_space(this_round.space).filter(round=this_round)
    return rows.select_related("closure", "decision").order_by("-opened_at").first()


def candidates(prioritisation: Prioritisation) -> list[Need]:
    """The needs to give points to, in the order they were worded."""
    rows = Need.objects.in_space(prioritisation.space).filter(candidacies__prioritisation=prioritisation)
    return list(rows.order_by("worded_at"))


def giving_group(visit: Visit, prioritisation: Prioritisation) -> tuple[RoleGroup, Role] | None:
    """As what this person gives points, if they take part."""
    for seat in visit.seats:
        group = group_of(Role(seat.role))
        if group and group in prioritisation.role_groups:
            return group, Role(seat.role)
    return None


def own_points(visit: Visit, prioritisation: Prioritisation) -> dict[str, Points]:
    """What this person has given, by need; nobody else's."""
    rows = Points.objects.filter(giving__prioritisation=prioritisation, giving__person=visit.person)
    return {str(row.need_id): row for row in rows}


def has_given(visit: Visit, prioritisation: Prioritisation) -> bool:
    """Whether this person has given points."""
    return Giving.objects.filter(prioritisation=prioritisation, person=visit.person).exists()


def givers(prioritisation: Prioritisation) -> int:
    """How many have given points."""
    return Giving.objects.filter(prioritisation=prioritisation).count()


def result(prioritisation: Prioritisation) -> Result:
    """The order of the points, and how the groups saw it. Ask only after the closure."""
    needs = {need.pk: need for need in candidates(prioritisation)}
    rows = list(Points.objects.filter(giving__prioritisation=prioritisation).select_related("giving__place__opening"))
    by_role = [_given(row, row.giving.group) for row in rows]
    by_place = [_given(row, _place_name(row.giving.place)) for row in rows]
    ranked = ranking.rank(list(needs), by_role)
    roles, places = (ranking.views(list(needs), given) for given in (by_role, by_place))
    order = [needs[each.need] for each in ranked]
    names = {str(group.value): str(group.label) for group in RoleGroup}
    most = max((each.points for each in ranked), default=0) or 1
    lines = [
        Line(needs[each.need], each, ranking.spread(each.need, roles), f"{each.points / most * 100:.1f}")
        for each in ranked
    ]
    return Result(
        lines,
        len({row.giving_id for row in rows}),
        _shares([(names.get(view.group or "", ""), view) for view in roles], order),
        _shares([(view.group or "", view) for view in places], order),
    )


def priorities(this_round: Round) -> list[Priority]:
    """What the round has settled to work on, first things first, with the words of the need and of the decision."""
    rows = Priority.objects.in_space(this_round.space).filter(round=this_round)
    said = ("rank", "grounds", "need__wording", "decision__deviation", "decision__at", "decision__by__name")
    return list(rows.select_related("need", "decision__by").only(*said).order_by("rank"))


def _place_name(place: Space) -> str:
    closed = place.shielded and not hasattr(place, "opening")
    return _("Enheter som ikke deler tallene sine") if closed else place.title


def _given(row: Points, group: str) -> ranking.Given:
    return ranking.Given(row.giving_id, group, row.need_id, row.points, row.reason)


def _shares(views: list[tuple[str, ranking.View]], needs: list[Need]) -> Shares:
    """One group alone would say what everybody together says, so it is left out."""
    shown = views if len(views) > 1 else []
    groups = [(name or _("Mindre grupper samlet"), view.givers) for name, view in shown]
    rows = [(need.wording, [round(view.shares[need.pk] * 100) for _name, view in shown]) for need in needs]
    return Shares(groups, rows)
