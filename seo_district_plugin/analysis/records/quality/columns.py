"""One field of a table in a compact form: each distinct value once, and which row has which.

Checks then look at each distinct value once, however many rows repeat it, and the memory needed stays near that of
the distinct values.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd

from .numerals import numbers_of_texts
from .scanning import SAMPLE, matching, sample, whole

_MASK_WORDS = ("n/a", "na", "null", "none", "nan")
MASKS = frozenset(
    {"*" * n for n in range(1, 11)} | {"-", "--", "－", "미상"}
    | {form for word in _MASK_WORDS for form in (word, word.upper(), word.capitalize(), "NaN", "N/a")}
)  # fmt: skip
"""Texts that stand for a value that is hidden or not known."""

CODE_WORDS = re.compile(
    r"(코드|번호|우편|식별|분류$|구분|pnu|지번|본번|부번|고유|일련|순번|연번|등록증|계좌|카드"
    r"|(^|[_ ])(id|ids|cd|no|num|code|key|zip|fid|gid|uid|ufid|ref|sn|pk)([_ ]|\d*$)|code$|_id$"
    r"|zipcode|postal|postcode)",
    re.IGNORECASE,
)
"""Headers of codes and numbers that name something: nothing to be measured."""

PLACE_WORDS = re.compile(
    r"(좌표|경도|위도|(^|[_ ])(x|y|lon|lng|long|lat|longitude|latitude|easting|northing|coord\w*)([_ (]|\d*$))",
    re.IGNORECASE,
)
"""Headers of coordinates."""

YEAR_WORDS = re.compile(r"(연도|년도|(^|[_ ])(year|yr|yyyy)([_ ]|$))", re.IGNORECASE)

_ZERO_FIRST = whole(r"0[0-9]+")

MOSTLY = 0.95
"""Share of the values from which on a field counts as one of numbers (or of digits)."""

NUMBERS, DATES = ("int", "real"), ("date", "datetime")


@dataclass
class Field:
    """One field.

    Attributes:
        name: name in the table; ``title``: what people call it (alias), or the name.
        kind: text, int, real, bool, date, datetime or other (other is treated as text).
        codes: (n,) int32 position in ``values`` of each row's value, -1 where there is none (NULL, NaN, only blanks).
        values: (u,) distinct values by first appearance: str, int64, float64, bool or datetime64[ns].
        blank: rows whose text is empty or holds only blanks (counted in the missing ones).
        notes: what others know of the field: code, text, date, personal, named (a code that is nobody's), each bool.
    """

    name: str
    kind: str
    codes: np.ndarray
    values: np.ndarray
    title: str = ""
    blank: int = 0
    notes: dict[str, bool] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.codes)

    @property
    def is_text(self) -> bool:
        return self.kind not in (*NUMBERS, *DATES, "bool")

    @property
    def words(self) -> str:
        """Name and title together, for rules that go by what a field is called."""
        return f"{self.name} {self.title}".strip()

    @cached_property
    def counts(self) -> np.ndarray:
        """(u,) rows of each distinct value."""
        return np.bincount(self.codes[self.codes >= 0], minlength=len(self.values))

    @property
    def missing(self) -> np.ndarray:
        """(n,) bool, True where there is no value."""
        return self.codes < 0

    def rows_of(self, chosen: np.ndarray) -> np.ndarray:
        """Rows (int64, rising) whose distinct value is chosen; ``chosen`` is (u,) bool."""
        if not chosen.any():
            return np.empty(0, dtype=np.int64)
        return np.flatnonzero(np.append(chosen, False)[self.codes])

    @cached_property
    def stripped(self) -> list[str]:
        """The distinct values as text without blanks around; numbers written plainly, yes or no as Y or N."""
        if self.is_text:
            return [value.strip() for value in self.values.tolist()]
        if self.kind in DATES:
            times = self.values.astype("datetime64[s]")
            return np.datetime_as_string(times, unit="D" if self.kind == "date" else "s").tolist()
        if self.kind == "bool":
            return ["Y" if value else "N" for value in self.values.tolist()]  # as public data writes it
        return [str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
                for value in self.values.tolist()]  # fmt: skip

    @cached_property
    def masked(self) -> np.ndarray:
        """(u,) bool: texts that stand for a hidden or unknown value."""
        if not self.is_text:
            return np.zeros(len(self.values), dtype=bool)
        return np.fromiter(map(MASKS.__contains__, self.stripped), dtype=bool, count=len(self.values))

    @cached_property
    def is_code(self) -> bool:
        """True for what names something by digits: by its header, or by leading zeros in its texts."""
        if self.notes.get("code") or CODE_WORDS.search(self.words):
            return True
        return self.is_text and bool(matching(_ZERO_FIRST, self.stripped).any())

    @cached_property
    def numbers(self) -> np.ndarray | None:
        """(u,) float64 of each distinct value, NaN where it is no number; None for dates, yes-or-no, and plain text."""
        if self.kind in NUMBERS:
            return self.values.astype(np.float64)
        return numbers_of_texts(self.stripped) if self.is_text else None

    @cached_property
    def number_share(self) -> float:
        """Share of the rows with a value that is not masked whose value is a number."""
        if self.is_text and len(self.values) > 4 * SAMPLE:
            some = sample(self.stripped)
            part = float(np.isfinite(numbers_of_texts(some)).mean())
            if part < 0.5:
                return part  # far from being numbers: not worth reading them all
        numbers = self.numbers
        known = self.counts * ~self.masked
        if numbers is None or not known.sum():
            return 0.0
        return float(known[np.isfinite(numbers)].sum() / known.sum())

    @property
    def is_identity(self) -> bool:
        """True for whole numbers that all differ and lie close together: numbers of the rows, whatever their name."""
        numbers = self.numbers
        if numbers is None or len(self.values) < 2 or self.counts.max() > 1 or not np.isfinite(numbers).any():
            return False
        finite = numbers[np.isfinite(numbers)]
        return bool((finite == np.floor(finite)).all()) and bool(np.ptp(finite) < 2 * len(finite))

    @property
    def is_measure(self) -> bool:
        """True for numbers that measure something: no codes, coordinates, years or dates."""
        words = self.words
        if self.is_code or PLACE_WORDS.search(words) or YEAR_WORDS.search(words) or self.notes.get("date"):
            return False
        return self.number_share >= MOSTLY


def field_of(name: str, kind: str, column: pd.Series, title: str = "") -> Field:
    """A field from a column; NULL is NA, None or NaT."""
    if kind in (*NUMBERS, "bool"):
        known = ~column.isna().to_numpy()
        plain = column.to_numpy(dtype={"int": np.int64, "real": np.float64, "bool": bool}[kind], na_value=0)
        found, values = pd.factorize(plain[known])  # NaN, which is no value either, gets -1
        codes = np.full(len(plain), -1, dtype=np.int32)
        codes[known] = found
        return Field(name, kind, codes, np.asarray(values), title)
    found, values = pd.factorize(column)
    codes = found.astype(np.int32)
    if kind in DATES:
        return Field(name, kind, codes, np.asarray(values, dtype="datetime64[ns]"), title)
    return _without_blanks(Field(name, kind, codes, np.asarray(values, dtype=object), title))


def _without_blanks(given: Field) -> Field:
    """Texts that are empty or hold only blanks are no values."""
    blank = np.fromiter((not value.strip() for value in given.values.tolist()), dtype=bool, count=len(given.values))
    if not blank.any():
        return given
    rows = given.rows_of(blank)
    order = np.where(blank, -1, np.cumsum(~blank) - 1).astype(np.int32)
    codes = np.append(order, np.int32(-1))[given.codes]
    return Field(given.name, given.kind, codes, given.values[~blank], given.title, len(rows))
