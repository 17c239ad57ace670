"""Mistakes in texts: slips in Hangul by letter, telephone numbers and dates in other shapes."""

from __future__ import annotations

import datetime as dt

FIRST, LAST = 0xAC00, 0xD7A3
VOWELS, FINALS = 21, 28

# Indices of letters that are taken for each other: initial consonants, vowels, final consonants.
_INITIAL = {
    0: 1,
    1: 0,
    3: 4,
    4: 3,
    7: 8,
    8: 7,
    9: 10,
    10: 9,
    12: 13,
    13: 12,
    15: 0,
    16: 3,
    17: 7,
    14: 12,
    2: 5,
    5: 2,
    6: 2,
    11: 18,
    18: 11,
}
_VOWEL = {
    0: 4,
    1: 5,
    5: 1,
    3: 7,
    7: 3,
    4: 0,
    8: 13,
    13: 18,
    18: 20,
    20: 18,
    2: 6,
    6: 2,
    12: 17,
    17: 12,
    9: 0,
    10: 11,
    11: 10,
    15: 10,
    14: 4,
    16: 20,
    19: 20,
}
_FINAL = {
    0: 4,
    4: 21,
    21: 4,
    1: 0,
    8: 0,
    16: 21,
    17: 19,
    19: 7,
    7: 19,
    22: 7,
    20: 19,
    23: 7,
    24: 1,
    25: 7,
    26: 17,
    27: 0,
}


def split_jamo(letter: str) -> tuple[int, int, int] | None:
    """Initial, vowel and final of a Hangul syllable as indices; None for anything else."""
    code = ord(letter)
    if not FIRST <= code <= LAST:
        return None
    code -= FIRST
    return code // (VOWELS * FINALS), code // FINALS % VOWELS, code % FINALS


def join_jamo(initial: int, vowel: int, final: int) -> str:
    """The syllable of three indices."""
    return chr(FIRST + (initial * VOWELS + vowel) * FINALS + final)


def slip(text: str, where: float, what: float) -> str:
    """The text with one slip of the pen: a letter of a syllable taken for another, a syllable lost, doubled or swapped.

    Args:
        where, what: in [0, 1): place and kind of the slip.

    Returns:
        A text that differs from the one given, or the same if it has no Hangul.
    """
    places = [at for at, letter in enumerate(text) if FIRST <= ord(letter) <= LAST]
    if not places:
        return text
    at = places[int(where * len(places))]
    if what > 0.72 and len(places) > 2:
        made = _whole(text, at, what)
        if made != text:
            return made
    initial, vowel, final = split_jamo(text[at])
    if what < 0.30:
        initial = _INITIAL.get(initial, 11)
    elif what < 0.55:
        vowel = _VOWEL.get(vowel, 0)
    else:
        final = _FINAL.get(final, 0)
    return text[:at] + join_jamo(initial, vowel, final) + text[at + 1 :]


def _whole(text: str, at: int, what: float) -> str:
    """A syllable lost, doubled, or swapped with its neighbor."""
    if what < 0.84:
        return text[:at] + text[at + 1 :]
    if what < 0.90:
        return text[:at] + text[at] + text[at:]
    at = min(at, len(text) - 2)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def phone_text(number: int, form: float) -> str:
    """A telephone number of seven digits behind 042 in one of the shapes in which people write it.

    Args:
        number: 0 to 9,999,999.
        form: below 0 the usual shape, else in [0, 1) one of the others.
    """
    near, far = f"{number // 10_000:03d}", f"{number % 10_000:04d}"
    if form < 0:
        return f"042-{near}-{far}"
    shapes = (
        f"042{near}{far}", f"042 {near} {far}", f"{near}-{far}", f"042) {near}-{far}", f"042.{near}.{far}",
        f"42{near}{far}.0", f"(042){near}-{far}", f"042  {near}{far}", f"42-{near}-{far}",
    )  # fmt: skip
    return shapes[int(form * len(shapes))]


def masked_phone(number: int) -> str:
    """A telephone number of which the middle is hidden."""
    return f"042-***-{number % 10_000:04d}"


def day_text(day: int, form: str) -> str:
    """A day since 1970-01-01: ``iso`` 2024-03-01, ``plain`` 20240301, ``dots`` 2024.03.01, ``loose`` 2024. 3. 1."""
    date = dt.date.fromordinal(719_163 + day)
    if form == "iso":
        return date.isoformat()
    if form == "plain":
        return date.strftime("%Y%m%d")
    if form == "dots":
        return date.strftime("%Y.%m.%d")
    return f"{date.year}. {date.month}. {date.day}."


def impossible_day(text: str, what: float) -> str:
    """A date as given with a day, month or year that does not exist, in the same shape."""
    dashed = len(text) == 10 and text[4] in "-."
    sign = text[4] if dashed else ""
    year = text[:4]
    ends = (f"02{sign}30", f"13{sign}05", f"11{sign}07", f"06{sign}31", f"00{sign}00")
    at = int(what * len(ends))
    year = f"0{year[1:]}" if at == 2 else year
    return f"{year}{sign}{ends[at]}"


def spreadsheet_number(code: str) -> str:
    """What a spreadsheet leaves of a long code that it took for a number: six digits and an exponent."""
    digits = code.lstrip("0") or "0"
    rest = f"{int(digits):.5E}"
    mantissa, exponent = rest.split("E")
    return f"{mantissa}E+{int(exponent):02d}"
