"""Files that belong together because they have one name, on disk or inside a ZIP."""

from __future__ import annotations

import unicodedata
from pathlib import Path, PurePosixPath

from .archives import INNER, Member, members, open_inner, open_zip
from .parts import Part


def same_stem(path: Path) -> list[Path]:
    """Files beside this one with the same name up to the suffix, itself among them."""
    stem = unicodedata.normalize("NFC", path.stem).casefold()
    try:
        return sorted(p for p in path.parent.iterdir() if unicodedata.normalize("NFC", p.stem).casefold() == stem)
    except OSError:
        return [path]


def siblings(part: Part) -> dict[str, tuple[Path, str, int]]:
    """Files that belong to a part because they have its name: suffix (lower case) -> (path, member, size)."""
    if not part.member:
        return {p.suffix.lower(): (p, "", p.stat().st_size) for p in same_stem(part.path) if p.is_file()}
    outer, _, inner = part.member.partition(INNER)
    with open_zip(part.path, part.name) as archive:
        if not inner:
            return _member_siblings(members(archive, part.name), part.path, "", outer)
        nested, unpacked = open_inner(archive, outer, part.name)
        with unpacked, nested:
            return _member_siblings(members(nested, part.name), part.path, outer + INNER, inner)


def _member_siblings(inside: list[Member], path: Path, before: str, raw: str) -> dict[str, tuple[Path, str, int]]:
    own = next(item for item in inside if item.raw == raw)
    stem = str(PurePosixPath(own.name).with_suffix("")).casefold()
    return {
        PurePosixPath(item.name).suffix.lower(): (path, before + item.raw, item.size)
        for item in inside
        if str(PurePosixPath(item.name).with_suffix("")).casefold() == stem
    }
