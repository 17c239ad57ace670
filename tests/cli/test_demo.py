"""`make demo` as a newcomer runs it: the made-up district through the chain, styled project, map, report."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from seo_district_plugin.sample.small import CENTER, SECOND, small_district

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("demo") / "맛보기"
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "demo.py"), str(folder)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return folder, done.stdout


def test_it_says_where_the_results_are(demo) -> None:
    folder, printed = demo
    for name in ("demo.qgz", "map.png", "suitability.html", "suitability.gpkg", "criteria.csv"):
        assert name in printed
        assert (folder / name).stat().st_size > 0


def test_the_project_opens_styled(qgis_app, demo) -> None:
    from qgis.core import QgsProject

    project = QgsProject()
    assert project.read(str(demo[0] / "demo.qgz"))
    layers = {layer.name(): layer for layer in project.mapLayers().values()}
    assert all(layer.isValid() for layer in layers.values())
    assert layers["Suitability for notice boards"].renderer().type() == "categorizedSymbol"
    assert layers["Features"].renderer().type() == "graduatedSymbol"


def test_the_map_shows_several_grades(qgis_app, demo) -> None:
    from qgis.PyQt.QtGui import QImage

    image = QImage(str(demo[0] / "map.png"))
    colors = {image.pixelColor(x, y).name() for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}
    assert len(colors & {"#440154", "#3b528b", "#2a788e", "#22a884", "#21918c", "#5ec962", "#fde725"}) >= 2


def test_the_best_cells_lie_at_the_planted_centers(demo) -> None:
    connection = sqlite3.connect(demo[0] / "suitability.gpkg")
    try:
        best = connection.execute("SELECT x, y FROM suitability WHERE rank <= 10").fetchall()
    finally:
        connection.close()
    from qgis.core import (
        QgsCoordinateReferenceSystem,
        QgsCoordinateTransform,
        QgsCoordinateTransformContext,
        QgsPointXY,
    )

    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:5179"),
        QgsCoordinateReferenceSystem("EPSG:5186"),
        QgsCoordinateTransformContext(),
    )
    placed = np.array([transform.transform(QgsPointXY(x, y)) for x, y in best])
    distance = np.minimum(np.hypot(*(placed - CENTER).T), np.hypot(*(placed - SECOND).T))
    assert distance.max() < 600.0


def test_the_sample_is_the_same_for_the_same_seed() -> None:
    first, again, other = small_district(3), small_district(3), small_district(4)
    assert first.stores.equals(again.stores)
    assert first.flow.equals(again.flow)
    assert not first.stores.equals(other.stores)
