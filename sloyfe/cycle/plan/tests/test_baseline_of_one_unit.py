"""The plan is read by all: it takes no starting point that is one unit's own figure."""

from sloyfe.cycle.plan.queries.indicators import start_figure
from sloyfe.surveys.tests.stage import answer, close, plan

SPREAD = [1, 2, 3, 4, 5, 5, 4, 3, 2, 1] * 2


def test_the_figures_of_the_only_unit_that_answered_are_no_baseline(world, kari):
    wave = plan(world, kari, opened=True)
    answer(wave, world.school.place, kari, SPREAD)
    item = wave.instrument.items.filter(kind="scale").first()
    close(wave, kari)

    assert start_figure(world.space, wave.instrument.template, item.key) is None


def test_those_of_two_units_are(world, kari):
    wave = plan(world, kari, opened=True)
    for place in (world.school.place, world.kindergarten.place):
        answer(wave, place, kari, SPREAD)
    item = wave.instrument.items.filter(kind="scale").first()
    close(wave, kari)

    assert start_figure(world.space, wave.instrument.template, item.key)
