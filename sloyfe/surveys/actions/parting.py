"""The parts of a questionnaire: added, renamed, moved, taken out and put back."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.rows import save_version
from sloyfe.kit.text import Text
from sloyfe.people.models import Person
from sloyfe.surveys.actions import hanging
from sloyfe.surveys.actions.building import rewritten
from sloyfe.surveys.models import Instrument, Part


class PartHoldsItems(Refusal):
    """Taking a part out would take its questions along unseen."""

    sentence = _("Delen har spørsmål. Flytt dem til en annen del eller ta dem ut først.")


@transaction.atomic
def add_part(instrument: Instrument, *, title: Text, help: Text, by: Person, at: datetime) -> Part:  # noqa: A002 - the name of the field
    """Put a new part last."""
    last = instrument.parts.aggregate(last=Max("position"))["last"] or 0
    taken = set(instrument.parts.values_list("key", flat=True))
    key = next(key for n in range(1, 1000) if (key := f"D{n}") not in taken)
    part = Part.objects.create(instrument=instrument, key=key, position=last + 1, title=title, help=help)
    audit.record(act="part.added", about=part, by=by, at=at, space=instrument.space)
    return part


@transaction.atomic
def change_part(
    part: Part,
    *,
    title: Text,
    help: Text,  # noqa: A002 - the name of the field
    version: int,
    by: Person,
    at: datetime,
    agreed: bool = False,
) -> None:
    """Rename a part, or change what helps people answer it."""
    save_version(part, version=version, **rewritten(part, {"title": title, "help": help}, agreed=agreed))
    audit.record(act="part.changed", about=part, by=by, at=at, space=part.instrument.space)


@transaction.atomic
def move_part(part: Part, *, up: bool, by: Person, at: datetime) -> None:
    """Let a part change place with its neighbour; at the end nothing happens."""
    others = part.instrument.parts.exclude(position=None)
    if part.position is None:
        return
    neighbour = (
        others.filter(position__lt=part.position).last() if up else others.filter(position__gt=part.position).first()
    )
    if neighbour is None:
        return
    others.filter(pk=part.pk).update(position=neighbour.position)
    others.filter(pk=neighbour.pk).update(position=part.position)
    hanging.check(part.instrument)
    audit.record(act="part.moved", about=part, by=by, at=at, space=part.instrument.space)


@transaction.atomic
def remove_part(part: Part, *, by: Person, at: datetime) -> None:
    """Take an empty part out; its title is kept so that it can be put back."""
    if part.instrument.items.filter(section=part.key).exclude(position=None).exists():
        raise PartHoldsItems
    part.instrument.parts.filter(pk=part.pk).update(position=None)
    audit.record(act="part.removed", about=part, by=by, at=at, space=part.instrument.space)


@transaction.atomic
def restore_part(part: Part, *, by: Person, at: datetime) -> None:
    """Put a part back, last."""
    last = part.instrument.parts.aggregate(last=Max("position"))["last"] or 0
    part.instrument.parts.filter(pk=part.pk, position=None).update(position=last + 1)
    hanging.check(part.instrument)
    audit.record(act="part.restored", about=part, by=by, at=at, space=part.instrument.space)
