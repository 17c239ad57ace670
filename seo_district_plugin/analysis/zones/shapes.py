"""Polygon zones as flat arrays: vertices, rings, zones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from .crossing import crosses_east
from .wkb import decode_polygons


class Edges(NamedTuple):
    """Edges that are not horizontal, the lower end first, in the order of their zones; (e,) each."""

    x1: np.ndarray
    y1: np.ndarray
    x2: np.ndarray
    y2: np.ndarray
    zone: np.ndarray


@dataclass(frozen=True)
class Polygons:
    """Zones made of rings, read by the even-odd rule, so holes and several parts need no flag.

    Attributes:
        xy: (n, 2) float64 vertices in meters, finite.
        ring_offsets: (r + 1,) int64; ring ``i`` is ``xy[ring_offsets[i]:ring_offsets[i + 1]]``. The closing vertex
            may be repeated (as in WKB) or left out.
        zone_offsets: (z + 1,) int64; zone ``j`` has the rings ``zone_offsets[j]`` to ``zone_offsets[j + 1]``. A zone
            may be empty.

    Shells run counter-clockwise and holes clockwise: ``areas`` and ``centers`` rest on it (``from_wkb`` and the
    grids see to it); which points lie inside does not depend on it.
    """

    xy: np.ndarray
    ring_offsets: np.ndarray
    zone_offsets: np.ndarray

    def __len__(self) -> int:
        return len(self.zone_offsets) - 1

    @classmethod
    def from_wkb(cls, geometries: Sequence[bytes | None]) -> Polygons:
        """Zones from polygon or multipolygon WKB (ISO or EWKB, with or without Z and M); None gives an empty zone.

        Raises:
            AnalysisError: ``wkb_type_not_polygon`` (zone, type), ``wkb_broken`` (zone); zone counts from 0.
        """
        return cls(*decode_polygons(geometries))

    @classmethod
    def from_rings(cls, zones: Sequence[Sequence[np.ndarray]]) -> Polygons:
        """Zones from lists of (k, 2) rings: shells counter-clockwise, holes clockwise."""
        rings = [np.asarray(ring, dtype=np.float64).reshape(-1, 2) for zone in zones for ring in zone]
        xy = np.concatenate(rings) if rings else np.empty((0, 2))
        return cls(xy, _offsets([len(ring) for ring in rings]), _offsets([len(zone) for zone in zones]))

    @property
    def vertex_offsets(self) -> np.ndarray:
        """(z + 1,) int64 offsets of the zones into ``xy``."""
        return self.ring_offsets[self.zone_offsets]

    def bounds(self) -> np.ndarray:
        """(z, 4) xmin, ymin, xmax, ymax; NaN for an empty zone."""
        offsets = self.vertex_offsets
        filled = np.flatnonzero(offsets[:-1] < offsets[1:])
        result = np.full((len(self), 4), np.nan)
        if len(filled):
            starts = offsets[filled]
            result[filled, :2] = np.minimum.reduceat(self.xy, starts, axis=0)
            result[filled, 2:] = np.maximum.reduceat(self.xy, starts, axis=0)
        return result

    def areas(self) -> np.ndarray:
        """(z,) areas in square meters (shoelace formula, holes subtracted); 0 for an empty zone."""
        x1, y1, x2, y2, zone = self._local_edges()
        return np.abs(np.bincount(zone, weights=(x1 * y2 - x2 * y1) / 2.0, minlength=len(self)))

    def centers(self) -> np.ndarray:
        """(z, 2) area centroids; where the centroid is not inside its zone, a point inside.

        That point is the middle of the widest stretch of the zone along a horizontal line halfway between two
        neighboring vertex heights (the pair nearest to the middle of the zone that gives one). A zone without
        area gets the middle of its bounds, an empty zone NaN.
        """
        bounds = self.bounds()
        middle = (bounds[:, :2] + bounds[:, 2:]) / 2.0
        x1, y1, x2, y2, zone = self._local_edges()
        cross = x1 * y2 - x2 * y1
        area = np.bincount(zone, weights=cross / 2.0, minlength=len(self))
        moment_x = np.bincount(zone, weights=(x1 + x2) * cross / 6.0, minlength=len(self))
        moment_y = np.bincount(zone, weights=(y1 + y2) * cross / 6.0, minlength=len(self))
        flat = ~(np.abs(area) > 0)
        divisor = np.where(flat, 1.0, area)
        result = bounds[:, :2] + np.column_stack([moment_x, moment_y]) / divisor[:, None]
        result[flat] = middle[flat]
        edges = self.edges()
        outside = np.flatnonzero(~self._own_point_inside(result, edges) & ~flat)
        zone_edges = _offsets(np.bincount(edges.zone, minlength=len(self)))
        for index in outside:
            own = slice(zone_edges[index], zone_edges[index + 1])
            inner = _inner_point(*(part[own] for part in edges[:4]))
            result[index] = middle[index] if inner is None else inner
        return result

    def edges(self) -> Edges:
        """The edges that a horizontal ray can cross, in canonical direction (lower end first)."""
        first, second, zone = self._edge_ends()
        a, b = self.xy[first], self.xy[second]
        sloped = a[:, 1] != b[:, 1]
        a, b, zone = a[sloped], b[sloped], zone[sloped]
        turn = a[:, 1] > b[:, 1]
        low, high = np.where(turn[:, None], b, a), np.where(turn[:, None], a, b)
        return Edges(low[:, 0].copy(), low[:, 1].copy(), high[:, 0].copy(), high[:, 1].copy(), zone)

    def rectangles(self) -> np.ndarray:
        """(z,) bool: zones that are one closed axis-parallel rectangle of five vertices."""
        offsets = self.vertex_offsets
        result = (np.diff(self.zone_offsets) == 1) & (np.diff(offsets) == 5)
        index = np.flatnonzero(result)
        ring = self.xy[offsets[index][:, None] + np.arange(5)]
        level = np.diff(ring, axis=1) == 0  # (k, 4, 2): which coordinate stays along each side
        upright = level[:, :, 0] & ~level[:, :, 1]
        flat = level[:, :, 1] & ~level[:, :, 0]
        turns = (upright[:, [0, 2]] & flat[:, [1, 3]]).all(axis=1) | (flat[:, [0, 2]] & upright[:, [1, 3]]).all(axis=1)
        result[index] = turns & (ring[:, 0] == ring[:, 4]).all(axis=1)
        return result

    def _edge_ends(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Vertex indices of both ends of every edge, closing edges included, and the zone of each."""
        first = np.arange(len(self.xy), dtype=np.int64)
        second = first + 1
        filled = self.ring_offsets[:-1] < self.ring_offsets[1:]
        second[self.ring_offsets[1:][filled] - 1] = self.ring_offsets[:-1][filled]
        return first, second, np.repeat(np.arange(len(self), dtype=np.int64), np.diff(self.vertex_offsets))

    def _local_edges(self) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """Edges relative to the lower-left corner of their zone: large coordinates would cost digits."""
        first, second, zone = self._edge_ends()
        local = self.xy - self.bounds()[zone, :2]
        a, b = local[first], local[second]
        return a[:, 0], a[:, 1], b[:, 0], b[:, 1], zone

    def _own_point_inside(self, points: np.ndarray, edges: Edges) -> np.ndarray:
        """(z,) bool: whether point ``j`` lies inside zone ``j``."""
        px, py = points[edges.zone, 0], points[edges.zone, 1]
        active = np.flatnonzero((edges.y1 <= py) & (py < edges.y2))
        crossing = crosses_east([part[active] for part in edges[:4]], px[active], py[active])
        return np.bincount(edges.zone[active][crossing], minlength=len(self)) % 2 == 1


def _inner_point(x1: np.ndarray, y1: np.ndarray, x2: np.ndarray, y2: np.ndarray) -> tuple[float, float] | None:
    """A point inside the zone with these edges, or None if every line across it is too thin for float64."""
    heights = np.unique(np.concatenate([y1, y2]))
    lines = (heights[:-1] + heights[1:]) / 2.0
    middle = (heights[0] + heights[-1]) / 2.0
    for y in lines[np.argsort(np.abs(lines - middle), kind="stable")]:
        active = (y1 <= y) & (y < y2)
        x = np.sort(x1[active] + (x2[active] - x1[active]) * ((y - y1[active]) / (y2[active] - y1[active])))
        widths = x[1::2] - x[::2]
        widest = int(np.argmax(widths)) if len(widths) else 0  # nothing in the gap between two parts
        if len(widths) and widths[widest] > 0:
            return float((x[2 * widest] + x[2 * widest + 1]) / 2.0), float(y)
    return None


def _offsets(counts: Sequence[int] | np.ndarray) -> np.ndarray:
    return np.concatenate([[0], np.cumsum(np.asarray(counts, dtype=np.int64))]).astype(np.int64)
