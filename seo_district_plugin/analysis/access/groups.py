"""What scores mean for people: ranks, classes against the mean, who is underserved, summaries of zones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .types import Access

NONE, LOW, BELOW, ABOVE, HIGH = 0, 1, 2, 3, 4
"""Nothing in reach; underserved; below the mean; up to 1.5 times the mean; above that."""
HIGH_SHARE = 1.5


@dataclass(frozen=True)
class Judged:
    """Scores among each other.

    Attributes:
        rank: (n,) 1 is best, equal scores share a rank. percentile: (n,) share of people who are worse off, in percent.
        grade: (n,) one of ``NONE`` ... ``HIGH``. relative: (n,) service level over the mean (1 is the mean).
        mean: mean score over people (of those with anything in reach, for the rational agent model).
        limit: score at which underserved begins. gini: of the service level over people.
    """

    rank: np.ndarray
    percentile: np.ndarray
    grade: np.ndarray
    relative: np.ndarray
    mean: float
    limit: float
    gini: float

    @property
    def underserved(self) -> np.ndarray:
        """(n,) bool."""
        return self.grade <= LOW


def judge(access: Access, people: np.ndarray, low_share: float) -> Judged:
    """Rank and classify.

    Args:
        people: (n,) >= 0. low_share: below this share of the mean level is underserved; a cost of the rational agent
            model counts by its inverse.
    """
    score, people = access.score, np.asarray(people, dtype=np.float64)
    served = (access.reach > 0) & np.isfinite(score)
    counted = served if access.lower_is_better else np.ones(len(score), bool)
    total = float(people[counted].sum())
    mean = float((people[counted] * score[counted]).sum() / total) if total > 0 else 0.0
    relative = np.zeros(len(score))
    if access.lower_is_better:
        relative[served] = np.divide(mean, score[served], out=np.full(served.sum(), np.inf), where=score[served] > 0)
        limit = mean / low_share
    else:
        relative[served] = score[served] / mean if mean > 0 else 0.0
        limit = mean * low_share
    # A level that equals the limit but for rounding is not below it.
    near = 1e-9
    grade = np.full(len(score), HIGH)
    grade[relative <= HIGH_SHARE + near] = ABOVE
    grade[relative < 1.0 - near] = BELOW
    grade[relative < low_share - near] = LOW
    grade[~served] = NONE
    order = np.round(np.where(served, relative, -1.0), 12)
    levels, place = np.unique(order, return_inverse=True)
    rows = np.bincount(place, minlength=len(levels))
    heads = np.bincount(place, weights=people, minlength=len(levels))
    rank = (1 + len(order) - np.cumsum(rows))[place]
    worse = np.cumsum(heads) - heads
    percentile = 100.0 * worse[place] / max(float(people.sum()), 1e-300)
    finite = np.where(np.isfinite(relative), relative, 0.0)
    return Judged(rank, percentile, grade, relative, mean, limit, weighted_gini(finite, people))


def weighted_gini(value: np.ndarray, weight: np.ndarray) -> float:
    """Gini coefficient of values >= 0 that ``weight`` people each have; 0 all alike, toward 1 all with one."""
    keep = weight > 0
    order = np.argsort(value[keep], kind="stable")
    value, weight = value[keep][order], weight[keep][order]
    total = float((value * weight).sum())
    if total <= 0:
        return 0.0
    heads = np.concatenate([[0.0], np.cumsum(weight)]) / weight.sum()
    share = np.concatenate([[0.0], np.cumsum(value * weight)]) / total
    return float(1.0 - ((heads[1:] - heads[:-1]) * (share[1:] + share[:-1])).sum())


@dataclass(frozen=True)
class ZoneAccess:
    """One row per zone.

    Attributes:
        rows: (z,) demand places. people: (z,). mean: (z,) score over people, NaN without people (in reach).
        low, none: (z,) people who are underserved; of these, people with nothing in reach.
    """

    rows: np.ndarray
    people: np.ndarray
    mean: np.ndarray
    low: np.ndarray
    none: np.ndarray


def by_zone(access: Access, judged: Judged, people: np.ndarray, zone: np.ndarray, zones: int) -> ZoneAccess:
    """Sum up demands by zone; ``zone`` is (n,) with -1 for outside."""
    inside = zone >= 0
    at, heads = zone[inside], np.asarray(people, dtype=np.float64)[inside]

    def total(values: np.ndarray) -> np.ndarray:
        return np.bincount(at, weights=values, minlength=zones)

    score = access.score[inside]
    counted = np.isfinite(score) & ((access.reach[inside] > 0) | (not access.lower_is_better))
    base = total(np.where(counted, heads, 0.0))
    amount = total(np.where(counted, heads * np.where(counted, score, 0.0), 0.0))
    mean = np.divide(amount, base, out=np.full(zones, np.nan), where=base > 0)
    grade = judged.grade[inside]
    return ZoneAccess(
        np.bincount(at, minlength=zones),
        total(heads),
        mean,
        total(np.where(grade <= LOW, heads, 0.0)),
        total(np.where(grade == NONE, heads, 0.0)),
    )
