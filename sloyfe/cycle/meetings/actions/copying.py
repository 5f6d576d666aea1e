"""Beginning with what one has: a meeting like the last one, and templates of our own."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.access.models import Space
from sloyfe.cycle.meetings.actions.activities import carry_over
from sloyfe.cycle.meetings.actions.for_real import demand_real
from sloyfe.cycle.meetings.actions.meetings import begin_meeting
from sloyfe.cycle.meetings.actions.phases import add_block
from sloyfe.cycle.meetings.content.blocks import block
from sloyfe.cycle.meetings.models import Meeting, MeetingPhase, Omission, ScriptTemplate, TemplateRemoval
from sloyfe.cycle.meetings.models.scripts import stored, unstored
from sloyfe.cycle.meetings.queries.scripts import phases_of
from sloyfe.cycle.meetings.scripts import Material
from sloyfe.cycle.partnership.models import Round
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.rows import save_version
from sloyfe.kit.text import Text
from sloyfe.people.models import Person

KEPT = ("question", "preparation", "where", "video", "method", "method_version", "template")


class NothingToKeep(Refusal):
    """A template is a script."""

    sentence = _("Møtet har ingen faser å lagre som mal.")


@transaction.atomic
def copy_meeting(earlier: Meeting, *, by: Person, at: datetime, places: Iterable[Space], **said: Any) -> Meeting:
    """The same as last time; what was decided then comes first by itself."""
    demand_real(earlier)
    kept = {name: getattr(earlier, name) for name in KEPT}
    meeting = begin_meeting(earlier.round, follows=earlier, by=by, at=at, **{**kept, **said})
    meeting.places.set(places)
    lay_out(meeting, [stored(phase) for phase in phases_of(earlier)], by=by, at=at)
    carry_over(earlier, meeting)
    trial = block("last-trial")
    carried = any(phase.material == Material.LAST_TRIAL for phase in phases_of(meeting))
    if trial and not carried and earlier.decisions.exists():
        add_block(meeting, trial)
    return meeting


@transaction.atomic
def make_from_template(
    this_round: Round, template: ScriptTemplate, *, by: Person, at: datetime, places: Iterable[Space], **said: Any
) -> Meeting:
    """A meeting that begins with a script of our own."""
    said["title"] = said.get("title") or template.title
    said["question"] = said.get("question") or template.question
    said["preparation"] = said.get("preparation") or template.preparation
    meeting = begin_meeting(this_round, template=template, by=by, at=at, **said)
    meeting.places.set(places)
    lay_out(meeting, template.phases, by=by, at=at)
    return meeting


@transaction.atomic
def keep_template(meeting: Meeting, *, title: Text, place: Space | None, by: Person, at: datetime) -> ScriptTemplate:
    """The script of this meeting, to begin with another time."""
    template = ScriptTemplate.objects.create(
        space=meeting.space, place=place, title=title, made_by=by, made_at=at, **_script(meeting)
    )
    Meeting.objects.in_space(meeting.space).filter(pk=meeting.pk).update(template=template)
    audit.record(act="script_template.kept", about=template, by=by, at=at, space=meeting.space)
    return template


@transaction.atomic
def renew_template(template: ScriptTemplate, meeting: Meeting, *, title: Text, by: Person, at: datetime) -> None:
    """A new version of the template; meetings that were made of the one before stand as they are."""
    written = template.title.rewritten(title)
    save_version(template, version=template.version, title=written, **_script(meeting))
    audit.record(act="script_template.renewed", about=template, by=by, at=at, space=meeting.space)


@transaction.atomic
def put_away(template: ScriptTemplate, *, by: Person, at: datetime) -> None:
    """Not among those to choose any longer."""
    TemplateRemoval.objects.get_or_create(template=template, defaults={"by": by, "at": at})
    audit.record(act="script_template.put_away", about=template, by=by, at=at, space=template.space)


@transaction.atomic
def fetch_again(template: ScriptTemplate, *, by: Person, at: datetime) -> None:
    """Among them again."""
    TemplateRemoval.objects.filter(template=template).delete()
    audit.record(act="script_template.fetched", about=template, by=by, at=at, space=template.space)


def lay_out(meeting: Meeting, phases: Sequence[Mapping[str, Any]], *, by: Person, at: datetime) -> None:
    """Stored phases as new rows of a meeting; one that was left out is left out again."""
    rows = [
        unstored({**values, "id": str(uuid4())}, meeting=meeting, position=number)
        for number, values in enumerate(phases, 1)
    ]
    MeetingPhase.objects.bulk_create(rows)
    Omission.objects.bulk_create(
        Omission(phase=row, by=by, at=at) for row, values in zip(rows, phases, strict=True) if values["left_out"]
    )


def _script(meeting: Meeting) -> dict[str, Any]:
    demand_real(meeting)
    phases = [stored(phase) for phase in phases_of(meeting)]
    if not phases:
        raise NothingToKeep
    return {"phases": phases, "question": meeting.question, "preparation": meeting.preparation}
