"""How alike texts are, worked out once per pair of different texts: common letters and common weighted grams."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd

from ...errors import Tick, no_tick
from .grams import Grams, row_products, weigh
from .letters import MOST, common_letters, letter_codes

CHUNK = 100_000
"""Pairs of texts between two ticks."""
_HEAD = 4  # letters that are looked at first


class Texts:
    """A column of texts, each different one once.

    Attributes:
        code: (n,) int64 number of the row's text, -1 for a blank one.
        unique: the different texts.
    """

    def __init__(self, values: np.ndarray, gram: int = 2) -> None:
        codes, unique = pd.factorize(values)
        unique = np.asarray(unique, dtype=object)
        blank = np.array([text == "" for text in unique], dtype=bool)
        number = np.where(blank, -1, np.cumsum(~blank) - 1)
        self.code = np.where(codes >= 0, number[codes], -1) if len(unique) else np.full(len(values), -1)
        self.unique = unique[~blank]
        self._gram = gram
        self._letters: tuple[np.ndarray, np.ndarray] | None = None
        self._grams: Grams | None = None

    @property
    def letters(self) -> tuple[np.ndarray, np.ndarray]:
        """Letter codes of the different texts, and how many."""
        if self._letters is None:
            parts = [letter_codes(self.unique[at : at + CHUNK]) for at in range(0, len(self.unique), CHUNK)]
            parts = parts or [letter_codes(self.unique)]
            self._letters = np.concatenate([part[0] for part in parts]), np.concatenate([part[1] for part in parts])
        return self._letters

    @property
    def grams(self) -> Grams:
        """Weighted grams of the different texts."""
        if self._grams is None:
            self._grams = weigh(self.unique, self._gram)
        return self._grams

    def ratio(self, one: np.ndarray, other: np.ndarray, tick: Tick = no_tick) -> np.ndarray:
        """(p,) float32 share of common letters of pairs of texts (numbers of them), 2 |common| / (|one| + |other|).

        Texts are compared in their first letters (64) only.
        """
        codes, lengths = self.letters
        made = np.zeros(len(one), dtype=np.float32)
        order = np.argsort(one, kind="stable")  # the table of a text is built once for all its pairs
        for first in range(0, len(one), CHUNK):
            tick(first / len(one))
            at = order[first : first + CHUNK]
            common = common_letters(codes, lengths, one[at], other[at])
            total = lengths[one[at]].astype(np.float32) + lengths[other[at]]
            made[at] = 2.0 * common / np.maximum(total, 1)
        return made

    def cosine(self, one: np.ndarray, other: np.ndarray, tick: Tick = no_tick) -> np.ndarray:
        """(p,) float32 cosine of weighted grams of pairs of texts."""
        made = np.zeros(len(one), dtype=np.float32)
        for first in range(0, len(one), CHUNK):
            tick(first / len(one))
            part = slice(first, first + CHUNK)
            made[part] = row_products(self.grams.matrix, one[part], other[part])
        return made

    def begins(self, one: np.ndarray, other: np.ndarray) -> np.ndarray:
        """(p,) bool: the shorter text is the beginning of the longer one."""
        codes, lengths = self.letters
        made = np.zeros(len(one), dtype=bool)
        at = np.flatnonzero((lengths[one] > 0) & (lengths[other] > 0))
        for first, last in ((0, _HEAD), (_HEAD, MOST)):  # most pairs differ in their first letters
            kept = [np.empty(0, dtype=np.int64)]
            for start in range(0, len(at), CHUNK):
                own = at[start : start + CHUNK]
                left, right = codes[one[own], first:last], codes[other[own], first:last]
                kept.append(own[((left == right) | (left == 0) | (right == 0)).all(axis=1)])
            at = np.concatenate(kept)
        made[at] = True
        return made

    def long(self, number: np.ndarray) -> np.ndarray:
        """(p,) bool: texts of which not all letters are compared."""
        return self.letters[1][number] >= MOST


def once_per_pair(
    one: np.ndarray, other: np.ndarray, size: int, measure: Callable[[np.ndarray, np.ndarray], np.ndarray]
) -> np.ndarray:
    """A measure of pairs of numbers below ``size``, worked out once per different pair; it is symmetric."""
    low, high = np.minimum(one, other), np.maximum(one, other)
    codes, position = np.unique(low.astype(np.int64) * size + high, return_inverse=True)
    return measure(codes // size, codes % size)[position.reshape(-1)]
