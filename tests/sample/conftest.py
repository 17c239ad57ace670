"""The sample district, made once for all tests of its room."""

from __future__ import annotations

import pytest

from seo_district_plugin.sample.city import City, make_city


@pytest.fixture(scope="session")
def tiny() -> City:
    """The tiny preset, seed 1; not to be changed by tests."""
    return make_city("tiny", 1)


@pytest.fixture(scope="session")
def district() -> City:
    """The whole district, seed 1; not to be changed by tests."""
    return make_city("district", 1)
