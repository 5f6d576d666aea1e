"""What somebody who is in is shown: what is the same for everybody, for their table, and for them alone."""

from collections.abc import Collection, Sequence
from datetime import timedelta
from hashlib import blake2b
from typing import Any
from uuid import UUID, uuid4

from django.utils import timezone

from sloyfe.cycle.meetings.actions import door as actions
from sloyfe.cycle.meetings.forms.door import NoteForm
from sloyfe.cycle.meetings.forms.points import PointForm
from sloyfe.cycle.meetings.models import Attendee, Door, Point
from sloyfe.cycle.meetings.models.points import LONGEST
from sloyfe.cycle.meetings.queries import dots, tables
from sloyfe.cycle.meetings.queries.extra_time import extra_minutes
from sloyfe.cycle.meetings.queries.groups import Table, seated_by
from sloyfe.cycle.meetings.queries.notes import own_pads, writing_in
from sloyfe.cycle.meetings.queries.points import Gathered, gathered, takes_points
from sloyfe.cycle.meetings.queries.running import Standing
from sloyfe.cycle.meetings.views.at_table import choice, seat
from sloyfe.cycle.meetings.views.beside import beside
from sloyfe.cycle.meetings.views.feedback import code_for_participants

Context = dict[str, Any]
LEAST = timedelta(hours=16)
COOKIE, LIVE_COOKIE = "mote", "mote-live"


def for_everybody(door: Door, now: Standing) -> Context:
    """Where the meeting is, and what the groups have agreed on where all are together."""
    meeting = door.meeting
    shared = {"cards": meeting.standing, "gathered": on_the_wall(door, now), "offers": choice(meeting, now.phase)}
    asked = code_for_participants(meeting, now=timezone.now())
    return {"meeting": meeting, "door": door, "now": now, "feedback_code": asked, **shared}


def on_the_wall(door: Door, now: Standing) -> Gathered | None:
    """What the groups have agreed on, where all are together and do not give dots to it."""
    if now.phase is None or seated_by(door.meeting, now.phase) or dots.takes_dots(now.phase):
        return None
    return gathered(door.meeting)


def for_a_table(
    door: Door, now: Standing, table: Table | None, points: Sequence[Point], own: Collection[UUID] = ()
) -> Context:
    """Who sits there, and the points on it."""
    takes = now.phase is not None and takes_points(now.phase)
    tasks = tables.tasks_at(table.group) if table and tables.takes_tasks(now.phase) else []
    shared = {"points": points, "takes_points": takes, "own": own, "tasks": tasks, "seat": seat(table, now.phase)}
    return {"door": door, "now": now, "table": table, **shared}


def for_oneself(door: Door, now: Standing, attendee: Attendee, table: Table | None, *, key: str) -> Context:
    """One's own notes and the box for them, and the box for a point; `own_mark` changes when there is another box."""
    meeting = door.meeting
    pads = own_pads(attendee, meeting, key=key)
    writing = None if meeting.is_held else writing_in(meeting, now)
    written = next((pad for pad in pads if pad.phase == writing), None)
    lays = bool(table and now.phase and takes_points(now.phase))
    own: Context = {
        "meeting": meeting,
        "door": door,
        "now": now,
        "writing": writing,
        "note": NoteForm(initial={"words": written.words, "after": written.version} if written else {}),
        "pads": [pad for pad in pads if pad.phase != writing],
        "point_form": PointForm(initial={"name": uuid4()}) if lays else None,
        "longer": extra_minutes(attendee) if writing else 0,
        "lines": [line for pad in pads for line in pad.words.splitlines() if line.strip() and len(line) <= LONGEST],
    }
    own |= beside(door, attendee, now, table, key=key)
    return own | {"own_mark": _mark(own, now, meeting.is_held)}


def _mark(own: Context, now: Standing, is_held: bool) -> str:
    form, carried = own.get("dots"), own.get("carried")
    boxes = [own["writing"], bool(own["point_form"]), form and [option.key for option in form.options], carried]
    boxes.append(own.get("laid_figures"))
    return blake2b(repr([now.start and now.start.nth, is_held, boxes]).encode(), digest_size=6).hexdigest()


def own_points(points: Collection[Point], key: str) -> list[UUID]:
    """Those of these points that the holder of the key laid."""
    return [point.pk for point in points if point.mark == point.mark_of(key)]


def life(door: Door) -> timedelta:
    """As long as the notes that only this key opens are kept."""
    return max(LEAST, door.meeting.on - timezone.localdate() + actions.KEPT)


def cookies(code: str) -> tuple[tuple[str, str], ...]:
    """By which names and to which addresses browsers send the key: the meeting's pages, and its live addresses."""
    return ((COOKIE, f"/m/{code}/"), (LIVE_COOKIE, f"/live/m/{code}/"))
