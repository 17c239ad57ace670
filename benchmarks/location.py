"""Best sites with proof: p-median and p-center."""

from __future__ import annotations

import os
from pathlib import Path

from benchmarks.harness import ROOT, TIME_COLUMNS, Bench, Figure, Result, Series, Table, ratio

REAL = Path(os.environ.get("REAL_DATA") or ROOT.parent / "shared" / "data")
OWN = "solve_pmedian"
PMED = {1: 5819, 6: 7824, 11: 7696, 16: 8162, 21: 9138, 26: 9917}
CENTER = {1: 127, 6: 84, 11: 59, 16: 47, 21: 40, 26: 38}
GRAPHS = ((500, 10), (900, 5), (900, 10), (600, 60), (900, 90), (400, 133), (600, 200), (900, 300))
PLANE = (5, 10, 20, 50, 100, 300, 500)
DENSE = ((5, 60.0, 0.0), (10, 120.0, 0.001), (20, 120.0, 0.005))
STREETS = (1, 2, 5, 10, 20)
PEERS = (6, 11)
"""Instances on which the peers are timed too; the larger ones take them longer than a program may run here."""


def bench(bench: Bench) -> Result:
    result = Result(
        "Best sites with proof",
        "Seconds until the best set is found and proven, or the time limit; the arrays are in memory. The instances of "
        "the OR-Library and their published optima; random graphs made as these are; 1,304 points of a plane; 9,587 "
        "cells with 1,000 candidates. The peers get the same costs. The gap is the plugin's own, by its bound.",
    )
    _library(bench, result)
    _center(bench, result)
    _many(bench, result)
    return result


def own(bench: Bench, kind: str, size: int, p: int, limit: float, output: object = "-") -> Series:
    call = lambda: bench.own("location.py", REAL, kind, size, p, limit, output)  # noqa: E731
    return bench.series({OWN: call}, 1)[OWN]


def _library(bench: Bench, result: Result) -> None:
    rows, seconds = [], []
    for number, optimum in PMED.items():
        exchange = bench.scratch / f"pmed{number}.npz"
        ways = {OWN: lambda n=number, e=exchange: bench.own("location.py", REAL, "pmed", n, 5, 60, e)}
        if bench.has_peers and number in PEERS:
            for solver in ("cbc", "highs"):
                ways[f"spopt, {solver}"] = lambda e=exchange, s=solver: bench.peer("location.py", e, "pmedian", s)
        found = bench.series(ways, 1)
        rows += [
            [f"pmed{number}", name, _said(series, optimum), *series.cells(), ratio(found[OWN], series)]
            for name, series in found.items()
        ]
        seconds.append(found[OWN])
        result.figures.append(_figure(f"pmed{number} ({optimum:,})", found[OWN], 30.0))
    middle = sorted(seconds, key=lambda series: series.median)[len(seconds) // 2]
    result.figures.append(Figure.of("median of these six", middle, 1.0))
    result.tables.append(Table("OR-Library, p = 5", ["instance", "way", "answer", *TIME_COLUMNS, "times"], rows))


def _center(bench: Bench, result: Result) -> None:
    rows = []
    for number, optimum in CENTER.items():
        series = own(bench, "center", number, 5, 60)
        rows.append([f"pmed{number}", _said(series, optimum), *series.cells()])
        result.figures.append(Figure.of(f"p-center of pmed{number} ({optimum}) with its mean", series, 10.0))
    result.tables.append(Table("p-center, p = 5", ["instance", "answer", *TIME_COLUMNS], rows))


def _many(bench: Bench, result: Result) -> None:
    cases = [("graph", size, p, 60.0) for size, p in GRAPHS] + [("plane", 1_304, p, 60.0) for p in PLANE]
    cases += [("dense", 9_587, p, limit) for p, limit, _ in DENSE] + [("streets", 9_587, p, 30.0) for p in STREETS]
    rows, proven = [], 0
    for kind, size, p, limit in cases:
        series = own(bench, kind, size, p, limit)
        answer = series.answers[0] if series.answers else {}
        rows.append([kind, f"{size:,}", str(p), _said(series), *series.cells(), f"{answer.get('matrix', 0):.1f}"])
        proven += kind == "plane" and bool(answer.get("proven"))
        if kind == "dense":
            most = next(gap for other, _, gap in DENSE if other == p)
            text = f"dense, p = {p}: gap (%)"
            result.figures.append(Figure(text, 100 * answer.get("gap", 1.0), max(100 * most, 1e-7), unit="%"))
        elif kind != "plane":
            result.figures.append(_figure(f"{kind} {size:,}, p = {p}", series, limit))
    result.figures.append(Figure("points of a plane: of seven not proven", 7 - proven, 2, unit=""))
    result.tables.append(Table("Larger", ["kind", "size", "p", "answer", *TIME_COLUMNS, "matrix (s)"], rows))


def _figure(text: str, series: Series, limit: float) -> Figure:
    """The seconds until the proof; a figure that does not hold when there is none."""
    if not series.answers or not series.answers[0]["proven"]:
        return Figure(f"{text}: NO PROOF", series.median, 0.0)
    return Figure.of(f"{text}, proven", series, limit)


def _said(series: Series, optimum: float | None = None) -> str:
    if not series.answers:
        return "-"
    answer = series.answers[0]
    text = f"{answer['objective']:,.0f}" + ("" if optimum in (None, answer["objective"]) else f" ({optimum} is best)")
    gap = f", gap {100 * answer['gap']:.3f} %" if answer.get("gap") else ""
    return text + (", proven" if answer["proven"] else "") + gap
