"""Ranks and mid-rank shares against counting by hand."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import rankdata

from seo_district_plugin.analysis.weights.ranking import competition_rank, percentile_among

few_values = st.lists(st.sampled_from([0.0, 0.25, 0.5, 1.0, -3.0]), min_size=1, max_size=40)


def test_ties_share_the_smallest_rank():
    assert competition_rank(np.array([0.3, 0.9, 0.9, 0.1])).tolist() == [3, 1, 1, 4]


def test_no_values_no_ranks():
    assert competition_rank(np.array([])).tolist() == []


@settings(deadline=None, max_examples=60)
@given(few_values)
def test_rank_equals_scipy_min_rank(values):
    values = np.array(values)
    assert competition_rank(values).tolist() == rankdata(-values, method="min").tolist()


@settings(deadline=None, max_examples=60)
@given(few_values, few_values)
def test_percentile_counts_equal_ones_half(values, reference):
    expected = [sum((r < v) + 0.5 * (r == v) for r in reference) / len(reference) for v in values]
    np.testing.assert_allclose(percentile_among(np.array(values), np.array(reference)), expected, atol=1e-12)


def test_percentile_keeps_nan_and_knows_no_share_of_nothing():
    assert np.isnan(percentile_among(np.array([np.nan, 1.0]), np.array([0.0, 2.0]))).tolist() == [True, False]
    assert np.isnan(percentile_among(np.array([1.0]), np.array([]))).all()
