"""What of a text tells its language: words, two words in a row, and pieces of words with where they begin and end."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

WORD = re.compile(r"[^\W\d_]+")
# No word has it, so that a piece with it stands at the beginning or the end of one.
EDGE = "_"
LONGEST = 5


def pieces(text: str) -> frozenset[str]:
    """Each of them once, however often it stands there."""
    words = [word.lower() for word in WORD.findall(unicodedata.normalize("NFC", text))]
    pairs = (f"{one} {other}" for one, other in pairwise(words))
    return frozenset(pairs).union(*map(_of_word, words))


@lru_cache(4096)
def _of_word(word: str) -> frozenset[str]:
    whole = f"{EDGE}{word}{EDGE}"
    return frozenset((whole, *_cut(whole))) - {EDGE}


def _cut(whole: str) -> Iterator[str]:
    for length in range(1, LONGEST + 1):
        for start in range(len(whole) - length + 1):
            yield whole[start : start + length]
