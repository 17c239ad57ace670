"""The plugin as a tree of files: what belongs to it, and how it gets to build/, into a zip and into a profile.

Nothing here needs QGIS; any Python from 3.10 on will do.
"""

from __future__ import annotations

import configparser
import filecmp
import fnmatch
import os
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "seo_district_plugin"
BUILD = ROOT / "build" / PACKAGE
DIST = ROOT / "dist"

ROOT_FILES = ("metadata.txt", "LICENSE", "README.md")
"""Files of the repository's root that the plugin carries beside its ``__init__.py``."""

LEFT_OUT = ("__pycache__", "*.pyc", "*.pyo", "*.ts", ".*", "*~", "*.orig", "*.rej", "*.gpkg-wal", "*.gpkg-shm")
"""Names of files and folders that never belong to the plugin: hidden, compiled, sources of translations, left-overs."""

ZIP_TIME = (2020, 1, 1, 0, 0, 0)
"""Time stamped on every member of the zip, so that the same files give the same bytes."""

ZIP_MODE = 0o100644 << 16
"""Permissions of every member: a plain file, readable by all, executable by none."""


class PackageError(Exception):
    """The plugin cannot be built or put where it was asked for; the text says why."""


def version(metadata: Path = ROOT / "metadata.txt") -> str:
    """The version that metadata.txt states."""
    parser = configparser.ConfigParser()
    parser.read(metadata, encoding="utf-8")
    return parser["general"]["version"].strip()


def is_left_out(name: str) -> bool:
    """Whether a file or folder of this name never belongs to the plugin."""
    return any(fnmatch.fnmatch(name, pattern) for pattern in LEFT_OUT)


def _walk(folder: Path, prefix: str = "") -> Iterator[tuple[str, Path]]:
    for entry in sorted(folder.iterdir()):
        if is_left_out(entry.name):
            continue
        # A link in a zip unpacks as a text file that holds its target: the plugin would break where it is installed.
        if entry.is_symlink():
            raise PackageError(f"{entry} is a link; the plugin holds plain files only")
        if entry.is_dir():
            yield from _walk(entry, f"{prefix}{entry.name}/")
        else:
            yield prefix + entry.name, entry


def manifest(root: Path = ROOT) -> dict[str, Path]:
    """Each file of the plugin: its path inside the plugin folder (with ``/``) and where it comes from."""
    files = dict(_walk(root / PACKAGE))
    files.update({name: root / name for name in ROOT_FILES if (root / name).is_file()})
    if "metadata.txt" not in files or "__init__.py" not in files:
        raise PackageError(f"{root} holds no plugin: metadata.txt or {PACKAGE}/__init__.py is missing")
    return dict(sorted(files.items()))


def _same(source: Path, target: Path) -> bool:
    return target.is_file() and not target.is_symlink() and filecmp.cmp(source, target, shallow=False)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


def sync(files: dict[str, Path], target: Path) -> int:
    """Make ``target`` hold exactly ``files``; files that are the same already stay untouched.

    Returns:
        How many files were written or removed.
    """
    target.mkdir(parents=True, exist_ok=True)
    changed = 0
    folders = {target} | {parent for name in files for parent in (target / name).parents if target in parent.parents}
    wanted = {target / name for name in files}
    for present in sorted(target.rglob("*"), reverse=True):
        belongs = present in folders if present.is_dir() else present in wanted
        if present.is_symlink() or not belongs:
            _remove(present)
            changed += 1
    for name, source in files.items():
        if _same(source, target / name):
            continue
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target / name)
        changed += 1
    return changed


def write_zip(files: dict[str, Path], target: Path, top: str = PACKAGE) -> Path:
    """Write the plugin's zip: the same files give the same bytes, whenever and by whomever it is written.

    The zip is written beside its place and moved there when it is whole.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(target.name + ".part")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            member = zipfile.ZipInfo(f"{top}/{name}", date_time=ZIP_TIME)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3
            member.external_attr = ZIP_MODE
            archive.writestr(member, files[name].read_bytes(), compresslevel=9)
    os.replace(unfinished, target)
    return target
