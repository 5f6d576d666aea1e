"""What somebody writes for themselves leaves the server towards nobody else, in no phase of any method."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from conftest import NOW, Member, World
from sloyfe.cycle.meetings import content
from sloyfe.cycle.meetings.actions import door as doors
from sloyfe.cycle.meetings.actions.meetings import hold
from sloyfe.cycle.meetings.models import Naming, Note
from sloyfe.cycle.meetings.tests.making import THURSDAY, staff_meeting
from sloyfe.kit.text import Text
from tests.secrecy.places import as_files, backup_bytes, is_paper, of_the_meeting, open_to, raw_bytes
from tests.secrecy.walk import Walk, browser_with

# Together they have every form, every way of sitting and every output that the library knows; `--full` takes them all.
COVERING = ("planleggingsdag", "praksisfortelling", "stastedsmote", "forventningsavklaring", "lyttende-dialog")
REST = [each.key for each in content.methods() if each.key not in COVERING]
METHODS = [*COVERING, *(pytest.param(key, marks=pytest.mark.full) for key in REST)]
WHOLE = "igp"  # with every page when it has been held, and papers in both languages
COLUMN = {  # of the cast in the table of rights
    "kari": "coordinator",
    "ola": "leader",
    "nils": "staff",
    "siri": "adviser",
    "ute": "outsider",
    "operator": "operator",
    "nobody": "nobody",
}
HERE = "p/<slug:slug>/moter/<uuid:meeting>/"


def kinds(key: str) -> set[tuple[str, object]]:
    """What a method has of forms, ways of sitting and outputs."""
    method = content.method(key)
    assert method
    whole = (("form", each.form) for each in method.phases)
    sitting = (("grouping", each.grouping) for each in method.phases)
    return {*whole, *sitting, *(("output", each.output) for each in method.phases)}


@pytest.fixture
def walked(world: World, ola: Member, others: dict[str, Client]) -> Callable[[str], Walk]:
    """A walk through the method of that name."""
    return lambda method: walk_through(world, ola, others, method)


def walk_through(world: World, ola: Member, others: dict[str, Client], method: str) -> Walk:
    """From before the meeting until it has been held, with its papers."""
    meeting = staff_meeting(world, ola, method=method)
    walk = Walk(world, doors.open_door(meeting, naming=Naming.NAME, by=ola.person, at=NOW), ola, others)
    walk.write()
    for phase in meeting.phases.order_by("position"):
        walk.go_to(phase)
        walk.look(phase.key, phase, whole=phase.is_private and not walk.swept)
    hold(meeting, took_part=10, words=Text.of(nb="Ja."), by=ola.person, at=timezone.now(), today=THURSDAY)
    walk.look("held", phase, whole=method == WHOLE)
    here = [(route, path) for route, path in walk.places if str(meeting.pk) in path]
    papers = as_files(here, *(("nb", "nn") if method == WHOLE else ("nn",)))
    walk.ask_for("held", {"reader": ola.client}, [(Path(path).name, path) for _route, path in papers])
    return walk


@pytest.mark.parametrize("method", METHODS)
def test_nothing_written_for_oneself_is_told_to_anybody_else(
    walked: Callable[[str], Walk], method: str, log: io.StringIO, tmp_path: Path
):
    walk = walked(method)
    walk.judge(("afterwards", "log", ""), log.getvalue().encode())
    walk.judge(("afterwards", "backup", ""), backup_bytes(tmp_path))
    walk.judge(("afterwards", "mail", ""), repr([vars(each) for each in mail.outbox]).encode())
    walk.judge(("afterwards", "disk", ""), raw_bytes())
    private = [phase for phase in walk.door.meeting.phases.all() if phase.is_private]

    assert walk.leaks == []
    assert walk.has_written is bool(private) is Note.objects.exists()


def test_what_is_shared_is_seen_at_the_table_and_by_whoever_leads_and_in_the_papers(
    walked: Callable[[str], Walk], ola: Member
):
    """So the rest would have been seen, had it been there; and everybody opens everything, and sends empty forms."""
    walk = walked(WHOLE)
    shared = {(who, route) for _when, who, route in walk.seen}
    quick = [(route, path) for route, path in walk.places if not is_paper(path)]
    near = of_the_meeting(walk.door, quick)

    assert {("leader", f"{HERE}punkter/"), ("leader", f"{HERE}referat/")} <= shared
    assert {("mate", "m/<slug:code>/"), ("mate", "live rom/")} <= shared
    assert {route for who, route in shared if who == "reader"} == {
        f"{lang}.{kind}" for lang in ("nb", "nn") for kind in ("pdf", "docx", "odt")
    }
    assert "group" not in {when for when, who, _route in walk.seen if who == "elsewhere"}
    walk.seen.clear()
    for who, column in COLUMN.items():
        walk.ask_for("opened", {who: walk.others[who]}, open_to(column, quick))
    walk.send_nothing("posted", {"ola": ola.client, "elsewhere": browser_with(walk.keys[-1])}, near)

    assert walk.leaks == []
    assert {who for _when, who, _route in walk.seen} - {"elsewhere"} <= {"kari", "ola", "nils"}
    assert {(who, route) for _when, who, route in walk.seen} >= {
        ("kari", f"{HERE}referat/"),
        ("ola", f"{HERE}referat/"),
    }


def test_the_methods_that_are_walked_through_have_everything_that_the_library_has():
    library = {kind for method in content.methods() for kind in kinds(method.key)}

    assert {kind for key in COVERING for kind in kinds(key)} == library
