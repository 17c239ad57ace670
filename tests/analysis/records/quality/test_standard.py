"""Rules of a standard data set, with the CCTV schema and with made-up schemas."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pandas as pd
import pytest
from quality_tables import clean, number, text

from seo_district_plugin.analysis.records.quality.checking import Request, check_table
from seo_district_plugin.analysis.records.quality.columns import field_of
from seo_district_plugin.analysis.records.quality.origin import data_fields, origin_of
from seo_district_plugin.analysis.records.quality.standard import known_columns, schema_of
from seo_district_plugin.analysis.records.schemas import load_schemas

SCHEMAS = Path(__file__).parents[4] / "seo_district_plugin" / "resources" / "profiles" / "kr" / "schemas"
HEADERS = ("개방자치단체코드", "관리번호", "관리기관명", "소재지도로명주소", "소재지지번주소", "설치목적구분",
           "카메라대수", "카메라화소수", "촬영방면정보", "보관일수", "설치연월", "관리기관전화번호", "WGS84위도",
           "WGS84경도", "데이터기준일자")  # fmt: skip
ROWS = 40


@pytest.fixture(scope="module")
def schemas():
    return load_schemas([SCHEMAS])


@pytest.fixture(scope="module")
def cctv(schemas):
    return next(schema for schema in schemas if schema.id == "cctv")


def cameras(**changes) -> list:
    """Sound rows of the CCTV standard data; ``changes``: header -> {row: cell}."""
    cells = {
        "개방자치단체코드": ["3660000"] * ROWS,
        "관리번호": [f"2026366000008{i:05d}" for i in range(ROWS)],
        "관리기관명": ["대전광역시 서구청"] * ROWS,
        "소재지도로명주소": [f"대전광역시 서구 가상로 {i}" for i in range(ROWS)],
        "소재지지번주소": [None] * 5 + ["대전광역시 서구 변동 000-0"] * (ROWS - 5),
        "설치목적구분": [("생활방범", "어린이보호")[i % 2] for i in range(ROWS)],
        "카메라대수": [str(1 + i % 3) for i in range(ROWS)],
        "카메라화소수": ["200"] * ROWS,
        "촬영방면정보": ["360도 전방면"] * ROWS,
        "보관일수": ["30"] * ROWS,
        "설치연월": ["2022-08"] * ROWS,
        "관리기관전화번호": ["042-000-0000"] * ROWS,
        "WGS84위도": [f"36.32{i:02d}" for i in range(ROWS)],
        "WGS84경도": [f"127.37{i:02d}" for i in range(ROWS)],
        "데이터기준일자": ["2026-05-18"] * ROWS,
    }
    for header, wrong in changes.items():
        for row, cell in wrong.items():
            cells[header][row] = cell
    return [text(header, cells[header]) for header in HEADERS]


def standard(fields, schema) -> dict[tuple[str, str], list[int]]:
    checked = check_table(fields, ROWS, Request(dt.date(2026, 6, 1), schema=schema))
    return {
        (batch.check, batch.kind): batch.rows.tolist()
        for batch in checked.batches
        if batch.check.startswith("standard_") or batch.severity == "error"
    }


def test_sound_rows_pass(cctv):
    assert standard(cameras(), cctv) == {}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"관리번호": {3: None}}, {("standard_required", ""): [3]}),
        ({"소재지도로명주소": {2: None, 8: None}}, {("standard_required", "any"): [2]}),
        ({"설치목적구분": {4: "구경", 9: "*"}}, {("standard_required", ""): [9], ("standard_code", ""): [4]}),
        ({"카메라대수": {5: "0", 6: "여럿"}}, {("standard_range", ""): [5], ("standard_type", ""): [6]}),
        ({"관리번호": {7: "202636600000800006"}}, {("standard_unique", ""): [7]}),
        (
            {"WGS84위도": {1: "127.3701", 2: "0"}, "WGS84경도": {1: "36.3201", 2: "0", 3: "12.5"}},
            {
                ("standard_coordinates", ""): [3],
                ("standard_coordinates", "swapped"): [1],
                ("standard_coordinates", "zero"): [2],
            },
        ),
        (
            {"데이터기준일자": {5: "2026-02-31", 6: "모름"}},
            {("date_impossible", ""): [5], ("date_unreadable", ""): [6]},
        ),
    ],
)
def test_each_rule(cctv, changes, expected):
    assert standard(cameras(**changes), cctv) == expected


def test_a_column_that_is_not_there(cctv):
    fields = [item for item in cameras() if item.name != "설치목적구분"]
    checked = check_table(fields, ROWS, Request(dt.date(2026, 6, 1), schema=cctv))
    (missing,) = [batch for batch in checked.batches if batch.check == "standard_column"]
    assert missing.values == {"column": "설치목적구분"} and missing.severity == "error"


def test_the_schema_is_recognized_by_headers_or_by_the_names_of_an_import(schemas, cctv):
    assert schema_of(schemas, cameras()).id == "cctv"
    known = known_columns(cctv, cameras())
    imported = []
    for name, item in known.items():
        column = cctv.column(name)
        cells = [None if code < 0 else item.values[code] for code in item.codes]
        if column.kind in ("int", "real"):
            imported.append(number(name, [float(cell) for cell in cells], title=column.label["ko"]))
        else:
            imported.append(text(name, cells, title=column.label["ko"]))
    assert schema_of(schemas, imported).id == "cctv"
    assert standard(imported, cctv) == {}


def test_other_tables_are_no_standard_data(schemas):
    assert schema_of(schemas, list(clean().values())) is None


@pytest.mark.parametrize(
    ("cells", "kind", "wrong"),
    [
        ([True, False, True], "bool", []),
        (["Y", "n", None], "text", []),
        (["유", "없음", "○"], "text", []),
        (["Y", "둘", "모름"], "text", [1, 2]),
        ([1, 0, 1], "int", []),
        ([1, 0, 2], "int", [2]),
    ],
)
def test_yes_or_no_however_it_is_written(schemas, cells, kind, wrong):
    """A column of yes or no is the same before and after an import, which makes a truth value of it."""
    zones = next(schema for schema in schemas if schema.id == "child_zones")
    if kind == "int":
        given = number("cctv", cells, "int")
    else:
        given = field_of("cctv", kind, pd.Series(cells, dtype=bool if kind == "bool" else object))
    checked = check_table([given, text("name", list("가나다"))], 3, Request(dt.date(2026, 6, 1), schema=zones))
    found = [row for batch in checked.batches if batch.check == "standard_code" for row in batch.rows.tolist()]
    assert found == wrong
    if kind == "bool":
        assert given.stripped == ["Y", "N"]


def test_codes_of_a_standard_are_no_resident_numbers(schemas):
    """Census codes of thirteen digits that begin like a date of birth; with a dash they would be persons."""
    tracts = next(schema for schema in schemas if schema.id == "living_population_tract")
    solid = [f"110101{i % 2 + 1}0{i:05d}" for i in range(30)]
    dashed = [f"{code[:6]}-{code[6:]}" for code in solid]
    for codes, kinds in ((solid, []), (dashed, ["resident_number"])):
        fields = [text("tract_cd", codes), text("hour", ["10"] * 30), number("total", [float(i) for i in range(30)])]
        checked = check_table(fields, 30, Request(dt.date(2026, 6, 1), schema=tracts))
        assert [batch.kind for batch in checked.batches if batch.check == "personal_field"] == kinds


def test_rows_of_the_import_are_known_by_file_and_number():
    fields = [
        text("source_file", ["가.csv", "나.csv", "가.csv"]),
        number("source_row", [2, 2, None], "int"),
        text("flags", [None, None, "값"]),
        text("name", list("가나다")),
    ]
    origin = origin_of(fields)
    assert origin.lines.tolist() == [2, 2, 0] and origin.files.tolist() == ["가.csv", "나.csv", "가.csv"]
    assert [item.name for item in data_fields(fields)] == ["name"]
    assert origin_of([text("source_file", ["가.csv"] * 3), fields[1]]).files is None
    assert origin_of(fields[:1]) is None and data_fields(fields[2:]) == fields[2:]
    assert origin_of([text("source_row", list("abc"))]) is None
    same = check_table([text("name", ["가", "가"]), text("kind", ["나", "나"]), number("source_row", [2, 3], "int")],
                       2, Request(dt.date(2026, 6, 1)))  # fmt: skip
    assert [batch.check for batch in same.batches] == ["row_duplicate"], "rows that differ in nothing of their own"
