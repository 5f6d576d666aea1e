"""Logistic regression with a normal prior for each weight (Gelman et al. 2008, https://doi.org/10.1214/08-AOAS191)."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

STEPS = 200
Floats = NDArray[np.float64]


def logistic(table: Any, yes: NDArray[np.bool_], middle: Floats, firmness: Floats) -> Floats:
    """A weight for each column of a sparse table: the likeliest, when each was believed to lie about its middle."""
    side = np.where(yes, 1.0, -1.0)
    turned = table.T.tocsr()

    def cost(weights: Floats) -> tuple[float, Floats]:
        margin = side * (table @ weights)
        pull = -side / (1 + np.exp(np.clip(margin, -500, 500)))
        away = weights - middle
        total = np.logaddexp(0, -margin).sum() + 0.5 * (firmness * away) @ away
        return float(total), np.asarray(turned @ pull + firmness * away)

    found = minimize(cost, middle, jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return np.asarray(found.x, dtype=np.float64)
