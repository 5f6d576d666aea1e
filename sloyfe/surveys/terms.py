"""What is promised before anybody answers, as facts of the wave and of the place."""

from dataclasses import dataclass
from datetime import date

from sloyfe.kit.refusal import Sentence
from sloyfe.surveys.models import Wave, WavePlace
from sloyfe.surveys.queries.screening import SCREENING, screener
from sloyfe.surveys.sheet import Sheet

WRITTEN = frozenset({"text", "sources"})


@dataclass(frozen=True)
class Terms:
    """Who is asked, what is shown of it, who reads what is written, and until when it is kept."""

    audience: Sentence
    place: str
    invited: int
    fewest_scale: int
    fewest_text: int
    asks_for_words: bool
    screener: Sentence
    closes_on: date
    deletes_on: date

    @property
    def is_small(self) -> bool:
        """Whether so few are asked here that they never see their own texts."""
        return self.asks_for_words and self.invited < self.fewest_text

    @property
    def is_hidden(self) -> bool:
        """Whether so few are asked here that the place never has figures of its own."""
        return self.invited < self.fewest_scale


def terms_of(wave: Wave, row: WavePlace, sheet: Sheet) -> Terms:
    """The promise to those who are asked at this place."""
    return Terms(
        audience=wave.instrument.get_audience_display(),
        place=row.place.title,
        invited=row.invited,
        fewest_scale=wave.fewest_scale,
        fewest_text=wave.fewest_text,
        asks_for_words=asks_for_words(sheet),
        screener=SCREENING[screener(wave)],
        closes_on=wave.closes_on,
        deletes_on=wave.deletes_on,
    )


def asks_for_words(sheet: Sheet) -> bool:
    """Whether some question is answered in one's own words."""
    return any(question.kind in WRITTEN for question in sheet.questions)


def will_ask_for_words(wave: Wave) -> bool:
    """The same of a wave that is not opened, so that its questionnaire is not frozen yet."""
    return wave.instrument.items.exclude(position=None).filter(kind__in=WRITTEN).exists()
