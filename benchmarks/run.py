"""Runs all benchmarks and prints their tables.

python3 benchmarks/run.py [--runs N] [--only NAME ...] [--write]

Run it with QGIS's Python after tools/build.py; `make bench` does. A figure that does not hold is said, and is no error.
"""

from __future__ import annotations

import argparse
import importlib
import os
import platform
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parents[1])

from benchmarks import tables  # noqa: E402
from benchmarks.harness import ROOT, Bench, BenchError, Result  # noqa: E402

MODULES = ("zonefeatures", "bridge", "inside", "suitability", "importing", "addresses", "population", "merging",
           "learning", "predicting",
           "network", "hotspots", "covering", "access", "location", "sample", "startup")  # fmt: skip
TARGET = ROOT / "docs" / "benchmarks.md"


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=3, help="rounds of the comparisons by process (default 3)")
    parser.add_argument("--only", nargs="+", choices=MODULES, default=MODULES, help="some of the benchmarks")
    parser.add_argument("--write", action="store_true", help=f"write {TARGET.relative_to(ROOT)} too (its parts)")
    asked = parser.parse_args(arguments)
    started, load = time.monotonic(), os.getloadavg()[0]
    results: list[Result] = []
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        try:
            bench = Bench(Path(scratch), max(asked.runs, 1))
        except BenchError as problem:
            print(problem, file=sys.stderr)
            return 1
        if not bench.has_peers:
            print("There is no .peers: the tables lack the peers (sh tools/peers.sh).", file=sys.stderr)
        for name in asked.only:
            print(f"Running {name}", file=sys.stderr, flush=True)
            result = run(name, bench)
            results.append(result)
            print(tables.plain(result), flush=True)
    about = machine(bench, load, time.monotonic() - started)
    print(tables.closing(results, about))
    if asked.write:
        TARGET.parent.mkdir(exist_ok=True)
        whole = len(results) == len(MODULES) or not TARGET.is_file()
        page = tables.markdown(results, about) if whole else tables.merged(TARGET.read_text("utf-8"), results, about)
        TARGET.write_text(page, encoding="utf-8")
        print(f"Written: {TARGET.relative_to(ROOT)}")
    return 0


def run(name: str, bench: Bench) -> Result:
    """One benchmark; when it cannot be measured the result says why and the others go on."""
    try:
        return importlib.import_module(f"benchmarks.{name}").bench(bench)
    except (BenchError, RuntimeError, OSError, ValueError, KeyError) as problem:
        return Result(name, "", notes=[f"NOT MEASURED: {problem}"])


def machine(bench: Bench, load: float, seconds: float) -> list[str]:
    """Under what conditions the figures came about."""
    versions = {"Python": platform.python_version(), **bench.versions}
    return [
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, 1-minute load {load:.1f} before the "
        f"first and {os.getloadavg()[0]:.1f} after the last run; {seconds / 60:.0f} minutes in all.",
        *([pace(bench.pace)] if bench.pace else []),
        "Versions: " + ", ".join(f"{name} {value}" for name, value in sorted(versions.items())) + ".",
        "Ways that are compared run in turns, so that a busy moment hits all of them alike; median and span are shown. "
        "Other work on the machine makes all seconds larger: processor time says more, and so does 'times as long', "
        "which is taken from the least time of each way. A figure that is missed by the clock but met in processor "
        "time is marked: busy machine. Peak memory is the largest resident size of the process as the system accounts "
        "for it.",
    ]


def pace(seconds: list[float]) -> str:
    least, median, most = min(seconds), statistics.median(seconds), max(seconds)
    return (
        f"How busy it was: a million multiplications in plain Python, done before each of {len(seconds)} processes, "
        f"took {least:.2f} s at best, {median:.2f} s at the median, {most:.2f} s at worst."
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
