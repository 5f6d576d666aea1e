"""Finding Norwegian text: words and their stems, synonyms between bokmål and nynorsk, and a ranking (BM25)."""

from sloyfe.algorithms.searching.ranking import Document, Found, rank
from sloyfe.algorithms.searching.synonyms import Synonyms
from sloyfe.algorithms.searching.words import Word, counted, stem, words_of

__all__ = ["Document", "Found", "Synonyms", "Word", "counted", "rank", "stem", "words_of"]
