"""What is said of a meeting while it goes on: phase, end, version and numbers, and nothing that anybody wrote."""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.utils import timezone

from sloyfe.cycle.meetings.actions.meetings import table_topic, topic
from sloyfe.cycle.meetings.models import Attendee, Meeting
from sloyfe.cycle.meetings.queries.marks import room_mark, table_marks
from sloyfe.cycle.meetings.queries.meetings import watched
from sloyfe.cycle.meetings.queries.running import Standing, standing
from sloyfe.cycle.meetings.queries.seats import groups_now
from sloyfe.cycle.meetings.queries.tallies import tally
from sloyfe.cycle.meetings.rooms.leaders import still_leading
from sloyfe.live.app import Admission
from sloyfe.live.watchers import Parts

# Browsers fetch what has changed within so many seconds of each other that about this many come in each.
FETCHES_A_SECOND = 300
ROOM, TABLE, LEAD = "room", "table", "lead"


def lead_topic(meeting: Meeting) -> str:
    """What only those who lead are told; changes with the room."""
    return f"{topic(meeting)}:lead"


def parts_of(meeting: Meeting, group: UUID | None) -> dict[str, str]:
    """What an attendee sees: the room, and their own table."""
    return {ROOM: topic(meeting), **({TABLE: table_topic(group)} if group else {})}


def leading(who: str, meeting: Meeting) -> Admission:
    """What whoever leads is told of, before everybody else."""
    return Admission(who, topic(meeting), {ROOM: topic(meeting), LEAD: lead_topic(meeting)}, first=True)


class MeetingHouse:
    """Knows every meeting that is watched."""

    def watching(self, room: str, whos: Collection[str]) -> Mapping[str, Parts]:
        """Those who are still in or still lead, and what each is told of."""
        key = UUID(room.partition(":")[2])
        meeting = watched([key]).get(key)
        if meeting is None:
            return {}
        attendees = {UUID(who) for who in whos if not who.startswith("leader:")}
        inside = set(Attendee.objects.filter(meeting=meeting).values_list("pk", flat=True)) & attendees
        groups = groups_now(standing(meeting, now=timezone.now()).phase, meeting)
        found: dict[str, Parts] = {str(one): parts_of(meeting, groups.get(one)) for one in inside}
        leads = leading("", meeting).parts
        return found | {who: leads for who in whos if who.startswith("leader:") and still_leading(who, meeting)}

    def snapshots(self, topics: Collection[str]) -> Mapping[str, bytes]:
        """What is to be said now."""
        kinds: dict[str, set[UUID]] = defaultdict(set)
        for each in topics:
            kind, key, *_lead = each.split(":")
            kinds[kind].add(UUID(key))
        tables = {table_topic(group): _json({"v": mark}) for group, mark in table_marks(kinds["table"]).items()}
        said = dict.fromkeys(topics, b"null") | tables
        for meeting in watched(kinds["meeting"]).values():
            now = standing(meeting, now=timezone.now())
            said[topic(meeting)] = _json(state(meeting, now))
            if lead_topic(meeting) in topics:
                said[lead_topic(meeting)] = _json(vars(tally(meeting, now)))
        return said


def state(meeting: Meeting, now: Standing) -> dict[str, object]:
    """Where the meeting stands. Times are milliseconds since 1970; while the clock stands still, what is left."""
    start = now.start
    ends = round(now.ends_at.timestamp() * 1000) if now.ends_at else None
    left = None
    if start and now.is_paused:
        # What is left does not change while the clock stands still, so that nobody need be told again.
        stopped = next(pause for pause in start.pauses.all() if not pause.is_over)
        left, ends = round((start.ends_at(stopped.at) - stopped.at).total_seconds() * 1000), None
    return {
        "phase": str(now.phase.pk) if now.phase else "",
        "turn": start.nth if start else 0,
        "ends": ends,
        "left": left,
        "over": meeting.is_held or meeting.is_cancelled,
        "v": room_mark(meeting, now),
        "spread": Attendee.objects.filter(meeting=meeting).count() // FETCHES_A_SECOND,
    }


def _json(said: Mapping[str, Any]) -> bytes:
    return json.dumps(said, separators=(",", ":")).encode()
