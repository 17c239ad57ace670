"""Texts that were read in the wrong encoding, told by what the wrong reading leaves behind.

Four kinds: ``lost`` (the mark U+FFFD), ``latin`` (Korean CP949 bytes read as Latin-1), ``utf8`` (UTF-8 bytes read as
Latin-1 or CP1252), ``korean`` (UTF-8 bytes read as CP949), ``question`` (letters replaced by question marks).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

LOST = "\ufffd"
KINDS = ("lost", "utf8", "latin", "korean", "question")

_BLOCK = 256
_HANGUL = re.compile("[가-힣]")
_HANJA = re.compile("[\u4e00-\u9fff\uf900-\ufaff]")
_LATIN = "\u0080-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_LATIN_RUN = re.compile(f"[{_LATIN}]{{2,}}")
_QUESTIONS = re.compile(r"\?{2,}")

# Bytes 0x80-0x9F as Windows shows them; what CP1252 leaves open stays as the control character Latin-1 has there.
_BYTE_OF = {chr(code): code for code in range(256)}
_BYTE_OF.update({bytes([code]).decode("cp1252", "replace"): code for code in range(0x80, 0xA0)})
_BYTE_OF.pop(LOST, None)

# KS X 1001: lead bytes of its 2,350 Hangul syllables and of its signs; the trail byte is A1 to FE.
_HANGUL_LEAD, _SIGN_LEAD, _TRAIL = range(0xB0, 0xC9), range(0xA1, 0xAD), range(0xA1, 0xFF)


def damage_of(texts: Sequence[str]) -> list[str]:
    """The kind of damage of each text, "" for none.

    Texts are looked at in blocks first: what can be written in EUC-KR without any of the signs above is sound, and
    that is nearly everything.
    """
    kinds = [""] * len(texts)
    hangul = any(_HANGUL.search(text) for text in texts)
    for start in range(0, len(texts), _BLOCK):
        part = texts[start : start + _BLOCK]
        if _sound("\n".join(part)):
            continue
        for i, text in enumerate(part):
            kinds[start + i] = _kind(text, hangul)
    return kinds


def _sound(block: str) -> bool:
    if LOST in block or _QUESTIONS.search(block):
        return False
    if block.isascii():
        return True
    if _LATIN_RUN.search(block) or _HANJA.search(block):
        return False
    try:
        block.encode("euc_kr")
    except UnicodeEncodeError:
        return False
    return True


def _kind(text: str, hangul: bool) -> str:
    if LOST in text:
        return "lost"
    if _LATIN_RUN.search(text):
        data = _bytes_of(text)
        if data is not None and _is_utf8(data):
            return "utf8"
        if data is not None and _is_hangul_949(data):
            return "latin"
    if not text.isascii() and _is_utf8_in_949(text):
        return "korean"
    return "question" if _is_questions(text, hangul) else ""


def _bytes_of(text: str) -> bytes | None:
    """The bytes of which this is the Latin-1 or CP1252 reading, None for a text with other letters."""
    try:
        return bytes(_BYTE_OF[letter] for letter in text)
    except KeyError:
        return None


def _is_utf8(data: bytes) -> bool:
    try:
        return not data.decode("utf-8").isascii()
    except UnicodeDecodeError:
        return False


def _is_hangul_949(data: bytes) -> bool:
    """True when all high bytes come in pairs that are Hangul syllables, at least two of them, or signs."""
    syllables = position = 0
    while position < len(data):
        if data[position] < 0x80:
            position += 1
            continue
        if position + 1 >= len(data) or data[position + 1] not in _TRAIL:
            return False
        if data[position] in _HANGUL_LEAD:
            syllables += 1
        elif data[position] not in _SIGN_LEAD:
            return False
        position += 2
    return syllables >= 2


def _is_utf8_in_949(text: str) -> bool:
    """True when the text's CP949 bytes are UTF-8 Hangul, or when most of its syllables are such as nobody writes.

    UTF-8 Hangul read as CP949 falls into the 8,822 syllables outside KS X 1001, which hardly occur in real text.
    """
    try:
        data = text.encode("cp949")
    except UnicodeEncodeError:
        data = b""
    if data and _is_utf8(data) and _HANGUL.search(data.decode("utf-8")):
        return True
    syllables = _HANGUL.findall(text)
    rare = sum(not _in_ksx1001(letter) for letter in syllables)
    return rare >= 1 and rare >= 0.3 * len(syllables) and ("?" in text or rare + len(_HANJA.findall(text)) >= 2)


def _in_ksx1001(letter: str) -> bool:
    try:
        return len(letter.encode("euc_kr")) == 2
    except UnicodeEncodeError:
        return False


def _is_questions(text: str, hangul: bool) -> bool:
    """Question marks in the place of letters: a run of them in a column of Hangul, or nothing else in the text."""
    if not _QUESTIONS.search(text) or _HANGUL.search(text):
        return False
    letters = sum(letter.isalpha() for letter in text)
    return hangul or (text.count("?") >= 2 and letters == 0)
