"""A covering program for HiGHS, in one short call: exact for small programs, bound and set of what was reached else."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

from ..errors import Tick, no_tick
from .covering_program import Program

CALL_LIMIT = 1.0
"""Seconds of one call: HiGHS holds the interpreter all that time."""
SAFE = {"mip_rel_gap": 0.0, "presolve": False}
"""Presolving of integer programs calls some feasible ones infeasible (scipy issue 18907, met here with 11 rows), and
what it calls best cannot be trusted either; the reductions of this package do that work without such doubt."""
ROWS_AT_ONCE = 300
"""Rows that a large relaxation takes in at a time."""


@dataclass(frozen=True)
class Answer:
    """What a call found.

    Attributes:
        chosen: (m,) bool best set found, or None.
        bound: nothing is worth more; infinite when the call proved nothing.
        done: the search came to its end: ``chosen`` is best, or None because there is none.
    """

    chosen: np.ndarray | None
    bound: float
    done: bool


@dataclass(frozen=True)
class Form:
    """Minimize ``cost . x`` with ``low <= matrix x <= high``, 0 <= x <= 1; the first m of x are the sites."""

    cost: np.ndarray
    matrix: sparse.csr_matrix
    low: np.ndarray
    high: np.ndarray
    scale: float
    demand: np.ndarray


def form(program: Program) -> Form:
    """The program in numbers of moderate size: rows scaled to a largest entry of 1, worth to a sum of about 10,000."""
    sites = program.sites
    demand, level = np.nonzero(program.worth > 0)
    total = float(program.worth.sum() + np.abs(program.profit).sum())
    scale = 1.0e4 / total if total > 0 else 1.0
    cost = -scale * np.concatenate([program.profit, program.worth[demand, level]])
    covered = sparse.csr_matrix(
        (np.ones(len(demand)), (demand, np.arange(len(demand)))), (len(program.worth), len(demand))
    )
    size = abs(program.rows).max(axis=1).toarray().ravel() if program.rows.shape[0] else np.zeros(0)
    size = np.where(size > 0, size, 1.0)
    rows = sparse.diags(1.0 / size) @ program.rows if len(size) else program.rows
    blank = sparse.csr_matrix((rows.shape[0], len(demand)))
    count = sparse.csr_matrix(np.concatenate([np.ones(sites), np.zeros(len(demand))]))
    matrix = sparse.vstack(
        [sparse.hstack([-program.cover, covered]), sparse.hstack([rows, blank]), count], format="csr"
    )
    low = np.concatenate([np.full(len(program.worth), -np.inf), program.low / size, [program.count_low]])
    high = np.concatenate([np.zeros(len(program.worth)), program.high / size, [program.count_high]])
    return Form(cost, matrix, low, high, scale, demand)


def whole_numbers(program: Program, seconds: float) -> Answer:
    """The best set of a program, as far as one call of so many seconds gets."""
    if program.sites == 0:
        empty = np.zeros(0, dtype=bool)
        ok = program.allows(empty)
        return Answer(empty if ok else None, program.offset if ok else -np.inf, True)
    shape = form(program)
    integrality = np.zeros(len(shape.cost))
    integrality[: program.sites] = 1
    answer = milp(
        shape.cost, integrality=integrality, bounds=Bounds(0, 1),
        constraints=LinearConstraint(shape.matrix, shape.low, shape.high),
        options={**SAFE, "time_limit": max(seconds, 0.05)},
    )  # fmt: skip
    if answer.status == 2:
        return Answer(None, -np.inf, True)
    chosen: np.ndarray | None = None if answer.x is None else answer.x[: program.sites] > 0.5
    if chosen is not None and not program.allows(chosen):
        # A rule kept only within the solver's tolerance: the caller must decide by smaller steps.
        return Answer(None, np.inf, False)
    if answer.status == 0 and chosen is not None:
        return Answer(chosen, program.value(chosen), True)
    dual = answer.get("mip_dual_bound")
    known = dual is not None and np.isfinite(dual)
    return Answer(
        chosen, program.offset - dual / shape.scale + 1e-9 * abs(dual / shape.scale) if known else np.inf, False
    )


@dataclass(frozen=True)
class Relaxed:
    """The linear relaxation: multipliers of covers (n,), of rows (r,), and the fractional sites (m,)."""

    cover: np.ndarray
    rows: np.ndarray
    sites: np.ndarray


def relaxed(program: Program, seconds: float) -> Relaxed | None:
    """The linear relaxation, or None when the call had no time for it or there is no solution."""
    shape = form(program)
    upper = np.isfinite(shape.high)
    lower = np.isfinite(shape.low)
    answer = linprog(
        shape.cost, bounds=(0, 1), method="highs",
        A_ub=sparse.vstack([shape.matrix[upper], -shape.matrix[lower]], format="csr"),
        b_ub=np.concatenate([shape.high[upper], -shape.low[lower]]),
        options={"time_limit": max(seconds, 0.05)},
    )  # fmt: skip
    if answer.status != 0:
        return None
    dual = np.zeros(len(shape.low))
    price = -answer.ineqlin.marginals / shape.scale
    dual[upper] += price[: upper.sum()]
    dual[lower] -= price[upper.sum() :]
    demands = len(program.worth)
    size = abs(program.rows).max(axis=1).toarray().ravel() if program.rows.shape[0] else np.zeros(0)
    rows = dual[demands:-1] / np.where(size > 0, size, 1.0)
    return Relaxed(np.maximum(dual[:demands], 0.0), rows, answer.x[: program.sites])


def relaxed_by_rows(program: Program, ends: float, tick: Tick = no_tick) -> Relaxed | None:
    """The linear relaxation of a program with many rows, a few of them at a time, each call a short one.

    Rows that the fractional sites break are added until none is (or time is over): what is left out has no price, so
    that the multipliers give a bound that holds at every moment.
    """
    count = program.rows.shape[0]
    used = np.zeros(count, dtype=bool)
    used[np.linspace(0, count - 1, min(count, ROWS_AT_ONCE)).astype(int)] = True
    last: Relaxed | None = None
    while True:
        tick(0.0)
        left = ends - time.monotonic()
        if left <= 0:
            return last
        kept = np.flatnonzero(used)
        part = replace(program, rows=program.rows[kept], low=program.low[kept], high=program.high[kept])
        answer = relaxed(part, min(CALL_LIMIT, left))
        if answer is None:
            return last
        prices = np.zeros(count)
        prices[kept] = answer.rows
        last = Relaxed(answer.cover, prices, answer.sites)
        activity = program.rows @ answer.sites
        broken = np.maximum(program.low - activity, activity - program.high)
        broken[used] = 0.0
        worst = np.argsort(-broken, kind="stable")[:ROWS_AT_ONCE]
        worst = worst[broken[worst] > 1e-6]
        if not len(worst):
            return last
        used[worst] = True
