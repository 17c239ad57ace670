"""Places without an event, drawn from the cells of the rasters that somebody would have looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...texts import tr

if TYPE_CHECKING:
    import numpy as np

    from ..run import Run
    from .predictsusceptibility_factors import FactorBand
    from .trainsusceptibility_gathered import Gathered

MOST_CANDIDATES = 100_000
"""Cells that absences and targets are drawn from; of more, this many at random."""

LEAST_BACKGROUND = 1_000
STRATA_BINS = 5


def draw_candidates(run: Run, bands: list[FactorBand]) -> tuple[np.ndarray, np.ndarray]:
    """Places (c, 2) of random cells where every factor has a value, and their values."""
    import numpy as np

    from ...layers.coordinates import transform_xy
    from ...layers.rastersample import random_cells
    from .trainsusceptibility_gathered import values_at

    grid = bands[0].raster.grid()
    rng = np.random.default_rng([run.integer("SEED"), 1])
    cells, known = transform_xy(
        random_cells(grid, MOST_CANDIDATES, rng), grid.crs, run.crs, run.context.transformContext()
    )
    cells = cells[known]
    values, _inside = values_at(run, bands, cells)
    whole = np.isfinite(values).all(axis=1)
    return cells[whole], values[whole]


def with_absences(
    run: Run,
    gathered: Gathered,
    parts: list[np.ndarray],
    groups: np.ndarray | None,
    candidates: np.ndarray,
    area: np.ndarray,
    names: list[str],
    classes: set[str],
) -> tuple[list[np.ndarray], np.ndarray | None]:
    """The events with absences drawn from the candidates."""
    import numpy as np

    from ...analysis.learning.absences import sample_absences

    values, labels, xy, rows = parts
    ratio = run.number("ABSENCE_RATIO")
    if run.choice("MODEL_TYPE") == "background":
        ratio = max(ratio, LEAST_BACKGROUND / max(len(xy), 1))
    found = sample_absences(
        xy,
        candidates,
        ratio,
        _buffer(run, gathered),
        run.integer("SEED"),
        strata=_strata(run, area, names, classes),
        excluded=_unobserved(run, candidates),
    )
    gathered.counts += [
        (tr("Random cells with a value in every factor"), found.candidates),
        (tr("of these outside the observed area"), found.excluded),
        (tr("of these too near to an event"), found.near),
        (tr("Absences drawn"), len(found.rows)),
    ]
    if found.notes:
        run.warn(tr("Only {drawn:,} of {wanted:,} absences could be drawn.").format(**found.notes[0][1]))
    drawn = found.rows
    parts = [
        np.vstack([values, area[drawn]]),
        np.concatenate([labels, np.zeros(len(drawn), bool)]),
        np.vstack([xy, candidates[drawn]]),
        np.concatenate([rows, np.full(len(drawn), -1)]),
    ]
    groups = None if groups is None else np.concatenate([groups, np.full(len(drawn), -1)])
    return parts, groups


def _buffer(run: Run, gathered: Gathered) -> float:
    """The distance asked for, and at least most of a cell: an absence in the cell of an event is none."""
    import math

    from ...layers.coordinates import transform_bounds
    from ...layers.rasters import Window

    grid = gathered.bands[0].raster.grid()
    middle = Window(grid.width // 2, grid.height // 2, 1, 1)
    cell = transform_bounds(grid.window_bounds(middle), grid.crs, run.crs, run.context.transformContext())
    return max(run.number("ABSENCE_BUFFER"), 0.75 * math.sqrt(cell.width() * cell.height()))


def _strata(run: Run, area: np.ndarray, names: list[str], classes: set[str]) -> np.ndarray | None:
    """The class of each candidate in the factor of strata; a measured factor by fifths."""
    import numpy as np

    from ...analysis.errors import AnalysisError
    from .trainsusceptibility_gathered import list_of_names

    wanted = list_of_names(run.text("STRATA"))
    if not wanted:
        return None
    if wanted[0] not in names:
        raise AnalysisError("strata_unknown", name=wanted[0], factors=", ".join(names))
    column = area[:, names.index(wanted[0])]
    if wanted[0] in classes:
        return column
    return np.searchsorted(np.quantile(column, np.linspace(0, 1, STRATA_BINS + 1)[1:-1]), column)


def _unobserved(run: Run, candidates: np.ndarray) -> np.ndarray | None:
    import numpy as np

    from ...analysis.zones.inside import points_in_polygons
    from ...analysis.zones.shapes import Polygons

    if not run.given("OBSERVED"):
        return None
    observed = run.read("OBSERVED", [], "polygon")
    _zone, point = points_in_polygons(candidates, Polygons.from_wkb(list(observed.wkb)))
    outside = np.ones(len(candidates), dtype=bool)
    outside[point] = False
    return outside
