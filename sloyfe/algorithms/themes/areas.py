"""Development areas, each with words that people use about it: where codes begin before anybody has confirmed one."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).with_name("areas.toml")


@dataclass(frozen=True)
class Area:
    """Its name in both standards, and its words in either."""

    key: str
    nb: str
    nn: str
    words: tuple[str, ...]


@lru_cache(1)
def areas() -> Mapping[str, Area]:
    """By key, in the order of the file."""
    read = tomllib.loads(FILE.read_text(encoding="utf-8"))["area"]
    return {each["key"]: Area(each["key"], each["nb"], each["nn"], tuple(each["words"])) for each in read}
