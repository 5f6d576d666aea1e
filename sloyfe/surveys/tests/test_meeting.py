"""One link on the wall of a staff meeting: for an hour, for as many as are in the room."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from conftest import Member, World
from sloyfe.access.models import AuditEvent
from sloyfe.surveys import queries
from sloyfe.surveys.actions import meeting
from sloyfe.surveys.models import Code, Envelope, MeetingLink
from sloyfe.surveys.tests.stage import answers_for, close, codes, plan


@pytest.fixture
def wave(world: World, kari: Member):
    return plan(world, kari, opened=True, asked={world.school.place: 8, world.kindergarten.place: 20})


def url(world, wave, rest=""):
    return world.url(f"undersokelser/{wave.pk}/steder/{world.school.place.pk}/mote/{rest}")


def open_link(world, wave, who, present=5, **more):
    return who.client.post(url(world, wave), {"present": str(present), **more})


@pytest.fixture
def code(world, wave, ola):
    """What stands on the wall."""
    open_link(world, wave, ola)
    page = ola.client.get(url(world, wave)).text
    return re.search(r"\b([A-Z2-9]{5})-([A-Z2-9]{5})\b", page).expand(r"\1\2")


def fields(client, code):
    """The page's own word, as a browser sends it back."""
    return {"page": re.search(r'name="page" value="(\w+)"', client.get(f"/svar/{code}/?ny=1").text)[1]}


def send(wave, code, client=None, **more):
    client = client or Client()
    return client.post(f"/svar/{code}/", answers_for(wave) | fields(client, code) | more)


def test_the_leader_puts_a_link_on_the_wall_and_the_room_sees_how_many_it_takes(world, wave, ola, code):
    page = ola.client.get(url(world, wave)).text

    assert "Lenken tar imot 5 svar" in page
    assert "<svg" in page
    assert Client().get(f"/svar/{code}/").status_code == 200
    typed = Client().post("/svar/", {"code": f"{code[:5]}-{code[5:]}".lower()})
    assert typed.headers["Location"] == f"/svar/{code}/"


@pytest.fixture
def cast(ola, kari, nils, siri, ute):
    return (ola, kari, nils, siri, ute)


def test_who_may_open_and_end_a_link(world, wave, cast):
    ola, _kari, nils, *_others = cast
    elsewhere = world.url(f"undersokelser/{wave.pk}/steder/{world.kindergarten.place.pk}/mote/")

    assert [who.client.get(url(world, wave)).status_code for who in cast] == [200, 200, 403, 403, 404]
    assert ola.client.post(elsewhere, {"present": "5"}).status_code == 403
    assert nils.client.post(url(world, wave, "slutt/")).status_code == 403
    assert MeetingLink.objects.count() == 0


def test_it_takes_as_many_as_are_in_the_room_and_keeps_the_words_of_the_next(wave, code):
    statuses = [send(wave, code).status_code for _nth in range(5)]
    late = send(wave, code, C6="Det jeg skrev")

    assert statuses == [200] * 5
    assert late.status_code == 409
    assert "så mange svar som det ble sagt at dere er i rommet" in late.text
    assert "Det jeg skrev" in late.text
    assert Envelope.objects.count() == 5


def test_the_room_and_the_slips_together_are_never_more_than_the_people(world, wave, kari, ola):
    codes(wave, world.school.place, kari, 5)
    page = open_link(world, wave, ola, present=5)
    assert page.status_code == 409
    assert "flere koder ute enn det spørres folk" in page.text

    assert open_link(world, wave, ola, present=3).status_code == 302
    assert Code.objects.count() == 8


def test_a_meeting_may_take_the_place_of_the_slips(world, wave, kari, ola):
    used, *lost = codes(wave, world.school.place, kari, 8)
    assert Client().post(f"/svar/{used}/", answers_for(wave)).status_code == 200
    open_link(world, wave, ola, present=8, void="on")
    wall = meeting.link_code(MeetingLink.objects.get())

    assert {Client().get(f"/svar/{code}/").status_code for code in lost} == {404}
    assert [send(wave, wall).status_code for _nth in range(8)] == [200] * 7 + [409]
    assert Envelope.objects.count() == 8


def test_one_link_at_a_time(world, wave, ola, code):
    page = open_link(world, wave, ola, present=2)

    assert page.status_code == 409
    assert "Det står allerede en møtelenke" in page.text
    assert MeetingLink.objects.count() == 1


def test_ended_means_ended_and_nothing_typed_is_lost(world, wave, ola, code):
    client = Client()
    form = fields(client, code)
    ola.client.post(url(world, wave, "slutt/"))
    late = client.post(f"/svar/{code}/", answers_for(wave) | form | {"C6": "Det jeg skrev"})

    assert (late.status_code, client.get(f"/svar/{code}/").status_code) == (409, 409)
    assert "Lenken gjelder ikke lenger" in late.text
    assert "Det jeg skrev" in late.text
    assert Envelope.objects.count() == 0


def test_after_an_hour_it_ends_by_itself(wave, code):
    MeetingLink.objects.update(until=timezone.now() - timedelta(seconds=1))

    assert Client().get(f"/svar/{code}/").status_code == 409
    assert queries.meeting_link(wave.places.get(invited=8), timezone.now()) is None
    assert timedelta(hours=1) == meeting.LASTS


def test_the_same_page_sent_twice_is_one_answer(wave, code):
    client = Client()
    form = fields(client, code)
    first, second = (Client().post(f"/svar/{code}/", answers_for(wave) | form) for _nth in range(2))

    assert (first.status_code, second.status_code) == (200, 409)
    assert "er mottatt" in second.text
    assert Envelope.objects.count() == 1


def test_the_device_remembers_that_somebody_answered_and_lets_the_next_person_in(wave, code):
    client = Client()
    send(wave, code, client)
    again = client.get(f"/svar/{code}/")
    cookie = client.cookies["svart"]

    assert "sendt et svar fra denne telefonen" in again.text
    assert "<fieldset" not in again.text
    assert (cookie.value, cookie["path"], bool(cookie["httponly"])) == ("1", f"/svar/{code}/", True)
    assert "<fieldset" in client.get(f"/svar/{code}/?ny=1").text
    assert send(wave, code, client).status_code == 200


def test_nothing_of_the_link_is_stored_but_a_digest_and_no_code_of_it_can_be_typed(world, wave, ola, code):
    link = MeetingLink.objects.get()
    send(wave, code)

    assert code not in repr(vars(link))
    assert {event.act for event in AuditEvent.objects.filter(about="surveys.MeetingLink")} == {"wave.link_opened"}
    assert {field.name for field in MeetingLink._meta.fields} == {
        "id",
        "wave_place",
        "digest",
        "present",
        "by",
        "at",
        "until",
    }


def test_closing_takes_the_link_and_its_codes(world, wave, kari, code):
    send(wave, code)
    close(wave, kari)

    assert (MeetingLink.objects.count(), Code.objects.count()) == (0, 0)
    assert Client().get(f"/svar/{code}/").status_code == 404


def test_a_named_or_unopened_survey_has_no_link(world, kari, ola):
    named, planned = plan(world, kari, template="leader", opened=True), plan(world, kari)

    assert ola.client.get(url(world, named)).status_code == 404
    assert ola.client.get(url(world, planned)).status_code == 409
