"""Minuting a unit's collective process, and carrying what it agreed on into findings and needs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.access.models import Space
from sloyfe.cycle.needs.actions.findings import Seen, record_finding
from sloyfe.cycle.needs.actions.needs import word_need
from sloyfe.cycle.needs.models import CollectiveProcess, FindingKind, Minute
from sloyfe.cycle.needs.models.process import in_one_piece
from sloyfe.cycle.partnership.models import Round
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.rows import Stale, save_version
from sloyfe.kit.text import Text
from sloyfe.people.models import Person

STORY, CHILDREN, NEED = "hard", "children", "agree"


class NotYet(Refusal):
    """A meeting is minuted after it was held."""

    sentence = _("Møtet kan ikke være holdt etter dagen i dag.")


class NothingAgreed(Refusal):
    """Minutes of a process end in a need."""

    sentence = _("Skriv setningen dere ble enige om. Den blir behovet deres.")


class OnceARound(Refusal):
    """The minutes are edited, not written twice."""

    sentence = _("Det er allerede skrevet referat for denne enheten i denne runden. Rett i det i stedet.")


@dataclass(frozen=True)
class Meeting:
    """When it was held, and how many took part as what."""

    held_on: date
    took_part: int
    role_groups: Sequence[str]


@transaction.atomic
def record_process(
    this_round: Round,
    place: Space,
    meeting: Meeting,
    minutes: Mapping[str, Text],
    *,
    theme: str,
    by: Person,
    at: datetime,
) -> CollectiveProcess:
    """Keep the minutes; the story, the children's voice and the need go their own ways from here."""
    if CollectiveProcess.objects.in_space(this_round.space).filter(round=this_round, place=place).exists():
        raise OnceARound
    _demand(meeting, minutes, at)
    process = CollectiveProcess.objects.create(
        space=this_round.space,
        round=this_round,
        place=place,
        held_on=meeting.held_on,
        took_part=meeting.took_part,
        role_groups=list(meeting.role_groups),
        recorded_by=by,
        recorded_at=at,
    )
    _keep(process, minutes)
    _carry_on(process, minutes, theme, by=by, at=at)
    audit.record(act="process.recorded", about=process, by=by, at=at, space=this_round.space)
    return process


@transaction.atomic
def edit_process(
    process: CollectiveProcess, meeting: Meeting, minutes: Mapping[str, Text], *, version: int, by: Person, at: datetime
) -> CollectiveProcess:
    """Correct the minutes; findings and needs made from them are edited where they stand."""
    _demand(meeting, minutes, at)
    if version != process.version:
        raise Stale(process, {"as_text": in_one_piece(minutes[key] for key in sorted(minutes) if minutes[key])})
    save_version(
        process,
        version=version,
        held_on=meeting.held_on,
        took_part=meeting.took_part,
        role_groups=list(meeting.role_groups),
    )
    process.minutes.all().delete()
    _keep(process, minutes)
    audit.record(act="process.edited", about=process, by=by, at=at, space=process.space)
    return process


def _demand(meeting: Meeting, minutes: Mapping[str, Text], at: datetime) -> None:
    if meeting.held_on > timezone.localdate(at):
        raise NotYet
    if not minutes.get(NEED):
        raise NothingAgreed


def _keep(process: CollectiveProcess, minutes: Mapping[str, Text]) -> None:
    Minute.objects.bulk_create(
        Minute(process=process, prompt=prompt, words=words) for prompt, words in minutes.items() if words
    )


def _carry_on(process: CollectiveProcess, minutes: Mapping[str, Text], theme: str, *, by: Person, at: datetime) -> None:
    from_meeting = Text.of(nb="Fra ståstedsmøtet", nn="Frå ståstadsmøtet")
    findings = []
    for prompt, kind in ((STORY, FindingKind.STORY), (CHILDREN, FindingKind.CHILDREN)):
        if words := minutes.get(prompt):
            seen = Seen(from_meeting, theme, story=words, anonymised=True)
            findings.append(record_finding(process.round, kind, process.place, seen, by=by, at=at))
    involvement = Text.of(
        nb="Hele personalet var med i et ståstedsmøte.", nn="Heile personalet var med i eit ståstadsmøte."
    )
    need = word_need(process.round, process.place, minutes[NEED], theme=theme, involvement=involvement, by=by, at=at)
    need.evidence.bulk_create(need.evidence.model(need=need, finding=finding) for finding in findings)
