"""Tables of the meetings."""

from sloyfe.cycle.meetings.models.afterwards import MeetingFeedback, Rehearsal
from sloyfe.cycle.meetings.models.decisions import MeetingDecision
from sloyfe.cycle.meetings.models.groups import Chair, Group, Seating
from sloyfe.cycle.meetings.models.meetings import Meeting, MeetingPhase, Part
from sloyfe.cycle.meetings.models.notes import Note
from sloyfe.cycle.meetings.models.outcomes import LaidFigures, Objection, Outcome, TableTask, Unlikeness
from sloyfe.cycle.meetings.models.points import CommonPoint, Point, PointAgreement, PointMerge
from sloyfe.cycle.meetings.models.priorities import Carrying, DotCard, DotReason, Dots
from sloyfe.cycle.meetings.models.records import Cancellation, Holding, Omission
from sloyfe.cycle.meetings.models.running import (
    Attendee,
    Door,
    Extension,
    ExtraTime,
    Naming,
    Occupation,
    Pause,
    PhaseStart,
    Resumption,
)
from sloyfe.cycle.meetings.models.scripts import EarlierScript
from sloyfe.cycle.meetings.models.templates import ScriptTemplate, TemplateRemoval

__all__ = [
    "Attendee",
    "Cancellation",
    "Carrying",
    "Chair",
    "CommonPoint",
    "Door",
    "DotCard",
    "DotReason",
    "Dots",
    "EarlierScript",
    "Extension",
    "ExtraTime",
    "Group",
    "Holding",
    "LaidFigures",
    "Meeting",
    "MeetingDecision",
    "MeetingFeedback",
    "MeetingPhase",
    "Naming",
    "Note",
    "Objection",
    "Occupation",
    "Omission",
    "Outcome",
    "Part",
    "Pause",
    "PhaseStart",
    "Point",
    "PointAgreement",
    "PointMerge",
    "Rehearsal",
    "Resumption",
    "ScriptTemplate",
    "Seating",
    "TableTask",
    "TemplateRemoval",
    "Unlikeness",
]
