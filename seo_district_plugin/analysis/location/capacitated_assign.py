"""Who is served where when the open sites are given: a transport problem, or a generalized assignment."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.optimize import Bounds, LinearConstraint, linprog, milp

from .capacitated_model import Model

CALL_SECONDS = 2.0
"""Longest single call of the linear solver: it cannot be interrupted."""
SWAP_DEMANDS = 2000
"""Most demands whose exchanges are compared pair by pair."""


@dataclass(frozen=True)
class Assigned:
    """Shares of the demands at the sites of a set, and what they cost.

    Attributes:
        objective: sum of share x cost, plain arithmetic. chosen: (m,) bool open sites.
        demand, site, share: (k,) the parts; shares of one demand add up to 1.
    """

    objective: float
    chosen: np.ndarray
    demand: np.ndarray
    site: np.ndarray
    share: np.ndarray


@dataclass(frozen=True)
class Answer:
    """What a short call of a solver said: a bound, whether it finished, and an assignment if it found one."""

    bound: float
    finished: bool
    assigned: Assigned | None


def transport(model: Model, chosen: np.ndarray) -> Answer:
    """Cheapest split assignment to the open sites, exact when finished; no assignment where it does not fit."""
    sites = np.flatnonzero(chosen)
    cost = model.cost[sites]
    place, demand = np.nonzero(np.isfinite(cost))
    pairs = len(place)
    if len(np.unique(demand)) < len(model.weight):
        return Answer(np.inf, True, None)
    ones = np.arange(pairs)
    serve = sparse.csr_matrix((np.ones(pairs), (demand, ones)), shape=(len(model.weight), pairs))
    # Rows in shares of the site's capacity: numbers near 1 whatever the unit of the weights.
    load = sparse.csr_matrix(
        (model.weight[demand] / model.capacity[sites[place]], (place, ones)), shape=(len(sites), pairs)
    )
    done = linprog(
        cost[place, demand],
        A_ub=load,
        b_ub=np.ones(len(sites)),
        A_eq=serve,
        b_eq=np.ones(len(model.weight)),
        method="highs",
        options={"time_limit": CALL_SECONDS},
    )
    if done.x is None or done.status != 0:
        return Answer(np.inf if done.status == 2 else -np.inf, done.status == 2, None)
    used = done.x > 1e-9
    found = _settled(model, chosen, demand[used], sites[place[used]], done.x[used])
    return Answer(found.objective, True, found)


def _settled(model: Model, chosen: np.ndarray, demand: np.ndarray, site: np.ndarray, share: np.ndarray) -> Assigned:
    """Shares that add up to 1 and the objective they have."""
    total = np.bincount(demand, weights=share, minlength=len(model.weight))
    share = share / total[demand]
    order = np.lexsort((site, demand))
    demand, site, share = demand[order], site[order], share[order]
    return Assigned(float((share * model.cost[site, demand]).sum()), chosen.copy(), demand, site, share)


def _single(model: Model, chosen: np.ndarray, serves: np.ndarray) -> Assigned:
    demand = np.arange(len(serves))
    return _settled(model, chosen, demand, serves, np.ones(len(serves)))


def single_source(model: Model, chosen: np.ndarray, split: Assigned) -> Assigned | None:
    """A single-source assignment from the split one: round, repair, then shifts and exchanges; None without one."""
    sites = np.flatnonzero(chosen)
    cost = model.cost[sites]
    serves = np.full(len(model.weight), -1)
    whole = split.share > 1 - 1e-6
    serves[split.demand[whole]] = np.searchsorted(sites, split.site[whole])
    room = model.capacity[sites].astype(float).copy()
    np.subtract.at(room, serves[serves >= 0], model.weight[serves >= 0])
    waiting = np.flatnonzero(serves < 0)
    for one in waiting[np.argsort(-model.weight[waiting], kind="stable")]:
        if not _place(model.weight, cost, serves, room, int(one)):
            return None
    improve(model.weight, cost, serves, room)
    return _single(model, chosen, sites[serves])


def _place(weight: np.ndarray, cost: np.ndarray, serves: np.ndarray, room: np.ndarray, one: int) -> bool:
    """Give a demand a site with room, or one whose room a single shift of another demand makes."""
    slack = 1e-9 * (1.0 + weight[one])
    fits = np.where(room + slack >= weight[one], cost[:, one], np.inf)
    best = int(np.argmin(fits))
    if np.isfinite(fits[best]):
        serves[one] = best
        room[best] -= weight[one]
        return True
    placed = np.flatnonzero(serves >= 0)
    here = serves[placed]
    makes = room[here] + weight[placed] + slack >= weight[one]
    extra = np.where(makes, cost[here, one], np.inf) - cost[here, placed]
    moves = np.where(room[:, None] + slack >= weight[placed][None, :], cost[:, placed], np.inf)
    moves[here, np.arange(len(placed))] = np.inf
    target = np.argmin(moves, axis=0) if len(placed) else np.zeros(0, np.int64)
    total = extra + moves[target, np.arange(len(placed))]
    if not len(placed) or not np.isfinite(total.min()):
        return False
    pick = int(np.argmin(total))
    other, old, new = int(placed[pick]), int(here[pick]), int(target[pick])
    serves[other], serves[one] = new, old
    room[new] -= weight[other]
    room[old] += weight[other] - weight[one]
    return True


def improve(weight: np.ndarray, cost: np.ndarray, serves: np.ndarray, room: np.ndarray) -> None:
    """Shift single demands and exchange pairs as long as the cost falls; in place."""
    everyone = np.arange(len(weight))
    for _ in range(20 * len(weight)):
        now = cost[serves, everyone]
        fits = room[:, None] + 1e-9 >= weight[None, :]
        fits[serves, everyone] = False
        gain = np.where(fits, cost, np.inf) - now
        at = int(np.argmin(gain))
        site, one = divmod(at, len(weight))
        if gain[site, one] < -1e-9:
            room[serves[one]] += weight[one]
            room[site] -= weight[one]
            serves[one] = site
            continue
        if not _exchange(weight, cost, serves, room, now):
            return


def _exchange(weight: np.ndarray, cost: np.ndarray, serves: np.ndarray, room: np.ndarray, now: np.ndarray) -> bool:
    wish = now - cost.min(axis=0)
    first = np.argsort(-wish, kind="stable")[:SWAP_DEMANDS]
    first = first[wish[first] > 1e-9]
    second = np.arange(len(weight)) if len(weight) <= SWAP_DEMANDS else first
    if not len(first):
        return False
    with np.errstate(invalid="ignore"):
        gain = cost[serves[second][None, :], first[:, None]] + cost[serves[first][:, None], second[None, :]]
        gain = gain - now[first][:, None] - now[second][None, :]
    change = weight[second][None, :] - weight[first][:, None]
    bad = (room[serves[first]][:, None] + 1e-9 < change) | (room[serves[second]][None, :] + 1e-9 < -change)
    gain[bad | (serves[first][:, None] == serves[second][None, :])] = np.inf
    at = int(np.argmin(gain))
    row, column = divmod(at, len(second))
    if not gain[row, column] < -1e-9:
        return False
    a, b = int(first[row]), int(second[column])
    room[serves[a]] += weight[a] - weight[b]
    room[serves[b]] += weight[b] - weight[a]
    serves[a], serves[b] = serves[b], serves[a]
    return True


def residual(
    model: Model,
    pairs: np.ndarray,
    is_open: np.ndarray,
    may_open: np.ndarray,
    side: tuple[sparse.csr_matrix, np.ndarray],
    best: float,
    seconds: float,
) -> Answer:
    """What is left of a branch, by HiGHS: sites still undecided, and the (m, n) bool ``pairs`` still possible.

    Only sets better than ``best`` are looked for. Exact when ``finished``.
    """
    sites = np.flatnonzero(may_open)
    place, demand = np.nonzero(pairs[sites])
    count, width = len(place), len(place) + len(sites)
    if len(np.unique(demand)) < len(model.weight):
        return Answer(np.inf, True, None)
    ones = np.arange(count)
    cost = model.cost[sites[place], demand]
    weight, capacity = model.weight[demand], model.capacity[sites]
    serve = sparse.csr_matrix((np.ones(count), (demand, ones)), shape=(len(model.weight), width))
    load = sparse.csr_matrix((weight / capacity[place], (place, ones)), shape=(len(sites), width))
    load = load + sparse.csr_matrix(
        (-np.ones(len(sites)), (np.arange(len(sites)), count + np.arange(len(sites)))), load.shape
    )
    rows = [LinearConstraint(serve, 1.0, 1.0), LinearConstraint(load, -np.inf, 1e-10)]
    free = ~is_open[sites][place]
    if free.any():
        strong = sparse.csr_matrix(
            (
                np.concatenate([np.ones(free.sum()), -np.ones(free.sum())]),
                (np.tile(np.arange(free.sum()), 2), np.concatenate([ones[free], count + place[free]])),
            ),
            shape=(int(free.sum()), width),
        )
        matrix, limit = side
        rules = sparse.hstack([sparse.csr_matrix((matrix.shape[0], count)), matrix[:, sites]]).tocsr()
        rows += [LinearConstraint(strong, -np.inf, 0.0), LinearConstraint(rules, -np.inf, limit)]
    objective = np.concatenate([cost, np.zeros(len(sites))])
    if np.isfinite(best):
        rows.append(LinearConstraint(sparse.csr_matrix(objective), -np.inf, best - (0.5 if model.whole else 0.0)))
    whole = np.concatenate([np.full(count, 0 if model.split else 1), np.ones(len(sites))])
    low = np.concatenate([np.zeros(count), is_open[sites].astype(float)])
    done = milp(
        objective,
        integrality=whole,
        bounds=Bounds(low, np.ones(width)),
        constraints=rows,
        options={"time_limit": min(seconds, CALL_SECONDS), "mip_rel_gap": 0.0, "presolve": False},  # see integer.py
    )
    return _answered(model, done, sites, place, demand, count)


def _answered(model: Model, done, sites: np.ndarray, place: np.ndarray, demand: np.ndarray, count: int) -> Answer:
    if done.status == 2:
        return Answer(np.inf, True, None)
    bound = done.mip_dual_bound if getattr(done, "mip_dual_bound", None) is not None else -np.inf
    if done.x is None:
        return Answer(float(bound), False, None)
    chosen = np.zeros(model.sites, bool)
    chosen[sites[done.x[count:] > 0.5]] = True
    if model.split:
        found = transport(model, chosen).assigned
    else:
        used = done.x[:count] > 0.5
        found = _settled(model, chosen, demand[used], sites[place[used]], np.ones(int(used.sum())))
        if len(found.demand) != len(model.weight) or not fits(model, found):
            found = None
    return Answer(float(bound), done.status == 0 and found is not None, found)


def fits(model: Model, assigned: Assigned) -> bool:
    """Whether no site holds more than its capacity."""
    load = np.bincount(assigned.site, weights=assigned.share * model.weight[assigned.demand], minlength=model.sites)
    return bool((load <= model.capacity * (1 + 1e-7) + 1e-9).all())
