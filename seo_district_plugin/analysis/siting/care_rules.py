"""Hard rules on candidates of care centers: each is asked of every candidate, and every breach is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree


@dataclass(frozen=True)
class Ruled:
    """What the rules say.

    Attributes:
        allowed: (m,) bool. breaches: rule -> (m,) bool of the candidates that break it, in the order of the rules.
        first: (m,) object, the first rule that a candidate breaks, "" for none.
    """

    allowed: np.ndarray
    breaches: dict[str, np.ndarray]
    first: np.ndarray

    def only_by(self, rule: str) -> int:
        """Candidates that this rule alone keeps out: what it costs."""
        others = [mask for name, mask in self.breaches.items() if name != rule]
        return int((self.breaches[rule] & ~np.any(others, axis=0)).sum()) if others else int(self.breaches[rule].sum())


def judge(breaches: Mapping[str, np.ndarray], count: int) -> Ruled:
    """All rules together; ``breaches``: rule -> (m,) bool."""
    first = np.full(count, "", dtype=object)
    for rule, mask in reversed(list(breaches.items())):
        first[mask] = rule
    return Ruled(first == "", dict(breaches), first)


def too_near(xy: np.ndarray, places: np.ndarray, distance: float) -> np.ndarray:
    """(m,) bool: nearer than ``distance`` meters to one of the (k, 2) places; on the very limit is allowed."""
    if not len(places) or not len(xy):
        return np.zeros(len(xy), dtype=bool)
    near, _ = cKDTree(places).query(xy)
    return near < distance


def below(values: np.ndarray, least: float) -> np.ndarray:
    """(m,) bool: less than ``least``, or unknown: what is not known to be large enough is not taken for it."""
    return ~(np.asarray(values, dtype=np.float64) >= least)


def above(values: np.ndarray, most: float) -> np.ndarray:
    """(m,) bool: more than ``most``, or unknown."""
    return ~(np.asarray(values, dtype=np.float64) <= most)
