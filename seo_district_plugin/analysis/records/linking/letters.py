"""Texts as rows of letter codes: Hangul syllables taken apart (arithmetic on U+AC00), for counting common letters.

Leads and tails that sound alike share a code, so that one slip of a letter costs one letter whatever its place.
"""

from __future__ import annotations

import numpy as np

LETTERS = 128
"""Letter codes; 0 is none."""
MOST = 64
"""Letters of a text that are compared: one machine word."""
_FIRST, _LAST = 0xAC00, 0xD7A3
_VOWELS, _TAILS = 21, 28
_VOWEL_AT, _TAIL_AT, _LATIN_AT, _DIGIT_AT, _OTHER_AT, _OTHERS = 20, 41, 70, 97, 108, 19


def letter_codes(texts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Codes of the letters of texts.

    Args:
        texts: (n,) object or str.

    Returns:
        codes (n, MOST) uint8, 0 behind the end; lengths (n,) uint8. What is longer is cut.
    """
    count = len(texts)
    if not count:
        return np.zeros((0, MOST), dtype=np.uint8), np.zeros(0, dtype=np.uint8)
    width = max(1, min(MOST, max(map(len, texts))))
    points = np.ascontiguousarray(np.asarray(texts, dtype=f"U{width}")).view(np.uint32).reshape(count, width)
    hangul = (points >= _FIRST) & (points <= _LAST)
    offset = np.where(hangul, points - _FIRST, 0)
    spread = np.zeros((count, width, 3), dtype=np.uint8)
    spread[:, :, 0] = np.where(hangul, offset // (_VOWELS * _TAILS) + 1, _plain_codes(points))
    spread[:, :, 1] = np.where(hangul, offset // _TAILS % _VOWELS + _VOWEL_AT, 0)
    tail = offset % _TAILS
    spread[:, :, 2] = np.where(hangul & (tail > 0), tail + _TAIL_AT, 0)
    return _closed_up(spread.reshape(count, width * 3))


def _plain_codes(points: np.ndarray) -> np.ndarray:
    latin = (points >= ord("a")) & (points <= ord("z"))
    digit = (points >= ord("0")) & (points <= ord("9"))
    other = points % _OTHERS + _OTHER_AT
    made = np.where(latin, points - ord("a") + _LATIN_AT, np.where(digit, points - ord("0") + _DIGIT_AT, other))
    return np.where(points == 0, 0, made)


def _closed_up(spread: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Rows without the zeros in between, cut at MOST."""
    used = spread != 0
    place = np.cumsum(used, axis=1) - 1
    keep = used & (place < MOST)
    rows, columns = np.nonzero(keep)
    out = np.zeros((len(spread), MOST), dtype=np.uint8)
    out[rows, place[rows, columns]] = spread[rows, columns]
    return out, keep.sum(axis=1).astype(np.uint8)


def common_letters(codes: np.ndarray, lengths: np.ndarray, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Length of the longest common subsequence of pairs of texts, (p,) uint8.

    Bit-parallel: a machine word holds a row of the table, all pairs take a step at once.

    Method: Hyyro 2004, "Bit-parallel LCS-length computation revisited".
    """
    count = len(one)
    if not count:
        return np.zeros(0, dtype=np.uint8)
    patterns, position = np.unique(one, return_inverse=True)
    masks = _pattern_masks(codes[patterns])
    start = position.reshape(-1) * LETTERS
    longest = int(lengths[other].max(initial=0))
    state = np.full(count, np.uint64(0xFFFFFFFFFFFFFFFF))
    text = np.ascontiguousarray(codes[other, :longest].T)
    for step in range(longest):
        hits = masks[start + text[step]]
        both = state & hits
        state = (state + both) | (state - both)
    return _zeros(state, lengths[one])


def _pattern_masks(codes: np.ndarray) -> np.ndarray:
    """(m * LETTERS,) uint64: bit k of (pattern, letter) is set where the pattern's k-th letter is this one."""
    masks = np.zeros(len(codes) * LETTERS, dtype=np.uint64)
    start = np.arange(len(codes)) * LETTERS
    for place in range(codes.shape[1]):
        letter = codes[:, place]
        if not letter.any():
            break
        masks[start + letter] |= np.uint64(1 << place)
    masks[start] = 0  # what lies behind the end is no letter
    return masks


def _zeros(state: np.ndarray, lengths: np.ndarray) -> np.ndarray:
    """Zero bits among the lowest ``lengths`` ones."""
    size = lengths.astype(np.uint64)
    low = np.where(size >= 64, np.uint64(0xFFFFFFFFFFFFFFFF), (np.uint64(1) << (size % np.uint64(64))) - np.uint64(1))
    left = ~state & low
    counts = _BITS[left.view(np.uint8).reshape(-1, 8)]
    return counts.sum(axis=1).astype(np.uint8)


_BITS = np.array([bin(value).count("1") for value in range(256)], dtype=np.uint8)


# ---------------------------------------------------------------------- sound
_LEAD_SOUND = ("k", "k", "n", "t", "t", "r", "m", "p", "p", "s", "s", "", "c", "c", "c", "k", "t", "p", "h")
_VOWEL_SOUND = ("a", "e", "a", "e", "o", "e", "o", "e", "o", "a", "e", "e", "o", "u", "o", "e", "i", "u", "u", "i", "i")
_TAIL_SOUND = ("", "k", "k", "k", "n", "n", "n", "t", "r", "k", "m", "r", "r", "r", "p", "r", "m", "p", "p", "t", "t",
               "n", "c", "t", "k", "t", "p", "t")  # fmt: skip
_FOLDED = (
    ("sch", "s"), ("sh", "s"), ("ch", "c"), ("ck", "k"), ("ph", "p"), ("th", "t"), ("ng", "n"), ("eo", "o"),
    ("eu", "u"), ("ae", "e"), ("oe", "e"), ("ye", "e"), ("ya", "a"), ("yo", "o"), ("yu", "u"), ("wa", "a"),
    ("wo", "o"), ("we", "e"), ("wi", "i"), ("ee", "i"), ("oo", "u"), ("ou", "u"), ("g", "k"), ("q", "k"), ("x", "ks"),
    ("d", "t"), ("b", "p"), ("v", "p"), ("f", "p"), ("l", "r"), ("j", "c"), ("z", "c"), ("y", "i"), ("w", "u"),
)  # fmt: skip
"""Spellings of one sound in Latin letters, longest first."""


def sound(text: str) -> str:
    """A rough spelling by sound, in Latin letters, for names that one register has in Hangul and another in Latin."""
    parts: list[str] = []
    for sign in text:
        code = ord(sign)
        if _FIRST <= code <= _LAST:
            code -= _FIRST
            parts += (_LEAD_SOUND[code // (_VOWELS * _TAILS)], _VOWEL_SOUND[code // _TAILS % _VOWELS],
                      _TAIL_SOUND[code % _TAILS])  # fmt: skip
        else:
            parts.append(sign)
    spelled = "".join(parts)
    if any("a" <= sign <= "z" for sign in text):
        for found, used in _FOLDED:
            spelled = spelled.replace(found, used)
    made = [sign for at, sign in enumerate(spelled) if at == 0 or sign != spelled[at - 1]]
    return "".join(made)
