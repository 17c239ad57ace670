"""The searches without any solver: few sites that cover all, and so many sites without conflict."""

from __future__ import annotations

import time
from itertools import combinations

import numpy as np
import pytest
from scipy import sparse

from seo_district_plugin.analysis.errors import Cancelled
from seo_district_plugin.analysis.location.covering_bits import fitting
from seo_district_plugin.analysis.location.covering_search import few_sites


@pytest.mark.parametrize("seed", range(30))
def test_few_sites_cover_everybody_and_are_the_fewest(seed: int) -> None:
    draws = np.random.default_rng(seed)
    near = draws.random((15, 9)) < draws.uniform(0.15, 0.5)
    lower, upper = (draws.random(9) < 0.1).astype(int), np.ones(9, int)
    upper[(draws.random(9) < 0.1) & (lower == 0)] = 0
    found = few_sites(sparse.csr_matrix(near.astype(float)), lower, upper, draws, steps=200)
    if not near[:, upper == 1].any(axis=1).all():
        assert found is None
        return
    assert near[:, found].any(axis=1).all() and (found >= lower).all() and (found <= upper).all()
    sizes = [
        size
        for size in range(10)
        for one in combinations(range(9), size)
        if near[:, list(one)].any(axis=1).all() and set(np.flatnonzero(lower)) <= set(one) <= set(np.flatnonzero(upper))
    ]
    assert found.sum() == min(sizes)


def test_few_sites_stop_at_a_bound_and_at_their_time() -> None:
    draws = np.random.default_rng(0)
    near = sparse.csr_matrix((draws.random((400, 80)) < 0.1).astype(float))
    lower, upper = np.zeros(80, int), np.ones(80, int)
    began = time.monotonic()
    best = few_sites(near, lower, upper, np.random.default_rng(1), steps=1_000_000, ends=began + 0.5)
    assert time.monotonic() - began < 3
    again = few_sites(near, lower, upper, np.random.default_rng(1), least=int(best.sum()), steps=1_000_000)
    assert again.sum() <= best.sum()


@pytest.mark.parametrize("seed", range(60))
def test_fitting_finds_a_set_where_there_is_one(seed: int) -> None:
    draws = np.random.default_rng(seed)
    conflict = np.triu(draws.random((11, 11)) < draws.uniform(0.1, 0.8), 1)
    conflict |= conflict.T
    for need in range(8):
        possible = any(not conflict[np.ix_(one, one)].any() for one in combinations(range(11), need))
        found, ended, _ = fitting(conflict, need)
        assert ended and (found is not None) == possible
        if found is not None:
            assert len(set(found.tolist())) == need and not conflict[np.ix_(found, found)].any()


def test_fitting_ends_at_its_time_and_on_cancel() -> None:
    spots = np.random.default_rng(2).random((300, 2))
    conflict = np.hypot(*(spots[:, None] - spots[None]).transpose(2, 0, 1)) < 0.18
    began = time.monotonic()
    found, ended, nodes = fitting(conflict, 29, ends=began + 0.5)
    assert found is None and not ended and nodes > 0 and time.monotonic() - began < 3

    def tick(_done: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        fitting(conflict, 29, tick=tick)
