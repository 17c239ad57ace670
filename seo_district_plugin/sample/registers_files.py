"""Files as publishers write them: delimited text in several encodings, ZIP with Korean names, office workbooks."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_DAY = (2026, 9, 2, 9, 0, 0)
"""Date of everything in a ZIP: a file made twice is the same, byte for byte."""


@dataclass(frozen=True)
class RawFile:
    """A file to be written: path below the folder ``raw`` (with "/"), content."""

    path: str
    content: bytes


@dataclass
class TextStyle:
    """How a table is written.

    Attributes:
        quoted: every cell in quotes; else only those that need them.
        trailing: a delimiter at the end of each line.
        end: line end.
        other_ends: positions of rows that end in a line feed alone.
        bom: the UTF-8 mark in front, whatever the encoding.
        broken: position of a row -> the line to be written in its place.
    """

    encoding: str = "cp949"
    quoted: bool = False
    trailing: bool = False
    end: str = "\r\n"
    bom: bool = False
    other_ends: frozenset[int] = frozenset()
    broken: Mapping[int, str] = field(default_factory=dict)


def table_bytes(header: Sequence[str], columns: Sequence[Sequence[str]], style: TextStyle) -> bytes:
    """A delimited text of columns of texts; no cell may hold a line end."""
    if style.quoted:
        columns = [_doubled(column) for column in columns]
        lines = ['"' + '","'.join(cells) + '"' for cells in zip(*columns)]
        first = '"' + '","'.join(header) + '"'
    else:
        lines = list(map(",".join, zip(*[_quoted_where_needed(column) for column in columns])))
        first = ",".join(header)
    for position, line in style.broken.items():
        lines[position] = line
    tail = "," if style.trailing else ""
    if style.other_ends:
        ends = ["\n" if at in style.other_ends else style.end for at in range(len(lines))]
        text = first + tail + style.end + "".join(f"{line}{tail}{end}" for line, end in zip(lines, ends))
    else:
        text = (tail + style.end).join([first, *lines]) + tail + style.end
    return (b"\xef\xbb\xbf" if style.bom else b"") + text.encode(style.encoding)


def _doubled(column: Sequence[str]) -> Sequence[str]:
    if '"' in "".join(column):
        return [cell.replace('"', '""') for cell in column]
    return column


def _quoted_where_needed(column: Sequence[str]) -> Sequence[str]:
    joined = "".join(column)
    if "," not in joined and '"' not in joined:
        return column
    return ['"' + cell.replace('"', '""') + '"' if "," in cell or '"' in cell else cell for cell in column]


# ---------------------------------------------------------------------- ZIP
class _KoreanName(zipfile.ZipInfo):
    """A member whose name is in CP949 without a mark of it, as Korean Windows writes it."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:  # noqa: N802 - zipfile's own name
        return self.filename.encode("cp437"), self.flag_bits & ~0x800


def zip_bytes(members: Mapping[str, bytes], *, korean_names: bool = False) -> bytes:
    """A ZIP with a fixed date in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            if korean_names:
                # zipfile writes what is not ASCII as UTF-8; CP949 bytes pass through its CP437 fallback unharmed.
                info: zipfile.ZipInfo = _KoreanName(name.encode("cp949").decode("cp437"), _DAY)
            else:
                info = zipfile.ZipInfo(name, _DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, content, zipfile.ZIP_DEFLATED, compresslevel=2)
    return out.getvalue()


# ---------------------------------------------------------------------- office workbook
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEET_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
DATE_STYLE = 1

Cell = str | int | float | None


@dataclass
class Sheet:
    """A sheet: rows of cells (texts, numbers, None), merged ranges (``B2:C2``), columns whose numbers are days."""

    name: str
    rows: list[list[Cell]]
    merged: list[str]
    dates: frozenset[int] = frozenset()


def column_letter(index: int) -> str:
    """0 -> A, 25 -> Z, 26 -> AA."""
    text = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        text = chr(65 + rest) + text
    return text


def workbook_bytes(sheets: Sequence[Sheet]) -> bytes:
    """An office workbook (XLSX)."""
    count = range(1, len(sheets) + 1)
    parts = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_SHEET_KIND}.worksheet+xml"/>' for n in count
    )
    listed = "".join(f'<sheet name="{_escaped(s.name)}" sheetId="{n}" r:id="rId{n}"/>' for n, s in zip(count, sheets))
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in count
    )
    links += f'<Relationship Id="rId{len(sheets) + 1}" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    root = f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    members = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_SHEET_KIND}.styles+xml"/>{parts}</Types>',
        "_rels/.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{root}</Relationships>',
        "xl/workbook.xml": f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>',
        "xl/styles.xml": f'{_HEAD}<styleSheet xmlns="{_MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/>'
        '</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
        '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
    }
    for n, sheet in zip(count, sheets):
        members[f"xl/worksheets/sheet{n}.xml"] = _sheet_xml(sheet)
    return zip_bytes({name: text.encode("utf-8") for name, text in members.items()})


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _sheet_xml(sheet: Sheet) -> str:
    lines = []
    for number, row in enumerate(sheet.rows, start=1):
        cells = "".join(_cell_xml(cell, at, number, at in sheet.dates) for at, cell in enumerate(row))
        lines.append(f'<row r="{number}">{cells}</row>')
    ranges = "".join(f'<mergeCell ref="{area}"/>' for area in sheet.merged)
    merges = f'<mergeCells count="{len(sheet.merged)}">{ranges}</mergeCells>' if sheet.merged else ""
    return f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>{"".join(lines)}</sheetData>{merges}</worksheet>'


def _cell_xml(cell: Cell, column: int, row: int, is_date: bool) -> str:
    if cell is None or cell == "":
        return ""
    place = f"{column_letter(column)}{row}"
    if isinstance(cell, str):
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{_escaped(cell)}</t></is></c>'
    style = f' s="{DATE_STYLE}"' if is_date else ""
    return f'<c r="{place}"{style}><v>{cell}</v></c>'
