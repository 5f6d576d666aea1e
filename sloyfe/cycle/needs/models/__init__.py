"""Tables of the needs station."""

from sloyfe.cycle.needs.models.findings import Figure, Finding, FindingKind, ImportedFigure, Theme
from sloyfe.cycle.needs.models.merging import Merge, MergeConfirmation, OwnerPriority, PartnerComment, Tie
from sloyfe.cycle.needs.models.needs import Confirmation, Evidence, Need
from sloyfe.cycle.needs.models.prioritisation import (
    Candidate,
    Decision,
    Giving,
    Points,
    Prioritisation,
    PrioritisationClosure,
    Priority,
    RoleGroup,
    group_of,
)
from sloyfe.cycle.needs.models.process import CollectiveProcess, Minute
from sloyfe.cycle.needs.models.report import Award, NeedsReport, OwnShare, ReportAnswer, ReportScheme, ShareKind

__all__ = [
    "Award",
    "Candidate",
    "CollectiveProcess",
    "Confirmation",
    "Decision",
    "Evidence",
    "Figure",
    "Finding",
    "FindingKind",
    "Giving",
    "ImportedFigure",
    "Merge",
    "MergeConfirmation",
    "Minute",
    "Need",
    "NeedsReport",
    "OwnShare",
    "OwnerPriority",
    "PartnerComment",
    "Points",
    "Prioritisation",
    "PrioritisationClosure",
    "Priority",
    "ReportAnswer",
    "ReportScheme",
    "RoleGroup",
    "ShareKind",
    "Theme",
    "Tie",
    "group_of",
]
