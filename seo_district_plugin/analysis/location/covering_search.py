"""Good covers with few sites: local search with weights on demands that are hard to cover (RWLS; Gao et al. 2015)."""

from __future__ import annotations

import time

import numpy as np
from scipy import sparse

from ..errors import Tick, no_tick

OFTEN = 50
"""Steps between two looks at the clock."""


class _State:
    """A set of sites with the loss of closing each open one and the gain of opening each closed one, by weights."""

    def __init__(self, cover: sparse.csr_matrix, chosen: np.ndarray) -> None:
        self.rows, self.columns = sparse.csr_matrix(cover), sparse.csc_matrix(cover)
        self.weight = np.ones(cover.shape[0])
        self.count = np.zeros(cover.shape[0], dtype=np.int64)
        self.chosen = np.zeros(cover.shape[1], dtype=bool)
        self.score = np.asarray(cover.sum(axis=0), dtype=np.float64).ravel()
        for site in np.flatnonzero(chosen):
            self.open(int(site))

    def covers(self, site: int) -> np.ndarray:
        return self.columns.indices[self.columns.indptr[site] : self.columns.indptr[site + 1]]

    def _entries(self, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Sites of these rows, and the weight of the row of each."""
        begin, length = self.rows.indptr[rows], self.rows.indptr[rows + 1] - self.rows.indptr[rows]
        ends = np.cumsum(length)
        at = np.arange(ends[-1] if len(ends) else 0) + np.repeat(begin - (ends - length), length)
        return self.rows.indices[at], np.repeat(self.weight[rows], length)

    def open(self, site: int) -> None:
        rows = self.covers(site)
        fresh, shared = rows[self.count[rows] == 0], rows[self.count[rows] == 1]
        sites, weight = self._entries(fresh)
        self.score -= np.bincount(sites, weights=weight, minlength=len(self.score))
        sites, weight = self._entries(shared)
        held = self.chosen[sites]
        self.score -= np.bincount(sites[held], weights=weight[held], minlength=len(self.score))
        self.count[rows] += 1
        self.chosen[site] = True
        self.score[site] = self.weight[fresh].sum()

    def close(self, site: int) -> None:
        rows = self.covers(site)
        lost, single = rows[self.count[rows] == 1], rows[self.count[rows] == 2]
        self.count[rows] -= 1
        self.chosen[site] = False
        self.score[site] = 0.0
        sites, weight = self._entries(lost)
        self.score += np.bincount(sites, weights=weight, minlength=len(self.score))
        sites, weight = self._entries(single)
        held = self.chosen[sites]
        self.score += np.bincount(sites[held], weights=weight[held], minlength=len(self.score))

    def raise_weights(self, rows: np.ndarray) -> None:
        """Make uncovered rows count for more."""
        sites, _ = self._entries(rows)
        self.score += np.bincount(sites, minlength=len(self.score))
        self.weight[rows] += 1.0


def _covered(state: _State, upper: np.ndarray, tick: Tick) -> bool:
    """Open the site of largest gain until every row is covered; whether that can be."""
    while (state.count == 0).any():
        tick(0.0)
        site = int(np.argmax(np.where(state.chosen | (upper == 0), -1.0, state.score)))
        if state.chosen[site] or upper[site] == 0 or state.score[site] <= 0:
            return False
        state.open(site)
    return True


def few_sites(
    cover: sparse.csr_matrix,
    lower: np.ndarray,
    upper: np.ndarray,
    draws: np.random.Generator,
    *,
    least: int = 0,
    steps: int = 6000,
    ends: float = np.inf,
    tick: Tick = no_tick,
) -> np.ndarray | None:
    """A (m,) bool set that covers every row with few sites, or None when the sites allowed cannot.

    Args:
        cover: (n, m) csr of ones. lower, upper: (m,) 1 for sites that are open anyway, 0 for those that never are.
        least: stop at so many sites (a bound on all). steps: without a better set, after which to stop.
        ends: no step after this time of ``time.monotonic``.
    """
    state = _State(cover, lower == 1)
    if not _covered(state, upper, tick):
        return None
    movable = lower == 0
    best, stamp, banned, since = state.chosen.copy(), np.zeros(len(lower)), -1, 0
    for step in range(1, 100_000_000):
        if step % OFTEN == 0:
            tick(0.0)
            if time.monotonic() > ends:
                break
        uncovered = np.flatnonzero(state.count == 0)
        while not len(uncovered):
            if state.chosen.sum() < best.sum():
                best, since = state.chosen.copy(), 0
            free = np.flatnonzero(state.chosen & movable)
            if not len(free) or best.sum() <= least:
                return best
            state.close(int(free[np.argmin(state.score[free])]))
            uncovered = np.flatnonzero(state.count == 0)
        free = np.flatnonzero(state.chosen & movable)
        free = free[free != banned] if len(free) > 1 else free
        if len(free):
            out = int(free[np.lexsort((stamp[free], state.score[free]))[0]])
            state.close(out)
            stamp[out] = step
        uncovered = np.flatnonzero(state.count == 0)
        row = int(draws.choice(uncovered))
        sites = state.rows.indices[state.rows.indptr[row] : state.rows.indptr[row + 1]]
        sites = sites[(upper[sites] == 1) & ((stamp[sites] != step) | (len(sites) == 1))]
        if len(sites):
            into = int(sites[np.lexsort((stamp[sites], -state.score[sites]))[0]])
            state.open(into)
            stamp[into], banned = step, into
        state.raise_weights(np.flatnonzero(state.count == 0))
        since += 1
        if since >= steps:
            break
    return best
