"""Until when a phase takes what people write, for every order of presses."""

from datetime import datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from conftest import NOW
from sloyfe.cycle.meetings.queries.windows import GRACE, Window

PHASES = [UUID(int=n) for n in range(4)]
HALF = timedelta(milliseconds=500)
ticks = st.integers(0, 400).map(lambda n: NOW + n * HALF)
longer = st.integers(0, 60).map(lambda n: n * HALF)


@st.composite
def windows(draw: st.DrawFn) -> Window:
    """Presses in order, some phases twice; perhaps over, perhaps with something to do beforehand."""
    at = sorted(draw(st.lists(ticks, max_size=6)))
    begun = tuple((draw(st.sampled_from(PHASES)), each) for each in at)
    beforehand = frozenset(draw(st.sets(st.sampled_from(PHASES), max_size=2)))
    over = draw(st.none() | ticks.filter(lambda each: not at or each >= at[-1]))
    return Window(begun, beforehand, over)


def closes(window: Window, phase: UUID, at: datetime) -> datetime | None:
    """Told plainly: when the phase that was last begun before `at` gives way to another; None where it never does."""
    turns = [n for n, (key, since) in enumerate(window.begun) if key == phase and since <= at]
    following = window.begun[turns[-1] + 1 :] if turns else window.begun
    return min((since for _key, since in following if since <= at), default=None)


@given(windows(), st.sampled_from(PHASES), ticks, longer)
def test_a_phase_takes_what_comes_until_two_seconds_after_the_next_begins(
    window: Window, phase: UUID, at: datetime, more: timedelta
):
    has_begun = any(key == phase and since <= at for key, since in window.begun)
    next_at = closes(window, phase, at)
    in_time = next_at is None or at <= next_at + GRACE + more
    is_over = window.over_at is not None and at > window.over_at + GRACE
    expected = (has_begun or phase in window.beforehand) and in_time and not is_over

    assert window.takes(phase, at, longer=more) is expected


@given(windows(), st.sampled_from(PHASES), ticks, longer)
def test_more_time_never_shuts_anything_out(window: Window, phase: UUID, at: datetime, more: timedelta):
    assert window.takes(phase, at, longer=more) or not window.takes(phase, at)


@given(windows(), st.sampled_from(PHASES), st.integers(1, 99).map(lambda n: n * HALF), longer)
def test_nothing_is_taken_once_the_meeting_is_over_not_even_from_one_who_has_longer(
    window: Window, phase: UUID, late: timedelta, more: timedelta
):
    over = Window(window.begun, window.beforehand, NOW)

    assert not over.takes(phase, NOW + GRACE + late, longer=more)


def test_to_the_instant():
    first, second = PHASES[:2]
    window = Window(((first, NOW), (second, NOW + timedelta(minutes=5))), frozenset(), None)
    end = NOW + timedelta(minutes=5, seconds=2)

    assert window.takes(first, end)
    assert not window.takes(first, end + timedelta(microseconds=1))
    assert window.takes(first, end + timedelta(seconds=59), longer=timedelta(minutes=1))
    assert not window.takes(second, NOW)
    assert window.takes(second, end)
