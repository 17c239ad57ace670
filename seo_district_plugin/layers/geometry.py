"""Overlay on arrays of WKB: through QgsGeometry, indexed, prepared, and ready to be stopped.

All geometry is 2D, valid by the reader's policy and in one metric reference system: areas are in square meters,
lengths and distances in meters. Arrays of WKB are object arrays (or lists) of bytes.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TypeAlias

import numpy as np
from qgis.core import (
    Qgis,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsSpatialIndex,
)

from .errors import LayerError, Tick, no_tick
from .policy import parts_of_type, repaired_polygon

Wkb: TypeAlias = Sequence[bytes] | np.ndarray

_EVERY = 64
"""Geometries between two ticks: even slow ones take milliseconds, so a stop is heard soon."""

_UNION_BLOCK = 500
"""Geometries united in one call; GEOS cannot be stopped inside a call."""


def decoded(wkb: Wkb) -> Iterator[QgsGeometry]:
    """Decode WKB one by one.

    Python's garbage collector looks through every geometry that is alive, again and again, and holds everything up
    meanwhile: with hundreds of thousands of them in a list the desktop stands still for seconds.
    """
    for item in wkb:
        geometry = QgsGeometry()
        geometry.fromWkb(item)
        yield geometry


def geometries(wkb: Wkb) -> list[QgsGeometry]:
    """Decode WKB to geometries."""
    return list(decoded(wkb))


def to_array(items: Sequence[QgsGeometry | None]) -> np.ndarray:
    """Encode geometries as an object array of WKB, None where there is nothing."""
    out = np.empty(len(items), dtype=object)
    for i, item in enumerate(items):
        out[i] = None if item is None or item.isNull() or item.isEmpty() else item.asWkb().data()
    return out


def areas(wkb: Wkb) -> np.ndarray:
    """Return areas (n,) in square meters."""
    return np.fromiter((item.area() for item in decoded(wkb)), dtype=np.float64, count=len(wkb))


def lengths(wkb: Wkb) -> np.ndarray:
    """Return lengths (n,) in meters; of polygons the perimeter."""
    return np.fromiter((item.length() for item in decoded(wkb)), dtype=np.float64, count=len(wkb))


def bounds(wkb: Wkb) -> np.ndarray:
    """Return bounding boxes (n, 4): west, south, east, north."""
    boxes = [item.boundingBox() for item in geometries(wkb)]
    rows = [(box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()) for box in boxes]
    return np.array(rows, dtype=np.float64).reshape(-1, 4)


def representative_points(wkb: Wkb) -> np.ndarray:
    """Return one point of each geometry (n, 2).

    A polygon gives its centroid when that lies inside, else a point inside; a line the point half way along it
    (of several lines, the longest); points their centroid.
    """
    rows = []
    for item in geometries(wkb):
        point = _representative(item).asPoint()
        rows.append((point.x(), point.y()))
    return np.array(rows, dtype=np.float64).reshape(-1, 2)


def _representative(item: QgsGeometry) -> QgsGeometry:
    if item.type() == Qgis.GeometryType.Polygon:
        center = item.centroid()
        return center if item.contains(center) else item.pointOnSurface()
    if item.type() == Qgis.GeometryType.Line and item.length() > 0:
        part = max(item.asGeometryCollection(), key=lambda one: one.length()) if item.isMultipart() else item
        return part.interpolate(part.length() / 2)
    return item.centroid()


def spatial_index(items: Sequence[QgsGeometry]) -> QgsSpatialIndex:
    """Return an index of the bounding boxes, whose ids are positions in ``items``."""
    index = QgsSpatialIndex()
    for i, item in enumerate(items):
        if not item.isEmpty():
            index.addFeature(i, item.boundingBox())
    return index


def overlap_pairs(
    zones_wkb: Wkb, features_wkb: Wkb, kind: str, tick: Tick = no_tick
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Measure what each zone shares with each feature.

    Args:
        zones_wkb: polygons.
        features_wkb: lines for ``length``, polygons for ``area``.
        kind: length (meters) or area (square meters).

    Returns:
        Zone positions, feature positions (int64) and sizes (float64), by zone and then by feature; pairs that
        only touch are left out. A line along a border shared by two zones counts in both.

    Raises:
        LayerError: overlay_failed (zone, feature, reason) when GEOS cannot intersect a pair.
    """
    if kind not in ("length", "area"):
        raise ValueError(f"kind is {kind!r}, not length or area")
    zones, features = geometries(zones_wkb), geometries(features_wkb)
    # The fewer geometries are as a rule the larger ones: they are worth preparing and go outside.
    zones_outside = kind == "length" or len(zones) <= len(features)
    outer, inner = (zones, features) if zones_outside else (features, zones)
    inner_sizes = [_size(item, kind) for item in inner] if kind == "area" or zones_outside else []
    index = spatial_index(inner)
    found: list[tuple[int, int, float]] = []
    for i, item in enumerate(outer):
        if i % _EVERY == 0:
            tick(i / len(outer))
        overlap = _Overlap(item, kind)
        for j in index.intersects(item.boundingBox()):
            size = overlap.size(inner[j], inner_sizes[j], (i, j))
            if size > 0:
                found.append((i, j, size) if zones_outside else (j, i, size))
    tick(1.0)
    found.sort(key=lambda pair: (pair[0], pair[1]))
    zone = np.array([pair[0] for pair in found], dtype=np.int64)
    feature = np.array([pair[1] for pair in found], dtype=np.int64)
    return zone, feature, np.array([pair[2] for pair in found], dtype=np.float64)


def _size(item: QgsGeometry, kind: str) -> float:
    return float(item.length() if kind == "length" else item.area())


class _Overlap:
    """One polygon held ready to be measured against many geometries."""

    def __init__(self, polygon: QgsGeometry, kind: str) -> None:
        self._polygon = polygon
        self._kind = kind
        self._box = polygon.boundingBox()
        self._rectangle = is_rectangle(polygon)
        self._engine = None
        if not self._rectangle:
            self._engine = QgsGeometry.createGeometryEngine(polygon.constGet())
            self._engine.prepareGeometry()

    def size(self, other: QgsGeometry, whole: float, pair: tuple[int, int]) -> float:
        """Return the length or area of ``other`` inside the polygon; ``whole`` is that of all of it."""
        if self._engine is None:
            if self._box.contains(other.boundingBox()):
                return whole
            part = other.clipped(self._box)
            if part.isEmpty() or part.isGeosValid():
                return _size(part, self._kind)
        else:
            if self._engine.contains(other.constGet()):
                return whole
            if not self._engine.intersects(other.constGet()):
                return 0.0
        return _size(intersection(self._polygon, other, pair), self._kind)


def is_rectangle(polygon: QgsGeometry) -> bool:
    """Tell whether a polygon is a rectangle along the axes, such as a grid cell."""
    box = polygon.boundingBox()
    if box.isEmpty() or polygon.constGet().nCoordinates() != 5 or polygon.constGet().ringCount() != 1:
        return False
    return math.isclose(polygon.area(), box.width() * box.height(), rel_tol=1e-12)


def intersection(one: QgsGeometry, other: QgsGeometry, pair: tuple[int, int] = (-1, -1)) -> QgsGeometry:
    """Intersect two geometries; on failure once more with both mended, then ``LayerError("overlay_failed")``."""
    found = one.intersection(other)
    if not found.isNull() or not found.lastError():
        return found
    found = _mended(one).intersection(_mended(other))
    if found.isNull() and found.lastError():
        raise LayerError("overlay_failed", first=pair[0], second=pair[1], reason=found.lastError())
    return found


def _mended(item: QgsGeometry) -> QgsGeometry:
    return repaired_polygon(item) if item.type() == Qgis.GeometryType.Polygon else item.makeValid()


def _polygons_only(item: QgsGeometry) -> QgsGeometry | None:
    """Return the polygon parts, None when there are none."""
    if item.isNull() or item.isEmpty():
        return None
    if item.type() != Qgis.GeometryType.Polygon or item.wkbType() == Qgis.WkbType.GeometryCollection:
        item = parts_of_type(item, "polygon")
    return None if item.isEmpty() else item


def buffer(wkb: Wkb, distance: float | np.ndarray, segments: int = 16, tick: Tick = no_tick) -> np.ndarray:
    """Return what lies within a distance (meters, one for all or one each); None where nothing is left.

    Args:
        segments: straight pieces per quarter circle (16: the area of a circle is 0.16 % short).
    """
    items = geometries(wkb)
    distances = np.broadcast_to(np.asarray(distance, dtype=np.float64), (len(items),))
    out: list[QgsGeometry | None] = []
    for i, item in enumerate(items):
        if i % _EVERY == 0:
            tick(i / len(items))
        out.append(item.buffer(float(distances[i]), segments))
    tick(1.0)
    return to_array(out)


def dissolve(wkb: Wkb, tick: Tick = no_tick) -> bytes | None:
    """Unite geometries into one; None when there is nothing.

    Raises:
        LayerError: overlay_failed.
    """
    items = [item for item in geometries(wkb) if not item.isEmpty()]
    if not items:
        return None
    total = len(items)
    while True:
        united = []
        for start in range(0, len(items), _UNION_BLOCK):
            tick(1.0 - len(items) / (total + 1) + start / (total + 1) / 2)
            united.append(_united(items[start : start + _UNION_BLOCK]))
        if len(united) == 1:
            tick(1.0)
            return bytes(united[0].asWkb())
        items = united


def _united(items: list[QgsGeometry]) -> QgsGeometry:
    found = QgsGeometry.unaryUnion(items)
    if found.isNull():
        found = QgsGeometry.unaryUnion([_mended(item) for item in items])
    if found.isNull():
        raise LayerError("overlay_failed", first=-1, second=-1, reason=found.lastError())
    return found


def difference(wkb: Wkb, masks_wkb: Wkb, tick: Tick = no_tick) -> np.ndarray:
    """Return each geometry without what the masks cover; None where nothing is left."""
    items, masks = geometries(wkb), geometries(masks_wkb)
    index = spatial_index(masks)
    out: list[QgsGeometry | None] = []
    for i, item in enumerate(items):
        if i % _EVERY == 0:
            tick(i / len(items))
        engine = QgsGeometry.createGeometryEngine(item.constGet())
        engine.prepareGeometry()
        near = [masks[j] for j in index.intersects(item.boundingBox()) if engine.intersects(masks[j].constGet())]
        if not near:
            out.append(item)
            continue
        left = item.difference(_united(near))
        if left.isNull() and left.lastError():
            left = _mended(item).difference(_mended(_united(near)))
            if left.isNull() and left.lastError():
                raise LayerError("overlay_failed", first=i, second=-1, reason=left.lastError())
        out.append(_polygons_only(left) if item.type() == Qgis.GeometryType.Polygon else left)
    tick(1.0)
    return to_array(out)


def clip_cells(cells_wkb: Wkb, district_wkb: bytes, tick: Tick = no_tick) -> tuple[np.ndarray, np.ndarray]:
    """Cut cells at the border of a district.

    Only cells that meet the border are cut; those inside are handed back byte by byte.

    Returns:
        The part of each cell inside (n,), None when there is none, and its share of the cell's area (n,), 0 to 1.
    """
    (district,) = geometries([district_wkb])
    box = district.boundingBox()
    engine = QgsGeometry.createGeometryEngine(district.constGet())
    engine.prepareGeometry()
    out = np.empty(len(cells_wkb), dtype=object)
    share = np.zeros(len(cells_wkb), dtype=np.float64)
    for i, cell in enumerate(decoded(cells_wkb)):
        if i % _EVERY == 0:
            tick(i / len(cells_wkb))
        if not box.intersects(cell.boundingBox()) or not engine.intersects(cell.constGet()):
            continue
        if engine.contains(cell.constGet()):
            out[i], share[i] = cells_wkb[i], 1.0
            continue
        part = _polygons_only(intersection(cell, district, (i, 0)))
        if part is not None and part.area() > 0:
            out[i] = part.asWkb().data()
            share[i] = min(part.area() / cell.area(), 1.0)
    tick(1.0)
    return out, share


def nearest_feature_distance(xy: np.ndarray, features_wkb: Wkb, tick: Tick = no_tick) -> tuple[np.ndarray, np.ndarray]:
    """Return for each point the distance to the nearest line or polygon, and which feature that is.

    Args:
        xy: (n, 2) in the same system as the features.

    Returns:
        Distances (n,) in meters, 0 inside a polygon, NaN when there are no features; positions (n,), -1 then.
    """
    items = geometries(features_wkb)
    # Held with their geometry, the index compares true distances, not those of bounding boxes.
    index = QgsSpatialIndex(QgsSpatialIndex.Flag.FlagStoreFeatureGeometries)
    for i, item in enumerate(items):
        if item.isEmpty():
            continue
        feature = QgsFeature(i)
        feature.setGeometry(item)
        index.addFeature(feature)
    distance = np.full(len(xy), np.nan)
    nearest = np.full(len(xy), -1, dtype=np.int64)
    for i, (x, y) in enumerate(np.asarray(xy, dtype=np.float64)):
        if i % _EVERY == 0:
            tick(i / len(xy))
        point = QgsPointXY(x, y)
        candidates = index.nearestNeighbor(point, 1)
        if candidates:
            j = min(candidates)
            distance[i] = items[j].distance(QgsGeometry.fromPointXY(point))
            nearest[i] = j
    tick(1.0)
    return distance, nearest
