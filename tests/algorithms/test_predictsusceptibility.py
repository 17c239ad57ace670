"""Predicting over rasters and zones: the numbers of the kernel, every way in, and what is refused."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import numpy as np
import pytest

from tests.algorithms.contract.models import written_model

pytestmark = pytest.mark.usefixtures("provider")
NAME = "predictsusceptibility"
NAMES = ["slope", "elev", "soil"]
WEST, NORTH, CELL = 234000.0, 416700.0, 10.0
WIDE, HIGH = 90, 70
OUTPUTS = ("PROBABILITY", "CLASS", "LOWER", "UPPER", "AOA", "DISSIMILARITY")
HOLE = (slice(10, 14), slice(20, 30))


def factors(seed: int = 5) -> dict[str, np.ndarray]:
    """Three smooth factors over the grid, one of them of classes."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[0:HIGH, 0:WIDE]
    slope = 20 + 10 * np.sin(x / 9) + rng.normal(0, 1, (HIGH, WIDE))
    elev = 100 + 2.0 * y + rng.normal(0, 3, (HIGH, WIDE))
    soil = 1.0 + (x // 25 + y // 30) % 3
    return {"slope": slope.astype(np.float32), "elev": elev.astype(np.float32), "soil": soil.astype(np.float32)}


def training(cells: dict[str, np.ndarray], rows: int = 400) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    rng = np.random.default_rng(8)
    at = rng.choice(HIGH * WIDE, rows, replace=False)
    values = np.column_stack([cells[name].ravel()[at] for name in NAMES]).astype(float)
    chance = 1 / (1 + np.exp(-(0.15 * (values[:, 0] - 20) - 0.02 * (values[:, 1] - 170) + (values[:, 2] == 2))))
    return values, rng.random(rows) < chance, (at % WIDE) * 8 // WIDE


def raster(path: Path, bands: dict[str, np.ndarray], **how) -> str:
    """A GeoTIFF; ``described``: the bands are called by their names."""
    from osgeo import gdal, osr

    arrays = list(bands.values())
    height, width = arrays[0].shape
    data = gdal.GetDriverByName("GTiff").Create(str(path), width, height, len(arrays), gdal.GDT_Float32)
    cell = how.get("cell", CELL)
    data.SetGeoTransform((how.get("west", WEST), cell, 0, how.get("north", NORTH), 0, -cell))
    reference = osr.SpatialReference()
    reference.SetFromUserInput(how.get("crs", "EPSG:5186"))
    data.SetProjection(reference.ExportToWkt())
    for number, (name, array) in enumerate(bands.items(), start=1):
        band = data.GetRasterBand(number)
        band.SetNoDataValue(-9999)
        band.WriteArray(np.where(np.isnan(array), -9999, array))
        if how.get("described", True):
            band.SetDescription(name)
        if name in how.get("units", {}):
            band.SetUnitType(how["units"][name])
    return str(path)


def cells_of(path: str, band: int = 1) -> np.ndarray:
    """The cells of a written raster, NaN where nodata."""
    from osgeo import gdal

    data = gdal.Open(str(path))
    found = data.GetRasterBand(band)
    array = found.ReadAsArray().astype(float)
    nodata = found.GetNoDataValue()
    return np.where(np.isnan(array) | (array == nodata), np.nan, array)


@pytest.fixture
def place(tmp_path):
    """Factors with a hole, their files, and a model of them."""
    cells = factors()
    values, labels, blocks = training(cells)
    cells["slope"][HOLE] = np.nan
    cells["elev"][60:] += 300  # higher than any training place
    model = written_model(values, labels, NAMES, tmp_path / "모델.model", groups=blocks, classes=("soil",),
                          units={"slope": "degree"})  # fmt: skip
    return Place(tmp_path, cells, model, values, labels, blocks)


class Place:
    def __init__(self, folder, cells, model, values, labels, blocks) -> None:
        self.folder, self.cells, self.model = folder, cells, model
        self.values, self.labels, self.blocks = values, labels, blocks

    def rasters(self, **how) -> list[str]:
        """Two files: two described bands in an order of their own, and one band that is called by its layer."""
        two = {name: self.cells[name] for name in ("elev", "slope")}
        return [
            raster(self.folder / "지형 terrain.tif", two, **how),
            raster(self.folder / "soil.tif", {"soil": self.cells["soil"]}, described=False),
        ]

    def table(self) -> np.ndarray:
        return np.column_stack([self.cells[name].ravel() for name in NAMES]).astype(float)

    def out(self, *names: str) -> dict[str, str]:
        folder = self.folder / "결과 out"
        folder.mkdir(exist_ok=True)
        return {name: str(folder / f"{name.lower()}.tif") for name in names or OUTPUTS}

    def other(self, name: str, kind: str = "logistic", **how) -> Path:
        return written_model(self.values, self.labels, NAMES, self.folder / name, groups=self.blocks, kind=kind,
                             classes=("soil",), **how)  # fmt: skip


def kernel(model: Path, values: np.ndarray):
    from seo_district_plugin.analysis.learning.modelfile import load
    from seo_district_plugin.analysis.learning.predicting import Predictor

    return Predictor(load(model)).predict(values)


def classes_of(probability: np.ndarray, cuts=(0.1, 0.3, 0.5, 0.7)) -> np.ndarray:
    """Plainly: how many cuts lie below."""
    found = sum((probability > cut).astype(float) for cut in cuts) + 1
    return np.where(np.isnan(probability), np.nan, found)


# ---------------------------------------------------------------------- numbers
@pytest.mark.parametrize("tile", [512, 64])
def test_every_raster_is_what_the_kernel_says(place, doors, monkeypatch, tile):
    from seo_district_plugin.algorithms.hazard import predictsusceptibility_rasters

    monkeypatch.setattr(predictsusceptibility_rasters, "TILE", tile)
    found = doors.run(NAME, MODEL=str(place.model), FACTORS=place.rasters(), OUTPUT=None, **place.out())
    expected = kernel(place.model, place.table())
    hole = np.isnan(expected.probability)
    assert 0 < hole.sum() == 40
    probability = expected.probability.astype(float)
    told = {"PROBABILITY": probability, "LOWER": expected.lower, "UPPER": expected.upper}
    told |= {"DISSIMILARITY": expected.dissimilarity, "CLASS": classes_of(probability)}
    told["AOA"] = np.where(hole, np.nan, expected.inside)
    for name, array in told.items():
        np.testing.assert_allclose(cells_of(found[name]).ravel(), array, rtol=2e-4, atol=1e-6, err_msg=name)
    assert found["CELLS"] == HIGH * WIDE - 40
    assert found["MEAN_PROBABILITY"] == pytest.approx(np.nanmean(probability), abs=1e-6)
    assert found["AOA_SHARE"] == pytest.approx(expected.inside[~hole].mean(), abs=1e-9)
    assert 0 < found["AOA_SHARE"] < 1, "the made-up place has both"


def test_rasters_of_other_grids_are_brought_onto_the_first(place, doors):
    """Classes by the nearest cell, all else between cells; both are said."""
    from qgis.core import QgsCoordinateTransformContext, QgsRasterLayer

    from seo_district_plugin.layers.rasters import RasterStack, StackLayer, raster_from_layer

    slope = raster(place.folder / "slope.tif", {"slope": place.cells["slope"]})
    coarse = {name: place.cells[name][::3, ::3] for name in ("elev", "soil")}
    elev = raster(place.folder / "elev.tif", {"elev": coarse["elev"]}, cell=30.0)
    soil = raster(place.folder / "degrees.tif", {"soil": coarse["soil"]}, crs="EPSG:4326", west=127.442, north=37.349,
                  cell=0.0004)  # fmt: skip
    layers = [QgsRasterLayer(path, "one") for path in (slope, elev, soil)]
    soil_layer = layers[2]
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject

    to = QgsCoordinateTransform(layers[0].crs(), QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance())
    box = to.transformBoundingBox(layers[0].extent())
    soil = raster(place.folder / "degrees.tif", {"soil": coarse["soil"]}, crs="EPSG:4326", west=box.xMinimum(),
                  north=box.yMaximum(), cell=max(box.width() / 29, box.height() / 22))  # fmt: skip
    soil_layer = QgsRasterLayer(soil, "soil")
    found = doors.run(NAME, MODEL=str(place.model), FACTORS=[slope, elev, soil], OUTPUT=None,
                      **place.out("PROBABILITY", "AOA"))  # fmt: skip
    inputs = [raster_from_layer(layer) for layer in (layers[0], layers[1], soil_layer)]
    stack = RasterStack([StackLayer(inputs[0]), StackLayer(inputs[1]), StackLayer(inputs[2], 1, True)],
                        inputs[0].grid(), QgsCoordinateTransformContext())  # fmt: skip
    values = np.concatenate([tile.values.reshape(3, -1).T for tile in stack.tiles(4096)])
    assert set(np.unique(values[np.isfinite(values[:, 2]), 2])) <= {1.0, 2.0, 3.0}
    expected = kernel(place.model, values)
    np.testing.assert_allclose(cells_of(found["PROBABILITY"]).ravel(), expected.probability, atol=1e-6)
    assert found["CELLS"] > 0.8 * HIGH * WIDE
    assert "interpolated (bilinear): elev" in doors.log and "nearest cell (classes): soil" in doors.log


def test_a_template_gives_the_grid(place, doors):
    from osgeo import gdal

    template = raster(place.folder / "grid.tif", {"x": np.zeros((20, 15))}, cell=20.0, west=WEST + 100)
    found = doors.run(NAME, MODEL=str(place.model), FACTORS=place.rasters(), TEMPLATE=template, OUTPUT=None,
                      **place.out("PROBABILITY"))  # fmt: skip
    data = gdal.Open(found["PROBABILITY"])
    assert (data.RasterXSize, data.RasterYSize) == (15, 20)
    assert data.GetGeoTransform() == (WEST + 100, 20.0, 0, NORTH, 0, -20.0)
    assert found["CELLS"] > 200


@pytest.mark.parametrize("kind", ["spline", "forest", "boosting"])
def test_every_type_of_model(place, doors, kind):
    if kind != "spline":
        pytest.importorskip("sklearn")
    model = place.other(f"{kind}.model", kind, trees=20)
    found = doors.run(NAME, MODEL=str(model), FACTORS=place.rasters(), OUTPUT=None, **place.out("PROBABILITY"))
    expected = kernel(model, place.table())
    np.testing.assert_allclose(cells_of(found["PROBABILITY"]).ravel(), expected.probability, atol=1e-6)


def test_zones_and_rasters_agree_on_real_places(real_data, doors, tmp_path):
    """The table of the landslides holds exactly what the rasters hold at its points."""
    from qgis.core import QgsVectorLayer

    folder = real_data / "ecuador_landslides"
    names = ["slope", "cplan", "cprof", "elev", "log10_carea"]
    layer = QgsVectorLayer(str(folder / "landslides.gpkg"), "landslides", "ogr")
    rows = [[*(feature[name] for name in names), feature["landslide"]] for feature in layer.getFeatures()]
    table = np.array(rows, dtype=float)
    model = written_model(table[:, :-1], table[:, -1] == 1, names, tmp_path / "ecuador.model")
    zones = doors.run(NAME, MODEL=str(model), ZONES=layer, OUTPUT=str(tmp_path / "zones.gpkg"))
    cells = doors.run(NAME, MODEL=str(model), FACTORS=[str(folder / "terrain.tif")], OUTPUT=None,
                      PROBABILITY=str(tmp_path / "p.tif"), AOA=str(tmp_path / "aoa.tif"))  # fmt: skip
    from qgis.core import QgsRasterLayer

    written, aoa = QgsRasterLayer(cells["PROBABILITY"], "p"), QgsRasterLayer(cells["AOA"], "aoa")
    for feature in QgsVectorLayer(zones["OUTPUT"], "zones", "ogr").getFeatures():
        point = feature.geometry().asPoint()
        assert written.dataProvider().sample(point, 1)[0] == pytest.approx(feature["probability"], abs=1e-5)
        assert aoa.dataProvider().sample(point, 1)[0] == feature["aoa"]
    assert cells["CELLS"] == 158_326
    assert 0.5 < cells["AOA_SHARE"] < 1


# ---------------------------------------------------------------------- only what is wanted
def test_the_area_of_applicability_costs_nothing_when_nobody_wants_it(place, doors, monkeypatch):
    from seo_district_plugin.analysis.learning.applicability import Applicability

    def forbidden(*_args, **_more):
        raise AssertionError("distances were computed")

    monkeypatch.setattr(Applicability, "dissimilarity", forbidden)
    found = doors.run(NAME, MODEL=str(place.model), FACTORS=place.rasters(), OUTPUT=None,
                      **place.out("PROBABILITY", "CLASS"))  # fmt: skip
    assert "AOA_SHARE" not in found and "no value" in doors.log
    assert sorted(path.name for path in (place.folder / "결과 out").glob("*.tif")) == ["class.tif", "probability.tif"]


def test_bands_that_the_model_does_not_know_are_said(place, doors):
    more = raster(place.folder / "more.tif", {"rain": place.cells["elev"], "noise": place.cells["elev"]})
    found = doors.run(NAME, MODEL=str(place.model), FACTORS=[more, *place.rasters()], OUTPUT=None,
                      **place.out("PROBABILITY"))  # fmt: skip
    assert "rain, noise" in doors.log
    expected = kernel(place.model, place.table())
    np.testing.assert_allclose(cells_of(found["PROBABILITY"]).ravel(), expected.probability, atol=1e-6)


def test_another_unit_is_a_warning(place, doors):
    doors.run(NAME, MODEL=str(place.model), FACTORS=place.rasters(units={"slope": "percent"}), OUTPUT=None,
              **place.out("PROBABILITY"))  # fmt: skip
    assert "'slope' is in percent, but the model has learned it in degree" in doors.log
    doors.run(NAME, MODEL=str(place.model), FACTORS=place.rasters(units={"slope": "Degree"}), OUTPUT=None,
              **place.out("PROBABILITY"))  # fmt: skip
    assert "has learned it in" not in doors.log


def test_an_unseen_class_lies_outside(place, doors):
    place.cells["soil"][:5] = 9
    found = doors.run(NAME, MODEL=str(place.model), FACTORS=place.rasters(), OUTPUT=None,
                      **place.out("PROBABILITY", "AOA"))  # fmt: skip
    assert np.nanmax(cells_of(found["AOA"])[:5]) == 0
    assert np.isfinite(cells_of(found["PROBABILITY"])[:5]).all()
    assert f"{5 * WIDE} places have a class that the training places did not have" in doors.log


# ---------------------------------------------------------------------- names
def test_names_are_never_matched_by_order_in_silence(place, doors):
    bare = [raster(place.folder / f"band {i}.tif", {name: place.cells[name]}, described=False)
            for i, name in enumerate(NAMES)]  # fmt: skip
    both = {"MODEL": str(place.model), "FACTORS": bare, "OUTPUT": None, **place.out("PROBABILITY")}
    doors.refused_everywhere(NAME, "slope, elev, soil", "band 0_b1, band 1_b1, band 2_b1", **both)
    found = doors.run(NAME, FACTOR_NAMES="slope, elev ,soil", **both)
    expected = kernel(place.model, place.table())
    np.testing.assert_allclose(cells_of(found["PROBABILITY"]).ravel(), expected.probability, atol=1e-6)


def test_too_few_or_doubled_names(place, doors):
    both = {"MODEL": str(place.model), "FACTORS": place.rasters(), "OUTPUT": None, **place.out("PROBABILITY")}
    doors.refused_everywhere(NAME, "2 names", "3 bands", FACTOR_NAMES="slope,elev", **both)
    doors.refused_everywhere(NAME, "stand twice: slope", FACTOR_NAMES="slope,slope,soil", **both)
    again = raster(place.folder / "again.tif", {"slope": place.cells["slope"]})
    doors.refused_everywhere(NAME, "stand twice: slope", **{**both, "FACTORS": [*place.rasters(), again]})


def test_an_empty_name_keeps_the_own_one(place, doors):
    both = {"MODEL": str(place.model), "FACTORS": place.rasters(), "OUTPUT": None, **place.out("PROBABILITY")}
    found = doors.run(NAME, FACTOR_NAMES=",,soil", **both)
    assert found["CELLS"] == HIGH * WIDE - 40


# ---------------------------------------------------------------------- refused
def test_rasters_or_zones(place, doors, make):
    doors.refused_everywhere(NAME, "FACTORS", "ZONES", MODEL=str(place.model))
    doors.refused_everywhere(NAME, "not both", MODEL=str(place.model), FACTORS=place.rasters(), ZONES=make.cells())


@pytest.mark.parametrize("cuts", ["0.5,0.3", "a", "0,0.5", "0.5,1", "nan", ","])
def test_cuts(place, doors, cuts):
    message = doors.check(NAME, MODEL=str(place.model), FACTORS=place.rasters(), CUTS=cuts, **place.out("CLASS"))
    assert "rising numbers between 0 and 1" in message


def test_what_the_model_does_not_carry(place, doors):
    bare = place.other("bare.model", domain=False, interval=False)
    both = {"MODEL": str(bare), "FACTORS": place.rasters(), "OUTPUT": None}
    for name, word in (("LOWER", "interval"), ("UPPER", "interval"), ("AOA", "area"), ("DISSIMILARITY", "area")):
        doors.refused_everywhere(NAME, word, f"({name})", **both, **place.out(name))
    found = doors.run(NAME, **both, **place.out("PROBABILITY"), REPORT=str(place.folder / "r.html"))
    assert "AOA_SHARE" not in found
    text = Path(found["REPORT"]).read_text(encoding="utf-8")
    assert "carries no area of applicability" in text and "carries no interval" in text


def test_model_files_that_are_none(place, doors):
    both = {"FACTORS": place.rasters(), "OUTPUT": None, **place.out("PROBABILITY")}
    doors.refused_everywhere(NAME, "not there", MODEL=str(place.folder / "nothing.model"), **both)
    foreign = place.folder / "foreign.model"
    foreign.write_bytes(b"pickle?")
    doors.refused_everywhere(NAME, "no model file", "foreign.model", MODEL=str(foreign), **both)
    with zipfile.ZipFile(place.folder / "other.zip", "w") as archive:
        archive.writestr("a.txt", "x")
    doors.refused_everywhere(NAME, "no model file", MODEL=str(place.folder / "other.zip"), **both)
    whole = place.model.read_bytes()
    short = place.folder / "short.model"
    short.write_bytes(whole[: len(whole) // 2])
    doors.refused_everywhere(NAME, "damaged", "short.model", MODEL=str(short), **both)
    flipped = bytearray(whole)
    flipped[len(whole) // 2] ^= 255
    short.write_bytes(bytes(flipped))
    doors.refused_everywhere(NAME, "short.model", MODEL=str(short), **both)


def test_a_model_of_a_newer_version(place, doors):
    newer = place.folder / "newer.model"
    with zipfile.ZipFile(place.model) as old, zipfile.ZipFile(newer, "w") as archive:
        for name in old.namelist():
            content = old.read(name)
            if name == "model.json":
                content = json.dumps({**json.loads(content), "version": 99}).encode()
            archive.writestr(name, content)
    doors.refused_everywhere(NAME, "newer version", MODEL=str(newer), FACTORS=place.rasters(), **place.out("CLASS"))


def test_nodata_everywhere(place, doors, everything_in):
    place.cells["elev"][:] = np.nan
    out = place.out("PROBABILITY")
    Path(out["PROBABILITY"]).write_bytes(b"old")
    before = everything_in(place.folder / "결과 out")
    doors.refused_in_the_run(NAME, "No cell has a value in all 3 factors", "elev 0", "soil 6,300",
                             MODEL=str(place.model), FACTORS=place.rasters(), OUTPUT=None, **out)  # fmt: skip
    assert everything_in(place.folder / "결과 out") == before


def test_a_vector_layer_is_no_factor(place, doors, make):
    said = doors.check(NAME, MODEL=str(place.model), FACTORS=[make.cells()], **place.out("CLASS"))
    assert said


def test_the_wrong_output_for_the_input(place, doors, make):
    doors.refused_everywhere(NAME, "PROBABILITY", MODEL=str(place.model), FACTORS=place.rasters())
    zones = zone_layer(make)
    doors.refused_everywhere(NAME, "OUTPUT", MODEL=str(place.model), ZONES=zones, OUTPUT=None, **place.out("CLASS"))


def test_little_memory(place, doors, monkeypatch, everything_in):
    from seo_district_plugin.layers.rasters import RasterStack

    def full(*_args):
        raise MemoryError

    monkeypatch.setattr(RasterStack, "read", full)
    out = place.out("PROBABILITY")
    Path(out["PROBABILITY"]).write_bytes(b"old")
    before = everything_in(place.folder / "결과 out")
    said = doors.refused(NAME, MODEL=str(place.model), FACTORS=place.rasters(), OUTPUT=None, **out)
    assert "Not enough memory" in said
    assert everything_in(place.folder / "결과 out") == before


def test_tiles_stay_small_however_many_factors():
    from seo_district_plugin.algorithms.hazard.predictsusceptibility_rasters import tile_size

    for factors_ in (1, 5, 12, 100, 1000, 5000):
        side = tile_size(factors_)
        assert side % 64 == 0 and side**2 * factors_ * 8 < 200e6
    assert tile_size(12) == 512


@pytest.mark.parametrize("stop", [5.0, 40.0, 80.0])
def test_cancel_leaves_what_was_there(place, doors, monkeypatch, everything_in, stop):
    from qgis.core import QgsProcessingException

    from seo_district_plugin.algorithms.hazard import predictsusceptibility_rasters

    monkeypatch.setattr(predictsusceptibility_rasters, "TILE", 64)
    out = place.out()
    for path in out.values():
        Path(path).write_bytes(b"old")
    before = everything_in(place.folder / "결과 out")
    feedback = doors.feedback()
    feedback.progressChanged.connect(lambda value: feedback.cancel() if value >= stop else None)
    with pytest.raises(QgsProcessingException, match="Nothing that was there has been changed"):
        doors.run(NAME, feedback, MODEL=str(place.model), FACTORS=place.rasters(), OUTPUT=None, **out)
    assert everything_in(place.folder / "결과 out") == before


def test_an_input_is_not_overwritten(place, doors):
    rasters = place.rasters()
    said = doors.check(NAME, MODEL=str(place.model), FACTORS=rasters, OUTPUT=None, PROBABILITY=rasters[0])
    assert "would replace" in said
    assert "would replace" in doors.check(NAME, MODEL=str(place.model), FACTORS=rasters, REPORT=str(place.model))


# ---------------------------------------------------------------------- looks
def test_written_rasters_open_styled(place, doors):
    from qgis.core import QgsPalettedRasterRenderer, QgsRasterLayer, QgsSingleBandPseudoColorRenderer

    found = doors.run(NAME, MODEL=str(place.model), FACTORS=place.rasters(), OUTPUT=None, **place.out())
    kinds = {"PROBABILITY": QgsSingleBandPseudoColorRenderer, "CLASS": QgsPalettedRasterRenderer}
    kinds |= {"LOWER": QgsSingleBandPseudoColorRenderer, "UPPER": QgsSingleBandPseudoColorRenderer}
    kinds |= {"AOA": QgsPalettedRasterRenderer, "DISSIMILARITY": QgsSingleBandPseudoColorRenderer}
    for name, kind in kinds.items():
        assert Path(found[name]).with_suffix(".qml").is_file()
        layer = QgsRasterLayer(found[name], name)
        assert isinstance(layer.renderer(), kind), name
    labels = [label for _value, label, _alpha in legend(found["CLASS"])]
    assert labels == ["0 – 10 %", "10 – 30 %", "30 – 50 %", "50 – 70 %", "70 – 100 %"]
    aoa = {value: alpha for value, _label, alpha in legend(found["AOA"])}
    assert aoa == {0: 255, 1: 0}, "outside is gray, inside is seen through"
    assert cells_name(found["PROBABILITY"]) == "probability"


def legend(path: str) -> list[tuple]:
    """Value, label and opacity of each category of a written raster."""
    from qgis.core import QgsRasterLayer

    layer = QgsRasterLayer(path, "held while its renderer is asked")
    return [(item.value, item.label, item.color.alpha()) for item in layer.renderer().classes()]


def cells_name(path: str) -> str:
    from osgeo import gdal

    data = gdal.Open(path)
    return data.GetRasterBand(1).GetDescription()


@pytest.mark.parametrize("kind", ["logistic", "background"])
def test_the_desktop_shows_the_same_style(place, kind):
    """What the desktop is about to load is styled, and not called a probability when it is none."""
    from qgis.core import (
        QgsApplication,
        QgsProcessingContext,
        QgsProcessingFeedback,
        QgsProject,
        QgsSingleBandPseudoColorRenderer,
    )

    model = place.model if kind == "logistic" else place.other("b.model", kind, interval=False)
    context, project = QgsProcessingContext(), QgsProject()
    context.setProject(project)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"seodistrict:{NAME}")
    from qgis.core import QgsProcessingOutputLayerDefinition

    target = place.out("PROBABILITY")["PROBABILITY"]
    given = {"MODEL": str(model), "FACTORS": place.rasters(),
             "PROBABILITY": QgsProcessingOutputLayerDefinition(target, project)}  # fmt: skip
    _, fine = algorithm.run(given, context, QgsProcessingFeedback(False), {}, False)
    assert fine
    ((where, details),) = context.layersToLoadOnCompletion().items()
    layer = context.takeResultLayer(where) or context.getMapLayer(where)
    assert isinstance(layer.renderer(), QgsSingleBandPseudoColorRenderer)
    assert (details.name == "Relative suitability") == (kind == "background")
    assert cells_name(target) == ("probability" if kind == "logistic" else "relative_suitability")


def test_a_relative_suitability_is_never_called_a_probability(place, doors, make):
    model = place.other("b.model", "background", interval=False)
    rasters = doors.run(NAME, MODEL=str(model), FACTORS=place.rasters(), OUTPUT=None, **place.out("CLASS"),
                        REPORT=str(place.folder / "r.html"))  # fmt: skip
    assert legend(rasters["CLASS"])[0][1] == "0 – 0.1"
    text = Path(rasters["REPORT"]).read_text(encoding="utf-8")
    assert "Relative suitability" in text and "Susceptibility (probability)" not in text
    zones = doors.run(NAME, MODEL=str(model), ZONES=zone_layer(make), REPORT=str(place.folder / "z.html"))
    names = [field.name() for field in zones["OUTPUT"].fields()]
    assert "suitability" in names and "probability" not in names and "lower" not in names
    assert zones["OUTPUT"].attributeDisplayName(names.index("suitability")) == "Relative suitability"


def test_the_report_tells_where_how_good_and_why_not(place, doors):
    found = doors.run(NAME, MODEL=str(place.model), FACTORS=place.rasters(), OUTPUT=None, **place.out("PROBABILITY"),
                      REPORT=str(place.folder / "r.html"), RUN_RECORD=str(place.folder / "r.json"))  # fmt: skip
    text = Path(found["REPORT"]).read_text(encoding="utf-8")
    for word in ("km²", "outside the area of applicability", "It is no risk", "0.77", "0.81", "Optimism", "data:image",
                 "AUROC, random cross-validation", "of about 20 places"):  # fmt: skip
        assert word in text, word
    record = json.loads(Path(found["RUN_RECORD"]).read_text(encoding="utf-8"))
    assert {item["parameter"] for item in record["inputs"]} == {"MODEL", "FACTORS"}
    assert record["figures"]["CELLS"] == found["CELLS"]
    assert all(len(item["sha256"]) == 64 for item in record["inputs"])
    area = HIGH * WIDE * CELL**2 / 1e6 * (1 - 40 / (HIGH * WIDE))
    assert sum_of_areas(place) == pytest.approx(area, rel=2e-3)


def sum_of_areas(place) -> float:
    """Areas by class on the ellipsoid, in square kilometers, of the same cells."""
    from qgis.core import QgsRasterLayer

    from seo_district_plugin.algorithms.hazard.predictsusceptibility_rasters import _GroundArea
    from seo_district_plugin.layers.rasters import Window, raster_from_layer

    class Run:
        from qgis.core import QgsProcessingContext

        context = QgsProcessingContext()

    grid = raster_from_layer(QgsRasterLayer(place.rasters()[1], "soil")).grid()
    return _GroundArea(grid, Run()).of_cell(Window(0, 0, WIDE, HIGH)) * (HIGH * WIDE - 40) / 1e6


# ---------------------------------------------------------------------- zones
def zone_layer(make, hole: bool = True):
    """Cells with the three factors as fields; one lacks a value, one has a class of its own."""
    rng = np.random.default_rng(2)

    def values(i: int) -> list:
        slope = None if hole and i == 3 else float(10 + 20 * rng.random())
        return [slope, float(120 + i), float(9 if i == 7 else 1 + i % 3), f"칸 {i}"]

    rows = []
    base = make.cells()
    for i, feature in enumerate(base.getFeatures()):
        rows.append((feature.geometry(), *values(i)))
    return make.layer("Polygon", rows, ("slope:double", "elev:double", "soil:double", "name:string"), name="zones")


def test_zones_keep_their_rows(place, doors, make):
    found = doors.run(NAME, MODEL=str(place.model), ZONES=zone_layer(make), REPORT=str(place.folder / "r.html"))
    rows = [feature.attributeMap() for feature in found["OUTPUT"].getFeatures()]
    assert len(rows) == 16 and found["CELLS"] == 15
    values = np.array([[row[name] if row[name] else np.nan for name in NAMES] for row in rows], dtype=float)
    expected = kernel(place.model, values)
    for row, p, low, high, di, inside in zip(rows, expected.probability, expected.lower, expected.upper,
                                             expected.dissimilarity, expected.inside):  # fmt: skip
        if np.isnan(p):
            assert row["reason"] == "No prediction: no value for slope"
            continue
        assert row["probability"] == pytest.approx(float(p), abs=1e-6)
        assert row["lower"] == pytest.approx(float(low), abs=1e-6)
        assert row["upper"] == pytest.approx(float(high), abs=1e-6)
        assert row["dissim"] == pytest.approx(float(di), rel=1e-4, abs=1e-6)
        assert row["aoa"] == int(inside)
        assert row["class"] == int(classes_of(np.array([float(p)]))[0])
        assert row["name"].startswith("칸")
    assert "outside the area of applicability" in rows[7]["reason"], "its class was never seen"
    text = Path(found["REPORT"]).read_text(encoding="utf-8")
    assert "The highest zones, and why" in text
    assert "칸 5" not in text, "only numbers of rows stand in a report"


def test_a_row_without_a_value_has_null(place, doors, make):
    from qgis.core import NULL

    found = doors.run(NAME, MODEL=str(place.model), ZONES=zone_layer(make))
    row = list(found["OUTPUT"].getFeatures())[3]
    for name in ("probability", "class", "lower", "upper", "aoa", "dissim", "lpd"):
        assert row[name] == NULL, name


def test_reasons_name_the_factors_that_weigh_most(place, doors, make):
    from seo_district_plugin.analysis.learning.modelfile import load
    from seo_district_plugin.analysis.learning.reasons import explain

    found = doors.run(NAME, MODEL=str(place.model), ZONES=zone_layer(make, hole=False))
    rows = [feature.attributeMap() for feature in found["OUTPUT"].getFeatures()]
    values = np.array([[row[name] for name in NAMES] for row in rows], dtype=float)
    amounts = explain(load(place.model).core, values).contributions
    for row, amount in zip(rows, amounts):
        most = NAMES[int(np.argmax(np.abs(amount)))]
        part = next(part for part in row["reason"].split("; ") if f"{most} " in part)
        raised = amount[NAMES.index(most)] > 0
        assert part.lower().startswith("raised" if raised else "lowered"), row["reason"]


def test_fields_by_name_or_as_named(place, doors, make):
    zones = zone_layer(make)
    rows = [(f.geometry(), *f.attributes()) for f in zones.getFeatures()]
    other = make.layer("Polygon", rows, ("a:double", "b:double", "c:double", "name:string"), name="unnamed")
    both = {"MODEL": str(place.model), "ZONES": other}
    doors.refused_everywhere(NAME, "unnamed", "slope, elev, soil", "a, b, c, name", **both)
    doors.refused_everywhere(NAME, "2 fields", "3 factors", FACTOR_NAMES="a,b", **both)
    doors.refused_everywhere(NAME, "no field x", FACTOR_NAMES="a,b,x", **both)
    found = doors.run(NAME, FACTOR_NAMES="a,b,c", **both)
    plain = doors.run(NAME, MODEL=str(place.model), ZONES=zones)
    for one, two in zip(found["OUTPUT"].getFeatures(), plain["OUTPUT"].getFeatures(), strict=True):
        assert one["probability"] == two["probability"]


def test_predicting_again_replaces_the_fields(place, doors, make):
    first = doors.run(NAME, MODEL=str(place.model), ZONES=zone_layer(make))
    again = doors.run(NAME, MODEL=str(place.model), ZONES=first["OUTPUT"])
    names = [field.name() for field in again["OUTPUT"].fields()]
    assert names == [field.name() for field in first["OUTPUT"].fields()]


def test_zones_without_any_value(place, doors, make):
    rows = [(f.geometry(), None, 1.0, 2.0) for f in make.cells().getFeatures()]
    empty = make.layer("Polygon", rows, ("slope:double", "elev:double", "soil:double"), name="empty")
    doors.refused_in_the_run(NAME, "None of the 16 zones", "slope 0", MODEL=str(place.model), ZONES=empty)


def test_texts_that_are_no_numbers(place, doors, make):
    rows = [(f.geometry(), "steep", 1.0, 2.0) for f in make.cells().getFeatures()]
    wrong = make.layer("Polygon", rows, ("slope:string", "elev:double", "soil:double"), name="wrong")
    doors.refused_in_the_run(NAME, "steep", "slope", MODEL=str(place.model), ZONES=wrong)
