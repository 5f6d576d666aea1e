"""Text that people read in several languages, as one value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import blake2b
from typing import Self

LANGUAGES = ("nb", "nn", "en", "se")
FALLBACK = {"nb": ("nb", "nn", "en", "se"), "nn": ("nn", "nb", "en", "se")}


class Status(StrEnum):
    """How a language stands beside its source."""

    MISSING = "missing"
    OLDER = "older"
    OK = "ok"


@dataclass(frozen=True)
class Text:
    """One text in its languages; each translation remembers which source it was made from."""

    entries: Mapping[str, str] = field(default_factory=dict)
    source: str = "nb"
    made_from: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, nb: str = "", nn: str = "", *, source: str = "nb", **others: str) -> Self:
        """A text whose translations are all up to date."""
        entries = {lang: words for lang, words in {"nb": nb, "nn": nn, **others}.items() if words}
        mark = _mark(entries.get(source, ""))
        return cls(entries, source, {lang: mark for lang in entries if lang != source})

    @classmethod
    def from_json(cls, stored: Mapping[str, object] | None) -> Self:
        """Read back what `to_json` wrote."""
        if not stored:
            return cls()
        known = {lang: words for lang, words in stored.items() if isinstance(words, str) and lang != "source"}
        made_from = stored.get("made_from")
        marks = {str(k): str(v) for k, v in made_from.items()} if isinstance(made_from, Mapping) else {}
        return cls(known, str(stored.get("source", "nb")), marks)

    def to_json(self) -> dict[str, object]:
        """Plain JSON: one key per language, the source language, and what each was made from."""
        return {**self.entries, "source": self.source, "made_from": dict(self.made_from)}

    def with_(self, language: str, words: str) -> Self:
        """The same text with one language rewritten; a rewritten source makes the others older."""
        entries = {k: v for k, v in self.entries.items() if k != language}
        marks = {k: v for k, v in self.made_from.items() if k != language}
        if words:
            entries[language] = words
            if language != self.source:
                marks[language] = _mark(entries.get(self.source, ""))
        return type(self)(entries, self.source, marks)

    def rewritten(self, new: Self) -> Self:
        """Carry an edit of several languages in, so that an untouched translation is known to be older."""
        text = self or type(self)(source=new.source)
        changed = [k for k in {*text.entries, *new.entries} if text.entries.get(k, "") != new.entries.get(k, "")]
        for language in sorted(changed, key=lambda k: k != text.source):
            text = text.with_(language, new.entries.get(language, ""))
        return text

    def read(self, language: str) -> str:
        """The words in this language, or in the nearest one that has any."""
        for candidate in FALLBACK.get(language, (language, *LANGUAGES)):
            if words := self.entries.get(candidate):
                return words
        return ""

    def status(self, language: str) -> Status:
        """Missing, older than its source, or ok."""
        if not self.entries.get(language):
            return Status.MISSING
        if language == self.source or self.made_from.get(language) == _mark(self.entries.get(self.source, "")):
            return Status.OK
        return Status.OLDER

    def __bool__(self) -> bool:
        return bool(self.entries)

    def __str__(self) -> str:
        return self.read(self.source)


def _mark(words: str) -> str:
    return blake2b(words.encode(), digest_size=6).hexdigest()
