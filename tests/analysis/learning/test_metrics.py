"""Metrics against scikit-learn, scipy and plain counting."""

from __future__ import annotations

import math

import numpy as np
import pytest
from sklearn import metrics as reference
from sklearn.linear_model import LogisticRegression

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.learning import metrics


def cases():
    rng = np.random.default_rng(5)
    for count in (2, 3, 10, 200, 3000):
        labels = rng.random(count) < 0.4
        labels[:2] = True, False
        scores = np.clip(rng.random(count) * 0.6 + 0.3 * labels, 0, 1)
        yield labels, scores
        yield labels, np.round(scores, 1)
        yield labels, np.full(count, 0.3)


@pytest.mark.parametrize("number", range(15))
def test_equal_to_scikit_learn(number):
    labels, scores = list(cases())[number]
    assert metrics.auroc(labels, scores) == pytest.approx(reference.roc_auc_score(labels, scores), abs=1e-12)
    assert metrics.auprc(labels, scores) == pytest.approx(reference.average_precision_score(labels, scores), abs=1e-12)
    assert metrics.brier(labels, scores) == pytest.approx(reference.brier_score_loss(labels, scores), abs=1e-12)
    expected = reference.log_loss(labels, np.column_stack([1 - scores, scores]))
    assert metrics.log_loss(labels, scores) == pytest.approx(expected, abs=1e-12)
    x, y = metrics.roc_curve(labels, scores)
    area = float(np.sum(np.diff(x) * (y[1:] + y[:-1]) / 2))
    assert area == pytest.approx(metrics.auroc(labels, scores), abs=1e-12)


def test_auroc_is_the_share_of_pairs():
    rng = np.random.default_rng(1)
    labels, scores = rng.random(40) < 0.5, rng.integers(0, 6, 40)
    pairs = [(a > b) + 0.5 * (a == b) for a in scores[labels] for b in scores[~labels]]
    assert metrics.auroc(labels, scores) == pytest.approx(np.mean(pairs), abs=1e-12)


def test_one_class_has_no_ranking():
    ones, scores = np.ones(5, dtype=bool), np.linspace(0, 1, 5)
    assert math.isnan(metrics.auroc(ones, scores)) and math.isnan(metrics.auroc(~ones, scores))
    assert math.isnan(metrics.auprc(~ones, scores)) and math.isnan(metrics.calibration_slope(ones, scores))
    assert math.isnan(metrics.calibration_in_the_large(ones, scores))
    assert math.isnan(metrics.brier(np.empty(0, bool), np.empty(0)))
    assert len(metrics.roc_curve(ones, scores)[0]) == 0


def test_probabilities_of_zero_and_one_stay_finite():
    assert math.isfinite(metrics.log_loss(np.array([True, False]), np.array([0.0, 1.0])))


def test_calibration_line_is_the_unpenalized_logistic_fit():
    rng = np.random.default_rng(3)
    p = rng.random(2000) * 0.9 + 0.05
    logits = np.log(p / (1 - p))
    labels = rng.random(2000) < 1 / (1 + np.exp(-(0.4 + 0.6 * logits)))
    intercept, slope = metrics.calibration_line(labels, p)
    fitted = LogisticRegression(C=1e12, tol=1e-12, max_iter=1000).fit(logits[:, None], labels)
    assert slope == pytest.approx(fitted.coef_[0, 0], abs=1e-4)
    assert intercept == pytest.approx(fitted.intercept_[0], abs=1e-4)
    assert slope == pytest.approx(0.6, abs=0.1)
    shift = metrics.calibration_in_the_large(labels, p)
    assert np.mean(1 / (1 + np.exp(-(logits + shift)))) == pytest.approx(labels.mean(), abs=1e-9)


def test_a_score_that_separates_or_is_constant_has_no_slope():
    labels = np.array([False, False, True, True])
    assert math.isnan(metrics.calibration_slope(labels, np.array([0.1, 0.2, 0.8, 0.9])))
    assert math.isnan(metrics.calibration_slope(labels, np.full(4, 0.5)))


def test_success_rate_by_counting():
    rng = np.random.default_rng(4)
    area, events = rng.random(5000), np.sqrt(rng.random(300))
    found = metrics.success_rate(events, area)
    top = np.quantile(area, 0.8)
    assert found.at(0.2) == pytest.approx((events >= top).mean(), abs=0.01)
    # For events beside the area: the chance that an event scores above a cell.
    labels = np.append(np.zeros(5000, bool), np.ones(300, bool))
    assert found.area_under == pytest.approx(metrics.auroc(labels, np.append(area, events)), abs=1e-12)
    assert metrics.success_rate(np.full(3, 0.5), np.full(9, 0.5)).area_under == pytest.approx(0.5)
    doubled = metrics.success_rate(events, area, np.full(5000, 2.5))
    assert doubled.area_under == pytest.approx(found.area_under)
    assert math.isnan(metrics.success_rate(np.empty(0), area).at(0.1))


def test_reliability_counts_every_row_and_keeps_ties_together():
    rng = np.random.default_rng(6)
    scores = np.round(rng.random(1000), 1)
    labels = rng.random(1000) < scores
    rows = metrics.reliability(labels, scores, 5)
    assert sum(row.count for row in rows) == 1000
    assert [row.predicted for row in rows] == sorted(row.predicted for row in rows)
    for row in rows:
        assert row.observed.low <= row.observed.estimate <= row.observed.high
        assert row.observed.estimate == pytest.approx(row.predicted, abs=0.15)
    assert len(metrics.reliability(labels, np.full(1000, 0.5), 5)) == 1


def test_measure_draws_whole_blocks():
    rng = np.random.default_rng(7)
    labels, scores = rng.random(300) < 0.5, rng.random(300)
    found = metrics.measure(labels, scores, groups=np.arange(300) // 10, draws=60, names=("auroc", "brier"))
    assert found["auroc"].estimate == metrics.auroc(labels, scores)
    assert found["auroc"].low < 0.5 < found["auroc"].high + 0.1
    assert math.isnan(metrics.measure(labels, scores, draws=0)["brier"].low)
    with pytest.raises(AnalysisError) as caught:
        metrics.measure(labels, scores, names=("luck",))
    assert caught.value.code == "unknown_metric"
