"""Giving points, closing, and settling what comes first."""

import re
from datetime import date

import pytest

from conftest import Member, World
from sloyfe.cycle.needs.actions.prioritisation import AlreadyOpen, Closed, NoReason, NothingToPrioritise
from sloyfe.cycle.needs.models import (
    Giving,
    Need,
    Points,
    Prioritisation,
    PrioritisationClosure,
    RoleGroup,
)
from sloyfe.cycle.needs.tests.making import give, network_need, opened, people, two_network_needs, unit_need

OPEN = {"points_each": 5, "groups": [group.value for group in RoleGroup], "closes_on": "2099-01-01"}


def page(world: World, rest: str = "") -> str:
    return world.url(f"behov/prioritering/{rest}")


def points(first: Need, second: Need, given: tuple[int, int], reason: str = "Det haster.") -> dict[str, object]:
    return {
        f"points_{first.pk.hex}": given[0],
        f"points_{second.pk.hex}": given[1],
        f"reason_{first.pk.hex}": reason,
    }


@pytest.fixture
def needs(world: World, kari: Member) -> tuple[Need, Need]:
    return two_network_needs(world, kari)


def test_the_coordinator_opens_and_the_needs_stand_as_they_are(world: World, kari: Member, needs: tuple[Need, Need]):
    kari.client.post(page(world), OPEN)

    [standing] = Prioritisation.objects.in_space(world.space)
    assert set(standing.candidates.values_list("need", flat=True)) == {need.pk for need in needs}
    assert str(AlreadyOpen.sentence) in kari.client.post(page(world), OPEN).text


def test_one_need_is_no_choice(world: World, kari: Member):
    network_need(world, kari, unit_need(world, kari))

    assert str(NothingToPrioritise.sentence) in kari.client.post(page(world), OPEN).text
    assert not Prioritisation.objects.in_space(world.space).exists()


def test_staff_do_not_open_or_close(world: World, kari: Member, nils: Member, needs: tuple[Need, Need]):
    assert nils.client.post(page(world), OPEN).status_code == 403
    opened(world, kari)
    assert nils.client.post(page(world, "avslutning/")).status_code == 403
    assert nils.client.get(page(world, "rekkefolge/")).status_code == 403


def test_for_an_outsider_there_are_no_points(world: World, kari: Member, ute: Member, needs: tuple[Need, Need]):
    opened(world, kari)

    for rest in ("", "poeng/", "rekkefolge/"):
        assert ute.client.get(page(world, rest)).status_code == 404
    assert ute.client.post(page(world, "avslutning/")).status_code == 404


def test_somebody_gives_points_with_a_reason(world: World, kari: Member, nils: Member, needs: tuple[Need, Need]):
    opened(world, kari)
    answer = nils.client.post(page(world, "poeng/"), points(*needs, (3, 1)), follow=True)

    assert "1 poeng att" in answer.text or "1 poeng igjen" in answer.text
    assert set(Points.objects.values_list("need", "points")) == {(needs[0].pk, 3), (needs[1].pk, 1)}
    assert list(Giving.objects.values_list("person", "group", "place")) == [
        (nils.person.pk, "practice", world.school.place_id)
    ]


def test_points_may_be_given_anew_until_the_closure(world: World, kari: Member, nils: Member, needs: tuple[Need, Need]):
    opened(world, kari)
    nils.client.post(page(world, "poeng/"), points(*needs, (3, 1)))
    nils.client.post(page(world, "poeng/"), points(*needs, (1, 4)))

    assert set(Points.objects.values_list("need", "points")) == {(needs[0].pk, 1), (needs[1].pk, 4)}
    assert Giving.objects.count() == 1


def test_too_many_points_get_a_sentence_and_stay_in_the_boxes(
    world: World, kari: Member, ola: Member, needs: tuple[Need, Need]
):
    opened(world, kari)
    answer = ola.client.post(page(world, "poeng/"), points(*needs, (5, 3), "Et godt ord."))

    assert answer.status_code == 409
    assert "Du har fordelt 8 poeng, men har 5. Ta bort 3 poeng." in answer.text
    assert "Et godt ord." in answer.text
    assert 'value="5"' in answer.text
    assert not Points.objects.exists()


@pytest.mark.parametrize(("given", "reason"), [((0, 0), "Ord"), ((2, 0), "")])
def test_no_points_or_no_reason_is_sent_back(
    world: World, kari: Member, needs: tuple[Need, Need], given: tuple[int, int], reason: str
):
    opened(world, kari)
    answer = kari.client.post(page(world, "poeng/"), points(*needs, given, reason))

    assert answer.status_code == 409
    assert (str(NoReason.sentence) in answer.text) is (not reason)
    assert not Points.objects.exists()


def test_nobody_sees_points_before_the_closure_and_nobody_sees_whose_after(
    world: World, kari: Member, ola: Member, needs: tuple[Need, Need]
):
    standing = opened(world, kari)
    for person in people(6):
        give(standing, needs[0], 2, person)
    before = ola.client.get(page(world)).text
    kari.client.post(page(world, "avslutning/"))
    after = ola.client.get(page(world)).text

    assert "12 poeng" not in before
    assert "12 poeng" in after
    assert "Person 0" not in after


def test_sums_of_fewer_than_five_are_not_shown(world: World, kari: Member, needs: tuple[Need, Need]):
    standing = opened(world, kari)
    give(standing, needs[0], 4, people(1)[0])
    kari.client.post(page(world, "avslutning/"))

    text = kari.client.get(page(world)).text
    assert "4 poeng" not in text
    assert "så bare rekkefølgen vises" in text


def test_roles_under_five_are_shown_together(world: World, kari: Member, needs: tuple[Need, Need]):
    standing = opened(world, kari)
    for person in people(6):
        give(standing, needs[0], 2, person)
    for person in people(3, 6):
        give(standing, needs[1], 2, person, RoleGroup.LEADERS)
    for person in people(3, 9):
        give(standing, needs[1], 2, person, RoleGroup.PARTNERS)
    kari.client.post(page(world, "avslutning/"))

    text = kari.client.get(page(world)).text
    assert re.findall(r'class="numeric">([^<]+)<br><span class="muted">(\d+) person', text) == [
        ("Ansatte og ressurspersoner", "6"),
        ("Mindre grupper samlet", "6"),
    ]


def test_what_is_closed_takes_no_points_and_closes_once(
    world: World, kari: Member, ola: Member, needs: tuple[Need, Need]
):
    opened(world, kari)
    kari.client.post(page(world, "avslutning/"))
    late = ola.client.post(page(world, "poeng/"), points(*needs, (3, 1)))
    again = kari.client.post(page(world, "avslutning/"))

    assert (late.status_code, again.status_code) == (409, 409)
    assert str(Closed.sentence) in late.text
    assert "Det haster." in late.text
    assert PrioritisationClosure.objects.count() == 1


def test_after_the_last_day_points_come_too_late(world: World, kari: Member, ola: Member, needs: tuple[Need, Need]):
    Prioritisation.objects.in_space(world.space).filter(pk=opened(world, kari).pk).update(closes_on=date(2020, 1, 1))
    late = ola.client.post(page(world, "poeng/"), points(*needs, (3, 1)))

    assert late.status_code == 409
    assert str(Closed.sentence) in late.text


@pytest.mark.parametrize("count", [1, 3])
def test_the_result_asks_the_database_as_often_for_one_as_for_three(
    world: World, kari: Member, needs: tuple[Need, Need], django_assert_num_queries, count: int
):
    for _row in range(count - 1):
        network_need(world, kari, unit_need(world, kari))
    standing = opened(world, kari)
    for person in people(count):
        give(standing, needs[0], 2, person)
    with django_assert_num_queries(GIVE):
        kari.client.get(page(world, "poeng/"))
    kari.client.post(page(world, "avslutning/"))

    with django_assert_num_queries(RESULT):
        kari.client.get(page(world))
    with django_assert_num_queries(DECIDE):
        kari.client.get(page(world, "rekkefolge/"))


GIVE = 8
RESULT = 10
DECIDE = 8
