"""Tables of the partnership."""

from sloyfe.cycle.partnership.models.agreement import Agreement, AgreementVersion, Amendment, Section, Signature
from sloyfe.cycle.partnership.models.duties import DateKind, Task, TaskDone, UnitTime, YearWheelDate
from sloyfe.cycle.partnership.models.expectations import (
    Expectation,
    ExpectationAgreed,
    InvolvedGroup,
    InvolvedHow,
    Involvement,
)
from sloyfe.cycle.partnership.models.gate import Answer, Override, PartnerConfirmation, ReadinessAnswer, Start
from sloyfe.cycle.partnership.models.invitations import Acceptance, Invitation, SeatArea, ServiceArea, Withdrawal
from sloyfe.cycle.partnership.models.parties import Partnership, Party, PartyRole, Round

__all__ = [
    "Acceptance",
    "Agreement",
    "AgreementVersion",
    "Amendment",
    "Answer",
    "DateKind",
    "Expectation",
    "ExpectationAgreed",
    "Invitation",
    "InvolvedGroup",
    "InvolvedHow",
    "Involvement",
    "Override",
    "PartnerConfirmation",
    "Partnership",
    "Party",
    "PartyRole",
    "ReadinessAnswer",
    "Round",
    "SeatArea",
    "Section",
    "ServiceArea",
    "Signature",
    "Start",
    "Task",
    "TaskDone",
    "UnitTime",
    "Withdrawal",
    "YearWheelDate",
]
