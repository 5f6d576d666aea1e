"""Thursday's meeting in five minutes: the whole script on one page, the last change undone."""

from typing import Any

import pytest

from conftest import Member, World
from sloyfe.cycle.meetings.content.blocks import blocks
from sloyfe.cycle.meetings.models import EarlierScript, Meeting, MeetingPhase
from sloyfe.cycle.meetings.queries.hints import hints
from sloyfe.cycle.meetings.queries.running import standing
from sloyfe.cycle.meetings.tests.making import THURSDAY, phases_of, sent, staff_meeting
from sloyfe.cycle.partnership.tests.asking import asks

PRESSED = ("up", "down", "less", "more", "leave", "take", "remove")


def url(world: World, meeting: Meeting, rest: str = "") -> str:
    return world.url(f"moter/{meeting.pk}/gang/{rest}")


def filled(who: Member, world: World, meeting: Meeting) -> dict[str, Any]:
    """What the page sends when nothing is changed, read from the page itself."""
    form = who.client.get(url(world, meeting)).context["form"]
    data: dict[str, Any] = {"seen": form["seen"].value(), "order": form["order"].value(), "whole": "60"}
    for line in form.lines:
        for name in ("title", "task", "help"):
            for language in ("nb", "nn"):
                data[f"{line.prefix}-{name}_{language}"] = line.initial[name].entries.get(language, "")
        for name in ("form", "minutes", "part", "grouping", "roles", "material"):
            data[f"{line.prefix}-{name}"] = line.initial[name]
    return data


def field(meeting: Meeting, key: str, name: str) -> str:
    return f"f{meeting.phases.get(key=key).pk.hex}-{name}"


def save(who: Member, world: World, meeting: Meeting, press: str = "", **changes: Any) -> Any:
    name, _dot, key = press.partition(":")
    pressed = f"{name}:{meeting.phases.get(key=key).pk.hex}" if key else press
    return who.client.post(url(world, meeting), {**filled(who, world, meeting), "press": pressed, **changes})


@pytest.fixture
def meeting(world: World, ola: Member) -> Meeting:
    return staff_meeting(world, ola)


def as_read(meeting: Meeting) -> list[tuple[str, str, int]]:
    return [(each.key, each.title.read("nb"), each.minutes) for each in meeting.phases.order_by("position")]


def test_a_new_meeting_opens_with_its_script_to_be_written_in(world: World, ola: Member):
    answer = ola.client.post(world.url("nytt-mote/"), sent(world))
    page = ola.client.get(answer["Location"]).text

    assert "Lagre gangen" in page
    assert "15:00" in page


def test_a_page_that_was_not_touched_changes_nothing(world: World, ola: Member, meeting: Meeting):
    before = list(meeting.phases.order_by("position").values())
    assert save(ola, world, meeting).status_code == 302

    assert list(meeting.phases.order_by("position").values()) == before
    assert not EarlierScript.objects.exists()


def test_titles_minutes_tasks_form_roles_and_order_are_written_at_once(world: World, ola: Member, meeting: Meeting):
    keys = [phase.pk.hex for phase in meeting.phases.order_by("-position")]
    changes = {
        field(meeting, "alone", "minutes"): "8",
        field(meeting, "group", "title_nb"): "Snakk sammen",
        field(meeting, "group", "roles"): ["chair"],
        field(meeting, "plenary", "task_nn"): "Hør godt etter.",
    }
    save(ola, world, meeting, order=",".join(keys), **changes)

    assert phases_of(meeting) == ["plenary", "group", "alone"]
    group = meeting.phases.get(key="group")
    assert (group.title.read("nb"), group.roles, group.rules) == ("Snakk sammen", ["chair"], group.rules)
    assert (meeting.phases.get(key="alone").minutes, meeting.phases.get(key="alone").version) == (8, 2)
    assert meeting.phases.get(key="plenary").task.read("nn") == "Hør godt etter."


def test_what_was_typed_is_saved_with_whatever_is_pressed(world: World, ola: Member, meeting: Meeting):
    save(ola, world, meeting, "down:alone", **{field(meeting, "group", "minutes"): "19"})

    assert as_read(meeting)[0][::2] == ("group", 19)
    assert phases_of(meeting) == ["group", "alone", "plenary"]


def test_the_last_change_is_undone_also_a_removal(world: World, ola: Member, meeting: Meeting):
    before, rows = as_read(meeting), set(meeting.phases.values_list("pk", flat=True))
    save(ola, world, meeting, "remove:group")
    assert phases_of(meeting) == ["alone", "plenary"]

    ola.client.post(url(world, meeting, "angring/"))
    assert as_read(meeting) == before
    assert set(meeting.phases.values_list("pk", flat=True)) == rows
    assert ola.client.post(url(world, meeting, "angring/")).status_code == 409


def test_buttons_elsewhere_are_undone_here_too(world: World, ola: Member, meeting: Meeting):
    before = as_read(meeting)
    for press in ("utelatelse", "minutter", "plass"):
        phase = meeting.phases.get(key="alone")
        ola.client.post(world.url(f"moter/{meeting.pk}/faser/{phase.pk}/{press}/"), {"minutes": "5", "steps": "1"})
    for _press in range(3):
        ola.client.post(url(world, meeting, "angring/"))

    assert as_read(meeting) == before
    assert not MeetingPhase.objects.filter(meeting=meeting, omission__isnull=False).exists()


def test_a_phase_that_people_have_worked_in_is_not_taken_away(world: World, ola: Member, meeting: Meeting):
    phase = meeting.phases.get(key="alone")
    ola.client.post(world.url(f"moter/{meeting.pk}/styring/fase/"), {"phase": str(phase.pk), "seen": ""})
    page = save(ola, world, meeting, "remove:alone")

    assert page.status_code == 409
    assert "blir stående" in page.text
    assert phases_of(meeting)[0] == "alone"


def test_it_is_made_to_fit_sixty_minutes_within_the_room_of_each_phase(world: World, ola: Member):
    meeting = staff_meeting(world, ola, method="igp-lang")
    save(ola, world, meeting, "fit", whole="50")
    rows = list(meeting.phases.all())

    assert sum(row.minutes for row in rows) == 50
    assert all(row.room[0] <= row.minutes <= row.room[1] for row in rows)


def test_what_cannot_fit_is_said_and_nothing_typed_is_lost(world: World, ola: Member, meeting: Meeting):
    page = save(ola, world, meeting, "fit", whole="5", **{field(meeting, "group", "title_nb"): "Ordet mitt"})

    assert page.status_code == 409
    assert "Så kort kan ikke fasene bli" in page.text
    assert "Ordet mitt" in page.text
    assert as_read(meeting)[1][1] != "Ordet mitt"


def test_a_wrong_number_is_said_where_it_stands(world: World, ola: Member, meeting: Meeting):
    page = save(ola, world, meeting, **{field(meeting, "group", "minutes"): "mange"})

    assert page.status_code == 422
    assert "Minutter: " in page.text
    assert 'value="mange"' in page.text


@pytest.mark.parametrize("block", blocks(), ids=lambda block: block.key)
def test_everything_in_the_palette_can_be_added(world: World, ola: Member, meeting: Meeting, block):
    save(ola, world, meeting, "add", block=block.key)
    meeting = Meeting.objects.in_space(world.space).get()

    made = [each for each in meeting.phases.order_by("position") if each.key.startswith("own-")]
    assert [each.title for each in made] == [phase.title for phase in block.phases]
    assert {each.part for each in made} == {block.part}
    known = set(phases_of(meeting))
    assert all(set(each.builds_on) <= known and {each.groups_from} <= known | {""} for each in made)
    assert meeting.phases.order_by("position").first().key.startswith("own-") == block.first
    assert standing(meeting, now=meeting.begins_at).count == 3 + len(made)


def test_two_minutes_for_those_who_come_unprepared_are_put_first_in_one_press(world: World, ola: Member):
    meeting = staff_meeting(world, ola, method="lyttende-dialog")
    assert "Sett inn to minutter i starten" in ola.client.get(url(world, meeting)).text
    save(ola, world, meeting, "prepare")

    first = meeting.phases.order_by("position").first()
    assert (first.minutes, first.form, first.material) == (2, "individual", "preparation")
    assert "Sett inn to minutter i starten" not in ola.client.get(url(world, meeting)).text


def test_the_daily_running_of_things_stands_last_and_by_itself(world: World, ola: Member, meeting: Meeting):
    save(ola, world, meeting, "add", block="operations")
    save(ola, world, meeting, "add", block="break")

    assert [each.part for each in meeting.phases.order_by("position")] == ["development"] * 4 + ["operations"]
    assert "Drift, for seg selv til slutt" in ola.client.get(url(world, meeting)).text
    fresh = Meeting.objects.in_space(world.space).get()
    assert any("både utvikling og drift" in hint for hint in hints(fresh, today=THURSDAY))


def test_of_two_who_design_at_once_the_second_is_told_and_loses_nothing(world: World, ola: Member, meeting: Meeting):
    old = filled(ola, world, meeting)
    save(ola, world, meeting, **{field(meeting, "alone", "minutes"): "8"})
    late = {**old, "press": "", field(meeting, "group", "title_nb"): "Min tittel"}
    page = ola.client.post(url(world, meeting), late)

    assert page.status_code == 409
    assert "Noen andre har endret gangen" in page.text
    assert "Min tittel" in page.text
    again = {**late, "seen": page.context["form"]["seen"].value()}
    assert ola.client.post(url(world, meeting), again).status_code == 302


def test_only_those_who_lead_design(world: World, meeting: Meeting, nils: Member, siri: Member, ute: Member):
    pages = [who.client.get(url(world, meeting)).status_code for who in (nils, siri, ute)]
    presses = [who.client.post(url(world, meeting, "angring/")).status_code for who in (nils, siri, ute)]

    assert (pages, presses) == ([403, 404, 404], [403, 404, 404])


@pytest.mark.parametrize("method", ["igp-kort", "planleggingsdag"])
def test_the_page_asks_the_same_however_many_phases_there_are(world: World, ola: Member, method: str):
    meeting = staff_meeting(world, ola, method=method)
    with asks(8):
        assert ola.client.get(url(world, meeting)).status_code == 200
