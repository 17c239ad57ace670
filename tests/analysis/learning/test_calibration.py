"""Calibration against scikit-learn's isotonic regression and the definition of Platt's sigmoid."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.learning.calibration import learn_calibrator, pool_adjacent


@given(st.integers(0, 10_000))
def test_pooling_is_isotonic_regression(seed):
    sklearn = pytest.importorskip("sklearn.isotonic")
    rng = np.random.default_rng(seed)
    y, w = rng.normal(size=40).cumsum() * rng.choice([-1, 1]), rng.uniform(0.1, 3, 40)
    expected = sklearn.IsotonicRegression().fit_transform(np.arange(40), y, sample_weight=w)
    np.testing.assert_allclose(pool_adjacent(y, w), expected, atol=1e-10)


@pytest.mark.parametrize("rows", [400, 3000])
def test_distorted_scores_are_put_right(rows):
    rng = np.random.default_rng(rows)
    truth = rng.beta(1, 3, rows)
    labels = rng.random(rows) < truth
    distorted = truth**3
    calibrator = learn_calibrator(distorted, labels)
    assert calibrator.kind == ("platt" if rows < 1000 else "isotonic")
    new = rng.beta(1, 3, 4000)
    error = np.abs(calibrator.apply(new**3) - new)
    assert error.mean() < 0.05
    assert np.abs(new**3 - new).mean() > 0.15
    assert (np.diff(calibrator.apply(np.linspace(0, 1, 500))) >= 0).all()


def test_isotonic_agrees_with_scikit_learn_between_its_edges():
    sklearn = pytest.importorskip("sklearn.isotonic")
    rng = np.random.default_rng(1)
    scores = np.round(rng.random(1500), 2)
    labels = rng.random(1500) < scores
    calibrator = learn_calibrator(scores, labels)
    peer = sklearn.IsotonicRegression(out_of_bounds="clip").fit(scores, labels)
    x = np.concatenate([[-0.1], np.unique(scores), [1.1]])
    edge = 0.5 / 1501
    np.testing.assert_allclose(calibrator.apply(x), np.clip(peer.predict(x), edge, 1 - edge), atol=1e-9)
    assert calibrator.apply(np.array([0.0]))[0] > 0
    assert np.isnan(calibrator.apply(np.array([np.nan]))[0])


def test_scores_that_order_nothing_give_the_base_rate():
    rng = np.random.default_rng(2)
    scores = rng.random(300)
    upside_down = learn_calibrator(scores, rng.random(300) > scores)
    assert upside_down.flat
    np.testing.assert_allclose(upside_down.apply(scores), 0.5, atol=0.1)
    assert learn_calibrator(np.full(300, 0.3), scores < 0.2).flat


def test_what_is_refused():
    with pytest.raises(AnalysisError) as caught:
        learn_calibrator(np.array([0.1, 0.9, np.nan]), np.array([True, True, False]))
    assert caught.value.code == "one_class_only"
    with pytest.raises(AnalysisError) as caught:
        learn_calibrator(np.array([0.1, 1.9]), np.array([True, False]))
    assert caught.value.code == "scores_out_of_range"
