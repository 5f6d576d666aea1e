"""How many a follow-up question reached says how the question before it was answered."""

import pytest
from django.test import Client
from django.utils import timezone

from sloyfe.surveys import release
from sloyfe.surveys.actions import asking, building, hanging, running
from sloyfe.surveys.tests.forms import OPTIONS, text
from sloyfe.surveys.tests.stage import close, codes, plan


@pytest.fixture
def instrument(world, kari):
    """E1 a scale, E2 several choices; E3 for those who gave E1 one of the two highest, E4 for those who chose two."""
    by, at = kari.person, timezone.now()
    made = building.make_empty(space=world.space, title=text("Alt"), audience="staff", by=by, at=at)
    told = {"section": "D1", "by": by, "at": at}
    asking.add_item(made, kind="scale", wording=text("Det går godt."), **told)
    asking.add_item(made, kind="choices", wording=text("Flere?"), options=OPTIONS, limit=2, **told)
    follow_up = asking.add_item(made, kind="scale", wording=text("Hvor godt?"), **told)
    hanging.set_condition(follow_up, "E1", ["4", "5"], version=1, by=by, at=at)
    other = asking.add_item(made, kind="scale", wording=text("Hvorfor?"), **told)
    hanging.set_condition(other, "E2", ["time", "calm"], version=1, by=by, at=at)
    return made


def told(world, kari, instrument, steps):
    """The figures of the network when seven answer so."""
    wave = plan(world, kari, instrument=instrument, asked={world.school.place: 30})
    running.open_wave(wave, by=kari.person, at=timezone.now())
    for code, step in zip(codes(wave, world.school.place, kari, len(steps)), steps, strict=True):
        sent = {"E1": str(step), "E2": ["time"], "E3": str(1 + step % 5), "E4": "3"}
        assert Client().post(f"/svar/{code}/", sent).status_code == 200
    return {figure.item: figure for figure in release.figures(close(wave, kari))}


def test_where_it_is_told_how_many_gave_the_answer_the_follow_up_is_told(world, kari, instrument):
    figures = told(world, kari, instrument, [1, 2, 2, 3, 4, 4, 4, 5, 5, 5, 1, 3])

    assert {band.members for band in figures["E1"].shown.bands} <= {
        (0,),
        (1,),
        (2,),
        (0, 1, 2),
        (0, 1),
        (3,),
        (4,),
        (3, 4),
    }
    assert figures["E3"].shown.n == 6


def test_where_everybody_gave_it_that_is_not_told_by_counting_the_follow_up(world, kari, instrument):
    figures = told(world, kari, instrument, [4, 4, 4, 5, 5, 5, 4, 5])

    assert figures["E1"].is_hidden
    assert figures["E3"].is_hidden


def test_how_many_ticked_one_of_two_boxes_is_not_told(world, kari, instrument):
    assert told(world, kari, instrument, [1, 2, 3, 4, 5, 1, 2, 5])["E4"].is_hidden
