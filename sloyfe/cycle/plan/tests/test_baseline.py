"""Where an indicator stood before we began: a released figure, or hidden."""

from decimal import Decimal

import pytest

from conftest import NOW, Member, World
from sloyfe.cycle.plan.actions import goals as actions
from sloyfe.cycle.plan.models import Baseline, Goal
from sloyfe.cycle.plan.queries.indicators import StartFigure
from sloyfe.cycle.plan.tests.conftest import WORDS
from sloyfe.surveys.tests import stage

SHOWN = StartFigure(Decimal("3.20"), 19, WORDS)
HIDDEN = StartFigure(None, None, WORDS)


@pytest.fixture(autouse=True)
def keys(tmp_path, settings):
    settings.KEY_DIR = tmp_path


@pytest.fixture
def measured(goal: Goal, kari: Member) -> Goal:
    actions.measure_goal(goal, version=1, instrument="staff", item="B1", wording=WORDS, by=kari.person, at=NOW)
    return goal


def test_a_baseline_belongs_to_an_indicator(kari: Member, goal: Goal):
    with pytest.raises(actions.NothingToMeasureWith):
        actions.record_baseline(goal, SHOWN, by=kari.person, at=NOW)
    assert Baseline.objects.count() == 0


def test_without_a_closed_survey_there_is_no_baseline(world: World, kari: Member, measured: Goal):
    stage.plan(world, kari, opened=True)
    page = kari.client.post(world.url(f"plan/mal/{measured.pk}/utgangspunkt/"))

    assert page.status_code == 409
    assert "Undersøkelsen er ikke lukket ennå" in page.text


def test_the_baseline_is_the_released_figure_of_the_network(world: World, kari: Member, measured: Goal):
    wave = stage.plan(world, kari, opened=True)
    for place in (world.school.place, world.kindergarten.place):
        stage.answer(wave, place, kari, [1, 2, 3, 3, 4, 5, 5, 5])
    stage.close(wave, kari)

    kari.client.post(world.url(f"plan/mal/{measured.pk}/utgangspunkt/"))

    baseline = Baseline.objects.get()
    assert (baseline.mean, baseline.answers) == (Decimal("3.50"), 16)
    assert "3,50 i snitt, 16 svar" in kari.client.get(world.url(f"plan/mal/{measured.pk}/")).text


def test_what_the_release_hides_stays_hidden(world: World, kari: Member, measured: Goal):
    wave = stage.plan(world, kari, opened=True)
    stage.answer(wave, world.school.place, kari, [2, 3, 4])
    stage.close(wave, kari)

    kari.client.post(world.url(f"plan/mal/{measured.pk}/utgangspunkt/"))

    assert Baseline.objects.get().mean is None


def test_a_hidden_baseline_is_said_to_be_hidden_and_never_nought(world: World, kari: Member, measured: Goal):
    actions.record_baseline(measured, HIDDEN, by=kari.person, at=NOW)

    page = kari.client.get(world.url(f"plan/mal/{measured.pk}/")).text
    assert "skjult, fordi det var for få svar" in page
    assert "0 i snitt" not in page


def test_those_who_do_not_see_releases_do_not_see_the_baseline(
    world: World, nils: Member, kari: Member, measured: Goal
):
    actions.record_baseline(measured, SHOWN, by=kari.person, at=NOW)

    assert "19 svar" not in nils.client.get(world.url(f"plan/mal/{measured.pk}/")).text


def test_only_those_who_steer_take_in_a_baseline(world: World, ola: Member, ute: Member, measured: Goal):
    url = world.url(f"plan/mal/{measured.pk}/utgangspunkt/")

    assert (ola.client.post(url).status_code, ute.client.post(url).status_code) == (403, 404)
