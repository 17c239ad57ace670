"""Street networks by the plugin's kernel.

network.py centrality OUTPUT RUNS          a made-up town of 22,500 crossings; writes it and its values for the peers
network.py angular OUTPUT RUNS             the same town, straightest ways
network.py equality OUTPUT SEED            a small town with many ties, values for the peers
network.py lines PATH LAYER OUTPUT         a real layer of lines, its graph and values for the peers
network.py costs PATH LAYER OUTPUT RUNS    tables of costs on a real graph and on the made-up town
network.py noding PATH LAYER EPSG OUTPUT   a layer of lines that are not noded
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import scipy
from osgeo import ogr, osr
from stopwatch import repeated

from seo_district_plugin.analysis.network.angular import angular_centrality
from seo_district_plugin.analysis.network.attach import attach_points, node_places
from seo_district_plugin.analysis.network.centrality import Centrality, centrality
from seo_district_plugin.analysis.network.lines import street_lines
from seo_district_plugin.analysis.network.noding import node_lines
from seo_district_plugin.analysis.network.paths import nearest_facility, od_costs
from seo_district_plugin.analysis.network.types import Network, network_from_paths

RADII = [400.0, 800.0, 1600.0]


def town(side: int = 150, spacing: float = 60.0, missing: float = 0.15, seed: int = 1) -> Network:
    """A bent grid of streets without some: 22,500 crossings and 37,986 streets."""
    random = np.random.default_rng(seed)
    x, y = np.meshgrid(np.arange(side), np.arange(side))
    xy = np.stack([x.ravel(), y.ravel()], axis=1) * spacing + random.normal(0, spacing / 6, (side * side, 2))
    number = np.arange(side * side).reshape(side, side)
    start = np.concatenate([number[:, :-1].ravel(), number[:-1].ravel()])
    end = np.concatenate([number[:, 1:].ravel(), number[1:].ravel()])
    kept = random.random(len(start)) > missing
    return network_from_paths(xy, start[kept], end[kept])


def tied_town(side: int = 20, seed: int = 3) -> Network:
    """An even grid of 400 crossings without some streets: nearly every pair has several shortest ways."""
    streets = town(side, 100.0, 0.2, seed)
    row, column = np.divmod(np.arange(side * side), side)
    return network_from_paths(np.column_stack([column, row]) * 100.0, streets.start, streets.end)


def read_lines(path: str, layer: str, epsg: int) -> list[np.ndarray]:
    data = ogr.Open(path)
    table = data.GetLayerByName(layer)
    target = osr.SpatialReference()
    target.ImportFromEPSG(epsg)
    target.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    source = table.GetSpatialRef()
    source.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    to = osr.CoordinateTransformation(source, target)
    paths = []
    for feature in table:
        shape = feature.GetGeometryRef()
        if source.IsGeographic():
            shape.Transform(to)
        count = shape.GetGeometryCount()
        parts = [shape] if count == 0 else [shape.GetGeometryRef(part) for part in range(count)]
        paths += [np.array(part.GetPoints())[:, :2] for part in parts if part.GetPointCount()]
    return paths


def save(output: str, network: Network, values: Centrality) -> None:
    np.savez(
        output,
        xy=network.xy,
        start=network.start,
        end=network.end,
        length=network.length,
        radii=values.radii,
        **{f"node_{name}": table for name, table in values.node.items()},
        **{f"edge_{name}": table for name, table in values.edge.items()},
    )


def of_town(output: str, runs: int, way) -> dict:  # type: ignore[no-untyped-def]
    network = town()
    values, times = repeated(lambda: way(network, RADII), runs)
    save(output, network, values)
    return {**times, "nodes": network.nodes, "edges": network.edges}


def costs(path: str, layer: str, output: str, runs: int) -> dict:
    """Three figures of its own, each with its times."""
    random = np.random.default_rng(2)
    answer: dict = {}
    made = town()
    real = None
    if Path(path).exists():
        real, _report = node_lines(street_lines(read_lines(path, layer, 5186)), 0.5, split_crossings=False)
        people = attach_points(real, real.xy[random.choice(real.nodes, 2500)] + random.normal(0, 60, (2500, 2)))
        sites = attach_points(real, real.xy[random.choice(real.nodes, 300, replace=False)])
        table, answer["real"] = repeated(lambda: od_costs(real, people, sites), runs)
        np.savez(output, xy=real.xy, start=real.start, end=real.end, length=real.length, table=table,
                 **{f"{name}_{key}": getattr(places, key) for name, places in (("people", people), ("sites", sites))
                    for key in ("edge", "measure")})  # fmt: skip
    everywhere = node_places(made, np.arange(made.nodes))
    sites = node_places(made, random.choice(made.nodes, 300, replace=False))
    _table, answer["town"] = repeated(lambda: od_costs(made, everywhere, sites), runs)
    points = random.uniform(made.xy.min(axis=0), made.xy.max(axis=0), (245_000, 2))
    _found, answer["nearest"] = repeated(lambda: nearest_facility(made, attach_points(made, points), sites), runs)
    return answer


def noding(path: str, layer: str, epsg: int, output: str) -> dict:
    paths = read_lines(path, layer, epsg)
    (network, report), times = repeated(lambda: node_lines(street_lines(paths), 5.0), 3)
    np.savez(output, vertices=network.vertices, offsets=network.offsets)
    return {**times, "lines": report.read, "edges": network.edges, "crossings": report.crossings,
            "duplicates": report.duplicates, "unresolved": report.unresolved, "parts": report.components,
            "largest": report.largest_share, "kilometers": float(network.length.sum()) / 1000}  # fmt: skip


def main(what: str, *given: str) -> dict:
    if what == "centrality":
        return of_town(given[0], int(given[1]), centrality)
    if what == "angular":
        return of_town(given[0], int(given[1]), angular_centrality)
    if what == "equality":
        network = tied_town(seed=int(given[1]))
        save(given[0], network, centrality(network, [500.0, np.inf]))
        return {"nodes": network.nodes, "edges": network.edges}
    if what == "lines":
        network, _report = node_lines(street_lines(read_lines(given[0], given[1], 3857)), 0.0)
        save(given[2], network, centrality(network, [500.0, np.inf]))
        return {"nodes": network.nodes, "edges": network.edges}
    if what == "costs":
        return costs(given[0], given[1], given[2], int(given[3]))
    return noding(given[0], given[1], int(given[2]), given[3])


if __name__ == "__main__":
    print(json.dumps({**main(*sys.argv[1:]), "versions": {"scipy": scipy.__version__, "numpy": np.__version__}}))
