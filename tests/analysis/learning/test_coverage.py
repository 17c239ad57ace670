"""Coverage of the intervals of probabilities, measured in blocks that nothing was learned from."""

from __future__ import annotations

import numpy as np
import pytest

from seo_district_plugin.analysis.errors import Cancelled
from seo_district_plugin.analysis.learning.coverage import interval_coverage
from seo_district_plugin.analysis.learning.folds import fine_blocks
from seo_district_plugin.analysis.learning.types import Factor, Samples


class Line:
    """Logistic regression by Newton's method; keeps the rows it was given."""

    def __init__(self) -> None:
        self.seen: list[np.ndarray] = []

    def fit(self, values, labels, *, weights=None, inner_folds=None, seed=0, tick=None):
        self.seen.append(values)
        for kept, tested in inner_folds:
            assert len(kept) == len(labels) and not (kept & tested).any()
        x = np.column_stack([np.ones(len(values)), values])
        self.beta = np.zeros(x.shape[1])
        for _ in range(12):
            p = 1 / (1 + np.exp(-x @ self.beta))
            self.beta += np.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]) + 1e-8 * np.eye(4), x.T @ (labels - p))
        return Fixed(self.beta)


class Fixed:
    def __init__(self, beta) -> None:
        self.beta = beta.copy()

    def score(self, values, *, tick=None):
        return 1 / (1 + np.exp(-np.column_stack([np.ones(len(values)), values]) @ self.beta))


def made_up(count, seed, blocks=30):
    rng = np.random.default_rng(seed)
    xy = rng.random((count, 2)) * 1000
    values = rng.normal(size=(count, 3))
    block = fine_blocks(xy, count=blocks, seed=seed)
    hidden = rng.normal(0, 0.3, blocks)[block]
    labels = rng.random(count) < 1 / (1 + np.exp(-1.5 * values[:, 0] - hidden))
    return Samples(values, labels, xy, tuple(Factor(name) for name in "abc")), block


def test_nested_intervals_hold():
    found = []
    for seed in range(10):
        samples, block = made_up(1000, seed)
        one = interval_coverage(samples, Line(), block, 0.9, seed=seed)
        assert len(one.by_block) >= 28 and one.overall.low < one.overall.estimate < one.overall.high
        found.append(one.overall.estimate)
    assert np.mean(found) == pytest.approx(0.9, abs=0.03)


def test_calibration_is_learned_from_held_out_scores_of_the_training_blocks():
    samples, block = made_up(300, 1, 12)
    learner, seen = Line(), []

    def calibrate(scores, labels):
        assert np.isfinite(scores).all() and len(scores) == len(labels)
        seen.append(len(scores))
        return lambda new: new

    with_it = interval_coverage(samples, learner, block, 0.8, calibrate=calibrate)
    # Five outer folds of five inner models and one for all: six models, each calibrated.
    assert len(seen) == 30 and len(learner.seen) == 30 * 6 and max(seen) < 300
    assert with_it.count == interval_coverage(samples, Line(), block, 0.8).count


def test_stops_when_asked():
    samples, block = made_up(200, 2, 12)

    def tick(fraction: float) -> None:
        if fraction > 0.2:
            raise Cancelled

    with pytest.raises(Cancelled):
        interval_coverage(samples, Line(), block, tick=tick)
