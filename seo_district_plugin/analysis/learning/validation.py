"""Cross-validation of a learner over repeats of folds, in space and at random side by side.

Everything a learner learns it learns from the training rows of a fold: the learner is handed those rows and nothing
else, with inner folds made inside them by the same method for whatever it tunes. A fold whose test rows hold one class
has no ranking; it is counted and left out of the mean. Two summaries are given apart: the mean over repeats and folds
(as the literature reports it) and the value of all held-out predictions of a repeat stacked, which also sees whether
folds are scored alike.

Sources:
    P. Schratz et al. (2019), Hyperparameter tuning and performance assessment of statistical and machine-learning
    algorithms using spatial data, Ecological Modelling 406, 109-120 (spatial beside random, nested tuning).
    Interval of the mean: see :func:`..statistics.intervals.corrected_mean`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from ..errors import AnalysisError, Tick, no_tick
from ..statistics.intervals import LEVEL, Interval, corrected_mean
from .folds import Folds, NestedFolds, make_folds
from .metrics import METRICS, measure
from .types import Fitted, Learner, Samples

INNER_FOLDS = 5
FOLD_METRICS = ("auroc", "auprc", "brier", "log_loss")


@dataclass(frozen=True)
class FoldScore:
    """One fold of one repeat.

    Attributes:
        repeat, fold: from 0.
        trained, tested, events: rows learned from, rows tested, events among the tested.
        status: ``""``, ``one_class_tested`` (scored, but without ranking) or ``one_class_trained`` (could not be
            learned: nothing scored).
        values: metric -> value, NaN where it has none.
    """

    repeat: int
    fold: int
    trained: int
    tested: int
    events: int
    status: str
    values: dict[str, float]


@dataclass(frozen=True)
class FoldRun:
    """What a visitor of a fold sees: the learned model and the rows it was learned from and is tested with.

    A visitor that works for long calls ``tick`` on the way, with any fraction.
    """

    repeat: int
    fold: int
    fitted: Fitted
    train: np.ndarray
    test: np.ndarray
    scores: np.ndarray
    tick: Tick = no_tick


@dataclass(frozen=True)
class Validation:
    """Result of a cross-validation.

    Attributes:
        labels: (n,) bool.
        method: of the folds.
        fold: (r, n) int64: fold of each row in each repeat.
        scores: (r, n) float: out-of-fold score; NaN where a row could not be scored.
        folds: every fold of every repeat.
        notes: notes of the folds, of the first repeat.
    """

    labels: np.ndarray
    method: str
    fold: np.ndarray
    scores: np.ndarray
    folds: tuple[FoldScore, ...]
    notes: tuple[tuple[str, dict[str, object]], ...] = ()

    @property
    def repeats(self) -> int:
        return len(self.scores)

    @property
    def one_class_folds(self) -> int:
        """Folds left out of the mean of a ranking metric."""
        return sum(one.status != "" for one in self.folds)

    def values(self, metric: str) -> np.ndarray:
        """(J,) value of each fold that holds both classes, in order."""
        found = [one.values[metric] for one in self.folds if one.status == ""]
        return np.array(found, dtype=float)

    def mean(self, metric: str, level: float = LEVEL) -> Interval:
        """Mean over repeats and folds that hold both classes, with the corrected resampled t interval."""
        known = [one for one in self.folds if one.status == ""]
        share = np.mean([one.tested / (one.tested + one.trained) for one in known]) if known else 0.0
        return corrected_mean(self.values(metric), float(share), level)

    def spread(self, metric: str) -> float:
        """Standard deviation (ddof 1) over those folds."""
        values = self.values(metric)
        return float(values.std(ddof=1)) if len(values) > 1 else math.nan

    def by_repeat(self, metric: str) -> np.ndarray:
        """(r,) mean over the folds of each repeat; NaN where none holds both classes."""
        found = np.full(self.repeats, math.nan)
        for repeat in range(self.repeats):
            values = [one.values[metric] for one in self.folds if one.repeat == repeat and one.status == ""]
            if values:
                found[repeat] = np.mean(values)
        return found

    def pooled(self, metric: str) -> float:
        """Mean over repeats of the metric of a repeat's held-out predictions stacked."""
        values = [METRICS[metric](self.labels[known], scores[known]) for scores, known in self._stacked()]
        finite = [value for value in values if math.isfinite(value)]
        return float(np.mean(finite)) if finite else math.nan

    def pooled_intervals(
        self,
        blocks: np.ndarray | None = None,
        *,
        draws: int = 300,
        level: float = LEVEL,
        seed: int = 0,
        tick: Tick = no_tick,
    ) -> dict[str, Interval]:
        """Every metric of the first repeat's stacked predictions, with bootstrap intervals over blocks.

        Args:
            blocks: (n,) labels, e.g. :func:`.folds.fine_blocks`; None: the folds themselves, which are few.
        """
        scores, known = next(self._stacked())
        groups = (self.fold[0] if blocks is None else np.asarray(blocks))[known]
        return measure(self.labels[known], scores[known], groups=groups, draws=draws, level=level, seed=seed, tick=tick)

    def _stacked(self) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        for scores in self.scores:
            yield scores, np.isfinite(scores)


def repeated_folds(
    samples: Samples,
    method: str,
    folds: int,
    repeats: int,
    seed: int,
    *,
    size: float | None = None,
    targets: np.ndarray | None = None,
    tick: Tick = no_tick,
) -> list[Folds]:
    """Folds of each repeat, with seeds ``seed``, ``seed + 1``, ...

    Raises:
        AnalysisError: as :func:`.folds.make_folds`.
    """
    made = []
    for repeat in range(repeats):
        one = make_folds(
            samples.xy,
            samples.labels,
            method,
            folds,
            seed + repeat,
            size=size,
            groups=samples.groups,
            targets=targets,
            tick=partial(_part, tick, repeat, repeats),
        )
        made.append(one)
        tick((repeat + 1) / repeats)
    return made


def cross_validate(
    samples: Samples,
    learner: Learner,
    folds_by_repeat: Sequence[Folds],
    *,
    seed: int = 0,
    targets: np.ndarray | None = None,
    visit: Callable[[FoldRun], None] | None = None,
    tick: Tick = no_tick,
) -> Validation:
    """Learn and test every fold of every repeat.

    Args:
        folds_by_repeat: one :class:`Folds` per repeat.
        seed: the learner of repeat r gets ``seed + r``.
        targets: (m, 2) places to be predicted, for inner folds by kNNDM.
        visit: called with every fold that was learned, for what else is wanted of held-out rows (importance).

    Raises:
        AnalysisError: ``no_folds``, ``nothing_validated`` (no fold of any repeat holds both classes).
    """
    if not len(folds_by_repeat):
        raise AnalysisError("no_folds")
    count = len(samples.labels)
    scores = np.full((len(folds_by_repeat), count), math.nan)
    total = sum(folds.count for folds in folds_by_repeat)
    found: list[FoldScore] = []
    for repeat, folds in enumerate(folds_by_repeat):
        for number in range(folds.count):
            part = partial(_part, tick, len(found), total)
            one = _run_fold(samples, learner, folds, repeat, number, seed + repeat, targets, part)
            if isinstance(one, FoldRun):
                scores[repeat, one.test] = one.scores
                found.append(_scored(samples.labels, one))
                if visit is not None:
                    visit(one)
            else:
                found.append(one)
    tick(1.0)
    # Leaving out one place at a time tests one class every time: only the stacked values exist then.
    alone = all(folds.count == count for folds in folds_by_repeat)
    if not alone and all(one.status for one in found):
        raise AnalysisError("nothing_validated", folds=total)
    method, notes = folds_by_repeat[0].method, folds_by_repeat[0].notes
    return Validation(
        samples.labels, method, np.array([one.fold for one in folds_by_repeat]), scores, tuple(found), notes
    )


def _part(tick: Tick, number: int, count: int, fraction: float) -> None:
    tick((number + min(max(fraction, 0.0), 1.0)) / count)


def _run_fold(
    samples: Samples,
    learner: Learner,
    folds: Folds,
    repeat: int,
    number: int,
    seed: int,
    targets: np.ndarray | None,
    tick: Tick,
) -> FoldRun | FoldScore:
    """Learn from the training rows of one fold and score its test rows."""
    tick(0.0)
    train, test = np.flatnonzero(folds.train_mask(number)), np.flatnonzero(folds.test_mask(number))
    labels = samples.labels[train]
    if labels.all() or not labels.any():
        events = int(samples.labels[test].sum())
        none = dict.fromkeys(FOLD_METRICS, math.nan)
        return FoldScore(repeat, number, len(train), len(test), events, "one_class_trained", none)
    inner = NestedFolds(
        samples.xy[train],
        labels,
        folds,
        INNER_FOLDS,
        seed,
        groups=None if samples.groups is None else samples.groups[train],
        targets=targets,
        tick=lambda _fraction: tick(0.0),
    )

    def done(_fraction: float) -> None:
        tick(1.0)

    fitted = learner.fit(
        samples.values[train],
        labels,
        weights=None if samples.weights is None else samples.weights[train],
        inner_folds=inner,
        seed=seed,
        tick=tick,
    )
    scores = np.asarray(fitted.score(samples.values[test], tick=done), dtype=float)
    return FoldRun(repeat, number, fitted, train, test, scores, done)


def _scored(labels: np.ndarray, run: FoldRun) -> FoldScore:
    tested = labels[run.test]
    events = int(tested.sum())
    values = {name: METRICS[name](tested, run.scores) for name in FOLD_METRICS}
    status = "" if 0 < events < len(tested) else "one_class_tested"
    return FoldScore(run.repeat, run.fold, len(run.train), len(tested), events, status, values)


# --------------------------------------------------------------------------------------------------- side by side
@dataclass(frozen=True)
class Comparison:
    """Spatial and random cross-validation of the same learner and rows.

    Attributes:
        spatial, random: the two validations.
        optimism: metric -> random minus spatial mean (for losses: spatial minus random), so that above 0 always
            means that random folds flatter; with an interval over the repeats, paired.
    """

    spatial: Validation
    random: Validation
    optimism: dict[str, Interval]


def compare(
    samples: Samples,
    learner: Learner,
    spatial: Sequence[Folds],
    random: Sequence[Folds],
    *,
    seed: int = 0,
    targets: np.ndarray | None = None,
    visit: Callable[[FoldRun], None] | None = None,
    tick: Tick = no_tick,
) -> Comparison:
    """Both validations and the difference between them, named optimism; ``visit`` sees the spatial folds.

    Raises:
        AnalysisError: as :func:`cross_validate`.
    """
    parts = sum(folds.count for folds in spatial), sum(folds.count for folds in random)
    share = parts[0] / max(sum(parts), 1)
    one = cross_validate(
        samples, learner, spatial, seed=seed, targets=targets, visit=visit, tick=lambda done: tick(share * done)
    )
    other = cross_validate(samples, learner, random, seed=seed, tick=lambda done: tick(share + (1 - share) * done))
    return Comparison(one, other, {name: optimism(one, other, name) for name in FOLD_METRICS})


def optimism(spatial: Validation, random: Validation, metric: str = "auroc", level: float = LEVEL) -> Interval:
    """How much random folds flatter: difference of the two means; interval over paired repeats.

    The repeats share their rows; the interval is the corrected resampled one with the test share of a fold.
    """
    sign = -1.0 if metric in ("brier", "log_loss") else 1.0
    pairs = min(spatial.repeats, random.repeats)
    differences = sign * (random.by_repeat(metric)[:pairs] - spatial.by_repeat(metric)[:pairs])
    share = 1.0 / max(int(spatial.fold.max()) + 1, 2)
    found = corrected_mean(differences, share, level)
    estimate = sign * (random.mean(metric).estimate - spatial.mean(metric).estimate)
    shift = estimate - found.estimate
    # The headline is the difference of the two printed means; the interval is centered on it.
    return Interval(estimate, found.low + shift, found.high + shift, level, found.used)
