"""Leading a meeting: start, stretch, pause, skip, go back, by the server's clock and with a reload button alone."""

from datetime import datetime, timedelta

import pytest
import time_machine

from conftest import Member, World
from sloyfe.cycle.meetings.models import Meeting, PhaseStart
from sloyfe.cycle.meetings.queries.running import Standing, standing
from sloyfe.cycle.meetings.tests.conftest import Cast
from sloyfe.cycle.meetings.tests.making import staff_meeting
from sloyfe.cycle.partnership.tests.asking import asks

START = datetime.fromisoformat("2026-09-03T14:30:00+02:00")


@pytest.fixture
def meeting(world: World, ola: Member) -> Meeting:
    return staff_meeting(world, ola)


class Hand:
    """Somebody who leads, at a minute of the meeting."""

    def __init__(self, who: Member, world: World, meeting: Meeting) -> None:
        self.who, self.meeting = who, meeting
        self.url = world.url(f"moter/{meeting.pk}/styring/")

    def press(self, minute: float, button: str, *, phase: str = "", seen: str | None = None, **sent: object) -> int:
        """Press a button of the page as it stands, or as it stood."""
        with time_machine.travel(START + timedelta(minutes=minute), tick=False):
            mark = self.at(minute).mark if seen is None else seen
            keyed = {"phase": self.meeting.phases.get(key=phase).pk} if phase else {}
            return self.who.client.post(f"{self.url}{button}/", {"seen": mark, **keyed, **sent}).status_code

    def at(self, minute: float) -> Standing:
        row = Meeting.objects.in_space(self.meeting.space).prefetch_related("phases__omission").get(pk=self.meeting.pk)
        return standing(row, now=START + timedelta(minutes=minute))


@pytest.fixture
def hand(world: World, ola: Member, meeting: Meeting) -> Hand:
    return Hand(ola, world, meeting)


def test_before_it_starts_the_page_says_what_comes_first(hand: Hand):
    now = hand.at(0)

    assert (now.start, now.after.key) == (None, "alone")
    assert "Klar til å begynne" in hand.who.client.get(hand.url).text


def test_the_clock_counts_from_the_start_of_the_phase(hand: Hand):
    hand.press(0, "fase", phase="alone")
    now = hand.at(3)

    assert (now.phase.key, now.number, now.count, now.minutes) == ("alone", 1, 3, 2)
    assert (now.before, now.after.key) == (None, "group")
    assert [hand.at(minute).minutes for minute in (4.5, 5, 6.5)] == [1, 0, -1]


def test_a_few_minutes_more_and_when_the_time_is_up_they_count_from_now(hand: Hand):
    hand.press(0, "fase", phase="alone")
    hand.press(2, "forlengelse", minutes=5)
    assert hand.at(2).minutes == 8

    hand.press(13, "forlengelse", minutes=5)
    assert hand.at(13).minutes == 5


def test_while_it_is_paused_the_clock_stands_still(hand: Hand):
    hand.press(0, "fase", phase="group")
    hand.press(5, "pause")
    assert (hand.at(5).minutes, hand.at(25).minutes, hand.at(25).is_paused) == (10, 10, True)

    hand.press(25, "gjenopptakelse")
    assert (hand.at(26).minutes, hand.at(26).is_paused) == (9, False)


def test_one_goes_on_skips_and_goes_back(hand: Hand):
    for minute, key in enumerate(("alone", "plenary", "group")):
        hand.press(minute, "fase", phase=key)

    assert [start.phase.key for start in PhaseStart.objects.select_related("phase")] == ["alone", "plenary", "group"]
    assert (hand.at(3).before.key, hand.at(3).after.key) == ("alone", "plenary")


def test_two_who_press_next_at_once_move_the_meeting_one_phase(hand: Hand):
    hand.press(0, "fase", phase="alone")
    seen = hand.at(1).mark

    assert hand.press(1, "fase", phase="group", seen=seen) == 302
    assert hand.press(1, "fase", phase="group", seen=seen) == 409
    assert PhaseStart.objects.count() == 2


def test_a_press_that_comes_late_says_that_the_meeting_moved_on_and_shows_where(hand: Hand):
    hand.press(0, "fase", phase="alone")
    page = hand.who.client.post(f"{hand.url}pause/", {"seen": ""})

    assert page.status_code == 409
    assert "Møtet har gått videre" in page.text
    assert "Individuelt: skriv tre punkter" in page.text


def test_after_the_last_phase_one_says_that_it_was_held_and_how_many_came(hand: Hand, world: World):
    hand.press(0, "fase", phase="plenary")
    page = hand.who.client.get(hand.url).text
    assert hand.at(1).after is None
    assert "Avslutt møtet" in page


@time_machine.travel(START, tick=False)
def test_when_it_was_held_nobody_presses_any_more(hand: Hand, world: World):
    hand.press(0, "fase", phase="alone")
    hand.who.client.post(world.url(f"moter/{hand.meeting.pk}/gjennomforing/"), {"took_part": "5"})

    assert hand.press(1, "fase", phase="group") == 409
    assert PhaseStart.objects.count() == 1


def test_a_phase_that_is_left_out_while_it_goes_on_ends_as_usual(hand: Hand, world: World):
    hand.press(0, "fase", phase="group")
    phase = hand.meeting.phases.get(key="group")
    hand.who.client.post(world.url(f"moter/{hand.meeting.pk}/faser/{phase.pk}/utelatelse/"))

    assert (hand.at(1).phase.key, hand.at(1).after.key, hand.at(1).before.key) == ("group", "plenary", "alone")
    assert hand.who.client.get(hand.url).status_code == 200


def test_only_those_who_lead_press(world: World, cast: Cast, meeting: Meeting):
    answers = {name: Hand(who, world, meeting).press(0, "fase", phase="alone") for name, who in cast.items()}

    assert answers == {"kari": 302, "ola": 302, "nils": 403, "siri": 404, "ute": 404}


@pytest.mark.parametrize("method", ["igp-kort", "igp"])
def test_the_page_of_whoever_leads_asks_the_same_however_long_the_script(world: World, ola: Member, method: str):
    hand = Hand(ola, world, staff_meeting(world, ola, method=method))
    first = hand.meeting.phases.first().key
    hand.press(0, "fase", phase=first)
    hand.press(1, "pause")
    with asks(15):
        assert ola.client.get(hand.url).status_code == 200
