"""Signing in by e-mailed code."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client

from conftest import NOW, Member, member
from sloyfe.people import actions
from sloyfe.people.models import Dispatch, Letter, Person, SignInCode


@pytest.fixture
def kari(db: None) -> Member:
    return member("Kari Eide", "kari@example.org", "nn")


def posted_code() -> str:
    found = re.search(r"[A-Z2-9]{4}-[A-Z2-9]{4}", Letter.objects.get().body)
    assert found is not None
    return found.group()


def test_a_code_from_the_inbox_signs_in_and_leads_where_one_was_heading(kari: Member, client: Client):
    client.post("/inn/", {"email": "Kari@Example.org", "next": "/p/lesing/"})
    page = client.post("/inn/kode/", {"email": "kari@example.org", "code": posted_code().lower(), "next": "/p/lesing/"})

    assert page.headers["Location"] == "/p/lesing/"
    assert client.session["_auth_user_id"] == str(kari.person.pk)


def test_the_letter_comes_in_the_language_of_its_reader(kari: Member, client: Client):
    client.post("/inn/", {"email": "kari@example.org"})

    assert "Har du ikkje bedt om han" in Letter.objects.get().body


def test_a_stranger_is_told_the_same_and_gets_nothing(db: None, client: Client):
    page = client.post("/inn/", {"email": "ukjent@example.org"})

    assert page.status_code == 302
    assert Letter.objects.count() == 0


def test_a_code_works_once_and_only_for_fifteen_minutes(kari: Member):
    actions.ask_for_code("kari@example.org", language="nb", at=NOW)
    code = posted_code()
    with pytest.raises(actions.WrongCode):
        actions.sign_in_with_code("kari@example.org", code, at=NOW + timedelta(minutes=16))
    actions.sign_in_with_code("kari@example.org", code, at=NOW)
    with pytest.raises(actions.WrongCode):
        actions.sign_in_with_code("kari@example.org", code, at=NOW)


def test_five_wrong_tries_spend_a_code(kari: Member):
    actions.ask_for_code("kari@example.org", language="nb", at=NOW)
    for _try in range(5):
        with pytest.raises(actions.WrongCode):
            actions.sign_in_with_code("kari@example.org", "AAAA-AAAA", at=NOW)
    with pytest.raises(actions.WrongCode):
        actions.sign_in_with_code("kari@example.org", posted_code(), at=NOW)


def test_an_inbox_cannot_be_flooded(kari: Member, client: Client):
    for _time in range(actions.CODES_PER_HOUR):
        client.post("/inn/", {"email": "kari@example.org"})
    page = client.post("/inn/", {"email": "kari@example.org"})

    assert page.status_code == 429
    assert "Vent litt" in page.text
    assert Letter.objects.count() == SignInCode.objects.count() == actions.CODES_PER_HOUR


def test_nobody_is_led_to_another_site(kari: Member):
    page = kari.client.post("/sprak/", {"language": "nb", "next": "https://example.com/"})

    assert page.headers["Location"] == "/"


def test_the_language_is_remembered_with_the_person(kari: Member):
    kari.client.post("/sprak/", {"language": "nb", "next": "/"})

    assert Person.objects.get(pk=kari.person.pk).language == "nb"


def test_without_an_account_the_browser_remembers(db: None, client: Client):
    client.post("/sprak/", {"language": "nn", "next": "/inn/"})

    assert 'lang="nn"' in client.get("/inn/").text


def test_a_letter_is_sent_at_most_once(kari: Member):
    actions.ask_for_code("kari@example.org", language="nb", at=NOW)
    actions.deliver_letters(at=NOW)
    actions.deliver_letters(at=NOW)

    assert len(mail.outbox) == 1
    assert Dispatch.objects.get().outcome == "sent"


def test_a_letter_that_may_have_been_sent_is_not_sent_again(kari: Member):
    actions.ask_for_code("kari@example.org", language="nb", at=NOW)
    Dispatch.objects.create(letter=Letter.objects.get(), begun_at=NOW)
    actions.deliver_letters(at=NOW)

    assert mail.outbox == []


def test_what_was_written_after_the_session_ended_is_shown_and_not_lost(db: None, client: Client):
    page = client.post("/p/lesing/forventninger/", {"words_nb": "Vi vil møtes hver uke", "party": "3"})

    assert page.status_code == 401
    assert "Vi vil møtes hver uke" in page.text
    assert "/inn/?neste=%2Fp%2Flesing%2Fforventninger%2F" in page.text


def test_without_words_to_lose_one_is_sent_straight_to_the_door(db: None, client: Client):
    page = client.post("/p/lesing/forventninger/", {"party": "3"})

    assert page.headers["Location"] == "/inn/?neste=%2Fp%2Flesing%2Fforventninger%2F"
    assert "rett dit" in client.get(page.headers["Location"]).text


def test_after_signing_in_again_one_is_back_on_the_page_with_the_button(db: None, client: Client):
    before = {"Referer": "http://testserver/p/lesing/oppgaver/?fra=ready.time"}
    page = client.post("/p/lesing/oppgaver/5f0c1a52-8f5e-4d0e-9d1a-0f2f6f3f7a11/status/", {"done": "1"}, headers=before)
    elsewhere = client.post("/p/lesing/parter/", headers={"Referer": "http://annet.example/p/lesing/"})

    assert page.headers["Location"] == "/inn/?neste=%2Fp%2Flesing%2Foppgaver%2F%3Ffra%3Dready.time"
    assert elsewhere.headers["Location"] == "/inn/?neste=%2Fp%2Flesing%2Fparter%2F"
