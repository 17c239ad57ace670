"""Rows on their way into tables: one table per kind of file, and one for all rows that are rejected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qgis.core import Qgis

from ...layers.outputs import OutputField
from ...layers.promote import wkb_type
from ...layers.styling import Style
from ...texts import language
from .import_places import crs_of
from .import_plan import title_of
from .import_rows import FROM_FILE, GridRows, PointRows, ShapeRows, TableRows

if TYPE_CHECKING:
    from ...analysis.errors import AnalysisError
    from ...analysis.records.intake import Sorted
    from ...layers.publicdata import RowBlock
    from ...layers.streams import StreamedLayer
    from ..run import Run
    from .import_fill import AddressFill
    from .import_places import Places
    from .import_plan import FilePlan, KindPlan

MAIN = "OUTPUT"
BLOCK = (
    3000  # rows: few enough for their texts to stay in the processor's cache, which halves the time of all that follows
)


@dataclass
class FileCount:
    """Where the rows of a file went: read = imported + rejected + filtered."""

    name: str
    schema: str
    table: bool
    read: int = 0
    imported: int = 0
    filtered: int = 0
    filled: int = 0
    reasons: Counter = field(default_factory=Counter)
    epsg: int = 0
    verdict: str = ""
    swapped: bool = False
    scale: float = 1.0
    rivals: tuple[int, ...] = ()

    @property
    def rejected(self) -> int:
        return sum(self.reasons.values())

    @property
    def adds_up(self) -> bool:
        return self.read == self.imported + self.rejected + self.filtered


class TableImport:
    """Fills the table of one kind, file after file."""

    def __init__(
        self,
        run: Run,
        kind: KindPlan,
        places: Places,
        rejects,
        fill: AddressFill | None,
        given: int,
        reason_text,
        several: bool = False,
        alone: bool = True,
    ) -> None:
        self.run, self.kind, self.places = run, kind, places
        self._rejects, self.fill, self.given = rejects, fill, given
        self._reason_text: Callable[[str], str] = reason_text
        self._alone = alone  # no other file is there: what is wrong with this one ends the run
        self._several = several  # other tables will stand in the same file
        self._stream: StreamedLayer | None = None
        self._epsg = 0
        self.counts: list[FileCount] = []

    def fill_from_files(self, tick: Callable[[float], None]) -> StreamedLayer:
        """Import all files; returns the closed table. ``tick`` takes the bytes read so far."""
        before = 0
        for plan in self.kind.files:
            size = plan.opened.part.size
            self._file(plan, lambda part, before=before, size=size: tick(before + size * part))
            before += size
        if self._stream is None:
            self._open(self.kind.schema.crs[0] if self.kind.schema.crs else 0)
        self._stream.close()
        return self._stream

    # ------------------------------------------------------------------ one file
    def _file(self, plan: FilePlan, tick: Callable[[float], None]) -> None:
        count = FileCount(plan.name, title_of(plan.match.schema), self.kind.shape == "none")
        self.counts.append(count)
        take = self._taker(plan, count)
        width = len(plan.match.headers)
        blocks = plan.opened.blocks(plan.match.header_row + 1, width, size=BLOCK, tick=tick)
        for block in blocks:
            count.read += len(block.rows) + len(block.bad)
            for bad in block.bad:
                count.reasons[bad.code] += 1
                self._rejects.add_bad(plan, bad, self._reason_text(bad.code))
            kept = plan.intake.sort(block.numbers, block.rows)
            count.filtered += kept.filtered
            self.reject(plan, count, kept.rejected)
            take.block(kept, _shapes_of(block, kept))
        take.end()

    def _taker(self, plan: FilePlan, count: FileCount) -> TableRows:
        """Who places the rows of a file."""
        if self.kind.shape == "none":
            return TableRows(self, plan, count)
        if plan.opened.part.kind == "vector" and plan.opened.geometry != "none":
            return ShapeRows(self, plan, count)
        if self.kind.schema.geometry == "grid":
            return GridRows(self, plan, count)
        return PointRows(self, plan, count)

    def reject(self, plan: FilePlan, count: FileCount, rejected: Sequence[tuple[int, str, list[str]]]) -> None:
        for number, code, row in rejected:
            count.reasons[code] += 1
            self._rejects.add(plan, number, self._reason_text(code), row)

    def go_on(self, error: AnalysisError) -> bool:
        """Whether the run goes on without a file that lies nowhere; its rows are left out then, and that is said."""
        from ..messages import error_text

        if not self._alone:
            self.run.warn(error_text(error))
        return not self._alone

    # ------------------------------------------------------------------ writing
    def target_epsg(self, epsg: int) -> int:
        """The CRS of the table: that of its first file; the table is opened with it."""
        if self._stream is None:
            self._open(epsg)
        return self._epsg

    def _open(self, epsg: int) -> None:
        self._epsg = epsg
        kind, run = self.kind, self.run
        fields = [OutputField("source_file", "text", []), OutputField("source_row", "int", [])]
        fields += [OutputField(each.name, each.written_kind, [], label_of(each)) for each in kind.register.fields]
        fields.append(OutputField("flags", "text", []))
        if self.fill is not None:
            fields.append(OutputField("located", "text", []))
        shape = Qgis.WkbType.NoGeometry if kind.shape == "none" else wkb_type(kind.shape)
        crs, style = crs_of(epsg if kind.shape != "none" else 0), self._style()
        if MAIN not in run.layers:
            self._stream = run.stream(MAIN, fields, shape, crs, style, named=self._several)
        else:
            title = kind.file or title_of(kind.schema)
            self._stream = run.stream_table(MAIN, kind.table, fields, shape, crs, title, style)

    def _style(self) -> Style:
        names = {each.name for each in self.kind.register.fields}
        display = next((name for name in ("name", "bplc_nm", "emd_nm", "dong") if name in names), "")
        maps = {
            column.name: {code: label.get(language()) or label.get("en", code) for code, label in column.codes.items()}
            for column in self.kind.schema.columns
            if column.codes and column.name in names
        }
        look = {"point": {"size": 1.6}, "line": {"size": 0.8}, "polygon": {"color": "#333b6ea5", "outline_width": 0.2}}
        return Style(display=f'"{display}"' if display else "", value_maps=maps, **look.get(self.kind.shape, {}))

    def write(
        self, plan: FilePlan, count: FileCount, kept: Sorted, wkb: Sequence[bytes | None] | None, located=None
    ) -> None:
        """Write typed rows, with their shapes."""
        rows = len(kept.rows)
        if not rows:
            return
        typing = plan.intake.typing(kept.rows)
        columns: list = [[plan.name] * rows, kept.numbers]
        columns += self.kind.register.arranged(plan.intake, typing.columns, rows)
        columns.append(typing.flags or [None] * rows)
        if self.fill is not None:
            columns.append(located or [FROM_FILE if wkb is not None else None] * rows)
        self._stream.add(columns, wkb)
        count.imported += rows


def label_of(column) -> str:
    """Alias of a field: the schema's label in the user's language, else the header it had."""
    return column.label.get(language()) or column.label.get("en") or column.title


def _shapes_of(block: RowBlock, kept: Sorted) -> list[bytes | None] | None:
    """Shapes of the kept rows of a block."""
    if block.wkb is None:
        return None
    if len(kept.numbers) == len(block.numbers):
        return block.wkb
    by_number = dict(zip(block.numbers, block.wkb))
    return [by_number[number] for number in kept.numbers]
