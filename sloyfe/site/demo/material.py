"""Reading the demonstration material, and turning its days and texts into values."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from sloyfe.kit.text import Text

FOLDER = Path(__file__).parent.parent / "content"
Told = Mapping[str, Any]


@cache
def read(name: str) -> Told:
    """One file of material."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def merged(*names: str) -> Told:
    """Several files of material as one; no two may tell of the same thing."""
    told: dict[str, Any] = {}
    for name in names:
        told |= {key: value for key, value in read(name).items() if key not in ("key", "version")}
    return told


def text(told: Told, *, source: str = "nb") -> Text:
    """The words of an entry in both languages."""
    return Text.of(nb=told["nb"], nn=told["nn"], source=source)
