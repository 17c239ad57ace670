"""One number for a whole result, so that ways in different processes can be compared."""

from __future__ import annotations

import hashlib

import numpy as np
import pandas as pd


def of_table(frame: pd.DataFrame, xy: np.ndarray) -> str:
    """SHA-256 of all values: numbers as bytes with NULL as 0 and marked, texts as UTF-8, coordinates as bytes."""
    total = hashlib.sha256()
    for name in sorted(frame.columns):
        column = frame[name]
        missing = column.isna().to_numpy()
        total.update(name.encode() + np.packbits(missing).tobytes())
        if column.dtype == object:
            total.update("\0".join("" if gone else text for gone, text in zip(missing, column)).encode())
        else:
            whole = str(column.dtype).lower().startswith("int")
            values = column.to_numpy(dtype=np.int64 if whole else np.float64, na_value=0)
            total.update(np.where(missing, 0, values).tobytes())
    total.update(np.ascontiguousarray(xy, dtype=np.float64).tobytes())
    return total.hexdigest()


def of_pairs(zone: np.ndarray, point: np.ndarray) -> str:
    """SHA-256 of pairs, in whatever order they come."""
    order = np.lexsort([point, zone])
    return hashlib.sha256(np.stack([zone[order], point[order]], axis=1).astype("<i8").tobytes()).hexdigest()
