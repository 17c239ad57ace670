"""Ages: what columns and groups are about, read from their names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..errors import AnalysisError

OLDEST = 120
"""Highest age that a name can mean; larger numbers in names are years or codes."""

SGIS_STEP, SGIS_LAST = 5, 21
"""in_age_001 to in_age_021 of the grid and tract statistics: 0-4, 5-9 ... 95-99, 100 and over."""

TOTALS = ("총인구수", "연령구간인구수", "총인구", "인구수", "인구", "합계", "총계", "계", "생활인구합계",
          "총생활인구수", "to_in_001", "tot_pop", "totpop", "pop_tot", "total", "population", "pop", "persons",
          "people", "residents", "sum")  # fmt: skip
"""Names of columns of all people, the ones to be preferred first; compared in small letters without blanks."""

_SEXES = {"남": "m", "남자": "m", "male": "m", "m": "m", "여": "f", "여자": "f", "female": "f", "f": "f"}
_BOTH = ("계", "합계", "전체", "p")
_MONTH = re.compile(r"^\d{4}년\d{1,2}월_")
_SGIS = re.compile(r"(?:^|_)in_age_(\d{3})$")
_KOREAN = re.compile(
    r"^(?P<head>.*?)(?:(?P<sex>계|합계|전체|남자?|여자?)_?)?(?<!\d)"
    r"(?P<low>\d{1,3})(?:세?(?:~|∼|〜|-|–|부터|에서)(?P<high>\d{1,3}))?(?P<unit>세(?!대)|대)"
    r"(?P<open>이상|\+|미만)?(?:생활|유동)?(?:인구수|인구)?$"
)
_ASCII = re.compile(
    r"^(?:(?P<sex>m|f|male|female|t|tot|total)_)?(?P<what>p|age|ages|pop|m|f)_?(?P<low>\d{1,3})"
    r"(?:(?:_to_|_|-|~)(?P<high>\d{1,3}))?(?P<open>_?(?:up|plus|over)|\+)?(?:_(?P<sex2>m|f|male|female|t))?$"
)
_GROUP = re.compile(r"^(?P<low>\d{1,3})(?:세)?(?:(?:~|∼|〜|-|–)(?P<high>\d{1,3}))?(?:세)?(?P<open>이상|\+|-|~)?$")


@dataclass(frozen=True)
class AgeSpan:
    """Ages in completed years from ``low`` to ``high``, both included; ``high`` None: and over."""

    low: int
    high: int | None

    @property
    def text(self) -> str:
        """``6-12``, ``6`` or ``65+``."""
        if self.high is None:
            return f"{self.low}+"
        return str(self.low) if self.low == self.high else f"{self.low}-{self.high}"

    @property
    def field(self) -> str:
        """Name of the field with these people: ``p_6_12``, ``p_6``, ``p_65_up``."""
        return "p_" + self.text.replace("-", "_").replace("+", "_up")

    @property
    def end(self) -> float:
        """First age that is no longer meant."""
        return float("inf") if self.high is None else self.high + 1.0

    def overlaps(self, other: AgeSpan) -> bool:
        return self.low < other.end and other.low < self.end


EVERYBODY = AgeSpan(0, None)


@dataclass(frozen=True)
class CountColumn:
    """A column of counts: of people of certain ages, or (``span`` None) of all; ``sex`` is m, f or empty for both."""

    name: str
    span: AgeSpan | None
    sex: str = ""

    @property
    def ages(self) -> AgeSpan:
        """The ages it counts: all of them where the name tells none."""
        return self.span or EVERYBODY


@dataclass(frozen=True)
class CountColumns:
    """Columns to be counted: ``ages`` in the order of the ages, ``totals`` of all people (several: one per sex)."""

    ages: list[CountColumn]
    totals: list[CountColumn]

    @property
    def complete(self) -> bool:
        """True when the ages together are all people: from 0 on without a gap, to an open end or at least 84."""
        return reached_age({column.span for column in self.ages if column.span}) >= 85


def reached_age(spans: Iterable[AgeSpan]) -> float:
    """First age that is not meant, when each span begins where the one before ended and the first at 0; else 0."""
    reached = 0.0
    for span in sorted(spans, key=lambda span: span.low):
        if span.low != reached:
            return 0.0
        reached = span.end
    return reached


def are_everybody(groups: Iterable[AgeSpan]) -> bool:
    """True when these groups together are people of all ages."""
    return reached_age(groups) == float("inf")


def read_column(name: str) -> CountColumn | None:
    """What a column of counts is about, by its name; None when the name says nothing of the kind.

    Understands names as statistics have them (``2026년09월_계_0세``, ``100세 이상``, ``0~4세``,
    ``남자10세부터14세생활인구수``, ``20대``, ``in_age_001``, ``to_in_001``) and plain ones (``p0``, ``p_6_12``,
    ``age_65_up``, ``m0_9``, ``p_total``).
    """
    key = re.sub(r"\s+", "", unicodedata.normalize("NFKC", name)).lower()
    bare = _MONTH.sub("", key)
    sex, _, rest = bare.partition("_")
    if bare in TOTALS:
        return CountColumn(name, None)
    if rest in TOTALS and (sex in _SEXES or sex in _BOTH):
        return CountColumn(name, None, _SEXES.get(sex, ""))
    found = _SGIS.search(bare)
    if found:
        return _sgis_column(name, int(found.group(1)))
    found = _ASCII.match(bare)
    if found:
        open_end = bool(found["open"])
        sex = found["sex"] or found["sex2"] or found["what"]
        return _column(name, found["low"], found["high"], open_end, sex)
    found = _KOREAN.match(bare)
    return _korean_column(name, found) if found else None


def _sgis_column(name: str, number: int) -> CountColumn | None:
    if not 1 <= number <= SGIS_LAST:
        return None  # by sex, in tables that are not documented well enough to be sure
    low = (number - 1) * SGIS_STEP
    return CountColumn(name, AgeSpan(low, None if number == SGIS_LAST else low + SGIS_STEP - 1))


def _korean_column(name: str, found: re.Match) -> CountColumn | None:
    low, high, end = found["low"], found["high"], found["open"]
    if end == "미만":
        low, high, end = "0", str(int(low) - 1), None
    elif found["unit"] == "대" and high is None and end is None:
        high = str(int(low) + 9)
    return _column(name, low, high, bool(end), found["sex"] or "")


def _column(name: str, low: str, high: str | None, open_end: bool, sex: str) -> CountColumn | None:
    first, last = int(low), int(high if high is not None else low)
    if first > last or last > OLDEST:
        return None
    return CountColumn(name, AgeSpan(first, None if open_end else last), _SEXES.get(sex, ""))


def choose_columns(names: Sequence[str]) -> CountColumns:
    """The columns to count among all names of a table: both sexes together where that is there, else each sex.

    Raises:
        AnalysisError: ``age_columns_overlap`` (first, second): two columns count the same ages, for example of two
            months, or single years beside groups of years.
    """
    known = [column for column in map(read_column, names) if column is not None]
    ages = _of_one_kind([column for column in known if column.span is not None])
    ages.sort(key=lambda column: (column.ages.low, column.sex))
    for sex in ("", "m", "f"):
        own = [column for column in ages if column.sex == sex]
        for one, other in zip(own, own[1:]):
            if one.ages.overlaps(other.ages):
                raise AnalysisError("age_columns_overlap", first=one.name, second=other.name)
    totals = _of_one_kind([column for column in known if column.span is None])
    best = {column.sex: column for column in sorted(totals, key=_preference, reverse=True)}
    return CountColumns(ages, [best[sex] for sex in sorted(best)])


def _of_one_kind(columns: list[CountColumn]) -> list[CountColumn]:
    both = [column for column in columns if not column.sex]
    return both or columns


def _preference(column: CountColumn) -> int:
    key = re.sub(r"\s+", "", unicodedata.normalize("NFKC", column.name)).lower()
    bare = _MONTH.sub("", key)
    tail = bare.partition("_")[2]
    return TOTALS.index(bare) if bare in TOTALS else TOTALS.index(tail)


def parse_groups(text: str) -> list[AgeSpan]:
    """Groups of ages from ``0-5,6-12,13-18,19-64,65+``; also ``6~12``, ``65세 이상`` and single years.

    Raises:
        AnalysisError: ``age_group_bad`` (text), ``age_groups_overlap`` (first, second).
    """
    groups: list[AgeSpan] = []
    for part in re.split(r"[,;]", unicodedata.normalize("NFKC", text)):
        plain = re.sub(r"\s+", "", part)
        if not plain:
            continue
        found = _GROUP.match(plain)
        low = int(found["low"]) if found else 0
        high = int(found["high"]) if found and found["high"] else low
        if not found or low > high or high > OLDEST or (found["open"] and found["high"]):
            raise AnalysisError("age_group_bad", text=part.strip())
        groups.append(AgeSpan(low, None if found["open"] else high))
    for number, one in enumerate(groups):
        for other in groups[number + 1 :]:
            if one.overlaps(other):
                raise AnalysisError("age_groups_overlap", first=one.text, second=other.text)
    return groups
