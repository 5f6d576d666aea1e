"""A package is tried before it is taken in: the report and the differences stand there, and nothing is stored."""

from datetime import timedelta

import pytest

from conftest import NOW, Member, World
from sloyfe.cycle.competence.actions import imports, trials
from sloyfe.cycle.competence.models import Package, PackageImport
from sloyfe.cycle.competence.tests.test_importing import give, read_packages
from sloyfe.cycle.competence.tests.test_imports import FIRST, cartridge, read_in
from sloyfe.cycle.partnership.tests.asking import asks

SECOND = {"midt": "Vi fortsetter nå.", "start": "Vi begynner her.", "ny": "Helt ny."}


def test_a_trial_tells_everything_and_stores_nothing(world: World, kari: Member):
    page = give(world, kari, cartridge(FIRST), step="prove")
    read_packages()
    told = kari.client.get(page)

    assert "prøvd, ikke lest inn" in told.text
    assert "Pakken er ny her" in told.text
    assert "Refresh" not in told.headers
    assert not Package.objects.in_space(world.space).exists()


def test_what_was_tried_is_taken_in_without_being_given_again(world: World, kari: Member):
    page = give(world, kari, cartridge(FIRST), step="prove")
    read_packages()
    taken = kari.client.post(f"{page}inntak/", follow=True)
    assert "venter på tur" in taken.text
    read_packages()

    assert "lest inn" in kari.client.get(page).text
    assert Package.objects.in_space(world.space).get().versions.get().pages.count() == 3
    assert kari.client.post(f"{page}inntak/").status_code == 409


def test_the_differences_stand_there_before_and_after(world: World, kari: Member):
    read_in(world, kari, cartridge(FIRST))
    page = give(world, kari, cartridge(SECOND), step="prove")
    read_packages()
    before = section(kari.client.get(page).text)
    kari.client.post(f"{page}inntak/")
    read_packages()

    after = section(kari.client.get(page).text)
    assert "ord for ord" in after
    assert kari.client.get(after.partition('href="')[2].partition('"')[0]).status_code == 200
    for words in ("<li>ny</li>", "<li>slutt</li>", "innholdet er endret"):
        assert words in before
        assert words in after


def test_the_same_file_is_told_of_on_trial_too(world: World, kari: Member):
    version = read_in(world, kari, cartridge(FIRST))
    page = give(world, kari, bytes(version.original), step="prove")
    read_packages()

    assert "allerede lest inn" in kari.client.get(page).text


def test_what_was_tried_can_be_let_be(world: World, kari: Member):
    page = give(world, kari, cartridge(FIRST), step="prove")
    read_packages()
    kari.client.post(f"{page}avbrudd/")
    read_packages()

    assert "ingenting er lagret" in kari.client.get(page).text
    assert bytes(PackageImport.objects.in_space(world.space).get().content) == b""


def test_nothing_is_taken_in_before_it_has_been_tried(world: World, kari: Member):
    page = give(world, kari, cartridge(FIRST), step="prove")
    answer = kari.client.post(f"{page}inntak/")

    assert answer.status_code == 409
    assert "Prøven er ikke ferdig" in answer.text


def test_pasted_text_that_is_refused_is_not_lost(world: World, kari: Member):
    page = give(world, kari, text='{"noe": "som ikke er en pakke"}')
    read_packages()
    told = kari.client.get(page).text

    assert "kunne ikke leses" in told
    assert "som ikke er en pakke" in told


def test_after_two_weeks_nobody_keeps_the_file(world: World, kari: Member):
    run = imports.keep_file(world.space, cartridge(FIRST), "x.imscc", by=kari.person, at=NOW, tries_first=True)
    trials.read_waiting(at=NOW)
    trials.forget_left_over(at=NOW + timedelta(days=13))
    assert bytes(imports.fresh(run).content)

    trials.forget_left_over(at=NOW + timedelta(days=15))
    assert bytes(imports.fresh(run).content) == b""
    assert imports.fresh(run).is_over


@pytest.mark.parametrize("pages", [1, 30])
def test_the_pages_ask_the_same_however_much_there_is(world: World, kari: Member, pages: int):
    for text in ("Først.", "Så."):
        content = cartridge({f"side{page}": text for page in range(pages)})
        page = give(world, kari, content)
        read_packages()
    with asks(7):
        kari.client.get(page)
    with asks(4):
        kari.client.get(world.url("pakker/innlesinger/"))


def section(text: str) -> str:
    return text.partition('id="annerledes"')[2].partition("</section>")[0]
