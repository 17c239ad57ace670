"""The real QGIS desktop on a virtual screen: toolbox, a run from the dialog, the map; in English and in Korean."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from recipes import RECIPES

from tools import build, package

LOOK = Path(__file__).parent / "look.py"
missing = [name for name in ("xvfb-run", "qgis") if shutil.which(name) is None]

pytestmark = pytest.mark.skipif(bool(missing), reason=f"not on this machine: {', '.join(missing)}")

TITLES = {
    "en": ("1 Prepare data", "analysis grid of the district"),
    "ko": ("1 자료 준비", "분석 격자 생성"),
}


@pytest.fixture(scope="module")
def plugins() -> Path:
    build.build()
    return package.BUILD.parent


@pytest.mark.parametrize("language", ["en", "ko"])
def test_toolbox_dialog_and_map(world, plugins, tmp_path, language):
    (tmp_path / "tmp").mkdir()
    settings = tmp_path / "profiles" / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text(
        "[PythonPlugins]\nseo_district_plugin=true\nprocessing=true\n[qgis]\ncheckVersion=false\nshowTips=false\n",
        encoding="utf-8",
    )
    given = {"folder": str(tmp_path), "district": world().path("district")}
    environment = {
        **os.environ,
        "MESA_SHADER_CACHE_DISABLE": "true",
        "QGIS_PLUGINPATH": str(plugins),
        "SEO_DISTRICT_LOOK": json.dumps(given),
        "TMPDIR": str(tmp_path / "tmp"),
        "HOME": str(tmp_path),
        "XDG_RUNTIME_DIR": str(tmp_path / "tmp"),
    }
    for name in ("QT_QPA_PLATFORM", "QGIS_CUSTOM_CONFIG_PATH", "PYTHONPATH"):
        environment.pop(name, None)
    command = ["xvfb-run", "-a", "-s", "-screen 0 1400x900x24", "qgis", "--nologo", "--noversioncheck"]
    command += ["--profiles-path", str(tmp_path / "profiles"), "--lang", language, "--code", str(LOOK)]
    done = subprocess.run(
        ["timeout", "-k", "5", "150", *command],
        env=environment, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip
    assert (tmp_path / "seen.json").is_file(), done.stderr[-3000:]
    check(json.loads((tmp_path / "seen.json").read_text(encoding="utf-8")), tmp_path, language)


def check(seen: dict, folder: Path, language: str) -> None:
    from seo_district_plugin.algorithms.help import help_page

    assert "error" not in seen, seen["error"]
    group, title = TITLES[language]
    pages = {name: help_page(name, language) for name in RECIPES}
    shown = {algorithm for _, algorithms in seen["toolbox"] for algorithm in algorithms}
    assert shown == {page.title for page in pages.values()}
    assert seen["toolbox"][0][0] == group, "groups in their order"
    assert [name for name, _ in seen["toolbox"]] == sorted(name for name, _ in seen["toolbox"])
    assert title in seen["title"].lower()
    assert seen["choices"] == list(pages["districtgrid"].entry("CLIP").choices.values())
    assert seen["fine"], seen["results"]
    ((name, source, renderer, count),) = seen["layers"]
    assert name in ("grid", pages["districtgrid"].entry("OUTPUT").label), "its file or its label, as the settings say"
    assert source.startswith(str(folder / "grid.gpkg")) and renderer == "singleSymbol" and count > 300
    assert (folder / "report.html").is_file()
    assert seen["unloaded"] and seen["again"] == sorted(RECIPES)
    for picture in ("toolbox", "dialog", "log", "map"):
        assert (folder / f"{picture}.png").stat().st_size > 20_000, picture
