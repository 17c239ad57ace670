"""The packaged schemas hold what they promise; damaged schema files are named with the place of the damage."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.records.schemas import (
    KINDS,
    NAME_LENGTH,
    Schema,
    bare_key,
    header_key,
    header_text,
    load_schemas,
)

PROFILES = Path(__file__).resolve().parents[3] / "seo_district_plugin" / "resources" / "profiles"
SCHEMAS = load_schemas([PROFILES / "kr" / "schemas", PROFILES / "generic" / "schemas"])
FIXED = [schema for schema in SCHEMAS if schema.profile == "kr"]


def test_ids_are_the_file_names():
    files = {path.stem for path in PROFILES.glob("*/schemas/*.json")}
    assert {schema.id for schema in SCHEMAS} == files
    assert len(SCHEMAS) == len(files) > 50


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: schema.id)
def test_texts_are_there_in_both_languages(schema: Schema):
    for words in (schema.title, *(column.label for column in schema.columns)):
        assert set(words) == {"en", "ko"} and all(words.values())
    for column in schema.columns:
        assert column.kind in KINDS
        assert all(set(label) == {"en", "ko"} for label in column.codes.values())
        assert column.name.isascii() and column.name == column.name.lower()
    assert schema.source["confidence"] in ("A", "B", "C", "?")
    assert re.search("[가-힣]", schema.title["ko"])


@pytest.mark.parametrize("schema", FIXED, ids=lambda schema: schema.id)
def test_korean_schemas_name_provider_and_can_be_recognized(schema: Schema):
    assert schema.source["provider"]["ko"] and schema.source["provider"]["en"]
    assert any(column.required for column in schema.columns) or schema.header == "none"
    if schema.header != "row":
        assert sum(1 for column in schema.columns if column.shape) >= 3
    if schema.geometry == "point":
        assert schema.crs or schema.extra["crs_candidates"]


def test_no_two_columns_of_a_schema_claim_a_header():
    for schema in SCHEMAS:
        keys = [key for column in schema.columns for key in {header_key(header) for header in column.headers}]
        assert len(keys) == len(set(keys)), schema.id


def test_what_names_a_person_is_marked():
    telephone = {"phone", "head"}
    for schema in SCHEMAS:
        for column in schema.columns:
            assert column.personal == (column.name in telephone), (schema.id, column.name)


def test_license_data_is_in_5174_and_standard_data_in_4326():
    by_id = {schema.id: schema for schema in SCHEMAS}
    assert all(by_id[name].crs == (5174,) for name in ("license_new", "license_old", "license_api"))
    assert all(by_id[name].crs == (4326,) for name in ("cctv", "schools", "stores", "security_lights"))
    assert by_id["license_new"].column("status").codes["03"]["ko"] == "폐업"
    assert by_id["flood_hazard"].column("depth_cls").codes["N330"]["en"] == "1 to 2 m"


def test_standard_data_has_rules():
    by_id = {schema.id: schema for schema in SCHEMAS}
    for name in ("cctv", "cctv_old", "emergency_bells", "security_lights", "smart_lights", "schools", "child_zones"):
        kinds = {rule.kind for rule in by_id[name].rules}
        assert {"required", "coordinates", "date"} <= kinds, name
    for schema in SCHEMAS:
        names = {column.name for column in schema.columns}
        for rule in schema.rules:
            if rule.kind == "unique":
                assert set(rule.values) <= names
            if rule.kind == "coordinates":
                assert set(rule.values[:2]) <= names and len(rule.values) == 6
            if rule.kind == "required" and rule.values:
                assert set(rule.values) <= names


@pytest.mark.parametrize(
    "spellings",
    [
        ("좌표정보(X)", "좌표정보(x)", "좌표정보x(epsg5174)", " 좌표정보 （Ｘ）", '\ufeff"좌표정보(X)"'),
        ("기준일ID", '?"기준일ID"', "기준일 id", "\ufeff기준일ID", '癤?"기준일ID"'),
        ("std_ymd", "STD_YMD", "Std Ymd"),
        ("계_0~9세", "계_0∼9세", "계 0～9세"),
        ("\u1100\u1161\u11a8", "각"),
    ],
)
def test_spellings_of_one_header(spellings: tuple[str, ...]):
    assert len({header_key(text) for text in spellings}) == 1


def test_headers_that_differ_stay_apart():
    assert header_key("계_0세") != header_key("계_0~9세")
    assert header_key("좌표정보(X)") != header_key("좌표정보(Y)")
    assert bare_key("높이(m)") == header_key("높이")
    assert header_text('\ufeff"사업장명 \n(상호)" ') == "사업장명 (상호)"


def _write(folder: Path, content: object, name: str = "mine.json") -> Path:
    folder.mkdir(exist_ok=True)
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


GOOD = {
    "id": "mine",
    "title": {"en": "Mine", "ko": "내 자료"},
    "profile": "kr",
    "geometry": "point",
    "x": "lon",
    "y": "lat",
    "columns": [
        {"name": "lon", "headers": ["경도"], "kind": "real", "required": True},
        {"name": "lat", "headers": ["위도"], "kind": "real", "required": True},
    ],
}


def test_a_folder_of_the_user_adds_and_overrides(tmp_path: Path):
    mine = _write(tmp_path / "mine", GOOD)
    _write(mine, GOOD | {"id": "cctv"}, "other.json")
    found = {schema.id: schema for schema in load_schemas([PROFILES / "kr" / "schemas", mine, tmp_path / "none"])}
    assert found["mine"].columns[0].name == "lon"
    assert found["cctv"].title["en"] == "Mine"
    assert len(found) == len(FIXED) + 1


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ("{ not json", "line 1, column 3"),
        ("[]", "list"),
        ({"id": "Not An Id"}, "id = "),
        ({"colums": []}, "colums ?"),
        ({"title": "Mine"}, "title = 'Mine'"),
        ({"geometry": "line"}, "geometry = 'line'"),
        ({"x": "nowhere"}, "x = 'nowhere'"),
        ({"crs": ["4326"]}, "crs = "),
        ({"columns": "all"}, "columns = 'all'"),
        ({"columns": [{"name": "lon", "headers": ["x"], "kind": "number"}]}, "columns[0].kind = 'number'"),
        ({"columns": [{"name": "much_too_long", "headers": ["x"]}]}, "columns[0].name"),
        ({"columns": [{"name": "a", "headers": ["x"]}, {"name": "a", "headers": ["y"]}]}, "columns[1].name"),
        ({"columns": [{"name": "a"}]}, "columns[0].headers"),
        ({"columns": [{"name": "a", "pattern": "(["}], "geometry": "table", "x": "", "y": ""}, "columns[0].pattern"),
        ({"files": ["*x"]}, "files = '*x'"),
        ({"key": ["nothing"]}, "key = 'nothing'"),
        ({"rules": [{"kind": "nice"}]}, "rules[0].kind = 'nice'"),
        ({"header": "none"}, "widths = ?"),
    ],
)
def test_a_damaged_file_is_named_with_the_place(tmp_path: Path, change: object, place: str):
    folder = _write(tmp_path / "mine", change if isinstance(change, str) else GOOD | change)
    with pytest.raises(AnalysisError) as caught:
        load_schemas([folder])
    assert caught.value.code == "schema_bad"
    assert caught.value.values["file"] == "mine.json"
    assert place in caught.value.values["problem"]


def test_two_files_of_one_folder_may_not_share_an_id(tmp_path: Path):
    folder = _write(tmp_path / "mine", GOOD)
    _write(folder, GOOD, "other.json")
    with pytest.raises(AnalysisError, match=r"mine\.json"):
        load_schemas([folder])


def test_bytes_that_are_no_text(tmp_path: Path):
    (tmp_path / "mine.json").write_bytes(b"\xff\xfe\x00{")
    with pytest.raises(AnalysisError, match="schema_bad"):
        load_schemas([tmp_path])


def test_names_fit_a_shapefile():
    assert all(
        len(column.name.replace("{1}", "100").replace("{2}", "10")) <= NAME_LENGTH
        for schema in SCHEMAS
        for column in schema.columns
    )
