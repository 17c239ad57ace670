"""Where imported rows lie: the district, the CRS of each file, and what is wrong with single coordinates."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle

from ...layers.coordinates import transform_bounds, transform_xy
from ...layers.crs import KOREAN_BOXES, in_korea, utm_zone, wgs84
from ...layers.errors import LayerError

if TYPE_CHECKING:
    import numpy as np

    from ...analysis.records.districts import District
    from ...analysis.records.placing import Candidate, Placement
    from ...analysis.records.schemas import Schema
    from ..run import Run

NATIONAL_GRID = 5179
DEGREE = 111_320.0  # meters of a degree of latitude
LIMITS = {True: (180.0, 90.0), False: (1e9, 1e9)}
"""Largest coordinates that are a place at all: in degrees, and in units of a plane, of which none is wider."""


class Places:
    """The district, in every CRS that a file may be in.

    Attributes:
        known: whether a district was given, by layer or by code.
    """

    def __init__(self, run: Run, district: District | None, margin: float) -> None:
        self._context = run.context.transformContext()
        self._margin = margin
        self._box = self._of_layer(run) or self._of_table(district)
        self.known = self._box is not None
        self._candidates: dict[tuple[int, bool], Candidate | None] = {}

    # ------------------------------------------------------------------ the district
    def _of_layer(self, run: Run) -> QgsRectangle | None:
        if not run.given("DISTRICT"):
            return None
        from ...analysis.zones.shapes import Polygons

        table = run.read("DISTRICT", [], "polygon", crs=wgs84())
        bounds = Polygons.from_wkb(list(table.wkb)).bounds()
        return QgsRectangle(*map(float, (*bounds[:, :2].min(axis=0), *bounds[:, 2:].max(axis=0))))

    @staticmethod
    def _of_table(district: District | None) -> QgsRectangle | None:
        return QgsRectangle(district.west, district.south, district.east, district.north) if district else None

    def _widened(self) -> QgsRectangle:
        box = self._box
        dy = self._margin / DEGREE
        dx = dy / max(math.cos(math.radians(box.center().y())), 0.05)
        return QgsRectangle(box.xMinimum() - dx, box.yMinimum() - dy, box.xMaximum() + dx, box.yMaximum() + dy)

    # ------------------------------------------------------------------ candidates
    def candidates(self, schema: Schema, declared: int = 0, given: int = 0) -> list[Candidate]:
        """The CRS that the coordinates of a file may be in, each with the bounds of the district."""
        from ...analysis.records.placing import KOREAN_CRS

        if given:
            codes: Sequence[int] = (given,)
        elif schema.extra.get("crs_candidates"):
            codes = (declared, *schema.extra["crs_candidates"])
        elif schema.profile != KOREAN and not self._in_korea():
            codes = (*schema.crs, declared, 4326, 3857, self._utm())
        else:
            codes = (*schema.crs, declared, *KOREAN_CRS)
        if not self.known and not given and schema.profile != KOREAN:
            codes = (*schema.crs, declared)  # nowhere to look for them: only what is said can be believed
        found = (self._candidate(code, schema) for code in dict.fromkeys(codes) if code)
        return [candidate for candidate in found if candidate is not None]

    def _in_korea(self) -> bool:
        return self.known and in_korea(self._box.center().x(), self._box.center().y())

    def _utm(self) -> int:
        if not self.known:
            return 0
        zone = utm_zone(self._box.center().x(), self._box.center().y()).authid()
        return int(zone.partition(":")[2] or 0)

    def _candidate(self, epsg: int, schema: Schema) -> Candidate | None:
        from ...analysis.records.placing import KOREAN_RARE_CRS, Candidate

        key = (epsg, schema.profile == KOREAN)  # without a district, bounds are those of the schema's country
        if key not in self._candidates:
            box = self._widened() if self.known else self._country(schema)
            try:
                moved = transform_bounds(box, wgs84(), crs_of(epsg), self._context) if box is not None else None
            except LayerError:  # no such place in this CRS
                moved = None
            made = None
            if moved is not None:
                bounds = (moved.xMinimum(), moved.yMinimum(), moved.xMaximum(), moved.yMaximum())
                made = Candidate(epsg, bounds, epsg in KOREAN_RARE_CRS)
            elif not self.known and epsg:
                made = Candidate(epsg, (-math.inf, -math.inf, math.inf, math.inf))
            self._candidates[key] = made
        return self._candidates[key]

    @staticmethod
    def _country(schema: Schema) -> QgsRectangle | None:
        """Without a district: the country of the schema; for the rest of the world the CRS's own bounds are unknown."""
        if schema.profile != KOREAN:
            return None
        return QgsRectangle(
            min(box[0] for box in KOREAN_BOXES), min(box[1] for box in KOREAN_BOXES),
            max(box[2] for box in KOREAN_BOXES), max(box[3] for box in KOREAN_BOXES),
        )  # fmt: skip

    # ------------------------------------------------------------------ moving
    def moved(self, xy: np.ndarray, source: int, target: int) -> tuple[np.ndarray, np.ndarray]:
        """Coordinates in another CRS, and where that succeeded."""
        return transform_xy(xy, crs_of(source), crs_of(target), self._context)


KOREAN = "kr"  # schemas of which it is known that their files lie in Korea


def crs_of(epsg: int) -> QgsCoordinateReferenceSystem:
    """The CRS of an EPSG code; none for 0."""
    return QgsCoordinateReferenceSystem(f"EPSG:{epsg}" if epsg else "")


def possible(xy: np.ndarray, epsg: int) -> np.ndarray:
    """(n,) bool: whether coordinates, (n, 2) in east, north order, are a place on the earth at all."""
    import numpy as np

    return (np.abs(xy) <= LIMITS[crs_of(epsg).isGeographic()]).all(axis=1)


def decide(
    file: str, xy: np.ndarray, schema: Schema, candidates: Sequence[Candidate], declared: int, given: int, known: bool
) -> Placement:
    """How the coordinates of a file are read.

    Raises:
        AnalysisError: ``public_crs_ambiguous`` (file, choices), ``public_crs_unknown`` (file, tried, tested),
            ``public_crs_needed`` (file).
    """
    from ...analysis.errors import AnalysisError
    from ...analysis.records.placing import Placement, place_file

    rule = (given,) if given else schema.crs
    if not candidates:
        raise AnalysisError("public_crs_needed", file=file)
    placement = place_file(xy, candidates, rule, declared or None)
    if placement.verdict == "ambiguous":
        choices = [f"EPSG:{code}" for code in dict.fromkeys((placement.epsg, *placement.rivals))]
        raise AnalysisError("public_crs_ambiguous", file=file, choices=choices)
    if placement.verdict == "none" and placement.tested and (known or not placement.epsg):
        tried = [f"EPSG:{candidate.epsg}" for candidate in candidates]
        raise AnalysisError("public_crs_unknown", file=file, tried=tried, tested=placement.tested)
    if given and placement.verdict != "none":
        return replace(placement, verdict="given")
    if not placement.epsg:
        return Placement(candidates[0].epsg, False, 1.0, "none", 0, placement.tested)
    return placement
