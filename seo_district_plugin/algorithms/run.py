"""One run of an algorithm: its settings, inputs, progress, messages, and what it hands over to be written."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from ..layers.errors import LayerError
from ..texts import tr

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from qgis.core import (
        QgsCoordinateReferenceSystem,
        QgsMapLayer,
        QgsProcessingAlgorithm,
        QgsProcessingContext,
        QgsProcessingFeedback,
    )

    from ..layers.bundle import Bundle
    from ..layers.destinations import Destinations, OutputField, OutputLayer, StreamedLayer
    from ..layers.rasterout import RasterKind, RasterOutput
    from ..layers.rasters import Grid
    from ..layers.rasterstyle import RasterStyle
    from ..layers.sources import Table, VectorInput
    from ..layers.styling import Style
    from ..reports.report import Section


class Run:
    """What ``execute`` of an algorithm works with.

    Attributes:
        inputs: vector inputs by parameter name (a list for a parameter that takes several layers); prepared on the
            main thread, read here.
        crs: the metric CRS of this run's distances and areas.
        layers: what is to be written, by output name; filled by :meth:`deliver`.
        numbers: key figures, returned as outputs and shown in report and record.
    """

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        inputs: dict[str, object],
        crs: QgsCoordinateReferenceSystem,
        destinations: Destinations,
    ) -> None:
        self.algorithm = algorithm
        self.parameters = parameters
        self.context = context
        self.feedback = feedback
        self.inputs = inputs
        self.crs = crs
        self.destinations = destinations
        self.layers: dict[str, OutputLayer | StreamedLayer] = {}
        self.extra_tables: list[StreamedLayer] = []
        self.rasters: dict[str, RasterOutput] = {}
        self.files: dict[str, Path] = {}
        self.bundles: dict[str, Bundle] = {}
        self.drawn: list[str] = []  # written layers that the report's map shows where there is no main output
        self.picture: QgsMapLayer | None = None  # shown there in place of the main output
        self.pictures: list[QgsMapLayer] = []  # likewise, several layers: the first on top, the last has the legend
        self.caption = ""  # of that map; else the label of the main output
        self.listed: list[str] | None = None  # for LAYERS, where these are no tables beside the main output
        self.numbers: dict[str, float | int] = {}
        self.texts: dict[str, str] = {}
        self.read_inputs: list[dict] = []
        self.rejected: list[tuple[str, int, str, str]] = []
        self.summary = ""
        self.sections: list[Section] = []
        self.method: list[str] = []
        self.citations: list[str] = []
        self.limits: list[str] = []
        self.instead: dict[str, str] = {}  # optional input that was not given -> what was taken in its place
        self.synthetic = False
        self._from, self._upto, self._shown = 0.0, 0.0, 0.0

    # ------------------------------------------------------------------ settings
    def text(self, name: str) -> str:
        return self.algorithm.parameterAsString(self.parameters, name, self.context).strip()

    def choice(self, name: str) -> str:
        return self.algorithm.parameterAsEnumString(self.parameters, name, self.context)

    def number(self, name: str) -> float:
        return self.algorithm.parameterAsDouble(self.parameters, name, self.context)

    def integer(self, name: str) -> int:
        return self.algorithm.parameterAsInt(self.parameters, name, self.context)

    def flag(self, name: str) -> bool:
        return self.algorithm.parameterAsBool(self.parameters, name, self.context)

    def fields(self, name: str) -> list[str]:
        return [field for field in self.algorithm.parameterAsStrings(self.parameters, name, self.context) if field]

    def field(self, name: str) -> str:
        return next(iter(self.fields(name)), "")

    def given(self, name: str) -> bool:
        """True when the user gave this parameter."""
        return self.parameters.get(name) not in (None, "", [])

    def wanted(self, name: str) -> bool:
        """True when the user asked for this output."""
        return self.destinations.wanted(name)

    # ------------------------------------------------------------------ progress and messages
    def step(self, text: str, upto: float) -> None:
        """Begin a step that takes the progress bar up to ``upto`` (0 to 1)."""
        self._from, self._upto = self._upto, upto
        self.feedback.setProgressText(text)
        self.tick(0.0)

    def tick(self, fraction: float) -> None:
        """Progress within the step; raises Cancelled when the user has asked to stop."""
        if self.feedback.isCanceled():
            from ..analysis.errors import Cancelled

            raise Cancelled
        reached = self._from + (self._upto - self._from) * min(max(fraction, 0.0), 1.0)
        self._shown = max(self._shown, reached)  # of several readings within a step each begins at 0
        self.feedback.setProgress(100.0 * self._shown)

    def info(self, text: str) -> None:
        self.feedback.pushInfo(text)

    def warn(self, text: str) -> None:
        self.feedback.pushWarning(text)

    # ------------------------------------------------------------------ reading
    def read(
        self,
        name: str,
        columns: list[str] | None,
        want: str,
        *,
        source: VectorInput | None = None,
        crs: QgsCoordinateReferenceSystem | None = None,
    ) -> Table:
        """Read a vector input: its columns (None: all) and geometry in ``crs`` (default: the run's).

        Counts what had to be repaired, keeps what had to be left out for REJECTED, and notes the content's digest.
        """
        given = source if source is not None else self.inputs[name]
        table = given.read(
            columns,
            crs=(crs or self.crs) if want != "none" else None,
            transform_context=self.context.transformContext(),
            want=want,
            tick=self.tick,
        )
        self._note_read(name, given, table, want)
        if given.feature_count > 0 and not len(table) and not table.rejected:
            raise LayerError("read_failed", layer=given.title)  # a file that went away reads as one without rows
        self._tell_of(given.title, table)
        if table.rejected and not len(table):
            from .messages import reject_text

            reasons = sorted({reject_text(reject.reason) for reject in table.rejected})
            raise LayerError("no_usable_rows", layer=given.title, rows=len(table.rejected), reasons=reasons)
        return table

    def read_with_places(self, name: str, columns: list[str] | None, source: VectorInput) -> tuple[Table, np.ndarray]:
        """All rows of a layer, also those that lie nowhere: the table without geometry and (n, 2) places in the CRS.

        A row whose geometry is missing or cannot be used has NaN; shapes are taken by a point inside. A table without
        geometry has NaN everywhere.
        """
        import numpy as np

        from .carry import geometry_of

        table = self.read(name, columns, "none", source=source)
        xy = np.full((len(table), 2), np.nan)
        if source.geometry == "none":
            return table, xy
        placed = source.read(
            [], crs=self.crs, transform_context=self.context.transformContext(), want="any", tick=self.tick
        )
        self._note_read(name, source, placed, "any")
        if len(placed):
            order = np.argsort(table.fid, kind="stable")
            at = order[np.searchsorted(table.fid[order], placed.fid)]
            xy[at] = geometry_of(placed).centers
        return table, xy

    def _note_read(self, name: str, given: VectorInput, table: Table, want: str) -> None:
        self.read_inputs.append(
            {
                "parameter": name,
                "layer": given.title,
                "file": given.stem,
                "crs": given.crs.authid() if want != "none" else "",
                "columns": list(table.frame.columns),
                "geometry": want,
                "rows": len(table.fid) + len(table.rejected),
                "sha256": table.digest,
            }
        )

    def _tell_of(self, title: str, table: Table) -> None:
        from .messages import policy_text, reject_text

        for reject in table.rejected:
            self.reject(title, reject.fid, reject_text(reject.reason), reject.detail)
        for what, count in table.counts.items():
            text = policy_text(what)
            if count and text:
                self.info(f"  {title}: {text.format(count=count)}")
        if table.rejected:
            self.warn(
                tr("{layer}: read {read} rows = used {used} + left out {rejected}").format(
                    layer=title,
                    read=len(table.fid) + len(table.rejected),
                    used=len(table.fid),
                    rejected=len(table.rejected),
                )
            )

    def reject(self, layer: str, row: int, reason: str, detail: str = "") -> None:
        """Note a row that cannot be used."""
        self.rejected.append((layer, int(row), reason, detail))

    # ------------------------------------------------------------------ results
    def deliver(self, name: str, layer: OutputLayer) -> None:
        """Hand over a layer; it is written once everything is computed."""
        self.layers[name] = layer

    def stream(
        self, name: str, fields: list[OutputField], wkb_type, crs, style: Style | None = None, *, named: bool = False
    ) -> StreamedLayer:
        """Begin an output that is written while rows are still being read; still nothing existing is touched."""
        opened = self.destinations.open_stream(name, fields, wkb_type, crs, style, named=named)
        self.layers[name] = opened
        return opened

    def stream_table(self, beside: str, table: str, fields, wkb_type, crs, title: str, style=None) -> StreamedLayer:
        """One more table beside an output that has been written already."""
        opened = self.destinations.open_table(beside, table, fields, wkb_type, crs, title, style)
        self.extra_tables.append(opened)
        return opened

    def raster(self, name: str, grid: Grid, kind: RasterKind, style: RasterStyle | None = None) -> RasterOutput:
        """Begin a raster output that is written tile by tile; put in place at the end."""
        self.rasters[name] = self.destinations.open_raster(name, grid, kind, style)
        return self.rasters[name]

    def file(self, name: str) -> Path | None:
        """Where a file output is written; put in place at the end. None when it is not wanted."""
        path = self.destinations.new_file(name)
        if path is not None:
            self.files[name] = path
        return path

    def bundle(self, name: str) -> Bundle:
        """Begin a folder that is filled during the run and put in place at the end."""
        self.bundles[name] = self.destinations.new_folder(name)
        return self.bundles[name]

    def figure(self, name: str, value: float | int | None) -> None:
        """A key figure; one without a value is left out, and that is said."""
        if value is None or not math.isfinite(value):
            self.info(tr("{name}: no value").format(name=self.algorithm.page.entry(name).label))
            return
        self.numbers[name] = int(value) if isinstance(value, int) or float(value).is_integer() else float(value)

    def path_of(self, name: str) -> Path | None:
        """The file an output goes to, if it is one."""
        return self.destinations.path(name)
