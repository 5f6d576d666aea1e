"""The days of a plan lie within bounds that are said in a sentence, and what was typed stays."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from django.utils.formats import date_format

from conftest import Member, World
from sloyfe.surveys.actions import running
from sloyfe.surveys.days import BEGUN, FAR_AHEAD, KEPT_TOO_LONG, OUT_OF_ORDER, TOO_LONG, Days
from sloyfe.surveys.models import Wave
from sloyfe.surveys.tests.stage import plan, read_again

TODAY = date(2026, 11, 23)
GOOD = Days(TODAY, TODAY + timedelta(14), TODAY + timedelta(104))


def moved(**days: int) -> Days:
    return GOOD._replace(**{name: TODAY + timedelta(count) for name, count in days.items()})


@pytest.mark.parametrize(
    ("days", "name", "sentence"),
    [
        (moved(opens_on=-1), "opens_on", BEGUN),
        (moved(opens_on=366, closes_on=370, deletes_on=400), "opens_on", FAR_AHEAD),
        (moved(opens_on=-9, closes_on=-1), "closes_on", BEGUN),
        (moved(closes_on=184, deletes_on=200), "closes_on", TOO_LONG),
        (moved(deletes_on=380), "deletes_on", KEPT_TOO_LONG),
        (moved(closes_on=-1), "closes_on", OUT_OF_ORDER),
        (moved(deletes_on=13), "deletes_on", OUT_OF_ORDER),
    ],
)
def test_a_day_that_cannot_be_meant_gets_its_own_sentence(days, name, sentence):
    assert days.wrong(today=TODAY)[name] is sentence


@pytest.mark.parametrize("days", [GOOD, moved(closes_on=0, deletes_on=0), moved(closes_on=183, deletes_on=548)])
def test_days_within_the_bounds_are_taken(days):
    assert days.wrong(today=TODAY) == {}


def test_a_day_that_stands_is_not_asked_again_whether_it_lies_ahead():
    stood = moved(opens_on=-3)

    assert stood.wrong(today=TODAY, stand=stood) == {}
    assert moved(opens_on=-2).wrong(today=TODAY, stand=stood) == {"opens_on": BEGUN}


def posted(world, **days):
    given = {"opens_on": "", "closes_on": "", "deletes_on": "", "fewest_scale": "6", "fewest_text": "10"}
    return given | days | {f"place_{world.school.place.pk.hex}": "17"}


def test_a_day_in_2020_or_2099_is_pointed_at_and_all_that_was_typed_stays(world: World, kari: Member):
    instrument = plan(world, kari).instrument
    before = Wave.objects.in_space(world.space).count()
    sent = posted(world, opens_on="2020-01-01", closes_on="2020-02-01", deletes_on="2099-01-01")
    page = kari.client.post(world.url(f"sporreskjema/{instrument.pk}/gjennomforinger/"), sent)

    assert page.status_code == 422
    for words in ("Denne dagen har vært", "senest ett år etter", "2099-01-01", 'value="17"', 'value="6"'):
        assert words in page.text
    assert Wave.objects.in_space(world.space).count() == before


def test_the_deadline_of_an_open_survey_is_moved_but_not_into_the_past(world: World, kari: Member):
    wave = plan(world, kari, opened=True)
    today = timezone.localdate()
    url = world.url(f"undersokelser/{wave.pk}/plan/")
    told = {"fewest_scale": "5", "fewest_text": "10", "version": "1"}
    shown = kari.client.get(url).text
    assert 'name="closes_on"' in shown
    assert 'name="opens_on"' not in shown
    assert f"<dd>{date_format(wave.deletes_on)}</dd>" in shown

    assert kari.client.post(url, told | {"closes_on": str(today - timedelta(1))}).status_code == 422
    assert kari.client.post(url, told | {"closes_on": str(today + timedelta(20))}).status_code == 302
    assert read_again(wave).closes_on == today + timedelta(20)


def test_the_action_refuses_what_the_form_would_have_refused(world: World, kari: Member):
    with pytest.raises(running.WrongDays, match="har vært"):
        plan(world, kari, opens_on=timezone.localdate() - timedelta(1))
