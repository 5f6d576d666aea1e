"""What waits for somebody at this station."""

from django.urls import reverse
from django.utils.translation import gettext as _

from sloyfe.access.models import Space
from sloyfe.access.policy import Can
from sloyfe.access.roles import Role
from sloyfe.access.visit import Visit
from sloyfe.cycle.needs.models import Need, Prioritisation
from sloyfe.cycle.needs.queries import needs as queries
from sloyfe.cycle.needs.queries import overview, prioritisation
from sloyfe.cycle.partnership.contract import Glance, Reading, Turn
from sloyfe.cycle.partnership.models import Round


def glance(now: Reading, visit: Visit) -> Glance:
    """The line and the turns."""
    points = prioritisation.prioritisation(now.round)
    return Glance(overview.summary(now.round, points), turns_of(points, now.round, visit))


def turns_of(points: Prioritisation | None, this_round: Round, visit: Visit) -> list[Turn]:
    """Word and confirm at the unit, give points, comment, close and decide: each by what one's seat gives."""
    slug = visit.space.slug or ""
    found = [turn for place in _led(visit) for turn in _of_unit(this_round, place, slug)]
    found += _of_points(points, visit, slug)
    if visit.may(Can.NEED_COMMENT):
        found += _of_partner(this_round, visit, slug)
    if visit.may(Can.PRIORITY_DECIDE):
        found += _of_steering(points, this_round, slug)
    return found


def _led(visit: Visit) -> list[Space]:
    """The units this person leads; a unit's place lies below the root."""
    return [seat.space for seat in visit.seats if seat.role == Role.LEADER and seat.space.parent_id]


def _of_unit(this_round: Round, place: Space, slug: str) -> list[Turn]:
    needs = queries.needs_of(place, this_round)
    mine = reverse("needs:unit_needs", args=[slug, place.pk])
    if not needs:
        return [Turn(_("Skriv behovet til {unit}").format(unit=place.title), mine, weight=30)]
    found = [
        Turn(_("Bekreft behovet til {unit}").format(unit=place.title), _url(need, slug), weight=20)
        for need in needs
        if not need.is_confirmed
    ]
    for merge in queries.waiting_merges(this_round, place):
        title = _("Kjenner {unit} seg igjen i det felles behovet?").format(unit=place.title)
        found.append(Turn(title, _url(merge.part, slug) + "#felles", weight=25))
    return found


def _of_points(points: Prioritisation | None, visit: Visit, slug: str) -> list[Turn]:
    if points is None or not overview.may_give(visit, points) or prioritisation.has_given(visit, points):
        return []
    url = reverse("needs:points", args=[slug])
    return [Turn(_("Fordel poengene dine på behovene"), url, due=points.closes_on, weight=10)]


def _of_partner(this_round: Round, visit: Visit, slug: str) -> list[Turn]:
    if not queries.shared(this_round).exclude(comments__by=visit.person).exists():
        return []
    url = reverse("needs:network_needs", args=[slug])
    return [Turn(_("Si hva du tenker om de felles behovene"), url, weight=60)]


def _of_steering(points: Prioritisation | None, this_round: Round, slug: str) -> list[Turn]:
    if points is None:
        if queries.shared(this_round).count() < 2:
            return []
        url = reverse("needs:prioritisation", args=[slug])
        return [Turn(_("Åpne poengfordelingen"), url, weight=40)]
    if not points.is_closed:
        url = reverse("needs:prioritisation", args=[slug])
        return [Turn(_("Avslutt poengfordelingen"), url, due=points.closes_on, weight=40)]
    if not points.is_decided:
        return [Turn(_("Bestem hva som kommer først"), reverse("needs:decision", args=[slug]), weight=15)]
    return []


def _url(need: Need, slug: str) -> str:
    return reverse("needs:unit_need", args=[slug, need.place_id, need.pk])
