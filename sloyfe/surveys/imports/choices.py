"""What each column is, what each sign means, and what the table does not say itself."""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from sloyfe.kit.refusal import Refusal
from sloyfe.kit.tables.reading import Table


class Use(models.TextChoices):
    """What a column is used for. The last two are for tables in wide form: there the heading says a part of it."""

    SKIP = "", _("Ikke bruk")
    PLACE = "place", _("Sted")
    PERIOD = "period", _("År eller periode")
    INDICATOR = "indicator", _("Hva som er målt")
    VALUE = "value", _("Verdi")
    N = "n", _("Antall bak tallet")
    UNIT = "unit", _("Måleenhet")
    GROUP = "group", _("Gruppe, for eksempel kjønn eller trinn")
    PERIODS = "periods", _("Verdi, og kolonnenavnet er året")
    INDICATORS = "indicators", _("Verdi, og kolonnenavnet er det som er målt")


VALUES = (Use.VALUE, Use.PERIODS, Use.INDICATORS)
GUESSES = {
    Use.PLACE: ("sted", "stad", "enhet", "enhetsnavn", "eining", "skole", "skule", "barnehage", "kommune", "region"),
    Use.PERIOD: ("år", "periode", "skoleår", "skuleår", "tid", "kvartal"),
    Use.INDICATOR: ("indikator", "spørsmål", "måling", "statistikkvariabel", "tema"),
    Use.VALUE: ("verdi", "snitt", "gjennomsnitt", "score", "andel", "prosent"),
    Use.N: ("n", "antall", "antall svar", "svar", "tal på svar"),
    Use.UNIT: ("måleenhet", "måleeining"),
    Use.GROUP: ("kjønn", "trinn", "gruppe", "rolle"),
}


class BadChoice(Refusal):
    """The columns chosen do not make a figure."""

    status = 422


@dataclass(frozen=True)
class Choices:
    """All that was chosen; `uses` by the name of the column."""

    uses: dict[str, str] = field(default_factory=dict)
    source: str = ""
    place: str = ""
    period: str = ""
    indicator: str = ""
    unit: str = ""
    keep_others: bool = False
    marks: dict[str, str] = field(default_factory=dict)

    def columns(self, *uses: Use) -> list[str]:
        """The columns used so."""
        return [column for column, use in self.uses.items() if use in uses]

    def column(self, use: Use) -> str:
        """The one column used so, or nothing."""
        return next(iter(self.columns(use)), "")

    def as_json(self) -> dict[str, Any]:
        """For keeping."""
        return asdict(self)


def check(choices: Choices) -> None:
    """Every figure must be able to say what was measured, when, and where."""
    for use in (Use.PLACE, Use.PERIOD, Use.INDICATOR, Use.VALUE, Use.N, Use.UNIT, Use.GROUP):
        if len(choices.columns(use)) > 1:
            raise BadChoice(_("To kolonner er valgt som «%(use)s». Velg én av dem.") % {"use": use.label})
    if not choices.columns(*VALUES):
        raise BadChoice(_("Velg minst én kolonne som har verdier."))
    if not (choices.columns(Use.INDICATOR, Use.INDICATORS) or choices.indicator):
        raise BadChoice(_("Velg hvilken kolonne som sier hva som er målt, eller skriv det under."))
    if not (choices.columns(Use.PERIOD, Use.PERIODS) or choices.period):
        raise BadChoice(_("Velg hvilken kolonne som sier når, eller skriv det under."))
    if not (choices.columns(Use.PLACE) or choices.place):
        raise BadChoice(_("Velg hvilken kolonne som sier hvor, eller velg stedet under."))


def signature(columns: Sequence[str]) -> str:
    """Tables with the same header have the same signature."""
    return hashlib.sha256("\x1f".join(column.casefold() for column in columns).encode()).hexdigest()


def guessed(table: Table) -> dict[str, str]:
    """A first suggestion by the names of the columns; years make a table in wide form."""
    uses: dict[str, str] = {}
    for column in table.columns:
        word = column.casefold().strip()
        found = next((use for use, words in GUESSES.items() if word in words and use not in uses.values()), Use.SKIP)
        uses[column] = Use.PERIODS if word[:4].isdigit() and word[:2] in ("19", "20") else found
    return uses
