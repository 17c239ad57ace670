"""What no set can beat: the Lagrangian dual of a covering program, by subgradients with steps of their own per row.

Every multiplier >= 0 of the covers gives a bound that holds, so rounding or an early stop never make it wrong:
    L = sum_ik max(worth_ik - cover_i, 0) + limits . rows + best sum of reduced profits over sets of allowed size.
Its least value equals that of the linear relaxation (Geoffrion 1974); steps after Held, Wolfe & Crowder (1974), the
averaged sets after Barahona & Anbil (2000).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse

from ..errors import Tick, no_tick
from .covering_program import Program

KEEP = 0.7
PATIENCE = 12
"""Steps without a better bound before steps become half as long."""


@dataclass(frozen=True)
class Multipliers:
    """Prices of covers (n,) >= 0 and of further rows (r,): above 0 of their upper limit, below 0 of the lower one."""

    cover: np.ndarray
    rows: np.ndarray


@dataclass(frozen=True)
class Bound:
    """A bound and what it says of each site.

    Attributes:
        value: no allowed set is worth more.
        reduced: (m,) profit of each site at these prices. chosen: (m,) bool the best set by reduced profits.
        opened, closed: (m,) bounds when the site must be open, must be closed.
        multipliers: that gave it. average: (m,) how often each site was chosen lately, 0 to 1.
    """

    value: float
    reduced: np.ndarray
    chosen: np.ndarray
    opened: np.ndarray
    closed: np.ndarray
    multipliers: Multipliers
    average: np.ndarray


def start_multipliers(program: Program) -> Multipliers:
    """Half of what a first cover is worth, shared among nobody; rows free of charge."""
    first = program.worth[:, 0] if program.worth.shape[1] else np.zeros(len(program.worth))
    price = np.zeros(program.rows.shape[0])
    must = np.flatnonzero((program.low > 0) & (program.high == np.inf))
    if len(must) and (program.profit < 0).all():
        # What has to be covered shares the price of the cheapest site that does it: a dual solution to begin with.
        rows = program.rows[must]
        share = -program.profit / np.maximum(np.asarray(rows.sum(axis=0)).ravel(), 1.0)
        least = sparse.csr_matrix((share[rows.indices], rows.indices, rows.indptr), rows.shape)
        price[must] = -np.minimum.reduceat(least.data, rows.indptr[:-1]) if rows.nnz else 0.0
    return Multipliers(0.5 * first, price)


def _taken(program: Program, sorted_profit: np.ndarray) -> int:
    positive = int((sorted_profit > 0).sum())
    return min(max(positive, program.count_low), program.count_high)


def _limits(program: Program, price: np.ndarray) -> float:
    """Cost of the row limits at these prices; infinite limits have no price."""
    high, low = price > 0, price < 0
    return float(price[high] @ program.high[high] + price[low] @ program.low[low])


def evaluate(program: Program, multipliers: Multipliers, average: np.ndarray | None = None) -> Bound:
    """The bound at these multipliers, with the bounds for each site forced open or closed."""
    cover = np.maximum(multipliers.cover, 0.0)
    price = _allowed_prices(program, multipliers.rows)
    reduced = program.profit + program.cover.T @ cover - program.rows.T @ price
    order = np.argsort(-reduced, kind="stable")
    profit = reduced[order]
    taken = _taken(program, profit)
    rest = np.maximum(program.worth - cover[:, None], 0.0).sum() + _limits(program, price) + program.offset
    value = float(rest + profit[:taken].sum())
    value += 1e-12 * (abs(float(rest)) + float(np.abs(profit[:taken]).sum()))  # rounding of long sums
    chosen = np.zeros(program.sites, dtype=bool)
    chosen[order[:taken]] = True
    last = float(profit[taken - 1]) if taken else 0.0
    after = float(profit[taken]) if taken < program.sites else -np.inf
    opened = np.full(program.sites, value)
    closed = np.full(program.sites, value)
    if taken < program.count_high:
        opened[~chosen] += reduced[~chosen] - min(0.0, last if taken else 0.0)
    elif taken:
        opened[~chosen] += reduced[~chosen] - last
    else:
        opened[~chosen] = -np.inf
    closed[chosen] += (max(0.0, after) if taken > program.count_low else after) - reduced[chosen]
    if average is None:
        average = chosen.astype(np.float64)
    return Bound(value, reduced, chosen, opened, closed, Multipliers(cover, price), average)


def _allowed_prices(program: Program, price: np.ndarray) -> np.ndarray:
    price = np.where(np.isfinite(program.high), price, np.minimum(price, 0.0))
    return np.where(np.isfinite(program.low), price, np.maximum(price, 0.0))


def descend(
    program: Program,
    start: Multipliers,
    goal: float,
    steps: int,
    *,
    seen: Callable[[np.ndarray], None] | None = None,
    step: float = 1.0,
    tick: Tick = no_tick,
) -> Bound:
    """Lower the bound by so many steps at most, or until it is at or below ``goal``.

    Args:
        goal: value of a known set (or an estimate): sets the length of the steps, and ends them once met.
        seen: told each improved best set by reduced profit, for those who mend it into an allowed one.
        step: length of the first steps, as share of the Polyak step.
    """
    first, scale, row_scale = _scales(program)
    transposed, row_transposed = program.cover.T.tocsr(), program.rows.T.tocsr()
    cover = np.clip(start.cover, 0.0, first)
    price = _allowed_prices(program, start.rows)
    best, best_at, average, since = np.inf, (cover, price), None, 0
    keep, patience = (KEEP, PATIENCE) if first.any() else (0.0, 2 * PATIENCE)
    cover_way, row_way = np.zeros_like(cover), np.zeros_like(price)
    for number in range(steps):
        tick(number / steps)
        reduced = program.profit + transposed @ cover - row_transposed @ price
        order = np.argsort(-reduced, kind="stable")
        taken = _taken(program, reduced[order])
        chosen = np.zeros(program.sites)
        chosen[order[:taken]] = 1.0
        value = (
            np.maximum(program.worth - cover[:, None], 0.0).sum() + _limits(program, price) + program.offset
            + reduced[order[:taken]].sum()
        )  # fmt: skip
        average = chosen if average is None else 0.9 * average + 0.1 * chosen
        since = 0 if value < best - 1e-7 * abs(best if np.isfinite(best) else 0.0) else since + 1
        if value < best:
            best, best_at = value, (cover, price)
            if seen is not None and (number % 5 == 0):
                seen(chosen > 0.5)
        if best <= goal:
            break
        if since >= patience:
            step, since = step * 0.5, 0
            cover, price = best_at
            cover_way, row_way = np.zeros_like(cover), np.zeros_like(price)
            if step < 1e-4:
                break
            continue
        cover_slope = _cover_slope(program, cover, first, chosen)
        row_slope = _row_slope(program, price, chosen)
        if not (cover_slope.any() or row_slope.any()):
            break
        # Steps go along a mean of the last slopes, which zigzags less than each of them (Camerini et al. 1975).
        cover_way, row_way = keep * cover_way + cover_slope, keep * row_way + row_slope
        length = float(scale @ (cover_way * cover_slope) + row_scale @ (row_way * row_slope))
        if length <= 0:
            cover_way, row_way = cover_slope, row_slope
        length = float(scale @ cover_way**2 + row_scale @ row_way**2)
        target = goal if np.isfinite(goal) else best - 0.05 * abs(best) - 1e-9
        stride = step * max(value - target, 1e-9 * abs(value)) / length
        cover = np.clip(cover - stride * scale * cover_way, 0.0, first)
        price = _allowed_prices(program, price - stride * row_scale * row_way)
    return _with_free(program, evaluate(program, Multipliers(*best_at), average))


def _scales(program: Program) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Worth of a first cover (n,), and how far a step goes for each cover (n,) and each row (r,)."""
    first = program.worth[:, 0] if program.worth.shape[1] else np.zeros(len(program.worth))
    sites = max(program.sites, 1)
    per_site = float(np.abs(program.profit).sum()) / sites + float(first.sum()) / sites
    squares = program.rows.multiply(program.rows).sum(axis=1).A1 if program.rows.shape[0] else np.zeros(0)
    return first, np.maximum(first, 0.0), max(per_site, 1e-12) / np.maximum(squares, 1e-12)


def _cover_slope(program: Program, cover: np.ndarray, first: np.ndarray, chosen: np.ndarray) -> np.ndarray:
    """Covers given less covers paid for. At its ends a price cannot go on outward: there the slope is 0."""
    slope = program.cover @ chosen - (program.worth > cover[:, None]).sum(axis=1)
    slope = np.where((cover <= 0) & (slope > 0), 0.0, slope)
    return np.where((cover >= first) & (slope < 0), 0.0, slope)


def _with_free(program: Program, found: Bound) -> Bound:
    """The better of a bound and of all that there is to earn, which steps hardly ever reach."""
    free = evaluate(program, Multipliers(np.zeros(len(program.worth)), np.zeros(program.rows.shape[0])))
    return replace(
        found,
        value=min(found.value, free.value),
        opened=np.minimum(found.opened, free.opened),
        closed=np.minimum(found.closed, free.closed),
    )


def _row_slope(program: Program, price: np.ndarray, chosen: np.ndarray) -> np.ndarray:
    if not len(price):
        return price
    activity = program.rows @ chosen
    over, under = program.high - activity, program.low - activity
    idle = np.where(over < 0, over, np.where(under > 0, under, 0.0))
    return np.where(price > 0, over, np.where(price < 0, under, idle))
