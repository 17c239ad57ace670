"""The bent lattice on which the district is laid out.

Positions are (u, v) meters on a straight lattice; a smooth map bends it into the plane. Its displacement has a
gradient below one everywhere, so that the map is one to one: whatever does not overlap on the lattice does not
overlap on the ground, and neighbors share their borders exactly.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .presets import BLOCK, CELL, CENTER_X, CENTER_Y, OLD, SUB, Preset

MARGIN = 150.0  # m between the lattice and the edge of the rasters
DEM_CELL = 5.0
_TAU = 2 * np.pi
# (amplitude m, wavelength u, wavelength v): assumption, chosen by eye
_WIDE = ((300.0, 9000.0, 8200.0), (110.0, 4700.0, 5600.0), (42.0, 2400.0, 2900.0))
_COUNTRY = ((26.0, 1500.0, 1100.0), (13.0, 800.0, 950.0))
_QUARTER = ((7.0, 420.0, 260.0), (4.0, 230.0, 330.0))


def smoothstep(x: np.ndarray) -> np.ndarray:
    """0 below 0, 1 above 1, smooth between."""
    x = np.clip(x, 0.0, 1.0)
    return x * x * (3 - 2 * x)


@dataclass
class Lattice:
    """The map (u, v) -> (x, y) in EPSG:5186."""

    preset: Preset
    phases: np.ndarray  # (terms, 4)
    scale: float = 1.0

    @classmethod
    def make(cls, preset: Preset, rng: np.random.Generator) -> Lattice:
        terms = len(_WIDE) + len(_COUNTRY) + len(_QUARTER)
        return cls(preset, rng.uniform(0, _TAU, size=(terms, 4)))

    @property
    def origin(self) -> tuple[float, float]:
        """South-western corner of the rasters, EPSG:5186, on a multiple of 10 m."""
        width, height = self.extent
        return round((CENTER_X - width / 2) / 10) * 10.0, round((CENTER_Y - height / 2) / 10) * 10.0

    @property
    def blocks(self) -> tuple[int, int]:
        """Blocks in u and v."""
        return self.preset.columns * SUB, self.preset.rows * SUB

    @property
    def extent(self) -> tuple[float, float]:
        """Width and height of the rasters, m."""
        return self.preset.columns * CELL + 2 * MARGIN, self.preset.rows * CELL + 2 * MARGIN

    def forward(self, u: np.ndarray, v: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """(u, v) -> (x, y)."""
        u, v = np.asarray(u, dtype=float), np.asarray(v, dtype=float)
        du, dv = self._displacement(u, v)
        mu, mv = self.preset.columns * CELL / 2, self.preset.rows * CELL / 2
        x0, y0 = self.origin[0] + MARGIN + mu, self.origin[1] + MARGIN + mv
        return x0 + self.scale * (u + du - mu), y0 + self.scale * (v + dv - mv)

    def inverse(self, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """(x, y) -> (u, v), by fixed-point iteration (the displacement contracts), to about a millimeter."""
        mu, mv = self.preset.columns * CELL / 2, self.preset.rows * CELL / 2
        x0, y0 = self.origin[0] + MARGIN + mu, self.origin[1] + MARGIN + mv
        u0, v0 = (np.asarray(x) - x0) / self.scale + mu, (np.asarray(y) - y0) / self.scale + mv
        u, v = u0, v0
        for _ in range(14):
            du, dv = self._displacement(u, v)
            u, v = u0 - du, v0 - dv
        return u, v

    def block_center(self, a: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Middle of blocks in (x, y)."""
        return self.forward((np.asarray(a) + 0.5) * BLOCK, (np.asarray(b) + 0.5) * BLOCK)

    def _displacement(self, u: np.ndarray, v: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        wide, country, quarter = self._envelopes(u, v)
        groups = [(term, wide) for term in _WIDE] + [(term, country) for term in _COUNTRY]
        groups += [(term, quarter) for term in _QUARTER]
        du, dv = np.zeros_like(u), np.zeros_like(v)
        for ((amplitude, lu, lv), envelope), phase in zip(groups, self.phases):
            du = du + amplitude * envelope * np.sin(_TAU * v / lv + phase[0]) * np.cos(_TAU * u / lu + phase[1])
            dv = dv + amplitude * envelope * np.sin(_TAU * u / lu + phase[2]) * np.cos(_TAU * v / lv + phase[3])
        return du, dv

    def _envelopes(self, u: np.ndarray, v: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Strength of the wide bends, of the country's and of the old quarters', each 0 to 1."""
        preset = self.preset
        core_u, core_v = preset.cores[0][0] * CELL, preset.cores[0][1] * CELL
        height = preset.rows * CELL
        # Less bend at the southern and northern edge, where the lattice would leave the rasters.
        wide = (0.2 + 0.8 * smoothstep(v / 3_000.0)) * (0.2 + 0.8 * smoothstep((height - v) / 2_600.0))
        wide = wide * (1 - 0.5 * np.exp(-((u - core_u) ** 2 + (v - core_v) ** 2) / 2_000.0**2))
        country = 1 - smoothstep((v - (preset.rural_below - 2) * CELL) / 1_600.0)
        quarter = np.zeros_like(u)
        for dong in preset.dong:
            if dong.kind == OLD:
                near = (u - (dong.column + 0.5) * CELL) ** 2 + (v - (dong.row + 0.5) * CELL) ** 2
                quarter = np.maximum(quarter, np.exp(-near / 750.0**2))
        return wide, country, quarter
