"""Making a meeting of a method, reading it, changing it, calling it off."""

from datetime import date, timedelta

import pytest
import time_machine

from conftest import NOW, TODAY, Member, World, member, seat
from sloyfe.access.models import Opening, Seat, Space
from sloyfe.access.roles import Role
from sloyfe.cycle.meetings import content
from sloyfe.cycle.meetings.models import Meeting
from sloyfe.cycle.meetings.queries.hints import hints, working_days
from sloyfe.cycle.meetings.tests.conftest import Cast
from sloyfe.cycle.meetings.tests.making import THURSDAY, phases_of, sent, staff_meeting
from sloyfe.kit.text import Text


def page_of(world: World, meeting: Meeting, rest: str = "") -> str:
    return world.url(f"moter/{meeting.pk}/{rest}")


def test_a_leader_makes_thursdays_meeting_of_a_method(world: World, ola: Member):
    answer = ola.client.post(world.url("nytt-mote/"), sent(world))

    meeting = Meeting.objects.in_space(world.space).get()
    assert answer["Location"] == page_of(world, meeting, "gang/")
    assert (meeting.title.read("nn"), meeting.on, meeting.made_by) == ("IGP", THURSDAY, ola.person)
    assert phases_of(meeting) == ["alone", "group", "plenary"]
    assert meeting.preparation.read("nn").startswith("Les spørsmålet")
    assert [phase.as_script.minutes.usual for phase in meeting.phases.all()] == [5, 15, 10]


def test_the_copied_script_says_exactly_what_the_method_says(world: World, ola: Member):
    for method in content.methods():
        meeting = staff_meeting(world, ola, method=method.key)
        assert Meeting.objects.in_space(world.space).get(pk=meeting.pk).script == method.script


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"on": "torsdag"}, "Dette må rettes først"),
        ({"places": []}, "Dette må rettes først"),
        ({"method": "", "title_nb": ""}, "Gi møtet et navn."),
        ({"video": "javascript:alert(1)"}, "Dette må rettes først"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_typed_is_lost(world: World, ola: Member, changes, sentence: str):
    page = ola.client.post(world.url("nytt-mote/"), sent(world, question_nb="Hva nå?", **changes))

    assert page.status_code == 422
    assert sentence in page.text
    assert "Hva nå?" in page.text
    assert not Meeting.objects.in_space(world.space).exists()


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("9999-12-31", "Møtet kan vere høgst to år fram i tid."),
        ("2028-09-04", "Møtet kan vere høgst to år fram i tid."),
        ("2025-08-30", "Møtet kan vere høgst eitt år tilbake i tid."),
        ("0001-01-01", "Møtet kan vere høgst eitt år tilbake i tid."),
    ],
)
@pytest.mark.parametrize("form", ["nytt-mote/", "holdt-mote/"])
def test_a_slip_in_the_year_is_said_in_the_readers_language(world: World, ola: Member, form: str, day: str, sentence):
    ola.person.language = "nn"
    ola.person.save()
    page = ola.client.post(world.url(form), sent(world, on=day))

    assert (page.status_code, sentence in page.text, day in page.text) == (422, True, True)
    assert not Meeting.objects.in_space(world.space).exists()


@pytest.mark.parametrize("day", ["2028-09-01", "2025-09-01"])
def test_a_meeting_two_years_ahead_or_one_year_back_is_a_meeting(world: World, ola: Member, day: str):
    assert ola.client.post(world.url("nytt-mote/"), sent(world, on=day)).status_code == 302


def test_what_is_said_about_an_old_meeting_is_mended_without_moving_it(world: World, ola: Member):
    url = page_of(world, staff_meeting(world, ola, on=date(2024, 9, 5)), "opplysninger/")

    assert ola.client.post(url, sent(world, on="2024-09-05", title_nb="IGP", version="1")).status_code == 302
    assert ola.client.post(url, sent(world, on="2024-09-06", title_nb="IGP", version="2")).status_code == 422


def test_a_leader_meets_at_home_and_a_coordinator_gathers_the_network(world: World, ola: Member, kari: Member):
    elsewhere = sent(world, places=[str(world.kindergarten.place_id)])
    assert ola.client.post(world.url("nytt-mote/"), elsewhere).status_code == 422

    kari.client.post(world.url("nytt-mote/"), sent(world, places=[]))
    meeting = Meeting.objects.in_space(world.space).get()
    assert list(meeting.places.all()) == []


def test_a_units_meeting_is_seen_at_the_unit_and_above_and_nowhere_else(world: World, cast: Cast):
    page = page_of(world, staff_meeting(world, cast["ola"]))

    answers = {name: who.client.get(page).status_code for name, who in cast.items()}
    assert answers == {"kari": 200, "ola": 200, "nils": 200, "siri": 404, "ute": 404}
    assert page in cast["nils"].client.get(world.url("moter/")).text
    assert page not in cast["siri"].client.get(world.url("moter/")).text


def test_a_guest_sees_what_the_whole_network_is_invited_to_and_nothing_else(world: World, ola: Member, kari: Member):
    guest = member("Gjest", "gjest@example.org")
    seat(guest.person, world.space, Role.GUEST)
    own, common = staff_meeting(world, ola), staff_meeting(world, kari, places=[])

    assert [guest.client.get(page_of(world, each)).status_code for each in (own, common)] == [404, 200]


def test_a_private_units_meetings_are_seen_from_above_only_when_it_lets_them_in(
    world: World, ola: Member, kari: Member
):
    page = page_of(world, staff_meeting(world, ola))
    Space.objects.filter(pk=world.school.place_id).update(shielded=True)
    assert (kari.client.get(page).status_code, ola.client.get(page).status_code) == (404, 200)

    Opening.objects.create(place=world.school.place, given_by=ola.person, given_at=NOW)
    assert kari.client.get(page).status_code == 200


def test_whoever_left_a_shielded_unit_has_left_the_meetings_they_made_there(world: World, ola: Member):
    Space.objects.filter(pk=world.school.place_id).update(shielded=True)
    meeting = staff_meeting(world, ola)
    pages = [page_of(world, meeting), page_of(world, meeting, "styring/")]
    assert [ola.client.get(page).status_code for page in pages] == [200, 200]

    Seat.objects.filter(person=ola.person).update(until=TODAY - timedelta(days=1))
    seat(ola.person, world.kindergarten.place, Role.LEADER)
    assert [ola.client.get(page).status_code for page in pages] == [404, 404]


def test_a_meeting_for_the_network_is_seen_by_all_inside_it_and_led_by_those_who_gather(world: World, cast: Cast):
    meeting = staff_meeting(world, cast["kari"], places=[])
    seen = [who.client.get(page_of(world, meeting)).status_code for who in cast.values()]
    led = [who.client.get(page_of(world, meeting, "opplysninger/")).status_code for who in cast.values()]

    assert (seen, led) == ([200, 200, 200, 200, 404], [200, 403, 403, 200, 404])


def test_staff_read_the_programme_and_have_no_buttons(world: World, ola: Member, nils: Member):
    meeting = staff_meeting(world, ola)
    page = nils.client.get(page_of(world, meeting)).text

    assert "Gruppe: bli einige om tre" in page
    assert "Utelat" not in page
    assert "Avlys" not in page
    assert nils.client.post(page_of(world, meeting, "avlysning/")).status_code == 403


def test_two_who_change_the_meeting_at_once_see_both_texts(world: World, ola: Member):
    meeting = staff_meeting(world, ola)
    first = sent(world, title_nb="Mitt navn", version="1")
    ola.client.post(page_of(world, meeting, "opplysninger/"), first)
    second = ola.client.post(page_of(world, meeting, "opplysninger/"), {**first, "title_nb": "Et annet"})

    assert second.status_code == 409
    assert [pair[1:] for pair in second.context["pairs"]] == [("Mitt navn", "Et annet")]


def test_a_meeting_that_is_called_off_can_be_held_after_all(world: World, ola: Member, nils: Member):
    meeting = staff_meeting(world, ola)
    ola.client.post(page_of(world, meeting, "avlysning/"))
    assert "Møtet er avlyst." in ola.client.get(page_of(world, meeting)).text

    ola.client.post(page_of(world, meeting, "avlysning/tilbaketrekking/"))
    assert "Møtet er avlyst." not in nils.client.get(page_of(world, meeting)).text


def test_the_method_advises_and_never_stops(world: World, ola: Member):
    meeting = staff_meeting(world, ola, question=Text.of(nb="Vi innfører faste plasser."))

    found = hints(meeting, today=date(2026, 9, 2))
    assert [hint.split(".")[0] for hint in found] == [
        "Prøv å gjøre teksten til et spørsmål",
        "Det er under tre arbeidsdager til",
    ]
    assert hints(staff_meeting(world, ola), today=date(2026, 8, 20)) == []


def test_working_days_skip_the_weekend():
    assert working_days(date(2026, 9, 4), date(2026, 9, 7)) == 1


@time_machine.travel("2026-09-03 08:00+02:00", tick=False)
def test_the_run_sheet_has_every_phase_with_its_time_of_day(world: World, ola: Member):
    sheet = ola.client.get(page_of(world, staff_meeting(world, ola), "kjoreplan/")).text

    for clock, title in (("14:30", "Individuelt"), ("14:35", "Gruppe"), ("14:50", "Plenum")):
        assert f"{clock} {title}" in sheet
    assert "ordstyrer, tidtaker, skriver, viddevakt" in sheet
