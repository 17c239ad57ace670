"""``place``: what a ranked row is called by people, from the zone that holds it and the nearest landmark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..texts import tr

NAMES = ("name", "nm", "title", "dong", "이름", "명칭", "상호", "행정동", "법정동", "주소")
NAME_ENDS = ("name", "_nm", "명", "명칭", "이름")
CODE_ENDS = ("id", "_no", "code", "_cd", "코드", "번호")

if TYPE_CHECKING:
    from ..layers.sources import VectorInput
    from ..layers.table import Table
    from .run import Run


def place_names(run: Run, centers: np.ndarray, table: Table) -> list[str]:
    """One text per place: zone, nearest landmark with its distance; the feature id where neither is known."""
    zones = _zone_names(run, centers)
    landmarks, distances = _landmarks(run, centers)
    names = []
    for row, (zone, landmark) in enumerate(zip(zones, landmarks)):
        parts = [zone] if zone else []
        if landmark:
            near = tr("{landmark} ({distance:.0f} m)") if distances[row] >= 0.5 else "{landmark}"
            parts.append(near.format(landmark=landmark, distance=distances[row]))
        names.append(" · ".join(parts) or f"#{table.fid[row]}")
    return names


def _zone_names(run: Run, centers: np.ndarray) -> list[str | None]:
    if not run.given("ZONES"):
        return [None] * len(centers)
    from ..analysis.zones.inside import points_in_polygons
    from ..analysis.zones.shapes import Polygons

    field = _name_field(run, "ZONES", "ZONE_NAME_FIELD")
    zones = run.read("ZONES", [field] if field else [], "polygon")
    names = zones.texts(field) if field else [f"#{fid}" for fid in zones.fid]
    found: list[str | None] = [None] * len(centers)
    for zone, point in zip(*points_in_polygons(centers, Polygons.from_wkb(list(zones.wkb)), tick=run.tick)):
        found[point] = found[point] or names[zone]
    return found


def nearest_landmarks(run: Run, centers: np.ndarray) -> tuple[list[str | None], np.ndarray | list]:
    """Name of the nearest landmark of each place, None where there is none, and its distance in meters."""
    return _landmarks(run, centers)


def _landmarks(run: Run, centers: np.ndarray) -> tuple[list[str | None], np.ndarray | list]:
    field = _name_field(run, "LANDMARKS", "LANDMARK_NAME_FIELD") if run.given("LANDMARKS") else ""
    if not field:
        return [None] * len(centers), []
    table = run.read("LANDMARKS", [field], "any")
    names = table.texts(field)
    named = np.array([bool(name) for name in names], dtype=bool)
    if not named.any():
        return [None] * len(centers), []
    names = names[named]
    distance, nearest = _nearest(run, centers, table, named)
    return [names[i] if i >= 0 else None for i in nearest], distance


def _nearest(run: Run, centers: np.ndarray, table: Table, named: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Distance to the nearest of the named features, and which that is."""
    if table.xy is not None:
        from scipy.spatial import cKDTree

        return cKDTree(table.xy[named]).query(centers)
    from ..layers.geometry import nearest_feature_distance

    return nearest_feature_distance(centers, table.wkb[named], tick=run.tick)


def _name_field(run: Run, layer: str, parameter: str) -> str:
    """The field chosen, else the one most likely to hold names; which one is said."""
    if run.given(parameter):
        return run.field(parameter)
    found = name_field(run.inputs[layer])
    if found:
        run.info(
            tr("Names of '{layer}' are taken from its field '{field}'.").format(
                layer=run.inputs[layer].title, field=found
            )
        )
    return found


def name_field(given: VectorInput) -> str:
    """The text field most likely to hold names: by what it is called; the first that is no code otherwise."""
    texts = [info.name for info in given.fields if info.kind == "text"]
    tests = (
        lambda name: name in NAMES,
        lambda name: name.endswith(NAME_ENDS),
        lambda name: "name" in name,
        lambda name: not name.endswith(CODE_ENDS),
        lambda name: True,
    )
    return next((name for test in tests for name in texts if test(name.lower().replace(" ", ""))), "")
