"""The registers of a merge: which column of which layer is what, and all their rows as records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from ...texts import tr
from .layer_names import named_layers

if TYPE_CHECKING:
    from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext

    from ...analysis.records.linking.types import Records
    from ...layers.sources import VectorInput
    from ...layers.table import Table
    from ..run import Run

FIELD_ROLES = {
    "NAME_FIELD": "name",
    "BRANCH_FIELD": "branch",
    "ADDRESS_FIELD": "road_address",
    "LOT_FIELD": "lot_address",
    "FLOOR_FIELD": "floor",
    "UNIT_FIELD": "unit",
    "PHONE_FIELD": "phone",
    "CATEGORY_FIELD": "category",
    "OPENED_FIELD": "opened",
    "CLOSED_FIELD": "closed",
    "STATUS_FIELD": "status",
}
"""Parameter -> role of the column that it names."""
VERDICT_FIELDS = ("register_a", "source_id_a", "register_b", "source_id_b", "decision")
"""What a table of decisions must have; REVIEW has them."""
NONE = "-"
"""Said in place of a column: this register has none, do not look for one."""


@dataclass
class Register:
    """One layer: its name, what its columns are, and its rows.

    Attributes:
        roles: role -> column. rows: of the layer. first: number of its first row among all rows.
        fid: (rows,) feature ids. identity: (rows,) text ids as they stand in the layer, or feature ids.
        labels: column -> what the layer calls it. unread_dates: texts of its dates that are none.
    """

    name: str
    roles: dict[str, str]
    rows: int = 0
    first: int = 0
    fid: np.ndarray = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    identity: np.ndarray = field(default_factory=lambda: np.zeros(0, dtype=object))
    unread_dates: int = 0
    labels: dict[str, str] = field(default_factory=dict)


def list_of(text: str, count: int) -> list[str] | None:
    """One item per layer: a single name for all, or one per layer in order; None for another number of names."""
    items = [item.strip() for item in text.split(",")]
    if len(items) == 1:
        return items * count
    return items if len(items) == count else None


def field_problems(algorithm: QgsProcessingAlgorithm, parameters: dict, context: QgsProcessingContext) -> Iterator[str]:
    """Lists of another length than the layers, and names that a layer does not have."""
    layers = algorithm.parameterAsLayerList(parameters, "LAYERS", context) or []
    if not layers:
        return
    for parameter in (*FIELD_ROLES, "ID_FIELD"):
        text = algorithm.parameterAsString(parameters, parameter, context).strip()
        label = algorithm.page.entry(parameter).label
        names = list_of(text, len(layers))
        if names is None:
            yield tr(
                "{parameter}: one name for all layers is needed, or one for each of the {count} layers in order, "
                "separated by commas (empty: found by its name)."
            ).format(parameter=label, count=len(layers))
            continue
        yield from _absent(label, names, layers, one_for_all="," not in text)


def _absent(label: str, names: list[str], layers: list, *, one_for_all: bool) -> Iterator[str]:
    missing = []
    for name, layer in zip(names, layers):
        known = [item.name() for item in layer.fields()] if hasattr(layer, "fields") else []
        if name and name != NONE and name not in known:
            missing.append((name, layer.name(), known))
    if missing and not (one_for_all and len(missing) < len(layers)):  # one name for all need not be in each layer
        name, title, known = missing[0]
        yield tr("{parameter}: the layer '{layer}' has no field '{field}'. It has: {fields}.").format(
            parameter=label, layer=title, field=name, fields=", ".join(known[:30])
        )


def read_registers(run: Run) -> tuple[list[Register], Records]:
    """All rows of all layers, in the order of the layers; no row is left out."""
    registers, tables, places = [], [], []
    layers = named_layers(run.inputs["LAYERS"])
    for number, layer in enumerate(layers):
        run.tick(number / len(layers))
        register = Register(layer.name, _roles(run, number, layer.source))
        register.labels = {item.name: item.alias for item in layer.source.fields if item.alias}
        identity = _chosen(run, "ID_FIELD", number)
        identity = identity if identity in layer.source.field_names() else ""
        columns = list(dict.fromkeys([*register.roles.values(), *([identity] if identity else []), *_extras(run)]))
        columns = [name for name in columns if name in layer.source.field_names()]
        table, xy = run.read_with_places("LAYERS", columns, layer.source)
        register.rows, register.fid = len(table), table.fid
        register.first = sum(one.rows for one in registers)
        register.identity = table.texts(identity) if identity else table.fid.astype(str).astype(object)
        registers.append(register)
        tables.append(table)
        places.append(xy)
        _tell_roles(run, register)
    return registers, _records(run, registers, tables, places)


def _roles(run: Run, number: int, source: VectorInput) -> dict[str, str]:
    """Role -> column of the layer of this number: what the user says, else what names and labels tell."""
    from ...analysis.records.linking.roles import columns_of

    columns = source.field_names()
    roles = columns_of(columns)
    taken = set(roles.values())
    labels = {item.alias: item.name for item in source.fields if item.alias and item.name not in taken}
    for role, label in columns_of(labels).items():
        roles.setdefault(role, labels[label])
    for parameter, role in FIELD_ROLES.items():
        said = _chosen(run, parameter, number)
        if said == NONE:
            roles.pop(role, None)
        elif said in columns:
            roles[role] = said
    return roles


def _chosen(run: Run, parameter: str, number: int) -> str:
    names = list_of(run.text(parameter), len(run.inputs["LAYERS"]))
    return names[number] if names else ""


def _extras(run: Run) -> list[str]:
    return [name.strip() for name in run.text("COMPARE_FIELDS").split(",") if name.strip()]


def columns_told(run: Run, register: Register) -> str:
    """What is what in a register, for people: ``name: biz_name (사업장명), phone: c007 (전화번호)``."""
    told = []
    for parameter, role in FIELD_ROLES.items():
        column = register.roles.get(role)
        if column is not None:
            label = register.labels.get(column, "")
            shown = f"{column} ({label})" if label and label != column else column
            told.append(f"{run.algorithm.page.entry(parameter).label}: {shown}")
    return ", ".join(told)


def _tell_roles(run: Run, register: Register) -> None:
    """Which columns are used, so that a wrong guess is seen at once."""
    used = columns_told(run, register)
    run.info(tr("{layer}: {rows:,} rows. {used}").format(layer=register.name, rows=register.rows, used=used))
    if "name" not in register.roles:
        run.warn(
            tr(
                "{layer}: no column with names was found, so that its rows cannot be recognized elsewhere: each stays "
                "by itself. Name the column under advanced parameters if there is one."
            ).format(layer=register.name)
        )


def _records(run: Run, registers: list[Register], tables: list[Table], places: list[np.ndarray]) -> Records:
    from ...analysis.records.linking.roles import days_of, open_rows
    from ...analysis.records.linking.types import Records

    def column(role: str) -> np.ndarray:
        return np.concatenate([_texts(table, one.roles.get(role, "")) for one, table in zip(registers, tables)])

    opened, closed, is_open = [], [], []
    for register, table in zip(registers, tables):
        dates = {role: days_of(_texts(table, register.roles.get(role, ""))) for role in ("opened", "closed")}
        register.unread_dates = sum(days.unread for days in dates.values())
        opened.append(dates["opened"].values)
        closed.append(dates["closed"].values)
        status = register.roles.get("status", "")
        is_open.append(open_rows(_texts(table, status) if status else None, dates["closed"].values))
        if register.unread_dates:
            run.warn(
                tr("{layer}: {count:,} dates could not be read and are treated as unknown.").format(
                    layer=register.name, count=register.unread_dates
                )
            )
    extra = {
        name: np.concatenate([_texts(table, name if name in table.frame.columns else "") for table in tables])
        for name in _extras(run)
    }
    floor, unit = column("floor"), column("unit")
    detail = np.array([_detail(a, b) for a, b in zip(floor.tolist(), unit.tolist())], dtype=object)
    profile = run.choice("PROFILE")
    names = column("name")
    return Records(
        register=np.repeat(np.arange(len(registers), dtype=np.int16), [one.rows for one in registers]),
        registers=tuple(one.name for one in registers),
        name=names,
        address=column("road_address"),
        lot_address=column("lot_address"),
        phone=column("phone"),
        category=column("category"),
        xy=np.concatenate(places),
        opened=np.concatenate(opened),
        closed=np.concatenate(closed),
        is_open=np.concatenate(is_open),
        extra=extra,
        profile=profile,
        branch=column("branch") if any("branch" in one.roles for one in registers) else None,
        detail=detail if any(detail) else None,
    )


def _texts(table: Table, name: str) -> np.ndarray:
    """A column as text, "" where there is nothing or no such column."""
    if not name:
        return np.full(len(table), "", dtype=object)
    values = table.texts(name)
    values[values == None] = ""  # noqa: E711 - elementwise
    return values


def _detail(floor: str, unit: str) -> str:
    """Floor and room as an address says them: ``3층 302호``."""
    parts = []
    if floor:
        parts.append(floor if floor.endswith(("층", "F", "f")) or not floor.lstrip("-").isdigit() else f"{floor}층")
    if unit:
        parts.append(unit if unit.endswith("호") or not unit.isdigit() else f"{unit}호")
    return " ".join(parts)
