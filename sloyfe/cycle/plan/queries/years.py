"""The activity plan: measures by month of a school year."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sloyfe.cycle.plan.models import CompetenceStep, Measure
from sloyfe.kit.school_year import SchoolYear


@dataclass(frozen=True)
class Happening:
    """A measure in one month."""

    measure: Measure
    begins: bool
    ends: bool


@dataclass(frozen=True)
class Month:
    """One month of the year and what happens in it."""

    first: date
    happenings: list[Happening]
    competence: list[CompetenceStep]


@dataclass(frozen=True)
class ActivityYear:
    """The twelve months, and what has no date yet."""

    year: SchoolYear
    months: list[Month]
    undated: list[Measure]


def activity_year(
    year: SchoolYear, measures: Iterable[Measure], competence: Iterable[CompetenceStep] = ()
) -> ActivityYear:
    """Lay measures and competence steps out over August to July."""
    measures, competence = list(measures), list(competence)
    months = [
        Month(
            first,
            [_happening(each, first) for each in measures if first in _months(year, each)],
            [step for step in competence if first in year.months_of(step.starts, step.ends)],
        )
        for first in year.months
    ]
    return ActivityYear(year, months, [each for each in measures if not (each.starts or each.ends)])


def _months(year: SchoolYear, measure: Measure) -> tuple[date, ...]:
    starts, ends = measure.starts or measure.ends, measure.ends or measure.starts
    return year.months_of(starts, ends) if starts and ends else ()


def _happening(measure: Measure, first: date) -> Happening:
    return Happening(measure, _in_month(measure.starts, first), _in_month(measure.ends, first))


def _in_month(day: date | None, first: date) -> bool:
    return day is not None and (day.year, day.month) == (first.year, first.month)
