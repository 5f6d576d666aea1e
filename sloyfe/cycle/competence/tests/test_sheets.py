"""What is kept ready between readings is never shown to somebody it is not for, and never older than what is there."""

import pytest
from django.core.cache import cache

from conftest import NOW, Member, World
from sloyfe.cycle.competence.actions.audiences import choose, undo
from sloyfe.cycle.competence.adaptation import editing
from sloyfe.cycle.competence.models import Page
from sloyfe.cycle.competence.queries.audiences import judged
from sloyfe.cycle.competence.tests import adapting, test_reading_adapted
from sloyfe.cycle.competence.tests.adapting import decide
from sloyfe.cycle.competence.tests.test_adaptations import words
from sloyfe.cycle.competence.tests.test_reading import address, cartridge, read_in

LINKS = {"start": '<p><a href="$WIKI_REFERENCE$/pages/neste">Det neste</a></p>', "neste": "<p>Her.</p>"}


@pytest.fixture(autouse=True)
def nothing_kept():
    """Each test begins with nothing read."""
    cache.clear()


def close(world: World, by: Member, version, page: str) -> str:
    """Decide that a page is for owners; its address."""
    row = Page.objects.in_space(world.space).get(version=version, identity__endswith=f"-{page}")
    seen = {each.page.pk: each.chosen for each in judged(version)}
    choose(version, {**seen, row.pk: "owners"}, seen, by=by.person, at=NOW)
    return str(row.pk)


def test_what_is_drawn_for_one_is_not_shown_to_who_may_read_less(world: World, kari: Member, nils: Member):
    version = read_in(world, kari, cartridge())
    for where in ("start", ""):
        seen = [who.client.get(address(world, version, where)).text for who in (kari, nils, kari)]
        hidden = address(world, version, "eier")
        assert [hidden in each for each in seen] == [True, False, True]


def test_a_page_that_is_closed_is_gone_from_what_was_drawn_before(world: World, kari: Member, nils: Member):
    version = read_in(world, kari, cartridge(bodies=LINKS))
    first, whole = address(world, version, "start"), address(world, version)
    before = [nils.client.get(each).text for each in (first, whole)]
    key = close(world, kari, version, "neste")
    after = [nils.client.get(each).text for each in (first, whole)]
    undo(version, by=kari.person, at=NOW)

    assert [key in each for each in before] == [True, True]
    assert [key in each for each in after] == [False, False]
    assert [key in nils.client.get(each).text for each in (first, whole)] == [True, True]


def test_what_a_place_changes_is_seen_at_once(world: World, kari: Member, ola: Member, nils: Member):
    package = adapting.read_in(world, kari, adapting.cartridge()).package
    decide(package, world.school, ola, editing.reword, "p:p-start#1", words("Våre ord."))
    page, whole = test_reading_adapted.address(world, package, "start"), test_reading_adapted.contents(world, package)
    told = [nils.client.get(page).text, nils.client.get(whole).text]
    decide(package, world.school, ola, editing.reword, "p:p-start#1", words("Helt andre ord."))
    decide(package, world.school, ola, editing.skip, "p:p-midt")

    assert "Våre ord." in told[0]
    assert "Helt andre ord." in nils.client.get(page).text
    assert [">midt nn<" in each for each in (told[1], nils.client.get(whole).text)] == [True, False]


def test_each_language_has_a_sheet_of_its_own(world: World, nils: Member, kari: Member):
    version = read_in(world, kari, cartridge())
    page = address(world, version, "start")

    assert "Oppgåve" in nils.client.get(page).text
    assert "Oppgåve" not in kari.client.get(page).text
