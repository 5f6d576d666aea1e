"""Meetings of the network and of one school: held, and on the way."""

from datetime import time

from sloyfe.cycle.meetings import content
from sloyfe.cycle.meetings.actions.decisions import decide
from sloyfe.cycle.meetings.actions.door import open_door
from sloyfe.cycle.meetings.actions.meetings import hold, make_meeting
from sloyfe.cycle.meetings.actions.outcomes import take_further
from sloyfe.cycle.meetings.models import Meeting, Naming
from sloyfe.cycle.meetings.queries.outcomes import Kind
from sloyfe.cycle.networks.actions.between import take_on
from sloyfe.cycle.networks.models import BetweenWork
from sloyfe.cycle.partnership.models import PartyRole
from sloyfe.cycle.partnership.queries import parties
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
        if "decision" in entry:
            _take_home(stage, meeting, entry)


def _take_home(stage: Stage, meeting: Meeting, entry: Told) -> None:
    """What was decided, and the work that it became for the unit that met."""
    by, at, work = meeting.made_by, stage.at(entry["on"], 16), entry["work"]
    decision = decide(meeting, what=text(entry["decision"]), by=by, at=at)
    said: Told = {name: text(work[name]) for name in ("title", "with_whom", "bring")}
    unit = next(party for party in parties(stage.space, PartyRole.UNIT) if party.place == stage.place(entry["place"]))

    def make() -> BetweenWork:
        return take_on(stage.this_round, unit, due=stage.day(work["due"]), by=by, at=at, **said)

    take_further(meeting, {"decision": decision}, Kind.WORK, make, by=by, at=at)


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
