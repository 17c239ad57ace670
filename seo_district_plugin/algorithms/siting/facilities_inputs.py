"""Reading demand, candidates and existing sites: ids, weights, places, and the rows that cannot take part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ...texts import tr
from ..run import Run
from .facilities_words import ID_FIELDS, reject_word

if TYPE_CHECKING:
    from ...layers.sources import VectorInput
    from ...layers.table import Table

ID = "id"
SAMPLES_NAMED = 5


@dataclass
class Side:
    """The rows of one layer: demand, candidates or existing sites.

    Attributes:
        parameter, title: of the layer.
        table: all rows that were read. field: of the ids, empty where there is none.
        ids: (n,) text, unique only where a cost table is used; ``#`` and the feature id where there is no field.
        xy: (n, 2) in the CRS of the run, NaN without a place; None where the layer has no geometry.
        keep: (n,) bool rows that take part.
    """

    parameter: str
    title: str
    table: Table
    field: str
    ids: np.ndarray
    xy: np.ndarray | None
    keep: np.ndarray

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def rows(self) -> np.ndarray:
        """Rows that take part."""
        return np.flatnonzero(self.keep)

    def places(self) -> np.ndarray | None:
        """(k, 2) of the rows that take part."""
        return None if self.xy is None else self.xy[self.keep]

    def reject(self, run: Run, rows: np.ndarray, reason: str, detail: str = "") -> None:
        """Leave rows out, each with the reason, and say so."""
        rows = rows[self.keep[rows]]
        if not len(rows):
            return
        self.keep[rows] = False
        word = reject_word(reason)
        for row in rows.tolist():
            run.reject(self.title, int(self.table.fid[row]), word, detail)
        run.warn(
            tr("{layer}: {count:,} of {rows:,} rows left out: {reason}.").format(
                layer=self.title, count=len(rows), rows=len(self), reason=word
            )
        )


def id_field(given: VectorInput, chosen: str) -> str:
    """The field of the ids: the one chosen, else the one called ``id`` in any case; empty where there is none."""
    if chosen:
        return chosen
    names = given.field_names()
    return next((name for name in names if name == ID), "") or next((name for name in names if name.lower() == ID), "")


def read_side(run: Run, name: str, columns: list[str] | None, by_table: bool) -> Side:
    """Read a layer of demand or sites.

    Args:
        columns: fields to read besides the ids, None for all.
        by_table: costs come from a table, so that a row is known by its id and needs no place.

    Raises:
        AnalysisError: ``ids_twice`` (layer, field, count, first) where a cost table needs them unique.
        LayerError: of the reader.
    """
    from ...analysis.errors import AnalysisError
    from ...analysis.siting.ids import plain_ids, repeated

    given = run.inputs[name]
    field = id_field(given, run.field(ID_FIELDS[name]))
    wanted = None if columns is None else [*columns, *([field] if field else [])]
    table = run.read(name, wanted, "none" if by_table else "any")
    ids = plain_ids(table.texts(field)) if field else np.array([f"#{fid}" for fid in table.fid], dtype=object)
    side = Side(name, given.title, table, field, ids, _places(run, given, table, by_table), np.ones(len(table), bool))
    if by_table:
        twice = repeated(ids)
        if twice:
            raise AnalysisError(
                "ids_twice", layer=given.title, field=field, count=len(twice), first=twice[:SAMPLES_NAMED]
            )
        side.reject(run, np.flatnonzero([item is None for item in ids]), "no_id")
    elif field:
        # An empty id matters only to people here: the row keeps its place and its weight.
        ids[:] = [f"#{fid}" if item is None else item for item, fid in zip(ids, table.fid)]
        twice = repeated(ids)
        if twice:
            run.warn(
                tr("{layer}: {count:,} ids of the field '{field}' occur more than once, for example {first}.").format(
                    layer=given.title, count=len(twice), field=field, first=", ".join(twice[:SAMPLES_NAMED])
                )
            )
    else:
        run.info(
            tr("'{layer}' has no field called id: its rows are written as # with the feature id.").format(
                layer=given.title
            )
        )
    return side


def _places(run: Run, given: VectorInput, table: Table, by_table: bool) -> np.ndarray | None:
    """(n, 2) where the rows lie; with a cost table a row may lie nowhere."""
    from ..carry import geometry_of

    if not by_table:
        return geometry_of(table).centers
    if given.geometry == "none" or not given.crs.isValid() or not run.crs.isValid():
        return None
    shapes = given.read([], crs=run.crs, transform_context=run.context.transformContext(), want="any", tick=run.tick)
    xy = np.full((len(table), 2), np.nan)
    if not len(shapes):
        return None
    position = {fid: at for at, fid in enumerate(table.fid.tolist())}
    rows = np.array([position[fid] for fid in shapes.fid.tolist()], dtype=np.int64)
    xy[rows] = geometry_of(shapes).centers
    return xy


def demand_weights(run: Run, side: Side) -> np.ndarray:
    """(n,) weight of each row, 1 where no field is given; rows without a weight above 0 are left out.

    Raises:
        AnalysisError: ``weights_negative_rows`` (layer, field, count, first), ``weights_all_zero`` (layer, field).
    """
    from ...analysis.errors import AnalysisError

    field = run.field("DEMAND_WEIGHT")
    if not field:
        return np.ones(len(side))
    weight = side.table.numbers(field)
    bad = np.flatnonzero((weight < 0) | np.isinf(weight))
    if len(bad):
        first = [f"{side.ids[row]}: {weight[row]:g}" for row in bad[:SAMPLES_NAMED]]
        raise AnalysisError("weights_negative_rows", layer=side.title, field=field, count=len(bad), first=first)
    side.reject(run, np.flatnonzero(np.isnan(weight)), "no_weight")
    side.reject(run, np.flatnonzero(weight == 0), "zero_weight")
    if not side.keep.any():
        raise AnalysisError("weights_all_zero", layer=side.title, field=field)
    return np.where(side.keep, weight, 0.0)


def amounts(side: Side, field: str, code: str) -> np.ndarray:
    """(n,) numbers from 0 of a field of the candidates or existing sites, NaN where there is none.

    Raises:
        AnalysisError: ``code`` (layer, field, count, first): ``capacity_negative`` or ``price_negative``.
    """
    from ...analysis.errors import AnalysisError

    values = side.table.numbers(field)
    bad = np.flatnonzero((values < 0) | np.isinf(values))
    if len(bad):
        first = [f"{side.ids[row]}: {values[row]:g}" for row in bad[:SAMPLES_NAMED]]
        raise AnalysisError(code, layer=side.title, field=field, count=len(bad), first=first)
    return values


def rows_where(run: Run, side: Side, parameter: str) -> np.ndarray:
    """(n,) bool rows of a layer for which the expression of a parameter is true."""
    from ...layers.expressions import first_true_rule, split_rules

    rules = split_rules(run.text(parameter))
    if not rules:
        return np.zeros(len(side), dtype=bool)
    return np.array([bool(rule) for rule in first_true_rule(rules, run.inputs[side.parameter], side.table, run.tick)])


def outside_district(run: Run, side: Side) -> None:
    """Leave out candidates that lie outside the district, or nowhere."""
    if not run.given("DISTRICT"):
        return
    if side.xy is None:
        run.warn(tr("The district was not used: '{layer}' has no geometry.").format(layer=side.title))
        return
    from ...analysis.zones.inside import points_in_polygons
    from ...analysis.zones.shapes import Polygons

    district = run.read("DISTRICT", [], "polygon")
    _, inside = points_in_polygons(side.xy, Polygons.from_wkb(list(district.wkb)), tick=run.tick)
    out = np.ones(len(side), dtype=bool)
    out[inside] = False
    side.reject(run, np.flatnonzero(out), "outside_district")


def same_place(run: Run, side: Side, better: np.ndarray) -> None:
    """Of candidates on the very same spot one takes part.

    Args:
        better: (n,) the one with the lowest value stays, of equal ones the first.
    """
    if side.xy is None:
        return
    rows = side.rows
    rows = rows[np.isfinite(side.xy[rows]).all(axis=1)]
    order = rows[np.lexsort((rows, better[rows], side.xy[rows, 1], side.xy[rows, 0]))]
    again = np.flatnonzero((side.xy[order][1:] == side.xy[order][:-1]).all(axis=1)) + 1
    side.reject(run, np.sort(order[again]), "same_place")
