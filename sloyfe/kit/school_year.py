"""The school year: August to July, as its months and its title."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

FIRST_MONTH = 8


@dataclass(frozen=True, order=True)
class SchoolYear:
    """The school year that begins on 1 August of `start`."""

    start: int

    @classmethod
    def of(cls, day: date) -> Self:
        """The school year that a day lies in."""
        return cls(day.year if day.month >= FIRST_MONTH else day.year - 1)

    @property
    def first(self) -> date:
        """1 August."""
        return date(self.start, FIRST_MONTH, 1)

    @property
    def last(self) -> date:
        """31 July."""
        return self.next.first - timedelta(days=1)

    @property
    def next(self) -> "SchoolYear":
        """The year after."""
        return SchoolYear(self.start + 1)

    @property
    def previous(self) -> "SchoolYear":
        """The year before."""
        return SchoolYear(self.start - 1)

    @property
    def months(self) -> tuple[date, ...]:
        """The first day of each month, August to July."""
        late = tuple(date(self.start, month, 1) for month in range(FIRST_MONTH, 13))
        return late + tuple(date(self.start + 1, month, 1) for month in range(1, FIRST_MONTH))

    def months_of(self, begins: date, ends: date) -> tuple[date, ...]:
        """The months of this year that a stretch of days touches."""
        return tuple(month for month in self.months if month <= ends and _end_of(month) >= begins)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        return f"{self.start}/{(self.start + 1) % 100:02d}"


def _end_of(month: date) -> date:
    return (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)
