"""Planted truth: how well each 100 m cell suits a public notice board.

The truth is a stated formula of five factors, each 0 to 1, and a hidden disturbance that no layer shows:

    true_suitability = 100 * clip(0.32 people + 0.28 shops + 0.18 stops + 0.14 street + 0.08 flat + noise, 0, 1)

    people  residents within 300 m (bell of 150 m), as a share of the 98th percentile, at most 1
    shops   expected shops within 300 m, likewise
    stops   routes at bus stops within 300 m, likewise
    street  exp(-d / 60 m), d: distance to the middle of the nearest arterial or collector
    flat    max(0, 1 - slope / 0.15)
    noise   normal, standard deviation 0.03, independent by cell
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy.spatial import cKDTree

from .streets import ARTERIAL, COLLECTOR
from .work import Work

WEIGHTS = {"people": 0.32, "shops": 0.28, "stops": 0.18, "street": 0.14, "flat": 0.08}
NOISE = 0.03
REACH, BELL = 300.0, 150.0


def _kernel(at: np.ndarray, points: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Bell-weighted sum around each place, as a share of its 98th percentile."""
    tree, places = cKDTree(points), cKDTree(at)
    near = places.sparse_distance_matrix(tree, REACH, output_type="coo_matrix")
    value = np.exp(-0.5 * (near.data / BELL) ** 2) * weight[near.col]
    total = np.bincount(near.row, weights=value, minlength=len(at))
    return np.clip(total / max(float(np.percentile(total[total > 0], 98)), 1e-9), 0.0, 1.0)


def make_suitability(work: Work) -> None:
    """Add the tables ``suitability`` (per cell of the population grid) and ``suitability_weights`` to the truth."""
    grid = work.city.layers["population_grid"].frame
    at = grid[["x", "y"]].to_numpy()
    buildings = work.buildings
    lived = buildings[buildings["persons"] > 0]
    shops = buildings[buildings["shops"] > 0]
    stops = work.city.layers["bus_stops"].frame
    segments = work.streets.segments
    main = np.flatnonzero(segments["class"].isin([ARTERIAL, COLLECTOR]))
    vertices = np.concatenate([work.streets.paths[i] for i in main])
    distance = cKDTree(vertices).query(at)[0]  # vertices are 25 m apart: at most 3 m too far from 50 m on
    factors = {
        "people": _kernel(at, lived[["x", "y"]].to_numpy(), lived["persons"].to_numpy(dtype=float)),
        "shops": _kernel(at, shops[["x", "y"]].to_numpy(), shops["shops"].to_numpy()),
        "stops": _kernel(at, stops[["x", "y"]].to_numpy(), stops["routes"].to_numpy(dtype=float)),
        "street": np.exp(-distance / 60.0),
        "flat": np.clip(1 - work.ground.slope(at[:, 0], at[:, 1]) / 0.15, 0.0, 1.0),
    }
    noise = work.rng("suitability").normal(0.0, NOISE, len(at))
    score = noise.copy()
    for name, weight in WEIGHTS.items():
        score = score + weight * factors[name]
    frame = pd.DataFrame({"gid": grid["gid"], "x": grid["x"], "y": grid["y"]})
    for name, values in factors.items():
        frame[name] = values.round(6)
    frame["noise"] = noise.round(6)
    frame["true_suitability"] = (100 * np.clip(score, 0.0, 1.0)).round(3)
    work.city.truth["suitability"] = frame
    work.city.truth["suitability_weights"] = pd.DataFrame({"factor": list(WEIGHTS), "weight": list(WEIGHTS.values())})
