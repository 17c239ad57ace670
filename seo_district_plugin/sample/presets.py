"""The two made-up districts as plans: size, outline, dong, river, hills and how many things there are of each kind.

Names are invented; the codes begin with the place's code but belong to no real dong. Positions are in cells of the
street lattice (400 m), from the south-western corner.
"""

from __future__ import annotations

from dataclasses import dataclass

CELL = 400.0  # side of a lattice cell, m: distance of collector streets; arterials on every second line
SUB = 4  # blocks per cell and direction
BLOCK = CELL / SUB
PLACE_CODE = "30170"  # 시군구 code of the place where the sample stands
AUTHORITY = "3660000"
CENTER_X, CENTER_Y = 230_600.0, 409_000.0  # EPSG:5186

CENTER, APART, OLD, HILL, RURAL = "center", "apartment", "old", "hill", "rural"


@dataclass(frozen=True)
class DongPlan:
    """One dong: name, legal dong in it, kind, seed cell, cells it should have."""

    name: str
    legal: tuple[str, ...]
    kind: str
    column: int
    row: int
    cells: int


@dataclass(frozen=True)
class Preset:
    """A plan.

    Attributes:
        columns, rows: lattice cells of the frame; km2: area of the district.
        outline: (share of the height, middle column, width in cells): the width is scaled to reach the area.
        river_row, stream_column: lattice cells through which the river and its tributary run.
        rural_below: row below which the country begins; west_hills: whether hills follow the western border.
        cores: (column, row, strength) of the shopping centers, the strongest first.
        hills: (column, row, height m, radius m) of single hills; summit: highest point of the district, m.
        counts: features per kind.
    """

    name: str
    columns: int
    rows: int
    km2: float
    population: int
    households: int
    shops: int
    outline: tuple[tuple[float, float, float], ...]
    river_row: int
    stream_column: int
    rural_below: float
    west_hills: bool
    cores: tuple[tuple[float, float, float], ...]
    hills: tuple[tuple[float, float, float, float], ...]
    summit: float
    dong: tuple[DongPlan, ...]
    counts: dict[str, int]


def _dong(name: str, kind: str, column: int, row: int, cells: int, legal: str = "") -> DongPlan:
    return DongPlan(name, tuple(legal.split()) if legal else (name,), kind, column, row, cells)


_DISTRICT_DONG = (
    _dong("새빛1동", CENTER, 15, 36, 9, "새빛동"),
    _dong("새빛2동", CENTER, 18, 36, 9, "새빛동"),
    _dong("새빛3동", CENTER, 17, 39, 10, "새빛동"),
    _dong("윤슬동", CENTER, 13, 37, 11),
    _dong("별하1동", APART, 15, 42, 12, "별하동"),
    _dong("별하2동", APART, 20, 42, 12, "별하동"),
    _dong("물빛동", APART, 12, 41, 11),
    _dong("너울동", APART, 14, 49, 24),
    _dong("도란동", APART, 18, 49, 24),
    _dong("해든1동", OLD, 20, 38, 9, "해든동"),
    _dong("해든2동", OLD, 20, 34, 11, "해든동"),
    _dong("솔빛1동", OLD, 18, 32, 10, "솔빛동"),
    _dong("솔빛2동", OLD, 15, 33, 9, "솔빛동"),
    _dong("온새동", OLD, 18, 29, 12),
    _dong("여울빛동", OLD, 14, 30, 11),
    _dong("볕내동", HILL, 11, 34, 20),
    _dong("구름채동", HILL, 9, 39, 20),
    _dong("미르내동", APART, 15, 26, 13),
    _dong("이든동", APART, 18, 26, 12),
    _dong("늘솔동", APART, 20, 30, 11),
    _dong("다솔동", OLD, 12, 27, 12),
    _dong("라온빛동", APART, 14, 22, 20),
    _dong("마루샘동", APART, 18, 22, 18),
    _dong(
        "너른들동",
        RURAL,
        13,
        10,
        285,
        "너른들동 샘골동 참나무골동 바위실동 느티울동 밤나무실동 곧은골동 아랫솔동 윗솔동",
    ),
)

DISTRICT = Preset(
    name="district",
    columns=28,
    rows=52,
    km2=95.0,  # Seo-gu: 95.48 km2 (korea_public_data.md section 11)
    population=470_000,  # Seo-gu: 472,417 in 2022-03 (same place)
    households=208_000,  # assumption: 2.26 persons per household, as in Korean cities about 2022
    shops=26_884,  # shops of Seo-gu in 2026-05 (README of seogu_stores)
    outline=(
        (0.00, 14.0, 9.0),
        (0.06, 13.5, 14.0),
        (0.20, 12.5, 19.0),
        (0.32, 13.5, 17.0),
        (0.40, 15.5, 10.5),
        (0.52, 15.5, 11.0),
        (0.64, 15.0, 13.0),
        (0.76, 14.8, 14.0),
        (0.88, 15.5, 12.0),
        (1.00, 16.0, 9.0),
    ),
    river_row=45,
    stream_column=11,
    rural_below=21.0,
    west_hills=True,
    cores=((18.0, 37.0, 1.0), (14.0, 36.0, 0.55), (18.0, 30.0, 0.45), (15.0, 22.5, 0.4), (17.0, 49.0, 0.35)),
    hills=((16.5, 34.6, 62.0, 330.0), (21.2, 27.0, 95.0, 420.0), (13.2, 47.5, 70.0, 380.0), (19.6, 50.5, 55.0, 300.0)),
    summit=600.0,  # as asked: hills in the west and south up to about 600 m
    dong=_DISTRICT_DONG,
    counts={
        "elementary": 42,  # Seo-gu 2026-03 (daejeon_schools)
        "middle": 29,  # the same
        "high": 17,  # assumption
        "kindergarten": 56,  # kindergartens and day care with a protection zone in Seo-gu (daejeon_child_zones)
        "daycare": 55,
        "child_center": 30,  # assumption
        "child_care": 16,  # assumption: after-school care places (다함께돌봄센터)
        "elderly_care": 42,  # assumption
        "bikes": 365,  # stations in Seo-gu (daejeon_bike_stations)
        "bus_stops": 620,  # assumption
        "cctv": 1_700,  # assumption
        "lights": 9_500,  # assumption
        "police": 14,  # assumption
        "safe_shops": 90,  # assumption
        "salt_boxes": 260,  # assumption
        "gauges": 6,  # assumption
        "sensors": 12,
        "boards": 24,  # assumption: public notice boards standing
        "candidates": 160,
        "public_land": 420,
        "regeneration": 4,
        "villages": 45,
        "greenhouses": 1_400,
        "dips": 8,
    },
)

TINY = Preset(
    name="tiny",
    columns=7,
    rows=5,
    km2=2.1,
    population=12_000,
    households=5_300,
    shops=620,
    outline=((0.0, 3.4, 2.6), (0.5, 3.5, 3.0), (1.0, 3.6, 2.6)),
    river_row=4,
    stream_column=1,
    rural_below=-20.0,
    west_hills=False,
    cores=((4.0, 2.0, 0.55), (3.0, 0.6, 0.12)),
    hills=((2.2, 1.0, 70.0, 260.0),),
    summit=140.0,
    dong=(
        _dong("새빛동", CENTER, 4, 2, 5),
        _dong("솔빛동", OLD, 3, 0, 4),
        _dong("별하동", APART, 3, 3, 4),
    ),
    counts={
        "elementary": 2,
        "middle": 1,
        "high": 1,
        "kindergarten": 3,
        "daycare": 3,
        "child_center": 2,
        "child_care": 2,
        "elderly_care": 3,
        "bikes": 12,
        "bus_stops": 16,
        "cctv": 40,
        "lights": 220,
        "police": 1,
        "safe_shops": 4,
        "salt_boxes": 8,
        "gauges": 2,
        "sensors": 12,
        "boards": 3,
        "candidates": 25,
        "public_land": 40,
        "regeneration": 1,
        "villages": 0,
        "greenhouses": 0,
        "dips": 2,
    },
)

PRESETS = {"tiny": TINY, "district": DISTRICT}

ROAD_WORDS = (
    "가람 나래 다온 라온 마루 바른 새빛 아라 자람 찬빛 한결 해솔 다솔 도란 미르 보늬 슬기 아리 여울 예솔 은결 이든 "
    "초롱 큰솔 푸름 하늬 한울 햇살 온새 윤슬 별하 물빛 너울 볕내 구름채 꽃뫼 달빛 들꽃 로운 모람 바다솔 빛솔 사라 "
    "시온 아미 어울 누리 고운 그린내 나린 단미 두리 매솜 미리내 산들 소담 수피 안다미 여우별 잎새 파란 포롱 "
    "하람 해윰 흰여울 가온 글샘 노을 다래 둥지 마중 반딧 봄내 새뜰 솔찬 우솔 이음 참솔 터울 풀잎 한솔 해맑"
).split()
"""Stems of invented road names."""
