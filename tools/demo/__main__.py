"""The command: python3 -m tools.demo [FOLDER] [--preset district|tiny] [--cell METERS] [--language en|ko] [--fresh]."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

from .finishing import finish, finish_fingerprint
from .folder import Folder, NotOurs, tree_digest
from .model import Settings, Step
from .printing import print_found
from .running import BUILD, PLUGIN, ROOT, Progress, StepFailed, clean_environment, run_step
from .steps import STEPS

LAST = "finish"
LAST_TITLE = "One GeoPackage, project, maps, index page"


def main(arguments: list[str] | None = None) -> int:
    asked = _arguments(arguments)
    settings = Settings(asked.preset, asked.cell, asked.language, asked.seed)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if not (BUILD / PLUGIN / "metadata.txt").is_file():
        print("The plugin has not been built: make build does it.", file=sys.stderr)
        return 2
    folder = Folder(asked.folder.resolve())
    try:
        folder.open(asked.fresh)
    except NotOurs as problem:
        print(problem, file=sys.stderr)
        return 2
    began = time.monotonic()
    print(f"A made-up district, end to end (synthetic: nothing in it is real). Preset {settings.preset}.", flush=True)
    plugin = tree_digest(BUILD / PLUGIN)
    with tempfile.TemporaryDirectory() as profile:
        environment = clean_environment(Path(profile), settings.language)
        for number, step in enumerate(STEPS, 1):
            if not _step(number, step, settings, folder, plugin, environment):
                return 1
    if not _last(settings, folder):
        return 1
    print_found(folder.path)
    print(f"\nReady after {time.monotonic() - began:.0f} s. Open one of these:")
    for what, name in (("everything at a glance", "index.html"), ("map in QGIS", "demo.qgz"), ("data", "demo.gpkg")):
        print(f"  {os.path.relpath(folder.path / name):<28} {what}")
    return 0


def _arguments(arguments: list[str] | None) -> argparse.Namespace:
    spoken = (os.environ.get("LC_ALL") or os.environ.get("LANG") or "")[:2]
    parser = argparse.ArgumentParser(prog="python3 -m tools.demo", description="The made-up district, end to end.")
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "demo", help="where to; made or taken over")
    parser.add_argument("--preset", choices=["district", "tiny"], default="district")
    parser.add_argument("--cell", type=int, default=100, metavar="METERS", help="side of a grid cell (100)")
    parser.add_argument("--language", choices=["en", "ko"], default="ko" if spoken == "ko" else "en")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fresh", action="store_true", help="run every step again")
    return parser.parse_args(arguments)


def _step(
    number: int, step: Step, settings: Settings, folder: Folder, plugin: str, environment: dict[str, str]
) -> bool:
    """Run a step, or leave it where nothing it depends on has changed; False when it failed."""
    if step.prepare is not None:
        own = folder.path / "results" / step.id
        own.mkdir(parents=True, exist_ok=True)
        step.prepare(own, settings)
    fingerprint = folder.fingerprint(step, settings, plugin)
    if folder.is_done(step.id, fingerprint):
        print(f"[{number:>2}/{len(STEPS) + 1}] {step.title[settings.language]}: unchanged", flush=True)
        return True
    title, usual = step.title[settings.language], folder.seconds(step.id)
    with Progress(number, len(STEPS) + 1, title, usual) as progress:
        folder.forget(step.id)
        try:
            results = run_step(step, settings, folder.path, environment)
        except StepFailed as problem:
            progress.end("FAILED")
            return _failed(number, title, str(problem), folder, folder.path / "logs" / f"{step.id}.log")
        folder.done(step.id, fingerprint, list(step.outputs.values()), progress.seconds, results)
        figures = ", ".join(f"{name.lower()} {value:,.4g}" for name, value in results.items()
                            if isinstance(value, (int, float)) and not isinstance(value, bool))  # fmt: skip
        progress.end(f"{progress.seconds:.0f} s" + (f" ({figures})" if figures else ""))
    return True


def _last(settings: Settings, folder: Folder) -> bool:
    count = len(STEPS) + 1
    fingerprint = finish_fingerprint(settings, folder)
    if folder.is_done(LAST, fingerprint):
        print(f"[{count:>2}/{count}] {LAST_TITLE}: unchanged", flush=True)
        return True
    with Progress(count, count, LAST_TITLE, folder.seconds(LAST)) as progress:
        folder.forget(LAST)
        try:
            made = finish(settings, folder)
        except (OSError, RuntimeError, ValueError, KeyError) as problem:
            import traceback

            log = folder.path / "logs" / f"{LAST}.log"
            log.parent.mkdir(exist_ok=True)
            log.write_text(traceback.format_exc(), encoding="utf-8")
            progress.end("FAILED")
            return _failed(count, LAST_TITLE, f"{type(problem).__name__}: {problem}", folder, log)
        folder.done(LAST, fingerprint, made, progress.seconds, {})
        progress.end(f"{progress.seconds:.0f} s")
    return True


def _failed(number: int, title: str, reason: str, folder: Folder, log: Path) -> bool:
    print(f"\nStep {number} failed: {title}\n{reason}\n", file=sys.stderr)
    print(f"Its log: {log if log.is_file() else '(none was written)'}", file=sys.stderr)
    print(f"The steps before it are kept in {folder.path}: run the same command again to go on.", file=sys.stderr)
    return False


if __name__ == "__main__":
    sys.exit(main())
