"""Which column of a register is its name, address, phone, ..., by the names that such columns usually have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from ..addresses.columns import KNOWN as ADDRESS_NAMES
from ..addresses.columns import find_roles
from ..values import typed

ROLES: dict[str, tuple[str, ...]] = {
    "name": (
        "사업장명", "상호명", "상호", "업소명", "업체명", "시설명", "학원명", "학교명", "기관명",
        "대상시설명", "명칭", "biz_name", "BPLC_NM", "store_nm", "name", "title", "business_name",
        "company", "firm", "facility", "nombre", "nom",
    ),
    "branch": ("지점명", "분점명", "branch", "branch_name"),
    "road_address": ADDRESS_NAMES["road_address"] + ADDRESS_NAMES["address"],
    "lot_address": ADDRESS_NAMES["lot_address"],
    "phone": (
        "전화번호", "소재지전화", "시설전화번호", "연락처", "대표전화", "phone", "SITE_TEL", "TELNO", "tel",
        "telephone", "phone_no", "telefon",
    ),
    "category": (
        "업태구분명", "상권업종소분류명", "위생업태명", "업종명", "업종", "시설종류", "biz_kind", "cat3", "hyg_kind",
        "category", "type", "kind", "field", "amenity", "svc_name", "cuisine",
    ),
    "opened": (
        "인허가일자", "개업일자", "개설일자", "등록일자", "영업시작일", "permit_dt", "opened", "regist", "open_date",
        "opening_date", "start_date",
    ),
    "closed": (
        "폐업일자", "인허가취소일자", "close_dt", "closed", "cancel_dt", "close_date", "closing_date", "end_date",
    ),
    "status": (
        "영업상태구분코드", "영업상태코드", "영업상태", "영업상태명", "상세영업상태명", "등록상태명", "운영상태",
        "status", "status_nm", "running", "state",
    ),
    "floor": ("층정보", "층", "floor", "level"),
    "unit": ("호정보", "호수", "unit_no", "unit", "room"),
}  # fmt: skip
"""Role -> names, best first; names of public files and of the fields that importing them gives."""

CLOSED_CODES = frozenset({"03", "3", "04", "4", "05", "5"})
"""영업상태코드 of licence data: closed, canceled, removed; 01 is open, 02 suspended."""
_CLOSED = re.compile(
    r"폐업|폐원|폐교|폐쇄|폐지|취소|말소|만료|제외|삭제|전출|closed|cancel|dissolved|out of business", re.IGNORECASE
)
_OPEN = re.compile(r"영업|정상|운영|개원|open|active", re.IGNORECASE)


def columns_of(headers: Iterable[str]) -> dict[str, str]:
    """Role -> column, for the roles that a column's name tells."""
    return find_roles(headers, ROLES)


@dataclass(frozen=True)
class Days:
    """Dates of a column: (n,) datetime64[D], NaT where there is none, and how many texts were no dates."""

    values: np.ndarray
    unread: int


def days_of(texts: Sequence[str | None]) -> Days:
    """Dates in any of the ways that files write them; ``20240301.0`` of a spreadsheet included."""
    cells = [re.sub(r"\.0+$", "", text) if text else "" for text in texts]
    found = typed(cells, "date", masked_ok=True)
    values = np.array([value or "NaT" for value in found.values], dtype="datetime64[D]")
    return Days(values, int(found.bad.sum()))


def open_rows(status: Sequence[str | None] | None, closed: np.ndarray) -> np.ndarray:
    """(n,) bool: not closed, by the status where it says so, else by a closing date."""
    is_open = np.isnat(closed)
    if status is None:
        return is_open
    said = {text: _says(text) for text in set(status)}
    for row, text in enumerate(status):
        verdict = said[text]
        if verdict is not None:
            is_open[row] = verdict
    return is_open


def _says(text: str | None) -> bool | None:
    """True for open, False for closed, None where the status does not tell."""
    word = (text or "").strip()
    if not word:
        return None
    if word in CLOSED_CODES or _CLOSED.search(word):
        # 영업/정상 and 폐업 never stand together; a word such as "폐업예정" is a plan, not a fact.
        return "예정" in word
    return True if word in ("01", "1", "02", "2") or _OPEN.search(word) else None
