"""The step before the models: every row kept, merged or taken out with its reason."""

from __future__ import annotations

import numpy as np
import pytest

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.location import demand
from seo_district_plugin.analysis.location.types import Costs, Group, SiteRules


def test_reasons_and_counts_account_for_every_row() -> None:
    table = np.array([[1.0, 2.0], [1.0, 2.0], [3.0, np.inf], [1.0, 2.0], [np.inf, np.inf], [5.0, 6.0], [5.0, 6.0]])
    weight = np.array([2.0, 3.0, 1.0, 0.0, 4.0, -1.0, np.nan])
    found = demand.prepare_demands(Costs.from_dense(table), weight)
    assert found.reason.tolist() == ["", "", "", "weight_zero", "unreachable", "weight_negative", "weight_not_a_number"]
    assert sum(found.counts.values()) + int((found.row >= 0).sum()) == 7
    assert found.row.tolist() == [0, 0, 1, -1, -1, -1, -1] and found.merged == 1
    assert found.weight.tolist() == [5.0, 1.0]
    assert found.costs.dense().tolist() == [[1.0, 2.0], [3.0, np.inf]]
    assert found.spread(np.array([7, 8])).tolist() == [7, 7, 8, -1, -1, -1, -1]
    plain = demand.prepare_demands(Costs.from_dense(table), weight, merge=False)
    assert plain.weight.tolist() == [2.0, 3.0, 1.0] and plain.merged == 0


@pytest.mark.parametrize("seed", range(30))
def test_merging_changes_no_objective(seed: int) -> None:
    draws = np.random.default_rng(seed)
    table = draws.integers(1, 3, (40, 3)).astype(float)
    table[draws.random(table.shape) < 0.3] = np.inf
    weight = draws.random(40)
    served = np.isfinite(table).any(axis=1)
    found = demand.prepare_demands(Costs.from_dense(table), weight)
    assert (found.row >= 0).tolist() == served.tolist()
    assert len({tuple(row) for row in table[served]}) == len(found.weight)
    assert np.array_equal(found.costs.dense()[found.row[served]], table[served])
    assert found.weight.sum() == pytest.approx(weight[served].sum())


def test_unreachable_looks_at_radius_and_forbidden_sites() -> None:
    costs = Costs.from_dense(np.array([[1.0, 9.0], [9.0, 1.0]]))
    rules = SiteRules(np.zeros(2, bool), np.zeros(2, bool), np.array([False, True]))
    assert demand.unreachable(costs).tolist() == [False, False]
    assert demand.unreachable(costs, radius=0.5).tolist() == [True, True]
    assert demand.unreachable(costs, rules, 5.0).tolist() == [False, True]


def test_nothing_left_says_why() -> None:
    with pytest.raises(AnalysisError) as problem:
        demand.prepare_demands(Costs.from_dense(np.ones((3, 1))), np.array([0.0, -2.0, np.nan]))
    assert problem.value.code == "demand_none_left"
    assert problem.value.values == {"rows": 3, "zero": 1, "negative": 1, "not_numbers": 1, "unreachable": 0}


def test_sites_at_one_place_become_one() -> None:
    xy = np.array([[0.0, 0.0], [5.0, 5.0], [0.0, 0.0], [5.0, 5.0], [9.0, 9.0]])
    rules = SiteRules(
        np.array([False, False, False, True, False]), np.array([False, False, True, False, False]),
        np.array([True, False, False, False, True]), 0, [Group("g", np.array([0, 2, 4]), 0, 2)],
        np.array([1.0, 5.0, 3.0, 0.0, 2.0]), 9.0,
    )  # fmt: skip
    found = demand.merge_sites(xy, rules)
    assert found.kept.tolist() == [2, 3, 4] and found.column.tolist() == [0, 1, 0, 1, 2] and found.merged == 2
    assert found.rules.existing.tolist() == [False, True, False]
    assert found.rules.required.tolist() == [True, False, False]
    assert found.rules.forbidden.tolist() == [False, False, True]
    assert found.rules.price.tolist() == [3.0, 0.0, 2.0]
    assert found.rules.groups[0].members.tolist() == [0, 2]
    near = demand.merge_sites(np.array([[0.0, 0.0], [0.4, 0.4], [3.0, 3.0]]), SiteRules.free(3), tolerance=1.0)
    assert near.column.tolist() == [0, 0, 1]


def test_a_hundred_thousand_candidates_are_thinned_with_their_error() -> None:
    draws = np.random.default_rng(0)
    xy = draws.random((100_000, 2)) * [9800.0, 7000.0]
    keep = np.zeros(len(xy), dtype=bool)
    keep[[3, 77_777]] = True
    found = demand.thin_candidates(xy, 1000, keep)
    assert 800 < len(found.kept) <= 1000 and {3, 77_777} <= set(found.kept.tolist())
    moved = np.hypot(*(xy - xy[found.kept[found.column]]).T)
    assert moved.max() == pytest.approx(found.largest) and moved.mean() == pytest.approx(found.mean)
    assert found.mean < found.size < found.largest * 2
    assert np.array_equal(found.column[found.kept], np.arange(len(found.kept)))
    few = demand.thin_candidates(xy[:50], 100)
    assert few.largest == 0.0 and few.kept.tolist() == list(range(50))
    groups = demand.thinned_groups([Group("g", found.kept[:5], 1, 2)], found)
    assert groups[0].members.tolist() == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("seed", range(20))
def test_the_bound_for_all_candidates_holds(seed: int) -> None:
    draws = np.random.default_rng(seed)
    xy, homes, weight = draws.random((40, 2)), draws.random((15, 2)), draws.random(15)
    found = demand.thin_candidates(xy, 10)
    distance = np.hypot(*(homes[:, None] - xy[None]).transpose(2, 0, 1))
    all_best = (weight @ distance).min()
    few_best = (weight @ distance[:, found.kept]).min()
    assert found.bound(few_best, weight.sum()) - 1e-12 <= all_best <= few_best + 1e-12
    assert found.bound(0.0, weight.sum(), most=0.0) == 0.0


def test_too_many_that_must_stay_are_refused() -> None:
    with pytest.raises(AnalysisError) as problem:
        demand.thin_candidates(np.random.default_rng(0).random((20, 2)), 10, np.ones(20, bool))
    assert problem.value.code == "candidates_too_many" and problem.value.values == {"count": 20, "most": 10}


def test_error_of_aggregation() -> None:
    found = demand.Aggregated(stated=90.0, exact=100.0)
    assert found.error == 10.0 and found.share == 0.1
