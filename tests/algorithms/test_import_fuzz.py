"""Every sample file, damaged in hundreds of ways: no traceback, and every row that was read is accounted for.

The same damage on every machine; HYPOTHESIS_PROFILE=search tries ten times as much, other damage each time.
"""

from __future__ import annotations

import io
import os
import random
import secrets
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.algorithms.importing import Imported, Importer, accounted
from tests.publicdata.samples import SAMPLES

SEARCH = os.environ.get("HYPOTHESIS_PROFILE") == "search"
TIMES = 40 if SEARCH else 4
SEED = secrets.token_hex(4) if SEARCH else "0"
MEMORY = Path("/dev/shm")
"""Where files need no disk, on systems that have it: writing is not what is tested here."""

SNIPPETS = [
    b"\0", b"\xff", b"\x80", b'"', b'""', b"'", b",", b"|", b"\t", b";", b"\r", b"\n", b"\r\n", b"\n\n",
    b"\xef\xbb\xbf", b"\xff\xfe", b"\xea\xb0", b"\xb0", b"{", b"]", b"<", b"\\", b"\x1a", b"\x1e",
    "가".encode(), "가".encode("cp949"), "\u2028".encode(), "\U0001f600".encode(), b"\xed\xa0\x80", b"%s{0}",
    b"\x00\x00\x27\x0a", b"PK\x03\x04",
]  # fmt: skip
CELLS = [
    "", " ", "0", "-0", "1e400", "-1e308", "nan", "inf", "NULL", "*", "N/A", "=1+1", "1.0E+10", "٣٤", "１２３", "1,234",
    "9" * 30, "-", "2024-02-30", "99991231", "x" * 3000, "합계", "※ 비고", '"', "127.38", "36.35", "false", "[]", "{}",
]  # fmt: skip


# ---------------------------------------------------------------------- damage to bytes
def flip(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 8)):
        if data:
            data[chance.randrange(len(data))] = chance.randrange(256)


def insert(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 5)):
        place = chance.randint(0, len(data))
        data[place:place] = chance.choice(SNIPPETS)


def delete(data: bytearray, chance: random.Random) -> None:
    place = chance.randint(0, len(data))
    del data[place : place + chance.randint(1, 40)]


def cut(data: bytearray, chance: random.Random) -> None:
    del data[chance.randint(0, len(data)) :]


def behead(data: bytearray, chance: random.Random) -> None:
    del data[: chance.randint(0, min(400, len(data)))]


def double(data: bytearray, chance: random.Random) -> None:
    place = chance.randint(0, len(data))
    piece = data[place : place + chance.randint(1, 400)]
    data[place:place] = piece * chance.randint(1, 4)


def zero(data: bytearray, chance: random.Random) -> None:
    place, length = chance.randint(0, len(data)), chance.randint(1, 60)
    data[place : place + length] = bytes(len(data[place : place + length]))


# ---------------------------------------------------------------------- damage to lines and cells
def lines(data: bytearray, chance: random.Random) -> None:
    """Lines swapped, repeated or lost; the header somewhere else."""
    found = bytes(data).splitlines(keepends=True)
    if len(found) < 2:
        return
    one, other = chance.randrange(len(found)), chance.randrange(len(found))
    act = chance.randrange(4)
    if act == 0:
        found[one], found[other] = found[other], found[one]
    elif act == 1:
        found[other:other] = [found[one]] * chance.randint(1, 50)
    elif act == 2:
        del found[one]
    else:
        found.append(found[0])
    data[:] = b"".join(found)


def cells(data: bytearray, chance: random.Random) -> None:
    """Cells replaced by nasty ones."""
    found = bytes(data).splitlines(keepends=True)
    for _ in range(chance.randint(1, 6)):
        row = chance.randrange(len(found)) if found else 0
        for mark in (b"|", b"\t", b";", b","):
            if found and mark in found[row]:
                parts = found[row].split(mark)
                parts[chance.randrange(len(parts))] = chance.choice(CELLS).encode()
                found[row] = mark.join(parts)
                break
    data[:] = b"".join(found)


def recode(data: bytearray, chance: random.Random) -> None:
    """Another encoding than before, or one half of the text in each."""
    for codec in ("utf-8", "cp949", "utf-16"):
        try:
            text = bytes(data).decode(codec)
        except UnicodeDecodeError:
            continue
        other = chance.choice(["utf-8", "cp949", "utf-16", "utf-8-sig", "utf-16-le"])
        half = chance.randint(0, len(text)) if chance.random() < 0.4 else len(text)
        data[:] = text[:half].encode(other, "replace") + text[half:].encode(codec, "replace")
        return


def line_ends(data: bytearray, chance: random.Random) -> None:
    data[:] = (
        bytes(data).replace(b"\r\n", b"\n").replace(b"\n", chance.choice([b"\r", b"\n", b"\r\n", b"\n\r", b"\n\n"]))
    )


DAMAGE: list[Callable[[bytearray, random.Random], None]] = [
    flip, insert, delete, cut, behead, double, zero, lines, cells, cells, recode, line_ends,
]  # fmt: skip


def damaged(content: bytes, chance: random.Random) -> bytes:
    data = bytearray(content)
    for _ in range(chance.choice([1, 1, 2, 3])):
        chance.choice(DAMAGE)(data, chance)
    return bytes(data)


def damaged_zip(content: bytes, chance: random.Random) -> bytes:
    """A ZIP or a workbook of which one member is damaged, and the rest is whole."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        names = archive.namelist()
        victim = chance.choice(names)
        for name in names:
            inside = archive.read(name)
            made.writestr(name, damaged(inside, chance) if name == victim else inside)
    return out.getvalue()


def damage_file(path: Path, chance: random.Random) -> None:
    """Damage a sample as it lies on disk: a file, a ZIP, one of the files of a shapefile."""
    beside = [each for each in sorted(path.parent.iterdir()) if each.is_file()]
    victim = path if path.is_file() and (len(beside) == 1 or chance.random() < 0.4) else chance.choice(beside)
    content = victim.read_bytes()
    if len(beside) > 1 and victim != path and chance.random() < 0.2:
        victim.unlink()
    elif content.startswith(b"PK") and chance.random() < 0.7:
        victim.write_bytes(damaged_zip(content, chance))
    else:
        victim.write_bytes(damaged(content, chance))


@pytest.fixture
def fast_folder(tmp_path) -> Iterator[Path]:
    if not (MEMORY.is_dir() and os.access(MEMORY, os.W_OK)):
        yield tmp_path
        return
    folder = Path(tempfile.mkdtemp(prefix="seo-import-", dir=MEMORY))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.mark.parametrize("name", list(SAMPLES))
def test_damage_of_any_kind_is_told_or_accounted_for(provider, clear, fast_folder, monkeypatch, name) -> None:
    from seo_district_plugin.algorithms import finish

    describe = finish._describe
    settings = [{"DISTRICT_CODE": "30170"}, {}, {"DISTRICT_CODE": "3660000", "OPEN_ONLY": True}]
    for number in range(TIMES):
        seed = f"{SEED}:{name}:{number}"
        chance = random.Random(seed)
        folder = fast_folder / str(number)
        folder.mkdir()
        path = SAMPLES[name].write(folder)
        damage_file(path, chance)
        # Style and description cost half of the time: they are written every other time only.
        monkeypatch.setattr(finish, "_describe", describe if number % 2 else lambda *_: None)
        importer = Importer(fast_folder / f"out {number}", clear)
        try:
            check(importer, path, chance.choice(settings))
        except AssertionError as error:
            raise AssertionError(f"seed {seed!r}: {error}") from error
        finally:
            shutil.rmtree(folder)
            shutil.rmtree(importer.folder, ignore_errors=True)


def check(importer: Importer, path: Path, settings: dict) -> None:
    """A sentence and nothing written, or all rows accounted for and nothing left behind."""
    problem, results, log = importer.run(path, **settings)
    importer.clear(log)
    left = sorted(each.name for each in importer.folder.iterdir())
    if problem:
        importer.clear(problem)
        assert left == [], left
        return
    done = Imported(results, log, importer.folder)
    accounted(done)
    assert left == ["out.gpkg", "out.run.json", "rejected.gpkg"], left
    rejected = done.rejected()
    assert all(row["row"] >= 1 and row["source_file"] for row in rejected)
    assert sum(done.reasons().values()) == len(rejected)
