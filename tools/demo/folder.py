"""The demo's folder: whose it is, what of it is up to date."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from dataclasses import asdict
from pathlib import Path

from .model import HERE, Settings, Step

MARK = ".made_by_demo"
STATE = ".state.json"
FORMAT = 1
IGNORED = ("__pycache__", ".pyc")


class NotOurs(Exception):
    """The folder holds something that no demo made."""


class Folder:
    """A folder of the demo with the state of its steps."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._digests: dict[str, list] = {}
        self._steps: dict[str, dict] = {}

    def open(self, fresh: bool) -> None:
        """Make or take over the folder.

        Raises:
            NotOurs: it holds something that no demo made; nothing is touched then.
        """
        if self.path.exists() and not self.path.is_dir():
            raise NotOurs(f"{self.path} is a file. Give a folder.")
        if self.path.is_dir() and any(self.path.iterdir()) and not (self.path / MARK).is_file():
            raise NotOurs(f"{self.path} holds something that no demo made. Give an empty or a new folder.")
        state = {} if fresh else self._read()
        if not state and self.path.is_dir():
            for each in self.path.iterdir():
                if each.name != MARK:
                    shutil.rmtree(each) if each.is_dir() and not each.is_symlink() else each.unlink()
        self.path.mkdir(parents=True, exist_ok=True)
        text = "Everything in this folder was made by the demo and may be replaced by its next run.\n"
        (self.path / MARK).write_text(text, encoding="utf-8")
        self._steps, self._digests = state.get("steps", {}), state.get("files", {})

    def _read(self) -> dict:
        try:
            state = json.loads((self.path / STATE).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return state if isinstance(state, dict) and state.get("format") == FORMAT else {}

    def save(self) -> None:
        """Keep what is known; a stop in the middle leaves the former state."""
        text = json.dumps({"format": FORMAT, "steps": self._steps, "files": self._digests}, indent=1, sort_keys=True)
        beside = self.path / (STATE + ".new")
        beside.write_text(text + "\n", encoding="utf-8")
        os.replace(beside, self.path / STATE)

    # ------------------------------------------------------------------ steps
    def is_done(self, name: str, fingerprint: str) -> bool:
        """True when the step was run with the same inputs, and its outputs are as it left them."""
        known = self._steps.get(name)
        if known is None or known["fingerprint"] != fingerprint:
            return False
        return all(self.digest(file) == digest for file, digest in known["outputs"].items())

    def done(self, name: str, fingerprint: str, outputs: list[str], seconds: float, results: dict) -> None:
        """Remember a finished step."""
        self._steps[name] = {
            "fingerprint": fingerprint, "seconds": round(seconds, 1), "results": results,
            "outputs": {file: self.digest(file) for file in outputs},
        }  # fmt: skip
        self.save()

    def forget(self, name: str) -> None:
        """A step is about to be run: what it left is no longer what is remembered."""
        self._steps.pop(name, None)
        self.save()

    def seconds(self, name: str) -> float | None:
        """How long the step took when it was last run."""
        return self._steps.get(name, {}).get("seconds")

    def results(self, name: str) -> dict:
        """Results of the finished step."""
        return self._steps.get(name, {}).get("results", {})

    def fingerprint(self, step: Step, settings: Settings, plugin: str) -> str:
        """Digest of all that decides what the step gives: parameters, files it reads, plugin, language."""
        inputs = step.inputs(settings)
        read = {file: self.digest(file) for file in files_in(inputs)}
        whole = [step.algorithm, inputs, step.outputs, read, plugin, settings.language]
        return hashlib.sha256(json.dumps(whole, sort_keys=True, ensure_ascii=False).encode()).hexdigest()

    # ------------------------------------------------------------------ files
    def digest(self, file: str) -> str:
        """SHA-256 of a file or of all files of a folder, by name; empty when it is not there."""
        path = self.path / file
        if path.is_dir():
            whole = hashlib.sha256()
            for each in sorted(each for each in path.rglob("*") if each.is_file()):
                name = each.relative_to(self.path).as_posix()
                if not name.endswith(("-wal", "-shm", ".aux.xml")):  # come and go when a file is looked at
                    whole.update(f"{name}\0{self.digest(name)}\0".encode())
            return whole.hexdigest()
        if not path.is_file():
            return ""
        seen = path.stat()
        known = self._digests.get(file)
        if known and known[:2] == [seen.st_size, seen.st_mtime_ns]:
            return known[2]
        value = _content(path)
        self._digests[file] = [seen.st_size, seen.st_mtime_ns, value]
        return value


def _content(path: Path) -> str:
    """Digest of the bytes; of a GeoPackage without what opening alone changes in its header."""
    whole = hashlib.sha256()
    with path.open("rb") as stream:
        first = bytearray(stream.read(1 << 20))
        if first[:15] == b"SQLite format 3":
            for begin, end in ((18, 20), (24, 28), (92, 100)):  # journal mode, counters of changes, version
                first[begin:end] = bytes(end - begin)
        whole.update(first)
        while block := stream.read(1 << 20):
            whole.update(block)
    return whole.hexdigest()


def files_in(inputs: object) -> list[str]:
    """The files of the demo's folder that are named in the inputs, without table or filter."""
    if isinstance(inputs, dict):
        inputs = list(inputs.values())
    if isinstance(inputs, (list, tuple)):
        return sorted({file for each in inputs for file in files_in(each)})
    if isinstance(inputs, str) and inputs.startswith(HERE):
        return [inputs[len(HERE) :].split("|")[0]]
    return []


def placed(value: object, folder: Path) -> object:
    """The same inputs with the folder in place of "@/"."""
    if isinstance(value, dict):
        return {name: placed(each, folder) for name, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [placed(each, folder) for each in value]
    return f"{folder}/{value[len(HERE) :]}" if isinstance(value, str) and value.startswith(HERE) else value


def tree_digest(root: Path) -> str:
    """Digest of all files below a folder: of the built plugin."""
    whole = hashlib.sha256()
    for path in sorted(path for path in root.rglob("*") if path.is_file()):
        name = path.relative_to(root).as_posix()
        if not any(part in name for part in IGNORED):
            whole.update(name.encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()


def as_dict(settings: Settings) -> dict:
    """The settings for a record."""
    return asdict(settings)
