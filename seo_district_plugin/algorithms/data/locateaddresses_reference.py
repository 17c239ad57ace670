"""References with known coordinates: which of their columns are used, and how they become an index."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ...texts import PACKAGE, tr

if TYPE_CHECKING:
    from qgis.core import QgsCoordinateReferenceSystem

    from ...analysis.records.addresses import AddressIndex, AddressTable
    from ...layers.sources import VectorInput
    from ...layers.table import Table
    from ..run import Run

DISTRICTS = PACKAGE / "resources" / "profiles" / "kr" / "districts.csv"


@dataclass(frozen=True)
class Usage:
    """What one reference gave: rows read, and how many of them can be used."""

    title: str
    rows: int
    usable: int


@dataclass
class Reference:
    """All references as one index, and what each of them gave."""

    index: AddressIndex
    usage: list[Usage]


def coordinate_columns(names: Sequence[str]) -> tuple[str, str] | None:
    """The columns x and y of a table, if it has both under a known name."""
    from ...analysis.records.addresses.columns import ALSO, find_roles

    found = find_roles(names, {axis: ALSO[axis] for axis in ("x", "y")})
    return (found["x"], found["y"]) if len(found) == 2 else None


def in_degrees(columns: tuple[str, str]) -> bool:
    """True for columns that are longitude and latitude by their names."""
    x, y = (name.lower().replace(" ", "") for name in columns)
    return ("경도" in x or x.startswith(("lon", "lng"))) and ("위도" in y or y.startswith("lat"))


def address_roles(names: Sequence[str]) -> dict[str, str]:
    """Role -> column for all columns with a known name; empty when none says where a row is."""
    from ...analysis.records.addresses import find_roles
    from ...analysis.records.addresses.table import ADDRESS_ROLES

    found = find_roles(names)
    where = {*ADDRESS_ROLES, "town", "ri"}  # layers of districts have no more than such a name
    return found if where & set(found) else {}


def table_crs(columns: tuple[str, str], given: QgsCoordinateReferenceSystem) -> QgsCoordinateReferenceSystem:
    """The CRS of a table's coordinates: degrees by their names, else the one given (perhaps invalid)."""
    from ...layers.crs import wgs84

    return wgs84() if in_degrees(columns) else given


def read_references(
    run: Run,
    parameter: str,
    given_crs: QgsCoordinateReferenceSystem,
    *,
    profile: str = "auto",
    tolerance: float = 100.0,
) -> Reference:
    """Read the layers of a parameter and build the index, coordinates in the CRS of the run.

    Rows without coordinates or without an address are left out with their reason.
    """
    from ...analysis.records.addresses import AddressIndex

    sources = run.inputs[parameter]
    tables, read = [], []
    for source in sources:
        address, table = _address_table(run, parameter, source, given_crs)
        tables.append(address)
        read.append(table)
    index = AddressIndex.build(tables, profile=profile, regions=district_names(), tolerance=tolerance, tick=run.tick)
    usage = []
    for number, (source, table) in enumerate(zip(sources, read)):
        own = index.table == number
        for row in np.flatnonzero(own & ~index.usable):
            run.reject(source.title, int(table.fid[index.row[row]]), reference_text(str(index.reasons[row])))
        usage.append(Usage(source.title, len(table) + len(table.rejected), int(index.usable[own].sum())))
    return Reference(index, usage)


def reference_text(code: str) -> str:
    """Why a row of a reference cannot be used."""
    sentences = {
        "reference_no_coordinates": tr("no coordinates"),
        "reference_no_address": tr("no address, lot or number that can be read"),
    }
    return sentences.get(code, code)


def district_names() -> dict[str, tuple[str, str]]:
    """Names of province and district by five digits, from the packaged table."""
    from ...analysis.records.districts import load_districts

    if not DISTRICTS.is_file():
        return {}
    return {row.code5: (row.sido, row.name_ko) for row in load_districts(DISTRICTS) if not row.is_province}


def _address_table(
    run: Run, parameter: str, source: VectorInput, given_crs: QgsCoordinateReferenceSystem
) -> tuple[AddressTable, Table]:
    """One reference read, with coordinates in metres."""
    from ...analysis.records.addresses import AddressTable

    roles = address_roles(source.field_names())
    names = list(dict.fromkeys(roles.values()))
    if source.geometry == "none":
        columns = coordinate_columns(source.field_names())
        table = run.read(parameter, list(dict.fromkeys([*names, *columns])), "none", source=source)
        xy, reach = _table_points(run, table, columns, table_crs(columns, given_crs)), None
    else:
        table = run.read(parameter, names, "any", source=source)
        xy, reach = _shapes(table)
    texts = {role: table.texts(name) for role, name in roles.items()}
    return AddressTable(_with_place(texts), xy, reach), table


def _with_place(texts: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """A layer of dong or villages names them in the column of its level; they are what it locates."""
    if "dong" not in texts and "town" in texts and not {"road", "building", "pnu", "lot_main"} & set(texts):
        return {**texts, "dong": texts["town"]}
    return texts if "dong" in texts or "ri" not in texts else {**texts, "dong": texts["ri"]}


def _table_points(run: Run, table: Table, columns: tuple[str, str], crs: QgsCoordinateReferenceSystem) -> np.ndarray:
    """Coordinates of a table in the CRS of the run; NaN where they are no numbers or both 0."""
    import pandas as pd

    from ...layers.coordinates import transform_xy

    xy = np.column_stack([pd.to_numeric(pd.Series(table.texts(name)), errors="coerce") for name in columns])
    xy = xy.astype(float)
    xy[(xy == 0).all(axis=1)] = np.nan
    moved, _ = transform_xy(xy, crs, run.crs, run.context.transformContext(), run.tick)
    return moved


def _shapes(table: Table) -> tuple[np.ndarray, np.ndarray | None]:
    """A point for each shape, and half the diagonal of its bounds: how far it reaches."""
    if table.xy is not None:
        return table.xy, None
    from ...layers.geometry import bounds, representative_points

    wkb = list(table.wkb)
    boxes = np.asarray(bounds(wkb), dtype=float)
    return representative_points(wkb), np.hypot(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]) / 2
