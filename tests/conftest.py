"""Fixtures for all tests. QGIS starts only for a test that asks for it (directly or through another fixture)."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
REAL_DATA = ROOT.parent / "shared" / "data"
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of real district data, where it is at hand; skips otherwise."""
    if not REAL_DATA.is_dir():
        pytest.skip("the real district data is not beside this checkout")
    return REAL_DATA


@pytest.fixture(scope="session")
def qgis_app(tmp_path_factory: pytest.TempPathFactory):
    """QgsApplication with widgets, offscreen, in a profile of its own, with Processing's native algorithms."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QGIS_CUSTOM_CONFIG_PATH"] = str(tmp_path_factory.mktemp("profile"))
    for plugins in (os.environ.get("QGIS_PLUGINS_DIR", ""), "/usr/share/qgis/python/plugins"):
        if plugins and Path(plugins).is_dir() and plugins not in sys.path:
            sys.path.append(plugins)
    from qgis.core import QgsApplication
    from qgis.PyQt.QtCore import QCoreApplication

    QCoreApplication.setOrganizationName("seo_district_tests")
    app = QgsApplication([], True)
    app.initQgis()
    from processing.core.Processing import Processing

    Processing.initialize()
    yield app
    # exitQgis() is left out: with providers made in Python it may crash after the last test has passed.


@pytest.fixture(scope="session")
def provider(qgis_app):
    """The plugin's provider, registered as the plugin registers it."""
    from seo_district_plugin import classFactory

    plugin = classFactory(None)
    plugin.initProcessing()
    yield plugin.provider
    plugin.unload()


def pytest_configure(config: pytest.Config) -> None:
    """Property tests draw the same examples on every machine; HYPOTHESIS_PROFILE=search looks for new ones."""
    from hypothesis import settings

    settings.register_profile("fixed", derandomize=True, deadline=None)
    settings.register_profile("search", derandomize=False, deadline=None)
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))
