"""Weighted costs of each demand's nearest sites only: what is needed of them when many sites are open."""

from __future__ import annotations

import numpy as np


class NearTable:
    """The cheapest pairs of each of n demands; the interface is that of :class:`tables.DenseTable`.

    Attributes:
        near: (n, K) int64 place of the site in ``sites``, ``f`` where there is none. cost: (n, K) float64 ascending
            in each row, ``inf`` where there is none; every pair that is missing costs at least ``cap``.
        sites: (f,) int64 columns. scale: (n,) as in ``DenseTable``. cap: (n,) float64 as in ``DenseTable``, or the
            cost of the first pair left out.
    """

    def __init__(
        self, near: np.ndarray, cost: np.ndarray, sites: np.ndarray, cap: np.ndarray, scale: np.ndarray
    ) -> None:
        self.near, self.cost, self.sites, self.cap, self.scale = near, cost, sites, cap, scale
        self.rows = len(near)

    @classmethod
    def of(
        cls, cost: np.ndarray, sites: np.ndarray, most: int, cap: np.ndarray, scale: np.ndarray | None = None
    ) -> NearTable:
        """From (f, n) weighted costs, a row per site: the ``most`` cheapest pairs of each demand below its cap."""
        size, rows = cost.shape
        most = min(most, size)
        every = np.arange(rows)[:, None]
        near, values = np.empty((rows, most), np.int64), np.empty((rows, most))
        cap = cap.copy()
        step = max(1, (1 << 21) // max(size, 1))
        for at in range(0, rows, step):
            part = np.ascontiguousarray(cost[:, at : at + step].T)
            if most < size:
                first = np.argpartition(part, most, axis=1)
                # One pair more than is kept tells what the ones left out cost at least.
                beyond = part[np.arange(len(part)), first[:, most]]
                cap[at : at + step] = np.minimum(cap[at : at + step], beyond)
                first = first[:, :most]
            else:
                first = np.broadcast_to(np.arange(size), part.shape)
            found = part[every[: len(part)], first]
            order = np.lexsort((first, found), axis=1) if most < size else np.argsort(found, axis=1, kind="stable")
            near[at : at + step] = np.take_along_axis(first, order, axis=1)
            values[at : at + step] = np.take_along_axis(found, order, axis=1)
        keep = values < cap[:, None]
        return cls(*_packed(near, values, keep, size), sites, cap, np.ones(rows) if scale is None else scale)

    def savings(self, dual: np.ndarray) -> np.ndarray:
        """(f,) sum over demands of max(0, dual - cost)."""
        saved = dual[:, None] - self.cost
        worth = saved > 0
        return np.bincount(self.near[worth], saved[worth], len(self.sites) + 1)[:-1]

    exact = savings

    def served(self, dual: np.ndarray, at: np.ndarray) -> np.ndarray:
        """(n,) how many of the sites at these places cost less than the dual value."""
        is_open = np.zeros(len(self.sites) + 1, bool)
        is_open[at] = True
        return (is_open[self.near] & (self.cost < dual[:, None])).sum(axis=1, dtype=np.float64)

    def least(self) -> np.ndarray:
        """(n,) cost of the cheapest site."""
        return self.cost[:, 0] if self.cost.shape[1] else np.full(self.rows, np.inf)

    def nearest(self, at: np.ndarray) -> np.ndarray:
        """(n,) cost of the cheapest of the sites at these places, at most the cap."""
        if not len(at) or not self.cost.shape[1]:
            return self.cap.copy()
        is_open = np.zeros(len(self.sites) + 1, bool)
        is_open[at] = True
        found = is_open[self.near]
        first = found.argmax(axis=1)
        every = np.arange(self.rows)
        return np.minimum(np.where(found[every, first], self.cost[every, first], np.inf), self.cap)

    def restrict(
        self, keep: np.ndarray, opened: np.ndarray, most: np.ndarray | None = None
    ) -> tuple[NearTable, np.ndarray, float]:
        """As :meth:`tables.DenseTable.restrict`."""
        cap = self.nearest(opened)
        place = np.full(len(self.sites) + 1, len(keep))
        place[keep] = np.arange(len(keep))
        near = place[self.near]
        usable = (near < len(keep)) & (self.cost < (cap if most is None else np.minimum(cap, most))[:, None])
        undecided = usable.any(axis=1)
        rows = np.flatnonzero(undecided)
        settled = float(cap[~undecided].sum())
        near, cost = _packed(near[rows], self.cost[rows], usable[rows], len(keep))
        return NearTable(near, cost, self.sites[keep], cap[rows], self.scale[rows]), rows, settled


def trimmed(table: NearTable, kept: np.ndarray, most: np.ndarray) -> NearTable:
    """The table without sites that are not ``kept`` (f,) bool and without pairs at ``most`` (n,) or above.

    The pairs left out are gone for good: only sets in which no demand pays ``most`` are asked for from here on.
    """
    wanted = np.append(kept, False)[table.near] & (table.cost < most[:, None])
    near, cost = _packed(table.near, table.cost, wanted, len(table.sites))
    # Where the pairs beyond the cap were unknown and are not wanted, nothing is unknown any more.
    cap = np.where(most <= table.cap, np.inf, table.cap)
    return NearTable(near, cost, table.sites, cap, table.scale)


def _packed(near: np.ndarray, cost: np.ndarray, keep: np.ndarray, none: int) -> tuple[np.ndarray, np.ndarray]:
    """Kept pairs moved to the front of each row, in as few columns as they need."""
    if keep.all():
        return near, cost
    width = int(keep.sum(axis=1).max()) if keep.size else 0
    packed_near, packed_cost = np.full((len(near), width), none), np.full((len(near), width), np.inf)
    row, column = np.nonzero(keep)
    place = (np.cumsum(keep, axis=1) - 1)[row, column]
    packed_near[row, place], packed_cost[row, place] = near[row, column], cost[row, column]
    return packed_near, packed_cost
