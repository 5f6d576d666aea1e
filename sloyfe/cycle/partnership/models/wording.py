"""The agreement as plain values: what a version freezes, what a document prints, what a comparison reads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sloyfe.kit.text import Text


@dataclass(frozen=True)
class Grid:
    """A table that belongs to a section, such as its dates or its tasks."""

    title: Text
    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]

    def to_json(self) -> dict[str, Any]:
        """Plain JSON."""
        return {
            "title": self.title.to_json(),
            "header": _write(self.header),
            "rows": [_write(row) for row in self.rows],
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "Grid":
        """Read back what `to_json` wrote."""
        rows = tuple(_read(row) for row in stored["rows"])
        return cls(Text.from_json(stored["title"]), _read(stored["header"]), rows)


@dataclass(frozen=True)
class Part:
    """A section with the tables that belong to it."""

    key: str
    number: int
    heading: Text
    body: Text
    grids: tuple[Grid, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Plain JSON."""
        return {
            "key": self.key,
            "number": self.number,
            "heading": self.heading.to_json(),
            "body": self.body.to_json(),
            "grids": [grid.to_json() for grid in self.grids],
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "Part":
        """Read back what `to_json` wrote."""
        return cls(
            key=stored["key"],
            number=stored["number"],
            heading=Text.from_json(stored["heading"]),
            body=Text.from_json(stored["body"]),
            grids=tuple(Grid.from_json(grid) for grid in stored["grids"]),
        )

    def words(self, language: str) -> str:
        """Everything the section says in one language, for comparing."""
        lines = [self.body.read(language)]
        for grid in self.grids:
            lines.append(f"\n{grid.title.read(language)}")
            lines.extend(" · ".join(cell.read(language) for cell in row) for row in grid.rows)
        return "\n".join(lines).strip()


def _write(cells: Sequence[Text]) -> list[dict[str, object]]:
    return [cell.to_json() for cell in cells]


def _read(cells: Sequence[Mapping[str, object]]) -> tuple[Text, ...]:
    return tuple(Text.from_json(cell) for cell in cells)
