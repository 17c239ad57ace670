"""Roads that may be walked along but not across."""

from __future__ import annotations

import numpy as np
import pytest

from seo_district_plugin.analysis.network.attach import attach_points
from seo_district_plugin.analysis.network.barriers import part_by_barriers
from seo_district_plugin.analysis.network.paths import od_costs
from seo_district_plugin.analysis.network.types import network_from_paths


def way(network, a, b) -> float:
    """Meters along the network from one point to another."""
    begin, finish = attach_points(network, np.array([a], float)), attach_points(network, np.array([b], float))
    return float(od_costs(network, begin, finish)[0, 0])


def crossing():
    """A trunk road along the x axis from -200 to 200, a street along y across it in the middle."""
    xy = np.array([[-200, 0], [0, 0], [200, 0], [0, 100], [0, -100]], float)
    network = network_from_paths(xy, np.array([0, 1, 3, 1]), np.array([1, 2, 1, 4]))
    return network, np.array([True, True, False, False])


def test_the_street_across_is_cut_but_both_sides_can_be_walked_along() -> None:
    network, trunk = crossing()
    assert way(network, (0, 50), (0, -50)) == pytest.approx(100)
    parted = part_by_barriers(network, trunk)
    # Around the end of the trunk: 50 down, 200 out on the one sidewalk, 200 back on the other, 50 down.
    assert way(parted, (0, 50), (0, -50)) == pytest.approx(500, abs=0.5)
    assert way(parted, (0, 50), (100, 5)) == pytest.approx(150, abs=0.5), "along the near side"
    assert way(parted, (0, 50), (100, -5)) == pytest.approx(50 + 200 + 100, abs=0.5), "the far side by the nearer end"


def test_without_barriers_nothing_changes() -> None:
    network, trunk = crossing()
    assert part_by_barriers(network, np.zeros_like(trunk)) is network


def test_a_bridge_leads_across() -> None:
    xy = np.array([[-200, 0], [200, 0], [0, 100], [0, -100]], float)
    network = network_from_paths(xy, np.array([0, 2]), np.array([1, 3]))
    parted = part_by_barriers(network, np.array([True, False]))
    assert way(parted, (0, 50), (0, -50)) == pytest.approx(100)


def test_a_ring_road_keeps_the_inside_from_the_outside() -> None:
    corner = np.array([[0, 0], [100, 0], [100, 100], [0, 100]], float)
    spokes = np.array([[50, 50], [-50, -50], [150, 150]], float)
    xy = np.concatenate([corner, spokes])
    start, end = np.array([0, 1, 2, 3, 4, 0, 4, 2]), np.array([1, 2, 3, 0, 0, 5, 2, 6])
    network = network_from_paths(xy, start, end)
    parted = part_by_barriers(network, np.array([True] * 4 + [False] * 4))
    assert np.isfinite(way(parted, (45, 45), (55, 55)))
    assert np.isinf(way(parted, (50, 50), (-40, -40))), "no way out"
    assert np.isfinite(way(parted, (-40, -40), (140, 140))), "around on the outer side"


@pytest.mark.parametrize("seed", range(25))
def test_no_way_is_shorter_and_none_crosses(seed: int) -> None:
    """On random grids: parted ways are never shorter, and one that stays on its side is as long as before."""
    rng = np.random.default_rng(seed)
    side = 6
    xy = np.array([[100.0 * x, 100.0 * y] for y in range(side) for x in range(side)]) + rng.uniform(-20, 20, (36, 2))
    pairs = [(i, i + 1) for i in range(36) if i % side < side - 1] + [(i, i + side) for i in range(36 - side)]
    pairs = [pair if rng.random() < 0.5 else pair[::-1] for pair in pairs]
    start, end = np.array(pairs).T
    network = network_from_paths(xy, start, end)
    row = 2  # the trunk: the whole third row, from edge to edge
    trunk = (start // side == row) & (end // side == row)
    parted = part_by_barriers(network, trunk)
    assert parted.edges == network.edges + trunk.sum()
    assert parted.length.sum() == pytest.approx(network.length.sum() + network.length[trunk].sum())
    above, below = xy[4 * side + 1], xy[0 * side + 3]
    for a, b in ((above, xy[5 * side + 4]), (below, xy[1 * side + 1]), (above, below)):
        assert way(parted, a, b) >= way(network, a, b) - 1e-6
    crossing_way = way(parted, above, below)
    # It goes around an end of the trunk: longer than to that end and back.
    ends = [
        min(way(network, above, xy[row * side + c]) + way(network, xy[row * side + c], below) for c in (0, side - 1))
    ]
    assert crossing_way >= ends[0] - 1e-6
