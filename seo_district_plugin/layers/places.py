"""Names for places: the zone that holds a place and the nearest named thing, from the layers given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsSpatialIndex

from .errors import Tick, no_tick

if TYPE_CHECKING:
    from .table import Table


def nearest_named(
    xy: np.ndarray, table: Table, names: Sequence[str | None], tick: Tick = no_tick
) -> tuple[list[str | None], np.ndarray]:
    """The nearest feature with a name for each point.

    Args:
        xy: (n, 2) points in the CRS of the table.
        table: points, lines or polygons.
        names: one name per row of the table; rows without a name are passed over.

    Returns:
        n names (None where no feature has a name) and (n,) distances in the CRS's unit (0 inside a polygon).
    """
    index = QgsSpatialIndex(QgsSpatialIndex.Flag.FlagStoreFeatureGeometries)
    for row, name in enumerate(names):
        if name:
            feature = QgsFeature(row)
            feature.setGeometry(_geometry(table, row))
            index.addFeature(feature)
    found: list[str | None] = []
    distances = np.full(len(xy), np.nan)
    for row, (x, y) in enumerate(xy):
        if row % 1000 == 0:
            tick(row / max(1, len(xy)))
        point = QgsPointXY(x, y)
        nearest = index.nearestNeighbor(point, 1)
        if not nearest:
            found.append(None)
            continue
        found.append(names[nearest[0]])
        distances[row] = index.geometry(nearest[0]).distance(QgsGeometry.fromPointXY(point))
    return found, distances


def _geometry(table: Table, row: int) -> QgsGeometry:
    if table.xy is not None:
        return QgsGeometry.fromPointXY(QgsPointXY(*table.xy[row]))
    geometry = QgsGeometry()
    geometry.fromWkb(table.wkb[row])
    return geometry
