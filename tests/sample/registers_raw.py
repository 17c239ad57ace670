"""Raw files of the sample read back with nothing but the standard library, as an independent look at them."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from seo_district_plugin.sample.registers import Registers

BOM = b"\xef\xbb\xbf"
_HEADS = {
    "name": ("사업장명", "상호명", "학원명", "업소명"),
    "branch": ("지점명",),
    "road": ("도로명주소", "도로명전체주소", "소재지도로명주소"),
    "lot": ("지번주소", "소재지전체주소", "소재지지번주소"),
    "phone": ("전화번호", "소재지전화"),
    "opened": ("인허가일자", "개설일자"),
}


@dataclass
class Text:
    """A delimited file: name as the import names it, bytes, encoding."""

    name: str
    content: bytes
    encoding: str

    @property
    def lines(self) -> list[str]:
        """Lines without their ends."""
        return self.content.removeprefix(BOM).decode(self.encoding).replace("\r\n", "\n").rstrip("\n").split("\n")

    def records(self) -> list[list[str]]:
        """Cells line by line: no record of the sample goes over two lines."""
        return [next(csv.reader([line]), []) for line in self.lines]


def texts(registers: Registers) -> Iterator[Text]:
    """All delimited files, those in ZIPs included."""
    for file in registers.files:
        path = unicodedata.normalize("NFC", file.path)
        if path.endswith(".zip"):
            with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
                for info in archive.infolist():
                    name = info.filename.encode("cp437").decode("cp949")
                    yield Text(f"{path}/{name}", archive.read(info), "cp949")
        elif path.endswith(".csv"):
            yield Text(path, file.content, _encoding(file.content))


def _encoding(content: bytes) -> str:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp949"
    return "utf-8"


def sheets(registers: Registers) -> Iterator[tuple[str, dict[int, dict[str, str]]]]:
    """Sheets of workbooks: name, and per row the cells by column letter; merged cells are not filled."""
    for file in registers.files:
        if not file.path.endswith(".xlsx"):
            continue
        with zipfile.ZipFile(io.BytesIO(file.content)) as archive:
            names = re.findall(r'<sheet name="([^"]*)"', archive.read("xl/workbook.xml").decode())
            for number, name in enumerate(names, start=1):
                body = archive.read(f"xl/worksheets/sheet{number}.xml").decode()
                yield f"{file.path}:{name}", {int(row): _cells(text) for row, text in _ROW.findall(body)}


_ROW = re.compile(r'<row r="(\d+)">(.*?)</row>')
_CELL = re.compile(r'<c r="([A-Z]+)\d+"[^>]*>(?:<is><t[^>]*>(.*?)</t></is>)?(?:<v>(.*?)</v>)?</c>')


def _cells(text: str) -> dict[str, str]:
    return {column: written or value for column, written, value in _CELL.findall(text)}


def business_rows(registers: Registers) -> pd.DataFrame:
    """Every row of a business: file, row, register, entity_id, status, and name, branch, road, lot, phone, opened."""
    found: dict[tuple[str, int], tuple[str, ...]] = {}
    for text in texts(registers):
        header, *records = text.records()
        places = [next((header.index(name) for name in names if name in header), -1) for names in _HEADS.values()]
        for line, cells in enumerate(records, start=2):
            found[text.name, line] = tuple(cells[at] if 0 <= at < len(cells) else "" for at in places)
    for name, rows in sheets(registers):
        for row, cells in rows.items():
            found[name, row] = tuple(cells.get(letter, "") for letter in ("D", "-", "E", "F", "G", "H"))
    frame = registers.truth["entities"].copy()
    cells = [found[key] for key in zip(frame["file"], frame["row"])]
    return frame.join(pd.DataFrame(cells, columns=list(_HEADS), index=frame.index))


# ---------------------------------------------------------------------- matching by equality
_CITY = re.compile(r"^(대전광역시|대전)?\s*(서구)?\s*")
_NUMBERED = re.compile(r"\s*(\D\S*?(?:\d+번길)?)\s*(산?\d+(?:-\d+)?)")


def plain_name(name: str, branch: str) -> str:
    """A name with its branch, composed, without blanks, lower case."""
    return re.sub(r"\s", "", unicodedata.normalize("NFC", name + branch)).lower()


def plain_address(road: str, lot: str) -> str:
    """Road and number, else legal dong and lot: no city, floor, unit, bracket or blank."""
    text = _CITY.sub("", road or lot)
    match = _NUMBERED.match(text)
    return match[1] + match[2] if match else text


def pairwise(frame: pd.DataFrame, keys: list[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over pairs of rows when all rows with equal keys are taken for one business."""

    def pairs(by: list[str]) -> int:
        sizes = frame.groupby(by).size()
        return int((sizes * (sizes - 1) // 2).sum())

    true, said, right = pairs(["entity_id"]), pairs(keys), pairs([*keys, "entity_id"])
    return right / said, right / true, 2 * right / (said + true)
