"""A small package to adapt, and how a tree reads."""

from typing import Any

from sloyfe.cycle.competence.adaptation.permissions import Refused
from sloyfe.cycle.competence.adaptation.releasing import Listed, release
from sloyfe.cycle.competence.adaptation.trees import Kind, Tree

KINDS = {"m": Kind.MODULE, "p": Kind.PAGE, "b": Kind.BLOCK}
FIRST = "m1 p1 b1 b2 b3 p2 b4"


def version(before: Tree[Any] | None, row: str, *, fixed: bool = False, **other: dict[str, Any]) -> Tree[Any]:
    """A version that reads as the row: m, p and b are modules, pages and blocks, each in the nearest before it.

    Other regards by identity: `wording`, `minutes`, `required`, `core`.
    """
    listed, nearest = [], {}
    for identity in row.split():
        kind = KINDS[identity[0]]
        nearest[kind] = identity
        parent = None if kind == Kind.MODULE else nearest[Kind(kind - 1)]
        wording = other.get("wording", {}).get(identity, f"Tekst i {identity}")
        rest = {name: values[identity] for name, values in other.items() if identity in values and name != "wording"}
        listed.append(Listed(identity, kind, parent, wording, **rest))
    return release(before, listed, fixed=fixed)


def read(tree: Tree[Any]) -> str:
    """What is shown, in order; shells in brackets."""
    return " ".join(f"({each.element.identity})" if each.shell else each.element.identity for each in tree.lines)


def done(layer):
    """The layer, where nothing was refused."""
    assert not isinstance(layer, Refused), layer
    return layer
