"""Which language a page is read in, and what the reader should know about it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sloyfe.cycle.competence.markup.packages import PageTree
from sloyfe.cycle.competence.markup.tree import Language, walk
from sloyfe.cycle.competence.reading.comparing import language_of_unmarked
from sloyfe.cycle.competence.reading.reporting import coverage, words_by_language

OWN = (Language.NB, Language.NN, Language.SE)
# Below this share (%) of the longest language, a page is told to be translated in part only.
WHOLE = 80


@dataclass(frozen=True)
class ReadIn:
    """The language that is shown, the one that was wished for, and those there are."""

    shown: Language
    wished: Language
    available: tuple[Language, ...]
    partly: bool = False

    @property
    def missing(self) -> bool:
        """The page is not in the language that was wished for."""
        return bool(self.available) and self.wished not in self.available

    @property
    def others(self) -> Sequence[Language]:
        """What it can be switched to."""
        return [each for each in self.available if each != self.shown]


def read_in(tree: PageTree, wished: Language) -> ReadIn:
    """The language wished for where the page has it, else the first it has."""
    marked = {node.language for node in walk(tree.blocks) if hasattr(node, "language")} - {Language.ANY}
    unmarked = None if marked else language_of_unmarked(tree.blocks)
    available = tuple(each for each in OWN if each in marked or each == unmarked)
    shown = wished if wished in available or not available else available[0]
    shares = coverage(words_by_language(tree), available, unmarked)
    return ReadIn(shown, wished, available, shares.get(shown, 100) < WHOLE)


def language_named(code: str | None) -> Language:
    """A language of ours by its code; bokmål for all else."""
    return next((each for each in OWN if each.value == code), Language.NB)
