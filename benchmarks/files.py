"""20,000 rows × 80 columns as .sav, XLSX and CSV: `python -m benchmarks.files`. Each format in a process of its own.

Prints CPU seconds and the highest memory, beside the bare rows and beside openpyxl's own streaming writer.
"""

import multiprocessing
import resource
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from io import BytesIO

from openpyxl import Workbook

from sloyfe.kit.sav import Variable, sav_parts
from sloyfe.kit.xlsx import xlsx_parts

ROWS, COLUMNS = 20_000, 80
WORDS = 2
Row = list[str | float | None]


def rows() -> Iterator[Row]:
    """Two columns of words, the rest numbers; every ninth is hidden."""
    for nth in range(ROWS):
        numbers = [-9.0 if (nth + at) % 9 == 0 else (nth * at) % 500 / 4 for at in range(COLUMNS - WORDS)]
        yield [f"Lia skole {nth}", "Lærere", *numbers]


def sav() -> Iterable[bytes]:
    """Our own writer of system files."""
    columns = [Variable("niva", width=160), Variable("rolle", width=160)]
    columns += [Variable(f"v{at}", "Et spørsmål", decimals=2, missing=(-9.0,)) for at in range(COLUMNS - WORDS)]
    return sav_parts(columns, rows(), title="Måling", at=datetime.now(UTC), count=ROWS)


def xlsx() -> Iterable[bytes]:
    """Our own writer of sheets."""
    return xlsx_parts("Resultat", rows())


def openpyxl() -> Iterable[bytes]:
    """The library's, writing only."""
    book = Workbook(write_only=True)
    page = book.create_sheet()
    for row in rows():
        page.append(row)
    file = BytesIO()
    book.save(file)
    yield file.getvalue()


def bare() -> Iterable[bytes]:
    """Nothing but the rows."""
    for row in rows():
        yield b"." * len(row)


def main() -> None:
    """Measure each, and print."""
    print(f"{ROWS} rows × {COLUMNS} columns")
    context = multiprocessing.get_context("spawn")
    for made in (bare, sav, xlsx, openpyxl):
        process = context.Process(target=_measure, args=(made,))
        process.start()
        process.join()


def _measure(made: Callable[[], Iterable[bytes]]) -> None:
    before, begun = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    size = sum(len(piece) for piece in made())
    spent, peak = time.process_time() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"{made.__name__:9} {spent:6.2f} s CPU  peak {peak // 1024} MB (+{(peak - before) // 1024})  {size:,} bytes")


if __name__ == "__main__":
    main()
