"""What gathering hands on: the training table with what was done to get it, and values of rasters at places."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

    from ...analysis.learning.types import Samples
    from ..run import Run
    from .predictsusceptibility_factors import FactorBand


@dataclass
class Gathered:
    """The training table and what was done to get it.

    Attributes:
        samples: rows that can be used.
        rows: (n,) feature id of the inventory, -1 for a drawn absence.
        targets: (m, 2) places of the area to be predicted, or None.
        area_values: (m, k) factor values there, or None.
        counts: sentences for the report: (what, count).
        rasters: names of the layers that factors were read from.
        bands: factor bands, empty when fields were used.
    """

    samples: Samples
    rows: np.ndarray
    targets: np.ndarray | None = None
    area_values: np.ndarray | None = None
    counts: list[tuple[str, int]] = field(default_factory=list)
    bands: list[FactorBand] = field(default_factory=list)


def list_of_names(text: str) -> list[str]:
    """Names of a comma separated list, Hangul in one piece."""
    return [unicodedata.normalize("NFC", part).strip() for part in text.split(",") if part.strip()]


def values_at(run: Run, bands: list[FactorBand], xy: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(n, k) values of the bands at places in the run's CRS, and (n,) whether a place lies on any of the rasters."""
    import numpy as np

    from ...layers.rastersample import cell_values

    values, inside = np.full((len(xy), len(bands)), np.nan), np.zeros(len(xy), dtype=bool)
    by_raster: dict[int, list[int]] = {}
    for column, band in enumerate(bands):
        by_raster.setdefault(id(band.raster), []).append(column)
    for done, columns in enumerate(by_raster.values()):
        found, on_it = cell_values(
            bands[columns[0]].raster,
            [bands[column].band for column in columns],
            xy,
            run.crs,
            run.context.transformContext(),
            lambda part, done=done: run.tick((done + part) / len(by_raster)),
        )
        values[:, columns] = found
        inside |= on_it
    return values, inside
