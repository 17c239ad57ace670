"""Accessibility through the algorithm: places and services in, scores, areas, zones, loads out; bad input refused."""

from __future__ import annotations

import numpy as np
import pytest

CRS = "EPSG:5186"
X, Y = 234_000.0, 416_000.0


def layer(kind: str, fields: list[str], rows: list, name: str = "layer", crs: str = CRS):
    """A memory layer of rows (WKT in local meters or None, values...)."""
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    made = QgsVectorLayer(f"{kind}?crs={crs}&" + "&".join(f"field={field}" for field in fields), name, "memory")
    features = []
    for wkt, *values in rows:
        feature = QgsFeature(made.fields())
        feature.setAttributes(values)
        if wkt is not None:
            geometry = QgsGeometry.fromWkt(wkt)
            if crs == CRS:
                geometry.translate(X, Y)
            feature.setGeometry(geometry)
        features.append(feature)
    assert made.dataProvider().addFeatures(features)[0]
    made.updateExtents()
    return made


def points(rows, name="places", fields=("people:double",)):
    return layer("Point", list(fields), [(f"Point({x} {y})", *values) for x, y, *values in rows], name)


def box(x: float, y: float, size: float) -> str:
    return f"Polygon(({x} {y}, {x + size} {y}, {x + size} {y + size}, {x} {y + size}, {x} {y}))"


TOWN = [(0, 0, 100.0), (100, 0, 50.0), (900, 0, 200.0), (1000, 0, 50.0), (5000, 0, 10.0)]
SERVICES = [(50, 0, "가람", 30.0), (950, 0, "누리", 25.0)]
STREET = ["LineString(-100 0, 1200 0)", "LineString(4900 0, 5200 0)"]


@pytest.fixture(scope="module")
def town(provider):
    return points(TOWN)


@pytest.fixture(scope="module")
def services(provider):
    return points(SERVICES, "services", ("name:string(20)", "places:double"))


@pytest.fixture(scope="module")
def analyze(town, services):
    """Run the algorithm; rows of an output as dicts, and the results."""
    import processing

    def _analyze(want="OUTPUT", **given):
        parameters = {
            "DEMAND": town, "DEMAND_WEIGHT": "people", "SERVICES": services, "CAPACITY_FIELD": "places",
            "METHOD": "two_step", "RADIUS": 200.0, "OUTPUT": "memory:", want: "memory:", **given,
        }  # fmt: skip
        results = processing.run("seodistrict:serviceaccess", parameters)
        return rows_of(results[want]), results

    return _analyze


def rows_of(made) -> list[dict]:
    names = [field.name() for field in made.fields()]
    return [
        {
            name: value if isinstance(value, (int, float, str)) else None
            for name, value in zip(names, feature.attributes())
        }
        | {"geometry": feature.geometry()}
        for feature in made.getFeatures()
    ]


def test_two_step_by_hand(analyze) -> None:
    rows, results = analyze()
    assert [row["score"] for row in rows] == pytest.approx([0.2, 0.2, 0.1, 0.1, 0.0])
    assert [row["class"] for row in rows] == ["above", "above", "below", "below", "none"]
    assert [row["rank"] for row in rows] == [1, 1, 3, 3, 5]
    assert [row["reach"] for row in rows] == [1, 1, 1, 1, 0]
    assert rows[0]["percentile"] == pytest.approx(100 * 260 / 410)
    assert "가람" in rows[0]["reason"] and "50" in rows[0]["reason"]
    assert rows[4]["nearest"] is None and "4,050" in rows[4]["reason"]
    assert results["MEAN_SCORE"] == pytest.approx(55 / 410)
    assert results["PEOPLE"] == 410 and results["CAPACITY_TOTAL"] == 55
    assert results["UNDERSERVED_PEOPLE"] == 10 and results["NO_REACH_PEOPLE"] == 10


@pytest.mark.parametrize("method", ["two_step", "enhanced", "three_step", "balanced"])
def test_capacity_is_handed_out(analyze, method: str) -> None:
    rows, _ = analyze(METHOD=method)
    total = sum(row["score"] * row["demand"] for row in rows)
    assert total == pytest.approx(55.0), "no catchment overlaps here, so every method hands out all capacity"


def test_agents_have_a_cost_and_say_it(analyze) -> None:
    rows, results = analyze(METHOD="raam", RADIUS=2000.0, TAU=1000.0)
    assert rows[4]["score"] is None and rows[4]["class"] == "none"
    assert results["EQUILIBRIUM_GAP"] < 1e-4 and results["ROUNDS"] >= 1
    best = min((row for row in rows if row["score"] is not None), key=lambda row: row["rank"])
    assert best["score"] == min(row["score"] for row in rows if row["score"] is not None)


def test_zones_of_distance_are_obeyed(analyze) -> None:
    even, _ = analyze(METHOD="enhanced", DECAY="uniform")
    plain, _ = analyze()
    assert [row["score"] for row in even] == pytest.approx([row["score"] for row in plain])
    near, _ = analyze(METHOD="enhanced", DECAY="step", STEPS="40:1; 200:0")
    assert [row["score"] for row in near] == [0.0] * 5 or all(row["reach"] == 0 for row in near)


def test_ways_along_streets_are_longer_and_far_places_are_left_out(analyze, town, services) -> None:
    streets = layer("LineString", ["name:string(9)"], [(wkt, "길") for wkt in STREET], "streets")
    far = points([*TOWN, (500, 2000, 70.0)], "town")
    rejected, _ = analyze("REJECTED", DEMAND=far, COST="network", STREETS=streets)
    assert [row["layer"] for row in rejected] == ["town"] and "2,000 m" in rejected[0]["detail"]
    rows, results = analyze(DEMAND=far, COST="network", STREETS=streets)
    assert len(rows) == 5 and results["PLACES_USED"] == 5
    assert [row["nearest"] for row in rows[:4]] == pytest.approx([50, 50, 50, 50], abs=1)


def test_underserved_places_become_areas(analyze) -> None:
    rows, results = analyze("UNDERSERVED", LOW_SHARE=0.9)
    assert results["AREAS"] == len(rows) == 2
    assert [row["demand"] for row in rows] == [250, 10], "the area with the most people first"
    assert rows[1]["none_demand"] == 10 and rows[0]["none_demand"] == 0
    from qgis.core import QgsGeometry, QgsPointXY

    assert rows[0]["geometry"].contains(QgsGeometry.fromPointXY(QgsPointXY(X + 900, Y)))
    assert all(row["place"] and row["reason"] for row in rows)


def test_zones_add_up(analyze) -> None:
    zones = layer("Polygon", ["dong:string(9)"], [(box(-500, -500, 1000), "가동"), (box(500, -500, 1000), "나동"),
                                                  (box(9000, 0, 10), "빈동")], "zones")  # fmt: skip
    rows, _ = analyze("ZONES_OUT", ZONES=zones)
    assert [row["demand"] for row in rows] == [150, 250, 0]
    assert rows[0]["mean_score"] == pytest.approx(0.2) and rows[2]["mean_score"] is None
    assert rows[2]["low_share"] is None and rows[0]["low_share"] == 0
    scored, _ = analyze(ZONES=zones)
    assert scored[0]["place"].startswith("가동")


def test_load_of_services(analyze) -> None:
    rows, results = analyze("SERVICES_OUT", SERVICES=points(
        [*SERVICES, (20_000, 0, "외딴", 9.0)], "services", ("name:string(20)", "places:double")))  # fmt: skip
    assert [row["load"] for row in rows] == [150, 250, 0]
    assert [row["ratio"] for row in rows] == pytest.approx([0.2, 0.1, None])
    assert results["UNUSED_CAPACITY"] == 9


def test_without_fields_everybody_and_everything_counts_once(analyze) -> None:
    rows, results = analyze(DEMAND_WEIGHT=None, CAPACITY_FIELD=None)
    assert results["PEOPLE"] == 5 and results["CAPACITY_TOTAL"] == 2
    assert [row["score"] for row in rows] == pytest.approx([0.5, 0.5, 0.5, 0.5, 0.0])


def test_polygons_keep_their_shape_and_degrees_give_the_same(analyze, provider) -> None:
    import processing

    cells = layer("Polygon", ["people:double"], [(box(100 * i, -50, 100), 10.0 + i) for i in range(12)], "cells")
    rows, _ = analyze(DEMAND=cells, METHOD="enhanced", RADIUS=400.0)
    assert all(row["geometry"].area() == pytest.approx(10_000) for row in rows)
    turned = processing.run("native:reprojectlayer", {"INPUT": cells, "TARGET_CRS": "EPSG:4326", "OUTPUT": "memory:"})[
        "OUTPUT"
    ]
    degrees, _ = analyze(DEMAND=turned, METHOD="enhanced", RADIUS=400.0, ANALYSIS_CRS=CRS)
    assert [row["score"] for row in degrees] == pytest.approx([row["score"] for row in rows], rel=1e-4)


def test_rows_are_accounted_for(analyze) -> None:
    town = points([*TOWN, (10, 10, None)], "town")
    centers = points([*SERVICES, (60, 0, "모름", None)], "services", ("name:string(20)", "places:double"))
    rejected, results = analyze("REJECTED", DEMAND=town, SERVICES=centers)
    assert {(row["layer"], row["detail"]) for row in rejected} == {("town", "people"), ("services", "places")}
    assert results["PLACES_USED"] == 5 and results["SERVICES_USED"] == 2


def test_duplicates_count_each_and_that_is_said(town, services) -> None:
    import processing
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    feedback = QgsProcessingFeedback(False)
    twice = points([*SERVICES, SERVICES[0]], "services", ("name:string(20)", "places:double"))
    again = points([*TOWN, TOWN[0]], "town")
    results = processing.run(
        "seodistrict:serviceaccess",
        {"DEMAND": again, "DEMAND_WEIGHT": "people", "SERVICES": twice, "CAPACITY_FIELD": "places", "RADIUS": 200.0,
         "METHOD": "two_step", "OUTPUT": "memory:"},
        context=QgsProcessingContext(), feedback=feedback,
    )  # fmt: skip
    assert results["CAPACITY_TOTAL"] == 85 and results["PEOPLE"] == 510
    assert "1 " in feedback.textLog() and "spot" in feedback.textLog()


@pytest.fixture
def refuse(town, services):
    """Run by ``alg.run``, which skips the check of the dialog; the sentence of the refusal."""
    from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

    def _refuse(**given) -> str:
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("seodistrict:serviceaccess")
        parameters = {
            "DEMAND": town, "DEMAND_WEIGHT": "people", "SERVICES": services, "CAPACITY_FIELD": "places",
            "METHOD": "two_step", "RADIUS": 200.0, "OUTPUT": "memory:", **given,
        }  # fmt: skip
        feedback = QgsProcessingFeedback(False)
        try:
            _, fine = algorithm.run(parameters, QgsProcessingContext(), feedback, {}, False)
        except QgsProcessingException as problem:
            return str(problem)
        assert not fine, "the input was taken"
        return feedback.textLog()

    return _refuse


def test_negative_weights_and_capacities(refuse) -> None:
    told = refuse(DEMAND=points([(0, 0, -3.0), (10, 0, 5.0)], "town"))
    assert "people" in told and "-3" in told
    bad = points([(0, 0, "a", -1.0)], "services", ("name:string(20)", "places:double"))
    assert "places" in refuse(SERVICES=bad)


def test_no_people_and_no_capacity(refuse) -> None:
    assert "above 0" in refuse(DEMAND=points([(0, 0, 0.0), (10, 0, 0.0)], "town"))
    closed = points([(0, 0, "a", 0.0)], "services", ("name:string(20)", "places:double"))
    assert "capacity above 0" in refuse(SERVICES=closed)
    unknown = points([(0, 0, "a", None)], "services", ("name:string(20)", "places:double"))
    assert "capacity above 0" in refuse(SERVICES=unknown)


def test_nothing_within_reach(refuse) -> None:
    far = points([(90_000, 0, "a", 5.0)], "services", ("name:string(20)", "places:double"))
    told = refuse(SERVICES=far)
    assert "200 m" in told and "85,000 m" in told


def test_empty_layers(refuse) -> None:
    assert refuse(DEMAND=points([], "town"))
    assert refuse(SERVICES=points([], "services", ("name:string(20)", "places:double")))


def test_network_without_streets_and_streets_elsewhere(refuse) -> None:
    assert "STREETS" in refuse(COST="network")
    elsewhere = layer("LineString", ["name:string(9)"], [("LineString(0 9000, 500 9000)", "길")], "streets")
    assert "300 m" in refuse(COST="network", STREETS=elsewhere)


@pytest.mark.parametrize("steps", ["abc", "300", "300:1; 200:0.5", "300:2", "300:0", "-5:1"])
def test_broken_zones_of_distance(refuse, steps: str) -> None:
    assert "STEPS" in refuse(METHOD="enhanced", DECAY="step", STEPS=steps)


def test_zones_beyond_the_radius(refuse) -> None:
    assert "300 m" in refuse(METHOD="enhanced", DECAY="step", STEPS="100:1; 300:0.5")


def test_numbers_that_cannot_be(refuse) -> None:
    assert "RADIUS" in refuse(RADIUS=0.0)
    assert "TAU" in refuse(METHOD="raam", TAU=0.0)
    assert refuse(DEMAND_WEIGHT="nowhere")


def test_refused_inside_a_model_too(town, services) -> None:
    from qgis.core import (
        QgsProcessingContext,
        QgsProcessingException,
        QgsProcessingFeedback,
        QgsProcessingModelAlgorithm,
        QgsProcessingModelChildAlgorithm,
        QgsProcessingModelChildParameterSource,
        QgsProject,
    )

    project, kept = QgsProject.instance(), [town.clone(), services.clone()]
    project.addMapLayers(kept, False)
    child = QgsProcessingModelChildAlgorithm("seodistrict:serviceaccess")
    child.setChildId("access")
    values = {"DEMAND": kept[0].id(), "SERVICES": kept[1].id(), "COST": "network", "METHOD": "two_step"}
    for name, value in values.items():
        child.addParameterSources(name, [QgsProcessingModelChildParameterSource.fromStaticValue(value)])
    model = QgsProcessingModelAlgorithm("check", "check")
    model.addChildAlgorithm(child)
    feedback, context = QgsProcessingFeedback(False), QgsProcessingContext()
    context.setProject(project)
    try:
        with pytest.raises(QgsProcessingException) as refused:
            model.run({}, context, feedback, {}, False)
        assert "STREETS" in str(refused.value) + feedback.textLog()
    finally:
        project.removeMapLayers([one.id() for one in kept])


def test_scores_are_those_of_the_definition(analyze) -> None:
    rng = np.random.default_rng(5)
    at, to = rng.random((60, 2)) * 2000, rng.random((8, 2)) * 2000
    people, places = rng.integers(0, 30, 60).astype(float), rng.integers(1, 40, 8).astype(float)
    town = points([(x, y, p) for (x, y), p in zip(at.tolist(), people.tolist())])
    centers = points([(x, y, "a", c) for (x, y), c in zip(to.tolist(), places.tolist())], "services",
                     ("name:string(20)", "places:double"))  # fmt: skip
    rows, _ = analyze(DEMAND=town, SERVICES=centers, METHOD="enhanced", RADIUS=700.0)
    cost = np.hypot(*(at[:, None] - to[None]).transpose(2, 0, 1))
    edge = np.exp(-0.5)
    weight = np.where(cost <= 700, (np.exp(-0.5 * (cost / 700) ** 2) - edge) / (1 - edge), 0.0)
    load = weight.T @ people
    expected = weight @ np.divide(places, load, out=np.zeros(8), where=load > 0)
    assert [row["score"] for row in rows] == pytest.approx(expected.tolist(), rel=1e-9, abs=1e-12)
