"""A look at the factors before learning: those that say nothing and those that say too much.

A single factor that tells events from the rest almost without error is rarely knowledge of the ground; mostly it is the
label in another dress (a field filled in after the event, a distance to the mapped events themselves).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .metrics import auroc
from .types import Factor

LEAK_AUROC = 0.995
RARE_ROWS = 5

Remark = tuple[str, dict[str, object]]


def screen_factors(values: np.ndarray, labels: np.ndarray, factors: Sequence[Factor]) -> list[Remark]:
    """Remarks on single factors, in their order.

    Args:
        values: (n, k) without NaN; labels: (n,) bool of both classes; factors: k factors.

    Returns:
        (code, values): ``factor_constant(factor)``; ``factor_leaks(factor, auroc)``: alone it orders the rows with an
        AUROC above 0.995 (either way round; classes by the share of events among the other rows of the class);
        ``factor_rare_classes(factor, classes, rows)``: classes with fewer than five rows.
    """
    labels = np.asarray(labels, dtype=bool)
    out: list[Remark] = []
    for index, factor in enumerate(factors):
        x = np.asarray(values[:, index], dtype=np.float64)
        if x.min() == x.max():
            out.append(("factor_constant", {"factor": factor.name}))
            continue
        score = _class_shares(x, labels) if factor.categorical else x
        area = auroc(labels, score)
        area = area if factor.categorical else max(area, 1 - area)
        if area > LEAK_AUROC:
            out.append(("factor_leaks", {"factor": factor.name, "auroc": area}))
        if factor.categorical:
            levels, counts = np.unique(x, return_counts=True)
            rare = levels[counts < RARE_ROWS]
            if len(rare):
                names = ", ".join(f"{code:g}" for code in rare)
                found: dict[str, object] = {"factor": factor.name, "classes": names, "rows": RARE_ROWS}
                out.append(("factor_rare_classes", found))
    return out


def _class_shares(x: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """(n,) share of events among the other rows of the same class: a class of one row knows nothing of itself."""
    _, place, counts = np.unique(x, return_inverse=True, return_counts=True)
    place = place.ravel()
    events = np.bincount(place, weights=labels)
    return (events[place] - labels + labels.mean()) / counts[place]
