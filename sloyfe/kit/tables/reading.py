"""CSV, XLSX, XLS, ODS or SPSS → a table of words, or a refusal in a sentence; opened in a process with a ceiling."""

import json
import os
import resource
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sloyfe.kit.refusal import Refusal
from sloyfe.kit.tables.limits import CPU_SECONDS, LARGEST, MEMORY, MOST_CELLS, SECONDS

ROOT = Path(__file__).parents[3]
SEARCHED = 20  # rows among which the header stands
WHY: dict[str, Promise] = {
    "empty": _("Fila er tom."),
    "heavy": _("Fila er større enn 20 MB. Del den opp, eller ta bort det som ikke trengs."),
    "large": _("Tabellen er for stor til å åpnes her. Behold bare radene og kolonnene dere trenger."),
    "bomb": _("Fila pakker seg ut til mye mer enn en tabell, og er derfor ikke åpnet."),
    "long": _("Tabellen har mer enn 50 000 rader. Behold bare radene dere trenger."),
    "wide": _("Tabellen har mer enn 300 kolonner. Behold bare kolonnene dere trenger."),
    "locked": _("Fila er låst med passord. Lagre den uten passord, og prøv igjen."),
    "broken": _("Fila er ødelagt eller kuttet. Lagre den på nytt, og prøv igjen."),
    "quotes": _("CSV-fila er ødelagt: et anførselstegn er åpnet og ikke lukket, eller en linje er kuttet."),
    "other": _("Dette er ikke en tabell vi kan lese. Vi leser CSV, XLSX, XLS, ODS og SPSS (.sav)."),
    "sheet": _("Vi finner ikke arket. Se etter hva det heter i regnearket."),
    "bare": _("Vi finner ingen tabell i fila: den må ha en rad med kolonnenavn og minst én rad under."),
}


class BadTable(Refusal):
    """A file that is not a table we can read."""

    status = 422

    def __init__(self, word: str) -> None:
        super().__init__(WHY[word])


@dataclass(frozen=True)
class Table:
    """Column names, the rows under them with the line each stands on, and what was noticed on the way."""

    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    labels: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    notes: frozenset[str] = field(default_factory=frozenset)


def read_table(content: bytes, sheet: str = "") -> Table:
    """The first sheet that people see, or the one named."""
    if not content:
        raise BadTable("empty")
    if len(content) > LARGEST:
        raise BadTable("heavy")
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as told:
        given.write(content)
        given.seek(0)
        _run(given, told, sheet)
        told.seek(0)
        return _table(told)


def _run(given: IO[bytes], told: IO[bytes], sheet: str) -> None:
    command = [sys.executable, "-m", "sloyfe.kit.tables.child", sheet]
    env = {"PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)]), "PYTHONUTF8": "1"}
    child = subprocess.Popen(command, stdin=given, stdout=told, stderr=subprocess.DEVNULL, env=env)  # noqa: S603 - our own module, with the file on its standard input
    try:
        # Set from here and not between fork and exec, which is not safe in a server with threads.
        resource.prlimit(child.pid, resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.prlimit(child.pid, resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
        resource.prlimit(child.pid, resource.RLIMIT_CORE, (0, 0))
        status = child.wait(SECONDS)
    except subprocess.TimeoutExpired as error:
        raise BadTable("large") from error
    finally:
        if child.poll() is None:
            child.kill()
            child.wait()
    if status == 3:
        told.seek(0)
        raise BadTable(told.read().rsplit(b"!", 1)[1].strip().decode())
    if status:
        raise BadTable("large" if status < 0 else "broken")


def _table(told: IO[bytes]) -> Table:
    notes = json.loads(next(told))
    lines, cells = [], 0
    for number, line in enumerate(told, start=1):
        row = json.loads(line)
        cells += len(row)
        if cells > MOST_CELLS:
            raise BadTable("large")
        if row:
            lines.append((number, row))
    at = _header(lines)
    columns = _columns(lines[at][1])
    width = len(columns)
    rows = tuple((number, tuple((row + [""] * width)[:width])) for number, row in lines[at + 1 :])
    if not rows:
        raise BadTable("bare")
    return Table(
        columns=columns,
        rows=rows,
        labels=tuple(notes.get("labels", ())),
        others=tuple(notes.get("others", ())),
        notes=frozenset(name for name in ("links", "formulas") if notes.get(name)),
    )


def _header(lines: list[tuple[int, list[str]]]) -> int:
    """Titles stand above many tables; the header is the first row that fills most of the width."""
    filled = [sum(1 for cell in row if cell) for _number, row in lines[:SEARCHED]]
    if not filled:
        raise BadTable("empty")
    return next(at for at, count in enumerate(filled) if 2 * count > max(filled))


def _columns(header: list[str]) -> tuple[str, ...]:
    """Every column has a name, and no two the same."""
    names: list[str] = []
    for at, cell in enumerate(header, start=1):
        name = cell or f"({at})"
        names.append(name if name not in names else f"{name} ({at})")
    return tuple(names)
