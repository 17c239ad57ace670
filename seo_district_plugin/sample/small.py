"""A small made-up district for a first look: six dong, their shops, schools, bike stations, roads and passers-by.

Coordinates are in EPSG:5186, so that the rules for Korean CRS apply; names are invented. The busiest place is known:
shops, pupils and people gather around ``CENTER``, a second, weaker center lies at ``SECOND``.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

EPSG = 5186
WEST, SOUTH, WIDTH, HEIGHT = 231_000.0, 313_000.0 + 100_000.0, 4_200.0, 3_000.0
CENTER = (WEST + 2_350.0, SOUTH + 1_750.0)
SECOND = (WEST + 850.0, SOUTH + 700.0)
DONG = ("가람동", "나래동", "다솜동", "라온동", "마루동", "보람동")
INDUSTRIES = ("음식", "소매", "교육", "의료", "생활서비스", "숙박", "여가")
ROADS = ("가람대로", "나래로", "다솜로", "라온로", "마루길", "보람길", "누리로")


@dataclass(frozen=True)
class SmallDistrict:
    """The layers: each frame has a row per feature; geometry is in columns or arrays beside it.

    Attributes:
        dong: code, dong; dong_rings: one (5, 2) closed ring each.
        stores: store_id, name, industry, x, y.
        schools: school, students, x, y.
        bikes: station, x, y.
        roads: name, highway; road_lines: one (k, 2) line each.
        flow: dong_code, month, pop_month_avg: floating population per dong and month.
        places: name, x, y: places that a council asks about.
    """

    dong: pd.DataFrame
    dong_rings: list[np.ndarray]
    stores: pd.DataFrame
    schools: pd.DataFrame
    bikes: pd.DataFrame
    roads: pd.DataFrame
    road_lines: list[np.ndarray]
    flow: pd.DataFrame
    places: pd.DataFrame


def small_district(seed: int = 0) -> SmallDistrict:
    """Make the district; the same seed gives the same values."""
    draw = np.random.default_rng(seed)
    rings = _dong_rings()
    codes = [f"99{number:06d}" for number in range(10, 70, 10)]
    stores = _stores(draw)
    roads, lines = _roads()
    return SmallDistrict(
        dong=pd.DataFrame({"code": codes, "dong": DONG}),
        dong_rings=rings,
        stores=stores,
        schools=_schools(draw),
        bikes=_bikes(draw),
        roads=roads,
        road_lines=lines,
        flow=_flow(draw, codes, rings, stores),
        places=pd.DataFrame(
            {
                "name": ["가상시장 앞", "누리공원", "보람도서관"],
                "x": [CENTER[0] + 60, WEST + 3_700, SECOND[0] - 120],
                "y": [CENTER[1] - 90, SOUTH + 2_600, SECOND[1] + 60],
            }
        ),
    )


def _dong_rings() -> list[np.ndarray]:
    """Three by two blocks with bent borders that neighbors share exactly."""
    columns = np.array([0.0, 1_500.0, 2_900.0, WIDTH])
    rows = np.array([0.0, 1_350.0, HEIGHT])
    bend = np.array([[0.0, 60.0, -40.0, 0.0], [90.0, -70.0, 110.0, -50.0], [0.0, 80.0, -60.0, 0.0]])
    rings = []
    for row in range(2):
        for column in range(3):
            corners = [(row, column), (row, column + 1), (row + 1, column + 1), (row + 1, column), (row, column)]
            rings.append(
                np.array([(WEST + columns[j] + bend[i, j], SOUTH + rows[i] + bend[i, j] / 2) for i, j in corners])
            )
    return rings


def _around(draw: np.random.Generator, place: tuple[float, float], spread: float, count: int) -> np.ndarray:
    """Points in a cloud around a place, kept inside the district."""
    points = draw.normal(place, spread, size=(count, 2))
    return np.clip(points, (WEST + 130, SOUTH + 130), (WEST + WIDTH - 130, SOUTH + HEIGHT - 130)).round(1)


def _stores(draw: np.random.Generator) -> pd.DataFrame:
    parts = [
        _around(draw, CENTER, 260.0, 900),
        _around(draw, SECOND, 200.0, 260),
        draw.uniform((WEST + 130, SOUTH + 130), (WEST + WIDTH - 130, SOUTH + HEIGHT - 130), size=(240, 2)).round(1),
    ]
    xy = np.vstack(parts)
    industry = draw.choice(INDUSTRIES, size=len(xy), p=(0.3, 0.26, 0.12, 0.08, 0.14, 0.03, 0.07))
    number = np.arange(1, len(xy) + 1)
    return pd.DataFrame(
        {
            "store_id": [f"SYN{i:06d}" for i in number],
            "name": [f"가상상점 {i}" for i in number],
            "industry": industry,
            "x": xy[:, 0],
            "y": xy[:, 1],
        }
    )


def _schools(draw: np.random.Generator) -> pd.DataFrame:
    xy = np.vstack([_around(draw, CENTER, 300.0, 5), _around(draw, SECOND, 300.0, 3)])
    names = [f"가상{word}초등학교" for word in ("가람", "나래", "다솜", "라온", "마루", "보람", "누리", "한빛")]
    return pd.DataFrame({"school": names, "students": draw.integers(180, 1_200, len(xy)), "x": xy[:, 0], "y": xy[:, 1]})


def _bikes(draw: np.random.Generator) -> pd.DataFrame:
    xy = np.vstack([_around(draw, CENTER, 600.0, 22), _around(draw, SECOND, 400.0, 8)])
    return pd.DataFrame({"station": [f"가상대여소 {i}" for i in range(1, len(xy) + 1)], "x": xy[:, 0], "y": xy[:, 1]})


def _roads() -> tuple[pd.DataFrame, list[np.ndarray]]:
    """Main roads on a grid through both centers; the first two cross at the center."""
    lines = [
        [(WEST, CENTER[1]), (WEST + WIDTH, CENTER[1] + 40)],
        [(CENTER[0], SOUTH), (CENTER[0] - 30, SOUTH + HEIGHT)],
        [(WEST, SECOND[1]), (WEST + WIDTH, SECOND[1] - 60)],
        [(SECOND[0], SOUTH), (SECOND[0] + 50, SOUTH + HEIGHT)],
        [(WEST + 3_500, SOUTH), (WEST + 3_450, SOUTH + HEIGHT)],
        [(WEST, SOUTH + 2_450), (WEST + WIDTH, SOUTH + 2_500)],
        [SECOND, (WEST + 1_600, SOUTH + 1_250), CENTER],
    ]
    classes = ["primary", "primary", "secondary", "secondary", "tertiary", "tertiary", "secondary"]
    return pd.DataFrame({"name": ROADS, "highway": classes}), [np.array(line, dtype=float) for line in lines]


def _flow(draw: np.random.Generator, codes: list[str], rings: list[np.ndarray], stores: pd.DataFrame) -> pd.DataFrame:
    """Passers-by per dong and month: a base, and so many for each shop, with a little noise."""
    rows = []
    for code, ring in zip(codes, rings):
        low, high = ring.min(axis=0), ring.max(axis=0)
        inside = stores["x"].between(low[0], high[0]) & stores["y"].between(low[1], high[1])
        usual = 9_000 + 110 * int(inside.sum())
        for month in range(202501, 202513):
            rows.append((code, str(month), int(usual * draw.normal(1.0, 0.04))))
    return pd.DataFrame(rows, columns=["dong_code", "month", "pop_month_avg"])
