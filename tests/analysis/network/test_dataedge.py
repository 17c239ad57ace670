"""Shares of discs beyond the data, against shares of random places and known shapes."""

from __future__ import annotations

import numpy as np
import pytest

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.network.dataedge import covered_area, cut_off_share

SQUARE = np.array([[0, 0], [10, 0], [10, 10], [0, 10.0]])
HOLE = np.array([[4, 4], [6, 4], [6, 6], [4, 6.0]])


def test_inside_on_an_edge_at_a_corner_and_far_away() -> None:
    xy = np.array([[5, 5], [5, 0], [0, 0], [50, 50], [5, -1]])
    share = cut_off_share(xy, [2.0, 3.0], [SQUARE])
    assert share[0, :4].tolist() == pytest.approx([0, 0.5, 0.75, 1])
    segment = 4 * np.arccos(0.5) - np.sqrt(3)
    assert share[0, 4] == pytest.approx(1 - segment / (4 * np.pi))


@pytest.mark.parametrize("turned", [False, True])
def test_holes_islands_and_either_direction(turned: bool) -> None:
    island = np.array([[4.5, 4.5], [5.5, 4.5], [5.5, 5.5], [4.5, 5.5]])
    rings = [ring[::-1] if turned else ring for ring in (SQUARE, np.vstack([HOLE, HOLE[:1]]), island)]
    rng = np.random.default_rng(0)
    xy = rng.uniform(-2, 12, (30, 2))
    share = cut_off_share(xy, [1.0, 3.0, 30.0], rings)

    def covered(p: np.ndarray) -> np.ndarray:
        def box(low: float, high: float) -> np.ndarray:
            return ((p > low) & (p < high)).all(axis=-1)

        return (box(0, 10) & ~box(4, 6)) | box(4.5, 5.5)

    for k, radius in enumerate([1.0, 3.0, 30.0]):
        angle, far = rng.uniform(0, 2 * np.pi, 20_000), radius * np.sqrt(rng.random(20_000))
        probes = xy[:, None] + np.stack([far * np.cos(angle), far * np.sin(angle)], axis=1)
        assert np.allclose(share[k], 1 - covered(probes).mean(axis=1), atol=0.02)
    assert share[2] == pytest.approx(1 - 97 / (900 * np.pi))


def test_the_hull_of_streets() -> None:
    inner = np.vstack([SQUARE, [[5, 5], [2, 3]]])
    assert cut_off_share(np.array([[5.0, 5]]), [100.0], covered_area(inner))[0, 0] == pytest.approx(1 - 0.01 / np.pi)
    assert covered_area(np.array([[0.0, 0], [1, 1], [2, 2]])) == []
    assert cut_off_share(np.zeros((2, 2)), [1.0], []).tolist() == [[1, 1]]


def test_bad_radius_and_cancel() -> None:
    with pytest.raises(AnalysisError, match="radius_not_positive"):
        cut_off_share(np.zeros((1, 2)), [np.inf], [SQUARE])

    def stop(_fraction: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        cut_off_share(np.zeros((1, 2)), [1.0], [SQUARE], tick=stop)
