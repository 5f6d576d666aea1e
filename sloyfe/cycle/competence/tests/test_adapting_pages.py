"""Owners and units adapt a package on pages: with buttons, without JavaScript, and every no is a sentence."""

import re
from typing import Any

import pytest

from conftest import NOW, Member, World, seat
from sloyfe.access.models import AuditEvent, Opening, Space
from sloyfe.access.roles import Role
from sloyfe.cycle.competence.actions.core import mark_core
from sloyfe.cycle.competence.models import Package, PackageAdaptation, Page
from sloyfe.cycle.competence.queries.adapting import key_of
from sloyfe.cycle.competence.tests.adapting import FIRST, cartridge, pages, read_in, said, told
from sloyfe.cycle.partnership.models import Party
from sloyfe.cycle.partnership.tests.asking import asks


@pytest.fixture
def package(world: World, kari: Member) -> Package:
    return read_in(world, kari, cartridge()).package


def address(world: World, package: Package, party: Party, rest: str = "") -> str:
    return world.url(f"steder/{party.place_id}/pakker/{package.pk}/{rest}")


def press(who: Member, world: World, package: Package, party: Party, identity: str, **said: Any):
    url = address(world, package, party, f"elementer/{key_of(identity)}/valg/")
    return who.client.post(url, said, follow=True)


def fill(who: Member, url: str, **said: Any):
    """Fill in a form as it is shown: what it holds already goes along."""
    shown = who.client.get(url).text
    seen = re.search(r'name="seen" value="(\w+)"', shown)
    return who.client.post(url, {**({"seen": seen[1]} if seen else {}), **said}, follow=True)


def test_a_leader_leaves_out_moves_and_takes_it_back(world, package, ola):
    assert "Velg bort" in ola.client.get(address(world, package, world.school)).text
    assert "Lagret." in press(ola, world, package, world.school, "p:p-midt", what="skip").text
    assert told(package, world.school) == ["start", "slutt"]
    assert "Ta med igjen" in press(ola, world, package, world.school, "p:p-slutt", what="up").text
    assert told(package, world.school) == ["slutt", "start"]
    press(ola, world, package, world.school, "p:p-midt", what="back")
    press(ola, world, package, world.school, "p:p-slutt", what="unmove")
    assert told(package, world.school) == ["start", "midt", "slutt"]
    press(ola, world, package, world.school, "p:p-start", what="down")
    assert told(package, world.school) == ["midt", "start", "slutt"]
    assert AuditEvent.objects.filter(act="package.adapted").count() == 5


def test_minutes_are_said_and_wrong_ones_are_refused_in_words(world, package, ola, nils):
    press(ola, world, package, world.school, "p:p-midt", what="time", minutes="25")

    assert "25 minutt" in nils.client.get(world.url(f"pakker/{package.pk}/")).text
    no = press(ola, world, package, world.school, "p:p-midt", what="time", minutes="mange")
    assert no.status_code == 409
    assert "Minutter må være et helt tall fra 1." in no.text


def test_what_the_owner_requires_a_unit_has_no_button_to_leave_out(world, package, kari, ola):
    press(kari, world, package, world.owner, "p:p-midt", what="require")
    page = ola.client.get(address(world, package, world.school)).text

    assert page.count('value="skip"') == 2
    assert "Felles krav" in page
    no = press(ola, world, package, world.school, "p:p-midt", what="skip")
    assert no.status_code == 409
    assert "felles krav fra eier" in no.text
    press(kari, world, package, world.owner, "p:p-midt", what="unrequire")
    assert press(ola, world, package, world.school, "p:p-midt", what="skip").status_code == 200


def test_core_says_that_it_is_core(world, package, kari, ola):
    mark_core(package, "p:p-slutt", by=kari.person, at=NOW)
    page = ola.client.get(address(world, package, world.school, f"elementer/{key_of('p:p-slutt')}/")).text

    assert "Kjerne" in page
    assert "Skriv om" not in page
    assert "kjerne i pakken" in press(ola, world, package, world.school, "p:p-slutt", what="skip").text


def test_a_block_is_worded_anew_in_both_languages_and_taken_back(world, package, ola):
    url = address(world, package, world.school, f"elementer/{key_of('p:p-start#2')}/ord/")
    assert "Snakk sammen to og to." in ola.client.get(url).text
    done = fill(ola, url, text_nb="Snakk sammen hos oss.", text_nn="Snakk saman hjå oss.")

    assert "Ordene er lagret." in done.text
    assert "Snakk sammen hos oss." in done.text
    assert said(package, world.school, "start")[1] == "unit Snakk sammen hos oss.Snakk saman hjå oss."
    press(ola, world, package, world.school, "p:p-start#2", what="unreword")
    assert said(package, world.school, "start")[1] == "Snakk sammen to og to."


def test_words_typed_while_somebody_else_saved_are_kept_on_the_page(world, package, ola):
    url = address(world, package, world.school, f"elementer/{key_of('p:p-start#2')}/ord/")
    seen = re.search(r'name="seen" value="(\w+)"', ola.client.get(url).text)[1]
    fill(ola, url, text_nb="Den andres ord.", text_nn="")
    no = ola.client.post(url, {"seen": seen, "text_nb": "Mine ord.", "text_nn": ""})

    assert no.status_code == 409
    assert "Mine ord." in no.text
    assert re.search(r"Slik står teksten nå.*Den andres ord\.", no.text, re.DOTALL)
    assert "Dette er endret siden du åpnet siden" in no.text
    assert said(package, world.school, "start")[1] == "unit Den andres ord."


def test_an_untouched_text_is_no_word_of_ours(world, package, ola):
    url = address(world, package, world.school, f"elementer/{key_of('p:p-start#2')}/ord/")
    fill(ola, url, text_nb="Snakk sammen to og to.", text_nn="Snakk sammen to og to.")

    assert not PackageAdaptation.objects.in_space(world.space).exists()


def test_own_pages_resources_and_text_are_added_where_one_says(world, package, kari, ola, nils):
    spot = f"{key_of('m:m1')}.{key_of('p:p-start')}"
    done = fill(
        kari, address(world, package, world.owner, "egen-side/"),
        title_nb="Hos oss", title_nn="Hjå oss", text_nb="# Slik\n\nVi gjør det **slik**.", text_nn="", spot=spot,
    )  # fmt: skip
    assert "Siden er lagt til." in done.text
    assert told(package, world.owner) == ["start", "Hos oss", "midt", "slutt"]
    last = f"{key_of('m:m1')}.{key_of('p:p-slutt')}"
    url = address(world, package, world.school, "egen-ressurs/")
    fill(ola, url, title_nb="Lov", address="https://lovdata.no/", spot=last)
    fill(ola, url, page=str(key_of("p:p-start")), spot=last)
    assert told(package, world.school)[-2:] == ["", "Lov"]
    text = address(world, package, world.school, f"elementer/{key_of('p:p-midt')}/egen-tekst/")
    fill(ola, text, text_nb="Vår oppgave.", spot=f"{key_of('p:p-midt')}.")
    assert said(package, world.school, "midt") == ["unit Vår oppgave.", "Vi fortsetter."]
    seen = nils.client.get(world.url(f"pakker/{package.pk}/")).text
    assert 'href="https://lovdata.no/"' in seen
    assert seen.count("start nn") == 2
    [own] = [page for page in pages(package, world.school) if page.own_key and page.line is None]
    assert "<strong>slik</strong>" in kari.client.get(world.url(f"pakker/{package.pk}/sider/{own.own_key}/")).text


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"title_nb": "Lov", "address": "javascript:x()"}, "Skriv en adresse på nettet."),
        ({"title_nb": "Lov"}, "Én av dem, ikke begge."),
        ({"address": "https://lovdata.no/"}, "Skriv hva lenken heter."),
    ],
)
def test_a_resource_that_leads_nowhere_is_told_of(world, package, ola, said, sentence):
    no = ola.client.post(
        address(world, package, world.school, "egen-ressurs/"), {**said, "page": "", "spot": f"{key_of('m:m1')}."}
    )

    assert no.status_code == 422
    assert sentence in no.text


def test_without_derivatives_only_order_and_choice_are_offered_and_why(world, kari, ola):
    package = read_in(world, kari, cartridge(licence="cc_by_nd")).package
    whole = ola.client.get(address(world, package, world.school)).text
    page = ola.client.get(address(world, package, world.school, f"elementer/{key_of('p:p-start')}/")).text

    assert "Lisensen tillater ikke at pakken endres." in whole
    assert [word for word in ("Legg til egen side", "Lagre minutter", "Endre tittel") if word in whole] == []
    assert [word for word in ("Skriv om", "Legg til egen tekst") if word in page] == []
    assert press(ola, world, package, world.school, "p:p-midt", what="skip").status_code == 200
    url = address(world, package, world.school, f"elementer/{key_of('p:p-start#1')}/ord/")
    no = fill(ola, url, text_nb="Andre ord.")
    assert no.status_code == 409
    assert "Lisensen tillater ikke" in no.text


def test_only_those_who_lead_at_a_place_adapt_there(world, package, kari, ola, nils, siri, ute):  # noqa: PLR0917 - the cast
    school, owner = (address(world, package, party) for party in (world.school, world.owner))
    everybody = (kari, ola, nils, siri, ute)

    assert [who.client.get(school).status_code for who in everybody] == [200, 200, 403, 403, 404]
    assert [who.client.get(owner).status_code for who in everybody] == [200, 403, 403, 403, 404]
    tries = [press(who, world, package, world.school, "p:p-midt", what="skip").status_code for who in everybody]
    assert tries == [403, 200, 403, 403, 404]
    tries = [press(who, world, package, world.owner, "p:p-slutt", what="skip").status_code for who in everybody]
    assert tries == [200, 403, 403, 403, 404]
    assert "Bare de som leder hos Lia skole" in kari.client.get(school).text
    assert kari.client.get(address(world, package, world.university)).status_code == 404


def test_a_private_unit_is_adapted_by_its_own_and_seen_from_above_when_it_opens(world, package, kari, ola):
    Space.objects.filter(pk=world.school.place_id).update(shielded=True)
    press(ola, world, package, world.school, "p:p-midt", what="skip")
    school = address(world, package, world.school)

    assert told(package, world.school) == ["start", "slutt"]
    assert kari.client.get(school).status_code == 403
    Opening.objects.create(place=world.school.place, given_by=ola.person, given_at=NOW)
    assert kari.client.get(school).status_code == 200
    assert press(kari, world, package, world.school, "p:p-slutt", what="skip").status_code == 403


def test_a_leader_meets_no_page_that_is_for_owners(world, package, ola):
    Page.objects.in_space(world.space).filter(identity="p-midt").update(readers="owners")
    page = ola.client.get(address(world, package, world.school)).text

    assert "midt" not in page
    for rest in (f"elementer/{key_of('p:p-midt')}/", f"elementer/{key_of('p:p-midt#1')}/ord/"):
        assert ola.client.get(address(world, package, world.school, rest)).status_code == 404
    assert press(ola, world, package, world.school, "p:p-slutt", what="up").status_code == 200
    assert [title for title in told(package, world.school) if title != "midt"] == ["slutt", "start"]


@pytest.mark.parametrize("number", [1, 30])
def test_adapting_asks_the_same_however_large_the_package(world, kari, ola, number):
    many = {"start": FIRST["start"]} | {f"side{row}": "<p>Ord.</p>" for row in range(number)}
    package = read_in(world, kari, cartridge(many)).package
    press(ola, world, package, world.school, "p:p-start", what="down")
    with asks(12):
        ola.client.get(address(world, package, world.school))
    with asks(12):
        ola.client.get(address(world, package, world.school, f"elementer/{key_of('p:p-start')}/"))


def test_those_who_may_adapt_find_the_way(world, package, kari, ola, nils):
    seat(ola.person, world.kindergarten.place, Role.LEADER)
    found = {
        who.person.name: re.findall(
            r"Tilpass pakk\w+ for ([\w ]+)<", who.client.get(world.url(f"pakker/{package.pk}/")).text
        )
        for who in (kari, ola, nils)
    }

    assert found == {
        "Kari Eide": ["Granvik kommune lesing"],
        "Ola Lie": ["Bekken barnehage lesing", "Lia skole lesing"],
        "Nils Moe": [],
    }
