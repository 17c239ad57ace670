"""From the inventory and the factors to the training table: labels, values, places, absences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...layers.errors import LayerError
from ...texts import tr
from .trainsusceptibility_gathered import Gathered, list_of_names, values_at

if TYPE_CHECKING:
    import numpy as np

    from ...analysis.learning.types import Samples
    from ...layers.sources import Table
    from ..run import Run
    from .predictsusceptibility_factors import FactorBand

MOST_TARGETS = 3_000
POLYGON_CELLS = 2_000_000
YES = {"1", "1.0", "true", "t", "yes", "y", "예", "발생"}
NO = {"0", "0.0", "false", "f", "no", "n", "아니오", "미발생"}


def gather(run: Run) -> Gathered:
    """Read everything; raises LayerError and AnalysisError for what cannot be used."""
    run.step(tr("Reading the inventory"), 0.05)
    return _from_rasters(run) if run.given("FACTORS") else _from_fields(run)


# ---------------------------------------------------------------------------------------------------- fields
def _from_fields(run: Run) -> Gathered:
    import numpy as np

    from ...analysis.learning.types import Samples

    names, label = run.fields("FACTOR_FIELDS"), run.field("LABEL")
    event = run.field("EVENT_FIELD")
    columns = list(dict.fromkeys([*names, label, *([event] if event else [])]))
    table = run.read("INVENTORY", columns, "any")
    run.instead["FACTORS"] = tr("Fields of the inventory were taken as factors.")
    classes = _categorical(run, names)
    values = _field_values(table, names, classes)
    labels, known = _labels(run, table, label)
    keep = _complete(run, table, values, names, known)
    groups = _groups(table, event)[keep] if event else None
    samples = Samples(values[keep], labels[keep], _places(run, table)[keep], _factors(names, classes), None, groups)
    _need_rows(samples)
    return Gathered(samples, np.asarray(table.fid)[keep])


def _field_values(table: Table, names: list[str], classes: set[str]) -> np.ndarray:
    """(n, k) values; classes that are texts are refused."""
    import numpy as np

    values = np.full((len(table), len(names)), np.nan)
    for column, name in enumerate(names):
        if name in classes and table.frame[name].dtype == object:
            raise LayerError("category_as_text", field=name)
        values[:, column] = table.numbers(name)
    return values


def _factors(names: list[str], classes: set[str]):
    from ...analysis.learning.types import Factor

    return tuple(Factor(name, categorical=name in classes) for name in names)


# --------------------------------------------------------------------------------------------------- rasters
def _from_rasters(run: Run) -> Gathered:
    import numpy as np

    from ...analysis.learning.types import Samples
    from .predictsusceptibility_factors import named_bands, names_given, note_rasters
    from .trainsusceptibility_absences import draw_candidates, with_absences

    rasters = run.inputs["FACTORS"]
    bands = named_bands(rasters, (), names_given(run.text("FACTOR_NAMES")))
    names = [band.name for band in bands]
    _check_names(names)
    if run.given("FACTOR_FIELDS"):
        run.warn(tr("FACTOR_FIELDS is not used, because rasters are given."))
        run.instead["FACTOR_FIELDS"] = tr("Rasters were given instead.")
    classes = _categorical(run, names)
    label, event = run.field("LABEL"), run.field("EVENT_FIELD")
    table = run.read("INVENTORY", list(dict.fromkeys(name for name in (label, event) if name)), "any")
    note_rasters(run, bands)
    gathered = Gathered(None, np.zeros(0), bands=bands)  # type: ignore[arg-type]
    xy, owner = _event_places(run, table, bands, gathered, spread=not label)
    run.step(tr("Reading the rasters"), 0.15)
    values, inside = values_at(run, bands, xy)
    labels, known = _labels(run, table, label) if label else (np.ones(len(table), bool), np.ones(len(table), bool))
    keep = _complete_cells(run, table, owner, values, names, known, inside)
    groups = _groups(table, event)[owner] if event else None
    parts = [values[keep], labels[owner][keep], xy[keep], np.asarray(table.fid)[owner][keep]]
    groups = groups[keep] if groups is not None else None
    candidates, area = draw_candidates(run, bands)
    gathered.targets, gathered.area_values = candidates[:: max(1, len(candidates) // MOST_TARGETS)], area
    if not label:
        parts, groups = with_absences(run, gathered, parts, groups, candidates, area, names, classes)
    elif run.choice("MODEL_TYPE") == "background":
        run.info(tr("Rows without the event serve as background."))
    values, labels, xy, rows = parts
    gathered.samples = Samples(values, labels, xy, _factors(names, classes), None, groups)
    gathered.rows = rows
    _need_rows(gathered.samples)
    return gathered


def _check_names(names: list[str]) -> None:
    from ...analysis.errors import AnalysisError

    doubled = sorted({name for name in names if names.count(name) > 1})
    if doubled:
        raise AnalysisError("factor_names_doubled", names=", ".join(doubled))


def _event_places(
    run: Run, table: Table, bands: list[FactorBand], gathered: Gathered, *, spread: bool
) -> tuple[np.ndarray, np.ndarray]:
    """Places (p, 2) in the run's CRS and the row of the inventory of each: points, or cells inside polygons.

    Without a label a polygon stands for the cells in it, at most as many as keep all polygons alike per area.
    """
    import numpy as np

    if table.xy is not None:
        return table.xy, np.arange(len(table))
    if not spread or run.inputs["INVENTORY"].geometry != "polygon":
        return _places(run, table), np.arange(len(table))
    xy, owner = _cells_inside(run, table, bands[0].raster.grid())
    missed = np.setdiff1d(np.arange(len(table)), owner)
    if len(missed):  # smaller than a cell: its middle
        xy, owner = np.vstack([xy, _places(run, table)[missed]]), np.concatenate([owner, missed])
    most = max(2_000, 4 * len(table))
    if len(xy) > most:
        keep = np.sort(np.random.default_rng(run.integer("SEED")).choice(len(xy), most, replace=False))
        one_each = np.unique(owner, return_index=True)[1]
        keep = np.union1d(keep, one_each)
        gathered.counts.append((tr("Cells inside the polygons, of which a random part was used"), len(xy)))
        xy, owner = xy[keep], owner[keep]
    order = np.argsort(owner, kind="stable")
    return xy[order], owner[order]


def _cells_inside(run: Run, table: Table, grid) -> tuple[np.ndarray, np.ndarray]:
    """Centers of the cells of a grid that lie in polygons, and the row of each; in the run's CRS."""
    import numpy as np

    from ...analysis.zones.inside import points_in_polygons
    from ...analysis.zones.shapes import Polygons
    from ...layers.coordinates import transform_bounds, transform_xy
    from ...layers.geometry import bounds
    from ...layers.rastersample import cell_centers

    context = run.context.transformContext()
    boxes, found, owners = bounds(table.wkb), [], []
    from qgis.core import QgsRectangle

    for row, box in enumerate(boxes):
        run.tick(row / len(boxes))
        there = transform_bounds(QgsRectangle(*box), run.crs, grid.crs, context)
        corners = np.array([[there.xMinimum(), there.yMinimum()], [there.xMaximum(), there.yMaximum()]], dtype=float)
        first = np.floor((corners[:, 0] - grid.left) / grid.cell_x)
        lines = np.floor((corners[:, 1] - grid.top) / grid.cell_y)
        columns = np.arange(max(int(first.min()), 0), min(int(first.max()) + 1, grid.width))
        rows = np.arange(max(int(lines.min()), 0), min(int(lines.max()) + 1, grid.height))
        if not len(columns) or not len(rows):
            continue
        step = max(1, int(np.sqrt(len(columns) * len(rows) / POLYGON_CELLS)))
        cells = (rows[::step, None] * grid.width + columns[None, ::step]).ravel()
        xy, known = transform_xy(cell_centers(grid, cells), grid.crs, run.crs, context)
        _zone, point = points_in_polygons(xy[known], Polygons.from_wkb([table.wkb[row]]))
        found.append(xy[known][point])
        owners.append(np.full(len(point), row))
    if not found:
        return np.zeros((0, 2)), np.zeros(0, dtype=int)
    return np.vstack(found), np.concatenate(owners)


# ---------------------------------------------------------------------------------------------------- shared
def _places(run: Run, table: Table) -> np.ndarray:
    """(n, 2) one place for each row: the point, or one on the surface."""
    from ...layers.geometry import representative_points

    if table.xy is not None:
        return table.xy
    if table.wkb is None:
        raise LayerError("inventory_without_places", layer=run.inputs["INVENTORY"].title)
    return representative_points(table.wkb)


def _categorical(run: Run, names: list[str]) -> set[str]:
    from ...analysis.errors import AnalysisError

    wanted = list_of_names(run.text("CATEGORICAL"))
    unknown = [name for name in wanted if name not in names]
    if unknown:
        raise AnalysisError("categorical_unknown", names=", ".join(unknown), factors=", ".join(names))
    return set(wanted)


def _labels(run: Run, table: Table, field_name: str) -> tuple[np.ndarray, np.ndarray]:
    """(n,) bool labels, and where they are known; a word that is neither yes nor no ends the run."""
    import numpy as np
    import pandas as pd

    from .trainsusceptibility_words import REASONS

    column = table.frame[field_name]
    labels, known = np.zeros(len(column), dtype=bool), np.zeros(len(column), dtype=bool)
    for at, value in enumerate(column.tolist()):
        missing = value is None or value is pd.NA or (isinstance(value, float) and np.isnan(value))
        if missing or not str(value).strip():
            run.reject(run.inputs["INVENTORY"].title, int(table.fid[at]), REASONS()["label_missing"])
            continue
        word = str(value).strip().lower()
        if word not in YES and word not in NO:
            raise LayerError("label_unknown", field=field_name, value=str(value)[:40], row=int(table.fid[at]))
        labels[at], known[at] = word in YES, True
    return labels, known


def _groups(table: Table, field_name: str) -> np.ndarray:
    """(n,) number of the event of each row, -1 where none is told."""
    import pandas as pd

    names = table.frame[field_name].astype("string").str.strip()
    codes, _levels = pd.factorize(names.mask(names == ""), sort=True)
    return codes


def _complete(run: Run, table: Table, values: np.ndarray, names: list[str], known: np.ndarray) -> np.ndarray:
    """(n,) rows with a label and a value in every factor; the others are told with the factors that have none."""
    import numpy as np

    return _complete_cells(run, table, np.arange(len(values)), values, names, known)


def _complete_cells(
    run: Run,
    table: Table,
    owner: np.ndarray,
    values: np.ndarray,
    names: list[str],
    known: np.ndarray,
    inside: np.ndarray | None = None,
) -> np.ndarray:
    """As :func:`_complete` for places of which several may belong to one row; a row without any place is told.

    Rows without a label (``known`` False) have been told of before. ``inside``: places on the rasters.
    """
    import numpy as np

    from .trainsusceptibility_words import REASONS

    whole = np.isfinite(values).all(axis=1) & known[owner]
    used = ~known
    used[owner[whole]] = True
    title, reasons = run.inputs["INVENTORY"].title, REASONS()
    first = {int(row): at for at, row in reversed(list(enumerate(owner.tolist())))}
    for row in np.flatnonzero(~used):
        at = first.get(int(row))
        missing = np.ones(len(names), bool) if at is None else ~np.isfinite(values[at])
        outside = inside is not None and (at is None or not inside[at])
        code = "outside_rasters" if outside else "outside_factors" if missing.all() else "factor_missing"
        detail = "" if missing.all() else ", ".join(name for name, gone in zip(names, missing) if gone)
        run.reject(title, int(table.fid[row]), reasons[code], detail)
    lost = int((~used).sum())
    if lost:
        run.warn(
            tr("{count:,} rows of the inventory have no value in some factor and were left out.").format(count=lost)
        )
    return whole


def _need_rows(samples: Samples) -> None:
    from ...analysis.errors import AnalysisError

    if not len(samples):
        raise AnalysisError("no_training_rows")
