"""The run record: what went in, with what settings, what came out; enough to check later that nothing has changed.

File names only, never folders: a record may be published with its result.
"""

from __future__ import annotations

import hashlib
import json
import platform
import sqlite3
import threading
from collections.abc import Iterable
from contextlib import closing
from datetime import datetime, timezone
from importlib import metadata
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsLayerMetadata,
    QgsNotSupportedException,
    QgsProviderConnectionException,
    QgsProviderRegistry,
)

from .tabledigest import TableDigest

FORMAT = 2
_BLOCK = 20_000
LIBRARIES = ("numpy", "scipy", "pandas", "scikit-learn")


def versions(plugin_version: str) -> dict[str, str]:
    """Versions of everything that takes part in a result."""
    found = {"plugin": plugin_version, "qgis": Qgis.version(), "python": platform.python_version()}
    for name in LIBRARIES:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return found


def file_digest(path: Path, stopped: threading.Event | None = None) -> str:
    """sha256 of a file's bytes; of some of them only once ``stopped`` is set."""
    digest = hashlib.sha256()
    with open(path, "rb") as stream:
        for block in iter(lambda: stream.read(1 << 20), b""):
            if stopped is not None and stopped.is_set():
                break
            digest.update(block)
    return digest.hexdigest()


class FileDigests:
    """sha256 of files, computed in a thread of its own while their rows are read: hashing lets go of Python's lock.

    Attributes:
        stopped: set by :meth:`stop`, heard between two pieces of a file.
    """

    def __init__(self, paths: Iterable[Path]) -> None:
        self._found: dict[Path, str] = {}
        self._problem: OSError | None = None
        self.stopped = threading.Event()
        self._thread = threading.Thread(target=self._work, args=(list(dict.fromkeys(paths)),), daemon=True)
        self._thread.start()

    def _work(self, paths: list[Path]) -> None:
        try:
            for path in paths:
                self._found[path] = file_digest(path, self.stopped)
        except OSError as problem:
            self._problem = problem

    def result(self) -> dict[Path, str]:
        """The digests, once they are there; raises OSError for a file that could not be read."""
        self._thread.join()
        if self._problem is not None:
            raise self._problem
        return self._found

    def stop(self) -> None:
        """Have the thread end soon."""
        self.stopped.set()


def content_digest(path: Path, table: str = "") -> str:
    """sha256 of what a result file says, which stays the same when the file is opened, styled or repacked.

    A GeoPackage is hashed by the rows of its table in the order of their ids (reading it may change its bytes); any
    other file by its bytes. ``table`` defaults to the name of the file.

    Raises:
        sqlite3.Error: the GeoPackage or its table cannot be read.
    """
    if path.suffix.lower() != ".gpkg":
        return file_digest(path)
    name = (table or path.stem).replace('"', '""')
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        rows = connection.execute(f'SELECT * FROM "{name}" ORDER BY rowid')  # nosec B608 (quoted above)
        digest = TableDigest([column[0] for column in rows.description])
        while block := rows.fetchmany(_BLOCK):
            digest.add(list(zip(*block)))
    return digest.hexdigest()


def rows_in_table(path: Path, table: str) -> int:
    """Rows of a table of a GeoPackage, read back from it; raises sqlite3.Error."""
    name = table.replace('"', '""')
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        return int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])  # nosec B608 (quoted above)


def changed_outputs(record: dict, folder: Path) -> list[tuple[str, str]]:
    """(file, what) for each output of a record that is ``missing``, ``unreadable`` or ``changed`` in the folder."""
    differences = []
    for entry in record["outputs"]:
        if not entry.get("sha256"):
            continue
        path = folder / entry["file"]
        if not path.is_file():
            differences.append((entry["file"], "missing"))
            continue
        try:
            same = content_digest(path, entry.get("table", "")) == entry["sha256"]
        except sqlite3.Error:
            differences.append((entry["file"], "unreadable"))
            continue
        if not same:
            differences.append((entry["file"], "changed"))
    return differences


def new_record(algorithm: str, plugin_version: str, language: str) -> dict:
    """An empty record of a run that begins now."""
    return {
        "format": FORMAT,
        "algorithm": algorithm,
        "started": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        "language": language,
        "versions": versions(plugin_version),
        "inputs": [],
        "parameters": {},
        "figures": {},
        "outputs": [],
    }


def record_text(record: dict) -> str:
    """The record as it is written: JSON, sorted, readable; no NaN, which JSON does not know."""
    return json.dumps(record, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False, default=str) + "\n"


def save_history(destination: str, title: str, record: dict) -> str:
    """Put the record into the metadata of a written layer; returns an error text, empty when it went well."""
    info = QgsLayerMetadata()
    info.setTitle(title)
    info.setType("dataset")
    info.addHistoryItem(json.dumps(record, ensure_ascii=False, sort_keys=True, allow_nan=False, default=str))
    uri = destination
    if destination.lower().endswith(".gpkg"):
        uri = f"{destination}|layername={Path(destination).stem}"  # here QGIS wants the table named
    try:
        saved, message = QgsProviderRegistry.instance().saveLayerMetadata("ogr", uri, info)
    except (QgsNotSupportedException, QgsProviderConnectionException) as error:
        return str(error)
    return "" if saved else message
