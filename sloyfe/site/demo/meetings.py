"""Meetings of the network and of one school: held, and on the way."""

from datetime import time

from sloyfe.cycle.meetings import content
from sloyfe.cycle.meetings.actions.door import open_door
from sloyfe.cycle.meetings.actions.meetings import hold, make_meeting
from sloyfe.cycle.meetings.models import Meeting, Naming
from sloyfe.kit.text import Text
from sloyfe.site.demo.material import Told, text
from sloyfe.site.demo.stage import Stage


def hold_and_plan(stage: Stage) -> None:
    """Each from a method; those that have been held say what they came to."""
    for entry in stage.entries("gathering"):
        meeting = _made(stage, entry)
        if entry.get("door"):
            open_door(meeting, naming=Naming.NAME, by=meeting.made_by, at=stage.at("10-12", 10))
        if "words" in entry:
            at = stage.at(entry["on"], 16)
            words: Text = text(entry["words"])
            hold(meeting, took_part=entry["took_part"], words=words, by=meeting.made_by, at=at, today=stage.today)


def _made(stage: Stage, entry: Told) -> Meeting:
    return make_meeting(
        stage.this_round,
        content.method(entry["method"]),
        on=stage.day(entry["on"]),
        starts=time.fromisoformat(entry["starts"]),
        where=entry["where"],
        question=text(entry["question"]),
        places=[stage.place(entry["place"])] if entry["place"] else [],
        by=stage.leader(entry["place"]) if entry["by"] == "leader" else stage.coordinator,
        at=stage.at("10-12", 9),
    )
