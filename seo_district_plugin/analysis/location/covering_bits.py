"""Whether so many sites fit without a conflict: a search with whole sets as bits of one number.

Branch and bound with a bound by cliques of conflicts that is made anew at each node (Tomita & Seki 2003; bits: San
Segundo et al. 2011). No solver of others takes part, so that the answer rests on comparing distances alone.
"""

from __future__ import annotations

import time

import numpy as np

from ..errors import Tick, no_tick

OFTEN = 200
"""Nodes between two looks at the clock."""


class _Late(Exception):
    """The time is over."""


class _Fit:
    """One search for ``need`` sites without conflict."""

    def __init__(self, conflict: np.ndarray, need: int, ends: float, tick: Tick) -> None:
        self.need, self.ends, self.tick, self.nodes = need, ends, tick, 0
        linked = conflict.copy()
        np.fill_diagonal(linked, True)
        # Sites with many conflicts first in each clique: they make the large ones.
        self.order = np.argsort(-linked.sum(axis=1), kind="stable")
        table = linked[np.ix_(self.order, self.order)]
        self.against = [_bits(row) for row in table]
        self.everything = (1 << len(table)) - 1

    def search(self, chosen: list[int], left: int) -> list[int] | None:
        """``chosen`` and more sites of ``left``, ``need`` in all, or None."""
        if len(chosen) >= self.need:
            return chosen
        self.nodes += 1
        if self.nodes % OFTEN == 0:
            self.tick(0.0)
            if time.monotonic() > self.ends:
                raise _Late
        for site, reach in reversed(self._bounded(left, self.need - len(chosen))):
            if len(chosen) + reach < self.need:
                return None
            found = self.search([*chosen, site], left & ~self.against[site])
            if found is not None:
                return found
            left &= ~(1 << site)
        return None

    def _bounded(self, left: int, wanted: int) -> list[tuple[int, int]]:
        """Sites in the order of the clique they fall in, with the number of cliques so far, from ``wanted`` on.

        As many sites as there are cliques is the most that fit; those of the first cliques alone are too few to begin
        with, and are not listed.
        """
        listed: list[tuple[int, int]] = []
        number = 0
        while left:
            number += 1
            clique = left
            while clique:
                bit = clique & -clique
                site = bit.bit_length() - 1
                left ^= bit
                clique &= self.against[site]
                clique &= ~bit
                if number >= wanted:
                    listed.append((site, number))
        return listed


def _bits(row: np.ndarray) -> int:
    return int.from_bytes(np.packbits(row, bitorder="little").tobytes(), "little")


def fitting(
    conflict: np.ndarray, need: int, *, ends: float = np.inf, tick: Tick = no_tick
) -> tuple[np.ndarray | None, bool, int]:
    """Sites without conflict.

    Args:
        conflict: (m, m) bool, symmetric. need: how many sites. ends: by ``time.monotonic``.

    Returns:
        Their columns or None; whether the search came to its end; its nodes.
    """
    if need <= 0:
        return np.zeros(0, dtype=np.int64), True, 0
    fit = _Fit(conflict, need, ends, tick)
    try:
        found = fit.search([], fit.everything)
    except _Late:
        return None, False, fit.nodes
    if found is None:
        return None, True, fit.nodes
    return np.sort(fit.order[np.array(found)]), True, fit.nodes
