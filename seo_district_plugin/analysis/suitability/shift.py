"""Whether ranks depend on where the grid happens to lie: scores on a grid and on the same grid shifted.

A form of the modifiable areal unit problem (S. Openshaw 1984, The Modifiable Areal Unit Problem, Geo Books).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree
from scipy.stats import rankdata

from ..errors import AnalysisError
from ..weights.ranking import SCORE_DECIMALS, competition_rank, percentile_among

_NEIGHBORS = 9
"""A square overlaps at most 4 squares of a shifted grid of the same size; more are asked for to be safe."""


_LEAST_COVER = 1e-6
"""Share of a place that shifted cells must cover to say something about it."""


@dataclass(frozen=True)
class ShiftResult:
    """Percentile rank of each place on both grids.

    Attributes:
        percentile: (n,) mid-rank share among the scored places; NaN where not scored.
        percentile_shifted: (n,) mean percentile of the shifted cells that overlap the place, weighted by overlap.
        change: (n,) shifted less own, in -1 to 1; NaN where one is missing.
        covered: (n,) share of the place's area under scored shifted cells.
        rho: Spearman's rank correlation over the places with both; None with fewer than three or without spread.
        top_kept: share of the best ``top`` places that are also among the best by the shifted percentile; None when
            no place has both.
        places: number of places with both.
    """

    percentile: np.ndarray
    percentile_shifted: np.ndarray
    change: np.ndarray
    covered: np.ndarray
    rho: float | None
    top_kept: float | None
    places: int


def shifted_rank_change(
    xy: np.ndarray,
    score: np.ndarray,
    xy_shifted: np.ndarray,
    score_shifted: np.ndarray,
    cell: float,
    top: int = 10,
) -> ShiftResult:
    """Compare the ranks of square cells with those of a shifted grid of the same cell size.

    Args:
        xy: (n, 2) cell centers in metres; score: (n,), NaN where not scored.
        xy_shifted, score_shifted: the same for the shifted grid, (m, 2) and (m,).
        cell: side of the squares in metres.
        top: how many of the best to follow.

    Raises:
        AnalysisError: ``not_positive`` (cell or top).
    """
    for name, value in (("cell", cell), ("top", top)):
        if not value > 0:
            raise AnalysisError("not_positive", name=name, value=value)
    percentile = _percentiles(score)
    shifted_scored = np.isfinite(score_shifted)
    shifted, covered = _overlap_mean(
        xy, xy_shifted[shifted_scored], _percentiles(score_shifted)[shifted_scored], float(cell)
    )
    both = np.isfinite(percentile) & np.isfinite(shifted)
    return ShiftResult(
        percentile=percentile,
        percentile_shifted=shifted,
        change=shifted - percentile,
        covered=covered,
        rho=_spearman(percentile[both], shifted[both]),
        top_kept=_top_kept(percentile[both], shifted[both], top),
        places=int(both.sum()),
    )


def _percentiles(score: np.ndarray) -> np.ndarray:
    rounded = np.round(np.where(np.isfinite(score), score, np.nan), SCORE_DECIMALS)
    return percentile_among(rounded, rounded[~np.isnan(rounded)])


def _overlap_mean(
    xy: np.ndarray, xy_other: np.ndarray, values: np.ndarray, cell: float
) -> tuple[np.ndarray, np.ndarray]:
    """Mean of the values of other squares over each square by area of overlap, and the share covered."""
    if len(xy_other) == 0 or len(xy) == 0:
        return np.full(len(xy), np.nan), np.zeros(len(xy))
    wanted = min(_NEIGHBORS, len(xy_other))
    # Squares overlap exactly when their centers are nearer than a side in the largest-coordinate distance.
    _, near = cKDTree(xy_other).query(xy, k=np.arange(1, wanted + 1), p=np.inf, distance_upper_bound=cell)
    found = near < len(xy_other)
    near = np.where(found, near, 0)
    apart = np.abs(xy_other[near] - xy[:, None, :])
    overlap = np.where(found, np.prod(np.maximum(1.0 - apart / cell, 0.0), axis=2), 0.0)
    covered = overlap.sum(axis=1)
    mean = np.full(len(xy), np.nan)
    # Coordinates are floats: squares that merely touch may seem to overlap by a trace.
    np.divide((overlap * values[near]).sum(axis=1), covered, out=mean, where=covered > _LEAST_COVER)
    return mean, np.minimum(covered, 1.0)


def _spearman(first: np.ndarray, second: np.ndarray) -> float | None:
    if len(first) < 3:
        return None
    ranks_first, ranks_second = rankdata(first), rankdata(np.round(second, SCORE_DECIMALS))
    if np.ptp(ranks_first) == 0 or np.ptp(ranks_second) == 0:
        return None
    return float(np.corrcoef(ranks_first, ranks_second)[0, 1])


def _top_kept(first: np.ndarray, second: np.ndarray, top: int) -> float | None:
    if len(first) == 0:
        return None
    best = competition_rank(first) <= top
    still = competition_rank(np.round(second, SCORE_DECIMALS)) <= top
    return float((best & still).sum() / best.sum())
