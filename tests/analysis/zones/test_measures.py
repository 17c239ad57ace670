"""Features of points over zones and discs against loops over everything."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.analysis.errors import AnalysisError, Cancelled
from seo_district_plugin.analysis.zones.grid import cell_polygons, square_grid
from seo_district_plugin.analysis.zones.inside import points_in_polygons
from seo_district_plugin.analysis.zones.measures import per_square_kilometer, point_features
from seo_district_plugin.analysis.zones.recipe import FeatureRequest
from seo_district_plugin.analysis.zones.shapes import Polygons

CELLS = square_grid((0, 0, 400, 300), 100)


def request(measure: str, radius: float = 0.0, field: str = "", name: str = "") -> FeatureRequest:
    return FeatureRequest("shops", field, measure, radius, name or f"{measure}_{radius:.0f}_{field}")


def layer(seed: int, count: int) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    rng = np.random.default_rng(seed)
    xy = rng.integers(-10, 90, (count, 2)) * 5.0
    amount = rng.normal(size=count)
    amount[rng.random(count) < 0.2] = np.nan
    kind = rng.choice(np.array(["cafe", "bank", "pc", "", None], dtype=object), count)
    return xy, {"amount": amount, "kind": kind, "floor": rng.integers(-2, 9, count), "open": rng.random(count) < 0.5}


def by_loop(req: FeatureRequest, xy: np.ndarray, columns: dict[str, np.ndarray]) -> list[float]:
    result = []
    for x0, y0 in CELLS:
        distance = np.hypot(xy[:, 0] - x0 - 50, xy[:, 1] - y0 - 50)
        if req.radius:
            chosen, area = distance <= req.radius, math.pi * req.radius**2
        else:
            chosen = (x0 <= xy[:, 0]) & (xy[:, 0] < x0 + 100) & (y0 <= xy[:, 1]) & (xy[:, 1] < y0 + 100)
            area = 100.0 * 100.0
        values = [columns[req.field][i] if req.field else 1.0 for i in np.flatnonzero(chosen)]
        at = distance[chosen]
        if req.measure == "shannon":
            known = [v for v in values if v]
            shares = [known.count(kind) / len(known) for kind in set(known)]
            result.append(-sum(p * math.log(p) for p in shares))
            continue
        good = [float(v) for v in values if not math.isnan(v)]
        if req.measure.startswith("kernel"):
            t = at / req.radius
            weight = (1 - t**2) ** 2 if req.measure == "kernel_quartic" else np.exp(-0.5 * (3 * t) ** 2)
            result.append(sum(w * v for w, v in zip(weight, values, strict=True) if not math.isnan(v)))
        elif req.measure in ("count", "sum", "density"):
            total = len(good) if req.measure == "count" else sum(good)
            result.append(total / (area / 1e6) if req.measure == "density" else total)
        else:
            summary = {"mean": np.mean, "min": min, "max": max}[req.measure]
            result.append(float(summary(good)) if good else math.nan)
    return result


REQUESTS = [
    *(request(measure, radius) for measure in ("count", "density") for radius in (0, 60, 150)),
    *(
        request(measure, radius, field)
        for measure in ("count", "sum", "mean", "min", "max", "density")
        for radius in (0, 60, 150)
        for field in ("amount", "floor", "open")
    ),
    *(request(m, r, f) for m in ("kernel_quartic", "kernel_gaussian") for r in (60, 150) for f in ("", "amount")),
    *(request("shannon", radius, "kind") for radius in (0, 60, 150)),
]


@settings(deadline=None, max_examples=12)
@given(st.integers(0, 10**6), st.sampled_from([0, 1, 30, 300]))
def test_all_measures_at_once(seed: int, count: int) -> None:
    xy, columns = layer(seed, count)
    zones = cell_polygons(CELLS, 100)
    found = point_features(REQUESTS, None, zones, xy, columns)
    assert list(found) == [req.name for req in REQUESTS]
    for req in REQUESTS:
        assert found[req.name].dtype == np.float64
        assert found[req.name] == pytest.approx(by_loop(req, xy, columns), abs=1e-9, nan_ok=True), req


def test_nearest_with_and_without_a_limit() -> None:
    xy = np.array([[50.0, 50.0], [50.0, 130.0]])
    found = point_features([request("nearest"), request("nearest", 100)], CELLS + 50, None, xy, {})
    assert found["nearest_0_"][:2].tolist() == [0, 100]
    assert found["nearest_100_"][:3].tolist() == [0, 100, pytest.approx(math.nan, nan_ok=True)]
    empty = point_features([request("nearest"), request("count", 10)], CELLS + 50, None, np.empty((0, 2)), {})
    assert np.isnan(empty["nearest_0_"]).all()
    assert (empty["count_10_"] == 0).all()


def test_given_pairs_replace_the_search() -> None:
    xy, columns = layer(1, 50)
    pairs = np.array([0, 0, 2]), np.array([5, 7, 9])
    found = point_features(
        [request("count"), request("sum", 0, "floor")], None, cell_polygons(CELLS, 100), xy, columns, inside=pairs
    )
    assert found["count_0_"].tolist() == [2, 0, 1] + [0] * 9
    assert found["sum_0_floor"][2] == columns["floor"][9]


def test_large_cells_and_points_agree_with_the_pair_list() -> None:
    xy, columns = layer(4, 200)
    zones = Polygons.from_rings([[np.array([(0, 0), (400, 0), (200, 300)])], []])
    zone, point = points_in_polygons(xy, zones)
    found = point_features([request("count"), request("density")], None, zones, xy, columns)
    assert found["count_0_"].tolist() == np.bincount(zone, minlength=2).tolist()
    assert found["density_0_"][0] == pytest.approx(len(point) / 0.06)
    assert np.isnan(found["density_0_"][1])


@pytest.mark.parametrize(
    ("req", "code", "values"),
    [
        (request("length"), "recipe_measure_not_for_kind", {"measure": "length", "kind": "point"}),
        (request("sum"), "recipe_field_needed", {"measure": "sum", "row": 1}),
        (request("nearest", 0, "floor"), "recipe_field_unused", {"field": "floor"}),
        (request("kernel_quartic"), "recipe_radius_needed", {"measure": "kernel_quartic"}),
        (request("count", 0, "none"), "feature_field_unknown", {"field": "none", "layer": "shops"}),
        (request("mean", 0, "kind"), "feature_field_not_numeric", {"field": "kind", "measure": "mean"}),
    ],
)
def test_requests_that_cannot_be_served(req: FeatureRequest, code: str, values: dict[str, object]) -> None:
    xy, columns = layer(1, 10)
    with pytest.raises(AnalysisError) as caught:
        point_features([req], None, cell_polygons(CELLS, 100), xy, columns)
    assert caught.value.code == code
    assert values.items() <= caught.value.values.items()


def test_zones_without_area_need_a_radius() -> None:
    with pytest.raises(AnalysisError, match="recipe_radius_needed"):
        point_features([request("count")], CELLS, None, CELLS, {})
    with pytest.raises(ValueError, match="centers or polygons"):
        point_features([request("count", 5)], None, None, CELLS, {})


def test_ticks_and_cancel() -> None:
    xy, columns = layer(1, 100)
    seen: list[float] = []
    point_features(REQUESTS, None, cell_polygons(CELLS, 100), xy, columns, seen.append)
    assert seen == sorted(seen)
    assert seen[0] >= 0 and seen[-1] == 1.0

    def stop(_fraction: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        point_features(REQUESTS, None, cell_polygons(CELLS, 100), xy, columns, stop)


def test_density_by_hand() -> None:
    assert per_square_kilometer(np.array([3.0, 1.0]), np.array([10_000.0, 0.0])).tolist() == [
        300.0,
        pytest.approx(math.nan, nan_ok=True),
    ]


def test_one_field_as_number_and_as_category() -> None:
    xy, columns = layer(3, 200)
    both = [request("sum", 120, "floor"), request("shannon", 120, "floor"), request("shannon", 0, "kind")]
    texts = {"floor": np.array([f"floor {number}" for number in columns["floor"]], dtype=object)}
    polygons = cell_polygons(CELLS, 100)
    found = point_features(both, None, polygons, xy, columns, categories=texts)
    apart = point_features(both[:1] + both[2:], None, polygons, xy, columns)
    apart |= point_features(both[1:2], None, polygons, xy, texts)
    assert list(found) == [item.name for item in both]
    for name, values in found.items():
        np.testing.assert_array_equal(values, apart[name])
