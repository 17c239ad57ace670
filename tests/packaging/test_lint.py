"""The scanners of `make lint` find nothing in the built plugin, and do find what the plugin site blocks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import build, lint, package

pytestmark = pytest.mark.skipif(
    not (lint.TOOLS / "bandit").is_file(), reason="the tools could not be had from the package index"
)


@pytest.fixture(scope="module", autouse=True)
def built() -> None:
    build.build()


def made(folder: Path, text: str) -> Path:
    (folder / "bad.py").write_text(text, encoding="utf-8")
    return folder


def test_bandit_finds_nothing_in_the_plugin() -> None:
    assert lint.bandit() == ""


def test_detect_secrets_finds_nothing_in_the_plugin() -> None:
    assert lint.detect_secrets() == ""


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("B102", "exec('x = 1')\n"),
        ("B301", "import pickle\npickle.loads(b'')\n"),
        ("B307", "eval('1')\n"),
        ("B101", "def f(x):\n    assert x\n"),
        ("B105", "API_" + "TOKEN = 'secret-value'\n"),
        ("B602", "import subprocess\nsubprocess.call('ls', shell=True)\n"),
        ("B110", "try:\n    x = 1\nexcept Exception:\n    pass\n"),
        ("B324", "import hashlib\nhashlib.md5(b'')\n"),
    ],
)
def test_bandit_bites(tmp_path: Path, rule: str, text: str) -> None:
    assert rule in lint.bandit(made(tmp_path, text))


def test_the_rule_that_the_site_does_not_run_is_off(tmp_path: Path) -> None:
    assert lint.bandit(made(tmp_path, "import subprocess\n\nx = subprocess.PIPE\n")) == ""


@pytest.mark.parametrize(
    "text",
    [
        "key = 'AKIA" + "IOSFODNN7EXAMPLQ'\n",
        "digest = '" + "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'\n",
        "pass" + "word = 'correct-horse-battery'\n",
        "-----BEGIN " + "RSA PRIVATE KEY-----\n",
    ],
)
def test_detect_secrets_bites(tmp_path: Path, text: str) -> None:
    assert "bad.py:1" in lint.detect_secrets(made(tmp_path, text))


def test_metadata_is_left_out_as_on_the_site(tmp_path: Path) -> None:
    (tmp_path / "metadata.txt").write_text("pass" + "word=correct-horse-battery\n", encoding="utf-8")
    assert lint.detect_secrets(tmp_path) == ""


def test_nothing_but_the_plugin_is_scanned() -> None:
    assert package.BUILD == lint.BUILD
    assert (lint.BUILD / "metadata.txt").is_file()
