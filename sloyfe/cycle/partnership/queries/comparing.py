"""Two versions of the agreement side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language

from sloyfe.cycle.partnership.models import Agreement, AgreementVersion
from sloyfe.cycle.partnership.models.wording import Part
from sloyfe.cycle.partnership.queries.wording import parts_now
from sloyfe.kit.text import Text

DRAFT = "utkast"


@dataclass(frozen=True)
class Difference:
    """A section whose words are not the same."""

    number: int
    heading: Text
    before: str
    after: str


@dataclass(frozen=True)
class Comparison:
    """What lies between two versions; a number, or the draft."""

    before: str
    after: str
    differences: tuple[Difference, ...]


def comparison(agreement: Agreement, rows: Sequence[AgreementVersion], before: str, after: str) -> Comparison | None:
    """Compare what was asked for; else the newest version with the draft. None while there is nothing to compare."""
    numbers = {str(row.number): row for row in rows}
    if not numbers:
        return None
    before = before if before in numbers else str(rows[0].number)
    after = after if after in numbers else DRAFT
    language = get_language() or "nb"
    old = {part.key: part for part in _parts(agreement, numbers.get(before))}
    new = _parts(agreement, numbers.get(after))
    found = [
        Difference(part.number, part.heading, old[part.key].words(language), part.words(language))
        for part in new
        if part.key in old and old[part.key].words(language) != part.words(language)
    ]
    return Comparison(before, after, tuple(found))


def _parts(agreement: Agreement, version: AgreementVersion | None) -> list[Part]:
    return [Part.from_json(part) for part in version.content] if version else parts_now(agreement)
