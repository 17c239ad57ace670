"""Kolm-Pollak equivalent, its p-median, and the measures of evenness."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.location import equity
from seo_district_plugin.analysis.location.types import Costs
from tests.analysis.location.covering_worlds import world

lengths = st.lists(st.floats(0, 1e4), min_size=1, max_size=30)


def test_equivalent_by_its_formula() -> None:
    distance, weight = np.array([100.0, 400.0, 900.0]), np.array([3.0, 2.0, 1.0])
    kappa = equity.kappa_of(distance, weight, 1.0)
    assert kappa == pytest.approx((weight @ distance) / (weight @ distance**2))
    plain = np.log((weight * np.exp(kappa * distance)).sum() / weight.sum()) / kappa
    assert equity.kolm_pollak(distance, weight, kappa) == pytest.approx(plain, rel=1e-12)


@given(lengths, st.floats(1e-6, 1e3))
def test_equivalent_lies_between_mean_and_largest_and_never_overflows(values: list[float], kappa: float) -> None:
    distance = np.array(values)
    found = equity.kolm_pollak(distance, np.ones(len(distance)), kappa)
    slack = 1e-9 * (1 + distance.max()) + 1e-9 / kappa
    assert distance.mean() - slack <= found <= distance.max() + slack


@given(lengths, st.floats(1.0, 500.0))
def test_equivalent_moves_with_the_distances(values: list[float], more: float) -> None:
    """Kolm's property: everybody farther by so much is worth so much."""
    distance, weight = np.array(values), np.arange(1.0, len(values) + 1)
    before, after = (equity.kolm_pollak(distance + add, weight, 1e-3) for add in (0.0, more))
    assert after - before == pytest.approx(more, rel=1e-6)


@pytest.mark.parametrize("seed", range(60))
def test_p_median_of_the_transformed_costs_is_the_fairest_set(seed: int) -> None:
    _, distance, weight, _ = world(seed, demands=10, sites=7)
    scale = 10.0 ** (seed % 7 - 3)
    costs = Costs.from_dense(distance * scale)
    kappa = equity.kappa_of(distance.min(axis=1) * scale, weight, (0.5, 1.0, 2.0, 10.0)[seed % 4])
    new = equity.transformed_costs(costs, weight, kappa)
    assert np.isfinite(new.costs.value).all() and (new.costs.value >= 0).all()
    sets = list(combinations(range(7), 2))
    table = new.costs.dense()
    medians = [float(weight @ table[:, list(one)].min(axis=1)) for one in sets]
    fair = [equity.kolm_pollak(distance[:, list(one)].min(axis=1) * scale, weight, kappa) for one in sets]
    best = int(np.argmin(medians))
    assert fair[best] == pytest.approx(min(fair), rel=1e-9)
    assert new.equivalent(medians[best]) == pytest.approx(fair[best], rel=1e-9)
    assert new.equivalent(0.9 * medians[best]) < fair[best]


def test_transformed_costs_are_safe_against_overflow() -> None:
    costs = Costs.from_dense(np.array([[0.0, 1e6], [10.0, 2e6]]))
    new = equity.transformed_costs(costs, np.ones(2), 5.0)
    assert np.isfinite(new.costs.value).all()
    assert new.costs.dense()[0, 0] < new.costs.dense()[1, 0] < new.costs.dense()[0, 1]


def _pairs_gini(distance: np.ndarray, weight: np.ndarray) -> float:
    difference = np.abs(distance[:, None] - distance[None]) * weight[:, None] * weight[None]
    return float(difference.sum() / (2 * weight.sum() ** 2 * (weight @ distance / weight.sum())))


@pytest.mark.parametrize("seed", range(40))
def test_gini_by_all_pairs(seed: int) -> None:
    draws = np.random.default_rng(seed)
    distance, weight = draws.exponential(300, 25), draws.integers(0, 9, 25).astype(float)
    assert equity.gini(distance, weight) == pytest.approx(_pairs_gini(distance, weight), abs=1e-12)


def test_gini_at_its_ends() -> None:
    assert equity.gini(np.full(5, 7.0), np.arange(1.0, 6.0)) == pytest.approx(0.0, abs=1e-12)
    assert equity.gini(np.zeros(3), np.ones(3)) == 0.0
    assert equity.gini(np.r_[np.zeros(99), 5.0], np.ones(100)) == pytest.approx(0.99)
    assert np.isnan(equity.gini(np.zeros(0), np.zeros(0)))


def test_worst_tenth_counts_people_not_places() -> None:
    distance, weight = np.array([1.0, 2.0, 3.0, 100.0]), np.array([10.0, 70.0, 15.0, 5.0])
    assert equity.worst_mean(distance, weight) == pytest.approx((5 * 100 + 5 * 3) / 10)
    people = np.repeat(distance, weight.astype(int))
    assert equity.worst_mean(distance, weight, 0.25) == pytest.approx(np.sort(people)[-25:].mean())
    assert equity.worst_mean(distance, weight, 1.0) == pytest.approx(people.mean())


def test_beyond_counts_those_without_any_way() -> None:
    distance, weight = np.array([100.0, 600.0, np.inf]), np.array([6.0, 3.0, 1.0])
    assert equity.share_beyond(distance, weight, 500.0) == pytest.approx(0.4)
    assert equity.share_beyond(distance, weight, 600.0) == pytest.approx(0.1)


def test_measures_by_zone_and_by_group() -> None:
    distance, weight = np.array([100.0, 300.0, 500.0, np.inf]), np.array([1.0, 1.0, 2.0, 4.0])
    zones = equity.evenness_by_zone(distance, weight, np.array([0, 0, 1, 1]), ["A", "B", "C"], 1e-3, 400.0)
    assert [zone.name for zone in zones] == ["A", "B", "C"]
    assert zones[0].mean == 200.0 and zones[0].unserved == 0 and zones[0].beyond == 0
    assert zones[1].mean == 500.0 and zones[1].unserved == 4.0 and zones[1].beyond == 1.0
    assert np.isnan(zones[2].mean) and zones[2].weight == 0
    groups = equity.evenness_by_group(distance, np.column_stack([weight, [1, 0, 0, 0]]), ["all", "few"], 1e-3, 400.0)
    assert groups[0].weight == 8 and groups[1].mean == groups[1].equivalent == groups[1].largest == 100.0


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda: equity.kappa_of(np.ones(2), np.ones(2), 0.0), "aversion_not_usable"),
        (lambda: equity.kappa_of(np.zeros(2), np.ones(2), 1.0), "distances_all_zero"),
        (lambda: equity.transformed_costs(Costs.from_dense(np.ones((1, 1))), np.ones(1), np.nan), "kappa_not_usable"),
    ],
)
def test_bad_input(call, code: str) -> None:
    with pytest.raises(AnalysisError) as problem:
        call()
    assert problem.value.code == code
