"""Ranks and correlations against scipy; groups of columns against chains made by hand."""

from __future__ import annotations

import numpy as np
from scipy import stats

from seo_district_plugin.analysis.statistics.correlation import correlated_groups, correlation, midranks, spearman


def test_midranks_and_spearman_equal_scipy():
    rng = np.random.default_rng(0)
    for count in (0, 1, 2, 50):
        values = rng.integers(0, 8, count)
        np.testing.assert_array_equal(midranks(values), stats.rankdata(values))
    table = rng.integers(0, 9, (60, 4)).astype(float)
    np.testing.assert_allclose(spearman(table), stats.spearmanr(table).correlation, atol=1e-12)
    np.testing.assert_allclose(correlation(table), np.corrcoef(table.T), atol=1e-12)


def test_a_constant_column_is_correlated_with_nothing():
    table = np.column_stack([np.full(30, 0.1), np.arange(30.0), np.arange(30.0) * 2 + 1])
    found = correlation(table)
    np.testing.assert_allclose(found, [[1, 0, 0], [0, 1, 1], [0, 1, 1]], atol=1e-12)


def test_groups_follow_chains():
    matrix = np.eye(5)
    for one, other, r in ((0, 3, -0.8), (3, 4, 0.71), (1, 2, 0.7)):
        matrix[one, other] = matrix[other, one] = r
    assert correlated_groups(matrix) == ((0, 3, 4), (1,), (2,))
    assert correlated_groups(np.empty((0, 0))) == ()
