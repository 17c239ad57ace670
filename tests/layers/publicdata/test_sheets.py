"""Office sheets: cells as a person sees them."""

from __future__ import annotations

import zipfile

import pytest

from seo_district_plugin.layers.errors import LayerError
from seo_district_plugin.layers.publicdata import list_parts
from seo_district_plugin.layers.publicdata.sheets import plain


def text(place: str, value: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{value}</t></is></c>'


def number(place: str, value: str, style: int = 0) -> str:
    return f'<c r="{place}" s="{style}"><v>{value}</v></c>'


def row(index: int, *cells: str) -> str:
    return f'<row r="{index}">{"".join(cells)}</row>'


def test_cells(make_xlsx, read_all):
    rows = (
        row(2, text("A2", "코드"), text("B2", "값"), text("C2", "날짜"))
        + row(3, text("A3", "0123"), number("B3", "1234.0"), number("C3", "45352", 1))
        + row(5, text("A5", "1.0E+10"), number("B5", "127.38450000000001"), number("C5", "45352.5", 2))
        + row(6, number("A6", "3.0170101E9"), '<c r="B6"><f>1+1</f><v>2</v></c>', text("C6", " 앞"))
    )
    read = read_all(make_xlsx([("시트 &amp; 1", rows, "", "visible")]))
    assert read.parts[0].name == "대장.xlsx:시트 & 1"
    assert read.opened.head[0] == ["코드", "값", "날짜"]
    assert read.rows == [
        ["0123", "1234", "2024-03-01"],
        ["1.0E+10", "127.3845", "2024-03-01 12:00:00"],
        ["3017010100", "2", " 앞"],
    ]
    assert read.numbers == [3, 5, 6]
    assert read.notes == {"note_sheet_formulas": {"count": 1}}


@pytest.mark.parametrize("name", ["매크로.xlsm", "이름만.xls", "자료.dat"])
def test_macro_and_wrong_names(make_xlsx, read_all, name):
    sheet = ("s", row(1, text("A1", "a")) + row(2, number("A2", "1")), "", "visible")
    read = read_all(make_xlsx([sheet], name, macro=True))
    assert read.rows == [["1"]]
    assert "note_sheet_macro" in read.notes


def test_hidden_sheet(make_xlsx, read_all):
    data = row(1, text("A1", "a")) + row(2, number("A2", "1"))
    path = make_xlsx([("보임", data, "", "visible"), ("숨김", data, "", "hidden")])
    assert [p.sheet for p in list_parts(path)[0]] == ["보임", "숨김"]
    assert "note_sheet_hidden" not in read_all(path, part=0).notes
    assert read_all(path, part=1).notes == {"note_sheet_hidden": {"sheet": "숨김"}}


def test_merged_cells(make_xlsx, read_all):
    rows = (
        row(1, text("A1", "제목"))
        + row(2, text("A2", "동"), text("B2", "인구"), text("D2", "세대"))
        + row(3, text("B3", "남"), text("C3", "여"))
        + row(4, text("A4", "복수동"), number("B4", "1"), number("C4", "2"), number("D4", "30"))
        + row(5, number("B5", "3"), number("C5", "4"))
    )
    refs = ["A1:D1", "A2:A3", "B2:C2", "D2:D3", "A4:A5", "D4:D5"]
    merged = "<mergeCells>" + "".join(f'<mergeCell ref="{ref}"/>' for ref in refs) + "</mergeCells>"
    read = read_all(make_xlsx([("s", rows, merged, "visible")]), width=4, first=0)
    assert read.rows == [
        ["제목", "", "", ""],
        ["동", "인구", "인구", "세대"],
        ["동", "남", "여", "세대"],
        ["복수동", "1", "2", "30"],
        ["복수동", "3", "4", ""],  # a number is not repeated: it would count twice
    ]
    assert read.notes["note_sheet_merged"] == {"count": 6}


def test_inside_a_zip(make_xlsx, make_zip, read_all):
    path = make_xlsx([("s", row(1, text("A1", "가")) + row(2, number("A2", "1")), "", "visible")])
    read = read_all(make_zip([("폴더/대장.xlsx", path.read_bytes())]))
    assert read.parts[0].name == "폴더/대장.xlsx:s"
    assert read.rows == [["1"]]


def test_ods(tmp_path, read_all):
    cells = "".join(
        f"<table:table-cell office:value-type='string'><text:p>{t}</text:p></table:table-cell>" for t in "가나"
    )
    values = (
        "<table:table-cell office:value-type='float' office:value='1234'><text:p>1,234</text:p></table:table-cell>"
        "<table:table-cell office:value-type='date' office:date-value='2024-03-01'><text:p/></table:table-cell>"
    )
    spaces = " ".join(
        f"xmlns:{short}='urn:oasis:names:tc:opendocument:xmlns:{name}:1.0'"
        for short, name in (("office", "office"), ("table", "table"), ("text", "text"))
    )
    body = (
        f"<?xml version='1.0' encoding='UTF-8'?><office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="첫 장"><table:table-row>{cells}</table:table-row>'
        f"<table:table-row>{values}</table:table-row></table:table>"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    path = tmp_path / "표.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", body)
    read = read_all(path)
    assert read.parts[0].name == "표.ods:첫 장"
    assert read.rows == [["1234", "2024-03-01"]]


def test_damaged(make_xlsx, read_all, tmp_path):
    path = tmp_path / "x.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", '<sheets><sheet name="s" r:id="rId1"/></sheets>')
        archive.writestr("xl/_rels/workbook.xml.rels", "<x")
    with pytest.raises(LayerError) as caught:
        read_all(path)
    assert caught.value.code == "public_file_damaged"


@pytest.mark.parametrize(
    ("stored", "shown"),
    [("1234.0", "1234"), ("-5.000", "-5"), ("0.1", "0.1"), ("1E-3", "1E-3"), ("3.0170101E9", "3017010100")]
    + [("1.0E+10", "1.0E+10"), ("2024/03/01", "2024-03-01"), ("2024/03/01 01:02:03.000", "2024-03-01 01:02:03")]
    + [("36.300000000000004", "36.3"), ("3017010100123000400", "3017010100123000400"), ("1.5E300", "1.5E300")],
)
def test_plain(stored, shown):
    assert plain(stored) == shown
