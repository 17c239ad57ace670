"""Logistic regression against scikit-learn without penalty, splines, separation, cancel."""

from __future__ import annotations

import numpy as np
import pytest

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled, no_tick
from seo_district_plugin.analysis.learning.linear import LogisticLearner, fit_logistic, random_folds
from seo_district_plugin.analysis.learning.types import Factor, Settings


def learner(count: int, model: str = "logistic", **settings: float) -> LogisticLearner:
    return LogisticLearner(tuple(Factor(f"f{i}") for i in range(count)), Settings(model=model, **settings))


def table(seed: int, rows: int = 300, columns: int = 4) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    values = rng.normal(size=(rows, columns)) * 10.0 ** np.arange(columns) + 5
    eta = (values - 5) @ (np.linspace(-1, 1, columns) / 10.0 ** np.arange(columns))
    return values, rng.random(rows) < 1 / (1 + np.exp(-eta))


@pytest.mark.parametrize("seed", range(4))
def test_agrees_with_scikit_learn_without_penalty(seed):
    sklearn = pytest.importorskip("sklearn.linear_model")
    values, labels = table(seed)
    weights = np.random.default_rng(seed).uniform(0.2, 3, len(labels))
    found = learner(4).fit(values, labels, weights=weights)
    X = (values - values.mean(axis=0)) / values.std(axis=0, ddof=1)
    peer = sklearn.LogisticRegression(C=1e12, tol=1e-12, max_iter=10_000).fit(X, labels, sample_weight=weights)
    np.testing.assert_allclose(found.coefficients, peer.coef_[0], atol=1e-4)
    np.testing.assert_allclose(found.score(values), peer.predict_proba(X)[:, 1], atol=1e-4)


def test_the_score_equations_hold():
    """At the maximum the residuals are orthogonal to every column and sum to nothing."""
    values, labels = table(9)
    found = learner(4).fit(values, labels)
    residual = labels - found.score(values)
    X = found.design.matrix(values)
    np.testing.assert_allclose(np.concatenate([[residual.sum()], X.T @ residual]), 0, atol=1e-5)


def test_repeated_factors_are_no_obstacle():
    values, labels = table(2, columns=2)
    doubled = np.column_stack([values, values[:, 0]])
    once, twice = learner(2).fit(values, labels), learner(3).fit(doubled, labels)
    np.testing.assert_allclose(once.score(values), twice.score(doubled), atol=1e-6)


def test_separated_classes_are_said_and_stay_finite():
    values = np.concatenate([np.arange(20.0), np.arange(100.0, 120.0)])[:, None]
    labels = np.arange(40) >= 20
    found = learner(1).fit(values, labels)
    assert found.notes == ("separated",)
    assert np.abs(found.coefficients).max() < 10
    assert found.score(values)[labels].min() > found.score(values)[~labels].max()
    assert learner(2).fit(*table(3, columns=2)).notes == ()


def test_a_spline_finds_a_hump_that_a_line_cannot():
    rng = np.random.default_rng(5)
    values = rng.uniform(-3, 3, (600, 1))
    labels = rng.random(600) < 1 / (1 + np.exp(-(2 - values[:, 0] ** 2)))
    line, spline = learner(1).fit(values, labels), learner(1, "spline").fit(values, labels)
    middle, edge = np.array([[0.0]]), np.array([[2.8]])
    assert spline.score(middle)[0] - spline.score(edge)[0] > 0.6
    assert abs(line.score(middle)[0] - line.score(edge)[0]) < 0.3


def test_a_strong_ridge_leaves_the_linear_model():
    values, labels = table(6)
    strong = learner(4, "spline", ridge=1e12).fit(values, labels)
    np.testing.assert_allclose(strong.score(values), learner(4).fit(values, labels).score(values), atol=1e-6)


def test_the_ridge_is_chosen_by_the_folds_given():
    values, labels = table(7)
    folds = random_folds(labels, 4, 1)
    assert not any((train & test).any() for train, test in folds)
    found = learner(4, "spline").fit(values, labels, inner_folds=folds)
    assert found.chosen["ridge"] in (0.01, 0.1, 1.0, 10.0, 100.0)
    again = learner(4, "spline").fit(values, labels, inner_folds=folds)
    np.testing.assert_array_equal(found.coefficients, again.coefficients)


def test_contributions_add_up_to_the_predictor():
    values, labels = table(8)
    found = learner(4, "spline").fit(values, labels)
    total = found.contributions(values).sum(axis=1) + found.means.sum() + found.intercept
    np.testing.assert_allclose(total, found.predictor(values), atol=1e-9)
    np.testing.assert_allclose(found.contributions(values).mean(axis=0), 0, atol=1e-9)


def test_one_class_is_refused_and_cancel_bites():
    values, labels = table(1)
    with pytest.raises(AnalysisError) as caught:
        learner(4).fit(values, np.ones(300, dtype=bool))
    assert caught.value.code == "one_class_only"
    assert caught.value.values == {"presences": 300, "absences": 0}

    def stop(_fraction: float) -> None:
        raise Cancelled

    for model in ("logistic", "spline"):
        with pytest.raises(Cancelled):
            learner(4, model).fit(values, labels, tick=stop)
    with pytest.raises(Cancelled):
        learner(4).fit(values, labels).score(values, tick=stop)


def test_targets_between_and_weights():
    """A weight of two is the row twice."""
    rng = np.random.default_rng(3)
    X, y = rng.normal(size=(50, 2)), rng.random(50)
    once = fit_logistic(np.repeat(X, 2, axis=0), np.repeat(y, 2), tick=no_tick)
    twice = fit_logistic(X, y, weights=np.full(50, 2.0), tick=no_tick)
    np.testing.assert_allclose(once.coefficients, twice.coefficients, atol=1e-8)
