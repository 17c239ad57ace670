"""Land cover and soil as category rasters of 10 m cells."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from .ground import COARSE, fine, river_distance, stream_distance
from .lattice import DEM_CELL
from .model import Raster, title
from .presets import BLOCK
from .streets import WIDTH
from .uses import COMPLEX, FARM, FOREST, OLD_HOMES, OUTSIDE, PARK, PUBLIC, SCHOOL, SHOPS, VILLAGE, VILLAS, WATER
from .work import Work

CELL = 10.0
# Codes and names of the national land cover map, middle classes (환경부 토지피복지도 중분류).
LAND_COVER = {
    110: {"en": "Residential", "ko": "주거지역"},
    130: {"en": "Commercial", "ko": "상업지역"},
    150: {"en": "Traffic", "ko": "교통지역"},
    160: {"en": "Public facilities", "ko": "공공시설지역"},
    210: {"en": "Paddy", "ko": "논"},
    220: {"en": "Dry field", "ko": "밭"},
    310: {"en": "Broadleaf forest", "ko": "활엽수림"},
    320: {"en": "Conifer forest", "ko": "침엽수림"},
    330: {"en": "Mixed forest", "ko": "혼효림"},
    420: {"en": "Artificial grassland", "ko": "인공초지"},
    510: {"en": "Inland wetland", "ko": "내륙습지"},
    710: {"en": "Inland water", "ko": "내륙수"},
}
SOIL = {
    1: {"en": "Hydrologic soil group A (sand)", "ko": "수문학적 토양군 A"},
    2: {"en": "Hydrologic soil group B (loam)", "ko": "수문학적 토양군 B"},
    3: {"en": "Hydrologic soil group C (clay loam)", "ko": "수문학적 토양군 C"},
    4: {"en": "Hydrologic soil group D (clay, rock)", "ko": "수문학적 토양군 D"},
}
_COVER_OF_USE = {
    VILLAGE: 110,
    COMPLEX: 110,
    OLD_HOMES: 110,
    VILLAS: 110,
    SHOPS: 130,
    SCHOOL: 160,
    PUBLIC: 160,
    PARK: 420,
}


def make_surfaces(work: Work) -> None:
    """Add the rasters dem, land_cover and soil."""
    x0, y0 = work.lattice.origin
    width, height = work.lattice.extent
    top = y0 + height
    dem_title = title("Elevation 5 m", "수치표고모델 5 m")
    work.city.rasters["dem"] = Raster("dem", dem_title, work.dem, x0, top, DEM_CELL, -9999.0, "elevation")
    rows, columns = round(height / CELL), round(width / CELL)
    u = fine(work.ground.u, rows, columns, CELL)
    v = fine(work.ground.v, rows, columns, CELL)
    a = np.clip((u // BLOCK).astype(int), 0, work.uses.use.shape[0] - 1)
    b = np.clip((v // BLOCK).astype(int), 0, work.uses.use.shape[1] - 1)
    rng = work.rng("surfaces")
    cover = _cover(work, u, v, a, b, rng)
    soil = _soil(work, u, v, cover, rng)
    for name, text, array, classes in (
        ("land_cover", title("Land cover", "토지피복지도"), cover, LAND_COVER),
        ("soil", title("Hydrologic soil group", "수문학적 토양군"), soil, SOIL),
    ):
        work.city.rasters[name] = Raster(name, text, array, x0, top, CELL, 0, "category", classes)


def _patches(shape: tuple[int, int], sigma: float, rng: np.random.Generator) -> np.ndarray:
    """Smooth noise with values spread evenly over 0 to 1, drawn coarse and enlarged."""
    step = 4
    raw = rng.standard_normal((shape[0] // step + 2, shape[1] // step + 2))
    smooth = ndimage.gaussian_filter(raw, sigma / step)
    smooth = (np.argsort(np.argsort(smooth, axis=None)) / smooth.size).reshape(smooth.shape)
    return np.repeat(np.repeat(smooth, step, axis=0), step, axis=1)[: shape[0], : shape[1]]


def _cover(
    work: Work, u: np.ndarray, v: np.ndarray, a: np.ndarray, b: np.ndarray, rng: np.random.Generator
) -> np.ndarray:
    use = work.uses.use[a, b]
    hills = fine(work.ground.hills, u.shape[0], u.shape[1], CELL)
    forest = np.where(_patches(u.shape, 26.0, rng) < 0.3, 330, 310)
    forest = np.where(_patches(u.shape, 26.0, rng) < 0.35, 320, forest)
    field = np.where(_patches(u.shape, 12.0, rng) < 0.55, 210, 220)
    table = np.zeros(12, dtype=int)
    for code, cover in _COVER_OF_USE.items():
        table[code] = cover
    cover = table[use]
    wild = np.isin(use, (FOREST, OUTSIDE)) & (hills > 12.0)
    cover = np.where((use == FOREST) | wild, forest, cover)
    cover = np.where((use == FARM) | ((use == OUTSIDE) & ~wild), field, cover)
    cover = np.where(use == WATER, 420, cover)
    cover[_on_street(work, u, v, a, b)] = 150
    wet = work.water[::2, ::2][: u.shape[0], : u.shape[1]]
    river, stream = np.abs(river_distance(work.preset, v)), stream_distance(work.preset, u, v)
    cover[((river < 60.0) | (stream < 20.0)) & ~wet & (cover != 150)] = 510
    cover[wet] = 710
    return cover.astype(np.int16)


def _on_street(work: Work, u: np.ndarray, v: np.ndarray, a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Cells within the width of a street beside their block."""
    streets = work.streets
    widths = streets.roads["class"].map(WIDTH).to_numpy(dtype=float)
    upright = np.where(streets.vertical.there, widths[streets.vertical.road], 0.0)
    level = np.where(streets.horizontal.there, widths[streets.horizontal.road], 0.0)
    in_u, in_v = u - a * BLOCK, v - b * BLOCK
    within = (in_u >= 0) & (in_u <= BLOCK) & (in_v >= 0) & (in_v <= BLOCK)  # beyond the lattice there are no streets
    on = (in_u < upright[a, b] / 2) | (BLOCK - in_u < upright[a + 1, b] / 2)
    on |= (in_v < level[a, b] / 2) | (BLOCK - in_v < level[a, b + 1] / 2)
    return on & within


def _soil(work: Work, u: np.ndarray, v: np.ndarray, cover: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Sand by the water, loam on the terraces, clay on the plain, rock where it is steep (assumption)."""
    fall_y, fall_x = np.gradient(work.ground.heights, COARSE)
    slope = fine(np.hypot(fall_x, fall_y), u.shape[0], u.shape[1], CELL)
    water = np.minimum(np.abs(river_distance(work.preset, v)), stream_distance(work.preset, u, v))
    noise = _patches(u.shape, 20.0, rng)
    wetness = water / 900.0 + 0.8 * (noise - 0.5)
    soil = np.select([slope > 0.32, wetness < 0.15, wetness < 0.75], [4, 1, 2], 3)
    soil = np.where((cover == 210) & (noise > 0.6), 4, soil)
    return np.where(cover == 710, 0, soil).astype(np.int16)
