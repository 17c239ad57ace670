"""Ranks on a shifted grid against all-pairs overlap."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import spearmanr

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.suitability.shift import shifted_rank_change


def grid(columns: int, rows: int, cell: float, shift: tuple[float, float] = (0.0, 0.0)) -> np.ndarray:
    x, y = np.meshgrid(np.arange(columns) * cell, np.arange(rows) * cell)
    return np.column_stack([x.ravel() + 987_650 + shift[0], y.ravel() + 1_817_350 + shift[1]])


def all_pairs(xy, xy_other, values, cell):
    result = []
    for place in xy:
        total = weight = 0.0
        for other, value in zip(xy_other, values, strict=True):
            area = max(0.0, cell - abs(place[0] - other[0])) * max(0.0, cell - abs(place[1] - other[1]))
            if area > 1e-6 and np.isfinite(value):
                total, weight = total + area * value, weight + area
        result.append(total / weight if weight else np.nan)
    return np.array(result)


half_meters = st.integers(-198, 198).map(lambda steps: steps / 2)


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 1000), half_meters, half_meters, st.sampled_from([50.0, 100.0]))
def test_equals_all_pairs_overlap(seed, dx, dy, cell):
    generator = np.random.default_rng(seed)
    xy, other = grid(6, 5, cell), grid(7, 5, cell, (dx, dy))
    score, score_other = generator.random(len(xy)), generator.random(len(other))
    score[generator.random(len(xy)) < 0.2] = np.nan
    score_other[generator.random(len(other)) < 0.2] = np.nan
    keep = generator.permutation(len(other))[:-4]
    other, score_other = other[keep], score_other[keep]
    result = shifted_rank_change(xy, score, other, score_other, cell, top=4)
    scored = np.isfinite(score_other)
    shares = np.full(len(other), np.nan)
    known = score_other[scored]
    shares[scored] = [(known < s).mean() + (known == s).mean() / 2 for s in known]
    expected = all_pairs(xy, other, shares, cell)
    np.testing.assert_allclose(result.percentile_shifted, expected, atol=1e-9)
    both = np.isfinite(score) & np.isfinite(expected)
    assert result.places == both.sum()
    assert result.rho == pytest.approx(spearmanr(score[both], np.round(expected[both], 9)).statistic)
    best = set(np.flatnonzero(both)[np.argsort(-score[both])[:4]])
    best_shifted = set(np.flatnonzero(both)[np.argsort(-expected[both])[:4]])
    if len(set(np.round(expected[both], 9))) == both.sum():
        assert result.top_kept == pytest.approx(len(best & best_shifted) / 4)
    assert ((result.covered >= 0) & (result.covered <= 1)).all()


def test_the_same_grid_changes_nothing():
    xy, score = grid(8, 8, 100.0), np.random.default_rng(1).random(64)
    result = shifted_rank_change(xy, score, xy, score, 100.0)
    np.testing.assert_allclose(result.change, 0.0, atol=1e-12)
    np.testing.assert_allclose(result.covered, 1.0)
    assert (result.rho, result.top_kept) == (pytest.approx(1.0), 1.0)


def test_turned_scores_turn_the_ranks():
    xy, score = grid(5, 5, 100.0), np.arange(25.0)
    result = shifted_rank_change(xy, score, xy, -score, 100.0, top=3)
    assert (result.rho, result.top_kept) == (pytest.approx(-1.0), 0.0)


def test_nothing_in_common_is_told_as_none():
    xy = grid(3, 3, 100.0)
    far = shifted_rank_change(xy, np.arange(9.0), xy + 1e5, np.arange(9.0), 100.0)
    empty = shifted_rank_change(xy, np.arange(9.0), xy[:0], np.array([]), 100.0)
    flat = shifted_rank_change(xy, np.ones(9), xy, np.arange(9.0), 100.0)
    for result in (far, empty):
        assert (result.rho, result.top_kept, result.places) == (None, None, 0)
        assert np.isnan(result.change).all() and not result.covered.any()
    assert flat.rho is None and flat.places == 9


@pytest.mark.parametrize("changed", [{"cell": 0.0}, {"cell": float("nan")}, {"top": 0}])
def test_faults_are_named(changed):
    with pytest.raises(AnalysisError, match="not_positive"):
        shifted_rank_change(np.zeros((1, 2)), np.ones(1), np.zeros((1, 2)), np.ones(1), **{"cell": 1.0, **changed})
