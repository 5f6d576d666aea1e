"""One table of a TOML file, asked for its values by name and kind; every refusal says where and what."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, TypeVar

from sloyfe.cycle.meetings.scripts import Span
from sloyfe.kit.text import Text

Word = TypeVar("Word", bound=StrEnum)


class BadMethodError(ValueError):
    """A file does not hold a whole method; the message says which file, where and why."""


class Entry:
    """A table with the place where it stands; remembers what has been asked, so that nothing is overlooked."""

    def __init__(self, where: str, stored: Mapping[str, Any]) -> None:
        self.where = where
        self._stored = stored
        self._asked: set[str] = set()

    def finished(self) -> None:
        """Refuse a table that says something nobody asked for, such as a misspelt name."""
        if unknown := sorted(set(self._stored) - self._asked):
            raise self._bad(f"does not know {', '.join(unknown)}")

    def word(self, name: str) -> str:
        """A short word, such as a key."""
        value = self._value(name)
        if not isinstance(value, str) or not value:
            raise self._bad(f"{name} must be a word, not {value!r}")
        return value

    def word_or_empty(self, name: str) -> str:
        """The same, where it may be left out."""
        return self.word(name) if name in self._stored else ""

    def number(self, name: str) -> int:
        """A whole number above zero."""
        return self._whole(name, self._value(name))

    def number_or_none(self, name: str) -> int | None:
        """The same, where it may be left out."""
        return self.number(name) if name in self._stored else None

    def flag(self, name: str) -> bool:
        """True or false; false when left out."""
        value = self._value(name, default=False)
        if not isinstance(value, bool):
            raise self._bad(f"{name} must be true or false, not {value!r}")
        return value

    def words(self, name: str) -> tuple[str, ...]:
        """A list of words; empty when left out."""
        value = self._value(name, default=[])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self._bad(f"{name} must be a list of words, not {value!r}")
        return tuple(value)

    def choice(self, name: str, kind: type[Word]) -> Word:
        """One word of those that this kind knows."""
        return self._one_of(kind, name, self.word(name))

    def choice_or_none(self, name: str, kind: type[Word]) -> Word | None:
        """The same, where it may be left out."""
        return self.choice(name, kind) if name in self._stored else None

    def choices(self, name: str, kind: type[Word]) -> tuple[Word, ...]:
        """Several such words; none when left out."""
        return tuple(self._one_of(kind, name, word) for word in self.words(name))

    def span(self, name: str) -> Span:
        """`[least, usual, most]`; without the third there is no upper end, and a single number has no room at all."""
        value = self._value(name)
        numbers = value if isinstance(value, list) else [value, value, value]
        if len(numbers) not in (2, 3):
            raise self._bad(f"{name} must be [least, usual] or [least, usual, most], not {value!r}")
        least, usual, *rest = (self._whole(name, each) for each in numbers)
        return Span(least, usual, rest[0] if rest else None)

    def span_or_none(self, name: str) -> Span | None:
        """The same, where it may be left out."""
        return self.span(name) if name in self._stored else None

    def text(self, name: str) -> Text:
        """A text in both languages."""
        return self._text(name, self._value(name))

    def text_or_none(self, name: str) -> Text:
        """The same, where it may be left out; then it is empty."""
        return self.text(name) if name in self._stored else Text()

    def texts(self, name: str) -> tuple[Text, ...]:
        """One or more texts."""
        value = self._value(name)
        if not isinstance(value, list) or not value:
            raise self._bad(f"{name} must be a list with at least one text")
        return tuple(self._text(f"{name} {number}", each) for number, each in enumerate(value, 1))

    def entries(self, name: str) -> list["Entry"]:
        """The tables of a list, each knowing where it stands."""
        value = self._value(name)
        if not isinstance(value, list) or not all(isinstance(each, Mapping) for each in value):
            raise self._bad(f"{name} must be a list of tables")
        return [
            Entry(f"{self.where}: {name} {number} ({each.get('key', 'without key')})", each)
            for number, each in enumerate(value, 1)
        ]

    def _value(self, name: str, default: object = None) -> Any:
        self._asked.add(name)
        value = self._stored.get(name, default)
        if value is None:
            raise self._bad(f"{name} is missing")
        return value

    def _whole(self, name: str, value: object) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise self._bad(f"{name} must be a whole number above 0, not {value!r}")
        return value

    def _one_of(self, kind: type[Word], name: str, word: str) -> Word:
        try:
            return kind(word)
        except ValueError:
            raise self._bad(f"{name} must be one of {', '.join(kind)}, not {word!r}") from None

    def _text(self, name: str, value: object) -> Text:
        if not isinstance(value, Mapping) or set(value) != {"nb", "nn"}:
            raise self._bad(f"{name} must be written in nb and nn")
        written = {language: value[language] for language in ("nb", "nn")}
        if lacking := [key for key, words in written.items() if not isinstance(words, str) or not words.strip()]:
            raise self._bad(f"{name} is not written in {' or '.join(lacking)}")
        return Text.of(**written)

    def _bad(self, why: str) -> BadMethodError:
        return BadMethodError(f"{self.where}: {why}")
