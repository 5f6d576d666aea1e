"""The order that the points give, told with its grounds and with nobody in it."""

import re

import pytest

from conftest import NOW, Member, World
from sloyfe.access.models import Space
from sloyfe.cycle.needs.actions.prioritisation import Gift, give_points
from sloyfe.cycle.needs.actions.reports import begin_report
from sloyfe.cycle.needs.models import Need, Prioritisation, RoleGroup
from sloyfe.cycle.needs.tests.making import give, opened, people, two_network_needs
from sloyfe.people.models import Person


def page(world: World, rest: str = "") -> str:
    return world.url(f"behov/prioritering/{rest}")


def given_by(
    standing: Prioritisation, need: Need, persons: list[Person], role: RoleGroup, place: Space | None = None
) -> None:
    where = place or Space.objects.get(pk=standing.space_id)
    for person in persons:
        give_points(standing, [Gift(need.pk, 2, "Det haster.")], by=person, group=role, place=where, at=NOW)


def words(kari: Member, world: World, rest: str = "") -> str:
    kari.client.post(page(world, "avslutning/"))
    return re.sub(r"\s+", " ", kari.client.get(page(world, rest)).text)


@pytest.fixture
def needs(world: World, kari: Member) -> tuple[Need, Need]:
    return two_network_needs(world, kari)


@pytest.mark.parametrize("rest", ["", "rekkefolge/"])
def test_the_order_of_many_says_that_it_overrules_as_few_as_can_be(
    world: World, kari: Member, needs: tuple[Need, Need], rest: str
):
    given_by(opened(world, kari), needs[1], people(15), RoleGroup.PRACTICE)
    text = words(kari, world, rest)

    assert "15 har gitt poeng." in text
    assert "overstyrer færrest mulig" in text
    assert "gjennomsnittlig plass" not in text
    assert "Plass 1: står fast" in text
    assert text.index("Sist.") < text.index("Først.") or rest


def test_the_order_of_few_says_that_it_goes_by_mean_place(world: World, kari: Member, needs: tuple[Need, Need]):
    given_by(opened(world, kari), needs[1], people(9), RoleGroup.PRACTICE)
    text = words(kari, world)

    assert "gjennomsnittlig plass" in text
    assert "overstyrer færrest mulig" not in text
    assert "Da kan vi ikke si hvor sikker rekkefølgen er." in text
    assert "står fast</h3>" not in text


def test_how_many_put_a_need_before_the_next_is_told_from_five_up(world: World, kari: Member, needs: tuple[Need, Need]):
    standing = opened(world, kari)
    given_by(standing, needs[0], people(7), RoleGroup.PRACTICE)
    given_by(standing, needs[1], people(3, 7), RoleGroup.PRACTICE)
    text = words(kari, world)

    assert "7 ga dette flere poeng enn det neste, færre enn fem ga det neste flere." in text
    assert '<td class="numeric">7</td><td class="numeric">under fem</td>' in text


def test_of_four_people_only_the_order_is_told(world: World, kari: Member, needs: tuple[Need, Need]):
    given_by(opened(world, kari), needs[1], people(4), RoleGroup.PRACTICE)
    text = words(kari, world)

    for word in ("enn det neste", "enige", "står fast", "4 har gitt poeng", "tabell"):
        assert word not in text
    assert text.index("1. Sist.") < text.index("2. Først.")


def test_what_roles_see_differently_is_told_with_the_roles(world: World, kari: Member, needs: tuple[Need, Need]):
    standing = opened(world, kari)
    given_by(standing, needs[0], people(8), RoleGroup.PRACTICE)
    given_by(standing, needs[1], people(8, 8), RoleGroup.LEADERS)
    text = words(kari, world)

    assert "Gruppene ser ulikt på dette.</strong> Høyest hos: Ansatte og ressurspersoner. Lavest hos: Ledere." in text
    assert text.count("svært enige</td>") == 2


def test_roles_under_five_are_merged_before_anything_is_said_of_them(
    world: World, kari: Member, needs: tuple[Need, Need]
):
    standing = opened(world, kari)
    given_by(standing, needs[0], people(8), RoleGroup.PRACTICE)
    given_by(standing, needs[1], people(4, 8), RoleGroup.LEADERS)
    given_by(standing, needs[1], people(4, 12), RoleGroup.PARTNERS)
    text = words(kari, world)

    assert "Lavest hos: Mindre grupper samlet." in text
    assert "Ledere" not in text.partition("Rekkefølgen som poengene gir")[2]


def test_what_places_see_differently_names_no_place(world: World, kari: Member, needs: tuple[Need, Need]):
    standing = opened(world, kari)
    given_by(standing, needs[0], people(8), RoleGroup.PRACTICE, world.school.place)
    given_by(standing, needs[1], people(8, 8), RoleGroup.PRACTICE)
    told = words(kari, world).partition("<table")[0]

    assert told.count("Stedene ser ulikt på dette.") == 2
    assert world.school.place.title not in told.partition("Rekkefølgen som poengene gir")[2]


def test_the_needs_report_tells_how_the_order_came_about(world: World, kari: Member, needs: tuple[Need, Need]):
    standing = opened(world, kari)
    given_by(standing, needs[0], people(10), RoleGroup.PRACTICE)
    given_by(standing, needs[0], people(10, 10), RoleGroup.LEADERS)
    analysis = decided(world, kari, needs)

    assert "20 fordelte poeng mellom 2 behov." in analysis.read("nb")
    assert "Alle gruppene satte dette høyt: Først." in analysis.read("nb")
    assert "Rekkjefølgja som kom ut av det, overstyrer færrast mogleg" in analysis.read("nn")


def test_the_needs_report_tells_no_numbers_of_four(world: World, kari: Member, needs: tuple[Need, Need]):
    standing = opened(world, kari)
    for person in people(4):
        give(standing, needs[0], 2, person)

    assert decided(world, kari, needs).read("nb") == "Først.\n\nFlest barn."


def decided(world: World, kari: Member, needs: tuple[Need, Need]):
    kari.client.post(page(world, "avslutning/"))
    chosen = {f"rank_{needs[0].pk.hex}": 1, f"grounds_{needs[0].pk.hex}_nb": "Flest barn."}
    kari.client.post(page(world, "rekkefolge/"), chosen)
    report = begin_report(
        world.round, world.owner, county="Agder", year=2027, due_on=None, own_share_percent=None, by=kari.person, at=NOW
    )
    return report.answers.get(field="need_analysis").words


def test_how_far_people_agree_within_a_place_is_told_from_five_up(world: World, kari: Member, needs: tuple[Need, Need]):
    standing = opened(world, kari)
    given_by(standing, needs[0], people(8), RoleGroup.PRACTICE, world.school.place)
    given_by(standing, needs[0], people(4, 8), RoleGroup.PRACTICE)
    given_by(standing, needs[1], people(4, 12), RoleGroup.PRACTICE)
    table = words(kari, world).partition("Andel av poengene, etter sted")[2]

    assert "Enige innad om rekkefølgen" in table
    assert [table.count(f"{word} enige</td>") for word in ("svært", "lite")] == [1, 1]
