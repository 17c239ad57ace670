"""What follows from missing pairs: sites that alone reach a demand, and demands too far apart for the sites."""

from __future__ import annotations

import numpy as np

from .neartable import NearTable
from .tables import DenseTable

FEW = 12
"""Sites that reach a demand up to which the search asks for it first."""


def alone(table: DenseTable | NearTable) -> np.ndarray:
    """Places of the sites that are the only one left for some demand."""
    bare = ~np.isfinite(table.cap)
    if isinstance(table, NearTable):
        if table.cost.shape[1] == 0:
            return np.zeros(0, np.int64)
        single = bare & np.isfinite(table.cost[:, 0])
        if table.cost.shape[1] > 1:
            single &= ~np.isfinite(table.cost[:, 1])
        return np.unique(table.near[single, 0])
    reach = np.isfinite(table.quick[:, bare])
    return np.unique(reach[:, reach.sum(axis=0) == 1].argmax(axis=0))


def too_far_apart(table: DenseTable | NearTable, count: int) -> bool:
    """Whether more than ``count`` demands are without a common site, each with no open one in reach."""
    if isinstance(table, NearTable):
        return False
    reach = np.isfinite(table.quick[:, ~np.isfinite(table.cap)])
    if reach.all():
        return False
    for found in range(count + 1):
        if not reach.shape[1]:
            return False
        if found == count:
            return True
        hardest = int(reach.sum(axis=0).argmin())
        reach = reach[:, ~reach[reach[:, hardest]].any(axis=0)]
    return False


def hardest(table: DenseTable | NearTable) -> np.ndarray | None:
    """(f,) bool sites that reach the demand with fewest sites; None when all demands have many."""
    bare = np.flatnonzero(~np.isfinite(table.cap))
    if isinstance(table, NearTable) or not len(bare):
        return None
    reach = np.isfinite(table.quick[:, bare])
    number = reach.sum(axis=0)
    return reach[:, int(number.argmin())] if number.min() <= FEW else None
