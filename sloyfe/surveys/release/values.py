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
class Band:
    """Steps or options that are told together, by their numbers from 0, and how many answered one of them."""

    members: tuple[int, ...]
    count: int


@dataclass(frozen=True)
class Shown:
    """How many answered and how. `rounding` says how exactly the mean is told, 0 where it is exact.

    On a scale or for one choice the bands cover every step. Where people could choose several, or rank, each band is
    one option that is told: how many chose it, or placed it in the first half. Those who skipped stand outside.
    """

    n: int
    bands: tuple[Band, ...] = ()
    mean: float | None = None
    rounding: float = 0.0

    @property
    def mean_between(self) -> tuple[float, float]:
        """The lowest and the highest mean that the bands of a scale leave room for."""
        low = sum(band.count * (band.members[0] + 1) for band in self.bands)
        high = sum(band.count * (band.members[-1] + 1) for band in self.bands)
        return low / self.n, high / self.n

    @property
    def counts(self) -> tuple[int, ...]:
        """Answers by step or option, where each is told by itself; else nothing."""
        single = sorted(self.bands, key=lambda band: band.members)
        whole = [band.members for band in single] == [(at,) for at in range(len(single))]
        return tuple(band.count for band in single) if whole else ()


@dataclass(frozen=True)
class Figure:
    """One item at one level: the whole network (no place), an owner or a unit; of one role group there if named."""

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


def as_json(value: Shown) -> dict[str, Any]:
    """A figure → what is stored of it."""
    bands = [[list(band.members), band.count] for band in value.bands]
    return {"n": value.n, "bands": bands, "mean": value.mean, "rounding": value.rounding}


def from_json(told: dict[str, Any]) -> Shown:
    """Read back what `as_json` wrote."""
    bands = tuple(Band(tuple(members), count) for members, count in told["bands"])
    return Shown(told["n"], bands, told["mean"], told["rounding"])
