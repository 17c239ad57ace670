"""JSON of every known form, and damaged."""

from __future__ import annotations

import json

import pytest

from seo_district_plugin.layers.errors import LayerError

RECORDS = [{"코드": "0123", "값": 1.50}, {"코드": "0124", "값": None, "참": True}]


@pytest.mark.parametrize(
    "shape",
    [
        lambda r: {"fields": [{"id": "값"}, {"id": "코드"}], "records": r},
        lambda r: {"page": 1, "data": r, "total": 2},
        lambda r: {"response": {"header": {"resultCode": "00"}, "body": {"items": r, "n": [1, 2]}}},
        lambda r: {"LOCALDATA": {"RESULT": {"CODE": "INFO-000"}, "row": r}},
        lambda r: r,
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949"])
@pytest.mark.parametrize("indent", [None, 2])
def test_forms(write, read_all, shape, encoding, indent):
    text = json.dumps(shape(RECORDS), ensure_ascii=False, indent=indent)
    read = read_all(write(text, "자료.json", encoding))
    assert read.parts[0].kind == "json"
    rows = [dict(zip(read.opened.head[0], row)) for row in read.rows]
    assert rows == [{"코드": "0123", "값": "1.5", "참": ""}, {"코드": "0124", "값": "", "참": "true"}]
    assert read.numbers == [1, 2] and read.opened.head_numbers == [0, 1, 2]


def test_fields_give_the_order(write, read_all):
    read = read_all(
        write(json.dumps({"fields": [{"id": "b"}, {"id": "a"}], "records": [{"a": "1", "b": "2"}]}), "x.json")
    )
    assert read.opened.head[0] == ["b", "a"]


def test_lines(write, read_all):
    read = read_all(write('{"a": "1", "b": {"c": 007.0}}\n'.replace("007.0", "7.10") + '{"a": "2"}\n', "x.jsonl"))
    assert read.opened.head[0] == ["a", "b.c"]
    assert read.rows == [["1", "7.10"], ["2", ""]]


def test_a_column_that_comes_late_is_not_lost(write, read_all):
    records = [{"a": "1"}] * 1_500 + [{"a": "2", "z": "spät"}, {"a": "3", "z": ""}, 5]
    read = read_all(write(json.dumps(records), "x.json"))
    assert read.bad == [(1_501, "row_too_many_cells"), (1_503, "row_not_object")]
    assert len(read.rows) == 1_501


def test_cut_off(write, read_all):
    text = json.dumps({"records": [{"a": str(i)} for i in range(5_000)]})
    read = read_all(write(text[: len(text) // 2], "x.json"))
    assert 2_000 < len(read.rows) < 3_000
    assert read.bad == [(len(read.rows) + 1, "row_json_damaged")]


@pytest.mark.parametrize("text", ["{}", "[]", "[1, 2]", '{"a": 1}', "{", '{"a"', "[" * 100_000, '{"a":' * 50_000])
def test_nothing_inside(write, read_all, text):
    with pytest.raises(LayerError) as caught:
        read_all(write(text, "x.json"))
    assert caught.value.code == "public_file_json"


def test_half_a_character(write, read_all):
    read = read_all(write('[{"a": "1", "\\ud800": ""}, {"a": "x\\udfff"}, {"a": "\\ud83d\\ude00"}]', "x.json"))
    assert read.rows == [["1", ""], ["😀", ""]]
    assert read.bad == [(2, "row_undecodable")]
    assert read.opened.head[0] == ["a", "?"]
