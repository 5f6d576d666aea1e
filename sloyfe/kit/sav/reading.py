"""Reading a system file that anybody may have made: every length is checked before it is believed."""

import struct
from collections.abc import Callable, Iterator
from dataclasses import replace

from sloyfe.kit.sav import layout
from sloyfe.kit.sav.cases import cases
from sloyfe.kit.sav.cursor import BadSav, Book, Cursor, words
from sloyfe.kit.sav.layout import Variable

CODE_PAGES = {1250: "cp1250", 1252: "cp1252", 28591: "latin-1", 28605: "iso8859-15", 65001: "utf-8"}
MOST_VARIABLES, MOST_LABELS = 20_000, 100_000


def read_sav(content: bytes) -> tuple[list[Variable], Iterator[list[float | str | None]]]:
    """The variables, and the cases one at a time. Numbers, text or None; a label is not put in a value's place."""
    cursor = Cursor(content)
    if cursor.take(4) not in (layout.MAGIC, b"$FL3"):
        raise BadSav("not a system file")
    cursor.take(60)
    mark = cursor.take(4)
    cursor.order = "<" if mark in (b"\x02\0\0\0", b"\x03\0\0\0") else ">"
    _size, compression, _weight, count = cursor.ints(4)
    book = Book(cursor.order, count, compression, struct.unpack(f"{cursor.order}d", cursor.take(8))[0])
    cursor.take(9 + 8 + 64 + 3)
    while _record(cursor, book):
        pass
    variables, kept = _named(book)
    return variables, ([row[at] for at in kept] for row in cases(cursor, book))


def _record(cursor: Cursor, book: Book) -> bool:
    """Read one record of the dictionary; no more after the last."""
    (kind,) = cursor.ints(1)
    if kind == layout.END:
        cursor.take(4)
        return False
    readers: dict[int, Callable[[Cursor, Book], None]] = {
        layout.VARIABLE: _variable,
        layout.LABELS: _value_labels,
        layout.DOCUMENT: _document,
        layout.EXTENSION: _extension,
    }
    if kind not in readers:
        raise BadSav("unknown record")
    readers[kind](cursor, book)
    return True


def _variable(cursor: Cursor, book: Book) -> None:
    width, has_label, missing, shape, _write = cursor.ints(5)
    short = cursor.take(8).rstrip()
    label = b""
    if has_label:
        (length,) = cursor.ints(1)
        label = cursor.take(length)
        cursor.take(-length % 4)
    absent = struct.unpack(f"{book.order}{abs(missing)}d", cursor.take(8 * abs(missing)))
    book.eights += 1
    if width == -1:
        return
    if not 0 <= width <= layout.WIDEST or abs(missing) > 3 or len(book.columns) >= MOST_VARIABLES:
        raise BadSav("variable")
    column = len(book.columns)
    book.at[book.eights] = column
    if missing < 0 and not width:
        book.ranges[column] = (absent[0], absent[1])
        absent = absent[2:]
    book.columns.append(Variable("", width=width, missing=() if width else absent))
    book.shorts.append(short)
    book.raw_labels.append(label)
    book.formats.append(shape >> 16 & 255)


def _value_labels(cursor: Cursor, book: Book) -> None:
    (count,) = cursor.ints(1)
    if not 0 <= count <= MOST_LABELS:
        raise BadSav("labels")
    labels = {}
    for _nth in range(count):
        value = cursor.take(8)
        length = cursor.take(1)[0]
        labels[value] = cursor.take(length)
        cursor.take(-(length + 1) % 8)
    kind, used = cursor.ints(2)
    if kind != layout.LABELLED or not 0 <= used <= MOST_VARIABLES:
        raise BadSav("labels")
    book.value_labels.append((list(cursor.ints(used)), labels))


def _document(cursor: Cursor, _book: Book) -> None:
    (lines,) = cursor.ints(1)
    cursor.take(80 * max(lines, 0))


def _extension(cursor: Cursor, book: Book) -> None:
    kind, size, count = cursor.ints(3)
    if size < 0 or count < 0:
        raise BadSav("extension")
    content = cursor.take(size * count)
    if kind == layout.INTEGERS and len(content) >= 32:
        book.encoding = CODE_PAGES.get(struct.unpack(f"{book.order}8i", content[:32])[7], book.encoding)
    elif kind == layout.ENCODING:
        book.encoding = _known(content.decode("ascii", errors="replace"), book.encoding)
    elif kind == layout.LONG_NAMES:
        book.long_names = content
    elif kind == layout.LONG_STRINGS:
        book.long_strings = content


def _named(book: Book) -> tuple[list[Variable], list[int]]:
    """The variables with their names and labels, and which columns they are; of very long text the first part only."""
    names = dict(pair.split(b"=", 1) for pair in book.long_names.split(b"\t") if b"=" in pair)
    parts = dict(pair.split(b"=", 1) for pair in book.long_strings.strip(b"\0\t").split(b"\t") if b"=" in pair)
    labels = _labels(book)
    variables, kept, skip = [], [], 0
    for column, short in enumerate(book.shorts):
        if skip:
            skip -= 1
            continue
        long = parts.get(short, b"").strip(b"\0 ")
        skip = -(-int(long) // 252) - 1 if long.isdigit() else 0
        name, label = words(names.get(short, short), book), words(book.raw_labels[column], book)
        absent = book.columns[column].missing
        if column in book.ranges:
            low, high = book.ranges[column]
            absent = (*absent, *(value for value in labels.get(column, {}) if low <= value <= high))
        variables.append(
            replace(book.columns[column], name=name, label=label, labels=labels.get(column, {}), missing=absent)
        )
        kept.append(column)
    return variables, kept


def _labels(book: Book) -> dict[int, dict[float, str]]:
    found: dict[int, dict[float, str]] = {}
    for places, labels in book.value_labels:
        for place in places:
            column = book.at.get(place)
            if column is not None and not book.columns[column].width:
                read = {struct.unpack(f"{book.order}d", value)[0]: words(told, book) for value, told in labels.items()}
                found.setdefault(column, {}).update(read)
    return found


def _known(name: str, otherwise: str) -> str:
    try:
        "".encode(name.strip("\0 "))
    except LookupError:
        return otherwise
    return name.strip("\0 ")
