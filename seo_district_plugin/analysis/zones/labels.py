"""Raster statistics per zone from a raster of zone labels, tile by tile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass
class LabelStatistics:
    """What has been seen so far of each zone; statistics of separate tiles are merged by ``+``.

    Attributes:
        count: (z,) int64 valid pixels.
        total: (z,) float64 sum of their values.
        least, largest: (z,) float64; inf and -inf before the first pixel.
        classes: (c,) float64 values whose share is asked for.
        class_counts: (z, c) int64 pixels of each class.
    """

    count: np.ndarray
    total: np.ndarray
    least: np.ndarray
    largest: np.ndarray
    classes: np.ndarray
    class_counts: np.ndarray

    @classmethod
    def empty(cls, zones: int, classes: Sequence[float] = ()) -> LabelStatistics:
        """Nothing seen yet."""
        return cls(
            count=np.zeros(zones, dtype=np.int64),
            total=np.zeros(zones),
            least=np.full(zones, np.inf),
            largest=np.full(zones, -np.inf),
            classes=np.asarray(classes, dtype=np.float64),
            class_counts=np.zeros((zones, len(classes)), dtype=np.int64),
        )

    def add(self, labels: np.ndarray, values: np.ndarray, valid: np.ndarray | None = None) -> None:
        """Take in a tile; the arguments are as of ``labelled_statistics``."""
        labels, values = np.asarray(labels).ravel(), np.asarray(values).ravel().astype(np.float64, copy=False)
        keep = (labels >= 0) & np.isfinite(values)
        if valid is not None:
            keep &= np.asarray(valid, dtype=bool).ravel()
        labels, values = labels[keep], values[keep]
        if not len(labels):
            return
        # Neighboring pixels mostly share their zone: runs of one label are reduced first, then the few runs.
        starts = np.concatenate([[0], np.flatnonzero(labels[1:] != labels[:-1]) + 1])
        zone = labels[starts].astype(np.int64)
        lengths = np.diff(np.append(starts, len(labels)))
        np.add.at(self.count, zone, lengths)
        np.add.at(self.total, zone, np.add.reduceat(values, starts))
        np.minimum.at(self.least, zone, np.minimum.reduceat(values, starts))
        np.maximum.at(self.largest, zone, np.maximum.reduceat(values, starts))
        for column, wanted in enumerate(self.classes):
            np.add.at(self.class_counts[:, column], zone, np.add.reduceat((values == wanted).astype(np.int64), starts))

    def __add__(self, other: LabelStatistics) -> LabelStatistics:
        if not np.array_equal(self.classes, other.classes):
            raise ValueError("statistics of different classes")
        return LabelStatistics(
            count=self.count + other.count,
            total=self.total + other.total,
            least=np.minimum(self.least, other.least),
            largest=np.maximum(self.largest, other.largest),
            classes=self.classes,
            class_counts=self.class_counts + other.class_counts,
        )

    def measure(self, name: str) -> np.ndarray:
        """(z,) float64 count, sum, mean, min, max, or share of the classes among the valid pixels.

        Without a valid pixel count and sum are 0, the others NaN.

        Raises:
            ValueError: another name.
        """
        seen = self.count > 0
        if name == "count":
            return self.count.astype(np.float64)
        if name == "sum":
            return self.total.copy()
        if name == "min":
            return np.where(seen, self.least, np.nan)
        if name == "max":
            return np.where(seen, self.largest, np.nan)
        if name not in ("mean", "share"):
            raise ValueError(f"unknown measure {name!r}")
        amount = self.total if name == "mean" else self.class_counts.sum(axis=1)
        return np.divide(amount, self.count, out=np.full(len(seen), np.nan), where=seen)


def labelled_statistics(
    labels: np.ndarray,
    values: np.ndarray,
    valid: np.ndarray | None,
    zones: int,
    classes: Sequence[float] = (),
) -> LabelStatistics:
    """Statistics of one tile.

    Args:
        labels: (h, w) integers, the zone index of each pixel, negative for none.
        values: (h, w) values of any numeric type; NaN and infinity are not valid.
        valid: (h, w) bool, or None when all are.
        zones: number of zones.
        classes: values whose pixels are counted.
    """
    result = LabelStatistics.empty(zones, classes)
    result.add(labels, values, valid)
    return result
