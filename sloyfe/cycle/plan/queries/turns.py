"""What the plan waits for from one person."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sloyfe.access.policy import Can
from sloyfe.access.visit import Visit
from sloyfe.cycle.partnership.contract import Reading, Turn
from sloyfe.cycle.partnership.models import Party, PartyRole, Round
from sloyfe.cycle.plan.models import Confirmation
from sloyfe.cycle.plan.queries.counts import ALL, Counts


def turns(now: Counts, reading: Reading, visit: Visit) -> list[Turn]:
    """Elements and measures for those who steer, the unit's plan for its leader, a measure for who answers for it."""
    found: list[Turn] = []
    this_round = reading.round
    if visit.may(Can.PLAN_WRITE):
        found += [*_owners(now, this_round, visit), *_measures(now, this_round)]
    if visit.may(Can.UNIT_PLAN_CONFIRM):
        found += _units(now, reading, visit)
    return found


def _owners(now: Counts, this_round: Round, visit: Visit) -> Iterator[Turn]:
    for each in now.owners:
        if not visit.may(Can.PLAN_WRITE, each.party.place):
            continue
        url = reverse("plan:owner_plan", args=[this_round.space.slug, each.party.place_id])
        name = each.party.organisation.name
        if each.answered is None:
            yield Turn(_("Begynn på eiers plan: %(name)s") % {"name": name}, url, weight=45)
        elif left := ALL - each.answered:
            said = ngettext(
                "%(count)s punkt i eiers plan er ikke besvart: %(name)s",
                "%(count)s punkter i eiers plan er ikke besvart: %(name)s",
                left,
            )
            yield Turn(said % {"count": left, "name": name}, url, weight=46)


def _measures(now: Counts, this_round: Round) -> Iterator[Turn]:
    if left := now.unowned:
        said = ngettext(
            "%(count)s tiltak mangler ansvarlig eller datoer", "%(count)s tiltak mangler ansvarlig eller datoer", left
        )
        yield Turn(said % {"count": left}, reverse("plan:measures", args=[this_round.space.slug]), weight=47)


def _units(now: Counts, reading: Reading, visit: Visit) -> Iterator[Turn]:
    if not now.measures and not any(each.answered for each in now.owners):
        return
    mine = [unit for unit in reading.with_role(PartyRole.UNIT) if visit.may(Can.UNIT_PLAN_CONFIRM, unit.place)]
    rows = Confirmation.objects.filter(plan__round=reading.round, plan__party__in=mine)
    confirmed = set(rows.values_list("plan__party", flat=True))
    for unit in mine:
        if unit.pk not in confirmed:
            yield _unit(reading.round, unit)


def _unit(this_round: Round, unit: Party) -> Turn:
    title = _("Tilpass og bekreft planen for %(name)s") % {"name": unit.organisation.name}
    return Turn(title, reverse("plan:unit_plan", args=[this_round.space.slug, unit.place_id]), weight=48)
