"""ZIP files: what may be opened, what the members are called, their bytes.

Names: with the UTF-8 flag as they are; otherwise UTF-8 when the bytes are (macOS forgets the flag), else CP949.
"""

from __future__ import annotations

import io
import os
import shutil
import stat
import struct
import tempfile
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from ..errors import LayerError

MAX_RATIO = 200
"""How much larger a ZIP may become when it is unpacked ..."""
RATIO_FROM = 100 << 20
"""... which is looked at from this size on."""
MAX_MEMBER = 8 << 30
"""Bytes of the largest member."""
MAX_MEMBERS = 100_000
INNER = "\0"
"""Stands between the name of a ZIP inside a ZIP and the name of its member."""

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
_ENCRYPTED, _UTF8 = 0x1, 0x800
_CORRUPT = (struct.error, LookupError, OverflowError, ValueError)  # zipfile stumbles over fields that make no sense
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, *_CORRUPT)
"""What reading a damaged ZIP raises."""


@dataclass(frozen=True)
class Member:
    """A file inside a ZIP: its name as `zipfile` knows it, its name for people (NFC, "/"), its size."""

    raw: str
    name: str
    size: int


def member_name(info: zipfile.ZipInfo) -> str:
    """The name for people."""
    name = info.filename
    if not info.flag_bits & _UTF8:
        try:
            raw = name.encode("cp437")
        except UnicodeEncodeError:
            raw = b""
        for codec in ("utf-8", "cp949") if raw else ():
            try:
                name = raw.decode(codec)
                break
            except UnicodeDecodeError:
                continue
    return unicodedata.normalize("NFC", name.replace("\\", "/"))


def disk_name(name: str) -> str:
    """The name for people of a path on disk: NFC; where the disk holds CP949 bytes for it, those are decoded."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        name = os.fsencode(name).decode("cp949", "replace")
    return unicodedata.normalize("NFC", name)


def is_noise(name: str) -> bool:
    """Whether a file is left behind by a system and is no data: resource forks of macOS, thumbnails, locks."""
    parts = name.split("/")
    last = parts[-1]
    return (
        "__MACOSX" in parts
        or last.startswith(("._", "~$", ".~lock."))
        or last.lower() in (".ds_store", "thumbs.db", "desktop.ini")
    )


def _unsafe(name: str) -> bool:
    parts = name.split("/")
    return name.startswith("/") or ".." in parts or (len(name) > 1 and name[1] == ":" and name[0].isalpha())


def open_zip(source: Path | BinaryIO, name: str) -> zipfile.ZipFile:
    """Open a ZIP.

    Raises:
        LayerError: ``zip_damaged(name)``, ``public_file_unreadable(name, problem)``.
    """
    try:
        return zipfile.ZipFile(source)
    except DAMAGE:
        raise LayerError("zip_damaged", name=name) from None
    except OSError as error:
        raise LayerError("public_file_unreadable", name=name, problem=error.strerror or "") from None


def members(archive: zipfile.ZipFile, name: str) -> list[Member]:
    """The files inside, checked.

    Raises:
        LayerError: ``zip_unsafe_path(name, member)``, ``zip_encrypted(name, member)``,
            ``zip_method(name, member)``, ``zip_bomb(name, ratio, limit)``.
    """
    found, packed, unpacked = [], 0, 0
    infos = archive.infolist()
    if len(infos) > MAX_MEMBERS:
        raise LayerError("zip_bomb", name=name, ratio=len(infos), limit=MAX_MEMBERS)
    for info in infos:
        shown = member_name(info)
        if not info.filename:
            raise LayerError("zip_damaged", name=name)
        if _unsafe(shown) or _unsafe(info.filename.replace("\\", "/")):
            raise LayerError("zip_unsafe_path", name=name, member=shown)
        if info.is_dir() or is_noise(shown) or stat.S_ISLNK(info.external_attr >> 16):
            continue
        if info.flag_bits & _ENCRYPTED:
            raise LayerError("zip_encrypted", name=name, member=shown)
        if info.compress_type not in _METHODS:
            raise LayerError("zip_method", name=name, member=shown)
        packed += info.compress_size
        unpacked += info.file_size
        if info.file_size > MAX_MEMBER:
            raise LayerError("zip_bomb", name=name, ratio=_ratio(info.file_size, info.compress_size), limit=MAX_RATIO)
        found.append(Member(info.filename, shown, info.file_size))
    if unpacked > RATIO_FROM and _ratio(unpacked, packed) > MAX_RATIO:
        raise LayerError("zip_bomb", name=name, ratio=_ratio(unpacked, packed), limit=MAX_RATIO)
    return found


def _ratio(unpacked: int, packed: int) -> int:
    return unpacked // max(1, packed)


class GuardedStream(io.RawIOBase):
    """A stream whose failures are problems of the file, with its name.

    Args:
        stream: what is read.
        name: of the part, for the message.
        owners: closed after the stream.
    """

    def __init__(self, stream: BinaryIO, name: str, owners: Iterable[object] = ()) -> None:
        super().__init__()
        self._stream, self._name, self._owners = stream, name, list(owners)

    def read(self, size: int = -1) -> bytes:
        """Bytes, as many as asked for unless the file ends.

        Raises:
            LayerError: ``zip_damaged(name)``, ``public_file_unreadable(name, problem)``.
        """
        try:
            return self._stream.read(size)
        except DAMAGE:
            raise LayerError("zip_damaged", name=self._name) from None
        except OSError as error:
            raise LayerError("public_file_unreadable", name=self._name, problem=error.strerror or "") from None

    def close(self) -> None:
        """Close the stream and what it came from."""
        if not self.closed:
            self._stream.close()
            for owner in self._owners:
                owner.close()  # type: ignore[attr-defined]
        super().close()


def open_bytes(path: Path, member: str, name: str) -> GuardedStream:
    """Open a file, a member of a ZIP or a member of a ZIP inside a ZIP for reading from the start.

    Raises:
        LayerError: ``public_file_missing(name)``, ``public_file_unreadable(name, problem)``, ``zip_damaged(name)``.
    """
    try:
        if not member:
            return GuardedStream(path.open("rb"), name)
        outer, _, inner = member.partition(INNER)
        archive = open_zip(path, name)
        if not inner:
            return GuardedStream(archive.open(outer), name, [archive])
        nested, unpacked = open_inner(archive, outer, name)
        return GuardedStream(nested.open(inner), name, [nested, unpacked, archive])
    except FileNotFoundError:
        raise LayerError("public_file_missing", name=name) from None
    except DAMAGE:
        raise LayerError("zip_damaged", name=name) from None
    except OSError as error:
        raise LayerError("public_file_unreadable", name=name, problem=error.strerror or "") from None


def open_inner(archive: zipfile.ZipFile, member: str, name: str) -> tuple[zipfile.ZipFile, BinaryIO]:
    """Open a ZIP inside a ZIP, unpacked into a file that vanishes when it is closed."""
    unpacked = tempfile.TemporaryFile()
    try:
        with archive.open(member) as packed:
            shutil.copyfileobj(packed, unpacked, 1 << 20)
        unpacked.seek(0)
        return open_zip(unpacked, name), unpacked
    except DAMAGE:
        unpacked.close()
        raise LayerError("zip_damaged", name=name) from None
    except BaseException:
        unpacked.close()
        raise


def unpack(items: Iterable[tuple[Path, str, int]], folder: Path, names: Iterable[str], name: str) -> None:
    """Copy files or members into a folder, under names of the caller's choice.

    Args:
        items: (path, member, size) of each.
        folder: exists.
        names: plain file names.
        name: for messages.

    Raises:
        LayerError: ``public_no_space(name, need)`` with bytes; and what `open_bytes` raises.
    """
    items = list(items)
    need = sum(size for _, _, size in items)
    if shutil.disk_usage(folder).free < need * 1.1:
        raise LayerError("public_no_space", name=name, need=need)
    for (path, member, _), target in zip(items, names):
        with open_bytes(path, member, name) as stream, (folder / target).open("wb") as copy:
            while data := stream.read(1 << 20):
                copy.write(data)
