"""Those at a place read the package as the place uses it; the package itself is one press away."""

import pytest

from conftest import LONG_AGO, Member, World, seat
from sloyfe.access.models import Seat
from sloyfe.access.roles import Role
from sloyfe.cycle.competence.adaptation.editing import add, reword, skip
from sloyfe.cycle.competence.adaptation.trees import Kind
from sloyfe.cycle.competence.models import Package, Page
from sloyfe.cycle.competence.outlines.wordings import Line, of_line
from sloyfe.cycle.competence.tests.adapting import FIRST, cartridge, decide, pages, read_in
from sloyfe.cycle.competence.tests.test_adaptations import OWN, words
from sloyfe.cycle.partnership.tests.asking import asks


@pytest.fixture
def package(world: World, kari: Member) -> Package:
    return read_in(world, kari, cartridge()).package


def contents(world: World, package: Package) -> str:
    return world.url(f"pakker/{package.pk}/")


def address(world: World, package: Package, name: str) -> str:
    page = Page.objects.in_space(world.space).filter(identity=f"p-{name}").order_by("-version__number")[0]
    return contents(world, package) + f"sider/{page.pk}/"


def choose(world: World, who: Member, package: Package, place: object, page: str = ""):
    return who.client.post(contents(world, package) + "utgave/", {"place": str(place), "page": page}, follow=True)


def test_staff_read_what_their_unit_made_else_what_its_owner_made(world, package, kari, ola, nils):
    assert "Slik bruker" not in nils.client.get(contents(world, package)).text
    decide(package, world.owner, kari, skip, "p:p-midt")
    seen = nils.client.get(contents(world, package)).text
    assert "Slik bruker Granvik kommune" in seen
    assert "midt nn" not in seen
    decide(package, world.school, ola, skip, "p:p-slutt")
    seen = nils.client.get(contents(world, package)).text
    assert "Slik bruker Lia skole" in seen
    assert [name for name in ("start nn", "midt nn", "slutt nn") if name in seen] == ["start nn"]


def test_others_read_the_package_itself_and_nobody_reads_what_they_do_not_reach(world, package, ola, siri, ute):
    decide(package, world.school, ola, skip, "p:p-midt")

    assert "midt" in siri.client.get(contents(world, package)).text
    assert choose(world, siri, package, world.school.place_id).status_code == 404
    assert choose(world, ute, package, world.school.place_id).status_code == 404


def test_a_page_that_is_left_out_says_so_and_leads_to_the_original(world, package, ola, nils):
    decide(package, world.school, ola, skip, "p:p-midt")
    told = nils.client.get(address(world, package, "midt"))
    assert "Lia skole lesing har ikkje med denne sida" in told.text
    assert "Vi fortsetter." not in told.text
    page = Page.objects.in_space(world.space).get(identity="p-midt")

    assert "Vi fortsetter." in choose(world, nils, package, "", str(page.pk)).text
    assert "midt nn" in nils.client.get(contents(world, package)).text
    assert "Slik bruker Lia" in choose(world, nils, package, world.school.place_id).text


def test_what_is_for_others_is_no_more_there_than_in_the_package(world, package, ola, nils):
    decide(package, world.school, ola, skip, "p:p-slutt")
    Page.objects.in_space(world.space).filter(identity="p-midt").update(readers="leaders")
    Page.objects.in_space(world.space).filter(identity="p-slutt").update(readers="leaders")

    assert "midt" in ola.client.get(contents(world, package)).text
    assert "midt" not in nils.client.get(contents(world, package)).text
    assert nils.client.get(address(world, package, "midt")).status_code == 404
    assert nils.client.get(address(world, package, "slutt")).status_code == 404


def test_what_is_local_says_whose_it_is(world, package, kari, ola, nils):
    line = of_line(Line({"nb": "Hos oss", "nn": "Hjå oss"}))
    decide(package, world.owner, kari, add, OWN, Kind.PAGE, wording=line, parent="m:m1", after="p:p-start")
    decide(package, world.owner, kari, add, OWN + "a", Kind.BLOCK, wording=words("Eget."), parent=OWN, after=None)
    decide(package, world.school, ola, reword, "p:p-start#1", words("Våre ord."))
    [own] = [page for page in pages(package, world.school) if page.own_key]

    assert "Lagt til av Granvik kommune lesing" in nils.client.get(contents(world, package)).text
    assert "Eget." in nils.client.get(contents(world, package) + f"sider/{own.own_key}/").text
    start = nils.client.get(address(world, package, "start")).text
    assert "Med orda til Lia skole lesing" in start
    assert "Våre ord." in start
    assert "Neste: Hjå oss" in start


def test_an_address_of_an_earlier_version_leads_to_the_page_here(world, package, kari, ola, nils):
    decide(package, world.school, ola, skip, "p:p-midt")
    old, out = address(world, package, "start"), address(world, package, "midt")
    read_in(world, kari, cartridge({**FIRST, "start": "<p>Helt nytt.</p>"}))

    assert "Vi begynner her." in nils.client.get(old, follow=True).text
    assert "har ikkje med denne sida" in nils.client.get(out, follow=True).text


def test_somebody_with_seats_at_two_units_chooses(world, package, kari, ola, nils):
    decide(package, world.school, ola, skip, "p:p-midt")
    decide(package, world.kindergarten, ola, skip, "p:p-slutt")
    seat(nils.person, world.kindergarten.place, Role.STAFF)

    assert "Slik bruker Bekken" in nils.client.get(contents(world, package)).text
    assert "Slik bruker Lia" in choose(world, nils, package, world.school.place_id).text
    Seat.objects.filter(person=nils.person, space=world.school.place).update(until=LONG_AGO)
    assert "Slik bruker Bekken" in nils.client.get(contents(world, package)).text


@pytest.mark.parametrize("number", [1, 30])
def test_reading_asks_the_same_however_much_there_is(world, kari, ola, nils, number):
    many = {"start": FIRST["start"]} | {f"side{row}": "<p>Ord.</p>" for row in range(number)}
    package = read_in(world, kari, cartridge(many)).package
    for party in (world.school, world.kindergarten)[: 1 if number == 1 else 2]:
        decide(package, party, ola, reword, "p:p-start#1", words("Våre ord."))
    page, whole = address(world, package, "start"), contents(world, package)
    for read, anew, again in ((page, 10, 7), (whole, 8, 6)):
        with asks(anew):
            nils.client.get(read)
        with asks(again):
            nils.client.get(read)
