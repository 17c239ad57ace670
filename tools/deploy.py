"""Puts the built plugin into a folder of plugins, the one of a QGIS profile or any other.

Nothing is removed but an older copy of this plugin in its own folder, and that only when the new one is whole.
"""

from __future__ import annotations

import configparser
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from tools.package import PACKAGE, PackageError, sync


def settings_folders(environment: Mapping[str, str], platform: str = sys.platform) -> list[Path]:
    """Where QGIS keeps its profiles, the newest QGIS first."""
    custom = environment.get("QGIS_CUSTOM_CONFIG_PATH")
    if custom:
        return [Path(custom)]
    home = Path(environment.get("HOME") or Path.home())
    if platform == "win32":
        base = Path(environment.get("APPDATA") or home / "AppData" / "Roaming")
    elif platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share")
    return [base / "QGIS" / "QGIS4", base / "QGIS" / "QGIS3"]


def plugins_folder(profile: str, environment: Mapping[str, str], platform: str = sys.platform) -> Path:
    """The plugins folder of a QGIS profile.

    Raises:
        PackageError: there is no profile of this name (``default`` may be new, as before the first start of QGIS).
    """
    settings = settings_folders(environment, platform)
    for folder in settings:
        if (folder / "profiles" / profile).is_dir():
            return folder / "profiles" / profile / "python" / "plugins"
    if profile == "default":
        return settings[-1] / "profiles" / profile / "python" / "plugins"
    known = sorted({p.name for s in settings if (s / "profiles").is_dir() for p in (s / "profiles").iterdir()})
    raise PackageError(f"QGIS has no profile '{profile}' here. There is: {', '.join(known) or 'none'}")


def _is_this_plugin(folder: Path) -> bool:
    """Whether the folder holds an older copy: its metadata.txt can be read as one and its __init__.py is there."""
    parser = configparser.ConfigParser(interpolation=None)
    try:
        read = parser.read(folder / "metadata.txt", encoding="utf-8")
    except (configparser.Error, UnicodeDecodeError):
        return False
    return bool(read) and parser.has_option("general", "name") and (folder / "__init__.py").is_file()


def _check_target(target: Path) -> None:
    if target.is_symlink():
        raise PackageError(f"{target} is a link to {os.readlink(target)}. Remove the link first: rm '{target}'")
    if target.exists() and not target.is_dir():
        raise PackageError(f"{target} is a file, not a folder of plugins")
    if target.is_dir() and any(target.iterdir()) and not _is_this_plugin(target):
        raise PackageError(f"{target} holds something else than this plugin. Nothing was changed")


def deploy(files: dict[str, Path], plugins: Path) -> Path:
    """Copy the plugin into ``plugins/seo_district_plugin`` in place of an older copy.

    Raises:
        PackageError: something else stands there.
        OSError: the folder cannot be written; the older copy is still whole.
    """
    target = plugins / PACKAGE
    _check_target(target)
    new, old = plugins / f".{PACKAGE}.new", plugins / f".{PACKAGE}.old"
    plugins.mkdir(parents=True, exist_ok=True)
    try:
        sync(files, new)
        if target.is_dir():
            os.replace(target, old)
        try:
            os.replace(new, target)
        except OSError:
            if old.is_dir() and not target.exists():
                os.replace(old, target)
            raise
    finally:
        for left in (new, old):
            shutil.rmtree(left, ignore_errors=True)
    return target
