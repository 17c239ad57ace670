"""What is read out of addresses as people write them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.analysis.records.addresses.codes import read_code, road_key
from seo_district_plugin.analysis.records.addresses.generic import parse_generic
from seo_district_plugin.analysis.records.addresses.korean import KoreanParser, legal_dong, parse_lot_number
from seo_district_plugin.analysis.records.addresses.parsed import LOT, NOTHING, ROAD

PARSE = KoreanParser()


def street(text: str) -> tuple:
    """Province, district, dong, street, underground, main, sub of a text that must be a street address."""
    found = PARSE(text)
    assert found.kind == ROAD, found
    return found.sido, found.district, found.dong, found.road, found.underground, found.main, found.sub


def lot(text: str) -> tuple:
    found = PARSE(text)
    assert found.kind == LOT, found
    return found.sido, found.district, found.dong, found.mountain, found.main, found.sub


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("대전광역시 서구 가상로 10", ("대전광역시", "서구", "", "가상로", 0, 10, 0)),
        ("대전 서구 가상로 10-3", ("대전광역시", "서구", "", "가상로", 0, 10, 3)),
        ("대전시 서구 가상로 10, 2층 (둔산동)", ("대전광역시", "서구", "둔산동", "가상로", 0, 10, 0)),
        ("서구 가상로 10 (둔산동, 가상빌딩)", ("", "서구", "둔산동", "가상로", 0, 10, 0)),
        ("가상로 10", ("", "", "", "가상로", 0, 10, 0)),
        ("대전광역시 가상로 10", ("대전광역시", "", "", "가상로", 0, 10, 0)),
        ("대전 서구 가상로10번길 5", ("대전광역시", "서구", "", "가상로10번길", 0, 5, 0)),
        ("대전 서구 가상로 10번길 5", ("대전광역시", "서구", "", "가상로10번길", 0, 5, 0)),
        ("대전 서구 가상로10번 길 5", ("대전광역시", "서구", "", "가상로10번길", 0, 5, 0)),
        ("괴정가로6번 길 27", ("", "", "", "괴정가로6번길", 0, 27, 0)),
        ("가상로 10 번길 5", ("", "", "", "가상로10번길", 0, 5, 0)),
        ("가상로 10 번 나 길 5-1", ("", "", "", "가상로10번나길", 0, 5, 1)),
        ("가상로10나길 5", ("", "", "", "가상로10나길", 0, 5, 0)),
        ("대전서구가상로10번길5-3", ("대전광역시", "서구", "", "가상로10번길", 0, 5, 3)),
        ("대전광역시 서구 가상로１０ － ３", ("대전광역시", "서구", "", "가상로", 0, 10, 3)),
        ("대전광역시 서구 가상대로 지하 123", ("대전광역시", "서구", "", "가상대로", 1, 123, 0)),
        ("대전광역시 서구 가상로 21, 지하1층 (변동)", ("대전광역시", "서구", "변동", "가상로", 0, 21, 0)),
        ("대전광역시 서구 둔산동 가상로 7", ("대전광역시", "서구", "둔산동", "가상로", 0, 7, 0)),
        ("강남대로94길 12", ("", "", "", "강남대로94길", 0, 12, 0)),
        ("둔산1로 12-3", ("", "", "", "둔산1로", 0, 12, 3)),
        ("대전로 100", ("", "", "", "대전로", 0, 100, 0)),
        ("세종로 5", ("", "", "", "세종로", 0, 5, 0)),
        ("(35209) 대전광역시 서구 가상로 1", ("대전광역시", "서구", "", "가상로", 0, 1, 0)),
        ("대전광역시 서구 가상로 10 동인빌딩 3층", ("대전광역시", "서구", "", "가상로", 0, 10, 0)),
        ("대전광역시 서구 가상로 10 [둔산동]", ("대전광역시", "서구", "둔산동", "가상로", 0, 10, 0)),
        ("전라북도 서구 가상로 10", ("전북특별자치도", "서구", "", "가상로", 0, 10, 0)),
    ],
)
def test_street_addresses(text: str, expected: tuple) -> None:
    assert street(text) == expected
    assert street(unicodedata.normalize("NFD", text)) == expected, "as file names of macOS decompose Hangul"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("대전광역시 서구 복수동 123-4", ("대전광역시", "서구", "복수동", 0, 123, 4)),
        ("대전광역시 서구 복수동 123-4번지 2층", ("대전광역시", "서구", "복수동", 0, 123, 4)),
        ("대전 서구 복수동 산 12번지", ("대전광역시", "서구", "복수동", 1, 12, 0)),
        ("대전서구복수동산12-3", ("대전광역시", "서구", "복수동", 1, 12, 3)),
        ("서구 둔산동 123 외 1필지", ("", "서구", "둔산동", 0, 123, 0)),
        ("서구 둔산동 123외 1필지", ("", "서구", "둔산동", 0, 123, 0)),
        ("변동 12번지 3호", ("", "", "변동", 0, 12, 3)),
        ("변동 12번지 301호", ("", "", "변동", 0, 12, 0)),
        ("변동 12번지의 3", ("", "", "변동", 0, 12, 3)),
        ("서울 중구 을지로3가 12-3", ("서울특별시", "중구", "을지로3가", 0, 12, 3)),
        ("충남 홍성군 홍성읍 오관리 12-3", ("충청남도", "홍성군", "오관리", 0, 12, 3)),
        ("대전광역시 서구 둔산동 1234, 5 (둔산동)", ("대전광역시", "서구", "둔산동", 0, 1234, 0)),
    ],
)
def test_lot_addresses(text: str, expected: tuple) -> None:
    assert lot(text) == expected


def test_towns_and_cities_with_districts() -> None:
    found = PARSE("경기 수원시 팔달구 가상로 3")
    assert (found.sido, found.city, found.district) == ("경기도", "수원시", "팔달구")
    found = PARSE("홍성군 홍성읍 가상로 3")
    assert (found.district, found.town, found.road) == ("홍성군", "홍성읍", "가상로")
    assert PARSE("홍성군 홍성읍오관리 12").town == "홍성읍"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (None, "address_blank"), (float("nan"), "address_blank"), ("  ", "address_blank"), ("-", "address_blank"),
        ("***", "address_masked"), ("12번지", "address_unreadable"), ("없는 주소입니다", "address_unreadable"),
        ("대전광역시 서구 관저동 000-0번지", "number_placeholder"), ("대전 서구 변동 000-0", "number_placeholder"),
        ("가상로 0", "number_placeholder"), ("대전광역시 서구 둔산동", "number_missing"), ("가상로", "number_missing"),
        ("가상로10번길", "number_missing"), ("가상로10번 길", "number_missing"), ("가상로 지하1층", "number_missing"),
        ("서구 둔산동 101동 502호", "number_missing"), ("관저동 3BL 5L", "number_missing"),
        ("둔산동 12통 3반", "number_missing"),
    ],
)  # fmt: skip
def test_what_is_no_whole_address_says_why(text: object, reason: str) -> None:
    found = PARSE(text)
    assert found.reason == reason and found.main == -1


def test_glued_districts_must_be_known_where_a_list_is_given() -> None:
    knows = KoreanParser(["서구"])
    assert knows("서구가상로10").district == "서구"
    assert knows("대전 동구암길 5")[2:7:4] == KoreanParser(["서구"])("대전 동구암길 5")[2:7:4]
    assert knows("대전 동구암길 5").road == "동구암길", "동구 is not a district of this reference"


@settings(max_examples=300)
@given(st.text(st.sampled_from("가나동로길번지산서구대전시리읍 0123456789-,()[]층호외~*\u3000１"), max_size=40))
def test_nothing_makes_it_fail(text: str) -> None:
    found = PARSE(text)
    assert found.kind in (NOTHING, ROAD, LOT)
    assert (found.main > 0) == (found.reason == ""), found
    assert PARSE(f"  {text} ") == found


def test_a_million_characters_are_read_fast() -> None:
    import time

    start = time.perf_counter()
    for text in ("가" * 1_000_000, "가상로 " * 300_000, "1-" * 500_000, "동" * 1_000_000 + " 1", "(" * 1_000_000):
        PARSE(text)
        parse_generic(text)
    assert time.perf_counter() - start < 5.0


@given(
    st.sampled_from(["대전광역시", "대전", ""]),
    st.sampled_from(["가상로", "가상대로12번길", "나길"]),
    st.integers(1, 9999),
    st.integers(0, 99),
    st.sampled_from(["", ", 2층", " (변동)", ", 101동 1203호 (변동, 가상아파트)"]),
)
def test_what_is_written_is_read(sido: str, road: str, main: int, sub: int, end: str) -> None:
    number = f"{main}-{sub}" if sub else str(main)
    found = street(f"{sido} 서구 {road} {number}{end}")
    assert found == ("대전광역시" if sido else "", "서구", "변동" if "변동" in end else "", road, 0, main, sub)


# ---------------------------------------------------------------------- numbers
def test_numbers_are_told_apart_by_their_length() -> None:
    assert read_code("3017010100101230004").pnu == "3017010100101230004"
    assert read_code("3017010100-1-0123-0004").pnu == "3017010100101230004"
    both = read_code("3017010100001230004000001")
    assert (both.pnu, both.building) == ("3017010100101230004", "3017010100101230004000001"), "0 and 1 both mean land"
    assert read_code("30170101300000100001000000").road_key == "30170" + "3000001" + "0" + "00010" + "00000"
    assert road_key("301703000001", 0, 10, 0) == "30170300000100001000000"


@pytest.mark.parametrize(
    ("text", "reason"),
    [("", "code_blank"), (None, "code_blank"), ("3.01701E+18", "code_damaged"), ("123", "code_invalid"),
     ("x" * 19, "code_invalid"), ("9917010100101230004", "code_invalid")],
)  # fmt: skip
def test_damaged_numbers_are_refused(text: object, reason: str) -> None:
    found = read_code(text)
    assert found.reason == reason and not (found.pnu or found.building or found.road_key)


def test_lot_numbers_and_dong_of_other_columns() -> None:
    assert parse_lot_number("산 12-3") == (1, 12, 3)
    assert parse_lot_number("123-4대") == (0, 123, 4), "parcels end with the kind of land"
    assert parse_lot_number("") == parse_lot_number("둔산동 12") == (0, -1, 0)
    assert (legal_dong("도마1동"), legal_dong("월평제2동"), legal_dong("둔산동")) == ("도마동", "월평동", "둔산동")


# ---------------------------------------------------------------------- elsewhere
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12 Main St, Springfield", "12 MAIN STREET, Springfield"),
        ("Hauptstraße 12a, 04109 Leipzig", "hauptstrasse 12A, Leipzig"),
        ("Hauptstr. 12", "Hauptstraße 12"),
        ("5, rue de Rivoli, 75001 Paris", "5 Rue de Rivoli, Paris"),
        ("Avda. José Martí 7", "avenida jose marti 7"),
        ("22 Straße des 18. Oktober", "Strasse des 18. Oktober 22"),
        ("Straße des 17. Juni 135", "135 Str. des 17. Juni"),
        ("5 rue du 8 mai 1945, Paris", "5, Rue du 8 Mai 1945, 75011 Paris"),
        ("Hauptstr. 12 a", "12a Hauptstraße"),
        ("1. Mai Straße 3", "1. Mai Str. 3"),
        ("Hauptstr. 3, D-04109 Leipzig", "Hauptstraße 3, Leipzig"),
        ("Hauptstr. 12-14", "Hauptstraße 12"),
    ],
)
def test_one_address_two_ways_elsewhere(one: str, other: str) -> None:
    first, second = parse_generic(one), parse_generic(other)
    assert first[:-2] == second[:-2] and first.kind == ROAD and first.main > 0
    assert first.spelled and first.spelled in one, "the street as written, not the form for comparing"


def test_letters_of_house_numbers_count() -> None:
    assert parse_generic("Hauptstraße 12a").sub == 1 and parse_generic("Hauptstraße 12").sub == 0
    assert parse_generic("Broadway").reason == "number_missing"
    assert parse_generic("").reason == "address_blank"
