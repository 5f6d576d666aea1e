"""Linear programmes that are asked again and again: the equations stay, the aim changes, the last basis is kept.

HiGHS (Huangfu and Hall 2018, Math. Program. Comput. 10:119) by its own interface, since a programme of a few rows
costs a fifth of what it costs through scipy.
"""

from dataclasses import dataclass

import highspy
import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

Vector = NDArray[np.float64]
PRIMAL = 4
LARGE = 400


@dataclass(frozen=True)
class Optimum:
    """The best of an aim: its value, the variables there, the price of each equation, and of each variable's bound."""

    value: float
    at: Vector
    prices: Vector
    pulls: Vector


class Programme:
    """Variables within bounds that keep `matrix` times themselves at 0; what is best for one aim after the other."""

    def __init__(self, matrix: csr_matrix, low: Vector, high: Vector) -> None:
        """Shapes: matrix (equations, variables), `low` and `high` (variables,); infinite where there is no bound."""
        self.size = matrix.shape[1]
        model = highspy.HighsLp()
        model.num_row_, model.num_col_ = matrix.shape
        model.col_cost_ = np.zeros(self.size)
        model.col_lower_, model.col_upper_ = low, high
        model.row_lower_ = model.row_upper_ = np.zeros(matrix.shape[0])
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_, model.a_matrix_.index_ = matrix.indptr, matrix.indices
        model.a_matrix_.value_ = matrix.data
        self._solver = highspy.Highs()  # type: ignore[no-untyped-call]  # its own types leave this one out
        for name, setting in (("output_flag", False), ("solver", "simplex"), ("threads", 1)):
            self._solver.setOptionValue(name, setting)
        if self.size < LARGE:  # what presolving would save is less than what it costs
            self._solver.setOptionValue("presolve", "off")
        self._solver.passModel(model)
        self._columns = np.arange(self.size, dtype=np.int32)
        self._solved = False

    def best(self, aim: Vector) -> Optimum | None:
        """The greatest value of the aim; None where it has no end. Raises ArithmeticError when the solver gives up."""
        if self._solved:  # the last optimum still fits, and is mended best by the method that keeps it fitting
            self._solver.setOptionValue("simplex_strategy", PRIMAL)
        self._solver.changeColsCost(self.size, self._columns, -aim)
        self._solver.run()
        status = self._solver.getModelStatus()
        if status in {highspy.HighsModelStatus.kUnbounded, highspy.HighsModelStatus.kUnboundedOrInfeasible}:
            return None
        if status != highspy.HighsModelStatus.kOptimal:
            raise ArithmeticError(f"the linear programme was not solved: {self._solver.modelStatusToString(status)}")
        self._solved = True
        found = self._solver.getSolution()
        at = np.asarray(found.col_value, dtype=float)
        return Optimum(float(aim @ at), at, np.asarray(found.row_dual), np.asarray(found.col_dual))

    def furthest(self, column: int, direction: int) -> Optimum | None:
        """The furthest that one variable goes up (1) or down (−1)."""
        aim = np.zeros(self.size)
        aim[column] = direction
        return self.best(aim)

    def hold(self, column: int, low: float, high: float) -> None:
        """Other bounds for one variable."""
        self._solver.changeColBounds(column, low, high)
