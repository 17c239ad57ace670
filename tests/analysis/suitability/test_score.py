"""Scoring of places: reasons, exclusions, missing values, limits."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import rankdata

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.suitability.answers import answer_places
from seo_district_plugin.analysis.suitability.criteria import Criterion, default_criteria, parse_criteria, rows
from seo_district_plugin.analysis.suitability.score import score_places, top_contributions
from seo_district_plugin.analysis.weights.aggregation import METHODS

LINEAR = [
    Criterion("a", 3.0, "benefit", "linear", 0.0, 10.0),
    Criterion("b", 1.0, "cost", "linear", 0.0, 100.0),
]
COLUMNS = {"a": np.array([10.0, 5.0, 0.0, 8.0]), "b": np.array([50.0, 0.0, 100.0, 20.0])}


def codes(result) -> list[str]:
    return [note.code for note in result.notes]


def test_scores_by_hand():
    result = score_places(COLUMNS, LINEAR, top=1, draws=0)
    assert result.score.tolist() == pytest.approx([0.875, 0.625, 0.0, 0.8])
    assert result.rank.tolist() == [1, 3, 4, 2]
    assert result.grade.tolist() == [1, 2, 5, 1]
    np.testing.assert_allclose(result.contributions.sum(axis=1), result.score)
    assert result.weights.tolist() == [0.75, 0.25]
    assert result.order.tolist() == [0, 3, 1, 2]
    assert result.rank_low.tolist() == result.rank_high.tolist() == result.rank.tolist()
    assert result.p_top.tolist() == [1.0, 0.0, 0.0, 0.0]
    assert result.counts == {"places": 4, "scored": 4, "excluded": 0, "missing": 0}


def test_classical_topsis_equals_the_peer_library():
    # Decision matrix and scores of pymcdm 1.4.0 and scikit-criteria 0.10 (TOPSIS, vector normalization), second
    # and fourth criterion costs.
    places = np.array(
        [[90, 12.5, 3, 400], [60, 7.25, 9, 150], [75, 9, 6, 900], [30, 4, 1, 650], [55, 10.5, 8, 20], [82, 6, 2, 330]]
    )
    criteria = [
        Criterion(name, weight, direction, "vector")
        for name, weight, direction in zip("abcd", (40, 25, 20, 15), ("benefit", "cost") * 2, strict=True)
    ]
    result = score_places(dict(zip("abcd", places.T, strict=True)), criteria, method="topsis", draws=0)
    peer = [0.5314891061745, 0.6779535693062, 0.5026339667753, 0.3442932159664, 0.583457500335, 0.5930376406234]
    np.testing.assert_allclose(result.score, peer, atol=2e-12)


def test_rules_and_missing_values_keep_their_reason():
    columns = {"a": np.array([1.0, np.nan, 3.0, np.inf, 5.0]), "b": np.array([1.0, np.nan, 3.0, 4.0, 5.0])}
    result = score_places(columns, default_criteria(["a", "b"]), excluded=[None, "", "school zone", "", ""], draws=20)
    assert result.scored.tolist() == [True, False, False, False, True]
    assert result.missing == ((), ("a", "b"), (), ("a",), ())
    assert result.excluded.tolist() == ["", "", "school zone", "", ""]
    assert result.counts == {"places": 5, "scored": 2, "excluded": 1, "missing": 2}
    assert result.missing_by_criterion == {"a": 2, "b": 1}
    assert result.excluded_by_rule == {"school zone": 1}
    unscored = ~result.scored
    for array in (result.score, result.p_top, result.contributions[:, 0]):
        assert np.isnan(array[unscored]).all() and not np.isnan(array[~unscored]).any()
    for array in (result.rank, result.rank_low, result.rank_high, result.grade):
        assert (array[unscored] == 0).all() and (array[~unscored] > 0).all()


@settings(deadline=None, max_examples=25)
@given(st.integers(3, 40), st.integers(0, 10_000), st.sampled_from(METHODS))
def test_unscored_places_do_not_change_the_others(n, seed, method):
    generator = np.random.default_rng(seed)
    columns = {"a": generator.normal(size=n), "b": generator.integers(0, 4, n).astype(float)}
    excluded = np.where(generator.random(n) < 0.4, "rule", "").astype(object)
    excluded[0] = ""
    columns["a"][1] = np.nan
    criteria = [Criterion("a", 2.0), Criterion("b", 1.0, "cost", "linear")]
    whole = score_places(columns, criteria, method=method, excluded=excluded, draws=30, top=2)
    kept = whole.scored
    alone = score_places({k: v[kept] for k, v in columns.items()}, criteria, method=method, draws=30, top=2)
    for name in ("score", "rank", "rank_low", "rank_high", "p_top", "grade", "contributions"):
        np.testing.assert_array_equal(getattr(whole, name)[kept], getattr(alone, name))
    np.testing.assert_array_equal(alone.rank, rankdata(-alone.score, method="min"))


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 10_000), st.sampled_from(METHODS))
def test_order_of_places_does_not_matter(seed, method):
    generator = np.random.default_rng(seed)
    columns = {"a": generator.normal(size=25), "b": generator.integers(0, 3, 25).astype(float)}
    criteria = default_criteria(["a", "b"])
    shuffled = generator.permutation(25)
    first = score_places(columns, criteria, method=method, draws=15)
    second = score_places({k: v[shuffled] for k, v in columns.items()}, criteria, method=method, draws=15)
    for name in ("score", "rank", "rank_low", "rank_high", "p_top", "grade"):
        np.testing.assert_array_equal(getattr(first, name)[shuffled], getattr(second, name))


def test_filled_table_gives_the_same_run():
    generator = np.random.default_rng(5)
    columns = {"a": generator.normal(size=30), "b": generator.random(30), "c": np.ones(30)}
    criteria = [Criterion("a", 3, "cost", "linear"), Criterion("b", 1), Criterion("c", 2, transform="linear")]
    first = score_places(columns, criteria, draws=25)
    assert first.criteria[0].low == columns["a"].min()
    again = score_places(columns, parse_criteria(rows(first.filled), list(columns)), draws=25)
    np.testing.assert_array_equal(first.score, again.score)
    np.testing.assert_array_equal(first.p_top, again.p_top)


def test_weights_from_elsewhere_replace_and_are_filled_in():
    result = score_places(COLUMNS, LINEAR, weights=np.array([1.0, 3.0]), draws=0)
    assert result.weights.tolist() == [0.25, 0.75]
    assert [criterion.weight for criterion in result.filled] == [0.25, 0.75]


def test_weights_as_large_and_small_as_floats_get():
    for scale in (1e308, 1e-308):
        criteria = [replace(criterion, weight=scale) for criterion in LINEAR]
        assert score_places(COLUMNS, criteria, draws=0).weights.tolist() == [0.5, 0.5]


def test_criterion_of_weight_zero_is_shown_but_never_asked_for():
    columns = {**COLUMNS, "c": np.array([1.0, np.nan, 3.0, 4.0]), "d": np.full(4, np.nan)}
    criteria = [*LINEAR, Criterion("c", 0.0), Criterion("d", 0.0)]
    for method in METHODS:
        result = score_places(columns, criteria, method=method, draws=10)
        np.testing.assert_array_equal(result.score, score_places(COLUMNS, LINEAR, method=method, draws=0).score)
        assert (result.contributions[:, 2:] == 0).all()
        assert result.missing == ((),) * 4
    assert codes(result).count("criterion_weight_zero") == 2


def test_rows_with_the_same_values_tie():
    columns = {"a": np.array([1.0, 2.0, 2.0, 0.0])}
    result = score_places(columns, default_criteria(["a"]), draws=10, top=1)
    assert result.rank.tolist() == [3, 1, 1, 4]
    assert result.p_top.tolist() == [0.0, 1.0, 1.0, 0.0]


def test_score_at_a_cut_belongs_to_the_better_grade():
    columns = {"a": np.array([0.0, 0.2, 0.4, 0.6, 0.8, 1.0, 0.7999])}
    criteria = [Criterion("a", 1.0, "benefit", "linear", 0.0, 1.0)]
    assert score_places(columns, criteria, draws=0).grade.tolist() == [5, 4, 3, 2, 1, 1, 2]
    assert score_places(columns, criteria, draws=0, cuts=(0.5,)).grade.tolist() == [2, 2, 2, 1, 1, 1, 1]


def test_notes_tell_what_a_reader_should_know():
    columns = {"a": np.array([1.0, 2.0, 3.0]), "k": np.ones(3), "z": np.array(["x", "y", "x"], dtype=object)}
    criteria = [Criterion("a"), Criterion("k"), Criterion("z", transform="categories", points="x=1")]
    result = score_places(columns, criteria, draws=5)
    assert set(codes(result)) == {"criterion_constant", "category_unknown", "top_covers_all"}
    assert result.missing[1] == ("z",)
    single = score_places({"a": np.array([4.0])}, default_criteria(["a"]), draws=5)
    assert codes(single) == ["one_place_scored"]
    assert single.score.tolist() == [0.5]


def test_largest_contributions_first():
    columns = {"a": np.array([1.0, 9.0]), "b": np.array([9.0, 1.0]), "c": np.array([5.0, np.nan]), "d": np.ones(2)}
    criteria = [Criterion(name, 1.0, "benefit", "linear", 0.0, 10.0) for name in "abc"] + [Criterion("d", 0.0)]
    result = score_places(columns, criteria, draws=0)
    positions, amounts = top_contributions(result, 2)
    assert positions.tolist() == [[1, 2], [-1, -1]]
    np.testing.assert_allclose(amounts[0], [0.3, 0.5 / 3])
    assert np.isnan(amounts[1]).all()
    assert top_contributions(result, 9)[0].shape == (2, 3)


def test_frame_columns_with_missing_values():
    frame = pd.DataFrame({"a": pd.array([1, None, 3], dtype="Int64"), "b": ["1", "2", "x"]}, index=[4, 9, 2])
    result = score_places({name: frame[name] for name in frame}, default_criteria(["a", "b"]), draws=0)
    assert result.missing == ((), ("a",), ("b",))
    assert "values_not_numeric" in codes(result)


@pytest.mark.parametrize("method", METHODS)
def test_answers_for_places(method):
    columns = {"a": np.array([10.0, 5.0, 0.0, 8.0, 9.0, np.nan]), "b": np.array([50.0, 0.0, 100.0, 20.0, 10.0, 1.0])}
    result = score_places(columns, LINEAR, method=method, excluded=["", "", "", "", "park", ""], top=2, draws=0)
    worst, forced, unknown = answer_places(result, [2, 4, 5])
    assert worst.rank == 4 and worst.percentile == 0.125 and worst.rule == ""
    assert worst.loss == pytest.approx(np.sort(result.score[:4])[-2] - result.score[2])
    assert worst.weakest == ("a", "b")
    # The excluded place would have been the best: it says so, and the others' ranks do not know of it.
    assert (forced.rule, forced.rank, forced.loss) == ("park", 1, 0.0)
    assert forced.percentile == 1.0
    assert (unknown.score, unknown.missing, unknown.rank) == (None, ("a",), None)


def test_excluded_place_scores_as_if_it_were_allowed_without_moving_the_scale():
    columns = {"a": np.array([0.0, 1.0, 5.0])}
    result = score_places(columns, [Criterion("a", transform="linear")], excluded=["", "", "rule"], draws=0)
    assert result.score_if_allowed.tolist() == [0.0, 1.0, 1.0]
    assert np.isnan(result.score[2])


@pytest.mark.parametrize(
    ("changed", "code", "values"),
    [
        ({"criteria": []}, "criteria_empty", {}),
        ({"method": "guess"}, "unknown_method", {"method": "guess"}),
        ({"top": 0}, "not_positive", {"name": "top"}),
        ({"draws": -1}, "not_positive", {"name": "draws"}),
        ({"concentration": float("inf")}, "not_positive", {"name": "concentration"}),
        ({"cuts": (0.5, 0.5)}, "cuts_invalid", {"cuts": [0.5, 0.5]}),
        ({"cuts": ()}, "cuts_invalid", {}),
        ({"cuts": (0.2, float("nan"))}, "cuts_invalid", {}),
        ({"weights": [1.0]}, "weights_size", {"weights": 1, "criteria": 2}),
        ({"weights": [0.0, 0.0]}, "criteria_weights_zero", {"criteria": 2}),
        ({"weights": [1.0, -1.0]}, "criteria_negative_weight", {"row": 2, "field": "b"}),
        ({"weights": [1.0, float("nan")]}, "criteria_negative_weight", {"field": "b"}),
        ({"columns": {"a": [1.0]}}, "criterion_field_missing", {"field": "b", "available": ["a"]}),
        ({"columns": {"a": [], "b": []}}, "no_places", {}),
        ({"excluded": ["park"] * 4}, "all_places_excluded", {"places": 4, "rules": {"park": 4}}),
        (
            {"columns": {"a": [np.nan] * 3, "b": [1.0, np.nan, 1.0]}, "excluded": ["", "", "park"]},
            "no_place_scorable",
            {"places": 3, "excluded": 1, "missing": {"a": 2, "b": 1}},
        ),
    ],
)
def test_faults_are_named(changed, code, values):
    request = {"columns": COLUMNS, "criteria": LINEAR, "draws": 5, **changed}
    with pytest.raises(AnalysisError) as caught:
        score_places(request.pop("columns"), request.pop("criteria"), **request)
    assert caught.value.code == code
    assert {key: caught.value.values[key] for key in values} == values


def test_lengths_that_do_not_match_are_a_programming_error():
    with pytest.raises(ValueError):
        score_places({"a": [1.0], "b": [1.0, 2.0]}, LINEAR)
    with pytest.raises(ValueError):
        score_places(COLUMNS, LINEAR, excluded=[""])


def test_progress_rises_and_stops_when_asked():
    seen = []
    score_places(COLUMNS, LINEAR, draws=20, tick=seen.append)
    assert seen == sorted(seen) and seen[-1] == 1.0

    def stop(fraction: float) -> None:
        if fraction > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        score_places(COLUMNS, LINEAR, draws=20, tick=stop)
