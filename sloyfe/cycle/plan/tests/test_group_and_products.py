"""The development group and the end products."""

from uuid import uuid4

import pytest

from conftest import NOW, Member, World
from sloyfe.cycle.plan.actions import development_group
from sloyfe.cycle.plan.models import Delivery, OwnerPlan
from sloyfe.cycle.plan.tests.conftest import typed


def url(world: World, rest: str) -> str:
    return world.url(f"plan/eier/{world.owner.place_id}/{rest}")


def test_the_group_says_which_kinds_of_unit_nobody_speaks_for(world: World, kari: Member, plan: OwnerPlan):
    missing = kari.client.get(url(world, "gruppe/")).context["missing"]
    assert [each.value for each in missing] == ["kindergarten", "school"]

    for represents in ("kindergarten", "school"):
        kari.client.post(url(world, "medlemmer/"), {"name": "Anne Strand", "represents": represents})

    assert kari.client.get(url(world, "gruppe/")).context["missing"] == []


def test_somebody_with_an_account_is_chosen_from_the_list(world: World, kari: Member, ola: Member, plan: OwnerPlan):
    kari.client.post(url(world, "medlemmer/"), {"person": str(ola.person.pk), "represents": "school"})

    member = plan.members.get()
    assert (member.name, member.person) == ("Ola Lie", ola.person)


def test_nobody_cannot_join(world: World, kari: Member, plan: OwnerPlan):
    page = kari.client.post(url(world, "medlemmer/"), {"represents": "school"})

    assert page.status_code == 422
    assert "Velg en person, eller skriv et navn." in page.text
    assert plan.members.count() == 0


def test_a_member_taken_out_can_be_taken_back(world: World, kari: Member, plan: OwnerPlan):
    member = development_group.add_member(plan, name="Anne", represents="sfo", person=None, by=kari.person, at=NOW)
    page = kari.client.post(url(world, f"medlemmer/{member.pk}/fjerning/"), follow=True)
    assert "Tatt ut: Anne" in page.text
    assert list(plan.members.filter(removal=None)) == []

    kari.client.post(url(world, f"medlemmer/{member.pk}/gjenoppretting/"))
    assert list(plan.members.filter(removal=None)) == [member]


@pytest.mark.parametrize("rest", ["medlemmer/", "medlemmer/{key}/fjerning/", "medlemmer/{key}/gjenoppretting/"])
def test_others_do_not_change_the_group(world: World, ola: Member, ute: Member, plan: OwnerPlan, rest: str):
    path = url(world, rest.format(key=uuid4()))

    assert (ola.client.post(path).status_code, ute.client.post(path).status_code) == (403, 404)


@pytest.mark.parametrize("rest", ["gruppe/", "sluttprodukter/"])
def test_everyone_inside_reads_and_nobody_outside(world: World, nils: Member, ute: Member, plan: OwnerPlan, rest: str):
    assert (nils.client.get(url(world, rest)).status_code, ute.client.get(url(world, rest)).status_code) == (200, 404)


def test_a_product_is_described_finished_and_opened_again(world: World, kari: Member, plan: OwnerPlan):
    product = plan.products.get(made_for="sfo")
    page = f"sluttprodukter/{product.pk}/"
    kari.client.post(url(world, page), {**typed("Et kart over dagen", "what"), "version": "1", "due": "2027-06-01"})
    kari.client.post(url(world, f"{page}ferdigmelding/"))
    assert Delivery.objects.get().product == product

    kari.client.post(url(world, f"{page}gjenapning/"))
    assert Delivery.objects.count() == 0


def test_what_is_not_described_cannot_be_finished(world: World, kari: Member, plan: OwnerPlan):
    product = plan.products.get(made_for="sfo")
    page = kari.client.post(url(world, f"sluttprodukter/{product.pk}/ferdigmelding/"))

    assert page.status_code == 409
    assert "Skriv først hva sluttproduktet er." in page.text


@pytest.mark.parametrize("act", ["", "ferdigmelding/", "gjenapning/"])
def test_others_do_not_change_products(world: World, ola: Member, ute: Member, plan: OwnerPlan, act: str):
    path = url(world, f"sluttprodukter/{plan.products.get(made_for='ppt').pk}/{act}")

    assert (ola.client.post(path).status_code, ute.client.post(path).status_code) == (403, 404)
