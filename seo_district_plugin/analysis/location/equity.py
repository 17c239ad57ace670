"""How evenly access is shared: the Kolm-Pollak equivalent and common measures, weighted by people.

The Kolm-Pollak equally distributed equivalent (Kolm 1976; Pollak 1971; for burdens such as distance Sheriff & Maguire
2020) is the distance that, if everybody had it, would be as good as the distances people have:

    EDE = ln(sum_i w_i exp(kappa d_i) / sum_i w_i) / kappa,      kappa = aversion * sum w d / sum w d^2

It lies between the mean and the largest distance. With kappa held fixed it grows with ``sum w_i exp(kappa d_i)``, so
that the p-median of :func:`transformed_costs` minimizes it exactly (Horton et al. 2024).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..errors import AnalysisError
from .types import Costs

STEEPEST = 230.0
"""Largest exponent above the level of reference: exp of it is 1e100, beyond which only its being too much counts."""
LEVEL = 1.0e6
"""What the transformed costs of the best thinkable assignment sum to: the gap of a solver is then a relative one."""


def kappa_of(distance: np.ndarray, weight: np.ndarray, aversion: float) -> float:
    """The parameter of the Kolm-Pollak equivalent from an aversion to inequality (1: moderate, 2: strong).

    Args:
        distance: (n,) >= 0 of a typical distribution (today's, or that of the p-median); not finite ones are left out.
        weight: (n,) >= 0. aversion: > 0.

    Raises:
        AnalysisError: ``aversion_not_usable`` (aversion), ``distances_all_zero``.
    """
    if not np.isfinite(aversion) or aversion <= 0:
        raise AnalysisError("aversion_not_usable", aversion=aversion)
    distance, weight = _served(distance, weight)
    largest = float(distance.max(initial=0.0))
    if largest <= 0 or weight.sum() <= 0:
        raise AnalysisError("distances_all_zero")
    share = distance / largest  # squares of large numbers stay finite
    return float(aversion * (weight @ share) / (weight @ share**2) / largest)


def kolm_pollak(distance: np.ndarray, weight: np.ndarray, kappa: float) -> float:
    """The equally distributed equivalent of the distances; ``inf`` when one is, NaN without weight.

    Args:
        distance: (n,) >= 0. weight: (n,) >= 0. kappa: > 0, per unit of distance.
    """
    distance, weight = np.asarray(distance, dtype=np.float64), np.asarray(weight, dtype=np.float64)
    distance, weight = distance[weight > 0], weight[weight > 0]
    if not len(weight):
        return float("nan")
    largest = float(distance.max())
    if not np.isfinite(largest):
        return largest
    # The largest distance comes out of the sum: no exponent is above 0.
    mean = float(weight @ np.exp(kappa * (distance - largest)) / weight.sum())
    return largest + float(np.log(mean)) / kappa


@dataclass(frozen=True)
class Transformed:
    """Costs whose p-median minimizes the Kolm-Pollak equivalent.

    Attributes:
        costs: exp(kappa cost - shift). kappa: as given. shift: taken off every exponent.
        total: sum of weights.
    """

    costs: Costs
    kappa: float
    shift: float
    total: float

    def equivalent(self, objective: float) -> float:
        """The equivalent, in the unit of the original costs, that belongs to a p-median objective (or its bound)."""
        if objective <= 0:
            return 0.0
        return max((float(np.log(objective / self.total)) + self.shift) / self.kappa, 0.0)


def transformed_costs(costs: Costs, weight: np.ndarray, kappa: float) -> Transformed:
    """Costs of the p-median that minimizes the Kolm-Pollak equivalent, scaled so that nothing overflows.

    Args:
        costs: of n demands, each with at least one site. weight: (n,) > 0. kappa: > 0 (see :func:`kappa_of`).

    Raises:
        AnalysisError: ``kappa_not_usable`` (kappa).
    """
    if not np.isfinite(kappa) or kappa <= 0:
        raise AnalysisError("kappa_not_usable", kappa=kappa)
    weight = np.asarray(weight, dtype=np.float64)
    served = np.flatnonzero(np.diff(costs.offsets) > 0)
    least = np.minimum.reduceat(costs.value, costs.offsets[served]) if len(served) else np.zeros(0)
    total = float(weight.sum())
    if not len(served):
        return Transformed(costs, kappa, 0.0, total)
    top = float(least.max())
    known = kappa * top + float(np.log(weight[served] @ np.exp(kappa * (least - top))))
    shift = known - float(np.log(LEVEL))
    exponent = np.minimum(kappa * costs.value - shift, STEEPEST)
    return Transformed(
        Costs(costs.rows, costs.columns, costs.offsets, costs.site, np.exp(exponent)), kappa, shift, total
    )  # fmt: skip


def gini(distance: np.ndarray, weight: np.ndarray) -> float:
    """Weighted Gini coefficient, 0 (all alike) to 1; 0 when every distance is 0, NaN without weight."""
    distance, weight = _served(distance, weight)
    total = float(weight.sum())
    if total <= 0:
        return float("nan")
    order = np.argsort(distance, kind="stable")
    share, burden = weight[order] / total, weight[order] * distance[order]
    if burden.sum() <= 0:
        return 0.0
    lorenz = np.concatenate([[0.0], np.cumsum(burden) / burden.sum()])
    return float(max(1.0 - share @ (lorenz[1:] + lorenz[:-1]), 0.0))


def worst_mean(distance: np.ndarray, weight: np.ndarray, share: float = 0.1) -> float:
    """Mean distance of the share of the weight that has the longest way (a place at the border counts in part)."""
    distance, weight = np.asarray(distance, dtype=np.float64), np.asarray(weight, dtype=np.float64)
    distance, weight = distance[weight > 0], weight[weight > 0]
    wanted = share * float(weight.sum())
    if wanted <= 0:
        return float("nan")
    order = np.argsort(-distance, kind="stable")
    before = np.concatenate([[0.0], np.cumsum(weight[order])[:-1]])
    part = np.clip(wanted - before, 0.0, weight[order])
    used = part > 0
    return float(part[used] @ distance[order][used] / part.sum())


def share_beyond(distance: np.ndarray, weight: np.ndarray, threshold: float) -> float:
    """Share of the weight farther than the threshold, those without any way included; NaN without weight."""
    total = float(np.sum(weight))
    return float(np.sum(np.asarray(weight)[np.asarray(distance) > threshold]) / total) if total > 0 else float("nan")


@dataclass(frozen=True)
class Evenness:
    """Measures of one group of people (or of all).

    Attributes:
        name: of the group. weight: people. unserved: of them without any way.
        mean, equivalent, worst_tenth, largest: in the unit of the distances; gini: 0 to 1; beyond: share. Mean,
            equivalent, gini and largest are of those served; NaN where nobody is.
    """

    name: str
    weight: float
    unserved: float
    mean: float
    equivalent: float
    gini: float
    worst_tenth: float
    beyond: float
    largest: float


def evenness(distance: np.ndarray, weight: np.ndarray, kappa: float, threshold: float, name: str = "") -> Evenness:
    """All measures of one group; ``inf`` distances are people without any way.

    Args:
        distance: (n,) >= 0 or inf. weight: (n,) >= 0. kappa: of the equivalent, the same for all groups compared.
        threshold: distance beyond which a way is too long.
    """
    distance, weight = np.asarray(distance, dtype=np.float64), np.asarray(weight, dtype=np.float64)
    near, people = _served(distance, weight)
    people, near = people[people > 0], near[people > 0]
    nobody = not len(people)
    nan = float("nan")
    return Evenness(
        name, float(weight.sum()), float(weight[~np.isfinite(distance)].sum()),
        nan if nobody else float(people @ near / people.sum()), nan if nobody else kolm_pollak(near, people, kappa),
        gini(near, people), worst_mean(near, people), share_beyond(distance, weight, threshold),
        nan if nobody else float(near.max()),
    )  # fmt: skip


def evenness_by_zone(
    distance: np.ndarray, weight: np.ndarray, zone: np.ndarray, names: Sequence[str], kappa: float, threshold: float
) -> list[Evenness]:
    """Measures of the people of each zone.

    Args:
        zone: (n,) number of each demand's zone, -1 for none. names: of the zones.
    """
    return [
        evenness(distance[zone == number], weight[zone == number], kappa, threshold, name)
        for number, name in enumerate(names)
    ]


def evenness_by_group(
    distance: np.ndarray, weights: np.ndarray, names: Sequence[str], kappa: float, threshold: float
) -> list[Evenness]:
    """Measures of groups that live at the same places: (n, g) people of each group per demand."""
    return [evenness(distance, weights[:, number], kappa, threshold, name) for number, name in enumerate(names)]


def _served(distance: np.ndarray, weight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    distance, weight = np.asarray(distance, dtype=np.float64), np.asarray(weight, dtype=np.float64)
    finite = np.isfinite(distance)
    return distance[finite], weight[finite]
