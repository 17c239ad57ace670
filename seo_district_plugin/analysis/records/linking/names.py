"""Names of businesses in parts: core, branch, what stands in brackets, word for the kind, as far as they can be told.

No grammar of names exists; the rules below are those of how registers write: legal form before or behind, branch behind
a blank, in brackets, in a column of its own or run together with the name, remarks in brackets or behind.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from .words import Replacer, Words

LONGEST = 200
"""Characters of a name that are read."""
LEAST_HEADS = 3
"""Names that have the same head before different branches, for the head to count as a chain."""
_BRACKET = re.compile(r"[(\[{<〈《【]([^()\[\]{}<>〈〉《》【】]*)(?:[)\]}>〉》】]|$)")
_SIGNS = re.compile(r"[^0-9a-z가-힣ㄱ-ㅎㅏ-ㅣ\u3400-\u9fff]+")
_NOT_WORD = re.compile(r"[\W_]+")
_LATIN = re.compile(r"[a-z]+")
_NUMBERED = re.compile(r"제?\s*(?<!\d)(\d{1,2})\s*(?:호\s*)?(?:지점|점|호관|호)$")
_OWN = re.compile(r"(본|직영|가맹|분|지)점$")
_SHORT_LATIN = 3
_BARE_FORMS, _LEAST_BARE = "주유", 3


class Name(NamedTuple):
    """One name.

    Attributes:
        full: all of it in one form, without blanks, legal form and remarks.
        core: without branch; stem: without branch, word for the kind and region too; "" never unless core is.
        alias: another name, from brackets.
        branch: without its ending; kind: class of business that a word of the name tells.
        words: core with its blanks.
        attached: word that tells of a house of its own at another one of the same name, which is in the core still.
    """

    full: str = ""
    core: str = ""
    stem: str = ""
    alias: str = ""
    branch: str = ""
    kind: str = ""
    words: str = ""
    attached: str = ""


NOTHING = Name()


class NameReader:
    """Reads names with the words of a profile and what it has learned of places and chains."""

    def __init__(self, words: Words, places: Iterable[str] = (), regions: Iterable[str] = ()) -> None:
        """
        Args:
            words: of the profile.
            places: names of dong and streets; regions: names of province, city and district that may stand in front.
        """
        self._words = words
        self._korean = words.korean
        self._forms = _forms(words)
        self._remarks = re.compile("|".join(words.remark_patterns)) if words.remark_patterns else None
        # What a text must hold for a legal form to be in it: looked at first, as most names have none.
        signs = {r"\(" if form[0] == "(" else re.escape(form[-2:]) for form in words.forms if not form.isascii()}
        self._form_sign = re.compile("|".join(sorted(signs | {"[a-z]", r"\("})))
        self._attached = re.compile("|".join(map(re.escape, words.attached))) if words.attached else None
        self._attached_ends = re.compile(f"(?:{self._attached.pattern})$") if self._attached else None
        self._read = Replacer(words.words, whole_words=True)
        self._respell = Replacer(words.spellings)
        numerals = "".join(sorted(words.numerals))
        self._numerals = re.compile(rf"([{numerals}])(?=\s*호\s*점|호점|호관)") if numerals else None
        ends = {(word[-1], len(word)) for word in words.kinds}  # last letter -> lengths of the words, longest first
        self._sizes = {
            letter: sorted((size for own, size in ends if own == letter), reverse=True) for letter, _ in ends
        }
        self._no_branch = (*words.no_branch, *(word for word in words.kinds if word.endswith("점")))
        self._regions: dict[str, list[str]] = {}  # by their first two letters, longest first
        for name in sorted({_compact(name) for name in regions if len(name) > 1}, key=lambda name: (-len(name), name)):
            self._regions.setdefault(name[:2], []).append(name)
        self._places = {_compact(name) for name in places if len(name) > 1}
        self._chains: set[str] = set()
        self._heads: dict[str, set[str]] = {}
        self._tails: set[str] = set()
        self._whole: set[str] = set()

    # ------------------------------------------------------------------ learning
    def learn(self, names: Iterable[str]) -> None:
        """Learn which words follow names as branches, and which names have several branches; may be called again."""
        if not self._korean:
            return
        for name in names:
            if not isinstance(name, str):
                continue
            self._whole.add(name)
            if not name.endswith("점"):
                continue
            head, _, tail = name.rpartition(" ")
            if head and self._is_branch(tail):
                self._tails.add(_compact(tail[:-1]))
                self._heads.setdefault(_compact(self._spell(head.lower())), set()).add(tail)

    def settle(self, branches: Iterable[str] = ()) -> None:
        """End of learning.

        Args:
            branches: what a column of branches holds.
        """
        self._tails |= {_compact(_bare_branch(str(branch))) for branch in branches if branch}
        self._places |= {tail for tail in self._tails if len(tail) > 1}
        self._chains |= {head for head, found in self._heads.items() if len(found) >= LEAST_HEADS and len(head) > 1}

    # ------------------------------------------------------------------ reading
    def __call__(self, given: str, branch_given: str = "") -> Name:
        """Read one name; never raises."""
        text = _plain(given)[:LONGEST].lower()
        if not text or _compact(text) in self._words.nameless:
            return NOTHING
        if text[-1] in _BARE_FORMS and text[:-1] in self._whole and len(text) > _LEAST_BARE:
            text = text[:-1]  # 가나학원주 beside 가나학원: (주) that lost its brackets
        branch = _compact(_bare_branch(_plain(branch_given).lower())) if branch_given else ""
        text, alias, attached = self._without_forms(text), "", ""
        if not text.isalnum():
            if self._remarks is not None:
                text = self._remarks.sub(" ", text)
            if self._korean:
                attached = self._attached_word(text) if "(" in text else ""
                text, alias, branch = self._brackets(text, branch)
            text = self._without_forms(text).strip()
            first, plus, second = text.partition("+")
            if plus and len(_kept(first)) > 1:  # two names in one: 가나유치원+다라어린이집
                alias = alias or second
        if self._numerals and text.endswith(("점", "관")):
            text = self._numerals.sub(lambda match: self._words.numerals[match.group(1)], text)
        head, found = self._split_branch(text) if self._korean else (text, "")
        branch = branch or found
        words = self._spell(head)
        core = _compact(words) or _compact(self._spell(text)) or _compact(text)
        if not core:
            core = _kept(text)
        stem, kind = self._stem(core) if self._korean else (self._plain_stem(words) or core, "")
        alias = _compact(self._spell(alias)) if alias else ""
        attached = attached or self._attached_word(core)
        alias = alias if alias != core else ""
        return Name(core + branch + attached, core, stem, alias, branch, kind, words.strip(), attached)

    def _without_forms(self, text: str) -> str:
        if self._forms is None:
            return text
        if self._korean and not self._form_sign.search(text):
            return text
        cut = self._forms.sub(" ", text)
        return cut if _kept(cut) else text

    def _brackets(self, text: str, branch: str) -> tuple[str, str, str]:
        """The text without brackets, another name that stood in one, and the branch."""
        if not _BRACKET.search(text):
            return text, "", branch
        alias = ""
        for inner in _BRACKET.findall(text):
            inner = inner.strip()
            if not inner or inner in self._words.remarks or inner in self._words.attached:
                continue
            if self._is_branch(inner) or _compact(inner) in self._places:
                branch = branch or _compact(_bare_branch(inner))
            elif len(_kept(inner)) > 1 and not alias:
                alias = re.sub(r"^(?:구|현|전|舊)\s*[.,:)]?\s+", "", inner)
        outside = _BRACKET.sub(" ", text)
        if not _kept(outside):
            return alias or text, "", branch
        return outside, alias, branch

    def _attached_word(self, text: str) -> str:
        """병설 of 가나초등학교병설유치원; not where it begins the name."""
        found = self._attached.search(text, 1) if self._attached else None
        return found.group()[:2] if found else ""

    # ------------------------------------------------------------------ branches
    def _is_branch(self, text: str) -> bool:
        if any(text.endswith(word) for word in self._words.branch_ends):
            return True
        return self._korean and text.endswith("점") and not text.endswith(self._no_branch)

    def _split_branch(self, text: str) -> tuple[str, str]:
        """Name and branch of a text without brackets."""
        numbered = _NUMBERED.search(text) if text.endswith(("점", "호", "관")) else None
        if numbered and len(_kept(text[: numbered.start()])) > 1:
            return text[: numbered.start()], numbered.group(1)
        ends = text.endswith("점")
        own = _OWN.search(text) if ends else None
        head, _, tail = text.rpartition(" ")
        if _kept(head) and self._is_branch(tail):
            front = tail[: own.start() - len(head) - 1] if own else ""
            if own and (not front or front in self._words.kinds):  # 가나 본점, 가나 치킨본점
                return text[: own.start()], own.group(1)
            return head, _compact(_bare_branch(tail))
        at = self._place_at(text[:-1], True) if own else 0
        if at:
            return text[:at], _compact(text[at:-1])
        if own and len(_kept(text[: own.start()])) > 1 and own.group(1) in ("본", "직영", "가맹"):
            return text[: own.start()], own.group(1)
        ends = ends and not text.endswith(self._no_branch)
        body = text[:-1].removesuffix("지") if ends else text
        at = self._place_at(body, ends)
        return (text[:at], _compact(body[at:])) if at else (text, "")

    def _place_at(self, body: str, ends: bool) -> int:
        """Where a known place begins that the text ends with; 0 where none does.

        Without 점 behind it the rest must be a chain.
        """
        for at in range(2, len(body) - 1):
            if body[at:] in self._places or (" " in body and _compact(body[at:]) in self._places):
                head = _compact(self._spell(body[:at]))
                if len(head) > 1 and (ends or head in self._chains):
                    return at
        if ends:  # a chain, and behind it a place that nobody named elsewhere
            for at in range(len(body) - 2, 1, -1):
                if _compact(self._spell(body[:at])) in self._chains:
                    return at
        return 0

    # ------------------------------------------------------------------ words
    def _spell(self, text: str) -> str:
        """The text in usual spelling; Latin words and letters as they are read, for Korean names."""
        if not self._korean:
            return self._read(text)
        if _LATIN.search(text):
            text = self._read(text)
            text = _LATIN.sub(self._letters, text)
        return self._respell(text)

    def _letters(self, match: re.Match[str]) -> str:
        word = match.group()
        if len(word) > _SHORT_LATIN:
            return word
        return "".join(self._words.letters.get(letter, letter) for letter in word)

    def _stem(self, core: str) -> tuple[str, str]:
        """The core without the word for the kind and the region in front; the kind."""
        stem, kind = core, ""
        for _ in range(3):
            ending = self._attached_ends.search(stem, 1) if self._attached_ends else None
            if ending:
                stem = stem[: ending.start()]
            word = self._kind_word(stem)
            if not word:
                break
            kind = kind or self._words.kinds[word]
            stem = stem[: -len(word)]
        for region in self._regions.get(stem[:2], ()):
            if stem.startswith(region) and len(stem) - len(region) > (not kind):
                stem = stem[len(region) :]
                break
        if kind or core not in self._words.kinds:
            return stem, kind
        return stem, self._words.kinds[core]

    def _kind_word(self, text: str) -> str:
        room = len(text)
        for size in self._sizes.get(text[-1:], ()):
            if room - size > 1 - (size > 2) and text[-size:] in self._words.kinds:
                return text[-size:]
        return ""

    def _plain_stem(self, words: str) -> str:
        kept = [word for word in _NOT_WORD.sub(" ", words).split() if word not in self._words.articles]
        return "".join(sorted(kept))


# ---------------------------------------------------------------------- texts
def _plain(given: str) -> str:
    text = given if type(given) is str else "" if given is None or given != given else str(given)
    if not text.isascii() and not unicodedata.is_normalized("NFKC", text):
        text = unicodedata.normalize("NFKC", text)
    return text.replace("\u200b", "").replace("\ufeff", "").strip()


def _kept(text: str) -> str:
    return text if text.isalnum() else _NOT_WORD.sub("", text)


def _compact(text: str) -> str:
    """Letters and digits alone, without accents."""
    if not text.isalnum():
        text = _NOT_WORD.sub("", text)
    if text.isascii() or not _SIGNS.search(text):
        return text
    parts = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(sign for sign in parts if not unicodedata.combining(sign)))


def _bare_branch(text: str) -> str:
    """둔산점 -> 둔산, 2호점 -> 2, 본점 -> 본."""
    text = text.strip()
    numbered = _NUMBERED.fullmatch(text)
    if numbered:
        return numbered.group(1)
    text = text.removesuffix("점") if len(text) > 1 else text
    return text.removesuffix("지") if len(text) > 2 else text


def _forms(words: Words) -> re.Pattern[str] | None:
    """Legal forms: in signs anywhere, in Hangul at either end of a word, in Latin letters as whole words."""
    if not words.forms:
        return None
    parts = []
    for form in words.forms:
        body = r"\s*".join(re.escape(piece) for piece in form.split())
        if form[0] == "(":
            body = body.replace(r"\(", r"[(\[]\s*").replace(r"\)", r"\s*[)\]]")
        elif "가" <= form[0] <= "힣":
            body = rf"(?:(?<!\w){body}|{body}(?!\w))"
        else:
            body = rf"(?<![a-z0-9]){body}(?![a-z0-9])"
        parts.append(body)
    return re.compile("|".join(parts))
