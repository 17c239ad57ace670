"""The zones of a run: geometry, codes, and what was noticed while records were assigned to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from ...layers.wkb import point_wkb

if TYPE_CHECKING:
    from ...analysis.zones.shapes import Polygons
    from ..carry import Shape
    from .zone_streets import ZoneStreets

DISC_SEGMENTS = 24  # per quarter circle: the disc's area is 0.07 % short


class Zones:
    """The zones of a run: geometry, codes, and what was noticed while records were assigned to them."""

    def __init__(self, shape: Shape, codes: np.ndarray | None) -> None:
        self.centers = shape.centers
        self.polygons: Polygons | None = shape.polygons
        self.areas = shape.areas
        self.wkb = shape.wkb
        self.codes = codes
        self.disagreements = 0
        self.unknown_codes = 0
        self.streets: ZoneStreets | None = None
        self._discs: dict[float, tuple[np.ndarray, np.ndarray]] = {}

    def __len__(self) -> int:
        return len(self.centers)

    def outline(self, radius: float) -> tuple[Sequence[bytes], np.ndarray]:
        """The zones themselves, or discs of a radius around their centers, with their areas."""
        if radius <= 0:
            return self.wkb, self.areas
        from ...layers.geometry import areas, buffer

        if radius not in self._discs:
            discs = buffer(point_wkb(self.centers), radius, DISC_SEGMENTS)
            self._discs[radius] = (discs, areas(discs))
        return self._discs[radius]
