"""qgis_process on the built plugin, in a profile of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PLUGIN = "seo_district_plugin"


@dataclass
class CommandLine:
    """Runs algorithms with JSON on standard input, as a script or a scheduled job does."""

    environment: dict[str, str]

    def run(self, algorithm: str, inputs: dict, **environment: str) -> dict:
        """Results of a run that must succeed."""
        done = self.attempt(algorithm, inputs, **environment)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)["results"]

    def attempt(self, algorithm: str, inputs: dict, **environment: str) -> subprocess.CompletedProcess:
        """A run that may fail."""
        command = [os.environ.get("QGIS_PROCESS") or "qgis_process", "run", f"seodistrict:{algorithm}", "-"]
        return subprocess.run(
            command,
            input=json.dumps({"inputs": inputs}),
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**self.environment, **environment},
            check=False,
            timeout=300,
        )


@pytest.fixture(scope="session")
def command_line(tmp_path_factory: pytest.TempPathFactory) -> CommandLine:
    """The plugin as `make build` leaves it, in a fresh profile whose path has blanks and Hangul."""
    if shutil.which(os.environ.get("QGIS_PROCESS") or "qgis_process") is None:
        pytest.fail("qgis_process is not there; make setup installs it")
    if not (ROOT / "build" / PLUGIN / "metadata.txt").is_file():
        pytest.fail("the plugin has not been built; make build does it")
    profile = tmp_path_factory.mktemp("내 프로필 100%")
    settings = profile / "profiles" / "default" / "QGIS"
    settings.mkdir(parents=True)
    (settings / "QGIS3.ini").write_text(f"[PythonPlugins]\n{PLUGIN}=true\n", encoding="utf-8")
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "QGIS_CUSTOM_CONFIG_PATH": str(profile),
        "QGIS_PLUGINPATH": str(ROOT / "build"),
        "HOME": str(profile),
        "XDG_RUNTIME_DIR": str(profile),
    }
    return CommandLine(environment)
