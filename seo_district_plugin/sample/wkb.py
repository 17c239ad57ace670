"""Coordinates as well-known binary (little-endian, two-dimensional), made in bulk."""

from __future__ import annotations

import struct
from collections.abc import Sequence

import numpy as np

POINT, LINE, POLYGON = 1, 2, 3
_HEAD = struct.Struct("<BII")


def points(xy: np.ndarray) -> list[bytes]:
    """(n, 2) coordinates -> n points."""
    xy = np.asarray(xy, dtype=float).reshape(-1, 2)
    record = np.zeros(len(xy), dtype=[("order", "u1"), ("kind", "<u4"), ("xy", "<f8", 2)])
    record["order"], record["kind"], record["xy"] = 1, POINT, xy
    return _slices(record)


def lines(paths: np.ndarray | Sequence[np.ndarray]) -> list[bytes]:
    """(n, k, 2) or a sequence of (k, 2) paths -> n lines."""
    if isinstance(paths, np.ndarray) and paths.ndim == 3:
        count, size = paths.shape[:2]
        record = np.zeros(count, dtype=[("order", "u1"), ("kind", "<u4"), ("n", "<u4"), ("xy", "<f8", (size, 2))])
        record["order"], record["kind"], record["n"], record["xy"] = 1, LINE, size, paths
        return _slices(record)
    return [_HEAD.pack(1, LINE, len(path)) + np.ascontiguousarray(path, dtype="<f8").tobytes() for path in paths]


def quads(corners: np.ndarray) -> list[bytes]:
    """(n, k, 2) corners, not closed -> n polygons of one ring, closed here."""
    closed = np.concatenate([corners, corners[:, :1]], axis=1)
    count, size = closed.shape[:2]
    record = np.zeros(
        count, dtype=[("order", "u1"), ("kind", "<u4"), ("rings", "<u4"), ("n", "<u4"), ("xy", "<f8", (size, 2))]
    )
    record["order"], record["kind"], record["rings"], record["n"], record["xy"] = 1, POLYGON, 1, size, closed
    return _slices(record)


def polygon(rings: Sequence[np.ndarray]) -> bytes:
    """Closed rings, the outer one first -> one polygon."""
    parts = [_HEAD.pack(1, POLYGON, len(rings))]
    for ring in rings:
        parts.append(struct.pack("<I", len(ring)))
        parts.append(np.ascontiguousarray(ring, dtype="<f8").tobytes())
    return b"".join(parts)


def parts_of(wkb: bytes) -> tuple[int, list[np.ndarray]]:
    """Kind (1, 2, 3) and coordinate arrays (k, 2) of one geometry made here: its point, path or rings."""
    kind = struct.unpack_from("<I", wkb, 1)[0]
    if kind == POINT:
        return kind, [np.frombuffer(wkb, "<f8", 2, 5).reshape(1, 2)]
    count, at = struct.unpack_from("<I", wkb, 5)[0], 9
    if kind == LINE:
        return kind, [np.frombuffer(wkb, "<f8", 2 * count, at).reshape(-1, 2)]
    rings = []
    for _ in range(count):
        size = struct.unpack_from("<I", wkb, at)[0]
        rings.append(np.frombuffer(wkb, "<f8", 2 * size, at + 4).reshape(-1, 2))
        at += 4 + 16 * size
    return kind, rings


def shifted(geometries: Sequence[bytes], dx: float, dy: float) -> list[bytes]:
    """The same geometries moved by (dx, dy)."""
    out = []
    move = np.array([dx, dy])
    for wkb in geometries:
        kind, parts = parts_of(wkb)
        if kind == POINT:
            out.append(points(parts[0] + move)[0])
        elif kind == LINE:
            out.append(lines([parts[0] + move])[0])
        else:
            out.append(polygon([part + move for part in parts]))
    return out


def _slices(record: np.ndarray) -> list[bytes]:
    data, size = record.tobytes(), record.dtype.itemsize
    return [data[i : i + size] for i in range(0, len(data), size)]
