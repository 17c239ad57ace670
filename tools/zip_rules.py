"""The rules by which the QGIS plugin site takes a zip, and what its reviewers ask for, as checks.

Source: ``qgis-app/plugins/validator.py`` of qgis/QGIS-Plugins-Website and the publishing notes of plugins.qgis.org.
"""

from __future__ import annotations

import configparser
import re
import zipfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath

MAX_BYTES = 25_000_000
REQUIRED_FILES = ("__init__.py", "metadata.txt", "LICENSE")
REQUIRED_ENTRIES = (
    "name",
    "description",
    "version",
    "qgisMinimumVersion",
    "author",
    "email",
    "about",
    "tracker",
    "repository",
    "homepage",
)
PACKAGE_NAME = re.compile(r"^[A-Za-z][A-Za-z0-9_-]+$")
BAD_PARTS = ("__MACOSX", "__pycache__", ".git")
BAD_SUFFIXES = (".pyc", ".pyo", ".exe", ".dll", ".so", ".dylib", ".bat", ".sh", ".ps1", ".cmd", ".ts")


class Opened:
    """A zip as the checks see it: names, members, the top folder and the entries of metadata.txt."""

    def __init__(self, path: Path) -> None:
        self.size = path.stat().st_size
        with zipfile.ZipFile(path) as archive:
            self.members = archive.infolist()
            self.names = [member.filename for member in self.members]
            tops = sorted({name.split("/")[0] for name in self.names})
            self.top = tops[0] if len(tops) == 1 else ""
            name = f"{self.top}/metadata.txt"
            self.metadata_text = archive.read(name) if name in self.names else None

    def metadata(self) -> configparser.SectionProxy | None:
        """Section [general], read as the site reads it: UTF-8, with interpolation. None when it cannot be read."""
        if self.metadata_text is None:
            return None
        parser = configparser.ConfigParser()
        try:
            parser.read_string(self.metadata_text.decode("utf-8"))
            section = parser["general"]
            for key in section:
                section[key]  # interpolation happens on reading: a bare % fails here
        except (configparser.Error, UnicodeDecodeError, KeyError):
            return None
        return section


def check_size(opened: Opened) -> list[str]:
    return [f"{opened.size:,} bytes are more than {MAX_BYTES:,}"] if opened.size > MAX_BYTES else []


def check_paths(opened: Opened) -> list[str]:
    """No path leads out of the plugin folder on any system."""
    return [
        f"{name}: a path that leads elsewhere"
        for name in opened.names
        if ".." in name or name.startswith("/") or "\\" in name or ":" in name
    ]


def check_junk(opened: Opened) -> list[str]:
    """No compiled Python, programs, hidden files or folders of other tools."""
    found = []
    for name in opened.names:
        path = PurePosixPath(name)
        hidden = any(part.startswith(".") for part in path.parts)
        if hidden or path.suffix.lower() in BAD_SUFFIXES or any(part in BAD_PARTS for part in path.parts):
            found.append(f"{name}: does not belong into a plugin")
        if "tests" in path.parts:
            found.append(f"{name}: tests stay out of the plugin")
    return found


def check_permissions(opened: Opened) -> list[str]:
    """Plain files only: no execute bit, no link (a link unpacks as a text file)."""
    return [
        f"{member.filename}: an executable or a link"
        for member in opened.members
        if not member.is_dir() and (member.external_attr >> 16) & 0o170111 not in (0, 0o100000)
    ]


def check_layout(opened: Opened) -> list[str]:
    """One folder with a name that Python can import, holding what every plugin needs."""
    if not opened.top:
        return ["more than one folder at the top"]
    found = [] if PACKAGE_NAME.match(opened.top) and opened.top.isidentifier() else [f"{opened.top}: a bad folder name"]
    return found + [f"{n} is missing" for n in REQUIRED_FILES if f"{opened.top}/{n}" not in opened.names]


def check_metadata(opened: Opened) -> list[str]:
    """metadata.txt can be read as the site reads it and has every entry that it asks for."""
    section = opened.metadata()
    if section is None:
        return ["metadata.txt cannot be read (a bare % must be written %%)"]
    found = [f"metadata.txt: {key} is missing" for key in REQUIRED_ENTRIES if not section.get(key, "").strip()]
    if "/" in section.get("author", ""):
        found.append("metadata.txt: author may not hold a slash")
    found += [
        f"metadata.txt: {key} is no web address"
        for key in ("homepage", "tracker", "repository")
        if not section.get(key, "").startswith("https://")
    ]
    if not section.get("changelog", "").strip():
        found.append("metadata.txt: changelog is missing")
    elif section.get("version", "") not in section["changelog"]:
        found.append("metadata.txt: the changelog does not name the version")
    return found


def check_qgis(opened: Opened) -> list[str]:
    """What QGIS itself needs: the processing mark, a version range into QGIS 4, an icon that is there."""
    section = opened.metadata()
    if section is None:
        return []
    found = []
    if section.get("hasProcessingProvider", "").lower() not in ("yes", "true", "1"):
        found.append("metadata.txt: without hasProcessingProvider=yes qgis_process does not load the plugin")
    if "supportsQt6" in section:
        found.append("metadata.txt: supportsQt6 is no longer used; qgisMaximumVersion counts")
    if not section.get("qgisMaximumVersion", "").startswith("4."):
        found.append("metadata.txt: qgisMaximumVersion does not reach into QGIS 4")
    if "plugin" in section.get("name", "").lower():
        found.append("metadata.txt: the name repeats the word plugin")
    if f"{opened.top}/{section.get('icon', '')}" not in opened.names:
        found.append(f"metadata.txt: the icon {section.get('icon', '')} is not in the zip")
    return found


CHECKS: tuple[Callable[[Opened], list[str]], ...] = (
    check_size,
    check_paths,
    check_junk,
    check_permissions,
    check_layout,
    check_metadata,
    check_qgis,
)


def problems(path: Path) -> list[str]:
    """Every rule that the zip breaks, one sentence each; empty when the site would take it."""
    try:
        opened = Opened(path)
    except (zipfile.BadZipFile, OSError) as problem:
        return [f"{path}: {problem}"]
    return [sentence for check in CHECKS for sentence in check(opened)]
