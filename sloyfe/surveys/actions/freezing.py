"""Freezing a questionnaire when it is first sent out: what stood then is what people were asked."""

import json
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from sloyfe.kit.refusal import Refusal
from sloyfe.kit.text import Text
from sloyfe.surveys import drafting
from sloyfe.surveys.models import Edition, Instrument, Item, ItemVersion, Kind


class NothingToAsk(Refusal):
    """An empty questionnaire cannot be sent out."""

    sentence = _("Spørreskjemaet har ingen spørsmål ennå.")


@transaction.atomic
def freeze_edition(instrument: Instrument) -> Edition:
    """Freeze the questionnaire as it stands; a question asked before in the same words keeps its version."""
    items = list(instrument.items.exclude(position=None))
    if all(item.kind == Kind.NOTE for item in items):
        raise NothingToAsk
    versions = _versions(instrument, items)
    sheet = drafting.compose(instrument, [(item, str(versions[item.pk].pk)) for item in items])
    number = (instrument.editions.aggregate(last=Max("number"))["last"] or 0) + 1
    return Edition.objects.create(instrument=instrument, number=number, sheet=sheet.to_json())


def asked_if(item: Item, items: Sequence[Item], part_conditions: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The conditions of an item and of its part, told by the origin of what they hang on."""
    origins = {one.key: one.origin for one in items}
    told = (part_conditions.get(item.section), item.condition)
    return [{"item": origins.get(one["item"], one["item"]), "answers": one["answers"]} for one in told if one]


def digest_of(item: Item, told_if: Sequence[Mapping[str, Any]]) -> str:
    """The same for two questions exactly when people were asked the same; which language came first is no part."""
    facts = {name: _words(value) for name, value in _facts(item).items()}
    told = json.dumps({**facts, "asked_if": told_if}, sort_keys=True, ensure_ascii=False)
    return blake2b(told.encode(), digest_size=16).hexdigest()


def _versions(instrument: Instrument, items: Sequence[Item]) -> dict[UUID, ItemVersion]:
    conditions = dict(instrument.parts.values_list("key", "condition"))
    known: dict[UUID, dict[str, ItemVersion]] = {}
    for row in ItemVersion.objects.filter(item__instrument=instrument):
        known.setdefault(row.item_id, {})[row.digest] = row
    found: dict[UUID, ItemVersion] = {}
    new: list[ItemVersion] = []
    for item in items:
        told_if = asked_if(item, items, conditions)
        digest = digest_of(item, told_if)
        earlier = known.get(item.pk, {})
        if digest not in earlier:
            number = max((row.number for row in earlier.values()), default=0) + 1
            facts = _facts(item)
            new.append(ItemVersion(item=item, number=number, digest=digest, asked_if=told_if, **facts))
        found[item.pk] = earlier.get(digest) or new[-1]
    ItemVersion.objects.bulk_create(new)
    return found


def _facts(item: Item) -> dict[str, Any]:
    return {**item.asked(), "steps": drafting.steps_of(item)}


def _words(value: Any) -> Any:
    """A text without the marks of how it came to be."""
    if isinstance(value, Text):
        return dict(value.entries)
    if isinstance(value, list):
        return [_words(one) for one in value]
    if isinstance(value, Mapping):
        if "made_from" in value:
            return _words(Text.from_json(value))
        return {name: _words(one) for name, one in value.items()}
    return value
