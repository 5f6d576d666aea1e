"""Gate G1: everybody was asked or met, and every unit's need is worded and confirmed."""

from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from sloyfe.cycle.needs.models import CollectiveProcess
from sloyfe.cycle.needs.queries.needs import worded
from sloyfe.cycle.partnership.contract import Check, Reading
from sloyfe.cycle.partnership.models import Party, PartyRole, Round
from sloyfe.surveys import queries as surveys
from sloyfe.surveys import release

ENOUGH = 0.6
NAMED = 3


def checks(now: Reading) -> list[Check]:
    """The two conditions of G1 that this station knows about."""
    this_round, units = now.round, now.with_role(PartyRole.UNIT)
    url = reverse("needs:overview", args=[this_round.space.slug])
    heard = _heard(this_round)
    settled = {need.place for need in worded(this_round) if need.confirmed}
    return [
        _check(
            _("Personalet i hver enhet er hørt: minst 60 prosent har svart, eller det er referat fra et ståstedsmøte"),
            units,
            heard,
            url,
        ),
        _check(_("Hver enhet har et behov som lederen har bekreftet"), units, settled, url),
    ]


def _heard(this_round: Round) -> set[UUID]:
    space = this_round.space
    met = CollectiveProcess.objects.in_space(space).filter(round=this_round).values_list("place_id", flat=True)
    heard = set(met)
    wave = surveys.staff_released_in_brief(space)
    if wave is None or not wave.is_anonymous:
        return heard
    answered = release.responses(wave)
    for asked in wave.places.all():
        if asked.invited and answered.get((asked.place_id, ""), 0) / asked.invited >= ENOUGH:
            heard.add(asked.place_id)
    return heard


def _check(title: str, units: list[Party], passed: set[UUID] | set[UUID | None], url: str) -> Check:
    missing = [unit.organisation.name for unit in units if unit.place_id not in passed]
    if not units:
        return Check("G1", title, met=False, detail=_("Ingen enheter er med ennå."), url=url)
    if not missing:
        return Check("G1", title, met=True, detail=_("Alle {count} enheter").format(count=len(units)), url=url)
    names = ", ".join(missing[:NAMED]) + (" …" if len(missing) > NAMED else "")
    detail = _("{done} av {count} enheter. Mangler: {names}").format(
        done=len(units) - len(missing), count=len(units), names=names
    )
    return Check("G1", title, met=False, detail=detail, url=url)
