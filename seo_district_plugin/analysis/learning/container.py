"""One file of JSON and plain arrays, safe to open from a stranger.

A zip archive without compression: ``model.json``, ``model.sha256`` and one ``.npy`` per array. Nothing in it is code,
nothing is unpickled, and nothing is read before its size is known: members are as large as they are stored, so that a
small file cannot unfold into a large one. The bytes depend on the content alone (fixed times and attributes).
"""

from __future__ import annotations

import hashlib
import io
import json
import math
import re
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import AnalysisError

FORMAT = "seodistrict-model"
VERSION = 1
MAX_FILE = 2_000_000_000
MAX_JSON = 8_000_000
MAX_MEMBERS = 100
MAX_DEPTH = 24
DTYPES = ("<f8", "<f4", "<i8", "<i4", "|b1", "|u1")
_JSON, _DIGEST = "model.json", "model.sha256"
_NAME = re.compile(r"^arrays/[a-z0-9_]{1,60}\.npy$")
_HEADER = re.compile(
    rb"^\{'descr': '([<|][a-z]\d)', 'fortran_order': False, 'shape': \((\d{1,12}(?:, ?\d{1,12}){0,3},?|)\), \} *\n$"
)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError, KeyError)


def write_container(path: Path, content: Mapping[str, Any], arrays: Mapping[str, np.ndarray]) -> None:
    """Write JSON content and named arrays (little-endian numbers, at most four dimensions).

    Raises:
        ValueError: an array of a type that is not stored, or a number that JSON does not have (a fault of the caller).
    """
    members = {f"arrays/{name}.npy": _array_bytes(array) for name, array in sorted(arrays.items())}
    digests = {name: hashlib.sha256(raw).hexdigest() for name, raw in members.items()}
    whole = {"format": FORMAT, "version": VERSION, "digests": digests, "content": dict(content)}
    text = json.dumps(whole, ensure_ascii=False, sort_keys=True, allow_nan=False, indent=1).encode("utf-8")
    members = {_JSON: text, _DIGEST: hashlib.sha256(text).hexdigest().encode("ascii"), **members}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, raw in members.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system, info.external_attr = 3, 0o644 << 16
            archive.writestr(info, raw)


def _array_bytes(array: np.ndarray) -> bytes:
    array = np.ascontiguousarray(array)
    if array.dtype.str not in DTYPES or array.ndim > 4:
        raise ValueError(f"array of type {array.dtype.str} with {array.ndim} dimensions")
    out = io.BytesIO()
    np.lib.format.write_array(out, array, version=(1, 0), allow_pickle=False)
    return out.getvalue()


def read_container(path: Path) -> tuple[dict[str, Any], dict[str, np.ndarray]]:
    """JSON content and arrays by name.

    Raises:
        AnalysisError: ``model_file_missing(file)``; ``model_file_too_large(file, size, limit)``;
            ``model_file_foreign(file)``: no such file of this plugin; ``model_file_newer(file, version, known)``;
            ``model_file_damaged(file, reason)``; ``model_file_tampered(file, member)``: digests do not agree.
    """
    name = path.name
    try:
        size = path.stat().st_size
        if size > MAX_FILE:
            raise AnalysisError("model_file_too_large", file=name, size=size, limit=MAX_FILE)
        data = path.read_bytes()
    except OSError as problem:
        raise AnalysisError("model_file_missing", file=name) from problem
    if not data.startswith(b"PK"):
        raise AnalysisError("model_file_foreign", file=name)
    try:
        members = _members(data)
    except _Damage as problem:
        raise AnalysisError("model_file_damaged", file=name, reason=str(problem)) from problem
    except _BROKEN as problem:
        raise AnalysisError("model_file_damaged", file=name, reason="archive") from problem
    if _JSON not in members:
        raise AnalysisError("model_file_foreign", file=name)
    try:
        whole = _json(members[_JSON])
        _known_format(whole, name)
        _check_digests(whole, members, name)
        arrays = {key[7:-4]: _array(raw) for key, raw in members.items() if _NAME.match(key)}
    except _Damage as problem:
        raise AnalysisError("model_file_damaged", file=name, reason=str(problem)) from problem
    return whole["content"], arrays


class _Damage(Exception):
    """What is wrong, in one or two words."""


def _members(data: bytes) -> dict[str, bytes]:
    out: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = archive.infolist()
        if len(infos) > MAX_MEMBERS:
            raise _Damage("number of members")
        if _JSON not in [info.filename for info in infos]:
            return {}
        total = 0
        for info in infos:
            if info.compress_type != zipfile.ZIP_STORED or info.flag_bits & 1 or info.file_size != info.compress_size:
                raise _Damage("compressed or encrypted member")
            known = info.filename in (_JSON, _DIGEST) or _NAME.match(info.filename)
            if not known or info.filename in out:
                raise _Damage("member name")
            total += info.file_size
            if total > len(data) or (info.filename == _JSON and info.file_size > MAX_JSON):
                raise _Damage("member size")
            with archive.open(info) as member:
                raw = member.read(info.file_size)
                # Reading on to the end makes the archive compare its checksum.
                if member.read(1) or len(raw) != info.file_size:
                    raise _Damage("member size")
            out[info.filename] = raw
    return out


def _json(raw: bytes) -> Any:
    def refuse(_text: str) -> None:
        raise _Damage("number that is none")

    def number(text: str) -> float:
        value = float(text)
        if not math.isfinite(value):
            raise _Damage("number that is none")
        return value

    def whole(text: str) -> int:
        if len(text) > 20:
            raise _Damage("number too long")
        return int(text)

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        out = dict(pairs)
        if len(out) != len(pairs):
            raise _Damage("doubled key")
        return out

    try:
        text = raw.decode("utf-8")
        if _deepest(text) > MAX_DEPTH:
            raise _Damage("nesting")
        return json.loads(text, parse_constant=refuse, parse_float=number, parse_int=whole, object_pairs_hook=unique)
    except (ValueError, RecursionError) as problem:
        raise _Damage("model.json") from problem


def _deepest(text: str) -> int:
    """Greatest nesting of brackets; those inside strings count too, which only makes it stricter."""
    depth = deepest = 0
    for found in re.finditer(r"[\[{}\]]", text):
        depth += 1 if found.group() in "[{" else -1
        deepest = max(deepest, depth)
    return deepest


def _known_format(whole: Any, name: str) -> None:
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise AnalysisError("model_file_foreign", file=name)
    version = whole.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise _Damage("version")
    if version > VERSION:
        raise AnalysisError("model_file_newer", file=name, version=version, known=VERSION)
    if not isinstance(whole.get("content"), dict) or not isinstance(whole.get("digests"), dict):
        raise _Damage("model.json")


def _check_digests(whole: dict[str, Any], members: dict[str, bytes], name: str) -> None:
    if members.get(_DIGEST) != hashlib.sha256(members[_JSON]).hexdigest().encode("ascii"):
        raise AnalysisError("model_file_tampered", file=name, member=_JSON)
    stored = {key for key in members if _NAME.match(key)}
    if stored != set(whole["digests"]):
        raise _Damage("members missing or added")
    for key in sorted(stored):
        if hashlib.sha256(members[key]).hexdigest() != whole["digests"][key]:
            raise AnalysisError("model_file_tampered", file=name, member=key)


def _array(raw: bytes) -> np.ndarray:
    """One .npy whose header is exactly as this module writes it, and whose size is what the header says."""
    if raw[:8] != b"\x93NUMPY\x01\x00" or len(raw) < 10:
        raise _Damage("array header")
    length = int.from_bytes(raw[8:10], "little")
    found = _HEADER.match(raw[10 : 10 + length])
    if length > 1000 or found is None or found.group(1).decode() not in DTYPES:
        raise _Damage("array header")
    shape = [int(part) for part in found.group(2).decode().replace(" ", "").split(",") if part]
    dtype = np.dtype(found.group(1).decode())
    if math.prod(shape) * dtype.itemsize != len(raw) - 10 - length:
        raise _Damage("array size")
    if dtype.kind == "b" and any(byte > 1 for byte in set(raw[10 + length :])):
        raise _Damage("array values")
    try:
        return np.load(io.BytesIO(raw), allow_pickle=False)
    except (ValueError, EOFError, OSError) as problem:
        raise _Damage("array") from problem
