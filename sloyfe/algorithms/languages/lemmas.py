"""The form of a word that stands in a dictionary, in the standard that it is written in (simplemma's dictionaries)."""

from functools import lru_cache
from typing import Final

from simplemma import is_known, lemmatize

# Where the dictionaries take a word of the field for another one.
NOT_THOSE: Final = {
    "nb": {"unger": "unge", "ungene": "unge"},
    "nn": {
        **dict.fromkeys(("leik", "leiken", "leikar", "leikane"), "leik"),
        **dict.fromkeys(("vaksen", "vaksne", "vaksent"), "vaksen"),
        **dict.fromkeys(("leike", "leiker", "leika", "leikt"), "leike"),
    },
}
OTHER: Final = {"nb": "nn", "nn": "nb"}


@lru_cache(50_000)
def lemma(word: str, language: str) -> str:
    """Of a word in lower case; looked for in the other standard where its own does not know it."""
    own = NOT_THOSE.get(language, {}).get(word)
    if own:
        return own
    where = language if is_known(word, lang=language) or not is_known(word, lang=OTHER[language]) else OTHER[language]
    return lemmatize(word, lang=where).lower()
