"""Never more codes, and never more answers, than people asked; and nothing that tells how many have answered."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from conftest import Member, World, seat
from sloyfe.access.roles import Role
from sloyfe.people.models import Letter
from sloyfe.surveys import queries
from sloyfe.surveys.actions import answering, inviting
from sloyfe.surveys.models import Addressee, Code, Envelope
from sloyfe.surveys.tests.stage import answers_for, codes, plan


@pytest.fixture
def wave(world: World, kari: Member):
    return plan(world, kari, opened=True, asked={world.school.place: 6, world.kindergarten.place: 20})


def make(world, kari, wave, count, **more):
    sent = {"place": str(world.school.place.pk), "count": str(count), **more}
    return kari.client.post(world.url(f"undersokelser/{wave.pk}/kodelapper/"), sent)


def made(page):
    return [code.replace("-", "") for code in dict.fromkeys(re.findall(r"\b[A-Z2-9]{5}-[A-Z2-9]{5}\b", page.text))]


def send(wave, code):
    return Client().post(f"/svar/{code}/", answers_for(wave))


def test_there_are_never_more_codes_than_people(world, wave, kari):
    first, over, rest = (make(world, kari, wave, count) for count in (4, 3, 2))

    assert (first.status_code, over.status_code, rest.status_code) == (200, 409, 200)
    assert "flere koder ute enn det spørres folk" in over.text
    assert 'value="3"' in over.text
    assert Code.objects.count() == 6


def test_new_codes_for_lost_ones_make_the_unused_void(world, wave, kari):
    old = made(make(world, kari, wave, 6))
    used, lost = old[:2], old[2:]
    assert {send(wave, code).status_code for code in used} == {200}
    new = made(make(world, kari, wave, 6, void="on"))

    assert {send(wave, code).status_code for code in lost} == {404}
    assert [send(wave, code).status_code for code in new] == [200] * 4 + [409] * 2
    assert "så mange svar som det spørres folk på stedet" in send(wave, new[5]).text
    assert Envelope.objects.count() == 6


def test_the_last_answer_too_many_keeps_what_was_typed(world, wave, kari):
    for code in made(make(world, kari, wave, 6)):
        send(wave, code)
    (extra,) = made(make(world, kari, wave, 1, void="on"))
    page = Client().post(f"/svar/{extra}/", answers_for(wave) | {"C6": "Mer tid sammen"})

    assert page.status_code == 409
    assert "Mer tid sammen" in page.text


def test_what_the_page_says_is_out_does_not_tell_how_many_have_answered(world, wave, kari):
    url = world.url(f"undersokelser/{wave.pk}/kodelapper/")
    old = made(make(world, kari, wave, 6))
    before = cells(kari.client.get(url))
    for code in old[:4]:
        send(wave, code)
    after = cells(kari.client.get(url))
    voided = made(make(world, kari, wave, 3, void="on"))

    assert before == after
    assert len(voided) == 3
    assert cells(kari.client.get(url))[0] == ("6", "3")


def test_a_leader_makes_no_codes_for_the_own_unit(world, wave, ola):
    seat(ola.person, world.space, Role.COORDINATOR)
    slips = make(world, ola, wave, 2)
    sent = {"place": str(world.school.place.pk), "addresses": "ola@privat.example.org"}
    letters = ola.client.post(world.url(f"undersokelser/{wave.pk}/lenker/"), sent)

    assert (slips.status_code, letters.status_code) == (409, 409)
    assert "Du leder dette stedet" in slips.text
    assert "ola@privat.example.org" in letters.text
    assert (Code.objects.count(), Letter.objects.count()) == (0, 0)


def test_links_may_be_sent_again_and_the_old_ones_stop_working(world, wave, kari, client):
    sent = {"place": str(world.school.place.pk), "addresses": "a@example.org b@example.org"}
    url = world.url(f"undersokelser/{wave.pk}/lenker/")
    kari.client.post(url, sent)
    old = links()
    assert kari.client.post(url, sent).status_code == 409
    kari.client.post(url, {**sent, "void": "on"})
    new = links() - old

    assert {client.get(link).status_code for link in old} == {404}
    assert {client.get(link).status_code for link in new} == {200}
    assert (len(old), len(new), Addressee.objects.count()) == (2, 2, 2)


def test_a_code_voided_while_somebody_was_answering_is_told(world, wave, kari):
    (code,) = codes(wave, world.school.place, kari, 1)
    held = queries.code(inviting.digest(code))
    inviting.make_codes(held.wave_place, 1, by=kari.person, at=timezone.now(), void=True)

    with pytest.raises(answering.CodeReplaced, match="Kodene på stedet er byttet ut"):
        answering.submit_answer(held, {"B1": 3}, role_group="", on=timezone.localdate())
    assert Envelope.objects.count() == 0


def links():
    return {link for letter in Letter.objects.all() for link in re.findall(r"/svar/\w+/", letter.body)}


def cells(page):
    rows = re.findall(r'<td class="numeric">(\d+)</td><td class="numeric">(\d+)</td>', page.text)
    return sorted(rows, key=lambda row: int(row[0]))
