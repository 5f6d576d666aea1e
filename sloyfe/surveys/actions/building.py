"""Writing a questionnaire."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from sloyfe.access import audit
from sloyfe.access.models import Space
from sloyfe.kit.refusal import Refusal
from sloyfe.kit.rows import save_version
from sloyfe.kit.text import Text
from sloyfe.people.models import Person
from sloyfe.surveys import content, drafting
from sloyfe.surveys.models import Audience, Instrument, Item, Part


class WrongThemes(Refusal):
    """Too few or too many themes for block A."""

    sentence = _("Velg fra fire til åtte temaer.")


@transaction.atomic
def make_instrument(*, space: Space, template: str, themes: Sequence[str], by: Person, at: datetime) -> Instrument:
    """Start a questionnaire from a ready-made one; the staff survey asks twice about each chosen theme."""
    told = content.template(template)
    low, high = content.theme_limits()
    chosen = [theme for theme in content.themes() if theme.key in themes]
    if template == "staff" and not low <= len(chosen) <= high:
        raise WrongThemes
    instrument = Instrument.objects.create(
        space=space,
        title=content.text(told["title"]),
        intro=drafting.intro(told),
        thanks=content.text(told["thanks"]),
        audience=Audience.STAFF if template == "staff" else Audience.LEADERS,
        template=template,
    )
    Part.objects.bulk_create(Part(instrument=instrument, **draft) for draft in drafting.parts(told))
    drafts = drafting.items(told, chosen)
    Item.objects.bulk_create(
        Item(instrument=instrument, position=i, **draft) for i, draft in enumerate(drafts, start=1)
    )
    audit.record(act="instrument.made", about=instrument, by=by, at=at, space=space)
    return instrument


@transaction.atomic
def change_texts(
    instrument: Instrument, *, title: Text, intro: Text, thanks: Text, version: int, by: Person, at: datetime
) -> None:
    """Rewrite what stands around the questions."""
    save_version(
        instrument,
        version=version,
        title=instrument.title.rewritten(title),
        intro=instrument.intro.rewritten(intro),
        thanks=instrument.thanks.rewritten(thanks),
    )
    audit.record(act="instrument.changed", about=instrument, by=by, at=at, space=instrument.space)


@transaction.atomic
def add_item(
    instrument: Instrument, *, section: str, kind: str, wording: Text, by: Person, at: datetime, **rest: Any
) -> Item:
    """Put a question of our own last in its section."""
    before = instrument.items.exclude(position=None)
    in_section = before.filter(section=section).aggregate(last=Max("position"))["last"]
    place = (in_section or before.aggregate(last=Max("position"))["last"] or 0) + 1
    _make_room(instrument, place)
    item = Item.objects.create(
        instrument=instrument,
        key=_free_key(instrument),
        origin=str(uuid4()),
        position=place,
        section=section,
        kind=kind,
        wording=wording,
        **rest,
    )
    audit.record(act="item.added", about=item, by=by, at=at, space=instrument.space)
    return item


@transaction.atomic
def change_item(item: Item, *, version: int, wording: Text, by: Person, at: datetime, **rest: Any) -> None:
    """Rewrite a question; what has been asked already stays as it was asked."""
    save_version(item, version=version, wording=item.wording.rewritten(wording), **rest)
    audit.record(act="item.changed", about=item, by=by, at=at, space=item.instrument.space)


@transaction.atomic
def move_item(item: Item, *, up: bool, by: Person, at: datetime) -> None:
    """Let a question change place with its neighbour in the same section; at the end nothing happens."""
    others = item.instrument.items.filter(section=item.section).exclude(position=None)
    if item.position is None:
        return
    neighbour = (
        others.filter(position__lt=item.position).last() if up else others.filter(position__gt=item.position).first()
    )
    if neighbour is None:
        return
    theirs, ours = neighbour.position, item.position
    others.filter(pk=item.pk).update(position=theirs)
    others.filter(pk=neighbour.pk).update(position=ours)
    audit.record(act="item.moved", about=item, by=by, at=at, space=item.instrument.space)


@transaction.atomic
def remove_item(item: Item, *, by: Person, at: datetime) -> None:
    """Take a question out; its key is kept when it has ever been asked."""
    audit.record(act="item.removed", about=item, by=by, at=at, space=item.instrument.space)
    if item.versions.exists():
        item.instrument.items.filter(pk=item.pk).update(position=None)
    else:
        item.delete()


def _make_room(instrument: Instrument, place: int) -> None:
    for later in instrument.items.filter(position__gte=place).order_by("-position"):
        instrument.items.filter(pk=later.pk).update(position=(later.position or 0) + 1)


def _free_key(instrument: Instrument) -> str:
    taken = set(instrument.items.values_list("key", flat=True))
    return next(key for n in range(1, 1000) if (key := f"E{n}") not in taken)
