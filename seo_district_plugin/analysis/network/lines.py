"""Street lines as they come from a layer: checked, cleaned, and with what keeps them apart where they cross."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import AnalysisError
from .types import path_lengths


@dataclass(frozen=True)
class StreetLines:
    """Lines ready for noding.

    Attributes:
        vertices: (v, 2) float64 meters; offsets: (n + 1,) int64.
        row: (n,) int64 position of each line among the lines given.
        grade: (n,) int32: lines of different grade cross without meeting.
        oneway: (n,) int8, closed: (n,) bool, as in ``Network``.
        rejected: (r,) int64 positions of lines not taken; reason: (r,) str, ``no_coordinates`` or ``zero_length``.
        read: number of lines given.
    """

    vertices: np.ndarray
    offsets: np.ndarray
    row: np.ndarray
    grade: np.ndarray
    oneway: np.ndarray
    closed: np.ndarray
    rejected: np.ndarray
    reason: np.ndarray
    read: int

    def __len__(self) -> int:
        return len(self.row)


def street_lines(
    paths: Sequence[np.ndarray],
    *,
    level: Sequence[object] | None = None,
    layer: Sequence[object] | None = None,
    bridge: Sequence[object] | None = None,
    tunnel: Sequence[object] | None = None,
    oneway: np.ndarray | None = None,
    closed: np.ndarray | None = None,
) -> StreetLines:
    """Clean lines: repeated vertices dropped, lines without coordinates or length rejected.

    Args:
        paths: n arrays (k, 2), meters.
        level, layer: one value per line; nothing, blank and 0 are the ground.
        bridge, tunnel: one value per line; nothing, blank, 0, ``no``, ``false``, ``n``, ``f`` mean neither.
        oneway: (n,) 0 both ways, 1 along the line, -1 against it.
        closed: (n,) bool.

    Raises:
        AnalysisError: ``lines_and_values_differ`` (name, lines, values), ``no_streets`` (read, rejected).
    """
    n = len(paths)
    columns = {"level": level, "layer": layer, "bridge": bridge, "tunnel": tunnel, "oneway": oneway, "closed": closed}
    for name, column in columns.items():
        if column is not None and len(column) != n:
            raise AnalysisError("lines_and_values_differ", name=name, lines=n, values=len(column))
    counts = np.array([len(path) for path in paths], dtype=np.int64)
    arrays = [np.asarray(path, dtype=np.float64).reshape(-1, 2) for path in paths]
    vertices = np.concatenate(arrays) if n else np.empty((0, 2))
    owner = np.repeat(np.arange(n), counts)
    broken = np.bincount(owner[~np.isfinite(vertices).all(axis=1)], minlength=n) > 0
    broken |= counts < 1
    repeated = np.zeros(len(vertices), dtype=bool)
    repeated[1:] = (owner[1:] == owner[:-1]) & (vertices[1:] == vertices[:-1]).all(axis=1)
    kept = ~repeated
    counts = np.bincount(owner[kept], minlength=n)
    offsets = np.concatenate([[0], np.cumsum(counts)])
    flat = ~broken & ~(path_lengths(np.nan_to_num(vertices[kept]), offsets) > 0)
    good = ~(broken | flat)
    if not good.any():
        raise AnalysisError("no_streets", read=n, rejected=n)
    rejected = np.flatnonzero(~good)
    return StreetLines(
        vertices=vertices[kept & good[owner]],
        offsets=np.concatenate([[0], np.cumsum(counts[good])]).astype(np.int64),
        row=np.flatnonzero(good),
        grade=_grades(n, columns)[good],
        oneway=np.zeros(int(good.sum()), np.int8) if oneway is None else np.sign(oneway).astype(np.int8)[good],
        closed=np.zeros(int(good.sum()), bool) if closed is None else np.asarray(closed, dtype=bool)[good],
        rejected=rejected,
        reason=np.where(broken[rejected], "no_coordinates", "zero_length"),
        read=n,
    )


_NO = ("", "0", "0.0", "no", "false", "n", "f", "none", "nan", "null", "<na>")


def _grades(n: int, columns: Mapping[str, object]) -> np.ndarray:
    """(n,) int32 a number for every combination of level, layer, bridge and tunnel; 0 where all say nothing."""
    texts = []
    for name in ("level", "layer", "bridge", "tunnel"):
        column = columns[name]
        if column is None:
            continue
        words = [said(value) for value in column]  # type: ignore[attr-defined]
        if name in ("bridge", "tunnel"):
            words = ["1" if word else "" for word in words]
        texts.append(words)
    if not texts:
        return np.zeros(n, dtype=np.int32)
    joined = ["\x1f".join(parts) for parts in zip(*texts, strict=True)]
    codes, names = pd.factorize(np.array(joined, dtype=object), sort=True)
    # The ground sorts first where it occurs at all: it has only blanks.
    ground = bool(len(names)) and not names[0].strip("\x1f")
    return (codes if ground else codes + 1).astype(np.int32)


def said(value: object) -> str:
    """A value as one lower-case word; nothing for what means no: blank, 0 (also 000), no, false, n, f."""
    text = str(value).strip().lower()
    text = text[:-2] if text.endswith(".0") else text
    return "" if text in _NO or not text.strip("0") else text
