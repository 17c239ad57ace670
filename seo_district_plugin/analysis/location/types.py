"""What every location model takes and gives: costs, rules on the sites, and a solution with its bound."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from ..errors import AnalysisError

PROVEN = "proven"
TIME_LIMIT = "time_limit"


@dataclass(frozen=True)
class Costs:
    """Cost from each demand (row) to each site (column) that can serve it; a pair that is absent cannot be served.

    Attributes:
        rows: number of demands n. columns: number of sites m.
        offsets: (n + 1,) int64, the pairs of demand ``i`` are ``offsets[i]:offsets[i + 1]``.
        site: (k,) int32 column of each pair, ascending within a row, none twice.
        value: (k,) float64 >= 0, finite.
    """

    rows: int
    columns: int
    offsets: np.ndarray
    site: np.ndarray
    value: np.ndarray

    @classmethod
    def from_dense(cls, costs: np.ndarray) -> Costs:
        """From an (n, m) array; ``inf`` marks pairs that cannot be served.

        Raises:
            AnalysisError: ``costs_negative`` or ``costs_not_numbers`` (row, column of the first).
        """
        costs = np.asarray(costs, dtype=np.float64)
        _checked(costs.ravel(), lambda at: (at // costs.shape[1], at % costs.shape[1]))
        reachable = np.isfinite(costs)
        offsets = np.concatenate([[0], np.cumsum(reachable.sum(axis=1, dtype=np.int64))])
        site = np.broadcast_to(np.arange(costs.shape[1], dtype=np.int32), costs.shape)[reachable]
        return cls(costs.shape[0], costs.shape[1], offsets.astype(np.int64), site, costs[reachable])

    @classmethod
    def from_pairs(cls, demand: np.ndarray, site: np.ndarray, value: np.ndarray, shape: tuple[int, int]) -> Costs:
        """From a long table of (k,) demands, sites and costs, in any order, no pair twice; ``inf`` is dropped.

        Raises:
            AnalysisError: ``costs_negative`` or ``costs_not_numbers`` (row, column), ``costs_pair_twice`` (row,
                column).
        """
        demand, site = np.asarray(demand, dtype=np.int64), np.asarray(site, dtype=np.int64)
        value = np.asarray(value, dtype=np.float64)
        _checked(value, lambda at: (demand[at], site[at]))
        keep = np.isfinite(value)
        demand, site, value = demand[keep], site[keep], value[keep]
        order = np.lexsort((site, demand))
        demand, site, value = demand[order], site[order], value[order]
        twice = np.flatnonzero((demand[1:] == demand[:-1]) & (site[1:] == site[:-1]))
        if len(twice):
            raise AnalysisError("costs_pair_twice", row=int(demand[twice[0]]), column=int(site[twice[0]]))
        offsets = np.concatenate([[0], np.cumsum(np.bincount(demand, minlength=shape[0]))]).astype(np.int64)
        return cls(shape[0], shape[1], offsets, site.astype(np.int32), value)

    def demand(self) -> np.ndarray:
        """(k,) int64: the row of each pair."""
        return np.repeat(np.arange(self.rows), np.diff(self.offsets))

    def dense(self, missing: float = np.inf) -> np.ndarray:
        """(n, m) float64 with ``missing`` where a pair is absent."""
        table = np.full((self.rows, self.columns), missing)
        table[self.demand(), self.site] = self.value
        return table

    def is_dense(self) -> bool:
        """Whether every site can serve every demand."""
        return len(self.value) == self.rows * self.columns


def _checked(value: np.ndarray, where) -> None:
    for bad, code in ((np.isnan(value), "costs_not_numbers"), (value < 0, "costs_negative")):
        if bad.any():
            row, column = where(int(np.argmax(bad)))
            raise AnalysisError(code, row=int(row), column=int(column))


@dataclass(frozen=True)
class Group:
    """At least ``low`` and at most ``high`` of the ``members`` are open (a dong's limits, say).

    Attributes:
        name: for messages. members: (g,) int64 columns. low, high: numbers of open sites among them.
    """

    name: str
    members: np.ndarray
    low: int
    high: int


@dataclass(frozen=True)
class SiteRules:
    """Which sets of sites are allowed.

    Attributes:
        existing: (m,) bool. They are open unless closed; never counted in the number of sites to open.
        required: (m,) bool new sites that must be opened (counted).
        forbidden: (m,) bool sites that may not be open.
        close_limit: how many existing sites may be closed; each closed one allows one more new site (relocation),
            so that the number of open sites stays ``existing + p``. 0 keeps all.
        groups: limits on open sites, existing ones included; groups may overlap.
        price: (m,) float64 >= 0 cost of opening; zero for existing sites that stay.
        budget: most that the new sites may cost in all; ``inf`` for none.
    """

    existing: np.ndarray
    required: np.ndarray
    forbidden: np.ndarray
    close_limit: int = 0
    groups: Sequence[Group] = ()
    price: np.ndarray | None = None
    budget: float = np.inf

    @classmethod
    def free(cls, sites: int) -> SiteRules:
        """No rules at all for so many sites."""
        return cls(np.zeros(sites, bool), np.zeros(sites, bool), np.zeros(sites, bool))


@dataclass(frozen=True)
class Solution:
    """A set of sites, what it is worth, and what no set can beat.

    Attributes:
        chosen: columns of all open sites (existing ones that stay included), ascending int64.
        assigned: (n,) int64 column that serves each demand, -1 for none. Split assignments are in ``parts``.
        objective: of the chosen set, recomputed in plain arithmetic from costs and weights.
        bound: no allowed set is below it (minimizing) or above it (maximizing).
        proven: whether objective and bound meet (see :func:`is_proven`).
        status: ``proven`` or ``time_limit``.
        seconds: spent. nodes: of the search tree.
        parts: for split assignments (k, 3): demand, site, share; else None.
        figures: further numbers of a model by name (the second stage of p-center, say).
    """

    chosen: np.ndarray
    assigned: np.ndarray
    objective: float
    bound: float
    proven: bool
    status: str
    seconds: float
    nodes: int = 0
    parts: np.ndarray | None = None
    figures: dict[str, float] = field(default_factory=dict)

    @property
    def gap(self) -> float:
        """|objective - bound| / max(1, |objective|)."""
        return abs(self.objective - self.bound) / max(1.0, abs(self.objective))


def is_proven(objective: float, bound: float, whole: bool, *, maximize: bool = False) -> bool:
    """Whether the bound proves the objective: a gap of at most 1e-9, or less than one whole unit when all is whole."""
    missing = bound - objective if maximize else objective - bound
    return missing <= 1e-9 * max(1.0, abs(objective)) or (whole and missing < 1.0 - 1e-9)
