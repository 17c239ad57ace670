"""The floating catchment area family: capacity per head within reach, with competition for it.

P_i people at demand i, S_j capacity of service j, w_ij weight of the pair (0 outside the catchment):

* 2SFCA, E2SFCA: R_j = S_j / sum_i w_ij P_i, A_i = sum_j w_ij R_j (Luo and Wang 2003; Luo and Qi 2009 with weights).
* 3SFCA: people choose among services, g_ij = w_ij / sum_j w_ij; w_ij is replaced by g_ij w_ij in both steps (Wan, Zou
  and Sternberg 2012).
* BFCA: w_ij is replaced by g_ij alone in both steps, so that everybody is counted once and all capacity is handed out:
  sum_i P_i A_i = sum_j S_j over the services within reach (Paez, Higgins and Vivona 2019 standardize by demand in the
  first step; their second step standardizes by service, which keeps the sum of R_j instead of the capacity).
"""

from __future__ import annotations

import numpy as np

from ..errors import Tick, no_tick
from ..location.types import Costs
from .types import Access, Pairs, checked, pairs_of

METHODS = ("2sfca", "3sfca", "bfca")


def floating_catchment(
    costs: Costs, people: np.ndarray, supply: np.ndarray, weight: np.ndarray, method: str, *, tick: Tick = no_tick
) -> Access:
    """Accessibility by one of the floating catchment methods.

    Args:
        costs: pairs within the catchment. people: (n,) >= 0. supply: (m,) >= 0.
        weight: (k,) of each pair (see :mod:`decay`); all 1 with ``2sfca`` is the method of 2003, else E2SFCA.
        method: one of ``METHODS``.

    Raises:
        AnalysisError: of :func:`types.checked` and :func:`types.pairs_of`.
    """
    people, supply = checked(people, supply, costs)
    tick(0.0)
    pairs = pairs_of(costs, weight, supply)
    used = _weights(pairs, method)
    load = pairs.by_service(used * people[pairs.demand])
    ratio = np.divide(supply, load, out=np.zeros(len(supply)), where=load > 0)
    part = used * ratio[pairs.service]
    score = pairs.by_demand(part)
    tick(1.0)
    catchment = pairs.by_service(people[pairs.demand])
    return Access(score, load, ratio, pairs.reach(), pairs.nearest(), catchment, pairs.demand, pairs.service, part)


def _weights(pairs: Pairs, method: str) -> np.ndarray:
    """(k,) what takes the place of w_ij."""
    if method == "2sfca":
        return pairs.weight
    total = pairs.by_demand(pairs.weight)
    share = pairs.weight / total[pairs.demand]
    return share if method == "bfca" else share * pairs.weight
