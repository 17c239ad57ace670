"""How long a solver may still run; looking at it also lets Cancel through."""

from __future__ import annotations

import time

from ..errors import Tick, no_tick

HIGHS_SECONDS = 1.0
"""Longest call of HiGHS: it holds the interpreter for the whole call, takes up to half as long again, and Cancel waits
for it."""


class Clock:
    """The seconds of one solver run.

    Attributes:
        limit: seconds allowed in all.
        tick: called by :meth:`over` with the share of the time that is used, at most every 0.05 s.
    """

    def __init__(self, limit: float, tick: Tick = no_tick) -> None:
        self.start = time.monotonic()
        self.limit = float(limit)
        self.tick = tick
        self._told = 0.0

    def spent(self) -> float:
        """Seconds since the start."""
        return time.monotonic() - self.start

    def left(self) -> float:
        """Seconds that remain, never below 0."""
        return max(self.limit - self.spent(), 0.0)

    def over(self) -> bool:
        """Whether the time is used up; raises ``Cancelled`` out of the tick when the user asked to stop."""
        spent = self.spent()
        if spent - self._told >= 0.05:
            self._told = spent
            self.tick(min(spent / self.limit, 1.0) if self.limit > 0 else 1.0)
        return spent >= self.limit

    def highs(self) -> float:
        """Seconds that one call of HiGHS may take now."""
        return max(min(HIGHS_SECONDS, self.left()), 0.05)
