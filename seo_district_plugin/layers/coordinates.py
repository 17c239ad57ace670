"""Coordinates between reference systems, whole arrays at a time."""

from __future__ import annotations

import struct
from collections.abc import Sequence

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsGeometry,
    QgsRectangle,
)

from .errors import LayerError, Tick, no_tick

_BLOCK = 50_000


def transform_xy(
    xy: np.ndarray,
    source_crs: QgsCoordinateReferenceSystem,
    target_crs: QgsCoordinateReferenceSystem,
    transform_context: QgsCoordinateTransformContext,
    tick: Tick = no_tick,
) -> tuple[np.ndarray, np.ndarray]:
    """Reproject points.

    Args:
        xy: (n, 2) float64, x (or longitude) first.

    Returns:
        The coordinates (n, 2), NaN where it failed, and where it succeeded (n,) bool.
    """
    xy = np.ascontiguousarray(xy, dtype=np.float64)
    finite = np.isfinite(xy).all(axis=1)
    if source_crs == target_crs:
        return xy.copy(), finite
    transform = QgsCoordinateTransform(source_crs, target_crs, transform_context)
    out = np.full(xy.shape, np.nan)
    index = np.flatnonzero(finite)
    for start in range(0, len(index), _BLOCK):
        tick(start / len(index))
        rows = index[start : start + _BLOCK]
        out[rows] = _transform_block(xy[rows], transform)
    ok = np.isfinite(out).all(axis=1)
    out[~ok] = np.nan
    tick(1.0)
    return out, ok


def _transform_block(xy: np.ndarray, transform: QgsCoordinateTransform) -> np.ndarray:
    """Reproject a block; one bad point fails the whole call, so a failing block is halved until it is found."""
    count = len(xy)
    geometry = QgsGeometry()
    # A line of one vertex is read from WKB like any other, so a single point needs no way of its own.
    geometry.fromWkb(struct.pack("<BII", 1, 2, count) + xy.tobytes())
    try:
        geometry.transform(transform)
        moved = np.frombuffer(bytes(geometry.asWkb()), dtype="<f8", offset=9).reshape(-1, 2)
        if len(moved) == count:
            return moved
    except QgsCsException:
        pass
    if count == 1:
        return np.full((1, 2), np.nan)
    half = count // 2
    return np.concatenate((_transform_block(xy[:half], transform), _transform_block(xy[half:], transform)))


def transform_bounds(
    bounds: QgsRectangle,
    source_crs: QgsCoordinateReferenceSystem,
    target_crs: QgsCoordinateReferenceSystem,
    transform_context: QgsCoordinateTransformContext,
) -> QgsRectangle:
    """Reproject a rectangle to the rectangle around it; raises ``LayerError("bounds_not_transformable")``."""
    if source_crs == target_crs:
        return QgsRectangle(bounds)
    transform = QgsCoordinateTransform(source_crs, target_crs, transform_context)
    try:
        moved = transform.transformBoundingBox(bounds)
    except QgsCsException as error:
        raise LayerError("bounds_not_transformable", bounds=bounds.toString(6), reason=str(error)) from error
    if not moved.isFinite() or moved.isNull():
        raise LayerError("bounds_not_transformable", bounds=bounds.toString(6), reason="")
    return moved


def transform_wkb(
    wkb: Sequence[bytes],
    source: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
    transform_context: QgsCoordinateTransformContext,
) -> list[bytes]:
    """Reproject WKB geometries; raises ``LayerError("bounds_not_transformable")`` for one that cannot be."""
    if source == target:
        return list(wkb)
    transform = QgsCoordinateTransform(source, target, transform_context)
    moved = []
    for item in wkb:
        geometry = QgsGeometry()
        geometry.fromWkb(item)
        box = geometry.boundingBox()
        try:
            geometry.transform(transform)
        except QgsCsException as error:
            raise LayerError("bounds_not_transformable", bounds=box.toString(6), reason=str(error)) from error
        moved.append(geometry.asWkb().data())
    return moved
