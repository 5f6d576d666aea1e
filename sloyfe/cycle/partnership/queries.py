"""Reads about the partnership."""

from django.utils.translation import ngettext

from sloyfe.access.models import Space
from sloyfe.cycle.partnership.contract import State, Summary
from sloyfe.cycle.partnership.models import Partnership, Party, PartyRole, Round


def partnership(space: Space) -> Partnership:
    """The partnership of this space."""
    return Partnership.objects.in_space(space).get()


def current_round(space: Space) -> Round:
    """The newest round."""
    return Round.objects.in_space(space).latest("opened_at")


def parties(space: Space, *roles: PartyRole) -> list[Party]:
    """The organisations that take part, owners before their units."""
    rows = Party.objects.in_space(space).filter(until=None).select_related("organisation__parent", "place")
    if roles:
        rows = rows.filter(role__in=roles)
    return sorted(rows, key=lambda party: (_order(party), party.organisation.name))


def _order(party: Party) -> int:
    return list(PartyRole).index(PartyRole(party.role))


def summary(this_round: Round) -> Summary:
    """How far the partnership has come in this round."""
    count = len(parties(this_round.space))
    line = ngettext("%(count)s part er med", "%(count)s parter er med", count) % {"count": count}
    return Summary(State.UNDER_WAY if count else State.NOT_STARTED, line)
