"""Buildings with the columns of the building register.

Shares of structures, roofs and years are assumptions made to look like a Korean city: brick houses with tiles before
1985, houses of several homes with half basements from 1985 to 2000, tall complexes from 1990 on.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

from .districts import Cells
from .lattice import Lattice
from .lots import lot_corners
from .presets import Preset
from .streams import shares_to_counts
from .streets import Streets
from .uses import COMPLEX, OLD_HOMES, PARK, PUBLIC, SCHOOL, SHOPS, VILLAGE, VILLAS, Uses

HOUSE, FLATS, SHOP1, SHOP2 = "단독주택", "공동주택", "제1종근린생활시설", "제2종근린생활시설"
OFFICE, EDUCATION, CIVIC, MEDICAL = "업무시설", "교육연구시설", "공공용시설", "의료시설"
LODGING, SALES = "숙박시설", "판매시설"
BRICK, CONCRETE, BLOCKS, WOOD, STEEL = "벽돌구조", "철근콘크리트구조", "블록구조", "일반목구조", "경량철골구조"
FLAT_ROOF, TILES, SLATE, PANEL = "(철근)콘크리트", "기와", "슬레이트", "기타지붕"
PERSONS_PER_HOUSEHOLD = {COMPLEX: 2.55, OLD_HOMES: 1.95, VILLAS: 2.05, SHOPS: 1.4, VILLAGE: 1.85}  # assumption
SHOP_DECAY = 0.125
"""Shops by rank of the dong: shares fall by exp(-0.125 rank), fitted to the counts of the 24 dong of seogu_stores
(3,030 in the first, 895 in the 11th, 169 in the last)."""


def make_buildings(
    preset: Preset,
    lattice: Lattice,
    cells: Cells,
    uses: Uses,
    streets: Streets,
    lots: pd.DataFrame,
    rng: np.random.Generator,
) -> tuple[pd.DataFrame, np.ndarray]:
    """Register frame and footprints.

    Returns:
        The frame, one row per building: bld_id, x, y (local meters), dong (index), dong_nm, dong_cd, ldong_nm,
        ldong_cd, road, road_cd, main, sub, lot_main, lot_sub, mountain, pnu, bld_mgt, name, part (101동 ...), use,
        floors, basement, semi_base (0/1), structure, roof, year, foot_m2, area (all floors), height, households,
        res_area (residential m2), persons, busy (0 to 1), shops (expected number of open shops), units (rooms for
        shops), block_use, lot (row in the lots); and the footprints (n, 4, 2).
    """
    standing = lots[~lots["vacant"] & (lots["block_use"] != PARK)]
    base = _bodies(standing, rng)
    corners = lot_corners(lattice, base)
    base["x"], base["y"] = corners[..., 0].mean(axis=1), corners[..., 1].mean(axis=1)
    base["foot_m2"] = _quad_area(corners).round(1)
    base["busy"] = uses.busy[base["a"], base["b"]].round(4)
    road_class = streets.roads["class"].to_numpy(dtype=object)[base["road_ix"]]
    base["front"] = np.select([road_class == "arterial", road_class == "collector"], [1.0, 0.6], 0.0)
    _register(base, rng)
    _fill(preset, base, rng)
    _shops(preset, base, rng)
    _identify(base, cells, preset, streets)
    columns = "bld_id x y dong dong_nm dong_cd ldong_nm ldong_cd road road_cd main sub lot_main lot_sub mountain pnu"
    columns += " bld_mgt name part use floors basement semi_base structure roof year foot_m2 area height households"
    columns += " res_area persons busy shops units block_use lot"
    return base[columns.split()], corners


def _quad_area(corner: np.ndarray) -> np.ndarray:
    x, y = corner[..., 0] - corner[:, :1, 0], corner[..., 1] - corner[:, :1, 1]
    return 0.5 * (x * np.roll(y, -1, 1) - np.roll(x, -1, 1) * y).sum(axis=1)


def _bodies(lots: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Lattice rectangles of the buildings: one per lot, two to four slabs in a complex."""
    lots = lots.assign(lot=lots.index, part_no=0)
    complexes = lots["block_use"] == COMPLEX
    plain = lots[~complexes].copy()
    inset = plain["block_use"].map({OLD_HOMES: 1.3, VILLAS: 2.0, VILLAGE: 4.0, SHOPS: 1.5, PUBLIC: 18.0}).fillna(1.5)
    jitter = rng.uniform(0.0, 0.5, (4, len(plain)))
    plain["u0"] += inset + jitter[0]
    plain["u1"] -= inset + jitter[1]
    plain["v0"] += inset + jitter[2]
    plain["v1"] -= inset + jitter[3]
    school = plain["block_use"] == SCHOOL  # one wing along the northern side
    plain.loc[school, "v0"] = plain.loc[school, "v1"] - 16.0
    plain.loc[school, "u0"] += 9.0
    plain.loc[school, "u1"] -= 9.0
    slabs = []
    for columns, rows, blocks in ((1, 2, 1), (2, 2, 2)):
        own = lots[complexes & (lots["blocks"] == blocks)]
        for k in range(columns * rows):
            slab = own.assign(part_no=k + 1)
            wide, deep = (own["u1"] - own["u0"]) / columns, (own["v1"] - own["v0"]) / rows
            middle_u = own["u0"] + (k % columns + 0.5) * wide
            middle_v = own["v0"] + (k // columns + 0.5) * deep
            slab["u0"], slab["u1"] = middle_u - 21.0, middle_u + 21.0
            slab["v0"], slab["v1"] = middle_v - 6.5, middle_v + 6.5
            slabs.append(slab)
    towers = pd.concat(slabs) if slabs else lots[:0]
    # A quarter of the places for a slab are left as gardens (assumption), never the first of a complex.
    towers = towers[(towers["part_no"] == 1) | (rng.random(len(towers)) > 0.25)]
    return pd.concat([plain, towers]).sort_values(["lot", "part_no"], kind="stable", ignore_index=True)


def _pick(rng: np.random.Generator, count: int, table: dict[str, float]) -> np.ndarray:
    share = np.array(list(table.values()))
    return np.array(list(table), dtype=object)[rng.choice(len(share), size=count, p=share / share.sum())]


def _register(base: pd.DataFrame, rng: np.random.Generator) -> None:
    """Use, floors, year, structure, roof, half basement."""
    n = len(base)
    block = base["block_use"].to_numpy()
    busy, front = base["busy"].to_numpy(), base["front"].to_numpy()
    chance = rng.random(n)
    mixed = chance < np.clip(0.04 + 0.55 * front + 0.5 * busy, 0, 0.92)
    shop_kind = _pick(rng, n, {SHOP1: 0.4, SHOP2: 0.6})
    center = _pick(rng, n, {SHOP1: 0.24, SHOP2: 0.46, OFFICE: 0.18, SALES: 0.05, MEDICAL: 0.03, LODGING: 0.04})
    homes = np.where(block == VILLAS, FLATS, HOUSE)
    use = np.where(mixed, shop_kind, homes)
    use = np.select(
        [block == COMPLEX, block == SHOPS, block == SCHOOL, block == PUBLIC],
        [FLATS, center, EDUCATION, CIVIC],
        use,
    ).astype(object)
    tall = rng.beta(2.0, 2.6, n)
    floors = np.select(
        [block == COMPLEX, block == SHOPS, block == SCHOOL, block == PUBLIC, block == VILLAS, block == VILLAGE],
        [5 + 20 * tall, 2 + (4 + 12 * busy * (0.5 + front / 2)) * tall, 3 + 2 * tall, 2 + 5 * tall, 3 + 2.4 * tall, 1],
        1 + 2.9 * tall,
    ).round()
    old_year = 1962 + 42 * rng.beta(3.2, 2.2, n)
    year = np.select(
        [block == COMPLEX, block == SHOPS, block == SCHOOL, block == VILLAS, block == VILLAGE],
        [
            1988 + 36 * rng.beta(1.8, 2.0, n),
            1985 + 38 * rng.beta(1.6, 2.2, n),
            1970 + 50 * rng.beta(2, 2, n),
            1992 + 30 * rng.beta(2.0, 2.0, n),
            1950 + 70 * rng.beta(2.2, 2.4, n),
        ],
        old_year,
    ).astype(int)
    # Slabs of one complex are built in one year.
    same = base.assign(year=year).groupby("lot")["year"].transform("first").to_numpy()
    year = np.where(block == COMPLEX, same, year)
    base["use"], base["floors"], base["year"] = use, floors.astype(int), year
    low = (floors <= 3) & np.isin(block, (OLD_HOMES, VILLAGE))
    house = _pick(rng, n, {BRICK: 0.64, CONCRETE: 0.2, BLOCKS: 0.1, STEEL: 0.06})
    early = _pick(rng, n, {BRICK: 0.45, BLOCKS: 0.25, WOOD: 0.25, CONCRETE: 0.05})
    structure = np.where(low, np.where(year < 1978, early, house), CONCRETE)
    structure = np.where((block == VILLAS) & (rng.random(n) < 0.15), BRICK, structure)
    roof_old = _pick(rng, n, {TILES: 0.45, SLATE: 0.25, FLAT_ROOF: 0.3})
    roof_new = _pick(rng, n, {FLAT_ROOF: 0.82, TILES: 0.13, PANEL: 0.05})
    roof = np.where(low, np.where(year < 1985, roof_old, roof_new), FLAT_ROOF)
    base["structure"], base["roof"] = structure, np.where(structure == STEEL, PANEL, roof)
    half = np.isin(block, (OLD_HOMES, VILLAS)) & (year >= 1984) & (year <= 2002) & (floors >= 2)
    base["semi_base"] = (half & (rng.random(n) < 0.3)).astype(int)
    deep = np.where(block == SHOPS, 1 + (floors > 8) + (floors > 12), 0)
    deep = np.where(block == COMPLEX, np.where(year > 2000, 2, 1), deep)
    base["basement"] = np.maximum(deep, base["semi_base"]).astype(int)
    base["area"] = (base["foot_m2"] * floors * np.where(floors > 5, 0.9, 0.97)).round(1)
    base["height"] = (floors * np.where(np.isin(block, (SHOPS, PUBLIC, SCHOOL)), 3.6, 2.9) + 0.6).round(1)


def steady_round(exact: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Whole numbers with the same running total (to less than one): no place is favored by rounding."""
    total = np.concatenate([[0.0], np.cumsum(exact)]) + rng.random() * 0.999
    total[-1] = total[0] + round(float(exact.sum()))
    return np.diff(np.floor(total + 1e-9)).astype(int)


def _fill(preset: Preset, base: pd.DataFrame, rng: np.random.Generator) -> None:
    """Households, residential area and persons: rooms by use, scaled to the preset's totals."""
    block, use = base["block_use"].to_numpy(), base["use"].to_numpy()
    floors = base["floors"].to_numpy()
    share = np.select([np.isin(use, (HOUSE, FLATS)), np.isin(block, (OLD_HOMES, VILLAS, VILLAGE))], [1.0, 0.45], 0.0)
    studio = (block == SHOPS) & (use == OFFICE) & (rng.random(len(base)) < 0.35)
    share = np.where(studio, 0.6, share)
    residential = base["area"].to_numpy() * share
    homes = np.where(
        block == COMPLEX, 4.0 * floors, residential / np.select([studio, block == VILLAS], [45.0, 78.0], 88.0)
    )
    homes = np.where((use == HOUSE) & (base["year"] < 1985), np.minimum(homes, 1.4), homes)
    homes *= rng.uniform(0.9, 1.06, len(base))
    exact = homes / homes.sum() * preset.households
    base["households"] = steady_round(exact, rng)
    base["res_area"] = residential.round(1)
    size = base["block_use"].map(PERSONS_PER_HOUSEHOLD).fillna(0.0).to_numpy() * rng.uniform(0.92, 1.08, len(base))
    weight = base["households"].to_numpy() * size
    base["persons"] = steady_round(weight / weight.sum() * preset.population, rng)


def _shops(preset: Preset, base: pd.DataFrame, rng: np.random.Generator) -> None:
    """Expected shops per building: floor area near the centers and on wide streets, fitted to shares per dong."""
    use, block = base["use"].to_numpy(), base["block_use"].to_numpy()
    kind = np.select(
        [
            np.isin(use, (SHOP1, SHOP2)),
            use == SALES,
            use == OFFICE,
            use == MEDICAL,
            (use == FLATS) & (block == COMPLEX),
        ],
        [1.0, 1.4, 0.45, 0.3, 0.012],
        0.0,
    )
    floors = np.minimum(base["floors"].to_numpy(), 8) ** 0.75
    pull = 0.25 + base["busy"].to_numpy() + 0.4 * base["front"].to_numpy()
    weight = kind * np.sqrt(base["foot_m2"].to_numpy()) * floors * pull * rng.lognormal(0.0, 0.35, len(base))
    dong = base["dong"].to_numpy()
    total = np.bincount(dong, weights=weight, minlength=len(preset.dong))
    target = shops_per_dong(preset, total)
    base["shops"] = (weight / np.maximum(total, 1e-9)[dong] * target[dong]).round(4)
    base["units"] = np.where(weight > 0, np.ceil(base["shops"] * 1.6), 0).astype(int)


def shops_per_dong(preset: Preset, attraction: np.ndarray) -> np.ndarray:
    """Shops of each dong: geometric shares by rank of attraction."""
    rank = np.empty(len(attraction), dtype=int)
    rank[np.argsort(-attraction, kind="stable")] = np.arange(len(attraction))
    return shares_to_counts(np.exp(-SHOP_DECAY * rank * 24 / len(attraction)), preset.shops)


def _identify(base: pd.DataFrame, cells: Cells, preset: Preset, streets: Streets) -> None:
    """Names and codes."""
    base["bld_id"] = np.arange(1, len(base) + 1)
    base["dong_nm"] = np.array([plan.name for plan in preset.dong], dtype=object)[base["dong"]]
    base["dong_cd"] = np.array(cells.dong_codes, dtype=object)[base["dong"]]
    base["ldong_nm"] = np.array(cells.legal_names, dtype=object)[base["legal"]]
    base["ldong_cd"] = np.array(cells.legal_codes, dtype=object)[base["legal"]]
    base["road"] = streets.roads["road"].to_numpy(dtype=object)[base["road_ix"]]
    base["road_cd"] = streets.roads["road_cd"].to_numpy(dtype=object)[base["road_ix"]]
    serial = base.groupby("lot").cumcount() + 1
    base["bld_mgt"] = [f"{pnu}{k:06d}" for pnu, k in zip(base["pnu"], serial)]
    base["part"] = np.where(base["part_no"] > 0, (100 + base["part_no"]).astype(str) + "동", "")
    stem = base["ldong_nm"].str[:-1] + base["road"].str.extract(r"^(.+?)(?:대로|로|길)", expand=False).fillna("")
    base["name"] = np.where(base["block_use"] == COMPLEX, stem + base["main"].astype(str) + "단지아파트", "")
    named = (base["block_use"] == SHOPS) & (base["floors"] >= 6)
    base.loc[named, "name"] = stem[named] + base["main"][named].astype(str) + "빌딩"
