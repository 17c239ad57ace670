"""Reports of trouble on foot: what the truth says of their places and years is in the counts."""

from __future__ import annotations

import numpy as np
import pytest

from seo_district_plugin.sample.city import City
from seo_district_plugin.sample.reports import LEVEL, SPOTS, YEARS


@pytest.mark.parametrize("which", ["tiny", "district"])
def test_counts_follow_the_planted_factors(which: str, request: pytest.FixtureRequest) -> None:
    city: City = request.getfixturevalue(which)
    frame = city.layers["walk_rpt"].frame
    counts = frame[[f"y{year}" for year in YEARS]].to_numpy()
    kinds = city.truth["hot_spot_cells"].set_index("gid")["kind"]
    kind = frame["gid"].map(kinds).fillna("").to_numpy()
    error = 4 / np.sqrt((kind == "").sum())
    assert counts[kind == ""].mean() == pytest.approx(LEVEL, abs=error * LEVEL)
    for name, times in SPOTS:
        inside = counts[kind == name]
        early, last = inside[:, :-1].mean(), inside[:, -1].mean()
        spread = 1.3 * LEVEL * times / np.sqrt(len(inside))
        assert last == pytest.approx(LEVEL * (1 if name == "historical" else times), abs=2 * spread)
        assert early == pytest.approx(LEVEL * (1 if name == "new" else times), abs=2 * spread)


@pytest.mark.parametrize("which", ["tiny", "district"])
def test_areas_are_round_apart_and_in_the_grid(which: str, request: pytest.FixtureRequest) -> None:
    city: City = request.getfixturevalue(which)
    spots, cells = city.truth["hot_spots"], city.truth["hot_spot_cells"]
    frame = city.layers["walk_rpt"].frame
    assert frame["gid"].tolist() == city.layers["population_grid"].frame["gid"].tolist()
    assert cells["gid"].is_unique and set(cells["gid"]) <= set(frame["gid"])
    at = spots[["x", "y"]].to_numpy()
    gaps = np.hypot(*(at[:, None] - at[None]).transpose(2, 0, 1))[np.triu_indices(3, 1)]
    assert gaps.min() > 2 * spots["radius"].max()
    for row in spots.itertuples():
        within = frame.loc[np.hypot(frame["x"] - row.x, frame["y"] - row.y) <= row.radius, "gid"]
        assert set(within) == set(cells.loc[cells["kind"] == row.kind, "gid"])
