"""make demo: a small made-up district through the whole chain by qgis_process; results in demo/ (or a folder given).

Each step is one entry in STEPS: adding a step is adding an entry. Everything goes through the same door that a script
or a scheduled job would use: qgis_process with JSON on standard input, and a packaged model.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DEMO = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 and __name__ == "__main__" else ROOT / "demo"
INPUT = DEMO / "input"
MARK = DEMO / ".made_by_demo"
PLUGIN = "seo_district_plugin"


def main() -> int:
    began = time.monotonic()
    sys.path[:0] = [str(ROOT)]
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if MARK.is_file():  # made by an earlier demo: only such a folder is emptied
        shutil.rmtree(DEMO)
    elif DEMO.exists() and any(DEMO.iterdir()):
        sys.exit(f"{DEMO} holds something else. Give an empty or new folder.")
    INPUT.mkdir(parents=True)
    MARK.write_text("This folder is emptied by the next demo.\n", encoding="utf-8")
    print("A small made-up district (synthetic: nothing in it is real)")
    write_input()
    with tempfile.TemporaryDirectory() as profile:
        environment = clean_environment(Path(profile))
        for title, algorithm, inputs in steps():
            print(f"  {title} ...", flush=True)
            results = run(algorithm, inputs, environment)
            figures = {name: value for name, value in results.items() if isinstance(value, (int, float))}
            print(
                "    " + ", ".join(f"{name} {value:,.4g}" for name, value in figures.items()) if figures else "    done"
            )
    found = finish_in_qgis()
    print(f"Ready after {time.monotonic() - began:.0f} s:")
    for what, path in found.items():
        print(f"  {what:<12} {os.path.relpath(path)}")
    return 0


def write_input() -> None:
    """The sample as files of the kinds a district has: GeoPackage and CSV."""
    from osgeo import ogr, osr

    from seo_district_plugin.sample.small import EPSG, small_district

    ogr.UseExceptions()
    district = small_district()
    system = osr.SpatialReference()
    system.ImportFromEPSG(EPSG)
    target = ogr.GetDriverByName("GPKG").CreateDataSource(str(INPUT / "sample.gpkg"))
    dong = [ogr_polygon(ring) for ring in district.dong_rings]
    write_layer(target, "dong", system, ogr.wkbPolygon, district.dong, dong)
    for name in ("stores", "schools", "bikes", "places"):
        frame = getattr(district, name)
        points = [f"POINT({x} {y})" for x, y in zip(frame["x"], frame["y"])]
        write_layer(target, name, system, ogr.wkbPoint, frame.drop(columns=["x", "y"]), points)
    lines = ["LINESTRING(" + ",".join(f"{x} {y}" for x, y in line) + ")" for line in district.road_lines]
    write_layer(target, "roads", system, ogr.wkbLineString, district.roads, lines)
    target = None
    district.flow.to_csv(INPUT / "flow.csv", index=False, encoding="utf-8")


def ogr_polygon(ring) -> str:
    return "POLYGON((" + ",".join(f"{x} {y}" for x, y in ring) + "))"


def write_layer(target, name: str, system, kind: int, frame, shapes: list[str]) -> None:
    from osgeo import ogr

    layer = target.CreateLayer(name, system, kind)
    for column in frame.columns:
        numeric = frame[column].dtype.kind in "iuf"
        layer.CreateField(ogr.FieldDefn(column, ogr.OFTInteger64 if numeric else ogr.OFTString))
    for row, shape in zip(frame.itertuples(index=False), shapes):
        feature = ogr.Feature(layer.GetLayerDefn())
        for column, value in zip(frame.columns, row):
            feature.SetField(column, value if isinstance(value, str) else int(value))
        feature.SetGeometry(ogr.CreateGeometryFromWkt(shape))
        layer.CreateFeature(feature)


def steps():
    """(title, algorithm, inputs): the chain step by step, then once more as the packaged model."""
    sample = f"{INPUT / 'sample.gpkg'}|layername="
    layers = [sample + name for name in ("stores", "schools", "bikes", "roads")] + [str(INPUT / "flow.csv")]
    zones = {"ZONES": sample + "dong", "LANDMARKS": sample + "roads"}
    grid = {"DISTRICT": sample + "dong", "SIZE": 100, "ZONE_FIELD": "code"}
    shifted = {**grid, "GRID": "free", "ORIGIN": "50,50", "ANALYSIS_CRS": "EPSG:5179"}
    features = {"LAYERS": layers, "PRESET": "noticeboard", "ZONE_ID_FIELD": "zone"}
    yield "Grid of 100 m", "districtgrid", {**grid, "OUTPUT": "grid.gpkg"}
    yield "Features of each cell", "zonefeatures", {
        **features, "ZONES": "grid.gpkg", "OUTPUT": "features.gpkg", "FEATURES_OUT": "recipe.csv",
        "REPORT": "features.html",
    }  # fmt: skip
    yield "The same on a grid shifted by half a cell", "districtgrid", {**shifted, "OUTPUT": "grid_shifted.gpkg"}
    yield "Features of the shifted cells", "zonefeatures", {
        **features, "ZONES": "grid_shifted.gpkg", "OUTPUT": "features_shifted.gpkg",
    }  # fmt: skip
    yield "Suitability for public notice boards", "suitabilityscore", {
        **zones, "INPUT": "features.gpkg", "PRESET": "noticeboard", "PLACES": sample + "places",
        "SHIFTED": "features_shifted.gpkg", "OUTPUT": "suitability.gpkg", "CRITERIA_OUT": "criteria.csv",
        "PLACES_OUT": "places.gpkg", "REPORT": "suitability.html",
    }  # fmt: skip
    yield "The whole chain as one packaged model", "noticeboardchain", {
        "district": sample + "dong", "zone_field": "code", "stores": layers[0], "schools": layers[1],
        "bikes": layers[2], "roads": layers[3], "flow": layers[4], "size": 100, "top": 10,
        "suitability": "model_suitability.gpkg", "criteria": "model_criteria.csv", "report": "model_report.html",
    }  # fmt: skip


def clean_environment(profile: Path) -> dict[str, str]:
    """A QGIS profile of its own in which the built plugin is on; nothing of the user's is touched."""
    settings = profile / "profiles" / "default" / "QGIS"
    settings.mkdir(parents=True)
    (settings / "QGIS3.ini").write_text(f"[PythonPlugins]\n{PLUGIN}=true\n", encoding="utf-8")
    return {
        **os.environ,
        "QGIS_CUSTOM_CONFIG_PATH": str(profile),
        "QGIS_PLUGINPATH": str(ROOT / "build"),
        "HOME": str(profile),
        "XDG_RUNTIME_DIR": str(profile),
    }


def run(algorithm: str, inputs: dict, environment: dict[str, str]) -> dict:
    """Run one algorithm by qgis_process with JSON on standard input; ends the demo with its message if it fails."""
    command = [os.environ.get("QGIS_PROCESS") or "qgis_process", "run", f"seodistrict:{algorithm}", "-"]
    done = subprocess.run(
        command, input=json.dumps({"inputs": inputs}), capture_output=True, text=True, encoding="utf-8",
        env=environment, cwd=DEMO, check=False,
    )  # fmt: skip
    if done.returncode != 0:
        sys.exit(f"{algorithm} failed:\n{done.stderr.strip()}")
    return json.loads(done.stdout)["results"]


def finish_in_qgis() -> dict[str, Path]:
    """A project with the styled results and a map picture, made by QGIS in this process."""
    sys.path.append(os.environ.get("QGIS_PLUGINS_DIR") or "/usr/share/qgis/python/plugins")
    os.environ["QGIS_CUSTOM_CONFIG_PATH"] = tempfile.mkdtemp()
    os.environ.setdefault("XDG_RUNTIME_DIR", os.environ["QGIS_CUSTOM_CONFIG_PATH"])
    from qgis.core import QgsApplication, QgsProject, QgsVectorLayer

    application = QgsApplication([], False)
    application.initQgis()
    project = QgsProject.instance()
    project.setTitle("Made-up district: public notice boards (synthetic data)")
    listed = [
        ("Places asked about", "places.gpkg"),
        ("Suitability for notice boards", "suitability.gpkg"),
        ("Features", "features.gpkg"),
        ("Grid", "grid.gpkg"),
    ]
    layers = [QgsVectorLayer(str(DEMO / file), title, "ogr") for title, file in listed]
    broken = [layer.name() for layer in layers if not layer.isValid()]
    if broken:
        sys.exit(f"cannot be opened: {', '.join(broken)}")
    project.setCrs(layers[1].crs())
    for layer in layers:
        project.addMapLayer(layer, False)
    for layer in layers:
        node = project.layerTreeRoot().addLayer(layer)
        node.setItemVisibilityChecked(layer in layers[:2])
    project.viewSettings().setDefaultViewExtent(_extent(layers[1]))
    project.write(str(DEMO / "demo.qgz"))
    (DEMO / "map.png").write_bytes(_picture(layers[:2]))
    project.clear()
    application.exitQgis()
    return {
        "project": DEMO / "demo.qgz",
        "map": DEMO / "map.png",
        "report": DEMO / "suitability.html",
        "scored cells": DEMO / "suitability.gpkg",
        "criteria": DEMO / "criteria.csv",
    }


def _extent(layer):
    from qgis.core import QgsReferencedRectangle

    return QgsReferencedRectangle(layer.extent(), layer.crs())


def _picture(layers) -> bytes:
    from seo_district_plugin.layers.picture import map_png

    return map_png(layers)


if __name__ == "__main__":
    sys.exit(main())
