"""Measures of a raster over zones, in the raster's own cells: the zones are brought to the raster, not it to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from ...layers.errors import LayerError
from ..run import Run

if TYPE_CHECKING:
    from ...analysis.zones.rules import FeatureRequest
    from ...layers.rasters import RasterInput
    from .layer_names import NamedLayer
    from .zone_set import Zones


def measure_raster(
    run: Run, zones: Zones, layer: NamedLayer, requests: Sequence[FeatureRequest]
) -> dict[str, np.ndarray]:
    """All requested measures of one raster layer: name -> (z,) values, NaN where no valid cell lies.

    A cell counts for the zone its center lies in; a zone smaller than a cell takes the cell it lies in.
    """
    from ...analysis.zones.rules import raster_field

    raster = layer.source
    if not raster.crs.isValid():
        raise LayerError("crs_missing", layer=layer.name)
    _note_input(run, layer)
    found: dict[str, np.ndarray] = {}
    groups: dict[tuple[int, float], list[tuple[FeatureRequest, list[float]]]] = {}
    for row, request in enumerate(requests, start=1):
        band_text, classes = raster_field(request.field, request.measure, row)
        band = _band(raster, band_text)
        if request.measure == "value" or (zones.polygons is None and request.radius <= 0):
            found[request.name] = _at_centers(run, zones, raster, band, request, classes)
        else:
            groups.setdefault((band, request.radius), []).append((request, classes))
    for (band, radius), wanted in groups.items():
        found.update(_over_zones(run, zones, raster, band, radius, wanted))
    return found


def _note_input(run: Run, layer: NamedLayer) -> None:
    from ...layers.rasters import raster_digest

    raster = layer.source
    run.read_inputs.append(
        {
            "parameter": "LAYERS",
            "layer": layer.name,
            "file": raster.stem,
            "crs": raster.crs.authid(),
            "columns": [band.name for band in raster.bands],
            "geometry": "raster",
            "rows": 0,
            "sha256": raster_digest(raster, tick=run.tick),
        }
    )


def _band(raster: RasterInput, text: str) -> int:
    """A band by number or name; the first when none is named."""
    if not text:
        return 1
    if text.isdigit():
        return int(text)
    for band in raster.bands:
        if band.name.lower() == text.lower():
            return band.number
    available = [f"{band.number}: {band.name}" for band in raster.bands]
    raise LayerError("raster_band_missing", layer=raster.title, band=text, available=available)


def _at_centers(
    run: Run, zones: Zones, raster: RasterInput, band: int, request: FeatureRequest, classes: list[float]
) -> np.ndarray:
    """The cell each center lies in; zones without area have nothing else to give."""
    from ...layers.coordinates import transform_xy
    from ...layers.zoning import sample_points

    xy, ok = transform_xy(zones.centers, run.crs, raster.crs, run.context.transformContext())
    values, valid = sample_points(raster, band, xy, run.tick)
    values = np.where(valid & ok, values, np.nan)
    if request.measure == "share":
        return np.where(np.isnan(values), np.nan, np.isin(values, classes).astype(float))
    if request.measure == "count":
        return np.isfinite(values).astype(float)
    return values


def _over_zones(
    run: Run, zones: Zones, raster: RasterInput, band: int, radius: float, wanted: list
) -> dict[str, np.ndarray]:
    from ...analysis.zones.labels import LabelStatistics
    from ...layers.coordinates import transform_wkb
    from ...layers.zoning import zonal

    outline, _ = zones.outline(radius)
    placed = transform_wkb(outline, run.crs, raster.crs, run.context.transformContext())
    # One accumulator for plain statistics, one for each set of classes.
    sets = list(dict.fromkeys(tuple(classes) for _, classes in wanted))
    statistics = {classes: LabelStatistics.empty(len(zones), classes) for classes in sets}
    for part in zonal(raster, band, placed, run.tick):
        for counted in statistics.values():
            counted.add(part.labels, part.values, part.valid)
    return {request.name: statistics[tuple(classes)].measure(request.measure) for request, classes in wanted}
