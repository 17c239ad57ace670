"""Intervals against their definitions: coverage by simulation, known values, blocks that count as one."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy import stats

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.statistics.intervals import bootstrap, corrected_mean, group_rows, wilson


def test_wilson_known_values_and_its_defining_equation():
    found = wilson(8, 10, 0.95)
    assert (round(found.low, 4), round(found.high, 4)) == (0.4902, 0.9433)
    for successes, trials, level in ((3, 17, 0.9), (50, 51, 0.99), (1, 2, 0.5)):
        found = wilson(successes, trials, level)
        z = stats.norm.ppf(0.5 + level / 2)
        for bound in (found.low, found.high):
            assert abs(successes / trials - bound) == pytest.approx(z * math.sqrt(bound * (1 - bound) / trials))


def test_wilson_at_the_ends():
    assert wilson(0, 20).low == 0.0 and 0.1 < wilson(0, 20).high < 0.2
    assert wilson(20, 20).high == 1.0
    assert math.isnan(wilson(0, 0).low)


def test_bootstrap_of_a_mean_equals_its_normal_interval():
    values = np.random.default_rng(1).normal(10, 2, 2000)
    found = bootstrap(lambda rows: float(values[rows].mean()), len(values), draws=800, seed=3)
    half = 1.96 * values.std() / math.sqrt(len(values))
    assert found.estimate == values.mean()
    assert found.low == pytest.approx(values.mean() - half, abs=0.012)
    assert found.high == pytest.approx(values.mean() + half, abs=0.012)


def test_rows_of_one_block_count_as_one():
    rng = np.random.default_rng(2)
    groups = np.repeat(np.arange(40), 50)
    values = np.repeat(rng.normal(0, 1, 40), 50)
    by_row = bootstrap(lambda rows: float(values[rows].mean()), len(values), draws=400)
    by_block = bootstrap(lambda rows: float(values[rows].mean()), len(values), groups=groups, draws=400)
    ratio = (by_block.high - by_block.low) / (by_row.high - by_row.low)
    assert ratio == pytest.approx(math.sqrt(50), rel=0.2)


def test_draws_without_a_value_are_left_out_and_too_many_of_them_give_no_bounds():
    some = bootstrap(lambda rows: float(rows.mean()) if rows[0] > 3 else math.nan, 100, draws=200)
    assert 150 < some.used < 200 and some.low < some.high
    none = bootstrap(lambda rows: math.nan, 10, draws=20)
    assert none.used == 0 and math.isnan(none.low)
    assert math.isnan(bootstrap(lambda rows: 1.0, 5, groups=np.zeros(5)).low)


def test_group_rows_covers_every_row_once():
    groups = np.array([3, 1, 3, 2, 1])
    assert [one.tolist() for one in group_rows(groups)] == [[1, 4], [3], [0, 2]]
    assert group_rows(np.empty(0)) == []


def test_corrected_mean_is_the_published_formula():
    values = np.array([0.7, 0.8, 0.75, np.nan, 0.72, 0.81])
    known = values[np.isfinite(values)]
    found = corrected_mean(values, 0.2)
    half = stats.t.ppf(0.975, 4) * math.sqrt(known.var(ddof=1) * (1 / 5 + 0.25))
    assert (found.estimate, found.used) == (known.mean(), 5)
    assert found.high - found.estimate == pytest.approx(half)
    assert math.isnan(corrected_mean(np.array([0.5]), 0.2).low)
    assert math.isnan(corrected_mean(np.array([np.nan]), 0.2).estimate)


def test_faults_and_cancel():
    for call, code in (
        (lambda: wilson(1, 2, 1.0), "level_out_of_range"),
        (lambda: bootstrap(lambda rows: 0.0, 5, draws=0), "not_positive"),
    ):
        with pytest.raises(AnalysisError) as caught:
            call()
        assert caught.value.code == code

    def tick(fraction: float) -> None:
        if fraction > 0.1:
            raise Cancelled

    with pytest.raises(Cancelled):
        bootstrap(lambda rows: 0.0, 5, tick=tick)
