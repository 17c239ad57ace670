"""Where an output is to go: what the user's words mean, and why nothing can be written there."""

from __future__ import annotations

import json
import re
import sqlite3
import uuid
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from qgis.core import QgsDataSourceUri, QgsProcessing, QgsProcessingOutputLayerDefinition

from ..texts import tr

if TYPE_CHECKING:
    from qgis.core import QgsProcessingContext

_OTHER_PROVIDER = re.compile(r"^[A-Za-z][A-Za-z0-9_]+:(?!//?[^/]|\\)")
_ESCAPED = re.compile("%[0-9A-Fa-f]{2}")  # SQLite, as GDAL calls it, reads this as one character


class TableTarget(NamedTuple):
    """A table inside a GeoPackage."""

    path: Path
    table: str


def destination_text(value: object, context: QgsProcessingContext) -> str:
    """The destination as text, whatever QGIS wrapped it in; empty when the output is not wanted."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        text, ok = value.sink.valueAsString(context.expressionContext(), "")
        return text if ok else ""
    return value if isinstance(value, str) else ""


def file_target(text: str) -> Path | None:
    """The plain file a destination names; None for memory layers, databases and tables inside a file."""
    if not text or text == QgsProcessing.TEMPORARY_OUTPUT or text.startswith("memory:"):
        return None
    if "dbname=" in text or _OTHER_PROVIDER.match(text):
        return None
    path = Path(text)
    if not path.suffix:
        path = path.with_name(path.name + ".gpkg")  # what QGIS makes of a name without ending
    return path.absolute()


def table_target(text: str) -> TableTarget | None:
    """The table of a GeoPackage that a destination such as ``ogr:dbname='a.gpkg' table="t" (geom)`` names."""
    if not text.startswith("ogr:"):
        return None
    uri = QgsDataSourceUri(text[len("ogr:") :])
    path = Path(uri.database())
    if path.suffix.lower() != ".gpkg":
        return None
    return TableTarget(path.absolute(), uri.table() or path.stem)


def server_target(text: str) -> bool:
    """True for a destination that can neither be written aside nor taken back: a server, another kind of database."""
    if not text or text == QgsProcessing.TEMPORARY_OUTPUT or text.startswith("memory:"):
        return False
    return file_target(text) is None and table_target(text) is None


def target_problem(path: Path) -> str | None:
    """Why nothing can be written to this file, seen before anything is computed; None when it can."""
    problem = place_problem(path)
    if problem:
        return problem
    if path.suffix.lower() == ".gpkg" and path.is_file():
        own = {path.stem, *_tables_of_last_run(path)}
        others = [name for name in _tables(path) if name not in own]
        if others:
            return tr(
                "{path} already holds other tables ({tables}), which would be lost. Choose another file, or write into "
                "this one with: ogr:dbname='{path}' table=\"{table}\" (geom)"
            ).format(path=path, tables=", ".join(others[:5]), table=path.stem)
    return None


def place_problem(path: Path) -> str | None:
    """Why there can be no file of this name that is written to, or None."""
    folder = path.parent
    if not folder.is_dir():
        return tr("The folder {folder} does not exist. Make it first or choose another one.").format(folder=folder)
    if path.is_dir():
        return tr("{path} is a folder. Give the name of a file in it.").format(path=path)
    if not _can_write(folder):
        return tr("Nothing can be written into the folder {folder}. Choose another one.").format(folder=folder)
    if path.suffix.lower() == ".gpkg" and _ESCAPED.search(str(path)):
        return tr(
            "{path}: QGIS cannot open a GeoPackage whose path has a % before two digits, such as %20. Choose another "
            "name."
        ).format(path=path)
    return None


def _can_write(folder: Path) -> bool:
    """Try it: permission bits tell little on network drives and nothing to the administrator."""
    probe = folder / f".{uuid.uuid4().hex[:8]}.probe"
    try:
        probe.mkdir()
        probe.rmdir()
    except OSError:
        return False
    return True


def _tables_of_last_run(path: Path) -> set[str]:
    """Tables that the run record beside a file names as written into it: the same run writes them again."""
    beside = path.with_name(f"{path.stem}.run.json")
    try:
        outputs = json.loads(beside.read_text(encoding="utf-8"))["outputs"]
        return {str(entry["table"]) for entry in outputs if entry.get("file") == path.name and entry.get("table")}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return set()  # no record, or no record of ours: nothing is known of the tables


def _tables(path: Path) -> list[str]:
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=1)) as connection:
            rows = connection.execute("SELECT table_name FROM gpkg_contents").fetchall()
    except sqlite3.Error:
        return []  # not a GeoPackage: the target is replaced as any other file
    return [row[0] for row in rows if row[0] != "layer_styles"]
