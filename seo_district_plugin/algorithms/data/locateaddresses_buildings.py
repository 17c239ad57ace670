"""Rows of the building register on building polygons: read, join, and one polygon each with its row."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from ...layers.destinations import OutputField, OutputLayer
from ...layers.styling import CATEGORIES, NOTHING, Style, StyleClass
from ...texts import tr
from ..carry import carried_fields, geometry_of
from .locateaddresses_words import join_text

if TYPE_CHECKING:
    from ...analysis.records.addresses import JoinResult, LocateResult
    from ...analysis.records.addresses.buildings import BuildingRows
    from ...layers.table import Table
    from ..run import Run

OWN_FIELDS = ("join_how", "join_rows")
NOT_JOINED = "none"


def join_and_deliver(run: Run, table: Table, found: LocateResult) -> JoinResult:
    """Join the input's rows to the polygons of BUILDINGS; every polygon is written once."""
    from ...analysis.errors import AnalysisError
    from ...analysis.records.addresses import find_roles, join_buildings
    from ...analysis.records.addresses.columns import ALSO

    polygons = run.read("BUILDINGS", None, "polygon")
    names = list(polygons.frame.columns)
    roles = {**find_roles(names), **find_roles(names, {role: ALSO[role] for role in ("area", "year")})}
    if "pnu" not in roles and "building" not in roles:
        raise AnalysisError("buildings_no_pnu", layer=run.inputs["BUILDINGS"].title, found=names)
    shape = geometry_of(polygons)
    drawn = _rows(polygons, roles, polygons.texts(roles.get("pnu") or roles["building"]))
    if drawn.area is None:
        drawn.area = shape.areas
    names = list(table.frame.columns)
    roles = {**find_roles(names), **find_roles(names, {role: ALSO[role] for role in ("area", "year")})}
    listed = _rows(table, roles, _pnus(found))
    joined = join_buildings(listed, drawn, tick=run.tick)
    _deliver(run, table, polygons, shape, listed, joined)
    return joined


def _pnus(found: LocateResult) -> np.ndarray:
    """The PNU of each row: its own, else that of the building or lot where it was located."""
    own = found.parts.pnu
    near = (found.reference >= 0) & (found.level > 0) & (found.level <= 2)
    other = np.where(near, found.index.parts.pnu[np.maximum(found.reference, 0)], "")
    return np.where(own != "", own, other)


def _rows(table: Table, roles: dict[str, str], pnus: np.ndarray) -> BuildingRows:
    from ...analysis.records.addresses.buildings import BuildingRows

    area = _numbers(table.texts(roles["area"])) if "area" in roles else None
    year = _numbers(np.array([(text or "").strip()[:4] for text in table.texts(roles["year"])], dtype=object)) \
        if "year" in roles else None  # fmt: skip
    return BuildingRows(pnus, table.texts(roles["block"]) if "block" in roles else None, area, year)


def _numbers(texts: np.ndarray) -> np.ndarray:
    import pandas as pd

    cleaned = [text.replace(",", "") if text else None for text in texts]
    values = pd.to_numeric(pd.Series(cleaned, dtype=object), errors="coerce").to_numpy(dtype=float)
    return np.where(values > 0, values, np.nan)


def _deliver(run: Run, table: Table, polygons: Table, shape, listed, joined: JoinResult) -> None:
    """Polygons with the fields of the row that was joined; of several rows that with the largest ground area."""
    chosen, rows, how = _chosen(len(polygons), listed, joined)
    kept = carried_fields(run, run.inputs["BUILDINGS"], polygons, OWN_FIELDS)
    fields = list(kept)
    for one in _renamed(carried_fields(run, run.inputs["INPUT"], table, OWN_FIELDS), [field.name for field in kept]):
        values = [one.values[row] if row >= 0 else None for row in chosen]
        fields.append(OutputField(one.name, one.kind, values, one.alias))
    fields += [OutputField("join_how", "text", how), OutputField("join_rows", "int", rows)]
    words = [*(("only", "block", "area")), NOT_JOINED]
    colors = [*CATEGORIES[:3], NOTHING]
    labels = [*(join_text(word) for word in words[:3]), tr("no row of the register")]
    classes = tuple(StyleClass(label, color, value=word) for word, color, label in zip(words, colors, labels))
    style = Style(
        kind="categorized", field="join_how", classes=classes, value_maps={"join_how": dict(zip(words, labels))}
    )
    run.deliver("BUILDINGS_OUT", OutputLayer(fields, shape.wkb, shape.wkb_type, polygons.crs, style))


def _renamed(fields: list[OutputField], taken: list[str]) -> list[OutputField]:
    """Columns of the register under names that the polygons do not have."""
    from ...analysis.zones.rules import unique_names

    used = [*taken, *OWN_FIELDS, "fid"]
    result = []
    for one in fields:
        name, alias = one.name, one.alias
        if name.lower() in {other.lower() for other in used}:
            name = unique_names([f"r_{name}"], used)[0]
            alias = tr("{field} (register)").format(field=alias or one.name)
        used.append(name)
        result.append(OutputField(name, one.kind, one.values, alias))
    return result


def _chosen(count: int, listed, joined: JoinResult) -> tuple[list[int], list[int], list[str]]:
    """For each polygon the row whose fields it gets (-1 none), how many rows it has, and how that row came to it."""
    rows_of: dict[int, list[int]] = defaultdict(list)
    for row in np.flatnonzero(joined.building >= 0).tolist():
        rows_of[int(joined.building[row])].append(row)
    area = np.zeros(len(listed)) if listed.area is None else np.nan_to_num(np.asarray(listed.area, dtype=float))
    chosen, numbers, how = [], [], []
    for polygon in range(count):
        rows = rows_of.get(polygon, [])
        best = max(rows, key=lambda row: (area[row], -row)) if rows else -1
        chosen.append(best)
        numbers.append(len(rows))
        how.append(str(joined.method[best]) if rows else NOT_JOINED)
    return chosen, numbers, how
