"""The integer programme behind a cover."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import highspy
import numpy as np


@dataclass(frozen=True)
class Choice:
    """Cells taken; `proved` where no cheaper ones would do."""

    cells: frozenset[int]
    proved: bool


def choose(prices: Mapping[int, float], needs: Sequence[tuple[Mapping[int, float], float]], *, nodes: int) -> Choice:
    """The cheapest cells that in each need add up, by their weights, to what is needed.

    Searches at most so many `nodes`: a number and not a time, so that the same question gives the same answer.
    """
    cells = sorted(prices)
    column = {cell: place for place, cell in enumerate(cells)}
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(cells), len(needs)
    model.col_cost_ = np.array([prices[cell] for cell in cells])
    model.col_lower_, model.col_upper_ = np.zeros(len(cells)), np.ones(len(cells))
    model.integrality_ = [highspy.HighsVarType.kInteger] * len(cells)
    model.row_lower_ = np.array([need for _weights, need in needs])
    model.row_upper_ = np.full(len(needs), np.inf)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.cumsum([0, *(len(weights) for weights, _need in needs)])
    model.a_matrix_.index_ = np.array([column[cell] for weights, _need in needs for cell in weights])
    model.a_matrix_.value_ = np.array([weight for weights, _need in needs for weight in weights.values()])
    solver = highspy.Highs()  # type: ignore[no-untyped-call]  # its own types leave this one out
    for name, setting in (
        ("output_flag", False),
        ("threads", 1),
        ("mip_rel_gap", 0.0),
        ("mip_max_nodes", nodes),
    ):
        solver.setOptionValue(name, setting)
    solver.passModel(model)
    solver.run()
    taken = np.asarray(solver.getSolution().col_value)
    proved = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    if not proved and solver.getInfo().primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return Choice(frozenset(cells), proved=False)
    return Choice(frozenset(cell for cell, part in zip(cells, taken, strict=True) if part > 0.5), proved)
