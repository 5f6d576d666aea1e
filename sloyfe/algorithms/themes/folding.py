"""Words of bokmål and nynorsk folded until the same word is written the same, and without endings."""

import re
from collections.abc import Iterator
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+")
# Words that hold sentences together; both written languages.
SMALL_WORDS = """
alle alt andre at av bare berre bli blir ble da de dei deg dem den der dere det dette dykk då eg ei ein eit eller en er
et etter for fordi fra frå få får gi går gjennom gjer gjøre gjere ha han har hos hun ho hva hvem hvis hvor hvordan i
ikke ikkje inn jeg kan kva kven korleis kor kvar hver med mer meir men mest mot må når nå no noe noko og også om opp oss
over på samme same seg si sin sine skal skulle som så til under ut uten utan var vart ved vere være vi vil vår våre vårt
å åt mange flere fleire litt veldig bør burde treng trenger trengs trengst behov mye mykje
"""
SMALL = frozenset(SMALL_WORDS.split())
# Where the two differ inside words: (as nynorsk often writes it, as we write it here).
FOLDS = (
    ("skul", "skol"),
    ("vaks", "voks"),
    ("stad", "sted"),
    ("betr", "bedr"),
    ("heim", "hjem"),
    ("saman", "sammen"),
    ("veke", "uke"),
    ("hj", "j"),
    ("hv", "kv"),
    ("gj", "j"),
    ("skj", "sj"),
    ("aa", "å"),
    ("øy", "ø"),
    ("au", "ø"),
    ("ei", "e"),
    ("jø", "je"),
    ("ø", "o"),
    ("æ", "e"),
    ("y", "u"),
    ("kk", "k"),
    ("ll", "l"),
    ("mm", "m"),
    ("nn", "n"),
    ("tt", "t"),
    ("pp", "p"),
    ("ss", "s"),
    ("ld", "l"),
    ("nd", "n"),
)
ENDING_WORDS = """
ingane ingene ingar inger inga ingen asjonen leikane leiken lekene leken arane erne ane ene ende ande ast est ing ar er
en et te de a e s t
"""
ENDINGS = tuple(ENDING_WORDS.split())
SHORTEST = 3


def stems(text: str) -> Iterator[str]:
    """The words of a text that carry its meaning, folded and without endings."""
    for word in WORD.findall(text.lower()):
        if word not in SMALL and len(word) >= SHORTEST:
            yield _stem(word)


@lru_cache(8192)
def _stem(word: str) -> str:
    """A definite plural has two endings, so that is how many go."""
    for nynorsk, plain in FOLDS:
        word = word.replace(nynorsk, plain)
    for _twice in range(2):
        ending = next((end for end in ENDINGS if word.endswith(end) and len(word) - len(end) >= SHORTEST), "")
        word = word.removesuffix(ending)
    return word
