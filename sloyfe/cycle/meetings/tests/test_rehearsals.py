"""A rehearsal: a copy of a meeting with people who do not exist, who do what people do, and leave nothing behind."""

import re
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine

from conftest import NOW, Member, World
from sloyfe.cycle.meetings.actions import copying, decisions, feedback, meetings, outcomes, playing, rehearsals, tables
from sloyfe.cycle.meetings.actions.for_real import OnlyRehearsed
from sloyfe.cycle.meetings.actions.points import note_common
from sloyfe.cycle.meetings.actions.running import begin_phase
from sloyfe.cycle.meetings.models import Attendee, Dots, Meeting, Note, Outcome, Point, Rehearsal, TableTask
from sloyfe.cycle.meetings.queries.materials import last_trial
from sloyfe.cycle.meetings.queries.outcomes import Kind
from sloyfe.cycle.meetings.queries.running import start_of
from sloyfe.cycle.meetings.station import STATION
from sloyfe.cycle.meetings.tests.conftest import Cast
from sloyfe.cycle.meetings.tests.making import THURSDAY, phases_of, staff_meeting
from sloyfe.cycle.meetings.tests.test_joining import come_in
from sloyfe.kit.text import Text

SAID = "Øvelse – ingen av dem er ekte"
SAID_NN = "Øving – ingen av dei er ekte"


def read(row: Meeting) -> Meeting:
    found: Meeting = Meeting.with_rehearsals.bounded().select_related("rehearsal__by", "door").get(pk=row.pk)
    return found


@pytest.fixture
def meeting(world: World, ola: Member) -> Meeting:
    return staff_meeting(world, ola)


@pytest.fixture
def tried(meeting: Meeting, ola: Member) -> Meeting:
    return read(rehearsals.rehearse(meeting, 24, by=ola.person, at=NOW))


def move_on(row: Meeting, key: str, by: Member, minutes: int) -> None:
    """To a phase, so long after now, with everything done that people are about to do."""
    at = NOW + timedelta(minutes=minutes)
    playing.play(read(row), at=at, finishing=True)
    now = start_of(row)
    begin_phase(read(row).phases.get(key=key), seen=now.mark if now else "", by=by.person, at=at)


def test_one_press_makes_a_copy_with_a_door_and_as_many_people_as_were_chosen(
    world: World, meeting: Meeting, ola: Member
):
    answer = ola.client.post(world.url(f"moter/{meeting.pk}/ovelse/"), {"people": "24"})
    row = Rehearsal.objects.get()

    assert answer["Location"] == world.url(f"moter/{row.meeting_id}/styring/")
    copy = read(row.meeting)
    assert (row.of, row.people, phases_of(copy)) == (meeting, 24, phases_of(meeting))
    assert (copy.question, list(copy.places.all())) == (meeting.question, list(meeting.places.all()))
    assert copy.door.code != getattr(meeting, "door", None)
    ola.client.post(world.url(f"moter/{meeting.pk}/ovelse/"), {"people": "6"})
    assert Rehearsal.objects.count() == 1
    assert ola.client.post(world.url(f"moter/{meeting.pk}/ovelse/"), {"people": "7"}).status_code == 422


def test_people_come_in_over_time_and_latecomers_when_it_has_begun(tried: Meeting, ola: Member):
    playing.play(tried, at=NOW + timedelta(seconds=5))
    some = Attendee.objects.count()
    playing.play(tried, at=NOW + timedelta(seconds=30))
    assert 0 < some < Attendee.objects.count() < 24

    begin_phase(tried.phases.get(key="alone"), seen="", by=ola.person, at=NOW + timedelta(minutes=1))
    playing.play(read(tried), at=NOW + timedelta(minutes=3))
    assert Attendee.objects.count() == 24
    assert {one.place for one in Attendee.objects.select_related("place")} == set(tried.places.all())


def test_they_write_lay_points_and_agree_in_time_with_the_phases(tried: Meeting, ola: Member):
    move_on(tried, "alone", ola, 1)
    assert not Note.objects.exists()
    playing.play(read(tried), at=NOW + timedelta(seconds=90))
    some = Note.objects.count()
    assert 0 < some < 22

    move_on(tried, "group", ola, 4)
    assert Note.objects.count() == 22
    assert not Point.objects.exists()
    playing.play(read(tried), at=NOW + timedelta(minutes=4, seconds=40))
    assert Point.objects.filter(agreement=None).exists()
    move_on(tried, "plenary", ola, 8)
    assert all(group.points.filter(agreement__isnull=False).count() == 3 for group in groups())


def groups():
    return {point.group for point in Point.objects.select_related("group")}


def test_what_they_do_is_done_once_and_falls_the_same_way_whenever_it_is_asked(tried: Meeting, ola: Member):
    move_on(tried, "alone", ola, 1)
    for second in (70, 80, 80, 100, 300):
        playing.play(read(tried), at=NOW + timedelta(seconds=second))
    names = sorted(Attendee.objects.values_list("name", flat=True))
    notes = sorted(Note.objects.values_list("attendee__name", "version"))
    assert {version for _name, version in notes} == {1}

    Attendee.objects.all().delete()
    playing.play(read(tried), at=NOW + timedelta(seconds=300))
    assert sorted(Attendee.objects.values_list("name", flat=True)) == names
    assert sorted(Note.objects.values_list("attendee__name", "version")) == notes


@time_machine.travel(NOW, tick=False)
def test_they_give_dots(world: World, kari: Member):
    row = read(rehearsals.rehearse(staff_meeting(world, kari, method="prioritering"), 6, by=kari.person, at=NOW))
    for words in ("Ute", "Inne"):
        note_common(row, words, by=kari.person, at=NOW)
    dotted = next(phase for phase in row.phases.all() if phase.output == "priorities")
    move_on(row, dotted.key, kari, 0)
    playing.play(read(row), at=NOW, finishing=True)
    playing.play(read(row), at=NOW, finishing=True)

    assert Dots.objects.values("card").distinct().count() == 6


@pytest.mark.parametrize(
    "method", ["kafedialog", "dialogkonferanse", "laerende-mote", "stastedsmote", "swot", "planleggingsdag"]
)
def test_every_phase_of_a_method_can_be_gone_through(world: World, kari: Member, method: str):
    row = read(rehearsals.rehearse(staff_meeting(world, kari, method=method), 6, by=kari.person, at=NOW))
    for nth, key in enumerate(phases_of(row)):
        move_on(row, key, kari, nth)
    playing.play(read(row), at=NOW + timedelta(hours=1), finishing=True)

    assert Point.objects.exists()
    assert start_of(row) is not None


def test_it_stands_in_no_list_calendar_or_statistics(world: World, kari: Member, cast: Cast):
    row = rehearsals.rehearse(staff_meeting(world, kari, places=[]), 6, by=kari.person, at=NOW)

    assert str(row.pk) not in " ".join(event.url for event in STATION.events(world.round))
    for name in ("kari", "ola", "nils", "siri"):
        pages = [cast[name].client.get(world.url(rest)).text for rest in ("", "moter/")]
        assert str(row.pk) not in " ".join(pages)
    assert not Meeting.objects.in_space(world.space).filter(pk=row.pk).exists()


def test_only_those_who_lead_find_it(world: World, tried: Meeting, cast: Cast):
    url = world.url(f"moter/{tried.pk}/")

    assert {name: who.client.get(url).status_code for name, who in cast.items()} == {
        "kari": 200, "ola": 200, "nils": 404, "siri": 404, "ute": 404,
    }  # fmt: skip


def test_it_is_never_the_last_trial(world: World, meeting: Meeting, tried: Meeting, ola: Member):
    decisions.decide(tried, what=Text.of(nb="Bare på liksom"), due=None, by=ola.person, at=NOW)

    assert last_trial(staff_meeting(world, ola)) is None


TAKEN: dict[str, Callable[[Meeting, Member], object]] = {
    "a need, a finding, an expectation or work": lambda row, by: outcomes.take_further(
        row, {}, Kind.NEED, lambda: row, by=by.person, at=NOW
    ),
    "a task that goes home": lambda row, by: tables.take_home(
        TableTask(pk=uuid4()), row, row.round, language="nb", by=by.person, at=NOW
    ),
    "a measure in the plan": lambda row, by: decisions.put_in_plan(
        decisions.decide(row, what=Text.of(nb="Prøve"), due=None, by=by.person, at=NOW), None, by=by.person, at=NOW
    ),
    "a survey": lambda row, by: feedback.ask_for_feedback(row, by=by.person, at=NOW),
    "a meeting that was held": lambda row, by: meetings.hold(
        row, took_part=6, words=Text(), by=by.person, at=NOW, today=THURSDAY
    ),
    "another meeting": lambda row, by: copying.copy_meeting(
        row, by=by.person, at=NOW, places=[], on=THURSDAY, starts=row.starts, title=row.title
    ),
    "a template": lambda row, by: copying.keep_template(row, title=row.title, place=None, by=by.person, at=NOW),
    "a rehearsal of the rehearsal": lambda row, by: rehearsals.rehearse(row, 6, by=by.person, at=NOW),
}


@pytest.mark.parametrize("becomes", TAKEN)
def test_nothing_comes_of_it(tried: Meeting, ola: Member, becomes: str):
    with pytest.raises(OnlyRehearsed, match="øvelse"):
        TAKEN[becomes](tried, ola)
    assert not Outcome.objects.exists()


@pytest.mark.parametrize("becomes", ["behov", "funn", "forventning", "mellomarbeid", "beslutning"])
def test_the_forms_that_take_a_point_further_refuse_with_a_sentence(
    world: World, tried: Meeting, ola: Member, becomes: str
):
    point = note_common(tried, "Ute", by=ola.person, at=NOW)
    said = {
        "wording_nb": "Ute", "title_nb": "Ute", "story_nb": "Ute", "words_nb": "Ute", "what_nb": "Ute", "who": "Vi",
        "place": world.school.place_id, "unit": world.school.pk, "kind": "story", "anonymised": "on",
        "by_party": world.school.pk, "of_party": world.university.pk, "with_whom_nb": "Alle", "due": "",
    }  # fmt: skip
    answer = ola.client.post(world.url(f"moter/{tried.pk}/videre/{point.pk}/{becomes}/"), said)

    assert answer.status_code in (409, 422)
    assert not Outcome.objects.exists()


def test_every_page_of_it_says_so(world: World, tried: Meeting, ola: Member):
    move_on(tried, "alone", ola, 1)
    move_on(tried, "group", ola, 4)
    group = tried.phases.get(key="group")
    rests = [
        "", "styring/", "kjoreplan/", "gang/", "punkter/", "beslutninger/", "dor/", "oppgaver/", "ovelse/fjerning/",
        f"grupper/{group.pk}/", f"grupper/{group.pk}/utskrift/bord/", f"faser/{group.pk}/",
        f"deltakere/{Attendee.objects.filter(meeting=tried)[0].pk}/",
    ]  # fmt: skip
    pages = {rest: ola.client.get(world.url(f"moter/{tried.pk}/{rest}"), follow=True) for rest in rests}

    assert {rest: answer.status_code for rest, answer in pages.items()} == dict.fromkeys(rests, 200)
    assert [rest for rest, answer in pages.items() if not re.search(f"{SAID}|{SAID_NN}", answer.text)] == []
    assert ola.client.get(world.url(f"moter/{tried.pk}/referat/")).status_code == 409


def test_the_leader_joins_with_a_phone_and_is_told_too(tried: Meeting, ola: Member):
    phone = come_in(tried.door, "Ola")

    assert re.search(f"{SAID}|{SAID_NN}", phone.get(f"/m/{tried.door.code}/").text)


def test_the_page_of_whoever_leads_lets_people_act_and_moving_on_lets_them_finish(
    world: World, tried: Meeting, ola: Member
):
    url = world.url(f"moter/{tried.pk}/styring/")
    with time_machine.travel(NOW + timedelta(seconds=20)):
        ola.client.get(url)
        assert Attendee.objects.exists()
        ola.client.post(f"{url}fase/", {"seen": "", "phase": tried.phases.get(key="alone").pk})
    mark = start_of(tried)
    with time_machine.travel(NOW + timedelta(seconds=40)):
        ola.client.post(f"{url}fase/", {"seen": mark.mark if mark else "", "phase": tried.phases.get(key="group").pk})
    assert Note.objects.count() == 22


def test_it_is_thrown_away_after_a_question_and_the_meeting_stands(
    world: World, meeting: Meeting, tried: Meeting, ola: Member
):
    move_on(tried, "alone", ola, 1)
    url = world.url(f"moter/{tried.pk}/ovelse/fjerning/")
    ola.client.get(url)
    assert Rehearsal.objects.exists()

    assert ola.client.post(url)["Location"] == world.url(f"moter/{meeting.pk}/")
    assert not Attendee.objects.exists()
    assert list(Meeting.with_rehearsals.in_space(world.space)) == [meeting]
    assert ola.client.post(world.url(f"moter/{meeting.pk}/ovelse/fjerning/")).status_code == 404
    with pytest.raises(rehearsals.NoRehearsal):
        rehearsals.throw_away(meeting, by=ola.person, at=NOW)


def test_the_worker_plays_on_and_throws_away_what_is_two_days_old(tried: Meeting):
    playing.play_on(at=NOW + timedelta(seconds=30))
    assert Attendee.objects.exists()
    playing.play_on(at=NOW + timedelta(days=2))
    assert Rehearsal.objects.exists()
    playing.play_on(at=NOW + timedelta(days=2, seconds=1))
    assert not Rehearsal.objects.exists()
