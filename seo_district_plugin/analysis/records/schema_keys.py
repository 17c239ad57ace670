"""Header cells brought to one spelling, so that the many ways of writing one column name compare equal."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_REMAINS_OF_BOM = re.compile(r"^[\ufeff\ufffe\u200b?\"'\s癤]+")
_PROJECTION = re.compile(r"epsg\s*:?\s*\d{4,5}", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"[(\[{<][^()\[\]{}<>]*[)\]}>]")
_TILDES = str.maketrans({"∼": "~", "〜": "~", "˜": "~"})


def header_text(text: object) -> str:
    """The header as it is shown: composed (NFC), single blanks, without byte-order mark and quotes."""
    plain = _REMAINS_OF_BOM.sub("", unicodedata.normalize("NFC", str(text)))
    return " ".join(plain.split()).strip("\"'\ufeff ")


@lru_cache(maxsize=20_000)
def header_key(text: str) -> str:
    """The header as it is compared: letters, digits and ``~`` alone, in lower case, full-width forms made narrow.

    Brackets and blanks go, what stands inside brackets stays: ``좌표정보(X)``, ``좌표정보(x)`` and
    ``좌표정보x(epsg5174)`` are one key. What remains of a byte-order mark read in another encoding goes too.
    """
    plain = unicodedata.normalize("NFKC", _REMAINS_OF_BOM.sub("", str(text))).translate(_TILDES)
    plain = _PROJECTION.sub("", plain).casefold()
    return "".join(sign for sign in plain if sign.isalnum() or sign == "~")


@lru_cache(maxsize=20_000)
def bare_key(text: str) -> str:
    """The key without what stands in brackets, for units and remarks: ``높이(m)`` -> ``높이``."""
    return header_key(_IN_BRACKETS.sub("", unicodedata.normalize("NFKC", str(text))))
