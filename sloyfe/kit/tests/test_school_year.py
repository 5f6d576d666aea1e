"""August to July."""

from datetime import date

import pytest

from sloyfe.kit.school_year import SchoolYear


@pytest.mark.parametrize(
    ("day", "start"),
    [(date(2026, 8, 1), 2026), (date(2026, 7, 31), 2025), (date(2027, 1, 1), 2026), (date(2027, 7, 31), 2026)],
)
def test_a_day_lies_in_one_school_year(day: date, start: int):
    year = SchoolYear.of(day)

    assert year.start == start
    assert day in year
    assert day not in year.next
    assert day not in year.previous


def test_its_twelve_months_begin_in_august():
    months = SchoolYear(2026).months

    assert len(months) == 12
    assert months[0] == date(2026, 8, 1)
    assert months[-1] == date(2027, 7, 1)


def test_a_stretch_touches_every_month_it_reaches_into():
    year = SchoolYear(2026)

    assert year.months_of(date(2026, 12, 31), date(2027, 2, 1)) == (
        date(2026, 12, 1),
        date(2027, 1, 1),
        date(2027, 2, 1),
    )


def test_a_stretch_over_the_summer_shows_only_its_part_of_the_year():
    assert SchoolYear(2026).months_of(date(2026, 5, 1), date(2026, 8, 5)) == (date(2026, 8, 1),)


@pytest.mark.parametrize(("start", "title"), [(2026, "2026/27"), (1999, "1999/00"), (2008, "2008/09")])
def test_it_is_written_with_both_years(start: int, title: str):
    assert str(SchoolYear(start)) == title
