"""A link by e-mail: in the reader's language, and all the way to the answer."""

import re

import pytest
from django.test import Client

from conftest import Member, World
from sloyfe.people.models import Letter
from sloyfe.surveys.models import Reminder
from sloyfe.surveys.tests.stage import answers_for, close, figure, plan

FIVE = ["ola.ny@example.org", "b@example.org", "c@example.org", "d@example.org", "e@example.org"]


@pytest.fixture
def wave(world: World, kari: Member):
    return plan(world, kari, opened=True)


def send(world, wave, kari, addresses, rest="lenker/"):
    told = {"place": str(world.school.place.pk), "addresses": "\n".join(addresses)}
    return kari.client.post(world.url(f"undersokelser/{wave.pk}/{rest}"), told, follow=True)


def links(letter):
    return re.findall(r"https?://[^/]+(/svar/\S+)", letter.body)


def test_the_link_in_the_letter_opens_the_form_and_the_answer_counts(world, wave, kari):
    assert "5 lenker er sendt" in send(world, wave, kari, FIVE).text
    for step, letter in enumerate(Letter.objects.order_by("to"), start=1):
        reader, (address, _nynorsk) = Client(), links(letter)
        assert wave.instrument.title.read("nb") in reader.get(address).text
        assert reader.post(address, answers_for(wave, step, language="nb")).status_code == 200
        assert reader.get(address).status_code == 409

    assert figure(close(wave, kari), "B1").shown.n == 5


def test_whoever_has_an_account_is_written_to_in_its_language_whatever_the_senders_is(world, wave, kari, nils):
    nils.person.language = "nn"
    nils.person.save(update_fields=["language"])
    send(world, wave, kari, [nils.person.email.upper()])
    letter = Letter.objects.get()

    assert (letter.language, letter.subject.split(":")[0]) == ("nn", "Invitasjon")
    assert "Du er invitert til å svare på" in letter.body
    assert "Opne lenkja for å svare" in letter.body
    assert "Åpne lenken" not in letter.body
    (address,) = links(letter)
    assert '<html lang="nn' in Client().get(address).text


def test_whoever_has_none_is_written_to_in_both_languages_with_the_same_code(world, wave, kari):
    send(world, wave, kari, ["ukjent@example.org"])
    letter = Letter.objects.get()
    bokmal, nynorsk = links(letter)

    assert "Åpne lenken for å svare" in letter.body
    assert "Opne lenkja for å svare" in letter.body
    assert bokmal.partition("?")[0] == nynorsk.partition("?")[0]
    assert '<html lang="nb' in Client().get(bokmal).text
    assert '<html lang="nn' in Client().get(nynorsk).text


def test_the_reminder_speaks_the_same_language_as_the_invitation(world, wave, kari, nils):
    nils.person.language = "nn"
    nils.person.save(update_fields=["language"])
    send(world, wave, kari, [nils.person.email, "ukjent@example.org"])
    send(world, wave, kari, [], "paminnelse/")
    reminders = {letter.to: letter.body for letter in Letter.objects.filter(once__contains=":reminder:")}

    assert "Har du svart, kan du sjå bort" in reminders[nils.person.email]
    assert "Har du svart, kan du se bort" not in reminders[nils.person.email]
    for words in ("kan du se bort", "kan du sjå bort"):
        assert words in reminders["ukjent@example.org"]


def test_the_one_reminder_is_not_spent_on_nobody(world, wave, kari):
    assert "Minn alle på undersøkelsen" not in kari.client.get(world.url(f"undersokelser/{wave.pk}/")).text
    page = send(world, wave, kari, [], "paminnelse/")

    assert (page.status_code, "ingen å minne på" in page.text) == (409, True)
    assert not Reminder.objects.exists()


def test_the_page_of_an_open_survey_says_what_each_way_is_for(world, wave, kari):
    page = kari.client.get(world.url(f"undersokelser/{wave.pk}/")).text

    for words in ("Kodelapper på papir", "Lenker på e-post", "Én lenke i et personalmøte"):
        assert words in page
    for place in (world.school.place, world.kindergarten.place):
        assert f"Møtelenke for {place.title}" in page
