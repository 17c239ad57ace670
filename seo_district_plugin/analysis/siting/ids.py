"""Ids of demand and sites as people write them, and a long table of costs by such ids."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import pandas as pd

from ..errors import AnalysisError
from ..location.types import Costs

_WHOLE = re.compile(r"^([+-]?\d+)\.0+$")
NAMED = 5
"""Examples in an error."""


def plain_id(value: object) -> str | None:
    """An id as text without blanks around it, whole numbers without ``.0``; None where there is none."""
    if value is None or value != value:
        return None
    text = str(value).strip()
    whole = _WHOLE.match(text)
    return (whole.group(1) if whole else text) or None


def plain_ids(values: Sequence[object]) -> np.ndarray:
    """(n,) object array of :func:`plain_id`."""
    out = np.empty(len(values), dtype=object)
    out[:] = [plain_id(value) for value in values]
    return out


def repeated(ids: Sequence[str | None]) -> list[str]:
    """Ids that occur more than once, in the order of their first occurrence; missing ones do not count."""
    counts = pd.Series([item for item in ids if item is not None], dtype=object).value_counts(sort=False)
    return [str(item) for item in counts.index[counts > 1]]


def table_costs(
    origin: Sequence[str | None],
    destination: Sequence[str | None],
    cost: np.ndarray,
    demand_ids: Sequence[str],
    site_ids: Sequence[str],
    *,
    other_demand: Sequence[str] = (),
    other_sites: Sequence[str] = (),
) -> Costs:
    """Costs from a long table: origin = demand, destination = site; a pair that is missing cannot be served.

    Args:
        origin, destination: (k,) plain ids. cost: (k,) in any unit; ``inf`` counts as missing.
        demand_ids: (n,) rows, each once. site_ids: (m,) columns, each once.
        other_demand, other_sites: ids that are known but take no part (rows that were left out).

    Raises:
        AnalysisError: ``cost_table_empty`` (), ``cost_table_unknown`` (kind origin or destination, count, first),
            ``cost_table_not_numbers``, ``cost_table_negative``, ``cost_table_pair_twice`` (count, first): the first
            five as ``origin -> destination``.
    """
    cost = np.asarray(cost, dtype=np.float64)
    if not len(cost):
        raise AnalysisError("cost_table_empty")
    _refuse("cost_table_not_numbers", np.isnan(cost), origin, destination)
    _refuse("cost_table_negative", cost < 0, origin, destination)
    row = _positions("origin", origin, demand_ids, other_demand)
    column = _positions("destination", destination, site_ids, other_sites)
    key = pd.DataFrame({"origin": list(origin), "destination": list(destination)})
    _refuse("cost_table_pair_twice", key.duplicated().to_numpy(), origin, destination)
    used = (row >= 0) & (column >= 0)
    return Costs.from_pairs(row[used], column[used], cost[used], (len(demand_ids), len(site_ids)))


def _positions(kind: str, given: Sequence[str | None], known: Sequence[str], others: Sequence[str]) -> np.ndarray:
    """(k,) int64 position of each id; -1 for one that takes no part."""
    place = dict.fromkeys(others, -1)
    place.update({item: at for at, item in enumerate(known)})
    unknown = list(dict.fromkeys(str(item or "") for item in given if item not in place))
    if unknown:
        raise AnalysisError("cost_table_unknown", kind=kind, count=len(unknown), first=unknown[:NAMED])
    return np.array([place[str(item)] for item in given], dtype=np.int64)


def _refuse(code: str, bad: np.ndarray, origin: Sequence[str | None], destination: Sequence[str | None]) -> None:
    rows = np.flatnonzero(bad)
    if len(rows):
        first = [f"{origin[at]} -> {destination[at]}" for at in rows[:NAMED]]
        raise AnalysisError(code, count=len(rows), first=first)
