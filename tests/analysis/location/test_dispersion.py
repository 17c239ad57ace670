"""p-dispersion against all subsets, with existing sites and rules, Cancel and the time limit."""

from __future__ import annotations

import time
from itertools import combinations

import numpy as np
import pytest

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.location.covering_cliques import conflict_cliques
from seo_district_plugin.analysis.location.dispersion import solve_dispersion
from seo_district_plugin.analysis.location.types import SiteRules
from tests.analysis.location.covering_worlds import allowed_sets, random_rules


def _distances(seed: int, sites: int) -> tuple[np.ndarray, np.random.Generator]:
    draws = np.random.default_rng(seed)
    spots = draws.random((sites, 2))
    return np.hypot(*(spots[:, None] - spots[None]).transpose(2, 0, 1)), draws


def _smallest(distance: np.ndarray, chosen: tuple[int, ...], existing: np.ndarray) -> float:
    pairs = [distance[a, b] for a, b in combinations(chosen, 2) if not (existing[a] and existing[b])]
    return min(pairs, default=np.inf)


@pytest.mark.parametrize("seed", range(60))
def test_best_of_all_sets(seed: int) -> None:
    distance, draws = _distances(seed, 9)
    p = int(draws.integers(2, 8))
    found = solve_dispersion(distance, p)
    best = max(_smallest(distance, chosen, np.zeros(9, bool)) for chosen in combinations(range(9), p))
    assert found.objective == best == found.bound and found.proven and len(found.chosen) == p


@pytest.mark.parametrize("seed", range(100))
def test_under_any_rules(seed: int) -> None:
    distance, draws = _distances(500 + seed, 8)
    rules, p = random_rules(draws, 8), int(draws.integers(1, 4))
    sets = list(allowed_sets(rules, p))
    if not sets or int(rules.existing.sum()) + p < 2:
        with pytest.raises(AnalysisError):
            solve_dispersion(distance, p, rules)
        return
    best = max(_smallest(distance, chosen, rules.existing) for chosen in sets)
    found = solve_dispersion(distance, p, rules)
    assert tuple(found.chosen) in sets
    assert _smallest(distance, tuple(found.chosen), rules.existing) == pytest.approx(best)
    assert found.proven and (found.objective == best or np.isinf(best))


def test_two_existing_sites_side_by_side_do_not_decide() -> None:
    line = np.array([0.0, 0.1, 5.0, 9.0])
    existing = np.array([True, True, False, False])
    rules = SiteRules(existing, np.zeros(4, bool), np.zeros(4, bool))
    found = solve_dispersion(np.abs(line[:, None] - line[None]), 1, rules)
    assert found.chosen.tolist() == [0, 1, 3] and found.objective == pytest.approx(8.9)
    assert found.figures["smallest_of_all"] == pytest.approx(0.1)


def test_ties_one_way_streets_and_missing_ways() -> None:
    assert solve_dispersion(np.ones((5, 5)), 3).objective == 1.0
    oneway = np.array([[0.0, 5.0, 9.0], [2.0, 0.0, 4.0], [9.0, 4.0, 0.0]])
    assert solve_dispersion(oneway, 3).objective == 2.0
    apart = np.array([[0.0, np.inf, 3.0], [np.inf, 0.0, 4.0], [3.0, 4.0, 0.0]])
    assert solve_dispersion(apart, 2).objective == 4.0


@pytest.mark.parametrize(
    ("table", "code"),
    [
        (np.array([[0.0, np.nan], [1.0, 0.0]]), "distances_not_usable"),
        (np.array([[0.0, -1.0], [1.0, 0.0]]), "distances_not_usable"),
        (np.ones((2, 3)), "distances_not_square"),
        (np.zeros((1, 1)), "dispersion_needs_two"),
    ],
)
def test_bad_input(table: np.ndarray, code: str) -> None:
    with pytest.raises(AnalysisError) as problem:
        solve_dispersion(table, 1 if code == "dispersion_needs_two" else 2)
    assert problem.value.code == code


def test_time_limit_and_cancel() -> None:
    distance, _ = _distances(3, 300)
    began = time.monotonic()
    found = solve_dispersion(distance, 25, time_limit=1.0)
    assert time.monotonic() - began < 6 and found.objective <= found.bound
    assert found.proven == (found.objective == found.bound)

    def tick(_done: float) -> None:
        if time.monotonic() - began > 1.5:
            raise Cancelled

    began = time.monotonic()
    with pytest.raises(Cancelled):
        solve_dispersion(distance, 25, tick=tick)
    assert time.monotonic() - began < 6


@pytest.mark.parametrize("seed", range(20))
def test_cliques_hold_every_pair_and_nothing_else(seed: int) -> None:
    draws = np.random.default_rng(seed)
    conflict = np.triu(draws.random((25, 25)) < draws.uniform(0.05, 0.9), 1)
    conflict |= conflict.T
    cliques = conflict_cliques(conflict).toarray() > 0
    held = np.zeros((25, 25), dtype=bool)
    for row in cliques:
        members = np.flatnonzero(row)
        inside = conflict[np.ix_(members, members)] | np.eye(len(members), dtype=bool)
        assert inside.all()
        outside = np.flatnonzero(~row)
        assert not conflict[np.ix_(outside, members)].all(axis=1).any()
        held[np.ix_(members, members)] = True
    np.fill_diagonal(held, False)
    assert (held == conflict).all()
