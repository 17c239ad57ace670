"""Addresses of units in buildings, written down the way each register does."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from .faults_rates import rate
from .faults_text import slip

CITY = "대전광역시"
DISTRICT = "서구"
_NO_ROAD_BEFORE = 15_340  # 2012-01-01: road addresses are law since then; what closed earlier often has none


@dataclass(frozen=True)
class Buildings:
    """What addresses need to know of the buildings, as lists by position in the frame of the city.

    Attributes:
        road: road name with number, "" = none; lot: legal dong with lot number.
        legal, name, part, post: legal dong, name of the building, its part in a complex (``101동``), postal code.
    """

    road: list[str]
    lot: list[str]
    legal: list[str]
    name: list[str]
    part: list[str]
    post: list[str]

    @classmethod
    def of(cls, frame: pd.DataFrame) -> Buildings:
        """From the building frame of the city."""
        legal = frame["ldong_nm"].fillna("").astype(str).tolist()
        road = [
            f"{name} {main}" + (f"-{sub}" if sub else "") if name else ""
            for name, main, sub in zip(frame["road"].fillna("").tolist(), _whole(frame["main"]), _whole(frame["sub"]))
        ]
        lot = [
            f"{name} {'산' if mountain else ''}{main}" + (f"-{sub}" if sub else "")
            for name, mountain, main, sub in zip(
                legal, _whole(frame["mountain"]), _whole(frame["lot_main"]), _whole(frame["lot_sub"])
            )
        ]
        names = frame["name"].fillna("").astype(str).tolist()
        post = [f"35{200 + int(dong):03d}" for dong in frame["dong"]]
        parts = frame["part"].fillna("").astype(str).tolist() if "part" in frame else [""] * len(frame)
        return cls(road, lot, legal, names, parts, post)


def _whole(values: pd.Series) -> list[int]:
    return pd.to_numeric(values, errors="coerce").fillna(0).astype(np.int64).tolist()


def floor_text(floor: int) -> str:
    """``지하1층``, ``2층``."""
    return f"지하{-floor}층" if floor < 0 else f"{floor}층"


def unit_text(floor: int, unit: int) -> str:
    """``지하103호``, ``203호``: the unit's number behind that of its floor."""
    return f"지하{-floor}{unit:02d}호" if floor < 0 else f"{floor}{unit:02d}호"


@dataclass
class Units:
    """Where businesses are: position of the building, floor (negative below ground), unit on the floor, what of it an
    address tells (0 nothing, 1 floor, 2 unit, 3 both)."""

    building: np.ndarray
    floor: np.ndarray
    unit: np.ndarray
    told: np.ndarray


@dataclass
class Addresses:
    """Addresses of a register's rows and (row, kind of fault) of what is wrong with them."""

    road: list[str]
    lot: list[str]
    detail: list[str]
    faults: list[tuple[int, str]]


def _detail(part: str, told: int, floor: int, unit: int) -> str:
    if part:  # in a complex the part and the unit are always told
        return f"{part} {unit_text(floor, unit)}"
    if not told:
        return ""
    if told == 1:
        return floor_text(floor)
    return unit_text(floor, unit) if told == 2 else f"{floor_text(floor)} {unit_text(floor, unit)}"


def write_addresses(
    buildings: Buildings, units: Units, closed: np.ndarray, register: str, rng: np.random.Generator
) -> Addresses:
    """Addresses of rows.

    Args:
        units: per row.
        closed: (n,) day since 1970 on which the business closed; a large number = open.
    """
    styles = {"license_new": _new, "license_old": _old, "stores": _shop, "harmful": _office, "academies": _academy}
    style = styles[register]
    count = len(units.building)
    kinds = ("address_typo", "address_number", "address_spacing")
    draws = rng.random((count, len(kinds) + 4))
    hit = draws[:, : len(kinds)] < np.array([rate(kind, register) for kind in kinds])
    early = (closed < _NO_ROAD_BEFORE) & (draws[:, -1] < 0.75)
    made = Addresses([], [], [], [])
    inside = zip(units.building.tolist(), units.told.tolist(), units.floor.tolist(), units.unit.tolist())
    for at, (b, told, floor, unit) in enumerate(inside):
        road, lot, u = buildings.road[b], buildings.lot[b], draws[at, len(kinds) :]
        flags = hit[at]
        if early[at] and register != "harmful":
            road = ""
        more = (_detail(buildings.part[b], told, floor, unit), buildings.legal[b], buildings.name[b], u)
        right = style(road, lot, *more)
        for kind in [kind for kind, planted in zip(kinds[:2], flags) if planted]:
            wrong = style(*_WRONG[kind](road, lot, u), *more)
            if wrong[:2] != right[:2]:  # a slip in an address that this row does not show is none
                right = wrong
                made.faults.append((at, kind))
                break
        road, lot, detail = right
        if flags[2] and road:
            spaced = road.replace(", ", ",") if ", " in road else road.replace("로 ", "로").replace("길 ", "길")
            made.faults += [(at, "address_spacing")] if spaced != road else []
            road = spaced
        made.road.append(road)
        made.lot.append(lot)
        made.detail.append(detail)
    return made


def _slipped(road: str, lot: str, u: np.ndarray) -> tuple[str, str]:
    """A slip in the name of the road, of the legal dong, or of both."""
    name, _, number = road.partition(" ")
    if name:
        road = f"{slip(name, u[0], u[1])} {number}"
    if not name or u[2] < 0.25:
        name, _, number = lot.partition(" ")
        lot = f"{slip(name, u[0], u[1])} {number}"
    return road, lot


def _misnumbered(road: str, lot: str, u: np.ndarray) -> tuple[str, str]:
    """Another number in one of the addresses."""
    if road and u[2] < 0.7:
        return _other_number(road, u[0]), lot
    return road, _other_number(lot, u[0])


_WRONG = {"address_typo": _slipped, "address_number": _misnumbered}


def _other_number(text: str, u: float) -> str:
    """A number mistyped: two digits swapped, one lost, or the second part left out."""
    name, _, number = text.partition(" ")
    main, dash, sub = number.partition("-")
    mountain = "산" if main.startswith("산") else ""
    digits = main.removeprefix("산")
    if sub and u < 0.4:
        return f"{name} {main}"
    if len(digits) > 1 and digits[-1] != digits[-2] and digits[-1] != "0":
        digits = digits[:-2] + digits[-1] + digits[-2] if digits[-2:-1] != "0" or len(digits) > 2 else digits[-1]
    else:
        digits = str(int(digits or 0) + 1)
    return f"{name} {mountain}{digits.lstrip('0') or '1'}{dash}{sub}"


# ---------------------------------------------------------------------- styles: road address, lot address, detail
def _new(road: str, lot: str, detail: str, legal: str, name: str, u: np.ndarray) -> tuple[str, str, str]:
    if road:
        more = f", {name}" if name and u[3] > 0.35 else ""
        road = f"{CITY} {DISTRICT} {road}" + (f", {detail}" if detail else "") + f" ({legal}{more})"
    lot = f"{CITY} {DISTRICT} {lot}" + (f" {name}" if name and u[3] > 0.5 else "") + (f" {detail}" if detail else "")
    return road, lot if u[2] > 0.04 else "" if road else lot, detail


def _old(road: str, lot: str, detail: str, legal: str, name: str, u: np.ndarray) -> tuple[str, str, str]:
    if road:
        inside = f"({legal})" if u[3] < 0.5 or not name else f"({legal}, {name})"
        if detail and u[1] < 0.35:
            road = f"{CITY} {DISTRICT} {road} ({legal},{detail})"
        else:
            road = f"{CITY} {DISTRICT} {road}" + (f", {detail}" if detail and u[1] < 0.8 else "") + f" {inside}"
    number = f"{lot}번지" + (f" {detail}" if detail and u[1] > 0.4 else "")
    return road, f"{CITY} {DISTRICT} {number}", detail


def _shop(road: str, lot: str, detail: str, legal: str, name: str, u: np.ndarray) -> tuple[str, str, str]:
    return f"{CITY} {DISTRICT} {road}" if road else "", f"{CITY} {DISTRICT} {lot}", detail


def _office(road: str, lot: str, detail: str, legal: str, name: str, u: np.ndarray) -> tuple[str, str, str]:
    """Typed by hand: sometimes without the city, or the dong in brackets, or only the lot."""
    front = (f"{CITY} {DISTRICT} ", f"{DISTRICT} ", "대전 서구 ", "")[int(u[0] * 4)]
    written = ""
    if road:
        dong = f"({legal})" if u[3] < 0.6 else ""
        gap = ", " if u[1] < 0.5 else " "
        written = f"{front}{road}{dong}" + (f"{gap}{detail}" if detail else "")
    lot = f"{lot}" + (f" {detail}" if detail and not written else "")
    if u[2] < 0.12:
        return "", lot, detail
    return written, lot if u[2] > 0.55 or not written else "", detail


def _academy(road: str, lot: str, detail: str, legal: str, name: str, u: np.ndarray) -> tuple[str, str, str]:
    place = f"{legal}/ {name}" if name else legal
    more = f", {detail} ({place})" if detail else f"({place})"
    return f"{CITY} {DISTRICT} {road or lot}", "", more
