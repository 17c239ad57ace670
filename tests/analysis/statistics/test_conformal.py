"""Conformal intervals: order statistics by hand, coverage on made-up truth, what a block may not see."""

from __future__ import annotations

import math

import numpy as np
import pytest

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.statistics.conformal import (
    calibrate_rates,
    calibrate_residuals,
    conformal_quantile,
    cv_plus,
    fold_blocks,
    measure_coverage,
    nested_coverage,
    rate_bounds,
    rate_scores,
    summarize_coverage,
)


def ridge(features, outcome):
    """A learner by row numbers: standardized ridge regression."""

    def fit_predict(train, test):
        mean, deviation = features[train].mean(axis=0), features[train].std(axis=0)
        x = np.column_stack([np.ones(len(train)), (features[train] - mean) / deviation])
        beta = np.linalg.solve(x.T @ x + 1e-6 * np.eye(x.shape[1]), x.T @ outcome[train])
        return np.column_stack([np.ones(len(test)), (features[test] - mean) / deviation]) @ beta

    return fit_predict


def logistic(features, labels):
    def fit_predict(train, test):
        x, new = (np.column_stack([np.ones(len(rows)), features[rows]]) for rows in (train, test))
        beta = np.zeros(x.shape[1])
        for _ in range(15):
            p = 1 / (1 + np.exp(-x @ beta))
            beta += np.linalg.solve(
                x.T @ (x * (p * (1 - p))[:, None]) + 1e-6 * np.eye(len(beta)), x.T @ (labels[train] - p)
            )
        return 1 / (1 + np.exp(-new @ beta))

    return fit_predict


def blocks_of(xy, side=6):
    return (np.floor(xy[:, 0] * side) * side + np.floor(xy[:, 1] * side)).astype(int)


def spatial_truth(seed, count=1000):
    """Places with a smooth effect that no factor shows, so that errors of a block are alike."""
    rng = np.random.default_rng(seed)
    xy = rng.random((count, 2))
    features = rng.normal(size=(count, 4))
    groups = blocks_of(xy)
    effect = rng.normal(0, 0.5, 36)[groups]
    return rng, xy, features, groups, effect


def test_the_quantile_is_the_order_statistic_of_one_more():
    scores = np.random.default_rng(0).permutation(np.arange(1.0, 20.0))
    assert conformal_quantile(scores, 0.9) == 18.0
    assert conformal_quantile(scores, 0.95) == 19.0
    assert conformal_quantile(scores, 0.96) == math.inf
    assert conformal_quantile(scores[:8], 0.9) == math.inf


def test_blocks_count_alike_and_a_new_one_may_be_added():
    # 9 blocks of one great score each and one block of many small ones: rows say small, blocks say great.
    scores = np.concatenate([np.full(9, 5.0), np.full(91, 1.0)])
    groups = np.concatenate([np.arange(9), np.full(91, 9)])
    assert conformal_quantile(scores, 0.8) == 1.0
    assert conformal_quantile(scores, 0.8, groups) == 5.0
    # Blocks of one score each are rows, and then the block added is the row added.
    alone = np.arange(10)
    assert conformal_quantile(np.arange(10.0), 0.9, alone, guarantee=True) == conformal_quantile(np.arange(10.0), 0.9)
    assert conformal_quantile(np.arange(10.0), 0.9, alone) == 8.0
    assert conformal_quantile(np.arange(4.0), 0.9, np.arange(4), guarantee=True) == math.inf
    assert conformal_quantile(np.arange(4.0), 0.9, np.arange(4)) == 3.0
    assert calibrate_residuals(np.arange(4.0), 0.9, groups=np.arange(4)).blocks == 4


def test_cv_plus_by_hand():
    residuals, fold = np.array([1.0, 2.0, 3.0, 4.0]), np.array([0, 0, 1, 1])
    low, high = cv_plus(residuals, fold, np.array([[10.0, 20.0]]), 0.8)
    assert (low[0], high[0]) == (8.0, 24.0)
    low, high = cv_plus(residuals, fold, np.array([[10.0, 20.0]]), 0.9)
    assert np.isinf([low[0], high[0]]).all()


def test_cv_plus_covers():
    held = []
    for seed in range(20):
        rng = np.random.default_rng(seed)
        x, fold = rng.normal(size=(400, 3)), np.arange(400) % 5
        y = x @ [1.0, -1.0, 0.5] + rng.normal(size=400)
        fit = ridge(x, y)
        train, new = np.arange(200), np.arange(200, 400)
        out, predictions = np.empty(200), np.empty((200, 5))
        for one in range(5):
            rows = train[fold[:200] != one]
            out[fold[:200] == one] = fit(rows, train[fold[:200] == one])
            predictions[:, one] = fit(rows, new)
        low, high = cv_plus(np.abs(y[:200] - out), fold[:200], predictions, 0.9)
        held.append(((y[200:] >= low) & (y[200:] <= high)).mean())
    assert np.mean(held) == pytest.approx(0.9, abs=0.03)


@pytest.mark.parametrize("level", [0.8, 0.9])
def test_nested_regression_intervals_hold_on_made_up_truth(level):
    shares = []
    for seed in range(20):
        rng, _, features, groups, effect = spatial_truth(seed)
        outcome = features @ [1.0, -0.5, 0.3, 0.0] + effect + rng.normal(0, 1, len(features))
        found = nested_coverage(ridge(features, outcome), outcome, groups, level, seed=seed)
        assert found.count == 1000 and len(found.by_block) == 36
        shares.append(found.overall.estimate)
    assert np.mean(shares) == pytest.approx(level, abs=0.03)


@pytest.mark.parametrize("level", [0.8, 0.9])
def test_nested_rate_intervals_hold_on_made_up_truth(level):
    shares, widths = [], []
    for seed in range(20):
        rng, _, features, groups, effect = spatial_truth(seed, 1500)
        truth = 1 / (1 + np.exp(-(features @ [1.0, -0.5, 0.3, 0.0] + effect)))
        labels = rng.random(len(truth)) < truth
        fit = logistic(features, labels)
        found = nested_coverage(fit, labels, groups, level, kind="rate", seed=seed)
        shares.append(found.overall.estimate)
        made = calibrate_rates(labels, fit(np.arange(750), np.arange(1500)), groups, level)
        low, high = made.interval(truth)
        widths.append((high - low).mean())
    assert np.mean(shares) == pytest.approx(level, abs=0.03)
    assert np.mean(widths) < 0.6


def test_rate_scores_use_every_row_of_a_block_large_enough():
    rng = np.random.default_rng(1)
    groups = np.repeat([0, 1, 2], [100, 45, 6])
    p = rng.random(151)
    scores, blocks = rate_scores(rng.random(151) < p, p, groups, 20)
    assert np.bincount(blocks).tolist() == [5, 2]
    # Scores of a true model are about those of a normal variable.
    many = np.repeat(np.arange(300), 40)
    p = rng.random(12_000)
    scores, _ = rate_scores(rng.random(12_000) < p, p, many, 20)
    assert np.quantile(scores, 0.9) == pytest.approx(1.64, abs=0.15)


def test_rate_bounds_stay_within_zero_and_one():
    low, high = rate_bounds(np.array([0.0, 0.5, 1.0, np.nan]), 2.0, 20)
    assert low[0] == 0.0 and 0.0 < high[0] < 0.3 and high[2] == 1.0 and np.isnan([low[3], high[3]]).all()
    assert (low[:3] <= [0, 0.5, 1]).all() and (high[:3] >= [0, 0.5, 1]).all()
    everything = rate_bounds(np.array([0.3]), math.inf, 20)
    assert (everything[0][0], everything[1][0]) == (0.0, 1.0)


def test_local_scale_widens_where_errors_are_great():
    rng = np.random.default_rng(2)
    scale = rng.random(4000) * 3 + 0.2
    residuals = rng.normal(size=4000) * scale
    found = calibrate_residuals(residuals[:2000], 0.9, scale=scale[:2000])
    low, high = found.interval(np.zeros(2000), scale[2000:])
    held = (residuals[2000:] >= low) & (residuals[2000:] <= high)
    for part in (scale[2000:] < 1, scale[2000:] > 2):
        assert held[part].mean() == pytest.approx(0.9, abs=0.04)


def test_coverage_of_a_block_is_calibrated_without_it():
    groups = np.repeat(np.arange(12), 20)
    scores = np.where(groups == 5, 100.0, 1.0) + np.linspace(0, 0.1, 240)
    found = measure_coverage(scores, groups, 0.9)
    assert found.by_block[5].estimate == 0.0 and found.blocks[5] == 5
    assert found.by_block[5].high < 0.2
    calls = []

    def fit_predict(train, test):
        assert not set(groups[train]) & set(groups[test])
        calls.append((set(train), set(test)))
        return np.zeros(len(test))

    nested_coverage(fit_predict, scores, groups, 0.9)
    assert len(calls) == 5 * 6
    outer = [test for train, test in calls[5::6]]
    for number, test in enumerate(outer):
        for train, tested in calls[6 * number : 6 * number + 6]:
            assert not train & test
            assert tested == test or not tested & test


def test_scatter_between_blocks_widens_the_interval_of_coverage():
    groups = np.repeat(np.arange(10), 100)
    alike = summarize_coverage(np.arange(1000) % 10 > 0, groups, 0.9)
    apart = summarize_coverage(groups > 0, groups, 0.9)
    assert alike.overall.estimate == apart.overall.estimate == 0.9
    assert apart.overall.high - apart.overall.low > 3 * (alike.overall.high - alike.overall.low)


def test_blocks_are_never_split():
    groups = np.random.default_rng(3).integers(0, 23, 500)
    fold = fold_blocks(groups, 5, np.random.default_rng(0))
    assert all(len(np.unique(fold[groups == one])) == 1 for one in range(23))
    assert np.bincount(fold).min() > 60


def test_faults_and_cancel():
    def code(call):
        with pytest.raises(AnalysisError) as caught:
            call()
        return caught.value.code

    assert code(lambda: conformal_quantile(np.empty(0))) == "no_scores"
    assert code(lambda: conformal_quantile(np.ones(3), 1.0)) == "level_out_of_range"
    assert code(lambda: calibrate_residuals(np.ones(3), scale=np.zeros(3))) == "scale_not_positive"
    assert code(lambda: measure_coverage(np.ones(3), np.zeros(3))) == "too_few_blocks"
    assert code(lambda: calibrate_rates(np.ones(3, bool), np.ones(3), np.arange(3))) == "no_scores"
    assert code(lambda: rate_scores(np.ones(3), np.ones(3), np.ones(3), 0)) == "not_positive"

    def tick(fraction: float) -> None:
        if fraction > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        nested_coverage(lambda a, b: np.zeros(len(b)), np.ones(100), np.arange(100) % 20, tick=tick)
