"""Text as people type it, brought to one form: widths, blanks, dashes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 300
"""Characters of an address that are read; what is longer is no address."""

_REPLACED = {"\u00a0": " ", "\u3000": " ", "\u200b": "", "\ufeff": ""}
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−﹣ー～", "-") | _REPLACED)
_BLANKS = re.compile(r"\s+")
_NOTHING = frozenset({"", "-", "--", ".", "n/a", "na", "null", "none", "없음", "미상", "해당없음"})


def plain(text: object) -> str:
    """The text in NFKC (full-width digits and decomposed Hangul included), with plain dashes and single blanks."""
    if text is None or text != text:  # NaN is what a column of texts with gaps may hold
        return ""
    found = str(text)
    if not unicodedata.is_normalized("NFKC", found):
        found = unicodedata.normalize("NFKC", found)
    return _BLANKS.sub(" ", found.translate(_DASHES)).strip()


def is_nothing(text: str) -> bool:
    """True for an empty cell and what people write for one."""
    return text.lower() in _NOTHING


def is_masked(text: str) -> bool:
    """True for a cell that holds asterisks only: hidden, not empty."""
    return "*" in text and set(text) <= {"*", " "}


def has_hangul(texts: Iterable[object], *, sample: int = 500) -> bool:
    """True when at least a tenth of the first texts that hold anything hold Hangul."""
    seen = found = 0
    for text in texts:
        cleaned = plain(text)
        if not any(character.isalpha() for character in cleaned):
            continue
        seen += 1
        found += any("가" <= character <= "힣" for character in cleaned)
        if seen >= sample:
            break
    return found * 10 >= seen and found > 0
