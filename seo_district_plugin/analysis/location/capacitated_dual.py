"""Lower bounds of the capacitated p-median: the assignment rows are priced, a knapsack per site is left.

Source: Pirkul (1987), "Efficient algorithms for the capacitated concentrator location problem"; for single-source
the 0/1 knapsack gives a bound above that of the linear program, as in Ceselli and Righini (2005), "A branch-and-price
algorithm for the capacitated p-median problem".
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..errors import Tick
from .capacitated_model import Fixed, Model, select

TABLE_LIMIT = 4e6
"""Most cells (items x sites x capacity) of one knapsack table; above, the linear knapsack is the bound."""


@dataclass
class Dual:
    """One evaluation of the Lagrangian.

    Attributes:
        bound: no allowed set costs less. price: (n,) of the assignment rows.
        value: (m,) of each site's knapsack (<= 0). open: (m,) in [0, 1]: how far each site is taken.
        served: (n,) share of each demand that the taken sites serve.
        ratio: (m,) <= 0, value of one more unit of capacity.
        parts: (site, demand, share) of what the taken sites serve.
    """

    bound: float
    price: np.ndarray
    value: np.ndarray
    open: np.ndarray
    served: np.ndarray
    ratio: np.ndarray
    parts: tuple[np.ndarray, np.ndarray, np.ndarray]


class Knapsacks:
    """The knapsacks of all sites for given prices; ``cost`` may hold fewer pairs than the model (a branch)."""

    def __init__(self, model: Model, cost: np.ndarray, alive: np.ndarray) -> None:
        self.model = model
        self.alive = np.flatnonzero(alive)
        self.cost = cost[self.alive]
        self.capacity = model.capacity[self.alive]
        self._step = 0.0 if model.split else _whole_step(model.weight)

    def linear(self, price: np.ndarray) -> tuple[np.ndarray, np.ndarray, tuple[np.ndarray, np.ndarray, np.ndarray]]:
        """Continuous knapsacks: (m,) value, (m,) ratio of the last item, and the taken (site, demand, share)."""
        weight = self.model.weight
        demands = len(weight)
        reduced = self.cost - price
        flat = np.flatnonzero(reduced.ravel() < 0)
        gain = reduced.ravel()[flat]
        site, demand = flat // demands, flat % demands
        size = weight[demand]
        order = np.lexsort((gain / size, site))
        site, demand, gain, size = site[order], demand[order], gain[order], size[order]
        count = np.bincount(site, minlength=len(self.alive))
        end = np.cumsum(count)
        total = np.concatenate([[0.0], np.cumsum(size)])
        before = total[:-1] - np.repeat(total[end - count], count)
        share = np.clip((self.capacity[site] - before) / size, 0.0, 1.0)
        value, ratio = np.zeros(self.model.sites), np.zeros(self.model.sites)
        value[self.alive] = np.bincount(site, weights=share * gain, minlength=len(self.alive))
        critical = (share < 1.0) & (before <= self.capacity[site])
        ratio[self.alive[site[critical]]] = gain[critical] / size[critical]
        taken = share > 0
        return value, ratio, (self.alive[site[taken]], demand[taken], share[taken])

    def whole(self, price: np.ndarray, sites: np.ndarray) -> tuple[np.ndarray, np.ndarray] | None:
        """0/1 knapsacks of some sites: (s,) value and (s, n) bool taken; None where a table would be too large."""
        if not self._step:
            return None
        place = np.searchsorted(self.alive, sites)
        reduced = self.cost[place] - price
        row, demand = np.nonzero(reduced < 0)
        taken = np.zeros(reduced.shape, bool)
        size = np.round(self.model.weight / self._step).astype(np.int64)
        room = np.floor(self.capacity[place] / self._step + 1e-9).astype(np.int64)
        keep = size[demand] <= room[row]
        row, demand = row[keep], demand[keep]
        if not len(row):
            return np.zeros(len(sites)), taken
        room = np.minimum(room, int(np.bincount(row, weights=size[demand]).max()))
        # Each site has its own list of items; lists are padded with items that weigh and gain nothing.
        count = np.bincount(row, minlength=len(sites))
        turn = np.arange(len(row)) - np.repeat(np.cumsum(count) - count, count)
        turns, most, widest = int(count.max()), int(room.max()), int(size[demand].max())
        if turns * len(sites) * (most + 1) > TABLE_LIMIT:
            return None
        item = np.full((turns, len(sites)), -1)
        item[turn, row] = demand
        wide = np.where(item >= 0, size[item], 0)
        gain = np.where(item >= 0, -reduced[np.arange(len(sites)), item], 0.0)
        best = np.zeros((len(sites), widest + most + 1))
        best[:, :widest] = -np.inf
        choice = np.zeros((turns, len(sites), most + 1), bool)
        base = np.arange(len(sites))[:, None] * best.shape[1] + np.arange(widest, best.shape[1])
        for at in range(turns):
            with_it = best.ravel()[base - wide[at][:, None]] + gain[at][:, None]
            now = best[:, widest:]
            np.greater(with_it, now, out=choice[at])
            np.maximum(with_it, now, out=now)
        rows = np.arange(len(sites))
        value = -best[rows, widest + room]
        left = room.copy()
        for at in range(turns - 1, -1, -1):
            used = choice[at, rows, left]
            taken[rows[used], item[at, used]] = True
            left -= np.where(used, wide[at], 0)
        return value, taken


def _whole_step(weight: np.ndarray) -> float:
    """The unit in which all weights are whole numbers, 0 where there is none."""
    if not np.array_equal(weight, np.round(weight)) or weight.max() > 1e12:
        return 0.0
    return float(np.gcd.reduce(weight.astype(np.int64)))


def evaluate(model: Model, knapsacks: Knapsacks, price: np.ndarray, fixed: Fixed) -> Dual | None:
    """The Lagrangian at given prices; None where no set is allowed."""
    value, ratio, (site, demand, share) = knapsacks.linear(price)
    exact: dict[int, np.ndarray] = {}
    guess = np.flatnonzero(~fixed.closed)
    guess = guess[np.argsort(value[guess], kind="stable")[: model.most + 3]]
    while True:
        found = select(model, value, fixed)
        if found is None:
            return None
        total, is_open = found
        if model.split:
            break
        wanted = np.union1d(np.flatnonzero(is_open > 0), guess)
        fresh = np.array([one for one in wanted if value[one] < 0 and one not in exact], np.int64)
        guess = guess[:0]
        if not len(fresh):
            break
        solved = knapsacks.whole(price, fresh)
        if solved is None:
            break
        value[fresh] = solved[0]
        exact.update(zip(fresh.tolist(), solved[1], strict=True))
    part = is_open[site] * share
    keep = part > 0
    if exact:
        rows = np.array(list(exact), dtype=np.int64)
        keep &= ~np.isin(site, rows)
        row, item = np.nonzero(np.array([exact[one] for one in rows.tolist()]))
        site = np.concatenate([site[keep], rows[row]])
        demand = np.concatenate([demand[keep], item])
        part = np.concatenate([part[keep], is_open[rows[row]]])
    else:
        site, demand, part = site[keep], demand[keep], part[keep]
    served = np.bincount(demand, weights=part, minlength=len(price))
    return Dual(float(price.sum()) + total, price, value, is_open, served, ratio, (site, demand, part))


def ascend(
    model: Model,
    knapsacks: Knapsacks,
    price: np.ndarray,
    fixed: Fixed,
    best: float,
    *,
    steps: int,
    tick: Tick,
    watch: Callable[[Dual], float] | None = None,
) -> tuple[Dual | None, np.ndarray]:
    """Raise the bound by deflected subgradients with Polyak's step; demands move in proportion to their weight.

    Args:
        best: objective to beat (``inf`` if none yet). watch: told each evaluation, answers the best known objective.

    Returns:
        the best evaluation (None where no set is allowed), and (m, n) which share of each demand each site served
        lately: an estimate of the solution of the relaxation.
    """
    scale = model.weight / model.weight.mean()
    top: Dual | None = None
    factor, still = 1.5, 0
    direction = np.zeros(len(price))
    often = np.zeros(model.cost.shape)
    price = price.copy()
    for step in range(steps):
        tick(step / steps)
        now = evaluate(model, knapsacks, price, fixed)
        if now is None:
            return None, often
        often *= 0.93
        np.add.at(often, now.parts[:2], 0.07 * now.parts[2])
        if watch is not None:
            best = watch(now)
        if top is None or now.bound > top.bound + 1e-7 * max(1.0, abs(top.bound)):
            still = 0
        else:
            still += 1
        if top is None or now.bound > top.bound:
            top = now
        if model.cannot_improve(top.bound, best):
            break
        if still >= 12:
            factor, still = factor * 0.6, 0
            price = top.price.copy()
            direction[:] = 0.0
            if factor < 0.004:
                break
        gradient = 1.0 - now.served
        direction = gradient + 0.7 * direction if direction @ gradient < 0 else gradient + 0.3 * direction
        length = float((scale * direction * direction).sum())
        if length <= 1e-14:
            break
        aim = best if np.isfinite(best) else top.bound + 0.05 * max(1.0, abs(top.bound))
        move = factor * max(aim - now.bound, 1e-3 * max(1.0, abs(aim))) / length
        price = price + move * scale * direction
    return top, often
