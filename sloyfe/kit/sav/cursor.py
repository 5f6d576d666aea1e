"""Bytes that may be forged, and what has been learnt from them so far."""

import struct
from dataclasses import dataclass, field

from sloyfe.kit.sav.layout import Variable


class BadSav(Exception):  # noqa: N818 - like the refusals, it is said and not raised upon
    """The bytes are not a system file, or it is cut or forged."""


@dataclass
class Book:
    """What has been read so far."""

    order: str
    count: int
    compression: int
    bias: float
    encoding: str = "cp1252"
    columns: list[Variable] = field(default_factory=list)
    shorts: list[bytes] = field(default_factory=list)
    raw_labels: list[bytes] = field(default_factory=list)
    formats: list[int] = field(default_factory=list)
    at: dict[int, int] = field(default_factory=dict)  # place among the eights → column
    eights: int = 0
    ranges: dict[int, tuple[float, float]] = field(default_factory=dict)
    value_labels: list[tuple[list[int], dict[bytes, bytes]]] = field(default_factory=list)
    long_names: bytes = b""
    long_strings: bytes = b""


class Cursor:
    """Bytes, and how far we have come."""

    def __init__(self, content: bytes, order: str = "<") -> None:
        self.content, self.at, self.order = content, 0, order

    def take(self, count: int) -> bytes:
        """The next bytes, or a refusal where there are not so many."""
        if count < 0 or self.at + count > len(self.content):
            raise BadSav("cut")
        self.at += count
        return self.content[self.at - count : self.at]

    def ints(self, count: int) -> tuple[int, ...]:
        """The next whole numbers."""
        return struct.unpack(f"{self.order}{count}i", self.take(4 * count))


def words(content: bytes, book: Book) -> str:
    """Bytes in the file's own encoding, without what they are filled up with."""
    return content.decode(book.encoding, errors="replace").rstrip(" \0")
