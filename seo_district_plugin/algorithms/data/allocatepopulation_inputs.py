"""Zones, counts and targets of an allocation, as they are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ...layers.expressions import first_true_rule, python_values, split_rules
from ...texts import tr
from ..carry import geometry_of
from ..naming import NAME_ENDS, NAMES, name_field
from .allocatepopulation_checks import named_columns

if TYPE_CHECKING:
    from qgis.core import Qgis, QgsCoordinateReferenceSystem

    from ...analysis.population.counts import Match
    from ...analysis.population.zonecounts import Settings, ZoneCounts
    from ...analysis.zones.shapes import Polygons
    from ...layers.sources import VectorInput
    from ...layers.table import Table
    from ..carry import Shape
    from ..run import Run

CODE_NAMES = ("zone_code", "adm_cd", "adm_cd2", "adm_dr_cd", "emd_cd", "dong_code", "dong_cd", "hcode",
              "tot_oa_cd", "tot_reg_cd", "tract_cd", "grid_cd",
              "cell", "gid", "area_cd", "code", "zone", "행정동코드", "행정기관코드", "집계구코드", "격자코드",
              "행정구역", "area", "geoid", "id")  # fmt: skip
"""Fields that usually hold the code of a zone, the ones to be preferred first."""

AGE_NAMES = ("age", "ages", "연령", "나이", "연령별")
"""Item fields whose bare numbers are years of age."""

FLAG_NAMES = ("flags", "flag", "source_flags")
"""Fields in which an import notes what was masked in a row."""

CELL_CODES = ("grid_cd", "code", "gid", "격자코드")
"""Fields that hold the code of a cell, as grids have them; written along, so that other data can be joined."""

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
    """Polygons of the zones with their codes and names; ``rows``: what the zones themselves say of people."""

    wkb: list[bytes]
    polygons: Polygons
    areas: np.ndarray
    codes: list[object]
    names: list[str | None]
    rows: CountRows


@dataclass
class People:
    """The counts of the zones, and how their rows were found.

    Attributes:
        row_codes, row_ids: codes and feature ids of the rows of counts.
        names: (z,) of the zones, empty where none is known.
    """

    counts: ZoneCounts
    match: Match
    row_codes: list[object]
    row_ids: list[int]
    names: list[str]


@dataclass
class Targets:
    """Where people are put.

    Attributes:
        wkb, wkb_type, crs: shapes as the layer has them. placed, centers, areas: in the CRS of the run.
        code: name, kind, values and label of the code of the cells, when there is one.
        weights: (t,) or None when there is no field of weights; 0 where people do not live (``homes`` False).
        building: True when the targets are so fine that the result must stay inside the office.
    """

    wkb: list[bytes]
    wkb_type: Qgis.WkbType
    crs: QgsCoordinateReferenceSystem
    placed: list[bytes]
    centers: np.ndarray
    areas: np.ndarray | None
    ids: list
    id_kind: str
    code: tuple[str, str, list, str] | None
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
    if not run.given("COUNTS"):
        run.instead["COUNTS"] = tr("the fields of the zones themselves")
    field = run.field("ZONE_FIELD") or (_code_field(run, given) if run.given("COUNTS") else "")
    names = [] if run.given("COUNTS") else _count_names(run, given, field)
    flag = "" if run.given("COUNTS") else _flag_field(given)
    called = _zone_names(given, [field, *names])
    wanted = list(dict.fromkeys(name for name in (field, *names, flag, called) if name))
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
    titles = table.texts(called).tolist() if called else [None] * len(table)
    return Zones(shape.wkb, shape.polygons, shape.areas, codes[: len(table)], titles, rows)


def _zone_names(given: VectorInput, used: Sequence[str]) -> str:
    """The field with the names of the zones, when one is called so; empty for none."""
    found = name_field(given)
    key = found.lower().replace(" ", "")
    known = key in NAMES or key.endswith(NAME_ENDS) or "name" in key
    return found if known and found not in used else ""


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
    names = [""] * len(match.codes)
    for zone, name in zip(match.zone.tolist(), zones.names):
        if zone >= 0 and name and not names[zone]:
            names[zone] = str(name)
    people = People(counts, match, rows.codes, rows.ids, names)
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
        kept = {_age_name(item, name): cells for name, cells in columns.items() if not wanted or name in wanted}
        return CountRows(codes, list(range(1, len(codes) + 1)), kept, None)
    names, flag = _count_names(run, given, field), _flag_field(given)
    table = run.read("COUNTS", list(dict.fromkeys([field, *names, *([flag] if flag else [])])), "none")
    columns = {name: python_values(table, name) for name in names}
    flags = python_values(table, flag) if flag else None
    return CountRows(python_values(table, field), table.fid.tolist(), columns, flags)


def _age_name(field: str, item: str) -> str:
    """The item as the name of a column: the bare numbers of a field of ages are years of age."""
    return f"age_{item}" if field.lower() in AGE_NAMES and item.isdigit() else item


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
    missed = len(counts.rows_missed) + len(counts.sums_missed)
    if missed:
        run.warn(unmet_text(missed))


def unmet_text(missed: int) -> str:
    """That hidden counts within their range cannot be what totals say."""
    return tr(
        "{count:,} totals cannot be met by hidden counts within their range: the range, or the totals, may be wrong."
    ).format(count=missed)


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
    code = next((own for name in CELL_CODES for own in given.field_names() if own.lower() == name), "")
    names = None if rules else list(dict.fromkeys(name for name in (id_field, weight, code) if name))
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
        id_kind, ids, _ = _carried(given, table, id_field)
    building = _is_building(run.choice("LEVEL"), shape.areas)
    # A building may be registered under a code that tells more than where it stands: only cells take theirs along.
    kept = (code, *_carried(given, table, code)) if code and not building else None
    wkb, wkb_type, crs = _own_shapes(run, given, table, shape)
    return Targets(
        wkb, wkb_type, crs, shape.wkb, shape.centers, shape.areas, ids, id_kind, kept, weights, homes, building, missing
    )


def _carried(given: VectorInput, table: Table, name: str) -> tuple[str, list, str]:
    """Kind, values and label of a field that is written along: whole numbers or text."""
    info = next(info for info in given.fields if info.name == name)
    if info.kind == "int":
        return "int", python_values(table, name), info.alias
    return "text", table.texts(name).tolist(), info.alias


def _own_shapes(
    run: Run, given: VectorInput, table: Table, shape: Shape
) -> tuple[list[bytes], Qgis.WkbType, QgsCoordinateReferenceSystem]:
    """The targets as their layer has them, in its CRS: read once more, as moving them back would not be exact."""
    if given.crs == run.crs:
        return shape.wkb, shape.wkb_type, run.crs
    again = given.read([], want="any", tick=run.tick)
    own = geometry_of(again)
    row = {fid: at for at, fid in enumerate(again.fid.tolist())}
    at = [row.get(fid) for fid in table.fid.tolist()]
    if None in at:  # usable in the one CRS only: what was computed with is written
        return shape.wkb, shape.wkb_type, run.crs
    return [own.wkb[place] for place in at], own.wkb_type, given.crs


def _is_building(level: str, areas: np.ndarray | None) -> bool:
    """True unless the targets are cells: told so, or of one size and large."""
    if level != "auto":
        return level == "building"
    if areas is None or not len(areas):
        return True
    typical = float(np.median(areas))
    same = np.abs(areas - typical) <= SAME_SIZE * typical
    return typical < SMALLEST_CELL or float(same.mean()) <= MOST
