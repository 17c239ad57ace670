"""Projects open with their groups, with the styles beside the data, wherever the folder has been moved to."""

from __future__ import annotations

import shutil
import threading

import numpy as np
import pytest


@pytest.fixture
def folder(qgis_app, tmp_path):
    """A folder with a layer of points and a raster of categories."""
    from qgis.core import Qgis, QgsCoordinateReferenceSystem

    from seo_district_plugin.layers.bundle import Bundle

    made = tmp_path / "made"
    bundle = Bundle(made, made)
    crs = QgsCoordinateReferenceSystem("EPSG:5186")
    point = np.array([230_600.0, 409_000.0]).tobytes().hex()
    bundle.table(
        "d.gpkg", "places", [("kind", "text")], [["a", "b"]], [bytes.fromhex("0101000000" + point)] * 2,
        Qgis.WkbType.Point, crs,
    )  # fmt: skip
    bundle.raster("cover.tif", np.array([[1, 2], [2, 1]], np.int16), (230_600.0, 409_000.0), 10.0, 0, crs.toWkt())
    return made


def groups(folder):
    from seo_district_plugin.layers.projects import Entry, Group
    from seo_district_plugin.layers.rasterstyle import RasterStyle
    from seo_district_plugin.layers.styling import Style, StyleClass

    kinds = Style("categorized", "kind", (StyleClass("첫째", "#112233", value="a"),), aliases={"kind": "구분"})
    cover = RasterStyle(classes=((1, "#abcdef", "논"), (2, "#fedcba", "밭")))
    gone = Entry(str(folder / "gone.tif"), "없음")
    return [
        Group("사람", [Entry(f"{folder / 'd.gpkg'}|layername=places", "장소", True, kinds)]),
        Group("땅", [Entry(str(folder / "cover.tif"), "피복", False, cover), gone], False),
    ]


def written(folder) -> list[str]:
    from seo_district_plugin.layers.projects import write_project

    return write_project(folder / "map.qgz", "제목", groups(folder))


def check(path) -> None:
    from qgis.core import QgsProject, QgsReadWriteContext

    assert QgsReadWriteContext is not None
    project = QgsProject()
    assert project.read(str(path))
    assert project.title() == "제목" and project.crs().authid() == "EPSG:5186"
    nodes = project.layerTreeRoot().children()
    assert [node.name() for node in nodes] == ["사람", "땅"] and [node.isExpanded() for node in nodes] == [True, False]
    layers = {layer.name(): layer for layer in project.mapLayers().values()}
    assert set(layers) == {"장소", "피복"} and all(layer.isValid() for layer in layers.values())
    places, cover = layers["장소"], layers["피복"]
    assert places.renderer().categories()[0].label() == "첫째" and places.attributeAlias(1) == "구분"
    assert [item.label for item in cover.renderer().classes()] == ["논", "밭"]
    shown = {node.name(): node.itemVisibilityChecked() for node in project.layerTreeRoot().findLayers()}
    assert shown == {"장소": True, "피복": False}
    assert str(path.parent) in places.source()


def test_a_project_opens_as_it_was_written_and_moves_with_its_folder(folder, tmp_path) -> None:
    assert written(folder) == ["없음"], "what cannot be opened is told"
    check(folder / "map.qgz")
    shutil.move(folder, tmp_path / "elsewhere")
    check(tmp_path / "elsewhere" / "map.qgz")


def test_styles_stand_beside_the_data_too(folder) -> None:
    from qgis.core import QgsRasterLayer, QgsVectorLayer

    written(folder)
    layer = QgsVectorLayer(f"{folder / 'd.gpkg'}|layername=places", "l", "ogr")
    assert layer.renderer().type() == "categorizedSymbol"
    raster = QgsRasterLayer(str(folder / "cover.tif"), "r")
    assert [item.label for item in raster.renderer().classes()] == ["논", "밭"]


def test_a_worker_thread_may_write_it_and_the_open_project_stays(folder) -> None:
    from qgis.core import QgsProject, QgsVectorLayer

    mine = QgsVectorLayer("Point?crs=EPSG:5186", "mine", "memory")
    QgsProject.instance().addMapLayer(mine)
    found: list = []
    try:
        for _turn in range(5):
            worker = threading.Thread(target=lambda: found.append(written(folder)))
            worker.start()
            worker.join()
        assert found == [["없음"]] * 5
        assert list(QgsProject.instance().mapLayers().values()) == [mine]
    finally:
        QgsProject.instance().removeAllMapLayers()
    check(folder / "map.qgz")


def test_stopping_is_heard(folder) -> None:
    from seo_district_plugin.layers.projects import write_project

    def stop(_fraction):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_project(folder / "map.qgz", "t", groups(folder), tick=stop)
    assert not (folder / "map.qgz").exists()
