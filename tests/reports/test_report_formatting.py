"""Numbers, dates and records as the reader sees them."""

from __future__ import annotations

import math
from datetime import date, datetime

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.reports.formatting import (
    NO_VALUE,
    decimals_of_column,
    flatten_record,
    format_moment,
    format_value,
    json_ready,
    keep_units,
    paragraphs,
    text_width,
)


def words(text: str) -> str:
    return {"yes": "예", "no": "아니요"}[text]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (8912, "8,912"),
        (np.int64(-1200), "-1,200"),
        (1234567.891, "1,234,568"),
        (123.456, "123.5"),
        (12.3456, "12.35"),
        (0.91342, "0.913"),
        (0.04118, "0.0412"),
        (0.0, "0.00"),
        (-1.26e-12, "-1.3e-12"),
        (-0.0, "0.00"),
        (np.float32(0.5), "0.500"),
        (None, NO_VALUE),
        (math.nan, NO_VALUE),
        (-math.inf, NO_VALUE),
        (pd.NA, NO_VALUE),
        (pd.NaT, NO_VALUE),
        (True, "예"),
        (np.bool_(False), "아니요"),
        ("30170", "30170"),
        ("", ""),
    ],
)
def test_value_as_text(value: object, text: str) -> None:
    assert format_value(value, words) == text


def test_fixed_decimals_leave_integers_alone() -> None:
    assert format_value(0.5, words, 3) == "0.500"
    assert format_value(7, words, 3) == "7"


@pytest.mark.parametrize(
    ("column", "decimals"),
    [
        ([1, 2], 0),
        ([0.5, 0.25, None], 3),
        ([12.0, 0.1], 2),
        ([4321.5, 1.0], 0),
        ([math.nan], 0),
        (["a"], 0),
        ([0.0004], 6),
    ],
)
def test_decimals_of_a_column(column: list[object], decimals: int) -> None:
    assert decimals_of_column(column) == decimals


@settings(deadline=None)
@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e12, max_value=1e12))
def test_text_of_a_number_is_near_the_number(value: float) -> None:
    text = format_value(value, words)
    assert abs(float(text.replace(",", "")) - value) <= 0.05 * abs(value)


def test_moment_in_both_languages() -> None:
    when = datetime(2026, 3, 12, 9, 5)
    assert format_moment(when, "ko") == "2026. 3. 12. 09:05"
    assert format_moment(when, "en") == "March 12, 2026, 09:05"
    assert format_moment(date(2026, 3, 12), "ko") == "2026. 3. 12."
    assert format_moment("2026-03", "ko") == "2026-03"


def test_paragraphs_from_one_text_or_many() -> None:
    assert paragraphs("one\n\n two \n\n\n") == ["one", "two"]
    assert paragraphs(["one", "", "two\n\nthree"]) == ["one", "two", "three"]


@pytest.mark.parametrize("text", ["95 %", "300 m", "2.1 km²", "3 개"])
def test_units_stay_with_their_number(text: str) -> None:
    assert keep_units(text) == text.replace(" ", "\u00a0")


@pytest.mark.parametrize("text", ["300 persons", "in 2025 Seo-gu", "3 개소", "a m"])
def test_other_words_may_move_to_the_next_line(text: str) -> None:
    assert keep_units(text) == text


def test_width_counts_hangul_double() -> None:
    assert text_width("abc") == 3
    assert text_width("둔산동") == 6


def test_json_has_no_nan_and_no_numpy() -> None:
    ready = json_ready(
        {"a": np.array([1.0, np.nan, np.inf]), "b": (np.int32(3), pd.NA, np.bool_(True)), 5: date(2026, 1, 2)}
    )
    assert ready == {"a": [1.0, None, None], "b": [3, None, True], "5": "2026-01-02"}


def test_json_refuses_what_it_cannot_carry() -> None:
    with pytest.raises(TypeError, match="object"):
        json_ready({"a": [object()]})


def test_record_is_flattened_in_order() -> None:
    record = {
        "tool": "x",
        "inputs": [{"name": "A", "rows": 12345}, {"name": "B"}],
        "cuts": [0.2, 0.4],
        "none": None,
        "e": {},
    }
    assert flatten_record(record) == [
        ("tool", [("", "x")]),
        ("inputs", [("1 › name", "A"), ("1 › rows", "12345"), ("2 › name", "B")]),
        ("cuts", [("", "0.2, 0.4")]),
        ("none", [("", NO_VALUE)]),
        ("e", [("", NO_VALUE)]),
    ]
