"""Ranges of made-up fields are found, and none where there is none."""

from __future__ import annotations

import time

import numpy as np
import pytest
from scipy.spatial.distance import cdist, pdist, squareform

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.learning.variogram import residual_range


def gaussian_field(seed, reach, nugget=0.2, count=700, side=10_000.0):
    """Gaussian field with a spherical variogram."""
    rng = np.random.default_rng(seed)
    xy = rng.random((count, 2)) * side
    part = np.minimum(cdist(xy, xy) / reach, 1.0)
    covariance = (1 - nugget) * (1 - 1.5 * part + 0.5 * part**3) + (nugget + 1e-9) * np.eye(count)
    return xy, np.linalg.cholesky(covariance) @ rng.normal(size=count)


@pytest.mark.parametrize("reach", [1000.0, 2500.0])
def test_the_range_of_a_made_up_field(reach):
    found = [residual_range(*gaussian_field(seed, reach)).range for seed in range(6)]
    assert all(one is not None for one in found)
    assert np.median(found) == pytest.approx(reach, rel=0.35)


def test_semivariance_by_brute_force():
    xy, values = gaussian_field(1, 2000.0, count=200)
    found = residual_range(xy, values)
    away, gaps = squareform(pdist(xy)), (values[:, None] - values) ** 2
    largest = np.hypot(*np.ptp(xy, axis=0)) / 3
    upper = np.triu(np.ones_like(away, bool), 1)
    for number in (0, 7, 14):
        inside = upper & (away >= largest * number / 15) & (away < largest * (number + 1) / 15)
        assert found.pairs[number] == inside.sum()
        assert found.semivariance[number] == pytest.approx(gaps[inside].mean() / 2)
    assert found.at(np.array([0.0, 1e9])) == pytest.approx([found.nugget, found.sill])


def test_residuals_without_structure_have_no_range():
    rng = np.random.default_rng(2)
    none = [residual_range(rng.random((400, 2)) * 1e4, rng.normal(size=400)) for _ in range(20)]
    assert sum(one.range is None for one in none) >= 17
    assert {one.note for one in none if one.range is None} <= {"variogram_no_structure", "variogram_unbounded"}


def test_a_trend_has_no_range():
    rng = np.random.default_rng(3)
    xy = rng.random((500, 2)) * 1e4
    found = residual_range(xy, xy[:, 0] / 1e3 + rng.normal(0, 0.1, 500))
    assert found.range is None and found.note == "variogram_unbounded"
    assert np.isnan(found.at(np.array([5.0]))).all()


def test_too_few_or_all_alike():
    rng = np.random.default_rng(4)
    assert residual_range(rng.random((10, 2)), rng.random(10)).note == "variogram_too_few"
    assert residual_range(rng.random((100, 2)), np.full(100, 0.1)).range is None
    assert residual_range(np.zeros((100, 2)), rng.random(100)).note == "variogram_too_few"
    with pytest.raises(AnalysisError) as caught:
        residual_range(rng.random((5, 2)), np.zeros(4))
    assert caught.value.code == "lengths_differ"


def test_many_places_are_drawn_from_and_cancel_is_heard():
    rng = np.random.default_rng(5)
    start = time.perf_counter()
    found = residual_range(rng.random((100_000, 2)) * 1e5, rng.normal(size=100_000))
    assert found.used == 1500 and time.perf_counter() - start < 15

    def tick(fraction: float) -> None:
        if fraction > 0.2:
            raise Cancelled

    with pytest.raises(Cancelled):
        residual_range(rng.random((200, 2)), rng.normal(size=200), tick=tick)
