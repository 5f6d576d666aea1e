"""What is said of a meeting while it goes on: phase, end, version and numbers, and nothing that anybody wrote."""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django.utils import timezone

from sloyfe.cycle.meetings.actions.meetings import extra_topic, lead_topic, table_topic, topic
from sloyfe.cycle.meetings.models import Attendee, Meeting
from sloyfe.cycle.meetings.queries import extra_time
from sloyfe.cycle.meetings.queries.marks import table_marks
from sloyfe.cycle.meetings.queries.tallies import tally
from sloyfe.cycle.meetings.rooms import sights
from sloyfe.cycle.meetings.rooms.leaders import LEADER, still_leading
from sloyfe.cycle.meetings.rooms.sights import LONGER, SEATS, SIGHTS, TABLES, Sight
from sloyfe.live.app import Admission
from sloyfe.live.watchers import Parts

PLAIN_A_SECOND, OTHERS_A_SECOND = 300, 60
ROOM, TABLE, LEAD, OWN = "room", "table", "lead", "own"


def room_of(meeting: UUID) -> str:
    """The topic of a meeting."""
    return f"meeting:{meeting}"


def parts_of(meeting: UUID, group: UUID | None, own: UUID | None) -> dict[str, str]:
    """What an attendee sees: the room, their table, and for those who have longer than others, how much."""
    at_table = {TABLE: table_topic(group)} if group else {}
    return {ROOM: room_of(meeting), **at_table, **({OWN: extra_topic(own)} if own else {})}


def leading(who: str, meeting: Meeting) -> Admission:
    """What whoever leads is told of, before everybody else."""
    return Admission(who, topic(meeting), {ROOM: topic(meeting), LEAD: lead_topic(meeting)}, first=True)


class MeetingHouse:
    """Knows every meeting that is watched."""

    def forget(self, topic: str) -> None:
        """What was read of it is old."""
        sights.forget(topic)

    def forget_everything(self) -> None:
        """Any of it may be old."""
        sights.forget_everything()

    def watching(self, room: str, whos: Collection[str]) -> Mapping[str, Parts]:
        """Those who are still in or still lead, and what each is told of."""
        key = UUID(room.partition(":")[2])
        sight = SIGHTS.all([key]).get(key)
        if sight is None:
            return {}
        attendees = {UUID(who) for who in whos if not who.startswith(LEADER)}
        inside = set(Attendee.objects.filter(meeting=key).values_list("pk", flat=True)) & attendees
        groups, longer = SEATS.all([key])[key], LONGER.all([key])[key]
        found: dict[str, Parts] = {
            str(one): parts_of(key, groups.get(one), one if one in longer else None) for one in inside
        }
        leads = leading("", sight.meeting).parts
        return found | {who: leads for who in whos if who.startswith(LEADER) and still_leading(who, sight.meeting)}

    def snapshots(self, topics: Collection[str]) -> Mapping[str, bytes]:
        """What is to be said now."""
        kinds: dict[str, set[UUID]] = defaultdict(set)
        for each in topics:
            kind, key, *_lead = each.split(":")
            kinds[kind].add(UUID(key))
        marks = table_marks(kinds["table"])
        for group, mark in marks.items():
            # All at a table are told in the same moment, and fetch what was set once for them.
            if (laid := TABLES.known(group)) and laid.mark != mark:
                TABLES.forget(group)
        said = dict.fromkeys(topics, b"null") | {
            table_topic(group): _json({"v": mark}) for group, mark in marks.items()
        }
        for one, more in extra_time.longer(kinds["extra"]).items() if kinds["extra"] else ():
            said[extra_topic(one)] = _json({"longer": more.total_seconds() / 60})
        for sight in SIGHTS.all(kinds["meeting"]).values():
            said[topic(sight.meeting)] = _json(state(sight))
            if lead_topic(sight.meeting) in topics:
                said[lead_topic(sight.meeting)] = _json(vars(tally(sight.meeting, sight.now)))
        return said


def state(sight: Sight) -> dict[str, object]:
    """Where the meeting stands. Times are milliseconds since 1970; while the clock stands still, what is left.

    Browsers fetch what has changed within `spread` seconds of each other, so that not all come at once.
    """
    start, stopped = sight.now.start, None
    if start and sight.now.is_paused:
        stopped = next(pause.at for pause in start.pauses.all() if not pause.is_over)
    ends = start.ends_at(stopped or timezone.now()) if start else None
    return {
        "phase": str(start.phase_id) if start else "",
        "turn": start.nth if start else 0,
        "ends": round(ends.timestamp() * 1000) if ends and not stopped else None,
        "left": round((ends - stopped).total_seconds() * 1000) if ends and stopped else None,
        "over": sight.meeting.is_held or sight.meeting.is_cancelled,
        "v": sight.mark,
        "spread": sight.inside // (PLAIN_A_SECOND if sight.plain else OTHERS_A_SECOND),
    }


def _json(said: Mapping[str, Any]) -> bytes:
    return json.dumps(said, separators=(",", ":")).encode()
