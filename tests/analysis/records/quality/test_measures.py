"""The outlier rule against a plain computation of it, and where it keeps silent."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from quality_tables import number, text

from seo_district_plugin.analysis.records.quality.measures import fence_of, outliers_of, quartiles


def weighted(values):
    return np.unique(np.asarray(values, dtype=float), return_counts=True)


@given(st.lists(st.integers(-50, 50), min_size=1, max_size=200))
def test_quartiles_are_those_of_numpy(values):
    assert quartiles(*weighted(values)) == pytest.approx(np.quantile(values, [0.25, 0.5, 0.75]))


@pytest.mark.parametrize("seed", range(5))
def test_the_fence_of_symmetric_values(seed):
    values = np.round(np.random.default_rng(seed).normal(0.0, 10.0, 500), 3)
    fence = fence_of(*weighted(values))
    low, middle, high = np.quantile(values, [0.25, 0.5, 0.75])
    reach = 3.5 * np.median(np.abs(values - middle)) / 0.6745
    assert fence.scale == "linear"
    assert fence.low == pytest.approx(min(low - 3 * (high - low), middle - reach))
    assert fence.high == pytest.approx(max(high + 3 * (high - low), middle + reach))


@pytest.mark.parametrize("seed", range(5))
def test_skewed_values_are_judged_by_logarithm(seed):
    values = np.random.default_rng(seed).lognormal(3.0, 0.7, 2000)
    fence = fence_of(*weighted(values))
    assert fence.scale == "log"
    assert ((values < fence.low) | (values > fence.high)).mean() < 0.002
    assert fence_of(*weighted([*values, 1e6])).high < 1e6


def test_silence():
    assert fence_of(*weighted([1.0, 2.0, 900.0])) is None, "too few"
    assert fence_of(*weighted([5.0] * 90 + list(range(10)))) is None, "most are the same"
    for name in ("zone_code", "우편번호", "lat", "경도", "설치연도"):
        field = number(name, [100.0 + i for i in range(60)] + [1e9])
        assert not outliers_of(field)[0].any(), name
    running = number("what", [float(i) for i in range(100)])
    assert outliers_of(running)[1] is None, "numbers of the rows"


def test_numbers_kept_as_text_are_judged_too():
    values = [f"{1000 + 7 * i:,}" for i in range(60)] + ["9,000,000"]
    field = text("면적", values)
    hits, fence = outliers_of(field)
    assert [field.values[i] for i in np.flatnonzero(hits)] == ["9,000,000"] and fence is not None
