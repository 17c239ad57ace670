"""What stands along the streets: signals, cameras, lights, stops, bikes, salt boxes, drains, boards."""

from __future__ import annotations

import numpy as np
import pandas as pd

from . import wkb
from .ground import RIVER_WATER, STREAM_WATER
from .lots import lot_corners
from .model import Layer, title
from .places import lot_frame
from .presets import BLOCK, CELL, ROAD_WORDS
from .streets import ALLEY, ARTERIAL, COLLECTOR, LOCAL
from .uses import FARM, PUBLIC
from .work import Work

_PIPE = {ARTERIAL: 1500, COLLECTOR: 1000, LOCAL: 600, ALLEY: 450}  # diameter of the storm drain, mm (assumption)
_INLETS = {ARTERIAL: 4, COLLECTOR: 3, LOCAL: 1, ALLEY: 1}  # inlets per 100 m (assumption)


def along(
    work: Work, count: int, weight: np.ndarray, rng: np.random.Generator, *, aside: float = 1.0
) -> tuple[pd.DataFrame, np.ndarray]:
    """Places beside the streets, evenly over the length times a weight.

    Args:
        weight: (segments,) per meter, not negative; aside: meters from the edge of the street, on either side by turns.

    Returns:
        Frame x, y, seg_id, road; and the row of each place's segment.
    """
    segments = work.streets.segments
    total = np.concatenate([[0.0], np.cumsum(segments["length"].to_numpy() * weight)])
    at = (np.arange(count) + rng.uniform(0.2, 0.8, count)) / count * total[-1]
    row = np.clip(np.searchsorted(total, at, side="right") - 1, 0, len(segments) - 1)
    share = np.clip((at - total[row]) / np.maximum(total[row + 1] - total[row], 1e-9), 0.08, 0.92)
    start = np.array([work.streets.paths[i][0] for i in row])
    end = np.array([work.streets.paths[i][-1] for i in row])
    way = end - start
    normal = np.column_stack([-way[:, 1], way[:, 0]]) / np.hypot(way[:, 0], way[:, 1])[:, None]
    off = (segments["width"].to_numpy()[row] / 2 + aside) * np.where(np.arange(count) % 2 == 0, 1.0, -1.0)
    xy = start + share[:, None] * way + off[:, None] * normal
    frame = pd.DataFrame(
        {
            "x": xy[:, 0],
            "y": xy[:, 1],
            "seg_id": segments["seg_id"].to_numpy()[row],
            "road": segments["road"].to_numpy()[row],
        }
    )
    return frame, row


def class_weight(work: Work, **weights: float) -> np.ndarray:
    """(segments,) weight by class, 0 on bridges."""
    segments = work.streets.segments
    return segments["class"].map(weights).fillna(0.0).to_numpy() * (segments["bridge"] == 0).to_numpy()


def segment_busy(work: Work) -> np.ndarray:
    """(segments,) closeness to the shopping centers at the middle of each."""
    middle = np.array([(path[0] + path[-1]) / 2 for path in work.streets.paths])
    a, b = work.blocks_of(middle[:, 0], middle[:, 1])
    return work.uses.busy[a, b]


def make_furniture(work: Work) -> None:
    """Add the layers of everything that stands along streets."""
    busy = segment_busy(work)
    _signals(work)
    _stops_and_bikes(work, busy)
    _safety(work, busy)
    _winter(work)
    _boards(work, busy)
    _drains(work)


def _numbered(frame: pd.DataFrame, column: str, letter: str) -> pd.DataFrame:
    frame.insert(0, column, [f"{letter}{i + 1:05d}" for i in range(len(frame))])
    return frame


def _signals(work: Work) -> None:
    """Signals where three or more stretches of arterials and collectors meet."""
    segments = work.streets.segments
    main = segments[segments["class"].isin([ARTERIAL, COLLECTOR])]
    ends = pd.concat([main["from_node"], main["to_node"]]).value_counts()
    nodes = work.streets.nodes
    nodes = nodes[nodes["node"].isin(ends.index[ends >= 3])][["node", "x", "y"]].reset_index(drop=True)
    frame = _numbered(nodes, "sig_id", "T")
    work.add_points("signals", "Traffic signals", "교통 신호등", work.dong_columns(frame))


def _stops_and_bikes(work: Work, busy: np.ndarray) -> None:
    rng = work.rng("stops")
    weight = class_weight(work, arterial=1.0, collector=0.55, rural=0.16) * (0.8 + 0.6 * busy)
    frame, _ = along(work, work.count("bus_stops"), weight, rng, aside=0.5)
    words = [ROAD_WORDS[i % len(ROAD_WORDS)] for i in rng.permutation(len(frame))]
    frame.insert(0, "name", [f"{road} {word}앞" for road, word in zip(frame["road"], words)])
    frame["routes"] = 1 + rng.poisson(2 + 5 * busy[frame["seg_id"].to_numpy() - 1])
    frame = _numbered(frame, "stop_id", "B")
    work.add_points("bus_stops", "Bus stops", "버스정류장", work.dong_columns(frame))
    rng = work.rng("bikes")
    weight = class_weight(work, arterial=1.0, collector=1.0, local=0.12) * (0.5 + busy)
    frame, _ = along(work, work.count("bikes"), weight, rng)
    frame = work.dong_columns(_numbered(frame, "st_id", "K"))
    frame.insert(1, "name", frame["dong_nm"] + " " + frame["road"] + " 대여소")
    frame["racks"] = rng.integers(6, 25, len(frame))
    work.add_points("bikes", "Public bicycle stations", "공공자전거 대여소", frame)


def _safety(work: Work, busy: np.ndarray) -> None:
    rng = work.rng("cctv")
    weight = class_weight(work, arterial=0.5, collector=0.8, local=1.0, alley=0.7, steps=0.3, rural=0.1)
    frame, _ = along(work, work.count("cctv"), weight * (0.6 + busy), rng)
    frame["purpose"] = np.array(["생활방범", "어린이보호", "교통단속", "시설관리"], dtype=object)[
        rng.choice(4, len(frame), p=(0.68, 0.16, 0.1, 0.06))
    ]
    frame["cameras"] = 1 + rng.poisson(1.4, len(frame))
    frame["year"] = rng.integers(2010, 2026, len(frame))
    work.add_points("cctv", "CCTV", "CCTV", work.dong_columns(_numbered(frame, "cctv_id", "V")))
    rng = work.rng("lights")
    # Old alleys have fewer lights per meter than the streets (assumption): dark stretches remain.
    dark = 0.35 + rng.gamma(2.0, 0.5, len(work.streets.segments))
    weight = class_weight(work, local=1.0, alley=1.1, steps=0.8, rural=0.25, collector=0.2) * np.minimum(dark, 2.0)
    frame, _ = along(work, work.count("lights"), weight, rng, aside=0.3)
    frame["lamp"] = np.where(rng.random(len(frame)) < 0.72, "LED", "나트륨")
    frame["lamps"] = 1
    frame["year"] = rng.integers(2003, 2026, len(frame))
    work.add_points("security_lights", "Security lights", "보안등", work.dong_columns(_numbered(frame, "lamp_id", "N")))
    _houses_of_safety(work)


def _houses_of_safety(work: Work) -> None:
    rng = work.rng("police")
    lots = work.lots
    public = lots.index[lots["block_use"] == PUBLIC]
    chosen = np.sort(rng.permutation(public)[: work.count("police")])
    frame = lot_frame(work, pd.Index(chosen))[["x", "y", "pnu", "dong_cd", "dong_nm"]]
    frame.insert(0, "name", frame["dong_nm"].str[:-1] + np.where(np.arange(len(frame)) % 3 == 0, "지구대", "파출소"))
    work.add_points("police", "Police boxes", "지구대·파출소", _numbered(frame, "pol_id", "Q"))
    rng = work.rng("safe shops")
    buildings = work.buildings
    weight = np.sqrt(buildings["shops"].to_numpy())
    picks = np.sort(rng.choice(len(weight), work.count("safe_shops"), replace=False, p=weight / weight.sum()))
    frame = buildings.iloc[picks][["x", "y", "bld_id", "road", "main", "sub", "dong_cd", "dong_nm"]]
    frame = _numbered(frame.reset_index(drop=True), "shop_id", "W")
    frame["year"] = rng.integers(2013, 2026, len(frame))
    work.add_points("safe_shops", "Safe shops for women and children", "안심지킴이집", frame)


def _winter(work: Work) -> None:
    rng = work.rng("winter")
    segments = work.streets.segments
    steep = np.clip(segments["grade"].to_numpy() - 2.0, 0.05, 14.0)
    weight = class_weight(work, arterial=0.6, collector=1.0, local=0.7, rural=1.0, alley=0.4, steps=0.6) * steep
    frame, row = along(work, work.count("salt_boxes"), weight, rng)
    frame["grade"] = segments["grade"].to_numpy()[row]
    frame["litres"] = rng.choice([100, 200, 400], len(frame))
    work.add_points("salt_boxes", "Salt boxes", "제설함", work.dong_columns(_numbered(frame, "box_id", "J")))
    a, b = np.nonzero(work.uses.dong >= 0)
    height = work.ground.height(*work.lattice.block_center(a, b))
    # One gauge per fifth, sixth ... of the district's heights, so that low and high ground is measured.
    order = np.argsort(height, kind="stable")
    count = work.count("gauges")
    picks = order[((np.arange(count) + rng.uniform(0.3, 0.7, count)) / count * len(order)).astype(int)]
    x, y = work.lattice.block_center(a[picks], b[picks])
    frame = _numbered(pd.DataFrame({"x": x, "y": y}), "gauge_id", "H")
    frame["elev_m"] = work.height(x, y).astype(float).round(1)
    work.add_points("snow_gauges", "Snow gauges", "적설계", work.dong_columns(frame))


def _boards(work: Work, busy: np.ndarray) -> None:
    """Notice boards that stand: on wide streets, mostly but not only where many pass."""
    rng = work.rng("boards")
    weight = class_weight(work, arterial=1.0, collector=0.5) * (0.25 + busy)
    frame, _ = along(work, work.count("boards"), weight, rng, aside=1.5)
    frame["kind"] = np.where(rng.random(len(frame)) < 0.3, "전자게시대", "현수막게시대")
    frame["year"] = rng.integers(2008, 2026, len(frame))
    work.add_points(
        "boards", "Public notice boards", "공공 게시대", work.dong_columns(_numbered(frame, "board_id", "E"))
    )


def _drains(work: Work) -> None:
    """Storm drains below the streets of the town, falling to their lower end, and inlets beside them."""
    segments = work.streets.segments
    piped = segments["class"].isin(_PIPE).to_numpy() & (segments["bridge"] == 0).to_numpy()
    rows = np.flatnonzero(piped)
    paths = [work.streets.paths[i] for i in rows]
    first, last = np.array([p[0] for p in paths]), np.array([p[-1] for p in paths])
    up, down = work.height(*first.T).astype(float), work.height(*last.T).astype(float)
    turned = down > up
    paths = [path[::-1] if flip else path for path, flip in zip(paths, turned)]
    up, down = np.maximum(up, down), np.minimum(up, down)
    kind = segments["class"].to_numpy()[rows]
    frame = pd.DataFrame(
        {
            "drain_id": np.arange(1, len(rows) + 1),
            "seg_id": segments["seg_id"].to_numpy()[rows],
            "diam_mm": [_PIPE[k] for k in kind],
            "z_up": (up - 2.0).round(2),
            "z_down": (down - 2.0).round(2),
            "length": segments["length"].to_numpy()[rows],
        }
    )
    frame["slope_pct"] = (100 * (up - down) / frame["length"]).round(3)
    work.city.add(Layer("drains", title("Storm drains", "우수관로"), "line", frame, wkb.lines(paths)))
    rng = work.rng("inlets")
    per_meter = class_weight(work, **{k: v / 100.0 for k, v in _INLETS.items()})
    count = int((per_meter * segments["length"].to_numpy()).sum())
    inlets, _ = along(work, count, per_meter, rng, aside=-0.4)
    inlets["blocked"] = (rng.random(count) < 0.08).astype(int)  # assumption: share found blocked
    work.add_points("inlets", "Storm drain inlets", "빗물받이", _numbered(inlets, "inlet_id", "I"))


def make_land_layers(work: Work) -> None:
    """Add water surfaces and greenhouses."""
    rng = work.rng("greenhouses")
    a, b = np.nonzero(work.uses.use == FARM)
    count = min(work.count("greenhouses"), 6 * len(a))
    place = rng.choice(6 * len(a), size=count, replace=False) if count else np.zeros(0, dtype=int)
    place = np.sort(place)
    block, k = place // 6, place % 6
    u0 = a[block] * BLOCK + 8.0 + 15.0 * k
    v0 = b[block] * BLOCK + rng.uniform(10.0, 30.0, count)
    rectangle = pd.DataFrame({"u0": u0, "u1": u0 + 7.0, "v0": v0, "v1": v0 + rng.uniform(30.0, 58.0, count)})
    corners = lot_corners(work.lattice, rectangle)
    frame = pd.DataFrame(
        {
            "gh_id": np.arange(1, count + 1),
            "x": corners[..., 0].mean(axis=1).round(2),
            "y": corners[..., 1].mean(axis=1).round(2),
        }
    )
    frame["frame"] = np.array(["단동 파이프", "연동 철골"], dtype=object)[(rng.random(count) < 0.2).astype(int)]
    frame["year"] = rng.integers(1995, 2026, count)
    work.add_quads("greenhouses", "Greenhouses", "비닐하우스", work.dong_columns(frame), corners)
    _water(work)


def _water(work: Work) -> None:
    preset = work.preset
    step = np.arange(0.0, preset.columns * CELL + 1, 50.0)
    middle = (preset.river_row + 0.5) * CELL
    strips = [(step, middle - RIVER_WATER, step[::-1], middle + RIVER_WATER, False)]
    along_v = np.arange(0.0, middle - RIVER_WATER + 1, 50.0)
    center = (preset.stream_column + 0.375) * CELL
    strips.append((along_v, center + STREAM_WATER, along_v[::-1], center - STREAM_WATER, True))
    rings = []
    for there, one, back, other, upright in strips:
        first = (np.full_like(there, one), there) if upright else (there, np.full_like(there, one))
        second = (np.full_like(back, other), back) if upright else (back, np.full_like(back, other))
        ring = np.column_stack(
            work.lattice.forward(np.concatenate([first[0], second[0]]), np.concatenate([first[1], second[1]]))
        )
        rings.append(wkb.polygon([np.vstack([ring, ring[:1]])]))
    frame = pd.DataFrame({"name": ["새내강", "여우내"], "kind": ["하천", "소하천"]})
    work.city.add(Layer("water", title("River and stream", "하천"), "polygon", frame, rings))
