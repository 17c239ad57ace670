"""Classes over time against their written definitions; Gi* in space and time against plain sums."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.statistics import spatial_weights as sw
from seo_district_plugin.analysis.statistics.autocorrelation import getis_ord
from seo_district_plugin.analysis.statistics.emerging import NAMES, classify, emerging_hot_spots, space_time_gi


def one(text: str, trend: int = 0) -> str:
    """Class of a row of H (hot), C (cold) and . (neither)."""
    row = np.array([list(text)])
    code = int(classify(row == "H", row == "C", np.array([trend]))[0])
    return ("cold " if code < 0 else "") + NAMES[abs(code)]


@pytest.mark.parametrize(
    ("row", "trend", "expected"),
    [
        ("..........", 1, "none"),
        (".........H", 1, "new"),
        ("........HH", 0, "consecutive"),
        ("..HHHHHHHH", 1, "consecutive"),
        (".HHHHHHHHH", 1, "intensifying"),
        ("HHHHHHHHHH", 0, "persistent"),
        ("HHHHH.HHHH", 0, "persistent"),
        ("HHHHHHHHHH", -1, "diminishing"),
        ("H........H", 0, "sporadic"),
        ("H.HH....HH", 0, "sporadic"),
        ("C........H", 0, "oscillating"),
        ("C.H.....HH", 0, "oscillating"),
        ("HHHHHHHHH.", -1, "historical"),
        ("HHHHHHHHHC", -1, "cold oscillating"),
        ("HHHH......", 0, "none"),
        ("H.H.H.H.H.", 0, "none"),
        (".........C", 0, "cold new"),
        ("CCCCCCCCCC", -1, "cold intensifying"),
        ("CCCCCCCCCC", 1, "cold diminishing"),
        ("CCCCCCCCCC", 0, "cold persistent"),
        ("CCCCCCCCC.", 0, "cold historical"),
        ("H........C", 0, "cold oscillating"),
        ("C.......CC", 0, "cold sporadic"),
        ("HHHH", 0, "persistent"),
        ("HHH.", 0, "none"),
    ],
)
def test_each_class(row, trend, expected):
    assert one(row, trend) == expected


def defined(row: tuple[str, ...], trend: int, share: float) -> list[str]:
    """All classes whose written definition (with its added words) a row meets; hot side."""
    count, periods = row.count("H"), len(row)
    most, now, cold = count / periods >= share, row[-1] == "H", "C" in row
    text = "".join(row)
    run = len(text) - len(text.rstrip("H"))
    rules = {
        "new": now and count == 1 and not cold and not most,
        "consecutive": now and run >= 2 and count == run and not cold and not most,
        "intensifying": most and now and trend > 0,
        "persistent": most and now and trend == 0,
        "diminishing": most and now and trend < 0,
        "sporadic": now and not most and not cold and count > run,
        "oscillating": now and not most and cold,
        "historical": most and not now,
    }
    return [name for name, holds in rules.items() if holds]


@pytest.mark.parametrize("trend", [-1, 0, 1])
def test_every_row_has_at_most_one_class_and_it_is_the_defined_one(trend):
    rows = list(product("HC.", repeat=6))
    text = np.array(rows)
    codes = classify(text == "H", text == "C", np.full(len(rows), trend), 0.8)
    turned = classify(text == "C", text == "H", np.full(len(rows), -trend), 0.8)
    np.testing.assert_array_equal(turned, -codes)
    for row, code in zip(rows, codes, strict=True):
        # Of six periods five or six are most.
        names = defined(row, trend, 0.8)
        cold = defined(tuple({"H": "C", "C": "H"}.get(c, c) for c in row), -trend, 0.8)
        assert len(names) <= 1
        if row[-1] != "H" and names:
            assert names == ["historical"]
        # What it is now goes before what it was.
        if names and not (cold and row[-1] == "C"):
            assert code == NAMES.index(names[0])
        else:
            assert code == (-NAMES.index(cold[0]) if cold else 0)


def cube(seed: int = 0, periods: int = 8) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    xy = np.stack(np.meshgrid(np.arange(10), np.arange(10)), axis=-1).reshape(-1, 2)
    return rng.poisson(5.0, (100, periods)).astype(float), xy


def test_without_lag_each_period_is_its_own_gi_star():
    values, xy = cube()
    weights = sw.distance_band(xy, 1.0)
    z, flat = space_time_gi(values, weights)
    assert flat == 0
    for period in range(8):
        np.testing.assert_allclose(z[:, period], getis_ord(values[:, period], weights).z, atol=1e-10)


@pytest.mark.parametrize(("lag", "window"), [(0, "whole"), (1, "period"), (2, "whole")])
def test_space_and_time_is_gi_star_of_all_bins(lag, window):
    values, xy = cube(1, 5)
    weights = sw.distance_band(xy, 1.0).toarray() + np.eye(100)
    z, _ = space_time_gi(values, sw.distance_band(xy, 1.0), lag=lag, window=window)
    for period in range(5):
        first = max(0, period - lag)
        bins = values if window == "whole" else values[:, first : period + 1]
        n, mean, spread = bins.size, bins.mean(), bins.std()
        for place in (0, 37, 99):
            row = np.repeat(weights[place][:, None], period + 1 - first, axis=1)
            around = (row * values[:, first : period + 1]).sum()
            expected = (around - row.sum() * mean) / (spread * np.sqrt((n * (row**2).sum() - row.sum() ** 2) / (n - 1)))
            assert z[place, period] == pytest.approx(expected, abs=1e-9)


def test_planted_histories_are_found():
    values, xy = cube(2, 12)
    centers = {"new": (1, 1), "persistent": (1, 8), "intensifying": (8, 1), "cold persistent": (8, 8)}
    near = {name: np.abs(xy - center).max(axis=1) <= 1 for name, center in centers.items()}
    values[near["new"], -1] += 12
    values[near["persistent"]] += np.where(np.arange(12) % 2, 15.0, 16.0)
    values[near["intensifying"]] += np.linspace(9, 20, 12)
    values[near["cold persistent"]] = 0.0
    found = emerging_hot_spots(values, sw.distance_band(xy, 1.5))
    at = {name: int(np.flatnonzero((xy == center).all(axis=1))[0]) for name, center in centers.items()}
    name = {
        key: ("cold " if found.pattern[row] < 0 else "") + NAMES[abs(found.pattern[row])] for key, row in at.items()
    }
    assert name["new"] == "new" and name["intensifying"] == "intensifying"
    assert name["persistent"] in ("persistent", "diminishing") and found.hot[at["persistent"]] >= 11
    assert found.pattern[at["cold persistent"]] < 0 and found.cold[at["cold persistent"]] >= 11
    assert found.trend.s[at["intensifying"]] > 0


def test_noise_has_hardly_any_class():
    values, xy = cube(3, 12)
    found = emerging_hot_spots(values, sw.distance_band(xy, 1.5))
    assert (found.pattern != 0).mean() <= 0.03


def test_flat_periods_islands_and_ticks():
    values, xy = cube(4)
    values[:, 3] = 7.1
    xy = xy.astype(float)
    xy[0] = (500, 500)
    fractions: list[float] = []
    found = emerging_hot_spots(values, sw.distance_band(xy, 1.0), tick=fractions.append)
    assert found.flat == 1 and (found.z[1:, 3] == 0).all()
    assert found.island.tolist() == [True] + [False] * 99 and found.pattern[0] == 0
    assert np.isnan(found.z[0]).all() and np.isnan(found.trend.p[0])
    assert fractions == sorted(fractions) and fractions[-1] == 1.0

    def stop(_fraction: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        emerging_hot_spots(values, sw.distance_band(xy, 1.0), tick=stop)


CUBE, XY = cube()
WEIGHTS = sw.distance_band(XY, 1.0)


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda: emerging_hot_spots(CUBE[:, 0], WEIGHTS), "series_not_a_table"),
        (lambda: emerging_hot_spots(CUBE[:, :3], WEIGHTS), "too_few_periods"),
        (lambda: classify(CUBE[:, :3] > 9, CUBE[:, :3] < 0, np.zeros(100)), "too_few_periods"),
        (lambda: emerging_hot_spots(CUBE * np.nan, WEIGHTS), "numbers_not_finite"),
        (lambda: emerging_hot_spots(CUBE * 0 + 0.1, WEIGHTS), "values_all_equal"),
        (lambda: emerging_hot_spots(CUBE[:2], WEIGHTS[:2, :2]), "too_few_places"),
        (lambda: emerging_hot_spots(CUBE[1:], WEIGHTS), "weights_other_size"),
        (lambda: emerging_hot_spots(CUBE, WEIGHTS * 0), "no_neighbors"),
        (lambda: emerging_hot_spots(CUBE, WEIGHTS, window="year"), "window_unknown"),
        (lambda: emerging_hot_spots(CUBE, WEIGHTS, lag=8), "lag_out_of_range"),
        (lambda: emerging_hot_spots(CUBE, WEIGHTS, level=1.5), "level_out_of_range"),
        (lambda: emerging_hot_spots(CUBE, WEIGHTS, method="holm"), "correction_unknown"),
    ],
)
def test_what_cannot_be_is_refused(call, code):
    with pytest.raises(AnalysisError) as refused:
        call()
    assert refused.value.code == code
