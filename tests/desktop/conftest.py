"""Fixtures of the desktop tests: the made-up district of the contract tests, and QGIS in Korean."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tools import build, package

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


@pytest.fixture(scope="session")
def plugins() -> Path:
    """The folder of the plugin as it is now, built."""
    build.build()
    return package.BUILD.parent


@pytest.fixture
def desktop(plugins, tmp_path: Path) -> Callable[..., dict]:
    """Return a function that runs a script in the real QGIS desktop on a virtual screen and gives what it saw."""
    missing = [name for name in ("xvfb-run", "qgis") if shutil.which(name) is None]
    if missing:
        pytest.skip(f"not on this machine: {', '.join(missing)}")

    def look(script: str, language: str, **given: str) -> dict:
        (tmp_path / "tmp").mkdir()
        settings = tmp_path / "profiles" / "profiles" / "default" / "QGIS" / "QGIS3.ini"
        settings.parent.mkdir(parents=True)
        settings.write_text(
            "[PythonPlugins]\nseo_district_plugin=true\nprocessing=true\n[qgis]\ncheckVersion=false\nshowTips=false\n",
            encoding="utf-8",
        )
        folder = Path(__file__).parent
        environment = {
            **os.environ,
            "MESA_SHADER_CACHE_DISABLE": "true",
            "QGIS_PLUGINPATH": str(plugins),
            "SEO_DISTRICT_LOOK": json.dumps({"folder": str(tmp_path), "scripts": str(folder), **given}),
            "TMPDIR": str(tmp_path / "tmp"),
            "HOME": str(tmp_path),
            "XDG_RUNTIME_DIR": str(tmp_path / "tmp"),
        }
        for name in ("QT_QPA_PLATFORM", "QGIS_CUSTOM_CONFIG_PATH", "PYTHONPATH"):
            environment.pop(name, None)
        command = ["xvfb-run", "-a", "-s", "-screen 0 1400x900x24", "qgis", "--nologo", "--noversioncheck"]
        command += ["--profiles-path", str(tmp_path / "profiles"), "--lang", language, "--code", str(folder / script)]
        done = subprocess.run(
            ["timeout", "-k", "5", "170", *command],
            env=environment, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", errors="replace",
            check=False,
        )  # fmt: skip
        assert (tmp_path / "seen.json").is_file(), done.stderr[-3000:]
        return json.loads((tmp_path / "seen.json").read_text(encoding="utf-8"))

    return look
