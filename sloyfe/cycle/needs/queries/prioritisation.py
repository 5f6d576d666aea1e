"""Reads about giving points, and what steering made of them."""

from sloyfe.access.roles import Role
from sloyfe.access.visit import Visit
from sloyfe.cycle.needs.models import Giving, Need, Points, Prioritisation, Priority, RoleGroup, group_of
from sloyfe.cycle.partnership.models import Round


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


def priorities(this_round: Round) -> list[Priority]:
    """What the round has settled to work on, first things first, with the words of the need and of the decision."""
    rows = Priority.objects.in_space(this_round.space).filter(round=this_round)
    said = ("rank", "grounds", "need__wording", "decision__deviation", "decision__at", "decision__by__name")
    return list(rows.select_related("need", "decision__by").only(*said).order_by("rank"))
