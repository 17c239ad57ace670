"""The capacitated p-median against every subset with an independent transport or assignment, rules and sparse costs."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from scipy.optimize import linprog

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.location import capacitated_search
from seo_district_plugin.analysis.location.capacitated import solve_capacitated
from seo_district_plugin.analysis.location.types import Costs, Group, SiteRules


def _transport(cost, weight, capacity):
    """Textbook dense transport problem in units of weight; inf where it does not fit."""
    demands, sites = cost.shape
    if capacity.sum() < weight.sum() - 1e-9:
        return np.inf
    big = 1e6
    serve = np.kron(np.eye(demands), np.ones(sites))
    hold = np.kron(np.ones(demands), np.eye(sites))
    objective = np.where(np.isfinite(cost), cost, big).ravel()
    done = linprog(objective, A_ub=hold, b_ub=capacity, A_eq=serve, b_eq=weight)
    return np.inf if done.status != 0 or (done.x[~np.isfinite(cost).ravel()] > 1e-7).any() else done.fun


def _single(cost, weight, capacity):
    """Every assignment, by walking the demands; cut off at the best."""
    best = [np.inf]

    def walk(row, room, spent):
        if spent >= best[0]:
            return
        if row == len(weight):
            best[0] = spent
            return
        for site in range(len(room)):
            if room[site] >= weight[row] - 1e-9 and np.isfinite(cost[row, site]):
                room[site] -= weight[row]
                walk(row + 1, room, spent + weight[row] * cost[row, site])
                room[site] += weight[row]

    walk(0, capacity.copy(), 0.0)
    return best[0]


def _allowed(chosen, p, rules):
    if len(chosen) != p + rules.existing.sum():
        return False
    is_open = np.zeros(len(rules.existing), bool)
    is_open[list(chosen)] = True
    if (rules.existing & ~is_open).sum() > rules.close_limit or (is_open & rules.forbidden).any():
        return False
    if (rules.required & ~is_open).any():
        return False
    if any(not group.low <= is_open[group.members].sum() <= group.high for group in rules.groups):
        return False
    return rules.price is None or rules.price[is_open & ~rules.existing].sum() <= rules.budget + 1e-9


def _brute(cost, weight, capacity, p, rules, split):
    best = np.inf
    count = p + int(rules.existing.sum())
    for chosen in itertools.combinations(range(len(capacity)), count):
        if _allowed(chosen, p, rules):
            sites = list(chosen)
            solve = _transport if split else _single
            best = min(best, solve(cost[:, sites], weight, capacity[sites]))
    return best


def _instance(rng, case):
    n, m = int(rng.integers(3, 9)), int(rng.integers(3, 7))
    whole = case % 2 == 0
    cost = rng.integers(0, 60, (n, m)).astype(float) if whole else rng.random((n, m)) * 50
    if case % 3 == 0:
        cost[rng.random((n, m)) < 0.3] = np.inf
    weight = rng.integers(1, 12, n).astype(float) if whole else rng.random(n) * 9 + 0.2
    p = int(rng.integers(1, min(4, m)))
    capacity = weight.sum() / p * rng.uniform(0.6, 2.2, m)
    if whole:
        capacity = np.ceil(capacity)
    rules = SiteRules.free(m)
    if case % 4 == 1:
        existing, required, forbidden = (np.zeros(m, bool) for _ in range(3))
        existing[0] = True
        p = min(p, m - 2)
        forbidden[m - 1] = m > 3 and p < m - 2
        close = int(rng.integers(0, 2))
        groups = (Group("north", np.arange(m // 2), 0, 1 + close),) if case % 8 == 1 else ()
        rules = SiteRules(existing, required, forbidden, close, groups)
    elif case % 4 == 3:
        price = rng.integers(1, 9, m).astype(float)
        required = np.zeros(m, bool)
        required[1] = case % 8 == 3
        rules = SiteRules(np.zeros(m, bool), required, np.zeros(m, bool), price=price, budget=float(p * 5))
    return cost, weight, capacity, p, rules


def _check(cost, weight, capacity, p, rules, split, solution, best):
    assert solution.objective == pytest.approx(best, rel=1e-7, abs=1e-6)
    assert solution.proven and solution.bound == pytest.approx(best, rel=1e-7, abs=1e-6)
    assert _allowed(solution.chosen.tolist(), p, rules)
    demand, site, share = solution.parts.T
    demand, site = demand.astype(int), site.astype(int)
    assert np.bincount(demand, weights=share, minlength=len(weight)) == pytest.approx(np.ones(len(weight)))
    load = np.bincount(site, weights=share * weight[demand], minlength=len(capacity))
    assert (load <= capacity * (1 + 1e-6) + 1e-6).all()
    assert set(site.tolist()) <= set(solution.chosen.tolist())
    assert (share * weight[demand] * cost[demand, site]).sum() == pytest.approx(solution.objective)
    if not split:
        assert (share == 1).all() and len(demand) == len(weight)
        assert (solution.assigned == site[np.argsort(demand)]).all()


@pytest.mark.parametrize("split", [True, False])
@pytest.mark.parametrize("way", ["direct", "search"])
def test_equals_brute_force(split, way, monkeypatch):
    if way == "search":  # small instances by the way of large ones
        monkeypatch.setattr(capacitated_search, "DIRECT", 0)
        monkeypatch.setattr(capacitated_search, "ROOT_STEPS", 40)
        monkeypatch.setattr(capacitated_search.Search, "_probe", lambda *_: False)
        if split:
            monkeypatch.setattr(capacitated_search.Search, "START_SIZE", 0.0)
    rng = np.random.default_rng(7 + 10 * split)
    solved = 0
    for case in range(50 if way == "direct" else 10):
        cost, weight, capacity, p, rules = _instance(rng, case)
        best = _brute(cost, weight, capacity, p, rules, split)
        costs = Costs.from_dense(cost)
        if not np.isfinite(best):
            with pytest.raises(AnalysisError):
                solve_capacitated(costs, weight, capacity, p, rules, split=split, time_limit=20)
            continue
        solved += 1
        found = solve_capacitated(costs, weight, capacity, p, rules, split=split, time_limit=20)
        _check(cost, weight, capacity, p, rules, split, found, best)
    assert solved >= 5


def _points(n, p, seed, tight):
    rng = np.random.default_rng(seed)
    places = rng.random((n, 2)) * 1000
    cost = np.floor(np.hypot(*(places[:, None] - places[None]).transpose(2, 0, 1)))
    weight = rng.integers(1, 21, n).astype(float)
    return cost, weight, np.full(n, np.ceil(weight.sum() / p / tight))


def test_medium_instances_are_proven_and_single_source_costs_no_less():
    cost, weight, capacity = _points(36, 4, 1, 0.85)
    free = SiteRules.free(36)
    shared = solve_capacitated(Costs.from_dense(cost), weight, capacity, 4, free, split=True)
    single = solve_capacitated(Costs.from_dense(cost), weight, capacity, 4, free, split=False)
    assert shared.proven and single.proven
    assert shared.objective <= single.objective


@pytest.mark.parametrize("seed", [2, 16])
def test_branches_of_split_demands_lose_no_set(seed, monkeypatch):
    """A demand served from two sites, however they are divided among branches, stays possible; heuristics are off."""
    cost, weight, _capacity = _points(14, 3, seed, 0.99)
    weight = weight * 3 + np.random.default_rng(seed).integers(0, 30, 14) * (np.arange(14) < 4)
    capacity = np.full(14, np.ceil(weight.sum() / 3 / 0.99))

    def solve():
        return solve_capacitated(Costs.from_dense(cost), weight, capacity, 3, SiteRules.free(14), split=True)

    direct = solve()
    search = capacitated_search.Search
    monkeypatch.setattr(capacitated_search, "DIRECT", 0)
    monkeypatch.setattr(capacitated_search, "ROOT_STEPS", 5)
    monkeypatch.setattr(capacitated_search, "NODE_STEPS", 5)
    monkeypatch.setattr(search, "START_SIZE", 0.0)
    monkeypatch.setattr(search, "watch", lambda self, dual: self.objective)
    monkeypatch.setattr(search, "interchange", lambda *_: None)
    monkeypatch.setattr(search, "_moved", lambda self, split: split.chosen)
    searched = solve()
    assert direct.proven and searched.proven and searched.nodes > 10
    assert searched.objective == pytest.approx(direct.objective)


def test_ample_capacity_is_the_plain_p_median():
    rng = np.random.default_rng(4)
    cost = rng.integers(1, 90, (20, 9)).astype(float)
    weight = rng.integers(1, 9, 20).astype(float)
    best = min((weight * cost[:, list(sites)].min(axis=1)).sum() for sites in itertools.combinations(range(9), 3))
    for split in (True, False):
        found = solve_capacitated(Costs.from_dense(cost), weight, np.full(9, 1e6), 3, SiteRules.free(9), split=split)
        assert found.proven and found.objective == best


def test_time_limit_gives_the_best_set_with_its_bound():
    cost, weight, capacity = _points(90, 9, 2, 0.93)
    found = solve_capacitated(
        Costs.from_dense(cost), weight, capacity, 9, SiteRules.free(90), split=False, time_limit=3.0
    )
    assert found.bound <= found.objective and 0 < found.bound
    assert found.seconds < 7.0
    assert found.proven == (found.status == "proven")
    assert found.gap < 0.5, "a busy machine gets less far in three seconds"


def test_same_answer_twice():
    cost, weight, capacity = _points(20, 3, 5, 0.9)
    first, second = (
        solve_capacitated(Costs.from_dense(cost), weight, capacity, 3, SiteRules.free(20), split=True) for _ in range(2)
    )
    assert (first.chosen == second.chosen).all() and first.objective == second.objective


def test_cancel_goes_through():
    cost, weight, capacity = _points(60, 6, 3, 0.9)

    def tick(fraction):
        if fraction > 0.001:
            raise Cancelled

    with pytest.raises(Cancelled):
        solve_capacitated(Costs.from_dense(cost), weight, capacity, 6, SiteRules.free(60), split=False, tick=tick)


def _refused(code, cost, weight, capacity, p, *, split=True, rules=None):
    cost = np.asarray(cost, float)
    rules = rules or SiteRules.free(cost.shape[1])
    with pytest.raises(AnalysisError) as caught:
        solve_capacitated(
            Costs.from_dense(cost), np.asarray(weight, float), np.asarray(capacity, float), p, rules, split=split
        )
    assert caught.value.code == code
    return caught.value.values


def test_infeasible_says_what_is_short():
    inf = np.inf
    ones = np.ones((3, 3))
    found = _refused("capacity_total", ones, [4, 4, 4], [5, 6, 4], 2)
    assert found == {"demand": 12.0, "capacity": 11.0, "sites": 2}
    found = _refused("capacity_demand", ones, [2, 9, 1], [6, 8, 4], 2, split=False)
    assert found == {"row": 1, "demand": 9.0, "capacity": 8.0}
    found = _refused("capacity_demand", [[1, inf, inf], [1, 1, 1]], [7, 1], [5, 9, 9], 2)
    assert found == {"row": 0, "demand": 7.0, "capacity": 5.0}
    parts = [[1, inf, inf], [1, inf, inf], [inf, 1, 1]]
    found = _refused("capacity_component", parts, [3, 4, 1], [5, 50, 50], 2)
    assert found == {"row": 0, "rows": 2, "demand": 7.0, "capacity": 5.0}
    parts = [[1, 1, inf, inf], [1, 1, inf, inf], [inf, inf, 1, 1]]
    found = _refused("capacity_components", parts, [3, 4, 1], [4, 4, 50, 50], 2)
    assert found == {"needed": 3, "sites": 2}
    assert _refused("capacity_out_of_reach", [[1, 1], [inf, inf]], [1, 1], [9, 9], 1)["row"] == 1
    assert _refused("capacity_no_set", [[1, 1, 1]] * 3, [3, 3, 3], [5, 5, 5], 2, split=False)["sites"] == 2


def test_bad_numbers_are_refused():
    ones = np.ones((2, 2))
    assert _refused("capacity_not_numbers", ones, [1, 1], [1, np.nan], 1)["site"] == 1
    assert _refused("capacity_below_zero", ones, [1, 1], [-1, 3], 1)["site"] == 0
    assert _refused("weights_not_positive", ones, [1, 0], [9, 9], 1)["row"] == 1
    assert _refused("sites_too_few", ones, [1, 1], [9, 9], 3)["available"] == 2
