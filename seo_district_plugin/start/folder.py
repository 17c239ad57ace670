"""The folder of the first look: what is where in it, and which folders may be used."""

from __future__ import annotations

import json
from pathlib import Path

from ..texts import tr

MAP_FILE = "sample_map.qgz"
SAMPLE, RESULTS = "sample", "results"
MARK = "made_by_start.json"
"""Says that a folder is one of these: no other folder is written into unless it is empty."""


def folder_problem(folder: Path) -> str:
    """Why a folder cannot be used, in the user's language; empty when it can."""
    if not folder.is_absolute():
        return tr("Give the whole path of the folder.")
    try:
        if not folder.exists():
            return ""
        if not folder.is_dir():
            return tr("This is a file, not a folder.")
        other = any(folder.iterdir()) and not (folder / MARK).is_file()
    except OSError as problem:
        return tr("{folder} cannot be read: {reason}").format(folder=folder, reason=problem.strerror)
    return tr("This folder holds something else. Give an empty or a new one.") if other else ""


def prepare_folder(folder: Path) -> None:
    """Make the folder and mark it as one of these.

    Raises:
        OSError: where it cannot be written.
    """
    (folder / RESULTS).mkdir(parents=True, exist_ok=True)
    content = {"synthetic": True, "made_anew": [SAMPLE, RESULTS, MAP_FILE]}
    (folder / MARK).write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
