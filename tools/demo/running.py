"""One step after the other by qgis_process, with JSON on standard input, as a script or a scheduled job does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

from .folder import placed
from .model import Settings, Step

ROOT = Path(__file__).resolve().parents[2]
PLUGIN = "seo_district_plugin"
BUILD = ROOT / "build"
EVERY = 20.0
"""Seconds between two signs of life where the terminal cannot be written over."""


class StepFailed(Exception):
    """A run ended with an error; the text says which and where its log is."""


class Progress:
    """A line on the terminal that moves while something is done."""

    def __init__(self, number: int, count: int, title: str, usual: float | None) -> None:
        self.head = f"[{number:>2}/{count}] {title}"
        self.usual = f" (last time {usual:.0f} s)" if usual else ""
        self.moving = sys.stdout.isatty()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Progress:
        self.began = time.monotonic()
        self._write(f"{self.head} ...{self.usual}")
        self._thread.start()
        return self

    def __exit__(self, *problem: object) -> None:
        self._over.set()
        self._thread.join()
        if problem[0] is not None:
            print(flush=True)

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.began

    def end(self, text: str) -> None:
        """The last word on it."""
        self._over.set()
        self._thread.join()
        print(f"{_back(self.moving)}{self.head}: {text}", flush=True)

    def _watch(self) -> None:
        while not self._over.wait(1.0 if self.moving else EVERY):
            self._write(f"{self.head} ... {self.seconds:.0f} s{self.usual}")

    def _write(self, text: str) -> None:
        print(f"{_back(self.moving)}{text}", end="" if self.moving else "\n", flush=True)


def _back(moving: bool) -> str:
    return "\r\033[K" if moving else ""


def clean_environment(profile: Path, language: str) -> dict[str, str]:
    """A QGIS profile of its own in which the built plugin is on; nothing of the user's is touched."""
    settings = profile / "profiles" / "default" / "QGIS"
    settings.mkdir(parents=True)
    locale = "ko_KR" if language == "ko" else "en_US"
    (settings / "QGIS3.ini").write_text(
        f"[PythonPlugins]\n{PLUGIN}=true\n\n[locale]\noverrideFlag=true\nuserLocale={locale}\n", encoding="utf-8"
    )
    return {
        **os.environ,
        "QGIS_CUSTOM_CONFIG_PATH": str(profile),
        "QGIS_PLUGINPATH": str(BUILD),
        "HOME": str(profile),
        "XDG_RUNTIME_DIR": str(profile),
        "PYTHONWARNINGS": "ignore",
    }


def run_step(step: Step, settings: Settings, folder: Path, environment: dict[str, str]) -> dict:
    """Run one step; returns its results.

    Raises:
        StepFailed: with what the run said.
    """
    own = folder / "results" / step.id
    own.mkdir(parents=True, exist_ok=True)
    inputs = {**step.inputs(settings), **{name: f"@/{file}" for name, file in step.outputs.items()}}
    command = [os.environ.get("QGIS_PROCESS") or "qgis_process", "run", f"seodistrict:{step.algorithm}", "-"]
    text = json.dumps({"inputs": placed(inputs, folder)}, ensure_ascii=False)
    try:
        done = subprocess.run(
            command, input=text, capture_output=True, text=True, encoding="utf-8", errors="replace",
            env=environment, cwd=folder, check=False,
        )  # fmt: skip
    except OSError as problem:
        raise StepFailed(f"{command[0]} cannot be started: {problem.strerror}") from problem
    log = folder / "logs" / f"{step.id}.log"
    log.parent.mkdir(exist_ok=True)
    answer = _answer(done.stdout)
    shown = json.dumps(json.loads(text), ensure_ascii=False, indent=1)
    said = json.dumps(answer, ensure_ascii=False, indent=1) if answer else done.stdout
    log.write_text(f"{' '.join(command)}\n{shown}\n\n{said}\n\n{done.stderr}", encoding="utf-8")
    if done.returncode != 0 or answer is None:
        raise StepFailed(_reason(done.stderr) or f"qgis_process ended with {done.returncode}")
    missing = [file for file in step.outputs.values() if not (folder / file).exists()]
    if missing:
        raise StepFailed(f"it ended well, but left no {', '.join(missing)}")
    return answer["results"]


def _answer(text: str) -> dict | None:
    try:
        answer = json.loads(text)
    except ValueError:
        return None
    return answer if isinstance(answer, dict) and "results" in answer else None


def _reason(text: str) -> str:
    """What a run said last, each sentence once, without remarks of libraries."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    lines = [line for line in lines if not line.startswith(("QStandardPaths", "match = ", "/usr/lib"))]
    return "\n".join(dict.fromkeys(lines[-6:]))
