"""The ways in to a questionnaire: a code of one's own, or the link of a meeting."""

from dataclasses import dataclass

from sloyfe.surveys import queries
from sloyfe.surveys.actions.inviting import digest
from sloyfe.surveys.models import Code, MeetingLink, Wave, WavePlace
from sloyfe.surveys.sheet import Sheet
from sloyfe.surveys.terms import Terms, terms_of


@dataclass(frozen=True)
class Way:
    """What a code leads to; exactly one of `code` and `link` is there."""

    word: str
    wave: Wave
    row: WavePlace
    code: Code | None = None
    link: MeetingLink | None = None

    @property
    def is_spent(self) -> bool:
        """Whether an answer has come this way, and no more can."""
        return self.code is not None and self.code.spent

    @property
    def draft(self) -> str:
        """What the device calls its draft: another for every code, and nothing that tells which."""
        return digest(f"draft{self.word}")[:16]

    @property
    def sheet(self) -> Sheet:
        """The questionnaire as it was frozen."""
        if self.wave.edition is None:  # a code is only made for an open wave, and opening freezes an edition
            raise LookupError("a code without an edition")
        return Sheet.from_json(self.wave.edition.sheet)

    def terms(self, sheet: Sheet) -> Terms:
        """What is promised before the answer."""
        return terms_of(self.wave, self.row, sheet)


def way_of(word: str) -> Way | None:
    """Where a code leads; None where it leads nowhere."""
    mark = digest(word)
    code = queries.code(mark)
    if code is not None:
        # A link's codes are never told, and a used one keeps the mark of the page that used it.
        return Way(word, code.wave, code.wave_place, code=code) if code.meeting_link_id is None else None
    link = queries.link_of_code(mark)
    return Way(word, link.wave_place.wave, link.wave_place, link=link) if link else None
