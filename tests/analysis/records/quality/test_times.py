"""Dates: which fields hold them, how they are written, what is wrong with them."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from quality_tables import date, number, text

from seo_district_plugin.analysis.records.quality.times import date_faults, date_mixed, date_stale, form_of, times_of

TODAY = dt.date(2026, 6, 1)


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("2024-03-01", "YYYY-MM-DD"),
        ("2024. 3. 1.", "YYYY.MM.DD"),
        ("2024.03.01(금)", "YYYY.MM.DD"),
        ("2024년 3월 1일", "YYYY년MM월DD일"),
        ("20240301", "YYYYMMDD"),
        ("20240301235959", "YYYYMMDDhhmmss"),
        ("2024-03-01 23:59:59.0", "YYYY-MM-DD hh:mm"),
        ("03/01/2024", "MM/DD/YYYY"),
    ],
)
def test_forms(written, form):
    assert form_of(written) == form


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)))
def test_every_day_is_read_in_every_form(day):
    for written in (
        day.isoformat(),
        f"{day.year}. {day.month}. {day.day}.",
        f"{day:%Y%m%d}",
        f"{day.year}년 {day.month}월 {day.day}일",
    ):
        times = times_of(text("기준일자", [written]))
        assert times.days.tolist() == [day]


@pytest.mark.parametrize(
    ("name", "values", "is_date"),
    [
        ("기준일자", ["20240301", "20240302"], True),
        ("code", ["20240301", "20240302"], False),
        ("what", ["2024-03-01", "2024-03-02"], True),
        ("lot", ["1999-12", "2001-3"], False),
        ("area", ["2034.12", "1999.5"], False),
        ("tel", ["042-123-4567", "02-1234-5678"], False),
        ("설치연도", ["2014", "2015"], False),
        ("installed_date", ["201312", "201401"], True),
    ],
)
def test_which_fields_hold_dates(name, values, is_date):
    assert (times_of(text(name, values)) is not None) == is_date


def faults(field, asked=False):
    found = date_faults(field, times_of(field, asked=asked), TODAY)
    return {(batch.check, batch.kind): batch.rows.tolist() for batch in found}


def test_faults_of_each_kind():
    wrong = ["2026-02-30", "0000-00-00", "0219-03-14", "2027-01-01", "모름", "9999-12-31", "1023-01-01"]
    field = text("기준일자", ["2026-01-01"] * 20 + wrong)
    assert faults(field) == {
        ("date_impossible", ""): [20, 22],
        ("date_impossible", "zero"): [21],
        ("date_impossible", "old"): [26],
        ("date_unreadable", ""): [24],
        ("date_future", ""): [23],
    }


def test_day_and_month_that_cannot_be_told_apart():
    assert faults(text("date", ["03/04/2024", "05/06/2024"])) == {("date_unreadable", "ambiguous"): [0, 1]}
    assert faults(text("date", ["03/04/2024", "25/06/2024"])) == {}


def test_dates_to_come_are_no_fault_where_they_are_meant():
    assert faults(date("valid_until", ["2030-01-01"])) == {}
    assert faults(date("updated", ["2030-01-01"])) == {("date_future", ""): [0]}


def test_ages():
    field = date("updated", ["2026-05-31", "2025-06-01", "2025-05-31", None])
    (stale,) = date_stale(field, times_of(field), TODAY, 365)
    assert stale.rows.tolist() == [2] and stale.each["age"].tolist() == [366]
    assert list(date_stale(field, times_of(field), TODAY, 0)) == []


def test_mixed_forms_are_counted():
    field = text("기준일자", ["2026-01-01"] * 3 + ["2026. 1. 2."] * 2 + ["20260103"])
    (mixed,) = date_mixed(field, times_of(field))
    assert mixed.values["forms"] == "YYYY-MM-DD (3), YYYY.MM.DD (2), YYYYMMDD (1)"


def test_numbers_that_are_dates_only_by_their_header():
    assert times_of(number("std_ymd", [20240301, 20240302], "int")) is not None
    assert times_of(number("people", [20240301, 20240302], "int")) is None
    assert np.isnat(times_of(number("std_ymd", [20240301, 20241301], "int")).days).tolist() == [False, True]
