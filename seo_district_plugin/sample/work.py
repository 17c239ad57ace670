"""What the parts of the district share while it is being made."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from . import wkb
from .borders import Borders
from .districts import Cells
from .ground import Ground
from .lattice import Lattice
from .model import City, Layer, title
from .presets import Preset
from .streams import stream
from .streets import Streets
from .uses import Uses


@dataclass
class Work:
    """The district under construction; ``city`` takes the finished layers.

    Attributes:
        dem: heights at 5 m (rows, columns), north up; water: mask of the same cells.
        corners: (n, 4, 2) footprints of the buildings.
        seed: of the whole; :meth:`rng` gives each part its own stream.
    """

    preset: Preset
    seed: int
    city: City
    lattice: Lattice
    cells: Cells
    ground: Ground
    uses: Uses
    borders: Borders
    streets: Streets
    lots: pd.DataFrame
    corners: np.ndarray
    dem: np.ndarray
    water: np.ndarray

    def rng(self, part: str) -> np.random.Generator:
        """The random stream of one part."""
        return stream(self.seed, part)

    @property
    def buildings(self) -> pd.DataFrame:
        """The city's buildings."""
        return self.city.buildings

    def count(self, what: str) -> int:
        """How many of a kind the preset asks for."""
        return self.preset.counts[what]

    def height(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Height of the DEM cell at points."""
        x0, y0 = self.lattice.origin
        row = self.dem.shape[0] - 1 - ((np.asarray(y) - y0) // 5.0).astype(int)
        column = ((np.asarray(x) - x0) // 5.0).astype(int)
        row, column = np.clip(row, 0, self.dem.shape[0] - 1), np.clip(column, 0, self.dem.shape[1] - 1)
        return self.dem[row, column]

    def blocks_of(self, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Blocks (a, b) in which points lie, kept within the lattice."""
        u, v = self.lattice.inverse(x, y)
        high = self.uses.use.shape
        return (
            np.clip((u // 100.0).astype(int), 0, high[0] - 1),
            np.clip((v // 100.0).astype(int), 0, high[1] - 1),
        )

    def dong_columns(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Add dong_cd and dong_nm of the points x, y; blank outside."""
        a, b = self.blocks_of(frame["x"].to_numpy(), frame["y"].to_numpy())
        index = self.uses.dong[a, b]
        codes = np.array([*self.cells.dong_codes, ""], dtype=object)
        names = np.array([*(plan.name for plan in self.preset.dong), ""], dtype=object)
        frame["dong_cd"], frame["dong_nm"] = codes[index], names[index]
        return frame

    def add_points(self, name: str, english: str, korean: str, frame: pd.DataFrame) -> None:
        """Add a point layer from columns x, y (rounded to centimeters)."""
        frame = frame.reset_index(drop=True)
        frame["x"], frame["y"] = frame["x"].round(2), frame["y"].round(2)
        self.city.add(Layer(name, title(english, korean), "point", frame, wkb.points(frame[["x", "y"]].to_numpy())))

    def add_quads(self, name: str, english: str, korean: str, frame: pd.DataFrame, corners: np.ndarray) -> None:
        """Add a polygon layer of rectangles bent with the lattice."""
        self.city.add(Layer(name, title(english, korean), "polygon", frame.reset_index(drop=True), wkb.quads(corners)))
