"""The place in a page where something was found, with the words marked."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sloyfe.algorithms.searching import Word, words_of

BEFORE, LONGEST = 60, 260


@dataclass(frozen=True)
class Piece:
    """Some letters, and whether they are what was looked for."""

    words: str
    marked: bool = False


@dataclass(frozen=True)
class Excerpt:
    """A part of a passage."""

    pieces: Sequence[Piece]

    @property
    def first(self) -> str:
        """The first word that was looked for."""
        return next((piece.words for piece in self.pieces if piece.marked), "")


def excerpt(passages: Iterable[str], terms: Sequence[frozenset[str]]) -> Excerpt:
    """The passage with most of the words, from shortly before the first; without any, the beginning."""
    composed = [unicodedata.normalize("NFC", passage) for passage in passages]
    best = max(composed, key=lambda passage: _terms_in(passage, terms), default="")
    marks = _found(best, terms)
    start = _at_word(best, marks[0].start - BEFORE) if marks else 0
    end = len(best) if len(best) - start <= LONGEST else best.rfind(" ", start, start + LONGEST)
    end = end if end > start else start + LONGEST
    pieces = list(_pieces(best, marks, start, end))
    return Excerpt([*([Piece("… ")] if start else []), *pieces, *([Piece(" …")] if end < len(best) else [])])


def marked(text: str, terms: Sequence[frozenset[str]]) -> Excerpt:
    """A whole title."""
    composed = unicodedata.normalize("NFC", text)
    return Excerpt(list(_pieces(composed, _found(composed, terms), 0, len(composed))))


def _terms_in(passage: str, terms: Sequence[frozenset[str]]) -> tuple[int, int]:
    stems = [word.stem for word in words_of(passage)]
    return sum(any(stem in term for stem in stems) for term in terms), -len(stems) // 40


def _found(passage: str, terms: Sequence[frozenset[str]]) -> list[Word]:
    wanted = frozenset().union(*terms)
    return [word for word in words_of(passage) if word.stem in wanted]


def _at_word(passage: str, position: int) -> int:
    return passage.find(" ", position) + 1 if position > 0 else 0


def _pieces(passage: str, marks: Iterable[Word], start: int, end: int) -> Iterable[Piece]:
    at = start
    for word in marks:
        if start <= word.start and word.end <= end:
            if word.start > at:
                yield Piece(passage[at : word.start])
            yield Piece(passage[word.start : word.end], marked=True)
            at = word.end
    if at < end:
        yield Piece(passage[at:end])
