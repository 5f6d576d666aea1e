"""From a table and what was chosen to figures, and to a sentence for every row that gave none."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _

from sloyfe.access.models import Space
from sloyfe.kit.tables.reading import Table
from sloyfe.surveys.imports.choices import VALUES, Choices, Use
from sloyfe.surveys.imports.numbers import number_in
from sloyfe.surveys.models import Absence

FEWEST = 5  # a number made from fewer than this is hidden here, whatever its source did


@dataclass(frozen=True)
class Draft:
    """A figure as it would be kept."""

    line: int
    place: UUID | None
    about: str
    group: str
    source: str
    indicator: str
    period: str
    value: Decimal | None
    absence: str
    n: int | None
    unit: str

    @property
    def fingerprint(self) -> str:
        """What the figure is about, whatever it says: two with the same are one figure told twice."""
        told = (str(self.place), self.about, self.group, self.source, self.indicator, self.period, self.unit)
        return hashlib.sha256("\x1f".join(part.casefold() for part in told).encode()).hexdigest()


@dataclass(frozen=True)
class LeftOut:
    """A row, or a cell of it, that gave no figure."""

    line: int
    sentence: str


@dataclass(frozen=True)
class Places:
    """Places by name in small letters: those that may be given figures, and those that may not."""

    open: Mapping[str, Space]
    closed: frozenset[str]


class Skipped(Exception):  # noqa: N818 - a row that is left out is no error
    """This row gives no figure, and why."""


def read_figures(table: Table, choices: Choices, places: Places) -> tuple[list[Draft], list[LeftOut]]:
    """Every figure once, and every row that could not be read."""
    drafts: dict[str, Draft] = {}
    left: list[LeftOut] = []
    commas = {name: _has_comma(table, name) for name in choices.columns(*VALUES)}
    for line, cells in table.rows:
        row = dict(zip(table.columns, cells, strict=True))
        try:
            place, about = _place(row, choices, places)
        except Skipped as why:
            left.append(LeftOut(line, str(why)))
            continue
        for column, comma in commas.items():
            try:
                draft = _draft(line, row, column, choices, (place, about), decimal_comma=comma)
            except Skipped as why:
                left.append(LeftOut(line, f"{column}: {why}"))
                continue
            if draft.fingerprint in drafts:
                left.append(
                    LeftOut(
                        line,
                        _("Det samme tallet står allerede på linje %(line)s.")
                        % {"line": drafts[draft.fingerprint].line},
                    )
                )
                continue
            drafts[draft.fingerprint] = draft
    return list(drafts.values()), left


def _place(row: Mapping[str, str], choices: Choices, places: Places) -> tuple[UUID | None, str]:
    column = choices.column(Use.PLACE)
    if not column:
        return UUID(choices.place), ""
    name = row[column]
    if not name:
        raise Skipped(_("Raden sier ikke hvilket sted den gjelder."))
    for key in named(name):
        if key in places.open:
            return places.open[key].pk, ""
        if key in places.closed:
            raise Skipped(_("%(place)s er skjermet, eller utenfor det du har ansvar for.") % {"place": name})
    if choices.keep_others:
        return None, name[:160]
    raise Skipped(_("%(place)s er ikke et sted i partnerskapet.") % {"place": name})


def named(name: str) -> Iterator[str]:
    """The spellings under which a place may stand in a table."""
    word = " ".join(name.casefold().split())
    yield word
    yield word.removesuffix(" kommune")
    yield f"{word} kommune"


def _draft(
    line: int,
    row: Mapping[str, str],
    column: str,
    choices: Choices,
    where: tuple[UUID | None, str],
    *,
    decimal_comma: bool,
) -> Draft:
    use = choices.uses[column]
    value = number_in(row[column], choices.marks, decimal_comma=decimal_comma)
    if value is None:
        raise Skipped(_("«%(cell)s» er ikke et tall.") % {"cell": row[column][:60]})
    indicator = column if use == Use.INDICATORS else row.get(choices.column(Use.INDICATOR), "") or choices.indicator
    period = column if use == Use.PERIODS else row.get(choices.column(Use.PERIOD), "") or choices.period
    if not indicator or not period:
        raise Skipped(_("Raden sier ikke hva som er målt, eller når."))
    n = _count(row.get(choices.column(Use.N), ""), choices)
    if isinstance(value, Decimal) and n is not None and 0 < n < FEWEST:
        value = Absence.HIDDEN
    return Draft(
        line=line,
        place=where[0],
        about=where[1],
        group=row.get(choices.column(Use.GROUP), "")[:80],
        source=choices.source,
        indicator=indicator[:200],
        period=period[:40],
        value=value if isinstance(value, Decimal) else None,
        absence="" if isinstance(value, Decimal) else value.value,
        n=n if n is None or n >= FEWEST else None,
        unit=(row.get(choices.column(Use.UNIT), "") or choices.unit or ("%" if row[column].endswith("%") else ""))[:20],
    )


def _count(cell: str, choices: Choices) -> int | None:
    value = number_in(cell, choices.marks, decimal_comma=False)
    whole = isinstance(value, Decimal) and value == int(value) and 0 <= value < 2**31
    return int(value) if whole and isinstance(value, Decimal) else None


def _has_comma(table: Table, column: str) -> bool:
    at = table.columns.index(column)
    return any("," in cells[at] for _line, cells in table.rows)
