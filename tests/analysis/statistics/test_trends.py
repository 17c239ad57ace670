"""Mann-Kendall and Sen's slope against all pairs and against Kendall's tau of scipy."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.statistics import trends
from seo_district_plugin.analysis.statistics.trends import mann_kendall, sens_slope


def series(seed: int, places: int, periods: int, missing: float) -> np.ndarray:
    rng = np.random.default_rng(seed)
    values = rng.integers(0, 5, (places, periods)).astype(float)
    values[rng.random(values.shape) < missing] = np.nan
    return values


@given(st.integers(0, 10_000), st.integers(0, 14), st.sampled_from([0.0, 0.3]))
def test_mann_kendall_is_its_definition(seed, periods, missing):
    values = series(seed, 4, periods, missing)
    found = mann_kendall(values)
    for place, row in enumerate(values):
        own = row[~np.isnan(row)]
        n = len(own)
        assert found.used[place] == n
        if n < 2:
            assert np.isnan([found.s[place], found.z[place], found.p[place], found.tau[place]]).all()
            continue
        s = sum(np.sign(own[j] - own[i]) for i in range(n) for j in range(i + 1, n))
        groups = np.unique(own, return_counts=True)[1]
        variance = (n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5) for t in groups)) / 18
        assert (found.s[place], found.variance[place]) == (s, pytest.approx(variance))
        if variance > 0:
            z = (s - np.sign(s)) / np.sqrt(variance)
            assert found.z[place] == pytest.approx(z)
            assert found.p[place] == pytest.approx(2 * stats.norm.sf(abs(z)))
            assert found.tau[place] == pytest.approx(stats.kendalltau(np.arange(n), own)[0])
        else:
            assert (found.z[place], found.p[place], found.tau[place]) == (0, 1, 0)


def test_variance_is_that_of_all_orders():
    rng = np.random.default_rng(0)
    own = np.array([1.0, 1, 2, 3, 3, 3, 5, 6])
    orders = np.stack([rng.permutation(own) for _ in range(20_000)])
    found = mann_kendall(orders)
    assert found.s.std() ** 2 == pytest.approx(found.variance[0], rel=0.04)
    assert np.mean(found.p <= 0.05) <= 0.05


@given(st.integers(0, 10_000), st.integers(0, 12), st.sampled_from([0.0, 0.3]))
def test_sens_slope_is_the_median_of_slopes(seed, periods, missing):
    values = series(seed, 4, periods, missing)
    times = np.cumsum(np.random.default_rng(seed).integers(1, 4, periods))
    found = sens_slope(values, times)
    for place, row in enumerate(values):
        slopes = [
            (row[j] - row[i]) / (times[j] - times[i])
            for i in range(periods)
            for j in range(i + 1, periods)
            if np.isfinite(row[i] + row[j])
        ]
        if slopes:
            assert found.slope[place] == pytest.approx(np.median(slopes))
        else:
            assert np.isnan(found.slope[place])
        if np.isfinite(found.low[place]):
            assert found.low[place] <= found.slope[place] <= found.high[place]


def test_limits_are_the_slopes_of_their_ranks():
    times = np.array([1, 2, 3, 4, 5], dtype=float)
    values = np.array([[10.0, 15, 14, 20, 22]])
    slopes = sorted([5, 2, 10 / 3, 3, -1, 2.5, 7 / 3, 6, 4, 2])
    found = sens_slope(values, times, 0.90)
    assert found.slope[0] == pytest.approx(np.median(slopes))
    reach = stats.norm.ppf(0.95) * np.sqrt(5 * 4 * 15 / 18)
    low, high = int(np.floor((10 - reach) / 2)), int(np.ceil((10 + reach) / 2)) + 1
    assert (found.low[0], found.high[0]) == (slopes[low - 1], pytest.approx(slopes[high - 1]))
    assert np.isnan(sens_slope(values, times, 0.999).low[0])


def test_the_interval_holds_the_slope_as_often_as_it_says():
    rng = np.random.default_rng(1)
    values = 0.7 * np.arange(12) + rng.standard_t(3, (4000, 12))
    found = sens_slope(values, level=0.9)
    assert 0.9 <= np.mean((found.low <= 0.7) & (found.high >= 0.7)) <= 0.96


def test_blocks_change_nothing(monkeypatch):
    values = series(2, 50, 9, 0.2)
    one, slope = mann_kendall(values), sens_slope(values)
    monkeypatch.setattr(trends, "_CELLS", 100)
    fractions: list[float] = []
    np.testing.assert_array_equal(mann_kendall(values, fractions.append).z, one.z)
    np.testing.assert_array_equal(sens_slope(values).slope, slope.slope)
    assert fractions == sorted(fractions) and fractions[-1] == 1.0


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda: mann_kendall(np.zeros(3)), "series_not_a_table"),
        (lambda: mann_kendall(np.array([[0, np.inf]])), "numbers_not_finite"),
        (lambda: sens_slope(np.zeros((2, 3)), np.array([0, 1, 1])), "times_not_ascending"),
        (lambda: sens_slope(np.zeros((2, 3)), np.arange(2)), "times_not_ascending"),
        (lambda: sens_slope(np.zeros((2, 3)), level=1.0), "level_out_of_range"),
    ],
)
def test_what_cannot_be_is_refused(call, code):
    with pytest.raises(AnalysisError) as refused:
        call()
    assert refused.value.code == code
