"""Streets for any algorithm: from a line layer and a few fields to a network, and points onto it.

How an algorithm uses it::

    def declare(self, add):
        add.source("STREETS", [SourceType.VectorLine])
        ...
        declare_streets(add, "STREETS")              # advanced: tolerance, fields; the help is shared

    def execute(self, run):
        streets = read_streets(run, "STREETS")       # reads, cleans, nodes; rejected rows are noted
        places = attach_rows(run, streets, points, "INPUT", farthest=500.0)   # rows of a table; too far = rejected
        cost = od_costs(streets.network, places, ...)                         # analysis.network.paths

    streets.network     Network of ``analysis/network/types.py``, in meters of the run's CRS
    streets.rows()      row of ``streets.table`` that each edge comes from
    streets.noding      what noding did; ``streets_section`` tells it in a report

People on foot go both ways along one-way streets: ``ONEWAY_FIELD`` matters only where costs are made with
``respect_oneway=True``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..texts import tr
from .streets_told import streets_figures, streets_notes, streets_section

if TYPE_CHECKING:
    from ..analysis.network.attach import Places
    from ..analysis.network.graph import Costs
    from ..analysis.network.noding import NodingReport
    from ..analysis.network.types import Network
    from ..layers.sources import VectorInput
    from ..layers.table import Table
    from .parameters import Parameters
    from .run import Run

__all__ = [
    "Streets",
    "attach_rows",
    "declare_streets",
    "oneway_values",
    "read_streets",
    "slope_costs",
    "streets_figures",
    "streets_from_table",
    "streets_notes",
    "streets_section",
    "truth_values",
]

GRADES = ("level", "layer", "bridge", "tunnel")
"""What keeps lines apart where they cross; also the names of the fields in OpenStreetMap data."""

_ALONG = ("yes", "true", "1", "y", "t", "ft", "forward", "along")
_AGAINST = ("-1", "reverse", "tf", "backward", "against")


def declare_streets(
    add: Parameters, streets: str, *, oneway: bool = False, carriageways: bool = True, split: bool = True
) -> None:
    """The parameters by which street lines become a network, all advanced; ``streets``: the parameter of the lines.

    ``split``: False for an algorithm whose SPLIT means something else; lines then meet wherever they cross.
    """
    add.distance("TOLERANCE", 0.5, advanced=True)
    if split:
        add.flag("SPLIT", True, advanced=True)
    if carriageways:
        add.distance("CARRIAGEWAYS", None, optional=True, advanced=True)
    for name in GRADES:
        add.field(f"{name.upper()}_FIELD", streets, optional=True, advanced=True)
    if oneway:
        add.field("ONEWAY_FIELD", streets, optional=True, advanced=True)
    add.field("CLOSED_FIELD", streets, optional=True, advanced=True)


@dataclass(frozen=True)
class Streets:
    """A street layer as a network.

    Attributes:
        network: noded, not simplified: each edge lies on one line (or, after carriageways, on stretches of some).
        noding: what noding did.
        table: the rows of the layer that could be read, with the columns asked for.
        row: (p,) int64 row of the table of each path; ``network.pieces.line`` are positions in it.
        parameter, title: of the layer.
        grades: fields that keep lines apart where they cross, ``level`` and so on -> field.
    """

    network: Network
    noding: NodingReport
    table: Table
    row: np.ndarray
    parameter: str
    title: str
    grades: dict[str, str]

    def rows(self) -> np.ndarray:
        """(m,) int64: the row of the table that each edge begins with."""
        return self.row[self.network.pieces.line[self.network.pieces.offsets[:-1]]]

    def fids(self) -> np.ndarray:
        """(m,) int64: feature id, in the layer, of the line that each edge begins with."""
        return self.table.fid[self.rows()]


def read_streets(run: Run, name: str = "STREETS", columns: Sequence[str] | None = (), *, split: bool = True) -> Streets:
    """Read the lines of a parameter and make the network of them, by the parameters of :func:`declare_streets`.

    Lines that cannot be used, and lines that are another street once more, are noted for REJECTED.

    Args:
        columns: further fields to read (None: all), kept in ``table``.
        split: as for :func:`declare_streets`.

    Raises:
        AnalysisError: ``no_streets``, ``tolerance_negative``, ``distance_not_positive``.
        LayerError: of the reader.
    """
    given = run.inputs[name]
    grades = _grade_fields(run, given)
    special = {key: _chosen(run, f"{key.upper()}_FIELD") for key in ("oneway", "closed")}
    wanted = [field for field in (*grades.values(), *special.values()) if field]
    table = run.read(name, None if columns is None else [*columns, *wanted], "line")
    return streets_from_table(
        run,
        table,
        name=name,
        title=given.title,
        grades=grades,
        oneway=special["oneway"],
        closed=special["closed"],
        tolerance=run.number("TOLERANCE") if _declared(run, "TOLERANCE") else 0.5,
        split=run.flag("SPLIT") if split and _declared(run, "SPLIT") else True,
        carriageways=run.number("CARRIAGEWAYS") if _declared(run, "CARRIAGEWAYS") and run.given("CARRIAGEWAYS") else 0,
    )


def streets_from_table(
    run: Run,
    table: Table,
    *,
    name: str,
    title: str,
    grades: dict[str, str] | None = None,
    oneway: str = "",
    closed: str = "",
    tolerance: float = 0.5,
    split: bool = True,
    drop_duplicates: bool = True,
    carriageways: float = 0.0,
) -> Streets:
    """As :func:`read_streets`, from a table that was read with lines and without parameters of its own.

    Args:
        grades: ``level``, ``layer``, ``bridge``, ``tunnel`` -> field of the table.
        carriageways: meters between two lines that are one street drawn twice; 0: none are merged.
    """
    from ..analysis.network.carriageways import merge_carriageways
    from ..analysis.network.lines import street_lines
    from ..analysis.network.noding import node_lines
    from ..analysis.network.wkb import decode_lines

    grades = grades or {}
    run.tick(0.0)
    paths, row = decode_lines(table.wkb)
    values = {key: table.texts(field)[row] for key, field in grades.items()}
    lines = street_lines(
        paths,
        **values,
        oneway=oneway_values(table.texts(oneway))[row] if oneway else None,
        closed=truth_values(table.texts(closed))[row] if closed else None,
    )
    network, noding = node_lines(
        lines, tolerance, split_crossings=split, drop_duplicates=drop_duplicates, tick=run.tick
    )
    noded = _used(network, row, len(table))
    if carriageways > 0:
        network, noding = merge_carriageways(network, noding, carriageways, tolerance=tolerance, tick=run.tick)
    streets = Streets(network, noding, table, row, name, title, grades)
    _note_left_out(run, streets, lines, noded, tolerance)
    return streets


def _used(network: Network, row: np.ndarray, rows: int) -> np.ndarray:
    used = np.zeros(rows, dtype=bool)
    used[row[network.pieces.line]] = True
    return used


def _note_left_out(run: Run, streets: Streets, lines, noded: np.ndarray, tolerance: float) -> None:  # type: ignore[no-untyped-def]
    """Every row that no edge comes from, with the reason: read = used + left out."""
    from ..analysis.network.types import path_lengths

    rows = len(streets.table)
    sound = np.zeros(rows, dtype=bool)
    sound[streets.row[lines.row]] = True
    longest = np.zeros(rows)
    np.maximum.at(longest, streets.row[lines.row], path_lengths(lines.vertices, lines.offsets))
    used = _used(streets.network, streets.row, rows)
    counts: dict[str, int] = {}
    for at in np.flatnonzero(~used).tolist():
        if not sound[at]:
            reason = tr("the line has no length")
        elif noded[at]:
            reason = tr("second carriageway of a street: one line counts")
        elif longest[at] <= 2 * tolerance:
            reason = tr("shorter than the snap tolerance")
        else:
            reason = tr("runs the same way as another line: one counts")
        run.reject(streets.title, int(streets.table.fid[at]), reason)
        counts[reason] = counts.get(reason, 0) + 1
    for reason, count in counts.items():
        run.info(tr("  {layer}: {count:,} lines left out: {reason}").format(
            layer=streets.title, count=count, reason=reason
        ))  # fmt: skip


# ---------------------------------------------------------------------- fields
def _declared(run: Run, name: str) -> bool:
    return run.algorithm.parameterDefinition(name) is not None


def _chosen(run: Run, name: str) -> str:
    return run.field(name) if _declared(run, name) and run.given(name) else ""


def _grade_fields(run: Run, given: VectorInput) -> dict[str, str]:
    """The fields chosen; where none is, those that OpenStreetMap data has (``bridge``, ``tunnel``, with ``layer``)."""
    chosen = {key: _chosen(run, f"{key.upper()}_FIELD") for key in GRADES}
    chosen = {key: field for key, field in chosen.items() if field}
    if chosen:
        return chosen
    named = {info.name.lower(): info.name for info in given.fields}
    # A field "layer" alone may be anything, such as the layer of a CAD drawing.
    if "bridge" not in named and "tunnel" not in named:
        return {}
    found = {key: named[key] for key in ("layer", "bridge", "tunnel") if key in named}
    run.info(
        tr("Fields of '{layer}' that keep streets apart where they cross: {fields}.").format(
            layer=given.title, fields=", ".join(found.values())
        )
    )
    return found


def truth_values(texts: np.ndarray) -> np.ndarray:
    """(n,) bool: False for nothing, blank, 0, no, false, n, f; True for anything else."""
    from ..analysis.network.lines import said

    return np.array([bool(said(text)) for text in texts], dtype=bool)


def oneway_values(texts: np.ndarray) -> np.ndarray:
    """(n,) int8: 1 along the line, -1 against it, 0 both ways, as in OpenStreetMap and its extracts (F, T, B)."""
    words = ["" if text is None else text.strip().lower() for text in texts]
    # Extracts write F (forward), T (against) and B (both); elsewhere f and t are false and true.
    coded = "b" in words
    along = ("f", *_ALONG) if coded else _ALONG
    against = ("t", *_AGAINST) if coded else _AGAINST
    return np.array([-1 if word in against else int(word in along) for word in words], dtype=np.int8)


# ---------------------------------------------------------------------- points
def attach_rows(
    run: Run,
    streets: Streets,
    table: Table,
    title: str,
    farthest: float,
    *,
    xy: np.ndarray | None = None,
    network: Network | None = None,
) -> Places:
    """Rows of a table to the nearest place on an open street; those too far are noted for REJECTED with the distance.

    Args:
        title: of the layer, for REJECTED. farthest: meters. xy: (n, 2) instead of the table's own points or centers.
        network: another form of the streets (simplified), instead of ``streets.network``.

    Returns:
        one place per row; ``places.attached`` tells which may be used.

    Raises:
        AnalysisError: ``no_open_street``.
    """
    from ..analysis.network.attach import attach_points
    from .carry import geometry_of

    if xy is None:
        xy = table.xy if table.xy is not None else geometry_of(table).centers
    places = attach_points(network or streets.network, xy, farthest, tick=run.tick)
    left = np.flatnonzero(~places.attached)
    for at in left.tolist():
        run.reject(
            title,
            int(table.fid[at]),
            tr("too far from every street"),
            tr("{distance:,.0f} m; at most {farthest:,.0f} m").format(distance=places.distance[at], farthest=farthest),
        )
    if len(left):
        run.warn(
            tr("{layer}: {count:,} of {rows:,} rows lie more than {farthest:,.0f} m from every street.").format(
                layer=title, count=len(left), rows=len(table), farthest=farthest
            )
        )
    return places


def slope_costs(
    run: Run,
    streets: Streets,
    name: str = "DEM",
    *,
    flat_speed: float | None = None,
    respect_oneway: bool = False,
    network: Network | None = None,
) -> Costs:
    """Seconds on foot by slope (Tobler), from an elevation raster of the parameter ``name``.

    A street is taken to rise evenly between its two ends, as a bridge does. Where the raster has no value at an end
    of it, the street counts as flat, and that is said.

    Args:
        flat_speed: kilometers per hour on the flat; None: Tobler's. network: as in :func:`attach_rows`.
    """
    from ..analysis.network.graph import FLAT_SPEED, tobler_costs
    from ..layers.rasters import raster_digest
    from ..layers.rastersample import cell_values

    network, raster = network or streets.network, run.inputs[name]
    values, _inside = cell_values(raster, [1], network.xy, run.crs, run.context.transformContext(), run.tick)
    height = values[:, 0]
    missing = int((~np.isfinite(height)).sum())
    run.read_inputs.append(
        {
            "parameter": name,
            "layer": raster.title,
            "file": raster.stem,
            "crs": raster.crs.authid(),
            "columns": [],
            "geometry": "raster",
            "rows": 0,
            "sha256": raster_digest(raster, [1], tick=run.tick),
        }
    )
    if missing:
        run.warn(
            tr("'{layer}' has no elevation at {count:,} of {nodes:,} crossings: streets there count as flat.").format(
                layer=raster.title, count=missing, nodes=network.nodes
            )
        )
    speed = FLAT_SPEED if flat_speed is None else flat_speed
    return tobler_costs(network, height, flat_speed=speed, respect_oneway=respect_oneway)
