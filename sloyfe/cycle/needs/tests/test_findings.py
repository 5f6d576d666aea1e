"""Findings: who writes, who reads, and what a number needs beside it."""

import pytest

from conftest import NOW, Member, World, seat
from sloyfe.access.models import AuditEvent, Opening, Seat
from sloyfe.access.roles import Role
from sloyfe.cycle.needs.models import Finding
from sloyfe.cycle.needs.tests.making import number, story, unit_need
from sloyfe.kit.rows import Stale


def sent(place: object, **changes: object) -> dict[str, object]:
    words = {"title": "Garderoben", "theme": "transitions", "story": "Noen står igjen.", "anonymised": "on"}
    return {**words, "place": str(place), **changes}


def test_a_leader_writes_down_a_story(world: World, ola: Member):
    page = ola.client.post(world.url("behov/funn/nytt/fortelling/"), sent(world.school.place_id), follow=True)

    [finding] = Finding.objects.in_space(world.space)
    assert (str(finding.story), finding.anonymised_by, finding.place_id) == (
        "Noen står igjen.",
        ola.person,
        world.school.place_id,
    )
    assert "Noen står igjen." in page.text
    assert AuditEvent.objects.filter(act="finding.recorded").count() == 1


def test_a_story_must_be_said_to_be_anonymised_and_is_not_lost(world: World, ola: Member):
    page = ola.client.post(world.url("behov/funn/nytt/fortelling/"), sent(world.school.place_id, anonymised=""))

    assert page.status_code == 422
    assert "Noen står igjen." in page.text
    assert not Finding.objects.in_space(world.space).exists()


def test_a_name_in_a_story_is_warned_of_but_not_blocked(world: World, ola: Member):
    words = sent(world.school.place_id, story="Ingrid sto igjen.")
    page = ola.client.post(world.url("behov/funn/nytt/fortelling/"), words, follow=True)

    assert "«Ingrid» kan peke på en person" in page.text
    assert Finding.objects.in_space(world.space).count() == 1


def test_children_and_pupils_have_a_voice_of_their_own(world: World, ola: Member):
    words = sent(world.space.pk, asked_how="Elevrådet")
    ola.client.post(world.url("behov/funn/nytt/barn/"), words)

    [finding] = Finding.objects.in_space(world.space)
    assert (finding.kind, str(finding.asked_how)) == ("children_voice", "Elevrådet")


def test_a_number_that_its_source_hid_stays_hidden(world: World, ola: Member):
    figure = {"source": "Elevundersøkelsen", "indicator": "Trivsel", "period": "2025", "value": ""}
    words = sent(world.school.place_id, story="", anonymised="", **figure)
    page = ola.client.post(world.url("behov/funn/nytt/tall/"), words, follow=True)

    assert "skjult av kilden" in page.text
    assert "Uten den kan det ikke begrunne en prioritering" in page.text


def test_staff_read_but_do_not_write(world: World, nils: Member, ola: Member):
    story(world, ola)

    assert "Garderoben" in nils.client.get(world.url("behov/funn/")).text
    assert nils.client.post(world.url("behov/funn/nytt/fortelling/"), sent(world.space.pk)).status_code == 403


def test_the_findings_of_a_unit_stay_with_it_and_those_above(world: World, kari: Member, ola: Member, siri: Member):
    finding = story(world, ola)
    url = world.url(f"behov/funn/{finding.pk}/")

    assert kari.client.get(url).status_code == 200
    assert siri.client.get(url).status_code == 403
    assert "Garderoben" not in siri.client.get(world.url("behov/funn/")).text


def test_a_shielded_unit_shows_its_findings_only_when_it_has_opened(world: World, kari: Member, ola: Member):
    world.school.place.shielded = True
    world.school.place.save()
    url = world.url(f"behov/funn/{story(world, ola).pk}/")

    assert kari.client.get(url).status_code == 403
    Opening.objects.create(place=world.school.place, given_by=ola.person, given_at=NOW)
    assert kari.client.get(url).status_code == 200


def test_for_an_outsider_findings_do_not_exist(world: World, ola: Member, ute: Member):
    finding = story(world, ola)

    for path in ("", "nytt/fortelling/", "tall/", f"{finding.pk}/"):
        assert ute.client.get(world.url(f"behov/funn/{path}")).status_code == 404


def test_a_finding_of_another_partnership_is_not_found(world: World, ola: Member, ute: Member):
    elsewhere = Seat.objects.filter(person=ute.person, role=Role.COORDINATOR).get().space
    seat(ola.person, elsewhere, Role.COORDINATOR)

    assert ola.client.get(f"/p/{elsewhere.slug}/behov/funn/{story(world, ola).pk}/").status_code == 404


def test_two_people_editing_one_finding_lose_nothing(world: World, ola: Member):
    finding = story(world, ola)
    url = world.url(f"behov/funn/{finding.pk}/")
    words = {"title": "Garderoben", "theme": "transitions", "anonymised": "on", "version": 1}
    first = ola.client.post(url, {**words, "story": "Ny tekst."})
    second = ola.client.post(url, {**words, "story": "Min tekst."})

    assert (first.status_code, second.status_code) == (302, Stale.status)
    assert "Ny" in second.text
    assert "Min" in second.text
    finding.refresh_from_db()
    assert (str(finding.story), finding.version) == ("Ny tekst.", 2)


def test_a_finding_shows_what_came_of_it(world: World, ola: Member):
    finding = story(world, ola)
    unit_need(world, ola, built_on=finding)

    assert "bli bedre på overganger" in ola.client.get(world.url(f"behov/funn/{finding.pk}/")).text


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_the_database_as_often_for_one_as_for_three(
    world: World, ola: Member, django_assert_num_queries, count: int
):
    for _row in range(count):
        story(world, ola)
        number(world, ola)

    with django_assert_num_queries(LIST):
        ola.client.get(world.url("behov/funn/"))


LIST = 6
