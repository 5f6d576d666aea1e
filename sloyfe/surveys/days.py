"""The days of a survey, and between which bounds they must lie."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from sloyfe.kit.refusal import Sentence

AHEAD = timedelta(days=365)
OPEN_FOR = timedelta(days=183)
KEPT_FOR = timedelta(days=365)

OUT_OF_ORDER = _("Datoene må komme i rekkefølge: åpner, lukker, sletter.")
BEGUN = _("Denne dagen har vært. Velg i dag eller senere.")
FAR_AHEAD = _("Undersøkelsen kan åpne høyst ett år fram i tid.")
TOO_LONG = _("En undersøkelse kan være åpen i høyst et halvt år.")
KEPT_TOO_LONG = _("Enkeltsvarene må slettes senest ett år etter siste dag for å svare.")


class Days(NamedTuple):
    """When people can answer, and when what each of them answered is deleted."""

    opens_on: date
    closes_on: date
    deletes_on: date

    def wrong(self, *, today: date, stand: "Days | None" = None) -> dict[str, Sentence]:
        """What is wrong with which day; a day that stands already is not asked again whether it lies ahead."""
        found: dict[str, Sentence] = {}
        for name, sentence in self._faults(today):
            if stand is None or getattr(stand, name) != getattr(self, name) or sentence is OUT_OF_ORDER:
                found.setdefault(name, sentence)
        return found

    def _faults(self, today: date) -> Iterator[tuple[str, Sentence]]:
        if self.closes_on < self.opens_on:
            yield "closes_on", OUT_OF_ORDER
        if self.deletes_on < self.closes_on:
            yield "deletes_on", OUT_OF_ORDER
        if self.opens_on < today:
            yield "opens_on", BEGUN
        if self.opens_on - today > AHEAD:
            yield "opens_on", FAR_AHEAD
        if self.closes_on < today:
            yield "closes_on", BEGUN
        if self.closes_on - max(self.opens_on, today) > OPEN_FOR:
            yield "closes_on", TOO_LONG
        if self.deletes_on - self.closes_on > KEPT_FOR:
            yield "deletes_on", KEPT_TOO_LONG
