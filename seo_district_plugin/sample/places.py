"""Schools with gates and parcels, parks, facilities for children and the old, public land, regeneration areas."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy.spatial import cKDTree

from . import wkb
from .lots import EAST, NORTH, SOUTH, WEST, lot_corners
from .model import Layer, title
from .presets import BLOCK, ROAD_WORDS
from .uses import OLD_HOMES, PARK, PUBLIC, SCHOOL, SHOPS, VILLAS
from .work import Work

# Pupils per school: mean and standard deviation. Elementary and middle: the 42 and 29 schools of Seo-gu, 2026-03
# (daejeon_schools: 499.9 and 316.6; 494.0 and 353.0). High: assumption.
PUPILS = {"elementary": (499.9, 316.6), "middle": (494.0, 353.0), "high": (690.0, 210.0)}
LEVELS = {"elementary": "초등학교", "middle": "중학교", "high": "고등학교"}
LEVEL_AGES = {"elementary": "p06_12", "middle": "p13_18", "high": "p13_18"}
ATTACHED = 0.25  # assumption: share of kindergartens that belong to an elementary school
FACILITIES = {
    # name: (korean kind, smallest, largest capacity) - assumption
    "kindergarten": ("유치원", 30, 240),
    "daycare": ("어린이집", 18, 99),
    "child_center": ("지역아동센터", 19, 35),
}
CARE = {"child_care": ("다함께돌봄센터", 20, 40), "elderly_care": ("노인주야간보호센터", 15, 80)}
OWNERS = ("구유지", "시유지", "국유지")


def make_places(work: Work) -> None:
    """Add parks, schools, gates, school parcels, children's facilities, care places, land and regeneration areas."""
    _parks(work)
    _schools(work)
    _facilities(work)
    _land(work)
    _regeneration(work)


def _words(work: Work, part: str) -> list[str]:
    return [ROAD_WORDS[i] for i in work.rng(part).permutation(len(ROAD_WORDS))]


def lot_frame(work: Work, chosen: pd.Index) -> pd.DataFrame:
    """pnu, ldong_cd, x, y, area of lots."""
    lots = work.lots.loc[chosen]
    frame = lots[["pnu", "x", "y", "area"]].round({"x": 2, "y": 2}).reset_index(drop=True)
    frame.insert(1, "ldong_cd", np.array(work.cells.legal_codes, dtype=object)[lots["legal"]])
    return work.dong_columns(frame)


def _parks(work: Work) -> None:
    chosen = work.lots.index[work.lots["block_use"] == PARK]
    frame = lot_frame(work, chosen)
    words = _words(work, "park names")
    frame.insert(
        0,
        "name",
        [
            f"{words[i % len(words)]}공원" + (str(i // len(words) + 1) if i >= len(words) else "")
            for i in range(len(frame))
        ],
    )
    frame.insert(1, "kind", np.where(work.rng("parks").random(len(frame)) < 0.3, "근린공원", "어린이공원"))
    work.add_quads("parks", "Parks", "공원", frame, lot_corners(work.lattice, work.lots.loc[chosen]))


def _pupils(count: int, level: str, near: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Pupils by the level's mean and spread: quantiles of a gamma distribution, given out by children nearby.

    The quantiles are those of a large draw, so that mean and spread hold for few schools, too.
    """
    mean, spread = PUPILS[level]
    shape = (mean / spread) ** 2
    draw = np.sort(rng.gamma(shape, mean / shape, size=4_000))
    values = draw[((np.arange(count) + 0.5) / count * len(draw)).astype(int)]
    values = np.maximum(values * mean / values.mean(), 7.0)
    order = np.argsort(near * rng.lognormal(0.0, 0.35, count), kind="stable")
    pupils = np.empty(count)
    pupils[order] = values
    return pupils.round().astype(int)


def _schools(work: Work) -> None:
    rng = work.rng("schools")
    lots = work.lots[work.lots["block_use"] == SCHOOL]
    levels = np.repeat(list(LEVELS), [work.count(level) for level in LEVELS])
    order = rng.permutation(len(lots))
    libraries = work.buildings["lot"].isin(lots.index[order[len(levels) :]])
    work.buildings.loc[libraries, "name"] = work.buildings["ldong_nm"].str[:-1] + "도서관"
    lots = lots.iloc[order[: len(levels)]]
    levels = levels[: len(lots)]
    frame = lot_frame(work, lots.index)
    buildings = work.buildings
    tree = cKDTree(buildings[["x", "y"]].to_numpy())
    around = tree.query_ball_point(frame[["x", "y"]].to_numpy(), 700.0)
    words = _words(work, "school names")
    stems = [f"{work.cells.legal_names[legal][:-1]}{words[i % len(words)]}" for i, legal in enumerate(lots["legal"])]
    frame.insert(0, "school_id", [f"S{i + 1:03d}" for i in range(len(frame))])
    frame.insert(1, "name", [f"{stem}{LEVELS[level]}" for stem, level in zip(stems, levels)])
    frame.insert(2, "level", [LEVELS[level] for level in levels])
    frame["pupils"] = 0
    for level in LEVELS:
        own = np.flatnonzero(levels == level)
        near = np.array([buildings[LEVEL_AGES[level]].to_numpy()[around[i]].sum() for i in own], dtype=float)
        frame.loc[own, "pupils"] = _pupils(len(own), level, near + 1.0, rng)
    frame["slope_pct"] = (100 * work.ground.slope(frame["x"].to_numpy(), frame["y"].to_numpy())).round(1)
    by_lot = dict(zip(lots.index, frame["name"]))
    named = buildings["lot"].isin(by_lot)
    buildings.loc[named, "name"] = buildings.loc[named, "lot"].map(by_lot)
    home = buildings.drop_duplicates("lot").set_index("lot")
    for column in ("bld_id", "road", "main", "sub"):
        frame[column] = home[column].reindex(lots.index).to_numpy()
    work.add_points("schools", "Schools", "학교", frame)
    corners = lot_corners(work.lattice, lots)
    parcels = frame[["school_id", "name", "level", "pnu", "area"]]
    work.add_quads("school_parcels", "School parcels", "학교 용지", parcels, corners)
    _gates(work, frame, lots, corners, rng)


def _gates(
    work: Work, schools: pd.DataFrame, lots: pd.DataFrame, corners: np.ndarray, rng: np.random.Generator
) -> None:
    """A main gate on the side of the address; two of three schools have a back gate to another street."""
    a, b = lots["a"].to_numpy(), lots["b"].to_numpy()
    streets = work.streets
    there = np.stack(
        [
            streets.horizontal.there[a, b],
            streets.horizontal.there[a, b + 1],
            streets.vertical.there[a, b],
            streets.vertical.there[a + 1, b],
        ],
        axis=1,
    )
    ends = {SOUTH: (0, 1), NORTH: (2, 3), WEST: (3, 0), EAST: (1, 2)}
    rows: list[tuple] = []
    for i, main in enumerate(lots["face"].to_numpy()):
        others = [side for side in (SOUTH, NORTH, WEST, EAST) if side != main and there[i, side]]
        sides = [(main, "정문")]
        if others and rng.random() < 0.67:
            sides.append((others[int(rng.integers(len(others)))], "후문"))
        for side, kind in sides:
            p, q = ends[side]
            share = rng.uniform(0.35, 0.65)
            x, y = corners[i, p] + share * (corners[i, q] - corners[i, p])
            rows.append((f"G{len(rows) + 1:03d}", schools["school_id"][i], schools["name"][i], kind, x, y))
    frame = pd.DataFrame(rows, columns=["gate_id", "school_id", "name", "kind", "x", "y"])
    work.add_points("school_gates", "School gates", "학교 출입문", frame)


def _houses(work: Work, count: int, weight: np.ndarray, taken: set[int], rng: np.random.Generator) -> pd.DataFrame:
    """Buildings drawn by weight without repetition, never one taken already."""
    weight = weight.astype(float).copy()
    weight[list(taken)] = 0.0
    picks = rng.choice(len(weight), size=count, replace=False, p=weight / weight.sum())
    taken.update(picks.tolist())
    columns = ["x", "y", "dong_nm", "dong_cd", "ldong_nm", "road", "main", "sub", "pnu", "bld_id"]
    return work.buildings.iloc[np.sort(picks)][columns].reset_index(drop=True)


def _facilities(work: Work) -> None:
    """Facilities for children, and care places for children and the old, in buildings near those who need them."""
    rng = work.rng("facilities")
    buildings = work.buildings
    tree = cKDTree(buildings[["x", "y"]].to_numpy())
    near = tree.query(buildings[["x", "y"]].to_numpy(), k=min(24, len(buildings)))[1]
    young = buildings["p00_05"].to_numpy()[near].sum(axis=1)
    pupils = buildings["p06_12"].to_numpy()[near].sum(axis=1)
    elderly = buildings["p65_up"].to_numpy()[near].sum(axis=1)
    room = np.where(buildings["units"] > 0, 1.0, 0.08) * (buildings["block_use"] != SCHOOL)
    weight = {
        "kindergarten": young,
        "daycare": young,
        "child_center": pupils,
        "child_care": pupils,
        "elderly_care": elderly,
    }
    taken: set[int] = set()
    words = _words(work, "facility names")
    schools = work.city.layers["schools"].frame
    for layer, table, english, korean in (
        ("children", FACILITIES, "Facilities for children", "어린이 시설"),
        ("care_places", CARE, "Care places", "돌봄시설"),
    ):
        parts: list[pd.DataFrame] = []
        for name, (kind, low, high) in table.items():
            frame = _houses(work, work.count(name), (weight[name] + 0.05) * room, taken, rng)
            frame.insert(0, "kind", kind)
            frame.insert(
                1,
                "name",
                [
                    f"{ld[:-1]}{words[(7 * i + len(parts)) % len(words)]}{kind}"
                    for i, ld in enumerate(frame["ldong_nm"])
                ],
            )
            frame["capacity"] = rng.integers(low, high + 1, len(frame))
            if name == "kindergarten":
                _attach(frame, schools[schools["level"] == LEVELS["elementary"]], rng)
            parts.append(frame)
        frame = pd.concat(parts, ignore_index=True)
        frame.insert(0, "fac_id", [f"{layer[0].upper()}{i + 1:03d}" for i in range(len(frame))])
        work.add_points(layer, english, korean, frame.drop(columns=["ldong_nm"]))


def _attach(frame: pd.DataFrame, schools: pd.DataFrame, rng: np.random.Generator) -> None:
    """Some kindergartens stand in an elementary school and bear its name."""
    count = min(round(ATTACHED * len(frame)), len(schools))
    picks = schools.iloc[rng.permutation(len(schools))[:count]]
    for column in ("x", "y", "dong_nm", "dong_cd", "road", "main", "sub", "pnu", "bld_id"):
        frame.loc[frame.index[:count], column] = picks[column].to_numpy()
    frame.loc[frame.index[:count], "name"] = (picks["name"] + "병설유치원").to_numpy()


def _land(work: Work) -> None:
    """Public land, and those of its lots that may bear a facility."""
    rng = work.rng("land")
    lots = work.lots
    open_land = lots.index[
        (lots["vacant"] & lots["block_use"].isin((OLD_HOMES, VILLAS, SHOPS))).to_numpy()
        | (lots["block_use"] == PUBLIC).to_numpy()
    ]
    chosen = np.sort(rng.permutation(open_land)[: work.count("public_land")])
    frame = lot_frame(work, pd.Index(chosen))
    frame.insert(0, "land_id", [f"L{i + 1:04d}" for i in range(len(frame))])
    frame["owner"] = np.array(OWNERS, dtype=object)[rng.choice(3, len(frame), p=(0.55, 0.25, 0.2))]
    frame["land_use"] = np.where(lots.loc[chosen, "block_use"] == PUBLIC, "공공용지", "나대지")
    frame["price"] = (rng.lognormal(14.2, 0.35, len(frame)) // 1000 * 1000).astype(int)
    corners = lot_corners(work.lattice, lots.loc[chosen])
    work.add_quads("public_land", "Public land", "국공유지", frame, corners)
    fit = np.flatnonzero(frame["area"].to_numpy() > 150.0)
    fit = np.sort(rng.permutation(fit)[: work.count("candidates")])
    candidates = frame.iloc[fit][["land_id", "pnu", "x", "y", "area", "owner", "price", "dong_cd", "dong_nm"]]
    candidates = candidates.reset_index(drop=True)
    candidates.insert(0, "cand_id", [f"P{i + 1:03d}" for i in range(len(candidates))])
    work.add_quads("candidates", "Candidate parcels", "후보 필지", candidates, corners[fit])


def _regeneration(work: Work) -> None:
    """Squares of 400 m of old homes, apart from one another, with the day when each project began."""
    use = work.uses.use
    old = np.isin(use, (OLD_HOMES, VILLAS)).astype(int)
    size = 4 if work.preset.name != "tiny" else 3
    window = np.lib.stride_tricks.sliding_window_view(old, (size, size)).sum(axis=(2, 3))
    same = np.lib.stride_tricks.sliding_window_view(work.uses.dong, (size, size))
    window = np.where((same.min(axis=(2, 3)) == same.max(axis=(2, 3))), window, -1)
    starts = ("2025-05-01", "2023-09-01", "2022-04-01", "2026-03-01")
    kinds = ("우리동네살리기", "주거지지원형", "일반근린형", "중심시가지형")
    rows, rings = [], []
    for k in range(work.count("regeneration")):
        a, b = np.unravel_index(int(np.argmax(window)), window.shape)
        reach = 2 * size
        window[max(a - reach, 0) : a + reach, max(b - reach, 0) : b + reach] = -1
        step = np.arange(4 * size) / 4 * BLOCK
        low_u, low_v, side = a * BLOCK, b * BLOCK, size * BLOCK
        u = np.concatenate(
            [low_u + step, np.full(len(step), low_u + side), low_u + side - step, np.full(len(step), low_u)]
        )
        v = np.concatenate(
            [np.full(len(step), low_v), low_v + step, np.full(len(step), low_v + side), low_v + side - step]
        )
        ring = np.column_stack(work.lattice.forward(u, v))
        plan = work.preset.dong[work.uses.dong[a, b]]
        rows.append((f"R{k + 1}", f"{plan.name} 도시재생사업", kinds[k % 4], starts[k % 4], *ring.mean(axis=0)))
        rings.append(wkb.polygon([np.vstack([ring, ring[:1]])]))
    frame = pd.DataFrame(rows, columns=["area_id", "name", "kind", "start", "x", "y"]).round({"x": 2, "y": 2})
    text = title("Urban regeneration areas", "도시재생 사업구역")
    work.city.add(Layer("regeneration", text, "polygon", frame, rings))
