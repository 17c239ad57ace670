"""Compiled translations (.qm), which QGIS loads, made by Qt's lrelease from their sources (.ts)."""

from __future__ import annotations

import glob
import os
import shutil
import subprocess
from pathlib import Path

NAMES = (
    "lrelease",
    "lrelease-qt5",
    "lrelease-qt6",
    "lrelease6",
    "/usr/lib/qt5/bin/lrelease",
    "/usr/lib/qt6/bin/lrelease",
    "/usr/lib/*/qt5/bin/lrelease",
    "/opt/homebrew/opt/qt*/bin/lrelease",
    "pyside6-lrelease",
    "pyside2-lrelease",
)
"""Where lrelease is found under the names that the makers of systems give it; LRELEASE= goes before them."""


def candidates() -> list[str]:
    """Every lrelease of this machine, the one to try first in front."""
    given = os.environ.get("LRELEASE")
    found = []
    for name in (given, *NAMES) if given else NAMES:
        if "/" in name:
            found += sorted(glob.glob(name))
        elif program := shutil.which(name):
            found.append(program)
    return found


def is_current(source: Path) -> bool:
    """Whether the compiled file is newer than its source."""
    compiled = source.with_suffix(".qm")
    return compiled.is_file() and compiled.stat().st_mtime_ns > source.stat().st_mtime_ns


def _compile(program: str, source: Path) -> bool:
    unfinished = source.with_suffix(".qm.part")
    # A wrapper called lrelease may be there without the Qt behind it: then the next one is tried.
    done = subprocess.run([program, "-silent", str(source), "-qm", str(unfinished)], capture_output=True, check=False)
    if done.returncode == 0 and unfinished.is_file():
        os.replace(unfinished, source.with_suffix(".qm"))
        return True
    unfinished.unlink(missing_ok=True)
    return False


def compile_all(folder: Path) -> list[Path]:
    """Compile each .ts of ``folder`` whose .qm is missing or older.

    Returns:
        The sources that could not be compiled because no lrelease works here. Their old .qm, if any, is removed: an
        old translation beside new texts would be wrong without a word.
    """
    stale = [source for source in sorted(folder.glob("*.ts")) if not is_current(source)]
    programs = candidates() if stale else []
    left = [source for source in stale if not any(_compile(program, source) for program in programs)]
    for source in left:
        source.with_suffix(".qm").unlink(missing_ok=True)
    sources = {source.stem for source in folder.glob("*.ts")}
    for compiled in folder.glob("*.qm"):
        if compiled.stem not in sources:
            compiled.unlink()
    return left
