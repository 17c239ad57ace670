"""Which reference system a run measures in, and whether the inputs' own can be believed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeatureRequest,
    QgsPoint,
    QgsRectangle,
)

from .coordinates import transform_bounds
from .errors import LayerError

if TYPE_CHECKING:
    from .sources import VectorInput

SCALE_TOLERANCE = 0.001
"""Largest departure of the scale from 1 in a reference system that measures (one part in a thousand)."""

EXPLICIT_TOLERANCE = 0.01
"""Largest departure that is put up with in a system the user asks for."""

KOREAN_BELTS = ((126.0, "EPSG:5185"), (128.0, "EPSG:5186"), (130.0, "EPSG:5187"), (180.0, "EPSG:5188"))
"""Korea 2000 belts by their eastern edge in degrees (West 125, Central 127, East 129, East Sea 131; EPSG register)."""

KOREAN_BOXES = ((124.5, 33.0, 129.0, 38.7), (129.0, 34.9, 129.7, 38.7), (130.7, 37.1, 132.0, 37.7))
"""Rough boxes (west, south, east, north) around South Korea: mainland with Jeju, the south-east coast without
Tsushima, and the islands Ulleungdo and Dokdo."""

_ASKED_BY_CODE = tuple(
    f"EPSG:{code}" for code in (4326, 5179, 5185, 5186, 5187, 5188, 5174, 2097, 5181, 5183, 5182, 5184, 3857, 5178)
)

SAMPLE = 500
"""Features looked at before a layer is said to lie where its reference system cannot be."""


NEAR = 0.05
"""Degrees around the other inputs within which a layer counts as lying where they are (about five kilometers)."""


@dataclass(frozen=True)
class CrsChoice:
    """The reference system of a run.

    Attributes:
        crs: projected, in meters.
        reason_code: explicit, first_input, korean_belt or utm_zone.
        values: what a sentence about it needs: crs (id), name, and the first input's under ``declared``.
    """

    crs: QgsCoordinateReferenceSystem
    reason_code: str
    values: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class CrsProblem:
    """Why a layer's reference system cannot be believed.

    Attributes:
        code: crs_missing, coordinates_swapped, coordinates_in_degrees (under a projected system) or
            coordinates_outside_crs.
        values: layer (title), crs (id) and extent (text) of the layer.
    """

    code: str
    values: dict[str, object]


def known_on_this_thread() -> None:
    """Make the systems that runs ask for by their code here, on the main thread.

    QGIS keeps each in a cache with the projection objects of the thread that asked first; when that was a worker which
    has ended since, the axes of a Korean system were found swapped afterwards.
    """
    for code in _ASKED_BY_CODE:
        QgsCoordinateReferenceSystem(code).hasAxisInverted()


def wgs84() -> QgsCoordinateReferenceSystem:
    """Return longitude and latitude on WGS 84."""
    return QgsCoordinateReferenceSystem("EPSG:4326")


def crs_label(crs: QgsCoordinateReferenceSystem) -> str:
    """Return the id a person knows a reference system by, or its name when it has none."""
    return crs.authid() or crs.description() or "?"


def is_metric(crs: QgsCoordinateReferenceSystem) -> bool:
    """Tell whether a reference system is projected in meters."""
    return crs.isValid() and not crs.isGeographic() and crs.mapUnits() == Qgis.DistanceUnit.Meters


def is_mercator(crs: QgsCoordinateReferenceSystem) -> bool:
    """Tell whether a system is a Mercator map of the world (EPSG:3857 and its kin), true only on the equator."""
    return crs.projectionAcronym() == "merc"


def scale_error(crs: QgsCoordinateReferenceSystem, longitude: float, latitude: float) -> float:
    """Return how far the scale departs from 1 at a place (degrees); inf when it cannot be told."""
    factors = crs.factors(QgsPoint(longitude, latitude))
    if not factors.isValid():
        return math.inf
    error = max(abs(factors.meridionalScale() - 1.0), abs(factors.parallelScale() - 1.0))
    return error if math.isfinite(error) else math.inf


def in_korea(longitude: float, latitude: float) -> bool:
    """Tell whether a place (degrees) lies in the boxes around South Korea."""
    return any(w <= longitude <= e and s <= latitude <= n for w, s, e, n in KOREAN_BOXES)


def _centered_in_korea(box: QgsRectangle | None) -> bool:
    return box is not None and in_korea(box.center().x(), box.center().y())


def korean_belt(longitude: float) -> QgsCoordinateReferenceSystem:
    """Return the Korea 2000 belt of a longitude in degrees."""
    for east, authid in KOREAN_BELTS:
        if longitude < east:
            return QgsCoordinateReferenceSystem(authid)
    return QgsCoordinateReferenceSystem(KOREAN_BELTS[-1][1])


def utm_zone(longitude: float, latitude: float) -> QgsCoordinateReferenceSystem:
    """Return the UTM zone on WGS 84 of a place in degrees."""
    zone = min(max(int((longitude + 180.0) // 6.0) + 1, 1), 60)
    return QgsCoordinateReferenceSystem(f"EPSG:{32600 + zone if latitude >= 0 else 32700 + zone}")


def analysis_crs(
    explicit: QgsCoordinateReferenceSystem | None,
    inputs: Sequence[tuple[QgsCoordinateReferenceSystem, QgsRectangle]],
    transform_context: QgsCoordinateTransformContext,
) -> CrsChoice:
    """Choose the one metric reference system of a run.

    Args:
        explicit: what the user asked for (None or invalid when nothing).
        inputs: reference system and extent (in it) of the inputs, in the order they are declared; of vector
            layers best :func:`typical_place`.

    Raises:
        LayerError: analysis_crs_not_metric, analysis_crs_distorted (explicit, lengths there wrong by more than
            :data:`EXPLICIT_TOLERANCE`), crs_unknown (no input has a system and an extent), or
            bounds_not_transformable.
    """
    placed = [(crs, box) for crs, box in inputs if crs.isValid() and has_extent(box)]
    if explicit is not None and explicit.isValid():
        return _explicit(explicit, placed, transform_context)
    if not placed:
        declared = [crs for crs, _box in inputs if is_metric(crs) and not is_mercator(crs)]
        if declared:
            # Nothing to measure yet (empty layers): the declared system is all there is to go by.
            return _choice(declared[0], "first_input", declared[0])
        raise LayerError("crs_unknown")
    first, box = placed[0]
    center = transform_bounds(box, first, wgs84(), transform_context).center()
    longitude, latitude = center.x(), center.y()
    if is_metric(first) and not is_mercator(first) and scale_error(first, longitude, latitude) <= SCALE_TOLERANCE:
        return _choice(first, "first_input", first)
    if in_korea(longitude, latitude):
        return _choice(korean_belt(longitude), "korean_belt", first)
    return _choice(utm_zone(longitude, latitude), "utm_zone", first)


def _explicit(
    explicit: QgsCoordinateReferenceSystem,
    placed: Sequence[tuple[QgsCoordinateReferenceSystem, QgsRectangle]],
    transform_context: QgsCoordinateTransformContext,
) -> CrsChoice:
    """Take the user's system when it measures in meters and its lengths are near the truth where the data is."""
    label = crs_label(explicit)
    if not is_metric(explicit):
        raise LayerError("analysis_crs_not_metric", crs=label, name=explicit.description())
    if placed:
        center = transform_bounds(placed[0][1], placed[0][0], wgs84(), transform_context).center()
        error = scale_error(explicit, center.x(), center.y())
        if error > EXPLICIT_TOLERANCE:
            percent = round(100 * error, 1) if math.isfinite(error) else None
            raise LayerError("analysis_crs_distorted", crs=label, name=explicit.description(), percent=percent)
    return CrsChoice(explicit, "explicit", {"crs": label, "name": explicit.description(), "declared": label})


def _choice(crs: QgsCoordinateReferenceSystem, reason: str, declared: QgsCoordinateReferenceSystem) -> CrsChoice:
    values = {"crs": crs_label(crs), "name": crs.description(), "declared": crs_label(declared)}
    return CrsChoice(crs, reason, values)


def has_extent(box: QgsRectangle) -> bool:
    """Tell whether an extent says where something is (a single point counts)."""
    return not box.isNull() and box.isFinite()


def check_crs(
    source: VectorInput,
    others: Sequence[tuple[QgsCoordinateReferenceSystem, QgsRectangle]],
    transform_context: QgsCoordinateTransformContext,
) -> CrsProblem | None:
    """Look whether a layer's reference system and its coordinates agree.

    The extent is looked at first, which costs nothing. Only when it is odd are up to :data:`SAMPLE` features
    read: one bad row among good ones is a matter for the reader, which rejects it, not an error of the layer.

    Args:
        others: reference system and extent of the other inputs; where they are says where this one should be.
    """
    if source.geometry == "none":
        return None
    problem = check_extent(source.title, source.crs, source.extent, others, transform_context)
    if problem is None or problem.code == "crs_missing":
        return problem
    centers = sample_centers(source)
    if len(centers) == 0:
        return None
    x, y = np.median(centers, axis=0)
    return check_extent(source.title, source.crs, QgsRectangle(x, y, x, y), others, transform_context)


def check_extent(
    title: str,
    crs: QgsCoordinateReferenceSystem,
    extent: QgsRectangle,
    others: Sequence[tuple[QgsCoordinateReferenceSystem, QgsRectangle]],
    transform_context: QgsCoordinateTransformContext,
) -> CrsProblem | None:
    """Look whether a reference system and an extent agree; for rasters, whose extent is no outlier's work."""
    values: dict[str, object] = {"layer": title, "crs": crs_label(crs)}
    if not crs.isValid():
        return CrsProblem("crs_missing", values)
    if not has_extent(extent):
        return None
    code = _Places(others, transform_context).verdict(crs, extent)
    return None if code is None else CrsProblem(code, {**values, "extent": extent.toString(3)})


def typical_place(source: VectorInput) -> tuple[QgsCoordinateReferenceSystem, QgsRectangle]:
    """Return a layer's reference system and the box of the middle nine tenths of a sample of its features.

    A row at 0, 0 or with its coordinates swapped would draw the declared extent, and with it the choice of the
    measuring system, far away.
    """
    centers = sample_centers(source) if source.geometry != "none" else np.zeros((0, 2))
    if len(centers) == 0:
        return source.crs, source.extent
    west, south = np.percentile(centers, 5, axis=0, method="inverted_cdf")
    east, north = np.percentile(centers, 95, axis=0, method="inverted_cdf")
    return source.crs, QgsRectangle(west, south, east, north)


def sample_centers(source: VectorInput, count: int = SAMPLE) -> np.ndarray:
    """Return the centers (n, 2) of the first features in the layer's own reference system."""
    request, keep = source.request()
    request.setNoAttributes()
    if keep is None:
        request.setLimit(count if source.limit < 0 else min(count, source.limit))
    return _centers(source, request, keep, count)


def _centers(source: VectorInput, request: QgsFeatureRequest, keep: frozenset[int] | None, count: int) -> np.ndarray:
    found = []
    for feature in source.source.getFeatures(request):
        if keep is not None and feature.id() not in keep:
            continue
        box = feature.geometry().boundingBox()
        if has_extent(box):
            found.append((box.center().x(), box.center().y()))
        if len(found) == count:
            break
    return np.array(found, dtype=np.float64).reshape(-1, 2)


class _Places:
    """Judges where an extent lies against the other inputs, the area of use and Korea."""

    def __init__(
        self,
        others: Sequence[tuple[QgsCoordinateReferenceSystem, QgsRectangle]],
        transform_context: QgsCoordinateTransformContext,
    ) -> None:
        self._context = transform_context
        boxes = [self._degrees(crs, box) for crs, box in others if crs.isValid() and has_extent(box)]
        self._others = [box.buffered(NEAR) for box in boxes if box is not None]

    def verdict(self, crs: QgsCoordinateReferenceSystem, box: QgsRectangle) -> str | None:
        """Return a problem's code, or None."""
        own = self._degrees(crs, box)
        swapped = self._degrees(crs, QgsRectangle(box.yMinimum(), box.xMinimum(), box.yMaximum(), box.xMaximum()))
        if _centered_in_korea(own) and not _centered_in_korea(swapped):
            return None
        if self._beside_others(own):
            return None
        if self._beside_others(swapped):
            return "coordinates_swapped"
        if _centered_in_korea(own):
            return None
        if _centered_in_korea(swapped):
            return "coordinates_swapped"
        if not crs.isGeographic() and self._degrees(wgs84(), box) is not None:
            if _centered_in_korea(box) or self._beside_others(box):
                return "coordinates_in_degrees"
        if own is None or (not crs.isGeographic() and not self._near_area_of_use(crs, own)):
            return "coordinates_outside_crs"
        return None

    def _beside_others(self, box: QgsRectangle | None) -> bool:
        return box is not None and any(other.intersects(box) for other in self._others)

    def _degrees(self, crs: QgsCoordinateReferenceSystem, box: QgsRectangle) -> QgsRectangle | None:
        if crs.isGeographic():
            fits = max(abs(box.yMinimum()), abs(box.yMaximum())) <= 90 and (
                max(abs(box.xMinimum()), abs(box.xMaximum())) <= 360
            )
            return QgsRectangle(box) if fits else None
        try:
            moved = QgsCoordinateTransform(crs, wgs84(), self._context).transformBoundingBox(box)
        except QgsCsException:
            return None
        return moved if moved.isFinite() else None

    @staticmethod
    def _near_area_of_use(crs: QgsCoordinateReferenceSystem, box: QgsRectangle) -> bool:
        area = crs.bounds()
        if area.isEmpty():
            return True
        # Ten degrees of grace: systems are used well beside their area, but not on another continent.
        center = box.center()
        return area.buffered(10.0).contains(center)
