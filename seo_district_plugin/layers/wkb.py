"""Well-known binary made from arrays in one go."""

from __future__ import annotations

import struct
from collections.abc import Sequence

import numpy as np


def polygon_wkb(rings: np.ndarray) -> list[bytes]:
    """WKB polygons of one ring each.

    Args:
        rings: (n, v, 2) float64 vertices, not closed.

    Returns:
        n byte strings, little endian, each ring closed with its first vertex.
    """
    count, vertices, _ = rings.shape
    record = np.dtype(
        [("order", "u1"), ("type", "<u4"), ("rings", "<u4"), ("points", "<u4"), ("xy", "<f8", (vertices + 1, 2))]
    )
    packed = np.zeros(count, dtype=record)
    packed["order"], packed["type"], packed["rings"], packed["points"] = 1, 3, 1, vertices + 1
    packed["xy"][:, :-1] = rings
    packed["xy"][:, -1] = rings[:, 0]
    data, size = packed.tobytes(), record.itemsize
    return [data[i * size : (i + 1) * size] for i in range(count)]


def point_wkb(xy: np.ndarray) -> list[bytes]:
    """WKB points of (n, 2) float64 coordinates."""
    record = np.dtype([("order", "u1"), ("type", "<u4"), ("xy", "<f8", (2,))])
    packed = np.zeros(len(xy), dtype=record)
    packed["order"], packed["type"], packed["xy"] = 1, 1, xy
    data, size = packed.tobytes(), record.itemsize
    return [data[i * size : (i + 1) * size] for i in range(len(xy))]


def line_wkb(vertices: np.ndarray, offsets: np.ndarray) -> list[bytes]:
    """WKB lines, little endian.

    Args:
        vertices: (v, 2) float64; line ``i`` is ``vertices[offsets[i]:offsets[i + 1]]``.
        offsets: (n + 1,) int64.
    """
    data = np.ascontiguousarray(vertices, dtype="<f8").tobytes()
    bounds = np.asarray(offsets, dtype=np.int64).tolist()
    return [
        struct.pack("<BII", 1, 2, stop - start) + data[16 * start : 16 * stop]
        for start, stop in zip(bounds[:-1], bounds[1:], strict=True)
    ]


def multiline_wkb(lines: Sequence[bytes]) -> bytes:
    """One WKB multi-line of WKB lines, little endian."""
    return struct.pack("<BII", 1, 5, len(lines)) + b"".join(lines)
