"""Made-up tables for the tests of the data checks."""

from __future__ import annotations

import numpy as np
import pandas as pd

from seo_district_plugin.analysis.records.quality.columns import Field, field_of


def text(name: str, values: list, title: str = "") -> Field:
    """A text field; None is NULL."""
    column = np.empty(len(values), dtype=object)
    column[:] = values
    return field_of(name, "text", pd.Series(column, dtype=object), title)


def number(name: str, values: list, kind: str = "real", title: str = "") -> Field:
    """A field of numbers; None is NULL."""
    gone = np.array([value is None for value in values], dtype=bool)
    plain = [0 if value is None else value for value in values]
    if kind == "int":
        array = pd.arrays.IntegerArray(np.array(plain, dtype=np.int64), gone)
    else:
        array = pd.arrays.FloatingArray(np.array(plain, dtype=np.float64), gone)
    return field_of(name, kind, pd.Series(array), title)


def date(name: str, values: list) -> Field:
    """A field of dates; None is NULL."""
    return field_of(name, "date", pd.Series(np.array([value or "NaT" for value in values], dtype="datetime64[ns]")))


def clean(rows: int = 200) -> dict[str, Field]:
    """A table without a fault: a register of street lights."""
    random = np.random.default_rng(5)
    return {
        "mng_no": text("mng_no", [f"L{i:06d}" for i in range(rows)]),
        "place": text("place", [f"중앙공원 {i % 37}번 기둥" for i in range(rows)]),
        "kind": text("kind", [("나트륨등", "엘이디등", "메탈등")[i % 3] for i in range(rows)]),
        "watts": number("watts", np.round(random.normal(100.0, 12.0, rows), 2).tolist()),
        "lamps": number("lamps", [1 + i % 4 for i in range(rows)], "int"),
        "installed": date("installed", [f"20{10 + i % 12}-{1 + i % 12:02d}-{1 + i % 28:02d}" for i in range(rows)]),
        "updated": text("updated", [f"2026-0{1 + i % 3}-{10 + i % 18}" for i in range(rows)]),
        "zone_code": text("zone_code", [f"3017{1000 + i % 24}" for i in range(rows)]),
    }
