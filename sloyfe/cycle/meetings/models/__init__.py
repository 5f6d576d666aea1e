"""Tables of the meetings."""

from sloyfe.cycle.meetings.models.activities import MeetingActivity, MeetingElement
from sloyfe.cycle.meetings.models.afterwards import MeetingFeedback, Rehearsal
from sloyfe.cycle.meetings.models.decisions import MeetingDecision
from sloyfe.cycle.meetings.models.groups import (
    Absence,
    Chair,
    ChairLock,
    Group,
    Seating,
    SeatingWithdrawal,
    TableLock,
    TableMove,
)
from sloyfe.cycle.meetings.models.meetings import Meeting, MeetingPhase, Part
from sloyfe.cycle.meetings.models.notes import Note
from sloyfe.cycle.meetings.models.outcomes import LaidFigures, Objection, Outcome, TableTask, Unlikeness
from sloyfe.cycle.meetings.models.points import CommonPoint, Point, PointAgreement, PointMerge
from sloyfe.cycle.meetings.models.priorities import Carrying, DotCard, DotReason, Dots
from sloyfe.cycle.meetings.models.records import Cancellation, Holding, Omission
from sloyfe.cycle.meetings.models.roles import RoleDraw, TableTurn
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
    RetiredCode,
)
from sloyfe.cycle.meetings.models.scripts import EarlierScript
from sloyfe.cycle.meetings.models.templates import ScriptTemplate, TemplateRemoval

__all__ = [
    "Absence",
    "Attendee",
    "Cancellation",
    "Carrying",
    "Chair",
    "ChairLock",
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
    "MeetingActivity",
    "MeetingDecision",
    "MeetingElement",
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
    "RetiredCode",
    "RoleDraw",
    "ScriptTemplate",
    "Seating",
    "SeatingWithdrawal",
    "TableLock",
    "TableMove",
    "TableTask",
    "TableTurn",
    "TemplateRemoval",
    "Unlikeness",
]
