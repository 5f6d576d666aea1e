"""Whether a tree that somebody else wrote down is made as ours are: every value of the kind its field asks for."""

from collections.abc import Hashable, Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import lru_cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from sloyfe.cycle.competence.markup.packages import Licence, PageTree
from sloyfe.cycle.competence.markup.tree import Block, Heading, Hint, Link, Said

# Deeper than people nest lists, boxes and what stands in their lines, and less deep than a page can be drawn.
DEEPEST = 48
LARGEST = 1 << 53
LONGEST_CODE = 20
LEVELS, MINUTES = range(1, 7), range(10_000)


def fits(node: Any, depth: int = 0) -> bool:
    """The node and everything in it."""
    if not is_dataclass(node) or type(node) is Block:
        return False
    depth += isinstance(node, Block | Link | Hint | Said)
    if depth > DEEPEST:
        return False
    kind: Any = type(node)
    hints = _hints(kind)
    made = all(_is(getattr(node, field.name), hints[field.name], depth) for field in fields(node))
    return made and _is_possible(node)


def _is_possible(node: Any) -> bool:
    """Its numbers and codes can be drawn and kept."""
    match node:
        case Licence():
            return len(node.code) <= LONGEST_CODE
        case Heading():
            return node.level in LEVELS
        case PageTree():
            return node.minutes is None or node.minutes in MINUTES
    return True


def _is(value: Any, asked: Any, depth: int) -> bool:
    origin, arguments = get_origin(asked), get_args(asked)
    if origin in {Union, UnionType}:
        return any(_is(value, each, depth) for each in arguments)
    if origin is tuple:
        return isinstance(value, tuple) and all(_is(each, arguments[0], depth) for each in value)
    if origin is not None:
        return isinstance(value, Mapping) and all(
            _is(key, arguments[0], depth) and _is(each, arguments[1], depth) for key, each in value.items()
        )
    if is_dataclass(asked):
        return isinstance(value, asked) and fits(value, depth)  # type: ignore[arg-type]  # a class, as asked says
    if isinstance(asked, type) and issubclass(asked, StrEnum):
        return isinstance(value, asked)
    return type(value) is asked and (asked is not int or 0 <= value < LARGEST)


@lru_cache(128)
def _hints(kind: Hashable) -> Mapping[str, Any]:
    return get_type_hints(kind)
