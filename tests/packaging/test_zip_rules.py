"""The plugin site's rules: the real zip obeys them, and each rule bites on a zip that breaks it."""

from __future__ import annotations

import configparser
import os
import stat
import zipfile
from pathlib import Path

import pytest

from tools import build, package, zip_rules

TOP = package.PACKAGE
METADATA = {
    "name": "Sites",
    "qgisMinimumVersion": "3.40",
    "qgisMaximumVersion": "4.99",
    "version": "1.0.0",
    "hasProcessingProvider": "yes",
    "description": "Sites",
    "about": "About 95%% of it",
    "author": "A",
    "email": "a@example.org",
    "homepage": "https://example.org",
    "tracker": "https://example.org/issues",
    "repository": "https://example.org",
    "icon": "icon.svg",
    "changelog": "1.0.0 first",
}


def metadata(**changes: str | None) -> bytes:
    entries = {key: value for key, value in {**METADATA, **changes}.items() if value is not None}
    return ("[general]\n" + "".join(f"{key}={value}\n" for key, value in entries.items())).encode()


def good() -> dict[str, bytes]:
    return {
        f"{TOP}/__init__.py": b"",
        f"{TOP}/metadata.txt": metadata(),
        f"{TOP}/LICENSE": b"GPL",
        f"{TOP}/icon.svg": b"<svg/>",
    }


def write(path: Path, files: dict[str, bytes], mode: int = stat.S_IFREG | 0o644) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            member = zipfile.ZipInfo(name)
            member.external_attr = mode << 16
            archive.writestr(member, content)
    return path


def test_a_good_zip_passes(tmp_path: Path) -> None:
    assert zip_rules.problems(write(tmp_path / "good.zip", good())) == []


@pytest.mark.parametrize(
    "name",
    [
        f"{TOP}/../evil.py",
        f"{TOP}/a..b.txt",
        "/etc/passwd",
        f"{TOP}\\evil.py",
        "C:/evil.py",
        f"{TOP}/module.pyc",
        f"{TOP}/__pycache__/module.txt",
        f"{TOP}/.git/config",
        f"{TOP}/.hidden",
        "__MACOSX/x",
        f"{TOP}/tool.exe",
        f"{TOP}/lib/native.so",
        f"{TOP}/run.sh",
        f"{TOP}/i18n/texts.ts",
        f"{TOP}/tests/test_a.py",
        "another_folder/file.py",
    ],
)
def test_names_that_are_refused(tmp_path: Path, name: str) -> None:
    assert zip_rules.problems(write(tmp_path / "bad.zip", {**good(), name: b""}))


@pytest.mark.parametrize("name", zip_rules.REQUIRED_FILES)
def test_a_missing_file_is_refused(tmp_path: Path, name: str) -> None:
    files = {key: value for key, value in good().items() if not key.endswith(name)}
    found = zip_rules.problems(write(tmp_path / "bad.zip", files))
    assert any(name in sentence for sentence in found)


@pytest.mark.parametrize("key", [*zip_rules.REQUIRED_ENTRIES, "changelog", "hasProcessingProvider"])
@pytest.mark.parametrize("value", [None, ""])
def test_a_missing_entry_is_refused(tmp_path: Path, key: str, value: str | None) -> None:
    files = {**good(), f"{TOP}/metadata.txt": metadata(**{key: value})}
    found = zip_rules.problems(write(tmp_path / "bad.zip", files))
    assert any(key in sentence for sentence in found)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("about", "95% of it"),
        ("author", "A/B"),
        ("tracker", "ftp://example.org"),
        ("homepage", "example.org"),
        ("changelog", "0.9 older"),
        ("qgisMaximumVersion", "3.99"),
        ("supportsQt6", "True"),
        ("name", "Sites Plugin"),
        ("icon", "no.svg"),
        ("hasProcessingProvider", "no"),
    ],
)
def test_a_wrong_entry_is_refused(tmp_path: Path, key: str, value: str) -> None:
    files = {**good(), f"{TOP}/metadata.txt": metadata(**{key: value})}
    assert zip_rules.problems(write(tmp_path / "bad.zip", files))


def test_text_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    files = {**good(), f"{TOP}/metadata.txt": metadata().replace(b"Sites", "자치구".encode("cp949"))}
    assert zip_rules.problems(write(tmp_path / "bad.zip", files))


@pytest.mark.parametrize("mode", [stat.S_IFREG | 0o755, stat.S_IFLNK | 0o777])
def test_executables_and_links_are_refused(tmp_path: Path, mode: int) -> None:
    assert zip_rules.problems(write(tmp_path / "bad.zip", good(), mode))


def test_a_large_zip_is_refused(tmp_path: Path) -> None:
    files = {**good(), f"{TOP}/data.bin": os.urandom(zip_rules.MAX_BYTES)}
    assert any("bytes" in sentence for sentence in zip_rules.problems(write(tmp_path / "bad.zip", files)))


def test_a_folder_that_python_cannot_import_is_refused(tmp_path: Path) -> None:
    files = {name.replace(TOP, "seo-district"): content for name, content in good().items()}
    assert zip_rules.problems(write(tmp_path / "bad.zip", files))


def test_no_zip_at_all_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bad.zip").write_text("no zip", encoding="utf-8")
    assert zip_rules.problems(tmp_path / "bad.zip")
    assert zip_rules.problems(tmp_path / "none.zip")


@pytest.fixture(scope="module")
def real_zip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("zip") / "seo_district_plugin.zip"
    return package.write_zip(build.build(), target)


def test_the_real_zip_obeys_every_rule(real_zip: Path) -> None:
    assert zip_rules.problems(real_zip) == []


def test_the_real_zip_is_the_same_twice(real_zip: Path, tmp_path: Path) -> None:
    again = package.write_zip(build.build(), tmp_path / "again.zip")
    assert again.read_bytes() == real_zip.read_bytes()


def test_the_real_zip_carries_every_translation(real_zip: Path) -> None:
    sources = (package.ROOT / package.PACKAGE / "i18n").glob("*.ts")
    wanted = {f"{TOP}/i18n/{source.stem}.qm" for source in sources}
    with zipfile.ZipFile(real_zip) as archive:
        assert wanted
        assert wanted <= set(archive.namelist())


def test_metadata_of_the_project() -> None:
    parser = configparser.ConfigParser()  # with interpolation, as the site reads it
    parser.read(package.ROOT / "metadata.txt", encoding="utf-8")
    general = dict(parser["general"])
    assert general["qgisminimumversion"] == "3.40"
    assert general["qgismaximumversion"] == "4.99"
    assert "scikit-learn" in general["about"]
    assert "Korea" in general["about"]
    assert general["changelog"]
    assert all(ord(character) < 128 for character in general["description"])


def test_the_license_is_the_gpl_2() -> None:
    text = (package.ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in text
    assert "Version 2, June 1991" in text
