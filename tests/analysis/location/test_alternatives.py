"""Near-optimal sets and prices against all subsets."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.location.alternatives import near_optimal, price_of_site, prices_of_rules
from seo_district_plugin.analysis.location.covering import solve_mclp
from seo_district_plugin.analysis.location.types import Group, SiteRules
from tests.analysis.location.covering_worlds import allowed_sets, random_rules, world


def _solver(costs, weight, p):
    def solve(rules, seconds, tick):
        return solve_mclp(costs, weight, 0.3, p, rules, time_limit=seconds, tick=tick)

    return solve


def _values(distance, weight, rules, p) -> dict[tuple[int, ...], float]:
    near = distance <= 0.3
    return {one: float(weight[near[:, list(one)].any(axis=1)].sum()) for one in allowed_sets(rules, p)}


@pytest.mark.parametrize("seed", range(30))
def test_the_k_best_sets_under_any_rules(seed: int) -> None:
    costs, distance, weight, draws = world(100 + seed, sites=7)
    rules, p = random_rules(draws, 7), int(draws.integers(1, 3))
    values = _values(distance, weight, rules, p)
    if not values:
        return
    solver = _solver(costs, weight, p)
    best = solver(rules, 10.0, lambda _: None)
    found = near_optimal(solver, rules, best, maximize=True, count=6, percent=20.0)
    sets = [tuple(one.chosen) for one in found.solutions]
    assert len(set(sets)) == len(sets) and set(sets) <= set(values) and found.complete
    limit = 0.8 * best.objective - 1e-9
    ranked = sorted((value for value in values.values() if value >= limit), reverse=True)[:6]
    assert [one.objective for one in found.solutions] == pytest.approx(ranked)


def test_no_time_says_so() -> None:
    costs, _, weight, _ = world(7)
    solver = _solver(costs, weight, 2)
    best = solver(SiteRules.free(8), 10.0, lambda _: None)
    found = near_optimal(solver, SiteRules.free(8), best, maximize=True, time_limit=0.0)
    assert not found.complete and found.solutions[0] is best


@pytest.mark.parametrize("seed", range(30))
def test_price_of_each_site(seed: int) -> None:
    costs, distance, weight, draws = world(200 + seed, sites=6)
    rules, p = random_rules(draws, 6), 2
    if not any(True for _ in allowed_sets(rules, p)):
        return
    solver = _solver(costs, weight, p)
    best = solver(rules, 10.0, lambda _: None)
    for column in range(6):
        if rules.existing[column]:
            continue
        price = price_of_site(solver, rules, best, column, maximize=True)
        chosen = column in best.chosen
        free = replace(rules, required=rules.required & ~(np.arange(6) == column))
        free = replace(free, forbidden=rules.forbidden & ~(np.arange(6) == column))
        others = [value for one, value in _values(distance, weight, free, p).items() if (column in one) != chosen]
        assert price.kind == ("forbid" if chosen else "force") and price.column == column
        if not others:
            assert price.solution is None and isinstance(price.problem, AnalysisError) and np.isnan(price.change)
        else:
            assert price.change == pytest.approx(best.objective - max(others)) and price.sure


def test_a_required_site_can_be_priced() -> None:
    costs, _, weight, _ = world(9)
    required = np.zeros(8, dtype=bool)
    required[np.argmin((costs.dense() <= 0.3).sum(axis=0))] = True
    rules = SiteRules(np.zeros(8, bool), required, np.zeros(8, bool))
    solver = _solver(costs, weight, 2)
    best = solver(rules, 10.0, lambda _: None)
    price = price_of_site(solver, rules, best, int(np.flatnonzero(required)[0]), maximize=True)
    assert price.solution is not None and price.change <= 0


@pytest.mark.parametrize("seed", range(25))
def test_price_of_each_rule(seed: int) -> None:
    costs, distance, weight, draws = world(300 + seed, sites=7)
    rules, p = random_rules(draws, 7), 2
    if not any(True for _ in allowed_sets(rules, p)):
        return
    solver = _solver(costs, weight, p)
    best = solver(rules, 10.0, lambda _: None)
    prices = prices_of_rules(solver, rules, best, maximize=True)
    assert [price.name for price in prices if price.kind == "group"] == [group.name for group in rules.groups]
    for price in prices:
        assert price.change <= 1e-9 and price.sure
        without = {
            "budget": replace(rules, budget=np.inf),
            "close": replace(rules, close_limit=int(rules.existing.sum())),
            "required": replace(rules, required=np.zeros(7, bool)),
            "forbidden": replace(rules, forbidden=np.zeros(7, bool)),
            "group": replace(rules, groups=[group for group in rules.groups if group.name != price.name]),
        }[price.kind]
        assert best.objective - price.change == pytest.approx(max(_values(distance, weight, without, p).values()))


def test_a_rule_that_costs_nothing_has_no_price() -> None:
    costs, _, weight, _ = world(11)
    rules = SiteRules(*np.zeros((3, 8), bool), groups=[Group("wide", np.arange(8), 0, 8)])
    solver = _solver(costs, weight, 2)
    best = solver(rules, 10.0, lambda _: None)
    (price,) = prices_of_rules(solver, rules, best, maximize=True)
    assert price.change == 0 and price.name == "wide"
