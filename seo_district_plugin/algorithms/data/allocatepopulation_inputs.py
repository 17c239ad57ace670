"""Zones, counts and targets of an allocation, as they are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ...layers.expressions import first_true_rule, python_values, split_rules
from ...texts import tr
from ..carry import geometry_of
from .allocatepopulation_checks import named_columns

if TYPE_CHECKING:
    from qgis.core import Qgis

    from ...analysis.population.counts import Match
    from ...analysis.population.zonecounts import Settings, ZoneCounts
    from ...analysis.zones.shapes import Polygons
    from ...layers.sources import VectorInput
    from ..run import Run

CODE_NAMES = ("zone_code", "adm_cd", "adm_cd2", "adm_dr_cd", "emd_cd", "dong_code", "dong_cd", "hcode",
              "tot_oa_cd", "tot_reg_cd", "tract_cd", "grid_cd",
              "cell", "gid", "area_cd", "code", "zone", "행정동코드", "행정기관코드", "집계구코드", "격자코드",
              "행정구역", "area", "geoid", "id")  # fmt: skip
"""Fields that usually hold the code of a zone, the ones to be preferred first."""

FLAG_NAMES = ("flags", "flag", "source_flags")
"""Fields in which an import notes what was masked in a row."""

SMALLEST_CELL = 2400.0
"""Square meters: a national cell of 50 m has 2,500; no building that stands in rows of equal ones is so large."""
SAME_SIZE, MOST = 0.001, 0.5


@dataclass
class CountRows:
    """Rows of counts as they were read: code and feature id of each, cells by column, notes of the import."""

    codes: list[object]
    ids: list[int]
    columns: dict[str, Sequence[object]]
    flags: list[object] | None


@dataclass
class Zones:
    """Polygons of the zones with their codes; ``rows``: what the zones themselves say of people."""

    wkb: list[bytes]
    polygons: Polygons
    areas: np.ndarray
    codes: list[object]
    rows: CountRows


@dataclass
class People:
    """The counts of the zones, and how their rows were found; ``row_ids``: feature ids of the rows of counts."""

    counts: ZoneCounts
    match: Match
    row_codes: list[object]
    row_ids: list[int]


@dataclass
class Targets:
    """Where people are put.

    Attributes:
        weights: (t,) or None when there is no field of weights; 0 where people do not live (``homes`` False).
        building: True when the targets are so fine that the result must stay inside the office.
    """

    wkb: list[bytes]
    wkb_type: Qgis.WkbType
    centers: np.ndarray
    areas: np.ndarray | None
    ids: list
    id_kind: str
    weights: np.ndarray | None
    homes: np.ndarray
    building: bool
    missing_weights: int

    def __len__(self) -> int:
        return len(self.wkb)


# ---------------------------------------------------------------------- zones and counts
def read_zones(run: Run) -> Zones:
    """Read the zones; with the counts when there is no table of counts."""
    given = run.inputs["ZONES"]
    field = run.field("ZONE_FIELD") or (_code_field(run, given) if run.given("COUNTS") else "")
    names = [] if run.given("COUNTS") else _count_names(run, given, field)
    flag = "" if run.given("COUNTS") else _flag_field(given)
    wanted = list(dict.fromkeys([*([field] if field else []), *names, *([flag] if flag else [])]))
    table = run.read("ZONES", wanted, "polygon")
    shape = geometry_of(table)
    tables = [table]
    if table.rejected and names:
        tables.append(_without_shape(run, wanted, table))

    def column(name: str) -> list[object]:
        return [value for part in tables for value in python_values(part, name)]

    ids = [int(fid) for part in tables for fid in part.fid]
    codes = column(field) if field else [str(fid) for fid in ids]
    rows = CountRows(codes, ids, {name: column(name) for name in names}, column(flag) if flag else None)
    return Zones(shape.wkb, shape.polygons, shape.areas, codes[: len(table)], rows)


def _without_shape(run: Run, wanted: list[str], table):
    """The zones that were left out for their geometry: their people are not lost, but cannot be placed."""
    whole = run.inputs["ZONES"].read(wanted, want="none", tick=run.tick)
    keep = ~np.isin(whole.fid, table.fid)
    whole.frame, whole.fid = whole.frame[keep].reset_index(drop=True), whole.fid[keep]
    return whole


def read_people(run: Run, zones: Zones, settings: Settings) -> People:
    """The people of each zone and group, from the table of counts or from the zones themselves."""
    from ...analysis.population.counts import match_rows
    from ...analysis.population.zonecounts import zone_counts

    rows = _table_of_counts(run) if run.given("COUNTS") else zones.rows
    match = match_rows(zones.codes, rows.codes)
    counts = zone_counts(rows.codes, rows.columns, match, settings, rows.flags, run.tick)
    people = People(counts, match, rows.codes, rows.ids)
    _tell(run, people)
    return people


def _table_of_counts(run: Run) -> CountRows:
    from ...analysis.population.counts import wide_form

    given = run.inputs["COUNTS"]
    field = run.field("CODE_FIELD") or _code_field(run, given, run.field("ZONE_FIELD"))
    item, value = run.field("ITEM_FIELD"), run.field("VALUE_FIELD")
    if item:
        table = run.read("COUNTS", list(dict.fromkeys([field, item, value])), "none")
        codes, columns = wide_form(*(python_values(table, name) for name in (field, item, value)))
        wanted = named_columns(run.text("COUNT_FIELDS"))
        kept = {name: cells for name, cells in columns.items() if not wanted or name in wanted}
        return CountRows(codes, list(range(1, len(codes) + 1)), kept, None)
    names, flag = _count_names(run, given, field), _flag_field(given)
    table = run.read("COUNTS", list(dict.fromkeys([field, *names, *([flag] if flag else [])])), "none")
    columns = {name: python_values(table, name) for name in names}
    flags = python_values(table, flag) if flag else None
    return CountRows(python_values(table, field), table.fid.tolist(), columns, flags)


def _count_names(run: Run, given: VectorInput, code_field: str) -> list[str]:
    """Columns to look at: those named, else those whose names tell that they count people."""
    from ...analysis.errors import AnalysisError
    from ...analysis.population.ages import read_column

    named = named_columns(run.text("COUNT_FIELDS"))
    if named:
        return named
    names = [name for name in given.field_names() if name != code_field]
    known = [name for name in names if read_column(name) is not None]
    if not known:
        raise AnalysisError("counts_no_columns", columns=names)
    return known


def _code_field(run: Run, given: VectorInput, like: str = "") -> str:
    """The field that holds the codes: called as in the other layer, else as such fields usually are; it is said."""
    from ...analysis.errors import AnalysisError

    names = given.field_names()
    by_lower = {name.lower().strip(): name for name in reversed(names)}
    found = by_lower.get(like.lower()) if like else None
    found = found or next((by_lower[name] for name in CODE_NAMES if name in by_lower), "")
    if not found:
        raise AnalysisError("zone_field_needed", layer=given.title, fields=names)
    run.info(tr("Zone codes of '{layer}' are taken from its field '{field}'.").format(layer=given.title, field=found))
    return found


def _flag_field(given: VectorInput) -> str:
    return next((info.name for info in given.fields if info.kind == "text" and info.name.lower() in FLAG_NAMES), "")


def _tell(run: Run, people: People) -> None:
    """What was found in the counts, in the log; the report says the same at more length."""
    counts = people.counts
    run.info(tr("Counted columns: {columns}").format(columns=_listed(counts.columns)))
    for row in counts.total_rows:
        run.reject(_title(run), people.row_ids[row], tr("a total of other rows"), str(people.row_codes[row]))
    if counts.orphans:
        run.warn(
            tr(
                "{count:,} rows of counts belong to no zone (for example {codes}): their people are unallocated."
            ).format(count=len(counts.orphans), codes=_listed([people.row_codes[row] for row, _ in counts.orphans]))
        )
    if counts.without_row:
        codes = [people.match.codes[zone] for zone in counts.without_row]
        run.warn(
            tr("{count:,} zones have no row of counts (for example {codes}): nobody was put there.").format(
                count=len(codes), codes=_listed(codes)
            )
        )
    if counts.blanks:
        run.warn(
            tr("{count:,} cells of {zones:,} zones have no count: nobody is counted there. Are they hidden?").format(
                count=sum(number for _, number in counts.blanks), zones=len(counts.blanks)
            )
        )


def _title(run: Run) -> str:
    return run.inputs["COUNTS" if run.given("COUNTS") else "ZONES"].title


def _listed(items: Sequence[object], most: int = 5) -> str:
    shown = ", ".join(str(item) for item in items[:most])
    return shown + (" ..." if len(items) > most else "")


# ---------------------------------------------------------------------- targets
def read_targets(run: Run) -> Targets:
    """Read the targets with their weights, and which of them people live in."""
    given = run.inputs["TARGETS"]
    rules = split_rules(run.text("RESIDENTIAL"))
    id_field = run.field("TARGET_ID_FIELD") or next((n for n in given.field_names() if n.lower() == "id"), "")
    weight = run.field("WEIGHT_FIELD")
    names = None if rules else list(dict.fromkeys(name for name in (id_field, weight) if name))
    table = run.read("TARGETS", names, "any")
    shape = geometry_of(table)
    homes = np.ones(len(table), dtype=bool)
    if rules:
        homes = np.array([bool(rule) for rule in first_true_rule(rules, given, table, run.tick)], dtype=bool)
        run.info(
            tr("{homes:,} of {targets:,} targets are residential.").format(homes=int(homes.sum()), targets=len(table))
        )
    weights, missing = None, 0
    if weight:
        weights = table.numbers(weight)
        missing = int((~np.isfinite(weights)).sum())
    ids, id_kind = table.fid.tolist(), "int"
    if id_field:
        kinds = {info.name: info.kind for info in given.fields}
        id_kind = "int" if kinds[id_field] == "int" else "text"
        ids = python_values(table, id_field) if id_kind == "int" else table.texts(id_field).tolist()
    building = _is_building(run.choice("LEVEL"), shape.areas)
    return Targets(
        shape.wkb, shape.wkb_type, shape.centers, shape.areas, ids, id_kind, weights, homes, building, missing
    )


def _is_building(level: str, areas: np.ndarray | None) -> bool:
    """True unless the targets are cells: told so, or of one size and large."""
    if level != "auto":
        return level == "building"
    if areas is None or not len(areas):
        return True
    typical = float(np.median(areas))
    same = np.abs(areas - typical) <= SAME_SIZE * typical
    return typical < SMALLEST_CELL or float(same.mean()) <= MOST
