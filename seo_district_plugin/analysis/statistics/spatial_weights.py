"""Who is near whom, as sparse weights: from neighbors, nearest, distance bands, distances along a network.

Weights are ``scipy.sparse.csr_matrix`` (n, n): row i holds the neighbors of place i, nobody is a neighbor of itself.
A place without neighbors (an island) has an empty row and keeps it in every standardization. Polygons that touch:
``contiguity.py``.

Sources:
    A. D. Cliff, J. K. Ord (1981), Spatial Processes, chapter 1 (S0, S1, S2).
    L. Anselin (1988), Spatial Econometrics, chapter 3 (contiguity, standardization by row).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph
from scipy.spatial import cKDTree

from ..errors import AnalysisError, Tick, no_tick

Decay = Callable[[np.ndarray], np.ndarray]
"""Distances (k,) -> weights (k,), finite and at least 0; a weight of 0 is no neighbor."""

MOST_PAIRS = 30_000_000
"""Neighbors that a band may have in all: 360 MB of weights, twice that while they are made."""
_QUERY = 500_000
"""Pairs looked up between two ticks."""


@dataclass(frozen=True)
class WeightsSummary:
    """What a person wants to know of weights before trusting what is computed with them.

    Attributes:
        places, links: rows, and neighbors in all.
        islands: places without neighbors.
        fewest, mean, most: neighbors of a place (islands counted).
        parts: connected groups of places, islands included.
        s0, s1, s2: sums of Cliff and Ord: of the weights, of half (w_ij + w_ji)^2, of (row sum + column sum)^2.
        symmetric: whether j's weight for i always equals i's for j.
    """

    places: int
    links: int
    islands: int
    fewest: int
    mean: float
    most: int
    parts: int
    s0: float
    s1: float
    s2: float
    symmetric: bool


def checked(weights: sparse.spmatrix, places: int | None = None) -> sparse.csr_matrix:
    """The weights as every function here wants them: csr, float, sorted, no diagonal, no stored zeros; a copy.

    Args:
        weights: any scipy.sparse matrix or array.
        places: how many places there must be.

    Raises:
        AnalysisError: ``weights_not_square`` (rows, columns), ``weights_other_size`` (weights, places),
            ``weights_not_usable`` (count: negative, infinite or missing weights).
    """
    rows, columns = weights.shape
    if rows != columns:
        raise AnalysisError("weights_not_square", rows=rows, columns=columns)
    if places is not None and rows != places:
        raise AnalysisError("weights_other_size", weights=rows, places=places)
    entries = sparse.coo_matrix(weights)
    bad = ~(np.isfinite(entries.data) & (entries.data >= 0))
    if bad.any():
        raise AnalysisError("weights_not_usable", count=int(bad.sum()))
    keep = (entries.row != entries.col) & (entries.data != 0)
    result = sparse.csr_matrix(
        (entries.data[keep].astype(np.float64), (entries.row[keep], entries.col[keep])), shape=(rows, columns)
    )
    result.sort_indices()
    return result


# ----------------------------------------------------------------------------------------------------- making weights
def from_pairs(
    owner: np.ndarray, neighbor: np.ndarray, places: int, weight: np.ndarray | None = None
) -> sparse.csr_matrix:
    """Weights from (k,) ordered pairs; a pair given twice counts once (its largest weight).

    Raises:
        AnalysisError: ``neighbor_unknown`` (count, places): numbers outside 0 to places - 1; ``weights_not_usable``.
    """
    owner, neighbor = np.asarray(owner, dtype=np.int64), np.asarray(neighbor, dtype=np.int64)
    unknown = (owner < 0) | (owner >= places) | (neighbor < 0) | (neighbor >= places)
    if unknown.any():
        raise AnalysisError("neighbor_unknown", count=int(unknown.sum()), places=places)
    amount = np.ones(len(owner)) if weight is None else np.asarray(weight, dtype=np.float64)
    order = np.lexsort((-amount, neighbor, owner))
    owner, neighbor, amount = owner[order], neighbor[order], amount[order]
    first = np.ones(len(owner), dtype=bool)
    first[1:] = (owner[1:] != owner[:-1]) | (neighbor[1:] != neighbor[:-1])
    return checked(sparse.csr_matrix((amount[first], (owner[first], neighbor[first])), shape=(places, places)))


def from_neighbors(neighbors: Sequence[Sequence[int]]) -> sparse.csr_matrix:
    """Binary weights from a list of neighbors per place.

    Raises:
        AnalysisError: ``neighbor_unknown``.
    """
    counts = np.array([len(own) for own in neighbors], dtype=np.int64)
    flat = np.array([other for own in neighbors for other in own], dtype=np.int64)
    return from_pairs(np.repeat(np.arange(len(counts)), counts), flat, len(counts))


def k_nearest(xy: np.ndarray, count: int) -> sparse.csr_matrix:
    """Binary weights: the ``count`` nearest other places (fewer where there are fewer places).

    Equal distances: by the number of the place, except at the last rank of a place with more than two candidates
    there, where it is the search tree's choice (the same for the same points). Not symmetric.

    Raises:
        AnalysisError: ``coordinates_not_finite`` (count), ``neighbor_count_too_small`` (count).
    """
    xy = _points(xy)
    if count < 1:
        raise AnalysisError("neighbor_count_too_small", count=count)
    places = len(xy)
    wanted = min(count, places - 1)
    if wanted < 1:
        return sparse.csr_matrix((places, places))
    # Where many places share one spot, a place may not be among its own nearest: one more than needed is enough.
    distance, found = cKDTree(xy).query(xy, k=min(wanted + 2, places))
    distance = np.where(found == np.arange(places)[:, None], np.inf, distance)
    order = np.lexsort((found, distance), axis=1)[:, :wanted]
    chosen = np.take_along_axis(found, order, axis=1)
    return from_pairs(np.repeat(np.arange(places), wanted), chosen.ravel(), places)


def distance_band(
    xy: np.ndarray, radius: float, decay: Decay | None = None, most: int = MOST_PAIRS, tick: Tick = no_tick
) -> sparse.csr_matrix:
    """Everybody at most ``radius`` away, binary or by ``decay`` of the straight distance; symmetric.

    Raises:
        AnalysisError: ``coordinates_not_finite``, ``radius_not_positive`` (radius), ``too_many_neighbors`` (pairs,
            limit), ``weights_not_usable`` (from the decay).
    """
    xy = _points(xy)
    if not (np.isfinite(radius) and radius > 0):
        raise AnalysisError("radius_not_positive", radius=radius)
    places = len(xy)
    if places < 2:
        return sparse.csr_matrix((places, places))
    tree = cKDTree(xy)
    pairs = int(tree.count_neighbors(tree, radius)) - places
    if pairs > most:
        raise AnalysisError("too_many_neighbors", pairs=pairs, limit=most)
    found = []
    step = max(1, _QUERY * places // max(pairs, 1))
    for start in range(0, places, step):
        part = cKDTree(xy[start : start + step])
        block = part.sparse_distance_matrix(tree, radius, output_type="coo_matrix")
        weight = np.ones(block.nnz) if decay is None else np.asarray(decay(block.data), dtype=np.float64)
        other = block.row + start != block.col
        found.append(_block(block.row[other], block.col[other], weight[other], block.shape))
        tick(min(1.0, (start + step) / places))
    return sparse.csr_matrix(sparse.vstack(found, format="csr"))


def _block(row: np.ndarray, column: np.ndarray, weight: np.ndarray, shape: tuple[int, int]) -> sparse.csr_matrix:
    """Some rows of weights, sorted and without zeros."""
    bad = ~(np.isfinite(weight) & (weight >= 0))
    if bad.any():
        raise AnalysisError("weights_not_usable", count=int(bad.sum()))
    keep = weight != 0
    result = sparse.csr_matrix((weight[keep], (row[keep], column[keep])), shape=shape)
    result.sort_indices()
    return result


def from_distances(
    distances: sparse.spmatrix, radius: float | None = None, decay: Decay | None = None
) -> sparse.csr_matrix:
    """Weights from distances measured elsewhere, e.g. along streets: stored entries are pairs that were reached.

    Args:
        distances: (n, n) sparse; a stored 0 is two places at one spot and counts as a pair, what is not stored is
            out of reach. The diagonal is ignored.
        radius: pairs farther apart are left out.
        decay: as in :func:`distance_band`; None: binary.

    Raises:
        AnalysisError: ``weights_not_square``, ``weights_not_usable`` (count).
    """
    rows, columns = distances.shape
    if rows != columns:
        raise AnalysisError("weights_not_square", rows=rows, columns=columns)
    entries = sparse.coo_matrix(distances)
    bad = np.isnan(entries.data) | (entries.data < 0)
    if bad.any():
        raise AnalysisError("weights_not_usable", count=int(bad.sum()))
    keep = (entries.row != entries.col) & np.isfinite(entries.data)
    if radius is not None:
        keep &= entries.data <= radius
    measured = entries.data[keep].astype(np.float64)
    weight = None if decay is None else np.asarray(decay(measured), dtype=np.float64)
    return from_pairs(entries.row[keep], entries.col[keep], rows, weight)


def _points(xy: np.ndarray) -> np.ndarray:
    xy = np.asarray(xy, dtype=np.float64).reshape(-1, 2)
    bad = ~np.isfinite(xy).all(axis=1)
    if bad.any():
        raise AnalysisError("coordinates_not_finite", count=int(bad.sum()))
    return xy


# ----------------------------------------------------------------------------------------------------- using weights
def row_sums(weights: sparse.spmatrix) -> np.ndarray:
    """(n,) sum of every row."""
    return np.asarray(weights.sum(axis=1), dtype=np.float64).ravel()


def islands(weights: sparse.csr_matrix) -> np.ndarray:
    """(n,) bool: places without neighbors; of checked weights."""
    return np.diff(weights.indptr) == 0


def binary(weights: sparse.csr_matrix) -> sparse.csr_matrix:
    """The same neighbors, each with the weight 1."""
    result = weights.copy()
    result.data = np.ones_like(result.data, dtype=np.float64)
    return result


def row_standardized(weights: sparse.csr_matrix) -> sparse.csr_matrix:
    """Every row divided by its sum; the rows of islands stay empty."""
    total = row_sums(weights)
    scale = np.divide(1.0, total, out=np.zeros_like(total), where=total > 0)
    return sparse.csr_matrix(sparse.diags(scale) @ weights)


def with_self(weights: sparse.csr_matrix, own: float | np.ndarray = 1.0) -> sparse.csr_matrix:
    """Every place its own neighbor too, with the weight ``own`` (one, or (n,)): what Gi* sums over."""
    own = np.broadcast_to(np.asarray(own, dtype=np.float64), (weights.shape[0],))
    return sparse.csr_matrix(weights + sparse.diags(own))


def summary(weights: sparse.csr_matrix) -> WeightsSummary:
    """Counts and sums of checked weights."""
    weights = checked(weights)
    neighbors = np.diff(weights.indptr)
    places = len(neighbors)
    both = weights + weights.T
    return WeightsSummary(
        places=places,
        links=int(weights.nnz),
        islands=int((neighbors == 0).sum()),
        fewest=int(neighbors.min(initial=weights.nnz)) if places else 0,
        mean=float(neighbors.mean()) if places else 0.0,
        most=int(neighbors.max(initial=0)),
        parts=int(csgraph.connected_components(weights, directed=False)[0]) if places else 0,
        s0=float(weights.sum()),
        s1=float(both.multiply(both).sum() / 2.0),
        s2=float(((row_sums(weights) + row_sums(weights.T)) ** 2).sum()),
        symmetric=abs(weights - weights.T).max() <= 1e-12 * weights.max() if weights.nnz else True,
    )
