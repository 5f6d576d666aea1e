"""A unit's plan: inherits its owner's, shows what differs, and is confirmed by its leader."""

import pytest

from conftest import NOW, Member, World, member, seat
from sloyfe.access.roles import Role
from sloyfe.cycle.plan.actions import owner_plans
from sloyfe.cycle.plan.actions import unit_plans as actions
from sloyfe.cycle.plan.models import Adaptation, Confirmation, Goal, How, OwnerPlan, UnitPlan
from sloyfe.cycle.plan.queries.unit_plans import unit_view
from sloyfe.cycle.plan.tests.conftest import WORDS, plan_measure, typed
from sloyfe.kit.text import Text


def url(world: World, rest: str = "") -> str:
    return world.url(f"enheter/{world.school.place_id}/plan/{rest}")


@pytest.fixture
def answered(plan: OwnerPlan, kari: Member) -> OwnerPlan:
    for number, freedom in ((4, "common"), (5, "own")):
        element = plan.elements.get(number=number)
        owner_plans.answer_element(element, version=1, answer=WORDS, freedom=freedom, by=kari.person, at=NOW)
    return plan


def adapted(how: str = "adapted", words: str = "Vi gjør det på torsdager.", version: int = 1) -> dict[str, object]:
    return {"how": how, "version": version, **typed(words, "words")}


def test_everything_is_inherited_until_the_unit_says_otherwise(world: World, ola: Member, answered: OwnerPlan):
    page = ola.client.get(url(world)).text

    assert "Foreløpig er alt som hos eier." in page
    assert WORDS.read("nb") in page


def test_what_differs_stands_first_with_the_owners_words_beside(world: World, ola: Member, answered: OwnerPlan):
    ola.client.post(url(world, "element/4/"), adapted())

    page = ola.client.get(url(world)).text
    assert page.index("torsdager") < page.index("Det eier har skrevet") < page.index('id="tolv"')


def test_a_common_requirement_can_be_adapted_but_not_chosen_away(world: World, ola: Member, answered: OwnerPlan):
    page = ola.client.post(url(world, "element/4/"), adapted("own"))

    assert page.status_code == 422
    assert Adaptation.objects.count() == 0
    with pytest.raises(actions.CommonToAll):
        actions.adapt(
            world.round,
            world.school,
            answered.elements.get(number=4),
            version=1,
            how=How.OWN,
            words=WORDS,
            by=ola.person,
            at=NOW,
        )


def test_what_is_free_can_be_the_units_own(world: World, ola: Member, answered: OwnerPlan):
    ola.client.post(url(world, "element/5/"), adapted("own"))

    assert Adaptation.objects.get().how == How.OWN


def test_saying_that_it_differs_needs_words(world: World, ola: Member, answered: OwnerPlan):
    page = ola.client.post(url(world, "element/5/"), adapted(words=""))

    assert page.status_code == 422
    assert "Skriv hva dere gjør annerledes." in page.text


def test_a_network_measure_is_replaced_by_the_units_own_way(world: World, ola: Member, kari: Member, goal: Goal):
    measure = plan_measure(world, kari.person, goal, freedom="own")
    ola.client.post(url(world, f"tiltak/{measure.pk}/tilpasning/"), adapted("own"))

    assert unit_view(world.round, world.school).taken_measures == []
    assert unit_view(world.round, world.kindergarten).taken_measures == [measure]


def test_of_two_who_adapt_the_second_sees_both_texts(world: World, ola: Member, answered: OwnerPlan):
    ola.client.post(url(world, "element/4/"), adapted(words="Den første"))

    page = ola.client.post(url(world, "element/4/"), adapted(words="Den andre"))

    assert page.status_code == 409
    assert Adaptation.objects.get().words == Text.of(nb="Den første", nn="Den første")


def test_words_that_may_point_at_a_child_are_saved_with_a_warning(world: World, ola: Member, answered: OwnerPlan):
    said = adapted(words="En elev med ADHD får egen plass.")
    page = ola.client.post(url(world, "element/4/"), said, follow=True)

    assert "«elev med ADHD» kan peke på en person" in page.text
    assert Adaptation.objects.get().words.read("nb").startswith("En elev")


PATHS = ["element/4/", "nytt-tiltak/", "kompetanse/", "bekreftelse/", "bekreftelse/tilbaketrekking/"]


@pytest.mark.parametrize("path", PATHS)
def test_only_the_units_own_people_write_its_plan(
    world: World, ute: Member, kari: Member, answered: OwnerPlan, path: str
):
    neighbour = member("Eva Berg", "eva@example.org")
    seat(neighbour.person, world.kindergarten.place, Role.LEADER)

    asked = {each: each.client.post(url(world, path), adapted()).status_code for each in (neighbour, kari, ute)}

    assert list(asked.values()) == [403, 403, 404]
    assert UnitPlan.objects.in_space(world.space).count() == 0


def test_another_units_leader_does_not_read_it(world: World, nils: Member, kari: Member, answered: OwnerPlan):
    neighbour = member("Eva Berg", "eva@example.org")
    seat(neighbour.person, world.kindergarten.place, Role.LEADER)

    asked = [each.client.get(url(world)).status_code for each in (nils, kari, neighbour)]

    assert asked == [200, 200, 403]


def test_staff_read_but_do_not_write(world: World, nils: Member, answered: OwnerPlan):
    assert nils.client.post(url(world, "element/4/"), adapted()).status_code == 403


def test_the_leader_confirms_and_can_take_it_back(world: World, ola: Member, answered: OwnerPlan):
    ola.client.post(url(world, "bekreftelse/"))
    assert Confirmation.objects.get().by == ola.person
    assert "Ola Lie" in ola.client.get(url(world)).text

    ola.client.post(url(world, "bekreftelse/tilbaketrekking/"))
    assert Confirmation.objects.count() == 0
