"""Dasymetric allocation: the people of each zone to the targets in it, by weight, every total kept."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from ..errors import AnalysisError, Tick, no_tick
from .spreading import ALIKE, alike, along_curve, spread_people

NONE, WEIGHT, AREA = 0, 1, 2
"""By what a zone's people were spread: not at all, by the weights of its targets, by their area in the zone."""

_KEPT = 1e-9  # of the people of a zone and group; the rounding of a sum of millions stays well below


@dataclass(frozen=True)
class Pairs:
    """Which targets lie in which zones.

    Attributes:
        zone, target: (k,) int64 positions; a pair may occur more than once (parts of one zone).
        weight: (k,) weight of the target, or the part of it that lies in the zone.
        size: (k,) what is used where no target of a zone has a weight: its area in the zone (1 for points).
    """

    zone: np.ndarray
    target: np.ndarray
    weight: np.ndarray
    size: np.ndarray


@dataclass(frozen=True)
class Unallocated:
    """People of a zone and group who could not be put anywhere: ``no_target`` in the zone, or ``no_weight``."""

    zone: int
    group: int
    people: float
    reason: str


@dataclass(frozen=True)
class Allocation:
    """Where the people are.

    Attributes:
        people: (t, g) of each target and group; whole numbers when rounded.
        low, high: (t,) all people of a target if the hidden counts of its zones are least and most; the whole numbers
            around when rounded.
        zone: (t,) the zone from which a target gets the largest share, -1 for none.
        share: (t,) that share of the people of the zone, 0 to 1.
        zones: (t,) number of zones from which a target gets people.
        basis: (t,) NONE, WEIGHT or AREA, of the zone above.
        zone_basis: (z,) the same of each zone.
        allocated: (z, g) people of a zone that were put somewhere, added up from what the targets got.
        unallocated: the rest, one entry per zone and group with people.
    """

    people: np.ndarray
    low: np.ndarray
    high: np.ndarray
    zone: np.ndarray
    share: np.ndarray
    zones: np.ndarray
    basis: np.ndarray
    zone_basis: np.ndarray
    allocated: np.ndarray
    unallocated: list[Unallocated]


def split_weights(weights: np.ndarray, zone_part: np.ndarray, target: np.ndarray) -> np.ndarray:
    """(k,) weight of each pair: the target's weight (t,) times the part of its area that lies in the zone (k,).

    What lies in no zone takes its part of the weight with it.

    Raises:
        AnalysisError: ``weight_negative`` (count) for weights below 0. Missing weights (NaN) count as 0.
    """
    weights = np.asarray(weights, dtype=np.float64)
    negative = int((weights < 0).sum())
    if negative:
        raise AnalysisError("weight_negative", count=negative)
    clean = np.where(np.isfinite(weights), weights, 0.0)
    return clean[target] * np.clip(zone_part, 0.0, 1.0)


def zone_shares(pairs: Pairs, zones: int, fallback: bool) -> tuple[np.ndarray, np.ndarray]:
    """(k,) share of its zone's people that each pair gets, adding up to 1 per zone, and (z,) by what."""
    weight = np.bincount(pairs.zone, weights=pairs.weight, minlength=zones)
    size = np.bincount(pairs.zone, weights=pairs.size, minlength=zones)
    basis = np.where(weight > 0, WEIGHT, np.where((size > 0) & fallback, AREA, NONE))
    own = basis[pairs.zone]
    amount = np.where(own == WEIGHT, pairs.weight, np.where(own == AREA, pairs.size, 0.0))
    total = np.where(basis == WEIGHT, weight, np.where(basis == AREA, size, 1.0))
    return amount / total[pairs.zone], basis


def allocate(
    counts: np.ndarray,
    pairs: Pairs,
    targets: int,
    *,
    low: np.ndarray | None = None,
    high: np.ndarray | None = None,
    fallback: bool = True,
    whole: bool = False,
    places: np.ndarray | None = None,
    seed: int = 0,
    tick: Tick = no_tick,
) -> Allocation:
    """Spread the counts of zones over targets by weight (dasymetric mapping; Eicher and Brewer 2001).

    Args:
        counts: (z, g) people, not negative; whole numbers when ``whole``.
        pairs: of zones and targets.
        targets: their number t.
        low, high: (z,) all people of a zone at least and at most; the counts when None.
        fallback: zones in which no target has a weight are spread by the size of the pairs.
        whole: give whole people, see :func:`spread_people`.
        places: (t, 2) points of the targets, over which whole people are spread evenly; in random order when None.
        seed: decides which of equal targets get a whole person.

    Raises:
        AnalysisError: ``population_not_kept`` (zone, difference) should a total not be kept: never seen.
    """
    counts = np.asarray(counts, dtype=np.float64)
    zones = len(counts)
    share, zone_basis = zone_shares(pairs, zones, fallback)
    # Of the same zone and target more than one pair may exist: csr adds them up.
    matrix = csr_matrix((share, (pairs.target, pairs.zone)), shape=(targets, zones))
    matrix.sum_duplicates()
    placed = zone_basis != NONE
    if whole:
        people, allocated = _whole_people(counts, matrix, placed, _way(places, targets, seed), seed, tick)
    else:
        people = np.asarray(matrix @ counts)
        allocated = np.asarray(matrix.sum(axis=0)).ravel()[:, None] * counts
    _check_kept(people, allocated, np.where(placed[:, None], counts, 0.0))
    total = counts.sum(axis=1)
    bottom, top = (np.where(placed, total if bound is None else bound, 0.0) for bound in (low, high))
    if whole:
        bottom, top = _whole_bounds(matrix, bottom, top, people.sum(axis=1))
    else:
        bottom, top = matrix @ bottom, matrix @ top
    zone, largest, number = _main_zone(matrix)
    basis = np.where(zone >= 0, zone_basis[zone], NONE)
    seen = np.bincount(pairs.zone, minlength=zones) > 0
    left = [
        Unallocated(int(z), int(g), float(counts[z, g]), "no_weight" if seen[z] else "no_target")
        for z, g in zip(*np.nonzero(~placed[:, None] & (counts > 0)))
    ]
    return Allocation(people, bottom, top, zone, largest, number, basis, zone_basis, allocated, left)


def _way(places: np.ndarray | None, targets: int, seed: int) -> np.ndarray:
    """(t,) place of each target on a way through all of them."""
    random = np.random.default_rng(seed)
    order = random.permutation(targets) if places is None else along_curve(places, random)
    rank = np.empty(targets, dtype=np.int64)
    rank[order] = np.arange(targets)
    return rank


def _whole_people(
    counts: np.ndarray, matrix: csr_matrix, placed: np.ndarray, rank: np.ndarray, seed: int, tick: Tick
) -> tuple[np.ndarray, np.ndarray]:
    """(t, g) whole people, and (z, g) how many of each zone these are."""
    people, allocated = np.zeros((matrix.shape[0], counts.shape[1])), np.zeros(counts.shape)
    by_zone = matrix.tocsc()
    for zone in np.flatnonzero(placed & (counts.sum(axis=1) > 0)):
        tick(zone / len(counts))
        part = slice(by_zone.indptr[zone], by_zone.indptr[zone + 1])
        target, share = by_zone.indices[part], by_zone.data[part]
        target, share = target[share > 0], share[share > 0]
        order = np.argsort(rank[target])
        target, share = target[order], alike(share[order])
        random = np.random.default_rng((seed, int(zone)))
        rounded = spread_people(share[:, None] * counts[zone], np.round(counts[zone]), random)
        people[target] += rounded
        allocated[zone] = rounded.sum(axis=0)
    return people, allocated


def _whole_bounds(
    matrix: csr_matrix, low: np.ndarray, high: np.ndarray, people: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """(t,) least and most whole people of each target: its part of each zone rounded down, and rounded up."""
    bottom, top = matrix.copy(), matrix.copy()
    bottom.data = np.floor(bottom.data * low[bottom.indices] + ALIKE)
    top.data = np.ceil(top.data * high[top.indices] - ALIKE)
    # Where areas were made equal, or two columns changed places, people may be one beside what these products say.
    bounds = (np.asarray(bound.sum(axis=1)).ravel() for bound in (bottom, top))
    return np.minimum(next(bounds), people), np.maximum(next(bounds), people)


def _check_kept(people: np.ndarray, allocated: np.ndarray, counts: np.ndarray) -> None:
    """What was given to targets is what the zones had, of every zone and group: the one promise of this module."""
    gap = np.abs(allocated - counts).max(axis=1, initial=0.0)
    bad = np.flatnonzero(gap > _KEPT * np.maximum(counts.max(axis=1, initial=0.0), 1.0))
    groups = float(np.abs(people.sum(axis=0) - allocated.sum(axis=0)).max(initial=0.0))
    if len(bad) or groups > _KEPT * max(float(counts.sum()), 1.0):
        zone = int(bad[0]) if len(bad) else -1
        raise AnalysisError("population_not_kept", zone=zone, difference=float(max(gap.max(initial=0.0), groups)))


def _main_zone(matrix: csr_matrix) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Of each target: the zone that gives the largest share (of equals the first), that share, number of zones."""
    rows = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    used = matrix.data > 0
    row, column, data = rows[used], matrix.indices[used], matrix.data[used]
    order = np.lexsort([column, -data, row])
    row, column, data = row[order], column[order], data[order]
    first = np.unique(row, return_index=True)
    zone = np.full(matrix.shape[0], -1, dtype=np.int64)
    share = np.zeros(matrix.shape[0])
    zone[first[0]], share[first[0]] = column[first[1]], data[first[1]]
    return zone, share, np.bincount(row, minlength=matrix.shape[0])
