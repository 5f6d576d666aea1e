"""Giving points, closing, and settling what comes first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.access.models import Space
from sloyfe.cycle.needs.models import (
    Candidate,
    Giving,
    Points,
    Prioritisation,
    PrioritisationClosure,
    RoleGroup,
)
from sloyfe.cycle.needs.queries import needs as needs_queries
from sloyfe.cycle.needs.queries import prioritisation as queries
from sloyfe.cycle.partnership.models import Round
from sloyfe.kit.refusal import Refusal
from sloyfe.people.models import Person


class NothingToPrioritise(Refusal):
    """Points need needs."""

    sentence = _("Det må være minst to felles behov å velge mellom før dere fordeler poeng.")


class AlreadyOpen(Refusal):
    """One giving of points at a time."""

    sentence = _("Dere er allerede i gang med å fordele poeng i denne runden.")


class Closed(Refusal):
    """What is closed takes no more points."""

    sentence = _("Poengfordelingen er avsluttet, så poengene dine ble ikke lagret.")


class AlreadyDecided(Refusal):
    """The order is settled once."""

    sentence = _("Rekkefølgen er allerede bestemt.")


class WrongSum(Refusal):
    """Too many points, or none."""


class NoReason(Refusal):
    """Points come with a reason."""

    sentence = _("Skriv minst én grunn, så de andre forstår hva du tenker på.")


@dataclass(frozen=True)
class Gift:
    """Points for one need, and why."""

    need: UUID
    points: int
    reason: str = ""


@transaction.atomic
def open_prioritisation(
    this_round: Round, *, points_each: int, groups: Sequence[RoleGroup], closes_on: date, by: Person, at: datetime
) -> Prioritisation:
    """Let people give points to the network needs as they now are."""
    standing = queries.prioritisation(this_round)
    if standing is not None:
        raise AlreadyOpen if not standing.is_closed else AlreadyDecided
    needs = needs_queries.network_needs(this_round)
    if len(needs) < 2:
        raise NothingToPrioritise
    opened = Prioritisation.objects.create(
        space=this_round.space,
        round=this_round,
        points_each=points_each,
        role_groups=[group.value for group in groups],
        closes_on=closes_on,
        opened_by=by,
        opened_at=at,
    )
    Candidate.objects.bulk_create(Candidate(prioritisation=opened, need=need) for need in needs)
    audit.record(act="prioritisation.opened", about=opened, by=by, at=at, space=this_round.space)
    return opened


@transaction.atomic
def give_points(
    prioritisation: Prioritisation, gifts: Sequence[Gift], *, by: Person, group: RoleGroup, place: Space, at: datetime
) -> Giving:
    """Give points, or give them anew until the closure."""
    if not prioritisation.takes_points(timezone.localdate(at)):
        raise Closed
    given = [gift for gift in gifts if gift.points]
    _demand_sum(sum(gift.points for gift in given), prioritisation.points_each)
    if not any(gift.reason.strip() for gift in given):
        raise NoReason
    giving, _made = Giving.objects.update_or_create(
        prioritisation=prioritisation, person=by, defaults={"group": group, "place": place, "given_at": at}
    )
    giving.points.all().delete()
    Points.objects.bulk_create(
        Points(giving=giving, need_id=gift.need, points=gift.points, reason=gift.reason.strip()) for gift in given
    )
    return giving


@transaction.atomic
def close_prioritisation(prioritisation: Prioritisation, *, by: Person, at: datetime) -> PrioritisationClosure:
    """Take no more points; the sums can now be read."""
    closure, made = PrioritisationClosure.objects.get_or_create(
        prioritisation=prioritisation, defaults={"by": by, "at": at}
    )
    if not made:
        raise Refusal(_("Poengfordelingen er allerede avsluttet."))
    audit.record(act="prioritisation.closed", about=prioritisation, by=by, at=at, space=prioritisation.space)
    return closure


def _demand_sum(total: int, most: int) -> None:
    if total > most:
        over = total - most
        sentence = ngettext(
            "Du har fordelt %(total)s poeng, men har %(most)s. Ta bort %(over)s poeng.",
            "Du har fordelt %(total)s poeng, men har %(most)s. Ta bort %(over)s poeng.",
            over,
        )
        raise WrongSum(sentence % {"total": total, "most": most, "over": over})
    if total == 0:
        raise WrongSum(gettext("Gi poeng til minst ett behov."))
