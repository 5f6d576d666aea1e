"""The owner's plan: beginning, answering in two languages, and copying from the year before."""

from datetime import date

import pytest

from conftest import NOW, Member, World, seat
from sloyfe.access.roles import Role
from sloyfe.cycle.partnership.models import Round
from sloyfe.cycle.plan import content
from sloyfe.cycle.plan.actions import owner_plans as actions
from sloyfe.cycle.plan.models import DevelopmentGroupMember, Element, OwnerPlan
from sloyfe.cycle.plan.tests.conftest import WORDS, typed


def url(world: World, rest: str = "") -> str:
    return world.url(f"plan/eier/{world.owner.place_id}/{rest}")


def answer(words: str = "Vi tar én ting om gangen.", **changes: object) -> dict[str, object]:
    return {**typed(words, "answer"), **typed("Bestemt", "decision"), "freedom": "common", "version": "1", **changes}


def test_the_twelve_elements_are_whole_in_both_languages():
    elements = content.owner_plan().elements

    assert [each.number for each in elements] == list(range(1, 13))
    assert all(text.read("nn") for each in elements for text in (each.heading, each.question, each.help, each.starter))


def test_the_owner_begins_with_twelve_open_questions_and_five_products(world: World, kari: Member):
    page = kari.client.post(url(world, "oppstart/"), {"fra": "ny"}, follow=True)

    plan = OwnerPlan.objects.in_space(world.space).get()
    assert (plan.elements.count(), plan.products.count()) == (12, 5)
    assert page.text.count("ikke besvart") == 12


def test_a_plan_begins_once(world: World, kari: Member, plan: OwnerPlan):
    page = kari.client.post(url(world, "oppstart/"), {"fra": "ny"})

    assert page.status_code == 409
    assert "Planen er allerede begynt." in page.text
    assert Element.objects.count() == 12


def test_only_an_owner_has_an_owners_plan(world: World, kari: Member):
    with pytest.raises(actions.NotAnOwner):
        actions.begin_plan(world.round, world.school, by=kari.person, at=NOW)
    assert kari.client.get(world.url(f"plan/eier/{world.school.place_id}/")).status_code == 404


def test_others_read_the_plan_before_and_after_it_is_begun(world: World, nils: Member, siri: Member, kari: Member):
    assert "Eigaren har ikkje begynt" in nils.client.get(url(world)).text
    actions.begin_plan(world.round, world.owner, by=kari.person, at=NOW)

    assert siri.client.get(url(world)).status_code == 200


@pytest.mark.parametrize("rest", ["oppstart/", "element/1/", "medlemmer/", "brevmal/"])
def test_only_those_who_steer_write_the_owners_plan(world: World, ola: Member, ute: Member, plan: OwnerPlan, rest: str):
    assert ola.client.post(url(world, rest), answer()).status_code == 403
    assert ute.client.post(url(world, rest), answer()).status_code == 404
    assert not any(each.is_answered for each in plan.elements.all())


def test_an_answer_is_written_in_two_languages(world: World, kari: Member, plan: OwnerPlan):
    kari.client.post(url(world, "element/7/"), answer(due="2026-10-01", responsible=f"person:{kari.person.pk}"))

    element = plan.elements.get(number=7)
    assert element.answer.status("nn") == "ok"
    assert (element.due, element.responsible, element.is_answered) == (date(2026, 10, 1), "Kari Eide", True)


def test_a_new_bokmal_makes_the_nynorsk_older(world: World, kari: Member, plan: OwnerPlan):
    kari.client.post(url(world, "element/7/"), answer("Likt"))
    kari.client.post(url(world, "element/7/"), answer("Likt", answer_nb="Nytt", version="2"))

    assert plan.elements.get(number=7).answer.status("nn") == "older"


def test_services_around_the_child_are_ticked(world: World, kari: Member, plan: OwnerPlan):
    kari.client.post(url(world, "element/9/"), answer(ticked=["health", "nav"]))

    assert plan.elements.get(number=9).ticked == ["health", "nav"]
    assert "Helsestasjon" in kari.client.get(url(world)).text


def test_the_suggestion_can_be_put_in_and_rewritten(world: World, kari: Member, plan: OwnerPlan):
    starter = content.owner_plan().elements[3].starter.read("nb")

    assert kari.client.get(url(world, "element/4/")).text.count(starter) == 1
    assert kari.client.get(url(world, "element/4/?forslag=1")).text.count(starter) == 2


def test_of_two_who_answer_the_second_sees_both_texts(world: World, kari: Member, plan: OwnerPlan):
    kari.client.post(url(world, "element/7/"), answer("Den første"))

    page = kari.client.post(url(world, "element/7/"), answer("Den andre"))

    assert page.status_code == 409
    assert "første" in page.text
    assert "andre" in page.text
    assert plan.elements.get(number=7).answer.read("nb") == "Den første"


def test_of_two_who_differ_in_nynorsk_only_that_is_what_is_shown(world: World, kari: Member, plan: OwnerPlan):
    kari.client.post(url(world, "element/7/"), answer("Likt"))

    changes = {"answer_nn": "Ulikt", "freedom": "own", "responsible": f"party:{world.university.pk}"}
    page = kari.client.post(url(world, "element/7/"), answer("Likt", **changes))

    assert [pair[1:] for pair in page.context["pairs"]] == [
        ("Likt", "Ulikt"),
        ("Felles krav", "Enheten velger selv"),
        ("", world.university.organisation.name),
    ]


def test_a_wrong_date_is_told_and_the_words_stay(world: World, kari: Member, plan: OwnerPlan):
    page = kari.client.post(url(world, "element/7/"), answer("Teksten vår", due="31.31.2026"))

    assert page.status_code == 422
    assert page.text.count("Teksten vår") == 2


def test_there_is_no_thirteenth_element(world: World, kari: Member, plan: OwnerPlan):
    assert kari.client.get(url(world, "element/13/")).status_code == 404


def next_round(world: World) -> Round:
    return Round.objects.create(
        space=world.space, title=WORDS, school_year=2027, opened_at=NOW.replace(year=2027), follows=world.round
    )


def test_next_year_begins_from_this_years_words_without_its_dates(world: World, kari: Member, plan: OwnerPlan):
    element = plan.elements.get(number=2)
    actions.answer_element(
        element, version=1, answer=WORDS, due=date(2026, 10, 1), responsible_person=kari.person, by=kari.person, at=NOW
    )
    DevelopmentGroupMember.objects.create(plan=plan, name="Anne", represents="sfo", joined_at=NOW)
    next_round(world)

    kari.client.post(url(world, "oppstart/"), {"fra": "forrige"})

    copy = OwnerPlan.objects.in_space(world.space).get(copied_from=plan)
    again = copy.elements.get(number=2)
    assert (again.answer.read("nb"), again.due, again.responsible) == (WORDS.read("nb"), None, "Kari Eide")
    assert [member.name for member in copy.members.all()] == ["Anne"]


def test_without_a_plan_the_year_before_there_is_nothing_to_copy(world: World, kari: Member):
    page = kari.client.post(url(world, "oppstart/"), {"fra": "forrige"})

    assert page.status_code == 409
    assert OwnerPlan.objects.in_space(world.space).count() == 0


def test_a_coordinator_does_not_write_a_private_owners_plan(world: World, kari: Member):
    world.owner.place.shielded = True
    world.owner.place.save()
    kari.person.seats.filter(role=Role.OWNER).delete()
    assert kari.client.post(url(world, "oppstart/"), {"fra": "ny"}).status_code == 403

    seat(kari.person, world.owner.place, Role.OWNER)
    assert kari.client.post(url(world, "oppstart/"), {"fra": "ny"}).status_code == 302
