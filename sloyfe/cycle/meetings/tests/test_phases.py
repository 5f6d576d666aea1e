"""The script of a meeting is stretched, moved, cut and added to, by buttons that a keyboard presses too."""

from conftest import Member, World
from sloyfe.cycle.meetings.models import Meeting, MeetingPhase
from sloyfe.cycle.meetings.tests.making import phases_of, staff_meeting


def press(who: Member, world: World, meeting: Meeting, key: str, button: str, **sent: object) -> int:
    phase = meeting.phases.get(key=key)
    return who.client.post(world.url(f"moter/{meeting.pk}/faser/{phase.pk}/{button}/"), sent).status_code


def minutes(meeting: Meeting, key: str) -> int:
    return meeting.phases.get(key=key).minutes


def test_a_phase_grows_and_shrinks_and_keeps_a_minute(world: World, ola: Member):
    meeting = staff_meeting(world, ola)
    press(ola, world, meeting, "group", "minutter", minutes=5)
    press(ola, world, meeting, "alone", "minutter", minutes=-60)

    assert (minutes(meeting, "group"), minutes(meeting, "alone")) == (20, 1)


def test_a_phase_moves_and_stays_at_the_ends(world: World, ola: Member):
    meeting = staff_meeting(world, ola)
    press(ola, world, meeting, "plenary", "plass", steps=-1)
    assert phases_of(meeting) == ["alone", "plenary", "group"]

    press(ola, world, meeting, "alone", "plass", steps=-1)
    press(ola, world, meeting, "group", "plass", steps=1)
    assert phases_of(meeting) == ["alone", "plenary", "group"]


def test_a_phase_that_is_left_out_counts_no_minutes_and_comes_back(world: World, ola: Member):
    meeting = staff_meeting(world, ola)
    press(ola, world, meeting, "alone", "utelatelse")
    assert Meeting.objects.in_space(world.space).get().script.minutes == 25
    page = ola.client.get(world.url(f"moter/{meeting.pk}/")).text
    assert "14:30–14:55" in page
    assert "Ta med igjen" in page

    press(ola, world, meeting, "alone", "utelatelse/tilbaketrekking")
    assert Meeting.objects.in_space(world.space).get().script.minutes == 30


def test_with_every_phase_left_out_the_page_still_stands(world: World, ola: Member):
    meeting = staff_meeting(world, ola)
    for key in phases_of(meeting):
        press(ola, world, meeting, key, "utelatelse")

    assert ola.client.get(world.url(f"moter/{meeting.pk}/")).status_code == 200


def test_a_phase_of_our_own_stands_last_and_brings_its_own_seating(world: World, ola: Member):
    meeting = staff_meeting(world, ola)
    said = {"title_nb": "Gå en tur", "form": "pair", "minutes": "20", "task_nb": "Gå to og to."}
    ola.client.post(world.url(f"moter/{meeting.pk}/faser/"), {**said, "title_nn": "", "task_nn": ""})

    own: MeetingPhase = meeting.phases.order_by("position").last()
    assert (own.title.read("nb"), own.minutes, own.grouping, own.output) == ("Gå en tur", 20, "mixed", "points")


def test_a_phase_is_written_anew_and_keeps_what_the_method_gave_it(world: World, ola: Member):
    meeting = staff_meeting(world, ola)
    phase = meeting.phases.get(key="group")
    said = {
        "title_nb": "Bli enige om to",
        "title_nn": "Bli einige om to",
        "form": "group",
        "minutes": "12",
        "version": "1",
    }
    ola.client.post(world.url(f"moter/{meeting.pk}/faser/{phase.pk}/"), {**said, "task_nb": "Snakk.", "help_nb": ""})

    phase.refresh_from_db()
    assert (phase.title.read("nn"), phase.minutes, phase.version) == ("Bli einige om to", 12, 2)
    assert phase.roles == ["chair", "timekeeper", "note_taker", "digression_guard"]


def test_only_those_who_lead_change_the_script(world: World, ola: Member, nils: Member, siri: Member, ute: Member):
    meeting = staff_meeting(world, ola)

    answers = [press(who, world, meeting, "group", "minutter", minutes=5) for who in (nils, siri, ute)]
    assert answers == [403, 404, 404]
    assert minutes(meeting, "group") == 15


def test_the_phase_of_another_meeting_is_not_found_through_this_one(world: World, ola: Member, kari: Member):
    here, elsewhere = staff_meeting(world, ola), staff_meeting(world, kari, places=[])
    foreign = elsewhere.phases.get(key="group")
    answer = ola.client.post(world.url(f"moter/{here.pk}/faser/{foreign.pk}/utelatelse/"))

    assert answer.status_code == 404
