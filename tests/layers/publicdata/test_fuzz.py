"""Damaged files of every kind: never anything but a LayerError, and no line gets lost."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from osgeo import ogr

from seo_district_plugin.layers.errors import LayerError
from seo_district_plugin.layers.publicdata import list_parts, open_part

ROWS = [
    ["개방자치단체코드", "관리번호", "사업장명", "도로명주소", "좌표정보(X)", "좌표정보(Y)", "비고"],
    [
        "3660000",
        "3660000-204-2019-00011",
        "가상상점, 둔산점",
        "대전광역시 서구 가상로 10, 2층",
        "233912.43",
        "316807.66",
        "",
    ],
    ["3660000", "3660000-204-2003-00007", "옛 가게", "", "", "", "둘째\n줄"],
    ["3660000", "3660000-204-2003-00008", '그 "새" 가게', "대전광역시 서구 가상로 1", "1", "2", "x"],
    ["3660000", "3660000-204-2003-00009", "분점", "대전광역시 서구 가상로 2", "3", "4", "y"],
]


def text(delimiter: str, every: bool, end: str) -> str:
    def cell(value: str) -> str:
        if every or any(mark in value for mark in (delimiter, '"', "\n")):
            return '"' + value.replace('"', '""') + '"'
        return value

    rows = ROWS if delimiter == "," else [[value.replace("\n", " ").replace('"', "") for value in row] for row in ROWS]
    return "".join(delimiter.join(map(cell, row)) + end for row in rows)


TEXTS = {
    "quoted": text(",", True, "\r\n").encode("cp949"),
    "plain": text(",", False, "\n").encode("utf-8-sig"),
    "bars": text("|", False, "\n").encode("cp949"),
    "wide": text("\t", False, "\r\n").encode("utf-16"),
}
JSON = json.dumps(
    {"fields": [{"id": "a"}], "records": [{"a": "가", "b": 1.5, "c": {"d": None}}] * 4}, ensure_ascii=False
)
GEOJSON = json.dumps(
    {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "properties": {"n": "가"}, "geometry": {"type": "Point", "coordinates": [127, 36]}}
        ]
        * 3,
    }
)

SNIPPETS = [
    b'"',
    b",",
    b"\n",
    b"\r",
    b"\r\n",
    b"\0",
    b"\xef\xbb\xbf",
    b"\xff",
    b"\x80",
    b'""',
    b"\xea\xb0",
    b"{",
    b"]",
    b"x",
]
STEP = st.tuples(
    st.sampled_from(["flip", "insert", "delete", "cut"]),
    st.integers(0, 10**6),
    st.one_of(st.sampled_from(SNIPPETS), st.binary(min_size=1, max_size=3)),
)
STEPS = st.lists(STEP, min_size=1, max_size=6)
QUICK = settings(max_examples=250, suppress_health_check=list(HealthCheck))
SLOW = settings(max_examples=60, suppress_health_check=list(HealthCheck))


def mutate(data: bytes, steps: list[tuple[str, int, bytes]]) -> bytes:
    changed = bytearray(data)
    for kind, place, snippet in steps:
        at = place % max(1, len(changed))
        if kind == "flip" and changed:
            changed[at] ^= snippet[0] or 1
        elif kind == "insert":
            changed[at:at] = snippet
        elif kind == "delete":
            del changed[at : at + len(snippet)]
        elif kind == "cut" and place % 5 == 0:
            del changed[at:]
    return bytes(changed)


def read(path: Path):
    """Everything of every part as (opened, width, records), a record being (number, code or '', cells)."""
    found = []
    try:
        parts, _ = list_parts(path)
    except LayerError:
        return found
    for part in parts:
        try:
            with open_part(part) as opened:
                width = max(len(row) for row in opened.head)
                records = []
                for block in opened.blocks(0, width, size=3):
                    assert 0 <= block.fraction <= 1
                    assert len(block.rows) + len(block.bad) <= 3
                    assert all(len(row) == width for row in block.rows)
                    assert block.wkb is None or len(block.wkb) == len(block.rows)
                    records += [(n, "", row) for n, row in zip(block.numbers, block.rows)]
                    records += [(bad.number, bad.code, bad.cells) for bad in block.bad]
                records.sort(key=lambda record: record[0])
                numbers = [number for number, _, _ in records]
                assert numbers == sorted(set(numbers))
                assert opened.head_numbers == numbers[: len(opened.head_numbers)]
                found.append((opened, width, records))
        except LayerError:
            continue
    return found


def physical_lines(data: bytes, encoding: str) -> list[str]:
    """Lines as an editor counts them, without the help of the reader."""
    if encoding == "utf-16":
        codec = (
            "utf-16-be" if data[:2] == b"\xfe\xff" or (data[:2] != b"\xff\xfe" and data[:1] == b"\0") else "utf-16-le"
        )
        return re.split("\r\n|\n|\r", data.decode(codec, "replace"))
    # A mark between the two halves of a line end vanishes.
    data = data.replace(b"\r\xef\xbb\xbf\n", b"\r\n")
    return [line.decode("latin-1") for line in re.split(rb"\r\n|\n|\r", data)]


def holds_something(line: str) -> bool:
    """Whether a line holds more than delimiters, quotes, blanks and marks, so that it must be in a record."""
    return bool(re.search(r"[0-9A-Za-z]", line))


@pytest.mark.parametrize("kind", TEXTS)
@QUICK
@given(steps=STEPS)
def test_no_line_of_a_text_is_lost(tmp_path_factory, kind, steps):
    data = mutate(TEXTS[kind], steps)
    path = tmp_path_factory.getbasetemp() / f"fuzz-{kind}.csv"
    path.write_bytes(data)
    for opened, _, records in read(path):
        if opened.part.kind != "text":
            continue
        lines = physical_lines(data, opened.encoding)
        covered: set[int] = set()
        for number, _, cells in records:
            span = 1 + sum(len(re.findall("\r\n|\n|\r", cell)) for cell in cells)
            here = set(range(number, number + span))
            assert not here & covered, "a line is in two records"
            covered |= here
        for number, line in enumerate(lines, start=1):
            if holds_something(line):
                assert number in covered, f"line {number} is in no record"


@QUICK
@given(steps=STEPS)
def test_json(tmp_path_factory, steps):
    path = tmp_path_factory.getbasetemp() / "fuzz.json"
    path.write_bytes(mutate(JSON.encode(), steps))
    read(path)


@SLOW
@given(steps=STEPS)
def test_geojson(tmp_path_factory, steps):
    path = tmp_path_factory.getbasetemp() / "fuzz.geojson"
    path.write_bytes(mutate(GEOJSON.encode(), steps))
    read(path)


@SLOW
@given(steps=STEPS)
def test_zip(tmp_path_factory, zipped, steps):
    path = tmp_path_factory.getbasetemp() / "fuzz.zip"
    inner = zipped([("다.csv", TEXTS["plain"])])
    path.write_bytes(mutate(zipped([("가.csv".encode("cp949"), TEXTS["quoted"]), ("나.zip", inner)]), steps))
    read(path)


@SLOW
@given(steps=STEPS)
def test_sheet(tmp_path_factory, make_xlsx, steps):
    cells = '<row r="1"><c r="A1" t="inlineStr"><is><t>가</t></is></c><c r="B1"><v>1</v></c></row>'
    whole = make_xlsx([("s", cells * 3, '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>', "visible")])
    path = tmp_path_factory.getbasetemp() / "fuzz.xlsx"
    path.write_bytes(mutate(whole.read_bytes(), steps))
    read(path)


SHAPE_FILES = (".shp", ".shx", ".dbf", ".prj")


@pytest.fixture
def shape_bytes(make_shape) -> dict[str, bytes]:
    shape = make_shape([(1, 2, "가나"), (3, 4, "다라"), (5, 6, None)], [("이름", ogr.OFTString, 10, 0)])
    return {suffix: shape.with_suffix(suffix).read_bytes() for suffix in SHAPE_FILES}


@pytest.mark.parametrize("suffix", SHAPE_FILES)
@SLOW
@given(steps=STEPS)
def test_shapefile(tmp_path_factory, shape_bytes, suffix, steps):
    folder = tmp_path_factory.getbasetemp() / "fuzz-shape"
    folder.mkdir(exist_ok=True)
    for part, data in shape_bytes.items():
        (folder / f"a{part}").write_bytes(mutate(data, steps) if part == suffix else data)
    found = read(folder / "a.shp")
    if suffix == ".prj":
        assert len(found[0][2]) == 4
