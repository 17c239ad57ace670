"""Where a model may be trusted: dissimilarity from the training places, area of applicability, local point density.

The published rule, exactly: factors are standardized with mean and standard deviation (ddof 1) of the training rows and
multiplied by the importance of each factor (negative ones count as 0); the dissimilarity index (DI) of a place is its
distance to the nearest training row divided by the mean of all distances between training rows; a training row's own
DI is measured to the rows of other folds; a place is inside the area of applicability when its DI is at most
min(Q75 + 1.5 IQR, max) of the training rows' DI (quantiles of type 7). The local point density (LPD) is the number of
training rows with a DI below that threshold. A categorical factor becomes one column per class, each standardized and
weighted like its factor.

Sources:
    H. Meyer, E. Pebesma (2021), Predicting into unknown space? Estimating the area of applicability of spatial
    prediction models, Methods in Ecology and Evolution 12, 1620-1633.
    F. Schumacher, C. Knoth, M. Ludwig, H. Meyer (2025), Estimation of local training data point densities to support
    the assessment of spatial prediction uncertainty, Geoscientific Model Development 18.

How distances are found: in blocks of single-precision products around the middle of the block; a place so near to a
training row, or so near to the threshold, that single precision would show is looked up again in a tree in double
precision. DI is right to five digits and always on the right side of the threshold; LPD may miss by rows whose DI
equals the threshold to seven digits.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from scipy.linalg.blas import sgemm
from scipy.spatial import cKDTree
from scipy.spatial.distance import cdist

from ..errors import AnalysisError, Tick, no_tick

if TYPE_CHECKING:
    from .types import Factor

MOST_ROWS = 5000
"""Training rows kept for distances; of more, this many are drawn."""

_CELLS = 1024
_ROWS = 250
"""Sizes of one product: places by training rows, small enough for the processor's cache; rows fit a byte's count."""
_TASK = 32 * _CELLS
"""Places handed to a thread at a time."""
_NEAR = 0.02
"""Squared distances below this part of the squared length of a place's vector are looked up again."""
_EDGE = 1e-4
"""DI this near to the threshold (relatively) are looked up again."""
_FOUND_AGAIN = 1e-9


@dataclass(frozen=True)
class Applicability:
    """What is needed to judge places: arrays only, d columns after classes are spread out.

    Attributes:
        source: (d,) int64 column of the factor table that each column is made of.
        level: (d,) class code that makes the column 1, NaN for a measured factor.
        mean, deviation, weight: (d,) of the columns; weight > 0.
        points: (n, d) training rows, standardized and weighted.
        training: (n,) DI of the training rows.
        dbar: mean distance between training rows.
        threshold: greatest DI inside the area of applicability.
        notes: (code, values): ``applicability_sampled`` (rows, used), ``importance_flat`` (no factor of positive
            importance: all count alike), ``applicability_one_fold`` (DI of training rows to all others).
    """

    source: np.ndarray
    level: np.ndarray
    mean: np.ndarray
    deviation: np.ndarray
    weight: np.ndarray
    points: np.ndarray
    training: np.ndarray
    dbar: float
    threshold: float
    notes: tuple[tuple[str, dict[str, object]], ...] = ()
    _trees: dict[str, cKDTree] = field(default_factory=dict, repr=False, compare=False)

    def scaled(self, values: np.ndarray) -> np.ndarray:
        """(m, k) factor values -> (m, d) standardized, weighted columns."""
        return _scaled(values, self.source, self.level, self.mean, self.deviation, self.weight)

    def inside(self, di: np.ndarray) -> np.ndarray:
        """(m,) bool: DI at most the threshold; False where DI is NaN."""
        with np.errstate(invalid="ignore"):
            return di <= self.threshold

    def dissimilarity(
        self, values: np.ndarray, *, threads: int = 1, density: bool = True, tick: Tick = no_tick
    ) -> tuple[np.ndarray, np.ndarray]:
        """DI and LPD of places.

        Args:
            values: (m, k) factor values, columns as in training; a row with NaN or infinity gets NaN and 0.
            threads: blocks worked on at once.
            density: False leaves LPD at 0, which saves about a third of the time.

        Returns:
            di (m,) float64, lpd (m,) int32.
        """
        values = np.asarray(values)
        di, lpd = np.empty(len(values)), np.zeros(len(values), dtype=np.int32)
        tasks = [slice(start, start + _TASK) for start in range(0, len(values), _TASK)]

        def work(part: slice) -> slice:
            di[part], lpd[part] = self._block(values[part], density)
            return part

        if threads < 2 or len(tasks) < 2:
            for number, part in enumerate(tasks):
                tick(number / len(tasks))
                work(part)
            return di, lpd
        pool = ThreadPoolExecutor(threads)
        try:
            for number, _ in enumerate(pool.map(work, tasks)):
                tick(number / len(tasks))
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
        return di, lpd

    def _block(self, values: np.ndarray, density: bool) -> tuple[np.ndarray, np.ndarray]:
        scaled = self.scaled(values)
        known = np.isfinite(scaled).all(axis=1)
        di, lpd = np.full(len(values), math.nan), np.zeros(len(values), dtype=np.int32)
        rows = np.flatnonzero(known)
        limit = self.threshold * self.dbar
        for start in range(0, len(rows), _CELLS):
            part = rows[start : start + _CELLS]
            away, again, count = _distances(scaled[part], self.points, limit, density)
            # Not a number: a value too great for single precision.
            again |= ~(np.abs(away - limit) > _EDGE * limit)
            if again.any():
                away[again] = self._tree().query(scaled[part[again]])[0]
            di[part], lpd[part] = away / self.dbar, count
        return di, lpd

    def _tree(self) -> cKDTree:
        if "points" not in self._trees:
            self._trees["points"] = cKDTree(self.points)
        return self._trees["points"]

    def arrays(self) -> dict[str, np.ndarray]:
        """Everything as named arrays, for a file; :func:`from_arrays` takes them back."""
        return {
            "source": self.source.astype(np.int64),
            "level": self.level,
            "mean": self.mean,
            "deviation": self.deviation,
            "weight": self.weight,
            "points": self.points,
            "training": self.training,
            "scalars": np.array([self.dbar, self.threshold]),
        }


def from_arrays(arrays: dict[str, np.ndarray], factors: int) -> Applicability:
    """The applicability stored in a file, after checking that its arrays fit together.

    Args:
        arrays: as made by :meth:`Applicability.arrays`; factors: columns of the model's factor table.

    Raises:
        AnalysisError: ``applicability_damaged`` (reason: an array's name).
    """
    names = ("source", "level", "mean", "deviation", "weight", "points", "training", "scalars")
    for name in names:
        if name not in arrays or arrays[name].dtype.kind not in ("iu" if name == "source" else "f"):
            raise AnalysisError("applicability_damaged", reason=name)
    source, points, scalars = arrays["source"], arrays["points"], arrays["scalars"]
    if source.ndim != 1 or not len(source) or source.min() < 0 or source.max() >= factors:
        raise AnalysisError("applicability_damaged", reason="source")
    columns = len(source)
    shapes = dict.fromkeys(("level", "mean", "deviation", "weight"), (columns,))
    if points.ndim != 2 or points.shape[1] != columns or len(points) < 2:
        raise AnalysisError("applicability_damaged", reason="points")
    for name, shape in {**shapes, "training": (len(points),), "scalars": (2,)}.items():
        if arrays[name].shape != shape:
            raise AnalysisError("applicability_damaged", reason=name)
    for name in ("mean", "deviation", "weight", "points", "training", "scalars"):
        if not np.isfinite(arrays[name]).all():
            raise AnalysisError("applicability_damaged", reason=name)
    for name in ("deviation", "weight"):
        if not (arrays[name] > 0).all():
            raise AnalysisError("applicability_damaged", reason=name)
    if scalars[0] <= 0 or scalars[1] < 0 or np.isinf(arrays["level"]).any():
        raise AnalysisError("applicability_damaged", reason="scalars")
    level, mean, deviation, weight, training = (
        np.asarray(arrays[name], dtype=float) for name in ("level", "mean", "deviation", "weight", "training")
    )
    return Applicability(
        source=source.astype(np.int64),
        level=level,
        mean=mean,
        deviation=deviation,
        weight=weight,
        points=np.asarray(points, dtype=float),
        training=training,
        dbar=float(scalars[0]),
        threshold=float(scalars[1]),
    )


def fit_applicability(
    values: np.ndarray,
    factors: Sequence[Factor],
    importance: np.ndarray | None = None,
    fold: np.ndarray | None = None,
    *,
    most: int = MOST_ROWS,
    seed: int = 0,
    tick: Tick = no_tick,
) -> Applicability:
    """Learn the area of applicability.

    Args:
        values: (n, k) training rows without NaN; factors: k factors.
        importance: (k,) importance of the factors, None: all alike. Negative and NaN count as 0.
        fold: (n,) fold of each row as the model was validated; None: every row is compared with all others.
        most: rows kept.
        seed: of the draw of rows.

    Raises:
        AnalysisError: ``applicability_no_variation`` (no factor varies), ``too_few_rows`` (rows).
    """
    values = np.asarray(values, dtype=float)
    notes: list[tuple[str, dict[str, object]]] = []
    if len(values) < 2:
        raise AnalysisError("too_few_rows", rows=len(values))
    if len(values) > most:
        kept = np.sort(np.random.default_rng(seed).choice(len(values), most, replace=False))
        notes.append(("applicability_sampled", {"rows": len(values), "used": most}))
        values, fold = values[kept], None if fold is None else np.asarray(fold)[kept]
    flat = np.ones(values.shape[1])
    weight = flat if importance is None else np.nan_to_num(np.maximum(np.asarray(importance, dtype=float), 0.0))
    found = _columns(values, factors, weight)
    if not len(found[0]) and importance is not None:
        # Importance left nothing to measure distances with.
        notes.append(("importance_flat", {}))
        found = _columns(values, factors, flat)
    if not len(found[0]):
        raise AnalysisError("applicability_no_variation")
    points = _scaled(values, *found)
    dbar = _mean_distance(points, tick)
    if not dbar > 0:
        raise AnalysisError("applicability_no_variation")
    if fold is None or len(np.unique(fold)) < 2:
        if fold is not None:
            notes.append(("applicability_one_fold", {}))
        training = _to_others(points) / dbar
    else:
        training = _to_other_folds(points, np.asarray(fold)) / dbar
    return Applicability(*found, points, training, dbar, di_threshold(training), tuple(notes))


def di_threshold(training: np.ndarray) -> float:
    """min(Q75 + 1.5 IQR, max) of the training rows' DI, quantiles of type 7."""
    low, high = np.quantile(training, [0.25, 0.75])
    return float(min(high + 1.5 * (high - low), training.max()))


def _columns(
    values: np.ndarray, factors: Sequence[Factor], weight: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """source, level, mean, deviation and weight of the columns that vary and count."""
    rows = []
    for number, factor in enumerate(factors):
        if weight[number] <= 0:
            continue
        column = values[:, number]
        for level in np.unique(column) if factor.categorical else (math.nan,):
            made = (column == level).astype(float) if factor.categorical else column
            deviation = float(made.std(ddof=1))
            if deviation > 1e-12 * max(1e-300, float(np.abs(made).max())):
                rows.append((number, float(level), float(made.mean()), deviation, float(weight[number])))
    table = np.array(rows, dtype=float).reshape(-1, 5).T
    return table[0].astype(np.int64), table[1], table[2], table[3], table[4]


def _scaled(
    values: np.ndarray,
    source: np.ndarray,
    level: np.ndarray,
    mean: np.ndarray,
    deviation: np.ndarray,
    weight: np.ndarray,
) -> np.ndarray:
    made = np.asarray(values)[:, source].astype(float)
    classes = ~np.isnan(level)
    if classes.any():
        column = made[:, classes]
        # A place without a class has no distance either.
        made[:, classes] = np.where(np.isnan(column), math.nan, column == level[classes])
    made -= mean
    made *= weight / deviation
    return made


def _mean_distance(points: np.ndarray, tick: Tick) -> float:
    """Mean over rows of the mean distance to all other rows."""
    total = 0.0
    for part in _parts(len(points)):
        tick(part.start / len(points))
        total += float(cdist(points[part], points).sum())
    return total / (len(points) * (len(points) - 1))


def _parts(count: int, size: int = 500) -> Iterator[slice]:
    for start in range(0, count, size):
        yield slice(start, start + size)


def _to_others(points: np.ndarray) -> np.ndarray:
    return cKDTree(points).query(points, k=2)[0][:, 1]


def _to_other_folds(points: np.ndarray, fold: np.ndarray) -> np.ndarray:
    away = np.empty(len(points))
    for number in np.unique(fold):
        own = fold == number
        away[own] = cKDTree(points[~own]).query(points[own])[0]
    return away


def _distances(
    cells: np.ndarray, points: np.ndarray, limit: float, density: bool
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Distance of each cell to the nearest point, whether it must be looked up again, and points nearer than limit.

    |x - t|^2 = |x|^2 + (|t|^2 - 2 x t): the bracket is one product of matrices with a column of ones.
    """
    # A median: one monstrous value must not spoil the precision of its neighbors.
    center = np.median(cells[::16], axis=0)
    x, t = cells - center, points - center
    squares, lengths = np.einsum("ij,ij->i", x, x), np.einsum("ij,ij->i", t, t)
    reach = math.sqrt(squares.max())
    # No point farther from the center than this can be the nearest of a cell, or count for one.
    nearest = math.sqrt(lengths.min())
    radius = (reach + max(nearest + reach, limit if density else 0.0)) * (1 + _FOUND_AGAIN)
    kept = np.flatnonzero(lengths <= radius * radius)
    with np.errstate(over="ignore", invalid="ignore"):
        return _products(x, squares, t[kept], lengths[kept], limit, density)


def _products(
    x: np.ndarray, squares: np.ndarray, t: np.ndarray, lengths: np.ndarray, limit: float, density: bool
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    left = np.column_stack([-2.0 * t, lengths]).astype(np.float32)
    right = np.ones((x.shape[1] + 1, len(x)), dtype=np.float32)
    right[:-1] = x.T
    bound = (limit * limit - squares).astype(np.float32)
    best = np.full(len(x), np.inf, dtype=np.float32)
    count = np.zeros(len(x), dtype=np.int32)
    # Memory asked for anew at every step would cost as much as the step.
    space = np.empty((min(_ROWS, len(left)), len(x)), dtype=np.float32)
    below = np.empty(space.shape, dtype=bool)
    for start in range(0, len(left), _ROWS):
        rows = min(_ROWS, len(left) - start)
        # Fortran's BLAS, asked for by name: QGIS loads another cblas (GSL's) over the one numpy means, 30 times slower.
        part = left[start : start + rows]
        product = sgemm(1.0, right.T, part.T, beta=0.0, c=space[:rows].T, overwrite_c=1).T
        np.minimum(best, product.min(axis=0), out=best)
        if density:
            np.less(product, bound, out=below[:rows])
            count += np.add.reduce(below[:rows].view(np.uint8), axis=0, dtype=np.uint8)
    away = np.maximum(best + squares, 0.0)
    return np.sqrt(away), away <= _NEAR * squares, count
