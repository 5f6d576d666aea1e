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
from sloyfe.cycle.meetings.models import Attendee, Door, Meeting, MeetingPhase, Point
from sloyfe.cycle.meetings.models.points import LONGEST
from sloyfe.cycle.meetings.queries import dots, tables
from sloyfe.cycle.meetings.queries.decisions import decisions
from sloyfe.cycle.meetings.queries.extra_time import extra_minutes, standing_for, still_open
from sloyfe.cycle.meetings.queries.groups import Table, seated_by
from sloyfe.cycle.meetings.queries.notes import Pad, own_pads, writing_in
from sloyfe.cycle.meetings.queries.points import Gathered, gathered, takes_points
from sloyfe.cycle.meetings.queries.running import Standing
from sloyfe.cycle.meetings.views.at_table import choice, seat
from sloyfe.cycle.meetings.views.beside import beside_all, beside_one
from sloyfe.cycle.meetings.views.feedback import code_for_participants

Context = dict[str, Any]
LEAST = timedelta(hours=16)
LISTED = ("carried", "objections", "own_objections")
COOKIE, LIVE_COOKIE = "mote", "mote-live"


def for_everybody(door: Door, now: Standing) -> Context:
    """Where the meeting is, and what the groups have agreed on where all are together."""
    meeting = door.meeting
    return {
        "meeting": meeting,
        "door": door,
        "now": now,
        "cards": meeting.standing,
        "gathered": on_the_wall(meeting, now),
        "offers": choice(meeting, now.phase),
        "decisions": decisions(meeting) if meeting.is_held else [],
        "feedback_code": code_for_participants(meeting, now=timezone.now()),
    }


def on_the_wall(meeting: Meeting, now: Standing) -> Gathered | None:
    """What the groups have agreed on, where all are together and do not give dots to it."""
    if now.phase is None or seated_by(meeting, now.phase) or dots.takes_dots(now.phase):
        return None
    return gathered(meeting)


def for_a_table(
    door: Door, now: Standing, table: Table | None, points: Sequence[Point], own: Collection[UUID] = ()
) -> Context:
    """Who sits there, and the points on it."""
    takes = now.phase is not None and takes_points(now.phase)
    tasks = tables.tasks_at(table.group) if table and tables.takes_tasks(now.phase) else []
    shared = {"points": points, "takes_points": takes, "own": own, "tasks": tasks, "seat": seat(table, now.phase)}
    agreed = sum(point.is_agreed for point in points)
    return {"door": door, "now": now, "table": table, "agreed": agreed, **shared}


def for_oneself(door: Door, now: Standing, attendee: Attendee, table: Table | None, *, key: str) -> Context:
    """What one writes and until when, and the box for a point; `own_mark` changes when there is another box."""
    pads = own_pads(attendee, door.meeting, key=key)
    own = boxes(door, now, seated=table is not None)
    own["note"] = _box(own["writing"], pads)
    if own["point_form"]:
        own["point_form"] = PointForm(initial={"name": uuid4()}, elements=own.get("elements", ()))
    at, more = timezone.now(), extra_minutes(attendee)
    still = still_open(door.meeting, now, more, at)
    open_boxes = [own["writing"], still.phase if still else None]
    own |= {
        "now": standing_for(now, more, at),
        "still": still,
        "still_note": _box(still.phase, pads) if still else None,
        "pads": [pad for pad in pads if pad.phase not in open_boxes],
        "lines": [line for pad in pads for line in pad.words.splitlines() if line.strip() and len(line) <= LONGEST],
        **beside_one(door, attendee, now, table, key=key),
    }
    return own | {"own_mark": _mark(own, now, door.meeting.is_held)}


def boxes(door: Door, now: Standing, *, seated: bool) -> Context:
    """What somebody may write in now, with nothing in it: alike for all at tables, and for all who are not."""
    meeting = door.meeting
    writing = None if meeting.is_held else writing_in(meeting, now)
    lays = seated and now.phase is not None and takes_points(now.phase)
    beside = beside_all(door, now, seated=seated)
    own: Context = {
        "meeting": meeting,
        "door": door,
        "now": now,
        "writing": writing,
        "note": _box(writing),
        "point_form": PointForm(elements=beside.get("elements", ())) if lays else None,
        **beside,
    }
    return own | {"own_mark": _mark(own, now, meeting.is_held)}


def _box(phase: MeetingPhase | None, pads: Sequence[Pad] = ()) -> NoteForm:
    """A form with the same names wherever it lies on the page, so that whoever is writing is not disturbed."""
    written = next((pad for pad in pads if pad.phase == phase), None)
    return NoteForm(
        initial={"words": written.words, "after": written.version} if written else None,
        auto_id=f"note_{phase.pk.hex}_%s" if phase else True,
    )


def _mark(own: Context, now: Standing, is_held: bool) -> str:
    form = own.get("dots")
    listed = [str(row) for name in LISTED for row in own.get(name) or ()]
    beside_it = [form and [option.key for option in form.options], listed, bool(own.get("waits_for"))]
    still = own.get("still")
    seen = [
        own["writing"],
        still and (still.phase, still.until),
        bool(own["point_form"]),
        now.start and now.start.nth,
        is_held,
    ]
    return blake2b(repr([seen, beside_it, own.get("laid_figures")]).encode(), digest_size=6).hexdigest()


def own_points(points: Collection[Point], key: str) -> list[UUID]:
    """Those of these points that the holder of the key laid."""
    return [point.pk for point in points if point.mark == point.mark_of(key)]


def life(door: Door) -> timedelta:
    """As long as the notes that only this key opens are kept."""
    return max(LEAST, door.meeting.on - timezone.localdate() + actions.KEPT)


def cookies(code: str) -> tuple[tuple[str, str], ...]:
    """By which names and to which addresses browsers send the key: the meeting's pages, and its live addresses."""
    return ((COOKIE, f"/m/{code}/"), (LIVE_COOKIE, f"/live/m/{code}/"))
