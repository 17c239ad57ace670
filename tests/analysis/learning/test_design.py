"""Columns made from factors: scaling, classes, restricted cubic splines, hinges."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.learning.design import MAX_LEVELS, learn_design, restricted_cubic
from seo_district_plugin.analysis.learning.types import Factor

NUMBER = (Factor("a"),)
CLASSES = (Factor("class", categorical=True),)


@given(st.integers(0, 10_000), st.sampled_from(["linear", "spline", "hinge"]))
def test_columns_are_standardized_by_training_rows_alone(seed, how):
    rng = np.random.default_rng(seed)
    train, new = rng.gamma(2, 10, (80, 1)), rng.gamma(2, 30, (50, 1))
    design = learn_design(train, NUMBER, how)
    columns = design.matrix(train)
    np.testing.assert_allclose(columns.mean(axis=0), 0, atol=1e-9)
    np.testing.assert_allclose(columns.std(axis=0, ddof=1), 1, atol=1e-9)
    together = learn_design(train, NUMBER, how).matrix(np.concatenate([train, new]))
    np.testing.assert_array_equal(together[80:], design.matrix(new))


def test_restricted_cubic_is_smooth_and_straight_beyond_the_outer_knots():
    knots = np.array([1.0, 2.0, 4.0, 7.0])
    x = np.linspace(-3, 12, 3001)
    basis = restricted_cubic(x, knots)
    step = x[1] - x[0]
    second = np.diff(basis, n=2, axis=0) / step**2
    outside = (x[1:-1] < 1 - step) | (x[1:-1] > 7 + step)
    np.testing.assert_allclose(second[outside], 0, atol=1e-6)
    # The second derivative has no jumps: a step changes it by no more than the third derivative allows.
    assert np.abs(np.diff(second, axis=0)).max() < 1.0 * step * 6
    assert basis.shape == (3001, 3)


def test_restricted_cubic_agrees_with_its_definition():
    """Harrell's formula written out for one point and three knots."""
    a, b, c = 0.0, 1.0, 3.0
    x = 2.0
    cube = lambda v: max(v, 0.0) ** 3  # noqa: E731
    expected = (cube(x - a) - cube(x - b) * (c - a) / (c - b) + cube(x - c) * (b - a) / (c - b)) / (c - a) ** 2
    np.testing.assert_allclose(restricted_cubic(np.array([x]), np.array([a, b, c])), [[x, expected]])


def test_predictor_equals_matrix_times_coefficients():
    rng = np.random.default_rng(1)
    values = np.column_stack([rng.normal(size=90), rng.integers(0, 4, 90), rng.gamma(1, 5, 90)])
    factors = (Factor("a"), Factor("c", categorical=True), Factor("b"))
    for how in ("linear", "spline", "hinge"):
        design = learn_design(values, factors, how)
        coefficients = rng.normal(size=design.width)
        whole = design.matrix(values) @ coefficients
        np.testing.assert_allclose(design.predictor(values, coefficients), whole, atol=1e-10)
        np.testing.assert_allclose(design.contributions(values, coefficients).sum(axis=1), whole, atol=1e-10)


def test_unseen_classes_are_flagged_and_treated_as_the_commonest():
    values = np.array([[1.0], [2.0], [2.0], [7.0]])
    design = learn_design(values, CLASSES, "linear")
    new = np.array([[2.0], [3.0], [1.0], [np.nan]])
    assert design.unseen(new).tolist() == [False, True, False, False]
    columns = design.matrix(new)
    np.testing.assert_array_equal(columns[1], columns[0])
    np.testing.assert_array_equal(columns[1], 0)
    one_per_class = learn_design(values, CLASSES, "trees")
    assert one_per_class.matrix(new)[:3].sum(axis=1).tolist() == [1, 0, 1]


def test_constant_factors_are_left_out_and_named():
    values = np.column_stack([np.full(20, 1e7 + 0.1), np.arange(20.0), np.full(20, 3.0)])
    factors = (Factor("flat"), Factor("a"), Factor("one_class", categorical=True))
    for how in ("linear", "spline", "hinge", "trees"):
        design = learn_design(values, factors, how)
        assert design.constant == (0, 2)
        assert set(design.column_factors) == {1}


def test_ties_leave_a_straight_line_instead_of_a_broken_spline():
    values = np.concatenate([np.zeros(95), np.arange(5.0)])[:, None]
    design = learn_design(values, NUMBER, "spline")
    assert design.blocks[0].kind == "linear"


def test_what_cannot_be_learned_from_is_refused():
    with pytest.raises(AnalysisError) as caught:
        learn_design(np.array([[1.0], [np.inf]]), NUMBER, "linear")
    assert (caught.value.code, caught.value.values["factor"]) == ("values_not_finite", "a")
    with pytest.raises(AnalysisError) as caught:
        learn_design(np.arange(MAX_LEVELS + 1.0)[:, None], CLASSES, "linear")
    assert caught.value.code == "too_many_levels"
    with pytest.raises(AnalysisError) as caught:
        learn_design(np.ones((5, 1)), NUMBER, "linear")
    assert caught.value.code == "all_factors_constant"
    with pytest.raises(AnalysisError) as caught:
        learn_design(np.arange(6.0)[:, None], NUMBER, "linear").matrix(np.ones((2, 3)))
    assert caught.value.values == {"needed": 1, "given": 3}
