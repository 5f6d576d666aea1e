"""Writing a questionnaire from a ready-made one, and planning a wave of it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from conftest import Member, World
from sloyfe.surveys.actions import running
from sloyfe.surveys.models import Instrument, Item, Wave
from sloyfe.surveys.tests.stage import THEMES, plan, questionnaire, read_again


@pytest.fixture
def instrument(world: World, kari: Member):
    kari.client.post(world.url("sporreskjema/"), {"template": "staff", "themes": list(THEMES)})
    return Instrument.objects.in_space(world.space).get()


def test_the_staff_survey_asks_twice_about_each_chosen_theme(instrument):
    keys = list(instrument.items.filter(section="A").values_list("key", flat=True))

    assert keys == [f"{side}.{theme}" for theme in sorted(THEMES, key=order) for side in ("A1", "A2")]
    assert instrument.items.get(key="A2.transitions").wording.read("nn").endswith("lære meir om overgangar?")


def test_three_themes_are_too_few_and_the_choice_is_kept(world, kari):
    page = kari.client.post(world.url("sporreskjema/"), {"template": "staff", "themes": list(THEMES[:3])})

    assert page.status_code == 409
    assert "Velg fra fire til åtte temaer" in page.text
    assert page.text.count("checked") == 4
    assert not Instrument.objects.in_space(world.space).exists()


def test_a_question_is_rewritten_in_both_languages_side_by_side(world, kari, instrument):
    item = instrument.items.get(key="B1")
    url = world.url(f"sporreskjema/{instrument.pk}/punkter/{item.pk}/")
    sent = {"wording_nb": "Vi deler.", "wording_nn": "Vi deler alt.", "section": "B", "kind": "scale", "version": "1"}
    kari.client.post(url, sent)
    item.refresh_from_db()

    assert (item.wording.read("nb"), item.wording.read("nn"), item.version) == ("Vi deler.", "Vi deler alt.", 2)


def test_two_who_edit_one_question_see_both_texts(world, kari, instrument):
    item = instrument.items.get(key="B1")
    url = world.url(f"sporreskjema/{instrument.pk}/punkter/{item.pk}/")
    sent = {"wording_nb": "Først", "section": "B", "kind": "scale", "version": "1"}
    kari.client.post(url, sent)
    page = kari.client.post(url, sent | {"wording_nb": "Sist"})

    assert page.status_code == 409
    assert "Først" in page.text
    assert "Sist" in page.text


def test_choices_must_be_as_many_in_both_languages(world, kari, instrument):
    sent = {"wording_nb": "Når?", "section": "C", "kind": "choice", "options_nb": "Nå\nSenere", "options_nn": "No"}
    page = kari.client.post(world.url(f"sporreskjema/{instrument.pk}/punkter/"), sent)

    assert page.status_code == 422
    assert "ikke like mange valg" in page.text
    assert "Senere" in page.text


def test_a_question_of_our_own_is_added_moved_and_taken_out(world, kari, instrument):
    base = f"sporreskjema/{instrument.pk}/punkter/"
    sent = {
        "wording_nb": "Når?",
        "section": "B",
        "kind": "choice",
        "options_nb": "Nå\nSenere",
        "options_nn": "No\nSeinare",
    }
    kari.client.post(world.url(base), sent)
    own = instrument.items.get(key="E1")
    in_b = instrument.items.filter(section="B").exclude(position=None)
    assert [item.key for item in in_b][-2:] == ["B7", "E1"]

    kari.client.post(world.url(f"{base}{own.pk}/flytting/"), {"direction": "up"})
    assert [item.key for item in in_b.all()][-2:] == ["E1", "B7"]

    kari.client.post(world.url(f"{base}{own.pk}/fjerning/"))
    assert Item.objects.get(pk=own.pk).position is None
    assert "Når?" in kari.client.get(world.url(f"sporreskjema/{instrument.pk}/")).text

    kari.client.post(world.url(f"{base}{own.pk}/fjerning/"), {"out": "0"})
    assert [item.key for item in in_b.all()][-2:] == ["B7", "E1"]


def test_a_question_that_was_asked_keeps_its_key_when_taken_out(world, kari):
    wave = plan(world, kari, opened=True)
    item = wave.instrument.items.get(key="B1")
    kari.client.post(world.url(f"sporreskjema/{wave.instrument_id}/punkter/{item.pk}/fjerning/"))
    item.refresh_from_db()

    assert item.position is None
    assert "B1" in {question.key for question in questionnaire(wave).questions}


def test_an_unchanged_question_keeps_its_version_and_a_changed_one_gets_a_new(world, kari):
    first = plan(world, kari, opened=True)
    first.instrument.items.filter(key="B2").update(limit=7)
    today, now = timezone.localdate(), timezone.now()
    second = running.plan_wave(
        space=world.space,
        instrument=first.instrument,
        asked={world.school.place: 9},
        opens_on=today,
        closes_on=today,
        deletes_on=today,
        fewest_scale=5,
        fewest_text=10,
        by=kari.person,
        at=now,
    )
    running.open_wave(second, by=kari.person, at=now)
    old = {question.key: question.version for question in questionnaire(first).questions}
    new = {question.key: question.version for question in questionnaire(second).questions}

    assert {key for key in old if old[key] != new[key]} == {"B2"}


def test_the_preview_can_be_read_in_either_language(world, kari, instrument):
    url = world.url(f"sporreskjema/{instrument.pk}/forhandsvisning/side/")

    assert "Kor trygg er du i dag på overgangar?" in kari.client.get(url, {"sprak": "nn"}).text
    assert "Hvor trygg er du i dag på overganger?" in kari.client.get(url, {"sprak": "nb"}).text


def test_a_wave_needs_somebody_to_ask(world, kari, instrument):
    page = kari.client.post(world.url(f"sporreskjema/{instrument.pk}/gjennomforinger/"), days())

    assert page.status_code == 409
    assert "Velg minst ett sted" in page.text


def test_the_smallest_group_is_never_under_five(world, kari, instrument):
    sent = days() | {"fewest_scale": "4", f"place_{world.school.place.pk.hex}": "12"}
    page = kari.client.post(world.url(f"sporreskjema/{instrument.pk}/gjennomforinger/"), sent)

    assert page.status_code == 422
    assert not Wave.objects.in_space(world.space).exists()


def test_once_open_thresholds_only_rise(world, kari):
    wave = plan(world, kari, opened=True, fewest_scale=7)
    url = world.url(f"undersokelser/{wave.pk}/plan/")
    lower = kari.client.post(url, days() | {"fewest_scale": "6", "version": "1"})
    higher = kari.client.post(url, days() | {"fewest_scale": "8", "version": "1"})

    assert (lower.status_code, higher.status_code) == (409, 302)
    assert "kan bare bli større" in lower.text
    assert read_again(wave).fewest_scale == 8


def days():
    today = timezone.localdate()
    return {
        "opens_on": f"{today}",
        "closes_on": f"{today + timedelta(days=10)}",
        "deletes_on": f"{today + timedelta(days=100)}",
        "fewest_scale": "5",
        "fewest_text": "10",
    }


def order(theme):
    return ["language_environment", "home_cooperation", "transitions", "play_and_exploration"].index(theme)


def test_an_empty_questionnaire_is_named_and_needs_no_introduction(world, kari):
    missing = kari.client.post(world.url("sporreskjema/"), {"template": "empty"})
    kari.client.post(
        world.url("sporreskjema/"),
        {"template": "empty", "title_nb": "Vårt", "title_nn": "Vårt", "audience": "leaders"},
    )
    made = Instrument.objects.in_space(world.space).get()
    sent = {"title_nb": "Vårt eget", "title_nn": "Vårt eige", "version": "1"}
    answer = kari.client.post(world.url(f"sporreskjema/{made.pk}/tekster/"), sent)
    made.refresh_from_db()

    assert (missing.status_code, answer.status_code) == (422, 302)
    assert "Gi skjemaet en tittel" in missing.text
    assert (made.audience, made.title.read("nn")) == ("leaders", "Vårt eige")
