"""Addresses of other countries: a street, a number, perhaps a postcode and a place, in any order that is common.

A plain normalized text match, not a gazetteer: case, accents, punctuation and a few words for street are evened out.
"""

from __future__ import annotations

import re
import unicodedata

from .parsed import NOTHING, ROAD, Parsed
from .texts import LONGEST, is_masked, is_nothing, plain

_WORDS = {
    "st": "street", "str": "strasse", "ave": "avenue", "av": "avenue", "rd": "road", "blvd": "boulevard",
    "dr": "drive", "ln": "lane", "pl": "place", "sq": "square", "ct": "court", "hwy": "highway",
    "c": "calle", "avda": "avenida", "rte": "route", "n": "north", "s": "south", "e": "east", "w": "west",
}  # fmt: skip
_NUMBER = re.compile(r"^(\d{1,5})([a-z])?$")
_RANGE = re.compile(r"^(\d{1,5})[a-z]?[-/](\d{1,5})[a-z]?$")
_POSTCODE = re.compile(r"^(?:\d{4,6}|\d{5}-\d{4}|[a-z]{1,2}\d[a-z\d]?|\d[a-z]{2})$")


def folded(text: str) -> str:
    """Lower case without accents: Straße -> strasse, Élysée -> elysee."""
    decomposed = unicodedata.normalize("NFD", plain(text).casefold())
    kept = "".join(character for character in decomposed if not unicodedata.combining(character))
    return unicodedata.normalize("NFC", kept)


def street_name(text: str) -> str:
    """A street's name without blanks and punctuation, common short words written out."""
    words = re.findall(r"[^\W_]+", folded(text).replace("'", ""))
    joined = "".join(_WORDS.get(word, word) for word in words)
    return re.sub(r"str$", "strasse", joined)


def parse_generic(given: object) -> Parsed:
    """Parse one text; never raises."""
    text = plain(given)[:LONGEST]
    if is_nothing(text):
        return Parsed(reason="address_blank")
    if is_masked(text):
        return Parsed(reason="address_masked")
    parts = [part.strip() for part in re.split(r"[,;\n]", re.sub(r"\([^)]*\)", " ", text)) if part.strip()]
    for position, part in enumerate(parts):
        street, main, sub = _street(part)
        if not street and main > 0 and position + 1 < len(parts):  # 5, rue de Rivoli
            street, position = street_name(parts[position + 1]), position + 1
        if street and main > 0:
            return Parsed(ROAD, dong=_place(parts[position + 1 :]), road=street, main=main, sub=sub)
    street = street_name(parts[0]) if parts else ""
    if not street or street.isdigit():
        return Parsed(NOTHING, reason="address_unreadable")
    return Parsed(ROAD, dong=_place(parts[1:]), road=street, reason="number_missing")


def _street(part: str) -> tuple[str, int, int]:
    """Street, number and letter of one part: the last token that is a number, else the first."""
    tokens = folded(part).split()
    for position in (*range(len(tokens) - 1, 0, -1), 0):
        token = tokens[position].strip(".")
        match = _NUMBER.match(token) or _RANGE.match(token)
        if match is None or not tokens:
            continue
        letter = match.group(2) or ""
        rest = [word for place, word in enumerate(tokens) if place != position]
        if len(token) == 1 and position + 1 < len(tokens) and _NUMBER.match(tokens[position + 1]):
            continue
        sub = ord(letter) - 96 if letter.isalpha() and letter else 0
        return street_name(" ".join(rest)), int(match.group(1)), sub
    return street_name(part), -1, 0


def _place(parts: list[str]) -> str:
    """The name of the place, without its postcode."""
    for part in parts:
        words = [word for word in re.findall(r"[^\W_]+", folded(part)) if not _POSTCODE.match(word)]
        if words:
            return "".join(words)
    return ""
