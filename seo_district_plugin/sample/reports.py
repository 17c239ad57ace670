"""Reports of trouble on foot by 100 m cell and year, with hot spots of known place and time.

Every cell has a level of its own, without any pattern in space: gamma with shape 6 around 4 reports a year. The years
scatter around it by Poisson. In three round areas, far from each other, the expected number is larger:

    persistent  three times as many in every year
    historical  three times as many in every year but the last
    new         four times as many in the last year only

The truth names the areas and the cells that lie in them.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy.spatial import cKDTree

from .model import Layer, title
from .work import Work

YEARS = tuple(range(2016, 2026))
LEVEL, SHAPE = 4.0, 6.0
SPOTS = (("persistent", 3.0), ("historical", 3.0), ("new", 4.0))
RADIUS, TINY_RADIUS = 320.0, 190.0


def make_reports(work: Work) -> None:
    """Add the layer ``walk_rpt`` (cells; y2016 ... y2025) and the truth ``hot_spots`` and ``hot_spot_cells``."""
    rng = work.rng("reports")
    grid = work.city.layers["population_grid"]
    frame = grid.frame[["gid", "x", "y", "dong_cd", "dong_nm"]].copy()
    at = frame[["x", "y"]].to_numpy()
    radius = TINY_RADIUS if work.preset.name == "tiny" else RADIUS
    centers = _centers(at, grid.frame["pop"].to_numpy(), radius, rng)
    expected = rng.gamma(SHAPE, LEVEL / SHAPE, len(at))[:, None] * np.ones(len(YEARS))
    cells = []
    for (kind, times), center in zip(SPOTS, centers, strict=True):
        inside = np.hypot(*(at - center).T) <= radius
        years = {"persistent": slice(None), "historical": slice(0, -1), "new": slice(-1, None)}[kind]
        expected[inside, years] *= times
        cells.append(pd.DataFrame({"gid": frame["gid"][inside], "kind": kind}))
    counts = rng.poisson(expected)
    for k, year in enumerate(YEARS):
        frame[f"y{year}"] = counts[:, k]
    text = title("Reports of trouble on foot by 100 m cell and year", "보행 불편 신고(100 m 격자, 연도별)")
    work.city.add(Layer("walk_rpt", text, "polygon", frame, list(grid.wkb)))
    work.city.truth["hot_spots"] = pd.DataFrame(
        {
            "kind": [kind for kind, _ in SPOTS],
            "x": centers[:, 0].round(2),
            "y": centers[:, 1].round(2),
            "radius": radius,
            "times": [times for _, times in SPOTS],
        }
    )
    work.city.truth["hot_spot_cells"] = pd.concat(cells, ignore_index=True)


def _centers(at: np.ndarray, people: np.ndarray, radius: float, rng: np.random.Generator) -> np.ndarray:
    """One cell per area: with all cells around it in the district, the next one always farthest from those chosen."""
    near = cKDTree(at).query_ball_point(at, radius, return_length=True)
    inner = at[(near >= 0.9 * np.percentile(near, 95)) & (people > 0)]
    chosen = [inner[int(rng.integers(len(inner)))]]
    while len(chosen) < len(SPOTS):
        far = np.min([np.hypot(*(inner - place).T) for place in chosen], axis=0)
        chosen.append(inner[int(np.argmax(far))])
    return np.array(chosen)
