"""Integer programs by HiGHS, whose answers are checked."""

from __future__ import annotations

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, OptimizeResult, milp

OPTIMAL, INFEASIBLE = 0, 2
FEASIBLE = 1e-5
"""By how much rounding may break a row or a bound."""


def solve_integer(
    cost: np.ndarray, rows: list[LinearConstraint], integrality: np.ndarray, bounds: Bounds, seconds: float
) -> OptimizeResult:
    """``scipy.optimize.milp`` with gap 0; its ``x`` keeps all rows, or is None.

    Without presolve: that of the HiGHS inside scipy 1.10 calls some problems optimal whose rows contradict each other,
    with x = 0 (5a + 6b + 7c + 8d <= 10 and a + b + c + d = 2, say), and some infeasible that are not (scipy issue
    18907).
    """
    options = {"time_limit": seconds, "mip_rel_gap": 0, "presolve": False}
    found = milp(cost, constraints=rows, integrality=integrality, bounds=bounds, options=options)
    if found.x is not None and not _keeps(found.x, rows, bounds):
        # Not to be believed: neither a set nor a proof that there is none.
        found.x, found.status, found.mip_dual_bound = None, 4, None
    return found


def _keeps(x: np.ndarray, rows: list[LinearConstraint], bounds: Bounds) -> bool:
    if (x < np.asarray(bounds.lb) - FEASIBLE).any() or (x > np.asarray(bounds.ub) + FEASIBLE).any():
        return False
    for row in rows:
        value = row.A @ x
        slack = FEASIBLE * (1.0 + np.abs(value))
        if (value < row.lb - slack).any() or (value > row.ub + slack).any():
            return False
    return True
