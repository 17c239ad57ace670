"""Most people covered by p sites (MCLP), with proof."""

from __future__ import annotations

from benchmarks.harness import TIME_COLUMNS, Bench, Figure, Result, Series, Table, ratio

LIMIT = 20.0
OWN = "solve_mclp"
CASES = (
    # cells, candidates, radius (m), sites, peers
    (2_000, 200, 500.0, 10, ("spopt-cbc", "spopt-highs", "highs")),
    (9_587, 1_000, 500.0, 10, ("highs",)),
    (9_587, 1_000, 800.0, 20, ("highs",)),
)
WAYS = {"spopt-cbc": "spopt with CBC", "spopt-highs": "spopt with HiGHS", "highs": "HiGHS, plain formulation"}


def bench(bench: Bench) -> Result:
    result = Result(
        "Maximal covering",
        "Cells of 100 m with weights over four orders, random candidates, straight distances in memory, proof asked "
        "for (no gap). Each way builds its model from the distances. The peers stop after 120 s; HiGHS alone holds the "
        "interpreter for the whole of that time, the plugin never for more than about a second.",
    )
    rows = []
    for cells, candidates, radius, sites, peers in CASES:
        words = f"{cells:,} x {candidates:,}, {radius:.0f} m, p = {sites}"
        found = _case(bench, cells, candidates, radius, sites, peers)
        rows += [[words, name, *series.cells(), ratio(found[OWN], series)] for name, series in found.items()]
        result.notes.append(_agreement(words, found))
        if cells > 9_000:
            result.figures.append(Figure.of(f"MCLP with proof, {words}", found[OWN], LIMIT))
    result.tables.append(Table("MCLP", ["instance", "way", *TIME_COLUMNS, "times as long"], rows))
    return result


def _case(
    bench: Bench, cells: int, candidates: int, radius: float, sites: int, peers: tuple[str, ...]
) -> dict[str, Series]:
    exchange = bench.scratch / f"covering_{cells}_{radius:.0f}_{sites}.npz"
    ways = {OWN: lambda: bench.own("covering.py", cells, candidates, radius, sites, 1, exchange)}
    if bench.has_peers:
        for way in peers:
            ways[WAYS[way]] = lambda way=way: bench.peer("covering.py", exchange, way, 1)
    return bench.series(ways, 1)


def _agreement(words: str, found: dict[str, Series]) -> str:
    own = found[OWN].answers[0]
    proof = "proven" if own["proven"] else f"NOT PROVEN, bound {own['bound']:,.1f}"
    others = ", ".join(f"{name} {series.answers[0]['objective']:,.1f}" for name, series in found.items() if name != OWN)
    return f"{words}: covered {own['objective']:,.1f} ({proof})" + (f"; {others}." if others else ".")
