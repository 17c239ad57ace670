"""Small files of every kind, made up, and a way to read one to the end."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

HEADER = "번호,이름,위도,경도,비고"
"""Five columns as a standard data file has them."""


@pytest.fixture
def header() -> str:
    return HEADER


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes text (in an encoding) or bytes to a file and gives its path."""

    def make(content: str | bytes, name: str = "자료.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        return path

    return make


@pytest.fixture
def read_all() -> Callable[..., SimpleNamespace]:
    """Return a function that opens the only (or a named) part of a path and reads it as one."""
    from seo_district_plugin.layers.publicdata import list_parts, open_part

    def read(path: Path, width: int | None = None, first: int = 1, part: int = 0, size: int = 20_000):
        parts, skipped = list_parts(path)
        with open_part(parts[part]) as opened:
            width = width if width is not None else len(opened.head[0])
            blocks = list(opened.blocks(first, width, size=size))
            return SimpleNamespace(
                opened=opened,
                parts=parts,
                skipped=skipped,
                blocks=blocks,
                rows=[row for block in blocks for row in block.rows],
                numbers=[number for block in blocks for number in block.numbers],
                bad=[(bad.number, bad.code) for block in blocks for bad in block.bad],
                cells=[bad.cells for block in blocks for bad in block.bad],
                wkb=[wkb for block in blocks for wkb in block.wkb or []],
                notes=dict(opened.notes),
                counts=opened.counts,
            )

    return read


@pytest.fixture
def make_zip(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes a ZIP of (name, bytes); a name as bytes is stored without the UTF-8 flag."""

    def make(members: list[tuple[str | bytes, bytes]], name: str = "묶음.zip") -> Path:
        path = tmp_path / name
        path.write_bytes(zip_bytes(members))
        return path

    return make


def zip_bytes(members: list[tuple[str | bytes, bytes]]) -> bytes:
    buffer = io.BytesIO()
    placeholders = {}
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for i, (member, content) in enumerate(members):
            name = member if isinstance(member, str) else f"~{i:02}".ljust(len(member), "~")
            placeholders[name.encode()] = member
            archive.writestr(name, content)
    data = buffer.getvalue()
    for name, member in placeholders.items():
        if isinstance(member, bytes):
            data = data.replace(name, member)
    return data


@pytest.fixture
def zipped() -> Callable[[list[tuple[str | bytes, bytes]]], bytes]:
    return zip_bytes


_TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/{}.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)
_WORKBOOK = ("vnd.openxmlformats-officedocument.spreadsheetml.sheet", "vnd.ms-excel.sheet.macroEnabled")
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/></cellXfs>'
    "</styleSheet>"
)


@pytest.fixture
def make_xlsx(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes an XLSX from the XML inside <sheetData> of each sheet.

    A sheet is (name, rows, what follows the data, state); style 1 is a date, style 2 date and time.
    """

    def make(sheets: list[tuple[str, str, str, str]], name: str = "대장.xlsx", macro: bool = False) -> Path:
        path = tmp_path / name
        entries, relations = [], []
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", _TYPES.format(_WORKBOOK[macro]))
            archive.writestr(
                "_rels/.rels",
                f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" Type="{_DOC}/officeDocument" '
                'Target="xl/workbook.xml"/></Relationships>',
            )
            for i, (title, rows, after, state) in enumerate(sheets, start=1):
                entries.append(f'<sheet name="{title}" sheetId="{i}" state="{state}" r:id="rId{i}"/>')
                relations.append(
                    f'<Relationship Id="rId{i}" Type="{_DOC}/worksheet" Target="worksheets/sheet{i}.xml"/>'
                )
                archive.writestr(
                    f"xl/worksheets/sheet{i}.xml",
                    f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>',
                )
            relations.append(f'<Relationship Id="rId99" Type="{_DOC}/styles" Target="styles.xml"/>')
            archive.writestr("xl/styles.xml", _STYLES)
            archive.writestr(
                "xl/workbook.xml",
                f'<workbook xmlns="{_MAIN}" xmlns:r="{_DOC}"><sheets>{"".join(entries)}</sheets></workbook>',
            )
            archive.writestr(
                "xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{_PACKAGE}">{"".join(relations)}</Relationships>'
            )
            if macro:
                archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 macro")
        return path

    return make


@pytest.fixture
def make_shape(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes a shapefile of points whose texts are in CP949, without .cpg."""
    from osgeo import gdal, ogr, osr

    def make(rows: list[tuple], fields: list[tuple[str, int, int, int]], name: str = "AL_D010", epsg: int = 5186):
        folder = tmp_path / "shape"
        folder.mkdir(exist_ok=True)
        reference = None
        if epsg:
            reference = osr.SpatialReference()
            reference.ImportFromEPSG(epsg)
        source = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(folder))
        # QGIS leaves a setting behind that would win over the option below.
        gdal.SetThreadLocalConfigOption("SHAPE_ENCODING", "CP949")
        layer = source.CreateLayer(name, reference, ogr.wkbPoint, ["ENCODING=CP949"])
        gdal.SetThreadLocalConfigOption("SHAPE_ENCODING", None)
        for title, kind, width, precision in fields:
            definition = ogr.FieldDefn(title, kind)
            definition.SetWidth(width)
            definition.SetPrecision(precision)
            layer.CreateField(definition)
        for x, y, *values in rows:
            feature = ogr.Feature(layer.GetLayerDefn())
            for i, value in enumerate(values):
                if value is not None:
                    feature.SetField(i, value)
            feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT ({x} {y})"))
            layer.CreateFeature(feature)
        layer = source = None
        (folder / f"{name}.cpg").unlink(missing_ok=True)
        return folder / f"{name}.shp"

    return make
