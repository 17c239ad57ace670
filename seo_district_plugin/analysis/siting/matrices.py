"""Costs from every demand to every site: by straight line or along streets, all pairs or those within a cutoff."""

from __future__ import annotations

import numpy as np
from scipy.spatial import cKDTree
from scipy.spatial.distance import cdist

from ..errors import AnalysisError, Tick, no_tick
from ..location.types import Costs
from ..network.attach import Places
from ..network.paths import od_costs, od_pairs
from ..network.types import Network

MOST_PAIRS = 40_000_000
"""Pairs of demand and site that are kept: about half a gigabyte, and twice that while a model is solved."""

MOST_SITES = 50_000
_BLOCK = 1_000_000


def check_size(demands: int, sites: int, cutoff: float = np.inf) -> None:
    """Refuse what would not fit into memory, before anything is computed.

    Raises:
        AnalysisError: ``too_many_sites`` (sites, most), ``too_many_pairs`` (demands, sites, pairs, most).
    """
    if sites > MOST_SITES:
        raise AnalysisError("too_many_sites", sites=sites, most=MOST_SITES)
    if demands * sites > MOST_PAIRS and not np.isfinite(cutoff):
        raise AnalysisError("too_many_pairs", demands=demands, sites=sites, pairs=demands * sites, most=MOST_PAIRS)


def _check_pairs(demands: int, sites: int, pairs: int) -> None:
    if pairs > MOST_PAIRS:
        raise AnalysisError("too_many_pairs", demands=demands, sites=sites, pairs=pairs, most=MOST_PAIRS)


def straight_costs(demand: np.ndarray, site: np.ndarray, cutoff: float = np.inf, tick: Tick = no_tick) -> Costs:
    """Euclidean distances.

    Args:
        demand: (n, 2), site: (m, 2) meters. cutoff: pairs farther apart cannot be served.

    Raises:
        AnalysisError: ``too_many_sites``, ``too_many_pairs``.
    """
    check_size(len(demand), len(site), cutoff)
    if np.isfinite(cutoff):
        return _near_costs(demand, site, cutoff, tick)
    table = np.empty((len(demand), len(site)))
    step = max(1, _BLOCK // max(1, len(site)))
    for begin in range(0, len(demand), step):
        tick(begin / len(demand))
        table[begin : begin + step] = cdist(demand[begin : begin + step], site)
    return Costs.from_dense(table)


def _near_costs(demand: np.ndarray, site: np.ndarray, cutoff: float, tick: Tick) -> Costs:
    tree = cKDTree(site)
    counts = np.zeros(len(demand), dtype=np.int64)
    for begin in range(0, len(demand), 2000):
        tick(0.3 * begin / len(demand))
        block = demand[begin : begin + 2000]
        counts[begin : begin + 2000] = tree.query_ball_point(block, cutoff, return_length=True)
        _check_pairs(len(demand), len(site), int(counts.sum()))
    rows, columns = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    upto = np.cumsum(counts)
    begin = 0
    while begin < len(demand):
        tick(0.3 + 0.7 * begin / len(demand))
        base = upto[begin - 1] if begin else 0
        end = max(begin + 1, int(np.searchsorted(upto, base + _BLOCK)))
        lists = tree.query_ball_point(demand[begin:end], cutoff, return_sorted=True)
        rows.append(np.repeat(np.arange(begin, min(end, len(demand))), [len(item) for item in lists]))
        columns.append(np.array([at for item in lists for at in item], dtype=np.int64))
        begin = end
    row, column = np.concatenate(rows), np.concatenate(columns)
    return Costs.from_pairs(row, column, np.hypot(*(demand[row] - site[column]).T), (len(demand), len(site)))


def network_costs(
    network: Network,
    demand: Places,
    site: Places,
    cutoff: float = np.inf,
    *,
    xy: tuple[np.ndarray, np.ndarray] | None = None,
    tick: Tick = no_tick,
) -> Costs:
    """Meters on foot: from the demand straight to its street, along streets, and from the street to the site.

    Args:
        demand: n places, site: m places, with their distances to the street. Unattached ones are never reached.
        cutoff: ways longer than this, the parts to and from the street included, cannot be gone.
        xy: (n, 2) and (m, 2) where they stand; then what stands on one spot costs nothing.

    Raises:
        AnalysisError: ``too_many_sites``, ``too_many_pairs``, those of ``network.paths``.
    """
    check_size(len(demand), len(site), cutoff)
    off_demand, off_site = np.nan_to_num(demand.distance), np.nan_to_num(site.distance)
    if not np.isfinite(cutoff):
        table = od_costs(network, demand, site, tick=tick)
        table += off_demand[:, None]
        table += off_site[None, :]
        if xy is not None:
            row, column = _same_spot(*xy)
            table[row, column] = np.where(np.isfinite(table[row, column]), 0.0, np.inf)
        return Costs.from_dense(table)
    origin, destination, cost = od_pairs(network, demand, site, cutoff, tick=tick)
    cost = cost + off_demand[origin] + off_site[destination]
    if xy is not None:
        cost[(xy[0][origin] == xy[1][destination]).all(axis=1)] = 0.0
    near = cost <= cutoff
    _check_pairs(len(demand), len(site), int(near.sum()))
    return Costs.from_pairs(origin[near], destination[near], cost[near], (len(demand), len(site)))


def _same_spot(demand: np.ndarray, site: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Pairs of rows and columns that stand on the very same spot."""
    places: dict[tuple[float, float], list[int]] = {}
    for column, spot in enumerate(map(tuple, site.tolist())):
        places.setdefault(spot, []).append(column)
    pairs = [(row, column) for row, spot in enumerate(map(tuple, demand.tolist())) for column in places.get(spot, ())]
    row, column = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
    return row, column


def between_sites(costs: Costs) -> np.ndarray:
    """(m, m) distances between sites from costs whose rows are the sites themselves; the shorter way of the two.

    A pair without a way is infinitely far apart.
    """
    table = costs.dense()
    table = np.minimum(table, table.T)
    np.fill_diagonal(table, 0.0)
    return table
