"""`make deploy` replaces an older copy of the plugin and touches nothing else."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tools import deploy, package

METADATA = "[general]\nname=Sites\nversion=1.0.0\nabout=95% of it\n"


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    source = tmp_path / "source"
    (source / "sub").mkdir(parents=True)
    for name, text in {"__init__.py": "", "metadata.txt": METADATA, "sub/new.py": "x = 1\n"}.items():
        (source / name).write_text(text, encoding="utf-8")
    return {name: source / name for name in ("__init__.py", "metadata.txt", "sub/new.py")}


@pytest.fixture
def plugins(tmp_path: Path) -> Path:
    folder = tmp_path / "프로필 'x' 100%" / "python" / "plugins"
    (folder / "another_plugin").mkdir(parents=True)
    (folder / "another_plugin" / "__init__.py").write_text("keep", encoding="utf-8")
    return folder


def tree(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


WHOLE = [f"{package.PACKAGE}/{name}" for name in ("__init__.py", "metadata.txt", "sub/new.py")]


def test_a_first_copy(files: dict[str, Path], plugins: Path) -> None:
    assert deploy.deploy(files, plugins) == plugins / package.PACKAGE
    assert tree(plugins) == ["another_plugin/__init__.py", *WHOLE]


def test_an_older_copy_is_replaced_whole(files: dict[str, Path], plugins: Path) -> None:
    older = plugins / package.PACKAGE
    (older / "__pycache__").mkdir(parents=True)
    for name in ("__init__.py", "metadata.txt", "gone.py", "__pycache__/x.pyc"):
        (older / name).write_text(METADATA, encoding="utf-8")
    deploy.deploy(files, plugins)
    assert tree(plugins) == ["another_plugin/__init__.py", *WHOLE]


def test_a_folder_that_is_something_else_is_left_alone(files: dict[str, Path], plugins: Path) -> None:
    (plugins / package.PACKAGE).mkdir()
    (plugins / package.PACKAGE / "thesis.docx").write_text("precious", encoding="utf-8")
    with pytest.raises(package.PackageError, match="something else"):
        deploy.deploy(files, plugins)
    assert tree(plugins) == ["another_plugin/__init__.py", f"{package.PACKAGE}/thesis.docx"]


def test_a_link_is_left_alone(files: dict[str, Path], plugins: Path, tmp_path: Path) -> None:
    checkout = tmp_path / "checkout"
    checkout.mkdir()
    (checkout / "metadata.txt").write_text(METADATA, encoding="utf-8")
    (plugins / package.PACKAGE).symlink_to(checkout)
    with pytest.raises(package.PackageError, match="is a link"):
        deploy.deploy(files, plugins)
    assert tree(checkout) == ["metadata.txt"]


def test_an_error_leaves_the_older_copy_whole(files: dict[str, Path], plugins: Path) -> None:
    deploy.deploy(files, plugins)
    files["sub/new.py"].unlink()
    with pytest.raises(OSError):
        deploy.deploy(files, plugins)
    assert tree(plugins) == ["another_plugin/__init__.py", *WHOLE]


def profile_home(tmp_path: Path, *profiles: str) -> dict[str, str]:
    for profile in profiles:
        (tmp_path / ".local/share/QGIS" / profile).mkdir(parents=True)
    return {"HOME": str(tmp_path)}


def test_the_profile_is_found(tmp_path: Path) -> None:
    home = profile_home(tmp_path, "QGIS3/profiles/default", "QGIS3/profiles/업무", "QGIS4/profiles/default")
    share = tmp_path / ".local/share/QGIS"
    assert deploy.plugins_folder("default", home, "linux") == share / "QGIS4/profiles/default/python/plugins"
    assert deploy.plugins_folder("업무", home, "linux") == share / "QGIS3/profiles/업무/python/plugins"


def test_before_the_first_start_of_qgis(tmp_path: Path) -> None:
    expected = tmp_path / ".local/share/QGIS/QGIS3/profiles/default/python/plugins"
    assert deploy.plugins_folder("default", {"HOME": str(tmp_path)}, "linux") == expected


def test_an_unknown_profile_is_refused_and_the_known_are_named(tmp_path: Path) -> None:
    home = profile_home(tmp_path, "QGIS3/profiles/default", "QGIS3/profiles/work")
    with pytest.raises(package.PackageError, match="default, work"):
        deploy.plugins_folder("wrok", home, "linux")


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("win32", {"APPDATA": "/c/Roaming"}, "/c/Roaming/QGIS/QGIS3"),
        ("darwin", {"HOME": "/Users/a"}, "/Users/a/Library/Application Support/QGIS/QGIS3"),
        ("linux", {"HOME": "/home/a", "XDG_DATA_HOME": "/data"}, "/data/QGIS/QGIS3"),
        ("linux", {"HOME": "/home/a", "QGIS_CUSTOM_CONFIG_PATH": "/profile"}, "/profile"),
    ],
)
def test_the_settings_folder_of_each_system(platform: str, environment: dict[str, str], expected: str) -> None:
    assert deploy.settings_folders(environment, platform)[-1] == Path(expected)


def test_the_command_of_the_makefile(tmp_path: Path) -> None:
    done = subprocess.run(
        ["make", "deploy", f"PLUGINS_DIR={tmp_path / '내 plugins'}"],
        cwd=package.ROOT,
        env={**os.environ, "MAKEFLAGS": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    deployed = tmp_path / "내 plugins" / package.PACKAGE
    assert tree(deployed) == sorted(package.manifest())
