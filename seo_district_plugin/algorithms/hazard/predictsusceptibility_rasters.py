"""Prediction over rasters: tile by tile, the next tile being read while threads work on the last."""

from __future__ import annotations

import os
import threading
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...layers.rasterout import RasterKind, RasterOutput
from ...layers.rasters import Grid, RasterStack, StackLayer, Tile, Window
from ...texts import tr
from .predictsusceptibility_words import (
    OUTSIDE,
    Classes,
    applicability_style,
    band_of,
    dissimilarity_style,
    outside_words,
)

if TYPE_CHECKING:
    import numpy as np
    from qgis.core import QgsRasterLayer

    from ...analysis.learning.modelfile import Model
    from ...analysis.learning.predicting import Predicted, Predictor
    from ..run import Run
    from .predictsusceptibility_factors import FactorBand

RASTERS = ("PROBABILITY", "CLASS", "LOWER", "UPPER", "AOA", "DISSIMILARITY")
TILE = 512
TILE_BYTES = 48e6
"""Most memory of the values of one tile; two tiles and their copies are held at once."""
PICTURE = 1400
NO_CLASS, NO_AOA = 0, 255
_NODATA = float("nan")
_PATIENCE = 0.1


@dataclass
class Totals:
    """What was found over all cells, as the report needs it.

    Attributes:
        cells: of the grid; known: of them with a prediction; inside: of these in the area of applicability;
        unseen: with a class that training did not have.
        total: sum of predictions.
        count, area, outside: per class (area in square metres of the ground, outside in cells).
        valid: cells with a value, per factor; low, high: least and greatest value per factor.
        judged: the area of applicability was looked at.
    """

    cells: int
    count: np.ndarray
    area: np.ndarray
    outside: np.ndarray
    valid: np.ndarray
    low: np.ndarray
    high: np.ndarray
    judged: bool
    known: int = 0
    inside: int = 0
    unseen: int = 0
    total: float = 0.0
    shown: Thinned | None = field(default=None, repr=False)

    @classmethod
    def empty(cls, cells: int, classes: int, factors: int, judged: bool) -> Totals:
        import numpy as np

        counts = [np.zeros(classes, dtype=np.int64) for _ in range(2)]
        valid = np.zeros(factors, dtype=np.int64)
        low, high = np.full(factors, np.inf), np.full(factors, -np.inf)
        return cls(cells, counts[0], np.zeros(classes), counts[1], valid, low, high, judged)

    def add(self, found: Predicted, classes: np.ndarray, area: float | np.ndarray) -> None:
        """Count predictions; ``area``: of each, in square metres."""
        import numpy as np

        known = classes > 0
        size = len(self.count) + 1
        self.known += int(known.sum())
        self.total += float(np.nansum(found.probability, dtype=np.float64))
        self.inside += int(found.inside[known].sum())
        self.unseen += int(found.unseen.sum())
        self.count += np.bincount(classes, minlength=size)[1:]
        self.outside += np.bincount(classes[~found.inside], minlength=size)[1:]
        if isinstance(area, np.ndarray):
            self.area += np.bincount(classes, weights=area, minlength=size)[1:]
        else:
            self.area += area * np.bincount(classes, minlength=size)[1:]

    def spread(self, values: np.ndarray, valid: np.ndarray) -> None:
        """Note how many values each factor has, and their range; (k, ...) arrays."""
        import numpy as np

        rows = values.reshape(len(values), -1)
        self.valid += valid.reshape(len(valid), -1).sum(axis=1)
        if rows.shape[1]:
            low, high = np.fmin.reduce(rows, axis=1), np.fmax.reduce(rows, axis=1)
            self.low, self.high = np.fmin(self.low, low), np.fmax(self.high, high)


@dataclass
class Thinned:
    """Every n-th cell of the classes, for the picture of the report; what lies outside is a class of its own."""

    grid: Grid
    step: int
    cells: np.ndarray

    @classmethod
    def of(cls, grid: Grid) -> Thinned:
        import numpy as np

        step = -(-max(grid.width, grid.height) // PICTURE)
        height, width = -(-grid.height // step), -(-grid.width // step)
        return cls(grid, step, np.zeros((height, width), dtype=np.uint8))

    def add(self, window: Window, classes: np.ndarray, inside: np.ndarray, outside: int) -> None:
        import numpy as np

        first_row, first_column = -window.row % self.step, -window.column % self.step
        part = classes[first_row :: self.step, first_column :: self.step]
        trusted = inside[first_row :: self.step, first_column :: self.step]
        if not part.size:
            return
        row, column = (window.row + first_row) // self.step, (window.column + first_column) // self.step
        shown = np.where((part > 0) & ~trusted, outside, part)
        self.cells[row : row + part.shape[0], column : column + part.shape[1]] = shown

    def layer(self, classes: Classes, title: str, run: Run) -> QgsRasterLayer:
        """The picture as a layer of its own, in the temporary folder of the run."""
        from pathlib import Path

        from qgis.core import QgsProcessingUtils, QgsRasterLayer

        from ...layers.rasterstyle import apply_raster_style

        path = QgsProcessingUtils.generateTempFilename("predicted.tif", run.context)
        grid, (height, width) = self.grid, self.cells.shape
        coarse = Grid(grid.crs, grid.left, grid.top, grid.cell_x * self.step, grid.cell_y * self.step, width, height)
        more = [(classes.count + 1, OUTSIDE, outside_words())] if (self.cells > classes.count).any() else []
        style = classes.categories(*more)
        made = RasterOutput(Path(path), path, coarse, RasterKind("uint8", NO_CLASS, "class"), None, title)
        made.write(Window(0, 0, width, height), self.cells)
        made.close()
        layer = QgsRasterLayer(path, title)
        apply_raster_style(layer, style)
        return layer


def predict_rasters(run: Run, model: Model, bands: list[FactorBand], grid: Grid, classes: Classes) -> Totals:
    """Predict every cell of a grid and write what is wanted.

    Raises:
        AnalysisError: predict_no_cells. LayerError: crs_missing, raster_unreadable and the like.
    """
    from ...analysis.errors import AnalysisError

    layers = [StackLayer(band.raster, band.band, factor.categorical) for factor, band in zip(model.factors, bands)]
    stack = RasterStack(layers, grid, run.context.transformContext())
    outputs = _open_outputs(run, model, grid, classes)
    judged = model.domain is not None and any(run.wanted(name) for name in ("AOA", "DISSIMILARITY", "REPORT"))
    totals = Totals.empty(grid.width * grid.height, classes.count, len(bands), judged)
    if run.wanted("REPORT"):
        totals.shown = Thinned.of(grid)
    work = _Work(run, model, stack, grid, classes, totals, outputs)
    work.all_tiles()
    if not totals.known:
        named = ", ".join(f"{factor.name} {count:,}" for factor, count in zip(model.factors, totals.valid))
        raise AnalysisError("predict_no_cells", count=len(bands), cells=totals.cells, valid=named)
    return totals


def _open_outputs(run: Run, model: Model, grid: Grid, classes: Classes) -> dict[str, RasterOutput]:
    name = band_of(classes.relative)
    threshold = model.domain.threshold if model.domain is not None else 0.0
    kinds = {
        "PROBABILITY": (RasterKind("float32", _NODATA, name), classes.steps()),
        "CLASS": (RasterKind("uint8", NO_CLASS, "class"), classes.categories()),
        "LOWER": (RasterKind("float32", _NODATA, "lower"), classes.steps()),
        "UPPER": (RasterKind("float32", _NODATA, "upper"), classes.steps()),
        "AOA": (RasterKind("uint8", NO_AOA, "aoa"), applicability_style()),
        "DISSIMILARITY": (RasterKind("float32", _NODATA, "dissimilarity"), dissimilarity_style(threshold)),
    }
    return {name: run.raster(name, grid, *kinds[name]) for name in RASTERS if run.wanted(name)}


class _Work:
    """Reads in the calling thread (GDAL's datasets belong to it), predicts in another, writes in the calling one."""

    def __init__(
        self,
        run: Run,
        model: Model,
        stack: RasterStack,
        grid: Grid,
        classes: Classes,
        totals: Totals,
        outputs: dict[str, RasterOutput],
    ) -> None:
        from ...analysis.learning.predicting import Predictor

        self.run, self.stack, self.grid = run, stack, grid
        self.classes, self.totals, self.outputs = classes, totals, outputs
        self.predictor: Predictor = Predictor(model, density=False)
        self.threads = min(os.cpu_count() or 1, 8)
        self.ground = _GroundArea(grid, run)
        self._stopped = threading.Event()

    def all_tiles(self) -> None:
        with _one_thread_per_product():
            self._all_tiles()

    def _all_tiles(self) -> None:
        windows = list(self.grid.windows(tile_size(len(self.totals.valid))))
        pool = ThreadPoolExecutor(1)
        before: tuple[Tile, Future] | None = None
        try:
            for number, window in enumerate(windows):
                self.run.tick(number / len(windows))
                tile = self.stack.read(window)
                found = self._awaited(before, number / len(windows))
                future = pool.submit(self._predict, tile)
                self._keep(before, found)
                before = tile, future
            self._keep(before, self._awaited(before, 1.0))
        finally:
            self._stopped.set()
            pool.shutdown(wait=True, cancel_futures=True)

    def _predict(self, tile: Tile) -> Predicted | None:
        import numpy as np

        if not tile.valid.all(axis=0).any():
            return None
        values = np.ascontiguousarray(tile.values.reshape(len(tile.values), -1).T)
        return self.predictor.predict(
            values, threads=self.threads, applicability=self.totals.judged, tick=self._may_go_on
        )

    def _may_go_on(self, _fraction: float) -> None:
        if self._stopped.is_set():
            from ...analysis.errors import Cancelled

            raise Cancelled

    def _awaited(self, work: tuple[Tile, Future] | None, fraction: float) -> Predicted | None:
        if work is None:
            return None
        while not wait([work[1]], timeout=_PATIENCE).done:
            self.run.tick(fraction)
        return work[1].result()

    def _keep(self, work: tuple[Tile, Future] | None, found: Predicted | None) -> None:
        """Count and write a tile; one without a prediction stays nodata."""
        if work is None:
            return
        import numpy as np

        tile, totals = work[0], self.totals
        totals.spread(tile.values, tile.valid)
        if found is None:
            return
        shape = tile.valid.shape[1:]
        classes = self.classes.of(found.probability)
        totals.add(found, classes, self.ground.of_cell(tile.window))
        if totals.shown is not None:
            trusted = found.inside if totals.judged else np.ones_like(found.inside)
            totals.shown.add(tile.window, classes.reshape(shape), trusted.reshape(shape), self.classes.count + 1)
        made = {
            "PROBABILITY": lambda: found.probability,
            "CLASS": lambda: classes,
            "LOWER": lambda: found.lower,
            "UPPER": lambda: found.upper,
            "AOA": lambda: np.where(classes > 0, found.inside, NO_AOA).astype(np.uint8),
            "DISSIMILARITY": lambda: found.dissimilarity,
        }
        for name, output in self.outputs.items():
            output.write(tile.window, made[name]().reshape(shape))


def _one_thread_per_product() -> AbstractContextManager[object]:
    """Our threads share the work already: those of the matrix library would only wait for each other (measured: 2.3
    times the processor time). Its bound needs a library that comes with scikit-learn."""
    try:
        from threadpoolctl import threadpool_limits
    except ImportError:
        return nullcontext()
    return threadpool_limits(1, user_api="blas")


def tile_size(factors: int) -> int:
    """Cells along the side of a tile, so that its values stay within bounds however many factors there are."""
    side = int((TILE_BYTES / (8 * max(factors, 1))) ** 0.5)
    return min(TILE, max(64, side - side % 64))


class _GroundArea:
    """Area of a cell on the ground, on the ellipsoid of the grid's reference system."""

    def __init__(self, grid: Grid, run: Run) -> None:
        from qgis.core import QgsDistanceArea

        self._grid, self._measure = grid, QgsDistanceArea()
        self._measure.setSourceCrs(grid.crs, run.context.transformContext())
        self._measure.setEllipsoid(grid.crs.ellipsoidAcronym())

    def of_cell(self, window: Window) -> float:
        """Mean area of the cells of a window, square metres."""
        from qgis.core import QgsGeometry

        whole = QgsGeometry.fromRect(self._grid.window_bounds(window))
        return self._measure.measureArea(whole) / (window.width * window.height)


def aligned_text(bands: list[FactorBand], model: Model, grid: Grid, title: str) -> list[str]:
    """What is said of layers that are brought onto the grid."""
    told: dict[str, list[str]] = {"near": [], "bilinear": []}
    for factor, band in zip(model.factors, bands):
        if not band.raster.grid().same_as(grid):
            told["near" if factor.categorical else "bilinear"].append(band.name)
    sentences = {
        "near": tr("Brought onto the grid of '{title}', nearest cell (classes): {names}"),
        "bilinear": tr("Brought onto the grid of '{title}', interpolated (bilinear): {names}"),
    }
    return [sentences[how].format(title=title, names=", ".join(names)) for how, names in told.items() if names]
