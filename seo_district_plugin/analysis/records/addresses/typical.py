"""How far middles of streets and dong lie from the places in them: each known address located without itself.

Leave-one-out over the reference (Stone 1974, "Cross-validatory choice and assessment of statistical predictions"),
computed from sums for all addresses at once, so that no sample is needed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from .locating import ENOUGH, ROAD, ZONE

if TYPE_CHECKING:
    from .index import AddressIndex


@dataclass(frozen=True)
class TypicalError:
    """Distance in metres between addresses and the middle that would stand for them if they were not known.

    Attributes:
        level: code of the level, road or zone; single: True for middles of one other address only.
        count: addresses tested; median, most: half of them, and nine of ten, lie at most so far off.
    """

    level: int
    single: bool
    count: int
    median: float
    most: float


def typical_errors(index: AddressIndex) -> list[TypicalError]:
    """The errors of the coarse levels in a reference, for middles of several addresses (or shapes) and of one."""
    region, town = index.region, index.town_zone
    asked = index.numbered & index.placed
    dong = region[:, 4]
    found = []
    for level, tests in (
        (ROAD, [(index.road, index.road_rank, region[:, : index.road_region], asked & (index.road > 0))]),
        (ZONE, [(dong, index.zone_rank, region[:, :4], asked & (dong > 0)),
                (town, index.town_rank, region[:, :4], asked & (dong == 0) & (town > 0))]),
    ):  # fmt: skip
        parts = [_left_out(index, key, rank, within, rows) for key, rank, within, rows in tests]
        error, single = (np.concatenate(values) for values in zip(*parts))
        for alone in (False, True):
            own = error[single == alone]
            if len(own):
                median, most = np.percentile(own, [50, 90])
                found.append(TypicalError(level, alone, len(own), float(median), float(most)))
    return found


def _left_out(
    index: AddressIndex, key: np.ndarray, rank: np.ndarray, region: np.ndarray, asked: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Error of each address that can be located by others, and whether by one only."""
    rows = np.flatnonzero(index.placed & (key > 0))
    if not len(rows) or not asked.any():
        return np.zeros(0), np.zeros(0, dtype=bool)
    names = {f"r{at}": region[rows, at] for at in range(region.shape[1])}
    frame = pd.DataFrame({"key": key[rows], **names})
    xy = index.xy[rows]
    frame = pd.DataFrame(
        {"g": frame.groupby(list(frame.columns), sort=False).ngroup().to_numpy(), "id": index.identity[rows],
         "x": xy[:, 0], "y": xy[:, 1], "cx": np.round(xy[:, 0], 2), "cy": np.round(xy[:, 1], 2),
         "rank": rank[rows], "reach": index.reach[rows], "asked": asked[rows]}
    )  # fmt: skip
    best = frame[frame["rank"] == frame.groupby("g")["rank"].transform("max")]
    cells = best.drop_duplicates(["g", "cx", "cy", "id"])
    owners = cells.groupby(["g", "cx", "cy"])["id"].transform("size")
    points = cells.drop_duplicates(["g", "cx", "cy"])
    whole = points.groupby("g").agg(n=("x", "size"), sx=("x", "sum"), sy=("y", "sum"), rank=("rank", "max"))
    whole["reach"] = best.groupby("g")["reach"].max()
    whole["ids"] = best.groupby("g")["id"].nunique()
    # A point at which another address stands as well stays when one of the two is left out.
    own = cells[owners == 1].groupby(["g", "id"]).agg(on=("x", "size"), ox=("x", "sum"), oy=("y", "sum"))
    present = best.drop_duplicates(["g", "id"])[["g", "id"]].assign(there=1)
    tested = frame[frame["asked"]].drop_duplicates(["g", "id", "cx", "cy"])
    tested = tested.groupby(["g", "id"], as_index=False)[["x", "y"]].mean()
    tested = tested.merge(whole, left_on="g", right_index=True)
    tested = tested.merge(own, how="left", left_on=["g", "id"], right_index=True)
    tested = tested.merge(present, how="left", on=["g", "id"])
    tested = tested.fillna({"on": 0, "ox": 0.0, "oy": 0.0, "there": 0})
    left = tested["n"] - tested["on"]
    tested = tested[left > 0]
    left = left[left > 0]
    known = np.minimum(left, tested["ids"] - tested["there"])
    east = (tested["sx"] - tested["ox"]) / left - tested["x"]
    north = (tested["sy"] - tested["oy"]) / left - tested["y"]
    shaped = (tested["rank"] > 0) & (tested["reach"] > 0)
    return np.hypot(east, north).to_numpy(), (~shaped & (known < ENOUGH)).to_numpy()
