"""All rows that were not imported, with every column they had, where they stood, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsCoordinateReferenceSystem

from ...layers.outputs import OutputField
from ...texts import language

if TYPE_CHECKING:
    from ...layers.publicdata import BadRow
    from ...layers.streams import StreamedLayer
    from ..run import Run
    from .import_plan import FilePlan, KindPlan

NAME = "REJECTED"
FIXED = ("source_file", "row", "reason", "cells")
MOST = 1500  # columns; what is beyond goes into "cells"
_FLUSH = 5000
_LONGEST = 1_000_000  # characters of a row that is no table row


class Rejects:
    """Gathers rejected rows of all kinds in one table; only counts where nobody asked for it."""

    def __init__(self, run: Run, kinds: Sequence[KindPlan]) -> None:
        self.count = 0
        self._stream: StreamedLayer | None = None
        if not run.wanted(NAME):
            return
        self._names: dict[str, str] = {}  # key of a column -> field
        labels: dict[str, str] = {}
        self._places: dict[int, list[str]] = {}
        for kind in kinds:
            for plan in kind.files:
                self._places[id(plan)] = [self._field(plan, index, labels) for index in range(len(plan.intake.columns))]
        fields = [OutputField(name, "int" if name == "row" else "text", []) for name in FIXED]
        fields += [OutputField(name, "text", [], label) for name, label in labels.items()]
        self._order = [*FIXED, *labels]
        self._at = {name: place for place, name in enumerate(self._order)}
        self._rows: list[list] = []
        crs = QgsCoordinateReferenceSystem()
        self._stream = run.stream(NAME, fields, Qgis.WkbType.NoGeometry, crs)

    def _field(self, plan: FilePlan, index: int, labels: dict[str, str]) -> str:
        """The field of a source column: columns of one header share it. Empty beyond the most columns."""
        column, known = plan.intake.columns[index], plan.match.columns[index]
        key = column.name if known is not None else f" {column.header}"
        name = self._names.get(key)
        if name is not None or len(labels) >= MOST:
            return name or ""
        name, number = column.name, 1
        while name in labels or name in FIXED:
            number += 1
            tail = f"_{number}"
            name = column.name[: 10 - len(tail)] + tail
        self._names[key] = name
        meaning = column.label.get(language()) or column.label.get("en") or column.title
        labels[name] = meaning if meaning == column.title else f"{meaning} ({column.title})"
        return name

    def add(self, plan: FilePlan, number: int, reason: str, row: Sequence[str]) -> None:
        """A row that has all its columns."""
        self.count += 1
        if self._stream is None:
            return
        made: list = [None] * len(self._order)
        made[0], made[1], made[2] = plan.name, number, reason
        beyond = []
        for name, cell, column in zip(self._places[id(plan)], row, plan.intake.columns):
            if name:
                made[self._at[name]] = cell or None
            elif cell:
                beyond.append(f"{column.header}={cell}")
        made[3] = "; ".join(beyond) or None
        self._push(made)

    def add_layer_rows(self, rows: Sequence[tuple[str, int, str, str]]) -> None:
        """Features of the other layers of the run that could not be used: layer, feature id, reason, detail."""
        for layer, row, reason, detail in rows if self._stream is not None else ():
            made: list = [None] * len(self._order)
            made[:4] = layer, row, reason, detail or None
            self._push(made)

    def add_bad(self, plan: FilePlan, bad: BadRow, reason: str) -> None:
        """A record that is no row of the table: its cells as they are."""
        self.count += 1
        if self._stream is None:
            return
        made: list = [None] * len(self._order)
        made[0], made[1], made[2] = plan.name, bad.number, reason
        made[3] = "\t".join(bad.cells)[:_LONGEST]
        self._push(made)

    def _push(self, row: list) -> None:
        self._rows.append(row)
        if len(self._rows) >= _FLUSH:
            self.flush()

    def flush(self) -> None:
        """Write what has been gathered."""
        if self._stream is not None and self._rows:
            self._stream.add([list(column) for column in zip(*self._rows)], None)
            self._rows.clear()
