"""Which Norwegian language, or North Sámi, a text is written in; and where a text goes from one to the other."""

from sloyfe.algorithms.languages.passages import languages_of_lines
from sloyfe.algorithms.languages.words import Guess, scores, spoken_language

__all__ = ["Guess", "languages_of_lines", "scores", "spoken_language"]
