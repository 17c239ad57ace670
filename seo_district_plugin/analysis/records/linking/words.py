"""The words by which names are read: company forms, kinds of business, spellings. Data, one JSON file per profile."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ...errors import AnalysisError
from .types import PROFILES

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Words:
    """What a profile knows.

    Attributes:
        language: one of types.PROFILES.
        forms: legal forms of companies, lower case, longest first.
        remarks: whole contents of brackets that say nothing of the name; remark_patterns: what is cut off a name.
        nameless: what people write where there is no name.
        branch_ends: words with which a branch ends, besides 점 alone; no_branch: words in 점 that are no branches.
        attached: words that tell of a house of its own inside, or beside, another one of the same name.
        words: Latin word -> how it is read; letters: letter -> its reading.
        spellings: variant -> usual spelling.
        numerals: numeral in letters -> digits.
        area_codes: of telephone numbers, with the leading 0.
        articles: words without weight at either end of a name.
        kinds: words for a kind of business at the end of a name -> class.
        categories: words of a register's categories -> class.
        groups: class -> groups it belongs to; classes of a common group are related.
    """

    language: str
    forms: tuple[str, ...] = ()
    remarks: frozenset[str] = frozenset()
    remark_patterns: tuple[str, ...] = ()
    nameless: frozenset[str] = frozenset()
    branch_ends: tuple[str, ...] = ()
    no_branch: tuple[str, ...] = ()
    attached: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    letters: Mapping[str, str] = field(default_factory=dict)
    spellings: Mapping[str, str] = field(default_factory=dict)
    numerals: Mapping[str, str] = field(default_factory=dict)
    area_codes: tuple[str, ...] = ()
    articles: frozenset[str] = frozenset()
    kinds: Mapping[str, str] = field(default_factory=dict)
    categories: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def korean(self) -> bool:
        return self.language == PROFILES[0]


def read_words(path: Path) -> Words:
    """The words of a file.

    Raises:
        AnalysisError: ``link_words_unreadable`` (file) for a file that is no such table.
    """
    try:
        given = json.loads(Path(path).read_text(encoding="utf-8"))
        return words_of(given)
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as problem:
        raise AnalysisError("link_words_unreadable", file=Path(path).name) from problem


def words_of(given: Mapping[str, Any]) -> Words:
    """Words from the content of a file; what is left out is empty.

    Raises:
        KeyError: no ``language``. ValueError: an unknown one.
    """
    if given["language"] not in PROFILES:
        raise ValueError(given["language"])
    respell = Replacer(_changing(given.get("spellings", {})))
    kinds: dict[str, str] = {}
    categories: dict[str, str] = {}
    for name, each in given.get("industries", {}).items():
        for word in each.get("names", ()):
            kinds.setdefault(respell(word.lower()), name)
        for word in each.get("categories", ()):
            categories.setdefault(word.lower(), name)
    return Words(
        language=given["language"],
        forms=tuple(sorted({form.lower() for form in given.get("forms", ())}, key=lambda form: (-len(form), form))),
        remarks=frozenset(given.get("remarks", ())),
        remark_patterns=tuple(given.get("remark_patterns", ())),
        nameless=frozenset(_SPACE.sub("", word.lower()) for word in given.get("nameless", ())),
        branch_ends=tuple(sorted(given.get("branch_ends", ()), key=lambda word: (-len(word), word))),
        no_branch=tuple(given.get("no_branch", ())),
        attached=tuple(sorted(given.get("attached", ()), key=lambda word: (-len(word), word))),
        words=dict(given.get("words", {})),
        letters=dict(given.get("letters", {})),
        spellings=_changing(given.get("spellings", {})),
        numerals=dict(given.get("numerals", {})),
        area_codes=tuple(given.get("area_codes", ())),
        articles=frozenset(given.get("articles", ())),
        kinds=kinds,
        categories=categories,
        groups={name: tuple(each.get("groups", ())) for name, each in given.get("industries", {}).items()},
    )


def _changing(table: Mapping[str, str]) -> dict[str, str]:
    return {variant: usual for variant, usual in table.items() if variant != usual}


class Replacer:
    """Replaces whole variants in one pass over the text, the longest first."""

    def __init__(self, table: Mapping[str, str], *, whole_words: bool = False) -> None:
        self._table = dict(table)
        body = "|".join(map(re.escape, sorted(self._table, key=lambda word: (-len(word), word))))
        if whole_words:
            body = rf"(?<![a-z0-9])(?:{body})(?![a-z0-9])"
        self._pattern = re.compile(body) if self._table else None

    def __call__(self, text: str) -> str:
        if self._pattern is None:
            return text
        return self._pattern.sub(lambda match: self._table[match.group()], text)
