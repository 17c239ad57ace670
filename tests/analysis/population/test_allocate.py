"""Allocation beside a plain loop, and its promise: nobody is lost."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.population.allocate import AREA, NONE, WEIGHT, Pairs, allocate, split_weights
from seo_district_plugin.analysis.population.compare import errors, in_units


def pairs(rows: list[tuple]) -> Pairs:
    zone, target, weight, size = (np.array(column) for column in zip(*rows))
    return Pairs(zone.astype(int), target.astype(int), weight.astype(float), size.astype(float))


def test_by_hand() -> None:
    found = allocate(np.array([[10.0, 2.0], [6.0, 0.0]]), pairs([(0, 0, 3, 1), (0, 1, 1, 1), (1, 1, 2, 1)]), 2)
    assert found.people.tolist() == [[7.5, 1.5], [8.5, 0.5]]
    assert found.zone.tolist() == [0, 1] and found.share.tolist() == [0.75, 1.0] and found.zones.tolist() == [1, 2]
    assert found.allocated.tolist() == [[10, 2], [6, 0]] and found.unallocated == []


def test_zones_without_weight_fall_back_to_area_or_are_told() -> None:
    given = pairs([(0, 0, 0, 30), (0, 1, 0, 10)])
    counts = np.array([[8.0], [5.0]])
    found = allocate(counts, given, 2)
    assert found.people[:, 0].tolist() == [6, 2] and found.zone_basis.tolist() == [AREA, NONE]
    assert [(left.zone, left.people, left.reason) for left in found.unallocated] == [(1, 5, "no_target")]
    strict = allocate(counts, given, 2, fallback=False)
    assert strict.people.sum() == 0
    assert [(left.people, left.reason) for left in strict.unallocated] == [(8, "no_weight"), (5, "no_target")]


def test_bounds_go_with_the_share() -> None:
    found = allocate(
        np.array([[8.0]]), pairs([(0, 0, 3, 1), (0, 1, 1, 1)]), 2, low=np.array([4.0]), high=np.array([12.0])
    )
    assert found.low.tolist() == [3, 1] and found.high.tolist() == [9, 3]
    assert found.basis.tolist() == [WEIGHT, WEIGHT]


def random_case(seed: int):
    random = np.random.default_rng(seed)
    zones, targets, groups = random.integers(1, 8), random.integers(1, 40), random.integers(1, 9)
    number = random.integers(1, 60)
    weight = random.gamma(0.7, size=number) * (random.random(number) < 0.8)
    given = Pairs(
        random.integers(0, zones, number), random.integers(0, targets, number), weight, random.uniform(0, 5, number)
    )
    return random.integers(0, 5000, (zones, groups)).astype(float), given, int(targets)


@given(st.integers(0, 2**32 - 1), st.booleans(), st.booleans())
def test_nobody_is_lost_and_it_is_the_plain_loop(seed, fallback, whole) -> None:
    counts, given, targets = random_case(seed)
    found = allocate(counts, given, targets, fallback=fallback, whole=whole, seed=seed % 7)
    left = np.zeros_like(counts)
    for entry in found.unallocated:
        left[entry.zone, entry.group] += entry.people
    assert found.allocated + left == pytest.approx(counts, rel=1e-12, abs=1e-12)
    assert found.people.sum(axis=0) == pytest.approx(found.allocated.sum(axis=0), rel=1e-12)
    expected = np.zeros((targets, counts.shape[1]))
    for zone in range(len(counts)):
        own = given.zone == zone
        amount = given.weight[own]
        if amount.sum() == 0:
            amount = given.size[own] if fallback else amount
        if amount.sum() == 0:
            continue
        for target, part in zip(given.target[own], amount / amount.sum()):
            expected[target] += part * counts[zone]
    if whole:
        assert (found.people == np.rint(found.people)).all()
        assert (found.allocated + left == counts).all(), "to the last person"
        assert (np.abs(found.people - expected) <= len(counts)).all()
    else:
        assert found.people == pytest.approx(expected, rel=1e-9, abs=1e-9)


def test_whole_people_are_the_same_again_and_the_seed_decides() -> None:
    counts, given = np.array([[3.0]]), pairs([(0, at, 1, 1) for at in range(10)])
    runs = [allocate(counts, given, 10, whole=True, seed=seed).people[:, 0].tolist() for seed in (1, 1, 2)]
    assert runs[0] == runs[1] != runs[2] and all(sum(run) == 3 and max(run) == 1 for run in runs)
    even = pairs([(0, at, 10.0 * (at + 1), 1) for at in range(4)])
    assert {tuple(allocate(np.array([[20.0]]), even, 4, whole=True, seed=s).people[:, 0]) for s in range(5)} == {
        (2, 4, 6, 8)
    }, "whole quotas leave nothing to decide"


def test_whole_people_lie_within_their_bounds() -> None:
    """Also where zones share a target: each zone's part is rounded by itself."""
    random = np.random.default_rng(8)
    for seed in range(30):
        counts, given, targets = random_case(int(random.integers(2**32)))
        total = counts.sum(axis=1)
        found = allocate(
            counts, given, targets, low=np.floor(0.9 * total), high=np.ceil(1.1 * total), whole=True, seed=seed
        )
        people = found.people.sum(axis=1)
        assert (found.low <= people).all() and (people <= found.high).all()
        assert (found.low == np.rint(found.low)).all() and (found.high == np.rint(found.high)).all()


def test_weights_are_split_by_area_and_never_negative() -> None:
    found = split_weights(np.array([10.0, np.nan]), np.array([0.25, 0.75, 1.0]), np.array([0, 0, 1]))
    assert found.tolist() == [2.5, 7.5, 0]
    with pytest.raises(AnalysisError) as caught:
        split_weights(np.array([1.0, -1.0]), np.array([1.0]), np.array([0]))
    assert caught.value.code == "weight_negative"


def test_errors_by_hand() -> None:
    found = errors(np.array([8.0, 12.0, 99.0]), np.array([10.0, 10.0, np.nan]))
    assert (found.units, found.people, found.estimated) == (2, 20, 20)
    assert (found.mae, found.rmse, found.share) == (2, 2, 0.1)
    assert np.isnan(errors(np.array([1.0]), np.array([np.nan])).share)


def test_units_from_sources() -> None:
    found = in_units(np.array([10.0, 4.0]), np.array([0, 1, 1]), np.array([0, 0, 1]), np.array([0.3, 0.7, 1.0]), 3)
    assert found.tolist() == [3, 11, 0]


def test_true_weights_give_back_the_truth() -> None:
    """People that live in proportion to floor area: dasymetric allocation is exact, area weighting is not."""
    random = np.random.default_rng(2)
    zone = np.repeat(np.arange(4), 50)
    floor = random.gamma(0.5, 100, 200)
    truth = floor * random.uniform(0.01, 0.05, 4)[zone]
    counts = np.bincount(zone, weights=truth)[:, None]
    right = allocate(counts, Pairs(zone, np.arange(200), floor, np.ones(200)), 200).people[:, 0]
    plain = allocate(counts, Pairs(zone, np.arange(200), np.ones(200), np.ones(200)), 200).people[:, 0]
    assert errors(right, truth).share < 1e-12 < 0.2 < errors(plain, truth).share
