"""Beginning with what one has: the same as last time, and templates of our own."""

from typing import Any

import pytest

from conftest import NOW, Member, World
from sloyfe.cycle.meetings.actions import copying, decisions
from sloyfe.cycle.meetings.models import Meeting, Omission, ScriptTemplate
from sloyfe.cycle.meetings.tests.making import phases_of, sent, staff_meeting
from sloyfe.cycle.partnership.tests.asking import asks
from sloyfe.kit.text import Text

NAMED = {"title_nb": "Torsdagen vår", "title_nn": "Torsdagen vår"}


@pytest.fixture
def meeting(world: World, ola: Member) -> Meeting:
    return staff_meeting(world, ola)


def page(world: World, meeting: Meeting, rest: str) -> str:
    return world.url(f"moter/{meeting.pk}/{rest}/")


def copied(world: World, who: Member, meeting: Meeting) -> Meeting:
    data: dict[str, Any] = {**sent(world, on="2026-09-10"), **NAMED}
    answer = who.client.post(page(world, meeting, "kopi"), data)
    return Meeting.objects.in_space(world.space).get(pk=answer["Location"].split("/")[4])


def keep(world: World, who: Member, meeting: Meeting, whose: str = "") -> int:
    data = {**NAMED, "whose": whose or str(world.school.place_id)}
    return who.client.post(page(world, meeting, "mal"), data).status_code


def test_the_same_as_last_time_a_week_later(world: World, ola: Member, meeting: Meeting):
    Omission.objects.create(phase=meeting.phases.get(key="alone"), by=ola.person, at=NOW)
    assert 'value="2026-09-10"' in ola.client.get(page(world, meeting, "kopi")).text
    new = copied(world, ola, meeting)

    assert (new.follows, phases_of(new), new.method) == (meeting, ["alone", "group", "plenary"], "igp")
    assert new.phases.get(key="alone").is_left_out
    assert not set(new.phases.values_list("pk", flat=True)) & set(meeting.phases.values_list("pk", flat=True))


def test_what_was_decided_last_time_comes_first_by_itself(world: World, ola: Member, meeting: Meeting):
    decisions.decide(meeting, what=Text.of(nb="Prøve par"), due=None, by=ola.person, at=NOW)
    new = copied(world, ola, meeting)
    first = new.phases.order_by("position").first()
    assert (first.material, new.phases.count()) == ("last_trial", 4)

    decisions.decide(new, what=Text.of(nb="Prøve mer"), due=None, by=ola.person, at=NOW)
    assert copied(world, ola, new).phases.filter(material="last_trial").count() == 1


def test_a_script_is_kept_as_the_units_own_template_and_stands_beside_the_methods(
    world: World, ola: Member, nils: Member, siri: Member, meeting: Meeting
):
    assert keep(world, ola, meeting) == 302

    assert "Torsdagen vår" in nils.client.get(world.url("metoder/")).text
    assert "Torsdagen vår" not in siri.client.get(world.url("metoder/")).text
    assert "Torsdagen vår (30 min)" in ola.client.get(world.url("nytt-mote/")).text


def test_a_meeting_is_made_of_a_template(world: World, ola: Member, meeting: Meeting):
    keep(world, ola, meeting)
    template = ScriptTemplate.objects.in_space(world.space).get()
    ola.client.post(world.url("nytt-mote/"), sent(world, method=f"mal:{template.pk}"))

    new = Meeting.objects.in_space(world.space).get(template=template, method="")
    assert (new.title.read("nb"), phases_of(new)) == ("Torsdagen vår", phases_of(meeting))
    assert new.script == meeting.script


def test_a_template_is_edited_by_a_meeting_and_gets_a_new_version(world: World, ola: Member, meeting: Meeting):
    keep(world, ola, meeting)
    ola.client.post(page(world, meeting, f"faser/{meeting.phases.get(key='group').pk}/minutter"), {"minutes": "5"})
    assert keep(world, ola, meeting, "renew") == 302

    template = ScriptTemplate.objects.in_space(world.space).get()
    assert (template.version, template.minutes) == (2, 35)


def test_only_those_who_gather_keep_templates_of_the_partnership(
    world: World, ola: Member, kari: Member, siri: Member, meeting: Meeting
):
    assert keep(world, ola, meeting, "whole") == 422
    assert keep(world, kari, meeting, "whole") == 302
    assert "Torsdagen vår" in siri.client.get(world.url("metoder/")).text


def test_a_template_is_put_away_and_fetched_again(world: World, ola: Member, nils: Member, ute: Member, meeting):
    keep(world, ola, meeting)
    template = ScriptTemplate.objects.in_space(world.space).get()
    url = world.url(f"maler/{template.pk}/bortlegging/")
    assert [who.client.post(url).status_code for who in (nils, ute, ola)] == [403, 404, 302]

    assert "Torsdagen vår" not in nils.client.get(world.url("metoder/")).text
    assert "Torsdagen vår" not in ola.client.get(world.url("nytt-mote/")).text
    assert "Hent fram igjen" in ola.client.get(world.url("metoder/")).text
    ola.client.post(world.url(f"maler/{template.pk}/framhenting/"))
    assert "Torsdagen vår" in nils.client.get(world.url("metoder/")).text


def test_a_template_carries_nothing_from_the_meeting_itself(world: World, ola: Member, meeting: Meeting):
    decisions.decide(meeting, what=Text.of(nb="Hemmelig"), due=None, by=ola.person, at=NOW)
    keep(world, ola, meeting)
    row = ScriptTemplate.objects.in_space(world.space).get()

    assert "Hemmelig" not in str(row.phases)
    assert {key for phase in row.phases for key in phase} & {"by", "at", "starts"} == set()


@pytest.mark.parametrize("rows", [1, 3])
def test_the_library_asks_the_same_however_many_templates_there_are(
    world: World, ola: Member, nils: Member, meeting: Meeting, rows: int
):
    for _row in range(rows):
        copying.keep_template(meeting, title=Text.of(nb="Vår"), place=world.school.place, by=ola.person, at=NOW)
    with asks(5):
        assert nils.client.get(world.url("metoder/")).status_code == 200
