"""Samples of office workbooks, written part by part: titles, merged headers, totals, notes. All values are made up."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from .model import Sample

Cell = str | int | float | tuple[str, str]
"""A text, a number, or ("=", formula) and ("date", serial)."""

_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/styles.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>{sheets}</Types>'
)
_SHEET_TYPE = (
    '<Override PartName="/xl/worksheets/sheet{n}.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
)
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="{package}">{items}</Relationships>'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STYLES = (
    f'<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="{_MAIN}">'
    '<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/>'
    '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
)


def column_letter(index: int) -> str:
    """0 -> A, 25 -> Z, 26 -> AA."""
    text = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        text = chr(65 + rest) + text
    return text


def _cell(cell: Cell, place: str) -> str:
    if cell == "":
        return ""
    if isinstance(cell, tuple) and cell[0] == "=":
        return f'<c r="{place}"><f>{escape(cell[1])}</f><v>0</v></c>'
    if isinstance(cell, tuple):
        return f'<c r="{place}" s="1"><v>{cell[1]}</v></c>'
    if isinstance(cell, (int, float)):
        return f'<c r="{place}"><v>{cell}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is></c>'


def _sheet(rows: Sequence[Sequence[Cell]], merged: Sequence[str]) -> str:
    lines = []
    for number, row in enumerate(rows, start=1):
        cells = "".join(_cell(cell, f"{column_letter(at)}{number}") for at, cell in enumerate(row))
        lines.append(f'<row r="{number}">{cells}</row>')
    ranges = "".join(f'<mergeCell ref="{area}"/>' for area in merged)
    merges = f'<mergeCells count="{len(merged)}">{ranges}</mergeCells>' if merged else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{_MAIN}">'
        f"<sheetData>{''.join(lines)}</sheetData>{merges}</worksheet>"
    )


def write_xlsx(path: Path, sheets: Mapping[str, tuple[Sequence[Sequence[Cell]], Sequence[str]]]) -> Path:
    """A workbook from rows and merged ranges (``B2:C2``) per sheet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    count = range(1, len(sheets) + 1)
    listed = "".join(f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n}"/>' for n, name in zip(count, sheets))
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{_REL}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in count
    )
    links += f'<Relationship Id="rId{len(sheets) + 1}" Type="{_REL}/styles" Target="styles.xml"/>'
    root = f'<Relationship Id="rId1" Type="{_REL}/officeDocument" Target="xl/workbook.xml"/>'
    parts = {
        "[Content_Types].xml": _TYPES.format(sheets="".join(_SHEET_TYPE.format(n=n) for n in count)),
        "_rels/.rels": _RELS.format(package=_PACKAGE, items=root),
        "xl/workbook.xml": f'<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="{_MAIN}" xmlns:r="{_REL}">'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": _RELS.format(package=_PACKAGE, items=links),
        "xl/styles.xml": _STYLES,
    }
    for n, (rows, merged) in zip(count, sheets.values()):
        parts[f"xl/worksheets/sheet{n}.xml"] = _sheet(rows, merged)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def _shelters() -> tuple[list[list[Cell]], list[str]]:
    rows: list[list[Cell]] = [
        ["2026년 무더위쉼터 지정 현황"],
        ["", "", "", "", "", "", "", "", "(기준일: 2026. 9. 1.)"],
        ["연번", "동명", "쉼터명", "도로명주소", "좌표", "", "이용 가능 인원", "", "지정일자"],
        ["", "", "", "", "경도", "위도", "남", "여", ""],
        [1, "변동", "가상경로당", "대전광역시 서구 가상로 19", 127.3758, 36.3288, "1,200", 30, "2024. 3. 1."],
        [2, "", "나무경로당", "대전광역시 서구 가상로 25", 127.3761, 36.3291, 15, 20, ("date", "45352")],
        ["", "소계", "", "", "", "", "1,215", 50, ""],
        [3, "괴정동", "새경로당", "대전광역시 서구 가상대로 3", 127.3805, 36.3402, 10, 12, "2024년 5월 2일"],
        [4, "괴정동", "빈칸경로당", "", "", "", 8, 9, "20240502"],
        ["합계", "", "", "", "", "", 33, 71, ""],
        ["※ 이용 가능 인원은 좌석 수 기준이며 변동될 수 있음"],
        ["자료: 가상과"],
    ]
    return rows, ["A1:I1", "E3:F3", "G3:H3", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "I3:I4", "B5:B6"]


def _complaints() -> tuple[list[list[Cell]], list[str]]:
    rows: list[list[Cell]] = [
        ["민원 접수 현황"],
        [],
        ["번호", "접수일", "민원 내용", "처리 건수", "비율"],
        [1, "2026-09-01", "가로등, 고장 신고", 1234, ("=", "D4/2")],
        [2, "2026/9/2", "보안등 설치 요청", 77, ("=", "D5/2")],
        ["합계", "", "", ("=", "SUM(D4:D5)"), ""],
    ]
    return rows, ["A1:E1"]


def _head(rows: Sequence[Sequence[Cell]], width: int) -> tuple[tuple[str, ...], ...]:
    texts = [["" if isinstance(cell, tuple) else str(cell) for cell in row] for row in rows]
    return tuple((*row, *[""] * (width - len(row))) for row in texts if any(row))


def samples() -> list[Sample]:
    """Two office workbooks: one with coordinates under a merged header, one table."""
    shelters, complaints = _shelters(), _complaints()

    def write_shelters(folder: Path) -> Path:
        return write_xlsx(folder / "무더위쉼터 현황(2026).xlsx", {"현황": shelters})

    def write_complaints(folder: Path) -> Path:
        return write_xlsx(folder / "민원현황.xlsx", {"9월": complaints})

    return [
        Sample(
            "office_shelters",
            "generic_lonlat",
            "무더위쉼터 현황(2026).xlsx",
            "sheet",
            write_shelters,
            _head(shelters[0], 9),
            rows=8,
            located=3,
            reasons={"row_total": 2, "row_note": 2, "coordinates_blank": 1},
            crs=4326,
            note="title, date line, header over two rows with merged cells, totals, notes, four kinds of date",
        ),
        Sample(
            "office_complaints",
            "generic_table",
            "민원현황.xlsx",
            "sheet",
            write_complaints,
            _head(complaints[0], 5),
            rows=3,
            reasons={"row_total": 1},
            note="formulas",
        ),
    ]
