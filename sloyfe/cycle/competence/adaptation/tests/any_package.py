"""A package that somebody keeps changing: anything may be added, removed, brought back, moved or reworded."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import Any

from sloyfe.cycle.competence.adaptation.releasing import Listed, release
from sloyfe.cycle.competence.adaptation.trees import Kind, Tree

START = [("m1", 0, None), ("p1", 1, "m1"), ("b1", 2, "p1"), ("b2", 2, "p1"), ("p2", 1, "m1"), ("b3", 2, "p2")]
CHANGES = ["add", "remove", "bring back", "move", "reword", "retime", "core", "required"]


def at(row: Any, pick: int) -> Any:
    """One of them."""
    row = list(row)
    return row[pick % len(row)] if row else None


@dataclass
class AnyPackage:
    """Its lines, those that were removed, and the version that came of them."""

    fixed: bool = False
    listed: list[Listed[str]] = field(
        default_factory=lambda: [Listed(name, Kind(kind), parent, f"Første {name}") for name, kind, parent in START]
    )
    removed: list[Listed[str]] = field(default_factory=list)
    tree: Tree[str] | None = None
    count: int = 0

    def release(self) -> Tree[str]:
        self.tree = release(self.tree, self.listed, fixed=self.fixed)
        return self.tree

    def change(self, what: str, pick: int, to: int, among: Collection[str] = ()) -> None:
        """One of the lines `among` these changes, if there are any."""
        self.count += 1
        lines = sorted(self.listed, key=lambda line: line.identity)
        line = at([each for each in lines if each.identity in among] or lines, pick)
        if what == "add":
            self._put(Listed(f"n{self.count}", Kind(to % 3), None, f"Ny {self.count}"), pick)
        elif what == "bring back" and self.removed:
            self._put(self.removed.pop(pick % len(self.removed)), to)
        elif line is None:
            return
        elif what == "remove":
            self._remove(line)
        elif what == "move":
            self.listed.remove(line)
            self._put(line, to)
        elif what == "reword":
            self._set(line, wording=f"Tekst {to % 4}")
        elif what == "retime":
            self._set(line, minutes=to % 4)
        elif what == "core":
            self._set(line, core=not line.core)
        elif what == "required":
            self._set(line, required=not line.required)

    def _put(self, line: Listed[str], pick: int) -> None:
        holders = [each.identity for each in self.listed if each.kind == line.kind - 1]
        if line.kind != Kind.MODULE and not holders:
            self.removed.append(line)
            return
        parent = None if line.kind == Kind.MODULE else at(holders, pick)
        self.listed.insert(pick % (len(self.listed) + 1), replace(line, parent=parent))

    def _remove(self, line: Listed[str]) -> None:
        for inside in [each for each in self.listed if each.parent == line.identity]:
            self._remove(inside)
        self.listed.remove(line)
        self.removed.append(line)

    def _set(self, line: Listed[str], **changed: Any) -> None:
        self.listed[self.listed.index(line)] = replace(line, **changed)
