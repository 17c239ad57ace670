"""Factors, models, and predictions of arrays in memory.

predicting.py data FOLDER | train FOLDER KIND | kernel FOLDER KIND RUNS | bare FOLDER KIND RUNS
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
from stopwatch import repeated

WIDTH, HEIGHT, BANDS, TRAINING = 3200, 3125, 12, 2000
IN_MEMORY = 1_000_000
BLOCK = 65_536
TREES = {"forest": 300, "boosting": 200}


def data(folder: Path) -> None:
    """12 factors, each of waves of its own with some noise; training places with a made-up truth."""
    from osgeo import gdal

    rng = np.random.default_rng(1)
    options = ["TILED=YES", "BLOCKXSIZE=256", "BLOCKYSIZE=256"]
    path = str(folder / "factors.tif")
    made = gdal.GetDriverByName("GTiff").Create(path, WIDTH, HEIGHT, BANDS, gdal.GDT_Float32, options)
    made.SetGeoTransform((230_000.0, 10.0, 0, 450_000.0, 0, -10.0))
    made.SetProjection(_wkt())
    at = rng.choice(WIDTH * HEIGHT, TRAINING + IN_MEMORY, replace=False)
    table = np.empty((len(at), BANDS), dtype=np.float32)
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    for band in range(BANDS):
        values = np.zeros((HEIGHT, WIDTH), dtype=np.float32)
        for _ in range(4):
            length, angle = rng.uniform(60, 900), rng.uniform(0, np.pi)
            values += np.sin((x * np.cos(angle) + y * np.sin(angle)) / length + rng.uniform(0, 6)).astype(np.float32)
        values += rng.normal(0, 0.15, values.shape).astype(np.float32)
        table[:, band] = values.ravel()[at]
        out = made.GetRasterBand(band + 1)
        out.WriteArray(values)
        out.SetDescription(f"f{band:02d}")
    made.FlushCache()
    score = table[:TRAINING, 0] + 0.7 * table[:TRAINING, 1] ** 2 - table[:TRAINING, 2] - 1
    labels = rng.random(TRAINING) < 1 / (1 + np.exp(-score))
    blocks = at[:TRAINING] // WIDTH * 10 // HEIGHT
    np.savez(folder / "training.npz", values=table[:TRAINING].astype(float), labels=labels, blocks=blocks)
    np.save(folder / "million.npy", table[TRAINING:])


def _wkt() -> str:
    from osgeo import osr

    reference = osr.SpatialReference()
    reference.ImportFromEPSG(5186)
    return reference.ExportToWkt()


def train(folder: Path, kind: str) -> None:
    from seo_district_plugin.analysis.learning.applicability import fit_applicability
    from seo_district_plugin.analysis.learning.calibration import learn_calibrator
    from seo_district_plugin.analysis.learning.modelfile import Model, save
    from seo_district_plugin.analysis.learning.models import make_learner
    from seo_district_plugin.analysis.learning.types import Factor, Settings

    known = np.load(folder / "training.npz")
    factors = tuple(Factor(f"f{band:02d}") for band in range(BANDS))
    learner = make_learner(Settings(model=kind, trees=TREES.get(kind, 0) or 1, tune=False), factors)
    held = np.empty(TRAINING)
    for half in (known["blocks"] % 2 == 0, known["blocks"] % 2 == 1):
        held[half] = learner.fit(known["values"][~half], known["labels"][~half]).score(known["values"][half])
    core = learner.fit(known["values"], known["labels"])
    domain = fit_applicability(known["values"], factors, fold=known["blocks"])
    model = Model(learner.settings, factors, core, calibrator=learn_calibrator(held, known["labels"]), domain=domain)
    save(folder / f"{kind}.model", model)


def kernel(folder: Path, kind: str, runs: int) -> None:
    from seo_district_plugin.analysis.learning.modelfile import load
    from seo_district_plugin.analysis.learning.predicting import Predictor

    predictor, cells = Predictor(load(folder / f"{kind}.model")), np.load(folder / "million.npy")
    found, times = repeated(lambda: predictor.predict(cells, applicability=False), runs)
    print(json.dumps({**times, "mean": float(found.probability.mean())}))


def bare(folder: Path, kind: str, runs: int) -> None:
    import sklearn
    from sklearn.ensemble import HistGradientBoostingClassifier, RandomForestClassifier
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    model = {
        "logistic": make_pipeline(StandardScaler(), LogisticRegression(C=1e8)),
        "boosting": HistGradientBoostingClassifier(max_iter=TREES["boosting"], early_stopping=False),
        "forest": RandomForestClassifier(TREES["forest"], n_jobs=2, random_state=0),
    }[kind]
    known, cells = np.load(folder / "training.npz"), np.load(folder / "million.npy")
    model.fit(known["values"].astype(np.float32), known["labels"])

    def predict() -> np.ndarray:
        parts = [cells[start : start + BLOCK] for start in range(0, len(cells), BLOCK)]
        return np.concatenate([model.predict_proba(part)[:, 1] for part in parts])

    found, times = repeated(predict, runs)
    print(json.dumps({**times, "mean": float(found.mean()), "versions": {"scikit-learn (QGIS)": sklearn.__version__}}))


if __name__ == "__main__":
    if sys.argv[1] == "data":
        data(Path(sys.argv[2]))
    elif sys.argv[1] == "train":
        train(Path(sys.argv[2]), sys.argv[3])
    else:
        {"kernel": kernel, "bare": bare}[sys.argv[1]](Path(sys.argv[2]), sys.argv[3], int(sys.argv[4]))
