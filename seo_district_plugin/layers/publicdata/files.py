"""The tables inside a file, a folder or a ZIP."""

from __future__ import annotations

import os
import unicodedata
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from ..errors import LayerError
from .archives import DAMAGE, INNER, disk_name, is_noise, members, open_bytes, open_inner, open_zip
from .beside import same_stem
from .kinds import PROBE_BYTES, SHAPEFILE_SIDECARS, container, sniff
from .parts import Part, Skipped
from .sheets import sheet_names
from .vectors import layer_names

MAX_FILES = 20_000
"""Files in a folder; a larger one was hardly meant."""
_WHOLE_OLE = 64 << 20
"""An old office file up to this size is read whole to tell what it is."""


@dataclass(frozen=True)
class _Entry:
    """A file on disk or in a ZIP: where, its name for people, its size, the ZIP that is open (for members)."""

    path: Path
    member: str
    name: str
    size: int
    archive: zipfile.ZipFile | None = None
    inner: str = ""  # name inside the open ZIP

    @property
    def stem(self) -> str:
        return str(PurePosixPath(self.name).with_suffix("")).casefold()

    @property
    def suffix(self) -> str:
        return PurePosixPath(self.name).suffix.lower()

    def read(self, size: int) -> bytes:
        if self.archive is None:
            with open_bytes(self.path, self.member, self.name) as stream:
                return stream.read(size)
        try:
            with self.archive.open(self.inner) as stream:
                return stream.read(size)
        except (*DAMAGE, OSError):
            raise LayerError("zip_damaged", name=self.name) from None


@dataclass
class _Found:
    parts: list[Part] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)

    def skip(self, name: str, error: LayerError) -> None:
        self.skipped.append(Skipped(name, error.code, dict(error.values)))


def list_parts(path: Path) -> tuple[list[Part], list[Skipped]]:
    """The tables inside what the user gave, in the order of their names.

    Args:
        path: a file, a folder (searched to the bottom) or a ZIP, whatever it is called; a ZIP inside it is opened too.

    Returns:
        Parts that can be opened, and files that are no data or cannot be opened. Files that belong to another one
        (of a shapefile, styles) and those that a system leaves behind appear in neither.

    Raises:
        LayerError: ``public_file_missing(name)``, ``public_file_unreadable(name, problem)``,
            ``public_nothing_readable(name, count, files)``, ``public_too_many_files(name, limit)``; for a single file
            whatever `Skipped` would say of it; for a ZIP ``zip_damaged(name)``, ``zip_unsafe_path(name, member)``,
            ``zip_encrypted(name, member)``, ``zip_method(name, member)``, ``zip_bomb(name, ratio, limit)``.
    """
    path = Path(path)
    name = disk_name(path.name)
    found = _Found()
    if path.is_dir():
        _visit_all(_files_below(path, name), found, depth=0)
    elif not path.exists():
        raise LayerError("public_file_missing", name=name)
    else:
        _visit_single(path, name, found)
    if not found.parts:
        if len(found.skipped) == 1:
            raise LayerError(found.skipped[0].code, **found.skipped[0].values)
        files = ", ".join(item.name for item in found.skipped[:5])
        raise LayerError("public_nothing_readable", name=name, count=len(found.skipped), files=files)
    return found.parts, found.skipped


def _visit_single(path: Path, name: str, found: _Found) -> None:
    """One file: of a file that belongs to a shapefile the shapefile is meant."""
    if path.suffix.lower() in (".dbf", *SHAPEFILE_SIDECARS):
        path = next((p for p in same_stem(path) if p.suffix.lower() == ".shp"), path)
        name = disk_name(path.name)
    try:
        size = path.stat().st_size
    except OSError as error:
        raise LayerError("public_file_unreadable", name=name, problem=error.strerror or "") from None
    entry = _Entry(path, "", name, size)
    if entry.suffix in SHAPEFILE_SIDECARS:
        raise LayerError("format_unsupported", name=name)
    _visit(entry, found, depth=0, inside="")


def _files_below(folder: Path, name: str) -> list[_Entry]:
    entries = []
    for where, folders, files in os.walk(folder):
        folders.sort()
        for file in files:
            path = Path(where) / file
            shown = disk_name(path.relative_to(folder).as_posix())
            if is_noise(shown):
                continue
            try:
                entries.append(_Entry(path, "", shown, path.stat().st_size))
            except OSError:
                entries.append(_Entry(path, "", shown, 0))
            if len(entries) > MAX_FILES:
                raise LayerError("public_too_many_files", name=name, limit=MAX_FILES)
    return entries


def _visit_all(entries: Iterable[_Entry], found: _Found, depth: int) -> None:
    """Visit files that lie together: a .dbf beside a .shp belongs to it."""
    entries = sorted(entries, key=lambda entry: entry.name)
    shapes = {entry.stem for entry in entries if entry.suffix == ".shp"}
    for entry in entries:
        if entry.suffix in (".dbf", ".shx") and entry.stem in shapes:
            continue
        if entry.name.lower().endswith(".shp.xml"):
            continue
        try:
            _visit(entry, found, depth, inside=entry.name + "/")
        except LayerError as error:
            found.skip(entry.name, error)


def _visit(entry: _Entry, found: _Found, depth: int, inside: str) -> None:
    """One file.

    Args:
        depth: how many ZIPs it lies in.
        inside: what stands before the names of its members, when it is a ZIP.
    """
    if not entry.member and entry.path.exists() and not entry.path.is_file():
        raise LayerError("format_unsupported", name=entry.name)  # a pipe or device: reading it might never end
    probe = entry.read(PROBE_BYTES)
    if not probe:
        raise LayerError("public_file_empty", name=entry.name)
    whole = None
    if probe.startswith(b"\xd0\xcf\x11\xe0"):
        whole = entry.read(min(entry.size, _WHOLE_OLE) or _WHOLE_OLE)
    kind, code = sniff(probe, whole, entry.suffix)
    if kind == "zip":
        _visit_zip(entry, found, depth, inside)
    elif kind == "none":
        found.skipped.append(Skipped(entry.name, code, {"name": entry.name}))
    elif kind == "vector" and entry.suffix not in (".geojson", ".json", ".fgb"):
        _add_layers(entry, found)
    elif kind != "sidecar":
        # Where the bytes of a .shp are none, the reader says so.
        kind = {"shapefile": "vector", "dbf": "vector"}.get(kind, "vector" if entry.suffix == ".shp" else kind)
        found.parts.append(Part(entry.name, kind, entry.path, entry.member, "", entry.size))


def _add_layers(entry: _Entry, found: _Found) -> None:
    whole = Part(entry.name, "vector", entry.path, entry.member, "", entry.size)
    layers = layer_names(whole)
    for layer in layers:
        name = f"{entry.name}:{layer}" if len(layers) > 1 else entry.name
        found.parts.append(
            Part(unicodedata.normalize("NFC", name), "vector", entry.path, entry.member, layer, entry.size)
        )


def _visit_zip(entry: _Entry, found: _Found, depth: int, inside: str) -> None:
    """A ZIP, or an office file that is one."""
    if entry.archive is None:
        with open_zip(entry.path, entry.name) as archive:
            _visit_archive(entry, archive, found, depth, inside)
        return
    archive, unpacked = open_inner(entry.archive, entry.inner, entry.name)
    with unpacked, archive:
        _visit_archive(entry, archive, found, depth, inside)


def _visit_archive(entry: _Entry, archive: zipfile.ZipFile, found: _Found, depth: int, inside: str) -> None:
    inner = members(archive, entry.name)
    kind, code = container(archive)
    if kind == "none":
        found.skipped.append(Skipped(entry.name, code, {"name": entry.name}))
    elif kind in ("sheet", "ods"):
        for sheet in sheet_names(archive, kind, entry.name):
            name = unicodedata.normalize("NFC", f"{entry.name}:{sheet}")
            found.parts.append(Part(name, "sheet", entry.path, entry.member, sheet, entry.size))
    elif depth >= 2:
        found.skipped.append(Skipped(entry.name, "zip_nested", {"name": entry.name}))
    else:
        entries = [
            _Entry(
                entry.path,
                f"{entry.member}{INNER}{item.raw}" if entry.member else item.raw,
                inside + item.name,
                item.size,
                archive,
                item.raw,
            )
            for item in inner
        ]
        _visit_all(entries, found, depth + 1)
