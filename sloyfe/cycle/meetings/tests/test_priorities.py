"""Prioritising in a meeting: dots that are one's own, reasons without names, and a list that a person confirms."""

import pytest
from django.test import Client

from conftest import NOW, Member, World
from sloyfe.cycle.meetings.actions import door as doors
from sloyfe.cycle.meetings.actions.meetings import hold
from sloyfe.cycle.meetings.actions.points import note_common
from sloyfe.cycle.meetings.models import (
    Attendee,
    Carrying,
    CommonPoint,
    Door,
    DotCard,
    DotReason,
    Dots,
    Meeting,
    Naming,
)
from sloyfe.cycle.meetings.tests.conftest import Cast
from sloyfe.cycle.meetings.tests.making import THURSDAY, staff_meeting
from sloyfe.cycle.meetings.tests.test_joining import come_in
from sloyfe.cycle.meetings.tests.test_notes import every_row
from sloyfe.cycle.meetings.tests.test_points import go_to
from sloyfe.cycle.partnership.tests.asking import asks
from sloyfe.kit.text import Text

WORDS = ["Makkerpar ute", "Foreldrekaffe", "Fast møteleder"]


@pytest.fixture
def meeting(world: World, ola: Member) -> Meeting:
    made = staff_meeting(world, ola, method="prioritering")
    for words in WORDS:
        note_common(made, words, by=ola.person, at=NOW)
    return made


@pytest.fixture
def door(meeting: Meeting, ola: Member) -> Door:
    return doors.open_door(meeting, naming=Naming.NAME, by=ola.person, at=NOW)


@pytest.fixture
def room(door: Door, ola: Member) -> list[Client]:
    """Six people in the phase of the dots."""
    browsers = [come_in(door, f"Deltaker {letter}") for letter in "ABCDEF"]
    go_to(door.meeting, "dots", ola)
    return browsers


def sent(reasons: dict[str, str] | None = None, **dots: int) -> dict[str, str | int]:
    """Dots by the first word of a point, as the form sends them."""
    keys = {point.words.split()[0]: point.pk.hex for point in CommonPoint.objects.all()}
    given: dict[str, str | int] = {f"dots_{keys[name]}": count for name, count in dots.items()}
    return given | {f"reason_{keys[name]}": words for name, words in (reasons or {}).items()}


def give(browser: Client, door: Door, reasons: dict[str, str] | None = None, **dots: int) -> int:
    phase = door.meeting.phases.get(key="dots")
    return browser.post(f"/m/{door.code}/prikker/{phase.pk}/", sent(reasons, **dots)).status_code


def listed(world: World, door: Door, who: Member) -> str:
    phase = door.meeting.phases.get(key="dots")
    return " ".join(who.client.get(world.url(f"moter/{door.meeting_id}/prioritering/{phase.pk}/")).text.split())


def led(world: World, door: Door, who: Member) -> str:
    return who.client.get(world.url(f"moter/{door.meeting_id}/styring/")).text


def everybody_gives(room: list[Client], door: Door) -> None:
    for number, browser in enumerate(room):
        give(browser, door, {"Makkerpar": f"Grunn {number}"}, Makkerpar=3, Foreldrekaffe=number % 2)


def test_the_list_comes_when_the_phase_is_over_with_dots_people_and_reasons_without_names(
    world: World, room: list[Client], door: Door, ola: Member
):
    everybody_gives(room, door)
    assert "Grunn 1" not in listed(world, door, ola)
    assert "6 har gitt prikker" in listed(world, door, ola)

    go_to(door.meeting, "talk", ola)
    page = listed(world, door, ola)
    assert "18 prikker" in page
    assert "fra 6 deltakere" in page
    assert all(f"Grunn {number}" in page for number in range(6))
    assert page.index("Makkerpar ute") < page.index("Foreldrekaffe") < page.index("Fast møteleder")
    assert "Deltaker" not in page


def test_one_sees_ones_own_dots_and_changes_them(room: list[Client], door: Door):
    give(room[0], door, {"Makkerpar": "Det virket i vår"}, Makkerpar=3)
    assert "Det virket i vår" in room[0].get(f"/m/{door.code}/").text
    assert "Det virket i vår" not in room[1].get(f"/m/{door.code}/").text

    give(room[0], door, Foreldrekaffe=2)
    assert [(row.common.words if row.common else "", row.count) for row in Dots.objects.all()] == [("Foreldrekaffe", 2)]
    assert not DotReason.objects.exists()
    give(room[0], door)
    assert not DotCard.objects.exists()


def test_the_same_press_twice_is_one_card(room: list[Client], door: Door):
    for _twice in range(2):
        give(room[0], door, Makkerpar=2)

    assert (DotCard.objects.count(), Dots.objects.count()) == (1, 1)


def test_nobody_has_more_dots_than_the_others_and_nothing_typed_is_lost(room: list[Client], door: Door):
    phase = door.meeting.phases.get(key="dots")
    answer = room[0].post(
        f"/m/{door.code}/prikker/{phase.pk}/", sent({"Fast": "Mine ord"}, Makkerpar=3, Foreldrekaffe=2, Fast=1)
    )

    assert answer.status_code == 422
    assert "Ta bort 1 prikk." in answer.text
    assert "Mine ord" in answer.text
    assert not DotCard.objects.exists()


def test_a_point_takes_no_more_than_three_of_five(room: list[Client], door: Door):
    assert give(room[0], door, Makkerpar=4) == 422


def test_nothing_kept_tells_who_gave_what(room: list[Client], door: Door):
    give(room[0], door, {"Makkerpar": "Min grunn"}, Makkerpar=3)
    given = [row for row in every_row() if b"Min grunn" in row or DotCard.objects.get().mark.encode() in row]
    people = [(str(one.pk), one.digest, one.name) for one in Attendee.objects.all()]

    assert len(given) == 2
    assert not [row for row in given for facts in people for fact in facts if fact.encode() in row]
    card = DotCard.objects.get()
    assert not [row for row in given if b"Min grunn" in row and str(card.pk).encode() in row]


def test_when_the_meeting_has_moved_on_dots_are_neither_taken_nor_lost(room: list[Client], door: Door, ola: Member):
    go_to(door.meeting, "talk", ola)
    phase = door.meeting.phases.get(key="dots")
    answer = room[0].post(f"/m/{door.code}/prikker/{phase.pk}/", sent({"Fast": "Mine ord"}, Fast=1))

    assert answer.status_code == 409
    assert "Mine ord" in answer.text
    assert not DotCard.objects.exists()


def test_a_person_confirms_the_first_ones_and_everybody_sees_them_and_it_can_be_undone(
    world: World, room: list[Client], door: Door, ola: Member
):
    everybody_gives(room, door)
    phase = door.meeting.phases.get(key="dots")
    url = world.url(f"moter/{door.meeting_id}/prioritering/{phase.pk}/")
    assert ola.client.post(url, {"how_many": 1}).status_code == 409

    assert "6 av 6 har lagt prikker" in led(world, door, ola)
    go_to(door.meeting, "talk", ola)
    assert "Les opp rekkefølgen prikkene gir" in led(world, door, ola)
    for _twice in range(2):
        ola.client.post(url, {"how_many": 1})
    assert [row.common.words for row in Carrying.objects.all() if row.common] == ["Makkerpar ute"]
    wall = ola.client.get(world.url(f"moter/{door.meeting_id}/skjerm/")).text
    for seen in (room[0].get(f"/m/{door.code}/").text, wall):
        assert "Dette går vi videre med" in seen

    ola.client.post(f"{url}tilbaketrekking/")
    assert not Carrying.objects.exists()
    assert "Dette går vi videre med" not in room[0].get(f"/m/{door.code}/").text


def different_roles(door: Door, ola: Member, leaders: int, staff: int) -> None:
    """Leaders want the pairs, staff want the coffee."""
    browsers = [come_in(door, f"Nummer {number}") for number in range(leaders + staff)]
    for number, one in enumerate(Attendee.objects.order_by("came_at")):
        Attendee.objects.filter(pk=one.pk).update(role="leader" if number < leaders else "staff")
    go_to(door.meeting, "dots", ola)
    for number, browser in enumerate(browsers):
        give(browser, door, **({"Makkerpar": 3, "Fast": 1} if number < leaders else {"Foreldrekaffe": 3, "Fast": 1}))
    go_to(door.meeting, "talk", ola)


def test_where_roles_see_it_differently_whoever_leads_is_told(world: World, door: Door, ola: Member):
    different_roles(door, ola, 8, 8)
    page = listed(world, door, ola)

    assert "Leder har det høyere enn Assistent" in page
    assert "Slik fordelte rollene prikkene" in page


def test_a_role_of_fewer_than_five_is_neither_kept_nor_told(world: World, door: Door, ola: Member):
    different_roles(door, ola, 4, 8)

    assert set(DotCard.objects.values_list("role", flat=True)) == {"", "staff"}
    assert "Slik fordelte rollene prikkene" not in listed(world, door, ola)


def test_two_people_s_dots_are_never_shown_as_an_order(world: World, room: list[Client], door: Door, ola: Member):
    give(room[0], door, Makkerpar=3)
    give(room[1], door, Fast=3)
    go_to(door.meeting, "talk", ola)

    assert "prikker. Med så få ville rekkefølgen vise hva den enkelte ga" in listed(world, door, ola)
    assert 'id="rekkefolge"' not in listed(world, door, ola)


def test_four_people_s_dots_give_an_order_without_numbers(world: World, room: list[Client], door: Door, ola: Member):
    for browser in room[:4]:
        give(browser, door, Makkerpar=3, Fast=1)
    go_to(door.meeting, "talk", ola)
    page = listed(world, door, ola)

    assert "bare rekkefølgen vises" in page
    assert "12 prikker" not in page


def test_dots_on_a_point_that_has_them_keep_it_where_it_is(world: World, room: list[Client], door: Door, ola: Member):
    give(room[0], door, Makkerpar=3)
    common = CommonPoint.objects.get(words="Makkerpar ute")
    url = world.url(f"moter/{door.meeting_id}/punkter/{common.pk}/deling/")

    assert ola.client.post(url).status_code == 409
    assert Dots.objects.exists()


def test_only_whoever_leads_sees_the_list_and_never_the_wall(world: World, room: list[Client], cast: Cast):
    door, ola = Door.objects.get(), cast["ola"]
    everybody_gives(room, door)
    go_to(door.meeting, "talk", ola)
    phase = door.meeting.phases.get(key="dots")
    url = world.url(f"moter/{door.meeting_id}/prioritering/{phase.pk}/")

    assert [who.client.get(url).status_code for who in (ola, cast["nils"], cast["siri"])] == [200, 403, 404]
    for seen in (
        room[0].get(f"/m/{door.code}/").text,
        ola.client.get(world.url(f"moter/{door.meeting_id}/skjerm/")).text,
    ):
        assert "Grunn 1" not in seen
        assert "prikker</p>" not in seen
    assert Client().post(f"/m/{door.code}/prikker/{phase.pk}/").status_code == 404


def test_dots_outlive_those_who_gave_them(room: list[Client], door: Door, ola: Member):
    give(room[0], door, Makkerpar=3)
    hold(door.meeting, took_part=6, words=Text(), by=ola.person, at=NOW, today=THURSDAY)
    Attendee.objects.all().delete()

    assert DotCard.objects.count() == 1
    assert give(room[0], door, Fast=1) == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_pages_of_dots_ask_the_same_however_many_give(
    world: World, room: list[Client], door: Door, ola: Member, rows: int
):
    for browser in room[: 2 + rows]:
        give(browser, door, {"Makkerpar": "Fordi"}, Makkerpar=2, Fast=1)
    with asks(17):
        room[0].get(f"/m/{door.code}/")
    go_to(door.meeting, "talk", ola)
    with asks(18):
        listed(world, door, ola)
