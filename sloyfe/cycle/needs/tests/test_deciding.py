"""Settling what comes first: grounds, stories, and reasons for leaving the order of the points."""

import pytest

from conftest import NOW, Member, World
from sloyfe.cycle.needs.actions.deciding import NeedsReason
from sloyfe.cycle.needs.actions.reports import begin_report
from sloyfe.cycle.needs.models import Decision, Evidence, Need, Priority
from sloyfe.cycle.needs.tests.making import give, number, opened, people, two_network_needs


def page(world: World, rest: str = "") -> str:
    return world.url(f"behov/prioritering/{rest}")


def order(first: Need, second: Need, ranks: tuple[object, object], deviation: str = "") -> dict[str, object]:
    return {
        f"rank_{first.pk.hex}": ranks[0],
        f"rank_{second.pk.hex}": ranks[1],
        f"grounds_{first.pk.hex}_nb": "Flest barn.",
        f"grounds_{second.pk.hex}_nb": "Bygger på noe.",
        "deviation_nb": deviation,
    }


@pytest.fixture
def needs(world: World, kari: Member) -> tuple[Need, Need]:
    return two_network_needs(world, kari)


def test_steering_settles_the_order_with_grounds(world: World, kari: Member, needs: tuple[Need, Need]):
    give(opened(world, kari), needs[0], 4, people(1)[0])
    kari.client.post(page(world, "avslutning/"))
    answer = kari.client.post(page(world, "rekkefolge/"), order(*needs, (1, 2)), follow=True)

    rows = Priority.objects.in_space(world.space).order_by("rank").values_list("need", "rank")
    assert list(rows) == [(needs[0].pk, 1), (needs[1].pk, 2)]
    assert "Flest barn." in answer.text


def test_a_report_that_was_begun_before_gets_its_analysis(world: World, kari: Member, needs: tuple[Need, Need]):
    report = begin_report(
        world.round, world.owner, county="Agder", year=2027, due_on=None, own_share_percent=None, by=kari.person, at=NOW
    )
    give(opened(world, kari), needs[0], 4, people(1)[0])
    kari.client.post(page(world, "avslutning/"))
    kari.client.post(page(world, "rekkefolge/"), order(*needs, (1, 2)))

    assert str(report.answers.get(field="need_analysis").words).startswith("Først.\n\nFlest barn.")


def test_leaving_the_order_of_the_points_takes_a_reason(world: World, kari: Member, needs: tuple[Need, Need]):
    give(opened(world, kari), needs[0], 4, people(1)[0])
    kari.client.post(page(world, "avslutning/"))
    silent = kari.client.post(page(world, "rekkefolge/"), order(*needs, (2, 1)))
    kari.client.post(page(world, "rekkefolge/"), order(*needs, (2, 1), "Det andre haster."))

    assert silent.status_code == 409
    assert str(NeedsReason.sentence) in silent.text
    assert [str(decision.deviation) for decision in Decision.objects.in_space(world.space)] == ["Det andre haster."]


def test_a_number_alone_backs_no_priority(world: World, kari: Member, needs: tuple[Need, Need]):
    part = needs[0].parts.get().part
    Evidence.objects.filter(need=part).delete()
    Evidence.objects.create(need=part, finding=number(world, kari))
    opened(world, kari)
    kari.client.post(page(world, "avslutning/"))
    answer = kari.client.post(page(world, "rekkefolge/"), order(*needs, (1, "")))

    assert answer.status_code == 409
    assert "Et tall må ha en fortelling ved siden av seg." in answer.text
    assert not Priority.objects.in_space(world.space).exists()


def test_two_needs_on_one_place_and_a_second_order_are_refused(world: World, kari: Member, needs: tuple[Need, Need]):
    opened(world, kari)
    kari.client.post(page(world, "avslutning/"))
    same = kari.client.post(page(world, "rekkefolge/"), order(*needs, (1, 1)))
    kari.client.post(page(world, "rekkefolge/"), order(*needs, (1, 2)))
    again = kari.client.post(page(world, "rekkefolge/"), order(*needs, (2, 1)))

    assert "To behov har fått samme plass" in same.text
    assert again.status_code == 409
    assert Decision.objects.in_space(world.space).count() == 1


def test_what_was_prioritised_is_not_reworded(world: World, kari: Member, needs: tuple[Need, Need]):
    opened(world, kari)
    kari.client.post(page(world, "avslutning/"))
    kari.client.post(page(world, "rekkefolge/"), order(*needs, (1, 2)))
    sent = {"wording_nb": "Nye ord.", "theme": "transitions", "version": 1}

    assert kari.client.post(world.url(f"behov/felles/{needs[0].pk}/"), sent).status_code == 409
