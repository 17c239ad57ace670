"""The packaged table of Korean districts: their codes in the forms that files use, and where they lie."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ..errors import AnalysisError

COLUMNS = ("code5", "authority7", "name_ko", "name_en", "sido", "west", "south", "east", "north", "basis")
_RENAMED = {"42": "51", "45": "52"}  # Gangwon since 2023-06, Jeonbuk since 2024-01: the last three digits stayed
_MOVED = {"47720": "27720"}  # Gunwi, to Daegu in 2023-07


@dataclass(frozen=True)
class District:
    """A district, a city with districts of its own, or a province.

    Attributes:
        code5: code of the Interior Ministry; of a province two digits and ``000``.
        authority7: code of the authority in license and standard data; "" = not known.
        name_ko, name_en: name; sido: name of the province.
        west, south, east, north: degrees, EPSG:4326.
        basis: what the bounds were made of: "boundary", or a center and a half-width.
    """

    code5: str
    authority7: str
    name_ko: str
    name_en: str
    sido: str
    west: float
    south: float
    east: float
    north: float
    basis: str

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east, north in degrees."""
        return self.west, self.south, self.east, self.north

    @property
    def is_province(self) -> bool:
        return self.code5.endswith("000")

    def prefix(self) -> str:
        """What longer codes (dong, parcel, building) inside it begin with.

        Two digits of a province; four of a city, as the districts of a city differ in the fifth.
        """
        if self.is_province:
            return self.code5[:2]
        return self.code5[:4] if self.is_city else self.code5

    @property
    def is_city(self) -> bool:
        """Whether it is a city of a province, which may have districts of its own."""
        return not self.is_province and self.name_ko.endswith("시") and self.code5.endswith("0")


class Districts:
    """The table, to be asked by codes of 2, 5, 7, 8 or 10 digits."""

    def __init__(self, rows: list[District]) -> None:
        self.rows = rows
        self._by_code = {row.code5: row for row in rows}
        self._by_authority = {row.authority7: row for row in rows if row.authority7}

    def __iter__(self) -> Iterator[District]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def find(self, code: str) -> District | None:
        """The district of a code, None = not in the table.

        2 digits are a province, 5 a district, 7 an authority, 8, 10 and more a dong or what lies in it. Codes given
        before Gangwon, Jeonbuk and Gunwi got new ones are understood; a district of a city that is not listed gives
        the city.
        """
        digits = "".join(str(code).split())
        if not digits.isascii() or not digits.isdigit():
            return None
        if len(digits) == 7:
            return self._by_authority.get(digits)
        if len(digits) not in (2, 5) and len(digits) < 8:
            return None
        code5 = digits[:5] if len(digits) > 2 else f"{digits}000"
        renamed = _MOVED.get(code5) or _RENAMED.get(code5[:2], code5[:2]) + code5[2:]
        found = self._by_code.get(code5) or self._by_code.get(renamed)
        city = self._by_code.get(f"{renamed[:4]}0")
        return found or (city if city is not None and city.is_city else None)

    def named(self, name: str) -> list[District]:
        """Districts of that Korean name, with or without the province before it; several share the short names."""
        plain = "".join(name.split())
        return [row for row in self.rows if plain in (_joined(row.name_ko), _joined(row.sido + row.name_ko))]


def load_districts(path: Path) -> Districts:
    """Read the table.

    Raises:
        AnalysisError: ``districts_bad`` (file, row: line number, or 1 for the header).
    """
    rows = []
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            lines = csv.DictReader(file)
            if tuple(lines.fieldnames or ()) != COLUMNS:
                raise AnalysisError("districts_bad", file=path.name, row=1)
            for line in lines:
                rows.append(_district(line, path.name, lines.line_num))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise AnalysisError("districts_bad", file=path.name, row=len(rows) + 2) from error
    return Districts(rows)


def _district(line: dict[str, str], file: str, row: int) -> District:
    try:
        west, south, east, north = (float(line[name]) for name in ("west", "south", "east", "north"))
    except (TypeError, ValueError) as error:
        raise AnalysisError("districts_bad", file=file, row=row) from error
    sound = -180 <= west < east <= 180 and -90 <= south < north <= 90
    if not sound or not math.isfinite(west + south + east + north) or len(line["code5"]) != 5:
        raise AnalysisError("districts_bad", file=file, row=row)
    words = (line["code5"], line["authority7"], line["name_ko"], line["name_en"], line["sido"])
    return District(*words, west, south, east, north, line["basis"] or "")


def _joined(text: str) -> str:
    return "".join(text.split())
