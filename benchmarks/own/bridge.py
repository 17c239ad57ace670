"""Reads a layer of 240,000 rows and 12 fields to arrays in one way, several times.

bridge.py FILE WAY RUNS; WAY is fast, loop, memory or bare
"""

from __future__ import annotations

import hashlib
import json
import sys
import time

import numpy as np
import pandas as pd
import qgis_python
from qgis.core import NULL, Qgis, QgsFeatureRequest, QgsVectorLayer


def digest(frame: pd.DataFrame, xy: np.ndarray) -> str:
    """Of all values: numbers as bytes with NULL as 0 and marked, texts as UTF-8, coordinates as bytes."""
    total = hashlib.sha256()
    for name in sorted(frame.columns):
        column = frame[name]
        missing = column.isna().to_numpy()
        total.update(name.encode() + np.packbits(missing).tobytes())
        if column.dtype == object:
            total.update("\0".join("" if gone else text for gone, text in zip(missing, column)).encode())
        else:
            kind = np.int64 if str(column.dtype).lower().startswith("int") else np.float64
            total.update(column.to_numpy(dtype=kind, na_value=0).tobytes())
    total.update(np.ascontiguousarray(xy, dtype=np.float64).tobytes())
    return total.hexdigest()


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
        rows.append([None if value == NULL else value for value in feature.attributes()])
        point = feature.geometry().asPoint()
        xy.append((point.x(), point.y()))
    names = [field.name() for field in layer.fields()]
    return pd.DataFrame(rows, columns=names).drop(columns="fid", errors="ignore"), np.array(xy)


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
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        frame, xy = ways[way]()
        seconds.append(time.perf_counter() - start)
    answer = {
        "seconds": seconds,
        "rows": len(frame),
        "columns": len(frame.columns),
        "digest": digest(frame, xy),
        "versions": {"QGIS": Qgis.version(), "numpy": np.__version__, "pandas": pd.__version__},
    }
    print(json.dumps(answer))
    qgis_python.leave()
    del application


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
