"""How names agree: the whole, the particular part of it, by sound, in parts."""

from __future__ import annotations

import re

import numpy as np

from ...errors import Tick, no_tick
from .letters import sound
from .measures import Texts, once_per_pair
from .types import DISAGREE, MISSING, Normal

NAME_LABELS = ("missing", "different", "weak", "alike", "stem", "slip", "equal")
WEAK, ALIKE, STEM, SLIP, EQUAL = range(2, 7)
_RATIO = (0.62, 0.75)
_COSINE = (0.35, 0.6, 0.85)
"""Cuts of the share of common letters for weak and alike, of the cosine for weak, alike and slip."""
_SLIP, _ONE_LETTER = 0.9, 2.5
"""A name with a slip: so many letters are common, or all but one (which counts on both sides)."""
_SOUND = 0.8
_LEAST_BEGIN = 4
"""Letters of a name that is the beginning of another one, to be taken for a short form of it."""
_LEAST_SLIP = 7
"""Letters of names that are taken for one with a slip: one wrong letter of fewer makes another word."""
LEAST_PLACES = 4
"""Places at which two different names must stand for one another to be taken for names of one chain."""
BRANCH_LABELS = ("missing", "different", "alike", "equal")
_LATIN = re.compile(r"[a-z]{3}")
_NO_DIGIT = re.compile(r"\D+")
_OTHER = re.compile(r"[^\x00-\x7f]")


class Names:
    """The names of all rows, ready to be compared."""

    def __init__(self, normal: Normal, tick: Tick = no_tick) -> None:
        table = normal.table
        self._gram = 2 if normal.profile.startswith("k") else 3
        self.core = Texts(table["core"].to_numpy(dtype=object), self._gram)
        self.stem = Texts(table["stem"].to_numpy(dtype=object), self._gram)
        tick(0.1)
        self.full = Texts(table["full"].to_numpy(dtype=object)).code
        self.branch = Texts(table["branch"].to_numpy(dtype=object))
        self.attached = Texts(table["attached"].to_numpy(dtype=object)).code
        self.alias = table["alias"].to_numpy(dtype=object)
        self.cores = table["core"].to_numpy(dtype=object)
        self.known = table["kind"].to_numpy(dtype=object) != ""
        tick(0.2)
        self.words = None if normal.profile.startswith("k") else Texts(table["words"].to_numpy(dtype=object), 3)
        self.learned = np.empty(0, dtype=np.int64)
        rows = max(len(table), 1)
        self._core_share = np.bincount(self.core.code[self.core.code >= 0]) / rows
        self._stem_share = np.bincount(self.stem.code[self.stem.code >= 0]) / rows
        self._foreign = np.array([bool(_LATIN.search(text)) for text in self.core.unique], dtype=bool)
        self._digits = Texts(np.array([_NO_DIGIT.sub("", text) for text in self.core.unique], dtype=object)).code
        self._native = np.array([bool(_OTHER.search(text)) for text in self.core.unique], dtype=bool)

    def compare(self, a: np.ndarray, b: np.ndarray, tick: Tick = no_tick) -> tuple[np.ndarray, dict[str, np.ndarray]]:
        """Levels (p,) int8 and similarities of pairs of rows."""
        one, other = self.core.code[a], self.core.code[b]
        known = (one >= 0) & (other >= 0)
        level = np.where(known, DISAGREE, MISSING).astype(np.int8)
        ratio = np.where(known, 1.0, np.nan).astype(np.float32)
        cosine = ratio.copy()
        equal = known & ((one == other) | (self.full[a] == self.full[b]))
        apart = np.flatnonzero(known & ~equal)
        ratio[apart], cosine[apart], best = self._apart(a[apart], b[apart], tick)
        level[apart] = np.maximum(level[apart], best)
        level[equal] = EQUAL
        self._aliases(a, b, level)
        level[known & (self.attached[a] != self.attached[b])] = DISAGREE
        return level, {"name": np.fmax(ratio, cosine), "name_letters": ratio, "name_grams": cosine}

    def _apart(self, a: np.ndarray, b: np.ndarray, tick: Tick) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Share of common letters, cosine and level of pairs of different names."""
        one, other = self.core.code[a], self.core.code[b]
        left, right = self.stem.code[a], self.stem.code[b]
        if self.words is None:
            cosine = once_per_pair(left, right, len(self.stem.unique), self.stem.cosine)
        else:
            cosine = once_per_pair(one, other, len(self.core.unique), self.core.cosine)
            cosine = np.maximum(cosine, self._by_words(a, b))
        tick(0.2)
        ratio = once_per_pair(left, right, len(self.stem.unique), self.stem.ratio)
        tick(0.6)
        # Where only one name has a word for its kind, the other one's may be misspelled: the whole names count too.
        odd = np.flatnonzero(self.known[a] != self.known[b])
        ratio[odd] = np.maximum(ratio[odd], once_per_pair(one[odd], other[odd], len(self.core.unique), self.core.ratio))
        tick(0.9)
        level = np.minimum(1 + np.searchsorted(_RATIO, ratio, side="right"), ALIKE).astype(np.int8)
        by_grams = 1 + np.searchsorted(_COSINE, cosine, side="right")
        if self.words is None:
            by_grams = np.minimum(by_grams, ALIKE)  # a Korean name has few grams
        else:
            by_grams = np.where(by_grams > ALIKE, SLIP, by_grams)
        level = np.maximum(level, by_grams).astype(np.int8)
        size = self.stem.letters[1]
        shorter, both = np.minimum(size[left], size[right]), size[left].astype(np.int64) + size[right]
        slip = (ratio >= _SLIP) | ((1 - ratio) * both < _ONE_LETTER)
        level[slip & (shorter >= _LEAST_SLIP)] = SLIP
        level = np.minimum(level, self._most_by_digits(one, other))
        level[left == right] = STEM if self.words is None else SLIP
        level = np.maximum(level, self._begin(self.stem, left, right))
        if self.words is not None:
            level = np.maximum(level, self._begin(self.core, one, other))
        level = np.maximum(level, self._learned_level(left, right))
        return ratio, cosine, np.maximum(level, self._sounds(one, other))

    def _most_by_digits(self, one: np.ndarray, other: np.ndarray) -> np.ndarray:
        """The best level that the numbers in names leave: 가나101호 is not 가나105호."""
        left, right = self._digits[one], self._digits[other]
        apart = np.where((left >= 0) & (right >= 0), WEAK, ALIKE)
        return np.where(left == right, EQUAL, apart).astype(np.int8)

    def _by_words(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """Cosine of the words with their blanks: in names of several words their order is of no account."""
        words = self.words
        if words is None:
            return np.zeros(len(a), dtype=np.float32)
        return once_per_pair(words.code[a], words.code[b], len(words.unique), words.cosine)

    def _begin(self, texts: Texts, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        """Level of pairs of which one text begins the other one."""
        size = texts.letters[1]
        level = np.full(len(left), DISAGREE, dtype=np.int8)
        at = np.flatnonzero(np.minimum(size[left], size[right]) >= _LEAST_BEGIN)
        level[at[texts.begins(left[at], right[at])]] = ALIKE
        return level

    def _sounds(self, one: np.ndarray, other: np.ndarray) -> np.ndarray:
        """Level of pairs of which one name is in Latin letters and the other one is not."""
        level = np.full(len(one), DISAGREE, dtype=np.int8)
        mixed = self._foreign[one] & ~self._foreign[other] & self._native[other]
        mixed |= self._foreign[other] & ~self._foreign[one] & self._native[one]
        at = np.flatnonzero(mixed)
        if not len(at):
            return level
        used = np.unique(np.r_[one[at], other[at]])
        spoken = Texts(np.array([sound(self.core.unique[number]) for number in used], dtype=object))
        left, right = (spoken.code[np.searchsorted(used, codes[at])] for codes in (one, other))
        good = (left >= 0) & (right >= 0)
        left, right, at = left[good], right[good], at[good]
        ratio = spoken.ratio(left, right)
        shorter = np.minimum(spoken.letters[1][left], spoken.letters[1][right])
        level[at[(ratio >= _SOUND) | (spoken.begins(left, right) & (shorter > _LEAST_BEGIN))]] = STEM
        return level

    def _aliases(self, a: np.ndarray, b: np.ndarray, level: np.ndarray) -> None:
        """A name in brackets that is the other row's name."""
        for left, right in ((a, b), (b, a)):
            at = np.flatnonzero((self.alias[left] != "") & (level > MISSING) & (level < STEM))
            mine, theirs = self.alias[left[at]], self.cores[right[at]]
            same = np.array([x == y or x == z for x, y, z in zip(mine, theirs, self.alias[right[at]])], dtype=bool)
            level[at[same]] = STEM

    # ------------------------------------------------------------------ names that stand for one another
    def learn(self, a: np.ndarray, b: np.ndarray, place: np.ndarray) -> None:
        """Learn which different names stand for one another, from pairs that are sure to be the same otherwise.

        A chain that one register has in Hangul and another one in Latin letters, or under its older name, shows at many
        places; two businesses that happen to share everything else show at one.

        Args:
            a, b: rows of such pairs; place: (n,) code of the place of each row.
        """
        one, other = self.stem.code[a], self.stem.code[b]
        good = (one >= 0) & (other >= 0) & (one != other)
        low, high = np.minimum(one, other)[good], np.maximum(one, other)[good]
        size = len(self.stem.unique)
        seen = np.unique(np.column_stack([low * np.int64(size) + high, place[a][good]]), axis=0)
        pairs, times = np.unique(seen[:, 0], return_counts=True)
        self.learned = pairs[times >= LEAST_PLACES]

    def _learned_level(self, left: np.ndarray, right: np.ndarray) -> np.ndarray:
        codes = np.minimum(left, right).astype(np.int64) * len(self.stem.unique) + np.maximum(left, right)
        return np.where(np.isin(codes, self.learned), STEM, DISAGREE).astype(np.int8)

    def shares(self, a: np.ndarray, b: np.ndarray, level: np.ndarray) -> np.ndarray:
        """(p,) float32 share of the rows whose core (stem) is the one that a pair agrees in; NaN without one."""
        found = np.full(len(a), np.nan, dtype=np.float32)
        one, other = self.core.code[a], self.core.code[b]
        same = (one == other) & (one >= 0)
        found[same] = self._core_share[one[same]]
        left, right = self.stem.code[a], self.stem.code[b]
        same = (left == right) & (left >= 0) & np.isnan(found) & (level >= STEM)
        found[same] = self._stem_share[left[same]]
        return found

    def branches(self, a: np.ndarray, b: np.ndarray) -> np.ndarray:
        """(p,) int8 levels of the branches."""
        one, other = self.branch.code[a], self.branch.code[b]
        known = (one >= 0) & (other >= 0)
        level = np.where(known, np.where(one == other, 3, DISAGREE), MISSING).astype(np.int8)
        level[self.attached[a] != self.attached[b]] = DISAGREE
        at = np.flatnonzero(known & (one != other))
        if len(at):
            ratio = once_per_pair(one[at], other[at], len(self.branch.unique), self.branch.ratio)
            texts = self.branch.unique
            digits = np.array([text.isdigit() for text in texts], dtype=bool)
            numbered = digits[one[at]] | digits[other[at]]
            part = np.array([x.startswith(y) or y.startswith(x) or x.endswith(y) or y.endswith(x)
                             for x, y in zip(texts[one[at]], texts[other[at]])], dtype=bool)  # fmt: skip
            level[at[((ratio >= 0.8) | part) & ~numbered]] = 2
        return level
