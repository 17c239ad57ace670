"""LSCP, LSCP-B and MCLP against all subsets, published values, rules, Cancel and the time limit."""

from __future__ import annotations

import time

import numpy as np
import pandas as pd
import pytest

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.location.covering import solve_lscp, solve_lscp_backup, solve_mclp
from seo_district_plugin.analysis.location.types import Costs, Group, SiteRules
from tests.analysis.location.covering_worlds import allowed_sets, random_rules, world


def _worth(near: np.ndarray, weight: np.ndarray, chosen: tuple[int, ...], backup: float) -> float:
    times = near[:, list(chosen)].sum(axis=1)
    return float(weight[times >= 1].sum() + backup * weight[times >= 2].sum())


@pytest.mark.parametrize("seed", range(60))
def test_mclp_is_the_best_of_all_sets(seed: int) -> None:
    costs, distance, weight, draws = world(seed, sparse=seed % 3 == 0)
    near = distance <= 0.3
    p = int(draws.integers(1, 6))
    backup = (0.0, 0.0, 0.4, 1.0)[seed % 4]
    found = solve_mclp(costs, weight, 0.3, p, backup=backup)
    best = max(_worth(near, weight, chosen, backup) for chosen in allowed_sets(SiteRules.free(8), p))
    assert found.objective == pytest.approx(best, rel=1e-12)
    assert found.proven and found.bound == pytest.approx(best, rel=1e-8)
    assert len(found.chosen) == p
    covered = found.assigned >= 0
    assert weight[covered].sum() == pytest.approx(found.figures["covered"])
    assert (distance[np.flatnonzero(covered), found.assigned[covered]] <= 0.3).all()


@pytest.mark.parametrize("seed", range(120))
def test_mclp_under_any_rules(seed: int) -> None:
    costs, distance, weight, draws = world(1000 + seed, sites=7)
    rules, p, backup = random_rules(draws, 7), int(draws.integers(1, 4)), (0.0, 0.5)[seed % 2]
    sets = list(allowed_sets(rules, p))
    if not sets:
        with pytest.raises(AnalysisError):
            solve_mclp(costs, weight, 0.3, p, rules, backup=backup)
        return
    found = solve_mclp(costs, weight, 0.3, p, rules, backup=backup)
    assert tuple(found.chosen) in sets
    best = max(_worth(distance <= 0.3, weight, chosen, backup) for chosen in sets)
    assert found.proven and found.objective == pytest.approx(best, rel=1e-12)


@pytest.mark.parametrize("seed", range(120))
def test_lscp_under_any_rules(seed: int) -> None:
    costs, distance, weight, draws = world(2000 + seed, demands=9, sites=7)
    rules = SiteRules.free(7) if seed % 3 == 0 else random_rules(draws, 7)
    near = distance <= 0.5
    sets = [chosen for chosen in allowed_sets(rules, None) if near[:, list(chosen)].any(axis=1).all()]
    if not sets:
        with pytest.raises(AnalysisError) as problem:
            solve_lscp(costs, 0.5, rules)
        if problem.value.code == "cover_impossible":
            row = problem.value.values["row"]
            assert not (near[row] & ~rules.forbidden).any()
        return
    least = min(len(chosen) for chosen in sets)
    found = solve_lscp(costs, 0.5, rules)
    assert tuple(found.chosen) in sets
    assert found.proven and found.objective == found.bound == least
    twice = solve_lscp_backup(costs, weight, 0.5, rules)
    best = max(weight[near[:, list(chosen)].sum(axis=1) >= 2].sum() for chosen in sets if len(chosen) == least)
    assert tuple(twice.chosen) in sets and twice.proven and twice.objective == least
    assert twice.figures["covered_twice"] == pytest.approx(best, abs=1e-9)


def _stores(real_data) -> tuple[Costs, np.ndarray]:
    folder = real_data / "sf_stores"
    table = pd.read_csv(folder / "network_distance.csv", encoding="utf-8")
    wide = table.pivot(index="DestinationName", columns="name", values="distance").sort_index()
    weight = table.groupby("DestinationName")["demand"].first().reindex(wide.index)
    return Costs.from_dense(wide.to_numpy()), weight.to_numpy(float)


def test_published_values_of_san_francisco(real_data) -> None:
    costs, weight = _stores(real_data)
    covered = solve_mclp(costs, weight, 5000.0, 4)
    assert covered.objective == pytest.approx(875_247, abs=1e-6) and covered.proven and covered.bound == 875_247
    assert (covered.assigned < 0).sum() == 21
    assert solve_lscp(costs, 5000.0).objective == 8
    people = solve_lscp_backup(costs, np.ones(len(weight)), 5000.0)
    assert people.objective == 8 and people.proven
    assert people.chosen.tolist() == [1, 2, 4, 6, 10, 11, 14, 15]  # Store_11, 12, 14, 16, 2, 3, 6, 7 as published
    # The published 167 counts the 22 tracts with only one store in reach, which no set can cover twice.
    once = ((costs.dense() <= 5000.0).sum(axis=1) == 1).sum()
    assert once == 22 and people.figures["demands_twice"] == 167 - once


def test_existing_sites_cover_and_are_not_counted() -> None:
    costs = Costs.from_dense(np.array([[0.0, 9.0, 9.0], [9.0, 0.0, 9.0], [9.0, 9.0, 0.0]]))
    weight = np.array([10.0, 5.0, 1.0])
    existing = np.array([True, False, False])
    rules = SiteRules(existing, np.zeros(3, bool), np.zeros(3, bool))
    found = solve_mclp(costs, weight, 1.0, 1, rules)
    assert found.chosen.tolist() == [0, 1] and found.objective == 15.0 and found.figures["new"] == 1


def test_a_demand_nobody_covers_is_named() -> None:
    costs = Costs.from_dense(np.array([[1.0, 1.0], [7.0, 8.0], [1.0, 9.0]]))
    with pytest.raises(AnalysisError) as problem:
        solve_lscp(costs, 5.0)
    assert problem.value.code == "cover_impossible" and problem.value.values["row"] == 1
    with pytest.raises(AnalysisError) as problem:
        solve_lscp(costs, 8.0, SiteRules(np.zeros(2, bool), np.zeros(2, bool), np.array([True, False])))
    assert problem.value.values == {"count": 1, "row": 2, "radius": 8.0}


def test_the_rule_that_leaves_somebody_uncovered_is_named() -> None:
    costs = Costs.from_dense(1.0 - np.eye(4))
    narrow = Group("one of two", np.array([0, 1]), 0, 1)
    wide = Group("harmless", np.array([2, 3]), 0, 2)
    rules = SiteRules(*np.zeros((3, 4), bool), groups=[wide, narrow])
    with pytest.raises(AnalysisError) as problem:
        solve_lscp(costs, 0.5, rules)
    assert problem.value.code == "cover_against_rules" and problem.value.values["rules"] == "one of two"
    poor = SiteRules(*np.zeros((3, 4), bool), price=np.ones(4), budget=3.0)
    with pytest.raises(AnalysisError) as problem:
        solve_lscp(costs, 0.5, poor)
    assert problem.value.values["rules"] == "BUDGET"


@pytest.mark.parametrize("radius", [-1.0, float("nan"), float("inf")])
def test_a_radius_must_be_a_number(radius: float) -> None:
    with pytest.raises(AnalysisError) as problem:
        solve_mclp(Costs.from_dense(np.ones((2, 2))), np.ones(2), radius, 1)
    assert problem.value.code == "radius_not_usable"


def test_backup_must_be_a_share() -> None:
    with pytest.raises(AnalysisError) as problem:
        solve_mclp(Costs.from_dense(np.ones((2, 2))), np.ones(2), 1.0, 1, backup=1.5)
    assert problem.value.code == "backup_not_usable"


def test_too_many_sites_and_one_candidate() -> None:
    costs = Costs.from_dense(np.ones((3, 1)))
    assert solve_mclp(costs, np.ones(3), 1.0, 1).objective == 3
    assert solve_mclp(costs, np.ones(3), 0.5, 1).objective == 0
    with pytest.raises(AnalysisError) as problem:
        solve_mclp(costs, np.ones(3), 1.0, 2)
    assert problem.value.code == "sites_too_few"


def _hard(sites: int = 250, demands: int = 2500) -> tuple[Costs, np.ndarray]:
    draws = np.random.default_rng(5)
    near = draws.random((demands, sites)) < 0.04
    return Costs.from_dense(np.where(near, 1.0, np.inf)), draws.random(demands)


def test_time_limit_gives_the_best_set_with_its_bound() -> None:
    costs, weight = _hard()
    began = time.monotonic()
    found = solve_mclp(costs, weight, 1.0, 25, time_limit=1.5)
    assert time.monotonic() - began < 8
    assert not found.proven and found.status == "time_limit"
    assert found.objective < found.bound < weight.sum() + 1e-9
    assert found.gap == pytest.approx((found.bound - found.objective) / found.objective)


def test_cancel_bites() -> None:
    costs, weight = _hard()
    began, last, longest = time.monotonic(), [time.monotonic()], [0.0]

    def tick(_done: float) -> None:
        now = time.monotonic()
        longest[0], last[0] = max(longest[0], now - last[0]), now
        if now - began > 2.0:
            raise Cancelled

    with pytest.raises(Cancelled):
        solve_mclp(costs, weight, 1.0, 25, tick=tick)
    assert longest[0] < 4.0


def test_never_worse_than_greedy_and_same_answer_twice() -> None:
    costs, _, weight, _ = world(3, demands=300, sites=60)
    first, second = (solve_mclp(costs, weight, 0.12, 6) for _ in range(2))
    assert first.chosen.tolist() == second.chosen.tolist()
    near = costs.dense() <= 0.12
    left, greedy = weight.copy(), 0.0
    for _ in range(6):
        site = int(np.argmax(left @ near))
        greedy += float(left @ near[:, site])
        left[near[:, site]] = 0.0
    assert first.objective >= greedy - 1e-9


def test_scale_of_weights_does_not_matter() -> None:
    costs, _, weight, _ = world(8, demands=60, sites=12)
    plain = solve_mclp(costs, weight, 0.2, 3)
    for factor in (1e-9, 1e9):
        scaled = solve_mclp(costs, weight * factor, 0.2, 3)
        assert scaled.objective == pytest.approx(plain.objective * factor, rel=1e-9)
