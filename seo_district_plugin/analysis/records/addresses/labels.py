"""Addresses written the one way, from their parts."""

from __future__ import annotations

import numpy as np

from .components import Components

_PARCEL, _ROAD, _ZONE = 2, 3, 4


def labels(part: Components, rows: np.ndarray, levels: np.ndarray, profile: str) -> np.ndarray:
    """(n,) the address of each row down to its level; None where the row is -1."""
    out = np.full(len(rows), None, dtype=object)
    good = np.flatnonzero(rows >= 0)
    if not len(good):
        return out
    both = rows[good] * 8 + levels[good]
    unique, position = np.unique(both, return_inverse=True)
    texts = np.empty(len(unique), dtype=object)
    write = korean_label if profile == "korean" else generic_label
    texts[:] = [write(part, int(value) // 8, int(value) % 8) for value in unique]
    out[good] = texts[position.reshape(-1)]
    return out


def korean_label(part: Components, row: int, level: int) -> str:
    """대전광역시 서구 가상로10번길 5-3 (둔산동); for a lot, a street, a dong what belongs to it."""
    region = [part.sido[row], part.city[row], part.district[row], part.town[row]]
    street, dong = part.road[row], part.dong[row]
    if level == _ZONE:
        return _together([*region, dong])
    if level == _ROAD:
        return _together([*region[:3], street])
    if level == _PARCEL or not street or part.main[row] < 0:
        if not dong and part.pnu[row]:
            return part.pnu[row]
        lot = _number(part.lot_main[row], part.lot_sub[row])
        text = _together([*region, dong, "산" if part.mountain[row] else "", lot])
        return text if lot else _together([text, part.building[row] or part.road_key[row]])
    number = ("지하 " if part.underground[row] else "") + _number(part.main[row], part.sub[row])
    text = _together([*region, street, number])
    return f"{text} ({dong})" if dong and not dong.endswith("리") else text


def generic_label(part: Components, row: int, level: int) -> str:
    """Street, number and place as the row of the reference spells them."""
    street, place = part.spelled[row] or part.road[row], part.place[row] or part.dong[row]
    if level == _ZONE:
        return place
    number = _number(part.main[row], 0) + (chr(96 + part.sub[row]) if 0 < part.sub[row] < 27 else "")
    return ", ".join(word for word in (_together([street, number if level < _ROAD else ""]), place) if word)


def _number(main: int, sub: int) -> str:
    if main < 0:
        return ""
    return f"{main}-{sub}" if sub > 0 else str(main)


def _together(words: list[str]) -> str:
    return " ".join(word for word in words if word)
