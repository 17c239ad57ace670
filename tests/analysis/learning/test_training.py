"""Training in one go: nothing leaks, and its figures are those of the parts that it calls."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from scipy.special import expit, logit

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.learning import training
from seo_district_plugin.analysis.learning.absences import prior_corrected
from seo_district_plugin.analysis.learning.calibration import learn_calibrator
from seo_district_plugin.analysis.learning.folds import make_folds
from seo_district_plugin.analysis.learning.models import make_learner
from seo_district_plugin.analysis.learning.predicting import Predictor
from seo_district_plugin.analysis.learning.training import Plan, train
from seo_district_plugin.analysis.learning.types import Factor, Samples, Settings
from seo_district_plugin.analysis.learning.validation import cross_validate, repeated_folds

QUICK = Plan(Settings(), repeats=2, coverage=False, seed=3)


def places(count: int = 260, seed: int = 1) -> Samples:
    """Places whose factors vary smoothly over 5 km; where it happened is drawn from them."""
    rng = np.random.default_rng(seed)
    xy = rng.uniform(0, 5000, (count, 2))
    steep = np.sin(xy[:, 0] / 700) + np.cos(xy[:, 1] / 900) + rng.normal(0, 0.3, count)
    wet = np.cos(xy[:, 0] / 1100 + xy[:, 1] / 800) + rng.normal(0, 0.3, count)
    labels = rng.random(count) < 1 / (1 + np.exp(-1.2 * steep + 0.8 * wet))
    return Samples(np.column_stack([steep, wet]), labels, xy, (Factor("steep"), Factor("wet")))


class Watching:
    """A learner that keeps the rows it was given; the row number is hidden in the last column."""

    def __init__(self, inner, seen: list) -> None:
        self.inner, self.seen = inner, seen

    def fit(self, values, labels, **more):
        self.seen.append(frozenset(values[:, -1].tolist()))
        return WatchedModel(self.inner.fit(values[:, :-1], labels, **more), self.seen[-1])


class WatchedModel:
    def __init__(self, inner, learned: frozenset) -> None:
        self.inner, self.learned, self.scored = inner, learned, []
        self.notes: tuple = ()
        self.chosen: dict = {}
        WATCHED.append(self)

    def score(self, values, **more):
        self.scored.append(frozenset(values[:, -1].tolist()))
        return self.inner.score(values[:, :-1], **more)


WATCHED: list[WatchedModel] = []


@pytest.fixture
def watched(monkeypatch):
    """A training whose learner tells what it has seen; the last column is the number of the row."""
    samples = places()
    rows = np.arange(len(samples), dtype=float)[:, None]
    samples = dataclasses.replace(
        samples, values=np.hstack([samples.values, rows]), factors=(*samples.factors, Factor("row"))
    )
    seen: list = []
    WATCHED.clear()
    inner = make_learner(Settings(), samples.factors[:2])
    monkeypatch.setattr(training, "make_learner", lambda *_: Watching(inner, seen))
    return samples


def test_no_model_is_tested_with_what_it_has_learned(watched):
    """In every fold, spatial and random; only the model that is kept has seen all rows."""
    done = train(watched, QUICK)
    everything = frozenset(range(len(watched)))
    assert len(WATCHED) == 2 * 2 * 5 + 1
    final = [model for model in WATCHED if model.learned == everything]
    assert len(final) == 1 and done.model.core is final[0]
    for model in WATCHED:
        if model is final[0]:
            continue
        assert not any(model.learned & scored for scored in model.scored if scored != model.learned)
        held_out = everything - model.learned
        assert all(scored <= held_out for scored in model.scored), "importance too looks at held-out rows only"


def test_coverage_is_measured_with_models_of_other_blocks(watched):
    """Every model of the coverage scores rows that it has not learned from."""
    done = train(watched, dataclasses.replace(QUICK, repeats=1, coverage=True))
    assert done.coverage is not None and done.coverage.count > 3
    everything = frozenset(range(len(watched)))
    apart = [model for model in WATCHED if model.learned != everything]
    assert len(apart) > 2 * 5 + 20
    assert all(not model.learned & scored for model in apart for scored in model.scored)


def test_labels_by_chance_are_told_by_chance():
    """The labels of held-out rows cannot be had."""
    chance = dataclasses.replace(places(600, 5), labels=np.random.default_rng(9).random(600) < 0.5)
    done = train(chance, dataclasses.replace(QUICK, repeats=5))
    assert done.comparison.spatial.mean("auroc").estimate == pytest.approx(0.5, abs=0.06)
    assert done.comparison.random.mean("auroc").estimate == pytest.approx(0.5, abs=0.06)


def test_figures_are_those_of_the_validation_called_directly():
    samples = places()
    done = train(samples, QUICK)
    learner = make_learner(QUICK.settings, samples.factors)
    for method, found in (("kmeans", done.comparison.spatial), ("random", done.comparison.random)):
        alone = cross_validate(samples, learner, repeated_folds(samples, method, 5, 2, 3), seed=3)
        np.testing.assert_array_equal(alone.fold, found.fold)
        np.testing.assert_array_equal(alone.scores, found.scores)
        assert alone.mean("auroc") == found.mean("auroc")
    np.testing.assert_array_equal(done.folds.fold, make_folds(samples.xy, samples.labels, "kmeans", 5, 3).fold)
    metrics = done.model.metrics
    assert metrics["auroc"] == done.comparison.spatial.mean("auroc").estimate
    assert metrics["optimism"] == pytest.approx(metrics["auroc_random"] - metrics["auroc"])


def test_calibrated_values_come_from_the_other_folds():
    samples = places()
    done = train(samples, QUICK)
    for number in range(done.folds.count):
        held = done.folds.fold == number
        expected = learn_calibrator(done.score[~held], samples.labels[~held]).apply(done.score[held])
        np.testing.assert_allclose(done.probability[held], expected)


def test_the_model_kept_is_learned_from_all_rows():
    samples = places()
    done = train(samples, QUICK)
    alone = make_learner(QUICK.settings, samples.factors).fit(samples.values, samples.labels, seed=3)
    np.testing.assert_allclose(done.model.core.score(samples.values), alone.score(samples.values), rtol=1e-12)
    predicted = Predictor(done.model).predict(samples.values)
    expected = done.model.calibrator.apply(alone.score(samples.values))
    np.testing.assert_allclose(predicted.probability, expected, rtol=1e-5)


def test_the_same_seed_gives_the_same_and_another_seed_something_else():
    samples = places()
    first, again = train(samples, QUICK), train(samples, QUICK)
    other = train(samples, dataclasses.replace(QUICK, seed=4))
    np.testing.assert_array_equal(first.score, again.score)
    np.testing.assert_array_equal(first.probability, again.probability)
    assert first.model.metrics == again.model.metrics
    assert [one.drop for one in first.importance] == [one.drop for one in again.importance]
    assert (first.folds.fold != other.folds.fold).any()


@pytest.mark.parametrize("rate", [0.01, 0.4])
def test_prior_correction(rate):
    samples = places()
    plain, weighed = train(samples, QUICK), train(samples, dataclasses.replace(QUICK, true_rate=rate))
    share = float(samples.labels.mean())
    p = Predictor(plain.model).predict(samples.values).probability
    found = Predictor(weighed.model).predict(samples.values).probability
    np.testing.assert_allclose(found, prior_corrected(p, share, rate), rtol=1e-4)
    np.testing.assert_allclose(expit(logit(p) + weighed.model.offset), prior_corrected(p, share, rate), rtol=1e-6)
    np.testing.assert_array_equal(plain.probability, weighed.probability), "figures speak of the training places"


def test_background_is_neither_calibrated_nor_given_an_interval():
    done = train(places(), dataclasses.replace(QUICK, settings=Settings("background"), coverage=True, true_rate=0.1))
    assert done.model.calibrator is None and done.model.interval is None and done.coverage is None
    assert done.model.offset == 0.0 and done.reliability == ()
    np.testing.assert_array_equal(done.probability, done.score)


def test_size_of_blocks_comes_from_the_residuals():
    samples = places()
    done = train(samples, dataclasses.replace(QUICK, method="blocks", repeats=1))
    codes = [code for code, _values in done.remarks]
    assert done.variogram is not None
    told = {"size_of_residuals", "variogram_no_structure", "variogram_unbounded", "variogram_too_few"}
    assert len(told & set(codes)) == 1
    given = train(samples, dataclasses.replace(QUICK, method="blocks", repeats=1, size=700.0))
    assert given.variogram is None and given.folds.size == 700.0


def test_remarks_on_factors():
    samples = places()
    leak = samples.labels + np.arange(len(samples)) / 1e4
    values = np.column_stack([samples.values[:, 0], np.full(len(samples), 3.0), leak])
    factors = (Factor("steep"), Factor("same"), Factor("leak"))
    done = train(dataclasses.replace(samples, values=values, factors=factors), QUICK)
    codes = [code for code, _values in done.remarks]
    assert "factor_constant" in codes and "factor_leaks" in codes


def test_classes_seen_are_kept_with_the_model():
    samples = places()
    soil = np.random.default_rng(2).choice([2.0, 5.0, 9.0], len(samples))
    values = np.column_stack([samples.values, soil])
    factors = (*samples.factors, Factor("soil", categorical=True))
    done = train(dataclasses.replace(samples, values=values, factors=factors), QUICK)
    assert done.model.factors[2].levels == (2.0, 5.0, 9.0)


@pytest.mark.parametrize(("keep", "code"), [(10, "too_few_presences"), (0, "one_class_only")])
def test_too_little_is_refused_before_anything_is_learned(keep, code, monkeypatch):
    samples = places()
    labels = np.zeros(len(samples), dtype=bool)
    labels[:keep] = True
    monkeypatch.setattr(training, "make_learner", lambda *_: pytest.fail("learned"))
    with pytest.raises(AnalysisError) as refused:
        train(dataclasses.replace(samples, labels=labels), QUICK)
    assert refused.value.code == code


@pytest.mark.parametrize("stop", [0.02, 0.2, 0.5, 0.72, 0.85, 0.94, 0.98])
def test_cancel_is_heard_at_every_stage_and_progress_never_goes_back(stop):
    told: list[float] = []

    def tick(fraction: float) -> None:
        told.append(fraction)
        if fraction >= stop:
            raise Cancelled

    with pytest.raises(Cancelled):
        train(places(), dataclasses.replace(QUICK, method="blocks", repeats=1, coverage=True), tick=tick)
    assert told == sorted(told) and told[-1] < stop + 0.2
