"""Best sites with proof, by the plugin's kernel.

location.py FOLDER KIND SIZE P LIMIT OUTPUT; KIND is one of the functions in KINDS; FOLDER holds the real data; OUTPUT
(.npz, or - for none) is for the peers. SIZE is the number of the instance, of nodes or of points.
"""

from __future__ import annotations

import csv
import json
import sys
import time
from pathlib import Path

import numpy as np
import scipy
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import cKDTree

from seo_district_plugin.analysis.location.pcenter import solve_pcenter
from seo_district_plugin.analysis.location.pmedian import solve_pmedian
from seo_district_plugin.analysis.location.types import Costs, SiteRules

CELLS, CANDIDATES, SEED = 9_587, 1_000, 5


def pmed(folder: Path, number: int) -> tuple[np.ndarray, np.ndarray]:
    """An instance of the OR-Library: of repeated edges the last one counts."""
    with open(folder / "pmed" / f"pmed{number}_edges.csv", encoding="utf-8") as file:
        rows = [(int(row["node_i"]) - 1, int(row["node_j"]) - 1, float(row["cost"])) for row in csv.DictReader(file)]
    size = 1 + max(max(i, j) for i, j, _ in rows)
    return paths(size, rows), np.ones(size)


def graph(_folder: Path, size: int) -> tuple[np.ndarray, np.ndarray]:
    """A random connected graph with about n*n/50 edges of 1 to 100, as the instances above are made."""
    draw = np.random.default_rng(SEED + size)
    order = draw.permutation(size)
    ends = np.concatenate([np.column_stack([order[:-1], order[1:]]), draw.integers(0, size, (size * size // 50, 2))])
    lengths = draw.integers(1, 101, len(ends)).astype(float)
    return paths(size, [(i, j, length) for (i, j), length in zip(ends, lengths) if i != j]), np.ones(size)


def plane(_folder: Path, size: int) -> tuple[np.ndarray, np.ndarray]:
    """Points of a plane, distances rounded down."""
    place = np.random.default_rng(SEED).uniform(0, 1, (size, 2)) * [20_000, 15_000]
    return np.floor(np.sqrt(((place[:, None] - place) ** 2).sum(axis=2))), np.ones(size)


def dense(_folder: Path, size: int) -> tuple[np.ndarray, np.ndarray]:
    """Cells of 100 m, candidates in clusters, straight distances, weights over four orders."""
    draw, cells, candidates = _town(size)
    return np.sqrt(((cells[:, None] - candidates) ** 2).sum(axis=2)), 10 ** draw.uniform(0, 4, len(cells))


def streets(folder: Path, size: int) -> tuple[np.ndarray, np.ndarray]:
    """Cells and candidates attached to the edges of a real street network, meters along the streets."""
    ends, nodes = roads(folder)
    draw, cells, candidates = _town(size)
    spread = (nodes.max(axis=0) - nodes.min(axis=0)) / 2
    middle = nodes.mean(axis=0)
    cells, candidates = (middle + (part - 5_000) * min(spread) / 8_000 for part in (cells, candidates))
    lengths = np.maximum(np.hypot(*(nodes[ends[:, 0]] - nodes[ends[:, 1]]).T), 0.1)
    table = csr_matrix((np.tile(lengths, 2), (ends.T.ravel(), ends[:, ::-1].T.ravel())), (len(nodes), len(nodes)))
    shares = np.linspace(0, 1, 11)[None, :, None]
    along = nodes[ends[:, 0]][:, None] * (1 - shares) + nodes[ends[:, 1]][:, None] * shares
    tree = cKDTree(along.reshape(-1, 2))
    (far, at), (off, on) = tree.query(cells), tree.query(candidates)
    legs = lambda found: np.stack([(found % 11) / 10, 1 - (found % 11) / 10], axis=1) * lengths[found // 11, None]  # noqa: E731
    between = dijkstra(table, indices=np.unique(ends[on // 11]))
    row = np.searchsorted(np.unique(ends[on // 11]), ends[on // 11])
    best = np.full((len(cells), len(candidates)), np.inf)
    for a in (0, 1):
        for b in (0, 1):
            way = between[row[:, a]][:, ends[at // 11][:, b]].T + legs(at)[:, b, None] + legs(on)[None, :, a]
            best = np.minimum(best, way)
    return np.round(best + far[:, None] + off), np.round(10 ** draw.uniform(0, 2, len(cells)))


def roads(folder: Path) -> tuple[np.ndarray, np.ndarray]:
    """(e, 2) ends of the edges by place of their node, (n, 2) places in meters."""
    from osgeo import ogr

    source = ogr.Open(str(folder / "daejeon_roads" / "roads.gpkg"))
    layer = source.GetLayerByName("nodes")
    found = {feature["node"]: feature.GetGeometryRef().GetPoint_2D() for feature in layer}
    place = {node: number for number, node in enumerate(found)}
    ends = [(place[feature["u"]], place[feature["v"]]) for feature in source.GetLayerByName("edges")]
    ends = np.unique(np.sort(np.array(ends), axis=1), axis=0)
    degrees = np.array(list(found.values()))
    meters = (degrees - degrees.mean(axis=0)) * [111_320 * np.cos(np.radians(36.3)), 110_950]
    return ends[ends[:, 0] != ends[:, 1]], meters


def _town(size: int) -> tuple[np.random.Generator, np.ndarray, np.ndarray]:
    draw = np.random.default_rng(SEED)
    side = int(np.ceil(np.sqrt(size)))
    cells = np.stack(np.meshgrid(np.arange(side), np.arange(side)), axis=2).reshape(-1, 2)[:size] * 100.0
    middles = draw.uniform(1_000, 9_000, (30, 2))
    candidates = np.clip(middles[draw.integers(0, 30, CANDIDATES)] + draw.normal(0, 700, (CANDIDATES, 2)), 0, 10_000)
    return draw, cells, candidates


def paths(size: int, edges: list[tuple[int, int, float]]) -> np.ndarray:
    """(n, n) lengths of the shortest paths."""
    costs = np.full((size, size), np.inf)
    np.fill_diagonal(costs, 0)
    for i, j, length in edges:
        costs[i, j] = costs[j, i] = length
    for by in range(size):
        costs = np.minimum(costs, costs[:, by, None] + costs[by])
    return costs


KINDS = {"pmed": pmed, "center": pmed, "graph": graph, "plane": plane, "dense": dense, "streets": streets}


def main(folder: Path, kind: str, size: int, p: int, limit: float, output: str) -> None:
    start = time.perf_counter()
    table, weight = KINDS[kind](folder, size)
    costs = Costs.from_dense(table)
    made = time.perf_counter() - start
    if output != "-":
        np.savez(output, costs=table, weight=weight, p=p)
    solve = solve_pcenter if kind == "center" else solve_pmedian
    start, start_cpu = time.perf_counter(), time.process_time()
    found = solve(costs, weight, p, SiteRules.free(table.shape[1]), time_limit=limit)
    answer = {
        "seconds": [time.perf_counter() - start], "cpu": [time.process_time() - start_cpu], "matrix": made,
        "objective": found.objective, "bound": found.bound, "gap": found.gap, "proven": found.proven,
        "nodes": found.nodes, "versions": {"scipy": scipy.__version__},
    }  # fmt: skip
    print(json.dumps(answer))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), float(sys.argv[5]), sys.argv[6])
