"""Importance and effects against models whose answer is known."""

from __future__ import annotations

import math

import numpy as np
import pytest

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.learning.explaining import PermutationImportance, accumulated_effects, factor_groups
from seo_district_plugin.analysis.learning.metrics import auroc
from seo_district_plugin.analysis.learning.types import Factor, Samples
from seo_district_plugin.analysis.learning.validation import FoldRun, cross_validate, repeated_folds


class Rule:
    """A model that scores by a function and learns nothing."""

    def __init__(self, function) -> None:
        self.function = function

    def fit(self, values, labels, **more):
        return self

    def score(self, values, *, tick=None):
        return self.function(values)


def sigmoid(value):
    return 1 / (1 + np.exp(-value))


def table(count=600, seed=0):
    rng = np.random.default_rng(seed)
    values = rng.normal(size=(count, 4))
    values[:, 1] = values[:, 0] + rng.normal(0, 0.1, count)
    labels = rng.random(count) < sigmoid(values[:, 0] + values[:, 1] + 0.5 * values[:, 2])
    return Samples(values, labels, rng.random((count, 2)) * 1000, tuple(Factor(name) for name in "abcd"))


def test_near_copies_are_one_group_and_classes_stay_alone():
    samples = table()
    assert factor_groups(samples.values, samples.factors) == ((0, 1), (2,), (3,))
    as_class = [Factor("a"), Factor("b", categorical=True), Factor("c"), Factor("d")]
    assert factor_groups(samples.values, as_class) == ((0,), (1,), (2,), (3,))


def test_what_helps_is_found_and_what_does_not_is_nothing():
    samples = table()
    rule = Rule(lambda v: sigmoid(v[:, 0] + v[:, 1] + 0.5 * v[:, 2]))
    groups = factor_groups(samples.values, samples.factors)
    collect = PermutationImportance(samples, groups, seed=1)
    cross_validate(samples, rule, repeated_folds(samples, "kmeans", 5, 3, 0), visit=collect)
    found = collect.result()
    assert [one.names for one in found] == [("a", "b"), ("c",), ("d",)]
    assert found[0].drop["auroc"].estimate > 0.2 and found[0].drop["auroc"].low > 0
    assert found[0].drop["log_loss"].estimate > 0.2
    assert found[2].drop["auroc"].estimate == found[2].drop["log_loss"].high == 0.0
    assert len(found[0].by_repeat) == 3
    assert found[0].by_repeat.mean() == pytest.approx(found[0].drop["auroc"].estimate, abs=0.02)
    weights = collect.per_factor()
    assert weights[0] == weights[1] > weights[2] > weights[3] == 0.0
    again = PermutationImportance(samples, groups, seed=1, repeats=1)
    cross_validate(samples, rule, repeated_folds(samples, "kmeans", 5, 3, 0), visit=again)
    assert again.result()[0].by_repeat.tolist() == found[0].by_repeat[:1].tolist()


def test_importance_is_the_drop_computed_by_hand_and_only_tested_rows_are_used():
    samples = table(200)
    test = np.arange(150, 200)
    seen = []

    def score(values):
        seen.append(values.copy())
        return sigmoid(values[:, 0])

    rule = Rule(score)
    run = FoldRun(0, 0, rule, np.arange(150), test, rule.score(samples.values[test]))
    collect = PermutationImportance(samples, [(0, 1), (2,)], shuffles=40)
    collect(run)
    found = {one.factors: one for one in collect.result()}
    mixed = [auroc(samples.labels[test], sigmoid(one[:, 0])) for one in seen[1:41]]
    expected = auroc(samples.labels[test], run.scores) - np.mean(mixed)
    assert found[0, 1].drop["auroc"].estimate == pytest.approx(expected)
    tested = {tuple(row) for row in samples.values[test][:, :2]}
    # The pairs of a group stay together, and every row comes from the tested ones.
    assert all({tuple(row) for row in one[:, :2]} == tested for one in seen[1:])


def test_effect_of_a_line_is_the_line_around_its_mean():
    rng = np.random.default_rng(2)
    values = np.column_stack([rng.exponential(size=3000), rng.normal(size=3000)])
    values[:, 1] += values[:, 0]
    found = accumulated_effects(Rule(lambda v: 2 * v[:, 0] + 5 * v[:, 1]), values, [Factor("a", "m"), Factor("b")])
    for one, slope in zip(found, (2.0, 5.0), strict=True):
        np.testing.assert_allclose(np.diff(one.effect) / np.diff(one.at), slope, rtol=1e-9)
        middle = (one.effect[1:] + one.effect[:-1]) / 2
        assert (middle * one.share).sum() == pytest.approx(0.0, abs=1e-12)
        assert one.share.sum() == pytest.approx(1.0) and len(one.at) == 21
    assert (found[0].name, found[0].unit, found[0].categorical) == ("a", "m", False)


def test_correlated_factors_are_kept_apart():
    # The published example: of two correlated factors each effect is its own (x1 and x2 squared).
    rng = np.random.default_rng(3)
    x = rng.random(5000)
    values = np.column_stack([x + rng.normal(0, 0.05, 5000), x + rng.normal(0, 0.05, 5000)])
    first, second = accumulated_effects(Rule(lambda v: v[:, 0] + v[:, 1] ** 2), values, [Factor("a"), Factor("b")])
    np.testing.assert_allclose(first.effect - first.effect[10], first.at - first.at[10], atol=0.01)
    np.testing.assert_allclose(second.effect - second.effect[10], second.at**2 - second.at[10] ** 2, atol=0.02)


def test_effect_of_classes():
    rng = np.random.default_rng(4)
    values = np.column_stack([rng.integers(1, 4, 900).astype(float), rng.normal(size=900)])
    heights = np.array([0.0, 0.1, 0.7, 0.2])
    rule = Rule(lambda v: heights[v[:, 0].astype(int)] + 0.01 * v[:, 1])
    (found,) = accumulated_effects(rule, values, [Factor("a", categorical=True), Factor("b")], [0])
    assert found.at.tolist() == [1.0, 2.0, 3.0] and found.categorical
    np.testing.assert_allclose(np.diff(found.effect), [0.6, -0.5])
    assert (found.effect * found.share).sum() == pytest.approx(0.0, abs=1e-12)


def test_few_values_constant_factors_and_many_rows():
    rng = np.random.default_rng(5)
    values = np.column_stack([rng.integers(0, 2, 30_000), np.full(30_000, 3.0), rng.normal(size=30_000)])
    seen = []
    rule = Rule(lambda v: (seen.append(len(v)), v.sum(axis=1))[1])
    found = accumulated_effects(rule, values, [Factor(name) for name in "abc"])
    assert [one.name for one in found] == ["a", "c"] and max(seen) == 20_000
    assert found[0].at.tolist() == [0.0, 1.0] and found[0].effect[1] - found[0].effect[0] == pytest.approx(1.0)


def test_faults_and_cancel():
    samples = table(60)
    for call, code in (
        (lambda: accumulated_effects(Rule(len), samples.values, samples.factors, bins=0), "not_positive"),
        (lambda: PermutationImportance(samples, [(0,)], shuffles=0), "not_positive"),
        (lambda: PermutationImportance(samples, [(0,)]).result(), "nothing_validated"),
    ):
        with pytest.raises(AnalysisError) as caught:
            call()
        assert caught.value.code == code
    ones = PermutationImportance(samples, [(0,)])
    test = np.flatnonzero(samples.labels)
    ones(FoldRun(0, 0, Rule(lambda v: sigmoid(v[:, 0])), test, test, sigmoid(samples.values[test, 0])))
    assert math.isnan(ones.result()[0].drop["auroc"].estimate) and ones.per_factor().tolist() == [0.0] * 4

    def tick(fraction: float) -> None:
        if fraction > 0.4:
            raise Cancelled

    with pytest.raises(Cancelled):
        accumulated_effects(Rule(lambda v: v[:, 0]), samples.values, samples.factors, tick=tick)
