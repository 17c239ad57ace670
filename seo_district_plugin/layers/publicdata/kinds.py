"""What a file is, from its first bytes; its name helps only where bytes do not decide."""

from __future__ import annotations

import re
import zipfile

from .encoding import looks_binary

PROBE_BYTES = 1 << 16

SHAPEFILE_SIDECARS = (".shx", ".prj", ".cpg", ".sbn", ".sbx", ".qix", ".fbn", ".fbx", ".ain", ".aih", ".qpj")
SIDECARS = (*SHAPEFILE_SIDECARS, ".qml", ".sld", ".qmd", ".csvt", ".gpkg-wal", ".gpkg-shm", ".gfs", ".xsd", ".lyr")
"""Files that belong to another one and are no data by themselves."""

_MAGIC = (
    (b"%PDF", "pdf"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!", "rar"),
    (b"\x1f\x8b", "gzip"),
    (b"EGGA", "egg"),
    (b"ALZ\x01", "alz"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
)
_ARCHIVES = ("7z", "rar", "gzip", "egg", "alz")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_GEOJSON = re.compile(
    rb'"type"\s*:\s*"(FeatureCollection|Feature|GeometryCollection|(Multi)?(Point|LineString|Polygon))"'
)
_GML = re.compile(rb"opengis\.net/gml|<kml[\s>]", re.IGNORECASE)
_HTML = re.compile(rb"<\s*(!doctype\s+html|html|table|head|meta|body)[\s>]", re.IGNORECASE)
_JSON_NAMES = (".json", ".geojson", ".jsonl", ".ndjson", ".geojsonl")
_TEXT_OFFICE = b"urn:schemas-microsoft-com:office:spreadsheet"


def sniff(probe: bytes, whole: bytes | None, suffix: str) -> tuple[str, str]:
    """What a file holds.

    Args:
        probe: its first bytes, as many as `PROBE_BYTES`.
        whole: None, or all of it when the file is small or its end is at hand (for OLE files and ZIP containers).
        suffix: of its name, lower case.

    Returns:
        (kind, code): kind ``text``, ``json``, ``sheet``, ``ods``, ``vector``, ``shapefile``, ``dbf``, ``zip``,
        ``sidecar`` or ``none``; for ``none`` the code of why it is skipped.
    """
    if suffix in SIDECARS:
        return "sidecar", ""
    for magic, what in _MAGIC:
        if probe.startswith(magic):
            return "none", "archive_unsupported" if what in _ARCHIVES else "format_unsupported"
    if probe.startswith(_OLE):
        return "none", _ole(whole if whole is not None else probe, suffix)
    if probe.startswith(b"PK"):
        return "zip", ""
    if probe.startswith(b"\0\0\x27\x0a") and len(probe) >= 32:
        return "shapefile", ""
    if probe.startswith((b"SQLite format 3\0", b"fgb\x03")):
        return "vector", ""
    if suffix == ".dbf" and looks_binary(probe):
        return "dbf", ""
    if b"HWP Document File" in probe[:64]:
        return "none", "office_hwp"
    return _text(probe, suffix)


def _text(probe: bytes, suffix: str) -> tuple[str, str]:
    if suffix in (".md", ".rst"):
        return "none", "format_unsupported"
    start = probe.lstrip(b"\xef\xbb\xbf \t\r\n")[:4096]
    if start.startswith(b"<") and suffix not in (".csv", ".tsv"):
        if _TEXT_OFFICE in start:
            return "none", "office_xls"
        if _HTML.search(start[:2048]):
            return "none", "office_html"
        return ("vector", "") if _GML.search(start) or suffix in (".gml", ".kml") else ("none", "format_unsupported")
    if start[:1] in (b"{", b"[") and (suffix in _JSON_NAMES or _json_like(start)):
        return ("vector", "") if _GEOJSON.search(probe) and b'"features"' in probe else ("json", "")
    if suffix == ".dbf":
        return "dbf", ""
    return "text", ""


def _json_like(start: bytes) -> bool:
    return re.match(rb'(\{\s*"[^"\r\n]*"\s*:|\[\s*(\{|\]))', start) is not None


def _ole(data: bytes, suffix: str) -> str:
    """Which of the old office formats: by the names of the streams inside, which are UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "office_locked"
    if suffix == ".hwp" or "FileHeader".encode("utf-16-le") in data:
        return "office_hwp"
    spreadsheet = "Workbook".encode("utf-16-le") in data or "Book".encode("utf-16-le") in data
    return "office_xls" if suffix in (".xls", ".xlt", "") or spreadsheet else "format_unsupported"


def container(archive: zipfile.ZipFile) -> tuple[str, str]:
    """What a ZIP is: an office file, or a ZIP (``zip``); (kind, code) as `sniff` gives them."""
    names = set(archive.namelist())
    if "xl/workbook.xml" in names:
        return "sheet", ""
    if "xl/workbook.bin" in names:
        return "none", "office_xlsb"
    if "[Content_Types].xml" in names and any(n.startswith(("word/", "ppt/")) for n in names):
        return "none", "format_unsupported"
    if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
        kind = archive.read("mimetype")
        if b"opendocument.spreadsheet" in kind:
            return ("none", "office_locked") if _locked(archive) else ("ods", "")
        if b"hwp" in kind:
            return "none", "office_hwp"
        return "none", "format_unsupported"
    if "doc.kml" in names:
        return "none", "format_unsupported"
    return "zip", ""


def _locked(archive: zipfile.ZipFile) -> bool:
    try:
        return b"encryption-data" in archive.read("META-INF/manifest.xml")[: 1 << 20]
    except KeyError:
        return False
