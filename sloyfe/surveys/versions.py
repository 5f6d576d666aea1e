"""Whether two questions are the same: same words, same answers, asked of the same people."""

import json
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Any

from sloyfe.kit.text import Text
from sloyfe.surveys.models import Item
from sloyfe.surveys.steps import steps_of


def asked_if(item: Item, items: Sequence[Item], part_conditions: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The conditions of an item and of its part, told by the origin of what they hang on."""
    origins = {one.key: one.origin for one in items}
    told = (part_conditions.get(item.section), item.condition)
    return [{"item": origins.get(one["item"], one["item"]), "answers": one["answers"]} for one in told if one]


def digest_of(item: Item, told_if: Sequence[Mapping[str, Any]]) -> str:
    """The same for two questions exactly when people were asked the same; which language came first is no part."""
    told = json.dumps({**_words(facts(item)), "asked_if": told_if}, sort_keys=True, ensure_ascii=False)
    return blake2b(told.encode(), digest_size=16).hexdigest()


def facts(item: Item) -> dict[str, Any]:
    """What is asked, with the steps of the scale said out."""
    return {**item.asked(), "steps": steps_of(item)}


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
