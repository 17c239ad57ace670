"""Polygon and multipolygon WKB to flat arrays, with struct and numpy only."""

from __future__ import annotations

import struct
from collections.abc import Sequence

import numpy as np

from ..errors import AnalysisError

_EWKB_Z, _EWKB_M, _EWKB_SRID = 0x80000000, 0x40000000, 0x20000000
_POLYGON, _MULTIPOLYGON = 3, 6
_HEADS = (
    struct.pack("<BII", 1, _POLYGON, 1),
    struct.pack("<BIIBII", 1, _MULTIPOLYGON, 1, 1, _POLYGON, 1),
)
"""How a zone of one ring without Z and M begins, little endian; the number of its vertices follows."""


def decode_polygons(geometries: Sequence[bytes | None]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Vertices, ring offsets and zone offsets of polygon WKB (OGC 06-103r4, and EWKB flags).

    Z and M are left out. Shells come out counter-clockwise, holes clockwise. None, no bytes and POLYGON EMPTY give
    a zone without rings.

    Args:
        geometries: (z,) WKB, one per zone.

    Returns:
        xy (n, 2) float64, ring_offsets (r + 1,) int64, zone_offsets (z + 1,) int64.

    Raises:
        AnalysisError: ``wkb_type_not_polygon`` (zone, type), ``wkb_broken`` (zone); zone counts from 0.
    """
    alike = _decode_alike(geometries)
    if alike is not None:
        return alike
    rings: list[np.ndarray] = []
    holes: list[bool] = []
    zone_offsets = np.zeros(len(geometries) + 1, dtype=np.int64)
    for zone, data in enumerate(geometries):
        if data:
            try:
                _read(bytes(data), 0, rings, holes, zone, deep=False)
            except (struct.error, ValueError, IndexError) as error:
                raise AnalysisError("wkb_broken", zone=zone) from error
        zone_offsets[zone + 1] = len(rings)
    sizes = np.array([len(ring) for ring in rings], dtype=np.int64)
    ring_offsets = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    xy = np.concatenate(rings) if rings else np.empty((0, 2))
    return (
        _oriented(np.ascontiguousarray(xy, dtype=np.float64), ring_offsets, np.array(holes, dtype=bool)),
        ring_offsets,
        zone_offsets,
    )


def _decode_alike(geometries: Sequence[bytes | None]) -> tuple[np.ndarray, np.ndarray, np.ndarray] | None:
    """Zones of one ring with equally many vertices, such as the cells of a grid, in one go; None for others."""
    first = geometries[0] if len(geometries) else None
    if not first:
        return None
    same = [item for item in geometries if item is not None and len(item) == len(first)]
    if len(same) != len(geometries):
        return None
    raw = np.frombuffer(b"".join(same), dtype=np.uint8).reshape(len(same), len(first))
    for head in _HEADS:
        start = len(head) + 4
        points, rest = divmod(len(first) - start, 16)
        wanted = np.frombuffer(head + struct.pack("<I", max(points, 0)), dtype=np.uint8)
        if points < 1 or rest or (raw[:, :start] != wanted).any():
            continue
        xy = np.frombuffer(np.ascontiguousarray(raw[:, start:]), dtype="<f8").astype(np.float64).reshape(-1, 2)
        zone_offsets = np.arange(len(geometries) + 1, dtype=np.int64)
        ring_offsets = zone_offsets * points
        return _oriented(xy, ring_offsets, np.zeros(len(geometries), dtype=bool)), ring_offsets, zone_offsets
    return None


def _read(data: bytes, at: int, rings: list[np.ndarray], holes: list[bool], zone: int, *, deep: bool) -> int:
    """Read one geometry that starts at byte ``at``; returns the byte after it."""
    order = {0: ">", 1: "<"}.get(data[at])
    if order is None:
        raise ValueError("byte order")
    (kind,) = struct.unpack_from(order + "I", data, at + 1)
    at += 9 if kind & _EWKB_SRID else 5
    flags, code = kind & 0xE0000000, kind & 0x1FFFFFFF
    width = 2 + bool(flags & _EWKB_Z) + bool(flags & _EWKB_M) + (0, 1, 1, 2)[code // 1000 % 4]
    base = code % 1000
    if code >= 4000 or base not in (_POLYGON, _MULTIPOLYGON) or (deep and base != _POLYGON):
        raise AnalysisError("wkb_type_not_polygon", zone=zone, type=int(code))
    (count,) = struct.unpack_from(order + "I", data, at)
    at += 4
    for part in range(count):
        if base == _MULTIPOLYGON:
            at = _read(data, at, rings, holes, zone, deep=True)
            continue
        (points,) = struct.unpack_from(order + "I", data, at)
        ring = np.frombuffer(data, dtype=order + "f8", count=points * width, offset=at + 4) if points else None
        at += 4 + 8 * width * points
        if ring is not None:
            rings.append(ring.reshape(points, width)[:, :2])
            holes.append(part > 0)
    return at


def _oriented(xy: np.ndarray, ring_offsets: np.ndarray, holes: np.ndarray) -> np.ndarray:
    """Turn the rings that run the wrong way around."""
    if not len(xy):
        return xy
    starts, sizes = ring_offsets[:-1], np.diff(ring_offsets)
    local = xy - np.repeat(xy[starts], sizes, axis=0)
    after = np.arange(1, len(xy) + 1)
    after[ring_offsets[1:] - 1] = starts
    doubled = np.add.reduceat(local[:, 0] * local[after, 1] - local[after, 0] * local[:, 1], starts)
    wrong = np.where(holes, doubled > 0, doubled < 0)
    if not wrong.any():
        return xy
    index = np.arange(len(xy))
    mirrored = np.repeat(starts + ring_offsets[1:] - 1, sizes) - index
    return xy[np.where(np.repeat(wrong, sizes), mirrored, index)]
