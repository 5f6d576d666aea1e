"""The questions of a questionnaire: added, rewritten, moved, taken out and put back."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.db.models import Max

from sloyfe.access import audit
from sloyfe.kit.rows import save_version
from sloyfe.kit.text import Text
from sloyfe.people.models import Person
from sloyfe.surveys import drafting
from sloyfe.surveys.actions import hanging
from sloyfe.surveys.actions.building import rewritten
from sloyfe.surveys.models import Instrument, Item

Options = list[dict[str, Any]]


@transaction.atomic
def add_item(
    instrument: Instrument, *, section: str, kind: str, wording: Text, by: Person, at: datetime, **rest: Any
) -> Item:
    """Put a question of our own last in its section."""
    item = put_last(instrument, section, {"kind": kind, "wording": wording, **rest})
    audit.record(act="item.added", about=item, by=by, at=at, space=instrument.space)
    return item


@transaction.atomic
def add_pair(instrument: Instrument, *, section: str, topic: Text, by: Person, at: datetime) -> list[Item]:
    """Ask twice about a topic of our own: how sure people are now, and how much they need."""
    pair = str(uuid4())[:8]
    drafts = drafting.pair_of(topic, pair)
    items = [put_last(instrument, section, draft) for draft in drafts]
    for item in items:
        audit.record(act="item.added", about=item, by=by, at=at, space=instrument.space)
    return items


@transaction.atomic
def change_item(
    item: Item,
    *,
    version: int,
    texts: Mapping[str, Text],
    options: Options,
    by: Person,
    at: datetime,
    agreed: bool = False,
    **rest: Any,
) -> None:
    """Rewrite a question; what has been asked already stays as it was asked."""
    kept = options if agreed else _options_rewritten(item, options)
    save_version(item, version=version, **rewritten(item, texts, agreed=agreed), options=kept, **rest)
    hanging.check(item.instrument)
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
    hanging.check(item.instrument)
    audit.record(act="item.moved", about=item, by=by, at=at, space=item.instrument.space)


@transaction.atomic
def remove_item(item: Item, *, by: Person, at: datetime) -> None:
    """Take a question out; it keeps its key and its wording, and can be put back."""
    item.instrument.items.filter(pk=item.pk).update(position=None)
    hanging.check(item.instrument)
    audit.record(act="item.removed", about=item, by=by, at=at, space=item.instrument.space)


@transaction.atomic
def restore_item(item: Item, *, by: Person, at: datetime) -> None:
    """Put a question back, last in its part; a part that was taken out comes back with it."""
    put_back(item)
    hanging.check(item.instrument)
    audit.record(act="item.restored", about=item, by=by, at=at, space=item.instrument.space)


def put_back(item: Item) -> None:
    """The row alone; the caller looks after what hangs on what, and records it."""
    instrument = item.instrument
    parts = instrument.parts
    last = parts.aggregate(last=Max("position"))["last"] or 0
    parts.filter(key=item.section, position=None).update(position=last + 1)
    place = _room_last_in(instrument, item.section)
    instrument.items.filter(pk=item.pk, position=None).update(position=place)


def put_last(instrument: Instrument, section: str, facts: Mapping[str, Any]) -> Item:
    """A new row last in a part, under its own key or the first free one."""
    taken = set(instrument.items.values_list("key", flat=True))
    free = next(key for n in range(1, 1000) if (key := f"E{n}") not in taken)
    wanted = str(facts.get("key", free))
    place = _room_last_in(instrument, section)
    own = {"instrument": instrument, "section": section, "position": place, "key": free if wanted in taken else wanted}
    return Item.objects.create(**{"origin": str(uuid4()), **facts, **own})


def _room_last_in(instrument: Instrument, section: str) -> int:
    """The position after the last question of a part, with those behind moved one down."""
    before = instrument.items.exclude(position=None)
    in_section = before.filter(section=section).aggregate(last=Max("position"))["last"]
    place = int(in_section or before.aggregate(last=Max("position"))["last"] or 0) + 1
    for later in instrument.items.filter(position__gte=place).order_by("-position"):
        instrument.items.filter(pk=later.pk).update(position=(later.position or 0) + 1)
    return place


def _options_rewritten(item: Item, new: Options) -> Options:
    known = {one["key"]: Text.from_json(one["text"]) for one in item.options}
    return [
        {**one, "text": known.get(one["key"], Text()).rewritten(Text.from_json(one["text"])).to_json()} for one in new
    ]
