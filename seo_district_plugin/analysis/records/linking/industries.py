"""Categories of different registers brought to common classes, by the words that they consist of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from .words import Words

_SIGNS = re.compile(r"[\s·ㆍ,/()\[\]&-]+")
ANY = "any"
"""A group that is related to every class: what anybody may also do (mail order)."""


class Industries:
    """Finds the class of a category; the longest word decides, of equally long ones the last in the text."""

    def __init__(self, words: Words) -> None:
        self._words: Mapping[str, str] = {_SIGNS.sub("", word): name for word, name in words.categories.items()}
        self._listed = sorted(self._words, key=lambda word: (-len(word), word))

    def __call__(self, given: str) -> str:
        """The class, "" where no word is known."""
        if not given:
            return ""
        text = _SIGNS.sub("", unicodedata.normalize("NFKC", given).lower())
        best, at = "", -1
        for word in self._listed:
            if len(word) < len(best):
                break
            found = text.rfind(word)
            if found >= 0 and (len(word) > len(best) or found > at):
                best, at = word, found
        return self._words.get(best, "")

    def column(self, values: np.ndarray) -> np.ndarray:
        """Classes of a column, (n,) object."""
        codes, unique = pd.factorize(values)
        found = np.empty(len(unique) + 1, dtype=object)
        found[:] = [*(self(str(text)) for text in unique), ""]
        return found[codes]


def related(one: np.ndarray, other: np.ndarray, groups: Mapping[str, Sequence[str]]) -> np.ndarray:
    """(n,) bool: classes with a group in common; a class of group "any" is related to all."""
    names = sorted({group for own in groups.values() for group in own})
    bits = {name: np.uint64(1 << position) for position, name in enumerate(names[:63])}
    every = np.uint64(2**63)

    def mask(values: np.ndarray) -> np.ndarray:
        codes, unique = pd.factorize(values)
        made = np.zeros(len(unique) + 1, dtype=np.uint64)
        for at, name in enumerate(unique):
            for group in groups.get(name, ()):
                made[at] |= every if group == ANY else bits.get(group, np.uint64(0))
        return made[codes]

    first, second = mask(one), mask(other)
    known = (first != 0) & (second != 0)
    return known & (((first & second) != 0) | (((first | second) & every) != 0))
