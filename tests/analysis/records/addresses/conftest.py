"""The made-up town of the benchmarks, small."""

from __future__ import annotations

import pytest

from benchmarks.common import towns


@pytest.fixture(scope="session")
def town() -> towns.Town:
    """1,500 buildings in two districts."""
    return towns.make_town(1500, seed=3)


@pytest.fixture(scope="session")
def written(town: towns.Town) -> towns.Written:
    """4,000 addresses in it, with planted errors."""
    return towns.write_addresses(town, 4000, seed=4)
