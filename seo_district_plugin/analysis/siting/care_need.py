"""Who needs care and where: children of cells or pupils of schools, new homes, and the share that comes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import AnalysisError

CELLS, GROWTH = "cells", "growth"


@dataclass(frozen=True)
class Need:
    """People who need care, by place.

    Attributes:
        xy: (n, 2) meters. people: (n,) > 0. source: (n,) object, CELLS or GROWTH.
        row: (n,) int64 row of the source's layer.
    """

    xy: np.ndarray
    people: np.ndarray
    source: np.ndarray
    row: np.ndarray

    def __len__(self) -> int:
        return len(self.people)


def part(xy: np.ndarray, people: np.ndarray, source: str) -> Need:
    """The people of one layer; rows without people are left out.

    Raises:
        AnalysisError: ``care_people_negative`` (source, row).
    """
    people = np.asarray(people, dtype=np.float64)
    bad = np.flatnonzero((people < 0) | np.isinf(people))
    if len(bad):
        raise AnalysisError("care_people_negative", source=source, row=int(bad[0]))
    rows = np.flatnonzero(people > 0)
    return Need(xy[rows], people[rows], np.full(len(rows), source, dtype=object), rows)


def together(parts: list[Need], rate: float) -> Need:
    """All people who need care: the parts, times the share of them that comes.

    Raises:
        AnalysisError: ``care_rate`` (rate) outside 0 to 1, ``care_nobody`` () when nobody is left.
    """
    if not 0 < rate <= 1:
        raise AnalysisError("care_rate", rate=rate)
    parts = [one for one in parts if len(one)]
    if not parts:
        raise AnalysisError("care_nobody")
    return Need(
        np.concatenate([one.xy for one in parts]),
        rate * np.concatenate([one.people for one in parts]),
        np.concatenate([one.source for one in parts]),
        np.concatenate([one.row for one in parts]),
    )
