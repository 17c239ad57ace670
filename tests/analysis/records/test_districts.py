"""The table of Korean districts: complete, plausible, found by every form of code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.records.districts import COLUMNS, load_districts

TABLE = Path(__file__).resolve().parents[3] / "seo_district_plugin" / "resources" / "profiles" / "kr" / "districts.csv"
DISTRICTS = load_districts(TABLE)
SEOGU = DISTRICTS.find("30170")


def test_the_whole_country_is_there():
    provinces = [row for row in DISTRICTS if row.is_province]
    assert len(provinces) == 17
    assert {row.sido for row in DISTRICTS} == {row.name_ko for row in provinces}
    assert len({row.code5 for row in DISTRICTS}) == len(DISTRICTS) > 250
    authorities = [row.authority7 for row in DISTRICTS if row.authority7]
    # Sejong is province and district in one.
    assert len(set(authorities)) == len(authorities) - 1
    assert DISTRICTS.find("5690000").code5 == "36110"
    assert all(re.fullmatch(r"\d{7}", code) for code in authorities)
    for row in DISTRICTS:
        assert 124 < row.west < row.east < 133 and 32 < row.south < row.north < 39.5, row
        assert re.fullmatch(r"boundary|center \+/- \d+ km|union of its districts", row.basis)
        assert row.name_en.isascii() and re.search("[가-힣]", row.name_ko)


def test_seogu_lies_where_its_documents_say():
    assert (SEOGU.name_ko, SEOGU.authority7, SEOGU.basis) == ("서구", "3660000", "boundary")
    for found, said in zip(SEOGU.bounds, (127.2781, 36.1833, 127.4033, 36.3736), strict=True):
        assert found == pytest.approx(said, abs=0.002)
    daejeon = [row for row in DISTRICTS if row.sido == "대전광역시" and not row.is_province]
    assert [row.authority7 for row in daejeon] == ["3640000", "3650000", "3660000", "3670000", "3680000"]
    assert all(row.basis == "boundary" for row in daejeon)


@pytest.mark.parametrize("code", ["30170", "3660000", "30170510", "3017010100", "3017010100101230004", " 30170 "])
def test_every_form_of_code(code: str):
    assert DISTRICTS.find(code) == SEOGU


def test_provinces_and_cities():
    assert DISTRICTS.find("30").name_ko == DISTRICTS.find("6300000").name_ko == "대전광역시"
    assert DISTRICTS.find("3000000000").prefix() == "30"
    suwon = DISTRICTS.find("41110")
    assert (suwon.prefix(), DISTRICTS.find("41111").prefix()) == ("4111", "41111")
    assert suwon.west <= DISTRICTS.find("41111").west
    assert DISTRICTS.find("41192").name_ko == "부천시"


def test_codes_before_the_renaming():
    assert DISTRICTS.find("42110").name_ko == DISTRICTS.find("51110").name_ko == "춘천시"
    assert DISTRICTS.find("4511110100").name_ko == "전주시 완산구"
    assert DISTRICTS.find("47720") == DISTRICTS.find("27720")


@pytest.mark.parametrize("code", ["", "3", "301", "301701", "99999", "서구", "30171", "１２", "9999999", "30170.0"])
def test_what_is_no_code(code: str):
    assert DISTRICTS.find(code) is None


def test_names():
    assert SEOGU in DISTRICTS.named("서구") and len(DISTRICTS.named("서구")) > 4
    assert DISTRICTS.named("대전광역시 서구") == [SEOGU]
    assert DISTRICTS.named("없는구") == []


def test_prefixes_tell_districts_apart():
    prefixes = {row.prefix(): row for row in DISTRICTS if not row.is_province}
    for row in DISTRICTS:
        if row.is_province or row.is_city:
            continue
        inside = [other for prefix, other in prefixes.items() if f"{row.code5}10100".startswith(prefix)]
        assert all(other == row or other.is_city for other in inside)


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("code5,name\n30170,서구\n", 1),
        (",".join(COLUMNS) + "\n30170,,서구,Seo-gu,대전,east,36,128,37,x\n", 2),
        (",".join(COLUMNS) + "\n30170,,서구,Seo-gu,대전,129,36,128,37,x\n", 2),
        (",".join(COLUMNS) + "\n30170\n", 2),
    ],
)
def test_a_damaged_table(tmp_path: Path, text: str, row: int):
    path = tmp_path / "districts.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(AnalysisError) as caught:
        load_districts(path)
    assert (caught.value.code, caught.value.values) == ("districts_bad", {"file": "districts.csv", "row": row})


def test_the_bounds_hold_real_points(real_data: Path):
    boundary = (real_data / "daejeon_boundaries" / "seogu_dong_2026.geojson").read_text(encoding="utf-8")
    points = re.findall(r"\[\s*(12\d\.\d+),\s*(3\d\.\d+)", boundary)
    assert len(points) > 100
    west, south, east, north = SEOGU.bounds
    assert all(
        west - 0.002 <= float(x) <= east + 0.002 and south - 0.002 <= float(y) <= north + 0.002 for x, y in points
    )
