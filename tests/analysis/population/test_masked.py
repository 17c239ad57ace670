"""Hidden counts beside brute force and a general solver."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize

from seo_district_plugin.analysis.population.masked import estimate_hidden

BOUNDS = (1.0, 4.0)


def table(rows: list[list[float | None]]) -> tuple[np.ndarray, np.ndarray]:
    values = np.array([[np.nan if cell is None else cell for cell in row] for row in rows], dtype=float)
    return values, np.isnan(values)


def test_without_sums_the_middle() -> None:
    found = estimate_hidden(*table([[10, None], [None, 3]]), BOUNDS)
    assert found.values.tolist() == [[10, 2.5], [2.5, 3]]
    assert found.low.tolist() == [[10, 1], [1, 3]] and found.high.tolist() == [[10, 4], [4, 3]]
    assert found.cells == 2


def test_row_total_by_hand() -> None:
    found = estimate_hidden(*table([[10, None, None], [5, 5, None]]), BOUNDS, np.array([17.0, 11.0]))
    assert found.values.tolist() == [[10, 3.5, 3.5], [5, 5, 1]]
    assert found.low.tolist() == [[10, 3, 3], [5, 5, 1]], "two cells that add up to 7 are 3 at least"
    assert found.rows_missed == []


def test_rows_out_of_reach_are_told_and_stay_in_bounds() -> None:
    found = estimate_hidden(*table([[10, None, None], [5, 5, None]]), BOUNDS, np.array([30.0, 10.0]))
    assert [(miss.row, miss.wanted, miss.low, miss.high) for miss in found.rows_missed] == [(0, 20, 2, 8), (1, 0, 1, 4)]
    assert found.values.tolist() == [[10, 4, 4], [5, 5, 1]]


def test_parents_out_of_reach_are_left_out() -> None:
    values, hidden = table([[None], [3]])
    found = estimate_hidden(values, hidden, BOUNDS, None, np.array([0, 0]), np.array([[40.0]]))
    assert found.values[0, 0] == 2.5
    assert [(miss.row, miss.column, miss.wanted) for miss in found.sums_missed] == [(0, 0, 37.0)]


def test_sums_that_contradict_each_other_keep_the_rows() -> None:
    """Each sum alone can be reached, both together cannot: rows say 2 + 2, the parent says 7 for the first column."""
    values, hidden = table([[None, 5], [None, 5]])
    found = estimate_hidden(values, hidden, BOUNDS, np.array([7.0, 7.0]), np.array([0, 0]), np.array([[7.0, 10.0]]))
    assert found.values[:, 0].tolist() == [2, 2]
    assert [(miss.row, miss.column, miss.wanted, round(miss.low, 6)) for miss in found.sums_missed] == [(0, 0, 7, 4)]


def random_problem(seed: int, size: int = 4):
    random = np.random.default_rng(seed)
    rows, columns = random.integers(1, size + 1, 2)
    truth = random.integers(0, 30, (rows, columns)).astype(float)
    hidden = random.random((rows, columns)) < 0.5
    truth[hidden] = random.integers(1, 5, hidden.sum())
    totals = np.where(random.random(rows) < 0.7, truth.sum(axis=1), np.nan)
    parent = random.integers(-1, 2, rows)
    sums = np.array([truth[parent == number].sum(axis=0) for number in range(2)])
    sums[random.random(sums.shape) < 0.3] = np.nan
    return truth, hidden, totals, parent, sums


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=150)
def test_known_sums_are_met_inside_the_bounds(seed) -> None:
    truth, hidden, totals, parent, sums = random_problem(seed, 6)
    found = estimate_hidden(np.where(hidden, np.nan, truth), hidden, BOUNDS, totals, parent, sums)
    x = found.values
    assert (x[hidden] >= 1 - 1e-9).all() and (x[hidden] <= 4 + 1e-9).all()
    assert (x[~hidden] == truth[~hidden]).all()
    known = np.isfinite(totals)
    assert x.sum(axis=1)[known] == pytest.approx(totals[known], abs=1e-9)
    for number in range(2):
        wanted = sums[number]
        got = x[parent == number].sum(axis=0)
        assert got[np.isfinite(wanted)] == pytest.approx(wanted[np.isfinite(wanted)], abs=1e-6)
    assert found.rows_missed == [] and found.sums_missed == []
    assert (found.low <= truth + 1e-6).all() and (truth <= found.high + 1e-6).all(), "the truth is within the bounds"
    assert (found.low <= x + 1e-6).all() and (x <= found.high + 1e-6).all()


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=25)
def test_it_is_the_least_squares_solution(seed) -> None:
    """Beside scipy's SLSQP, which knows nothing of rows and columns."""
    truth, hidden, totals, parent, sums = random_problem(seed)
    count = int(hidden.sum())
    if not count:
        return
    constraints = []
    for row in np.flatnonzero(np.isfinite(totals)):
        pick = np.where(np.arange(len(truth))[:, None] == row, True, False) & hidden
        constraints.append((pick[hidden], totals[row] - truth[row][~hidden[row]].sum()))
    for number, column in itertools.product(range(2), range(truth.shape[1])):
        if np.isfinite(sums[number, column]):
            pick = np.zeros_like(hidden)
            pick[parent == number, column] = True
            constraints.append(((pick & hidden)[hidden], sums[number, column] - truth[pick & ~hidden].sum()))
    constraints = [(pick, wanted) for pick, wanted in constraints if pick.any()]
    other = minimize(
        lambda x: ((x - 2.5) ** 2).sum(), truth[hidden], jac=lambda x: 2 * (x - 2.5), bounds=[BOUNDS] * count,
        method="SLSQP", options={"maxiter": 500, "ftol": 1e-12},
        constraints=[{"type": "eq", "fun": lambda x, p=p, w=w: x[p].sum() - w, "jac": lambda x, p=p: p.astype(float)}
                     for p, w in constraints],
    )  # fmt: skip
    found = estimate_hidden(np.where(hidden, np.nan, truth), hidden, BOUNDS, totals, parent, sums)
    mine = ((found.values[hidden] - 2.5) ** 2).sum()
    if other.success:
        assert mine <= other.fun + 1e-5


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=40)
def test_bounds_hold_for_every_whole_solution(seed) -> None:
    """All whole tables that meet the sums are tried: none leaves the bounds; for a row alone the bounds are sharp."""
    random = np.random.default_rng(seed)
    count = int(random.integers(1, 6))
    truth = random.integers(1, 5, count)
    values = np.full((1, count), np.nan)
    found = estimate_hidden(values, np.isnan(values), BOUNDS, np.array([float(truth.sum())]))
    fits = np.array([x for x in itertools.product(range(1, 5), repeat=count) if sum(x) == truth.sum()])
    assert found.low[0].tolist() == fits.min(axis=0).tolist()
    assert found.high[0].tolist() == fits.max(axis=0).tolist()


def test_many_tracts_are_quick() -> None:
    import time

    random = np.random.default_rng(1)
    truth = random.poisson(6, (1500, 21)).astype(float)
    hidden = (truth > 0) & (truth < 5)
    parent = random.integers(0, 24, 1500)
    sums = np.array([truth[parent == number].sum(axis=0) for number in range(24)])
    start = time.process_time()
    found = estimate_hidden(np.where(hidden, np.nan, truth), hidden, BOUNDS, truth.sum(axis=1), parent, sums)
    assert time.process_time() - start < 20
    assert found.sums_missed == [] and found.values.sum(axis=1) == pytest.approx(truth.sum(axis=1), abs=1e-9)
