"""Group measures against loops."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.analysis.zones.groups import (
    REDUCERS,
    Groups,
    Numbers,
    category_codes,
    group_shannon,
    group_sum,
)

value = st.one_of(st.integers(-1000, 1000).map(float), st.sampled_from([math.nan, math.inf, -math.inf]))
pairs = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 19)), max_size=60)


def loop(name: str, values: list[float]) -> float:
    known = [v for v in values if math.isfinite(v)]
    if name == "count":
        return len(known)
    if name == "sum":
        return sum(known)
    if not known:
        return math.nan
    return {"mean": sum(known) / len(known), "min": min(known), "max": max(known)}[name]


@settings(deadline=None, max_examples=100)
@given(pairs, st.lists(value, min_size=20, max_size=20))
def test_measures_of_numbers(pairs: list[tuple[int, int]], values: list[float]) -> None:
    groups = Groups.from_pairs(np.array([g for g, _ in pairs]), np.array([m for _, m in pairs]), 6)
    for name, reducer in REDUCERS.items():
        expected = [loop(name, [values[m] for g, m in pairs if g == group]) for group in range(6)]
        assert reducer(groups, Numbers(np.array(values))) == pytest.approx(expected, nan_ok=True)


@settings(deadline=None, max_examples=100)
@given(pairs, st.lists(st.sampled_from(["a", "b", " b ", "가", "", "  ", None, math.nan]), min_size=20, max_size=20))
def test_shannon_of_texts(pairs: list[tuple[int, int]], values: list[object]) -> None:
    groups = Groups.from_pairs(np.array([g for g, _ in pairs]), np.array([m for _, m in pairs]), 6)
    codes, kinds = category_codes(np.array(values, dtype=object))
    expected = []
    for group in range(6):
        texts = [values[m] for g, m in pairs if g == group]
        known = pd.Series([t.strip() for t in texts if isinstance(t, str) and t.strip()], dtype=object)
        share = known.value_counts(normalize=True)
        expected.append(float(-(share * np.log(share)).sum()) if len(share) else 0.0)
    assert group_shannon(groups, codes, kinds) == pytest.approx(expected, abs=1e-12)


def test_shannon_of_equal_shares_is_the_logarithm_and_of_one_kind_nothing() -> None:
    groups = Groups.from_pairs(np.array([0] * 5 + [1] * 3), np.arange(8), 3)
    codes, kinds = category_codes(np.array([1, 2, 3, 4, 5, 7, 7, 7]))
    result = group_shannon(groups, codes, kinds)
    assert result.tolist() == [pytest.approx(math.log(5)), 0.0, 0.0]
    assert not np.signbit(result).any()


def test_shannon_with_many_categories_and_groups() -> None:
    """So many that a table of groups by categories would be far larger than the pairs."""
    members = np.arange(5000)
    groups = Groups.from_pairs(np.arange(5000) // 2, members, 5000)
    codes, kinds = category_codes(members.astype(str))
    assert kinds == 5000
    assert group_shannon(groups, codes, kinds) == pytest.approx(np.r_[np.full(2500, math.log(2)), np.zeros(2500)])


def test_categories_of_every_kind_of_column() -> None:
    assert category_codes(np.array([1.5, math.nan, 1.5]))[0].tolist() == [0, -1, 0]
    assert category_codes(np.array([True, False, True]))[0].tolist() == [0, 1, 0]
    assert category_codes(np.array(["b", "", "a"]))[0].tolist() == [0, -1, 1]
    assert category_codes(np.array([pd.NA, "a", None], dtype=object))[0].tolist() == [-1, 0, -1]
    assert category_codes(np.array([], dtype=object))[1] == 0


def test_weights_and_kept_members() -> None:
    groups = Groups.from_pairs(np.array([1, 0, 1]), np.array([0, 1, 2]), 3)
    assert groups.members.tolist() == [1, 0, 2]
    values = Numbers(np.array([10.0, 20.0, 30.0]))
    assert group_sum(groups, values, np.array([1.0, 0.5, 2.0])).tolist() == [20, 65, 0]
    assert groups.kept(np.array([True, False, True])).counts().tolist() == [1, 1, 0]
    assert groups.owners().tolist() == [0, 1, 1]
