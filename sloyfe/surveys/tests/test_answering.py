"""Answering on a phone without an account and without JavaScript."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from conftest import World
from sloyfe.surveys.models import Code, Envelope
from sloyfe.surveys.tests.stage import answers_for, codes, plan, questionnaire

TODAY = timezone.localdate


@pytest.fixture
def wave(world: World, kari):
    return plan(world, kari, opened=True)


@pytest.fixture
def code(wave, world, kari):
    return codes(wave, world.school.place, kari, 1)[0]


def test_a_code_from_a_slip_leads_to_the_questionnaire(client, wave, code):
    typed = f"{code[:5].lower()} - {code[5:].lower()}"
    page = client.post("/svar/", {"code": typed})

    assert page.headers["Location"] == f"/svar/{code}/"
    assert "Hvor trygg er du i dag på lek og utforsking?" in client.get(f"/svar/{code}/").text


def test_the_promises_stand_before_the_questions(client, code):
    page = client.get(f"/svar/{code}/").text

    for promise in ("frivillig", "minst 5", "minst 10", "Det leses først av koordinatoren", "slettes", "30 i alt"):
        assert page.index(promise) < page.index("<fieldset")


def test_an_answer_is_received_once(client, wave, code):
    sent = answers_for(wave)
    first = client.post(f"/svar/{code}/", sent)
    second = client.post(f"/svar/{code}/", sent)

    assert (first.status_code, second.status_code) == (200, 409)
    assert "Takk for svaret" in first.text
    assert "er mottatt" in second.text
    assert Envelope.objects.filter(wave=wave).count() == 1


def test_a_wrong_code_gets_a_sentence_and_a_new_try(client, wave):
    page = client.get("/svar/AAAAABBBBB/")

    assert page.status_code == 404
    assert "skrivefeil" in page.text
    assert 'name="code"' in page.text


def test_a_code_that_stopped_working_gives_the_words_back(client, wave):
    page = client.post("/svar/AAAAABBBBB/", answers_for(wave) | {"C6": "Det jeg hadde skrevet"})

    assert page.status_code == 404
    assert "Det jeg hadde skrevet" in page.text


def test_a_code_of_the_wrong_length_is_not_looked_up(client, wave):
    page = client.post("/svar/", {"code": "ABC"})

    assert page.status_code == 422
    assert "Koden er på ti tegn" in page.text
    assert 'value="ABC"' in page.text


def test_after_the_last_day_nothing_is_taken(client, wave, code):
    wave.opens_on = TODAY() - timedelta(days=30)
    wave.closes_on = TODAY() - timedelta(days=1)
    wave.save(update_fields=["opens_on", "closes_on"])
    page = client.post(f"/svar/{code}/", answers_for(wave) | {"C6": "Det jeg hadde skrevet"})

    assert page.status_code == 409
    assert "ikke åpen nå" in page.text
    assert "Det jeg hadde skrevet" in page.text
    assert Envelope.objects.count() == 0
    assert Code.objects.filter(spent=True).count() == 0


def test_wrong_input_keeps_everything_that_was_typed(client, wave, code):
    sent = answers_for(wave) | {"C6": "x" * 401, "C5": ["reading", "visits", "network"]}
    page = client.post(f"/svar/{code}/", sent)

    assert page.status_code == 422
    assert "Kort den ned til 400" in page.text
    assert "Kryss av for høyst 2" in page.text
    assert "x" * 401 in page.text
    assert page.text.count("checked") == sum(key not in ("C5", "C6", "C7") for key in sent) + 3
    assert Code.objects.filter(spent=True).count() == 0


def test_an_empty_answer_does_not_spend_the_code(client, code):
    page = client.post(f"/svar/{code}/", {})

    assert page.status_code == 422
    assert "Du har ikke svart på noe ennå" in page.text
    assert Code.objects.filter(spent=True).count() == 0


def test_switching_language_keeps_what_was_answered(client, wave, code):
    page = client.post(f"/svar/{code}/", answers_for(wave) | {"C6": "Mer tid", "language": "nb", "switch": "nn"})

    assert page.status_code == 200
    assert "Kor trygg er du i dag på leik og utforsking?" in page.text
    assert "Send svaret" in page.text
    assert "Mer tid" in page.text
    assert '<html lang="nn"' in page.text
    assert Envelope.objects.count() == 0


def test_no_cookie_is_set_and_no_script_is_needed(code, wave):
    client = Client(enforce_csrf_checks=True)
    client.get(f"/svar/{code}/")
    page = client.post(f"/svar/{code}/", answers_for(wave))

    assert page.status_code == 200
    assert not client.cookies


def test_a_complete_answer_costs_at_most_six_statements(client, wave, code, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        client.get(f"/svar/{code}/")
        client.post(f"/svar/{code}/", answers_for(wave))


def test_what_the_database_holds_after_an_answer_says_nothing_about_it(client, world, wave, code, nils):
    words = "Noe helt særegent om tirsdager"
    client.post(f"/svar/{code}/", answers_for(wave) | {"C6": words, "role_group": "teaching"})
    held = dump("surveys_envelope", "surveys_answer", "surveys_code", "surveys_addressee")
    sealed = bytes(Envelope.objects.get().sealed)

    for secret in (code, words, "teaching", nils.person.email, str(world.school.place.title)):
        assert secret not in held
        assert secret.encode() not in sealed
    assert world.school.place.pk.hex not in dump("surveys_envelope")
    assert {column for (column,) in columns("surveys_envelope")} == {"id", "wave_id", "sealed"}


def test_every_envelope_has_the_same_size(client, world, wave, kari):
    short, long = codes(wave, world.school.place, kari, 2)
    client.post(f"/svar/{short}/", {"B1": "3"})
    client.post(f"/svar/{long}/", answers_for(wave) | {"C6": "æ" * 400, "C7": '"' * 400})

    assert len({len(bytes(row.sealed)) for row in Envelope.objects.all()}) == 1


def test_the_longest_answer_fits_its_envelope(client, world, wave, kari):
    (code,) = codes(wave, world.school.place, kari, 1)
    page = client.post(f"/svar/{code}/", answers_for(wave) | {"C6": "\U0001f600" * 400, "C7": "\n" * 10 + "😀" * 390})

    assert page.status_code == 200


def test_the_frozen_questionnaire_stands_while_the_draft_is_changed(client, wave, code):
    wave.instrument.items.filter(key="B1").update(position=None)

    assert "Vi setter av tid" in client.get(f"/svar/{code}/").text
    assert questionnaire(wave)


def columns(table):
    with connection.cursor() as cursor:
        return [(one.name,) for one in connection.introspection.get_table_description(cursor, table)]


def dump(*tables):
    with connection.cursor() as cursor:
        held = []
        for table in tables:
            cursor.execute(f"SELECT * FROM {table}")  # noqa: S608 - names from the test itself
            held += [repr(row) for row in cursor.fetchall()]
    return json.dumps(held, ensure_ascii=False)
