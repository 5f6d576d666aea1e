"""The attacker's own way to the solver HiGHS (Huangfu and Hall 2018), which shares nothing with the protector's."""

import highspy
import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from sloyfe.algorithms.disclosure_audit.system import Floats, Ints

SMALL = 300
NODES = 300


def greatest(gain: Floats, sums: csr_array, low: Ints, high: Ints) -> Floats | None:
    """The changes within `low` and `high` that gain most while every sum stays; shapes (cells,), sums (sums, cells).

    None when no changes fit. Raises ArithmeticError when the solver gives up.
    """
    solver = highspy.Highs()  # type: ignore[no-untyped-call]  # its own types leave this one out
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("threads", 1)
    if len(gain) < SMALL:
        solver.setOptionValue("presolve", "off")
    programme = highspy.HighsLp()
    programme.num_row_, programme.num_col_ = sums.shape
    programme.sense_ = highspy.ObjSense.kMaximize
    programme.col_cost_ = gain
    programme.col_lower_, programme.col_upper_ = low.astype(float), high.astype(float)
    programme.row_lower_ = programme.row_upper_ = np.zeros(sums.shape[0])
    programme.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    programme.a_matrix_.start_, programme.a_matrix_.index_ = sums.indptr, sums.indices
    programme.a_matrix_.value_ = sums.data
    solver.passModel(programme)
    solver.run()
    status = solver.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        return None
    if status != highspy.HighsModelStatus.kOptimal:
        raise ArithmeticError(f"the linear programme was not solved: {solver.modelStatusToString(status)}")
    return np.asarray(solver.getSolution().col_value, dtype=float)


def greatest_whole(gain: Floats, sums: csr_array, low: Ints, high: Ints, *, best: bool) -> tuple[Ints | None, bool]:
    """The same in whole numbers by branch and bound, and whether it is proved; any that fit will do unless `best`."""
    found = milp(
        -gain,
        integrality=np.ones(len(gain)),
        bounds=Bounds(low, high),
        constraints=LinearConstraint(sums, 0, 0),
        options={"mip_rel_gap": 0.0 if best else 1e9, "node_limit": NODES},
    )
    return None if found.x is None else np.rint(found.x).astype(np.int64), found.status == 0
