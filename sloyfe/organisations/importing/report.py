"""What an import would do, or did: per row, in words."""

from dataclasses import dataclass, field
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from sloyfe.kit.refusal import Sentence


class Outcome(StrEnum):
    """What became of a row."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    SKIPPED = "skipped"
    WRONG = "wrong"


OUTCOME_WORDS: dict[Outcome, Sentence] = {
    Outcome.NEW: _("Ny"),
    Outcome.CHANGED: _("Endret"),
    Outcome.SAME: _("Uendret"),
    Outcome.SKIPPED: _("Hoppet over"),
    Outcome.WRONG: _("Feil"),
}


@dataclass(frozen=True)
class RowReport:
    """One row of the file."""

    line: int
    what: str
    outcome: Outcome
    why: Sentence = ""

    @property
    def outcome_word(self) -> Sentence:
        """The outcome for people."""
        return OUTCOME_WORDS[self.outcome]


@dataclass(frozen=True)
class Report:
    """The whole file; `columns` maps our names to the headings that were recognised."""

    columns: dict[str, str]
    unknown: tuple[str, ...]
    rows: tuple[RowReport, ...] = field(default_factory=tuple)

    def count(self, outcome: Outcome) -> int:
        """How many rows came to this."""
        return sum(1 for row in self.rows if row.outcome == outcome)

    @property
    def counts(self) -> list[tuple[Sentence, int]]:
        """Each outcome in words, with its number of rows."""
        return [(words, self.count(outcome)) for outcome, words in OUTCOME_WORDS.items()]

    @property
    def worth_doing(self) -> bool:
        """Whether the import would change anything."""
        return bool(self.count(Outcome.NEW) or self.count(Outcome.CHANGED))
