"""Reading for the data check: every row is kept, whatever its geometry, and columns come a few at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..messages import crs_problem_text

if TYPE_CHECKING:
    from ...analysis.records.quality.columns import Field
    from ...analysis.records.quality.findings import Batch
    from ...analysis.records.quality.places import Places
    from ...layers.crs import CrsProblem
    from ...layers.validity import Inspected
    from ..run import Run

CELLS = 4_000_000
"""Cells held as they were read at a time; a field in its compact form needs far less."""

WIDEST_LATITUDE, WIDEST_LONGITUDE = 90.0, 360.0


@dataclass
class Seen:
    """Geometry of the rows, in the order of the rows: as it was found, and as it is checked."""

    found: Inspected
    places: Places


def read_fields(run: Run) -> tuple[list[Field], np.ndarray]:
    """All fields in their compact form, and the feature ids of the rows."""
    from ...analysis.records.quality.columns import field_of

    given = run.inputs["INPUT"]
    infos = {info.name: info for info in given.fields}
    names = list(infos)
    width = max(1, CELLS // max(1, given.feature_count))
    fields: list[Field] = []
    fid = None
    for start in range(0, max(1, len(names)), width):
        part = names[start : start + width]
        table = run.read("INPUT", part, "none")
        fid = table.fid if fid is None else fid
        order = None if np.array_equal(fid, table.fid) else _order(table.fid, fid)
        for number, name in enumerate(part):
            run.tick((start + number / 2) / max(1, len(names)))
            column = table.frame.pop(name)  # given back at once
            if order is not None:
                column = column.iloc[order].reset_index(drop=True)
            if not _numbers_features(name, infos[name].kind, column, fid):
                fields.append(field_of(name, infos[name].kind, column, infos[name].alias))
    return fields, fid if fid is not None else np.empty(0, dtype=np.int64)


def _numbers_features(name: str, kind: str, column, fid: np.ndarray) -> bool:
    """True for the column ``fid`` in which a GeoPackage shows its feature ids."""
    if name.lower() != "fid" or kind != "int" or column.isna().any():
        return False
    return bool(np.array_equal(column.to_numpy(dtype=np.int64), fid))


def _order(found: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Positions in ``found`` of the ids in ``wanted``."""
    sorter = np.argsort(found, kind="stable")
    return sorter[np.searchsorted(found, wanted, sorter=sorter)]


def read_places(run: Run, fid: np.ndarray) -> Seen | None:
    """Where the rows lie, and whether in the district; None for a table."""
    from ...analysis.records.quality.places import Places
    from ...layers.validity import inspect_geometry

    given = run.inputs["INPUT"]
    if given.geometry == "none":
        return None
    found = inspect_geometry(given, run.tick)
    run.read_inputs.append(
        {
            "parameter": "INPUT",
            "layer": given.title,
            "file": given.stem,
            "crs": given.crs.authid(),
            "columns": [],
            "geometry": "any",
            "rows": len(found.fid),
            "sha256": found.digest,
        }
    )
    if not np.array_equal(found.fid, fid):
        found = _sorted(found, _order(found.fid, fid))
    lower, upper = _metric(run, found.boxes[:, :2]), _metric(run, found.boxes[:, 2:])
    places = Places(found.xy, np.hstack((lower, upper)), found.same, given.geometry)
    if "DISTRICT" in run.inputs:
        _compare(run, places)
    return Seen(found, places)


def _sorted(found: Inspected, order: np.ndarray) -> Inspected:
    from ...layers.validity import Inspected

    parts = (found.fid, found.xy, found.boxes, found.same, found.problems, found.details, found.spots)
    return Inspected(*(part[order] for part in parts), found.digest)


def _metric(run: Run, xy: np.ndarray) -> np.ndarray:
    """Coordinates of the layer in the CRS that measures; NaN where that is not possible."""
    from ...layers.coordinates import transform_xy

    crs = run.inputs["INPUT"].crs
    if not crs.isValid() or not run.crs.isValid():
        return np.full(xy.shape, np.nan)
    if crs.isGeographic():
        with np.errstate(invalid="ignore"):
            possible = (np.abs(xy[:, 0]) <= WIDEST_LONGITUDE) & (np.abs(xy[:, 1]) <= WIDEST_LATITUDE)
        xy = np.where(possible[:, None], xy, np.nan)
    return transform_xy(xy, crs, run.crs, run.context.transformContext(), run.tick)[0]


def _compare(run: Run, places: Places) -> None:
    """Which rows are in the district, which would be with x and y swapped, and how far off the others are."""
    from ...analysis.records.quality.places import distance_to_border
    from ...analysis.zones.inside import points_in_polygons
    from ...analysis.zones.shapes import Polygons

    district = run.read("DISTRICT", [], "polygon")
    polygons = Polygons.from_wkb(list(district.wkb))
    count = len(places.own)
    middle = _metric(run, places.own)
    if not np.isfinite(middle).any():
        if not run.inputs["INPUT"].crs.isValid():
            return  # without a CRS nothing can be compared; that is a finding of its own
    places.inside = np.zeros(count, dtype=bool)
    places.inside[points_in_polygons(middle, polygons, run.tick)[1]] = True
    outside = np.isfinite(places.own).all(axis=1) & ~places.inside
    places.turned = np.zeros(count, dtype=bool)
    places.away = np.full(count, np.nan)
    if not outside.any():
        return
    rows = np.flatnonzero(outside)
    turned = points_in_polygons(_metric(run, places.own[rows][:, ::-1]), polygons, run.tick)[1]
    places.turned[rows[turned]] = True
    places.away[rows] = distance_to_border(middle[rows], _rings(polygons), run.tick)


def _rings(polygons) -> list[np.ndarray]:
    """Closed rings of (k, 2) vertices."""
    rings = []
    for start, stop in zip(polygons.ring_offsets[:-1], polygons.ring_offsets[1:]):
        ring = polygons.xy[start:stop]
        if len(ring):
            rings.append(np.vstack((ring, ring[:1])))
    return rings


def geometry_findings(seen: Seen) -> list[Batch]:
    """Rows without geometry, and rows whose geometry is invalid."""
    from ...analysis.records.quality.findings import Batch

    problems = seen.found.problems
    batches = []
    for code, check in (
        ("geometry_null", "geometry_missing"),
        ("geometry_empty", "geometry_missing"),
        ("geometry_not_finite", "geometry_invalid"),
        ("geometry_wrong_type", "geometry_invalid"),
        ("geometry_invalid", "geometry_invalid"),
    ):
        rows = np.flatnonzero(problems == code)
        if len(rows):
            kind = code.removeprefix("geometry_")
            batches.append(Batch(check, rows, kind=kind, each={"reason": seen.found.details[rows]}))
    return batches


def layer_findings(problem: CrsProblem | None) -> list[Batch]:
    """A CRS of the layer that cannot be right."""
    from ...analysis.records.quality.findings import Batch, no_rows

    if problem is None:
        return []
    return [Batch("crs_suspicious", no_rows(), values={"problem": crs_problem_text(problem)})]
