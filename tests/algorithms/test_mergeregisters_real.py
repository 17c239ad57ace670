"""Merging real registers through the algorithm: two restaurant guides, zones that a city and its district both list."""

from __future__ import annotations

import csv

import numpy as np

from tests.algorithms.test_mergeregisters import everything_once, merged, pairs_of


def test_two_restaurant_guides_without_labels(doors, real_data) -> None:
    """The whole cross product of 533 and 331 restaurants in a foreign language; 112 of them stand in both guides."""
    from qgis.core import QgsVectorLayer

    folder = real_data / "fodors_zagat"
    layers = [QgsVectorLayer(str(folder / f"{name}.csv"), name, "ogr") for name in ("fodors", "zagats")]
    found = merged(doors, layers, PROFILE="generic", ID_FIELD="id", COMPARE_FIELDS="city")
    everything_once(found, layers)
    with (folder / "matches.csv").open(encoding="utf-8", newline="") as stream:
        true = {tuple(sorted((line["fodors_id"], line["zagats_id"]))) for line in csv.DictReader(stream)}
    made = pairs_of(found["LINKS"])
    right = len(made & true)
    precision, recall = right / len(made), right / len(true)
    assert 2 * precision * recall / (precision + recall) >= 0.97, (precision, recall)
    assert found["PRECISION_LOW"] <= precision <= found["PRECISION_HIGH"]
    assert found["RECALL_LOW"] <= recall, "the estimate does not promise more than there is"


def test_zones_that_the_city_and_its_district_both_list(doors, real_data) -> None:
    """For at least 43 of the city's zones one of the district's stands within 5 m, under another spelling often; a
    school and the kindergarten attached to it share a place and are two."""
    from qgis.core import QgsVectorLayer

    source = f"{real_data / 'daejeon_child_zones' / 'child_zones.gpkg'}|layername=child_zones"
    layers = [QgsVectorLayer(source, name, "ogr") for name in ("city", "district")]
    layers[0].setSubsetString("\"provider\" = '대전광역시' AND \"gu\" = '서구'")
    layers[1].setSubsetString("\"provider\" = '대전광역시 서구'")
    found = merged(doors, layers, CATEGORY_FIELD="facility_type", ID_FIELD="")
    everything_once(found, layers)

    entity = {(row["register"], row["source_fid"]): row["entity_id"] for row in found["LINKS"]}
    city, own = (list(layer.getFeatures()) for layer in layers)
    places = [np.array([feature.geometry().asPoint() for feature in each]) * [89_600, 110_950] for each in (city, own)]
    near = np.hypot(*(places[0][:, None] - places[1][None]).transpose(2, 0, 1)) <= 5
    beside = np.flatnonzero(near.any(axis=1))
    of_district = {entity["district", feature.id()] for feature in own}
    linked = [at for at in beside.tolist() if entity["city", city[at].id()] in of_district]
    assert len(beside) >= 43 and len(linked) >= len(beside) - 3, [
        city[at]["facility"] for at in beside.tolist() if at not in linked
    ]
    attached: dict[int, set[bool]] = {}
    for name, features in zip(("city", "district"), (city, own)):
        for feature in features:
            attached.setdefault(entity[name, feature.id()], set()).add(feature["facility"].endswith("병설"))
    assert all(len(kinds) == 1 for kinds in attached.values()), "a school and its kindergarten were joined"
    assert {row["register_a"] for row in found["REVIEW"]} <= {"city", "district"}
