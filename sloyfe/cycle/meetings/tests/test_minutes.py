"""The minutes: what the groups came to and what was decided, and never who was there, who said what, or a note."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from django.test import Client

from conftest import NOW, Member, World
from sloyfe.cycle.meetings.actions import decisions, points
from sloyfe.cycle.meetings.actions.meetings import hold
from sloyfe.cycle.meetings.actions.running import begin_phase
from sloyfe.cycle.meetings.actions.tables import park
from sloyfe.cycle.meetings.models import Carrying, CommonPoint, Door, Group, Meeting, Note, Outcome, Point
from sloyfe.cycle.meetings.papers.minutes import minutes_paper
from sloyfe.cycle.meetings.queries.minutes import minutes_of
from sloyfe.cycle.meetings.tests.conftest import Cast
from sloyfe.cycle.meetings.tests.making import THURSDAY
from sloyfe.cycle.meetings.tests.test_notes import SECRET, write
from sloyfe.cycle.meetings.tests.test_points import NAMES, agreed, door, go_to, lay, meeting, room  # noqa: F401
from sloyfe.cycle.partnership.tests.asking import asks
from sloyfe.documents.tree import Document, Language
from sloyfe.kit.text import Text

UNSAID = "Det vi bare snakket om"
BUTTON = [("docx", b"PK"), ("odt", b"PK"), ("pdf", b"%PDF")]


def words_of(value: object) -> Iterator[str]:
    """Every word of a document tree, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for each in value:
            yield from words_of(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from words_of(getattr(value, field.name))


def fresh(row: Meeting) -> Meeting:
    return Meeting.objects.in_space(row.space).get(pk=row.pk)


def paper(row: Meeting, language: Language = "nb") -> Document:
    return minutes_paper(minutes_of(fresh(row), now=NOW + timedelta(hours=9)), language, date(2026, 9, 4))


@pytest.fixture
def held(meeting: Meeting, door: Door, room: list[list[Client]], ola: Member) -> Meeting:  # noqa: F811
    """Eight people, notes, two tables that agree, a common point, a decision, and a few words at the end."""
    go_to(meeting, "alone", ola)
    write(room[0][0], door, SECRET)
    go_to(meeting, "group", ola)
    rows = agreed(room, door, "Makkerpar", "Ut hver dag")
    lay(room[0][1], door, UNSAID)
    third = points.merge(meeting, rows, "Faste par, ute", by=ola.person, at=NOW)
    Carrying.objects.create(phase=meeting.phases.get(key="plenary"), rank=1, common=third, by=ola.person, at=NOW)
    lay(room[1][0], door, "Mer hvile")
    points.agree(Point.objects.get(words="Mer hvile"), meeting)
    made = decisions.decide(meeting, what=Text.of(nb="Prøve i to uker"), due=date(2026, 10, 1), by=ola.person, at=NOW)
    decisions.put_in_plan(made, None, by=ola.person, at=NOW)
    said = Text.of(nb="Vi går for par.", nn="Vi går for par, vi.")
    hold(meeting, took_part=8, words=said, by=ola.person, at=NOW + timedelta(hours=8), today=THURSDAY)
    return meeting


def test_it_tells_point_group_and_meeting(held: Meeting):
    said = list(words_of(paper(held)))

    assert "Faste par, ute (fra bord 1, 2)" in said
    assert "Bord 2: Mer hvile" in said
    assert {"8 personer", "Vi går for par.", "Prøve i to uker", "01.10.2026", "Faste par, ute"} <= set(said)
    assert any(words.startswith("http") and "/plan/" in words for words in said)


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_no_name_and_no_note_and_nothing_that_was_only_talked_about_is_in_the_tree(held: Meeting, language: Language):
    assert Note.objects.exists()
    said = " ".join(words_of(paper(held, language)))

    assert not [name for name in NAMES if name in said]
    assert SECRET not in said
    assert UNSAID not in said
    assert "Ola Lie" not in said


def test_it_is_written_in_the_language_that_is_asked_for(held: Meeting):
    assert "Vi går for par, vi." in words_of(paper(held, "nn"))
    assert "Avgjerder" in words_of(paper(held, "nn")) or "Beslutningar" in words_of(paper(held, "nn"))
    assert "Beslutninger" in words_of(paper(held, "nb"))


@pytest.mark.parametrize(("kind", "begins"), BUTTON)
def test_it_is_read_as_a_page_and_as_files(world: World, held: Meeting, nils: Member, kind: str, begins: bytes):
    url = world.url(f"moter/{held.pk}/referat/")
    page = nils.client.get(url).text
    answer = nils.client.get(f"{url}nn.{kind}")

    assert f'href="{url}nn.{kind}"' in page
    assert "Faste par, ute" in page
    assert not [name for name in (*NAMES, SECRET, UNSAID) if name in page]
    assert answer.content.startswith(begins)
    assert nils.client.get(f"{url}en.{kind}").status_code == 404


def test_it_is_read_by_those_who_see_the_meeting_and_by_nobody_else(world: World, held: Meeting, cast: Cast):
    url = world.url(f"moter/{held.pk}/referat/")
    answers = {name: who.client.get(url).status_code for name, who in cast.items()}

    assert answers == {"kari": 200, "ola": 200, "nils": 200, "siri": 404, "ute": 404}
    assert cast["siri"].client.get(f"{url}nb.pdf").status_code == 404


def test_the_time_is_what_the_clock_said(meeting: Meeting, ola: Member):  # noqa: F811
    begun = datetime.fromisoformat("2026-09-03T14:30:00+02:00")
    mark = ""
    for key, minute in (("alone", 0), ("group", 7), ("plenary", 29)):
        at = begun + timedelta(minutes=minute)
        mark = begin_phase(meeting.phases.get(key=key), seen=mark, by=ola.person, at=at).mark
    hold(meeting, took_part=None, words=Text(), by=ola.person, at=begun + timedelta(hours=3), today=THURSDAY)

    found = minutes_of(fresh(meeting), now=begun + timedelta(days=2))
    assert [(each.phase.minutes, each.used) for each in found.spent] == [(5, 7), (15, 22), (10, 10)]


def test_before_anything_is_said_the_page_says_so(world: World, meeting: Meeting, nils: Member):  # noqa: F811
    assert "å fortelje" in nils.client.get(world.url(f"moter/{meeting.pk}/referat/")).text


def test_it_tells_what_points_and_decisions_became_with_links_on_the_page_and_words_in_the_document(
    world: World, held: Meeting, ola: Member, nils: Member
):
    point = Point.objects.get(words="Mer hvile")
    url = world.url(f"moter/{held.pk}/videre/{point.pk}/mellomarbeid/")
    ola.client.post(url, {"title_nb": "Hvile etter lunsj", "with_whom_nb": "Alle", "unit": world.school.pk, "due": ""})
    work = Outcome.objects.get().work
    page = nils.client.get(world.url(f"moter/{held.pk}/referat/")).text

    assert work is not None
    assert f"/mellomarbeid/{work.pk}/" in page
    assert f"Mer hvile (Mellomarbeid: {world.school.organisation.name})" in words_of(paper(held))


def test_parked_objections_are_told_table_by_table_when_ideas_are_gathered_no_longer(
    meeting: Meeting,  # noqa: F811
    door: Door,  # noqa: F811
    room: list[list[Client]],  # noqa: F811
    ola: Member,
):
    phase = meeting.phases.get(key="group")
    phase.rules = ["parks_objections"]
    phase.save()
    group = Group.objects.get(seating__phase=phase, number=2)
    park(group, phase, uuid4(), "Det tar for lang tid", key="x")
    assert minutes_of(fresh(meeting), now=NOW).objections == []

    go_to(meeting, "plenary", ola)
    said = list(words_of(paper(meeting)))
    assert "Bord 2: Det tar for lang tid" in said
    assert not [name for name in NAMES if name in " ".join(said)]


@pytest.mark.parametrize("more", [0, 2])
def test_the_page_asks_the_same_however_much_was_said(
    world: World,
    held: Meeting,
    nils: Member,
    ola: Member,
    more: int,
):
    first = Point.objects.get(words="Mer hvile")
    for nth in range(more):
        made = Point.objects.create(group=first.group, phase=first.phase, nth=90 + nth, words="Mer", mark="x")
        points.agree(made, held)
        decisions.decide(held, what=Text.of(nb="Mer"), due=None, by=ola.person, at=NOW)
    assert CommonPoint.objects.count() == 1
    with asks(24):
        assert nils.client.get(world.url(f"moter/{held.pk}/referat/")).status_code == 200
