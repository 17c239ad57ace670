"""A folder is put in place as a whole, or not at all, and never in the place of somebody else's."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import numpy as np
import pytest

from seo_district_plugin.layers import bundle as module


@pytest.fixture
def bundle(qgis_app, tmp_path):
    return module.Bundle(tmp_path / "aside", tmp_path / "자료")


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_which_folders_may_be_replaced(tmp_path) -> None:
    assert module.is_replaceable(tmp_path / "new")
    assert module.is_replaceable(tmp_path)
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    assert not module.is_replaceable(tmp_path)
    assert not module.is_replaceable(tmp_path / "notes.txt")
    (tmp_path / module.MARK).write_text("{}", encoding="utf-8")
    assert module.is_replaceable(tmp_path)


def test_a_folder_takes_its_place_and_the_old_one_goes(tmp_path) -> None:
    for name, text in (("written", "new"), ("target", "old")):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{text}.txt").write_text(text, encoding="utf-8")
    module.put_folder(tmp_path / "written", tmp_path / "target")
    assert files(tmp_path) == {"target/new.txt": b"new"}


def test_a_folder_that_cannot_be_moved_leaves_the_old_one(tmp_path, monkeypatch) -> None:
    (tmp_path / "target").mkdir()
    (tmp_path / "target" / "old.txt").write_text("old", encoding="utf-8")
    (tmp_path / "written").mkdir()
    before, move = files(tmp_path), os.replace

    def held(source, place):
        if Path(source).name == "written":
            raise PermissionError(13, "held open")
        move(source, place)

    monkeypatch.setattr(module.os, "replace", held)
    with pytest.raises(PermissionError):
        module.put_folder(tmp_path / "written", tmp_path / "target")
    assert files(tmp_path) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["target", "written"]


def test_what_is_written_is_there_with_its_digest(bundle) -> None:
    from osgeo import gdal
    from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsVectorLayer

    bundle.bytes("raw/가게.csv", b"a,b\n")
    bundle.text("README.txt", "합성")
    crs = QgsCoordinateReferenceSystem("EPSG:5186")
    point = bytes.fromhex("0101000000" + "00" * 16)
    where = bundle.table(
        "district.gpkg", "places", [("n", "int"), ("t", "text")], [[1, 2], ["x", None]], [point, None],
        Qgis.WkbType.Point, crs,
    )  # fmt: skip
    assert where == f"{bundle.target / 'district.gpkg'}|layername=places"
    array = np.array([[1, 2, 3], [4, 5, -9]], dtype=np.int16)
    bundle.raster("cover.tif", array, (1000.0, 2000.0), 10.0, -9, crs.toWkt())
    bundle.close({"synthetic": True})
    told = json.loads((bundle.folder / module.MARK).read_text(encoding="utf-8"))
    assert told["synthetic"] and told["sha256"] == bundle.digests
    assert told["sha256"]["raw/가게.csv"] == hashlib.sha256(b"a,b\n").hexdigest()
    layer = QgsVectorLayer(f"{bundle.folder / 'district.gpkg'}|layername=places", "l", "ogr")
    assert [feature["t"] or None for feature in layer.getFeatures()] == ["x", None] and layer.crs() == crs
    data = gdal.Open(str(bundle.folder / "cover.tif"))
    assert data.GetGeoTransform() == (1000.0, 10.0, 0.0, 2000.0, 0.0, -10.0)
    assert data.GetRasterBand(1).GetNoDataValue() == -9 and (data.ReadAsArray() == array).all()


def test_the_digest_of_a_raster_is_that_of_its_content(bundle, tmp_path) -> None:
    array = np.arange(12, dtype=np.float32).reshape(3, 4)
    for name in ("a.tif", "b.tif"):
        bundle.raster(name, array, (0.0, 0.0), 5.0, -1.0, "")
    bundle.raster("c.tif", array + 1, (0.0, 0.0), 5.0, -1.0, "")
    bundle.raster("d.tif", array, (5.0, 0.0), 5.0, -1.0, "")
    digests = [bundle.digests[f"{letter}.tif"] for letter in "abcd"]
    assert digests[0] == digests[1] and len(set(digests)) == 3


def test_a_disk_that_is_full_is_said(bundle, monkeypatch) -> None:
    from seo_district_plugin.layers.outputs import WriteError

    def full(self, content):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(WriteError, match=r"big\.csv could not be written"):
        bundle.bytes("raw/big.csv", b"x")
