"""What tools/package.py takes into the plugin, how build/ is brought up to date, and that a zip never varies."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from tools import lrelease, package

SOURCES = {
    "metadata.txt": "[general]\nname=X\nversion=1.2.3\n",
    "LICENSE": "GPL",
    "README.md": "read me",
    "seo_district_plugin/__init__.py": "",
    "seo_district_plugin/plugin.py": "x = 1\n",
    "seo_district_plugin/resources/styles/style.qml": "<qgis/>",
    "seo_district_plugin/i18n/seo_district_ko.ts": "<TS/>",
    "seo_district_plugin/i18n/seo_district_ko.qm": "compiled",
    "seo_district_plugin/__pycache__/plugin.cpython-311.pyc": "junk",
    "seo_district_plugin/analysis/old.pyc": "junk",
    "seo_district_plugin/.hidden/file": "junk",
    "seo_district_plugin/.DS_Store": "junk",
    "seo_district_plugin/plugin.py~": "junk",
    "tests/test_x.py": "",
}
BELONGS = [
    "LICENSE",
    "README.md",
    "__init__.py",
    "i18n/seo_district_ko.qm",
    "metadata.txt",
    "plugin.py",
    "resources/styles/style.qml",
]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A made-up checkout with everything that may lie about in one, in a folder with a difficult name."""
    root = tmp_path / "한글 folder 'quoted' 100%"
    for name, text in SOURCES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def tree(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir())


def test_only_what_belongs_is_taken(checkout: Path) -> None:
    assert list(package.manifest(checkout)) == BELONGS


def test_build_is_the_exact_tree(checkout: Path) -> None:
    target = checkout / "build" / package.PACKAGE
    assert package.sync(package.manifest(checkout), target) == len(BELONGS)
    assert tree(target) == BELONGS
    for name, source in package.manifest(checkout).items():
        assert (target / name).read_bytes() == source.read_bytes()


def test_nothing_is_written_when_nothing_changed(checkout: Path) -> None:
    target = checkout / "build" / package.PACKAGE
    package.sync(package.manifest(checkout), target)
    before = {path: path.stat().st_mtime_ns for path in target.rglob("*")}
    assert package.sync(package.manifest(checkout), target) == 0
    assert {path: path.stat().st_mtime_ns for path in target.rglob("*")} == before


def test_stale_files_and_folders_go(checkout: Path) -> None:
    target = checkout / "build" / package.PACKAGE
    package.sync(package.manifest(checkout), target)
    (target / "old" / "deep").mkdir(parents=True)
    (target / "old" / "deep" / "left.py").write_text("", encoding="utf-8")
    (target / "__pycache__").mkdir()
    (target / "__pycache__" / "x.pyc").write_text("", encoding="utf-8")
    (checkout / package.PACKAGE / "plugin.py").unlink()
    package.sync(package.manifest(checkout), target)
    assert tree(target) == [name for name in BELONGS if name != "plugin.py"]
    assert not (target / "old").exists()


def test_a_folder_and_a_file_may_change_places(checkout: Path) -> None:
    target = checkout / "build" / package.PACKAGE
    package.sync(package.manifest(checkout), target)
    source = checkout / package.PACKAGE
    (source / "plugin.py").unlink()
    (source / "plugin.py").mkdir()
    (source / "plugin.py" / "inner.py").write_text("", encoding="utf-8")
    (source / "resources" / "styles" / "style.qml").unlink()
    (source / "resources" / "styles").rmdir()
    (source / "resources" / "styles").write_text("now a file", encoding="utf-8")
    package.sync(package.manifest(checkout), target)
    assert (target / "plugin.py" / "inner.py").is_file()
    assert (target / "resources" / "styles").read_text(encoding="utf-8") == "now a file"


def test_a_link_in_the_package_is_refused(checkout: Path) -> None:
    (checkout / package.PACKAGE / "linked.txt").symlink_to(checkout / "metadata.txt")
    with pytest.raises(package.PackageError, match="is a link"):
        package.manifest(checkout)


def test_no_plugin_no_build(tmp_path: Path) -> None:
    (tmp_path / package.PACKAGE).mkdir()
    with pytest.raises(package.PackageError, match="holds no plugin"):
        package.manifest(tmp_path)


def test_the_zip_is_the_same_every_time(checkout: Path, tmp_path: Path) -> None:
    first = package.write_zip(package.manifest(checkout), tmp_path / "1.zip").read_bytes()
    for path in (checkout / package.PACKAGE).rglob("*.py"):
        os.utime(path, (10**9, 10**9))
        path.chmod(0o755)
    second = package.write_zip(package.manifest(checkout), tmp_path / "2.zip").read_bytes()
    assert first == second


def test_the_zip_holds_plain_files_below_one_folder(checkout: Path, tmp_path: Path) -> None:
    written = package.write_zip(package.manifest(checkout), tmp_path / "1.zip")
    with zipfile.ZipFile(written) as archive:
        assert archive.namelist() == [f"{package.PACKAGE}/{name}" for name in BELONGS]
        assert {member.external_attr >> 16 for member in archive.infolist()} == {0o100644}
        assert archive.testzip() is None
    assert not list(tmp_path.glob("*.part"))


TS = (
    '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="ko_KR"><context>'
    "<name>SeoDistrict</name><message><source>Score</source><translation>점수</translation></message></context></TS>"
)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    source = tmp_path / "seo_district_ko.ts"
    source.write_text(TS, encoding="utf-8")
    return source


def test_translations_are_compiled_once(texts: Path) -> None:
    if not lrelease.candidates():
        pytest.skip("no lrelease on this machine")
    assert lrelease.compile_all(texts.parent) == []
    compiled = texts.with_suffix(".qm")
    stamp = compiled.stat().st_mtime_ns
    assert compiled.stat().st_size > 0
    lrelease.compile_all(texts.parent)
    assert compiled.stat().st_mtime_ns == stamp


def test_without_lrelease_no_old_translation_is_left(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = texts.with_suffix(".qm")
    compiled.write_text("old", encoding="utf-8")
    os.utime(compiled, (1, 1))
    monkeypatch.setattr(lrelease, "NAMES", ("no-such-lrelease",))
    monkeypatch.setenv("LRELEASE", "/bin/false")
    assert lrelease.compile_all(texts.parent) == [texts]
    assert not compiled.exists()


def test_a_wrapper_without_qt_is_passed_over(texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = lrelease.candidates()
    if not real:
        pytest.skip("no lrelease on this machine")
    monkeypatch.setattr(lrelease, "NAMES", (real[0],) if "/" in real[0] else ("lrelease",))
    monkeypatch.setenv("LRELEASE", "/bin/false")
    assert lrelease.compile_all(texts.parent) == []
    assert texts.with_suffix(".qm").is_file()


def test_a_translation_without_source_goes(texts: Path) -> None:
    orphan = texts.parent / "seo_district_fr.qm"
    orphan.write_text("old", encoding="utf-8")
    lrelease.compile_all(texts.parent)
    assert not orphan.exists()
