"""Layers of what the district is built of: dong, legal dong, streets, lots, buildings."""

from __future__ import annotations

import numpy as np
import pandas as pd

from . import wkb
from .borders import ring_area
from .lots import lot_corners
from .model import Layer, title
from .work import Work


def make_areas(work: Work) -> None:
    """Add district, dong, legal_dong, streets, street_nodes, lots and buildings; fill ``city.dong`` and ``roads``."""
    city = work.city
    buildings = city.buildings
    by_dong = buildings.groupby("dong")[["persons", "households", "shops"]].sum()
    by_dong = by_dong.reindex(range(len(work.preset.dong)), fill_value=0)
    frame = pd.DataFrame(
        {
            "dong_cd": work.cells.dong_codes,
            "dong_nm": [plan.name for plan in work.preset.dong],
            "kind": [plan.kind for plan in work.preset.dong],
            "pop": by_dong["persons"].to_numpy(),
            "hh": by_dong["households"].to_numpy(),
            "shops": by_dong["shops"].round().astype(int).to_numpy(),
        }
    )
    city.dong = _polygons(work, "dong", title("Administrative dong", "행정동"), work.cells.dong, frame)
    legal = pd.DataFrame({"ldong_cd": work.cells.legal_codes, "ldong_nm": work.cells.legal_names})
    _polygons(work, "legal_dong", title("Legal dong", "법정동"), work.cells.legal, legal)
    whole = pd.DataFrame({"name": [f"{title('', '예제 자치구')['ko']}"], "pop": [int(frame["pop"].sum())]})
    _polygons(work, "district", title("District", "자치구"), np.where(work.cells.dong >= 0, 0, -1), whole)
    streets = work.streets
    city.roads = streets.roads
    text = title("Streets", "도로 구간")
    city.add(Layer("streets", text, "line", streets.segments, wkb.lines(streets.paths)))
    work.add_points("street_nodes", "Street nodes", "도로 교차점", streets.nodes)
    _lots(work)
    shown = buildings.drop(columns=["lot", "block_use", "dong"])
    city.add(Layer("buildings", title("Buildings", "건물"), "polygon", shown, wkb.quads(work.corners)))


def _polygons(work: Work, name: str, text: dict[str, str], label: np.ndarray, frame: pd.DataFrame) -> pd.DataFrame:
    """Add a polygon layer of lattice cells with the same label; the frame gains x, y (mean of the border) and km2."""
    shapes = [work.borders.rings(label, index) for index in range(len(frame))]
    frame["km2"] = np.round([sum(ring_area(ring) for ring in rings) / 1e6 for rings in shapes], 4)
    center = np.array([rings[0][:-1].mean(axis=0) for rings in shapes])
    frame["x"], frame["y"] = center[:, 0].round(2), center[:, 1].round(2)
    work.city.add(Layer(name, text, "polygon", frame, [wkb.polygon(rings) for rings in shapes]))
    return frame


def _lots(work: Work) -> None:
    lots = work.lots
    streets = work.streets.roads
    frame = pd.DataFrame(
        {
            "pnu": lots["pnu"],
            "ldong_cd": np.array(work.cells.legal_codes, dtype=object)[lots["legal"]],
            "ldong_nm": np.array(work.cells.legal_names, dtype=object)[lots["legal"]],
            "dong_cd": np.array(work.cells.dong_codes, dtype=object)[lots["dong"]],
            "mountain": lots["mountain"],
            "lot_main": lots["lot_main"],
            "lot_sub": lots["lot_sub"],
            "road": streets["road"].to_numpy()[lots["road_ix"]],
            "road_cd": streets["road_cd"].to_numpy()[lots["road_ix"]],
            "main": lots["main"],
            "sub": lots["sub"],
            "area": lots["area"],
            "vacant": lots["vacant"].astype(int),
            "x": lots["x"].round(2),
            "y": lots["y"].round(2),
        }
    )
    work.add_quads("lots", "Lots", "필지", frame, lot_corners(work.lattice, lots))
