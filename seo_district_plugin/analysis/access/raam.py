"""Rational agent access model: people go where way and crowding together cost them least.

Saxon and Snow (2020), "A rational agent model for the spatial accessibility of primary health care", Annals of the
American Association of Geographers 110(1): the cost at service j of a person at i is D_j / (rho S_j) + t_ij / tau,
with D_j the people who chose j and rho the mean number of people per unit of capacity. When nobody gains by changing,
every person at i has the same least cost; that cost is the score.

This equilibrium minimizes a convex function, sum_j D_j^2 / (2 rho S_j) + sum_ij d_ij t_ij / tau. Here demand after
demand is given its best answer exactly (a water-filling over its services), which lowers that function every time.
"""

from __future__ import annotations

import numpy as np

from ..errors import AnalysisError, Tick, no_tick
from ..location.types import Costs
from .types import Access, Pairs, checked, pairs_of

TOLERANCE = 1e-5
"""What an average person could still gain by changing, as a share of the mean cost."""


def rational_agents(
    costs: Costs,
    people: np.ndarray,
    supply: np.ndarray,
    tau: float,
    *,
    rho: float | None = None,
    most_rounds: int = 300,
    tick: Tick = no_tick,
) -> Access:
    """Equilibrium of way and crowding.

    Args:
        costs: pairs within the catchment. people: (n,) >= 0. supply: (m,) >= 0.
        tau: way that weighs as much as a service used at the mean rate, in units of the costs.
        rho: people per unit of capacity; the mean of those in reach of each other if None.
        most_rounds: rounds after which the state reached is returned with its gap, ``converged`` False.

    Raises:
        AnalysisError: ``tau_not_positive`` (tau), and of :func:`types.checked`.
    """
    people, supply = checked(people, supply, costs)
    if not tau > 0:
        raise AnalysisError("tau_not_positive", tau=tau)
    pairs = pairs_of(costs, np.ones(len(costs.value)), supply)
    reach = pairs.reach()
    start = np.concatenate([[0], np.cumsum(reach)])
    served = (reach > 0) & (people > 0)
    reached = np.unique(pairs.service)
    if rho is None:
        total = float(supply[reached].sum())
        rho = float(people[served].sum()) / total if total > 0 and served.any() else 1.0
    room = np.maximum(supply * rho, 1e-300)
    way = pairs.cost / tau
    given = np.zeros(len(way))
    load = np.zeros(pairs.columns)
    rounds, gap = 0, np.inf if served.any() else 0.0
    rows = np.flatnonzero(served)
    while gap > TOLERANCE and rounds < most_rounds:
        _round(rows, start, pairs.service, way, people, room, given, load, tick, rounds / most_rounds)
        rounds += 1
        load[:] = np.bincount(pairs.service, weights=given, minlength=pairs.columns)  # no rounding adds up over rounds
        cost = load[pairs.service] / room[pairs.service] + way
        gap = _gap(cost, given, pairs, people)
    cost = load[pairs.service] / room[pairs.service] + way
    score = np.full(pairs.rows, np.inf)
    np.minimum.at(score, pairs.demand, cost)
    ratio = np.divide(supply, load, out=np.zeros(len(supply)), where=load > 0)
    tick(1.0)
    return Access(
        score,
        load,
        ratio,
        reach,
        pairs.nearest(),
        pairs.by_service(people[pairs.demand]),
        pairs.demand,
        pairs.service,
        given,
        lower_is_better=True,
        rounds=rounds,
        gap=float(gap),
        converged=bool(gap <= TOLERANCE),
    )


def _round(
    rows: np.ndarray,
    start: np.ndarray,
    service: np.ndarray,
    way: np.ndarray,
    people: np.ndarray,
    room: np.ndarray,
    given: np.ndarray,
    load: np.ndarray,
    tick: Tick,
    done: float,
) -> None:
    """Each demand in turn answers best to all others; ``given`` and ``load`` change in place."""
    for number, row in enumerate(rows.tolist()):
        if number % 2000 == 0:
            tick(done)
        part = slice(start[row], start[row + 1])
        at, amount = service[part], people[row]
        rest = load[at] - given[part]
        wide = room[at]
        cost = rest / wide + way[part]
        if len(at) == 1:
            answer = np.array([amount])
        else:
            # Fill the cheapest services to a common level: the level when the first k are used, k as it comes out.
            order = np.argsort(cost, kind="stable")
            sizes = np.cumsum(wide[order])
            level = (amount + np.cumsum(wide[order] * cost[order])) / sizes
            used = int(np.searchsorted(-(level - cost[order] > 0).astype(int), 0))
            answer = np.maximum(0.0, wide * (level[max(used - 1, 0)] - cost))
            answer *= amount / answer.sum()
        given[part] = answer
        load[at] = rest + answer


def _gap(cost: np.ndarray, given: np.ndarray, pairs: Pairs, people: np.ndarray) -> float:
    """What people could save by changing alone, over what all of them bear at least."""
    least = np.full(pairs.rows, np.inf)
    np.minimum.at(least, pairs.demand, cost)
    bound = float((people * np.where(np.isfinite(least), least, 0.0)).sum())
    return max(0.0, float((cost * given).sum()) - bound) / max(bound, 1e-300)
