"""What people install works: the zip, the zip of pb_tool and its deploy, each in a clean QGIS profile."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from tools import build, package, zip_rules

PB_TOOL = package.ROOT / ".tools" / "bin" / "pb_tool"
# A square of about 1.1 km by 1.1 km in longitude and latitude.
SQUARE = [[127.370, 36.350], [127.3823, 36.350], [127.3823, 36.360], [127.370, 36.360], [127.370, 36.350]]
needs_pb_tool = pytest.mark.skipif(not PB_TOOL.is_file(), reason="pb_tool could not be had from the package index")


@pytest.fixture(scope="module")
def district(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("district") / "구 경계.geojson"
    feature = {
        "type": "Feature",
        "properties": {"name": "구"},
        "geometry": {"type": "Polygon", "coordinates": [SQUARE]},
    }
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what a clone holds, translations compiled, for pb_tool, which works in the folder it is called from."""
    build.build()
    root = tmp_path_factory.mktemp("checkout")
    junk = shutil.ignore_patterns("__pycache__", "*.pyc")
    shutil.copytree(package.ROOT / package.PACKAGE, root / package.PACKAGE, ignore=junk)
    for name in (*package.ROOT_FILES, "pb_tool.cfg"):
        shutil.copy(package.ROOT / name, root / name)
    return root


class Profile:
    """A clean QGIS profile that looks for plugins in one folder only."""

    def __init__(self, root: Path, plugins: Path) -> None:
        self.root = root
        settings = root / "profiles" / "default" / "QGIS" / "QGIS3.ini"
        settings.parent.mkdir(parents=True)
        settings.write_text(f"[PythonPlugins]\n{package.PACKAGE}=true\n", encoding="utf-8")
        (root / "home").mkdir()
        self.environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "HOME": str(root / "home"),
            "QGIS_CUSTOM_CONFIG_PATH": str(root),
            "QGIS_PLUGINPATH": str(plugins),
        }
        # As on a machine without the checkout; compiled Python stays in the temporary folder.
        for name in ("PYTHONPATH", "PYTHONPYCACHEPREFIX"):
            self.environment.pop(name, None)

    def qgis_process(self, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [os.environ.get("QGIS_PROCESS") or "qgis_process", *arguments],
            input=given,
            env=self.environment,
            cwd=self.root,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )


def grid_runs(profile: Profile, district: Path) -> None:
    """Run the grid on the square and hold the number of cells against the square's area."""
    output = profile.root / "결과 grid.gpkg"
    given = json.dumps({"inputs": {"DISTRICT": str(district), "SIZE": 100, "OUTPUT": str(output)}})
    done = profile.qgis_process("run", "seodistrict:districtgrid", "-", given=given)
    assert done.returncode == 0, done.stdout + done.stderr
    results = json.loads(done.stdout)["results"]
    assert output.is_file()
    # 0.0123 degrees of longitude at 36.355 N are 1,104 m, 0.010 of latitude 1,110 m: 122 cells of a hectare.
    assert 110 <= results["CELLS"] <= 135


@pytest.fixture(scope="module")
def unzipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`make zip`, unpacked as QGIS's plugin manager does it: by Python's zipfile."""
    done = subprocess.run(["make", "zip"], cwd=package.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    folder = tmp_path_factory.mktemp("설치 plugins 100%")
    with zipfile.ZipFile(package.DIST / f"{package.PACKAGE}-{package.version()}.zip") as archive:
        archive.extractall(folder)
    return folder


def test_make_zip_twice_gives_the_same_bytes(unzipped: Path) -> None:
    written = package.DIST / f"{package.PACKAGE}-{package.version()}.zip"
    first = written.read_bytes()
    subprocess.run(["make", "zip"], cwd=package.ROOT, capture_output=True, check=True)
    assert written.read_bytes() == first
    assert len(first) < zip_rules.MAX_BYTES


def test_the_zip_runs_in_a_clean_profile(unzipped: Path, district: Path, tmp_path: Path) -> None:
    grid_runs(Profile(tmp_path / "profile", unzipped), district)


def test_the_zip_can_be_enabled_by_command(unzipped: Path, tmp_path: Path) -> None:
    profile = Profile(tmp_path / "profile", unzipped)
    (profile.root / "profiles" / "default" / "QGIS" / "QGIS3.ini").unlink()
    assert "seodistrict" not in profile.qgis_process("list").stdout
    done = profile.qgis_process("plugins", "enable", package.PACKAGE)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "seodistrict:districtgrid" in profile.qgis_process("list").stdout


def test_the_zip_speaks_korean(unzipped: Path, tmp_path: Path) -> None:
    profile = Profile(tmp_path / "profile", unzipped)
    profile.environment["LANGUAGE"] = "ko"
    profile.environment["LANG"] = "ko_KR.UTF-8"
    assert "분석 격자 생성" in profile.qgis_process("list").stdout


@needs_pb_tool
def test_pb_tool_zip_gives_a_plugin_that_runs(checkout: Path, district: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [str(PB_TOOL), "zip", "-q", "-p", "build"],
        cwd=checkout,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    written = checkout / f"{package.PACKAGE}.zip"
    # pb_tool packs the sources of the translations too; nothing else of what it makes may be wrong.
    assert [problem for problem in zip_rules.problems(written) if ".ts:" not in problem] == []
    with zipfile.ZipFile(written) as archive:
        archive.extractall(tmp_path / "plugins")
    grid_runs(Profile(tmp_path / "profile", tmp_path / "plugins"), district)


@needs_pb_tool
def test_pb_tool_deploy_gives_a_plugin_that_runs(checkout: Path, district: Path, tmp_path: Path) -> None:
    plugins = tmp_path / "plugins"
    plugins.mkdir()
    done = subprocess.run(
        [str(PB_TOOL), "deploy", "-y", "-p", str(plugins)],
        cwd=checkout,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    deployed = {path.relative_to(plugins / package.PACKAGE).as_posix() for path in plugins.rglob("*") if path.is_file()}
    assert set(package.manifest()) <= deployed
    assert all(name.endswith(".ts") for name in deployed - set(package.manifest()))
    grid_runs(Profile(tmp_path / "profile", plugins), district)
