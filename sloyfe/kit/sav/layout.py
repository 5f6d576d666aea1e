"""What a system file is made of: its variables, and the numbers by which writer and reader know its records."""

import re
import struct
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

MAGIC = b"$FL2"
VARIABLE, LABELS, LABELLED, DOCUMENT, EXTENSION, END = 2, 3, 4, 6, 7, 999
INTEGERS, FLOATS, DISPLAY, LONG_NAMES, LONG_STRINGS, ENCODING = 3, 4, 11, 13, 14, 20
UTF8 = 65001
BIAS = 100.0
# Command bytes of compressed data; those between stand for the whole numbers from -99 to 151.
SKIP, FINISH, LITERAL, BLANKS, ABSENT = 0, 252, 253, 254, 255
NOTHING = -sys.float_info.max
NOTHING_BYTES = struct.pack("<d", NOTHING)
WIDEST = 255
RESERVED = {"ALL", "AND", "BY", "EQ", "GE", "GT", "LE", "LT", "NE", "NOT", "OR", "TO", "WITH"}


class Measure(IntEnum):
    """How a program may treat the values."""

    NOMINAL = 1
    ORDINAL = 2
    SCALE = 3


@dataclass(frozen=True)
class Variable:
    """A column: a number, or text of `width` bytes. `missing` are numbers that mean that there is no value."""

    name: str
    label: str = ""
    width: int = 0
    decimals: int = 0
    measure: Measure = Measure.SCALE
    labels: Mapping[float, str] = field(default_factory=dict)
    missing: tuple[float, ...] = ()

    @property
    def segments(self) -> int:
        """How many eights of bytes a value takes."""
        return max(1, -(-self.width // 8))


def lawful_names(names: list[str]) -> list[str]:
    """Names as the format wants them: letters and digits, at most 64 bytes, never twice whatever the case."""
    taken: set[str] = set()
    lawful = []
    for name in names:
        base = re.sub(r"[^A-Za-z0-9_.]", "_", name).strip("._")[:56].strip("._") or "v"
        if not base[0].isalpha() or base.upper() in RESERVED:
            base = f"v_{base}"
        nth, new = 1, base
        while new.upper() in taken:
            nth += 1
            new = f"{base}_{nth}"
        taken.add(new.upper())
        lawful.append(new)
    return lawful


def clipped(text: str, most: int) -> bytes:
    """As many whole letters as fit in so many bytes."""
    return text.encode()[:most].decode(errors="ignore").encode()
