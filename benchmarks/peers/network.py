"""The same networks by the peers, from what benchmarks/own/network.py wrote.

network.py cityseer INPUT RUNS     closeness and betweenness at the same radii, compared with the values given
network.py networkx INPUT          every measure on a small graph, compared with the values given
network.py momepy INPUT            closeness and betweenness of the whole graph, compared
network.py costs INPUT             a table of costs by networkx for some of the people, compared
network.py crossings INPUT         which edges still cross or touch in their inside, by shapely
"""

from __future__ import annotations

import json
import sys
from importlib.metadata import version
from itertools import pairwise

import numpy as np
from stopwatch import repeated


def graph_of(given):  # type: ignore[no-untyped-def]
    """A networkx multigraph with x, y, length and geometry, as the peers want it."""
    import networkx as nx
    from shapely import LineString

    graph = nx.MultiGraph()
    graph.graph["crs"] = "EPSG:5186"
    for number, (x, y) in enumerate(given["xy"].tolist()):
        graph.add_node(number, x=x, y=y)
    for u, v, length in zip(given["start"].tolist(), given["end"].tolist(), given["length"].tolist()):
        shape = LineString([given["xy"][u], given["xy"][v]])
        graph.add_edge(u, v, length=length, mm_len=length, geom=shape)
    return graph


def by_cityseer(path: str, runs: int) -> dict:
    import networkx as nx
    from cityseer.metrics import networks
    from cityseer.tools import io

    given = np.load(path)
    graph = nx.relabel_nodes(graph_of(given), str)
    nodes, _edges, structure = io.network_structure_from_nx(graph)
    radii = [int(radius) for radius in given["radii"]]
    found, times = repeated(lambda: networks.node_centrality_shortest(structure, nodes.copy(), distances=radii), runs)
    order = np.array([int(name) for name in found.index])
    answer = {**times, "versions": {"peer cityseer": version("cityseer")}}
    for own, theirs in (("harmonic", "cc_harmonic"), ("betweenness", "cc_betweenness"), ("reach", "cc_density")):
        worst, same = 0.0, 1.0
        for k, radius in enumerate(radii):
            mine, other = given[f"node_{own}"][k][order], found[f"{theirs}_{radius}"].to_numpy(dtype=float)
            worst = max(worst, float(np.abs(mine - other).max() / max(np.abs(mine).max(), 1e-12)))
            same = min(same, spearman(mine, other))
        answer[own] = {"largest": worst, "spearman": same}
    return answer


def spearman(one: np.ndarray, other: np.ndarray) -> float:
    from scipy.stats import spearmanr

    return float(spearmanr(one, other)[0])


def by_networkx(path: str) -> dict:
    """Betweenness with ties, closeness and harmonic closeness of the whole graph and within the first radius."""
    import networkx as nx

    given = np.load(path)
    graph = nx.MultiGraph(graph_of(given))
    simple = nx.Graph()
    simple.add_nodes_from(graph)
    for u, v, data in graph.edges(data=True):
        if u != v and (not simple.has_edge(u, v) or data["length"] < simple[u][v]["length"]):
            simple.add_edge(u, v, length=data["length"])
    n = len(simple)
    differences = {}
    between = nx.betweenness_centrality(simple, weight="length", normalized=False)
    differences["betweenness"] = off(given["node_betweenness"][-1], between, n)
    edges = nx.edge_betweenness_centrality(simple, weight="length", normalized=False)
    mine: dict[tuple[int, int], float] = {}
    for u, v, value in zip(given["start"].tolist(), given["end"].tolist(), given["edge_betweenness"][-1].tolist()):
        mine[min(u, v), max(u, v)] = mine.get((min(u, v), max(u, v)), 0.0) + value
    differences["edge betweenness"] = max(abs(mine[min(e), max(e)] - value) for e, value in edges.items())
    for k, radius in enumerate(given["radii"].tolist()):
        limit = None if np.isinf(radius) else radius
        tables = {u: nx.single_source_dijkstra_path_length(simple, u, cutoff=limit, weight="length") for u in simple}
        reach = {u: len(table) - 1.0 for u, table in tables.items()}
        far = {u: sum(table.values()) for u, table in tables.items()}
        harmonic = {u: sum(1 / d for v, d in table.items() if v != u) for u, table in tables.items()}
        closeness = {u: reach[u] / far[u] if far[u] else 0.0 for u in simple}
        for name, values in (("reach", reach), ("farness", far), ("harmonic", harmonic), ("closeness", closeness)):
            worst = off(given[f"node_{name}"][k], values, n)
            differences[name] = max(differences.get(name, 0.0), worst)
    return {"differences": differences, "nodes": n, "versions": {"peer networkx": version("networkx")}}


def off(mine: np.ndarray, other: dict, n: int) -> float:
    return float(np.abs(mine - np.array([other[number] for number in range(n)])).max())


def by_momepy(path: str) -> dict:
    import momepy

    given = np.load(path)
    graph = graph_of(given)
    n = sum(1 for _node, degree in graph.degree() if degree)
    pairs = (n - 1) * (n - 2) / 2  # it scales by them, and leaves crossings without a street out
    found = momepy.betweenness_centrality(graph, mode="nodes", weight="mm_len", endpoints=False, verbose=False)
    values = {u: data.get("betweenness", 0.0) * pairs for u, data in found.nodes(data=True)}
    differences = {"betweenness": off(given["node_betweenness"][-1], values, len(values))}
    return {"differences": differences, "nodes": n, "versions": {"peer momepy": version("momepy")}}


def by_costs(path: str) -> dict:
    """Shortest ways of some people by networkx: places on edges become nodes of their own."""
    import networkx as nx

    given = np.load(path)
    some = np.arange(0, len(given["people_edge"]), 125)
    on_edge: dict[int, list[tuple[float, str]]] = {}
    for kind, rows in (("people", some), ("sites", np.arange(len(given["sites_edge"])))):
        edges, measures = given[f"{kind}_edge"], given[f"{kind}_measure"]
        for row in rows.tolist():
            on_edge.setdefault(int(edges[row]), []).append((float(measures[row]), f"{kind}{row}"))
    graph = nx.Graph()

    def link(u, v, cost: float) -> None:  # type: ignore[no-untyped-def]
        if u != v and (not graph.has_edge(u, v) or graph[u][v]["cost"] > cost):
            graph.add_edge(u, v, cost=cost)

    ends = zip(given["start"].tolist(), given["end"].tolist(), given["length"].tolist())
    for edge, (u, v, length) in enumerate(ends):
        stops = [(0.0, u), *sorted(on_edge.get(edge, [])), (length, v)]
        for (a, one), (b, other) in pairwise(stops):
            link(one, other, b - a)
    worst = 0.0
    for row in some.tolist():
        found = nx.single_source_dijkstra_path_length(graph, f"people{row}", weight="cost")
        theirs = np.array([found.get(f"sites{j}", np.inf) for j in range(len(given["sites_edge"]))])
        worst = max(worst, float(np.abs(given["table"][row] - theirs).max()))
    return {"largest": worst, "compared": len(some) * len(given["sites_edge"])}


def by_shapely(path: str) -> dict:
    """Pairs of edges that meet elsewhere than at their ends, more than a millimeter from them."""
    import shapely

    given = np.load(path)
    bounds = given["offsets"].tolist()
    lines = np.array([shapely.LineString(given["vertices"][a:b]) for a, b in pairwise(bounds)])
    one, other = shapely.STRtree(lines).query(lines, predicate="intersects")
    one, other = one[one < other], other[one < other]
    meet = shapely.intersection(lines[one], lines[other])
    ends = shapely.union(shapely.boundary(lines[one]), shapely.boundary(lines[other]))
    ends = np.where(shapely.is_empty(ends), shapely.points(lines.size and shapely.get_coordinates(lines[0])[0]), ends)
    inside = shapely.difference(meet, shapely.buffer(ends, 0.001))
    return {"left": int((~shapely.is_empty(inside)).sum()), "versions": {"peer shapely": version("shapely")}}


def main(what: str, *given: str) -> dict:
    if what == "cityseer":
        return by_cityseer(given[0], int(given[1]))
    return {"networkx": by_networkx, "momepy": by_momepy, "costs": by_costs, "crossings": by_shapely}[what](given[0])


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:])))
