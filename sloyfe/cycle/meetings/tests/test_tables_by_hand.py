"""Changing tables by hand, and back again; looked through a page at a time, and printed."""

import pytest

from conftest import NOW, Member, World
from sloyfe.cycle.meetings.actions import groups as actions
from sloyfe.cycle.meetings.actions.rearranging import lock_table
from sloyfe.cycle.meetings.models import Attendee, Door, MeetingPhase, TableMove
from sloyfe.cycle.meetings.queries.groups import tables
from sloyfe.cycle.meetings.tests.seating import by_table, fill, gathered_for, phase_with


@pytest.fixture
def door(world: World, kari: Member) -> Door:
    door = gathered_for(world, kari, "igp")
    fill(world, door, 20)
    actions.make_groups(phase_with(door, "group"), by=kari.person, at=NOW)
    return door


@pytest.fixture
def phase(door: Door) -> MeetingPhase:
    return phase_with(door, "group")


@pytest.fixture
def url(world: World, door: Door, phase: MeetingPhase) -> str:
    return world.url(f"moter/{door.meeting_id}/grupper/{phase.pk}/")


def test_the_last_move_is_undone_and_then_the_one_before(kari: Member, phase: MeetingPhase, url: str):
    start = by_table(phase)
    one, other = tables(phase)[0].people[:2]
    for who in (one, other):
        kari.client.post(url, {"who": who.pk, "to": 2})
    assert {one.name, other.name} <= by_table(phase)[2]

    kari.client.post(f"{url}flytting/tilbaketrekking/")
    assert other.name in by_table(phase)[1]
    kari.client.post(f"{url}flytting/tilbaketrekking/")
    assert by_table(phase) == start
    assert not TableMove.objects.exists()
    assert kari.client.post(f"{url}flytting/tilbaketrekking/").status_code == 409


def test_a_table_that_is_not_there_is_said_so_and_what_was_typed_stays(kari: Member, phase: MeetingPhase, url: str):
    page = kari.client.post(url, {"who": tables(phase)[0].people[0].pk, "to": 99})

    assert page.status_code == 422
    assert "Det er ikke noe bord med det nummeret." in page.text
    assert 'value="99"' in page.text


def test_one_goes_back_to_the_groups_before_and_forward_again(kari: Member, phase: MeetingPhase, url: str):
    first = by_table(phase)
    kari.client.post(f"{url}inndeling/")
    second = by_table(phase)
    assert first != second

    kari.client.post(f"{url}inndeling/tilbaketrekking/")
    assert by_table(phase) == first
    kari.client.post(f"{url}inndeling/gjenoppretting/")
    assert by_table(phase) == second


def test_whoever_came_in_between_has_a_place_in_the_groups_gone_back_to(
    world: World, kari: Member, door: Door, phase: MeetingPhase, url: str
):
    kari.client.post(f"{url}inndeling/")
    kari.client.post(f"{url}inndeling/tilbaketrekking/")
    fill(world, door, 1, prefix="Sein")
    kari.client.post(f"{url}inndeling/gjenoppretting/")

    assert any("Sein 0" in names for names in by_table(phase).values())


def test_a_locked_table_is_left_as_it_is_with_its_number_and_name(kari: Member, phase: MeetingPhase, url: str):
    group = tables(phase)[1].group
    kari.client.post(f"{url}bord/{group.pk}/navn/", {"name": "Vindusbordet"})
    kari.client.post(f"{url}bord/{group.pk}/laas/", {"locked": "1"})
    before = by_table(phase)[2]
    kari.client.post(f"{url}inndeling/")

    assert by_table(phase)[2] == before
    page = kari.client.get(url).text
    assert "Vindusbordet" in page
    assert "Lås opp bordet" in page


def test_a_lock_is_taken_off_again(kari: Member, phase: MeetingPhase, url: str):
    group = tables(phase)[1].group
    lock_table(group, locked=True, by=kari.person, at=NOW)
    kari.client.post(f"{url}bord/{group.pk}/laas/")

    assert "Lås opp bordet" not in kari.client.get(url).text


def test_somebody_is_found_by_name_among_many_tables(world: World, kari: Member, door: Door, url: str):
    fill(world, door, 120, prefix="Flere")
    kari.client.post(f"{url}inndeling/")
    first = kari.client.get(url).text
    assert "Side 1 av 2" in first
    last = kari.client.get(url, {"side": "2"}).text
    assert "Bord 28" in last
    assert "Bord 28" not in first

    page = kari.client.get(url, {"sok": "flere 77"}).text
    assert "Flere 77" in page
    assert page.count('data-table="') == 1
    assert "Ingen ved bordene heter «Solveig»" in kari.client.get(url, {"sok": "Solveig"}).text


@pytest.mark.parametrize(("kind", "shown"), [("bord", "Bord 1"), ("navn", "bord 1"), ("kort", "<strong>4</strong>")])
def test_tables_are_printed_by_table_by_name_and_as_cards(kari: Member, url: str, kind: str, shown: str):
    assert shown in kari.client.get(f"{url}utskrift/{kind}/").text
    assert kari.client.get(f"{url}utskrift/noe/").status_code == 404


def test_only_those_who_lead_change_tables(nils: Member, siri: Member, phase: MeetingPhase, url: str):
    group, who = tables(phase)[0].group.pk, tables(phase)[0].people[0].pk
    for path in ("inndeling/tilbaketrekking/", f"bord/{group}/laas/", f"deltakere/{who}/laas/", "fravaer/"):
        assert nils.client.post(f"{url}{path}").status_code == 403
        assert siri.client.post(f"{url}{path}").status_code == 404


def test_a_table_of_another_meeting_is_not_touched(world: World, kari: Member, phase: MeetingPhase, url: str):
    other = gathered_for(world, kari, "igp")
    fill(world, other, 5, prefix="Andre")
    elsewhere = phase_with(other, "group")
    actions.make_groups(elsewhere, by=kari.person, at=NOW)
    group, stranger = tables(elsewhere)[0].group, Attendee.objects.get(name="Andre 1")

    assert kari.client.post(f"{url}bord/{group.pk}/laas/", {"locked": "1"}).status_code == 404
    assert kari.client.post(f"{url}deltakere/{stranger.pk}/laas/", {"locked": "1"}).status_code == 404
    assert kari.client.post(url, {"who": stranger.pk, "to": 1}).status_code == 422
