"""Which fields look like data of persons, and which values may stand in a finding or a profile.

Two questions with two answers. A *field* is reported on good evidence only (``records/personal.py``: the form of its
values, or its header). A *value* is shown nowhere on the slightest doubt (:func:`may_show`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from ..personal import BIRTH, EMAIL, KINDS, MOBILE, PERSON, PHONE, RESIDENT, personal_columns, redact
from .columns import Field
from .scanning import matching

ADDRESS, HOME, FLAGGED = "address", "home_address", "flagged"
FIELD_KINDS = (*KINDS, HOME, ADDRESS, FLAGGED)

SEVERITY = {RESIDENT: "error", PHONE: "note", ADDRESS: "", FLAGGED: "note"}
"""Severity of a field by kind, warning unless named; the address of a place of business is no finding."""

SHOWN_FROM = 5
"""Rows that must have a text with letters before it is shown: fewer may be one person's."""

SAMPLE = 4000
"""Distinct values of a field looked at one by one, beside as many of those that a quick look finds suspicious."""

_ENOUGH = {RESIDENT: 0.0, MOBILE: 0.0, EMAIL: 0.0, BIRTH: 0.3, PERSON: 0.3}
_USUALLY_ENOUGH = 0.1

_SUSPICIOUS = (
    re.compile(r"[@＠]"),
    re.compile(r"01[016789][-–.) ]?\d{3}"),
    re.compile(r"\d{6}(?:\s?[-–—‐−－ ]\s?\d|\d{7})"),
)
_ADDRESS_HEADER = re.compile(r"주소|소재지|addr", re.IGNORECASE)
_HOME_HEADER = re.compile(r"자택|거주지|집\s?주소|현주소|본적|home.?addr|residence", re.IGNORECASE)
_NO_ADDRESS = re.compile(r"코드|여부|구분|번호|code|type", re.IGNORECASE)
_ADDRESS = re.compile(r"[가-힣]{1,10}(시|도|구|군)\s+\S*(로|길|동|리|읍|면|가)\s*\S*\d")
# The commonest surnames of the 2015 census, which over 97 % of the people bear (Statistics Korea).
_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석"
)
_PLACE_ENDS = re.compile(r"[동구로길점리면읍시군역관원소과팀장실교회집당청행업]$")
_KOREAN_NAME = re.compile(r"[가-힣]{2,4}|[가-힣][*○OX]{1,2}[가-힣]?")
_DATE_SHAPE = re.compile(r"(19|20)\d{2}[-./년]?\s?\d{1,2}[-./월]?\s?\d{1,2}일?([ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?)?")
_DECIMAL = re.compile(r"[+-]?\d{1,9}\.\d+")
_SCIENTIFIC = re.compile(r"[+-]?\d(\.\d+)?[eE][+-]?\d+")


def personal_kind(given: Field) -> tuple[str, float]:
    """What a field looks like ("" for nothing personal), and the share of the values looked at that say so."""
    if not len(given.values) or given.kind == "bool" or _has_fractions(given):
        return "", 0.0
    texts = _looked_at(given.stripped)
    if given.notes.get("named"):
        texts = [text for text in texts if not text.isdigit()]  # the standard tells what these digits are
        if not texts:
            return "", 0.0
    shares: dict[str, float] = {}
    for header in dict.fromkeys((given.title or given.name, given.name)):
        for found in personal_columns([header], [texts]):
            shares[found.kind] = max(found.share, shares.get(found.kind, 0.0))
    for kind in KINDS:
        if kind in shares and shares[kind] >= _ENOUGH.get(kind, _USUALLY_ENOUGH):
            return kind, shares[kind]
    return _by_words(given, texts) or (FLAGGED if given.notes.get("personal") else ""), 0.0


def may_show(given: Field, code: int, personal: str) -> bool:
    """True when a value cannot be anybody's: no personal field, no personal form, and a number, date or common word.

    A text with letters, or with eight or more digits that are neither a date nor a decimal number, is shown only when
    at least SHOWN_FROM rows have it.
    """
    if personal:
        return False
    if given.kind in ("date", "datetime", "bool"):
        return True
    text = given.stripped[code]
    if not text or len(text) > 60 or _ADDRESS.search(text) or redact(text) != text:
        return False
    if _DATE_SHAPE.fullmatch(text) or _DECIMAL.fullmatch(text) or _SCIENTIFIC.fullmatch(text):
        return True
    if any(letter.isalpha() for letter in text) or sum(letter.isdigit() for letter in text) >= 8:
        return bool(given.counts[code] >= SHOWN_FROM)
    return True


def _has_fractions(given: Field) -> bool:
    """Numbers with decimals name nobody."""
    return given.kind == "real" and bool((given.values != np.floor(given.values)).mean() > 0.5)


def _looked_at(texts: Sequence[str]) -> list[str]:
    """All texts of a small field; of a large one an even sample, and those that a quick look finds suspicious."""
    if len(texts) <= 2 * SAMPLE:
        return list(texts)
    chosen = dict.fromkeys(range(0, len(texts), max(1, len(texts) // SAMPLE)))
    for pattern in _SUSPICIOUS:
        found = np.flatnonzero(matching(pattern, texts)).tolist()
        chosen.update(dict.fromkeys(found[:: max(1, len(found) // SAMPLE)]))
    return [texts[i] for i in sorted(chosen)]


def _by_words(given: Field, texts: Sequence[str]) -> str:
    """Addresses by header or form; names of persons without a telling header: most begin with a surname."""
    if not given.is_text:
        return ""
    if _HOME_HEADER.search(given.words) and not _NO_ADDRESS.search(given.words):
        return HOME
    if _ADDRESS_HEADER.search(given.words) and not _NO_ADDRESS.search(given.words):
        return ADDRESS
    sample = texts[:: max(1, len(texts) // 1000)]
    if sum(bool(_ADDRESS.search(text)) for text in sample) >= 0.5 * len(sample):
        return ADDRESS
    if len(texts) < 10:
        return ""
    names = sum(
        bool(_KOREAN_NAME.fullmatch(text)) and text[0] in _SURNAMES and not _PLACE_ENDS.search(text) for text in sample
    )
    threes = sum(len(text) == 3 for text in sample)
    return PERSON if names >= 0.85 * len(sample) and threes >= 0.7 * len(sample) else ""
