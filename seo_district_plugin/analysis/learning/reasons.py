"""Why here: the factors that raise or lower a prediction most, place by place.

Linear and spline models and presence-background models add up: a factor's contribution against its mean over the
training rows is exact, on the log-odds (``additive``). For trees the change of the mean along each path is credited to
the factor of the split (Saabas 2014; the decomposition of Palczewska et al. 2014): it sums exactly to the score, on the
probability for a forest, on the log-odds for boosting (``path``). Neither is a cause.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import Tick, no_tick
from .ensembles import Ensemble
from .linear import Additive
from .trees import Trees

BLOCK = 8_192


@dataclass(frozen=True)
class Reasons:
    """Contributions of m places.

    Attributes:
        contributions: (m, k) per factor; NaN in rows with a missing value.
        base: what the model says before any factor.
        method: ``additive`` or ``path``.
        scale: ``log_odds``, ``log_rate`` (presence-background) or ``probability``.
    """

    contributions: np.ndarray
    base: float
    method: str
    scale: str

    def strongest(self, count: int = 3) -> tuple[np.ndarray, np.ndarray]:
        """The factors of largest size: indices (m, c) and contributions (m, c), the largest first.

        Ties go to the factor that stands first; c is ``count`` or the number of factors. Rows with a missing value have
        index -1.
        """
        count = min(count, self.contributions.shape[1])
        size = np.abs(self.contributions)
        order = np.argsort(-np.nan_to_num(size, nan=-1.0), axis=1, kind="stable")[:, :count]
        amount = np.take_along_axis(self.contributions, order, axis=1)
        return np.where(np.isnan(amount), -1, order), amount


def explain(core: Additive | Ensemble, values: np.ndarray, *, tick: Tick = no_tick) -> Reasons:
    """Contributions of every factor at every place.

    Args:
        core: the learned model (before calibration and prior correction, which keep the order).
        values: (m, k) factor values; rows with NaN or infinity get NaN.
    """
    values = np.asarray(values, dtype=np.float64)
    core.design.check(values)
    out = np.full(values.shape, np.nan)
    known = np.flatnonzero(np.isfinite(values).all(axis=1))
    for start in range(0, len(known), BLOCK):
        tick(start / len(known))
        rows = known[start : start + BLOCK]
        if isinstance(core, Additive):
            out[rows] = core.contributions(values[rows])
        else:
            out[rows] = _path(core, values[rows], _part(tick, start, len(known)))
    if isinstance(core, Additive):
        scale = "log_odds" if core.link == "logit" else "log_rate"
        return Reasons(out, float(core.intercept + core.means.sum()), "additive", scale)
    trees = core.trees
    roots = float(trees.value[trees.starts[:-1]].sum())
    if trees.kind == "forest":
        return Reasons(out, roots / trees.count, "path", "probability")
    return Reasons(out, trees.base + roots, "path", "log_odds")


def _part(tick: Tick, start: int, count: int) -> Tick:
    return lambda fraction: tick((start + fraction * min(BLOCK, count - start)) / count)


def _path(core: Ensemble, values: np.ndarray, tick: Tick) -> np.ndarray:
    trees: Trees = core.trees
    X = core.columns(values)
    owner = core.design.column_factors
    out = np.zeros((len(values), core.design.factors))
    for number in range(trees.count):
        tick(number / trees.count)
        start = int(trees.starts[number])
        rows = np.arange(len(X))
        node = np.full(len(X), start)
        while True:
            split = trees.feature[node] >= 0
            rows, node = rows[split], node[split]
            if not len(rows):
                break
            column = trees.feature[node]
            goes_left = X[rows, column] <= trees.threshold[node]
            child = start + np.where(goes_left, trees.left[node], trees.right[node])
            # Each row stands once in this step, so that plain addition counts it once.
            out[rows, owner[column]] += trees.value[child] - trees.value[node]
            node = child
    return out / trees.count if trees.kind == "forest" else out
