"""Fields that a file does not have as columns but says all the same: by its name, in brackets, in parts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from .matching import Match

Rows = Sequence[Sequence[str]]

_IN_BRACKETS = re.compile(r"[(（\[]\s*(\d{5,10})\s*[)）\]]\s*$")
_AREA = re.compile(r"(?:특별자치|특별|광역)?[시도]$|[시군구]$|지역$|전국$|^\d{7}(?:_ALL)?$|^ALL$")
_LAND = {"0": "1", "1": "2"}  # register: 0 land, 1 mountain; PNU: 1 land, 2 mountain


@dataclass(frozen=True)
class Derived:
    """A field made of others.

    Attributes:
        name: output field.
        label: {"en", "ko"}.
        make: rows of the file -> one text or None for each.
    """

    name: str
    label: dict[str, str]
    make: Callable[[Rows], list[str | None]]


def derived_fields(match: Match, file: str) -> list[Derived]:
    """The fields that a schema's ``extra`` asks for and the file allows."""
    extra, made = match.schema.extra, []
    taken = {column.name for column in match.columns if column is not None}
    if extra.get("type_from") == "file" and "svc_name" not in taken:
        kind = business_type(file)
        label = {"en": "Type of business (from the file name)", "ko": "업종(파일명)"}
        made.append(Derived("svc_name", label, lambda rows: [kind or None] * len(rows)))
    found = [match.index(str(name)) for name in _listed(extra.get("pnu"))]
    parts = [at for at in found if at is not None]
    if len(parts) == 5 and "pnu" not in taken:
        label = {"en": "Parcel number (PNU)", "ko": "필지고유번호(PNU)"}
        made.append(Derived("pnu", label, lambda rows: [parcel_number(*(row[at] for at in parts)) for row in rows]))
    area = match.index(str(extra.get("code_in_brackets") or ""))
    if area is not None and "adm_cd" not in taken:
        label = {"en": "Administrative code", "ko": "행정기관코드"}
        made.append(Derived("adm_cd", label, lambda rows: [code_in_brackets(row[area]) for row in rows]))
    return made


def business_type(file: str) -> str:
    """Type of business in the name of a licensing file.

    ``생활_미용업_대구광역시.csv`` -> ``미용업``; ``식품/식품_유흥주점영업.csv`` -> ``유흥주점영업``;
    ``pc_bangs_3660000.csv`` -> ``pc_bangs``.
    """
    parts = PurePosixPath(file).stem.split("_")
    while len(parts) > 1 and _AREA.search(parts[-1]):
        parts.pop()
    if all(part.isascii() for part in parts):
        return "_".join(parts)
    return "_".join(parts[1:]) if len(parts) > 1 else parts[0]


def parcel_number(district: str, dong: str, land: str, main: str, sub: str) -> str | None:
    """PNU of 19 digits from the parts in the building register; None where one of them is no number."""
    parts = [district.strip(), dong.strip(), _LAND.get(land.strip(), ""), main.strip(), sub.strip() or "0"]
    if not all(part.isascii() and part.isdigit() for part in parts):
        return None
    number = f"{parts[0]:0>5}{parts[1]:0>5}{parts[2]}{parts[3]:0>4}{parts[4]:0>4}"
    return number if len(number) == 19 else None


def code_in_brackets(text: str) -> str | None:
    """The code at the end of a name: ``대전광역시 서구 복수동 (3017051000)`` -> ``3017051000``."""
    found = _IN_BRACKETS.search(text.strip())
    return found.group(1) if found else None


def _listed(value: object) -> list[object]:
    return list(value) if isinstance(value, (list, tuple)) else []
