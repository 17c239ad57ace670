"""Training from places: each printed figure computed again by other means, and every way in."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tests.algorithms.hillside import CELL, HIGH, NORTH, WEST, WIDE, Hillside, value_at, warped

pytestmark = pytest.mark.usefixtures("provider")
NAME = "trainsusceptibility"
TABLES = ("SAMPLES", "PREDICTIONS", "FOLD_SCORES", "IMPORTANCE", "EFFECTS", "REJECTED")
QUICK = {"REPEATS": 2, "COVERAGE": False}


@pytest.fixture
def hill(make, tmp_path) -> Hillside:
    return Hillside(tmp_path, make)


class Trained:
    """A finished training with its files."""

    def __init__(self, doors, folder: Path, **parameters) -> None:
        folder = folder / "결과 out"
        folder.mkdir(exist_ok=True)
        files = {name: str(folder / f"{name.lower()}.gpkg") for name in TABLES}
        files |= {"MODEL": str(folder / "모델.sdmodel"), "REPORT": str(folder / "report.html")}
        self.results = doors.run(NAME, **{**QUICK, **files, **parameters})
        self.log = doors.log

    def __getitem__(self, name: str):
        return self.results[name]

    def table(self, name: str) -> dict[str, np.ndarray]:
        """Columns of an output; NULL as NaN in columns of numbers."""
        from qgis.core import QgsVectorLayer

        layer = QgsVectorLayer(str(self.results[name]), name, "ogr")
        assert layer.isValid()
        rows = list(layer.getFeatures())
        found = {}
        for field in layer.fields():
            values = [row[field.name()] for row in rows]
            numeric = field.isNumeric()
            found[field.name()] = np.array(
                [value if isinstance(value, (int, float, str)) else (np.nan if numeric else "") for value in values]
            )
        if layer.isSpatial():
            found["xy"] = np.array([[p.x(), p.y()] for p in (row.geometry().asPoint() for row in rows)])
        return found

    def model(self):
        from seo_district_plugin.analysis.learning.modelfile import load

        return load(Path(self.results["MODEL"]))


# --------------------------------------------------------------------------------------------------- figures
@pytest.fixture(scope="module")
def whole(provider, tmp_path_factory):
    """One training with everything asked for, of a labeled inventory and two rasters."""
    from tests.algorithms.conftest import Doors, Makers

    folder = tmp_path_factory.mktemp("whole")
    hill = Hillside(folder, Makers(folder))
    return Trained(Doors(), folder, INVENTORY=hill.inventory(), LABEL="slid", FACTORS=[hill.raster()], REPEATS=3,
                   COVERAGE=True, SEED=4)  # fmt: skip


def test_every_auroc_can_be_computed_from_the_predictions(whole):
    metrics = pytest.importorskip("sklearn.metrics")
    table = whole.table("PREDICTIONS")
    means, pooled = {}, {}
    for kind in ("spatial", "random"):
        areas, stacked = [], []
        for repeat in range(3):
            here = (table["folds"] == kind) & (table["repeat"] == repeat)
            assert sorted(table["place"][here]) == list(range(1, 241)), "each place is predicted once in each repeat"
            stacked.append(metrics.roc_auc_score(table["label"][here], table["score"][here]))
            for fold in np.unique(table["fold"][here]):
                one = here & (table["fold"] == fold)
                areas.append(metrics.roc_auc_score(table["label"][one], table["score"][one]))
        means[kind], pooled[kind] = np.mean(areas), np.mean(stacked)
    assert whole["AUROC"] == pytest.approx(means["spatial"], abs=1e-9)
    assert whole["AUROC_RANDOM"] == pytest.approx(means["random"], abs=1e-9)
    assert whole["OPTIMISM"] == pytest.approx(means["random"] - means["spatial"], abs=1e-9)
    assert whole["AUROC_POOLED"] == pytest.approx(pooled["spatial"], abs=1e-9)
    assert whole["AUROC_RANDOM_POOLED"] == pytest.approx(pooled["random"], abs=1e-9)
    assert whole["AUROC_LOW"] < whole["AUROC"] < whole["AUROC_HIGH"]


def test_figures_of_folds_are_those_of_their_predictions(whole):
    metrics = pytest.importorskip("sklearn.metrics")
    table, folds = whole.table("PREDICTIONS"), whole.table("FOLD_SCORES")
    assert len(folds["fold"]) == 2 * 3 * 5
    for at in range(len(folds["fold"])):
        here = np.ones(len(table["fold"]), dtype=bool)
        for name in ("folds", "repeat", "fold"):
            here &= table[name] == folds[name][at]
        labels, scores = table["label"][here], table["score"][here]
        assert folds["tested"][at] == len(labels) and folds["events"][at] == labels.sum()
        assert folds["trained"][at] == 240 - len(labels)
        assert folds["auroc"][at] == pytest.approx(metrics.roc_auc_score(labels, scores), abs=1e-9)
        assert folds["auprc"][at] == pytest.approx(metrics.average_precision_score(labels, scores), abs=1e-9)
        assert folds["brier"][at] == pytest.approx(metrics.brier_score_loss(labels, scores), abs=1e-9)
        assert folds["log_loss"][at] == pytest.approx(metrics.log_loss(labels, scores), abs=1e-6)
    assert whole["AUPRC"] == pytest.approx(folds["auprc"][folds["folds"] == "spatial"].mean(), abs=1e-9)


def test_figures_of_calibration_are_those_of_the_samples(whole):
    metrics = pytest.importorskip("sklearn.metrics")
    linear = pytest.importorskip("sklearn.linear_model")
    table = whole.table("SAMPLES")
    label, p = table["label"], table["p"]
    assert whole["BRIER"] == pytest.approx(metrics.brier_score_loss(label, p), abs=1e-9)
    assert whole["LOG_LOSS"] == pytest.approx(metrics.log_loss(label, p), abs=1e-9)
    odds = np.log(p / (1 - p))[:, None]
    slope = linear.LogisticRegression(C=1e9, tol=1e-10).fit(odds, label).coef_[0, 0]
    assert whole["CALIBRATION_SLOPE"] == pytest.approx(slope, abs=1e-3)
    assert whole["EVENTS"] == label.sum() and whole["ABSENCES"] == (label == 0).sum()
    assert whole["MEASURED_COVERAGE"] > 0.5


def test_out_of_fold_scores_come_from_models_without_the_fold(whole):
    """Each score is that of a plain logistic regression on the rows of the other folds, by another library."""
    linear = pytest.importorskip("sklearn.linear_model")
    metrics = pytest.importorskip("sklearn.metrics")
    table = whole.table("SAMPLES")
    values = np.column_stack([table["f1"], table["f2"]])
    for fold in np.unique(table["fold"]):
        test = table["fold"] == fold
        mean, spread = values[~test].mean(axis=0), values[~test].std(axis=0)
        learned = linear.LogisticRegression(C=1e9, tol=1e-10).fit(
            (values[~test] - mean) / spread, table["label"][~test]
        )
        expected = learned.predict_proba((values[test] - mean) / spread)[:, 1]
        np.testing.assert_allclose(table["score"][test], expected, atol=1e-4)
    everything = linear.LogisticRegression(C=1e9, tol=1e-10).fit(
        (values - values.mean(axis=0)) / values.std(axis=0), table["label"]
    )
    fitted = everything.decision_function((values - values.mean(axis=0)) / values.std(axis=0))
    assert whole["AUROC_FITTED"] == pytest.approx(metrics.roc_auc_score(table["label"], fitted), abs=1e-6)


def test_the_area_of_applicability_can_be_computed_from_the_samples(whole):
    from scipy.spatial.distance import cdist

    table, domain = whole.table("SAMPLES"), whole.model().domain
    values = np.column_stack([table["f1"], table["f2"]])
    scaled = (values - values.mean(axis=0)) / values.std(axis=0, ddof=1) * domain.weight
    away = cdist(scaled, scaled)
    other = table["fold"][:, None] != table["fold"][None, :]
    dbar = away[np.triu_indices(len(away), 1)].mean()
    found = np.where(other, away, np.inf).min(axis=1) / dbar
    np.testing.assert_allclose(table["dissim"], found, rtol=1e-5, atol=1e-9)
    low, high = np.quantile(found, [0.25, 0.75])
    assert whole["AOA_THRESHOLD"] == pytest.approx(min(high + 1.5 * (high - low), found.max()), rel=1e-5)


def test_importance_and_effects(whole):
    importance, effects = whole.table("IMPORTANCE"), whole.table("EFFECTS")
    assert set(importance["factors"]) == {"slope", "wet"}
    assert (importance["drop_auroc"] > 0).all(), "both matter on this hillside"
    assert (importance["auroc_low"] <= importance["drop_auroc"]).all()
    for name in ("slope", "wet"):
        here = effects["factor"] == name
        assert (np.diff(effects["effect"][here]) > 0).all(), "a linear model rises all along"
        assert np.nansum(effects["share"][here]) == pytest.approx(1.0)


def test_report_says_what_matters(whole):
    text = Path(whole["REPORT"]).read_text(encoding="utf-8")
    for words in ("Spatial beside random", "Are the probabilities right?", "area of applicability",
                  "Effect of slope", "It is no risk", f"{whole['AUROC']:.3f}",
                  f"{whole['AUROC_RANDOM']:.3f}"):  # fmt: skip
        assert words in text, words


def test_values_are_those_of_the_cells(whole, tmp_path):
    table = whole.table("SAMPLES")
    raster = str(Path(whole["MODEL"]).parents[1] / "지형 terrain.tif")
    for column, band in (("f1", 1), ("f2", 2)):
        np.testing.assert_array_equal(table[column], value_at(raster, band, table["xy"], "EPSG:5186"))


# ------------------------------------------------------------------------------------------------- model types
@pytest.mark.parametrize("kind", ["spline", "forest", "boosting"])
def test_every_type_of_model(hill, doors, tmp_path, kind):
    if kind != "spline":
        pytest.importorskip("sklearn")
    done = Trained(doors, tmp_path, INVENTORY=hill.inventory(), LABEL="slid", FACTORS=[hill.raster()], TREES=20,
                   MODEL_TYPE=kind, REPEATS=1)  # fmt: skip
    assert 0.5 < done["AUROC"] <= 1 and done.model().settings.model == kind
    assert "BRIER" in done.results


def test_background_gives_no_probability(hill, doors, tmp_path):
    done = Trained(doors, tmp_path, INVENTORY=hill.events(), FACTORS=[hill.raster()], MODEL_TYPE="background",
                   REPEATS=1)  # fmt: skip
    model = done.model()
    assert model.calibrator is None and model.interval is None
    assert done["ABSENCES"] == 1000 and done["EVENTS"] == 150
    assert not {"BRIER", "LOG_LOSS", "CALIBRATION_SLOPE", "MEASURED_COVERAGE"} & set(done.results)
    text = Path(done["REPORT"]).read_text(encoding="utf-8")
    assert "Relative suitability" in text and "Are the probabilities right?" not in text


# ------------------------------------------------------------------------------------------------------ rasters
def test_rasters_of_other_grids_and_crs(hill, doors, tmp_path):
    """Each factor is read where it lies: nothing is interpolated."""
    slope = hill.raster("slope", file="slope.tif")
    hill.cells["wet"] = hill.cells["wet"][::3, ::3]
    wet = warped(hill.raster("wet", file="coarse.tif", cell=30.0), tmp_path / "degrees.tif")
    done = Trained(doors, tmp_path, INVENTORY=hill.inventory(), LABEL="slid", FACTORS=[slope, wet],
                   FACTOR_NAMES=",wet")  # fmt: skip
    table = done.table("SAMPLES")
    assert [factor.name for factor in done.model().factors] == ["slope", "wet"]
    for column, path in (("f1", slope), ("f2", wet)):
        found = value_at(path, 1, table["xy"], "EPSG:5186")
        np.testing.assert_array_equal(table[column], found)


def test_names_of_bands(hill, doors, tmp_path):
    """Without a description a band is called by layer and number; names given go before."""
    bare = hill.raster(file="dem.tif", described=False)
    given = {"INVENTORY": hill.inventory(), "LABEL": "slid", "FACTORS": [bare]}
    assert [f.name for f in Trained(doors, tmp_path, **given).model().factors] == ["dem_b1", "dem_b2"]
    named = Trained(doors, tmp_path, FACTOR_NAMES="경사, wet", **given)
    assert [f.name for f in named.model().factors] == ["경사", "wet"]


def test_categorical_raster(hill, doors, tmp_path):
    done = Trained(doors, tmp_path, INVENTORY=hill.inventory(), LABEL="slid", CATEGORICAL="soil",
                   FACTORS=[hill.raster("slope", "wet", "soil")])  # fmt: skip
    soil = done.model().factors[2]
    assert soil.categorical and soil.levels == (1.0, 2.0, 3.0)
    effects = done.table("EFFECTS")
    assert sorted(effects["at"][effects["factor"] == "soil"]) == [1.0, 2.0, 3.0]


def test_fields_are_not_used_beside_rasters(hill, doors, tmp_path):
    done = Trained(doors, tmp_path, INVENTORY=hill.inventory(more={"rain:double": [1.0] * 240}), LABEL="slid",
                   FACTORS=[hill.raster()], FACTOR_FIELDS=["rain"])  # fmt: skip
    assert "FACTOR_FIELDS is not used" in done.log and len(done.model().factors) == 2


def test_fields_of_zones_give_the_same_model_as_rasters(hill, doors, tmp_path):
    done = Trained(doors, tmp_path, INVENTORY=hill.inventory(), LABEL="slid", FACTORS=[hill.raster()])
    table = done.table("SAMPLES")
    more = {"slope:double": table["f1"].tolist(), "wet:double": table["f2"].tolist()}
    zones = hill.inventory(more=more)
    (tmp_path / "b").mkdir()
    again = Trained(doors, tmp_path / "b", INVENTORY=zones, LABEL="slid", FACTOR_FIELDS=["slope", "wet"])
    for name in ("AUROC", "AUROC_RANDOM", "AUROC_FITTED", "BRIER", "AOA_THRESHOLD"):
        assert again[name] == pytest.approx(done[name], abs=1e-9), name
    assert Path(again["MODEL"]).stat().st_size > 1000


# -------------------------------------------------------------------------------------------- labels and rows
@pytest.mark.parametrize(("kind", "words"), [("string", ("예", "아니오")), ("string", (" TRUE", "false")),
                                             ("double", (1.0, 0.0)), ("bool", (True, False))])  # fmt: skip
def test_words_of_labels(hill, doors, tmp_path, kind, words):
    _spots, slid = hill.spots()
    labels = [words[0] if one else words[1] for one in slid]
    done = Trained(doors, tmp_path, INVENTORY=hill.inventory(labels, kind), LABEL="slid", FACTORS=[hill.raster()])
    np.testing.assert_array_equal(done.table("SAMPLES")["label"], slid.astype(int))


def test_every_row_is_accounted_for(hill, doors, tmp_path):
    """Outside, in a hole of one raster, in a hole of all, without a label, without a place: each told once."""
    xy, slid = hill.spots()
    xy[0] = (WEST - 500, NORTH + 500)
    xy[1] = (WEST + 205, NORTH - 105)
    xy[2] = (WEST + 405, NORTH - 305)
    hill.cells["wet"][9:12, 19:22] = np.nan
    hill.cells["wet"][29:32, 39:42] = hill.cells["slope"][29:32, 39:42] = np.nan
    labels: list = slid.astype(int).astype(str).tolist()
    labels[3], labels[4] = None, ""
    xy[5], labels[5] = (WEST - 900, NORTH), None  # without label and outside: told once
    holes = np.isnan(hill.cells["wet"])
    row, column = ((NORTH - xy[:, 1]) // CELL).astype(int), ((xy[:, 0] - WEST) // CELL).astype(int)
    lost = {0, 3, 4, 5} | {
        i for i in range(240) if 0 <= row[i] < HIGH and 0 <= column[i] < WIDE and holes[row[i], column[i]]
    }
    done = Trained(doors, tmp_path, INVENTORY=hill.inventory(labels, "string", xy=xy), LABEL="slid",
                   FACTORS=[hill.raster()])  # fmt: skip
    rejected, used = done.table("REJECTED"), done.table("SAMPLES")
    told = dict(zip(rejected["row"].tolist(), rejected["reason"].tolist()))
    assert len(told) == len(rejected["row"]) == len(lost) and len(used["row"]) == 240 - len(lost)
    assert set(told) == {at + 1 for at in lost} and not set(told) & set(used["row"].tolist())
    assert told[1] == "outside the rasters" and told[3] == "no factor has a value there"
    assert told[2] == "a factor has no value there"
    assert rejected["detail"][rejected["row"] == 2][0] == "wet"
    assert told[4] == told[5] == told[6] == "the label is empty"
    assert f"{len(lost) - 3} rows of the inventory have no value in some factor" in done.log


# ---------------------------------------------------------------------------------------------------- absences
def test_absences_keep_their_distance(hill, doors, tmp_path):
    done = Trained(doors, tmp_path, INVENTORY=hill.events(80), FACTORS=[hill.raster()], ABSENCE_RATIO=2.0,
                   ABSENCE_BUFFER=25.0)  # fmt: skip
    from scipy.spatial import cKDTree

    table = done.table("SAMPLES")
    drawn = table["label"] == 0
    assert drawn.sum() == 160 == done["ABSENCES"]
    assert np.isnan(table["row"][drawn]).all() and np.isfinite(table["row"][~drawn]).all()
    away = cKDTree(table["xy"][~drawn]).query(table["xy"][drawn])[0]
    assert away.min() > 25.0
    assert len(np.unique(table["xy"][drawn], axis=0)) == 160, "no cell twice"


def test_without_a_buffer_no_absence_lies_in_the_cell_of_an_event(hill, doors, tmp_path):
    done = Trained(doors, tmp_path, INVENTORY=hill.events(100), FACTORS=[hill.raster()], ABSENCE_RATIO=30.0)
    table = done.table("SAMPLES")
    cell = np.floor((table["xy"] - [WEST, NORTH]) / CELL)
    events = {tuple(one) for one in cell[table["label"] == 1].tolist()}
    assert not events & {tuple(one) for one in cell[table["label"] == 0].tolist()}


def test_absences_come_from_the_observed_area(hill, doors, tmp_path, make):
    west = f"Polygon (({WEST} {NORTH - 700}, {WEST + 400} {NORTH - 700}, {WEST + 400} {NORTH}, {WEST} {NORTH}, " \
           f"{WEST} {NORTH - 700}))"  # fmt: skip
    observed = make.layer("Polygon", [(west, 1)], ("no:integer",), name="observed")
    done = Trained(doors, tmp_path, INVENTORY=hill.events(), FACTORS=[hill.raster()], OBSERVED=observed)
    table = done.table("SAMPLES")
    assert (table["xy"][table["label"] == 0, 0] < WEST + 400).all()
    assert (table["xy"][table["label"] == 1, 0] > WEST + 400).any(), "events count wherever they were seen"


def test_strata_get_absences_by_their_area(hill, doors, tmp_path):
    done = Trained(doors, tmp_path, INVENTORY=hill.events(), FACTORS=[hill.raster("slope", "wet", "soil")],
                   CATEGORICAL="soil", STRATA="soil", ABSENCE_RATIO=2.0)  # fmt: skip
    table = done.table("SAMPLES")
    drawn = table["f3"][table["label"] == 0]
    area = np.bincount(hill.cells["soil"].astype(int).ravel(), minlength=4)[1:] / (WIDE * HIGH)
    found = np.bincount(drawn.astype(int), minlength=4)[1:] / len(drawn)
    np.testing.assert_allclose(found, area, atol=0.02)


def test_polygons_of_events_stand_for_their_cells(hill, doors, tmp_path, make, square):
    """A large one for each cell inside, one smaller than a cell for one place."""

    def box(x, y, size):
        return f"Polygon (({x} {y}, {x + size} {y}, {x + size} {y + size}, {x} {y + size}, {x} {y}))"

    rows = [(box(WEST + 100, NORTH - 400, 80.0), 1), (box(WEST + 500.5, NORTH - 200.2, 3.0), 2),
            (box(WEST + 600, NORTH - 600, 60.0), 3)]  # fmt: skip
    traces = make.layer("Polygon", rows, ("no:integer",), name="traces")
    done = Trained(doors, tmp_path, INVENTORY=traces, FACTORS=[hill.raster()], REPEATS=1)
    table = done.table("SAMPLES")
    events = table["label"] == 1
    assert np.bincount(table["row"][events].astype(int)).tolist() == [0, 64, 1, 36]
    first = table["xy"][table["row"] == 1]
    assert sorted({x % CELL for x in (first - [WEST, NORTH]).ravel()}) == [5.0], "middles of cells"
    assert first[:, 0].min() == WEST + 105 and first[:, 0].max() == WEST + 175


def test_prior_correction_goes_into_the_model(hill, doors, tmp_path):
    from seo_district_plugin.analysis.learning.predicting import Predictor

    given = {"INVENTORY": hill.inventory(), "LABEL": "slid", "FACTORS": [hill.raster()]}
    plain = Trained(doors, tmp_path, **given)
    values = np.column_stack([plain.table("SAMPLES")[name] for name in ("f1", "f2")])
    before = Predictor(plain.model()).predict(values).probability
    share = plain["EVENTS"] / 240
    after = Predictor(Trained(doors, tmp_path, TRUE_RATE=0.02, **given).model()).predict(values).probability
    weighed = before * 0.02 / share
    expected = weighed / (weighed + (1 - before) * 0.98 / (1 - share))
    np.testing.assert_allclose(after, expected, rtol=1e-4)


# ------------------------------------------------------------------------------------------------- validation
@pytest.mark.parametrize("method", ["blocks", "buffer", "knndm"])
def test_ways_of_holding_out(hill, doors, tmp_path, method):
    done = Trained(doors, tmp_path, INVENTORY=hill.inventory(), LABEL="slid", FACTORS=[hill.raster()],
                   VALIDATION=method, REPEATS=1)  # fmt: skip
    assert 0.5 < done["AUROC"] < 1
    folds = done.table("FOLD_SCORES")
    here = folds["folds"] == "spatial"
    left_out = 240 - folds["tested"][here] - folds["trained"][here]
    assert (left_out > 0).any() if method == "buffer" else (left_out == 0).all()


def test_blocks_of_a_given_size(hill, doors, tmp_path):
    done = Trained(doors, tmp_path, INVENTORY=hill.inventory(), LABEL="slid", FACTORS=[hill.raster()],
                   VALIDATION="blocks", BLOCK_SIZE=150.0)  # fmt: skip
    assert done.model().facts["size"] == 150.0


def test_each_event_is_held_out_in_turn(hill, doors, tmp_path):
    storms = [2018 + i % 4 for i in range(240)]
    done = Trained(doors, tmp_path, INVENTORY=hill.inventory(more={"storm:integer": storms}), LABEL="slid",
                   FACTORS=[hill.raster()], VALIDATION="event", EVENT_FIELD="storm", REPEATS=1)  # fmt: skip
    table = done.table("SAMPLES")
    pairs = {(storms[int(row) - 1], fold) for row, fold in zip(table["row"], table["fold"])}
    assert len(pairs) == 4 == len({fold for _storm, fold in pairs})


def test_one_class_folds_are_counted_and_left_out(hill, doors, tmp_path):
    """Events in one half only: folds of the other half have no ranking."""
    xy, slid = hill.spots()
    labels = (slid & (xy[:, 0] < WEST + 400)).astype(int).tolist()
    done = Trained(doors, tmp_path, INVENTORY=hill.inventory(labels), LABEL="slid", FACTORS=[hill.raster()])
    folds = done.table("FOLD_SCORES")
    spatial = folds["folds"] == "spatial"
    alone = spatial & ((folds["events"] == 0) | (folds["events"] == folds["tested"]))
    assert done["ONE_CLASS_FOLDS"] == alone.sum() > 0
    assert (folds["status"][alone] == "one_class_tested").all() and np.isnan(folds["auroc"][alone]).all()
    assert done["AUROC"] == pytest.approx(np.nanmean(folds["auroc"][spatial & ~alone]), abs=1e-9)
    assert f"{alone.sum()} test folds hold one class only" in done.log


# ------------------------------------------------------------------------------------------------- what follows
def test_the_model_predicts_rasters_and_zones(hill, doors, tmp_path):
    """End to end: the map at the training places is what the model says of their values."""
    from seo_district_plugin.analysis.learning.predicting import Predictor

    raster = hill.raster()
    done = Trained(doors, tmp_path, INVENTORY=hill.inventory(), LABEL="slid", FACTORS=[raster])
    table = done.table("SAMPLES")
    expected = Predictor(done.model()).predict(np.column_stack([table["f1"], table["f2"]]))
    files = {name: str(tmp_path / f"{name.lower()}.tif") for name in ("PROBABILITY", "AOA", "LOWER")}
    doors.run("predictsusceptibility", MODEL=done["MODEL"], FACTORS=[raster], OUTPUT=None, **files)
    for name, values in (("PROBABILITY", expected.probability), ("AOA", expected.inside), ("LOWER", expected.lower)):
        np.testing.assert_allclose(value_at(files[name], 1, table["xy"], "EPSG:5186"), values, atol=1e-5)
    zones = str(tmp_path / "zones.gpkg")
    doors.run("predictsusceptibility", MODEL=done["MODEL"], ZONES=done["SAMPLES"], FACTOR_NAMES="f1,f2", OUTPUT=zones)
    from qgis.core import QgsVectorLayer

    found = [feature["probability"] for feature in QgsVectorLayer(zones, "z", "ogr").getFeatures()]
    np.testing.assert_allclose(found, expected.probability, atol=1e-6)


def test_another_seed_draws_other_absences(hill, doors, tmp_path):
    given = {"INVENTORY": hill.events(), "FACTORS": [hill.raster()], "REPEATS": 1}
    first = Trained(doors, tmp_path, **given).table("SAMPLES")["xy"]
    again = Trained(doors, tmp_path, **given).table("SAMPLES")["xy"]
    other = Trained(doors, tmp_path, SEED=9, **given).table("SAMPLES")["xy"]
    np.testing.assert_array_equal(first, again)
    assert (first != other).any()


def test_a_place_in_germany(make, doors, tmp_path):
    hill = Hillside(tmp_path, make, "leipzig")
    done = Trained(doors, tmp_path, INVENTORY=hill.events(), FACTORS=[hill.raster()])
    assert done["AUROC"] > 0.55 and done["EVENTS"] == 150
    assert done.model().crs in ("EPSG:25833", "EPSG:32633")
