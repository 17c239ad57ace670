"""Intervals that hold for new places because they are as wide as errors at held-out places were.

Three uses: regression residuals, shares of zones, and probabilities of events. A probability is never observed, so
that no interval for it can be checked; the share of events among places of like probability can. The interval of a
probability given here is one for that share: in a group of places not learned from (a block), among about ``size``
places of probability near p, the share of events lies between the bounds in ``level`` of cases. It holds the scatter
of a share of ``size`` places and is therefore wider than one for the probability itself.

Errors of one block are alike: the quantile counts every block alike, not every place (pooled distributions of Dunn,
Wasserman and Ramdas). That holds nearly ``level`` of new blocks' places when there are many blocks; with
``guarantee=True`` one more block is added that may lie anywhere, which holds ``level`` whatever the blocks are like and
is too wide by about level / blocks.

Sources:
    V. Vovk (2015), Cross-conformal predictors, Annals of Mathematics and Artificial Intelligence 74, 9-28.
    R. F. Barber, E. J. Candes, A. Ramdas, R. J. Tibshirani (2021), Predictive inference with the jackknife+, Annals
    of Statistics 49, 486-507 (CV+).
    R. Dunn, L. Wasserman, A. Ramdas (2023), Distribution-free prediction sets for two-layer hierarchical models, JASA
    118, 2491-2502; Y. Lee, R. F. Barber, R. Willett (2023), Distribution-free inference with hierarchical data.
    J. Lei et al. (2018), Distribution-free predictive inference for regression, JASA 113, 1094-1111 (local scale).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..errors import AnalysisError, Tick, no_tick
from .intervals import LEVEL, Interval, check_level, group_rows, wilson

NOMINAL = 0.9
RATE_SIZE = 20
"""Places whose share of events makes one observation of a rate."""


def conformal_quantile(
    scores: np.ndarray, level: float = NOMINAL, groups: np.ndarray | None = None, *, guarantee: bool = False
) -> float:
    """The width that holds a new score with the probability ``level``.

    Args:
        scores: (s,) nonconformity scores, e.g. absolute residuals of rows not learned from.
        groups: (s,) block of each score: blocks count alike, and the new score is one of a new block. None: rows
            count alike.
        guarantee: add a block of unknown, infinite scores.

    Returns:
        The ceil(level (s + 1))-th smallest score; infinite when there are too few scores. With groups the smallest
        score that at least ``level`` of the weight lies at or below; with a guarantee infinite when there are fewer
        than level / (1 - level) blocks.

    Raises:
        AnalysisError: ``level_out_of_range``, ``no_scores``.
    """
    check_level(level)
    scores = np.asarray(scores, dtype=float)
    if not len(scores):
        raise AnalysisError("no_scores")
    if groups is None:
        place = math.ceil(level * (len(scores) + 1) - 1e-9)
        return float(np.sort(scores)[place - 1]) if place <= len(scores) else math.inf
    members = group_rows(np.asarray(groups))
    added = 1 if guarantee else 0
    weight = np.empty(len(scores))
    for rows in members:
        weight[rows] = 1.0 / ((len(members) + added) * len(rows))
    order = np.argsort(scores, kind="stable")
    reached = np.cumsum(weight[order])
    place = int(np.searchsorted(reached, level - 1e-12))
    if place >= len(order):
        # Rounding of the sum of weights aside, the rest of the weight lies with the added block.
        return math.inf if added else float(scores[order[-1]])
    return float(scores[order[place]])


def cv_plus(
    residuals: np.ndarray, fold: np.ndarray, predictions: np.ndarray, level: float = NOMINAL
) -> tuple[np.ndarray, np.ndarray]:
    """CV+ interval: holds at least 2 level - 1 of new rows whatever the data, about ``level`` as a rule.

    Args:
        residuals: (n,) absolute out-of-fold residuals; fold: (n,) 0 to K - 1.
        predictions: (m, K) of the new rows by each fold's model.

    Returns:
        low, high (m,).

    Raises:
        AnalysisError: ``level_out_of_range``, ``no_scores``.
    """
    check_level(level)
    residuals, fold = np.asarray(residuals, dtype=float), np.asarray(fold)
    count = len(residuals)
    if not count:
        raise AnalysisError("no_scores")
    place = math.ceil(level * (count + 1) - 1e-9)
    if place > count:
        none = np.full(len(predictions), math.inf)
        return -none, none
    low, high = np.empty(len(predictions)), np.empty(len(predictions))
    block = max(1, 4_000_000 // count)
    for start in range(0, len(predictions), block):
        part = slice(start, start + block)
        centers = np.asarray(predictions)[part][:, fold]
        high[part] = np.partition(centers + residuals, place - 1, axis=1)[:, place - 1]
        low[part] = -np.partition(residuals - centers, place - 1, axis=1)[:, place - 1]
    return low, high


# ----------------------------------------------------------------------------------------------------- intervals
@dataclass(frozen=True)
class Conformal:
    """An interval around predictions, as wide everywhere as its scale says.

    Attributes:
        kind: ``residual`` or ``rate``.
        quantile: width in units of the scale; may be infinite.
        level: nominal.
        size: places of a rate; 0 for residuals.
        scores, groups: (s,) what the width was calibrated with.
        blocks: number of them; under about 2 / (1 - level) the width rests on a few blocks.
    """

    kind: str
    quantile: float
    level: float
    size: int
    scores: np.ndarray
    groups: np.ndarray
    blocks: int

    def interval(self, predicted: np.ndarray, scale: np.ndarray | None = None) -> tuple[np.ndarray, np.ndarray]:
        """Bounds of (m,) predictions; those of a rate lie in 0 to 1. ``scale`` as in calibration, for residuals."""
        predicted = np.asarray(predicted, dtype=float)
        if self.kind == "rate":
            return rate_bounds(predicted, self.quantile, self.size)
        half = self.quantile * (1.0 if scale is None else np.asarray(scale, dtype=float))
        return predicted - half, predicted + half


def calibrate_residuals(
    residuals: np.ndarray,
    level: float = NOMINAL,
    *,
    groups: np.ndarray | None = None,
    scale: np.ndarray | None = None,
    guarantee: bool = False,
) -> Conformal:
    """Interval of a regression from out-of-fold residuals, wider where ``scale`` (n,) > 0 is greater.

    Raises:
        AnalysisError: ``level_out_of_range``, ``no_scores``, ``scale_not_positive``.
    """
    scores = np.abs(np.asarray(residuals, dtype=float))
    if scale is not None:
        scale = np.asarray(scale, dtype=float)
        if not (scale > 0).all():
            raise AnalysisError("scale_not_positive")
        scores = scores / scale
    blocks = np.arange(len(scores)) if groups is None else np.asarray(groups)
    width = conformal_quantile(scores, level, groups, guarantee=guarantee)
    return Conformal("residual", width, level, 0, scores, blocks, len(np.unique(blocks)))


def rate_scores(
    labels: np.ndarray, probability: np.ndarray, groups: np.ndarray, size: int = RATE_SIZE
) -> tuple[np.ndarray, np.ndarray]:
    """Nonconformity of observed shares: within each block, rows in order of probability are put together by ``size``.

    Args:
        labels: (n,) bool; probability: (n,) calibrated, out of fold; groups: (n,) block of each row.

    Returns:
        scores (s,): |share - mean probability| in units of the standard deviation of a share of that many places;
        blocks (s,). A block of fewer than size / 2 rows gives none.

    Raises:
        AnalysisError: ``not_positive`` (size).
    """
    if size < 1:
        raise AnalysisError("not_positive", name="size", value=size)
    labels, probability = np.asarray(labels, dtype=float), np.asarray(probability, dtype=float)
    scores, blocks = [], []
    for rows in group_rows(np.asarray(groups)):
        parts = int(len(rows) / size + 0.5)
        if parts == 0:
            continue
        ordered = rows[np.argsort(probability[rows], kind="stable")]
        for part in np.array_split(ordered, parts):
            mean = probability[part].mean()
            scores.append(abs(labels[part].mean() - mean) / _rate_deviation(mean, len(part)))
            blocks.append(np.asarray(groups)[rows[0]])
    return np.array(scores), np.array(blocks)


def _rate_deviation(p: np.ndarray, size: float) -> np.ndarray:
    """Standard deviation of a share of ``size`` places; one success and one failure are added, for p near 0 and 1."""
    kept = (np.asarray(p) * size + 1.0) / (size + 2.0)
    return np.sqrt(kept * (1.0 - kept) / size)


def rate_bounds(p: np.ndarray, quantile: float, size: float) -> tuple[np.ndarray, np.ndarray]:
    """Bounds of the share of events among ``size`` places of probability p, kept within 0 to 1."""
    p = np.asarray(p, dtype=float)
    half = quantile * _rate_deviation(p, size)
    # A missing probability has no bounds either.
    return np.where(np.isnan(p), p, np.maximum(p - half, 0.0)), np.where(np.isnan(p), p, np.minimum(p + half, 1.0))


def calibrate_rates(
    labels: np.ndarray,
    probability: np.ndarray,
    groups: np.ndarray,
    level: float = NOMINAL,
    size: int = RATE_SIZE,
) -> Conformal:
    """Interval of probabilities, see the head of this module; arguments as :func:`rate_scores`.

    Raises:
        AnalysisError: ``level_out_of_range``, ``not_positive`` (size), ``no_scores`` (no block is large enough).
    """
    scores, blocks = rate_scores(labels, probability, groups, size)
    width = conformal_quantile(scores, level, blocks)
    return Conformal("rate", width, level, size, scores, blocks, len(np.unique(blocks)))


# ------------------------------------------------------------------------------------------------------ coverage
@dataclass(frozen=True)
class Coverage:
    """How many held-out observations the intervals held.

    Attributes:
        level: nominal.
        overall: share of all observations; its interval is Wilson's with blocks as trials where that is wider.
        blocks: labels; by_block: share of each block with its Wilson interval.
        mean_of_blocks: every block counted alike.
        count: observations.
    """

    level: float
    overall: Interval
    blocks: tuple[object, ...]
    by_block: tuple[Interval, ...]
    mean_of_blocks: float
    count: int


def summarize_coverage(held: np.ndarray, groups: np.ndarray, nominal: float, level: float = LEVEL) -> Coverage:
    """Shares of observations held, overall and by block; (s,) bool and (s,) labels."""
    held, groups = np.asarray(held, dtype=bool), np.asarray(groups)
    members = group_rows(groups)
    shares = [wilson(int(held[rows].sum()), len(rows), level) for rows in members]
    names = tuple(groups[rows[0]].item() for rows in members)
    total = len(held)
    estimate = float(held.mean()) if total else math.nan
    overall = wilson(int(held.sum()), total, level)
    if len(members) > 1:
        # Blocks scatter more than single rows: as many rows as make the observed scatter of block shares.
        spread = float(np.var([one.estimate for one in shares], ddof=1)) / len(members)
        alone = estimate * (1 - estimate) / total
        if spread > alone > 0:
            trials = max(1.0, total * alone / spread)
            wide = wilson(estimate * trials, trials, level)
            overall = Interval(estimate, wide.low, wide.high, level, total)
    mean = float(np.mean([one.estimate for one in shares])) if shares else math.nan
    return Coverage(nominal, overall, names, tuple(shares), mean, total)


def measure_coverage(scores: np.ndarray, groups: np.ndarray, level: float = NOMINAL) -> Coverage:
    """Coverage of each block by a width calibrated with the other blocks' scores.

    The model behind a score may have learned from the block that is held out here; :func:`nested_coverage` leaves it
    out of everything.

    Raises:
        AnalysisError: ``level_out_of_range``, ``too_few_blocks`` (blocks).
    """
    scores, groups = np.asarray(scores, dtype=float), np.asarray(groups)
    members = group_rows(groups)
    if len(members) < 2:
        raise AnalysisError("too_few_blocks", blocks=len(members))
    held = np.zeros(len(scores), dtype=bool)
    for rows in members:
        others = np.ones(len(scores), dtype=bool)
        others[rows] = False
        held[rows] = scores[rows] <= conformal_quantile(scores[others], level, groups[others])
    return summarize_coverage(held, groups, level)


FitPredict = Callable[[np.ndarray, np.ndarray], np.ndarray]
"""Takes row numbers to learn from and row numbers to predict; returns the predictions."""


def nested_coverage(
    fit_predict: FitPredict,
    outcome: np.ndarray,
    groups: np.ndarray,
    level: float = NOMINAL,
    *,
    kind: str = "residual",
    size: int = RATE_SIZE,
    folds: int = 5,
    seed: int = 0,
    tick: Tick = no_tick,
) -> Coverage:
    """Coverage of blocks that neither the model nor its interval has seen.

    For each outer fold of blocks: inner folds of the other blocks give the out-of-fold errors the width is calibrated
    with; the model of all other blocks predicts the outer ones.

    Args:
        fit_predict: must learn everything (scaling, calibration of probabilities) from the rows it is given.
        outcome: (n,) numbers, or bool for ``kind="rate"``; groups: (n,) blocks.
        kind: ``residual`` or ``rate``.
        folds: outer and inner folds, of whole blocks.

    Raises:
        AnalysisError: ``level_out_of_range``, ``too_few_blocks`` (blocks), ``no_scores``.
    """
    check_level(level)
    outcome, groups = np.asarray(outcome), np.asarray(groups)
    rng = np.random.default_rng(seed)
    outer = fold_blocks(groups, folds, rng)
    held, where = [], []
    count = int(outer.max()) + 1
    for number in range(count):
        train, test = np.flatnonzero(outer != number), np.flatnonzero(outer == number)
        inner = fold_blocks(groups[train], folds, rng)
        predicted = np.empty(len(train))
        parts = int(inner.max()) + 1
        for part in range(parts):
            tick((number + part / (parts + 1)) / count)
            inside = inner == part
            predicted[inside] = fit_predict(train[~inside], train[inside])
        new = fit_predict(train, test)
        if kind == "rate":
            width = calibrate_rates(outcome[train], predicted, groups[train], level, size).quantile
            scores, blocks = rate_scores(outcome[test], new, groups[test], size)
        else:
            width = calibrate_residuals(outcome[train] - predicted, level, groups=groups[train]).quantile
            scores, blocks = np.abs(outcome[test] - new), groups[test]
        held.append(scores <= width)
        where.append(blocks)
    tick(1.0)
    return summarize_coverage(np.concatenate(held), np.concatenate(where), level)


def fold_blocks(groups: np.ndarray, folds: int, rng: np.random.Generator) -> np.ndarray:
    """(n,) folds of whole blocks, about equally many rows each, blocks in random order.

    Raises:
        AnalysisError: ``too_few_blocks`` (blocks).
    """
    _, code, sizes = np.unique(groups, return_inverse=True, return_counts=True)
    if len(sizes) < 2:
        raise AnalysisError("too_few_blocks", blocks=len(sizes))
    folds = min(folds, len(sizes))
    fold_of, rows = np.empty(len(sizes), dtype=np.int64), np.zeros(folds)
    for one in rng.permutation(len(sizes)):
        fold_of[one] = int(np.argmin(rows))
        rows[fold_of[one]] += sizes[one]
    return fold_of[code.reshape(-1)]
