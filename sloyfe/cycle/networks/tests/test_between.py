"""The work of units between gatherings: taken home, carried out, and brought back."""

from typing import Any

import pytest
import time_machine
from django.apps import apps

from conftest import NOW, TODAY, Member, World
from sloyfe.access import queries as access
from sloyfe.cycle.networks.actions.between import take_on
from sloyfe.cycle.networks.models import BetweenRemoval, BetweenWork, Step
from sloyfe.cycle.networks.station import STATION
from sloyfe.cycle.partnership.contract import Glance
from sloyfe.cycle.partnership.queries.reading import reading
from sloyfe.cycle.partnership.tests.asking import asks
from sloyfe.kit.text import Text

BLANK = {f"{name}_{language}": "" for name in ("title", "what", "with_whom", "bring") for language in ("nb", "nn")}
SAID = {**BLANK, "title_nb": "Makkerpar i to uker", "bring_nb": "En fortelling", "due": str(TODAY)}


def url(world: World, rest: str = "") -> str:
    return world.url(f"enheter/{world.school.place_id}/mellomarbeid/{rest}")


def taken_on(world: World, by: Member, title: str = "Makkerpar i to uker", **said: Any) -> BetweenWork:
    facts = {"title": Text.of(nb=title), "due": TODAY} | said
    return take_on(world.round, world.school, by=by.person, at=NOW, **facts)


def glance(world: World, who: Member) -> Glance:
    visit = access.visit(who.person, world.space.slug or "", on=TODAY)
    assert visit
    return STATION.glance(reading(world.round), visit)


def turns(world: World, who: Member) -> list[str]:
    with time_machine.travel(NOW):
        return [str(turn.title) for turn in glance(world, who).turns]


def step(world: World, who: Member, work: BetweenWork, to: str, words: str = "") -> int:
    said = {"step": to, "words_nb": words, "words_nn": ""}
    return who.client.post(url(world, f"{work.pk}/status/"), said).status_code


def now(work: BetweenWork) -> Step:
    return BetweenWork.objects.in_space(work.space).get(pk=work.pk).step


def test_a_units_leader_takes_something_home_and_the_unit_sees_it(world: World, ola: Member, nils: Member):
    assert "Ingen mellomarbeid ennå" in ola.client.get(url(world)).text
    ola.client.post(url(world, "nytt/"), {**SAID, "responsible": f"person:{nils.person.pk}"})

    seen = nils.client.get(url(world)).text
    assert "Makkerpar i to uker" in seen
    assert "Nils Moe" in seen
    assert "Legg til mellomarbeid" not in seen


def test_it_goes_step_by_step_and_an_earlier_step_is_the_undo(world: World, ola: Member):
    work = taken_on(world, ola)
    step(world, ola, work, "done")
    assert now(work) == Step.DONE
    assert step(world, ola, work, "brought_back") == 422
    assert now(work) == Step.DONE

    step(world, ola, work, "brought_back", "Det virket best i små grupper")
    assert now(work) == Step.BROUGHT_BACK
    assert "Det virket best i små grupper" in ola.client.get(url(world, f"{work.pk}/")).text
    step(world, ola, work, "begun")
    assert now(work) == Step.BEGUN


def test_it_waits_for_the_units_own_leader_and_for_nobody_above(world: World, ola: Member, kari: Member, nils: Member):
    work = taken_on(world, ola)
    assert turns(world, ola) == ["Mellomarbeid: Makkerpar i to uker"]
    assert (turns(world, kari), turns(world, nils)) == ([], [])

    step(world, ola, work, "brought_back", "Det virket")
    assert turns(world, ola) == []
    assert str(glance(world, kari).summary.line) == "1 av 1 er tatt med tilbake"


def test_it_is_taken_out_and_put_back(world: World, ola: Member):
    work = taken_on(world, ola)
    ola.client.post(url(world, f"{work.pk}/fjerning/"))
    assert BetweenRemoval.objects.exists()
    assert turns(world, ola) == []

    ola.client.post(url(world, f"{work.pk}/gjenoppretting/"))
    assert not BetweenRemoval.objects.exists()


def test_two_who_write_at_once_are_both_read(world: World, ola: Member):
    work = taken_on(world, ola)
    ola.client.post(url(world, f"{work.pk}/tekst/"), {**SAID, "title_nb": "Min tekst", "version": 1})
    answer = ola.client.post(url(world, f"{work.pk}/tekst/"), {**SAID, "title_nb": "Din tekst", "version": 1})

    assert answer.status_code == 409
    assert "Din tekst" in answer.text


def test_only_those_who_should_read_and_write_it(world: World, ola: Member, nils: Member, siri: Member, ute: Member):
    work = taken_on(world, ola)
    address = url(world, f"{work.pk}/")

    assert [who.client.get(address).status_code for who in (ola, nils, ute)] == [200, 200, 404]
    assert [who.client.get(url(world, "nytt/")).status_code for who in (ola, nils, ute)] == [200, 403, 404]
    assert "Makkerpar i to uker" not in siri.client.get(world.url("mellomarbeid/")).text


@pytest.mark.parametrize("rows", [1, 3])
def test_the_lists_ask_the_same_however_long_they_are(world: World, ola: Member, rows: int):
    for row in range(rows):
        taken_on(world, ola, f"Oppgave {row}")
    with asks(9):
        ola.client.get(url(world))
    with asks(7):
        ola.client.get(world.url("mellomarbeid/"))


def test_every_table_says_how_long_it_is_kept():
    tables = {model._meta.label for model in apps.get_app_config("networks").get_models()}

    assert {rule.model for rule in STATION.retention} == tables
