"""The figures in long form, one row for each band that is told, and as CSV the way a Norwegian spreadsheet wants it."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import gettext as _

from sloyfe.surveys.exports.lines import Line, answer_names, questions
from sloyfe.surveys.models import Wave
from sloyfe.surveys.release import Figure, Hidden
from sloyfe.surveys.sheet import Question

Cell = str | float | None
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def cells(wave: Wave, levels: Sequence[Line], language: str) -> Iterator[list[Cell]]:
    """Every figure; a hidden one says so in words where the number would have stood."""
    asked = list(questions(wave))
    yield [
        _("Spørsmål"),
        _("Nivå"),
        _("Rollegruppe"),
        _("Svar i alt"),
        _("Gjennomsnitt"),
        _("Gjennomsnitt, minst"),
        _("Gjennomsnitt, høyst"),
        _("Svar"),
        _("Antall"),
    ]
    for line in levels:
        for question in asked:
            if question.key in line.figures:
                head: list[Cell] = [question.wording.read(language), line.place, line.role]
                for row in _rows(question, line.figures[question.key], answer_names(question, language)):
                    yield head + row


def csv_parts(rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
    """UTF-8 with a mark in front, semicolons, decimal commas; words like a formula are kept from being one."""
    yield b"\xef\xbb\xbf"
    line = io.StringIO(newline="")
    writer = csv.writer(line, delimiter=";")
    for row in rows:
        writer.writerow([_plain(value) for value in row])
        yield line.getvalue().encode()
        line.seek(0)
        line.truncate()


def _rows(question: Question, figure: Figure, names: Sequence[str]) -> Iterator[list[Cell]]:
    if isinstance(figure.value, Hidden):
        yield [str(figure.value.sentence)]
        return
    shown = figure.value
    head: list[Cell] = [shown.n, shown.mean, None, None]
    if shown.mean is not None and shown.rounding:
        head[2:] = [round(shown.mean - shown.rounding, 4), round(shown.mean + shown.rounding, 4)]
    elif shown.mean is None and question.kind == "scale" and shown.bands:
        head[2:] = [round(end, 2) for end in shown.mean_between]
    for band in shown.bands:
        yield [*head, " + ".join(names[at] for at in band.members), band.count]
    if not shown.bands:
        yield head


def _plain(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        is_hazard = value.lstrip().startswith(FORMULA) or value.startswith(("\t", "\r", "\n"))
        return f"'{value}" if is_hazard else value
    return str(value).replace(".", ",")
