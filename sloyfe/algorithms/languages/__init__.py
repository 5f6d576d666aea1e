"""Which Norwegian language, or North Sámi, a text is written in; where it goes from one to the other."""

from sloyfe.algorithms.languages.passages import languages_of_lines
from sloyfe.algorithms.languages.standard import Leaning, standard
from sloyfe.algorithms.languages.words import Guess, scores, spoken_language

__all__ = ["Guess", "Leaning", "languages_of_lines", "scores", "spoken_language", "standard"]
