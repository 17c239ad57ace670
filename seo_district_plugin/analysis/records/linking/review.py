"""What people decide about pairs, and which pairs to ask them about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...errors import AnalysisError
from .clusters import parts_of

SAME, DIFFERENT = "same", "different"
COLUMNS = ("register_a", "source_id_a", "register_b", "source_id_b", "decision")
_SAME_WORDS = frozenset({SAME, "1", "true", "yes", "y", "match", "같음", "동일"})
_DIFFERENT_WORDS = frozenset({DIFFERENT, "0", "false", "no", "n", "다름", "상이"})
_SHOWN = 5


@dataclass(frozen=True)
class Verdicts:
    """Pairs of rows that a person has decided.

    Attributes:
        a, b: (m,) int64 rows, a < b, each pair once; same: (m,) bool.
    """

    a: np.ndarray
    b: np.ndarray
    same: np.ndarray

    def __len__(self) -> int:
        return len(self.a)

    @staticmethod
    def none() -> Verdicts:
        """No decisions."""
        empty = np.empty(0, dtype=np.int64)
        return Verdicts(empty, empty, np.empty(0, dtype=bool))

    @staticmethod
    def of(registers: Sequence[str], ids: Sequence[str], table: pd.DataFrame) -> tuple[Verdicts, list[int]]:
        """Decisions of a table with the columns of COLUMNS.

        Args:
            registers, ids: (n,) register and source id of every row, as texts.
            table: a line per pair; a decision that is neither same nor different (unsure, empty) is passed over. An id
                that stands in several rows means all of them.

        Returns:
            The decisions, and the positions of the lines that name a row that is not there.

        Raises:
            AnalysisError: ``link_reviewed_contradict`` (count, pairs).
        """
        rows: dict[tuple[str, str], list[int]] = {}
        for at, key in enumerate(zip(map(str, registers), map(_id, ids))):
            rows.setdefault(key, []).append(at)
        a, b, same, unknown = [], [], [], []
        lines = zip(*(table[name].tolist() for name in COLUMNS))
        for line, (register_a, id_a, register_b, id_b, decision) in enumerate(lines):
            word = str(decision or "").strip().lower()
            if word not in _SAME_WORDS and word not in _DIFFERENT_WORDS:
                continue
            first, second = rows.get((str(register_a), _id(id_a))), rows.get((str(register_b), _id(id_b)))
            if first is None or second is None:
                unknown.append(line)
                continue
            for x in first:
                for y in second:
                    if x != y:
                        a.append(min(x, y))
                        b.append(max(x, y))
                        same.append(word in _SAME_WORDS)
        return checked(a, b, same), unknown


def _id(value: object) -> str:
    """An id as text: trimmed, whole numbers without ``.0``."""
    text = str(value).strip()
    return text[:-2] if text.endswith(".0") and text[:-2].lstrip("-").isdigit() else text


def checked(a: Sequence[int], b: Sequence[int], same: Sequence[bool]) -> Verdicts:
    """Decisions, each pair once and in order.

    Raises:
        AnalysisError: ``link_reviewed_contradict`` (count, pairs): pairs decided both ways, or decided different though
            other decisions make them the same.
    """
    one, two = np.asarray(a, dtype=np.int64), np.asarray(b, dtype=np.int64)
    table = pd.DataFrame({"a": np.minimum(one, two), "b": np.maximum(one, two), "same": np.asarray(same, dtype=bool)})
    table = table.drop_duplicates().sort_values(["a", "b", "same"], kind="stable")
    twice = table.duplicated(["a", "b"])
    against = set(zip(table.loc[twice, "a"], table.loc[twice, "b"]))
    rows = int(table["b"].max()) + 1 if len(table) else 0
    joined = table[table["same"]]
    _, part = parts_of(rows, joined["a"].to_numpy(), joined["b"].to_numpy())
    apart = table[~table["same"]]
    inside = part[apart["a"].to_numpy()] == part[apart["b"].to_numpy()]
    against |= set(zip(apart.loc[inside, "a"], apart.loc[inside, "b"]))
    if against:
        listed = sorted((int(x), int(y)) for x, y in against)
        shown = ", ".join(f"{x + 1} - {y + 1}" for x, y in listed[:_SHOWN])
        raise AnalysisError("link_reviewed_contradict", count=len(listed), pairs=shown, rows=listed)
    return Verdicts(table["a"].to_numpy(), table["b"].to_numpy(), table["same"].to_numpy())


def closure(verdicts: Verdicts) -> Verdicts:
    """With every pair that follows: same as the same is the same, different from the same is different."""
    if not len(verdicts):
        return verdicts
    rows = int(verdicts.b.max()) + 1
    _, part = parts_of(rows, verdicts.a[verdicts.same], verdicts.b[verdicts.same])
    named = np.unique(np.r_[verdicts.a, verdicts.b])
    groups: dict[int, list[int]] = {}
    for row in named.tolist():
        groups.setdefault(int(part[row]), []).append(row)
    found: dict[tuple[int, int], bool] = {}
    for members in groups.values():
        found |= {(x, y): True for at, x in enumerate(members) for y in members[at + 1 :]}
    for x, y in zip(verdicts.a[~verdicts.same].tolist(), verdicts.b[~verdicts.same].tolist()):
        found |= {(min(u, v), max(u, v)): False for u in groups[int(part[x])] for v in groups[int(part[y])]}
    pairs = np.array(sorted(found), dtype=np.int64).reshape(-1, 2)
    return Verdicts(pairs[:, 0], pairs[:, 1], np.array([found[x, y] for x, y in pairs.tolist()], dtype=bool))


# ---------------------------------------------------------------------- what to ask
DOUBTFUL, BRIDGE, SUCCESSION, MOVED = "doubtful", "bridge", "succession", "moved"


def information(chance: np.ndarray, one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """(p,) bits that a decision is expected to give: the doubt about the pair, for every pair of rows that it joins or
    parts.

    Args:
        chance: (p,) probability of a match; one, other: (p,) rows of the two groups that the pair stands between.
    """
    p = np.clip(chance, 1e-12, 1 - 1e-12)
    doubt = -(p * np.log2(p) + (1 - p) * np.log2(1 - p))
    return doubt * one * other


def choose(
    chance: np.ndarray, label: np.ndarray, a: np.ndarray, b: np.ndarray, why: np.ndarray, order: np.ndarray, limit: int
) -> tuple[np.ndarray, np.ndarray]:
    """Pairs to ask about, those from which most is learned first.

    Of several pairs between the same two groups only the one with most doubt is asked: its answer decides the others.

    Args:
        chance: (p,); label: (n,) cluster of each row; a, b: (p,) rows; why: (p,) reason, "" = not to be asked.
        order: (n,) breaks ties.

    Returns:
        Positions of the pairs, and the bits of each.
    """
    asked = np.flatnonzero(why != "")
    size = np.bincount(label)
    one, other = label[a[asked]], label[b[asked]]
    gain = information(chance[asked], size[one], np.where(one == other, 1, size[other]))
    low, high = np.minimum(order[a[asked]], order[b[asked]]), np.maximum(order[a[asked]], order[b[asked]])
    rank = np.lexsort((high, low, -np.round(gain, 9)))
    asked, gain = asked[rank], gain[rank]
    one, other = one[rank], other[rank]
    groups = pd.DataFrame({"one": np.minimum(one, other), "other": np.maximum(one, other)})
    # Bridges inside one cluster are each a question of their own.
    groups["edge"] = np.where(one == other, np.arange(len(asked)), -1)
    first = ~groups.duplicated().to_numpy()
    return asked[first][:limit], gain[first][:limit]
