"""Who reads free text before anybody else: a role that was promised, and never somebody who leads those who wrote."""

from datetime import UTC, timedelta

import pytest
from django.utils import timezone

from conftest import member, seat
from sloyfe.access.models import Seat
from sloyfe.access.roles import Role
from sloyfe.surveys import queries, sealing
from sloyfe.surveys.actions import running
from sloyfe.surveys.models import ReleaseText, Ruling, WaveOpening
from sloyfe.surveys.tests.stage import answer, close, codes, plan, read_again

SPREAD = [1, 2, 3, 4, 5, 1, 2, 3, 4, 5]


def url(world, wave, rest):
    return world.url(f"undersokelser/{wave.pk}/{rest}")


def opening(who, world, wave, **sent):
    return who.client.post(url(world, wave, "apning/"), sent)


def written(world, kari, **more):
    """A closed wave with a free text, screened by the role that was chosen."""
    wave = plan(world, kari)
    running.open_wave(wave, by=kari.person, at=timezone.now(), **more)
    answer(wave, world.school.place, kari, SPREAD, texts=["Mer tid sammen"])
    return close(wave, kari)


def test_the_one_who_opens_chooses_among_those_who_lead_nobody_that_is_asked(world, kari, siri):
    wave = plan(world, kari)
    page = kari.client.get(url(world, wave, "")).text
    assert "koordinatoren for partnerskapet (Kari Eide)" in page
    assert "kompetansepartneren, altså universitetet eller høgskolen (Siri Dal)" in page

    unsaid = opening(kari, world, wave)
    assert unsaid.status_code == 422
    assert "Velg hvem som leser fritekst først." in unsaid.text
    assert not WaveOpening.objects.exists()

    assert opening(kari, world, wave, screened_by="partner").status_code == 302
    assert queries.screener(read_again(wave)) == Role.PARTNER


def test_the_choice_stands_on_the_answering_page_before_the_questions(world, kari, siri, client):
    wave = plan(world, kari)
    opening(kari, world, wave, screened_by="partner")
    (code,) = codes(read_again(wave), world.school.place, kari, 1)
    page = client.get(f"/svar/{code}/").text

    assert "Det leses først av kompetansepartneren, altså universitetet eller høgskolen" in page
    assert page.index("kompetansepartneren, altså") < page.index("<fieldset")


def test_without_anybody_to_read_first_it_cannot_be_opened(world, kari):
    seat(kari.person, world.school.place, Role.LEADER)
    wave = plan(world, kari)
    page = kari.client.get(url(world, wave, "")).text
    assert "noen som ikke leder dem som svarer, må lese den først" in page
    assert "Åpne undersøkelsen</button>" not in page

    refused = opening(kari, world, wave)
    assert refused.status_code == 409
    assert "noen som ikke leder dem som svarer, må lese den først" in refused.text
    assert not WaveOpening.objects.exists()


def test_without_free_text_nobody_is_needed(world, kari):
    seat(kari.person, world.school.place, Role.LEADER)
    wave = plan(world, kari)
    wave.instrument.items.filter(kind__in=("text", "sources")).update(position=None)

    assert opening(kari, world, wave).status_code == 302
    assert read_again(wave).screened_by == ""


def test_a_leader_of_an_owner_leads_those_below(world, kari):
    wave = plan(world, kari)
    seat(kari.person, world.owner.place, Role.LEADER)

    assert queries.screeners(wave, timezone.localdate()) == {}


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.PARTNER])
def test_only_the_promised_role_reads_first(world, kari, siri, ola, role):
    wave = written(world, kari, screened_by=role)
    statuses = {who: who.client.get(url(world, wave, "fritekst/")).status_code for who in (kari, siri, ola)}
    wanted = kari if role == Role.COORDINATOR else siri

    assert statuses == {who: 200 if who is wanted else 403 for who in (kari, siri, ola)}
    assert "Mer tid sammen" in wanted.client.get(url(world, wave, "fritekst/")).text


def test_the_promised_role_does_not_read_what_the_own_staff_wrote(world, kari, siri):
    wave = written(world, kari, screened_by=Role.PARTNER)
    seat(siri.person, world.school.place, Role.LEADER)
    text = ReleaseText.objects.get(words="Mer tid sammen")
    page = siri.client.get(url(world, wave, "fritekst/"))
    ruling = siri.client.post(url(world, wave, "fritekst/"), {"text": str(text.pk), "passed": "1"})

    assert (page.status_code, ruling.status_code) == (409, 409)
    assert "Mer tid sammen" not in page.text + ruling.text
    assert not Ruling.objects.exists()


def test_an_owner_does_not_read_first_what_the_leaders_wrote(world, kari, siri):
    other = member("Berit Bø", "berit@example.org")
    seat(other.person, world.space, Role.COORDINATOR)
    wave = plan(world, kari, template="leader")
    found = queries.screeners(wave, timezone.localdate())

    assert {role: [person.name for person in people] for role, people in found.items()} == {
        Role.COORDINATOR: ["Berit Bø"],
        Role.PARTNER: ["Siri Dal"],
    }


def test_who_opens_from_a_page_that_was_open_does_not_write_over_the_key(world, kari):
    stale = plan(world, kari)
    opened = plan_again(world, kari, stale)
    with pytest.raises(running.AlreadyOpen):
        running.open_wave(stale, by=kari.person, at=timezone.now())

    assert sealing.key_stands(opened.pk, bytes(opened.public_key))


def plan_again(world, kari, stale):
    running.open_wave(read_again(stale), by=kari.person, at=timezone.now())
    return read_again(stale)


def test_just_after_midnight_whoever_came_in_that_day_may_read(world, kari, siri):
    midnight = timezone.localtime().replace(hour=0, minute=30) + timedelta(days=1)
    newcomer = member("Tor Nes", "tor@example.org")
    Seat.objects.create(person=newcomer.person, space=world.space, role=Role.PARTNER, since=midnight.date())
    Seat.objects.filter(person=siri.person).delete()
    wave = plan(world, kari)

    running.open_wave(wave, screened_by=Role.PARTNER, by=kari.person, at=midnight.astimezone(UTC))

    assert read_again(wave).screened_by == Role.PARTNER
