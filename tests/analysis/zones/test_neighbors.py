"""Neighbors against the full distance matrix."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.analysis.zones import neighbors
from seo_district_plugin.analysis.zones.neighbors import (
    count_within,
    kernel_sum,
    kernel_weights,
    nearest_distance,
    pairs_within,
)


def squared_distances(centers: np.ndarray, xy: np.ndarray) -> np.ndarray:
    return ((centers[:, None, :] - xy[None, :, :]) ** 2).sum(axis=2)


def clusters(seed: int, count: int, shift: float) -> np.ndarray:
    rng = np.random.default_rng(seed)
    parts = [rng.uniform(0, 100, (count, 2)), rng.normal(50, 2, (count, 2)), rng.integers(0, 20, (count, 2)) * 5.0]
    return np.concatenate(parts) + shift


@settings(deadline=None, max_examples=60)
@given(
    st.integers(0, 10**6),
    st.integers(0, 80),
    st.sampled_from([0.0, 5.0, 25.0, 60.0, 1000.0]),
    st.sampled_from([0.0, 1e6]),
    st.sampled_from([1, 37, 10**6]),
)
def test_pairs_and_counts_on_lattices_and_clusters(
    seed: int, count: int, radius: float, shift: float, block: int
) -> None:
    xy, centers = clusters(seed, count, shift), clusters(seed + 1, 12, shift)
    squared = squared_distances(centers, xy)
    expected = squared <= radius * radius
    found = np.zeros_like(expected)
    last = -1
    for center, point, distance in pairs_within(centers, xy, radius, block):
        assert center.min() > last and (np.diff(center) >= 0).all()
        last = center.max()
        assert not found[center, point].any()
        found[center, point] = True
        assert distance == pytest.approx(np.sqrt(squared[center, point]))
    assert np.array_equal(found, expected)
    assert np.array_equal(count_within(centers, xy, radius), expected.sum(axis=1))


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 10**6), st.integers(1, 60), st.floats(1e-3, 1e5))
def test_nearest(seed: int, count: int, size: float) -> None:
    xy, centers = clusters(seed, count, 0.0) * size, clusters(seed + 1, 9, 0.0) * size
    expected = np.sqrt(squared_distances(centers, xy).min(axis=1))
    assert nearest_distance(centers, xy) == pytest.approx(expected)


def test_nearest_without_points_or_coordinates() -> None:
    centers = np.array([[0.0, 0.0], [np.nan, 1.0]])
    assert np.isnan(nearest_distance(centers, np.empty((0, 2)))).all()
    assert np.isnan(nearest_distance(centers, np.array([[np.nan, 0.0]]))).all()
    result = nearest_distance(centers, np.array([[3.0, 4.0], [np.inf, 0.0]]))
    assert result[0] == 5 and np.isnan(result[1])


def test_points_at_the_radius_count() -> None:
    center = np.array([[229_000.0, 416_000.0]])
    xy = center + np.array([[300.0, 400.0], [500.001, 0.0], [0.0, -500.0]])
    assert count_within(center, xy, 500.0).tolist() == [2]


def test_nothing_around() -> None:
    assert count_within(np.array([[0.0, 0.0], [np.nan, 0.0]]), np.empty((0, 2)), 10).tolist() == [0, 0]
    assert count_within(np.empty((0, 2)), np.zeros((3, 2)), 10).tolist() == []
    assert list(pairs_within(np.array([[0.0, 0.0]]), np.array([[50.0, 0.0]]), 10)) == []
    assert count_within(np.array([[np.nan, 0.0], [0.0, 0.0]]), np.zeros((3, 2)), 10).tolist() == [0, 3]


def test_kernels_by_hand() -> None:
    squared = np.array([0.0, 25.0, 100.0, 101.0])
    assert kernel_weights(squared, 10.0, "quartic") == pytest.approx([1, 0.75**2, 0, 0])
    assert kernel_weights(squared, 10.0, "gaussian") == pytest.approx([1, math.exp(-1.125), math.exp(-4.5), 0])
    with pytest.raises(ValueError, match="unknown kernel"):
        kernel_weights(squared, 10.0, "cone")


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 10**6), st.sampled_from(neighbors.KERNELS), st.floats(1, 80))
def test_kernel_sums(seed: int, kernel: str, radius: float) -> None:
    xy, centers = clusters(seed, 40, 0.0), clusters(seed + 1, 6, 0.0)
    values = np.random.default_rng(seed).normal(size=len(xy))
    values[::7] = np.nan
    values[1::7] = np.inf
    distance = np.sqrt(squared_distances(centers, xy))
    if kernel == "quartic":
        weights = (1 - (distance / radius) ** 2) ** 2
    else:
        weights = np.exp(-0.5 * (distance / (radius / 3)) ** 2)
    weights[distance > radius] = 0
    assert kernel_sum(centers, xy, radius, kernel) == pytest.approx(weights.sum(axis=1), abs=1e-9)
    known = np.where(np.isfinite(values), values, 0)
    assert kernel_sum(centers, xy, radius, kernel, values) == pytest.approx(weights @ known, abs=1e-9)


def test_many_centers_go_through_slabs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neighbors, "_SLAB", 7)
    xy, centers = clusters(1, 50, 0.0), clusters(2, 10, 0.0)
    seen: list[float] = []
    counts = count_within(centers, xy, 20.0, seen.append)
    assert np.array_equal(counts, (squared_distances(centers, xy) <= 400).sum(axis=1))
    assert seen == sorted(seen) and seen[-1] == 1.0
