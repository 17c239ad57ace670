"""What every measure of accessibility takes and gives."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import AnalysisError
from ..location.types import Costs


@dataclass(frozen=True)
class Access:
    """Accessibility of n demands to m services.

    Attributes:
        score: (n,) capacity per head that a demand can reach (higher is better); for the rational agent model its
            cost (lower is better, ``inf`` where nothing is in reach).
        load: (m,) demand that each service has to expect, in people (weighted by distance where the method does).
        ratio: (m,) capacity per head of that load, 0 where nobody is in reach.
        reach: (n,) number of services that count for a demand. nearest: (n,) least cost to one, ``inf`` for none.
        catchment: (m,) people for whom a service counts.
        demand, service, part: (k,) each: what a service adds to the score of a demand; for the rational agent model the
            people of the demand who go there.
        lower_is_better: True for the rational agent model.
        rounds, gap, converged: of an iterative method; 0, 0, True for the others.
    """

    score: np.ndarray
    load: np.ndarray
    ratio: np.ndarray
    reach: np.ndarray
    nearest: np.ndarray
    catchment: np.ndarray
    demand: np.ndarray
    service: np.ndarray
    part: np.ndarray
    lower_is_better: bool = False
    rounds: int = 0
    gap: float = 0.0
    converged: bool = True

    def largest(self, count: int) -> list[list[int]]:
        """Services that add most to each demand, at most ``count``, the largest first."""
        order = np.lexsort((self.service, -self.part, self.demand))
        order = order[self.part[order] > 0]
        demand = self.demand[order]
        first = np.searchsorted(demand, demand)  # where the demand begins
        keep = np.arange(len(order)) - first < count
        found: list[list[int]] = [[] for _ in range(len(self.score))]
        for row, service in zip(demand[keep].tolist(), self.service[order][keep].tolist()):
            found[row].append(service)
        return found


@dataclass(frozen=True)
class Pairs:
    """Demands and services within reach of each other, by demand.

    Attributes:
        rows, columns: numbers of demands and services.
        demand, service: (k,) int64. cost: (k,) float64. weight: (k,) > 0.
    """

    rows: int
    columns: int
    demand: np.ndarray
    service: np.ndarray
    cost: np.ndarray
    weight: np.ndarray

    def by_demand(self, values: np.ndarray) -> np.ndarray:
        """(n,) sums of values of the pairs."""
        return np.bincount(self.demand, weights=values, minlength=self.rows)

    def by_service(self, values: np.ndarray) -> np.ndarray:
        """(m,) sums of values of the pairs."""
        return np.bincount(self.service, weights=values, minlength=self.columns)

    def reach(self) -> np.ndarray:
        """(n,) number of services that count for each demand."""
        return np.bincount(self.demand, minlength=self.rows)

    def nearest(self) -> np.ndarray:
        """(n,) least cost, ``inf`` where nothing is in reach."""
        least = np.full(self.rows, np.inf)
        np.minimum.at(least, self.demand, self.cost)
        return least


def pairs_of(costs: Costs, weight: np.ndarray, supply: np.ndarray) -> Pairs:
    """The pairs that count: a weight above 0 and a service with capacity.

    Args:
        weight: (k,) of each pair of ``costs``, from :mod:`decay`. supply: (m,) capacities.

    Raises:
        AnalysisError: ``access_weight_size`` (pairs, weights), ``access_weight_negative`` (count).
    """
    weight = np.asarray(weight, dtype=np.float64)
    if len(weight) != len(costs.value):
        raise AnalysisError("access_weight_size", pairs=len(costs.value), weights=len(weight))
    if not (weight >= 0).all():
        raise AnalysisError("access_weight_negative", count=int((~(weight >= 0)).sum()))
    keep = (weight > 0) & (np.asarray(supply)[costs.site] > 0)
    return Pairs(
        costs.rows,
        costs.columns,
        costs.demand()[keep],
        costs.site[keep].astype(np.int64),
        costs.value[keep],
        weight[keep],
    )


def checked(people: np.ndarray, supply: np.ndarray, costs: Costs) -> tuple[np.ndarray, np.ndarray]:
    """Demand and capacity as float64.

    Raises:
        AnalysisError: ``access_demand_bad`` (row), ``access_no_demand``, ``access_supply_bad`` (row),
            ``access_no_supply``, ``access_size`` (demands, rows, services, columns).
    """
    people, supply = np.asarray(people, dtype=np.float64), np.asarray(supply, dtype=np.float64)
    if people.shape != (costs.rows,) or supply.shape != (costs.columns,):
        raise AnalysisError(
            "access_size", demands=people.size, rows=costs.rows, services=supply.size, columns=costs.columns
        )
    for values, code in ((people, "access_demand_bad"), (supply, "access_supply_bad")):
        bad = ~np.isfinite(values) | (values < 0)
        if bad.any():
            raise AnalysisError(code, row=int(np.argmax(bad)))
    if not people.any():
        raise AnalysisError("access_no_demand")
    if not supply.any():
        raise AnalysisError("access_no_supply")
    return people, supply
