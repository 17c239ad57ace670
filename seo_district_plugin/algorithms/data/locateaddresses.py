"""Addresses, lots and building numbers to points, offline, from references that the user has."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsRectangle

from ...layers.destinations import OutputField, OutputLayer
from ...layers.styling import CATEGORIES, Style, StyleClass
from ...layers.wkb import point_wkb
from ...texts import tr
from ..base import DistrictAlgorithm
from ..carry import carried_fields
from ..parameters import Parameters, SourceType
from ..run import Run
from .locateaddresses_reference import (
    address_roles,
    coordinate_columns,
    read_references,
    table_crs,
)
from .locateaddresses_words import code_words, describe_method, level_word, reason_text, sections

if TYPE_CHECKING:
    from ...analysis.records.addresses import AddressTable, LocateResult
    from ...layers.sources import VectorInput
    from ...layers.table import Table

LEVELS = ["building", "parcel", "road", "zone"]
FIELD_ROLES = {"ROAD_FIELD": "road_address", "LOT_FIELD": "lot_address", "PNU_FIELD": "pnu",
               "BUILDING_FIELD": "building"}  # fmt: skip
TEXT_ROLES = ("road_address", "lot_address", "address", "pnu", "building")
REGION_ROLES = ("sido", "sigungu")
LOT_ROLES = ("sigungu_code", "dong_code", "ri_code", "mountain", "lot_main", "lot_sub")
"""Columns of the building register that make a PNU together."""

OWN_FIELDS = ("level", "matched", "method", "spread_m", "known_from", "for_dist", "reason")
SAMPLE = 1000  # rows by which the place of a table is seen before it is read


class LocateAddresses(DistrictAlgorithm):
    """Points with a stated level of match, and what could not be located with its reason."""

    ID = "locateaddresses"
    GROUP = "data"

    def declare(self, add: Parameters) -> None:
        add.source("INPUT", [SourceType.Vector])
        add.layers("REFERENCE", SourceType.Vector)
        add.text("PREFIX")
        add.choice("LEVEL", LEVELS, "zone")
        add.choice("FOR_DISTANCE", LEVELS, "building")
        add.field("ROAD_FIELD", "INPUT", optional=True, advanced=True)
        add.field("LOT_FIELD", "INPUT", optional=True, advanced=True)
        add.field("PNU_FIELD", "INPUT", optional=True, advanced=True)
        add.field("BUILDING_FIELD", "INPUT", optional=True, advanced=True)
        add.crs("REFERENCE_CRS", advanced=True)
        add.choice("PROFILE", ["auto", "korean", "generic"], "auto", advanced=True)
        add.distance("TOLERANCE", 100.0, advanced=True)
        add.source("BUILDINGS", [SourceType.VectorPolygon], optional=True, advanced=True)
        add.analysis_crs()
        add.sink("OUTPUT", SourceType.VectorPoint)
        add.sink("UNMATCHED", SourceType.Vector, optional=True)
        add.sink("BUILDINGS_OUT", SourceType.VectorPolygon, optional=True, by_default=False, advanced=True)
        add.rejected()
        add.report()
        for name in ("READ", "MATCHED", "MATCHED_BUILDING", "UNMATCHED_ROWS", "MATCH_RATE", "JOIN_RATE"):
            add.output_number(name)

    # ------------------------------------------------------------------ checks
    def own_problems(self, parameters: dict, context) -> Iterator[str]:
        source = self.parameterAsSource(parameters, "INPUT", context)
        if source is not None:
            names = [field.name() for field in source.fields()]
            given = [key for key in FIELD_ROLES if parameters.get(key)]
            if not given and not _input_roles(names, {}):
                yield tr(
                    "The layer '{layer}' has no column that is known to hold an address or a number. Choose one under "
                    "advanced parameters. It has: {fields}."
                ).format(layer=source.sourceName(), fields=", ".join(names[:30]))
        crs = self.parameterAsCrs(parameters, "REFERENCE_CRS", context)
        for layer in self.parameterAsLayerList(parameters, "REFERENCE", context) or []:
            if hasattr(layer, "fields"):
                names = [field.name() for field in layer.fields()]
                yield from _reference_problems(layer.name(), names, layer.isSpatial(), crs)

    def _chosen_crs(self, inputs: dict[str, object], parameters: dict, context):
        """By the first layer with geometry; where there are tables only, by the coordinates in them."""
        from ...layers.crs import analysis_crs
        from ...layers.errors import LayerError

        try:
            return super()._chosen_crs(inputs, parameters, context)
        except LayerError as error:
            if error.code != "crs_unknown":
                raise
        explicit = self.parameterAsCrs(parameters, "ANALYSIS_CRS", context)
        given = self.parameterAsCrs(parameters, "REFERENCE_CRS", context)
        places = [_table_place(source, given) for source in inputs.get("REFERENCE", [])]
        return analysis_crs(explicit if explicit.isValid() else None, places, context.transformContext())

    # ------------------------------------------------------------------ run
    def execute(self, run: Run) -> None:
        run.step(tr("Reading the references"), 0.3)
        crs = self.parameterAsCrs(run.parameters, "REFERENCE_CRS", run.context)
        reference = read_references(
            run, "REFERENCE", crs, profile=run.choice("PROFILE"), tolerance=run.number("TOLERANCE")
        )
        run.step(tr("Reading the addresses"), 0.4)
        table = run.read("INPUT", None, "none")
        run.step(tr("Locating"), 0.75)
        addresses = _addresses(run, table)
        found = reference.index.locate(addresses, lowest=run.choice("LEVEL"), prefix=run.text("PREFIX"), tick=run.tick)
        joined = None
        if run.given("BUILDINGS"):
            from .locateaddresses_buildings import join_and_deliver

            run.step(tr("Joining building polygons"), 0.85)
            joined = join_and_deliver(run, table, found)
        elif run.wanted("BUILDINGS_OUT"):
            run.warn(tr("{output} needs {input}; it was not made.").format(
                output=self.page.entry("BUILDINGS_OUT").label, input=self.page.entry("BUILDINGS").label
            ))  # fmt: skip
        self._deliver(run, table, found)
        self._figures(run, found, joined)
        if run.wanted("REPORT"):
            run.sections = sections(found, reference.usage, joined)
            describe_method(run)

    def _deliver(self, run: Run, table: Table, found: LocateResult) -> None:
        kept = carried_fields(run, run.inputs["INPUT"], table, OWN_FIELDS)
        good, bad = np.flatnonzero(found.level > 0), np.flatnonzero(found.level == 0)
        usable = found.at_least(run.choice("FOR_DISTANCE")) & np.isfinite(found.spread)
        names = np.array(["", *LEVELS], dtype=object)
        fields = [
            *_rows_of(kept, good),
            OutputField("level", "text", names[found.level[good]].tolist()),
            OutputField("matched", "text", found.matched[good].tolist()),
            OutputField("method", "text", found.method[good].tolist()),
            OutputField("spread_m", "real", [_rounded(value) for value in found.spread[good]]),
            OutputField("known_from", "int", found.known[good].tolist()),
            OutputField("for_dist", "int", usable[good].astype(int).tolist()),
        ]
        classes = tuple(StyleClass(level_word(level), color, value=level) for level, color in zip(LEVELS, CATEGORIES))
        style = Style(
            kind="categorized", field="level", classes=classes, display='"matched"', value_maps=code_words(LEVELS)
        )
        run.deliver("OUTPUT", OutputLayer(fields, point_wkb(found.xy[good]), Qgis.WkbType.Point, run.crs, style))
        reasons = [reason_text(code) for code in found.reason[bad]]
        run.deliver("UNMATCHED", OutputLayer([*_rows_of(kept, bad), OutputField("reason", "text", reasons)]))

    def _figures(self, run: Run, found: LocateResult, joined) -> None:
        count, matched = len(found), int((found.level > 0).sum())
        building = int((found.level == 1).sum())
        run.figure("READ", count)
        run.figure("MATCHED", matched)
        run.figure("MATCHED_BUILDING", building)
        run.figure("UNMATCHED_ROWS", count - matched)
        run.figure("MATCH_RATE", matched / count if count else None)
        if joined is not None:
            run.figure("JOIN_RATE", joined.rate)
        run.summary = tr(
            "{read:,} rows = {matched:,} located (of these {building:,} at their building) + {unmatched:,} not located."
        ).format(read=count, matched=matched, building=building, unmatched=count - matched)
        run.info(run.summary)
        if joined is not None:
            run.info(tr("{joined:,} of {read:,} rows have a building polygon.").format(
                joined=int((joined.building >= 0).sum()), read=count
            ))  # fmt: skip
        if not matched:
            run.warn(tr("No row was located. Do the references cover the district of the addresses?"))


def _reference_problems(
    title: str, names: list[str], spatial: bool, crs: QgsCoordinateReferenceSystem
) -> Iterator[str]:
    """A reference says where its rows are, in words or numbers and in coordinates."""
    if not address_roles(names):
        yield tr(
            "The reference '{layer}' has no column with a known name for addresses, lots or numbers. It has: {fields}."
        ).format(layer=title, fields=", ".join(names[:30]))
    elif not spatial:
        columns = coordinate_columns(names)
        if columns is None:
            yield tr(
                "The reference '{layer}' has neither geometry nor columns with coordinates, such as lon and lat, or X "
                "and Y."
            ).format(layer=title)
        elif not table_crs(columns, crs).isValid():
            yield tr(
                "The reference '{layer}' is a table: give the CRS of its columns {x} and {y} (address files: "
                "EPSG:5179)."
            ).format(layer=title, x=columns[0], y=columns[1])


def _table_place(
    source: VectorInput, given: QgsCoordinateReferenceSystem
) -> tuple[QgsCoordinateReferenceSystem, QgsRectangle]:
    """CRS and extent of the first rows of a table with coordinates."""
    columns = coordinate_columns(source.field_names())
    box = QgsRectangle()
    if columns is None:
        return QgsCoordinateReferenceSystem(), box
    first = dataclasses.replace(source, limit=SAMPLE, fast=None).read(list(columns), want="none")
    for x, y in zip(*(first.texts(name) for name in columns)):
        try:
            east, north = float(x), float(y)
        except (TypeError, ValueError):
            continue
        if east and north and np.isfinite(east + north):
            box.combineExtentWith(east, north)
    return table_crs(columns, given), box


def _input_roles(names: list[str], given: dict[str, str]) -> dict[str, str]:
    """Role -> column of the addresses: those chosen, else those with a known name; empty when nothing locates."""
    from ...analysis.records.addresses import find_roles

    found = {**find_roles(names), **given}
    if not any(role in found for role in TEXT_ROLES) and not {"dong_code", "lot_main"} <= set(found):
        return {}
    return {role: name for role, name in found.items() if role in (*TEXT_ROLES, *REGION_ROLES, *LOT_ROLES)}


def _addresses(run: Run, table: Table) -> AddressTable:
    """The columns of the input by what they are."""
    from ...analysis.records.addresses import AddressTable

    given = {role: run.field(key) for key, role in FIELD_ROLES.items() if run.field(key)}
    roles = _input_roles(list(table.frame.columns), given)
    labels = {role: run.algorithm.page.entry(key).label for key, role in FIELD_ROLES.items()}
    for role, name in roles.items():
        if role in TEXT_ROLES and role not in given:
            run.info(tr("{parameter}: the column '{field}' is used.").format(
                parameter=labels.get(role, tr("Address")), field=name
            ))  # fmt: skip
    return AddressTable({role: table.texts(name) for role, name in roles.items()})


def _rounded(metres: float) -> float | None:
    """Centimetres; NULL where it is not known."""
    return round(float(metres), 2) if np.isfinite(metres) else None


def _rows_of(fields: list[OutputField], rows: np.ndarray) -> list[OutputField]:
    chosen = rows.tolist()
    return [OutputField(one.name, one.kind, [one.values[row] for row in chosen], one.alias) for one in fields]
