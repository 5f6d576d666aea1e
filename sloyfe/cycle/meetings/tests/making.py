"""Meetings for the tests of this station, made by its own actions."""

from datetime import date, time
from typing import Any

from conftest import NOW, Member, World
from sloyfe.access.models import Space
from sloyfe.cycle.meetings import content
from sloyfe.cycle.meetings.actions import meetings
from sloyfe.cycle.meetings.models import Meeting
from sloyfe.kit.text import Text

THURSDAY = date(2026, 9, 3)
QUESTION = Text.of(nb="Hva prøver vi neste uke?", nn="Kva prøver vi neste veke?")


def staff_meeting(
    world: World, by: Member, *, method: str = "igp", places: list[Space] | None = None, **said: Any
) -> Meeting:
    """A meeting at the school, or for the places that are named; an empty list is the whole network."""
    facts = {"on": THURSDAY, "starts": time(14, 30), "question": QUESTION} | said
    here = [world.school.place] if places is None else places
    return meetings.make_meeting(world.round, content.method(method), places=here, by=by.person, at=NOW, **facts)


def phases_of(meeting: Meeting) -> list[str]:
    """The keys of its phases in order, those left out too."""
    return list(meeting.phases.order_by("position").values_list("key", flat=True))


def sent(world: World, **changes: Any) -> dict[str, Any]:
    """What the form of a new meeting sends."""
    plain = {"method": "igp", "on": "2026-09-03", "starts": "14:30", "places": [str(world.school.place_id)]}
    return {**plain, "title_nb": "", "title_nn": "", "question_nb": "", "question_nn": "", **changes}
