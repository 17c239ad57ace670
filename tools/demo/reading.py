"""Tables of the demo as frames, for the comparison with the truth."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

HOME = 5186
"""EPSG of the sample and of its truth."""


def truth(folder: Path, name: str) -> pd.DataFrame:
    """A table of planted truth; empty texts stay empty texts."""
    import pandas as pd

    return pd.read_csv(folder / "rich" / "truth" / f"{name}.csv", keep_default_na=False, encoding="utf-8")


def table(path: Path, name: str = "", columns: str = "*") -> pd.DataFrame:
    """A table of a GeoPackage, its only one when no name is given, without shapes when columns are named."""
    import pandas as pd

    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as database:
        name = name or tables(path)[0]
        return pd.read_sql(f'SELECT {columns} FROM "{name}"', database)  # nosec B608


def tables(path: Path) -> list[str]:
    """Tables of a GeoPackage, without those that hold styles."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as database:
        rows = database.execute("SELECT table_name FROM gpkg_contents ORDER BY rowid").fetchall()
    return [name for (name,) in rows if name != "layer_styles"]


def centers(path: Path, name: str = "") -> tuple[np.ndarray, np.ndarray]:
    """Feature ids, and middles of the shapes in EPSG:5186 (n, 2); features without a shape are left out."""
    import numpy as np
    from osgeo import ogr, osr

    ogr.UseExceptions()
    data = ogr.Open(str(path))
    layer = data.GetLayerByName(name) if name else data.GetLayer(0)
    home = osr.SpatialReference()
    home.ImportFromEPSG(HOME)
    system = layer.GetSpatialRef().Clone()
    for each in (home, system):
        each.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    ids, spots = [], []
    for feature in layer:
        shape = feature.GetGeometryRef()
        if shape is not None and not shape.IsEmpty():
            middle = shape.Centroid()
            ids.append(feature.GetFID())
            spots.append((middle.GetX(), middle.GetY()))
    if not spots:
        return np.empty(0, int), np.empty((0, 2))
    moved = osr.CoordinateTransformation(system, home).TransformPoints(spots)
    return np.array(ids), np.array(moved)[:, :2]
