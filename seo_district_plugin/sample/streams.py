"""Random numbers: one stream per part of the sample, so that a new part leaves the others as they were."""

from __future__ import annotations

import zlib

import numpy as np


def stream(seed: int, part: str) -> np.random.Generator:
    """The generator of one part: PCG64, spawned from the seed by the checksum of the part's name."""
    key = zlib.crc32(part.encode("utf-8"))
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence(entropy=seed, spawn_key=(key,))))


def shares_to_counts(weights: np.ndarray, total: int) -> np.ndarray:
    """Whole numbers that add to ``total`` and follow the weights (largest remainder; ties by position)."""
    weights = np.asarray(weights, dtype=float)
    if total == 0 or weights.sum() <= 0:
        return np.zeros(len(weights), dtype=np.int64)
    exact = weights / weights.sum() * total
    counts = np.floor(exact).astype(np.int64)
    rest = int(total - counts.sum())
    order = np.argsort(-(exact - counts), kind="stable")
    counts[order[:rest]] += 1
    return counts
