"""Whole people: totals kept, each its quota up or down, nobody always left out."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seo_district_plugin.analysis.population.rounding import largest_remainder, rounded_people


def test_hamilton_by_hand() -> None:
    # Balinski and Young's kind of example: the two largest remainders win.
    assert largest_remainder(np.array([6.7, 3.3, 2.6, 1.4])).tolist() == [7, 3, 3, 1]


def test_ties_by_position_or_by_number() -> None:
    quotas = np.array([0.5, 0.5, 0.5, 0.5])
    assert largest_remainder(quotas).tolist() == [1, 1, 0, 0]
    assert largest_remainder(quotas, np.array([3, 2, 1, 0])).tolist() == [0, 0, 1, 1]


def test_equal_remainders_are_ties_whatever_their_last_digits() -> None:
    quotas = np.array([0.1 + 0.2, 0.3, 0.3, 0.1])
    assert largest_remainder(quotas, np.array([2, 0, 1, 3])).tolist() == [0, 1, 0, 0]


@given(
    st.integers(1, 40),
    st.integers(1, 30),
    st.integers(0, 400),
    st.integers(0, 2**32 - 1),
    st.sampled_from([0.2, 1.0, 5.0]),
)
def test_totals_and_quotas_are_kept(count, groups, most, seed, skew) -> None:
    random = np.random.default_rng(seed)
    share = random.gamma(skew, size=count) * (random.random(count) < 0.9)
    if share.sum() == 0:
        share[0] = 1.0
    share /= share.sum()
    totals = random.integers(0, most + 1, groups).astype(float)
    quotas = share[:, None] * totals
    found = rounded_people(quotas, totals, random.permutation(count))
    assert (found.sum(axis=0) == totals).all()
    assert (np.abs(found - quotas) < 1 + 1e-6).all()
    assert (found[share == 0] == 0).all()


def test_small_targets_get_their_people_over_many_groups() -> None:
    """A hundred ages of 30 people over 300 buildings: by remainders alone the 30 largest would get everybody."""
    random = np.random.default_rng(3)
    share = random.gamma(2.0, size=300)
    share /= share.sum()
    quotas = share[:, None] * np.full(100, 30.0)
    found = rounded_people(quotas, np.full(100, 30.0))
    gap = np.abs(found.sum(axis=1) - quotas.sum(axis=1))
    assert gap.max() < 1.5, gap.max()
    apart = np.column_stack([largest_remainder(column) for column in quotas.T])
    assert np.abs(apart.sum(axis=1) - quotas.sum(axis=1)).max() > 20


def test_single_column_is_the_plain_method() -> None:
    random = np.random.default_rng(5)
    for _ in range(50):
        quotas = random.gamma(1.0, size=20)
        quotas *= round(quotas.sum()) / quotas.sum()
        found = largest_remainder(quotas)
        rest = quotas - np.floor(quotas)
        left = round(quotas.sum()) - int(np.floor(quotas).sum())
        expected = np.floor(quotas).astype(int)
        expected[np.argsort(-rest, kind="stable")[:left]] += 1
        assert found.tolist() == expected.tolist()


def test_nothing_to_give() -> None:
    assert largest_remainder(np.zeros(3)).tolist() == [0, 0, 0]
    assert rounded_people(np.empty((0, 2)), np.zeros(2)).shape == (0, 2)
    assert largest_remainder(np.array([2.0, 1.0])).tolist() == pytest.approx([2, 1])
