"""One policy for geometry, whatever the door: repair, count or reject; never crash, never drop in silence."""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsWkbTypes,
)

from .table import Rejected, canonical_bytes

GEOMETRY_TYPES = {
    "point": Qgis.GeometryType.Point,
    "line": Qgis.GeometryType.Line,
    "polygon": Qgis.GeometryType.Polygon,
}

NULL, EMPTY, NOT_FINITE, INVALID, WRONG_TYPE, OUTSIDE, NOT_TRANSFORMABLE = (
    "geometry_null",
    "geometry_empty",
    "geometry_not_finite",
    "geometry_invalid",
    "geometry_wrong_type",
    "geometry_outside_crs",
    "geometry_not_transformable",
)

_POINT_WKB = np.dtype([("order", "u1"), ("kind", "<u4"), ("x", "<f8"), ("y", "<f8")])


class PointCollector:
    """Gathers point geometry row by row; ``xy`` of a row that has none is NaN and its problem is kept."""

    def __init__(self, counts: Counter[str]) -> None:
        self._xy: list[np.ndarray] = []
        self._null: list[np.ndarray] = []
        self._wrong: list[np.ndarray] = []
        self._counts = counts

    def add(self, _fids: Sequence[int], geometries: Sequence[QgsGeometry]) -> None:
        """Take the geometries of the next rows."""
        wkb = [geometry.asWkb().data() for geometry in geometries]
        lengths = np.fromiter(map(len, wkb), dtype=np.int64, count=len(wkb))
        null, wrong = lengths == 0, np.zeros(len(wkb), dtype=bool)
        xy = np.full((len(wkb), 2), np.nan)
        # Only a plain 2D point has this length (a line of one vertex has 25 bytes, an empty collection 9).
        plain = lengths == _POINT_WKB.itemsize
        records = np.frombuffer(b"".join(item for item in wkb if len(item) == _POINT_WKB.itemsize), dtype=_POINT_WKB)
        xy[plain, 0], xy[plain, 1] = records["x"], records["y"]
        for i in np.flatnonzero(~plain & ~null):
            if geometries[i].type() != Qgis.GeometryType.Point:
                wrong[i] = True
            else:
                xy[i] = self._center(geometries[i])
        self._xy.append(xy)
        self._null.append(null)
        self._wrong.append(wrong)

    def finish(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return xy (n, 2), rows that are NULL (n,) bool and rows of another geometry type (n,) bool."""
        return np.concatenate(self._xy), np.concatenate(self._null), np.concatenate(self._wrong)

    def _center(self, geometry: QgsGeometry) -> tuple[float, float]:
        """Return the one point, or the mean of several (counted); NaN when there is none."""
        points = [(vertex.x(), vertex.y()) for vertex in geometry.vertices()]
        if not points:
            return math.nan, math.nan
        if len(points) == 1:
            return points[0]
        self._counts["multipart"] += 1
        return sum(point[0] for point in points) / len(points), sum(point[1] for point in points) / len(points)


def points_digest(xy: np.ndarray, null: np.ndarray) -> bytes:
    """Hash coordinates in the source's reference system and which rows had no geometry."""
    digest = hashlib.sha256(b"points\0")
    digest.update(np.packbits(null).tobytes())
    digest.update(canonical_bytes(xy.astype("<f8", copy=False)))
    return digest.digest()


def point_problems(
    xy: np.ndarray, null: np.ndarray, wrong: np.ndarray, fid: np.ndarray, geographic: bool
) -> tuple[np.ndarray, list[Rejected]]:
    """Return which points may be used (n,) bool and the rejected rows, before any reprojection."""
    nan = np.isnan(xy)
    empty = nan.all(axis=1) & ~null & ~wrong
    infinite = ~np.isfinite(xy).all(axis=1) & ~null & ~wrong & ~empty
    outside = np.zeros(len(xy), dtype=bool)
    if geographic:
        with np.errstate(invalid="ignore"):
            outside = ((np.abs(xy[:, 1]) > 90) | (np.abs(xy[:, 0]) > 360)) & ~infinite
    rejected = []
    for mask, reason in ((null, NULL), (wrong, WRONG_TYPE), (empty, EMPTY), (infinite, NOT_FINITE), (outside, OUTSIDE)):
        for i in np.flatnonzero(mask):
            detail = f"{xy[i, 0]:.10g} {xy[i, 1]:.10g}" if reason in (NOT_FINITE, OUTSIDE) else ""
            rejected.append(Rejected(int(fid[i]), reason, detail))
    return ~(null | wrong | empty | infinite | outside), rejected


class ShapeCollector:
    """Gathers lines, polygons or anything as 2D WKB in the target reference system, row by row.

    Args:
        want: line, polygon or any.
        transform: from the source's reference system to the target's, or None when they are the same.
        geographic: whether the source's coordinates are degrees.
    """

    def __init__(
        self, want: str, transform: QgsCoordinateTransform | None, geographic: bool, counts: Counter[str]
    ) -> None:
        self._want = want
        self._transform = transform
        self._geographic = geographic
        self._counts = counts
        self._digest = hashlib.sha256(b"shapes\0")
        self.wkb: list[bytes | None] = []
        self.rejected: list[Rejected] = []

    def add(self, fids: Sequence[int], geometries: Sequence[QgsGeometry]) -> None:
        """Take the geometries of the next rows."""
        for fid, geometry in zip(fids, geometries, strict=True):
            self._add_one(fid, geometry)

    def _add_one(self, fid: int, geometry: QgsGeometry) -> None:
        if geometry.isNull():
            self._digest.update(b"\0")
            self._reject(fid, NULL)
            return
        source = bytes(geometry.asWkb())
        self._digest.update(len(source).to_bytes(8, "little") + source)
        problem, detail, geometry = self._mend(geometry)
        if problem:
            self._reject(fid, problem, detail)
            return
        self.wkb.append(bytes(geometry.asWkb()))

    def digest(self) -> bytes:
        """Return the hash of all geometry taken so far, as it was in the source."""
        return self._digest.digest()

    def _reject(self, fid: int, reason: str, detail: str = "") -> None:
        self.wkb.append(None)
        self.rejected.append(Rejected(int(fid), reason, detail))

    def _mend(self, geometry: QgsGeometry) -> tuple[str, str, QgsGeometry]:
        if geometry.isEmpty():
            return EMPTY, "", geometry
        geometry = self._straight(geometry)
        if not shape_is_finite(geometry):
            return NOT_FINITE, "", geometry
        if self._want != "any" and geometry.type() != GEOMETRY_TYPES[self._want]:
            geometry = parts_of_type(geometry, self._want)
            if geometry.isEmpty():
                return WRONG_TYPE, "", geometry
        if geometry.type() == Qgis.GeometryType.Polygon and not geometry.isGeosValid():
            detail = str(geometry.lastError())
            geometry = repaired_polygon(geometry)
            if geometry.isEmpty():
                return INVALID, detail, geometry
            self._counts["repaired"] += 1
        return self._placed(geometry)

    def _straight(self, geometry: QgsGeometry) -> QgsGeometry:
        """Return a 2D geometry without curves."""
        kind = geometry.wkbType()
        if QgsWkbTypes.isCurvedType(kind):
            self._counts["curved"] += 1
            geometry = QgsGeometry(geometry.constGet().segmentize())
        if QgsWkbTypes.hasZ(kind) or QgsWkbTypes.hasM(kind):
            geometry = QgsGeometry(geometry.constGet().clone())
            geometry.get().dropZValue()
            geometry.get().dropMValue()
        return geometry

    def _placed(self, geometry: QgsGeometry) -> tuple[str, str, QgsGeometry]:
        if self._geographic:
            box = geometry.boundingBox()
            if (
                max(abs(box.yMinimum()), abs(box.yMaximum())) > 90
                or max(abs(box.xMinimum()), abs(box.xMaximum())) > 360
            ):
                return OUTSIDE, box.toString(6), geometry
        if self._transform is None:
            return "", "", geometry
        moved = QgsGeometry(geometry.constGet().clone())
        try:
            moved.transform(self._transform)
        except QgsCsException as error:
            return NOT_TRANSFORMABLE, str(error), geometry
        if not shape_is_finite(moved):
            return NOT_TRANSFORMABLE, "", geometry
        return "", "", moved


def shape_is_finite(geometry: QgsGeometry) -> bool:
    """Tell whether every coordinate is a finite number.

    The length (for polygons the perimeter) takes every vertex in, so a NaN or infinite coordinate shows in it;
    for points and collections the vertices are looked at.
    """
    if geometry.type() in (Qgis.GeometryType.Line, Qgis.GeometryType.Polygon):
        return math.isfinite(geometry.length())
    return all(math.isfinite(vertex.x()) and math.isfinite(vertex.y()) for vertex in geometry.vertices())


def parts_of_type(geometry: QgsGeometry, want: str) -> QgsGeometry:
    """Return the parts of a collection that are of the wanted type (empty when there are none)."""
    copy = QgsGeometry(geometry)
    if copy.isMultipart() and copy.convertGeometryCollectionToSubclass(GEOMETRY_TYPES[want]):
        return copy
    return QgsGeometry()


def repaired_polygon(geometry: QgsGeometry) -> QgsGeometry:
    """Return the polygon parts of the valid form of an invalid polygon (empty when there are none).

    The structure method makes each ring valid and unites the shells, so parts that overlap keep their common
    area; GEOS older than 3.10 only has the line work method.
    """
    method = Qgis.MakeValidMethod.Structure if Qgis.geosVersionInt() >= 31000 else Qgis.MakeValidMethod.Linework
    valid = geometry.makeValid(method)
    if valid.isNull() or valid.isEmpty():
        return QgsGeometry()
    if (
        valid.type() != Qgis.GeometryType.Polygon
        or QgsWkbTypes.flatType(valid.wkbType()) == Qgis.WkbType.GeometryCollection
    ):
        valid = parts_of_type(valid, "polygon")
    if valid.isEmpty() or not valid.isGeosValid():
        return QgsGeometry()
    return valid


def geometry_kind(kind: Any) -> str:
    """Return point, line, polygon, none or unknown for a QGIS geometry type."""
    names = {value: name for name, value in GEOMETRY_TYPES.items()}
    if kind in names:
        return names[kind]
    return "none" if kind == Qgis.GeometryType.Null else "unknown"
