"""Those who look after a package mark its core; an owner sees which units have adapted it, and no more than that."""

import re

import pytest

from conftest import NOW, Member, World
from sloyfe.access.models import Opening, Space
from sloyfe.cycle.competence.adaptation.editing import skip
from sloyfe.cycle.competence.models import CoreComponent, Package
from sloyfe.cycle.competence.queries.adapting import key_of
from sloyfe.cycle.competence.tests.adapting import cartridge, decide, read_in
from sloyfe.cycle.competence.tests.test_adapting_pages import address
from sloyfe.cycle.partnership.tests.asking import asks


@pytest.fixture
def package(world: World, kari: Member) -> Package:
    return read_in(world, kari, cartridge()).package


def test_core_is_marked_and_taken_back_by_those_who_manage_packages(world, package, kari, ola, siri, nils, ute):  # noqa: PLR0917 - the cast
    core = world.url(f"pakker/{package.pk}/kjerne/")
    assert [who.client.get(core).status_code for who in (kari, siri, ola, nils, ute)] == [200, 200, 403, 403, 404]
    mark = {"element": str(key_of("p:p-midt")), "what": "mark"}
    assert "Kjerne" in kari.client.post(core, mark, follow=True).text
    assert CoreComponent.objects.in_space(world.space).get().identity == "p:p-midt"
    assert "Kjerne" in ola.client.get(address(world, package, world.school)).text
    assert ola.client.post(core, mark).status_code == 403
    kari.client.post(core, {**mark, "what": "unmark"})
    assert not CoreComponent.objects.in_space(world.space).exists()
    assert kari.client.post(core, {"element": "tull", "what": "mark"}).status_code == 404


def test_an_owner_sees_which_units_have_adapted_by_name_and_not_what_they_chose(world, package, kari, ola, siri):
    decide(package, world.school, ola, skip, "p:p-midt")
    url = address(world, package, world.owner, "enheter/")
    page = kari.client.get(url).text

    names = re.findall(r"Bekken barnehage lesing<p|Lia skole lesing<p", page)
    assert names == ["Bekken barnehage lesing<p", "Lia skole lesing<p"]
    assert "Har gjort egne valg, sist 1. september 2026." in page
    assert "Bruker pakken slik eier har den." in page
    assert "midt" not in page
    assert [who.client.get(url).status_code for who in (ola, siri)] == [403, 403]
    assert kari.client.get(address(world, package, world.school, "enheter/")).status_code == 404


def test_a_private_unit_is_not_told_of_before_it_opens(world, package, kari, ola):
    Space.objects.filter(pk=world.school.place_id).update(shielded=True)
    decide(package, world.school, ola, skip, "p:p-midt")
    url = address(world, package, world.owner, "enheter/")

    assert "Lia skole" not in kari.client.get(url).text
    Opening.objects.create(place=world.school.place, given_by=ola.person, given_at=NOW)
    assert "Lia skole" in kari.client.get(url).text


def test_the_list_asks_the_same_however_many_units_there_are(world, package, kari, ola):
    for party in (world.school, world.kindergarten):
        with asks(13):
            kari.client.get(address(world, package, world.owner, "enheter/"))
        decide(package, party, ola, skip, "p:p-midt")
