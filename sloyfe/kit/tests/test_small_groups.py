"""Counts by group that are not survey answers."""

from hypothesis import given
from hypothesis import strategies as st

from sloyfe.kit.small_groups import SMALLEST, small_groups

COUNTS = st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.integers(0, 40), max_size=8)


@given(COUNTS)
def test_what_is_merged_is_nobody_or_at_least_five_or_everything(counts: dict[str, int]):
    shown = small_groups(counts, whole="all")
    merged = sum(counts[one.group] for one in shown if one.count is None)
    left = [one.count for one in shown if one.count]

    assert merged == 0 or merged >= SMALLEST or left == []


@given(COUNTS)
def test_no_count_under_five_is_shown(counts: dict[str, int]):
    assert not [one for one in small_groups(counts, whole="all") if one.count and one.count < SMALLEST]


def test_an_empty_group_does_not_hide_a_small_one():
    shown = small_groups({"assistants": 3, "teachers": 12, "nobody": 0}, whole="all")

    assert {one.group: one.count for one in shown} == {"assistants": None, "teachers": None, "nobody": 0}
