"""The sample district: everything in it made from a preset and a seed.

    city = make_city("district", seed=1)

Same preset and seed, same library versions: same arrays and bytes. Every layer, name and person is made up.
"""

from __future__ import annotations

import numpy as np

from .borders import Borders, ring_area
from .buildings import make_buildings
from .districts import make_cells
from .ground import make_dem, make_ground
from .lattice import Lattice
from .lots import make_lots
from .model import City, Layer, Raster, Tick, no_tick, place
from .parts import PARTS
from .presets import PRESETS, SUB, Preset
from .streams import stream
from .streets import make_streets, segment_frame
from .uses import make_uses
from .work import Work

__all__ = ["City", "Layer", "Raster", "make_city", "place"]

_BASE = 4.0  # cost of lattice, ground, streets and buildings beside the parts


def make_city(preset: str, seed: int = 1, *, tick: Tick = no_tick) -> City:
    """Make the district.

    Args:
        preset: "tiny" (about 2 km2, 3 dong) or "district" (95 km2, 24 dong).
        seed: any whole number from 0 on.
        tick: told the fraction done; may raise to stop.

    Returns:
        The city in EPSG:5186, see :class:`~.model.City`.

    Raises:
        KeyError: unknown preset.
    """
    plan = PRESETS[preset]
    total = _BASE + sum(part.cost for part in PARTS)
    work = _foundation(plan, seed, lambda share: tick(share * _BASE / total))
    done = _BASE
    for part in PARTS:
        part.make(work)
        done += part.cost
        tick(done / total)
    return work.city


def _foundation(preset: Preset, seed: int, tick: Tick) -> Work:
    """Land, uses, streets, lots and buildings, on which the parts build."""
    lattice = Lattice.make(preset, stream(seed, "lattice"))
    cells = make_cells(preset, stream(seed, "cells"))
    label = np.where(cells.dong >= 0, 0, -1)
    outline = Borders(cells, lattice, cells.dong >= 0).rings(label, 0)
    lattice.scale = float(np.sqrt(preset.km2 * 1e6 / sum(ring_area(ring) for ring in outline)))
    ground = make_ground(preset, lattice, cells, stream(seed, "ground"))
    tick(0.25)
    dem, water = make_dem(ground)
    uses = make_uses(preset, lattice, cells, ground, stream(seed, "uses"))
    tick(0.4)
    streets = make_streets(preset, lattice, ground, uses, stream(seed, "streets"))
    segment_frame(streets, lattice, ground, uses)
    tick(0.6)
    lots = make_lots(lattice, cells, uses, streets, stream(seed, "lots"))
    rng = stream(seed, "buildings")
    buildings, corners = make_buildings(preset, lattice, cells, uses, streets, lots, rng)
    buildings["x"], buildings["y"] = buildings["x"].round(2), buildings["y"].round(2)
    tick(0.95)
    built = uses.built().reshape(preset.columns, SUB, preset.rows, SUB).any(axis=(1, 3))
    borders = Borders(cells, lattice, built)
    x0, y0 = lattice.origin
    city = City(preset.name, seed, buildings=buildings, x0=x0, y0=y0)
    return Work(preset, seed, city, lattice, cells, ground, uses, borders, streets, lots, corners, dem, water)
