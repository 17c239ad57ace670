"""Transforms against formulas and counting."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import rankdata

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.suitability.criteria import Criterion
from seo_district_plugin.analysis.suitability.points import parse_categories, parse_piecewise
from seo_district_plugin.analysis.suitability.transforms import category_suitability, fit_transform
from seo_district_plugin.analysis.suitability.values import as_categories

numbers = st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=30)
FORMULAS = [
    Criterion("x", transform="linear"),
    Criterion("x", transform="linear", low=-5.0, high=20.0),
    Criterion("x", transform="percentile"),
    Criterion("x", transform="piecewise", points="0:0; 10:1; 50:0.2"),
    Criterion("x", transform="gaussian", low=3.0, high=2.0),
]


def suitability(criterion: Criterion, values: list[float]) -> list[float]:
    array = np.array(values, dtype=float)
    return fit_transform(criterion, array[~np.isnan(array)]).apply(array).tolist()


def test_linear_between_given_bounds():
    criterion = Criterion("x", transform="linear", low=10, high=30)
    assert suitability(criterion, [0, 10, 15, 30, 99]) == pytest.approx([0, 0, 0.25, 1, 1])


def test_linear_takes_blank_bounds_from_the_data_and_tells_them():
    fitted = fit_transform(Criterion("x", transform="linear", low=0), np.array([2.0, 8.0]))
    assert (fitted.criterion.low, fitted.criterion.high) == (0, 8.0)
    assert fitted.apply(np.array([2.0, 8.0])).tolist() == pytest.approx([0.25, 1.0])


def test_linear_survives_the_ends_of_float():
    assert suitability(Criterion("x", transform="linear"), [-1.7e308, 0.0, 1.7e308]) == pytest.approx([0, 0.5, 1])


def test_linear_bound_beyond_the_data_is_refused():
    with pytest.raises(AnalysisError) as caught:
        fit_transform(Criterion("x", transform="linear", low=9.0), np.array([1.0, 2.0]))
    assert (caught.value.code, caught.value.values) == (
        "criterion_range_empty",
        {"field": "x", "low": 9.0, "high": 2.0},
    )


@settings(deadline=None, max_examples=50)
@given(numbers)
def test_percentile_is_the_mid_rank_share(values):
    expected = (rankdata(values) - 0.5) / len(values)
    np.testing.assert_allclose(suitability(Criterion("x"), values), expected)


def test_nan_stays_nan():
    for criterion in FORMULAS:
        assert math.isnan(suitability(criterion, [1.0, math.nan, 2.0])[1])


def test_gaussian_by_formula():
    values = [3.0, 5.0, 1.0, 9.0]
    expected = [math.exp(-((x - 3) ** 2) / (2 * 2**2)) for x in values]
    assert suitability(FORMULAS[4], values) == pytest.approx(expected)


def test_piecewise_lines_and_level_ends():
    assert suitability(FORMULAS[3], [-4, 0, 5, 10, 30, 50, 80]) == pytest.approx([0, 0, 0.5, 1, 0.6, 0.2, 0.2])
    # Corners may come in any order.
    assert parse_piecewise("10:1;0:0")[0].tolist() == [0, 10]


def test_vector_is_the_share_of_the_length():
    assert suitability(Criterion("x", transform="vector"), [3, 4, 0]) == pytest.approx([0.6, 0.8, 0.0])
    assert suitability(Criterion("x", "1", "cost", "vector"), [3, 4, 0]) == pytest.approx([0.4, 0.2, 1.0])
    assert suitability(Criterion("x", transform="vector"), [1e300, 1e300]) == pytest.approx([math.sqrt(0.5)] * 2)
    with pytest.raises(AnalysisError, match="criterion_negative"):
        fit_transform(Criterion("x", transform="vector"), np.array([1.0, -2.0]))


@settings(deadline=None, max_examples=60)
@given(numbers, st.sampled_from(FORMULAS))
def test_cost_is_one_less_benefit_and_both_stay_in_range(values, criterion):
    benefit = np.array(suitability(criterion, values))
    cost = np.array(suitability(Criterion(**{**vars(criterion), "direction": "cost"}), values))
    assert ((benefit >= 0) & (benefit <= 1)).all()
    np.testing.assert_allclose(cost, 1 - benefit)


@settings(deadline=None, max_examples=40)
@given(numbers, st.sampled_from(FORMULAS[:3]))
def test_more_is_never_worse(values, criterion):
    ordered = suitability(criterion, sorted(values))
    assert all(a <= b + 1e-12 for a, b in pairwise(ordered))


@pytest.mark.parametrize("transform", ["linear", "percentile", "vector"])
def test_constant_values_are_remarked_upon(transform):
    fitted = fit_transform(Criterion("x", transform=transform), np.zeros(4))
    assert [(note.code, note.values) for note in fitted.notes] == [("criterion_constant", {"field": "x", "value": 0.0})]
    assert fitted.apply(np.zeros(4)).tolist() == [0.5] * 4
    # A table written with the bounds of a constant field could not be read back.
    assert fitted.criterion.low is None


def test_entries_that_are_not_used_are_remarked_upon():
    fitted = fit_transform(Criterion("x", low=1.0, points="1:1"), np.array([1.0, 2.0]))
    assert [note.code for note in fitted.notes] == ["bounds_unused", "points_unused"]


def test_categories_known_unknown_and_missing():
    codes, names = as_categories(["상업", " 상업 ", "주거", None, "", "녹지"])
    result, unknown, notes = category_suitability(
        codes, names, Criterion("zone", transform="categories", points="상업=1; 주거=0.4")
    )
    np.testing.assert_array_equal(result, [1, 1, 0.4, np.nan, np.nan, np.nan])
    assert unknown.tolist() == [False, False, False, False, True, True]
    assert notes[0].values == {"field": "zone", "count": 2, "categories": ["", "녹지"]}


def test_all_other_categories_by_asterisk():
    codes, names = as_categories(["a", "b", None])
    result, unknown, notes = category_suitability(codes, names, Criterion("z", points="a=1; *=0.25"))
    np.testing.assert_array_equal(result, [1, 0.25, np.nan])
    assert not unknown.any() and not notes


@pytest.mark.parametrize(
    "stored", [np.array([1.0, 2.0, np.nan]), np.array(["1", "2", None], dtype=object), [1, 2, None], ["1 ", " 2", None]]
)
def test_category_numbers_match_however_stored(stored):
    codes, names = as_categories(stored)
    result, _, _ = category_suitability(codes, names, Criterion("z", points="1=0.1; 2=0.2"))
    np.testing.assert_array_equal(result, [0.1, 0.2, np.nan])


def test_category_names_may_hold_equals_signs_and_truth_values():
    assert parse_categories("a=b=0.5; true=1") == {"a=b": 0.5, "true": 1.0}
    assert as_categories([True, False])[1] == ["true", "false"]


@pytest.mark.parametrize("text", ["1:2;3:1", "1;2", "1:0", "1:0;1:1", "a:0;2:1", "1:0;inf:1", "", "1:nan;2:1"])
def test_bad_corners_are_refused(text):
    with pytest.raises(ValueError):
        parse_piecewise(text)


@pytest.mark.parametrize("text", ["a", "a=2", "=1", "a=1;a=0", "a=x", " ; "])
def test_bad_categories_are_refused(text):
    with pytest.raises(ValueError):
        parse_categories(text)
