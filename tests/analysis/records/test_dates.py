"""Dates in the ways people and machines write them, against strptime."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.analysis.records.dates import read_dates, year_last_order


def one(text: str, kind: str = "date", **options) -> str | None:
    return read_dates([text], kind, **options)[0][0]


FORMS = [
    "{y:04}-{m:02}-{d:02}",
    "{y:04}{m:02}{d:02}",
    "{y:04}/{m:02}/{d:02}",
    "{y:04}.{m:02}.{d:02}",
    "{y:04}-{m}-{d}",
    "{y:04}/{m}/{d}",
    "{y:04}. {m}. {d}.",
    "{y:04}. {m}. {d}",
    "{y:04}.{m}.{d}.",
    "{y:04}. {m}. {d}.(금)",
    "{y:04}. {m}. {d}. (월요일)",
    "{y:04}년 {m}월 {d}일",
    "{y:04}년{m:02}월{d:02}일",
    "{y:04}년 {m}월 {d}일 일요일",
    "{y:04}{m:02}{d:02}.0",
    " {y:04}-{m:02}-{d:02} ",
]
TIMES = [
    " {h:02}:{n:02}:{s:02}",
    "T{h:02}:{n:02}:{s:02}",
    " {h:02}:{n:02}:{s:02}.0",
    " {h:02}:{n:02}:{s:02}.123456",
    " {h}:{n:02}:{s:02}",
    " {h}시 {n}분 {s}초",
]


@settings(max_examples=200)
@given(st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31)), st.times(), st.sampled_from(FORMS), st.sampled_from(TIMES))
def test_forms_of_dates_and_times(day, time, form, tail):
    text = form.format(y=day.year, m=day.month, d=day.day)
    assert one(text) == day.isoformat()
    assert one(text, "datetime") == f"{day.isoformat()}T00:00:00"
    if "일" in form[-3:] or form.endswith((".0", " ", ")")):
        return
    clock = time.replace(microsecond=0)
    text += tail.format(h=time.hour, n=time.minute, s=time.second)
    assert one(text) == day.isoformat()
    assert one(text, "datetime") == f"{day.isoformat()}T{clock.isoformat()}"


@settings(max_examples=100)
@given(st.lists(st.datetimes(dt.datetime(1000, 1, 1), dt.datetime(2999, 12, 31)), min_size=1, max_size=20))
def test_digits_alone(moments):
    texts = [moment.strftime("%Y%m%d%H%M%S").rjust(14, "0") for moment in moments]
    wanted = [moment.replace(microsecond=0).isoformat() for moment in moments]
    assert read_dates(texts, "datetime")[0] == wanted
    assert read_dates([text[:12] for text in texts], "datetime")[0] == [text[:17] + "00" for text in wanted]
    assert read_dates([text[:10] for text in texts], "datetime")[0] == [text[:14] + "00:00" for text in wanted]
    assert read_dates(texts, "date")[0] == [text[:10] for text in wanted]


@settings(max_examples=400)
@given(st.text("0123456789", min_size=8, max_size=8))
def test_eight_digits_against_strptime(text):
    try:
        wanted = dt.datetime.strptime(text, "%Y%m%d").date().isoformat()
    except ValueError:
        wanted = None
    assert one(text) == (wanted if text[0] in "12" or text == "99991231" else None)


@settings(max_examples=400)
@given(
    st.datetimes(dt.datetime(1000, 1, 1), dt.datetime(2999, 12, 30)),
    st.integers(0, 18),
    st.sampled_from("0123456789aX?"),
)
def test_one_character_changed_against_strptime(moment, place, sign):
    text = moment.replace(microsecond=0).isoformat(" ")
    text = text[:place] + sign + text[place + 1 :]
    try:
        wanted = dt.datetime.strptime(text, "%Y-%m-%d %H:%M:%S").isoformat()
    except ValueError:
        wanted = None
        if text[11:] == "24:00:00":
            wanted = (dt.datetime.fromisoformat(text[:10]) + dt.timedelta(days=1)).isoformat()
    if wanted is not None and not "1000" <= text[:4] <= "2999":
        wanted = None
    assert one(text, "datetime") == wanted


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2018-08-31 23:59:59.0", "2018-08-31T23:59:59"),
        ("20041115000000", "2004-11-15T00:00:00"),
        ("2024-03-01 24:00:00", "2024-03-02T00:00:00"),
        ("20241231240000", "2025-01-01T00:00:00"),
        ("2024-03-01 24:00:01", None),
        ("9999-12-31 24:00", None),
        ("2024-03-01 오후 3:20", "2024-03-01T15:20:00"),
        ("2024-03-01 오전 12:05:10", "2024-03-01T00:05:10"),
        ("2024. 3. 1. 오후 12:00", "2024-03-01T12:00:00"),
        ("2024-03-01 3:20 PM", "2024-03-01T15:20:00"),
        ("2024-03-01 13:20 PM", None),
        ("2024년 3월 1일 14시 30분", "2024-03-01T14:30:00"),
        ("2024년 3월 1일14시", "2024-03-01T14:00:00"),
        ("2024-03-01T10:00:00Z", "2024-03-01T10:00:00Z"),
        ("2024-03-01T10:00:00+0900", "2024-03-01T10:00:00+09:00"),
        ("2024-03-01T10:00:00+25:00", None),
        ("2024-03-01 99:00:00", None),
        ("2024-03-01 10:60", None),
        ("2024-03-01 abc", None),
    ],
)
def test_times(text, value):
    assert one(text, "datetime") == value
    expected = None if value is None else "2024" + value[4:10]
    if text[:4] == "2024" and "24" not in text[8:]:
        assert one(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("'24.3.1", "2024-03-01"),
        ("'24. 3. 1.", "2024-03-01"),
        ("’99.3.1", "1999-03-01"),
        ("98.3.1", "1998-03-01"),
        ("24.3.1", None),
        ("24-03-01", None),
        ("240301", None),
        ("２０２４．３．１", "2024-03-01"),
        ("2024‐03‐01", "2024-03-01"),
        ("0219-03-14", None),
        ("0000-00-00", None),
        ("00000000", None),
        ("99991231", "9999-12-31"),
        ("2023-02-29", None),
        ("2024-02-29", "2024-02-29"),
        ("1900-02-29", None),
        ("2000-02-29", "2000-02-29"),
        ("2024-13-01", None),
        ("2024-00-10", None),
        ("13/02/2024", "2024-02-13"),
        ("02/13/2024", "2024-02-13"),
        ("03/03/2024", "2024-03-03"),
        ("03/02/2024", None),
        ("1 Mar 2024", "2024-03-01"),
        ("01-Mar-2024", "2024-03-01"),
        ("March 1, 2024", "2024-03-01"),
        ("1 Marble 2024", None),
        ("30170510", None),
        ("35242", None),
        ("1.5", None),
        ("10:20", None),
        ("없음", None),
        ("2024-W01-1", None),
        ("a" * 1_000_000, None),
        ("2024" + " " * 1_000_000, "2024-01-01"),
    ],
)
def test_dates(text, value):
    assert one(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("2024-03", "2024-03-01"), ("202403", "2024-03-01"), ("2024.3", "2024-03-01"), ("2024년 3월", "2024-03-01")]
    + [("2024. 3.", "2024-03-01"), ("2019", "2019-01-01"), ("2019년", "2019-01-01"), ("2019.0", "2019-01-01")]
    + [("202413", None), ("1234", None), ("1234-05", None), ("2024-0", None)],
)
def test_months_and_years_are_coarse(text, value):
    values, coarse = read_dates(["2024-03-01", text], "date")
    assert values == ["2024-03-01", value]
    assert coarse == (set() if value is None else {1})


def test_the_order_of_a_column():
    assert year_last_order(["03/02/2024", "13/02/2024", ""]) == "dmy"
    assert year_last_order(["03/02/2024", " 02/13/2024 "]) == "mdy"
    assert year_last_order(["13/02/2024", "02/13/2024"]) == ""
    assert year_last_order(["03/02/2024", "2024-03-01"]) == ""
    assert one("03/02/2024", order="dmy") == "2024-02-03"
    assert one("03/02/2024", order="mdy") == "2024-03-02"
    assert one("13/02/2024", order="mdy") is None


def test_days_of_a_spreadsheet_only_when_asked():
    # 45352 is 2024-03-01 in Excel.
    assert one("45352", serial=True) == "2024-03-01"
    assert one("45352.5", "datetime", serial=True) == "2024-03-01T12:00:00"
    assert one("45352") is None
    assert one("20240301", serial=True) == "2024-03-01"


@settings(max_examples=300)
@given(
    st.lists(st.text("0123456789-./: 년월일T오전후PM'()Z+가", max_size=22), max_size=8),
    st.sampled_from(["date", "datetime"]),
)
def test_any_text_is_a_real_date_or_none(texts, kind):
    values, coarse = read_dates(texts, kind)
    assert len(values) == len(texts)
    for position, value in enumerate(values):
        if value is None:
            assert position not in coarse
        elif kind == "date":
            assert dt.date.fromisoformat(value).isoformat() == value
        else:
            assert dt.datetime.fromisoformat(value[:19]).isoformat() == value[:19]
