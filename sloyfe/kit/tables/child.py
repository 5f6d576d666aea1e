"""Opens one file, in a process of its own: what the file makes of memory and time ends with it.

Bytes come in on standard input. Out goes one line of JSON for the table's notes and one for each row, or, with
status 3, one word for why not.
"""

import csv
import io
import json
import sys
from collections.abc import Iterator, Sequence

from sloyfe.kit.sav import BadSav, Variable, read_sav
from sloyfe.kit.tables.books import No, Row, workbook
from sloyfe.kit.tables.limits import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OTHER_FILES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"<!DOCTYPE", b"<html")
HIDDEN_WORDS = ("skjul", "skjerm", "prikk", "unntatt", "hidden", "suppress", "confidential", "konfidens")


def main() -> int:
    """Read, and tell."""
    sheet = sys.argv[1] if len(sys.argv) > 1 else ""
    try:
        notes, rows = _opened(sys.stdin.buffer.read(), sheet)
        sys.stdout.write(json.dumps(notes) + "\n")
        for number, row in enumerate(rows, start=1):
            sys.stdout.write(json.dumps(_cells(row, number)) + "\n")
    except No as why:
        sys.stdout.write(f"\n!{why}\n")
        return 3
    except MemoryError:
        sys.stdout.write("\n!large\n")
        return 3
    return 0


def _cells(row: Row, number: int) -> list[str]:
    if number > MOST_ROWS:
        raise No("long")
    cells = [_cell(value) for value in row]
    while cells and not cells[-1]:
        cells.pop()
    if len(cells) > MOST_COLUMNS:
        raise No("wide")
    return cells


def _opened(content: bytes, sheet: str) -> tuple[dict[str, object], Iterator[Row]]:
    if content.startswith((b"$FL2", b"$FL3")):
        try:
            variables, cases = read_sav(content)
        except BadSav as error:
            raise No("broken") from error
        return {"labels": [variable.label for variable in variables]}, _cases(variables, cases)
    if content.startswith((b"PK", OLD_OFFICE)):
        return workbook(content, sheet)
    if content.startswith(OTHER_FILES):
        raise No("other")
    return {}, _csv(content)


def _cases(variables: Sequence[Variable], cases: Iterator[Row]) -> Iterator[Row]:
    """Each case with labels in the place of values; a value declared missing becomes the mark that says which kind."""
    yield [variable.name for variable in variables]
    try:
        for case in cases:
            yield [_said(variable, value) for variable, value in zip(variables, case, strict=True)]
    except BadSav as error:
        raise No("broken") from error


def _said(variable: Variable, value: object) -> object:
    if isinstance(value, str) or value is None:
        return value
    label = variable.labels.get(float(str(value)), "")
    if value in variable.missing:
        return "*" if any(word in label.lower() for word in HIDDEN_WORDS) else ".."
    return label or value


def _csv(content: bytes) -> Iterator[Row]:
    text = _decoded(content)
    if "\x00" in text:
        raise No("other")
    head = [line for line in text[:20_000].splitlines() if line.strip()][:10]
    separator = max(";\t|,", key=lambda sign: sum(line.count(sign) for line in head))
    csv.field_size_limit(1_000_000)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    except csv.Error as error:
        raise No("quotes") from error


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        value = int(value)
    return " ".join(str(value).split())[:LONGEST_CELL]


if __name__ == "__main__":
    sys.exit(main())
