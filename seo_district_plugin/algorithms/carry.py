"""From a table that was read to what is written and computed: carried fields, geometry, rows of settings tables."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import Qgis

from ..layers.destinations import FIELD_TYPES, OutputField
from ..layers.expressions import python_values
from ..layers.wkb import point_wkb
from ..texts import tr

if TYPE_CHECKING:
    import numpy as np

    from ..analysis.zones.shapes import Polygons
    from ..layers.sources import VectorInput
    from ..layers.table import Table
    from .run import Run


@dataclass
class Shape:
    """Geometry of a table, both as it is written and as it is computed with.

    Attributes:
        wkb: one per row; wkb_type: their declared type.
        centers: (n, 2) points, or a point inside each polygon, or the middle of other geometry.
        polygons: for polygons, else None; areas: (n,) in square metres, else None.
    """

    wkb: list[bytes]
    wkb_type: Qgis.WkbType
    centers: np.ndarray
    polygons: Polygons | None = None
    areas: np.ndarray | None = None


def geometry_of(table: Table) -> Shape:
    """The geometry of a table that was read with geometry."""
    if table.xy is not None:
        return Shape(point_wkb(table.xy), Qgis.WkbType.Point, table.xy)
    from ..layers.geometry import representative_points

    wkb = list(table.wkb)
    kind = wkb_kind(wkb)
    if kind == Qgis.WkbType.MultiPolygon:
        from ..analysis.zones.shapes import Polygons

        polygons = Polygons.from_wkb(wkb)
        single = all(item[1] == 3 for item in wkb)
        wkb_type = Qgis.WkbType.Polygon if single else Qgis.WkbType.MultiPolygon
        return Shape(wkb, wkb_type, polygons.centers(), polygons, polygons.areas())
    return Shape(wkb, kind, representative_points(wkb))


def wkb_kind(wkb: list[bytes]) -> Qgis.WkbType:
    """The multi type that can hold all of these little-endian geometries."""
    kinds = {item[1] for item in wkb}
    if kinds <= {3, 6}:
        return Qgis.WkbType.MultiPolygon
    return Qgis.WkbType.MultiLineString if kinds <= {2, 5} else Qgis.WkbType.Unknown


def carried_fields(
    run: Run, given: VectorInput, table: Table, own: Collection[str], *, again: bool = False
) -> list[OutputField]:
    """The input's own fields, to be written along.

    A field called like one that the algorithm writes (``own``, lower case) is written under another name, and that is
    said; with ``again`` it is what an earlier run of the same algorithm wrote, and is replaced. The column of feature
    ids that a GeoPackage keeps by itself is left out.
    """
    from ..analysis.zones.rules import unique_names

    known = {info.name: info for info in given.fields}
    kinds = {name: info.kind if info.kind in FIELD_TYPES else "text" for name, info in known.items()}
    names = [name for name in table.frame.columns if not _is_id_column(table, name, kinds[name])]
    if again:
        names = [name for name in names if name.lower() not in own]
    reserved = {*own, "fid"}
    taken = [*reserved, *(name for name in names if name.lower() not in reserved)]
    fields = []
    for name in names:
        written = name
        if name.lower() in reserved:
            written = unique_names([f"{name}_in"], taken)[0]
            taken.append(written)
            run.info(
                tr(
                    "The field '{field}' of '{layer}' is written as '{written}': the result has a field of that name."
                ).format(field=name, layer=given.title, written=written)
            )
        fields.append(
            OutputField(
                written, kinds[name], python_values(table, name), known[name].alias or (name if written != name else "")
            )
        )
    return fields


def _is_id_column(table: Table, name: str, kind: str) -> bool:
    """True for the column ``fid`` in which a file shows its feature ids."""
    if name.lower() != "fid" or kind != "int":
        return False
    values = table.numbers(name)
    return bool(len(values) == len(table.fid) and (values == table.fid).all())


def table_rows(table: Table) -> list[dict[str, object]]:
    """A settings table as rows of text, None where a cell is empty."""
    columns = {name: table.texts(name) for name in table.frame.columns}
    return [{name: values[row] for name, values in columns.items()} for row in range(len(table))]


def short_number(value: object) -> str:
    """A value for a sentence, a legend or a table: whole from 100 on, else three digits; text as it is."""
    try:
        number = float(value)
    except (TypeError, ValueError):
        return "" if value is None else str(value)
    return f"{number:,.0f}" if abs(number) >= 100 or number.is_integer() else f"{number:.3g}"
