"""Conditional permutation of spatial lags: what a place's neighborhood would sum to if its neighbors were anybody.

For every place the values of all others are shuffled and the weighted sum over its neighbors is taken again
(Anselin 1995). All local statistics of one place are increasing or decreasing functions of that sum, so that one run
serves local Moran, Gi and Gi*, with any scaling of the rows.

How it is fast: a draw is one ordered sample of M + 1 different places, M the most neighbors of any place; a place
with k neighbors takes the first k. Where the place itself is among them, the last of the sample stands in for it: given
that it is among them, the last one is a fair draw of the others. So all places share a draw, and sums for many places
and draws are one product of matrices (or, with equal weights in a row, one look at running sums). The draws of two
places are therefore not independent, as in PySAL; every place by itself has exactly the conditional distribution.

Sources:
    L. Anselin (1995), Local indicators of spatial association, Geographical Analysis 27, 93-115.
    B. V. North, D. Curtis, P. C. Sham (2002), A note on the calculation of empirical p values from Monte Carlo
    procedures, American Journal of Human Genetics 71, 439-441: (r + 1) / (n + 1).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from ..errors import AnalysisError, Tick, no_tick
from .spatial_weights import checked, row_sums

PERMUTATIONS = 999
_CELLS = 4_000_000
"""Numbers in one block of sums (places x draws) or of a draw: 32 MB."""
_TIE = 1e-11


@dataclass(frozen=True)
class PermutedLags:
    """Where each place's lag lies among permuted ones.

    Attributes:
        lag: (n,) sum over the neighbors of weight times (value - mean); the place itself left out.
        above, below: (n,) permuted lags that are at least, at most as large as the lag (equal ones are in both).
        mean, deviation: (n,) of the permuted lags (the deviation with the divisor n).
        permutations: how many there were.
        island: (n,) bool: no neighbors, no test; its p-values are NaN.
    """

    lag: np.ndarray
    above: np.ndarray
    below: np.ndarray
    mean: np.ndarray
    deviation: np.ndarray
    permutations: int
    island: np.ndarray

    @property
    def p_high(self) -> np.ndarray:
        """(n,) one-sided p: neighbors this high or higher by chance."""
        return self._share(self.above)

    @property
    def p_low(self) -> np.ndarray:
        """(n,) one-sided p: neighbors this low or lower by chance."""
        return self._share(self.below)

    @property
    def p_folded(self) -> np.ndarray:
        """(n,) the smaller of both: what PySAL and GeoDa print; half of a two-sided p-value."""
        return np.minimum(self.p_high, self.p_low)

    @property
    def p(self) -> np.ndarray:
        """(n,) two-sided p: twice the smaller, at most 1; what corrections for many tests need."""
        return np.minimum(1.0, 2.0 * self.p_folded)

    @property
    def z(self) -> np.ndarray:
        """(n,) the lag in standard deviations of the permuted ones; NaN where these do not vary."""
        varies = (self.deviation > 0) & ~self.island
        return np.divide(self.lag - self.mean, self.deviation, out=np.full(len(self.lag), np.nan), where=varies)

    def _share(self, counts: np.ndarray) -> np.ndarray:
        return np.where(self.island, np.nan, (counts + 1.0) / (self.permutations + 1.0))


def usable_values(values: np.ndarray) -> np.ndarray:
    """(n,) float values, or an error that says why nothing can be computed from them.

    Raises:
        AnalysisError: ``numbers_not_finite`` (count), ``too_few_places`` (places, needed),
            ``values_all_equal`` (value).
    """
    values = np.asarray(values, dtype=np.float64).reshape(-1)
    bad = ~np.isfinite(values)
    if bad.any():
        raise AnalysisError("numbers_not_finite", count=int(bad.sum()))
    if len(values) < 3:
        raise AnalysisError("too_few_places", places=len(values), needed=3)
    if np.ptp(values) <= 1e-12 * np.abs(values).max():
        raise AnalysisError("values_all_equal", value=float(values[0]))
    return values


def permuted_lags(
    values: np.ndarray,
    weights: sparse.spmatrix,
    permutations: int = PERMUTATIONS,
    seed: int = 0,
    tick: Tick = no_tick,
) -> PermutedLags:
    """Counts of permuted lags on either side of each place's own.

    Args:
        values: (n,) finite.
        weights: (n, n) sparse; the diagonal is ignored, rows may be scaled in any way.
        seed: the same seed gives the same counts.
        tick: called after every block (about a tenth of a second).

    Raises:
        AnalysisError: those of :func:`usable_values` and ``checked``; ``permutations_too_few`` (permutations).
    """
    values = usable_values(values)
    weights = checked(weights, len(values))
    if permutations < 1:
        raise AnalysisError("permutations_too_few", permutations=permutations)
    values = values - values.mean()
    work = _Work(values, weights)
    work.draw(np.random.default_rng(seed), permutations, tick)
    return work.result(permutations)


def samples(rng: np.random.Generator, places: int, size: int, count: int, tick: Tick = no_tick) -> np.ndarray:
    """(count, size) ordered samples of different places, all equally likely; ``size`` at most ``places``."""
    if 4 * size * size <= places:
        return _redrawn(rng, places, size, count)
    return _shuffled(rng, places, size, count, tick)


def _shuffled(rng: np.random.Generator, places: int, size: int, count: int, tick: Tick) -> np.ndarray:
    """The first cards of shuffled packs (Fisher and Yates), many packs at a time; a used pack serves as well as new."""
    packs = min(count, max(64, _CELLS // places))
    pack = np.tile(np.arange(places, dtype=np.int32), (packs, 1))
    row = np.arange(packs)
    drawn = np.empty((count, size), dtype=np.int64)
    for done in range(0, count, packs):
        tick(done / count)
        for card in range(size):
            other = rng.integers(card, places, packs)
            pack[row, card], pack[row, other] = pack[row, other], pack[row, card]
        drawn[done : done + packs] = pack[: count - done, :size]
    return drawn


def _redrawn(rng: np.random.Generator, places: int, size: int, count: int) -> np.ndarray:
    """Samples with replacement; one that holds a place twice is drawn anew as a whole: all stay equally likely."""
    drawn = rng.integers(0, places, (count, size))
    again = np.arange(count)
    while len(again):
        ordered = np.sort(drawn[again], axis=1)
        again = again[(ordered[:, 1:] == ordered[:, :-1]).any(axis=1)]
        drawn[again] = rng.integers(0, places, (len(again), size))
    return drawn


def part_of(tick: Tick, begun: float, upto: float) -> Tick:
    """The tick of a part of the work: its 0 to 1 are ``begun`` to ``upto`` of the whole."""
    return lambda fraction: tick(begun + (upto - begun) * fraction)


class _Draw:
    """Some samples: their values, running sums, and at which spots each place was drawn."""

    def __init__(self, values: np.ndarray, ids: np.ndarray, wanted: np.ndarray | None = None) -> None:
        """``wanted``: (n,) bool places that are asked about; None: all."""
        self.drawn = values[ids]
        self.running = np.zeros(ids.shape)
        np.cumsum(self.drawn[:, :-1], axis=1, out=self.running[:, 1:])
        flat = ids[:, :-1].ravel()
        spots = np.arange(len(flat)) if wanted is None else np.flatnonzero(wanted[flat])
        self.spots = spots[np.argsort(flat[spots], kind="stable")]
        self.starts = np.searchsorted(flat[self.spots], np.arange(len(values) + 1))


class _Work:
    """Places in an order that makes blocks alike, and what has been counted of them so far."""

    def __init__(self, values: np.ndarray, weights: sparse.csr_matrix) -> None:
        self.values, self.weights = values, weights
        self.degree = np.diff(weights.indptr).astype(np.int64)
        self.most = int(self.degree.max(initial=0))
        filled = self.degree > 0
        heaviest, lightest = np.zeros(len(values)), np.zeros(len(values))
        heaviest[filled] = np.maximum.reduceat(weights.data, weights.indptr[:-1][filled]) if filled.any() else 0.0
        lightest[filled] = np.minimum.reduceat(weights.data, weights.indptr[:-1][filled]) if filled.any() else 0.0
        self.heaviest = heaviest
        self.even = heaviest - lightest <= 1e-14 * heaviest
        self.order = np.lexsort((self.degree, ~self.even))
        self.wanted: np.ndarray | None = None
        self.lag = weights @ values
        # The mean of all orders; squares of what is left of the sums do not cancel.
        self.expected = row_sums(weights) * -values / (len(values) - 1)
        # Sums of the same numbers in another order differ in the last digits and are still equal.
        self.slack = _TIE * row_sums(weights) * np.abs(values).max()
        self.above = np.zeros(len(values), dtype=np.int64)
        self.below = np.zeros(len(values), dtype=np.int64)
        self.total = np.zeros(len(values))
        self.squares = np.zeros(len(values))

    def only(self, places: np.ndarray) -> None:
        """From now on count for some places only."""
        self.wanted = np.zeros(len(self.values), dtype=bool)
        self.wanted[places] = True
        self.order = self.order[self.wanted[self.order]]
        self.most = int(self.degree[self.order].max(initial=0))

    def blocks(self, draws: int) -> list[slice]:
        """Runs of the order: places x draws and places x neighbors bounded, even and uneven rows apart."""
        result = []
        places, turn = len(self.order), int(self.even[self.order].sum())
        first = 0
        while first < places:
            end = turn if first < turn else places
            last = min(end, first + max(1, _CELLS // draws))
            if first >= turn:
                # Degrees ascend: the last of the block is its widest.
                while last > first + 1 and (last - first) * int(self.degree[self.order[last - 1]]) > _CELLS:
                    last = first + (last - first + 1) // 2
            result.append(slice(first, last))
            first = last
        return result

    def draw(self, rng: np.random.Generator, permutations: int, tick: Tick = no_tick) -> None:
        """Draw so many more samples and count them for the places asked about."""
        places, done = len(self.values), 0
        draws = max(1, min(permutations, _CELLS // (self.most + 1)))
        while done < permutations:
            count = min(draws, permutations - done)
            still = part_of(tick, done / permutations, done / permutations)
            drawn = samples(rng, places, self.most + 1, count, still)
            draw = _Draw(self.values, drawn, self.wanted)
            for part in self.blocks(count):
                self.count(draw, part)
                tick((done + count * part.stop / max(len(self.order), 1)) / permutations)
            done += count

    def count(self, draw: _Draw, part: slice) -> None:
        own = self.order[part]
        if not self.degree[own[-1]]:
            return
        if self.even[own[0]]:
            sums = draw.running[:, self.degree[own]] * self.heaviest[own]
        else:
            sums = draw.drawn[:, : self.degree[own[-1]]] @ self._padded(own)
        self._without_itself(draw, own, sums)
        lag, slack = self.lag[own], self.slack[own]
        self.above[own] += (sums >= lag - slack).sum(axis=0)
        self.below[own] += (sums <= lag + slack).sum(axis=0)
        sums -= self.expected[own]
        self.total[own] += sums.sum(axis=0)
        self.squares[own] += np.einsum("ij,ij->j", sums, sums)

    def _padded(self, own: np.ndarray) -> np.ndarray:
        """(most neighbors, places) weights, one column per place, zeros below."""
        degree = self.degree[own]
        column = np.repeat(np.arange(len(own)), degree)
        row = np.arange(len(column)) - np.repeat(np.cumsum(degree) - degree, degree)
        result = np.zeros((int(degree[-1]), len(own)))
        result[row, column] = self.weights.data[self.weights.indptr[own][column] + row]
        return result

    def _without_itself(self, draw: _Draw, own: np.ndarray, sums: np.ndarray) -> None:
        """Where a place was drawn as its own neighbor, the last of the sample takes its spot."""
        count = draw.starts[own + 1] - draw.starts[own]
        column = np.repeat(np.arange(len(own)), count)
        offset = np.arange(len(column)) - np.repeat(np.cumsum(count) - count, count)
        row, spot = np.divmod(draw.spots[draw.starts[own][column] + offset], self.most)
        near = spot < self.degree[own][column]
        column, row, spot = column[near], row[near], spot[near]
        place = own[column]
        weight = self.weights.data[self.weights.indptr[place] + spot]
        sums[row, column] += weight * (draw.drawn[row, -1] - self.values[place])

    def result(self, permutations: int) -> PermutedLags:
        mean = self.total / permutations
        variance = np.maximum(self.squares / permutations - mean**2, 0.0)
        mean = mean + self.expected
        # What rounding leaves of equal sums is no spread.
        spread = np.where(variance > self.slack**2, np.sqrt(variance), 0.0)
        return PermutedLags(self.lag, self.above, self.below, mean, spread, permutations, self.degree == 0)
