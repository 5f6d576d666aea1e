"""What cannot be meant in a questionnaire gets a sentence; what nobody can see is left out."""

import pytest
from django.test import Client

from conftest import Member, World
from sloyfe.surveys.models import Instrument
from sloyfe.surveys.tests.forms import every_kind
from sloyfe.surveys.tests.stage import codes, plan

LINES = {"options_nb": "Tid\nHjelp\nRo", "options_nn": "Tid\nHjelp\nRo"}


@pytest.fixture
def instrument(world: World, kari: Member):
    return every_kind(world, kari)


def asked(world, kari, instrument, **fields):
    sent = {"wording_nb": "Hva først?", "wording_nn": "Kva fyrst?", "section": "D1", **LINES, **fields}
    return kari.client.post(world.url(f"sporreskjema/{instrument.pk}/punkter/"), sent)


@pytest.mark.parametrize("kind", ["ranking", "choices"])
def test_a_limit_beyond_the_number_of_choices_is_pointed_at(world, kari, instrument, kind):
    page = asked(world, kari, instrument, kind=kind, limit="9")

    assert page.status_code == 422
    assert "Grensen kan ikke være større enn antallet valg" in page.text
    assert 'value="9"' in page.text
    assert asked(world, kari, instrument, kind=kind, limit="3").status_code == 302


def test_signs_that_nobody_sees_are_left_out_of_what_is_written(world, kari):
    told = {"template": "empty", "title_nb": "Trivsel\x00 her\x1f", "title_nn": "Trivsel\x0bher", "audience": "staff"}
    made = kari.client.post(world.url("sporreskjema/"), told)

    assert made.status_code == 302
    title = Instrument.objects.in_space(world.space).get().title
    assert (title.read("nb"), title.read("nn")) == ("Trivsel her", "Trivsel her")


@pytest.mark.parametrize("address", ["sporreskjema/{}/bank/?ord=a%00b", "sporreskjema/{}/forhandsvisning/?sprak=%00"])
def test_such_a_sign_in_an_address_breaks_no_page(world, kari, instrument, address):
    assert kari.client.get(world.url(address.format(instrument.pk))).status_code in (200, 422)


def test_the_list_of_what_is_wrong_names_the_question_it_is_about(world, kari, instrument):
    wave = plan(world, kari, instrument=instrument, opened=True)
    (code,) = codes(wave, world.school.place, kari, 1)
    page = Client().post(f"/svar/{code}/", {"E6": "mange", "E7": "Dette\x00 skal stå"})
    listed = page.text.partition("ds-error-summary")[2].partition("</ul>")[0]

    assert page.status_code == 422
    assert "«Hvor mange?»: Skriv et helt tall" in listed
    assert "skal stå" in page.text


def test_the_introduction_says_the_day_on_which_single_answers_go(world, kari):
    wave = plan(world, kari, opened=True)
    (code,) = codes(wave, world.school.place, kari, 1)
    page = Client().get(f"/svar/{code}/").text

    assert f"{wave.deletes_on.day}. " in page
    assert "{dat" not in page
