"""The curve of sites against objective, with any solver."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.location.covering import solve_mclp
from seo_district_plugin.analysis.location.curve import curve
from seo_district_plugin.analysis.location.types import Group, SiteRules
from tests.analysis.location.covering_worlds import allowed_sets, world


def _solver(costs, weight, rules=None):
    def solve(p, start, seconds, tick):
        return solve_mclp(costs, weight, 0.3, p, rules, start=start, time_limit=seconds, tick=tick)

    return solve


@pytest.mark.parametrize("seed", range(10))
def test_each_point_is_best_and_gains_add_up(seed: int) -> None:
    costs, distance, weight, _ = world(seed)
    points = curve(_solver(costs, weight), [5, 1, 2, 3, 3, 4], maximize=True)
    assert [point.p for point in points] == [1, 2, 3, 4, 5]
    for point in points:
        sets = allowed_sets(SiteRules.free(8), point.p)
        best = max(weight[(distance[:, list(one)] <= 0.3).any(axis=1)].sum() for one in sets)
        assert point.solution.objective == pytest.approx(best) and point.solution.proven
    assert np.isnan(points[0].gain)
    assert all(point.sure and point.gain >= -1e-12 for point in points[1:])
    total = sum(point.gain for point in points[1:])
    assert points[0].solution.objective + total == pytest.approx(points[-1].solution.objective)


def test_a_number_that_rules_forbid_is_a_gap_in_the_curve() -> None:
    costs, _, weight, _ = world(1)
    rules = SiteRules(*np.zeros((3, 8), bool), groups=[Group("all", np.arange(8), 2, 3)])
    points = curve(_solver(costs, weight, rules), range(1, 6), maximize=True, monotone=False)
    assert [point.solution is None for point in points] == [True, False, False, True, True]
    assert all(isinstance(point.problem, AnalysisError) for point in points if point.solution is None)
    assert np.isnan(points[1].gain) and points[2].gain >= 0


def test_the_bound_of_more_sites_holds_for_fewer() -> None:
    costs, _, weight, _ = world(2)
    exact = _solver(costs, weight)

    def hasty(p, start, seconds, tick):
        found = exact(p, start, seconds, tick)
        return replace(found, bound=found.bound + 100, proven=False, status="time_limit") if p < 8 else found

    points = curve(hasty, range(6, 9), maximize=True)
    full = points[-1].solution
    assert points[0].solution.bound == full.bound
    settled = points[1].solution
    assert settled.proven == (settled.objective >= full.bound - 1e-9 * max(1.0, full.bound))
    assert points[0].solution.bound >= points[0].solution.objective


def test_starts_come_from_the_number_before_and_time_is_shared() -> None:
    costs, _, weight, _ = world(3)
    starts, seconds_given = [], []
    exact = _solver(costs, weight)

    def watched(p, start, seconds, tick):
        starts.append(None if start is None else start.tolist())
        seconds_given.append(seconds)
        return exact(p, start, seconds, tick)

    points = curve(watched, [1, 2, 3], maximize=True, time_limit=9.0)
    assert starts[0] is None and starts[1:] == [point.solution.chosen.tolist() for point in points[:2]]
    assert seconds_given[0] == pytest.approx(3.0, abs=0.1) and seconds_given[2] > 5.0


def test_cancel_passes_through() -> None:
    costs, _, weight, _ = world(3)

    def tick(done: float) -> None:
        if done > 0.4:
            raise Cancelled

    with pytest.raises(Cancelled):
        curve(_solver(costs, weight), [1, 2, 3], maximize=True, tick=tick)
