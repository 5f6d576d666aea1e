"""Recording what was seen, and how it is read."""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.access.models import Space
from sloyfe.cycle.needs.models import Figure, Finding, FindingKind, ImportedFigure
from sloyfe.cycle.partnership.models import Round
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.rows import save_version
from sloyfe.kit.text import Text
from sloyfe.people.models import Person
from sloyfe.surveys import release
from sloyfe.surveys.models import Absence, OutsideFigure, Wave


class NotAnonymised(Refusal):
    """A story must be read through with the persons in it in mind."""

    sentence = _("Bekreft at fortellingen er anonymisert, så ingen kan kjennes igjen.")


class NoStory(Refusal):
    """A story without words is nothing."""

    sentence = _("Skriv fortellingen. Noen få setninger er nok.")


class HiddenFigure(Refusal):
    """Nothing may be built on a figure that is not shown."""

    sentence = _("Dette tallet er skjult og kan ikke brukes som funn.")


class BuiltOn(Refusal):
    """What others have built on stands."""

    sentence = _("Noen har bygget videre på funnet, så det blir stående.")


@dataclass(frozen=True)
class Imported:
    """A number from elsewhere; a value of None was hidden by its source."""

    source: str
    indicator: str
    period: str
    value: Decimal | None
    unit: str = ""
    comparison: str = ""


@dataclass(frozen=True)
class Reference:
    """Which released figure; without a place, that of the whole network."""

    wave: Wave
    item: str
    place: Space | None


@dataclass(frozen=True)
class Seen:
    """What somebody wrote about a finding."""

    title: Text
    theme: str
    story: Text = field(default_factory=Text)
    asked_how: Text = field(default_factory=Text)
    interpretation: Text = field(default_factory=Text)
    anonymised: bool = False


@transaction.atomic
def record_finding(
    this_round: Round,
    kind: FindingKind,
    place: Space,
    seen: Seen,
    *,
    by: Person,
    at: datetime,
    number: Imported | OutsideFigure | Reference | None = None,
) -> Finding:
    """Write down a story, a children's voice, or a figure with or without a story beside it."""
    _demand_story(kind, seen)
    finding = Finding.objects.create(
        space=this_round.space,
        round=this_round,
        place=place,
        kind=kind,
        theme=seen.theme,
        title=seen.title,
        story=seen.story,
        asked_how=seen.asked_how,
        interpretation=seen.interpretation,
        anonymised_by=by if seen.story else None,
        recorded_by=by,
        recorded_at=at,
    )
    if isinstance(number, Imported):
        _keep_number(finding, number)
    if isinstance(number, OutsideFigure):
        ImportedFigure.objects.create(finding=finding, figure=number)
    if isinstance(number, Reference):
        shown = release.figure(number.wave, number.item, number.place)
        if shown is None or shown.is_hidden:
            raise HiddenFigure
        Figure.objects.create(finding=finding, wave=number.wave, item=number.item, place=number.place)
    audit.record(act="finding.recorded", about=finding, by=by, at=at, space=this_round.space)
    return finding


@transaction.atomic
def edit_finding(finding: Finding, seen: Seen, *, version: int, by: Person, at: datetime) -> Finding:
    """Rewrite the words of a finding; its number, if it has one, stands."""
    _demand_story(FindingKind(finding.kind), seen)
    save_version(
        finding,
        version=version,
        title=finding.title.rewritten(seen.title),
        theme=seen.theme,
        story=finding.story.rewritten(seen.story),
        asked_how=finding.asked_how.rewritten(seen.asked_how),
        interpretation=finding.interpretation.rewritten(seen.interpretation),
    )
    Finding.objects.in_space(finding.space).filter(pk=finding.pk).update(anonymised_by=by if seen.story else None)
    audit.record(act="finding.edited", about=finding, by=by, at=at, space=finding.space)
    return finding


@transaction.atomic
def withdraw_finding(finding: Finding, *, by: Person, at: datetime) -> None:
    """Take back a finding that nobody has rewritten or built a need on."""
    now = Finding.objects.in_space(finding.space).get(pk=finding.pk)
    if now.version != 1 or now.backs.exists():
        raise BuiltOn
    audit.record(act="finding.withdrawn", about=now, by=by, at=at, space=now.space)
    Finding.objects.in_space(now.space).filter(pk=now.pk).delete()


def _demand_story(kind: FindingKind, seen: Seen) -> None:
    if kind != FindingKind.FIGURE and not seen.story:
        raise NoStory
    if seen.story and not seen.anonymised:
        raise NotAnonymised


def _keep_number(finding: Finding, number: Imported) -> None:
    figure = OutsideFigure.objects.create(
        space=finding.space,
        place=finding.place,
        source=number.source,
        indicator=number.indicator,
        period=number.period,
        value=number.value,
        absence="" if number.value is not None else Absence.HIDDEN,
        unit=number.unit,
        comparison=number.comparison,
    )
    ImportedFigure.objects.create(finding=finding, figure=figure)
