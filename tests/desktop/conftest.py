"""Fixtures of the desktop tests: the made-up district of the contract tests, and QGIS in Korean."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

CONTRACT = Path(__file__).parents[1] / "algorithms" / "contract"
if str(CONTRACT) not in sys.path:
    sys.path.insert(0, str(CONTRACT))


@pytest.fixture(scope="session")
def world(qgis_app, tmp_path_factory: pytest.TempPathFactory) -> Callable:
    """Return a function that gives the made-up district at a place."""
    from worlds import World

    made: dict[str, World] = {}

    def at(place: str = "daejeon") -> World:
        if place not in made:
            made[place] = World(place, tmp_path_factory.mktemp(place))
        return made[place]

    return at


@pytest.fixture(params=["en", "ko"])
def language(request, qgis_app) -> Iterator[str]:
    """Each language in turn."""
    from qgis.PyQt.QtCore import QLocale

    from seo_district_plugin.texts import PACKAGE, install_translation, language
    from tools.lrelease import compile_all

    compile_all(PACKAGE / "i18n")
    before = QLocale()
    QLocale.setDefault(QLocale({"en": "en_US", "ko": "ko_KR"}[request.param]))
    install_translation()
    assert language() == request.param
    yield request.param
    QLocale.setDefault(before)
    install_translation()


@pytest.fixture
def project(qgis_app) -> Iterator:
    """The current project, empty before and after."""
    from qgis.core import QgsProject

    QgsProject.instance().clear()
    yield QgsProject.instance()
    QgsProject.instance().clear()
