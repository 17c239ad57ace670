"""Whole people: totals kept, each quota up or down, spread over space, another seed other places."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seo_district_plugin.analysis.population.allocate import Pairs, allocate
from seo_district_plugin.analysis.population.spreading import alike, along_curve, spread_people


def cells(columns: int, rows: int, size: float = 100.0) -> np.ndarray:
    y, x = np.divmod(np.arange(columns * rows), columns)
    return np.column_stack([x, y]) * size + 1_000_000.0


def quadrants(places: np.ndarray) -> np.ndarray:
    """Which of 4 x 4 parts of the extent each place lies in."""
    low, high = places.min(axis=0), places.max(axis=0)
    column, row = np.minimum((places - low) / (high - low) * 4, 3).astype(int).T
    return 4 * row + column


@pytest.mark.parametrize("seed", range(5))
def test_the_curve_visits_everything_once_by_short_steps(seed) -> None:
    places = cells(32, 32, 1.0)
    way = along_curve(places, np.random.default_rng(seed))
    assert sorted(way.tolist()) == list(range(1024))
    steps = np.hypot(*np.diff(places[way], axis=0).T)
    assert np.median(steps) == 1 and np.quantile(steps, 0.95) <= 2, "rows of a raster would jump 31 at their ends"


def test_noise_of_areas_is_no_difference_but_weights_are() -> None:
    random = np.random.default_rng(1)
    noisy = 1.0 + random.uniform(-4e-7, 4e-7, 1000)
    assert len(np.unique(alike(noisy / noisy.sum()))) == 1
    assert len(np.unique(alike(np.array([1.0, 1.001, 1.002]) / 3.003))) == 3


@given(
    st.integers(1, 40),
    st.integers(1, 30),
    st.integers(0, 400),
    st.integers(0, 2**32 - 1),
    st.sampled_from([0.2, 1.0, 5.0]),
)
def test_totals_quotas_and_sums_of_rows_are_kept(count, groups, most, seed, skew) -> None:
    random = np.random.default_rng(seed)
    share = random.gamma(skew, size=count) * (random.random(count) < 0.9)
    if share.sum() == 0:
        share[0] = 1.0
    share /= share.sum()
    totals = random.integers(0, most + 1, groups).astype(float)
    quotas = share[:, None] * totals
    found = spread_people(quotas, totals, np.random.default_rng(seed))
    assert (found.sum(axis=0) == totals).all()
    assert (np.abs(found - quotas) < 1 + 1e-5).all()
    assert (np.abs(found.sum(axis=1) - quotas.sum(axis=1)) < 1 + 1e-5).all()
    assert (found[share == 0] == 0).all()


@pytest.mark.parametrize("groups", [[1438.0], [80.0, 102.0, 96.0, 910.0, 250.0]])
def test_many_small_shares_spread_over_space(groups) -> None:
    """4,704 equal cells whose areas carry noise: each sixteenth of the zone has its people, in each age group."""
    places = cells(84, 56)
    part = quadrants(places)
    noise = 10_000 * (1 + np.random.default_rng(3).uniform(-1e-6, 1e-6, len(places)) + 1e-6 * places[:, 0] / 1e6)
    pairs = Pairs(np.zeros(4704, dtype=int), np.arange(4704), noise, noise)
    counts = np.array([groups])
    runs = []
    for seed in range(6):
        found = allocate(counts, pairs, 4704, whole=True, places=places, seed=seed)
        assert found.people.sum(axis=0).tolist() == groups, "to the last person"
        assert found.people.max() == 1 and found.people.sum(axis=1).max() == 1, "0.3 people per cell: nobody beside"
        share = np.bincount(part, minlength=16) / 4704
        people = np.bincount(part, weights=found.people.sum(axis=1), minlength=16)
        assert np.abs(people - 1438 * share).max() <= 9, people
        for column, number in zip(found.people.T, groups):
            people = np.bincount(part, weights=column, minlength=16)
            assert np.abs(people - number * share).max() <= 9, people
        assert (found.low <= found.people.sum(axis=1)).all() and (found.people.sum(axis=1) <= found.high).all()
        assert set(found.low) == {0} and set(found.high) == {1}
        runs.append(found.people)
    again = allocate(counts, pairs, 4704, whole=True, places=places, seed=5).people
    assert (again == runs[5]).all()
    for one, other in zip(runs, runs[1:]):
        assert ((one > 0) != (other > 0)).any(axis=1).mean() > 0.2, "another seed, other cells"


def test_chance_of_a_place_is_its_quota() -> None:
    """Over many seeds everybody gets what the quota says, small shares beside a large one too."""
    share = np.array([0.4, *[0.06] * 10])
    runs = [spread_people(share[:, None] * 7.0, [7.0], np.random.default_rng(seed))[:, 0] for seed in range(4000)]
    assert np.mean(runs, axis=0) == pytest.approx(share * 7, abs=0.04)


def test_small_targets_get_their_people_over_many_groups() -> None:
    """A hundred ages of 30 people over 300 buildings: by remainders alone the 30 largest would get everybody."""
    random = np.random.default_rng(3)
    share = random.gamma(2.0, size=300)
    share /= share.sum()
    quotas = share[:, None] * np.full(100, 30.0)
    found = spread_people(quotas, np.full(100, 30.0), np.random.default_rng(1))
    assert np.abs(found.sum(axis=1) - quotas.sum(axis=1)).max() < 1 + 1e-6
    stretches = np.abs(np.add.reduceat(found - quotas, np.arange(0, 300, 30)))
    assert stretches.max() < 4, "of 3 people that are due in each tenth of the way"


@pytest.mark.parametrize("places", [np.zeros((5, 2)), np.array([[0.0, i] for i in range(5)]), None])
def test_places_on_one_spot_or_line_or_unknown(places) -> None:
    pairs = Pairs(np.zeros(5, dtype=int), np.arange(5), np.ones(5), np.ones(5))
    found = allocate(np.array([[3.0]]), pairs, 5, whole=True, places=places, seed=2)
    assert sorted(found.people[:, 0].tolist()) == [0, 0, 1, 1, 1]


def test_nothing_to_give() -> None:
    random = np.random.default_rng(0)
    assert spread_people(np.zeros((3, 1)), np.zeros(1), random).tolist() == [[0], [0], [0]]
    assert spread_people(np.empty((0, 2)), np.zeros(2), random).shape == (0, 2)
    assert spread_people(np.array([[2.0], [1.0]]), np.array([3.0]), random).tolist() == [[2], [1]]
    assert along_curve(np.empty((0, 2)), random).tolist() == []
