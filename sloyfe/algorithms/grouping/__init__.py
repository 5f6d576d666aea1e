"""Groups that are mixed over several weighted attributes, under rules that always hold.

What is here needs no compiled code. The searches are `mixing.mix` and `spreading.spread`; whoever imports those waits
for numba, so they run in a job and not while somebody waits for a page.
"""

from sloyfe.algorithms.grouping.conflicts import Conflict, InfeasibleError, conflict
from sloyfe.algorithms.grouping.dealing import deal
from sloyfe.algorithms.grouping.feasibility import UndecidedError
from sloyfe.algorithms.grouping.plans import Balance, Grouping
from sloyfe.algorithms.grouping.repairing import Change, repair, seat
from sloyfe.algorithms.grouping.tasks import (
    Met,
    Participant,
    Rule,
    RuleKind,
    Size,
    Task,
    apart,
    even_sizes,
    facilitators,
    leaders_apart,
    pinned,
    together,
)

__all__ = [
    "Balance",
    "Change",
    "Conflict",
    "Grouping",
    "InfeasibleError",
    "Met",
    "Participant",
    "Rule",
    "RuleKind",
    "Size",
    "Task",
    "UndecidedError",
    "apart",
    "conflict",
    "deal",
    "even_sizes",
    "facilitators",
    "leaders_apart",
    "pinned",
    "repair",
    "seat",
    "together",
]
