"""Writing a system file piece by piece, so that its size never stands in memory."""

import struct
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from math import isfinite, nextafter

from sloyfe.kit.sav import layout
from sloyfe.kit.sav.layout import Variable, clipped, lawful_names

Value = float | str | None
NUMBER, TEXT = 5, 1  # print formats F and A
LONGEST_LABEL, LONGEST_VALUE_LABEL = 252, 120
PIECE = 64 * 1024


def sav_parts(
    variables: Sequence[Variable], cases: Iterable[Sequence[Value]], *, title: str, at: datetime, count: int = -1
) -> Iterator[bytes]:
    """The file, in pieces; None is what SPSS calls system-missing. `count` is the number of cases if known."""
    yield _header(variables, title, at, count) + _dictionary(variables)
    yield from _data(variables, cases)


def _header(variables: Sequence[Variable], title: str, at: datetime, count: int) -> bytes:
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    day = f"{at.day:02} {months[at.month - 1]} {at.year % 100:02}".encode()
    segments = sum(variable.segments for variable in variables)
    return struct.pack(
        "<4s60siiiiid9s8s64s3x",
        layout.MAGIC,
        _padded(b"@(#) SPSS DATA FILE - Sloyfe", 60),
        2,
        segments,
        1,  # compressed by bytes
        0,  # no weights
        count,
        layout.BIAS,
        day,
        at.strftime("%H:%M:%S").encode(),
        _padded(clipped(title, 64), 64),
    )


def _dictionary(variables: Sequence[Variable]) -> bytes:
    names = lawful_names([variable.name for variable in variables])
    shorts = [f"V{nth:05}" for nth in range(1, len(names) + 1)]
    pairs = list(zip(variables, shorts, strict=True))
    parts = [_variable(variable, short) for variable, short in pairs]
    at = 1
    for variable in variables:
        if variable.labels and not variable.width:
            parts.append(_value_labels(variable, at))
        at += variable.segments
    # version, then: machine unknown, IEEE, compressed by bytes, little-endian, UTF-8
    parts.append(_extension(layout.INTEGERS, 4, struct.pack("<8i", 1, 0, 0, -1, 1, 1, 2, layout.UTF8)))
    extremes = (layout.NOTHING, sys.float_info.max, nextafter(layout.NOTHING, 0))
    parts.append(_extension(layout.FLOATS, 8, struct.pack("<3d", *extremes)))
    shown = [(variable.measure, min(variable.width or 8, 40), 0 if variable.width else 1) for variable in variables]
    parts.append(_extension(layout.DISPLAY, 4, b"".join(struct.pack("<3i", *one) for one in shown)))
    long = "\t".join(f"{short}={name}" for short, name in zip(shorts, names, strict=True))
    parts.append(_extension(layout.LONG_NAMES, 1, long.encode()))
    parts.append(_extension(layout.ENCODING, 1, b"UTF-8"))
    parts.append(struct.pack("<2i", layout.END, 0))
    return b"".join(parts)


def _variable(variable: Variable, short: str) -> bytes:
    if variable.width > layout.WIDEST or len(variable.missing) > 3:
        raise ValueError(f"{variable.name}: too wide, or too many missing values")
    if variable.width:
        shape = TEXT << 16 | variable.width << 8
    else:
        shape = NUMBER << 16 | 8 + variable.decimals << 8 | variable.decimals
    label = clipped(variable.label, LONGEST_LABEL)
    head = struct.pack(
        "<6i8s",
        layout.VARIABLE,
        variable.width,
        1 if label else 0,
        len(variable.missing),
        shape,
        shape,
        _padded(short.encode(), 8),
    )
    told = struct.pack("<i", len(label)) + _filled(label, 4) if label else b""
    absent = b"".join(struct.pack("<d", value) for value in variable.missing)
    rest = struct.pack("<6i8s", layout.VARIABLE, -1, 0, 0, shape, shape, b" " * 8)
    return head + told + absent + rest * (variable.segments - 1)


def _value_labels(variable: Variable, at: int) -> bytes:
    parts = [struct.pack("<2i", layout.LABELS, len(variable.labels))]
    for value, label in variable.labels.items():
        words = clipped(label, LONGEST_VALUE_LABEL)
        parts.append(struct.pack("<d", value) + _filled(bytes([len(words)]) + words, 8))
    return b"".join(parts) + struct.pack("<3i", layout.LABELLED, 1, at)


def _extension(kind: int, size: int, content: bytes) -> bytes:
    return struct.pack("<4i", layout.EXTENSION, kind, size, len(content) // size) + content


def _data(variables: Sequence[Variable], cases: Iterable[Sequence[Value]]) -> Iterator[bytes]:
    widths = [variable.width for variable in variables]
    commands, literals, piece = bytearray(), bytearray(), bytearray()
    for case in cases:
        for width, value in zip(widths, case, strict=True):
            for command, literal in _text(value, width) if width else (_number(value),):
                commands.append(command)
                literals += literal
                if len(commands) == 8:
                    piece += commands + literals
                    commands.clear()
                    literals.clear()
        if len(piece) > PIECE:
            yield bytes(piece)
            piece.clear()
    commands.append(layout.FINISH)
    yield bytes(piece + commands.ljust(8, bytes([layout.SKIP])) + literals)


def _number(value: Value) -> tuple[int, bytes]:
    if value is None:
        return layout.ABSENT, b""
    if isinstance(value, str) or not isfinite(value):
        raise ValueError(f"{value!r} is not a number that the file can hold")
    code = value + layout.BIAS
    if 1 <= code <= 251 and value == int(value):
        return int(code), b""
    return layout.LITERAL, struct.pack("<d", value)


def _text(value: Value, width: int) -> Iterator[tuple[int, bytes]]:
    words = clipped("" if value is None else str(value), width)
    words = words.ljust(-(-width // 8) * 8)
    for start in range(0, len(words), 8):
        eight = words[start : start + 8]
        yield (layout.BLANKS, b"") if eight == b" " * 8 else (layout.LITERAL, eight)


def _padded(content: bytes, width: int) -> bytes:
    return content[:width].ljust(width)


def _filled(content: bytes, step: int) -> bytes:
    return content + b" " * (-len(content) % step)
