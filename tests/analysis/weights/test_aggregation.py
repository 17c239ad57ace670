"""Weighted sum, weighted product and TOPSIS against plain loops and two peer libraries."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.weights.aggregation import (
    METHODS,
    PRODUCT_FLOOR,
    aggregate,
    contributions,
    topsis,
    weighted_product,
    weighted_sum,
)

PLACES = np.array(
    [[90, 12.5, 3, 400], [60, 7.25, 9, 150], [75, 9, 6, 900], [30, 4, 1, 650], [55, 10.5, 8, 20], [82, 6, 2, 330]],
    dtype=float,
)
WEIGHTS = np.array([0.4, 0.25, 0.2, 0.15])
IS_COST = np.array([False, True, False, True])

# The decision matrix above, second and fourth criterion costs, in pymcdm 1.4.0 (methods TOPSIS, WSM, WPM with
# normalizations vector_normalization and minmax_normalization). scikit-criteria 0.10 (TOPSIS after VectorScaler)
# gives PEER_TOPSIS_VECTOR as well, to 16 digits.
PEER_TOPSIS_VECTOR = [
    0.5314891061745372, 0.6779535693062031, 0.5026339667753318, 0.3442932159664471, 0.583457500335032,
    0.5930376406234255,
]  # fmt: skip
PEER_TOPSIS_MINMAX = [
    0.5797600297031377, 0.6087932476552357, 0.5824052709357216, 0.35542334924948865, 0.48968923870186915,
    0.6720388166840894,
]  # fmt: skip
PEER_SUM_MINMAX = [
    0.5352272727272728, 0.6822526737967914, 0.5279411764705882, 0.29261363636363635, 0.5504901960784314,
    0.6600022281639929,
]  # fmt: skip
PEER_PRODUCT_VECTOR = [
    0.43351924844888834, 0.5370808716049722, 0.43902812911201616, 0.25186450535658256, 0.4824094433023688,
    0.44783554027923717,
]  # fmt: skip

cases = st.tuples(st.integers(1, 12), st.integers(1, 5)).flatmap(
    lambda size: st.tuples(
        arrays(float, size, elements=st.floats(0, 1)), arrays(float, size[1], elements=st.floats(0.01, 1))
    )
)


def by_vector() -> np.ndarray:
    shares = PLACES / np.sqrt((PLACES**2).sum(axis=0))
    return np.where(IS_COST, 1 - shares, shares)


def by_minmax() -> np.ndarray:
    shares = (PLACES - PLACES.min(axis=0)) / np.ptp(PLACES, axis=0)
    return np.where(IS_COST, 1 - shares, shares)


def looped_topsis(u: np.ndarray, w: np.ndarray) -> list[float]:
    k = len(w)
    ideal = [max(w[j] * row[j] for row in u) for j in range(k)]
    anti = [min(w[j] * row[j] for row in u) for j in range(k)]
    scores = []
    for row in u:
        to_ideal = math.sqrt(sum((w[j] * row[j] - ideal[j]) ** 2 for j in range(k)))
        to_anti = math.sqrt(sum((w[j] * row[j] - anti[j]) ** 2 for j in range(k)))
        scores.append(to_anti / (to_ideal + to_anti) if to_ideal + to_anti > 0 else 0.5)
    return scores


def test_agrees_with_peer_libraries():
    np.testing.assert_allclose(topsis(by_vector(), WEIGHTS), PEER_TOPSIS_VECTOR, rtol=1e-12)
    np.testing.assert_allclose(topsis(by_minmax(), WEIGHTS), PEER_TOPSIS_MINMAX, rtol=1e-12)
    np.testing.assert_allclose(weighted_sum(by_minmax(), WEIGHTS), PEER_SUM_MINMAX, rtol=1e-12)
    np.testing.assert_allclose(weighted_product(by_vector(), WEIGHTS), PEER_PRODUCT_VECTOR, rtol=1e-12)


@settings(deadline=None, max_examples=60)
@given(cases)
def test_agrees_with_plain_loops(case):
    u, w = case[0], case[1] / case[1].sum()
    k = range(len(w))
    np.testing.assert_allclose(weighted_sum(u, w), [sum(w[j] * row[j] for j in k) for row in u], atol=1e-12)
    floored = [math.prod(max(row[j], PRODUCT_FLOOR) ** w[j] for j in k) for row in u]
    np.testing.assert_allclose(weighted_product(u, w), floored, rtol=1e-9)
    np.testing.assert_allclose(topsis(u, w), looped_topsis(u, w), atol=1e-9)


@settings(deadline=None, max_examples=60)
@given(cases, st.sampled_from(METHODS))
def test_scores_stay_between_zero_and_one(case, method):
    score = aggregate(case[0], case[1] / case[1].sum(), method)
    assert ((score >= 0) & (score <= 1 + 1e-12)).all()


@settings(deadline=None, max_examples=40)
@given(cases)
def test_sum_contributions_add_up(case):
    u, w = case[0], case[1] / case[1].sum()
    np.testing.assert_allclose(contributions(u, w, "sum").sum(axis=1), weighted_sum(u, w), atol=1e-12)


def test_product_contribution_is_the_loss_at_the_mean():
    u = np.random.default_rng(3).random((15, 4))
    given_scores = contributions(u, WEIGHTS, "product")
    for j in range(4):
        at_mean = u.copy()
        at_mean[:, j] = np.maximum(u[:, j], PRODUCT_FLOOR).mean()
        expected = weighted_product(u, WEIGHTS) - weighted_product(at_mean, WEIGHTS)
        np.testing.assert_allclose(given_scores[:, j], expected, atol=1e-12)


def test_topsis_contribution_is_the_loss_at_the_mean_with_the_same_ideals():
    u = np.random.default_rng(4).random((15, 4))
    given_scores = contributions(u, WEIGHTS, "topsis")
    for j in range(4):
        at_mean = u.copy()
        at_mean[:, j] = u[:, j].mean()
        expected = topsis(u, WEIGHTS) - topsis(at_mean, WEIGHTS, reference=u)
        np.testing.assert_allclose(given_scores[:, j], expected, atol=1e-12)


def test_one_zero_does_not_wipe_out_a_product():
    score = weighted_product(np.array([[0.0, 1.0]]), np.array([0.5, 0.5]))
    assert score.tolist() == pytest.approx([math.sqrt(PRODUCT_FLOOR)])


def test_best_and_worst_of_topsis():
    u = np.array([[1.0, 1.0], [0.0, 0.0], [0.5, 0.5]])
    assert topsis(u, np.array([0.5, 0.5])).tolist() == pytest.approx([1.0, 0.0, 0.5])
    assert topsis(np.full((3, 2), 0.7), np.array([0.5, 0.5])).tolist() == [0.5, 0.5, 0.5]


@pytest.mark.parametrize("method", METHODS)
def test_same_values_same_score_to_the_last_bit(method):
    row = np.random.default_rng(8).random(7)
    others = np.random.default_rng(9).random((1013, 7))
    others[::17] = row
    score = aggregate(others, np.full(7, 1 / 7), method)
    assert len(set(score[::17])) == 1


def test_unknown_method_is_refused():
    for call in (aggregate, contributions):
        with pytest.raises(AnalysisError, match="unknown_method"):
            call(by_minmax(), WEIGHTS, "guess")
