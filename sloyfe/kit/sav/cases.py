"""The data part of a system file: as it stands, compressed by bytes, or deflated."""

import struct
import zlib
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import count
from math import isfinite

from sloyfe.kit.sav import layout
from sloyfe.kit.sav.cursor import BadSav, Book, Cursor, words

DATES = {20, 22, 23, 24, 38, 39}  # print formats that show a number of seconds as a day
FIRST_DAY = datetime(1582, 10, 14)  # noqa: DTZ001 - the format knows no time zone
STRETCH = 64 * 1024 * 1024


def cases(cursor: Cursor, book: Book) -> Iterator[list[float | str | None]]:
    """The cases one at a time."""
    eights, widths = _eights(cursor, book), [column.width for column in book.columns]
    unpack = struct.Struct(f"{book.order}d").unpack
    for nth in count():
        row: list[float | str | None] = []
        for column, width in enumerate(widths):
            parts = [next(eights, b"") for _nth in range(max(1, -(-width // 8)))]
            if b"" in parts:
                if row or parts[0] != b"" or nth < book.count:
                    raise BadSav("cut")
                return
            if width:
                row.append(words(b"".join(part or b"" for part in parts)[:width], book))
            else:
                row.append(_number(parts[0], unpack, book.formats[column]))
        if not row:
            return
        yield row


def _number(eight: bytes | None, unpack: Callable[[bytes], tuple[float, ...]], shape: int) -> float | str | None:
    value = layout.NOTHING if eight is None else unpack(eight)[0]
    if value == layout.NOTHING or not isfinite(value):
        return None
    if shape in DATES:
        try:
            return (FIRST_DAY + timedelta(seconds=value)).date().isoformat()
        except OverflowError:
            return None
    return value


def _eights(cursor: Cursor, book: Book) -> Iterator[bytes | None]:
    """The data eight bytes at a time, unpacked; None where a number is absent."""
    if book.compression == 0:
        while cursor.at < len(cursor.content):
            yield cursor.take(8)
    elif book.compression == 1:
        yield from _unpacked(cursor, book)
    elif book.compression == 2:
        yield from _unpacked(Cursor(_inflated(cursor), book.order), book)
    else:
        raise BadSav("compression")


def _unpacked(cursor: Cursor, book: Book) -> Iterator[bytes | None]:
    packed = struct.Struct(f"{book.order}d").pack
    while cursor.at < len(cursor.content):
        for command in cursor.take(8):
            if command == layout.FINISH:
                return
            if command == layout.LITERAL:
                yield cursor.take(8)
            elif command == layout.BLANKS:
                yield b" " * 8
            elif command == layout.ABSENT:
                yield None
            elif command != layout.SKIP:
                yield packed(command - book.bias)


def _inflated(cursor: Cursor) -> bytes:
    """Blocks of deflated data, as far as a ceiling; where they lie stands in a trailer that we do not need."""
    cursor.take(24)
    rest, parts, left = cursor.content[cursor.at :], [], STRETCH
    while rest:
        unpacker = zlib.decompressobj()
        try:
            parts.append(unpacker.decompress(rest, left))
        except zlib.error as error:
            if parts:
                break  # the trailer
            raise BadSav("deflated") from error
        left -= len(parts[-1])
        if left <= 0:
            raise BadSav("too large")
        if not unpacker.eof:
            raise BadSav("cut")
        rest = unpacker.unused_data
    return b"".join(parts)
