"""Small layers of demand and sites with known distances, for the tests of facility location."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from tests.algorithms.conftest import Makers, point


class Town:
    """Random places of demand and candidates, as arrays and as layers."""

    def __init__(self, make: Makers, demands: int = 40, sites: int = 8, seed: int = 3) -> None:
        random = np.random.default_rng(seed)
        self.make = make
        self.place = random.uniform(0, 1500, (demands, 2)).round(2)
        self.spot = random.uniform(0, 1500, (sites, 2)).round(2)
        self.weight = random.integers(1, 9, demands).astype(float)
        self.costs = np.hypot(*(self.place[:, None] - self.spot[None]).transpose(2, 0, 1))
        self.ids = [f"S{number}" for number in range(sites)]

    def demand(self, name="demand", **columns):
        """Points with id, people and whatever else is given as ``field:type`` -> values."""
        rows = [
            (point(*xy), f"D{row}", self.weight[row], *(values[row] for values in columns.values()))
            for row, xy in enumerate(self.place)
        ]
        return self.make.layer("Point", rows, ("id:string", "people:double", *columns), name=name)

    def candidates(self, name="candidates", **columns):
        """Points with ID and name, and whatever else is given."""
        rows = [
            (point(*xy), self.ids[row], f"후보 {row}", *(values[row] for values in columns.values()))
            for row, xy in enumerate(self.spot)
        ]
        return self.make.layer("Point", rows, ("ID:string", "name:string", *columns), name=name)

    def given(self, **more) -> dict:
        """Settings that work."""
        return {"DEMAND": self.demand(), "DEMAND_WEIGHT": "people", "CANDIDATES": self.candidates(), "FACILITIES": 3,
                "ALTERNATIVE_SETS": 0, **more}  # fmt: skip

    def best(self, p: int, worth, largest: bool = False) -> float:
        """The best value of all sets of p sites."""
        values = [worth(self.costs[:, list(chosen)].min(axis=1)) for chosen in combinations(range(len(self.ids)), p)]
        return max(values) if largest else min(values)


def rows_of(layer) -> list[dict]:
    """Rows as dictionaries, NULL as None."""
    from qgis.PyQt.QtCore import QVariant

    names = [field.name() for field in layer.fields()]

    def plain(value):
        return None if isinstance(value, QVariant) and value.isNull() else value

    return [{name: plain(value) for name, value in zip(names, f.attributes())} for f in layer.getFeatures()]
