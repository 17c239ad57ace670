"""Which targets lie in which zones, and how far the result is from finer totals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ...layers.expressions import python_values
from ...layers.geometry import overlap_pairs
from ..carry import geometry_of

if TYPE_CHECKING:
    from ...analysis.population.allocate import Allocation, Pairs
    from ...analysis.population.compare import Errors
    from ...analysis.zones.shapes import Polygons
    from ..run import Run
    from .allocatepopulation_inputs import People, Targets, Zones

SLIVER = 1e-6
"""Part of a target; less is the rounding of transformed coordinates, not ground."""

BLOCK = 2000
"""Features whose overlaps are measured between two looks at the button 'Cancel': a fifth of a second or so."""


@dataclass(frozen=True)
class Compared:
    """The allocation, and plain area weighting, beside finer totals that were held back."""

    own: Errors
    by_area: Errors
    hidden: int


def pairs_of(run: Run, zones: Zones, people: People, targets: Targets) -> Pairs:
    """Each target with the zones it lies in: by the part of its area, or by a point inside."""
    from ...analysis.errors import AnalysisError
    from ...analysis.population.allocate import Pairs, split_weights

    feature, target, part = inside(run, zones.wkb, zones.polygons, targets)
    zone = people.match.zone[feature]
    keep = zone >= 0
    zone, target, part = zone[keep], target[keep], part[keep]
    if not len(zone):
        raise AnalysisError("no_targets_in_zones", targets=len(targets))
    whole = np.ones(len(targets)) if targets.areas is None else targets.areas
    size = whole[target] * part
    weights = whole if targets.weights is None else targets.weights
    weight = split_weights(np.where(targets.homes, weights, 0.0), part, target)
    return Pairs(zone, target, weight, size)


def inside(
    run: Run, wkb: list[bytes], polygons: Polygons, targets: Targets
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(k,) polygons, targets in them, and the part of each target that is inside (1 for points)."""
    from ...analysis.zones.inside import points_in_polygons

    if targets.areas is None or run.choice("SPLIT") == "point":
        polygon, target = points_in_polygons(targets.centers, polygons, tick=run.tick)
        return polygon, target, np.ones(len(target))
    polygon, target, size = _overlaps(run, wkb, targets.placed)
    part = np.clip(size / targets.areas[target], 0.0, 1.0)
    keep = part > SLIVER
    return polygon[keep], target[keep], part[keep]


def _overlaps(run: Run, zones: list[bytes], features: list[bytes]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Overlaps of few large polygons with many small ones, in blocks, so that a stop is heard within each."""
    parts = []
    for start in range(0, len(features), BLOCK):
        run.tick(start / len(features))
        zone, feature, size = overlap_pairs(zones, features[start : start + BLOCK], "area")
        parts.append((zone, feature + start, size))
    run.tick(1.0)
    zone, feature, size = (np.concatenate(part) for part in zip(*parts))
    return zone, feature, size


def compare_with_finer(run: Run, zones: Zones, people: People, targets: Targets, found: Allocation) -> Compared:
    """Errors of the allocation, and of plain area weighting of the same zones, in the units of the finer layer."""
    from ...analysis.errors import AnalysisError
    from ...analysis.population.compare import errors, in_units
    from ...analysis.population.counts import read_cells

    field = run.field("FINER_FIELD")
    table = run.read("FINER", [field], "polygon")
    cells = read_cells({field: python_values(table, field)})
    known = cells.values[:, 0]
    if not np.isfinite(known).any():
        raise AnalysisError("finer_no_values", field=field)
    shape = geometry_of(table)
    unit, target, part = inside(run, shape.wkb, shape.polygons, targets)
    estimated = in_units(found.people.sum(axis=1), unit, target, part, len(table))
    feature, unit, size = _overlaps(run, zones.wkb, shape.wkb)
    zone = people.match.zone[feature]
    keep = zone >= 0
    zone, unit, size = zone[keep], unit[keep], size[keep]
    own = people.match.zone >= 0
    area = np.bincount(people.match.zone[own], weights=zones.areas[own], minlength=len(people.match.codes))
    plain = in_units(people.counts.counts.sum(axis=1), unit, zone, size / area[zone], len(table))
    return Compared(errors(estimated, known), errors(plain, known), int((~np.isfinite(known)).sum()))
