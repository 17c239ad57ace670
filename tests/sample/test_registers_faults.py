"""Mistakes in single cells: what they look like, and that they are mistakes."""

from __future__ import annotations

import datetime as dt
import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seo_district_plugin.sample.addresses_text import floor_text, unit_text
from seo_district_plugin.sample.businesses_kinds import KINDS, LICENSES
from seo_district_plugin.sample.faults_coordinates import write_coordinates
from seo_district_plugin.sample.faults_text import (
    day_text,
    impossible_day,
    join_jamo,
    masked_phone,
    phone_text,
    slip,
    split_jamo,
    spreadsheet_number,
)
from seo_district_plugin.sample.registers_files import Sheet, TextStyle, column_letter, table_bytes, workbook_bytes

SYLLABLES = [chr(code) for code in range(0xAC00, 0xD7A4)]
HALF_OPEN = st.floats(0.0, 1.0, exclude_max=True)


def test_syllables_are_taken_apart_as_unicode_does_it() -> None:
    for letter in SYLLABLES[::7]:
        parts = split_jamo(letter)
        assert join_jamo(*parts) == letter
        codes = [0x1100 + parts[0], 0x1161 + parts[1], *([0x11A7 + parts[2]] if parts[2] else [])]
        assert "".join(map(chr, codes)) == unicodedata.normalize("NFD", letter)
    assert split_jamo("A") is None and split_jamo("ㄱ") is None


@given(st.text(st.sampled_from(SYLLABLES[::97]), min_size=1, max_size=12), HALF_OPEN, HALF_OPEN)
def test_a_slip_changes_one_thing(text, where, what) -> None:
    wrong = slip(text, where, what)
    assert wrong != text
    assert abs(len(wrong) - len(text)) <= 1
    if len(wrong) == len(text):
        assert 1 <= sum(a != b for a, b in zip(wrong, text)) <= 2
    assert all("가" <= letter <= "힣" for letter in wrong)
    assert wrong.encode("cp949")


@given(HALF_OPEN, HALF_OPEN)
def test_what_has_no_hangul_is_left_alone(where, what) -> None:
    assert slip("GS 25", where, what) == "GS 25"


@given(st.integers(-700, 21_000), st.sampled_from(["iso", "plain", "dots"]), HALF_OPEN)
def test_impossible_days_do_not_exist(day, form, what) -> None:
    text = day_text(day, form)
    digits = text.replace("-", "").replace(".", "")
    assert dt.datetime.strptime(digits, "%Y%m%d").date() == dt.date(1970, 1, 1) + dt.timedelta(days=day)
    wrong = impossible_day(text, what)
    assert len(wrong) == len(text) and wrong != text
    digits = wrong.replace("-", "").replace(".", "")
    with pytest.raises(ValueError):
        assert dt.datetime.strptime(digits, "%Y%m%d").year < 1000, "a year of Joseon is as wrong"
        raise ValueError


def test_loose_dates() -> None:
    assert day_text(19_783, "loose") == "2024. 3. 1."


@given(st.integers(0, 9_999_999), HALF_OPEN)
def test_telephone_numbers_keep_their_digits(number, form) -> None:
    digits = "".join(filter(str.isdigit, phone_text(number, form).removesuffix(".0")))
    assert digits.endswith(f"{number:07d}")
    assert phone_text(number, -1.0) == f"042-{number // 10_000:03d}-{number % 10_000:04d}"
    assert f"{number % 10_000:04d}" in masked_phone(number) and "***" in masked_phone(number)


@given(st.integers(10**15, 10**25))
def test_what_a_spreadsheet_leaves_of_a_code(code) -> None:
    wrong = spreadsheet_number(str(code))
    assert float(wrong) == pytest.approx(code, rel=1e-5)
    assert "E+" in wrong and len(wrong) == 11


def test_floors_and_units() -> None:
    assert (floor_text(-1), floor_text(3)) == ("지하1층", "3층")
    assert (unit_text(-2, 4), unit_text(12, 11)) == ("지하204호", "1211호")


# ---------------------------------------------------------------------- coordinates
def test_small_files_and_blank_rows_get_no_other_fault() -> None:
    xy = np.random.default_rng(1).uniform((229_000, 408_000), (232_000, 410_000), size=(500, 2))
    blank = np.arange(500) % 10 == 0
    able = np.arange(500) < 400
    made = write_coordinates(xy, 5174, "license_new", able, np.random.default_rng(2), blank)
    kinds = {}
    for fault in made.faults:
        assert kinds.setdefault(fault.row, fault.kind) == fault.kind, "one fault of coordinates per row"
    assert {row for row, kind in kinds.items() if kind == "coordinates_blank"} == set(np.flatnonzero(blank).tolist())
    assert all(row < 400 for row, kind in kinds.items() if kind != "coordinates_blank")
    assert len(set(kinds.values())) == 7, "each kind at least once"
    for row in set(range(500)) - set(kinds):
        assert 200_000 < float(made.x[row]) < 240_000 and 290_000 < float(made.y[row]) < 330_000


# ---------------------------------------------------------------------- files
def test_cells_that_need_quotes_get_them() -> None:
    content = table_bytes(["a", "b"], [["1,5", 'x"y'], ["", "z"]], TextStyle("utf-8", end="\n"))
    assert content.decode() == 'a,b\n"1,5",\n"x""y",z\n'
    quoted = table_bytes(["a"], [['x"']], TextStyle("utf-8", quoted=True, trailing=True, end="\r\n", bom=True))
    assert quoted == b'\xef\xbb\xbf"a",\r\n"x""",\r\n'


def test_letters_of_columns_and_a_workbook_twice() -> None:
    assert [column_letter(at) for at in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
    sheet = Sheet("시트 <1>", [["a&b", 1, 2.5, None, ""], [45_000]], ["A1:B1"], frozenset({0}))
    assert workbook_bytes([sheet]) == workbook_bytes([sheet])


# ---------------------------------------------------------------------- kinds
def test_the_table_of_kinds_is_whole() -> None:
    for kind in KINDS.values():
        assert kind.words and kind.count > 0 and 0 <= kind.chains < 1, kind.id
        assert not kind.license or kind.license in LICENSES, kind.id
        assert not kind.license or kind.style, kind.id
        assert kind.shop is None or (len(kind.shop.codes), len(kind.shop.names)) == (4, 4), kind.id
    assert len({license_.number for license_ in LICENSES.values()}) == len(LICENSES)
    olds = [license_.old_id for license_ in LICENSES.values() if license_.old_id]
    assert len(set(olds)) == len(olds)
