"""The parts of the search: bounds that hold, reductions that keep the best set, and the tree by itself."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy import sparse

from seo_district_plugin.analysis.location import covering_highs as highs
from seo_district_plugin.analysis.location import covering_tree
from seo_district_plugin.analysis.location.covering import without_dominated
from seo_district_plugin.analysis.location.covering_bound import Multipliers, descend, evaluate, start_multipliers
from seo_district_plugin.analysis.location.covering_program import Program
from seo_district_plugin.analysis.location.covering_reduce import dominated_demands, reduce, same_rows
from seo_district_plugin.analysis.location.covering_rows import rule_rows
from seo_district_plugin.analysis.location.types import SiteRules
from tests.analysis.location.covering_worlds import allowed_sets, random_rules, world


def _program(seed: int, *, sites: int = 8, levels: int = 2) -> tuple[Program, dict[tuple[int, ...], float]]:
    """A random program and the value of each allowed set by the definition."""
    _, distance, weight, draws = world(seed, sites=sites)
    rules, p = random_rules(draws, sites), int(draws.integers(1, 4))
    near = distance <= 0.35
    worth = weight[:, None] * np.sort(draws.random((len(weight), levels)), axis=1)[:, ::-1]
    profit = draws.normal(size=sites) * draws.choice([0.0, 2.0])
    program = rule_rows(rules, p).program(sparse.csr_matrix(near.astype(float)), worth, profit)
    values = {}
    for chosen in allowed_sets(rules, p):
        times = near[:, list(chosen)].sum(axis=1)
        values[chosen] = float(sum(worth[times > k, k].sum() for k in range(levels)) + profit[list(chosen)].sum())
    return program, values


def _mask(chosen: tuple[int, ...], sites: int = 8) -> np.ndarray:
    mask = np.zeros(sites, dtype=bool)
    mask[list(chosen)] = True
    return mask


@pytest.mark.parametrize("seed", range(60))
def test_any_prices_give_a_bound_for_every_set_and_site(seed: int) -> None:
    program, values = _program(seed)
    draws = np.random.default_rng(seed)
    small = reduce(program)
    if small is None:
        assert not values
        return
    inner = small.program
    for _ in range(5):
        prices = Multipliers(draws.exponential(2, len(inner.worth)), draws.normal(size=inner.rows.shape[0]))
        bound = evaluate(inner, prices)
        for chosen, value in values.items():
            assert value <= bound.value + 1e-9
            is_open = _mask(chosen)[small.sites]
            assert (value <= np.where(is_open, bound.opened, bound.closed) + 1e-9).all()


@pytest.mark.parametrize("seed", range(30))
def test_descending_comes_near_the_linear_relaxation(seed: int) -> None:
    program, values = _program(seed, levels=1)
    small = reduce(replace(program, rows=program.rows[:0], low=program.low[:0], high=program.high[:0]))
    if small is None or small.program.sites == 0:
        return
    inner = small.program
    exact = highs.relaxed(inner, 2.0)
    lowest = evaluate(inner, Multipliers(exact.cover, exact.rows)).value
    found = descend(inner, start_multipliers(inner), max(values.values(), default=lowest), 400).value
    assert lowest - 1e-6 * abs(lowest) <= found
    assert found <= max(lowest, max(values.values(), default=-np.inf)) + 0.03 * abs(lowest) + 1e-9


@pytest.mark.parametrize("seed", range(60))
def test_reduced_programs_give_every_set_its_value(seed: int) -> None:
    program, values = _program(seed, levels=3)
    draws = np.random.default_rng(seed)
    lower, upper = program.lower.copy(), program.upper.copy()
    for site in draws.permutation(8)[:3]:
        if lower[site] < upper[site]:
            lower[site] = upper[site] = draws.integers(0, 2)
    inside = {
        one: value for one, value in values.items() if (lower <= _mask(one)).all() and (_mask(one) <= upper).all()
    }
    small = reduce(replace(program, lower=lower, upper=upper))
    if small is None:
        assert not inside
        return
    for chosen, value in inside.items():
        free = _mask(chosen)[small.sites]
        assert small.program.allows(free)
        assert small.program.value(free) == pytest.approx(value, rel=1e-9, abs=1e-9)
        assert np.flatnonzero(small.whole_set(free)).tolist() == list(chosen)
    assert len(small.program.worth) <= len(program.worth)


@pytest.mark.parametrize("seed", range(60))
def test_the_tree_alone_finds_the_best_set(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """HiGHS never comes to an end here: bounds, fixing and branching must do it."""
    monkeypatch.setattr(highs, "whole_numbers", lambda *_: highs.Answer(None, np.inf, False))
    monkeypatch.setattr(highs, "relaxed", lambda *_: None)
    program, values = _program(500 + seed)
    found = covering_tree.maximize(program, time_limit=20.0)
    if not values:
        assert found.chosen is None and found.bound == -np.inf
        return
    assert found.value == pytest.approx(max(values.values()), rel=1e-9)
    assert found.bound <= found.value + 1e-8 * max(1.0, abs(found.value))
    assert tuple(np.flatnonzero(found.chosen)) in values


@pytest.mark.parametrize("seed", range(40))
def test_is_there_any_set_above(seed: int) -> None:
    program, values = _program(900 + seed)
    if not values:
        return
    best = max(values.values())
    assert covering_tree.maximize(program, above=best + 1e-3 * abs(best) + 1e-3).chosen is None
    found = covering_tree.maximize(program, above=best - 1e-3 * abs(best) - 1e-3)
    assert found.chosen is not None and values[tuple(np.flatnonzero(found.chosen))] == pytest.approx(
        best, rel=2e-3, abs=2e-3
    )


@pytest.mark.parametrize("seed", range(40))
def test_dominated_sites_and_demands_are_not_missed(seed: int) -> None:
    draws = np.random.default_rng(seed)
    near = draws.random((12, 8)) < draws.uniform(0.1, 0.6)
    rules, p = SiteRules.free(8), int(draws.integers(1, 8))
    weight = draws.random(12)
    program = rule_rows(rules, p).program(sparse.csr_matrix(near.astype(float)), weight[:, None])
    fewer = without_dominated(program, rules, p)
    values = {one: weight[near[:, list(one)].any(axis=1)].sum() for one in allowed_sets(rules, p)}
    kept = [value for one, value in values.items() if fewer.upper[list(one)].all()]
    assert max(kept) == pytest.approx(max(values.values()))
    implied = dominated_demands(sparse.csr_matrix(near.astype(float)))
    for chosen in allowed_sets(rules, None):
        covered = near[:, list(chosen)].any(axis=1)
        assert covered[~implied].all() == covered.all()
    for row in np.flatnonzero(implied):
        assert any((near[other] <= near[row]).all() for other in np.flatnonzero(~implied))


@pytest.mark.parametrize("seed", range(20))
def test_equal_rows(seed: int) -> None:
    draws = np.random.default_rng(seed)
    table = draws.random((200, 5)) < 0.5
    first, member = same_rows(sparse.csr_matrix(table.astype(float)))
    assert len({tuple(row) for row in table}) == len(first)
    assert (table[first][member] == table).all() and (np.diff(first) > 0).all()


def test_a_feasible_program_is_not_called_infeasible() -> None:
    """HiGHS with its presolving says of this one that no set is allowed."""
    near = ["1010110", "0101011", "1010100", "1101011", "1001000", "1101001", "0100010"]
    cover = sparse.csr_matrix(np.array([[float(digit) for digit in row] for row in near]))
    weight = np.array([8.0, 5.0, 5.0, 18.0, 8.0, 3.0, 3.0])
    must = sparse.csr_matrix(np.array([[1.0, 0, 1, 0, 1, 0, 0], [1.0, 0, 0, 1, 0, 0, 0], [0, 1.0, 0, 0, 0, 1, 0]]))
    rules = replace(rule_rows(SiteRules.free(7), 2), rows=must, low=np.ones(3), high=np.full(3, np.inf))
    program = rules.program(cover, np.column_stack([weight, weight]))
    found = highs.whole_numbers(program, 2.0)
    assert found.done and found.chosen is not None
    assert found.bound == pytest.approx(76.0)
