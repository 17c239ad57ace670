"""Reads a layer of 240,000 rows and 12 fields to arrays in one way, several times.

bridge.py FILE WAY RUNS; WAY is fast, loop, memory or bare
"""

from __future__ import annotations

import json
import sys

import digests
import numpy as np
import pandas as pd
import qgis_python
from qgis.core import Qgis, QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import QVariant
from stopwatch import repeated


def by_bridge(layer: QgsVectorLayer, fast: bool) -> tuple[pd.DataFrame, np.ndarray]:
    from seo_district_plugin.layers.sources import from_layer

    source = from_layer(layer)
    source.read_fast = fast
    if fast and source.fast is None:
        raise RuntimeError("this layer does not take the fast path")
    table = source.read(None, want="point")
    return table.frame.drop(columns="fid", errors="ignore"), table.xy


def by_features(layer: QgsVectorLayer) -> tuple[pd.DataFrame, np.ndarray]:
    """The plain loop over features that a script in QGIS's Python console has."""
    rows, xy = [], []
    request = QgsFeatureRequest().setInvalidGeometryCheck(Qgis.InvalidGeometryCheck.NoCheck)
    for feature in layer.getFeatures(request):
        rows.append(feature.attributes())
        point = feature.geometry().asPoint()
        xy.append((point.x(), point.y()))
    frame = pd.DataFrame(rows, columns=[field.name() for field in layer.fields()])
    for name in frame.select_dtypes(object).columns:
        values = [None if isinstance(value, QVariant) else value for value in frame[name]]  # NULL is a QVariant
        frame[name] = pd.Series(values, dtype=object)
        if layer.fields().field(name).isNumeric():
            frame[name] = frame[name].astype(float)
    return frame.drop(columns="fid", errors="ignore"), np.array(xy)


def main(path: str, way: str, runs: int) -> None:
    application = qgis_python.start()
    layer = QgsVectorLayer(path, "wide", "ogr")
    if way == "memory":
        layer = layer.materialize(QgsFeatureRequest())
    ways = {
        "fast": lambda: by_bridge(layer, True),
        "loop": lambda: by_bridge(layer, False),
        "memory": lambda: by_bridge(layer, False),
        "bare": lambda: by_features(layer),
    }
    (frame, xy), times = repeated(ways[way], runs)
    answer = {
        **times,
        "rows": len(frame),
        "columns": len(frame.columns),
        "digest": digests.of_table(frame, xy),
        "versions": {"QGIS": Qgis.version(), "numpy": np.__version__, "pandas": pd.__version__},
    }
    print(json.dumps(answer))
    qgis_python.leave()
    del application


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
