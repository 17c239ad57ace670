"""The registry of sample files: ``SAMPLES`` by name, ``write_all`` for all of them."""

from __future__ import annotations

from pathlib import Path

from . import businesses, facilities, layers, office, people, registers, world
from .model import Sample

__all__ = ["SAMPLES", "Sample", "write_all"]

_PARTS = (businesses, facilities, people, registers, layers, office, world)
SAMPLES: dict[str, Sample] = {sample.name: sample for part in _PARTS for sample in part.samples()}


def write_all(folder: Path) -> dict[str, Path]:
    """Every sample into a folder of its own below ``folder``: name -> path to give to the import."""
    paths = {}
    for name, sample in SAMPLES.items():
        place = folder / name
        place.mkdir(parents=True, exist_ok=True)
        paths[name] = sample.write(place)
    return paths
