"""What the words of a text are about: one name for a word in all its forms, in both standards, and for its twins."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sloyfe.algorithms.languages import standard
from sloyfe.algorithms.languages.lemmas import lemma
from sloyfe.algorithms.languages.twins import bokmaal_of
from sloyfe.algorithms.searching.words import SMALL as HELD_TOGETHER
from sloyfe.algorithms.searching.words import stem
from sloyfe.algorithms.themes.folding import SMALL, WORD

SHORTEST: Final = 3
SHORTEST_PART: Final = 4
NOTHING_SAID = SMALL | HELD_TOGETHER


class Concepts:
    """With groups of words that mean the same, of which the first gives the name."""

    def __init__(self, groups: Iterable[Sequence[str]] = ()) -> None:
        self._names: dict[str, str] = {}
        self._parts: dict[str, str] = {}
        for group in groups:
            for word in group:
                self._names.setdefault(stem(word), group[0])
                if len(word) >= SHORTEST_PART:
                    self._parts.setdefault(word, group[0])

    def of(self, text: str) -> Iterator[tuple[str, str]]:
        """Each word that says something, in lower case, and its concept."""
        whole = unicodedata.normalize("NFC", text)
        language = standard(whole).language
        for word in WORD.findall(whole.lower()):
            if len(word) >= SHORTEST and word not in NOTHING_SAID:
                yield word, self.name(word, language)

    def name(self, word: str, language: str) -> str:
        """The concept of a word in lower case, written in this standard."""
        own = lemma(word, language)
        plain = bokmaal_of(own)
        return self._names.get(stem(own)) or self._names.get(stem(plain)) or self._with_known_parts(plain)

    def _with_known_parts(self, word: str) -> str:
        """The last and the first part as their group calls them: skuleeigar and skoleeier."""
        for cut in range(SHORTEST, len(word) - SHORTEST_PART + 1):
            if word[cut:] in self._parts:
                word = word[:cut] + self._parts[word[cut:]]
                break
        for cut in range(len(word) - SHORTEST, SHORTEST_PART - 1, -1):
            if word[:cut] in self._parts:
                return self._parts[word[:cut]] + word[cut:]
        return word
