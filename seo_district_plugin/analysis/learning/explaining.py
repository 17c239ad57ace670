"""What a model uses and how: importance by permutation of held-out rows, accumulated local effects.

Importance is measured in the rows a model was not learned from, fold by fold: the drop in AUROC and the rise in log
loss when the values of a group of factors are shuffled among the tested rows. Factors that are correlated above 0.7
are shuffled together, for shuffling one of two near copies shows neither to matter. Importance of impurity is not
given: it favors factors with many values.

Sources:
    L. Breiman (2001), Random forests, Machine Learning 45, 5-32 (permutation); C. Strobl et al. (2008), BMC
    Bioinformatics 9, 307 (correlated factors); A. Brenning (2023), Spatial machine-learning model diagnostics,
    International Journal of Geographical Information Science 37 (on held-out blocks).
    D. W. Apley, J. Zhu (2020), Visualizing the effects of predictor variables in black box supervised learning
    models, JRSS B 82, 1059-1086 (accumulated local effects, equations 9 to 13).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..errors import AnalysisError, Tick, no_tick
from ..statistics.correlation import STRONG, correlated_groups, correlation
from ..statistics.intervals import LEVEL, Interval, corrected_mean
from .metrics import METRICS
from .types import Factor, Fitted, Samples
from .validation import FoldRun

SHUFFLES = 5
BINS = 20
_MOST_ROWS = 20_000
"""Rows that effects are averaged over; of more, this many are drawn."""
_GAIN = {"auroc": 1.0, "log_loss": -1.0}
"""Metrics of importance, and whether losing the factor lowers (1) or raises (-1) them."""


def factor_groups(values: np.ndarray, factors: Sequence[Factor], limit: float = STRONG) -> tuple[tuple[int, ...], ...]:
    """Factors to be shuffled together: |Pearson r| > limit, directly or through others; categorical ones alone.

    Args:
        values: (n, k); factors: k factors.
    """
    matrix = correlation(values)
    classes = np.flatnonzero([factor.categorical for factor in factors])
    matrix[classes, :] = matrix[:, classes] = 0.0
    return correlated_groups(matrix, limit)


# ---------------------------------------------------------------------------------------------------- importance
@dataclass(frozen=True)
class Importance:
    """Importance of a group of factors.

    Attributes:
        factors: column numbers; names: of the factors.
        drop: ``auroc`` and ``log_loss`` -> how much worse held-out rows are scored without the group, mean over
            folds with the corrected interval; above 0 means that the group helps.
        by_repeat: (r,) mean drop of AUROC of each repeat, NaN where no fold holds both classes.
    """

    factors: tuple[int, ...]
    names: tuple[str, ...]
    drop: dict[str, Interval]
    by_repeat: np.ndarray


class PermutationImportance:
    """Collects importance while folds are validated: give it as ``visit`` to :func:`.validation.cross_validate`.

    Args:
        samples: the training table; groups: of column numbers, see :func:`factor_groups`.
        shuffles: per fold and group; seed: of the shuffles.
        repeats: folds of later repeats are not looked at; None: all are.
    """

    def __init__(
        self,
        samples: Samples,
        groups: Sequence[Sequence[int]],
        *,
        shuffles: int = SHUFFLES,
        seed: int = 0,
        repeats: int | None = None,
    ) -> None:
        if shuffles < 1:
            raise AnalysisError("not_positive", name="shuffles", value=shuffles)
        self._samples = samples
        self._groups = [tuple(group) for group in groups]
        self._shuffles, self._seed, self._repeats = shuffles, seed, repeats
        self._drops: list[dict[str, np.ndarray]] = []
        self._where: list[tuple[int, float]] = []

    def __call__(self, run: FoldRun) -> None:
        if self._repeats is not None and run.repeat >= self._repeats:
            return
        labels, values = self._samples.labels[run.test], self._samples.values[run.test]
        rng = np.random.default_rng([self._seed, run.repeat, run.fold])
        whole = {name: METRICS[name](labels, run.scores) for name in _GAIN}
        drops = {name: np.zeros(len(self._groups)) for name in _GAIN}
        for number, group in enumerate(self._groups):
            for _ in range(self._shuffles):
                mixed = values.copy()
                # One order for the whole group: what belongs together stays together.
                mixed[:, group] = values[rng.permutation(len(values))][:, group]
                run.tick(1.0)
                scores = run.fitted.score(mixed, tick=run.tick)
                for name, sign in _GAIN.items():
                    drops[name][number] += sign * (whole[name] - METRICS[name](labels, scores)) / self._shuffles
        self._drops.append(drops)
        self._where.append((run.repeat, len(run.test) / (len(run.test) + len(run.train))))

    def result(self, level: float = LEVEL) -> tuple[Importance, ...]:
        """Importance of every group, the greatest drop of AUROC first.

        Raises:
            AnalysisError: ``nothing_validated`` (folds) when no fold was seen.
        """
        if not self._drops:
            raise AnalysisError("nothing_validated", folds=0)
        share = float(np.mean([one for _, one in self._where]))
        repeat = np.array([one for one, _ in self._where])
        tables = {name: np.array([one[name] for one in self._drops]) for name in _GAIN}
        found = []
        for number, group in enumerate(self._groups):
            drop = {name: corrected_mean(table[:, number], share, level) for name, table in tables.items()}
            values = tables["auroc"][:, number]
            by_repeat = [_mean_known(values[repeat == one]) for one in range(int(repeat.max()) + 1)]
            names = tuple(self._samples.factors[column].name for column in group)
            found.append(Importance(group, names, drop, np.array(by_repeat)))
        return tuple(sorted(found, key=lambda one: -np.nan_to_num(one.drop["auroc"].estimate, nan=-9.0)))

    def per_factor(self) -> np.ndarray:
        """(k,) mean drop of AUROC for each factor, each of a group with the group's; weights for the AOA."""
        weights = np.zeros(len(self._samples.factors))
        for one in self.result():
            weights[list(one.factors)] = one.drop["auroc"].estimate
        return np.nan_to_num(weights)


def _mean_known(values: np.ndarray) -> float:
    known = values[np.isfinite(values)]
    return float(known.mean()) if len(known) else math.nan


# ------------------------------------------------------------------------------------------------------- effects
@dataclass(frozen=True)
class Effect:
    """Accumulated local effect of one factor on the score.

    Attributes:
        factor: column number; name; unit; categorical.
        at: (b,) values of the factor (edges of bins, or classes).
        effect: (b,) change of the score against the mean over the training rows.
        share: share of training rows in each bin (b - 1,), or of each class (b,).
    """

    factor: int
    name: str
    unit: str
    categorical: bool
    at: np.ndarray
    effect: np.ndarray
    share: np.ndarray


def accumulated_effects(
    fitted: Fitted,
    values: np.ndarray,
    factors: Sequence[Factor],
    columns: Sequence[int] | None = None,
    *,
    bins: int = BINS,
    most: int = _MOST_ROWS,
    seed: int = 0,
    tick: Tick = no_tick,
) -> tuple[Effect, ...]:
    """Accumulated local effects of factors; a constant factor has none and is left out.

    Args:
        fitted: the model; values: (n, k) training rows; factors: k factors.
        columns: which; None: all.
        bins: at most this many, between quantiles (type 7), for measured factors; classes are taken in ascending
            order of their codes.

    Raises:
        AnalysisError: ``not_positive`` (bins).
    """
    if bins < 1:
        raise AnalysisError("not_positive", name="bins", value=bins)
    values = np.asarray(values, dtype=float)
    if len(values) > most:
        values = values[np.sort(np.random.default_rng(seed).choice(len(values), most, replace=False))]
    wanted = range(values.shape[1]) if columns is None else columns
    found = []
    for done, column in enumerate(wanted):
        tick(done / max(len(wanted), 1))
        make = _class_effect if factors[column].categorical else _curve
        one = make(fitted, values, factors[column], column, bins)
        if one is not None:
            found.append(one)
    tick(1.0)
    return tuple(found)


def _with(values: np.ndarray, column: int, at: np.ndarray) -> np.ndarray:
    changed = values.copy()
    changed[:, column] = at
    return changed


def _curve(fitted: Fitted, values: np.ndarray, factor: Factor, column: int, bins: int) -> Effect | None:
    x = values[:, column]
    edges = np.unique(np.quantile(x, np.linspace(0, 1, bins + 1)))
    if len(edges) < 2:
        return None
    # Bin j holds edge[j] < x <= edge[j + 1]; the first holds its lower edge too.
    which = np.clip(np.searchsorted(edges, x, side="left") - 1, 0, len(edges) - 2)
    step = fitted.score(_with(values, column, edges[which + 1])) - fitted.score(_with(values, column, edges[which]))
    counts = np.bincount(which, minlength=len(edges) - 1)
    local = np.bincount(which, step, len(edges) - 1) / np.maximum(counts, 1)
    effect = np.append(0.0, np.cumsum(local))
    effect -= ((effect[1:] + effect[:-1]) / 2 * counts).sum() / counts.sum()
    return Effect(column, factor.name, factor.unit, False, edges, effect, counts / counts.sum())


def _class_effect(fitted: Fitted, values: np.ndarray, factor: Factor, column: int, bins: int) -> Effect | None:
    levels, which, counts = np.unique(values[:, column], return_inverse=True, return_counts=True)
    if len(levels) < 2:
        return None
    which = which.reshape(-1)
    effect = np.zeros(len(levels))
    for number in range(len(levels) - 1):
        # Rows of both classes say what the step from one to the next does.
        rows = values[(which == number) | (which == number + 1)]
        step = fitted.score(_with(rows, column, levels[number + 1])) - fitted.score(_with(rows, column, levels[number]))
        effect[number + 1] = effect[number] + step.mean()
    effect -= (effect * counts).sum() / counts.sum()
    return Effect(column, factor.name, factor.unit, True, levels, effect, counts / counts.sum())
