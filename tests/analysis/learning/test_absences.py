"""Absences: where they may be drawn, in which proportions; prior correction against a refitted model."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.spatial.distance import cdist
from sklearn.linear_model import LogisticRegression

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.learning.absences import prior_corrected, prior_correction, sample_absences


def area(seed=0):
    rng = np.random.default_rng(seed)
    return rng.random((40, 2)) * 1000, rng.random((5000, 2)) * 1000


@pytest.mark.parametrize("ratio", [0.5, 1, 3, 5])
def test_drawn_among_the_free_and_observed(ratio):
    events, cells = area()
    unseen = cells[:, 0] < 200
    found = sample_absences(events, cells, ratio, 30.0, 4, excluded=unseen)
    assert len(found.rows) == len(set(found.rows)) == found.wanted == 40 * ratio
    assert cdist(cells[found.rows], events).min() > 30.0 and not unseen[found.rows].any()
    assert found.eligible + found.near + found.excluded == found.candidates == 5000
    near = cdist(cells, events).min(axis=1) <= 30.0
    assert found.near == (near & ~unseen).sum()
    again = sample_absences(events, cells, ratio, 30.0, 4, excluded=unseen)
    np.testing.assert_array_equal(found.rows, again.rows)
    assert (sample_absences(events, cells, ratio, 30.0, 5, excluded=unseen).rows != found.rows).any()


def test_without_buffer_only_the_event_itself_is_left_out():
    cells = np.array([[0.0, 0.0], [1.0, 0.0], [2.0, 0.0]])
    found = sample_absences(cells[:1], cells, 2)
    assert found.rows.tolist() == [1, 2] and found.near == 1


def test_strata_in_proportion():
    events, cells = area()
    strata = np.floor(cells[:, 1] / 100).astype(int)
    found = sample_absences(events, cells, 5, 0.0, 1, strata=strata)
    share = np.bincount(strata) * 200 / 5000
    assert np.abs(np.bincount(strata[found.rows], minlength=10) - share).max() < 1
    assert len(found.rows) == 200


def test_fewer_places_than_wanted_is_said():
    found = sample_absences(np.zeros((10, 2)), np.array([[5.0, 5.0], [6.0, 6.0]]), 1, strata=np.array([1, 2]))
    assert found.rows.tolist() == [0, 1] and found.notes == (("absences_fewer", {"wanted": 10, "drawn": 2}),)


def test_prior_correction_gives_the_model_of_the_true_share():
    rng = np.random.default_rng(3)
    x = rng.normal(size=400_000)
    truth = 1 / (1 + np.exp(-(-4.0 + 1.2 * x)))
    labels = rng.random(len(x)) < truth
    kept = labels | (rng.random(len(x)) < labels.sum() / (~labels).sum())
    fitted = LogisticRegression(C=1e9).fit(x[kept, None], labels[kept])
    rates = labels[kept].mean(), labels.mean()
    assert prior_correction(fitted.intercept_[0], *rates) == pytest.approx(-4.0, abs=0.05)
    corrected = prior_corrected(fitted.predict_proba(x[:, None])[:, 1], *rates)
    assert corrected.mean() == pytest.approx(labels.mean(), rel=0.03)
    logits = math.log(0.3 / 0.7)
    expected = 1 / (1 + math.exp(-prior_correction(logits, 0.5, 0.02)))
    assert prior_corrected(np.array([0.3]), 0.5, 0.02)[0] == pytest.approx(expected, rel=1e-12)
    assert prior_corrected(np.array([0.0, 1.0]), 0.5, 0.02).tolist() == [0.0, 1.0]
    np.testing.assert_allclose(prior_corrected(truth[:9], 0.4, 0.4), truth[:9])


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda e, c: sample_absences(e, c, 0), "ratio_not_positive"),
        (lambda e, c: sample_absences(e, c, math.nan), "ratio_not_positive"),
        (lambda e, c: sample_absences(e, c, 1, -1.0), "buffer_negative"),
        (lambda e, c: sample_absences(e[:0], c), "no_events"),
        (lambda e, c: sample_absences(e, c, 1, 5000.0), "no_absence_places"),
        (lambda e, c: sample_absences(e, c[:0]), "no_absence_places"),
        (lambda e, c: sample_absences(e, c, excluded=np.ones(len(c), bool)), "no_absence_places"),
        (lambda e, c: prior_correction(0.0, 1.0, 0.5), "rate_out_of_range"),
        (lambda e, c: prior_corrected(np.zeros(1), 0.5, 0.0), "rate_out_of_range"),
    ],
)
def test_faults_are_named(call, code):
    with pytest.raises(AnalysisError) as caught:
        call(*area())
    assert caught.value.code == code
