"""From values and neighbors to classes: calls the kernels, keeps what fields, numbers and report need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ...texts import tr
from ..run import Run
from .flowhotspots_words import ISLAND, NONE, QUADRANTS, gi_id

if TYPE_CHECKING:
    from scipy import sparse

    from ...analysis.statistics.autocorrelation import Moran
    from ...analysis.statistics.emerging import Emerging
    from .flowhotspots_neighbors import Neighbors

SERIES = "series"


@dataclass(frozen=True)
class Found:
    """What was found at each place.

    Attributes:
        kind: ``gi_star``, ``local_moran`` or ``series`` (Gi* over time).
        names: (n,) id of the class.
        z: (n,) z-value; over time the mean of all periods. NaN for islands.
        p, q: (n,) two-sided p-values before and after the correction; over time those of the trend.
        value, around: (n,) the place's own value and the mean of its neighbors (over time means of all periods).
        neighbors: (n,) their number. island: (n,) bool.
        rank: (n,) 1 for the strongest of the significant places, 0 for the others.
        spot: (n,) number of the connected hot or cold spot, that of the strongest place first; 0 for the others.
        extra: further columns, name -> (n,).
        moran: of all places together.
        emerging: over time.
        draws: permutations of the place that got the most; open: tests that the limit of draws left open.
        cutoff: largest p-value that stands at the level asked for; 0 when none does.
    """

    kind: str
    names: np.ndarray
    z: np.ndarray
    p: np.ndarray
    q: np.ndarray
    value: np.ndarray
    around: np.ndarray
    neighbors: np.ndarray
    island: np.ndarray
    rank: np.ndarray
    spot: np.ndarray
    extra: dict[str, np.ndarray]
    moran: Moran
    emerging: Emerging | None
    draws: int
    open: int
    cutoff: float

    @property
    def spots(self) -> int:
        """Connected hot and cold spots."""
        return int(self.spot.max(initial=0))

    def count(self, *starts: str) -> int:
        """Places whose class begins so."""
        return int(sum(str(name).startswith(starts) for name in self.names))


def find_spots(run: Run, near: Neighbors) -> Found:
    """Statistics, p-values, corrections and classes.

    Raises:
        AnalysisError: those of the kernels (``values_all_equal``, ``no_neighbors`` and others).
    """
    from ...analysis.statistics.autocorrelation import moran
    from ...analysis.statistics.permuted_lags import usable_values
    from ...analysis.statistics.spatial_weights import islands, row_sums

    values = near.cases.values
    run.step(tr("All places together"), 0.5)
    mean = values.mean(axis=1)
    usable_values(values.ravel() if values.shape[1] > 1 else mean)
    flat = values.shape[1] > 1 and bool(np.ptp(mean) <= 1e-12 * np.abs(mean).max())
    whole = moran(
        values[:, -1] if flat else mean, near.weights, permutations=999, seed=run.integer("SEED"), tick=run.tick
    )
    count = row_sums(near.weights)
    around = np.divide(near.weights @ mean, count, out=np.full(len(mean), np.nan), where=count > 0)
    run.step(tr("Testing each place"), 0.85)
    if values.shape[1] > 1:
        parts = _over_time(run, near)
    elif run.choice("METHOD") == "local_moran":
        parts = _local_moran(run, near)
    else:
        parts = _gi_star(run, near)
    island = islands(near.weights)
    names = np.where(island, ISLAND, parts.pop("names")).astype(object)
    rank = _ranks(names, parts["z"])
    return Found(
        names=names,
        value=mean,
        around=around,
        neighbors=count.astype(np.int64),
        island=island,
        moran=whole,
        rank=rank,
        spot=_spots(names, rank, near.weights),
        **parts,
    )


def _ranks(names: np.ndarray, z: np.ndarray) -> np.ndarray:
    """1, 2, 3 ... by falling |z| among the significant places; equal ones by their order."""
    spots = np.flatnonzero((names != NONE) & (names != ISLAND))
    rank = np.zeros(len(names), dtype=np.int64)
    rank[spots[np.argsort(-np.abs(z[spots]), kind="stable")]] = np.arange(1, len(spots) + 1)
    return rank


def _spots(names: np.ndarray, rank: np.ndarray, weights: sparse.csr_matrix) -> np.ndarray:
    """Hot places that are neighbors make one spot, cold ones likewise; outliers belong to none."""
    from scipy.sparse.csgraph import connected_components

    side = np.array([_side(str(name)) for name in names])
    pairs = weights.tocoo()
    same = (side[pairs.row] == side[pairs.col]) & (side[pairs.row] != 0)
    pairs.data = same.astype(np.float64)
    pairs.eliminate_zeros()
    label = connected_components(pairs, directed=False)[1]
    inside = np.flatnonzero(side != 0)
    order = inside[np.argsort(rank[inside], kind="stable")]
    _, first, member = np.unique(label[order], return_index=True, return_inverse=True)
    number = np.empty(len(first), dtype=np.int64)
    number[np.argsort(first, kind="stable")] = np.arange(1, len(first) + 1)
    spot = np.zeros(len(names), dtype=np.int64)
    spot[order] = number[member.reshape(-1)]
    return spot


def _side(name: str) -> int:
    if name.startswith("hot_") or name == "high_high":
        return 1
    return -1 if name.startswith("cold_") or name == "low_low" else 0


def _tested(run: Run, near: Neighbors, z: np.ndarray, normal: np.ndarray, level: float) -> tuple[np.ndarray, int, int]:
    """p-values by permutation or of the normal curve; most draws; tests left open."""
    from ...analysis.statistics.settled_tests import settled_tests

    if run.choice("TEST") == "analytic":
        return normal, 0, 0
    found = settled_tests(
        near.cases.values[:, 0],
        near.weights,
        z,
        level=level,
        method=run.choice("CORRECTION"),
        first=run.integer("PERMUTATIONS"),
        seed=run.integer("SEED"),
        tick=run.tick,
    )
    return found.p, int(found.draws.max(initial=0)), found.open


def _gi_star(run: Run, near: Neighbors) -> dict:
    from ...analysis.statistics.autocorrelation import getis_ord
    from ...analysis.statistics.multiple_tests import LEVELS, adjusted, confidence_classes, cutoff

    method, level = run.choice("CORRECTION"), run.number("SIGNIFICANCE")
    star = getis_ord(near.cases.values[:, 0], near.weights)
    p, draws, still = _tested(run, near, star.z, star.p, min(level, *LEVELS))
    classes = confidence_classes(star.z, p, method)
    return {
        "kind": "gi_star",
        "names": np.array([gi_id(int(code)) for code in classes], dtype=object),
        "z": star.z,
        "p": p,
        "q": adjusted(p, method),
        "extra": {"gi_bin": classes.astype(np.int64)},
        "emerging": None,
        "draws": draws,
        "open": still,
        "cutoff": cutoff(p, level, method),
    }


def _local_moran(run: Run, near: Neighbors) -> dict:
    from ...analysis.statistics.autocorrelation import local_moran
    from ...analysis.statistics.multiple_tests import adjusted, cutoff, within

    method, level = run.choice("CORRECTION"), run.number("SIGNIFICANCE")
    local = local_moran(near.cases.values[:, 0], near.weights)
    # Neighbors are asked whether they are high where they are, low where they are: the side of the quadrant.
    side = np.where(np.isnan(local.lag), 0.0, np.where(local.lag > 0, 1.0, -1.0))
    p, draws, still = _tested(run, near, side, local.p, level)
    q = adjusted(p, method)
    stands = within(q, level)
    names = [QUADRANTS[int(code)] if code and good else NONE for code, good in zip(local.quadrant, stands)]
    return {
        "kind": "local_moran",
        "names": np.array(names, dtype=object),
        "z": local.z,
        "p": p,
        "q": q,
        "extra": {"local_i": local.statistic},
        "emerging": None,
        "draws": draws,
        "open": still,
        "cutoff": cutoff(p, level, method),
    }


def _over_time(run: Run, near: Neighbors) -> dict:
    from ...analysis.statistics.emerging import NAMES, emerging_hot_spots, space_time_gi
    from ...analysis.statistics.multiple_tests import cutoff
    from ...analysis.statistics.settled_tests import settled_series

    method, level, window = run.choice("CORRECTION"), run.number("SIGNIFICANCE"), run.choice("WINDOW")
    values, p, draws, still = near.cases.values, None, 0, 0
    if run.choice("TEST") == "permutation":
        z, _ = space_time_gi(values, near.weights, window=window)
        p, draws, still = settled_series(
            values,
            near.weights,
            z,
            level=level,
            method=method,
            first=run.integer("PERMUTATIONS"),
            seed=run.integer("SEED"),
            tick=lambda fraction: run.tick(0.8 * fraction),
        )
    found = emerging_hot_spots(
        values,
        near.weights,
        level=level,
        method=method,
        window=window,
        p=p,
        tick=lambda fraction: run.tick(0.8 + 0.2 * fraction),
    )
    names = [
        NONE if code == 0 else f"{'hot' if code > 0 else 'cold'}_{NAMES[abs(code)]}" for code in found.pattern.tolist()
    ]
    return {
        "kind": SERIES,
        "names": np.array(names, dtype=object),
        "z": found.z.mean(axis=1),
        "p": found.trend.p,
        "q": found.trend_q,
        "extra": {
            "z_last": found.z[:, -1],
            "hot_times": found.hot.astype(np.int64),
            "cold_times": found.cold.astype(np.int64),
            "trend_z": found.trend.z,
            "tau": found.trend.tau,
        },
        "emerging": found,
        "draws": draws,
        "open": still,
        "cutoff": cutoff(found.trend.p, level, method),
    }
