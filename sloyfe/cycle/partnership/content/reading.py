"""TOML → typed values; a text in a file has the keys `nb` and `nn`."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sloyfe.kit.text import Text

FOLDER = Path(__file__).parent


def load(name: str) -> dict[str, Any]:
    """The file with this name, as TOML has it."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def text(entry: Mapping[str, Any] | None) -> Text:
    """Both languages of an entry, without the blank lines that TOML's long strings begin with."""
    if not entry:
        return Text()
    return Text.of(nb=str(entry.get("nb", "")).strip(), nn=str(entry.get("nn", "")).strip())
