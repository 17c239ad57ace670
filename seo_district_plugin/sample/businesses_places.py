"""Where businesses settle: which building, which floor, which unit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from .businesses_kinds import KINDS
from .model import City

_KIND_LIST = list(KINDS.values())
# How much a square meter of a building draws each sort of place, by words in the building's use; assumptions.
_DRAW = {
    "street": (
        ("근린", 1.0),
        ("판매", 1.2),
        ("업무", 0.25),
        ("숙박", 0.2),
        ("공동주택", 0.01),
        ("주택", 0.03),
        ("", 0.04),
    ),
    "cellar": (("근린", 1.0), ("위락", 3.0), ("판매", 0.5), ("업무", 0.2), ("숙박", 0.6), ("", 0.02)),
    "upper": (("근린", 1.0), ("업무", 0.5), ("판매", 0.7), ("운동", 1.0), ("", 0.02)),
    "mall": (("판매", 1.5), ("업무", 0.6), ("근린", 0.5), ("교육", 0.3), ("의료", 0.5), ("", 0.02)),
    "home": (("공동주택", 0.30), ("주택", 0.45), ("업무", 0.5), ("근린", 0.5), ("", 0.05)),
    "stay": (("숙박", 6.0), ("위락", 0.8), ("근린", 0.05), ("", 0.003)),
    "office": (("업무", 1.0), ("근린", 0.7), ("주택", 0.03), ("", 0.03)),
    "clinic": (("의료", 2.0), ("근린", 1.0), ("업무", 0.3), ("", 0.01)),
    "study": (("교육", 0.1), ("근린", 1.0), ("업무", 0.4), ("공동주택", 0.02), ("", 0.01)),
}
UNIT_AREA = 55.0  # square meters of a unit; an assumption
_SHOPS = "shops"  # column that holds the expected number of shops, of a building and of a dong
_FOLLOWS_SHOPS = ("street", "cellar", "upper", "mall", "office", "clinic", "study")
_HOUSE_SHOPS = 0.12  # shops expected of a house of which the city expects none
_UNEVEN = 0.9  # spread of the logarithm by which a building holds more or fewer than expected
"""With these, half of the places have a single shop and the fullest one a hundred or more. Real shop register: 9,296
places of 26,884 shops, 51 % of them with one, 237 at the most."""
_LEAST_DRAW = 0.25  # of a building of which shops are expected, whatever its use


@dataclass
class Sites:
    """The buildings as arrays by position in the city's frame.

    Attributes:
        ids, xy (n, 2), dong, floors, basement: of each building.
        units: units per floor.
        draw: place -> (n,) cumulated share of the buildings among which that sort of place is chosen.
        dong_names, roads_of_dong: of each dong.
        dong_xy: (d, 2) middle of each dong's buildings.
        post: postal codes.
    """

    ids: np.ndarray
    xy: np.ndarray
    dong: np.ndarray
    floors: np.ndarray
    basement: np.ndarray
    units: np.ndarray
    draw: dict[str, np.ndarray]
    dong_names: list[str]
    roads_of_dong: list[list[str]]
    dong_xy: np.ndarray

    @classmethod
    def of(cls, city: City, rng: np.random.Generator) -> Sites:
        """From the city's frame of buildings; ``rng`` makes some buildings fuller than others."""
        frame = city.buildings
        xy = frame[["x", "y"]].to_numpy(dtype=np.float64)
        dong = frame["dong"].to_numpy(dtype=np.int64)
        floors = np.maximum(_numbers(frame, "floors", 1), 1).astype(np.int64)
        area = np.maximum(_numbers(frame, "area", 100.0), 20.0)
        names = frame.groupby("dong", sort=True)["dong_nm"].first()
        middles = frame.groupby("dong", sort=True)[["x", "y"]].mean()
        roads = frame.loc[frame["road"].fillna("") != ""].groupby("dong")["road"].unique()
        top = int(dong.max()) + 1
        return cls(
            frame["bld_id"].to_numpy(), xy, dong, floors,
            np.maximum(_numbers(frame, "basement", 0), 0).astype(np.int64),
            np.clip(area / floors / UNIT_AREA, 1, 60).astype(np.int64),
            _draws(frame, area, dong, city.dong, np.exp(rng.normal(0.0, _UNEVEN, len(frame)))),
            [str(names.get(d, "")) for d in range(top)],
            [sorted(name for name in map(str, roads.get(d, [])) if not name[-3:-2].isdigit())[:40] for d in range(top)],
            np.array([middles.loc[d] if d in middles.index else (np.nan, np.nan) for d in range(top)]),
        )  # fmt: skip


def _numbers(frame: pd.DataFrame, column: str, default: float) -> np.ndarray:
    if column not in frame:
        return np.full(len(frame), float(default))
    return pd.to_numeric(frame[column], errors="coerce").fillna(default).to_numpy(dtype=np.float64)


def _draws(
    frame: pd.DataFrame, area: np.ndarray, dong: np.ndarray, dongs: pd.DataFrame, uneven: np.ndarray
) -> dict[str, np.ndarray]:
    """Cumulated shares; shops follow what is expected of each building and dong, where the city says so."""
    uses = frame["use"].fillna("").astype(str)
    made = {}
    for place, words in _DRAW.items():
        factor = {use: next(value for word, value in words if word in use) for use in uses.unique()}
        draw = uses.map(factor).to_numpy(dtype=np.float64)
        if place in _FOLLOWS_SHOPS and _SHOPS in frame:
            weight = np.maximum(draw, _LEAST_DRAW) * _expected(frame, uses) * uneven
        elif place == "home" and "households" in frame:
            weight = draw * _numbers(frame, "households", 0.0)
        else:
            weight = draw * np.minimum(area, 12_000.0)
        if place in _FOLLOWS_SHOPS and _SHOPS in dongs:
            wanted = pd.to_numeric(dongs[_SHOPS], errors="coerce").fillna(0).to_numpy(dtype=np.float64)
            held = np.bincount(dong, weights=weight, minlength=len(wanted))
            weight = weight * (wanted / np.maximum(held, 1e-9))[dong]
        weight = weight if weight.sum() > 0 else area
        made[place] = np.cumsum(weight) / weight.sum()
    return made


def _expected(frame: pd.DataFrame, uses: pd.Series) -> np.ndarray:
    """Shops expected of each building; some are in houses of which none are."""
    expected = _numbers(frame, _SHOPS, 0.0)
    part = frame["part"].fillna("").astype(str) if "part" in frame else pd.Series("", index=frame.index)
    house = (uses.str.contains("주택") & (part == "")).to_numpy() & (expected <= 0)
    return expected + _HOUSE_SHOPS * house


def choose_units(sites: Sites, kind: np.ndarray, slot: np.ndarray, rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Units for businesses; those of one slot share theirs.

    Returns:
        (n,) arrays: building (position), floor (negative = below ground), unit (on the floor, from 1), told (what the
        addresses tell: 0 nothing, 1 floor, 2 unit, 3 both).
    """
    count = len(kind)
    slots, first, member = np.unique(slot, return_index=True, return_inverse=True)
    places = np.array([each.place for each in _KIND_LIST])[kind[first]] if count else np.array([], dtype=str)
    u = rng.random((4, len(slots)))
    building = np.zeros(len(slots), dtype=np.int64)
    for place, shares in sites.draw.items():
        chosen = np.flatnonzero(places == place)
        building[chosen] = np.minimum(np.searchsorted(shares, u[0, chosen]), len(shares) - 1)
    floor = _floors(places, sites.floors[building], sites.basement[building], u[1])
    unit = 1 + (u[2] * sites.units[building]).astype(np.int64)
    unit = _apart(building, floor, unit)
    told = np.searchsorted([0.18, 0.55, 0.70], u[3])
    told = np.where((told == 0) & (floor < 0), 1, told)
    return {"building": building[member], "floor": floor[member], "unit": unit[member], "told": told[member]}


def _floors(places: np.ndarray, floors: np.ndarray, basement: np.ndarray, u: np.ndarray) -> np.ndarray:
    """Floor by the sort of place: shops on the ground floor, cellars below, offices and academies above."""
    any_floor = 1 + (u * floors).astype(np.int64)
    above = np.where(floors > 1, 2 + (np.modf(u * 7)[0] * (floors - 1)).astype(np.int64), 1)
    below = -1 - (np.modf(u * 13)[0] * np.maximum(basement - 1, 0) * 0.3).astype(np.int64)
    ground = np.isin(places, ["street", "mall"])
    made = np.where(ground & (u < 0.78), 1, above)
    made = np.where((places == "cellar") & (basement > 0) & (u < 0.6), below, made)
    made = np.where((places == "cellar") & ~((basement > 0) & (u < 0.6)), any_floor, made)
    return np.where(
        np.isin(places, ["home", "stay", "office"]), any_floor, np.where(floors <= 1, np.minimum(made, 1), made)
    )


def _apart(building: np.ndarray, floor: np.ndarray, unit: np.ndarray) -> np.ndarray:
    """Units such that no two slots share one: whoever comes second on a floor takes the next free number."""
    order = np.lexsort((np.arange(len(unit)), unit, floor, building))
    b, f, u = building[order], floor[order], unit[order].copy()
    new = np.r_[True, (b[1:] != b[:-1]) | (f[1:] != f[:-1])]
    start = np.maximum.accumulate(np.where(new, np.arange(len(u)), 0))
    rank = np.arange(len(u)) - start
    # u_i = max(u_i, u_(i-1) + 1) within a floor: the running maximum of u - rank, plus rank.
    base = u - rank
    for_floor = np.cumsum(new)
    spread = int(base.max() - base.min() + 1) if len(base) else 1
    running = np.maximum.accumulate(base + for_floor * spread) - for_floor * spread
    made = np.empty(len(u), dtype=np.int64)
    made[order] = running + rank
    return made
