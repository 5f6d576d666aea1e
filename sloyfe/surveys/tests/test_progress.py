"""How far a survey has come, told so roughly that nobody is seen answering."""

import re

import pytest

from conftest import Member, World
from sloyfe.surveys import queries
from sloyfe.surveys.tests.stage import answer, plan


@pytest.fixture
def wave(world: World, kari: Member):
    return plan(world, kari, opened=True)


def test_progress_moves_by_a_fifth_of_those_asked_and_never_by_one(world, wave, kari):
    shown = []
    for _nth in range(11):
        answer(wave, world.school.place, kari, [3])
        pages = (
            kari.client.get(world.url(f"undersokelser/{wave.pk}/")).text,
            kari.client.get(world.url("undersokelser/")).text,
        )
        shown.append([re.findall(r"færre enn \d+|minst \d+ svar", page) for page in pages])

    assert shown == [[["færre enn 10"]] * 2] * 9 + [[["minst 10 svar"]] * 2] * 2
    assert queries.response_share(wave) is None


def test_in_a_small_survey_progress_still_moves_by_five(world, kari):
    wave = plan(world, kari, opened=True, asked={world.school.place: 7})
    steps = []
    for _nth in range(7):
        answer(wave, world.school.place, kari, [3])
        steps.append(queries.received(wave, wave.envelopes.count(), queries.invited(wave)))

    assert steps == [None, None, None, None, 5, 5, 5]
