"""The page that shows who works together."""

from conftest import Member, World


def test_everyone_with_a_seat_sees_the_parties(world: World, nils: Member):
    page = nils.client.get(world.url("parter/"))

    assert page.status_code == 200
    assert world.school.organisation.name in page.text


def test_for_an_outsider_the_partnership_does_not_exist(world: World, ute: Member):
    assert ute.client.get(world.url("parter/")).status_code == 404


def test_without_an_account_one_is_asked_who_one_is(world: World, client):
    page = client.get(world.url("parter/"))

    assert page.headers["Location"] == "/inn/?neste=%2Fp%2Flesing%2Fparter%2F"
