"""Weighted costs in the shapes in which the dual and the search read them quickly.

Two shapes with one interface: ``DenseTable`` (every site and demand; few sites open) and ``NearTable`` (for each demand
its nearest sites only, ascending; many sites open). Both may leave out pairs that cost ``cap`` of the demand or more:
whoever keeps each demand's dual value at or below its cap then gets exact numbers from them.
"""

from __future__ import annotations

import numpy as np

from .neartable import NearTable
from .types import Costs

SPARSE = 12
"""A pair in a list of nearest sites takes about as long as so many pairs of a dense table (measured)."""

UNEQUAL = 30.0
"""Ratio of the largest to the smallest typical cost from which steps are scaled."""

CACHE = 1 << 17
"""Entries of float32 that stay in the cache of one processor."""

BLOCK = 1 << 20
"""Entries of float64 handled at a time."""


class DenseTable:
    """All pairs of f sites and n demands, a row per site.

    Attributes:
        cost: (f, n) float64 weighted costs, ``inf`` where the site cannot serve. sites: (f,) int64 their columns.
        cap: (n,) float64 the cost at which a demand is already served, or ``inf``.
        scale: (n,) float64 > 0, how far the dual value of a demand goes in a step, of :func:`step_scale`.
    """

    def __init__(self, cost: np.ndarray, sites: np.ndarray, cap: np.ndarray, scale: np.ndarray | None = None) -> None:
        self.cost, self.sites, self.cap = cost, sites, cap
        self.scale = np.ones(cost.shape[1]) if scale is None else scale
        # Half the memory is twice the speed; exact() goes back to the float64 values.
        self.quick = cost.astype(np.float32)
        # Blocks of sites that stay in the processor's cache between the two passes.
        self._step = max(1, CACHE // max(cost.shape[1], 1))
        self._scratch = np.empty((min(self._step, len(cost)), cost.shape[1]), np.float32)
        self.rows = cost.shape[1]

    def savings(self, dual: np.ndarray) -> np.ndarray:
        """(f,) sum over demands of max(0, dual - cost), quick (float32 inside)."""
        if not self.rows:
            return np.zeros(len(self.quick))
        low = dual.astype(np.float32)
        paid = np.empty(len(self.quick), np.float32)
        for at in range(0, len(paid), self._step):
            block = self.quick[at : at + self._step]
            scratch = self._scratch[: len(block)]
            np.minimum(low, block, out=scratch)
            # Not by BLAS: its threads would change the last digits, and wait for each other on a busy machine.
            scratch.sum(axis=1, out=paid[at : at + self._step])
        return float(low.sum(dtype=np.float64)) - paid.astype(np.float64)

    def exact(self, dual: np.ndarray) -> np.ndarray:
        """(f,) the same in float64."""
        found = np.empty(len(self.cost))
        step = max(1, BLOCK // max(self.rows, 1))
        for at in range(0, len(found), step):
            found[at : at + step] = np.maximum(dual - self.cost[at : at + step], 0.0).sum(axis=1)
        return found

    def served(self, dual: np.ndarray, at: np.ndarray) -> np.ndarray:
        """(n,) how many of the sites at these places cost less than the dual value."""
        return np.add.reduce(self.quick[at] < dual.astype(np.float32), axis=0, dtype=np.float32)

    def least(self) -> np.ndarray:
        """(n,) cost of the cheapest site."""
        return self.cost.min(axis=0) if len(self.cost) else np.full(self.rows, np.inf)

    def nearest(self, at: np.ndarray) -> np.ndarray:
        """(n,) cost of the cheapest of the sites at these places, at most the cap."""
        return np.minimum(self.cost[at].min(axis=0), self.cap) if len(at) else self.cap.copy()

    def restrict(
        self, keep: np.ndarray, opened: np.ndarray, most: np.ndarray | None = None
    ) -> tuple[DenseTable, np.ndarray, float]:
        """The table of the sites at ``keep`` once those at ``opened`` are open.

        Args:
            most: (n,) cost that no demand is to pay; pairs from there on may be dropped (here they stay: no gain).

        Returns:
            the smaller table, the demands it still holds, and the cost of the others, which is settled.
        """
        cap = self.nearest(opened)
        cost = self.cost[keep]
        undecided = (cost < cap).any(axis=0) if len(keep) else np.zeros(self.rows, bool)
        rows = np.flatnonzero(undecided)
        settled = float(cap[~undecided].sum())
        if len(rows) < self.rows:
            cost = cost[:, rows]
        return DenseTable(cost, self.sites[keep], cap[rows], self.scale[rows]), rows, settled


def trimmed_dense(table: DenseTable, kept: np.ndarray, most: np.ndarray) -> DenseTable | NearTable:
    """As :func:`neartable.trimmed`; by nearest sites when few pairs are left."""
    wanted = kept[:, None] & (table.cost < most)
    if wanted.sum() * SPARSE > kept.sum() * table.rows:
        return table
    cost = np.where(wanted, table.cost, np.inf)
    return NearTable.of(cost, table.sites, int(wanted.sum(axis=0).max()), table.cap, table.scale)


def step_scale(cost: np.ndarray) -> np.ndarray:
    """(n,) typical cost of each demand over the mean of all; ones where they hardly differ.

    With weights over orders of magnitude the dual of a heavy demand has a long way and that of a light one a short
    one: steps in proportion gain ten times as much in the same number (measured).
    """
    usable = np.isfinite(cost)
    typical = np.where(usable, cost, 0.0).sum(axis=0) / np.maximum(usable.sum(axis=0), 1)
    mean = float(typical.mean()) if typical.size else 0.0
    if mean <= 0.0 or float(typical.max()) < UNEQUAL * float(typical.min()):
        return np.ones(cost.shape[1])
    return np.maximum(typical / mean, 1e-4)


def weighted(costs: Costs, weight: np.ndarray) -> np.ndarray:
    """(m, n) float64 weighted costs, a row per site, ``inf`` for absent pairs."""
    table = np.full((costs.columns, costs.rows), np.inf)
    if costs.is_dense():
        np.multiply(costs.value.reshape(costs.rows, costs.columns).T, weight, out=table)
    else:
        demand = costs.demand()
        table[costs.site, demand] = costs.value * weight[demand]
    return table
