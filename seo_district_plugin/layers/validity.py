"""Every row's geometry looked at, none repaired and none left out: for checks of the data itself.

Reading for analysis follows the policy of ``policy.py`` instead, which mends or rejects.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from dataclasses import dataclass

import numpy as np
from qgis.core import Qgis, QgsFeature, QgsGeometry

from .errors import Tick, no_tick
from .fastread import read_fast
from .policy import EMPTY, INVALID, NOT_FINITE, NULL, WRONG_TYPE, PointCollector, points_digest, shape_is_finite
from .reading import content_digest
from .sources import VectorInput

_EVERY = 100
"""Rows between two ticks: a large geometry takes milliseconds to look at."""


@dataclass
class Inspected:
    """The geometry of all rows of a layer, in the layer's own coordinates.

    Attributes:
        fid: (n,) int64 feature ids, in the order of reading.
        xy: (n, 2) the point, or the centroid (the middle of the box where that fails), NaN where there is none.
        boxes: (n, 4) west, south, east, north, NaN where there is none.
        same: (n,) int64, equal exactly for identical geometry, -1 where there is none.
        problems: (n,) object codes: geometry_null, geometry_empty, geometry_not_finite, geometry_invalid,
            geometry_wrong_type, or "".
        details: (n,) object, what the check of the geometry says (untranslated), or "".
        spots: (n, 2) where the fault is, NaN where that is not known.
        digest: of the content, as reading with ``want="any"`` and no columns gives it.
    """

    fid: np.ndarray
    xy: np.ndarray
    boxes: np.ndarray
    same: np.ndarray
    problems: np.ndarray
    details: np.ndarray
    spots: np.ndarray
    digest: str


def inspect_geometry(given: VectorInput, tick: Tick = no_tick) -> Inspected:
    """Look at the geometry of every row of a layer with geometry."""
    return _points(given, tick) if given.geometry == "point" else _shapes(given, tick)


def _points(given: VectorInput, tick: Tick) -> Inspected:
    fid, xy, null, wrong = _read_points(given, tick)
    digest = content_digest({}, len(fid), given.crs, points_digest(xy, null))
    problems = np.full(len(fid), "", dtype=object)
    nothing = np.isnan(xy).all(axis=1)
    problems[~np.isfinite(xy).all(axis=1)] = NOT_FINITE
    problems[nothing] = EMPTY
    problems[wrong] = WRONG_TYPE
    problems[null] = NULL
    good = problems == ""
    xy = np.where(good[:, None], xy + 0.0, np.nan)
    same = np.full(len(fid), -1, dtype=np.int64)
    same[good] = _groups(xy[good])
    empty = np.full(len(fid), "", dtype=object)
    return Inspected(fid, xy, np.hstack((xy, xy)), same, problems, empty, np.full_like(xy, np.nan), digest)


def _groups(xy: np.ndarray) -> np.ndarray:
    """(n,) numbers, equal exactly for identical points."""
    import pandas as pd

    x, y = (pd.factorize(xy[:, axis])[0].astype(np.int64) for axis in (0, 1))
    return pd.factorize(x * (len(xy) + 1) + y)[0]


def _read_points(given: VectorInput, tick: Tick) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Ids, coordinates, rows without geometry and rows of another type; by whole columns where that is possible."""
    if given.fast is not None and given.read_fast:
        rows = read_fast(given.fast, [], True, tick)
        if rows is not None:
            return rows.fid, rows.xy, rows.null, np.zeros(len(rows.fid), dtype=bool)
    points, fids, block = PointCollector(Counter()), [], []
    for feature in _features(given, tick):
        fids.append(feature.id())
        block.append(feature.geometry())
        if len(block) == 1000:
            points.add((), block)
            block = []
    points.add((), block)
    xy, null, wrong = points.finish()
    return np.array(fids, dtype=np.int64), xy, null, wrong


def _shapes(given: VectorInput, tick: Tick) -> Inspected:
    whole = hashlib.sha256(b"shapes\0")
    fids: list[int] = []
    rows: list[tuple] = []
    known: dict[bytes, int] = {}
    same: list[int] = []
    for feature in _features(given, tick):
        geometry = feature.geometry()
        fids.append(feature.id())
        if geometry.isNull():
            whole.update(b"\0")
            rows.append((NULL, "", *_NOWHERE))
            same.append(-1)
            continue
        source = bytes(geometry.asWkb())
        whole.update(len(source).to_bytes(8, "little") + source)
        looked = _look(geometry)
        rows.append(looked)
        mark = hashlib.blake2b(source, digest_size=16).digest()
        same.append(-1 if looked[0] in (EMPTY, NOT_FINITE) else known.setdefault(mark, len(known)))
    digest = content_digest({}, len(fids), given.crs, whole.digest())
    numbers = np.array([row[2:] for row in rows], dtype=np.float64).reshape(-1, 8)
    problems, details = np.empty(len(rows), dtype=object), np.empty(len(rows), dtype=object)
    problems[:], details[:] = [row[0] for row in rows], [row[1] for row in rows]
    return Inspected(
        np.array(fids, dtype=np.int64),
        numbers[:, :2],
        numbers[:, 2:6],
        np.array(same, dtype=np.int64),
        problems,
        details,
        numbers[:, 6:],
        digest,
    )


_NAN = math.nan
_NOWHERE = (_NAN,) * 8


def _look(geometry: QgsGeometry) -> tuple:
    """Problem, detail, center, box and place of the fault of a geometry that is not NULL."""
    if geometry.isEmpty():
        return EMPTY, "", *_NOWHERE
    if not shape_is_finite(geometry):
        return NOT_FINITE, "", *_NOWHERE
    box = geometry.boundingBox()
    edges = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
    center = geometry.centroid()
    middle = center.asPoint() if not center.isEmpty() else box.center()
    place = (middle.x(), middle.y())
    if not all(map(math.isfinite, place)):
        place = (box.center().x(), box.center().y())
    if geometry.isGeosValid():
        return "", "", *place, *edges, _NAN, _NAN
    reason, spot = _fault(geometry)
    return INVALID, reason, *place, *edges, *spot


def _fault(geometry: QgsGeometry) -> tuple[str, tuple[float, float]]:
    """What GEOS says of an invalid geometry, and where."""
    found = geometry.validateGeometry(Qgis.GeometryValidationEngine.Geos)
    if not found:
        return str(geometry.lastError()), (_NAN, _NAN)
    first = found[0]
    spot = (first.where().x(), first.where().y()) if first.hasWhere() else (_NAN, _NAN)
    return str(first.what()), spot


def _features(given: VectorInput, tick: Tick):
    """The features without attributes, selected ones by rising id as in all reading."""
    request, keep = given.request()
    request.setNoAttributes()
    if given.filter_expression:
        request.setSubsetOfAttributes(list(range(len(given.fields))))  # the filter may need any of them
    expected = max(given.feature_count, 1)
    seen = 0
    features = given.source.getFeatures(request)
    if keep is None and given.selected is not None:
        features = _by_id(given, request)
    for feature in features:
        if keep is not None:
            if feature.id() not in keep:
                continue
            if 0 <= given.limit <= seen:
                break
        seen += 1
        if seen % _EVERY == 0:
            tick(min(seen / max(expected, seen), 0.99))
        yield feature
    tick(1.0)


def _by_id(given: VectorInput, request):
    wanted = given.selected if given.limit < 0 else given.selected[: given.limit]
    for start in range(0, len(wanted), 4000):
        ids = wanted[start : start + 4000]
        part = type(request)(request).setFilterFids(ids).setLimit(-1)
        found: dict[int, QgsFeature] = {feature.id(): feature for feature in given.source.getFeatures(part)}
        yield from (found[fid] for fid in ids if fid in found)
