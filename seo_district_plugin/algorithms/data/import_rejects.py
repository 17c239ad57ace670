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
FEW = 200  # columns; a table of more has only those that hold something
_HELD = 50_000  # rows held until the end
_BLOCK = 2000
_LONGEST = 1_000_000  # characters of a row that is no table row


class Rejects:
    """Gathers rejected rows of all kinds in one table; only counts where nobody asked for it.

    Rows are held until the end, to be written in the order of their files and rows; only very many are written as
    they come. Of a folder with very many columns only those are written that hold something.
    """

    def __init__(self, run: Run, kinds: Sequence[KindPlan]) -> None:
        self.count = 0
        self._run, self._wanted = run, run.wanted(NAME)
        self._stream: StreamedLayer | None = None
        self._names: dict[str, str] = {}  # key of a column -> field
        self._labels: dict[str, str] = {}
        self._places: dict[int, list[str]] = {}
        self._files: dict[str, int] = {}
        self._rows: list[tuple[str, int, str, str | None, dict[str, str]]] = []
        for plan in (plan for kind in kinds for plan in kind.files):
            self._files[plan.name] = len(self._files)
            self._places[id(plan)] = [self._field(plan, index) for index in range(len(plan.intake.columns))]

    def _field(self, plan: FilePlan, index: int) -> str:
        """The field of a source column: columns of one header share it. Empty beyond the most columns."""
        from ...analysis.records.schemas import header_key

        column, known = plan.intake.columns[index], plan.match.columns[index]
        key = column.name if known is not None else f" {column.header}"
        name = self._names.get(key)
        if name is not None or len(self._labels) >= MOST:
            return name or ""
        name, number = column.name, 1
        while name in self._labels or name in FIXED:
            number += 1
            tail = f"_{number}"
            name = column.name[: 10 - len(tail)] + tail
        self._names[key] = name
        meaning = column.label.get(language()) or column.label.get("en") or column.title
        same = header_key(meaning) == header_key(column.title)
        self._labels[name] = meaning if same else f"{meaning} ({column.title})"
        return name

    def add(self, plan: FilePlan, number: int, reason: str, row: Sequence[str]) -> None:
        """A row that has all its columns."""
        self.count += 1
        if not self._wanted:
            return
        cells, beyond = {}, []
        for name, cell, column in zip(self._places[id(plan)], row, plan.intake.columns):
            if name and cell:
                cells[name] = cell
            elif cell:
                beyond.append(f"{column.header}={cell}")
        self._push((plan.name, number, reason, "; ".join(beyond) or None, cells))

    def add_layer_rows(self, rows: Sequence[tuple[str, int, str, str]]) -> None:
        """Features of the other layers of the run that could not be used: layer, feature id, reason, detail."""
        for layer, row, reason, detail in rows if self._wanted else ():
            self._push((layer, row, reason, detail or None, {}))

    def add_bad(self, plan: FilePlan, bad: BadRow, reason: str) -> None:
        """A record that is no row of the table: its cells as they are."""
        self.count += 1
        if self._wanted:
            self._push((plan.name, bad.number, reason, "\t".join(bad.cells)[:_LONGEST], {}))

    def close(self) -> None:
        """Write what has been gathered."""
        if not self._wanted:
            return
        self._rows.sort(key=lambda row: (self._files.get(row[0], len(self._files)), row[1]))
        if self._stream is None:
            used = {name for row in self._rows for name in row[4]}
            self._open([name for name in self._labels if len(self._labels) <= FEW or name in used])
        self._write()

    def _push(self, row: tuple[str, int, str, str | None, dict[str, str]]) -> None:
        self._rows.append(row)
        if len(self._rows) >= _HELD:
            if self._stream is None:
                self._open(list(self._labels))
            self._write()

    def _open(self, names: list[str]) -> None:
        self._columns = names
        fields = [OutputField(name, "int" if name == "row" else "text", []) for name in FIXED]
        fields += [OutputField(name, "text", [], self._labels[name]) for name in names]
        self._stream = self._run.stream(NAME, fields, Qgis.WkbType.NoGeometry, QgsCoordinateReferenceSystem())

    def _write(self) -> None:
        for begin in range(0, len(self._rows), _BLOCK):
            block = self._rows[begin : begin + _BLOCK]
            columns: list[list] = [[row[place] for row in block] for place in range(len(FIXED))]
            columns += [[row[4].get(name) for row in block] for name in self._columns]
            self._stream.add(columns, None)
        self._rows.clear()
