"""What the parts of record linkage hand to each other: records, their normal form, pairs, and how pairs compare."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

KOREAN, GENERIC = "korean", "generic"
PROFILES = (KOREAN, GENERIC)
"""How names and addresses are read."""

MISSING, DISAGREE = 0, 1
"""Levels that every compared field has: nothing on one side, and known on both sides but different."""


@dataclass(frozen=True)
class Records:
    """All rows of all registers, in the order of the registers and their rows.

    Attributes:
        register: (n,) int16 number of the register; registers: their names.
        name, address, lot_address, phone, category: (n,) object arrays of text as given, "" where missing. ``address``
            is the road address or the only one.
        xy: (n, 2) meters, NaN where a row is not located.
        opened, closed: (n,) datetime64[D], NaT where missing.
        is_open: (n,) bool; False where the status or a date says closed.
        extra: further columns of text to compare (city, authors, ...).
        profile: one of PROFILES.
        branch, detail: (n,) object text or None: a column of its own with the branch (지점명), and with block, floor
            and room ("3층 302호"); None = the registers have no such column.
    """

    register: np.ndarray
    registers: tuple[str, ...]
    name: np.ndarray
    address: np.ndarray
    lot_address: np.ndarray
    phone: np.ndarray
    category: np.ndarray
    xy: np.ndarray
    opened: np.ndarray
    closed: np.ndarray
    is_open: np.ndarray
    extra: dict[str, np.ndarray] = field(default_factory=dict)
    profile: str = KOREAN
    branch: np.ndarray | None = None
    detail: np.ndarray | None = None

    def __len__(self) -> int:
        return len(self.name)


@dataclass(frozen=True)
class Normal:
    """The records in one form: what blocking and comparison read.

    Attributes:
        table: n rows, columns of :data:`NORMAL_TEXTS` (object, "" unknown) and :data:`NORMAL_NUMBERS` (int32, their
            value for unknown), plus ``extra:<name>`` per extra column.
        profile: one of PROFILES.
        groups: class of industry -> groups it belongs to.
        kept: what comparing has worked out and will need again.
    """

    table: pd.DataFrame
    profile: str = KOREAN
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kept: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    def __len__(self) -> int:
        return len(self.table)


NORMAL_TEXTS = (
    "full",  # the whole name in one form, without blanks and company form: 하나약국둔산
    "core",  # the name without company form, branch, brackets, blanks: 하나약국
    "stem",  # the core without the word for the kind and the region in front: 하나
    "alias",  # what stood in brackets, if it is a name
    "branch",  # 둔산, 2, 본
    "attached",  # 병설: a house of its own at another one of the same name
    "kind",  # class of business that a word of the name tells
    "words",  # the core with its blanks
    "road", "building", "dong", "block", "unit",
    "phone",  # digits with the area code where it is known
    "industry",  # class common to all registers
)  # fmt: skip
NORMAL_NUMBERS = {"main": -1, "sub": 0, "lot_mountain": 0, "lot_main": -1, "lot_sub": 0, "floor": 0}


@dataclass(frozen=True)
class Pairs:
    """Pairs of rows to compare, each once, sorted by ``a`` then ``b``.

    Attributes:
        a, b: (p,) int32 with a < b.
        rules: (p,) uint16: bit k is set where the k-th blocking key proposed the pair.
    """

    a: np.ndarray
    b: np.ndarray
    rules: np.ndarray

    def __len__(self) -> int:
        return len(self.a)


@dataclass(frozen=True)
class Compared:
    """How pairs agree, field by field.

    Attributes:
        names: the fields.
        levels: (p, f) int8: MISSING, DISAGREE, and the higher the better they agree.
        labels: per field the names of its levels, from MISSING on (codes, ASCII).
        similarity: field -> (p,) float32, NaN where missing: what levels were cut from, for supervised models.
        frequency: (p,) float32 share of all rows whose name core is the one that the pair agrees in; NaN for pairs
            whose cores differ.
    """

    names: tuple[str, ...]
    levels: np.ndarray
    labels: tuple[tuple[str, ...], ...]
    similarity: dict[str, np.ndarray]
    frequency: np.ndarray

    def __len__(self) -> int:
        return len(self.levels)
