"""Tables of the meetings."""

from sloyfe.cycle.meetings.models.meetings import Meeting, MeetingPhase
from sloyfe.cycle.meetings.models.records import Cancellation, Holding, Omission

__all__ = ["Cancellation", "Holding", "Meeting", "MeetingPhase", "Omission"]
