"""Names that differ by one typing error: one syllable or letter wrong, missing, too many, or two changed places.

Deletion neighborhoods (Garbe 2012, "SymSpell"): two names within one edit share a form with at most one character left
out. Digits are never touched. Syllables that tell sister streets apart (동 and 서, 로 and 길) are no typing errors.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

TELLING = frozenset("동서남북중앞뒤안윗아래상하신구대소로길가나다라마바사일이삼사오육칠팔구십읍면리")
"""An edit within these makes another street, not a misspelled one."""

SHORTEST = 2
"""Characters besides digits and ending that a name needs to be mended; with three a whole syllable may be wrong."""

_ENDING = re.compile(r"(대로|로|길|번길|동|리|street|strasse|avenue|road)$")
_LEADS, _VOWELS, _TAILS = 19, 21, 28


class Spelling:
    """Finds the names of a list that are one typing error away."""

    def __init__(self, names: Iterable[str]) -> None:
        self.names: Sequence[str] = sorted(set(names))
        self._forms: dict[str, list[int]] = defaultdict(list)
        for number, name in enumerate(self.names):
            for form in _forms(name):
                self._forms[form].append(number)

    def near(self, name: str) -> list[tuple[int, int]]:
        """``(position in names, weight)`` of the names one edit away, best first; 1 for one jamo, 2 for a syllable."""
        numbers = {number for form in _forms(name) for number in self._forms.get(form, ())}
        found = []
        for number in numbers:
            weight = edit_weight(name, self.names[number])
            if weight:
                found.append((number, weight))
        return sorted(found, key=lambda pair: (pair[1], self.names[pair[0]]))


def edit_weight(one: str, other: str) -> int:
    """1 for one wrong jamo, 2 for one wrong, missing or added syllable or two swapped ones; 0 for any other pair."""
    if one == other or abs(len(one) - len(other)) > 1 or _digits(one) != _digits(other):
        return 0
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    if any(character.isdigit() for character in left + right):
        return 0
    if set(left + right) <= TELLING:
        return 0
    core = len(_ENDING.sub("", re.sub(r"\d+번?[가-힣]?길?$", "", other)))
    if len(left) == len(right) == 1:
        if _one_jamo(left, right) and core >= SHORTEST:
            return 1
        return 2 if core > SHORTEST else 0
    swapped = len(left) == 2 and left == right[::-1]
    return 2 if (swapped or len(left) + len(right) == 1) and core > SHORTEST else 0


def _forms(name: str) -> set[str]:
    return {name, *(name[:at] + name[at + 1 :] for at in range(len(name)) if not name[at].isdigit())}


def _digits(name: str) -> list[str]:
    return re.findall(r"\d+", name)


def _one_jamo(one: str, other: str) -> bool:
    """True for two Hangul syllables that differ in one of lead, vowel and tail."""
    if not ("가" <= one <= "힣" and "가" <= other <= "힣"):
        return False
    first, second = (divmod(ord(character) - 0xAC00, _TAILS) for character in (one, other))
    parts = (*divmod(first[0], _VOWELS), first[1]), (*divmod(second[0], _VOWELS), second[1])
    return sum(a != b for a, b in zip(*parts)) == 1
