"""Cross-validation: published figures, what a learner may see, one-class folds, optimism, cancel."""

from __future__ import annotations

import math
import sqlite3

import numpy as np
import pytest

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.learning.folds import make_folds
from seo_district_plugin.analysis.learning.metrics import auroc
from seo_district_plugin.analysis.learning.types import Factor, Samples
from seo_district_plugin.analysis.learning.validation import (
    compare,
    cross_validate,
    optimism,
    repeated_folds,
)


class Line:
    """Standardized logistic regression by Newton's method; keeps what it was given."""

    def __init__(self) -> None:
        self.seen: list[np.ndarray] = []
        self.inner = False

    def fit(self, values, labels, *, weights=None, inner_folds=None, seed=0, tick=None):
        self.seen.append(values.copy())
        if self.inner:
            assert len(inner_folds) > 1 and all(len(train) == len(labels) for train, _ in inner_folds)
        return LineFitted(values, labels, values.mean(axis=0), values.std(axis=0, ddof=1))


class LineFitted:
    def __init__(self, values, labels, mean, deviation) -> None:
        self.mean, self.deviation = mean, deviation
        design = self.design(values)
        self.beta = np.zeros(design.shape[1])
        for _ in range(25):
            p = 1 / (1 + np.exp(-design @ self.beta))
            hessian = design.T @ (design * (p * (1 - p))[:, None]) + 1e-8 * np.eye(len(self.beta))
            self.beta += np.linalg.solve(hessian, design.T @ (labels - p))

    def design(self, values):
        return np.column_stack([np.ones(len(values)), (values - self.mean) / self.deviation])

    def score(self, values, *, tick=None):
        return 1 / (1 + np.exp(-self.design(values) @ self.beta))


class Nearest:
    """Remembers places: good at random, useless in space."""

    def fit(self, values, labels, *, weights=None, inner_folds=None, seed=0, tick=None):
        return NearestFitted(values, labels)


class NearestFitted:
    def __init__(self, values, labels) -> None:
        self.values, self.labels = values, labels

    def score(self, values, *, tick=None):
        away = ((values[:, None] - self.values[None]) ** 2).sum(axis=2)
        near = np.argsort(away, axis=1)[:, :5]
        return self.labels[near].mean(axis=1)


def made_up(count=240, seed=0):
    rng = np.random.default_rng(seed)
    xy = rng.random((count, 2)) * 1000
    values = rng.normal(size=(count, 3))
    labels = rng.random(count) < 1 / (1 + np.exp(-1.5 * values[:, 0]))
    return Samples(values, labels, xy, tuple(Factor(name) for name in "abc"))


def ecuador(real_data):
    path = real_data / "ecuador_landslides" / "landslides.gpkg"
    fields = ("slope", "cplan", "cprof", "elev", "log10_carea")
    base = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
    table = np.array(base.execute(f"select {', '.join(fields)}, landslide, x, y from landslides").fetchall(), float)
    base.close()
    return Samples(table[:, :5], table[:, 5] > 0, table[:, 6:], tuple(Factor(name) for name in fields))


def test_published_figures_of_ecuador(real_data):
    samples = ecuador(real_data)
    fitted = Line().fit(samples.values, samples.labels)
    assert auroc(samples.labels, fitted.score(samples.values)) == pytest.approx(0.8216, abs=5e-5)
    spatial = repeated_folds(samples, "kmeans", 5, 100, 0)
    random = repeated_folds(samples, "random", 5, 100, 0)
    found = compare(samples, Line(), spatial, random)
    assert found.spatial.mean("auroc").estimate == pytest.approx(0.7726, abs=0.01)
    assert found.spatial.spread("auroc") == pytest.approx(0.0523, abs=0.01)
    assert found.random.mean("auroc").estimate == pytest.approx(0.8097, abs=0.01)
    assert found.optimism["auroc"].estimate == pytest.approx(0.037, abs=0.015)
    # All held-out predictions stacked: lower, for folds are scored at different heights.
    assert found.spatial.pooled("auroc") == pytest.approx(0.749, abs=0.01)
    assert len(found.spatial.values("auroc")) + found.spatial.one_class_folds == 500


def test_scores_are_those_of_a_loop_by_hand():
    samples = made_up()
    folds = make_folds(samples.xy, samples.labels, "kmeans", 4, 7)
    found = cross_validate(samples, Line(), [folds])
    for number in range(4):
        train, test = folds.fold != number, folds.fold == number
        expected = Line().fit(samples.values[train], samples.labels[train]).score(samples.values[test])
        np.testing.assert_array_equal(found.scores[0][test], expected)
        assert found.folds[number].values["auroc"] == auroc(samples.labels[test], expected)
    assert found.mean("auroc").estimate == pytest.approx(np.mean(found.values("auroc")))
    assert found.pooled("auroc") == auroc(samples.labels, found.scores[0])


@pytest.mark.parametrize("method", ["kmeans", "buffer", "random"])
def test_a_learner_never_sees_the_rows_it_is_tested_with(method):
    samples = made_up()
    folds = repeated_folds(samples, method, 4, 2, 0, size=80.0)
    learner = Line()
    learner.inner = True
    cross_validate(samples, learner, folds)
    for number, seen in enumerate(learner.seen):
        one = folds[number // 4]
        np.testing.assert_array_equal(seen, samples.values[one.train_mask(number % 4)])


def test_what_is_learned_outside_the_folds_is_found_out():
    # Labels that nothing explains: a selection of factors among many, made with all rows, seems to explain them.
    rng = np.random.default_rng(3)
    count = 80
    values, labels = rng.normal(size=(count, 400)), np.arange(count) % 2 == 0
    gap = np.abs(values[labels].mean(axis=0) - values[~labels].mean(axis=0))
    outside = np.argsort(-gap)[:5]

    class Selecting(Line):
        def fit(self, values, labels, **more):
            gap = np.abs(values[labels].mean(axis=0) - values[~labels].mean(axis=0))
            best = np.argsort(-gap)[:5]
            inside = Line().fit(values[:, best], labels)
            inside.design_of = inside.design
            inside.design = lambda table: inside.design_of(table[:, best] if table.shape[1] > 5 else table)
            return inside

    def mean(table, learner):
        samples = Samples(table, labels, rng.random((count, 2)), tuple(Factor(str(i)) for i in range(table.shape[1])))
        return cross_validate(samples, learner, repeated_folds(samples, "random", 5, 3, 0)).mean("auroc").estimate

    assert mean(values[:, outside], Line()) > 0.7
    assert mean(values, Selecting()) == pytest.approx(0.5, abs=0.12)


def test_remembering_places_is_called_optimism():
    rng = np.random.default_rng(1)
    xy = rng.random((400, 2)) * 1000
    patch = (np.floor(xy / 120).sum(axis=1) * 7 + np.floor(xy[:, 0] / 120) * 3) % 5 < 2
    samples = Samples(xy, patch, xy, (Factor("x"), Factor("y")))
    found = compare(
        samples, Nearest(), repeated_folds(samples, "kmeans", 5, 6, 0), repeated_folds(samples, "random", 5, 6, 0)
    )
    gap = found.optimism["auroc"]
    assert gap.estimate == pytest.approx(found.random.mean("auroc").estimate - found.spatial.mean("auroc").estimate)
    assert gap.low > 0.05 and gap.low < gap.estimate < gap.high and gap.used == 6
    assert found.optimism["brier"].estimate > 0
    same = optimism(found.spatial, found.spatial)
    assert (same.estimate, same.low, same.high) == (0.0, 0.0, 0.0)


def test_one_class_folds_are_counted_and_left_out():
    samples = made_up(200)
    labels = samples.labels.copy()
    folds = make_folds(samples.xy, labels, "kmeans", 5, 0)
    labels[folds.test_mask(2)] = False
    found = cross_validate(Samples(samples.values, labels, samples.xy, samples.factors), Line(), [folds])
    assert found.one_class_folds == 1 and len(found.values("auroc")) == 4
    assert [one.status for one in found.folds].index("one_class_tested") == 2
    assert math.isfinite(found.folds[2].values["brier"]) and math.isnan(found.folds[2].values["auroc"])
    assert np.isfinite(found.scores).all()
    # Events in one fold only: without it there is nothing to learn from.
    labels[:] = False
    labels[np.flatnonzero(folds.test_mask(1))[:10]] = True
    with pytest.raises(AnalysisError) as caught:
        cross_validate(Samples(samples.values, labels, samples.xy, samples.factors), Line(), [folds])
    assert caught.value.code == "nothing_validated"


def test_leaving_out_one_place_at_a_time_has_stacked_values_only():
    samples = made_up(60)
    folds = make_folds(samples.xy, samples.labels, "buffer", 60, 0, size=50.0)
    found = cross_validate(samples, Line(), [folds])
    assert len(found.values("auroc")) == 0 and math.isnan(found.mean("auroc").estimate)
    assert found.pooled("auroc") > 0.6


def test_pooled_intervals_hold_the_value():
    samples = made_up()
    found = cross_validate(samples, Line(), repeated_folds(samples, "kmeans", 8, 1, 0))
    for name, one in found.pooled_intervals(draws=60).items():
        assert one.low <= one.estimate <= one.high, name


def test_same_seed_same_numbers():
    samples = made_up()
    first, again = (
        cross_validate(samples, Line(), repeated_folds(samples, "blocks", 5, 3, 11, size=200.0)) for _ in range(2)
    )
    np.testing.assert_array_equal(first.scores, again.scores)


def test_no_folds():
    with pytest.raises(AnalysisError) as caught:
        cross_validate(made_up(), Line(), [])
    assert caught.value.code == "no_folds"


def test_stops_when_asked_and_counts_up():
    samples = made_up()
    seen = []

    def tick(fraction: float) -> None:
        seen.append(fraction)
        if len(seen) == 4:
            raise Cancelled

    with pytest.raises(Cancelled):
        cross_validate(samples, Line(), repeated_folds(samples, "kmeans", 5, 2, 0), tick=tick)
    assert seen == sorted(seen) and 0.2 < seen[-1] < 0.4


def test_a_visitor_may_stop_it():
    samples = made_up()

    def tick(fraction: float) -> None:
        if fraction > 0.15:
            raise Cancelled

    def visit(run) -> None:
        run.tick(1.0)
        raise RuntimeError("not stopped")

    with pytest.raises(Cancelled):
        cross_validate(samples, Line(), repeated_folds(samples, "kmeans", 5, 1, 0), visit=visit, tick=tick)
