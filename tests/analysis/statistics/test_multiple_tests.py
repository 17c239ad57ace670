"""Corrections against their definitions, rank by rank."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.statistics.multiple_tests import (
    adjusted,
    confidence_classes,
    cutoff,
    permutations_needed,
)

P = st.lists(st.one_of(st.floats(0, 1), st.sampled_from([0.001, 0.01, 0.02])), min_size=1, max_size=40)


@given(P, st.sampled_from([0.01, 0.05, 0.2]))
def test_fdr_rejects_up_to_the_last_rank_below_its_line(p, level):
    p = np.array(p)
    ordered = np.sort(p)
    below = [k for k in range(1, len(p) + 1) if ordered[k - 1] <= k * level / len(p) * (1 + 1e-12)]
    expected = ordered[below[-1] - 1] if below else 0.0
    assert cutoff(p, level) == expected
    np.testing.assert_array_equal(
        adjusted(p) <= level * (1 + 1e-12), p <= expected if below else np.zeros(len(p), bool)
    )


@given(P)
def test_stricter_corrections_find_less(p):
    p = np.array(p)
    assert (adjusted(p, "none") <= adjusted(p, "fdr")).all()
    assert (adjusted(p, "fdr") <= adjusted(p, "fdr_dependent")).all()
    assert (adjusted(p, "fdr") <= adjusted(p, "bonferroni") + 1e-15).all()
    np.testing.assert_allclose(adjusted(p, "bonferroni"), np.minimum(1, p * len(p)))


def test_published_example():
    # Benjamini and Hochberg 1995, section 3.2: 15 tests, four stand at 5 %; Bonferroni keeps three.
    p = [
        0.0001,
        0.0004,
        0.0019,
        0.0095,
        0.0201,
        0.0278,
        0.0298,
        0.0344,
        0.0459,
        0.3240,
        0.4262,
        0.5719,
        0.6528,
        0.7590,
        1,
    ]
    assert cutoff(np.array(p), 0.05) == 0.0095
    assert cutoff(np.array(p), 0.05, "bonferroni") == 0.0019


def test_missing_tests_do_not_count():
    p = np.array([0.02, np.nan, 0.04, np.nan])
    np.testing.assert_array_equal(adjusted(p), [0.04, np.nan, 0.04, np.nan])
    assert cutoff(np.array([np.nan])) == 0.0


def test_classes_carry_the_sign():
    z = np.array([3.0, -3.0, 2.2, -1.7, 0.1, np.nan])
    p = np.array([0.002, 0.002, 0.03, 0.09, 0.9, np.nan])
    assert confidence_classes(z, p, "none").tolist() == [3, -3, 2, -1, 0, 0]
    assert confidence_classes(z, p, "fdr").tolist() == [3, -3, 2, 0, 0, 0]


def test_permutations_needed_are_enough_and_no_more():
    for tests in (1, 49, 40_000):
        for found in (1, 30):
            needed = permutations_needed(tests, 0.05, "fdr", found)
            p = np.ones(max(tests, found))
            p[:found] = 2 / (needed + 1)
            p = p[: max(tests, found)]
            if tests >= found:
                assert cutoff(p) > 0
                p[:found] = 2 / needed
                assert cutoff(p) == 0
    assert permutations_needed(49, 0.05, "bonferroni") == 1959
    assert permutations_needed(1, 0.05, "none") == 39
    assert permutations_needed(49, 0.05, "fdr_dependent") > permutations_needed(49, 0.05)


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda: adjusted(np.array([0.1]), "holm"), "correction_unknown"),
        (lambda: permutations_needed(3, 0.1, "holm"), "correction_unknown"),
        (lambda: adjusted(np.array([1.1])), "p_out_of_range"),
        (lambda: cutoff(np.array([0.1]), 0.0), "level_out_of_range"),
    ],
)
def test_what_cannot_be_is_refused(call, code):
    with pytest.raises(AnalysisError) as refused:
        call()
    assert refused.value.code == code
