"""What the meetings station gives the whole, and lists that always ask the same."""

import pytest
import time_machine
from django.apps import apps

from conftest import NOW, TODAY, Member, World
from sloyfe.access import queries as access
from sloyfe.cycle.meetings.actions.meetings import hold
from sloyfe.cycle.meetings.station import STATION
from sloyfe.cycle.meetings.tests.making import THURSDAY, staff_meeting
from sloyfe.cycle.partnership.contract import Glance
from sloyfe.cycle.partnership.queries.reading import reading
from sloyfe.cycle.partnership.tests.asking import asks
from sloyfe.kit.text import Text


def glance(world: World, who: Member) -> Glance:
    visit = access.visit(who.person, world.space.slug or "", on=TODAY)
    assert visit
    return STATION.glance(reading(world.round), visit)


def turns(world: World, who: Member) -> list[str]:
    return [str(turn.title) for turn in glance(world, who).turns]


@time_machine.travel("2026-09-01 08:00+02:00", tick=False)
def test_without_meetings_the_list_says_what_to_do(world: World, ola: Member, nils: Member):
    assert "Lag et møte" in ola.client.get(world.url("moter/")).text
    assert "Lag et møte" not in nils.client.get(world.url("moter/")).text
    assert str(glance(world, ola).summary.line) == "Ingen møter er planlagt ennå"


@time_machine.travel("2026-09-01 08:00+02:00", tick=False)
def test_before_the_meeting_those_it_is_for_prepare(world: World, ola: Member, nils: Member, kari: Member):
    staff_meeting(world, ola)

    assert turns(world, nils) == ["Forbered deg til møtet: IGP"]
    assert turns(world, kari) == []
    assert str(glance(world, nils).summary.line) == "Neste møte er 3. september"


@time_machine.travel("2026-09-03 08:00+02:00", tick=False)
def test_on_the_day_the_meeting_comes_first(world: World, ola: Member, nils: Member):
    staff_meeting(world, ola)

    assert turns(world, nils) == ["Møte i dag klokka 14:30: IGP"]
    assert "I dag" in nils.client.get(world.url("moter/")).text


@time_machine.travel("2026-09-04 08:00+02:00", tick=False)
def test_afterwards_the_leader_is_asked_whether_it_was_held(world: World, ola: Member, nils: Member):
    meeting = staff_meeting(world, ola)
    assert (turns(world, ola), turns(world, nils)) == (["Ble møtet holdt? IGP"], [])

    hold(meeting, took_part=None, words=Text(), by=ola.person, at=NOW, today=THURSDAY)
    assert turns(world, ola) == []
    assert str(glance(world, ola).summary.line) == "1 møte er holdt"


def test_only_meetings_for_the_network_stand_in_the_common_calendar(world: World, ola: Member, kari: Member):
    staff_meeting(world, ola)
    staff_meeting(world, kari, places=[], title=Text.of(nb="Samling"))

    assert [(event.on, event.title) for event in STATION.events(world.round)] == [(THURSDAY, "Samling")]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_same_questions_however_long_it_is(world: World, ola: Member, nils: Member, rows: int):
    for _number in range(rows):
        staff_meeting(world, ola, places=[world.school.place, world.kindergarten.place])
    with asks(7):
        assert nils.client.get(world.url("moter/")).status_code == 200


@pytest.mark.parametrize("method", ["igp-kort", "planleggingsdag"])
def test_a_meeting_asks_the_same_questions_however_many_phases_it_has(world: World, ola: Member, method: str):
    meeting = staff_meeting(world, ola, method=method)
    with asks(11):
        assert ola.client.get(world.url(f"moter/{meeting.pk}/")).status_code == 200


def test_every_table_says_how_long_it_is_kept():
    tables = {model._meta.label for model in apps.get_app_config("meetings").get_models()}

    assert {rule.model for rule in STATION.retention} == tables
