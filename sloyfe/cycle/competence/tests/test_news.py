"""A new version comes to a place that has adapted the package: told word by word, taken or left, and nothing lost."""

import re
from typing import Any

import pytest

from conftest import Member, World
from sloyfe.cycle.competence.adaptation.editing import require, reword, skip
from sloyfe.cycle.competence.models import Package, Page
from sloyfe.cycle.competence.tests.adapting import FIRST, cartridge, decide, read_in, row, said, told
from sloyfe.cycle.competence.tests.test_adaptations import words
from sloyfe.cycle.competence.tests.test_adapting_pages import address
from sloyfe.cycle.partnership.tests.asking import asks

SECOND = {**FIRST, "start": "<p>Vi begynner der.</p><p>Snakk sammen tre og tre.</p>", "ny": "<p>Helt nytt.</p>"}


@pytest.fixture
def package(world: World, kari: Member, ola: Member) -> Package:
    """The school has skipped a page and worded a paragraph anew, and then a new version came."""
    package = read_in(world, kari, cartridge()).package
    decide(package, world.school, ola, skip, "p:p-slutt")
    decide(package, world.school, ola, reword, "p:p-start#2", words("Våre ord."))
    read_in(world, kari, cartridge(SECOND))
    return package


def seen(who: Member, world: World, package: Package) -> str:
    return who.client.get(address(world, package, world.school, "endringer/")).text


def picks(page: str) -> list[str]:
    """What the forms of a page would send: first everything, then one by one."""
    return re.findall(r'name="changes" value="([^"]*)"', page)


def send(who: Member, world: World, package: Package, rest: str, **given: Any):
    return who.client.post(address(world, package, world.school, rest), given, follow=True)


def test_what_is_new_is_told_word_by_word_and_changes_nothing(world, package, ola):
    page = seen(ola, world, package)

    assert "Vi begynner <del>her</del><ins>der</ins>." in page
    assert "<ins>Helt nytt.</ins>" in page
    assert "Ny side" in page
    assert "Dere har skrevet om teksten, og nå er den endret i pakken også." in page
    assert told(package, world.school) == ["start", "midt"]
    assert said(package, world.school, "start") == ["Vi begynner her.", "unit Våre ord."]


def test_one_change_is_taken_another_left_and_taken_later(world, package, ola):
    _all, reworded, new_page = picks(seen(ola, world, package))
    send(ola, world, package, "endringer/valg/", changes=reworded, what="take")
    send(ola, world, package, "endringer/valg/", changes=new_page, what="leave")

    assert said(package, world.school, "start") == ["Vi begynner der.", "unit Våre ord."]
    assert told(package, world.school) == ["start", "midt"]
    page = seen(ola, world, package)
    assert "Ingen endringer venter." in page
    [left] = picks(page)
    send(ola, world, package, "endringer/valg/", changes=left, what="take")
    assert told(package, world.school) == ["start", "midt", "ny"]


def test_a_page_with_something_left_and_something_new_is_told_apart_by_who_hears_it(world, package, kari, ola):
    _all, reworded, _new_page = picks(seen(ola, world, package))
    send(ola, world, package, "endringer/valg/", changes=reworded, what="leave")
    read_in(world, kari, cartridge({**SECOND, "start": f"{SECOND['start']}<p>Syng til slutt.</p>"}))
    page = seen(ola, world, package)

    [left] = re.findall(r'aria-labelledby="latt (g-[0-9a-f-]+)-l"', page)
    assert f'aria-labelledby="{left}"' in page


def test_all_is_taken_and_what_meets_our_own_waits_for_a_person(world, package, ola):
    send(ola, world, package, "endringer/valg/", changes=picks(seen(ola, world, package))[0], what="take")

    assert told(package, world.school) == ["start", "midt", "ny"]
    assert said(package, world.school, "start") == ["Vi begynner der.", "unit Våre ord."]
    assert "Her møtes deres valg og det nye" in seen(ola, world, package)


@pytest.mark.parametrize(
    ("what", "stands"), [("ours", "unit Våre ord."), ("theirs", "Snakk sammen tre og tre.")]
)  # fmt: skip
def test_a_person_settles_what_meets(world, package, ola, what, stands):
    page = seen(ola, world, package)
    assert "<del>Våre</del>" in page
    conflict = re.search(r'name="conflict" value="([^"]*)"', page)[1]
    send(ola, world, package, "endringer/konflikt/", conflict=conflict, what=what)

    assert said(package, world.school, "start")[1] == stands
    assert "Her møtes" not in seen(ola, world, package)


def test_what_changed_again_since_the_page_was_opened_is_looked_at_anew(world, package, kari, ola):
    _all, reworded, _new = picks(seen(ola, world, package))
    read_in(world, kari, cartridge({**SECOND, "start": "<p>Vi begynner hjemme.</p><p>Snakk sammen tre og tre.</p>"}))
    no = send(ola, world, package, "endringer/valg/", changes=reworded, what="take")

    assert no.status_code == 409
    assert "Dette er endret siden du åpnet siden" in no.text
    assert said(package, world.school, "start")[0] == "Vi begynner her."


def test_what_binds_holds_already_and_is_only_taken_note_of(world, package, kari, ola):
    decide(package, world.owner, kari, require, "p:p-slutt")

    assert told(package, world.school) == ["start", "midt", "slutt"]
    page = seen(ola, world, package)
    assert "Felles krav er endret · gjelder allerede" in page
    assert "Dere har valgt bort noe som nå er felles krav eller kjerne." in page
    send(ola, world, package, "endringer/valg/", changes=picks(page)[0], what="leave")
    assert "gjelder allerede" in seen(ola, world, package)


def test_changes_wait_in_my_turn_until_they_are_decided_on(world, package, kari, ola, nils):
    home = world.url()
    assert "Ta stilling til det som er nytt i «Pakke»: Lia skole lesing" in ola.client.get(home).text
    assert "Ta stilling til det som er nytt" not in kari.client.get(home).text
    assert "Ta stilling" not in nils.client.get(home).text
    page = seen(ola, world, package)
    send(ola, world, package, "endringer/valg/", changes=picks(page)[0], what="leave")
    conflict = re.search(r'name="conflict" value="([^"]*)"', page)[1]
    send(ola, world, package, "endringer/konflikt/", conflict=conflict, what="ours")
    assert row(package, world.school).waiting == 0
    assert "Ta stilling til det som er nytt" not in ola.client.get(home).text


def test_changes_on_pages_for_owners_are_no_news_to_a_unit(world, package, kari, ola):
    newest = Page.objects.in_space(world.space).filter(version__number=2)
    newest.filter(identity__in=["p-start", "p-ny"]).update(readers="owners")
    decide(package, world.owner, kari, skip, "p:p-midt")
    page = seen(ola, world, package)

    assert "Vi begynner" not in page
    assert "Helt nytt" not in page
    assert "Våre ord" not in page


def test_only_those_who_lead_there_decide(world, package, kari, ola, nils, siri, ute):  # noqa: PLR0917 - the cast
    page = seen(ola, world, package)
    everybody = (kari, nils, siri, ute)
    answers = [
        send(who, world, package, "endringer/valg/", changes=picks(page)[0], what="take").status_code
        for who in everybody
    ]

    assert answers == [403, 403, 403, 404]
    assert "Ta inn alt" not in seen(kari, world, package)
    assert send(ola, world, package, "endringer/valg/", changes="tull", what="take").status_code == 404


@pytest.mark.parametrize("number", [1, 30])
def test_the_page_asks_the_same_however_much_is_new(world, kari, ola, number):
    package = read_in(world, kari, cartridge()).package
    decide(package, world.school, ola, skip, "p:p-slutt")
    read_in(world, kari, cartridge({**FIRST, **{f"ny{each}": "<p>Nytt.</p>" for each in range(number)}}))
    with asks(12):
        seen(ola, world, package)


def test_many_changes_come_a_screen_at_a_time_and_all_are_taken_at_once(world, kari, ola):
    package = read_in(world, kari, cartridge()).package
    decide(package, world.school, ola, skip, "p:p-slutt")
    read_in(world, kari, cartridge({**FIRST, **{f"ny{each}": "<p>Nytt.</p>" for each in range(23)}}))
    first = seen(ola, world, package)
    last = ola.client.get(address(world, package, world.school, "endringer/?del=5")).text

    assert "Del 1 av 5" in first
    assert [name in first for name in (">ny0 ", ">ny4 ", ">ny5 ")] == [True, True, False]
    assert [name in last for name in (">ny19 ", ">ny20 ", ">ny22 ")] == [False, True, True]
    send(ola, world, package, "endringer/valg/", changes=picks(first)[0], what="take")
    assert len(told(package, world.school)) == 25
