"""Runs programs one after the other and says how long each took and how much memory it needed at most.

This process stays small on purpose: Linux counts the memory of the parent at the moment of starting towards the peak
of the child, so nothing heavy is imported here. Only the standard library is used.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HERE = ROOT / "benchmarks"
COMMON = HERE / "common"
BUILD = ROOT / "build"
PEERS = ROOT / ".peers"
CACHE = ROOT / ".cache" / "benchmarks"
PACKAGE = "seo_district_plugin"
LONGEST = 300.0
"""Seconds after which a program is stopped; it then has no figure."""


ENOUGH = 60.0
"""Seconds after which one comparison begins no further round, so that all of them together end within ten minutes."""


class BenchError(Exception):
    """A program did not do what was to be timed."""


@dataclass
class Timed:
    """One program that has ended.

    Attributes:
        seconds: wall clock from start to end.
        cpu: seconds of processor time, all threads.
        peak_mb: largest resident memory of the process (and of those it waited for), in MB of 10^6 bytes.
        output: what it printed.
    """

    seconds: float
    cpu: float
    peak_mb: float
    output: str

    @property
    def answer(self) -> dict:
        """The last printed line, where it is a JSON object of its own."""
        last = next(reversed(self.output.strip().splitlines()), "")
        return json.loads(last) if last.startswith("{") and last.endswith("}") else {}


@dataclass
class Series:
    """Several runs of one way to the result.

    Attributes:
        name: of the way.
        seconds, cpu: wall clock and processor time, one entry per run.
        peak_mb: one entry per process.
        answers: what each process answered (JSON), if it does.
    """

    name: str
    seconds: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    peak_mb: list[float] = field(default_factory=list)
    answers: list[dict] = field(default_factory=list)

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def median_cpu(self) -> float:
        return statistics.median(self.cpu)

    @property
    def peak(self) -> float:
        return max(self.peak_mb)

    def cells(self) -> list[str]:
        """Number of timings, median, span, processor time, peak memory: the columns that every table has."""
        span = f"{min(self.seconds):.2f} - {max(self.seconds):.2f}"
        return [str(len(self.seconds)), f"{self.median:.2f}", span, f"{self.median_cpu:.2f}", f"{self.peak:,.0f}"]


TIME_COLUMNS = ["runs", "median (s)", "least - most (s)", "processor (s)", "peak memory (MB)"]


@dataclass
class Table:
    title: str
    columns: list[str]
    rows: list[list[str]]


@dataclass
class Figure:
    """A promise with what was measured: the median by the wall clock, and of processor time where that is known."""

    text: str
    measured: float
    limit: float
    cpu: float | None = None
    unit: str = "s"

    @classmethod
    def of(cls, text: str, series: Series, limit: float) -> Figure:
        return cls(text, series.median, limit, series.median_cpu)

    @property
    def verdict(self) -> str:
        """Whether it holds; ``busy machine`` when it is missed by waiting for other programs and not by work."""
        if self.measured <= self.limit:
            return "holds"
        return "busy machine" if self.cpu is not None and self.cpu <= self.limit else "DOES NOT HOLD"


@dataclass
class Result:
    """What one benchmark says."""

    title: str
    compared: str
    tables: list[Table] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


class Bench:
    """The programs at hand, a scratch folder, and the made-up data."""

    def __init__(self, scratch: Path, runs: int) -> None:
        self.scratch = scratch
        self.runs = runs
        self.python = os.environ.get("QGIS_PYTHON") or sys.executable
        self.qgis_process = os.environ.get("QGIS_PROCESS") or "qgis_process"
        self.peer_python = PEERS / ("Scripts" if os.name == "nt" else "bin") / "python"
        self.versions: dict[str, str] = {}
        self.pace: list[float] = []
        # A copy, so that Python may keep the compiled modules beside it, as it does with an installed plugin.
        self.plugins = scratch / "plugins"
        shutil.copytree(BUILD / PACKAGE, self.plugins / PACKAGE)
        self._profiles: dict[bool, Path] = {}
        self.data = self._made_up_data()

    @property
    def has_peers(self) -> bool:
        return self.peer_python.exists()

    # ------------------------------------------------------------------ programs
    def qgis(self, *arguments: str, given: dict | None = None, plugin: bool = True) -> Timed:
        """``qgis_process`` in a clean profile, with the built plugin enabled or not."""
        environment = {
            **_environment(),
            "QGIS_CUSTOM_CONFIG_PATH": str(self._profile(plugin)),
            "QGIS_PLUGINPATH": str(self.plugins),
            "LC_ALL": "C.UTF-8",
        }
        return timed([self.qgis_process, *arguments], environment, json.dumps(given) if given else "")

    def own(self, script: str, *arguments: object) -> Timed:
        """A script of benchmarks/own with QGIS's Python and the built plugin on its path."""
        environment = {
            **_environment(),
            "QGIS_CUSTOM_CONFIG_PATH": str(self._profile(True)),
            "PYTHONPATH": os.pathsep.join([str(self.plugins), str(COMMON)]),
        }
        return timed([self.python, str(HERE / "own" / script), *map(str, arguments)], environment)

    def peer(self, script: str, *arguments: object) -> Timed:
        """A script of benchmarks/peers with the Python of .peers."""
        environment = {**_environment(), "PYTHONPATH": str(COMMON)}
        return timed([str(self.peer_python), str(HERE / "peers" / script), *map(str, arguments)], environment)

    def series(self, ways: dict[str, Callable[[], Timed]], runs: int | None = None) -> dict[str, Series]:
        """Run the ways in turns, so that a busy moment of the machine hits all of them alike; fewer rounds when slow.

        A process that answers with ``seconds`` and ``cpu`` is timed by these lists, else from its start to its end.
        """
        found = {name: Series(name) for name in ways}
        start = time.monotonic()
        for _ in range(runs or self.runs):
            if time.monotonic() - start > ENOUGH:
                break
            for name, way in ways.items():
                self.pace.append(fixed_job())
                done = way()
                answer = done.answer
                found[name].seconds += answer.get("seconds") or [done.seconds]
                found[name].cpu += answer.get("cpu") or [done.cpu]
                found[name].peak_mb.append(done.peak_mb)
                found[name].answers.append(answer)
                self.versions.update(answer.get("versions", {}))
        return found

    # ------------------------------------------------------------------ inside
    def _profile(self, plugin: bool) -> Path:
        if plugin not in self._profiles:
            folder = self.scratch / ("profile" if plugin else "profile without plugin")
            settings = folder / "profiles" / "default" / "QGIS" / "QGIS3.ini"
            settings.parent.mkdir(parents=True)
            settings.write_text(f"[PythonPlugins]\n{PACKAGE}={'true' if plugin else 'false'}\n", encoding="utf-8")
            self._profiles[plugin] = folder
        return self._profiles[plugin]

    def _made_up_data(self) -> Path:
        """The data, made once for each version of the script that makes it."""
        script = (HERE / "own" / "data.py").read_bytes()
        folder = CACHE / hashlib.sha256(script).hexdigest()[:12]
        if not (folder / "complete").exists():
            print("Making the data", file=sys.stderr, flush=True)
            folder.mkdir(parents=True, exist_ok=True)
            for old in folder.iterdir():
                old.unlink()
            self.own("data.py", folder)
            (folder / "complete").touch()
        return folder


def _environment() -> dict[str, str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONWARNINGS": "ignore"}
    for name in ("PYTHONPATH", "PYTHONPYCACHEPREFIX", "PYTHONDONTWRITEBYTECODE"):
        environment.pop(name, None)
    return environment


def fixed_job() -> float:
    """Seconds that a fixed piece of work takes: tells how much of a processor is to be had at this moment."""
    start = time.perf_counter()
    total = 0
    for number in range(1_000_000):
        total += number * number
    return time.perf_counter() - start


def timed(command: Sequence[str], environment: dict[str, str], given: str = "") -> Timed:
    """Run a program to its end.

    Raises:
        BenchError: it could not be started, took too long or ended with an error.
    """
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        source.write(given.encode("utf-8"))
        source.seek(0)
        start = time.perf_counter()
        try:
            process = subprocess.Popen(command, stdin=source, stdout=out, stderr=err, env=environment, cwd=HERE)
        except OSError as problem:
            raise BenchError(f"{command[0]}: {problem}") from problem
        guard = threading.Timer(LONGEST, process.kill)
        guard.start()
        # wait4 gives the account of this one process; getrusage would give the largest of all so far.
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        guard.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        output, errors = _text(out), _text(err)
    if process.returncode != 0:
        last = "\n".join(errors.strip().splitlines()[-5:])
        raise BenchError(f"{' '.join(command[:3])} ended with {process.returncode}\n{last}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Timed(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6, output)


def _text(stream) -> str:
    stream.seek(0)
    return stream.read().decode("utf-8", "replace")


def ratio(way: Series, other: Series) -> str:
    """How many times as long the other way takes, by the least time of each: the one that others disturbed least."""
    return f"{min(other.seconds) / min(way.seconds):.1f}"
