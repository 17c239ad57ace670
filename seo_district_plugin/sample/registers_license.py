"""What the old and the new layout of license registers have in common."""

from __future__ import annotations

import numpy as np

from .businesses import OPEN, TODAY, second_licenses
from .businesses_kinds import KINDS, LICENSES
from .faults_coordinates import LEAST_ROWS, write_coordinates
from .faults_rates import rate
from .faults_text import day_text
from .registers_rows import Draft, Town
from .registers_truth import Fault

WRONG_LICENSE = "노래연습장업"
"""Of the new layout, the license whose file is in another CRS."""
WRONG_EPSG = 5186
AUTHORITY = "3660000"
_FRESH, _LONG_GONE = TODAY - 60, int(np.datetime64("2012-01-01").astype(np.int64))
STATES = {
    "open": ("01", "영업/정상", "01", "영업"),
    "suspended": ("02", "휴업", "02", "휴업"),
    "closed": ("03", "폐업", "03", "폐업"),
    "canceled": ("04", "취소/말소/만료/정지/중지", "07", "직권말소"),
}
ORDER = list(LICENSES)


def all_licenses(town: Town) -> tuple[np.ndarray, np.ndarray]:
    """(business, license) of every license ever given, the licenses as indices, in the order of files and dates."""
    b = town.businesses
    main = np.array([ORDER.index(kind.license) if kind.license else -1 for kind in KINDS.values()])
    who = np.flatnonzero(main[b.kind] >= 0)
    types = main[b.kind[who]]
    for more, license_ in second_licenses(b, town.stream("second_licenses")):
        who, types = np.r_[who, more], np.r_[types, np.full(len(more), ORDER.index(license_))]
    order = np.lexsort((who, b.opened[who], types))
    return who[order], types[order]


def license_numbers(types: np.ndarray, opened: np.ndarray, first: int) -> list[str]:
    """Numbers of licenses: authority, type, year, and a running number in it; rows in the order of types and dates."""
    year = np.where(opened < 0, 1969, (opened.astype("datetime64[D]").astype("datetime64[Y]").astype(int) + 1970))
    group = types * 10_000 + year
    new = np.r_[True, group[1:] != group[:-1]]
    start = np.maximum.accumulate(np.where(new, np.arange(len(group)), 0))
    running = np.arange(len(group)) - start + first
    parts = [license_.number for license_ in LICENSES.values()]
    return [f"{AUTHORITY}-{parts[t]}-{y}-{n:05d}" for t, y, n in zip(types.tolist(), year.tolist(), running.tolist())]


def states_on(town: Town, who: np.ndarray, day: int) -> list[str]:
    """State of businesses on a day."""
    b = town.businesses
    gone = b.closed[who] <= day
    state = np.where(gone, np.where(b.canceled[who], "canceled", "closed"), "open")
    return np.where(~gone & b.suspended[who] & (b.closed[who] == OPEN), "suspended", state).tolist()


def day_columns(town: Town, who: np.ndarray, day: int, form: str) -> tuple[list[str], list[str]]:
    """Opening and closing days as texts."""
    b = town.businesses
    texts: dict[int, str] = {}

    def text(value: int) -> str:
        if value not in texts:
            texts[value] = day_text(value, form)
        return texts[value]

    opened = [text(value) for value in b.opened[who].tolist()]
    closed = [text(value) if value <= day else "" for value in b.closed[who].tolist()]
    return opened, closed


def coordinate_columns(
    town: Town, made: Draft, register: str, types: np.ndarray, day: int, rng: np.random.Generator
) -> tuple[list[str], list[str]]:
    """Coordinate columns; old closures and new permits have none, some lie in the middle of their dong."""
    b, sites = town.businesses, town.businesses.sites
    closed, opened = b.closed[made.who], b.opened[made.who]
    draws = rng.random((2, len(made.who)))
    share = np.full(len(made.who), rate("coordinates_blank_open", register))
    share[closed <= _LONG_GONE] = rate("coordinates_blank_closed", register)
    share[opened >= _FRESH] = max(rate("coordinates_blank_fresh", register), rate("coordinates_blank_open", register))
    blank = draws[0] < share
    sizes = np.bincount(types, minlength=len(ORDER))
    wrong = ORDER.index(WRONG_LICENSE) if register == "license_new" else -1
    able = (sizes[types] >= LEAST_ROWS) & (types != wrong)
    rough = able & ~blank & (closed <= day) & (draws[1] < rate("coordinates_of_dong", register))
    xy = made.xy.copy()
    xy[rough] = sites.dong_xy[sites.dong[made.building[rough]]]
    found = write_coordinates(xy, 5174, register, able & ~rough, rng, blank)
    made.faults += [*found.faults, *(Fault(row, "coordinates_of_dong") for row in np.flatnonzero(rough).tolist())]
    if wrong >= 0:
        own = np.flatnonzero(types == wrong)
        other = write_coordinates(xy[own], WRONG_EPSG, "", np.zeros(len(own), dtype=bool), rng)
        for at, row in enumerate(own.tolist()):
            if not blank[row]:
                found.x[row], found.y[row] = other.x[at], other.y[at]
    return found.x, found.y


def plant_wrong_order(
    opened: list[str], closed: list[str], register: str, rng: np.random.Generator, faults: list[Fault]
) -> None:
    """Some closed before they opened: the days are swapped."""
    rows = np.flatnonzero([bool(text) for text in closed])
    for row in rng.choice(rows, size=max(1, round(rate("date_order", register) * len(rows))), replace=False).tolist():
        opened[row], closed[row] = closed[row], opened[row]
        faults.append(Fault(row, "date_order"))


def drawn(rng: np.random.Generator, count: int, texts: tuple[str, ...], shares: tuple[float, ...]) -> list[str]:
    """Texts at random."""
    return [texts[at] for at in rng.choice(len(texts), size=count, p=shares).tolist()]


def kind_texts(kind: np.ndarray, types: np.ndarray) -> list[str]:
    """What the register calls the kind of a business; of a second license the license itself."""
    kinds = list(KINDS.values())
    return [kinds[k].style if kinds[k].license == ORDER[t] else ORDER[t] for k, t in zip(kind.tolist(), types.tolist())]


def change_stamps(town: Town, who: np.ndarray, day: int, rng: np.random.Generator) -> list[str]:
    """When rows were last changed: some time after the business opened or closed."""
    b = town.businesses
    since = np.where(b.closed[who] <= day, b.closed[who], b.opened[who])
    when = np.minimum(since + np.floor(rng.random(len(who)) ** 2 * (day - since)).astype(np.int64), day)
    dates = np.maximum(when, 10_957).astype("datetime64[D]").astype(str).tolist()
    second = rng.integers(0, 36_000, len(who))
    return [f"{date} {9 + s // 3600:02d}:{s // 60 % 60:02d}:{s % 60:02d}" for date, s in zip(dates, second.tolist())]
