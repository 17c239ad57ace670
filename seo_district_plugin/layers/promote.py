"""Shapes of one kind for a table: flat, and multipart where the kind is."""

from __future__ import annotations

from osgeo import ogr
from qgis.core import Qgis, QgsGeometry
from qgis.PyQt.QtGui import QTransform

_MULTI = {
    "point": (Qgis.WkbType.MultiPoint, ogr.wkbMultiPoint, ogr.ForceToMultiPoint),
    "line": (Qgis.WkbType.MultiLineString, ogr.wkbMultiLineString, ogr.ForceToMultiLineString),
    "polygon": (Qgis.WkbType.MultiPolygon, ogr.wkbMultiPolygon, ogr.ForceToMultiPolygon),
}

_CODES = {"point": (1, 4), "line": (2, 5, 8, 9, 11), "polygon": (3, 6, 10, 12)}


def wkb_type(kind: str) -> Qgis.WkbType:
    """The type of a table for points (single), lines or polygons (multipart)."""
    return Qgis.WkbType.Point if kind == "point" else _MULTI[kind][0]


def shape_kind(wkb: bytes) -> str:
    """point, line, polygon, or any for what is none of them; of ISO WKB, with or without Z and M."""
    code = int.from_bytes(wkb[1:5], "little" if wkb[0] else "big") % 1000
    return next((kind for kind, codes in _CODES.items() if code in codes), "any")


def flat_shape(wkb: bytes | None, kind: str) -> tuple[bytes | None, tuple[float, float] | None]:
    """A shape as the table takes it, without Z and M, and the middle of its box.

    Points with several parts become their first one.

    Returns:
        (None, None) for a shape that is empty or of another kind.
    """
    geometry = ogr.CreateGeometryFromWkb(wkb) if wkb else None
    if geometry is None or geometry.IsEmpty():
        return None, None
    geometry.FlattenTo2D()
    if geometry.HasCurveGeometry():
        geometry = geometry.GetLinearGeometry()
    _type, wanted, force = _MULTI[kind]
    if kind == "point":
        geometry = geometry.GetGeometryRef(0).Clone() if geometry.GetGeometryCount() else geometry
        if geometry.GetGeometryType() != ogr.wkbPoint:
            return None, None
    else:
        geometry = force(geometry)
        if geometry.GetGeometryType() != wanted:
            return None, None
    west, east, south, north = geometry.GetEnvelope()
    return bytes(geometry.ExportToWkb(ogr.wkbNDR)), ((west + east) / 2.0, (south + north) / 2.0)


def scaled_shape(wkb: bytes, swap: bool, scale: float) -> bytes:
    """A shape with its axes swapped and its coordinates multiplied."""
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    if swap:
        geometry.get().swapXy()
    if scale != 1.0:
        geometry.transform(QTransform.fromScale(scale, scale))
    return geometry.asWkb().data()
