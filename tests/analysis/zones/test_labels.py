"""Raster statistics by label against pandas, whole and tile by tile."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.analysis.zones.labels import LabelStatistics, labelled_statistics

MEASURES = ("count", "sum", "mean", "min", "max", "share")


def reference(labels: np.ndarray, values: np.ndarray, valid: np.ndarray, zones: int) -> dict[str, np.ndarray]:
    keep = valid & (labels >= 0) & np.isfinite(values)
    frame = pd.DataFrame({"zone": labels[keep], "value": values[keep].astype(float)})
    frame["share"] = frame["value"].isin([1, 3]).astype(float)
    grouped = frame.groupby("zone")
    result = {name: grouped["value"].agg(name).reindex(range(zones)) for name in MEASURES[:-1]}
    result["share"] = grouped["share"].mean().reindex(range(zones))
    result["count"], result["sum"] = result["count"].fillna(0), result["sum"].fillna(0)
    return {name: column.to_numpy(dtype=float) for name, column in result.items()}


@settings(deadline=None, max_examples=50)
@given(st.integers(0, 10**6), st.sampled_from([np.uint8, np.int16, np.float32, np.float64]), st.booleans())
def test_against_pandas_in_any_tiling(seed: int, dtype: type, smooth: bool) -> None:
    rng = np.random.default_rng(seed)
    labels = rng.integers(-1, 6, (20, 30)) if not smooth else np.repeat(rng.integers(-1, 6, (20, 3)), 10, axis=1)
    values = rng.integers(0, 5, (20, 30)).astype(dtype)
    if np.issubdtype(dtype, np.floating):
        values[rng.random((20, 30)) < 0.1] = np.nan
        values[rng.random((20, 30)) < 0.05] = np.inf
    valid = rng.random((20, 30)) < 0.8
    expected = reference(labels, values, valid, 8)
    merged, added = LabelStatistics.empty(8, [1, 3]), LabelStatistics.empty(8, [1, 3])
    for row, column in ((0, 0), (0, 15), (9, 0), (9, 15)):
        tile = slice(row, 9 if row == 0 else 20), slice(column, column + 15)
        merged = merged + labelled_statistics(labels[tile], values[tile], valid[tile], 8, [1, 3])
        added.add(labels[tile], values[tile], valid[tile])
    for name in MEASURES:
        assert merged.measure(name) == pytest.approx(expected[name], nan_ok=True)
        assert added.measure(name) == pytest.approx(expected[name], nan_ok=True)


def test_nothing_valid() -> None:
    result = labelled_statistics(np.full((2, 2), -1), np.ones((2, 2)), None, 2, [1])
    assert result.measure("count").tolist() == [0, 0]
    assert result.measure("sum").tolist() == [0, 0]
    for name in ("mean", "min", "max", "share"):
        assert np.isnan(result.measure(name)).all()


def test_misuse() -> None:
    with pytest.raises(ValueError, match="different classes"):
        LabelStatistics.empty(2, [1]) + LabelStatistics.empty(2, [2])
    with pytest.raises(ValueError, match="unknown measure"):
        LabelStatistics.empty(2).measure("median")
