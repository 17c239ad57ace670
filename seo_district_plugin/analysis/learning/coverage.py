"""Whether the intervals of probabilities hold where neither the model nor the interval has learned.

Everything is nested: for each outer fold of blocks the model, its calibration and the width of its interval come from
the other blocks alone. What an interval of a probability means, and sources: :mod:`..statistics.conformal`.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ..errors import Tick, no_tick
from ..statistics.conformal import NOMINAL, RATE_SIZE, Coverage, fold_blocks, nested_coverage
from .types import Learner, Samples

FOLDS = 5
Calibrate = Callable[[np.ndarray, np.ndarray], Callable[[np.ndarray], np.ndarray]]
"""Takes out-of-fold scores (n,) and labels (n,); returns what turns scores into probabilities."""


def interval_coverage(
    samples: Samples,
    learner: Learner,
    blocks: np.ndarray,
    level: float = NOMINAL,
    *,
    calibrate: Calibrate | None = None,
    size: int = RATE_SIZE,
    seed: int = 0,
    tick: Tick = no_tick,
) -> Coverage:
    """How many shares of events the intervals of probabilities hold in blocks that neither model nor interval saw.

    Args:
        blocks: (n,) labels of compact blocks (:func:`.folds.fine_blocks`).
        calibrate: learned from out-of-fold scores of the training rows of each model, at five more fits a model.
        size: places of a share, see :mod:`..statistics.conformal`.

    Raises:
        AnalysisError: as :func:`..statistics.conformal.nested_coverage`.
    """
    blocks = np.asarray(blocks)
    rng = np.random.default_rng(seed)
    now = [0.0]

    def heard(fraction: float) -> None:
        now[0] = fraction
        tick(fraction)

    def beat(_fraction: float) -> None:
        tick(now[0])

    def scores_of(train: np.ndarray, test: np.ndarray) -> np.ndarray:
        labels = samples.labels[train]
        if labels.all() or not labels.any():
            return np.full(len(test), float(labels.mean()))
        inner = _block_folds(blocks[train], rng)
        weights = None if samples.weights is None else samples.weights[train]
        fitted = learner.fit(samples.values[train], labels, weights=weights, inner_folds=inner, seed=seed, tick=beat)
        return np.asarray(fitted.score(samples.values[test], tick=beat), dtype=float)

    def fit_predict(train: np.ndarray, test: np.ndarray) -> np.ndarray:
        scores = scores_of(train, test)
        if calibrate is None:
            return scores
        held = np.empty(len(train))
        for kept, tested in _block_folds(blocks[train], rng):
            held[tested] = scores_of(train[kept], train[tested])
        return calibrate(held, samples.labels[train])(scores)

    return nested_coverage(
        fit_predict, samples.labels, blocks, level, kind="rate", size=size, folds=FOLDS, seed=seed, tick=heard
    )


def _block_folds(blocks: np.ndarray, rng: np.random.Generator) -> list[tuple[np.ndarray, np.ndarray]]:
    fold = fold_blocks(blocks, FOLDS, rng)
    return [(fold != number, fold == number) for number in range(int(fold.max()) + 1)]
