"""The Makefile's help screen and targets, and .ci/run: what they do when something goes wrong."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from tools.package import ROOT

TARGETS = "help setup demo test test-matrix lint format build zip deploy bench translate docs clean".split()


def make(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    # The suite itself may run below a make: its flags are not meant for this one.
    environment = {**os.environ, "MAKEFLAGS": ""}
    return subprocess.run(["make", *arguments], cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def test_help_is_the_default_and_names_every_target() -> None:
    shown = make().stdout
    assert re.findall(r"^  make ([a-z-]+) +\S", shown, re.MULTILINE) != []
    for target in TARGETS:
        assert re.search(rf"^  make {target} +\S", shown, re.MULTILINE), target


@pytest.mark.parametrize("target", TARGETS)
def test_every_target_is_there(target: str) -> None:
    done = make("-n", target)
    assert done.returncode == 0, done.stderr


def test_a_given_python_and_qgis_are_used() -> None:
    shown = make("-n", "test", "QGIS_PYTHON=/opt/my qgis/python3", "TESTS=tests/analysis", "PYTEST_OPTIONS=-x").stdout
    assert '"/opt/my qgis/python3" -m pytest -ra -x tests/analysis' in shown
    assert "offscreen" in shown


def test_a_run_without_any_test_fails(tmp_path: Path) -> None:
    (tmp_path / "test_empty.py").write_text("", encoding="utf-8")
    done = make("test", f"TESTS={tmp_path}", "PYTEST_OPTIONS=-p no:cacheprovider")
    assert done.returncode != 0
    assert "no tests ran" in done.stdout


def ci(root: Path, setup: str, makefile: str) -> subprocess.CompletedProcess[str]:
    """Run .ci/run in a made-up checkout with other pieces."""
    for name, text in {
        ".ci/run": (ROOT / ".ci" / "run").read_text(encoding="utf-8"),
        "tools/setup.sh": setup,
        "Makefile": makefile,
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return subprocess.run(
        ["bash", str(root / ".ci" / "run")],
        cwd="/",
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


READY = "mkdir -p .tools; touch .tools/installed.txt\n"
PASSES = "test:\n\t@echo '3 passed in 0.01s'\n"


def test_ci_passes_with_the_tests(tmp_path: Path) -> None:
    done = ci(tmp_path, READY, PASSES)
    assert done.returncode == 0, done.stderr
    assert "3 passed" in done.stdout


@pytest.mark.parametrize(
    ("setup", "makefile"),
    [
        ("echo 'no QGIS' >&2; exit 1\n", PASSES),
        ("exit 0\n", PASSES),
        (READY, "test:\n\t@exit 1\n"),
        (READY, "other:\n"),
    ],
    ids=["no QGIS", "no tools", "failing tests", "no target"],
)
def test_ci_fails_otherwise(tmp_path: Path, setup: str, makefile: str) -> None:
    assert ci(tmp_path, setup, makefile).returncode != 0
