"""Wording needs at a unit, building them on findings, and standing behind them."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.access.models import Space
from sloyfe.cycle.needs.models import Confirmation, Evidence, Finding, Need
from sloyfe.cycle.partnership.models import Round
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.rows import save_version
from sloyfe.kit.text import Text
from sloyfe.people.models import Person


class AlreadyConfirmed(Refusal):
    """One confirmation of each wording."""

    sentence = _("Dette behovet er allerede bekreftet slik det står nå.")


class Changed(Refusal):
    """Nobody confirms words they have not read."""

    sentence = _("Teksten er endret siden du åpnet siden. Les den på nytt før du bekrefter.")


class Prioritised(Refusal):
    """What was prioritised stands."""

    sentence = _("Behovet er prioritert, og teksten står fast i denne runden.")


class BuiltOn(Refusal):
    """What others have built on stands."""

    sentence = _("Noen har arbeidet videre med behovet, så det blir stående.")


@transaction.atomic
def word_need(
    this_round: Round, place: Space | None, wording: Text, *, theme: str, involvement: Text, by: Person, at: datetime
) -> Need:
    """Put a need into words, for a unit or, without a place, for the network."""
    need = Need.objects.create(
        space=this_round.space,
        round=this_round,
        place=place,
        theme=theme,
        wording=wording,
        involvement=involvement,
        worded_by=by,
        worded_at=at,
    )
    audit.record(act="need.worded", about=need, by=by, at=at, space=this_round.space)
    return need


@transaction.atomic
def edit_need(
    need: Need, wording: Text, *, theme: str, involvement: Text, version: int, by: Person, at: datetime
) -> Need:
    """Reword a need; what was confirmed before must then be confirmed anew."""
    demand_open(need)
    save_version(
        need,
        version=version,
        wording=need.wording.rewritten(wording),
        involvement=need.involvement.rewritten(involvement),
        theme=theme,
    )
    audit.record(act="need.reworded", about=need, by=by, at=at, space=need.space)
    return need


@transaction.atomic
def confirm_need(need: Need, *, version: int, by: Person, at: datetime) -> Confirmation:
    """The unit leader stands behind the wording."""
    if version != need.version:
        raise Changed
    confirmation, made = Confirmation.objects.get_or_create(
        need=need, wording_version=version, defaults={"by": by, "at": at}
    )
    if not made:
        raise AlreadyConfirmed
    audit.record(act="need.confirmed", about=need, by=by, at=at, space=need.space)
    return confirmation


@transaction.atomic
def build_on(need: Need, findings: Sequence[Finding], *, by: Person, at: datetime) -> None:
    """Let the need build on exactly these findings."""
    demand_open(need)
    Evidence.objects.filter(need=need).exclude(finding__in=findings).delete()
    for finding in findings:
        Evidence.objects.get_or_create(need=need, finding=finding)
    audit.record(act="need.evidence", about=need, by=by, at=at, space=need.space)


@transaction.atomic
def withdraw_need(need: Need, *, by: Person, at: datetime) -> None:
    """Take back a need that nobody has reworded, stood behind or built on."""
    now = Need.objects.in_space(need.space).get(pk=need.pk)
    merged = hasattr(now, "merge") or now.parts.exists()
    if now.version != 1 or merged or now.confirmations.exists() or now.candidacies.exists() or now.comments.exists():
        raise BuiltOn
    audit.record(act="need.withdrawn", about=now, by=by, at=at, space=now.space)
    Need.objects.in_space(now.space).filter(pk=now.pk).delete()


def demand_open(need: Need) -> None:
    """Refuse to touch what has been prioritised."""
    merge = getattr(need, "merge", None)
    if hasattr(need, "priority") or (merge is not None and hasattr(merge.into, "priority")):
        raise Prioritised
