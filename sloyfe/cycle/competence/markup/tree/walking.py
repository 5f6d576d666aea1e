"""Going through a tree."""

from collections.abc import Iterator
from typing import Any


def walk(node: Any) -> Iterator[Any]:
    """The node and everything in it, in reading order."""
    if isinstance(node, tuple):
        for each in node:
            yield from walk(each)
        return
    yield node
    for name in inner(type(node)):
        value = getattr(node, name)
        if isinstance(value, tuple) or hasattr(value, "__dataclass_fields__"):
            yield from walk(value)


def inner(kind: type) -> tuple[str, ...]:
    """The names of a node's fields; a text has none."""
    return tuple(getattr(kind, "__dataclass_fields__", ()))
