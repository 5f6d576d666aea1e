"""Tables of the plan."""

from sloyfe.cycle.plan.models.goals import (
    Baseline,
    Goal,
    GoalKind,
    GoalRemoval,
    Indicator,
    NotMeasured,
    Sign,
    SignRemoval,
)
from sloyfe.cycle.plan.models.measures import Measure, MeasureRemoval
from sloyfe.cycle.plan.models.owner_plan import (
    Delivery,
    DevelopmentGroupMember,
    Element,
    EndProduct,
    MemberRemoval,
    OwnerPlan,
    ProductFor,
    Represents,
)
from sloyfe.cycle.plan.models.paper import OwnerTemplate
from sloyfe.cycle.plan.models.records import Answerable, Freedom, Record
from sloyfe.cycle.plan.models.unit_plan import (
    Adaptation,
    CompetenceRemoval,
    CompetenceStep,
    Confirmation,
    How,
    UnitPlan,
)

__all__ = [
    "Adaptation",
    "Answerable",
    "Baseline",
    "CompetenceRemoval",
    "CompetenceStep",
    "Confirmation",
    "Delivery",
    "DevelopmentGroupMember",
    "Element",
    "EndProduct",
    "Freedom",
    "Goal",
    "GoalKind",
    "GoalRemoval",
    "How",
    "Indicator",
    "Measure",
    "MeasureRemoval",
    "MemberRemoval",
    "NotMeasured",
    "OwnerPlan",
    "OwnerTemplate",
    "ProductFor",
    "Record",
    "Represents",
    "Sign",
    "SignRemoval",
    "UnitPlan",
]
