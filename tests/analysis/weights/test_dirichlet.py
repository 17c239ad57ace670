"""Rank stability against the Beta distribution, plain sorting and limits."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.stats import beta, rankdata

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.weights.aggregation import METHODS, aggregate
from seo_district_plugin.analysis.weights.dirichlet import draw_weights, rank_stability


def plainly(u, w, method, draws, top, seed, concentration):
    """All ranks kept, sorted, read at the two positions."""
    ranks = np.array(
        [
            rankdata(-np.round(aggregate(u, weights, method), 13), method="min")
            for weights in draw_weights(w, draws, seed, concentration)
        ]
    )
    ordered = np.sort(ranks, axis=0)
    low = ordered[math.ceil(draws * 5 / 100) - 1]
    high = ordered[math.ceil(draws * 95 / 100) - 1]
    return low, high, (ranks <= top).mean(axis=0)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("draws", [1, 7, 100, 333])
def test_equals_plain_sorting(method, draws):
    u = np.random.default_rng(draws).random((60, 4))
    u[10:14] = u[9]
    w = np.array([0.4, 0.3, 0.2, 0.1])
    low, high, p_top = rank_stability(u, w, method, draws, 5, 11, 20.0)
    plain_low, plain_high, plain_top = plainly(u, w, method, draws, 5, 11, 20.0)
    np.testing.assert_array_equal(low, plain_low)
    np.testing.assert_array_equal(high, plain_high)
    np.testing.assert_allclose(p_top, plain_top)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("first", [0.3, 0.5, 0.62])
def test_two_opposite_places_follow_the_beta_distribution(method, first):
    # The place that is best in the first criterion wins when its weight exceeds one half, and the first weight of a
    # two-weight Dirichlet draw has a Beta distribution.
    draws, concentration = 4000, 30.0
    u = np.array([[1.0, 0.0], [0.0, 1.0]])
    _, _, p_top = rank_stability(u, np.array([first, 1 - first]), method, draws, 1, 5, concentration)
    expected = beta.sf(0.5, concentration * first, concentration * (1 - first))
    assert p_top[0] == pytest.approx(expected, abs=4 * math.sqrt(0.25 / draws))
    assert p_top.sum() == pytest.approx(1.0)


def test_rank_bounds_of_two_places_switch_where_the_beta_tail_passes_five_percent():
    u = np.array([[1.0, 0.0], [0.0, 1.0]])
    # The second place wins in 9 % of draws at a first weight of 0.62, in 1 % at 0.70.
    for first, switches in ((0.62, True), (0.70, False)):
        chance = beta.sf(0.5, 30 * first, 30 * (1 - first))
        low, high, _ = rank_stability(u, np.array([first, 1 - first]), "sum", 4000, 1, 5, 30.0)
        assert (chance < 0.95) == switches
        assert low.tolist() == [1, 1 if switches else 2]
        assert high.tolist() == [2 if switches else 1, 2]


def test_moments_of_the_draws():
    w = np.array([0.5, 0.3, 0.2, 0.0])
    weights = draw_weights(w, 20_000, 1, 50.0)
    np.testing.assert_allclose(weights.sum(axis=1), 1.0)
    np.testing.assert_allclose(weights.mean(axis=0), w, atol=0.003)
    np.testing.assert_allclose(weights.std(axis=0), np.sqrt(w * (1 - w) / 51), atol=0.002)
    assert (weights[:, 3] == 0).all()


@pytest.mark.parametrize("method", METHODS)
def test_a_dominating_place_is_always_first(method):
    u = np.random.default_rng(2).random((30, 5)) * 0.8
    u[17] = 0.95
    low, high, p_top = rank_stability(u, np.full(5, 0.2), method, 200, 1, 0)
    assert (low[17], high[17], p_top[17]) == (1, 1, 1.0)
    assert p_top.sum() == 1.0


def test_great_concentration_gives_the_ranks_of_the_weights():
    u = np.random.default_rng(6).random((40, 4))
    w = np.array([0.1, 0.2, 0.3, 0.4])
    low, high, _ = rank_stability(u, w, "sum", 50, 3, 0, 1e12)
    ranks = rankdata(-(u @ w), method="min")
    np.testing.assert_array_equal(low, ranks)
    np.testing.assert_array_equal(high, ranks)


def test_all_alike_share_the_first_rank():
    low, high, p_top = rank_stability(np.full((6, 3), 0.4), np.full(3, 1 / 3), "topsis", 30, 2, 0)
    assert (low == 1).all() and (high == 1).all() and (p_top == 1.0).all()


def test_same_seed_same_result_other_seed_other_draws():
    u, w = np.random.default_rng(1).random((50, 3)), np.full(3, 1 / 3)
    first, again = (rank_stability(u, w, "sum", 60, 5, 9) for _ in range(2))
    for one, two in zip(first, again, strict=True):
        np.testing.assert_array_equal(one, two)
    assert (rank_stability(u, w, "sum", 60, 5, 10)[2] != first[2]).any()


def test_more_places_than_sixteen_bits_hold():
    value = np.linspace(0, 1, 70_000)[:, None]
    low, high, _ = rank_stability(value, np.array([1.0]), "sum", 3, 1, 0)
    np.testing.assert_array_equal(low, np.arange(70_000, 0, -1))
    np.testing.assert_array_equal(high, low)


def test_stops_when_asked():
    calls = []

    def tick(fraction: float) -> None:
        calls.append(fraction)
        if len(calls) == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        rank_stability(np.random.default_rng(1).random((20, 2)), np.array([0.5, 0.5]), draws=100, tick=tick)
    assert calls == [0.0, 0.01, 0.02]


def test_stops_while_many_places_are_merged():
    seen = []

    def tick(fraction: float) -> None:
        # The same fraction a second time: the tails are being merged.
        if seen and fraction == seen[-1]:
            raise Cancelled
        seen.append(fraction)

    with pytest.raises(Cancelled):
        rank_stability(np.linspace(0, 1, 20_000)[:, None], np.array([1.0]), draws=2, tick=tick)
    assert seen == [0.0, 0.5]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"draws": 0}, "not_positive"),
        ({"top": 0}, "not_positive"),
        ({"concentration": 0.0}, "not_positive"),
        ({"concentration": float("nan")}, "not_positive"),
        ({"method": "guess"}, "unknown_method"),
    ],
)
def test_faults_are_named(changed, code):
    with pytest.raises(AnalysisError) as caught:
        rank_stability(np.eye(3), np.full(3, 1 / 3), **changed)
    assert caught.value.code == code
