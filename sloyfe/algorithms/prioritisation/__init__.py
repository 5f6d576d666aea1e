"""From points, rankings and paired choices to an order with its grounds."""

from sloyfe.algorithms.prioritisation.agreement import Agreement, Degree, agreement
from sloyfe.algorithms.prioritisation.ballots import Ballots, from_points, from_rankings
from sloyfe.algorithms.prioritisation.group_views import Gap, ItemView, Kind, group_views
from sloyfe.algorithms.prioritisation.kemeny import Kemeny, Proof, kemeny
from sloyfe.algorithms.prioritisation.order import FEW, Method, Order, Pair, Place, arranged
from sloyfe.algorithms.prioritisation.pairwise import borda, preferences, scores

__all__ = [
    "FEW",
    "Agreement",
    "Ballots",
    "Degree",
    "Gap",
    "ItemView",
    "Kemeny",
    "Kind",
    "Method",
    "Order",
    "Pair",
    "Place",
    "Proof",
    "agreement",
    "arranged",
    "borda",
    "from_points",
    "from_rankings",
    "group_views",
    "kemeny",
    "preferences",
    "scores",
]
