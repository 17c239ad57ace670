"""The last step: one GeoPackage with everything, a project, maps, the table of what was found, the index page."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

import numpy as np

from .folder import Folder, as_dict, tree_digest
from .model import Map, Settings
from .printing import TABLE
from .running import BUILD, PLUGIN, ROOT
from .steps import STEPS
from .truth_layers import TRUTH_LAYERS

PACKAGE, PROJECT, PAGE = "demo.gpkg", "demo.qgz", "index.html"


def finish_fingerprint(settings: Settings, folder: Folder) -> str:
    """Digest of all that the last step depends on."""
    outputs = {file: folder.digest(file) for step in STEPS for file in step.outputs.values()}
    whole = [as_dict(settings), outputs, tree_digest(Path(__file__).parent), tree_digest(BUILD / PLUGIN)]
    return hashlib.sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()


def finish(settings: Settings, folder: Folder) -> list[str]:
    """Make everything; returns the files, by their names in the folder."""
    from .pages import write_page

    found = {step.id: step.compare(folder) for step in STEPS if step.compare is not None}
    lines = [
        {"step": step, **{name: _plain(value) for name, value in asdict(line).items()}}
        for step, each in found.items()
        for line in each
    ]
    text = json.dumps({"synthetic": True, "settings": as_dict(settings), "found": lines}, ensure_ascii=False, indent=1)
    (folder.path / TABLE).write_text(text + "\n", encoding="utf-8")
    pictures = in_qgis(settings, folder.path)
    write_page(settings, folder, found, pictures)
    return [PACKAGE, PROJECT, PAGE, TABLE, *pictures.values()]


def _plain(value: object) -> object:
    """Numbers and truth values of arrays as those of Python."""
    return value.item() if isinstance(value, np.generic) else value


def in_qgis(settings: Settings, folder: Path) -> dict[str, str]:
    """GeoPackage, project and maps, made by QGIS in this process; returns the file of each map by its theme."""
    profile = tempfile.mkdtemp()
    os.environ["QGIS_CUSTOM_CONFIG_PATH"] = profile
    os.environ.setdefault("XDG_RUNTIME_DIR", profile)
    sys.path[:0] = [path for path in (str(ROOT), os.environ.get("QGIS_PLUGINS_DIR") or "/usr/share/qgis/python/plugins")
                    if path not in sys.path]  # fmt: skip
    from qgis.core import QgsApplication

    mine = QgsApplication.instance() is None
    application = QgsApplication([], False) if mine else QgsApplication.instance()
    if mine:
        application.initQgis()
    try:
        from .merging import Merged

        merged = Merged(settings, folder, folder / PACKAGE)
        merged.fill()
        merged.write_project(folder / PROJECT)
        return _maps(merged, folder)
    finally:
        if mine:
            application.exitQgis()


def all_maps() -> list[Map]:
    """Every map of the page, in the order of the steps, truth last."""
    return [*(each for step in STEPS for each in step.maps), *(layer.map for layer in TRUTH_LAYERS)]


def _maps(merged, folder: Path) -> dict[str, str]:
    from seo_district_plugin.layers.picture import map_png

    (folder / "maps").mkdir(exist_ok=True)
    made = {}
    for each in all_maps():
        layers = [merged.layer(name) for name in each.layers]
        if each.where and layers[-1] is not None:
            layers[-1] = merged.filtered(layers[-1], each.where)
        file = f"maps/{each.layers[-1]}.png"
        if file in made.values():
            file = f"maps/{each.layers[-1]}_{each.layers[0]}.png"
        (folder / file).write_bytes(map_png([layer for layer in layers if layer is not None]))
        made[each.key] = file
    return made
