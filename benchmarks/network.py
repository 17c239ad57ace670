"""Street networks: centrality beside cityseer, equality with networkx and momepy, tables of costs, noding."""

from __future__ import annotations

import os
from pathlib import Path

from benchmarks.harness import ROOT, TIME_COLUMNS, Bench, BenchError, Figure, Result, Series, Table, ratio

OWN = "centrality (one processor)"
PEER = "cityseer (all processors)"
CENTRALITY_LIMIT, MEMORY_LIMIT = 45.0, 2000.0
COST_LIMITS = {"real": 1.0, "town": 4.0, "nearest": 15.0}
COST_WORDS = {
    "real": "costs of 2,500 x 300 places on the main roads of Daejeon",
    "town": "costs of 22,500 x 300 places, 22,500 crossings",
    "nearest": "nearest of 300 facilities of 245,000 points, attaching included",
}
NODING_LIMIT, TIED = 10.0, 1e-9


def bench(bench: Bench) -> Result:
    result = Result(
        "Street networks",
        "A made-up town of 22,500 crossings and 37,986 streets: reach, closeness, harmonic closeness and betweenness "
        "of crossings and streets at 400, 800 and 1,600 m in one pass, exact, ties split. The peer, in Rust, gets "
        "the same graph and gives the same measures of crossings. Then equality of every measure on small graphs with "
        "many ties, tables of costs, and the noding of a layer of lines that are not noded.",
    )
    at_three_radii(bench, result)
    equality(bench, result)
    tables_of_costs(bench, result)
    noding(bench, result)
    return result


def real(name: str, file: str) -> Path | None:
    """A file of the real district data, where it is at hand."""
    path = Path(os.environ.get("REAL_DATA") or ROOT.parent / "shared" / "data") / name / file
    return path if path.is_file() else None


def at_three_radii(bench: Bench, result: Result) -> None:
    exchange = bench.scratch / "town.npz"
    found = bench.series({OWN: lambda: bench.own("network.py", "centrality", exchange, 1)}, 1)
    if bench.has_peers:
        try:  # on a busy machine the peer may take longer than any program is given: the rest is measured all the same
            found |= bench.series({PEER: lambda: bench.peer("network.py", "cityseer", exchange, 1)}, 1)
        except BenchError as problem:
            result.notes.append(f"Not compared with cityseer: {str(problem).splitlines()[0]}")
    rows = [[name, *series.cells(), ratio(found[OWN], series)] for name, series in found.items()]
    result.tables.append(Table("Centrality at three radii", ["way", *TIME_COLUMNS, "times as long"], rows))
    result.figures.append(Figure.of("centrality of 37,986 streets at three radii", found[OWN], CENTRALITY_LIMIT))
    result.figures.append(Figure("its peak memory", found[OWN].peak, MEMORY_LIMIT, unit="MB"))
    if PEER in found:
        beside_cityseer(found[OWN], found[PEER], result)


def beside_cityseer(own: Series, peer: Series, result: Result) -> None:
    factor = own.median / peer.median
    result.figures.append(
        Figure("centrality, clock of cityseer times", factor, 2.0, own.median_cpu / peer.median_cpu, "")
    )
    answer = peer.answers[-1]
    told = ", ".join(
        f"{name} {answer[name]['spearman']:.5f} (largest difference {answer[name]['largest']:.1%} of the largest value)"
        for name in ("reach", "harmonic", "betweenness")
    )
    result.notes.append(
        f"Beside cityseer: {factor:.2f} times its clock on all processors, {own.median_cpu / peer.median_cpu:.2f} "
        f"times its processor time. Rank correlation of the values at 1,600 m: {told}."
    )


def equality(bench: Bench, result: Result) -> None:
    """Every measure on an even grid and on a real town, beside networkx and momepy."""
    if not bench.has_peers:
        return
    graphs = {"400 crossings of an even grid": ("equality", 3)}
    town = real("bubenec_streets", "streets.gpkg")
    if town:
        graphs["35 streets of Bubenec"] = ("lines", town)
    rows = []
    for words, (what, given) in graphs.items():
        exchange = bench.scratch / f"{what}.npz"
        order = (exchange, given) if what == "equality" else (given, "streets", exchange)
        bench.own("network.py", what, *order)
        for peer in ("networkx", "momepy"):
            answer = bench.peer("network.py", peer, exchange).answer
            bench.versions.update(answer["versions"])
            for measure, difference in answer["differences"].items():
                rows.append([words, peer, measure, f"{difference:.1e}"])
            worst = max(answer["differences"].values())
            result.figures.append(Figure(f"{words}: largest difference to {peer}", worst, TIED, unit=""))
    result.tables.append(Table("Equality with ties", ["graph", "peer", "measure", "largest difference"], rows))


def tables_of_costs(bench: Bench, result: Result) -> None:
    roads = real("daejeon_roads", "roads.gpkg")
    exchange = bench.scratch / "costs.npz"
    answer = bench.own("network.py", "costs", roads or "none", "edges", exchange, 3).answer
    rows = []
    for name, words in COST_WORDS.items():
        if name not in answer:
            result.notes.append("The roads of Daejeon are not beside this checkout: their figure is left out.")
            continue
        series = Series(name, answer[name]["seconds"], answer[name]["cpu"], [0.0])
        rows.append([words, *series.cells()[:-1]])
        result.figures.append(Figure.of(words, series, COST_LIMITS[name]))
    result.tables.append(Table("Tables of costs", ["what", *TIME_COLUMNS[:-1]], rows))
    if roads and bench.has_peers:
        peer = bench.peer("network.py", "costs", exchange).answer
        verdict = "Equal" if peer["largest"] < 1e-6 else "DIFFERENT"
        result.notes.append(
            f"{verdict}: {peer['compared']:,} of the costs on the main roads differ from networkx by "
            f"{peer['largest']:.1e} m at most."
        )


def noding(bench: Bench, result: Result) -> None:
    lines = real("melbourne_pedestrians", "melbourne.gpkg")
    if lines is None:
        result.notes.append("The lines of Melbourne are not beside this checkout: their figures are left out.")
        return
    exchange = bench.scratch / "noded.npz"
    done = bench.own("network.py", "noding", lines, "street_label_lines", 7855, exchange)
    answer = done.answer
    series = Series("noding", answer["seconds"], answer["cpu"], [done.peak_mb])
    result.tables.append(
        Table("Noding of 2,850 lines of labels", ["way", *TIME_COLUMNS], [["noding", *series.cells()]])
    )
    result.figures.append(Figure.of("noding of the street lines of Melbourne", series, NODING_LIMIT))
    left = ""
    if bench.has_peers:
        count = bench.peer("network.py", "crossings", exchange).answer["left"]
        result.figures.append(Figure("crossings left without a node there, counted by shapely", count, 0.0, unit=""))
        left = f" {count} pairs of edges still cross elsewhere than at their ends (shapely)."
    result.notes.append(
        f"Melbourne: {answer['lines']:,} lines become {answer['edges']:,} edges ({answer['kilometers']:,.0f} km): "
        f"{answer['crossings']:,} crossings split, {answer['duplicates']:,} lines drawn again left out. The lines are "
        f"there for labels and have gaps: {answer['parts']:,} parts, the largest with {answer['largest']:.0%} of the "
        f"length.{left}"
    )
