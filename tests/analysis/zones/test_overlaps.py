"""Overlap measures by hand and by their conservation laws."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.analysis.zones.overlaps import (
    overlap_count,
    overlap_density,
    overlap_length,
    overlap_mean,
    overlap_share,
    overlap_sum,
)

ZONE = np.array([0, 0, 2, 2, 2, 0])
FEATURE = np.array([0, 1, 1, 2, 2, 3])
SIZE = np.array([100.0, 50.0, 200.0, 30.0, 70.0, 0.0])
AREA = np.array([10_000.0, 10_000.0, 300.0, 0.0])
NONE = pytest.approx(np.nan, nan_ok=True)


def test_by_hand() -> None:
    assert overlap_length(ZONE, SIZE, 4).tolist() == [150, 0, 300, 0]
    assert overlap_density(ZONE, SIZE, AREA).tolist() == [15.0, 0.0, 1000.0, NONE]
    assert overlap_share(ZONE, SIZE, AREA).tolist() == [0.015, 0.0, 1.0, NONE]
    assert overlap_count(ZONE, FEATURE, SIZE, 4).tolist() == [2, 0, 2, 0]
    values = np.array([1.0, 4.0, np.nan, 9.0])
    assert overlap_mean(ZONE, FEATURE, SIZE, values, 4).tolist() == [2.0, NONE, 4.0, NONE]
    sizes = np.array([400.0, 250.0, 100.0, 5.0])
    assert overlap_sum(ZONE, FEATURE, SIZE, values, sizes, 4).tolist() == [
        pytest.approx(1.05),
        0,
        pytest.approx(3.2),
        0,
    ]


def test_rounding_above_one_is_cut_and_real_excess_is_shown() -> None:
    share = overlap_share(np.array([0, 1]), np.array([1 + 1e-9, 1.5]), np.ones(2))
    assert share.tolist() == [1.0, 1.5]


def test_no_overlaps() -> None:
    nobody = np.empty(0, dtype=np.int64)
    assert overlap_length(nobody, np.empty(0), 2).tolist() == [0, 0]
    assert overlap_count(nobody, nobody, np.empty(0), 2).tolist() == [0, 0]
    assert np.isnan(overlap_mean(nobody, nobody, np.empty(0), np.ones(3), 2)).all()
    assert overlap_sum(nobody, nobody, np.empty(0), np.ones(3), np.ones(3), 2).tolist() == [0, 0]
    assert overlap_length(np.array([0]), np.array([np.nan]), 1).tolist() == [0]


@settings(deadline=None, max_examples=50)
@given(st.integers(0, 10**6), st.integers(1, 20), st.integers(1, 8))
def test_areal_interpolation_keeps_the_total(seed: int, features: int, zones: int) -> None:
    """Where zones tile the features, the sum over the zones is the sum over the features."""
    rng = np.random.default_rng(seed)
    shares = rng.dirichlet(np.ones(zones), features)
    sizes, values = rng.uniform(1, 1e6, features), rng.uniform(0, 1e4, features)
    feature, zone = np.divmod(np.arange(features * zones), zones)
    size = shares[feature, zone] * sizes[feature]
    assert overlap_sum(zone, feature, size, values, sizes, zones).sum() == pytest.approx(values.sum())
    expected = [np.average(values, weights=size[zone == z]) for z in range(zones)]
    assert overlap_mean(zone, feature, size, values, zones) == pytest.approx(expected)
