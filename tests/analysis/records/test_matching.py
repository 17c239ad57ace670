"""Every layout is told from its first records, whatever the order and spelling of its columns."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.records.matching import (
    MOST_COLUMNS,
    Match,
    field_names,
    is_total_or_note,
    match_file,
)
from seo_district_plugin.analysis.records.schemas import load_schemas
from tests.publicdata.samples import SAMPLES, Sample

PROFILES = Path(__file__).resolve().parents[3] / "seo_district_plugin" / "resources" / "profiles"
SCHEMAS = load_schemas([PROFILES / "kr" / "schemas", PROFILES / "generic" / "schemas"])
BY_ID = {schema.id: schema for schema in SCHEMAS}
WITH_HEADER = [
    sample
    for sample in SAMPLES.values()
    if sample.kind in ("text", "vector") and BY_ID[sample.schema].header == "row" and sample.schema != "generic_table"
]


def _match(sample: Sample, head: object = None, name: str = "") -> Match:
    return match_file(SCHEMAS, name or sample.file, head or sample.head, sample.kind, sample.geometry)


def _known(match: Match) -> set[str]:
    return {column.name for column in match.columns if column is not None}


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=lambda sample: sample.name)
def test_every_sample_is_recognized_and_none_is_ambiguous(sample: Sample):
    match = _match(sample)
    assert (match.schema.id, match.rivals, match.missing) == (sample.schema, (), [])
    names = field_names(match)
    assert len(set(names)) == len(names) == len(match.columns) == len(match.headers)
    assert all(name.isascii() and name == name.lower() and len(name) <= 10 for name in names)
    assert len(set(match.headers)) == len(match.headers) and all(match.headers)


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=lambda sample: sample.name)
def test_the_name_of_the_file_is_not_needed(sample: Sample):
    assert _match(sample, name="download").schema.id == sample.schema


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=lambda sample: sample.name)
def test_the_name_of_another_file_does_not_mislead(sample: Sample):
    for name in ("LOCAL_PEOPLE_20240101.csv", "CCTV.csv", "mart_djy_03.txt", "AL_D010.shp"):
        assert _match(sample, name=name).schema.id == sample.schema


@pytest.mark.parametrize("sample", WITH_HEADER, ids=lambda sample: sample.name)
def test_order_case_and_brackets_do_not_matter(sample: Sample):
    plain = _match(sample)
    order = list(range(len(sample.head[0])))
    random.Random(len(order)).shuffle(order)
    head = [[row[at] if at < len(row) else "" for at in order] for row in sample.head]
    head[0] = [
        f" {cell.swapcase()[:1]}{cell.swapcase()[1:].replace('(', '（').replace(')', ' ）')}" for cell in head[0]
    ]
    shuffled = _match(sample, head)
    assert shuffled.schema.id == sample.schema
    assert _known(shuffled) == _known(plain)
    for at, source in enumerate(order):
        before, after = plain.columns[source], shuffled.columns[at]
        assert (before and before.name) == (after and after.name)


@pytest.mark.parametrize("sample", WITH_HEADER, ids=lambda sample: sample.name)
def test_further_columns_of_the_district_are_kept(sample: Sample):
    head = [["비고", *row, "담당자 메모"] for row in sample.head]
    match = _match(sample, head)
    assert match.schema.id == sample.schema
    assert match.columns[0] is None and match.headers[-1] == "담당자 메모"


@pytest.mark.parametrize("sample", [item for item in WITH_HEADER if item.kind == "text"], ids=lambda item: item.name)
def test_titles_above_the_header(sample: Sample):
    width = len(sample.head[0])
    head = [["2026년 현황"] + [""] * (width - 1), [""] * width, ["(단위: 명)", *[""] * (width - 1)], *sample.head]
    match = _match(sample, head)
    assert (match.schema.id, match.header_row) == (sample.schema, 3)


@pytest.mark.parametrize("name", ["building_register", "sgis_tract", "sgis_grid_100m", "address_entrances"])
def test_a_file_without_header_is_not_one_with_a_header(name: str):
    sample = SAMPLES[name]
    assert _match(sample).header_row == -1
    width = len(sample.head[0])
    named = [tuple(f"이름{at}" for at in range(width)), *sample.head]
    match = _match(sample, named)
    assert match.header_row == 0
    if BY_ID[sample.schema].header == "none":
        assert match.schema.profile == "generic"


def test_a_last_field_that_is_always_blank_may_be_cut_off():
    for name in ("navigation_buildings", "building_register"):
        sample = SAMPLES[name]
        assert _match(sample, [row[:-1] for row in sample.head]).schema.id == sample.schema


def test_the_positions_of_the_building_register():
    for name in ("building_register", "building_register_closed"):
        match = _match(SAMPLES[name])
        row = SAMPLES[name].head[0]
        cells = {column.name: row[at] for at, column in enumerate(match.columns) if column is not None}
        assert cells["reg_pk"] == "30170-000001" and cells["lot_addr"].startswith("대전광역시 서구 복수동")
        assert (cells["tot_area"], cells["height_m"], cells["flr_up"], cells["use_dt"]) == (
            "130.01",
            "6.2",
            "2",
            "19910123",
        )
        assert (cells["bun"], cells["ji"], cells["land_gb"], cells["roof_nm"]) == (
            "0123",
            "0004",
            "0",
            "(철근)콘크리트",
        )


def test_ages_become_fields_whatever_the_month():
    match = _match(SAMPLES["residents_by_age"])
    assert {f"{sex}{age}" for sex in "pmf" for age in range(101)} <= _known(match)
    column = match.columns[match.index("p7")]
    assert (column.label["ko"], column.label["en"], column.kind) == ("계 7세", "All, age 7", "int")
    head = [
        ["행정구역", "2025년11월_계_총인구수", "2025년11월_계_0~9세", "2025년11월_계_100세 이상"],
        ["가", "1", "1", "0"],
    ]
    assert {"p_total", "p0_9", "p100"} <= _known(match_file(SCHEMAS, "x.csv", head, "text"))


def test_a_second_month_is_not_taken_for_the_first():
    names = ["총인구수", "0세", "1세", "2세"]
    head = [
        ["행정구역", *[f"2026년{month}월_계_{name}" for month in ("08", "09") for name in names]],
        ["가", *"12345678"],
    ]
    match = match_file(SCHEMAS, "x.csv", head, "text")
    assert match.schema.id == "residents_by_age"
    assert match.repeated == [f"2026년09월_계_{name}" for name in names]
    assert match.index("p1") == 3


def test_header_over_two_rows_of_a_sheet():
    match = _match(SAMPLES["office_shelters"])
    assert (match.schema.id, match.header_row) == ("generic_lonlat", 3)
    assert match.headers == [
        "연번",
        "동명",
        "쉼터명",
        "도로명주소",
        "좌표 경도",
        "좌표 위도",
        "이용 가능 인원 남",
        "이용 가능 인원 여",
        "지정일자",
    ]
    assert (match.index("lon"), match.index("lat"), match.index("road_addr")) == (4, 5, 3)
    assert field_names(match)[6:] == ["c007", "c008", "c009"]


def test_header_over_two_rows_with_the_merged_cells_filled():
    head = [
        ["현황", "현황", "현황", "현황"],
        ["동명", "인구", "인구", "면적"],
        ["동명", "남", "여", "면적"],
        ["변동", "1,200", "1,300", "2.1"],
    ]
    match = match_file(SCHEMAS, "x.xlsx", head, "sheet")
    assert match.headers == ["동명", "인구 남", "인구 여", "면적"]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (["합계", "", "", "", "", "", "33", "71", ""], "row_total"),
        (["", "소 계", "", "", "", "", "1,215", "50", ""], "row_total"),
        (["", "변동 소계", "", "", "", "", "1,215", "50", ""], "row_total"),
        (["Total", "", "", "", "", "", "3", "5", ""], "row_total"),
        (["※ 좌석 수 기준", "", "", "", "", "", "", "", ""], "row_note"),
        (["주) 잠정", "", "", "", "", "", "", "", ""], "row_note"),
        (["자료: 가상과", "", "", "", "", "", "", "", ""], "row_note"),
        (["연번", "동명", "쉼터명", "도로명주소", "좌표 경도", "좌표 위도", "", "", "지정일자"], "row_repeated_header"),
        (["1", "변동", "가상경로당", "대전", "127.3", "36.3", "12", "30", "2024. 3. 1."], ""),
        (["2", "변동", "소계리 경로당", "대전", "127.3", "36.3", "12", "30", "2024. 3. 1."], ""),
        (["3", "변동", "주말농장", "", "*", "*", "", "", ""], ""),
        (["", "", "", "", "", "", "", "", ""], ""),
    ],
)
def test_totals_notes_and_repeated_headers(cells: list[str], said: str):
    assert is_total_or_note(cells, _match(SAMPLES["office_shelters"])) == said


@pytest.mark.parametrize(
    ("x", "y", "schema"),
    [
        ("lon", "lat", "generic_lonlat"),
        ("LONGITUDE", "Latitude", "generic_lonlat"),
        ("경도", "위도", "generic_lonlat"),
        ("경도(°)", "위도(°)", "generic_lonlat"),
        ("WGS84경도", "WGS84위도", "generic_lonlat"),
        ("Längengrad", "Breitengrad", "generic_lonlat"),
        ("longitud", "latitud", "generic_lonlat"),
        ("经度", "纬度", "generic_lonlat"),
        ("долгота", "широта", "generic_lonlat"),
        ("X좌표", "Y좌표", "generic_xy"),
        ("좌표(X)", "좌표(Y)", "generic_xy"),
        ("x_coord", "y_coord", "generic_xy"),
        ("Easting", "Northing", "generic_xy"),
        ("Rechtswert", "Hochwert", "generic_xy"),
        ("앞", "뒤", "generic_table"),
    ],
)
def test_generic_coordinates_in_many_languages(x: str, y: str, schema: str):
    head = [["No", x, "Remark", y], ["1", "127.38", "good", "36.35"]]
    match = match_file(SCHEMAS, "survey.csv", head, "text")
    assert match.schema.id == schema
    if match.schema.x:
        assert (match.index(match.schema.x), match.index(match.schema.y)) == (1, 3)


def test_generic_can_be_asked_for():
    sample = SAMPLES["stores"]
    match = match_file(SCHEMAS, sample.file, sample.head, "text", only="generic")
    assert match.schema.id == "generic_lonlat"
    assert match_file(SCHEMAS, "x.shp", [["A"], ["1"]], "vector", "polygon").schema.id == "generic_vector"


def test_a_schema_can_be_asked_for_and_what_is_missing_is_told():
    head = [["관리번호", "설치목적구분", "WGS84위도"], ["1", "생활방범", "36.3"]]
    match = match_file(SCHEMAS, "x.csv", head, "text", only="cctv")
    assert match.missing == ["auth_code", "lon"]
    with pytest.raises(AnalysisError) as caught:
        match_file(SCHEMAS, "x.csv", [["가", "나"], ["1", "2"]], "text", only="cctv")
    assert caught.value.code == "schema_not_fitting"
    assert "WGS84위도" in caught.value.values["missing"] and caught.value.values["found"] == ["가", "나"]
    with pytest.raises(AnalysisError) as caught:
        match_file(SCHEMAS, "x.csv", head, "text", only="cctvs")
    assert caught.value.code == "schema_unknown"


@pytest.mark.parametrize("head", [[], [[]], [["", " "], ["", ""]], [["1", "2"], ["3", "4"]], [["\ufeff"]]])
def test_no_header(head: list[list[str]]):
    with pytest.raises(AnalysisError) as caught:
        match_file(SCHEMAS, "x.csv", head, "text")
    assert caught.value.code == "no_header"


def test_too_many_columns():
    with pytest.raises(AnalysisError) as caught:
        match_file(SCHEMAS, "x.csv", [[f"a{at}" for at in range(4000)]], "text")
    assert (caught.value.code, caught.value.values["columns"]) == ("too_many_columns", 4000)
    assert caught.value.values["limit"] == MOST_COLUMNS


def test_duplicate_blank_and_reserved_headers():
    head = [["name", "name", "", "fid", "1st value", "Straße", "source_file"], ["a", "b", "c", "1", "2", "x", "y"]]
    match = match_file(SCHEMAS, "x.csv", head, "text")
    assert match.headers[:3] == ["name", "name (2)", "column 3"]
    assert field_names(match) == ["name", "name_2", "c003", "fid_2", "f_1st_valu", "c006", "source_f_2"]
    assert field_names(match, taken=["NAME"])[0] == "name_2"


def test_land_use_zones_and_disaster_zones_share_their_fields():
    head = [["MNUM", "ALIAS", "REMARK", "NTFDATE", "SGG_OID", "COL_ADM_SE"], ["1", "가", "", "", "1", "30170"]]
    for name, schema in (("LSMD_CONT_UP201_30.shp", "disaster_zones"), ("LSMD_CONT_UO101_30.shp", "land_use_zones")):
        assert match_file(SCHEMAS, name, head, "vector", "polygon").schema.id == schema


_words = sorted({header for schema in SCHEMAS for column in schema.columns for header in column.headers})
_cells = st.one_of(
    st.text(max_size=12),
    st.sampled_from(_words),
    st.sampled_from(["", "1", "2024", "2024-01-01", "36.35", "127.4", "*", "합계", "다바881146", "to_in_001", "N/A"]),
)


@settings(max_examples=300)
@given(
    head=st.lists(st.lists(_cells, max_size=9), max_size=8),
    kind=st.sampled_from(["text", "sheet", "json", "vector"]),
    geometry=st.sampled_from(["none", "point"]),
    only=st.sampled_from(["", "generic", "cctv", "sgis_grid", "nothing"]),
    name=st.text(max_size=15),
)
def test_random_tables_give_a_match_or_an_analysis_error(head, kind, geometry, only, name):
    try:
        match = match_file(SCHEMAS, name, head, kind, geometry, only)
    except AnalysisError:
        return
    assert -1 <= match.header_row < len(head)
    assert len(match.columns) == len(match.headers) == len(set(match.headers))
    names = field_names(match)
    assert len(set(names)) == len(names)
    for row in head:
        assert is_total_or_note(row, match) in ("", "row_total", "row_note", "row_repeated_header")
    known = [column.name for column in match.columns if column is not None]
    assert len(known) == len(set(known))


@settings(max_examples=60)
@given(data=st.data(), sample=st.sampled_from(sorted(SAMPLES)))
def test_mutated_samples_never_break_the_matching(data, sample):
    rows = [list(row) for row in SAMPLES[sample].head]
    for _ in range(data.draw(st.integers(1, 4))):
        row = data.draw(st.integers(0, len(rows) - 1))
        if rows[row]:
            rows[row][data.draw(st.integers(0, len(rows[row]) - 1))] = data.draw(_cells)
        if data.draw(st.booleans()):
            del rows[row][data.draw(st.integers(0, len(rows[row]))) :]
    try:
        match = match_file(SCHEMAS, "x", rows, SAMPLES[sample].kind, SAMPLES[sample].geometry)
    except AnalysisError:
        return
    assert len(field_names(match)) == len(match.columns)
