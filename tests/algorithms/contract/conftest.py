"""Fixtures of the contract tests: made-up districts, the algorithms of the provider."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

HERE = Path(__file__).parent
if str(HERE) not in sys.path:
    sys.path.insert(0, str(HERE))


@pytest.fixture(scope="session")
def world(qgis_app, tmp_path_factory: pytest.TempPathFactory) -> Callable:
    """Return a function that gives the made-up district at a place, its layers written once per session."""
    from worlds import World

    made: dict[str, World] = {}

    def at(place: str = "daejeon") -> World:
        if place not in made:
            made[place] = World(place, tmp_path_factory.mktemp(place))
        return made[place]

    return at
