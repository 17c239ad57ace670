"""Sheets of XLSX, XLSM and ODS files, through GDAL, as text.

GDAL gives the stored text of every cell (formulas: the value that was last computed) and dates as dates. From the XML
of the sheet itself come merged cells, whether there are formulas, and hidden sheets.
"""

from __future__ import annotations

import html
import re
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from osgeo import gdal

from ..errors import LayerError
from .archives import DAMAGE, open_zip, unpack
from .parts import Batch, Part, count_up, encodable, sound

_BATCH = 2_000
_SHEET = re.compile(r"<(?:\w+:)?sheet\s([^>]*)>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s([^>]*)>")
_ATTRIBUTE = re.compile(r'([\w:]+)\s*=\s*"([^"]*)"')
_MERGE = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)"')
_PLACE = re.compile(rb'<(?:\w+:)?c\s[^>]*?r="([A-Z]{1,3})\d+"')
_TOO_WIDE = re.compile(r"Maximum number of fields")
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_ODS_TABLE = re.compile(rb'<table:table\s[^>]*?table:name="([^"]*)"')
_CHUNK = 1 << 20
_OVERLAP = 512
_MAX_MERGED = 200_000
"""Merged ranges that are filled; a sheet with more is no table."""

_DATE = re.compile(r"(\d{4})/(\d\d)/(\d\d)(?: (\d\d:\d\d:\d\d)(?:\.\d+)?(?:[+-]\d\d(?::?\d\d)?)?)?")
_WHOLE = re.compile(r"(-?\d+)\.0+")
_LONG = re.compile(r"-?\d+\.\d{10,}")
_JAVA = re.compile(r"-?\d(?:\.\d+)?E\d{1,2}")
_NUMBER = re.compile(r"-?[\d,]*\.?\d+%?")

_OPTIONS = {
    "OGR_XLSX_HEADERS": "DISABLE",
    "OGR_XLSX_FIELD_TYPES": "STRING",
    "OGR_ODS_HEADERS": "DISABLE",
    "OGR_ODS_FIELD_TYPES": "STRING",
}

MOST_COLUMNS = 1500
"""What an error of too many columns names as the limit: as many as can be imported."""

Range = tuple[int, int, int, int]
"""First row, first column, last row, last column, from 0."""


@contextmanager
def _options() -> Iterator[None]:
    """GDAL reads cells as text and no row as header, in this thread."""
    before = {key: gdal.GetThreadLocalConfigOption(key) for key in _OPTIONS}
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        for key, value in _OPTIONS.items():
            gdal.SetThreadLocalConfigOption(key, value)
        yield
    finally:
        for key, value in before.items():
            gdal.SetThreadLocalConfigOption(key, value)
        gdal.PopErrorHandler()


def sheet_names(archive: zipfile.ZipFile, kind: str, name: str) -> list[str]:
    """Names of all sheets in their order.

    Args:
        archive: the office file.
        kind: ``sheet`` (XLSX, XLSM) or ``ods``.

    Raises:
        LayerError: ``public_file_damaged(name, problem)``.
    """
    try:
        if kind == "sheet":
            return [attributes["name"] for attributes in _workbook(archive) if "name" in attributes]
        found: list[str] = []
        for piece in _pieces(archive, "content.xml"):
            found.extend(html.unescape(item.decode("utf-8", "replace")) for item in _ODS_TABLE.findall(piece))
        return list(dict.fromkeys(found))
    except (*DAMAGE, OSError):
        raise LayerError("public_file_damaged", name=name, problem="XML") from None


def _workbook(archive: zipfile.ZipFile) -> list[dict[str, str]]:
    text = archive.read("xl/workbook.xml").decode("utf-8", "replace")
    return [_attributes(item) for item in _SHEET.findall(text)]


def _attributes(text: str) -> dict[str, str]:
    return {key: html.unescape(value) for key, value in _ATTRIBUTE.findall(text)}


def _pieces(archive: zipfile.ZipFile, member: str) -> Iterator[bytes]:
    """The bytes of a member in pieces that are cut between tags."""
    rest = b""
    with archive.open(member) as stream:
        while data := stream.read(_CHUNK):
            data = rest + data
            end = data.rfind(b"<")
            end = end if end > 0 and len(data) - end < _CHUNK else len(data)
            yield data[:end]
            rest = data[end:]
    yield rest


class _Facts:
    """What the XML says of one sheet: merged ranges, formulas, whether it is hidden, macros."""

    def __init__(self, path: Path, sheet: str, name: str) -> None:
        self.merged: list[Range] = []
        self.formulas, self.hidden, self.macro = 0, False, False
        try:
            with open_zip(path, name) as archive:
                names = set(archive.namelist())
                if "xl/workbook.xml" in names:
                    self.macro = "xl/vbaProject.bin" in names
                    self._excel(archive, sheet)
                elif "content.xml" in names:
                    self.macro = any(n.startswith("Basic/") for n in names)
        except (*DAMAGE, OSError):
            raise LayerError("public_file_damaged", name=name, problem="XML") from None

    def _excel(self, archive: zipfile.ZipFile, sheet: str) -> None:
        wanted = next((item for item in _workbook(archive) if item.get("name") == sheet), {})
        self.hidden = wanted.get("state", "visible") != "visible"
        member = _member(archive, sheet)
        if not member:
            return
        for piece in _pieces(archive, member):
            self.formulas += len(_FORMULA.findall(piece))
            if b"mergeCell" in piece and len(self.merged) < _MAX_MERGED:
                self.merged.extend(
                    (int(row1) - 1, _column(col1), int(row2) - 1, _column(col2))
                    for col1, row1, col2, row2 in _MERGE.findall(piece)
                )


def widest_row(path: Path, sheet: str, name: str) -> int:
    """Columns of an XLSX sheet up to its last filled cell.

    Raises:
        LayerError: ``public_file_damaged(name, problem)``.
    """
    try:
        with open_zip(path, name) as archive:
            member = _member(archive, sheet)
            letters = (
                {item for piece in _pieces(archive, member) for item in _PLACE.findall(piece)} if member else set()
            )
    except (*DAMAGE, OSError):
        raise LayerError("public_file_damaged", name=name, problem="XML") from None
    return max(map(_column, letters), default=-1) + 1


def _member(archive: zipfile.ZipFile, sheet: str) -> str:
    """The member that holds a sheet of an XLSX; empty when there is none."""
    wanted = next((item for item in _workbook(archive) if item.get("name") == sheet), {})
    relations = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    targets = {r.get("Id", ""): r.get("Target", "") for r in map(_attributes, _RELATION.findall(relations))}
    target = targets.get(wanted.get("r:id", ""), "").lstrip("/")
    return next((name for name in (target, f"xl/{target}") if name in archive.namelist()), "")


def _column(letters: bytes) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + letter - 64
    return place - 1


class SheetSource:
    """Reader of one sheet; a file inside a ZIP is copied aside while it is read.

    Raises:
        LayerError: ``public_file_damaged(name, problem)``, ``public_file_empty(name)``, and what opening raises.
    """

    def __init__(self, part: Part) -> None:
        self._part = part
        self._folder: Any = None
        path = part.path
        # GDAL goes by the suffix, and some paths are not for it: a member of a ZIP, an XLSX that is called .xls.
        plain_path = encodable(str(part.path)) and part.path.suffix.lower() in (".xlsx", ".xlsm", ".ods")
        if part.member or not plain_path:
            self._folder = tempfile.TemporaryDirectory()
            unpack([(part.path, part.member, part.size)], Path(self._folder.name), ["sheets.bin"], part.name)
            path = Path(self._folder.name) / "sheets.bin"
            with open_zip(path, part.name) as archive:
                suffix = ".xlsx" if "xl/workbook.xml" in archive.namelist() else ".ods"
            path = path.rename(path.with_suffix(suffix))
        self._path = path
        facts = _Facts(path, part.sheet, part.name)
        self._merged = facts.merged
        self.notes: list[tuple[str, dict[str, object]]] = []
        for code, values in (
            ("note_sheet_macro", {} if facts.macro else None),
            ("note_sheet_formulas", {"count": facts.formulas} if facts.formulas else None),
            ("note_sheet_hidden", {"sheet": part.sheet} if facts.hidden else None),
            ("note_sheet_merged", {"count": len(facts.merged)} if facts.merged else None),
        ):
            if values is not None:
                self.notes.append((code, values))

    def batches(self, counts: dict[str, int]) -> Iterator[Batch]:
        """All rows with something in them; their numbers are those of the sheet."""
        _dataset, layer, total = self._opened()
        fill = _Merged(self._merged)
        batch = Batch()
        done = 0
        while (feature := layer.GetNextFeature()) is not None:
            done += 1
            number = feature.GetFID()
            row = [_cell(feature, i) for i in range(feature.GetFieldCount())]
            fill.apply(number - 1, row)
            if any(cell.strip() for cell in row):
                batch.numbers.append(number)
                batch.rows.append(row)
            else:
                count_up(counts, "rows_blank")
            if len(batch.rows) >= _BATCH:
                batch.fraction = min(1.0, done / total)
                yield batch
                batch = Batch()
        batch.fraction = 1.0
        yield batch

    def _opened(self) -> tuple[Any, Any, int]:
        """The file, which must be kept, its layer and how many rows that has. GDAL reads the whole sheet here.

        Raises:
            LayerError: ``public_file_damaged(name, problem)``, ``too_many_columns(file, columns, limit)``.
        """
        layer, total, problem = None, 0, ""
        with _options():
            gdal.ErrorReset()
            try:
                dataset = gdal.OpenEx(str(self._path), gdal.OF_VECTOR | gdal.OF_READONLY)
                layer = dataset.GetLayerByName(self._part.sheet) if dataset is not None else None
                total = max(1, layer.GetFeatureCount()) if layer is not None else 0
                # Rows that follow an error are missing, whether or not GDAL tells it by an exception (in QGIS it does).
                if gdal.GetLastErrorType() >= gdal.CE_Failure:
                    problem = gdal.GetLastErrorMsg()
            except RuntimeError as error:
                problem = str(error)
        if _TOO_WIDE.search(problem):
            columns = widest_row(self._path, self._part.sheet, self._part.name)
            raise LayerError("too_many_columns", file=self._part.name, columns=columns, limit=MOST_COLUMNS)
        if layer is None or problem:
            # GDAL names the file with its path, which is not for reports.
            problem = problem.replace(f"/vsizip/{{{self._path}}}/", "").replace(str(self._path), self._part.name)[:200]
            raise LayerError("public_file_damaged", name=self._part.name, problem=problem)
        return dataset, layer, total

    def repair(self, line: str, width: int) -> list[str] | None:
        """A sheet has no loose lines."""
        return None

    def close(self) -> None:
        """Remove the copy."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None


def _cell(feature: Any, place: int) -> str:
    if not feature.IsFieldSetAndNotNull(place):
        return ""
    text = feature.GetFieldAsString(place)
    text = text.decode("utf-8", "replace") if isinstance(text, bytes) else sound(text)
    return plain(text) if text[:1] in "-0123456789" else text


def plain(text: str) -> str:
    """A cell as Excel shows it: dates in ISO form, ``1234.0`` and Java's ``3.0170101E9`` whole, 15 digits at most.

    Excel's own ``3.02E+09`` has a sign after the E and stays: it is text, and damaged.
    """
    if found := _DATE.fullmatch(text):
        year, month, day, time = found.groups()
        return f"{year}-{month}-{day}" + (f" {time}" if time else "")
    if found := _WHOLE.fullmatch(text):
        return found.group(1)
    if _LONG.fullmatch(text):
        return format(float(text), ".15g")
    if _JAVA.fullmatch(text):
        number = float(text)
        return str(int(number)) if number.is_integer() and abs(number) < 2**53 else text
    return text


class _Merged:
    """Fills merged cells with what stands in their first one.

    A label over several columns or beside several rows is repeated; a number over several rows is not, because it would
    be counted several times, and neither is a title, alone in its row.
    """

    def __init__(self, ranges: list[Range]) -> None:
        self._ranges = sorted(ranges, reverse=True)
        self._active: list[tuple[Range, str]] = []

    def apply(self, index: int, row: list[str]) -> None:
        """Fill a row.

        Args:
            index: of the row in the sheet, from 0; rows come in order.
        """
        if not self._ranges and not self._active:
            return
        alone = sum(1 for cell in row if cell) <= 1
        self._active = [item for item in self._active if item[0][2] >= index]
        while self._ranges and self._ranges[-1][0] <= index:
            found = self._ranges.pop()
            first, left, last, right = found
            if first == index and left < len(row) and row[left]:
                if not alone:
                    self._put(row, left, right, row[left])
                if last > first and not _NUMBER.fullmatch(row[left]):
                    # A title of several rows stays in its first one.
                    if not (alone and right > left):
                        self._active.append((found, row[left]))
        for (first, left, _, right), text in self._active:
            if index > first:
                self._put(row, left, right, text)

    @staticmethod
    def _put(row: list[str], left: int, right: int, text: str) -> None:
        for place in range(left, min(right + 1, len(row))):
            if not row[place]:
                row[place] = text
