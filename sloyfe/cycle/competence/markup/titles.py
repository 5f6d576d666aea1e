"""Titles that hold several languages: `nb: … |nn: … |se: …`, in every way they have been typed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from sloyfe.cycle.competence.markup.tree import Language

CODES = {
    "nb": Language.NB, "no": Language.NB, "nob": Language.NB, "nor": Language.NB, "nb-no": Language.NB,
    "nb_no": Language.NB, "no-nb": Language.NB, "nn": Language.NN, "nno": Language.NN, "nn-no": Language.NN,
    "nn_no": Language.NN, "no-nn": Language.NN, "se": Language.SE, "sme": Language.SE, "se-no": Language.SE,
    "se_no": Language.SE,
}  # fmt: skip
CODE = r"\s*(?:nb|nn|se|no)\s*[::]"
BETWEEN = re.compile(rf"[|｜¦](?={CODE})", re.IGNORECASE)
SEGMENT = re.compile(r"^\s*(nb|nn|se|no)\s*[::]\s*(.*)$", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class Title:
    """A title as written, and what it says in each language; `any` where no language was named."""

    raw: str = ""
    entries: Mapping[Language, str] = field(default_factory=dict)

    def read(self, language: Language) -> str:
        """The words in this language, else in bokmål, else in the first there is."""
        order = (language, Language.ANY, Language.NB, *self.entries)
        return next((self.entries[each] for each in order if self.entries.get(each)), self.raw.strip())

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages that were named and hold words."""
        return tuple(each for each in self.entries if each != Language.ANY and self.entries[each])

    @property
    def odd(self) -> bool:
        """A language was named without words or twice, or words stand before the first code."""
        parts = [SEGMENT.match(part) for part in BETWEEN.split(self.raw)]
        codes = [part.group(1).lower() for part in parts if part]
        emptied = any(part and not part.group(2).strip() for part in parts)
        return bool(codes) and (emptied or len(codes) != len(parts) or len(set(codes)) != len(codes))


def read_title(raw: str) -> Title:
    """Split only where a language code follows the bar; a bar in the words stays."""
    entries: dict[Language, str] = {}
    for part in BETWEEN.split(raw):
        match = SEGMENT.match(part)
        language = CODES[match.group(1).lower()] if match else Language.ANY
        words = " ".join((match.group(2) if match else part).split())
        if words:
            entries[language] = f"{entries[language]} | {words}" if language in entries else words
    return Title(raw, entries)


def language_of(code: str) -> Language | None:
    """The language a code names, if it is one of ours."""
    return CODES.get(code.strip().lower())
