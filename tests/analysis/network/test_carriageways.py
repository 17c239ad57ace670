"""Second carriageways are left out, what met them still meets the street, and other streets stay."""

from __future__ import annotations

import numpy as np
import pytest

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.network.carriageways import merge_carriageways
from seo_district_plugin.analysis.network.lines import street_lines
from seo_district_plugin.analysis.network.noding import NodingReport, node_lines
from seo_district_plugin.analysis.network.simplify import merge_through_nodes
from seo_district_plugin.analysis.network.types import Network, components


def avenue(**columns: object) -> tuple[Network, NodingReport]:
    """Two lines 12 m apart, side streets on both sides at 100, 200 and 300 m, joined across at 200 m only."""
    paths = [[(0, 0), (400, 0)], [(0, 12), (390, 12)]]
    paths += [[(x, 0), (x, -80)] for x in (100, 300)] + [[(x, 12), (x, 90)] for x in (100, 300)]
    paths += [[(200, -80), (200, 90)]]
    return node_lines(street_lines([np.array(p, dtype=float) for p in paths], **columns), 0.5)  # type: ignore[arg-type]


def test_two_carriageways_become_one_street() -> None:
    network, report = avenue()
    assert report.components == 1
    merged, after = merge_carriageways(network, report, 20.0)
    assert after.carriageways > 0
    assert after.components == 1
    merged = merge_through_nodes(merged)[0]
    along = [e for e in range(merged.edges) if np.ptp(merged.path(e)[:, 1]) < 1]
    assert merged.length[along].sum() == pytest.approx(400, abs=15)
    for x, y in ((100, -80), (300, -80), (100, 90), (300, 90), (200, -80), (200, 90)):
        node = int(np.hypot(*(merged.xy - [x, y]).T).argmin())
        assert np.hypot(*(merged.xy[node] - [x, y])) < 1e-6
        assert merged.degree()[node] == 1
    lines = merged.pieces.line
    assert set(lines.tolist()) >= {2, 3, 4, 5, 6}


def test_streets_of_another_grade_or_farther_apart_stay() -> None:
    network, report = avenue()
    same, after = merge_carriageways(network, report, 8.0)
    assert same is network
    assert after.carriageways == 0
    apart, report = avenue(layer=[0, 1, 0, 0, 0, 0, 0])
    assert merge_carriageways(apart, report, 20.0)[1].carriageways == 0
    crossing = [
        np.array([[-200.0, 0], [200, 0]]),
        np.array([[0.0, -200], [0, 200]]),
        np.array([[-200.0, -60], [200, 60]]),
    ]
    star, report = node_lines(street_lines(crossing))
    assert merge_carriageways(star, report, 20.0)[1].carriageways == 0


def test_a_street_that_goes_on_is_no_second_carriageway() -> None:
    paths = [np.array([[0.0, 0], [100, 0]]), np.array([[100.0, 0], [200, 0.5]]), np.array([[200.0, 0.5], [300, 0]])]
    network, report = node_lines(street_lines(paths))
    assert merge_carriageways(network, report, 20.0)[0] is network


def test_one_way_carriageways_become_a_street_for_both_ways() -> None:
    network, report = avenue(oneway=np.array([1, -1, 0, 0, 0, 0, 0]))
    merged = merge_carriageways(network, report, 20.0)[0]
    assert not merged.oneway.any()
    assert len(components(merged).length) == 1


def test_what_holds_parts_together_stays() -> None:
    # The line in the north runs beside two lines that do not meet, and joins them.
    paths = [[(0, 0), (195, 0)], [(205, 0), (400, 0)], [(0, 0), (0, 10), (390, 10), (400, 0)]]
    network, report = node_lines(street_lines([np.array(p, dtype=float) for p in paths]), 0.5)
    merged, after = merge_carriageways(network, report, 15.0)
    assert after.components == len(components(merged).length) == 1


@pytest.mark.parametrize("seed", range(6))
def test_nothing_falls_apart_and_pieces_lead_back(seed: int) -> None:
    rng = np.random.default_rng(seed)
    paths = [rng.uniform(0, 300, 2) + np.cumsum(rng.normal(0, 50, (4, 2)), axis=0) for _ in range(10)]
    paths += [path + rng.uniform(3, 7, 2) for path in paths[:5]]
    network, report = node_lines(street_lines(paths), 0.5)
    merged, after = merge_carriageways(network, report, 10.0)
    assert after.components <= report.components
    for edge in range(merged.edges):
        first, last = merged.pieces.offsets[edge], merged.pieces.offsets[edge + 1] - 1
        for piece, place, end in (
            (first, merged.pieces.start[first], merged.path(edge)[0]),
            (last, merged.pieces.end[last], merged.path(edge)[-1]),
        ):
            path = paths[merged.pieces.line[piece]]
            steps = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(path, axis=0).T))])
            source = np.array([np.interp(place, steps, path[:, k]) for k in (0, 1)])
            assert np.hypot(*(source - end)) < 15


def test_bad_distance_and_cancel() -> None:
    network, report = avenue()
    with pytest.raises(AnalysisError, match="distance_not_positive"):
        merge_carriageways(network, report, 0.0)

    def stop(_fraction: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        merge_carriageways(network, report, 20.0, tick=stop)
