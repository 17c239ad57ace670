"""How far an allocation is from finer totals that were held back."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Errors:
    """Estimates beside known totals.

    Attributes:
        units: number of totals compared.
        people: their sum; estimated: the sum of the estimates for them.
        mae: mean absolute difference (people).
        rmse: root of the mean squared difference (people).
        share: sum of absolute differences / 2 / people: the part of the people that stands in the wrong unit (0-1;
            total absolute error, Voas and Williamson 2001); NaN without people.
    """

    units: int
    people: float
    estimated: float
    mae: float
    rmse: float
    share: float


def errors(estimated: np.ndarray, known: np.ndarray) -> Errors:
    """Compare estimates (u,) with known totals (u,); units whose total is not known (NaN) take no part."""
    keep = np.isfinite(known)
    found, told = np.asarray(estimated, dtype=np.float64)[keep], np.asarray(known, dtype=np.float64)[keep]
    difference = found - told
    people = float(told.sum())
    if not len(told):
        return Errors(0, 0.0, 0.0, float("nan"), float("nan"), float("nan"))
    return Errors(
        units=len(told),
        people=people,
        estimated=float(found.sum()),
        mae=float(np.abs(difference).mean()),
        rmse=float(np.sqrt((difference**2).mean())),
        share=float(np.abs(difference).sum() / 2 / people) if people > 0 else float("nan"),
    )


def in_units(values: np.ndarray, unit: np.ndarray, source: np.ndarray, part: np.ndarray, units: int) -> np.ndarray:
    """(units,) sums of ``values`` (s,) of the sources, each times the part (k,) of it that lies in a unit.

    With ``part`` the share of a zone's area this is plain areal interpolation (Goodchild and Lam 1980).
    """
    return np.bincount(unit, weights=np.asarray(values, dtype=np.float64)[source] * part, minlength=units)
