"""Names of businesses: made up from words, and written down differently by every register."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .businesses_kinds import KINDS
from .businesses_words import (
    ADJECTIVES,
    BRANCH_PLACES,
    COMPANY_FORMS,
    COMPANY_KINDS,
    LETTERS,
    NOUNS,
    SYLLABLES_FIRST,
    SYLLABLES_SECOND,
)
from .faults_rates import rate
from .faults_text import slip

_KIND_LIST = list(KINDS.values())
COMPANY_SHARE = 0.22  # of the businesses of kinds that may be companies; an assumption
NAMELESS = 0.16  # of the businesses: no word for their kind in the name; an assumption
PLACE_FROM, PLACE_TO = 0.88, 0.96  # draws for which a name is that of its place
SPACED = 0.30  # of the names: a blank before the word for the kind; real shop register: 1 % (it drops blanks)


@dataclass
class Names:
    """Parts of n names, as lists of texts ("" = none).

    Attributes:
        kind: index into the kinds.
        core: what is particular about the name, or the chain's name.
        other: another spelling of the chain.
        word: word for the kind.
        branch: branch of a chain, or of a business with two houses.
        form: legal form in front.
        blank: a blank before the word.
    """

    kind: np.ndarray
    core: list[str]
    other: list[str]
    word: list[str]
    branch: list[str]
    form: list[str]
    blank: list[bool]

    def official(self, i: int) -> str:
        """The name in full, as on the sign and in the license."""
        word = f" {self.word[i]}" if self.blank[i] and self.word[i] else self.word[i]
        branch = f" {self.branch[i]}" if self.branch[i] else ""
        return f"{self.form[i]}{self.core[i]}{word}{branch}"


def make_names(
    kind: np.ndarray,
    chain: np.ndarray,
    places: list[list[str]],
    dong: np.ndarray,
    rng: np.random.Generator,
    variety: float = 1.0,
) -> Names:
    """Names of n businesses.

    Args:
        kind: (n,) index into the kinds.
        chain: (n,) bool.
        places: per dong the words that branches there are called by.
        dong: (n,) index into ``places``.
        variety: share of the words that are used, in (0, 1]: in a small sample fewer, so that names repeat as they do
            among the many businesses of a whole district.
    """
    count = len(kind)

    def words(texts: Sequence[str]) -> int:
        return max(2, round(len(texts) * variety))

    nouns = rng.choice(words(NOUNS), size=(count, 2), p=_weights(words(NOUNS), 0.35))
    adjectives = rng.choice(words(ADJECTIVES), size=count, p=_weights(words(ADJECTIVES), 0.35))
    first, second = (rng.integers(0, words(each), count) for each in (SYLLABLES_FIRST, SYLLABLES_SECOND))
    shape, which, form, blank, nameless, branch = rng.random((6, count))
    letters = rng.integers(0, len(LETTERS), count)
    made = Names(kind, [], [], [], [], [], (blank < SPACED).tolist())
    for i in range(count):
        own = _KIND_LIST[kind[i]]
        if chain[i]:
            name, _, other = own.brands[_skewed(which[i], len(own.brands))].partition("/")
            word = ""
        else:
            name = _core(shape[i], nouns[i], adjectives[i], first[i], second[i], letters[i], places[dong[i]], which[i])
            other = ""
            is_place = PLACE_FROM <= shape[i] < PLACE_TO  # which alone is no name
            bare = nameless[i] < NAMELESS and not is_place
            # The rarer the word, the further back it stands.
            word = "" if bare else own.words[_skewed(which[i], len(own.words))]
        made.core.append(name)
        made.other.append(other)
        made.word.append(word)
        made.branch.append(_branch(branch[i], bool(chain[i]), places[dong[i]]))
        is_company = own.id in COMPANY_KINDS and form[i] < COMPANY_SHARE
        made.form.append(COMPANY_FORMS[int(form[i] / COMPANY_SHARE * len(COMPANY_FORMS))] if is_company else "")
    return made


def branch_places(dong_names: list[str], roads: list[list[str]], variety: float = 1.0) -> list[list[str]]:
    """Per dong the words that its branches are called by: the dong with a place in it, its roads."""
    made = []
    places = BRANCH_PLACES[: max(1, round(len(BRANCH_PLACES) * variety))]
    for name, own_roads in zip(dong_names, roads):
        base = name.removesuffix("동").rstrip("0123456789")
        made.append([base, *(base + place for place in places), *own_roads[: round(40 * variety)]])
    return made


def _weights(count: int, power: float) -> np.ndarray:
    weights = (np.arange(count) + 8.0) ** -power
    return weights / weights.sum()


def _skewed(u: float, count: int) -> int:
    """A place of a list, the first ones more often."""
    return int(u**1.6 * count)


def _core(
    shape: float, nouns: np.ndarray, adjective: int, first: int, second: int, letters: int, places: list[str], u: float
) -> str:
    """What is particular about a name: one word, two, a made-up one, a place or letters."""
    noun = NOUNS[nouns[0]]
    if shape < 0.20:
        return noun
    if shape < 0.42:
        return noun + NOUNS[nouns[1]]
    if shape < 0.60:
        return f"{ADJECTIVES[adjective]}{noun}"
    made_up = SYLLABLES_FIRST[first] + SYLLABLES_SECOND[second]
    if shape < 0.74:
        return made_up
    if shape < PLACE_FROM:
        return made_up + noun
    if shape < PLACE_TO:
        return places[int(u * len(places))]
    return LETTERS[letters] + noun


def _branch(u: float, chain: bool, places: list[str]) -> str:
    if not chain:
        return "2호점" if u < 0.006 else "본점" if u < 0.010 else ""
    if u < 0.08:
        return ""
    place = places[int((u - 0.08) / 0.92 * len(places))]
    return f"{place}점"


# ---------------------------------------------------------------------- as registers write them
@dataclass
class Written:
    """Names of a register's rows: texts, branches in a column of their own, (row, kind of fault) of what differs."""

    names: list[str]
    branches: list[str]
    faults: list[tuple[int, str]]


def write_names(names: Names, rows: np.ndarray, register: str, rng: np.random.Generator) -> Written:
    """The names of ``rows`` (indices into names, with repetitions) as a register has them."""
    kinds = ("name_spacing", "name_company_form", "name_branch_dropped", "name_branch_brackets", "name_synonym",
             "name_abbreviated", "name_alias", "name_typo", "name_remark")  # fmt: skip
    draws = rng.random((len(rows), len(kinds) + 3))
    hit = draws[:, : len(kinds)] < np.array([rate(kind, register) for kind in kinds])
    made = Written([], [], [])
    for at, i in enumerate(rows.tolist()):
        flags = hit[at] if hit[at].any() else None
        name, branch, found = _written(names, i, register, flags, draws[at, len(kinds) :])
        made.names.append(name)
        made.branches.append(branch)
        if found:
            made.faults.extend((at, kind) for kind in found)
    return made


_PLAIN = np.zeros(9, dtype=bool)


def _written(
    names: Names, i: int, register: str, flags: np.ndarray | None, u: np.ndarray
) -> tuple[str, str, list[str]]:
    """One name: the text, its branch (shop register only), what was done to it."""
    compact = register == "stores"  # this register knows no blanks and has branches in their own column
    if flags is None and not compact:
        return names.official(i), "", []
    flags = _PLAIN if flags is None else flags
    found = []
    core, word, branch, form, tail = names.core[i], names.word[i], names.branch[i], names.form[i], ""
    if flags[6] and names.other[i]:
        core = names.other[i]
        found.append("name_alias")
    if word and flags[4]:
        words = [each for each in KINDS_WORDS[names.kind[i]] if each != word]
        if words:
            word = words[int(u[0] * len(words))]
            found.append("name_synonym")
    elif word and flags[5]:
        word = "" if u[0] < 0.6 else word[:1]
        found.append("name_abbreviated")
    if form and flags[1]:
        form, tail = _other_form(form, u[0])
        found.append("name_company_form")
    if branch and flags[2]:
        branch = ""
        found.append("name_branch_dropped")
    blank = " " if names.blank[i] and word else ""
    if flags[0] and (word or branch):
        blank = "" if blank or not word else " "
        found.append("name_spacing")
    name = f"{form}{core}{blank}{word}{tail}"
    if flags[7]:
        wrong = slip(name, u[1], u[2])
        found += ["name_typo"] if wrong != name else []
        name = wrong
    if compact:
        name = name.replace(" ", "")
        if branch and u[0] < 0.45:  # of the shops with a branch: it stands in the name
            return name + branch, "", found
        return name, branch, found
    if branch:
        bracket = flags[3]
        found += ["name_branch_brackets"] if bracket else []
        gap = "" if flags[0] else " "
        name = f"{name}({branch})" if bracket else f"{name}{gap}{branch}"
    if flags[8]:
        name += ("(구)", "(휴업중)", " 외1", "(직영)", "*")[int(u[1] * 5)]
        found.append("name_remark")
    return name, "", found


def _other_form(form: str, u: float) -> tuple[str, str]:
    """Another way to write a legal form: left out, behind the name, or with other signs."""
    limited = "유" in form
    if u < 0.45:
        return "", ""
    if u < 0.70:
        return "", "(유)" if limited else "(주)"
    if u < 0.85:
        return ("유한회사 " if form == "(유)" else "(유)") if limited else (
            "주식회사 " if form != "주식회사 " else "(주)"
        ), ""
    return "", " 유한회사" if limited else " 주식회사"


KINDS_WORDS = [kind.words for kind in _KIND_LIST]
