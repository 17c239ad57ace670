"""What a made-up district consists of: layers, rasters, frames and tables of truth. No QGIS here.

Everything is in EPSG:5186 meters when it leaves :mod:`.city`; another CRS is the business of whoever writes it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from .wkb import shifted

Tick = Callable[[float], None]
"""Progress callback: takes the fraction done (0 to 1); may raise to stop the making."""

SYNTHETIC = {"en": "synthetic", "ko": "합성 자료"}
"""Added to every title: nothing here is real."""


def no_tick(_fraction: float) -> None:
    """The tick of a caller who does not want to hear of progress."""
    return None


def title(english: str, korean: str) -> dict[str, str]:
    """A title in both languages, labeled synthetic."""
    return {"en": f"{english} ({SYNTHETIC['en']})", "ko": f"{korean}({SYNTHETIC['ko']})"}


@dataclass
class Layer:
    """One layer.

    Attributes:
        name: ASCII name, the table's name in a GeoPackage.
        title: {"en", "ko"}, labeled synthetic.
        geometry: "point", "line", "polygon" or "none".
        frame: one row per feature; column names ASCII lower case, at most 10 characters.
        wkb: little-endian WKB per row in EPSG:5186, or None for a table.
    """

    name: str
    title: dict[str, str]
    geometry: str
    frame: pd.DataFrame
    wkb: list[bytes] | None = None


@dataclass
class Raster:
    """One raster, north up.

    Attributes:
        name, title: as for a layer.
        array: (rows, columns), float32 or int16.
        x0, y0: upper left corner, EPSG:5186.
        cell: side of a square cell in meters.
        nodata: value of cells without data.
        kind: "elevation" or "category".
        classes: code -> {"en", "ko"} for categories.
    """

    name: str
    title: dict[str, str]
    array: np.ndarray
    x0: float
    y0: float
    cell: float
    nodata: float
    kind: str
    classes: dict[int, dict[str, str]] = field(default_factory=dict)


@dataclass
class City:
    """A whole district.

    Attributes:
        preset, seed: what it was made from.
        layers: by name.
        rasters: by name.
        truth: planted truth by table name, to be written beside the layers.
        buildings: register frame, one row per building (see :mod:`.buildings`).
        dong: frame of dong with codes, kind, population and the expected number of shops.
        roads: frame of named roads: road, road_cd, class, length_m.
        x0, y0: south-western corner of the rasters in EPSG:5186.
    """

    preset: str
    seed: int
    layers: dict[str, Layer] = field(default_factory=dict)
    rasters: dict[str, Raster] = field(default_factory=dict)
    truth: dict[str, pd.DataFrame] = field(default_factory=dict)
    buildings: pd.DataFrame = field(default_factory=pd.DataFrame)
    dong: pd.DataFrame = field(default_factory=pd.DataFrame)
    roads: pd.DataFrame = field(default_factory=pd.DataFrame)
    x0: float = 0.0
    y0: float = 0.0

    def add(self, layer: Layer) -> None:
        """Put a layer in; a name is used once."""
        if layer.name in self.layers:
            raise ValueError(f"layer {layer.name} exists")
        self.layers[layer.name] = layer


def place(city: City, dx: float, dy: float) -> City:
    """The same district moved by (dx, dy) meters: geometries, rasters and every column named x, y or ending in _x, _y.

    Codes (dong, PNU, national grid) keep naming the original place. The city itself is not changed.
    """
    layers = {}
    frames: dict[int, pd.DataFrame] = {}

    def moved(frame: pd.DataFrame) -> pd.DataFrame:
        if id(frame) not in frames:
            new = frame.copy()
            for column in new.columns:
                if column in ("x", "y") or column.endswith(("_x", "_y")):
                    new[column] = new[column] + (dx if column.endswith("x") else dy)
            frames[id(frame)] = new
        return frames[id(frame)]

    for name, layer in city.layers.items():
        wkb = None if layer.wkb is None else shifted(layer.wkb, dx, dy)
        layers[name] = Layer(layer.name, layer.title, layer.geometry, moved(layer.frame), wkb)
    rasters = {
        name: Raster(r.name, r.title, r.array, r.x0 + dx, r.y0 + dy, r.cell, r.nodata, r.kind, r.classes)
        for name, r in city.rasters.items()
    }
    truth = {name: moved(frame) for name, frame in city.truth.items()}
    return City(
        city.preset,
        city.seed,
        layers,
        rasters,
        truth,
        moved(city.buildings),
        moved(city.dong),
        moved(city.roads),
        city.x0 + dx,
        city.y0 + dy,
    )
