"""Names as whole numbers, so that comparing a quarter of a million of them is comparing arrays."""

from __future__ import annotations

import numpy as np
import pandas as pd

UNKNOWN, FOREIGN = 0, -1
"""Codes of a blank name, and of a name that the vocabulary does not have."""


class Vocabulary:
    """Names with codes from 1 on."""

    def __init__(self) -> None:
        self._codes: dict[str, int] = {"": UNKNOWN}

    def __len__(self) -> int:
        return len(self._codes)

    def __contains__(self, name: str) -> bool:
        return name in self._codes

    def names(self) -> list[str]:
        """All names but the blank one, in the order of their codes."""
        return list(self._codes)[1:]

    def learn(self, values: np.ndarray) -> np.ndarray:
        """Codes (n,) int64 of the values, new names included."""
        codes, unique = pd.factorize(values)
        for name in unique:
            self._codes.setdefault(name, len(self._codes))
        return self._lookup(codes, unique)

    def encode(self, values: np.ndarray) -> np.ndarray:
        """Codes (n,) int64 of the values; FOREIGN for names that are not known."""
        return self._lookup(*pd.factorize(values))

    def _lookup(self, codes: np.ndarray, unique: np.ndarray) -> np.ndarray:
        known = np.array([self._codes.get(name, FOREIGN) for name in unique] + [UNKNOWN], dtype=np.int64)
        return known[codes]
