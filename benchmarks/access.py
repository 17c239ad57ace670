"""Accessibility of 10,000 places to 200 services by each method, beside PySAL access."""

from __future__ import annotations

from benchmarks.harness import TIME_COLUMNS, Bench, Figure, Result, Table, ratio

METHODS = {"2sfca": "2SFCA", "e2sfca": "E2SFCA, three zones", "3sfca": "3SFCA, three zones", "raam": "RAAM"}
LIMITS = {"2sfca": 1.0, "e2sfca": 1.0, "3sfca": 1.0, "raam": 60.0}
OWN = "floating_catchment"


def bench(bench: Bench) -> Result:
    result = Result(
        "Accessibility of services",
        "10,000 places with people, 200 services with capacities in a square of 10 km, all pairs within 1,500 m, as a "
        "table of pairs in memory. The peer gets the same pairs as a data frame. RAAM: the plugin goes on until nobody "
        "could save more than 0.001 % of the mean cost; the peer makes its 150 rounds with whole people.",
    )
    rows = []
    for method, words in METHODS.items():
        exchange = bench.scratch / f"access_{method}.npz"
        ways = {OWN: lambda method=method, exchange=exchange: bench.own("accessibility.py", method, 3, exchange)}
        if bench.has_peers:
            ways["PySAL access"] = lambda method=method, exchange=exchange: bench.peer(
                "accessibility.py", exchange, method, 1
            )
        found = bench.series(ways, 1)
        rows += [[words, name, *series.cells(), ratio(found[OWN], series)] for name, series in found.items()]
        result.figures.append(Figure.of(f"accessibility by {words}", found[OWN], LIMITS[method]))
        for series in found.values():
            for answer in series.answers:
                if "largest" in answer:
                    result.notes.append(agreement(method, words, answer["largest"]))
    result.tables.append(Table("One score for each place", ["method", "way", *TIME_COLUMNS, "times as long"], rows))
    return result


def agreement(method: str, words: str, largest: float) -> str:
    """What the two answers say of each other."""
    if method == "raam":
        return (
            f"{words}: costs differ by {largest:.1%} at most; the plugin's are within 0.001 % of the equilibrium, the "
            "peer stops after 150 rounds and does not say how far from it."
        )
    verdict = "Equal" if largest <= 1e-9 else "DIFFERENT"
    return f"{verdict}: {words}, scores differ by {largest:.1e} of them at most."
