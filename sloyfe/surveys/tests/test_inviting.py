"""Codes on paper and by e-mail; nobody knows who got which, or who has answered."""

import re

import pytest

from conftest import NOW, Member, World
from sloyfe.access.models import AuditEvent
from sloyfe.people.models import Dispatch, Letter
from sloyfe.surveys.actions import inviting
from sloyfe.surveys.models import Addressee, Code
from sloyfe.surveys.tests.stage import codes, plan


@pytest.fixture
def wave(world: World, kari: Member):
    return plan(world, kari, opened=True)


def test_slips_are_shown_once_with_code_address_and_picture(world, wave, kari):
    url = world.url(f"undersokelser/{wave.pk}/kodelapper/")
    page = kari.client.post(url, {"place": str(world.school.place.pk), "count": "3"})
    shown = re.findall(r"\b[A-Z2-9]{5}-[A-Z2-9]{5}\b", page.text)

    assert len(set(shown)) == 3
    assert page.text.count("<svg") >= 3
    assert 'style="' not in page.text
    assert not set(shown) & set(re.findall(r"\b[A-Z2-9]{5}-[A-Z2-9]{5}\b", kari.client.get(url).text))


def test_only_digests_of_codes_are_stored(world, wave, kari):
    made = codes(wave, world.school.place, kari, 3)

    assert not set(made) & set(Code.objects.values_list("digest", flat=True))
    assert {field.name for field in Code._meta.fields} == {
        "id",
        "wave",
        "wave_place",
        "meeting_link",
        "digest",
        "spent",
    }


def test_each_address_gets_a_link_of_its_own(world, wave, kari, client):
    sent = {"place": str(world.school.place.pk), "addresses": "a@example.org, B@example.org\na@example.org"}
    kari.client.post(world.url(f"undersokelser/{wave.pk}/lenker/"), sent)
    links = {link for letter in Letter.objects.all() for link in re.findall(r"/svar/\w+/", letter.body)}

    assert sorted(Letter.objects.values_list("to", flat=True)) == ["a@example.org", "b@example.org"]
    assert len(links) == 2
    assert {client.get(link).status_code for link in links} == {200}
    assert {field.name for field in Addressee._meta.fields} == {"id", "wave", "email"}


def test_an_address_that_is_none_is_named_and_nothing_is_lost(world, wave, kari):
    sent = {"place": str(world.school.place.pk), "addresses": "a@example.org\nikke en adresse"}
    page = kari.client.post(world.url(f"undersokelser/{wave.pk}/lenker/"), sent)

    assert page.status_code == 422
    assert "«ikke» er ikke en e-postadresse" in page.text
    assert "a@example.org" in page.text
    assert Letter.objects.count() == 0


def test_everybody_is_reminded_once_without_a_code(world, wave, kari):
    sent = {"place": str(world.school.place.pk), "addresses": "a@example.org b@example.org"}
    kari.client.post(world.url(f"undersokelser/{wave.pk}/lenker/"), sent)
    url = world.url(f"undersokelser/{wave.pk}/paminnelse/")
    first, second = kari.client.post(url), kari.client.post(url)
    reminders = Letter.objects.filter(once__contains=":reminder:")

    assert (first.status_code, second.status_code) == (302, 409)
    assert reminders.count() == 2
    assert not any("/svar/" in letter.body for letter in reminders)


def test_a_link_that_has_been_sent_is_forgotten(world, wave, kari):
    sent = {"place": str(world.school.place.pk), "addresses": "a@example.org b@example.org"}
    kari.client.post(world.url(f"undersokelser/{wave.pk}/lenker/"), sent)
    gone, waiting = Letter.objects.order_by("to")
    Dispatch.objects.create(letter=gone, begun_at=NOW, outcome="sent")

    assert inviting.forget_links() == 1
    assert Letter.objects.get(pk=gone.pk).body == ""
    assert "/svar/" in Letter.objects.get(pk=waiting.pk).body


def test_codes_are_made_for_an_open_wave_only(world, kari):
    wave = plan(world, kari)
    page = kari.client.post(
        world.url(f"undersokelser/{wave.pk}/kodelapper/"), {"place": str(world.school.place.pk), "count": "3"}
    )

    assert page.status_code == 409
    assert Code.objects.count() == 0


def test_the_log_tells_that_codes_were_made_and_nothing_of_them(world, wave, kari):
    made = codes(wave, world.school.place, kari, 2)
    event = AuditEvent.objects.get(act="wave.codes_made")

    assert event.about_key == str(wave.pk)
    assert not any(code in repr(vars(event)) for code in made)
