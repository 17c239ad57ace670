"""Cells of a file as typed columns: what they hold, and why they hold nothing."""

from __future__ import annotations

import math
import re
from decimal import Decimal, InvalidOperation

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.records.values import KINDS, column_decimal, guess_kind, has_masks, typed

MISSING, MASKED, BAD = "missing", "masked", "bad"


def one(text: str, kind: str, masked_ok: bool = False, **options):
    """The value of one cell, or the name of the reason why it has none."""
    column = typed([text], kind, masked_ok=masked_ok, **options)
    reasons = [name for name in (MISSING, MASKED, BAD) if getattr(column, name)[0]]
    assert len(reasons) == (column.values[0] is None)
    return reasons[0] if reasons else column.values[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("-7", -7),
        ("+7", 7),
        (" 12 ", 12),
        ("1,234", 1234),
        ("1,234,567", 1234567),
        ("1 234", 1234),
        ("1\u00a0234", 1234),
        ("1'234", 1234),
        ("１２３", 123),
        ("１，２３４", 1234),
        ("12.0", 12),
        ("12.", 12),
        ("007", 7),
        ("-0", 0),
        ('="12"', 12),
        ("'12", 12),
        ("9223372036854775807", 2**63 - 1),
        ("-9223372036854775808", -(2**63)),
        ("0" * 30 + "5", 5),
        ("9007199254740993.0", 2**53 + 1),
        ("9223372036854775808", BAD),
        ("-9223372036854775809", BAD),
        ("9" * 5000, BAD),
        ("12.5", BAD),
        ("1,23", BAD),
        ("1234,567", BAD),
        ("12,34,567", BAD),
        ("1 23", BAD),
        ("(12)", BAD),
        ("12명", BAD),
        ("△12", BAD),
        ("12²", BAD),
        ("①", BAD),
        ("1_000", BAD),
        ("1.0E+10", BAD),
        ("nan", BAD),
        ("inf", BAD),
        ("x", BAD),
        ("#REF!", BAD),
        ("1\n2", BAD),
        ("*", BAD),
        ("", MISSING),
        ("  ", MISSING),
        ("-", MISSING),
        (" - ", MISSING),
        ("NULL", MISSING),
        ("N/A", MISSING),
        ("…", MISSING),
    ],
)
def test_integers(text, value):
    assert one(text, "int") == value
    # Beside an easy cell the column takes the quick way as far as it can.
    assert typed(["5", text], "int", masked_ok=False).values[1] == (None if value in (MISSING, BAD) else value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("233912.432874", 233912.432874),
        (".5", 0.5),
        ("5.", 5.0),
        ("-0.25", -0.25),
        ("1,234.5", 1234.5),
        ("1.2E-05", 1.2e-05),
        ("１２．５", 12.5),
        ("−3", -3.0),
        ("1e999", BAD),
        ("9" * 400, BAD),
        ("nan", BAD),
        ("NaN", BAD),
        ("-inf", BAD),
        ("Infinity", BAD),
        ("1_0.5", BAD),
        ("٣", BAD),
        ("0x10", BAD),
        ("1.2.3", BAD),
        ("127.38 36.35", BAD),
        ("36,35", BAD),
        ("30%", BAD),
        ("-", MISSING),
    ],
)
def test_reals(text, value):
    assert one(text, "real") == value
    assert typed(["5.5", text], "real", masked_ok=False).values[1] == (None if value in (MISSING, BAD) else value)


@pytest.mark.parametrize("mask", ["*", "***", "＊", " * ", "N/A", "n/a"])
@pytest.mark.parametrize("kind", KINDS)
def test_masks_are_hidden_values_in_every_kind(kind, mask):
    assert one(mask, kind, masked_ok=True) == MASKED


def test_masks_where_none_are_expected():
    assert one("*", "text") == "*"
    assert one("*", "code") == "*"
    assert one("*", "real") == BAD
    assert one("홍*동", "text", masked_ok=True) == "홍*동"
    # These say that there is nothing, not that something is hidden.
    for nothing in ("-", "NA", "…"):
        assert one(nothing, "int", masked_ok=True) == MISSING


@pytest.mark.parametrize("kind", KINDS)
def test_blank_cells_are_masks_only_if_the_schema_says_so(kind):
    for blank in ("", "  "):
        assert one(blank, kind, masked_ok=True) == MISSING
        assert one(blank, kind, masked_ok=True, empty_masked=True) == MASKED
        assert one(blank, kind, masked_ok=False, empty_masked=True) == MISSING


def test_nothing_becomes_zero():
    cells = ["*", "N/A", "", " ", "-", "x", "NA", "없음", "nan", "a", "0x0", "0a", "O"]
    for kind in ("int", "real"):
        column = typed(cells, kind, masked_ok=True)
        assert column.values == [None] * len(cells)
        assert (column.missing | column.masked | column.bad).all()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0123", "0123"),
        (" 11110515   ", "11110515"),
        ("30170.0", "30170"),
        ("01.0", "01"),
        ('="0123"', "0123"),
        ("'0123", "0123"),
        ("3660000-204-2019-00011", "3660000-204-2019-00011"),
        ("07_23_01_P", "07_23_01_P"),
        ("1E10", "1E10"),
        ("I2", "I2"),
        ("1.2.3", "1.2.3"),
        ("-", "-"),
        ("다바 081 187", "다바 081 187"),
        ("1.0E+10", BAD),
        ("3.01701E+09", BAD),
        ("3.01701e+09", BAD),
        ("1E+10", BAD),
        ("3.01701E9", BAD),
        ("#N/A", BAD),
        ("", MISSING),
    ],
)
def test_codes(text, value):
    assert one(text, "code") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("Y", True), ("n", False), ("1", True), ("0", False), ("1.0", True), ("유", True), ("무", False), ("O", True)]
    + [("X", False), ("있음", True), ("없음", False), ("TRUE", True), ("아니오", False), ("", MISSING), ("-", MISSING)]
    + [("2", BAD), ("예정", BAD)],
)
def test_truths(text, value):
    assert one(text, "bool") is value or one(text, "bool") == value
    assert not isinstance(one(text, "bool"), int) or isinstance(one(text, "bool"), bool)


def test_dates_say_which_are_coarse():
    column = typed(["2024-03-01", "201312", "2019", "20240230", "*", ""], "date", masked_ok=True)
    assert column.values == ["2024-03-01", "2013-12-01", "2019-01-01", None, None, None]
    assert column.coarse.tolist() == [False, True, True, False, False, False]
    assert column.bad.tolist() == [False, False, False, True, False, False]


def test_a_kind_that_is_none():
    with pytest.raises(AnalysisError) as raised:
        typed(["1"], "number", masked_ok=False)
    assert raised.value.code == "kind_unknown"
    assert raised.value.values["kind"] == "number"


CELLS = st.one_of(
    st.text(max_size=12),
    st.text("0123456789.,+-eE *NnAaFfIi/_\n'", max_size=10),
    st.integers().map(str),
    st.floats().map(str),
    st.dates().map(str),
    st.sampled_from(["", " ", "*", "N/A", "-", "1,234", "2024. 3. 1.", "Y", "무", "1.0E+10", "01", "１２"]),
)
TYPES = {"text": str, "code": str, "int": int, "real": float, "date": str, "datetime": str, "bool": bool}


@settings(max_examples=150)
@given(st.lists(CELLS, max_size=20), st.sampled_from(KINDS), st.booleans(), st.booleans())
def test_every_cell_is_a_value_or_has_one_reason(cells, kind, masked_ok, empty_masked):
    column = typed(cells, kind, masked_ok=masked_ok, empty_masked=empty_masked)
    assert len(column.values) == len(cells)
    reasons = np.stack([column.missing, column.masked, column.bad])
    assert reasons.dtype == bool and reasons.shape == (3, len(cells))
    np.testing.assert_array_equal(reasons.sum(axis=0), [value is None for value in column.values])
    assert all(value is None or type(value) is TYPES[kind] for value in column.values)
    if kind == "real":
        assert all(value is None or math.isfinite(value) for value in column.values)
    if kind in ("int", "real"):
        # A zero is written with a zero.
        assert all("0" in cell or "０" in cell for cell, value in zip(cells, column.values) if value == 0)
    assert not (column.coarse & reasons.any(axis=0)).any()


@settings(max_examples=150)
@given(st.lists(CELLS, max_size=20), st.sampled_from(KINDS), st.booleans())
def test_a_cell_means_the_same_alone_and_in_any_company(cells, kind, masked_ok):
    column = typed(cells, kind, masked_ok=masked_ok)
    for row, cell in enumerate(cells):
        alone = typed([cell], kind, masked_ok=masked_ok)
        assert alone.values[0] == column.values[row]
        for name in ("missing", "masked", "bad", "coarse"):
            assert getattr(alone, name)[0] == getattr(column, name)[row], (cell, name)


def decimal_reference(text: str) -> float | None:
    """What ``decimal`` makes of a text without separators; None for what is no finite number to a clerk."""
    if "_" in text or not text.isascii() or "n" in text.lower() or "i" in text.lower():
        return None
    try:
        number = float(Decimal(text.strip().removeprefix("'")))
    except (InvalidOperation, OverflowError):
        return None
    return number if math.isfinite(number) else None


@settings(max_examples=300)
@given(st.lists(st.text("0123456789.+-eE_ni", min_size=1, max_size=8), min_size=1, max_size=8))
def test_reals_against_decimal(cells):
    cells = [cell for cell in cells if cell.strip(".-") and not re.search(r"[eE][+-]?\d{4}", cell)]
    column = typed(cells, "real", masked_ok=False)
    assert column.values == [decimal_reference(cell) for cell in cells]


@settings(max_examples=150)
@given(st.lists(st.decimals(-(10**12), 10**12, places=3), min_size=1, max_size=8), st.sampled_from(["", ",", " ", "'"]))
def test_grouped_numbers_against_decimal(numbers, separator):
    cells = [f"{number:,}".replace(",", separator) for number in numbers]
    assert typed(cells, "real", masked_ok=False).values == [float(number) for number in numbers]
    whole = [f"{int(number):,}".replace(",", separator) for number in numbers]
    assert typed(whole, "int", masked_ok=False).values == [int(number) for number in numbers]
    european = [f"{number:,}".translate(str.maketrans(",.", ".,")) for number in numbers]
    assert typed(european, "real", masked_ok=False, decimal=",").values == [float(number) for number in numbers]


def test_decimal_commas_are_noticed():
    assert column_decimal(["127,3836", "36,35", ""]) == ","
    assert column_decimal(["1.234,5"]) == ","
    assert column_decimal(["127.3836", "36,35"]) == "."
    assert column_decimal(["1,234", "12"]) == "."
    assert column_decimal(["1,234,567"]) == "."
    assert column_decimal([]) == "."


def test_masks_are_noticed():
    assert has_masks(["1", " * "])
    assert not has_masks(["1", "홍*동", ""])


@pytest.mark.parametrize(
    ("header", "cells", "kind"),
    [
        ("인구", ["1", "25", "", "*"], "int"),
        ("인구", ["1,234", "12"], "int"),
        ("면적", ["98.5", "66"], "real"),
        ("값", ["12.0", "13.0"], "real"),
        ("값", ["1", "2", "많음"], "text"),
        ("값", ["01", "12"], "code"),
        ("값", ["0.5", "0.25"], "real"),
        ("값", ["3017010100101230004"], "code"),
        ("행정동코드", ["30170510"], "code"),
        ("관리번호", ["1", "2"], "code"),
        ("우편번호", ["35242"], "code"),
        ("storeId", ["1"], "code"),
        ("zip_code", ["90210"], "code"),
        ("grid", ["1", "2"], "int"),
        ("paid", ["1", "2"], "int"),
        ("width", ["1"], "int"),
        ("인허가일자", ["20190314"], "date"),
        ("std_ymd", ["20240301", "20240301"], "date"),
        ("값", ["20190314"], "int"),
        ("값", ["20190314", "20190315", "20190316", "20200101", "20200229"], "date"),
        ("값", ["30170510", "30170520", "30170530", "30170535", "30170540"], "int"),
        ("값", ["2024-03-01", "2024. 3. 2."], "date"),
        ("값", ["2024-03-01", "2024-03-01 10:20:00"], "datetime"),
        ("값", ["2024-03-01", "2024-02-30"], "text"),
        ("설치연도", ["2015", "2016"], "int"),
        ("값", ["2024-03"], "text"),
        ("전화", ["042-000-0000"], "code"),
        ("x", ["127.3836"], "real"),
        ("값", ["9223372036854775808"], "code"),
        ("값", ["nan", "1"], "text"),
        ("비고", ["", " ", "*"], "text"),
        ("비고", [], "text"),
    ],
)
def test_kinds_of_unknown_columns(header, cells, kind):
    assert guess_kind(cells, header) == kind


@settings(max_examples=100)
@given(st.lists(CELLS, max_size=15), st.sampled_from(["", "값", "일자", "코드"]))
def test_a_guess_fits_every_cell_it_was_made_from(cells, header):
    kind = guess_kind(cells, header)
    column = typed(cells, kind, masked_ok=has_masks(cells))
    if kind != "code":  # there damaged ones are meant to be found
        assert not column.bad.any()
