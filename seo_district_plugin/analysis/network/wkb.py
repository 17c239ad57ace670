"""Line and multi-line WKB to paths, with struct and numpy only."""

from __future__ import annotations

import struct
from collections.abc import Sequence

import numpy as np

from ..errors import AnalysisError

_LINE, _MULTILINE = 2, 5
_HEAD = 9  # byte order, type, number of vertices
_PART = 9  # byte order, type, number of parts


def decode_lines(geometries: Sequence[bytes]) -> tuple[list[np.ndarray], np.ndarray]:
    """The parts of 2D lines (OGC 06-103r4, little endian, as the layers' reader hands them over).

    Args:
        geometries: (g,) WKB, one per row.

    Returns:
        p arrays (k, 2) float64, and (p,) int64 the row of each, ascending. A row without parts is in neither.

    Raises:
        AnalysisError: ``wkb_type_not_line`` (row, type), ``wkb_line_broken`` (row); the row counts from 0.
    """
    paths: list[np.ndarray] = []
    rows: list[int] = []
    for row, data in enumerate(geometries):
        try:
            order, kind, count = struct.unpack_from("<BII", data, 0)
            if order != 1 or kind not in (_LINE, _MULTILINE):
                raise AnalysisError("wkb_type_not_line", row=row, type=int(kind))
            at = 0 if kind == _LINE else _PART
            for _ in range(1 if kind == _LINE else count):
                _order, inner, points = struct.unpack_from("<BII", data, at)
                if inner != _LINE:
                    raise AnalysisError("wkb_type_not_line", row=row, type=int(inner))
                at += _HEAD
                paths.append(np.frombuffer(data, dtype="<f8", count=2 * points, offset=at).reshape(points, 2))
                rows.append(row)
                at += 16 * points
        except (struct.error, ValueError) as error:
            raise AnalysisError("wkb_line_broken", row=row) from error
    return paths, np.array(rows, dtype=np.int64)
