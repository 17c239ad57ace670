"""The main roads of Seo-gu, as they come: a driving skeleton drawn once per direction, cut out of a larger network."""

from __future__ import annotations

import numpy as np
import pytest

RADII = (400, 800, 1600)


@pytest.fixture(scope="module")
def seogu(provider, real_data):
    """Seo-gu, and the roads that lie within the largest radius of it, both in EPSG:5186."""
    import processing
    from qgis.core import QgsVectorLayer

    district = QgsVectorLayer(f"{real_data}/daejeon_boundaries/daejeon_dong.gpkg|layername=gu_2021_04", "gu", "ogr")
    district.setSubsetString("\"sggnm\" like '%서구%'")
    assert district.featureCount() == 1
    roads = QgsVectorLayer(f"{real_data}/daejeon_roads/roads.gpkg|layername=edges", "roads", "ogr")

    def run(tool: str, **parameters):
        return processing.run(f"native:{tool}", {**parameters, "OUTPUT": "memory:"})["OUTPUT"]

    district = run("reprojectlayer", INPUT=district, TARGET_CRS="EPSG:5186")
    around = run("buffer", INPUT=district, DISTANCE=max(RADII), DISSOLVE=True)
    roads = run("reprojectlayer", INPUT=roads, TARGET_CRS="EPSG:5186")
    return district, run("extractbylocation", INPUT=roads, PREDICATE=[0], INTERSECT=around)


@pytest.fixture(scope="module")
def everywhere(seogu):
    """All roads about Seo-gu at three radii."""
    import processing

    return processing.run(
        "seodistrict:streetcentrality",
        {"INPUT": seogu[1], "RADII": ",".join(map(str, RADII)), "MERGE": False, "OUTPUT": "memory:", "NODES": "memory:",
         "REJECTED": "memory:"},
    )  # fmt: skip


def column(layer, name: str) -> np.ndarray:
    return np.array([feature[name] for feature in layer.getFeatures()], dtype=float)


def test_every_road_is_accounted_for(seogu, everywhere):
    roads = seogu[1]
    assert everywhere["ROWS_USED"] + everywhere["ROWS_LEFT_OUT"] == roads.featureCount() == 2849
    assert everywhere["REJECTED"].featureCount() == everywhere["ROWS_LEFT_OUT"] > 500  # the other direction of a street
    fids = {feature["src_fid"] for feature in everywhere["OUTPUT"].getFeatures()}
    rejected = {feature["row"] for feature in everywhere["REJECTED"].getFeatures()}
    assert not fids & rejected and len(fids | rejected) == roads.featureCount()
    assert everywhere["COMPONENT_COUNT"] == 1


def test_ways_counted_along_streets_are_the_ways_counted_at_their_ends(everywhere):
    """Two sums over the same shortest ways that are made apart: along streets (Brandes), and as costs of pairs."""
    streets, nodes = everywhere["OUTPUT"], everywhere["NODES"]
    for radius in RADII:
        along = (column(streets, f"btw_{radius}") * column(streets, "len_m")).sum()
        reach, closeness = column(nodes, f"rch_{radius}"), column(nodes, f"cls_{radius}")
        ways = np.divide(reach, closeness, out=np.zeros(len(reach)), where=closeness > 0).sum() / 2
        assert along == pytest.approx(ways, rel=1e-9)
        # And through crossings: a way of k streets passes k - 1 of them.
        assert column(nodes, f"btw_{radius}").sum() == pytest.approx(
            column(streets, f"btw_{radius}").sum() - reach.sum() / 2, rel=1e-9
        )


def test_only_seogu_is_written_and_its_values_stay(seogu, everywhere):
    import processing

    district, roads = seogu
    done = processing.run(
        "seodistrict:streetcentrality",
        {"INPUT": roads, "RADII": "400", "MERGE": False, "DISTRICT": district, "OUTPUT": "memory:"},
    )
    whole = {
        (f["src_fid"], round(f["src_from"], 3)): f["btw_400"] for f in everywhere["OUTPUT"].getFeatures()
    }  # fmt: skip
    inside = {(f["src_fid"], round(f["src_from"], 3)): f["btw_400"] for f in done["OUTPUT"].getFeatures()}
    assert 1000 < len(inside) < len(whole) and all(whole[key] == pytest.approx(inside[key]) for key in inside)
    assert done["CUT_OFF"] < 0.01  # the buffer does what it is for
    area = next(district.getFeatures()).geometry()
    assert all(f.geometry().intersects(area) for f in done["OUTPUT"].getFeatures())
