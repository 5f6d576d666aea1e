"""Which themes a number of texts have, as suggestions; silent where so few wrote that a theme would be somebody."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sloyfe.algorithms.themes.coding import LIKELY, Coder

FEWEST_FOR_THEMES: Final = 100
FEWEST_IN_A_THEME: Final = 10


@dataclass(frozen=True)
class Theme:
    """A code and the texts by number that it is suggested for, likeliest first; a person confirms each."""

    code: str
    texts: tuple[int, ...]


def themes(texts: Sequence[str], coder: Coder, *, least: float = LIKELY) -> tuple[Theme, ...]:
    """The largest first; none under a hundred texts, and none of fewer than ten."""
    written = [number for number, text in enumerate(texts) if text.strip()]
    if len(written) < FEWEST_FOR_THEMES:
        return ()
    members: dict[str, list[tuple[float, int]]] = {}
    for number in written:
        for suggestion in coder.suggestions(texts[number], least=least):
            members.setdefault(suggestion.code, []).append((-suggestion.chance, number))
    large = {code: sorted(those) for code, those in members.items() if len(those) >= FEWEST_IN_A_THEME}
    found = (Theme(code, tuple(number for _chance, number in those)) for code, those in large.items())
    return tuple(sorted(found, key=lambda theme: (-len(theme.texts), theme.code)))
