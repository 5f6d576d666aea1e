"""Released figures become findings, and leaders and staff stand side by side."""

import pytest
from django.utils import timezone

from conftest import Member, World
from sloyfe.cycle.needs.models import Figure, Finding
from sloyfe.surveys.actions import sharing
from sloyfe.surveys.models import Wave
from sloyfe.surveys.tests import stage

STORY = {"title": "Tid", "theme": "other", "story": "Tiden går.", "anonymised": "on"}


@pytest.fixture
def wave(world: World, kari: Member) -> Wave:
    """A staff survey that is closed: eighteen at the school, eight at the kindergarten."""
    wave = stage.plan(world, kari, opened=True)
    stage.answer(wave, world.school.place, kari, [1, 2, 3, 4, 5, 5] * 3)
    stage.answer(wave, world.kindergarten.place, kari, [1, 2, 3, 4, 5, 1, 2, 3])
    closed: Wave = stage.close(wave, kari)
    return closed


def test_before_the_survey_is_closed_there_is_nothing_to_choose(world: World, ola: Member):
    assert "Ingen tall ennå" in ola.client.get(world.url("behov/funn/tall/")).text


def test_a_leader_builds_on_a_figure_of_the_unit(world: World, ola: Member, wave: Wave):
    place = world.school.place_id
    url = world.url(f"behov/funn/tall/{wave.pk}/C3/?sted={place}")
    page = ola.client.post(url, {**STORY, "place": str(place)}, follow=True)

    [figure] = Figure.objects.select_related("finding")
    assert (figure.wave_id, figure.item, figure.place_id) == (wave.pk, "C3", place)
    assert figure.finding.place_id == place
    assert "Vi har nok felles tid" in page.text
    assert "Tiden går." in page.text


def test_a_finding_shows_a_units_figure_only_to_those_whom_the_unit_lets_see_it(
    world: World, ola: Member, nils: Member, kari: Member, wave: Wave
):
    place = world.school.place_id
    url = world.url(f"behov/funn/tall/{wave.pk}/C3/?sted={place}")
    ola.client.post(url, {**STORY, "place": str(place)})
    page = world.url(f"behov/funn/{Finding.objects.in_space(world.space).get().pk}/")

    assert "enheten har ikke delt tallet" in kari.client.get(page).text
    assert "ikkje delt talet" not in nils.client.get(page).text

    sharing.share_figures(wave, world.school.place, by=ola.person, at=timezone.now())
    assert "enheten har ikke delt tallet" not in kari.client.get(page).text


def test_a_figure_may_wait_for_its_story(world: World, ola: Member, wave: Wave):
    url = world.url(f"behov/funn/tall/{wave.pk}/C3/")
    page = ola.client.post(url, {**STORY, "story": "", "anonymised": "", "place": str(world.space.pk)}, follow=True)

    assert "Uten den kan det ikke begrunne en prioritering" in page.text


def test_the_figure_of_a_unit_is_not_taken_out_of_it(world: World, ola: Member, wave: Wave):
    url = world.url(f"behov/funn/tall/{wave.pk}/C3/?sted={world.school.place_id}")

    assert ola.client.post(url, {**STORY, "place": str(world.space.pk)}).status_code == 422
    assert not Finding.objects.in_space(world.space).exists()


def test_a_hidden_figure_says_why_and_cannot_be_chosen(world: World, ola: Member, wave: Wave):
    page = ola.client.get(world.url(f"behov/funn/tall/?sted={world.school.place_id}")).text

    assert "Lederen min følger opp at det blir gjort.: vises bare for hele nettverket" in page
    assert f"{wave.pk}/C4/" not in page
    assert f"{wave.pk}/C3/" in page


def test_a_hidden_figure_is_refused_even_when_its_address_is_known(world: World, ola: Member, wave: Wave):
    place = world.school.place_id
    page = ola.client.post(world.url(f"behov/funn/tall/{wave.pk}/C4/?sted={place}"), {**STORY, "place": str(place)})

    assert page.status_code == 409
    assert "Tiden går." in page.text
    assert not Finding.objects.in_space(world.space).exists()


def test_the_figures_of_another_unit_are_not_found(world: World, ola: Member, wave: Wave):
    url = world.url(f"behov/funn/tall/{wave.pk}/C3/?sted={world.kindergarten.place_id}")

    assert ola.client.get(url).status_code == 404


def test_staff_and_outsiders_do_not_choose_figures(world: World, nils: Member, ute: Member, wave: Wave):
    for path in ("", f"{wave.pk}/C3/"):
        assert nils.client.get(world.url(f"behov/funn/tall/{path}")).status_code == 403
        assert ute.client.get(world.url(f"behov/funn/tall/{path}")).status_code == 404


def test_leaders_and_staff_stand_side_by_side_for_the_whole_network(
    world: World, siri: Member, ute: Member, wave: Wave
):
    page = siri.client.get(world.url("behov/blikk/"))

    assert page.status_code == 200
    assert "Trygg i dag" in page.text
    assert world.school.organisation.name not in page.text
    assert ute.client.get(world.url("behov/blikk/")).status_code == 404
