"""Names and codes of made-up roads."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .presets import PLACE_CODE, ROAD_WORDS

_SUFFIX = {"arterial": "대로", "collector": "로", "local": "길"}
_CODE = {"arterial": "2", "collector": "3", "local": "4"}  # RN_CD: 2 대로, 3 로, 4 길 and 번길
_SIDES = ("", "중앙", "동", "서", "남", "북", "새", "큰", "안", "윗", "아랫", "참")


class RoadNames:
    """Gives each road a name that no other has, and a 12-digit code."""

    def __init__(self, rng: np.random.Generator) -> None:
        stems = [word + side for side in _SIDES for word in np.array(ROAD_WORDS)[rng.permutation(len(ROAD_WORDS))]]
        self._stems = iter(stems)
        self._rows: list[tuple[str, str, str]] = []
        self._branches: dict[str, int] = {}
        self._count = dict.fromkeys(_CODE, 0)

    def new(self, kind: str) -> int:
        """A road of its own name; its index."""
        stem = next(self._stems, None)
        if stem is None:
            stem = f"새뜸{len(self._rows)}"
        return self._add(stem + _SUFFIX[kind], kind)

    def branch(self, parent: int, number: int) -> int:
        """The street that leaves a road at a base number; the same one when asked again."""
        name = f"{self._rows[parent][0]}{number}번길"
        if name not in self._branches:
            self._branches[name] = self._add(name, "local")
        return self._branches[name]

    def _add(self, name: str, kind: str) -> int:
        self._count[kind] += 1
        self._rows.append((name, f"{PLACE_CODE}{_CODE[kind]}{self._count[kind]:06d}", kind))
        return len(self._rows) - 1

    def frame(self) -> pd.DataFrame:
        """road, road_cd, class."""
        return pd.DataFrame(self._rows, columns=["road", "road_cd", "class"])
