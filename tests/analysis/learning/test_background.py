"""Presence-background: the limit of infinitely weighted logistic regression, and what it finds."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.special import expit

from seo_district_plugin.analysis.errors import no_tick
from seo_district_plugin.analysis.learning.background import BackgroundLearner, fit_gibbs
from seo_district_plugin.analysis.learning.linear import fit_logistic
from seo_district_plugin.analysis.learning.types import Factor, Settings


def scene(presences: int, seed: int = 1) -> tuple[np.ndarray, np.ndarray]:
    """Two factors; places are taken where the first is near 1, whatever the second."""
    rng = np.random.default_rng(seed)
    area = rng.uniform(-3, 3, (20_000, 2))
    wish = np.exp(-((area[:, 0] - 1) ** 2))
    seen = rng.choice(len(area), presences, p=wish / wish.sum())
    values = np.concatenate([area[seen], area[rng.choice(len(area), 1500)]])
    return values, np.arange(len(values)) < presences


def test_is_the_limit_of_infinitely_weighted_logistic_regression():
    values, labels = scene(150)
    X = (values - values.mean(axis=0)) / values.std(axis=0)
    X = np.column_stack([X, X[:, 0] ** 2])
    direct = fit_gibbs(X[labels], X[~labels], 1e-9)
    weights = np.where(labels, 1.0, 1e6)
    limit = fit_logistic(X, labels, weights=weights, ridge=1e-9, tick=no_tick)
    np.testing.assert_allclose(direct.coefficients, limit.coefficients, atol=2e-3)


def test_the_moments_of_the_density_are_those_of_the_presences():
    """Maximum entropy: without a penalty, the mean of each feature under q equals its mean over the presences."""
    values, labels = scene(200)
    X = np.column_stack([values, values**2])
    found = fit_gibbs(X[labels], X, 0.0)
    q = np.exp(X @ found.coefficients - found.normalizer)
    assert q.sum() == pytest.approx(1)
    np.testing.assert_allclose(q @ X, X[labels].mean(axis=0), atol=1e-5)
    assert found.entropy == pytest.approx(-(q * np.log(q)).sum())


@pytest.mark.parametrize("presences", [8, 12, 200])
def test_the_right_places_are_found(presences):
    values, labels = scene(presences)
    factors = (Factor("a"), Factor("b"))
    found = BackgroundLearner(factors, Settings(model="background")).fit(values, labels, seed=3)
    kinds = {block.kind for block in found.design.blocks}
    assert kinds == ({"linear"} if presences < 10 else {"hinge"})
    grid = np.column_stack([np.linspace(-3, 3, 61), np.zeros(61)])
    score = found.score(grid)
    assert 0 <= score.min() and score.max() <= 1
    if presences == 200:
        assert abs(grid[np.argmax(score), 0] - 1) < 0.7
        assert score.max() > 2 * found.score(np.array([[-2.5, 0.0]]))[0]
    # Beyond the range seen nothing new is claimed.
    if presences >= 10:
        np.testing.assert_allclose(
            found.score(np.array([[50.0, 0.0]])), found.score(np.array([[values[:, 0].max(), 0.0]]))
        )


def test_cloglog_is_not_a_logistic():
    values, labels = scene(100)
    found = BackgroundLearner((Factor("a"), Factor("b")), Settings(model="background", ridge=1.0)).fit(values, labels)
    eta = found.predictor(values)
    np.testing.assert_allclose(found.score(values), 1 - np.exp(-np.exp(eta)))
    assert np.abs(found.score(values) - expit(eta)).max() > 0.05
    # A place as suitable as the presences on average (relative entropy) stands at 1 - 1/e.
    q = np.exp(eta - eta.max())
    assert (q / q.sum()) @ eta == pytest.approx(0, abs=0.2)
