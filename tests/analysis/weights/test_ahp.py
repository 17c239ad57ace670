"""Pairwise comparison against published examples of Saaty and a peer library."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.weights.ahp import (
    combine,
    consistency_ratio,
    least_fitting_judgement,
    pairwise_weights,
    parse_pairwise,
    priorities,
)

WEALTH = (
    "1 4 9 6 6 5 5; 1/4 1 7 5 5 3 4; 1/9 1/7 1 1/5 1/5 1/7 1/5; 1/6 1/5 5 1 1 1/3 1/3; 1/6 1/5 5 1 1 1/3 1/3;"
    "1/5 1/3 7 3 3 1 2; 1/5 1/4 5 3 3 1/2 1"
)
DRINKS = (
    "1 9 5 2 1 1 1/2; 1/9 1 1/3 1/9 1/9 1/9 1/9; 1/5 3 1 1/3 1/4 1/3 1/9; 1/2 9 3 1 1/2 1 1/3; 1 9 4 2 1 2 1/2;"
    "1 9 3 1 1/2 1 1/3; 2 9 9 3 2 3 1"
)
DISTANCES = "1 1/3 8 3 3 7; 3 1 9 3 3 9; 1/8 1/9 1 1/6 1/5 2; 1/3 1/3 6 1 1/3 6; 1/3 1/3 5 3 1 6; 1/7 1/9 1/2 1/6 1/6 1"
SCHOOL = "1 4 3 1 3 4; 1/4 1 7 3 1/5 1; 1/3 1/7 1 1/5 1/5 1/6; 1 1/3 5 1 1 1/3; 1/3 5 5 1 1 3; 1/4 1 6 3 1/3 1"

# Weights as published: wealth of nations, distances from Philadelphia and choice of a school in Saaty (1977), A
# scaling method for priorities in hierarchical structures, J. Math. Psychology 15, 234-281, and Saaty (1980);
# consumption of drinks in Saaty (2008), Decision making with the analytic hierarchy process, Int. J. Services
# Sciences 1, 83-98 (with a consistency ratio of 0.022).
PUBLISHED = [
    (WEALTH, [0.427, 0.230, 0.021, 0.052, 0.052, 0.123, 0.094]),
    (DRINKS, [0.177, 0.019, 0.042, 0.116, 0.190, 0.129, 0.327]),
    (DISTANCES, [0.262, 0.397, 0.033, 0.116, 0.164, 0.027]),
    (SCHOOL, [0.32, 0.14, 0.03, 0.13, 0.24, 0.14]),
]


def matrix_of(text: str) -> np.ndarray:
    return parse_pairwise(text, text.count(";") + 1)[0]


@pytest.mark.parametrize(("text", "weights"), PUBLISHED)
def test_published_weights(text, weights):
    decimals = 2 if text is SCHOOL else 3
    np.testing.assert_allclose(priorities(matrix_of(text)), weights, atol=0.6 * 10**-decimals)


def test_published_consistency():
    assert consistency_ratio(matrix_of(DRINKS)) == pytest.approx(0.022, abs=5e-4)
    # Saaty prints lambda_max = 7.61 for the wealth of nations; the index of 7 criteria is 1.32.
    assert consistency_ratio(matrix_of(WEALTH)) == pytest.approx((7.61 - 7) / 6 / 1.32, abs=1e-3)
    assert consistency_ratio(matrix_of(SCHOOL)) > 0.20


def test_weights_agree_with_pymcdm():
    # pymcdm 1.4.0, weights.subjective.AHP on the wealth of nations.
    peer = [
        0.42711502174662686, 0.23029319026152562, 0.020838410896480183, 0.052385620869166934, 0.05238562086916694,
        0.12271940076039974, 0.09426273459663365,
    ]  # fmt: skip
    np.testing.assert_allclose(priorities(matrix_of(WEALTH)), peer, rtol=1e-9)


weight_lists = st.lists(st.floats(0.05, 1.0), min_size=1, max_size=9)


@settings(deadline=None, max_examples=50)
@given(weight_lists)
def test_consistent_matrix_gives_its_weights_back(raw):
    weights = np.array(raw) / sum(raw)
    matrix = weights[:, None] / weights[None, :]
    np.testing.assert_allclose(priorities(matrix), weights, rtol=1e-9)
    assert consistency_ratio(matrix) == pytest.approx(0.0, abs=1e-9)


@settings(deadline=None, max_examples=50)
@given(st.integers(2, 8), st.randoms(use_true_random=False))
def test_priorities_are_the_limit_of_power_iteration(n, random):
    matrix = np.ones((n, n))
    for row in range(n):
        for column in range(row + 1, n):
            matrix[row, column] = random.choice([1 / 9, 1 / 5, 1 / 3, 1, 2, 4, 7])
            matrix[column, row] = 1 / matrix[row, column]
    vector = np.full(n, 1 / n)
    for _ in range(3000):
        vector = matrix @ vector
        vector /= vector.sum()
    np.testing.assert_allclose(priorities(matrix), vector, atol=1e-8)
    assert consistency_ratio(matrix) >= 0.0


def test_up_to_two_criteria_are_always_consistent():
    assert consistency_ratio(matrix_of("1 7; 1/7 1")) == 0.0
    np.testing.assert_allclose(priorities(matrix_of("1 3; 1/3 1")), [0.75, 0.25])
    assert priorities(parse_pairwise("1", 1)[0]).tolist() == [1.0]


def test_ways_to_write_the_same_matrix():
    expected = matrix_of("1 3 5; 1/3 1 2; 1/5 1/2 1")
    for text in (
        "1,3,5;1/3,1,2;1/5,1/2,1;",
        " 1, 3, 5 ; 1 / 3, 1, 2 ; 1/5 0.5 1 ",
        "1 3 5\n1/3 1 2\r\n1/5 1/2 1\n",
        "1\t3\t5;0.33 1 2;0.2 .5 1",
    ):
        np.testing.assert_array_equal(parse_pairwise(text, 3)[0], expected)


def test_experts_are_separated_by_bar_or_blank_line():
    one, two = "1 2;1/2 1", "1 8;1/8 1"
    for text in (f"{one}|{two}", f"{one}\n\n{two}", f"{one}\r\n \r\n{two}\n", f"|{one}||{two}|"):
        matrices = parse_pairwise(text, 2)
        assert [matrix[0, 1] for matrix in matrices] == [2.0, 8.0]
    np.testing.assert_allclose(combine(matrices), [[1, 4], [0.25, 1]])


def test_group_weights_name_the_inconsistent_expert():
    contradictory = "1 9 1/9; 1/9 1 9; 9 1/9 1"
    result = pairwise_weights(parse_pairwise(f"1 2 4;1/2 1 2;1/4 1/2 1 | {contradictory}", 3))
    assert result.inconsistent == (2,)
    assert result.expert_ratios[0] == pytest.approx(0.0, abs=1e-9)
    # lambda_max of the full circle of 9s is 1 + 9 + 1/9.
    assert result.expert_ratios[1] == pytest.approx((1 + 9 + 1 / 9 - 3) / 2 / 0.58)
    assert result.weights.sum() == pytest.approx(1.0)
    assert len(result.revise) == 1


def test_the_spoiled_judgement_is_the_one_to_revise():
    weights = np.array([0.4, 0.3, 0.2, 0.1])
    matrix = weights[:, None] / weights[None, :]
    matrix[1, 3], matrix[3, 1] = 1 / 6, 6.0
    judgement = least_fitting_judgement(matrix)
    assert (judgement.row, judgement.column) == (1, 3)
    assert judgement.given == pytest.approx(1 / 6)
    # The judgement itself pulls the weights, so that the fitting ratio lies between it and the original 3.
    assert 0.5 < judgement.fitting < 3.0


@pytest.mark.parametrize(
    ("text", "n", "code", "values"),
    [
        (" ; \n ", 3, "pairwise_empty", {"criteria": 3}),
        ("1", 16, "pairwise_too_large", {"criteria": 16, "most": 15}),
        ("1 2;1/2 1", 3, "pairwise_rows", {"expert": 1, "rows": 2, "criteria": 3}),
        ("1 2;1/2 1|1 2 3;1/2 1", 2, "pairwise_row_length", {"expert": 2, "row": 1, "entries": 3}),
        ("1 two;1/2 1", 2, "pairwise_entry", {"expert": 1, "row": 1, "column": 2, "text": "two"}),
        ("1 1/0;1/2 1", 2, "pairwise_entry", {"text": "1/0"}),
        ("1 nan;1/2 1", 2, "pairwise_entry", {"text": "nan"}),
        ("1 -2;1/2 1", 2, "pairwise_not_positive", {"row": 1, "column": 2, "text": "-2"}),
        ("1 0;0 1", 2, "pairwise_not_positive", {"text": "0"}),
        ("1 2;1/2 2", 2, "pairwise_diagonal", {"row": 2, "value": 2.0}),
        (
            "1 3;1/2 1",
            2,
            "pairwise_not_reciprocal",
            {"expert": 1, "row": 1, "column": 2, "value": 3.0, "opposite": 0.5},
        ),
    ],
)
def test_faults_are_named(text, n, code, values):
    with pytest.raises(AnalysisError) as caught:
        parse_pairwise(text, n)
    assert caught.value.code == code
    assert values.items() <= caught.value.values.items()


def test_consistency_ends_at_fifteen_criteria():
    assert consistency_ratio(np.ones((15, 15))) == pytest.approx(0.0, abs=1e-9)
    with pytest.raises(AnalysisError, match="pairwise_too_large"):
        consistency_ratio(np.ones((16, 16)))
