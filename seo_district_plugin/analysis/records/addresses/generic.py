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
_LETTER = re.compile(r"^[a-z]$")
_RANGE = re.compile(r"^(\d{1,5})[a-z]?[-/](\d{1,5})[a-z]?$")
_COUNTRY = re.compile(r"^[a-z]{1,2}-(?=\d)")  # D-04109
_POSTCODE_DIGITS = 4
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
        written, main, sub = _street(part)
        if not street_name(written) and main > 0 and position + 1 < len(parts):  # 5, rue de Rivoli
            written, position = parts[position + 1], position + 1
        if street_name(written) and main > 0:
            return _parsed(written, parts[position + 1 :], main, sub, "")
    if not parts or not street_name(parts[0]) or street_name(parts[0]).isdigit():
        return Parsed(NOTHING, reason="address_unreadable")
    return _parsed(parts[0], parts[1:], -1, 0, "number_missing")


def _parsed(written: str, others: list[str], main: int, sub: int, reason: str) -> Parsed:
    place = _place(others)
    return Parsed(ROAD, dong="".join(re.findall(r"[^\W_]+", folded(place))), road=street_name(written), main=main,
                  sub=sub, reason=reason, spelled=written, place=place)  # fmt: skip


def _street(part: str) -> tuple[str, int, int]:
    """Street as written, number (-1 without one) and letter (a is 1) of one part."""
    words = part.split()
    tokens = [folded(word) for word in words]
    if len(words) > 2 and _LETTER.match(tokens[-1]) and re.match(r"^\d{1,5}$", tokens[-2]):  # Hauptstr. 12 a
        words = [*words[:-2], words[-2] + words[-1]]
        tokens = [*tokens[:-2], tokens[-2] + tokens[-1]]
    at = _number_at(tokens)
    if at < 0:
        return part, -1, 0
    token = tokens[at].strip(".")
    digits = re.match(r"\d+", token)
    letter = _NUMBER.match(token)
    sub = ord(letter.group(2)) - 96 if letter and letter.group(2) else 0
    return " ".join(words[:at] + words[at + 1 :]), int(digits.group()) if digits else -1, sub


def _number_at(tokens: list[str]) -> int:
    """Which token is the house number; -1 where none is.

    It stands last (Hauptstr. 12), else first (12 High Street), else in between (Hauptstr. 12 Hinterhaus). Numbers with
    a point before another word are part of the name: Straße des 18. Oktober. With a number at both ends the first
    is taken unless it is as long as a postcode: 5 rue du 8 mai 1945.
    """
    last = len(tokens) - 1
    good = [at for at, token in enumerate(tokens) if _is_number(token, ordinal=at < last)]
    if last in good and not (0 in good and last > 0 and len(tokens[0]) < _POSTCODE_DIGITS):
        return last
    return 0 if 0 in good else max(good, default=-1)


def _is_number(token: str, *, ordinal: bool) -> bool:
    if ordinal and token.endswith("."):
        return False
    bare = token.strip(".")
    return bool(_NUMBER.match(bare) or _RANGE.match(bare))


def _place(parts: list[str]) -> str:
    """The name of the place as written, without its postcode."""
    for part in parts:
        words = [word for word in part.split() if not _POSTCODE.match(_COUNTRY.sub("", folded(word)))]
        if re.search(r"[^\W_]", "".join(words)):
            return " ".join(words)
    return ""
