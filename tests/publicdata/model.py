"""What a sample is, and how tables are written the way the publishers write them."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

Row = list[str]


@dataclass(frozen=True)
class Sample:
    """One file in one layout and what becomes of it.

    Attributes:
        name: of the sample, ASCII.
        schema: id of the schema it is of.
        file: name of the file that is written, inside the folder.
        kind: "text", "json", "sheet" or "vector"; what lies in a ZIP counts.
        write: writes it into a folder and returns the path to give to the import.
        head: first records, header included, as a reader hands them over; of the first table where there are several.
        rows: records in it, header, titles and blank lines not counted, totals and notes counted.
        located: of these, how many get a geometry within Daejeon; 0 for tables.
        reasons: reason -> number of records that cannot be used; for tables totals and notes only.
        seogu: how many of the records are of authority Seo-gu; None = the file does not tell.
        encoding: Python codec of the text, "" for sheets and layers.
        delimiter: "" for sheets and layers.
        masked: cells that hide their value.
        geometry: of layers: "point", "line", "polygon", else "none".
        crs: EPSG code in which the coordinates are.
        note: what is particular about it.
    """

    name: str
    schema: str
    file: str
    kind: str
    write: Callable[[Path], Path]
    head: tuple[tuple[str, ...], ...]
    rows: int
    located: int = 0
    reasons: Mapping[str, int] = field(default_factory=dict)
    seogu: int | None = None
    encoding: str = ""
    delimiter: str = ""
    masked: int = 0
    geometry: str = "none"
    crs: int = 0
    note: str = ""

    @property
    def rejected(self) -> int:
        return sum(self.reasons.values())


def filled(header: Sequence[str], *records: Mapping[str, str]) -> list[Row]:
    """Rows of a table from the cells that are not blank; an unknown column name is a mistake."""
    for record in records:
        unknown = set(record) - set(header)
        if unknown:
            raise KeyError(sorted(unknown))
    return [[record.get(name, "") for name in header] for record in records]


def text_bytes(
    rows: Sequence[Sequence[str]],
    encoding: str,
    delimiter: str = ",",
    *,
    quoted: bool = False,
    trailing: bool = False,
    bom: bool = False,
    end: str = "\r\n",
) -> bytes:
    """A delimited text; ``trailing`` ends lines with a delimiter, ``bom`` puts the UTF-8 mark before any encoding."""
    if delimiter == "|":
        text = end.join("|".join(row) for row in rows) + end
    else:
        out = io.StringIO()
        quoting = csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
        csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator="\n").writerows(rows)
        lines = out.getvalue().splitlines()
        text = end.join(line + (delimiter if trailing else "") for line in lines) + end
    return (b"\xef\xbb\xbf" if bom else b"") + text.encode(encoding)


def text_sample(
    name: str,
    schema: str,
    file: str,
    rows: Sequence[Sequence[str]],
    *,
    header: bool = True,
    encoding: str = "cp949",
    delimiter: str = ",",
    quoted: bool = False,
    trailing: bool = False,
    bom: bool = False,
    end: str = "\r\n",
    **said: object,
) -> Sample:
    """A sample of one delimited text file."""
    content = text_bytes(rows, encoding, delimiter, quoted=quoted, trailing=trailing, bom=bom, end=end)

    def write(folder: Path) -> Path:
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    head = tuple((*row, "") if trailing else tuple(row) for row in rows)
    count = len(rows) - (1 if header else 0)
    return Sample(name, schema, file, "text", write, head, rows=count, encoding=encoding, delimiter=delimiter, **said)


def zipped(folder: Path, file: str, members: Mapping[str, bytes], *, utf8_names: bool = True) -> Path:
    """A ZIP; without ``utf8_names`` the names are CP949 as Korean Windows writes them."""
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members.items():
            # zipfile writes what is not ASCII as UTF-8; CP949 bytes pass through its CP437 fallback unharmed.
            name = member if utf8_names else member.encode("cp949").decode("cp437")
            info = zipfile.ZipInfo(name, date_time=(2026, 9, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            if not utf8_names:
                info = _PlainName(name)
            archive.writestr(info, content, zipfile.ZIP_DEFLATED)
    return path


class _PlainName(zipfile.ZipInfo):
    """A member whose name is written as CP437 bytes, without the UTF-8 flag."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:
        return self.filename.encode("cp437"), self.flag_bits & ~0x800
