"""Bad input on the command line: exit code 1, one sentence on stderr, nothing on stdout, nothing existing damaged."""

from __future__ import annotations

import hashlib
import json
import os
import re
import signal
import subprocess
import time
from pathlib import Path

import pytest

STRANGE = "한글 폴더 100% 'ein' \"zwei\" %d & (3)"
SQUARE = [[127.370, 36.350], [127.3823, 36.350], [127.3823, 36.360], [127.370, 36.360], [127.370, 36.350]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with everything in its name that paths trip over."""
    path = tmp_path / STRANGE
    path.mkdir()
    return path


@pytest.fixture
def district(folder: Path) -> str:
    """A square of about 1.1 km as GeoJSON."""
    path = folder / "구 '경계' 50%.geojson"
    geometry = {"type": "Polygon", "coordinates": [SQUARE]}
    feature = {"type": "Feature", "properties": {"name": "구"}, "geometry": geometry}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    return str(path)


def _contents(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "folder"
        for path in sorted(folder.rglob("*"))
    }


def _refused(done: subprocess.CompletedProcess) -> str:
    assert done.returncode == 1, done.stdout + done.stderr
    assert done.stdout.strip() == ""
    assert "Traceback" not in done.stderr, done.stderr
    return done.stderr


def test_a_misspelled_parameter_is_not_passed_over(command_line, folder, district) -> None:
    before = _contents(folder)
    inputs = {"DISTRICT": district, "SIZ": 250, "OUTPUT": str(folder / "out.gpkg")}
    text = _refused(command_line.attempt("districtgrid", inputs))
    assert "There is no parameter SIZ. Did you mean SIZE?" in text
    assert _contents(folder) == before


def test_strange_paths_also_of_the_profile(command_line, folder, district, tmp_path) -> None:
    # No double quotes here: QGIS writes the profile's path between them into Python code, and then has no Python.
    profile = tmp_path / "내 프로필 'p' 100% %d"
    settings = profile / "profiles" / "default" / "QGIS"
    settings.mkdir(parents=True)
    (settings / "QGIS3.ini").write_text("[PythonPlugins]\nseo_district_plugin=true\n", encoding="utf-8")
    outputs = {"OUTPUT": folder / "결과 'a' 50% b.gpkg", "REPORT": folder / '보고 "b" 100%.html'}
    inputs = {"DISTRICT": district, **{name: str(path) for name, path in outputs.items()}}
    results = command_line.run("districtgrid", inputs, QGIS_CUSTOM_CONFIG_PATH=str(profile))
    assert 110 <= results["CELLS"] <= 135
    assert results["OUTPUT"] == str(outputs["OUTPUT"])
    assert all(path.is_file() for path in outputs.values())
    assert (folder / "결과 'a' 50% b.run.json").is_file()


def test_a_refusal_in_korean(command_line, folder, district) -> None:
    inputs = {"DISTRICT": district, "OUTPUT": str(folder / "없는 폴더" / "out.gpkg")}
    korean = {"LANGUAGE": "ko", "LANG": "ko_KR.UTF-8", "LC_ALL": "ko_KR.UTF-8"}
    text = _refused(command_line.attempt("districtgrid", inputs, **korean))
    sentence = next(line for line in text.splitlines() if "없는 폴더" in line)
    assert re.search("[가-힣]", sentence.replace("없는 폴더", "").replace("한글 폴더", "")), sentence


def test_a_full_disk(command_line, folder, district) -> None:
    disk = folder / "작은 디스크"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(disk)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only an administrator can mount a small disk")
    try:
        target = disk / "out.gpkg"
        target.write_bytes(b"an old file" * 5000)
        before = _contents(disk)
        inputs = {"DISTRICT": district, "SIZE": 10, "OUTPUT": str(target)}
        text = _refused(command_line.attempt("districtgrid", inputs))
        assert "out.gpkg" in text and "disk may be full" in text
        assert _contents(disk) == before
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def test_ctrl_c_in_the_middle(command_line, folder, district) -> None:
    target = folder / "out.gpkg"
    target.write_bytes(b"an old file")
    before = _contents(folder)
    inputs = {"DISTRICT": district, "SIZE": 2, "CLIP": "clipped", "OUTPUT": str(target)}
    command = [os.environ.get("QGIS_PROCESS") or "qgis_process", "run", "seodistrict:districtgrid"]
    process = subprocess.Popen(
        [*command, *(f"--{name}={value}" for name, value in inputs.items())],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=command_line.environment,
        start_new_session=True,
    )
    said = ""
    while "Reading the district" not in said:
        said += process.stdout.read(1)
        assert process.poll() is None, said + process.stderr.read()
    time.sleep(0.5)
    os.killpg(process.pid, signal.SIGINT)  # the key reaches the shell wrapper and QGIS alike
    began = time.monotonic()
    _, errors = process.communicate(timeout=60)
    assert time.monotonic() - began < 5
    assert process.returncode != 0
    assert "Stopped. Nothing that was there has been changed." in errors
    assert _contents(folder) == before
