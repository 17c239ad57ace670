"""Personal data found by shape and header, and taken out of texts. All numbers and names are made up."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.analysis.records.personal import (
    PLACEHOLDER,
    check_digit_fits,
    corporation_digit_fits,
    personal_columns,
    redact,
)


def kinds(header: str, cells: list[str]) -> set[str]:
    return {finding.kind for finding in personal_columns([header], [cells])}


def resident(day: dt.date, rest: int, with_check: bool = True) -> str:
    mark = (1 if day.year < 2000 else 3) + rest % 2
    digits = f"{day:%y%m%d}{mark}{rest % 100000:05}"
    weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]
    check = (11 - sum(int(d) * w for d, w in zip(digits, weights)) % 11) % 10
    return digits + str(check if with_check else (check + 1) % 10)


RESIDENTS = [resident(dt.date(1950, 1, 1) + dt.timedelta(days=997 * i), 7919 * i) for i in range(20)]


def test_the_check_digit_of_a_resident_number():
    # 800101-1234560: 8*2 + 1*5 + 1*7 + 1*8 + 2*9 + 3*2 + 4*3 + 5*4 + 6*5 = 122, 122 mod 11 = 1, 11 - 1 = 10 -> 0.
    assert check_digit_fits("8001011234560")
    assert not check_digit_fits("8001011234561")
    # Foreigners: 13 - 122 ... with a 5 in the seventh place: sum 154, 154 mod 11 = 0, 13 - 0 = 13 -> 3.
    assert check_digit_fits("8001015234563")
    assert all(map(check_digit_fits, RESIDENTS))


@pytest.mark.parametrize("form", ["{}-{}", "{} - {}", "{} {}", "{}{}"])
def test_resident_numbers_in_a_column(form):
    cells = [form.format(text[:6], text[6:]) for text in RESIDENTS]
    (finding,) = personal_columns(["비고"], [[*cells, "", "없음", "없음"]])
    assert (finding.column, finding.kind, finding.index) == ("비고", "resident_number", 0)
    assert finding.share == pytest.approx(20 / 22)
    assert not any(text[6:] in repr(finding) or text[:6] in repr(finding) for text in RESIDENTS)


def test_resident_numbers_without_a_check_digit():
    new = [resident(dt.date(2020, 10, 5), rest, with_check=False) for rest in range(7)]
    assert kinds("비고", [f"{text[:6]}-{text[6:]}" for text in new]) == {"resident_number"}
    assert kinds("비고", ["800101-1******"]) == {"resident_number"}
    assert kinds("비고", ["800101-12*****"]) == {"resident_number"}
    # In one piece only a header, or right check digits, tell them from other thirteen digits.
    assert kinds("비고", new) == set()
    assert kinds("주민등록번호", new) == {"resident_number"}


@pytest.mark.parametrize(
    "cells",
    [
        ["1101072010001", "1101072010002", "1101053010003", "1101062030004", "1101061010005", "1101072010012"],
        ["3660000-204-2019-00011", "3660000-103-1995-00003"],
        ["3017010100101230004", "3017010100101230005"],
        ["202636600000800001"],
        ["3017010100101230004000001"],
        ["233912.432874", "316807.669239"],
        ["127.3836", "36.3555"],
        ["127.0421234567", "37.0212345678"],
        ["2026-05-27 22:58:19"],
        ["20260527225819", "20180629102233"],
        ["대전광역시 서구 가상로 10, 2층 (둔산동)", "대전광역시 서구 둔산동 123-4"],
        ["801301-1234567", "800132-1234567"],
        ["02.10.2024", "03.10.2024"],
        ["301700000001", "35242", "302120"],
        ["101호 1203"],
        ["B000000001", "DJB0000001", "MA0101202406A0000001"],
        ["1588-1234"],
        ["1,234", "0.0", "-12"],
        ["0101072010", "0301701010"],
    ],
)
def test_ids_coordinates_and_dates_are_not_personal(cells):
    assert kinds("값", cells) == set()


@settings(max_examples=200)
@given(
    st.lists(st.one_of(st.floats(-(10**7), 10**7).map(str), st.integers(0, 10**8).map(str)), min_size=1, max_size=20)
)
def test_numbers_are_not_personal(cells):
    assert kinds("값", cells) == set()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("010-1234-5678", "mobile_phone"),
        ("010 1234 5678", "mobile_phone"),
        ("010.1234.5678", "mobile_phone"),
        ("+82-10-1234-5678", "mobile_phone"),
        ("+82 (0)10-1234-5678", "mobile_phone"),
        ("016-123-4567", "mobile_phone"),
        ("01012345678", "mobile_phone"),
        ("+821012345678", "mobile_phone"),
        ("042-123-4567", "phone"),
        ("(042) 123-4567", "phone"),
        ("042)123-4567", "phone"),
        ("02-1234-5678", "phone"),
        ("070-1234-5678", "phone"),
        ("+82-42-123-4567", "phone"),
        ("0421234567", "phone"),
        ("hong.gildong@example.go.kr", "email"),
        ("12가3456", "vehicle_plate"),
        ("123가 4567", "vehicle_plate"),
        ("대전12가3456", "vehicle_plate"),
    ],
)
def test_phones_mails_and_plates(text, kind):
    assert kinds("값", [text]) == {kind}
    if kind != "vehicle_plate":
        for around in ("{}", "tel: {}", "({})", "연락처{}번", "a {} b", "1.{}", "{}.", "{},{}"):
            if around == "1.{}" and text[:1] == "0" and text.isdigit():
                continue  # the decimals of a number
            sentence = around.replace("{}", text)
            assert text not in redact(sentence), sentence
            assert PLACEHOLDER in redact(sentence)


def test_headers():
    assert kinds("대표자명", ["홍길동", "김가상"]) == {"person_name"}
    assert kinds("담당자 성명", ["홍*동"]) == {"person_name"}
    assert kinds("ownerName", ["Jane Doe"]) == {"person_name"}
    assert kinds("담당자 수", ["3"]) == set()
    assert kinds("시설이름", ["가상도서관"]) == set()
    assert kinds("사업장명", ["가상상점"]) == set()
    assert kinds("name", ["Jane"]) == set()
    assert kinds("계좌번호", ["123-456-789012"]) == {"account_number"}
    assert kinds("차량번호", ["101호1203", "12가3456"]) == {"vehicle_plate"}
    assert kinds("생년월일", ["1980-01-01"]) == {"birth_date"}
    assert kinds("휴대전화", ["1012345678", ""]) == {"mobile_phone"}
    assert kinds("대표자명", ["", " "]) == set()


def test_numbers_of_corporations_are_no_residents():
    numbers = []
    for serial in range(1, 8):
        digits = f"110111{serial * 90211:06}"
        numbers.append(digits + next(str(d) for d in range(10) if corporation_digit_fits(digits + str(d))))
    parted = [f"{digits[:6]}-{digits[6:]}" for digits in numbers]
    assert kinds("번호", parted) == set()
    assert kinds("법인등록번호", [parted[0], "110111-0000000"]) == set()
    assert kinds("주민등록번호", parted) == {"resident_number"}
    assert not corporation_digit_fits("110111-12345")


def test_shares_and_columns_are_kept_apart():
    headers = ["이름", "비고", "값"]
    findings = personal_columns(headers, [["홍길동", ""], ["010-1234-5678", "없음", "a@b.kr", "없음"], ["1"]])
    assert [(f.column, f.kind, f.share, f.index) for f in findings] == [
        ("이름", "person_name", 1.0, 0),
        ("비고", "mobile_phone", 0.25, 1),
        ("비고", "email", 0.25, 1),
    ]
    assert personal_columns([], []) == []


DAYS = st.dates(dt.date(1910, 1, 1), dt.date(2019, 12, 31))
PHONES = st.tuples(st.sampled_from(["010", "011", "02", "042", "070"]), st.integers(100, 9999), st.integers(0, 9999))


@settings(max_examples=200)
@given(DAYS, st.integers(0, 99999), PHONES, st.sampled_from(["-", " ", ".", " - "]), st.booleans())
def test_planted_values_never_survive(day, rest, phone, gap, with_check):
    number = resident(day, rest, with_check)
    parted = f"{number[:6]}-{number[6:]}"
    called = gap.strip(" ") or gap
    call = f"{phone[0]}{called}{phone[1]}{called}{phone[2]:04}"
    text = f"행 3: '{number}', {parted}; 전화 {call}/kim@example.com"
    clean = redact(text)
    for planted in (number, parted, call, number[6:], f"{phone[2]:04}/kim", "kim@"):
        assert planted not in clean
    assert clean.startswith("행 3: '") and clean.count(PLACEHOLDER) == 4
    assert redact(clean) == clean


@pytest.mark.parametrize(
    "text",
    [
        "3660000-204-2019-00011",
        "233912.432874, 316807.669239",
        "127.3836 36.3555",
        "2026-05-27 22:58:19",
        "읽음 67,812행 = 지도 67,801 + 제외 11",
        "EPSG:5174 (234359.49, 317253.30)",
        "다사52505325",
        "3017010100101230004000001",
    ],
)
def test_what_is_not_personal_is_left_alone(text):
    assert redact(text) == text


def test_long_texts_do_not_take_long():
    assert redact("a" * 200_000) == "a" * 200_000
    assert redact("1" * 200_000) == "1" * 200_000
    assert redact("a@" * 50_000).startswith("a@")
