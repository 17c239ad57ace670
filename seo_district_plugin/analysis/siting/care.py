"""Care centers: what a plain goal asks of a study, who reaches care before and after, and what one more center brings.

Everything is in minutes on foot. A person has care within reach when the walk takes at most the walking time; nothing
here says whether there is a free place (that is what capacities and the accessibility family are for).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.spatial import cKDTree

from ..errors import AnalysisError, Tick, no_tick
from ..location.evaluate import assign
from ..location.types import Costs
from .study import Answer, Study, solve

GOALS = {
    "cover": "mclp",
    "mean": "pmedian",
    "farthest": "pcenter",
    "fewest": "lscp",
    "fair": "pmedian",
    "places": "capacitated",
}
"""Goal in plain words -> model."""
FAIR_AVERSION = 1.0
"""Aversion to inequality of the goal ``fair``: moderate (Sheriff & Maguire 2020 use 0.5 to 2)."""
METERS_PER_MINUTE = 1000.0 / 60.0


def minutes(costs: Costs, speed: float, factor: float = 1.0) -> Costs:
    """Costs in meters as minutes on foot.

    Args:
        speed: kilometers per hour. factor: of the way to the cost (straight lines are shorter than ways).

    Raises:
        AnalysisError: ``care_speed`` (speed) for a speed that nobody walks at.
    """
    if not 0.5 <= speed <= 10.0:
        raise AnalysisError("care_speed", speed=speed)
    return replace(costs, value=costs.value * (factor / (speed * METERS_PER_MINUTE)))


def straight_over(
    costs: Costs, demand: np.ndarray, site: np.ndarray, off_demand: np.ndarray, off_site: np.ndarray
) -> Costs:
    """Costs along streets in meters, where whoever meets no street on the straight line takes it.

    The circle around a place that reaches to its nearest street holds no street at all: what lies in it is walked to
    straight, whichever streets the two are attached to.

    Args:
        demand, site: (n, 2), (m, 2) places. off_demand, off_site: meters to their nearest street, NaN where they are
            attached to none: then nothing changes.
    """
    far_demand, far_site = np.nan_to_num(off_demand, nan=-1.0), np.nan_to_num(off_site, nan=-1.0)
    row, column = _inside(demand, far_demand, site)
    more_column, more_row = _inside(site, far_site, demand)
    row, column = np.concatenate([row, more_row]), np.concatenate([column, more_column])
    both = (far_demand[row] >= 0) & (far_site[column] >= 0)
    row, column = row[both], column[both]
    if not len(row):
        return costs
    table = costs.dense()
    table[row, column] = np.minimum(table[row, column], np.hypot(*(demand[row] - site[column]).T))
    return Costs.from_dense(table)


def _inside(center: np.ndarray, radius: np.ndarray, xy: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of a center and a place within its radius."""
    some = np.flatnonzero(radius >= 0)
    if not len(some) or not len(xy):
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    found = cKDTree(xy).query_ball_point(center[some], radius[some])
    count = np.array([len(places) for places in found], dtype=np.int64)
    return np.repeat(some, count), np.array([at for places in found for at in places], dtype=np.int64)


@dataclass(frozen=True)
class Access:
    """Who has care how near, for some people.

    Attributes:
        label: of the zone or group. people: number. reached: share (0-1) within the walking time.
        mean: minutes, weighted, over those who can reach a center at all; NaN without any.
        worst: mean minutes of the tenth that has it worst; NaN likewise.
    """

    label: str
    people: float
    reached: float
    mean: float
    worst: float


@dataclass(frozen=True)
class Change:
    """Access before and after, of the same people."""

    before: Access
    after: Access

    @property
    def gained(self) -> float:
        """People who come within the walking time."""
        return self.before.people * (self.after.reached - self.before.reached)


def walk(costs: Costs, sites: np.ndarray) -> np.ndarray:
    """(n,) minutes to the nearest of some sites, ``inf`` where none can be reached."""
    return assign(costs, sites)[1]


def access(label: str, people: np.ndarray, cost: np.ndarray, limit: float) -> Access:
    """How near care is to (n,) people who each walk ``cost`` minutes."""
    from ..location.equity import worst_mean

    total = float(people.sum())
    can = np.isfinite(cost) & (people > 0)
    some = bool(can.any())
    return Access(
        label,
        total,
        float(people[cost <= limit].sum()) / total if total > 0 else float("nan"),
        float(people[can] @ cost[can] / people[can].sum()) if some else float("nan"),
        worst_mean(cost[can], people[can]) if some else float("nan"),
    )


def changes(
    labels: Sequence[str], of: np.ndarray, people: np.ndarray, before: np.ndarray, after: np.ndarray, limit: float
) -> list[Change]:
    """Access of each zone or group before and after.

    Args:
        labels: (z,). of: (n,) int64 position of each demand in them, -1 for none (left out).
    """
    found = []
    for number, label in enumerate(labels):
        rows = of == number
        found.append(
            Change(access(label, people[rows], before[rows], limit), access(label, people[rows], after[rows], limit))
        )
    return found


def one_more(costs: Costs, people: np.ndarray, now: np.ndarray, limit: float) -> tuple[np.ndarray, np.ndarray]:
    """What one more center at each site would bring, everything else as it is.

    Args:
        costs: n x m minutes. now: (n,) minutes to the nearest center that stands, ``inf`` for none.

    Returns:
        (m,) people who would come within the walking time; (m,) minutes of walking saved in all, walks of more than
        the double walking time (and people who reach none) counted as that.
    """
    demand, site, value = costs.demand(), costs.site, costs.value
    newly = (value <= limit) & (now[demand] > limit)
    reached = np.bincount(site[newly], people[demand[newly]], minlength=costs.columns)
    far = 2.0 * limit
    saved = np.minimum(now[demand], far) - np.minimum(value, far)
    better = saved > 0
    return reached, np.bincount(site[better], (people[demand] * saved)[better], minlength=costs.columns)


@dataclass(frozen=True)
class Reach:
    """The best set under another walking time.

    Attributes:
        limit: minutes. reached: share of the people within it with the new set. kept: how many of the sites of the
            answer are in that set too. sites: how many it opens. proven: whether it is proven.
    """

    limit: float
    reached: float
    kept: int
    sites: int
    proven: bool


def under_limits(
    answer: Answer, costs: Costs, people: np.ndarray, limits: Sequence[float], seconds: float, tick: Tick = no_tick
) -> list[Reach]:
    """The best set for other walking times, each with its own proof: how far the answer rests on the limit chosen.

    Args:
        costs: all pairs that the study may use under the largest limit. seconds: for all of them.
    """
    found: list[Reach] = []
    for number, limit in enumerate(limits):

        def part(done: float, at: int = number) -> None:
            tick((at + done) / len(limits))

        study = replace(answer.study, radius=limit, time_limit=max(1.0, seconds / max(1, len(limits))))
        try:
            other = solve(study, part)
        except AnalysisError:
            found.append(Reach(limit, float("nan"), 0, 0, False))  # no set does it under this limit
            continue
        share = access("", people, walk(costs, other.chosen), limit).reached
        kept = len(np.intersect1d(other.opened, answer.opened))
        found.append(Reach(limit, share, kept, len(other.opened), other.solution.proven))
    return found


def same_under_limits(answer: Answer, after: np.ndarray, people: np.ndarray, limits: Sequence[float]) -> list[Reach]:
    """The set of the answer judged by other walking times, for goals that do not rest on one.

    Args:
        after: (n,) minutes to the nearest center of the answer.
    """
    sites = len(answer.opened)
    return [
        Reach(limit, access("", people, after, limit).reached, sites, sites, answer.solution.proven) for limit in limits
    ]


def study_of(goal: str, base: Study, tick: Tick = no_tick) -> Study:
    """The study that a goal in plain words asks for.

    Raises:
        AnalysisError: ``care_goal`` (goal, known); those of the solver of the plain p-median for ``fair``.
    """
    from .study import with_aversion

    if goal not in GOALS:
        raise AnalysisError("care_goal", goal=goal, known=", ".join(GOALS))
    study = replace(base, model=GOALS[goal])
    return with_aversion(study, FAIR_AVERSION, tick) if goal == "fair" else study


def shares(
    labels: Sequence[str], of_people: np.ndarray, people: np.ndarray, of_rows: np.ndarray, of_sites: np.ndarray
) -> list[tuple[str, float, float, float]]:
    """Zone, its share of the people, of the input rows, and of the new sites: where the answer and its data come from.

    Args:
        of_people, people: (n,) zone and people of each demand. of_rows: (r,) zone of each input row.
        of_sites: (s,) zone of each new site. -1: in no zone, counted in the whole only.
    """
    count = len(labels)

    def part(of: np.ndarray, weight: np.ndarray | None = None) -> np.ndarray:
        inside = of >= 0
        total = len(of) if weight is None else weight.sum()
        found = np.bincount(of[inside], None if weight is None else weight[inside], minlength=count)
        return found / total if total else np.zeros(count)

    columns = (part(of_people, people), part(of_rows), part(of_sites))
    return [
        (label, float(columns[0][at]), float(columns[1][at]), float(columns[2][at])) for at, label in enumerate(labels)
    ]
