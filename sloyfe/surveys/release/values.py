"""What a release tells: a figure that is shown, or that it is hidden and why. Hidden is never 0 or blank."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sloyfe.kit.text import Text


class Reason(StrEnum):
    """Why a figure is not shown. Few, unanimous and derivable are one reason, for to tell them apart would tell."""

    PROTECTED = "protected"
    LEADERSHIP = "leadership"
    UNRELEASED = "unreleased"


SENTENCES: dict[Reason, Promise] = {
    Reason.PROTECTED: _("skjult for å verne dem som svarte"),
    Reason.LEADERSHIP: _("vises bare for hele nettverket"),
    Reason.UNRELEASED: _("ikke frigitt ennå"),
}


@dataclass(frozen=True)
class Hidden:
    """There may be answers, but nothing about them is shown."""

    reason: Reason

    @property
    def sentence(self) -> Promise:
        """The reason in the reader's language."""
        return SENTENCES[self.reason]


@dataclass(frozen=True)
class Shown:
    """How many answered and how; `counts` follows the scale or the options. "Don't know" stands outside."""

    n: int
    mean: float | None
    counts: tuple[int, ...]
    dont_know: int = 0


@dataclass(frozen=True)
class Figure:
    """One item at one level: the whole network (no place), an owner or a unit; `group` only for the network."""

    wave: UUID
    item: str
    item_version: UUID
    kind: str
    wording: Text
    options: tuple[tuple[str, Text], ...]
    place: UUID | None
    group: str
    value: Shown | Hidden

    @property
    def shown(self) -> Shown | None:
        """The figure where it is shown."""
        return self.value if isinstance(self.value, Shown) else None

    @property
    def is_hidden(self) -> bool:
        """Whether nothing may be said."""
        return isinstance(self.value, Hidden)


def as_json(value: Shown | Hidden) -> dict[str, Any]:
    """A value → what is stored of it; nothing but the reason where it is hidden."""
    if isinstance(value, Hidden):
        return {"hidden": value.reason.value}
    return {"n": value.n, "mean": value.mean, "counts": list(value.counts), "dont_know": value.dont_know}


def from_json(told: dict[str, Any]) -> Shown | Hidden:
    """Read back what `as_json` wrote."""
    if "hidden" in told:
        return Hidden(Reason(told["hidden"]))
    return Shown(told["n"], told["mean"], tuple(told["counts"]), told["dont_know"])
