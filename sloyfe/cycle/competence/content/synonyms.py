"""The field's own words in bokmål and nynorsk, as the search knows them."""

import tomllib
from functools import lru_cache
from pathlib import Path

from sloyfe.algorithms.searching import Synonyms

FILE = Path(__file__).with_name("synonyms.toml")


def groups() -> list[list[str]]:
    """Words that mean the same."""
    read: list[list[str]] = tomllib.loads(FILE.read_text(encoding="utf-8"))["groups"]
    return read


@lru_cache(1)
def synonyms() -> Synonyms:
    """Ready for questions."""
    return Synonyms(groups())
