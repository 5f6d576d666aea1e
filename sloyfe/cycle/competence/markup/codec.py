"""Blocks and pages as plain JSON and back: each node says its name, and fields that are as usual are left out."""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from enum import StrEnum
from functools import lru_cache
from typing import Any

from sloyfe.cycle.competence.markup import notes, packages, titles, tree

NODES: Mapping[str, type] = {
    name: each
    for module in (tree, titles, packages)
    for name, each in vars(module).items()
    if isinstance(each, type) and hasattr(each, "__dataclass_fields__")
}


def to_plain(node: Any) -> Any:
    """What JSON can hold."""
    if isinstance(node, StrEnum):
        return node.value
    if isinstance(node, tuple):
        return [to_plain(each) for each in node]
    if isinstance(node, Mapping):
        return {str(key): to_plain(value) for key, value in node.items()}
    if not hasattr(node, "__dataclass_fields__"):
        return node
    said = {"is": type(node).__name__}
    for field in fields(node):
        value = getattr(node, field.name)
        if field.default is MISSING or value != field.default:
            said[field.name] = to_plain(value)
    return said


def from_plain(plain: Any) -> Any:
    """The node again."""
    if isinstance(plain, list):
        return tuple(from_plain(each) for each in plain)
    if not isinstance(plain, dict):
        return plain
    kind = NODES.get(str(plain.get("is")))
    if kind is None:
        return {tree.Language(key): value for key, value in plain.items()}
    made = {name: _field(kind, name, value) for name, value in plain.items() if name != "is"}
    return kind(**made)


def _field(kind: type, name: str, value: Any) -> Any:
    words = _words(kind).get(name)
    if isinstance(value, list):
        return tuple(words(each) if words and isinstance(each, str) else from_plain(each) for each in value)
    return words(value) if words and isinstance(value, str) else from_plain(value)


@lru_cache(128)
def _words(kind: type) -> Mapping[str, type[StrEnum]]:
    """The fields that hold a word of a closed list."""
    lists = {"Language": tree.Language, "Kind": tree.Kind, "Goes": tree.Goes, "PageKind": packages.PageKind}
    lists |= {"Defect": notes.Defect, "Taken": notes.Taken}
    lists |= {"Format": packages.Format, "State": packages.State, "Readers": packages.Readers}
    found: dict[str, type[StrEnum]] = {}
    for field in fields(kind):
        written = getattr(field.type, "__name__", str(field.type))
        if written in lists:
            found[field.name] = lists[written]
    if kind is packages.Audience:
        found["signs"] = packages.Sign
    if kind is packages.PackageTree:
        found["languages"] = tree.Language
    return found
