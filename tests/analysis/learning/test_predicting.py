"""Prediction over many places: the same as place by place, on any number of threads; holes, unseen classes, names."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from scipy.special import expit, logit

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.learning import predicting
from seo_district_plugin.analysis.learning.applicability import fit_applicability
from seo_district_plugin.analysis.learning.calibration import learn_calibrator
from seo_district_plugin.analysis.learning.modelfile import Model
from seo_district_plugin.analysis.learning.models import make_learner
from seo_district_plugin.analysis.learning.predicting import Predictor, match_factors
from seo_district_plugin.analysis.learning.types import MODELS, Factor, Settings
from seo_district_plugin.analysis.statistics.conformal import calibrate_rates

FACTORS = (Factor("a"), Factor("class", categorical=True), Factor("b"))


def model_of(kind: str, **more: object) -> Model:
    if kind in ("forest", "boosting"):
        pytest.importorskip("sklearn")
    rng = np.random.default_rng(1)
    values = np.column_stack([rng.normal(size=200), rng.integers(1, 4, 200), rng.gamma(2, 5, 200)])
    labels = rng.random(200) < expit(values[:, 0] + (values[:, 1] == 2))
    settings = Settings(model=kind, trees=15, tune=False)
    core = make_learner(settings, FACTORS).fit(values, labels, seed=2)
    calibrator = learn_calibrator(core.score(values), labels)
    return Model(settings, FACTORS, core, calibrator=calibrator, domain=fit_applicability(values, FACTORS), **more)


def places(rows: int = 5000) -> np.ndarray:
    rng = np.random.default_rng(6)
    return np.column_stack([rng.normal(size=rows), rng.integers(1, 5, rows), rng.gamma(2, 8, rows)])


@pytest.mark.parametrize("kind", MODELS)
def test_blocks_and_threads_change_nothing(kind, monkeypatch):
    model = model_of(kind)
    values = places()
    values[7, 2] = np.nan
    values[11] = np.nan
    one = Predictor(model).predict(values, threads=1)
    monkeypatch.setattr(predicting, "BLOCK", 333)
    many = Predictor(model).predict(values, threads=3)
    for name in ("probability", "lower", "inside", "unseen"):
        np.testing.assert_array_equal(getattr(one, name), getattr(many, name))
    # Distances are single-precision products around the mean of a block.
    np.testing.assert_allclose(one.dissimilarity, many.dissimilarity, rtol=1e-4)
    same = Predictor(model).predict(values, threads=1)
    np.testing.assert_array_equal(same.dissimilarity, many.dissimilarity)
    np.testing.assert_array_equal(same.lpd, many.lpd)
    assert np.flatnonzero(np.isnan(one.probability)).tolist() == [7, 11]
    assert not one.inside[[7, 11]].any()
    assert np.isnan(one.dissimilarity[[7, 11]]).all()
    clean = np.delete(values, [7, 11], axis=0)
    expected = model.calibrator.apply(model.core.score(clean))
    np.testing.assert_allclose(np.delete(one.probability, [7, 11]), expected, rtol=1e-6)


def test_unseen_classes_are_outside_the_area_of_applicability():
    values = places()
    found = Predictor(model_of("logistic")).predict(values)
    np.testing.assert_array_equal(found.unseen, values[:, 1] == 4)
    assert not found.inside[found.unseen].any()
    assert found.inside[~found.unseen].mean() > 0.5
    assert np.isfinite(found.probability).all()


def test_prior_correction_shifts_the_log_odds():
    values = places(100)
    plain = Predictor(model_of("logistic")).predict(values).probability.astype(float)
    shifted = Predictor(model_of("logistic", offset=-1.5)).predict(values).probability.astype(float)
    np.testing.assert_allclose(logit(shifted), logit(plain) - 1.5, atol=1e-5)


def test_the_interval_is_made_before_the_prior_correction():
    rng = np.random.default_rng(4)
    p = rng.random(600)
    interval = calibrate_rates(rng.random(600) < p, p, np.arange(600) // 40)
    plain = Predictor(model_of("spline", interval=interval)).predict(places(50))
    assert (plain.lower <= plain.probability).all() and (plain.probability <= plain.upper).all()
    low, high = interval.interval(plain.probability)
    np.testing.assert_allclose(plain.lower, low, atol=1e-5)
    np.testing.assert_allclose(plain.upper, high, atol=1e-5)
    shifted = Predictor(model_of("spline", interval=interval, offset=0.8)).predict(places(50))
    np.testing.assert_allclose(shifted.lower, expit(logit(low) + 0.8), atol=1e-5)
    np.testing.assert_allclose(shifted.upper, expit(logit(high) + 0.8), atol=1e-5)
    assert np.isnan(Predictor(model_of("spline")).predict(places(5)).lower).all()


def test_single_precision_input_is_enough():
    model = model_of("spline")
    values = places()
    a, b = (Predictor(model).predict(values.astype(kind)).probability for kind in (np.float64, np.float32))
    np.testing.assert_allclose(a, b, atol=1e-5)


@pytest.mark.parametrize("kind", ["forest", "boosting"])
def test_trees_walked_in_numpy_give_the_same_numbers(kind, monkeypatch):
    model = model_of(kind)
    fast = Predictor(model)
    assert fast.compiled
    expected = fast.predict(places()).probability
    monkeypatch.setattr("seo_district_plugin.analysis.learning.ensembles.compiled_walker", lambda trees: None)
    slow = Predictor(model_of(kind))
    assert not slow.compiled
    np.testing.assert_allclose(slow.predict(places()).probability, expected, atol=1e-7)


def test_cancel_leaves_no_thread_behind(monkeypatch):
    monkeypatch.setattr(predicting, "BLOCK", 100)
    calls = 0

    def tick(_fraction: float) -> None:
        nonlocal calls
        calls += 1
        if calls == 3:
            raise Cancelled

    before = threading.active_count()
    with pytest.raises(Cancelled):
        Predictor(model_of("logistic")).predict(places(), tick=tick)
    assert threading.active_count() == before


def test_progress_rises_to_the_end(monkeypatch):
    monkeypatch.setattr(predicting, "BLOCK", 500)
    seen: list[float] = []
    Predictor(model_of("logistic")).predict(places(), tick=seen.append)
    assert seen == sorted(seen) and seen[-1] == 1.0


def test_factors_are_matched_by_name_and_never_by_order():
    model = model_of("logistic")
    assert match_factors(model, ["b", "x", "a", "class"]) == [2, 3, 0]
    with pytest.raises(AnalysisError) as caught:
        match_factors(model, ["a", "b", "other"])
    assert caught.value.code == "model_factors_differ"
    assert caught.value.values["missing"] == "class" and caught.value.values["extra"] == "other"
    with pytest.raises(AnalysisError) as caught:
        match_factors(model, ["a", "a", "b", "class"])
    assert caught.value.values == {"names": "a"}
    with pytest.raises(AnalysisError) as caught:
        Predictor(model).predict(np.ones((5, 7)))
    assert caught.value.code == "factor_count_differs"


def test_nothing_to_predict():
    found = Predictor(model_of("logistic")).predict(np.empty((0, 3)))
    assert len(found.probability) == 0
    empty = Predictor(model_of("forest")).predict(np.full((10, 3), np.nan))
    assert np.isnan(empty.probability).all() and not empty.inside.any()
