"""Small registers for the tests of linking, and the words of the profiles."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from seo_district_plugin.analysis.records.linking.types import GENERIC, KOREAN, Records
from seo_district_plugin.analysis.records.linking.words import Words, read_words

PROFILES = Path(__file__).resolve().parents[4] / "seo_district_plugin" / "resources" / "profiles"


def words(profile: str = KOREAN) -> Words:
    """The packaged words."""
    return read_words(PROFILES / {KOREAN: "kr", GENERIC: "generic"}[profile] / "linking.json")


def texts(values, count: int) -> np.ndarray:
    """(n,) object; blanks where there are no values."""
    out = np.empty(count, dtype=object)
    out[:] = [""] * count if values is None else list(values)
    return out


def days(values, count: int) -> np.ndarray:
    return np.full(count, "NaT", dtype="datetime64[D]") if values is None else np.array(values, dtype="datetime64[D]")


def records(name, register=None, profile: str = KOREAN, xy=None, **columns) -> Records:
    """Records of columns by name; what is left out is missing."""
    count = len(name)
    register = np.zeros(count, dtype=np.int16) if register is None else np.array(register, dtype=np.int16)
    known = {key: texts(columns.pop(key, None), count) for key in ("address", "lot_address", "phone", "category")}
    more = {key: texts(columns.pop(key), count) for key in ("branch", "detail") if key in columns}
    opened, closed = days(columns.pop("opened", None), count), days(columns.pop("closed", None), count)
    extra = {key: texts(values, count) for key, values in columns.items()}
    registers = tuple(f"r{number}" for number in range(int(register.max(initial=0)) + 1))
    return Records(
        register, registers, texts(name, count), **known,
        xy=np.full((count, 2), np.nan) if xy is None else np.array(xy, dtype=float).reshape(-1, 2),
        opened=opened, closed=closed, is_open=np.isnat(closed), extra=extra, profile=profile, **more,
    )  # fmt: skip
