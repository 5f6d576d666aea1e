"""Whether people come prepared for what a meeting expects, or need two minutes for it when it begins."""

from datetime import date

from sloyfe.cycle.meetings.models import Meeting
from sloyfe.cycle.meetings.queries.hints import AHEAD, working_days
from sloyfe.cycle.meetings.queries.notes import beforehand
from sloyfe.cycle.meetings.queries.tallies import Tally


def wants_preparation(meeting: Meeting, *, today: date, here: Tally | None = None) -> bool:
    """Whether people may be unprepared, and nothing in the script gives them time for it.

    Where they could write beforehand, those who are here tell by having written or not; else short notice does.
    """
    if not meeting.standing or any(phase.gives_time_to_prepare for phase in meeting.standing):
        return False
    if beforehand(meeting):
        return here is not None and here.done < here.of
    return bool(meeting.preparation or meeting.question) and working_days(today, meeting.on) < AHEAD
