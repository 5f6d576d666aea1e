"""Words and their stems. Letters are kept as they are: æ, ø and å are letters of their own, not marked a and o."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from snowballstemmer import stemmer

WORD = re.compile(r"[^\W_]+")
LONGEST: Final = 60
# Words that hold a sentence together in bokmål or nynorsk, and say nothing of what it is about.
HELD_TOGETHER = """
alle at av bare ble blei blir bli da de dei deg dem den denne der dere deres det dette di din dit du dykk dykkar då eg
ei ein eit eitt eller en er et ett etter for fra frå før ha hadde han har hva hvem hver hvilke hvilken hvilket hvor
hvordan i ikke ikkje inn jeg kan kva kvar kven kvifor korleis man me med meg mellom men mens medan min mitt mot må ned
no noe noen noko nokon nokre når nå og også oss over på seg sin sine sitt skal skulle slik som så til under ut vart ved
vere vi vil være var vår vårt våre å åt òg
"""
SMALL = frozenset(HELD_TOGETHER.split())
_norwegian = stemmer("norwegian")


@dataclass(frozen=True)
class Word:
    """A word where it stands in a text, and its stem."""

    start: int
    end: int
    stem: str


def words_of(text: str) -> Iterator[Word]:
    """The words of a text that is composed (NFC), from its beginning to its end."""
    for match in WORD.finditer(text):
        yield Word(match.start(), match.end(), stem(match.group()))


def counted(texts: Iterable[str]) -> Counter[str]:
    """How often each stem stands in these texts; small words are left out."""
    found: Counter[str] = Counter()
    for text in texts:
        for match in WORD.finditer(unicodedata.normalize("NFC", text)):
            word = match.group().lower()
            if word not in SMALL:
                found[stem(word)] += 1
    return found


@lru_cache(50_000)
def stem(word: str) -> str:
    """The stem of a word in bokmål or nynorsk (Porter's Snowball for Norwegian)."""
    lower = unicodedata.normalize("NFC", word).lower()
    return str(_norwegian.stemWord(lower))[:LONGEST]
