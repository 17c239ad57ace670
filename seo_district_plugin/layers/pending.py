"""A result that stands beside its target, waiting to be moved."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass
class Pending:
    """A file written beside its target, waiting to be moved."""

    target: Path
    folder: Path
    destination: str  # as QGIS names the written layer, to be renamed after the move
    table: str = ""  # of the GeoPackage ``target``; empty when the target is a file as a whole

    @property
    def written(self) -> Path:
        return self.folder / self.target.name
