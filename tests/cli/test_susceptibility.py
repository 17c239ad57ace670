"""Landslides in Ecuador, learned and predicted by qgis_process: the published figures, and a map beside them."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

NAMES = "slope,cplan,cprof,elev,log10_carea"


@pytest.fixture(scope="module")
def trained(real_data: Path, command_line, tmp_path_factory: pytest.TempPathFactory) -> dict:
    """A linear model of the landslides, held out by 20 repeats of 5 k-means folds."""
    folder = tmp_path_factory.mktemp("에콰도르 100%")
    data = real_data / "ecuador_landslides"
    return command_line.run(
        "trainsusceptibility",
        {
            "INVENTORY": str(data / "landslides.gpkg"),
            "LABEL": "landslide",
            "FACTORS": [str(data / "terrain.tif")],
            "FACTOR_NAMES": NAMES,
            "REPEATS": 20,
            "MODEL": str(folder / "모델.sdmodel"),
            "SAMPLES": str(folder / "samples.gpkg"),
            "REPORT": str(folder / "report.html"),
        },
    )


def test_published_figures(trained):
    """Spatial 0.7726 and random 0.8097 of the literature within 0.01; 175 + 175 places; fitted to four digits."""
    assert trained["EVENTS"] == trained["ABSENCES"] == 175
    assert trained["AUROC"] == pytest.approx(0.7726, abs=0.01)
    assert trained["AUROC_RANDOM"] == pytest.approx(0.8097, abs=0.01)
    assert trained["AUROC_FITTED"] == pytest.approx(0.8216, abs=5e-5)
    assert trained["OPTIMISM"] == pytest.approx(trained["AUROC_RANDOM"] - trained["AUROC"], abs=1e-9) and (
        trained["OPTIMISM"] > 0.02
    )


def test_files_tell_of_themselves(trained):
    report = Path(trained["REPORT"]).read_text(encoding="utf-8")
    assert f"{trained['AUROC']:.3f}" in report and f"{trained['AUROC_RANDOM']:.3f}" in report
    record = json.loads(Path(trained["SAMPLES"]).with_suffix(".run.json").read_text(encoding="utf-8"))
    assert record["figures"]["AUROC"] == trained["AUROC"]
    assert {entry["file"] for entry in record["inputs"]} == {"landslides", "terrain"}
    assert str(Path(trained["REPORT"]).parent) not in json.dumps(record, ensure_ascii=False)


def test_the_model_makes_a_map(trained, real_data: Path, command_line, tmp_path: Path):
    """Probabilities on the map rank the landslides as the fitted model does."""
    from osgeo import gdal, ogr

    terrain = real_data / "ecuador_landslides" / "terrain.tif"
    found = command_line.run(
        "predictsusceptibility",
        {
            "MODEL": trained["MODEL"],
            "FACTORS": [str(terrain)],
            "FACTOR_NAMES": NAMES,
            "PROBABILITY": str(tmp_path / "확률.tif"),
            "AOA": str(tmp_path / "aoa.tif"),
        },
    )
    assert found["CELLS"] == 158_326 and 0.5 < found["AOA_SHARE"] < 1
    data = gdal.Open(found["PROBABILITY"])
    left, wide, _, top, _, high = data.GetGeoTransform()
    cells = data.ReadAsArray()
    samples = ogr.Open(trained["SAMPLES"])
    labels, values = [], []
    for feature in samples.GetLayer():
        place = feature.GetGeometryRef()
        labels.append(feature.GetField("label"))
        values.append(cells[int((place.GetY() - top) / high), int((place.GetX() - left) / wide)])
    events, others = (np.array(values)[np.array(labels) == one] for one in (1, 0))
    area = np.mean([(one > others).mean() + (one == others).mean() / 2 for one in events])
    assert area == pytest.approx(trained["AUROC_FITTED"], abs=0.01), "calibration joins some values, and moves no order"
