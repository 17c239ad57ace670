"""Who is held out together: folds of places for cross-validation, in space, by event, or at random.

Sources:
    k-means on coordinates: A. Brenning (2012), Spatial cross-validation and bootstrap for the assessment of
    prediction rules in remote sensing, IGARSS, 5372-5375.
    Blocks, and their size from the range of the residuals: D. R. Roberts et al. (2017), Cross-validation strategies
    for data with temporal, spatial, hierarchical, or phylogenetic structure, Ecography 40, 913-929.
    Buffer: K. Le Rest et al. (2014), Spatial leave-one-out cross-validation, Global Ecology and Biogeography 23.
    kNNDM: see :mod:`.knndm`.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import overload

import numpy as np
from scipy.spatial import cKDTree

from ..errors import AnalysisError, Tick, no_tick
from .clusters import kmeans, stratified
from .knndm import match_folds

METHODS = ("kmeans", "blocks", "buffer", "knndm", "random", "event")
Note = tuple[str, dict[str, object]]

BLOCKS_PER_FOLD = 4
"""Occupied blocks that a fold is made of when nothing says how large blocks should be."""


@dataclass(frozen=True)
class Folds:
    """Which rows are held out together.

    Attributes:
        fold: (n,) int64, 0 to ``count`` - 1.
        method: one of ``METHODS``.
        count: number of folds; none is empty.
        notes: (code, values): ``folds_fewer`` (asked, made), ``blocks_shrunk`` (wanted, size), ``blocks_default``
            (size), ``knndm_random``, ``knndm_clusters`` (clusters, wasserstein), ``absences_shared`` (absences).
        size: block size or exclusion radius in metres; 0 for other methods.
        near: (n, count) bool: rows left out of training although not tested (exclusion buffer), or None.
    """

    fold: np.ndarray
    method: str
    count: int
    notes: tuple[Note, ...] = ()
    size: float = 0.0
    near: np.ndarray | None = None

    def test_mask(self, number: int) -> np.ndarray:
        """(n,) bool: rows tested in fold ``number``."""
        return self.fold == number

    def train_mask(self, number: int) -> np.ndarray:
        """(n,) bool: rows learned from while fold ``number`` is tested."""
        mask = self.fold != number
        return mask if self.near is None else mask & ~self.near[:, number]

    def pairs(self) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """(train, test) masks of every fold."""
        for number in range(self.count):
            yield self.train_mask(number), self.test_mask(number)


def make_folds(
    xy: np.ndarray,
    labels: np.ndarray,
    method: str,
    folds: int = 5,
    seed: int = 0,
    *,
    size: float | None = None,
    groups: np.ndarray | None = None,
    targets: np.ndarray | None = None,
    tick: Tick = no_tick,
) -> Folds:
    """Divide places into folds.

    Args:
        xy: (n, 2) metres; labels: (n,) bool (used by ``random``, which keeps the share of events, and by ``event``).
        method: ``kmeans`` (clusters of coordinates, a new start per seed), ``blocks`` (squares of ``size`` in folds
            drawn at random), ``buffer`` (k-means, and rows within ``size`` of a tested one are not learned from;
            ``folds`` >= n leaves out one place at a time), ``knndm``, ``random``, ``event`` (one event at a time).
        folds: number of folds, at least 2; made fewer when there are not that many different places or events.
        seed: of the random start, order or origin.
        size: metres; blocks and buffer: best the range of the residuals (:mod:`.variogram`). None: blocks so large
            that each fold has about 4 of them; buffer: a tenth of the extent.
        groups: (n,) int event of each row, negative = of no event (an absence for all); for ``event``.
        targets: (m, 2) metres, a sample of the places to be predicted; for ``knndm``.

    Raises:
        AnalysisError: ``unknown_folds`` (method, known), ``too_few_folds`` (folds), ``folds_impossible`` (places:
            fewer than two different ones), ``size_not_positive`` (size), ``events_undated``, ``one_event``,
            ``targets_missing``.
    """
    if method not in METHODS:
        raise AnalysisError("unknown_folds", method=method, known=METHODS)
    if folds < 2:
        raise AnalysisError("too_few_folds", folds=folds)
    if size is not None and not (size > 0 and math.isfinite(size)):
        raise AnalysisError("size_not_positive", size=size)
    xy, labels = np.asarray(xy, dtype=float), np.asarray(labels, dtype=bool)
    if len(xy) < 2 or (method not in ("random", "event") and not np.ptp(xy, axis=0).any()):
        raise AnalysisError("folds_impossible", places=min(len(xy), 1))
    rng = np.random.default_rng(seed)
    if method == "event":
        return _by_event(groups, folds, rng)
    if method == "random":
        return _made(stratified(labels, folds, rng), method, folds)
    if method == "blocks":
        return _blocks(xy, folds, rng, size)
    if method == "knndm":
        return _matched(xy, labels, targets, folds, seed, tick)
    if method == "buffer" and folds >= len(xy):
        found = Folds(np.arange(len(xy)), "kmeans", len(xy))
    else:
        found = _made(kmeans(xy, folds, rng, tick), "kmeans", folds)
    return found if method == "kmeans" else _buffered(found, xy, size)


def _made(fold: np.ndarray, method: str, asked: int, notes: Sequence[Note] = (), size: float = 0.0) -> Folds:
    """Folds numbered without gaps, with a note when there are fewer than asked for."""
    kept, fold = np.unique(fold, return_inverse=True)
    if len(kept) < asked:
        notes = [*notes, ("folds_fewer", {"asked": asked, "made": len(kept)})]
    return Folds(fold.reshape(-1).astype(np.int64), method, len(kept), tuple(notes), size)


# ------------------------------------------------------------------------------------------------------ blocks
def _blocks(xy: np.ndarray, folds: int, rng: np.random.Generator, size: float | None) -> Folds:
    extent = float(np.ptp(xy, axis=0).max())
    origin = rng.random(2)
    notes: list[Note] = []
    least = folds if size is not None else folds * BLOCKS_PER_FOLD
    wanted = size if size is not None else extent / 2.0
    used = wanted
    block = block_ids(xy, used, origin)
    # Smaller by a tenth until the folds can be filled; many rows at one place may never fill them.
    while block.max() + 1 < least and used > extent / 1000.0:
        used *= 0.9
        block = block_ids(xy, used, origin)
    if size is None:
        notes.append(("blocks_default", {"size": used}))
    elif used < wanted:
        notes.append(("blocks_shrunk", {"wanted": wanted, "size": used}))
    counts = np.bincount(block)
    fold_of = np.empty(len(counts), dtype=np.int64)
    rows = np.zeros(folds)
    for one in rng.permutation(len(counts)):
        fold_of[one] = int(np.argmin(rows))
        rows[fold_of[one]] += counts[one]
    return _made(fold_of[block], "blocks", folds, notes, used)


def block_ids(xy: np.ndarray, size: float, origin: np.ndarray | None = None) -> np.ndarray:
    """(n,) number of the square block of each place, 0 and up without gaps, in order of row and column.

    Args:
        xy: (n, 2) metres; size: side of a block in metres.
        origin: (2,) shift of the grid in parts of a block, 0 to 1.
    """
    shift = np.zeros(2) if origin is None else np.asarray(origin, dtype=float)
    cell = np.floor((xy - xy.min(axis=0)) / size + shift).astype(np.int64)
    _, block = np.unique(cell, axis=0, return_inverse=True)
    return block.reshape(-1)


def fine_blocks(xy: np.ndarray, fold: np.ndarray | None = None, count: int = 30, seed: int = 0) -> np.ndarray:
    """Compact blocks of places, for intervals that must count places near each other as one.

    Args:
        xy: (n, 2) metres; fold: (n,) folds that no block may cross, or None.
        count: about how many.

    Returns:
        (n,) int64 labels, 0 and up without gaps.
    """
    block = kmeans(xy, count, np.random.default_rng(seed))
    if fold is None:
        return block
    _, label = np.unique(np.column_stack([fold, block]), axis=0, return_inverse=True)
    return label.reshape(-1).astype(np.int64)


# ------------------------------------------------------------------------------------------------------ buffer
def _buffered(folds: Folds, xy: np.ndarray, size: float | None) -> Folds:
    """The folds, with rows within ``size`` of a tested row kept out of training."""
    radius = size if size is not None else float(np.ptp(xy, axis=0).max()) / 10.0
    near = np.zeros((len(xy), folds.count), dtype=bool)
    for number in range(folds.count):
        tested = folds.test_mask(number)
        away, _ = cKDTree(xy[tested]).query(xy[~tested], distance_upper_bound=np.nextafter(radius, np.inf))
        near[~tested, number] = np.isfinite(away)
    return replace(folds, method="buffer", size=radius, near=near)


# ------------------------------------------------------------------------------------------------------- event
def _by_event(groups: np.ndarray | None, folds: int, rng: np.random.Generator) -> Folds:
    """One fold per event; more events than folds are put together at random; rows of no event are shared out."""
    groups = None if groups is None else np.asarray(groups)
    if groups is None or not (groups >= 0).any():
        raise AnalysisError("events_undated")
    dated = groups >= 0
    events, code, counts = np.unique(groups[dated], return_inverse=True, return_counts=True)
    if len(events) < 2:
        raise AnalysisError("one_event")
    fold_of = np.arange(len(events))
    if len(events) > folds:
        rows = np.zeros(folds)
        # The largest first, each to the smallest fold; equal ones in random order.
        shuffled = rng.permutation(len(events))
        for one in shuffled[np.argsort(-counts[shuffled], kind="stable")]:
            fold_of[one] = int(np.argmin(rows))
            rows[fold_of[one]] += counts[one]
    fold = np.empty(len(groups), dtype=np.int64)
    fold[dated] = fold_of[code.reshape(-1)]
    others = np.flatnonzero(~dated)
    notes: list[Note] = []
    if len(others):
        # In proportion to the dated rows of each fold, so that every fold holds both classes alike.
        share = np.cumsum(np.bincount(fold[dated])) / int(dated.sum())
        places = (np.arange(len(others)) + 0.5) / len(others)
        fold[rng.permutation(others)] = np.minimum(np.searchsorted(share, places), len(share) - 1)
        notes.append(("absences_shared", {"absences": len(others)}))
    return _made(fold, "event", min(folds, len(events)), notes)


# ------------------------------------------------------------------------------------------------------- kNNDM
def _matched(
    xy: np.ndarray, labels: np.ndarray, targets: np.ndarray | None, folds: int, seed: int, tick: Tick
) -> Folds:
    if targets is None or not len(targets):
        raise AnalysisError("targets_missing")
    found = match_folds(xy, np.asarray(targets, dtype=float), folds, seed, labels=labels, tick=tick)
    if found.clusters == 0:
        note: Note = ("knndm_random", {"wasserstein": found.wasserstein})
    else:
        note = ("knndm_clusters", {"clusters": found.clusters, "wasserstein": found.wasserstein})
    return _made(found.fold, "knndm", folds, [note])


# ----------------------------------------------------------------------------------------------------- nesting
class NestedFolds(Sequence[tuple[np.ndarray, np.ndarray]]):
    """Folds inside the training rows, by the same method, made when a learner first asks for them.

    Masks are over the training rows. Where the method cannot divide them (a single event left) k-means does, and
    where there is only one place, chance.
    """

    def __init__(
        self,
        xy: np.ndarray,
        labels: np.ndarray,
        outer: Folds,
        folds: int,
        seed: int,
        *,
        groups: np.ndarray | None = None,
        targets: np.ndarray | None = None,
        tick: Tick = no_tick,
    ) -> None:
        self._tick = tick
        self._arguments = (np.asarray(xy), np.asarray(labels), outer.method, folds, seed)
        self._size = outer.size or None
        self._groups, self._targets = groups, targets
        self._made: list[tuple[np.ndarray, np.ndarray]] | None = None

    def _pairs(self) -> list[tuple[np.ndarray, np.ndarray]]:
        if self._made is None:
            xy, labels, method, folds, seed = self._arguments
            try:
                found = make_folds(
                    xy,
                    labels,
                    method,
                    folds,
                    seed,
                    size=self._size,
                    groups=self._groups,
                    targets=self._targets,
                    tick=self._tick,
                )
            except AnalysisError:
                fallback = "kmeans" if len(xy) and np.ptp(xy, axis=0).any() else "random"
                found = make_folds(xy, labels, fallback, folds, seed)
            self._made = list(found.pairs())
        return self._made

    @overload
    def __getitem__(self, number: int) -> tuple[np.ndarray, np.ndarray]: ...
    @overload
    def __getitem__(self, number: slice) -> list[tuple[np.ndarray, np.ndarray]]: ...
    def __getitem__(self, number: int | slice) -> tuple[np.ndarray, np.ndarray] | list[tuple[np.ndarray, np.ndarray]]:
        return self._pairs()[number]

    def __len__(self) -> int:
        return len(self._pairs())
