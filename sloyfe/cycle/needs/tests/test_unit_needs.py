"""A unit's needs: worded, built on findings, confirmed by the leader."""

import pytest

from conftest import NOW, Member, World
from sloyfe.access.models import Opening
from sloyfe.cycle.needs.actions.needs import AlreadyConfirmed, Changed
from sloyfe.cycle.needs.models import Confirmation, Evidence, Need
from sloyfe.cycle.needs.tests.making import number, story, unit_need

WORDING = {"wording_nb": "Vi trenger å bli bedre på lek.", "wording_nn": "", "theme": "play_and_exploration"}
SENT = {**WORDING, "involvement_nb": "Alle var med.", "involvement_nn": ""}


def unit(world: World, rest: str = "") -> str:
    return world.url(f"enheter/{world.school.place_id}/behov/{rest}")


def test_a_leader_words_a_need(world: World, ola: Member):
    page = ola.client.post(unit(world), SENT, follow=True)

    [need] = Need.objects.in_space(world.space)
    assert (str(need.wording), need.place_id, need.worded_by) == (
        "Vi trenger å bli bedre på lek.",
        world.school.place_id,
        ola.person,
    )
    assert "venter på at lederen bekrefter" in page.text


def test_a_need_without_words_is_sent_back_with_what_was_typed(world: World, ola: Member):
    page = ola.client.post(unit(world), {**SENT, "wording_nb": ""})

    assert page.status_code == 422
    assert "Alle var med." in page.text
    assert not Need.objects.in_space(world.space).exists()


def test_staff_read_but_do_not_word(world: World, nils: Member):
    assert nils.client.get(unit(world)).status_code == 200
    assert nils.client.post(unit(world), SENT).status_code == 403
    assert not Need.objects.in_space(world.space).exists()


def test_other_units_and_partners_do_not_look_in(world: World, siri: Member, ola: Member):
    garden = world.url(f"enheter/{world.kindergarten.place_id}/behov/")

    assert siri.client.get(unit(world)).status_code == 403
    assert ola.client.get(garden).status_code == 403


def test_for_an_outsider_the_unit_does_not_exist(world: World, ola: Member, ute: Member):
    need = unit_need(world, ola)

    for rest in ("", f"{need.pk}/", f"{need.pk}/bekreftelse/", f"{need.pk}/grunnlag/", f"{need.pk}/felles/"):
        assert ute.client.get(unit(world, rest)).status_code in (404, 405)
        assert ute.client.post(unit(world, rest)).status_code == 404


def test_an_owners_place_is_no_unit(world: World, kari: Member):
    assert kari.client.get(world.url(f"enheter/{world.owner.place_id}/behov/")).status_code == 404


def test_a_shielded_unit_is_closed_to_its_owner_until_it_opens(world: World, kari: Member, ola: Member):
    world.school.place.shielded = True
    world.school.place.save()

    assert kari.client.get(unit(world)).status_code == 403
    assert "ikke delt" in kari.client.get(world.url("behov/")).text
    Opening.objects.create(place=world.school.place, given_by=ola.person, given_at=NOW)
    assert kari.client.get(unit(world)).status_code == 200


def test_only_the_leader_confirms(world: World, kari: Member, ola: Member):
    url = unit(world, f"{unit_need(world, ola).pk}/bekreftelse/")

    assert kari.client.post(url, {"version": 1}).status_code == 403
    assert ola.client.post(url, {"version": 1}).status_code == 302
    assert list(Confirmation.objects.values_list("by", "wording_version")) == [(ola.person.pk, 1)]


def test_a_need_is_confirmed_once(world: World, ola: Member):
    url = unit(world, f"{unit_need(world, ola).pk}/bekreftelse/")
    ola.client.post(url, {"version": 1})
    again = ola.client.post(url, {"version": 1})

    assert again.status_code == 409
    assert str(AlreadyConfirmed.sentence) in again.text
    assert Confirmation.objects.count() == 1


def test_nobody_confirms_words_they_have_not_read(world: World, ola: Member):
    need = unit_need(world, ola)
    ola.client.post(unit(world, f"{need.pk}/"), {**SENT, "version": 1})
    page = ola.client.post(unit(world, f"{need.pk}/bekreftelse/"), {"version": 1})

    assert page.status_code == 409
    assert str(Changed.sentence) in page.text
    assert not Confirmation.objects.exists()


def test_new_words_must_be_confirmed_anew(world: World, ola: Member):
    need = unit_need(world, ola)
    ola.client.post(unit(world, f"{need.pk}/bekreftelse/"), {"version": 1})
    ola.client.post(unit(world, f"{need.pk}/"), {**SENT, "version": 1})

    assert "venter på at lederen bekrefter" in ola.client.get(unit(world, f"{need.pk}/")).text


def test_two_people_rewording_one_need_see_both_texts(world: World, ola: Member, kari: Member):
    need = unit_need(world, ola)
    url = unit(world, f"{need.pk}/")
    ola.client.post(url, {**SENT, "version": 1})
    late = kari.client.post(url, {**SENT, "wording_nb": "Karis ord.", "version": 1})

    assert late.status_code == 409
    assert "Karis" in late.text
    assert "lek" in late.text
    need.refresh_from_db()
    assert (need.wording.read("nb"), need.version) == ("Vi trenger å bli bedre på lek.", 2)


def test_a_need_builds_on_the_findings_that_were_ticked(world: World, ola: Member):
    need, finding, other = unit_need(world, ola), story(world, ola), number(world, ola)
    url = unit(world, f"{need.pk}/grunnlag/")
    ola.client.post(url, {"chosen": [finding.pk, other.pk]})
    ola.client.post(url, {"chosen": [other.pk]})

    assert list(Evidence.objects.values_list("need", "finding")) == [(need.pk, other.pk)]
    assert "Behovet bygger bare på tall" in ola.client.get(unit(world, f"{need.pk}/")).text


def test_a_finding_that_one_does_not_see_cannot_be_built_on(world: World, ola: Member, kari: Member):
    need = unit_need(world, ola)
    hidden = story(world, kari, world.kindergarten.place)
    page = ola.client.post(unit(world, f"{need.pk}/grunnlag/"), {"chosen": [hidden.pk]})

    assert page.status_code == 422
    assert not Evidence.objects.exists()


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_the_database_as_often_for_one_as_for_three(
    world: World, ola: Member, django_assert_num_queries, count: int
):
    for _row in range(count):
        unit_need(world, ola)

    with django_assert_num_queries(LIST):
        ola.client.get(unit(world))


LIST = 10
