"""A table takes the place of another one in a GeoPackage, whole or not at all."""

from __future__ import annotations

import contextlib
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def tables(qgis_app):
    """The module under test."""
    from seo_district_plugin.layers import tables

    return tables


def _made(path: Path, table: str, count: int, spatial: bool = True) -> Path:
    """A GeoPackage, or one more table in it."""
    from osgeo import gdal, ogr, osr

    flags = gdal.OF_VECTOR | gdal.OF_UPDATE
    dataset = gdal.OpenEx(str(path), flags) if path.exists() else None
    dataset = dataset or gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, 0)
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(5186)
    layer = dataset.CreateLayer(table, crs if spatial else None, ogr.wkbPolygon if spatial else ogr.wkbNone)
    for name, kind in (("a", ogr.OFTReal), ("이름", ogr.OFTString), ("n", ogr.OFTInteger64)):
        layer.CreateField(ogr.FieldDefn(name, kind))
    layer.StartTransaction()
    for i in range(count):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetFID(3 * i + 5)
        feature["a"] = i + 0.1
        if i % 3:
            feature["이름"] = f"칸 '{i}'"
        if spatial:
            feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON(({i} 0,{i + 1} 0,{i + 1} 1,{i} 0))"))
        layer.CreateFeature(feature)
    layer.CommitTransaction()
    return path


def _rows(path: Path, statement: str) -> list[tuple]:
    with contextlib.closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        return connection.execute(statement).fetchall()


def _content(path: Path) -> dict[str, list]:
    """All rows of all tables, the indexes and the catalogs of a GeoPackage among them."""
    names = [row[0] for row in _rows(path, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: sorted(_rows(path, f'SELECT * FROM "{name}"'), key=repr) for name in names}


@contextlib.contextmanager
def _files_up_to(size: int) -> Iterator[None]:
    """No file may grow beyond ``size`` bytes meanwhile: what a full disk does, without a disk."""
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, old[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)


@pytest.mark.parametrize("spatial", [True, False])
@pytest.mark.parametrize("old", ["t", "T", ""])
def test_the_new_table_is_as_it_was_written(tables, tmp_path, old, spatial) -> None:
    database = _made(tmp_path / "it's 100%.gpkg", "other", 7)
    if old:
        _made(database, old, 50)
    other = {name: rows for name, rows in _content(database).items() if "other" in name}
    written = _made(tmp_path / "new.gpkg", "t", 300, spatial)
    tables.replace_table(written, database, "t")
    assert _rows(database, "SELECT * FROM t ORDER BY 1") == _rows(written, "SELECT * FROM t ORDER BY 1")
    content = _content(database)
    assert {name: rows for name, rows in content.items() if "other" in name} == other
    assert len([name for name in content if name.lower().startswith("rtree_t_geom")]) == (4 if spatial else 0)
    catalogs = ("gpkg_contents", "gpkg_ogr_contents", "gpkg_geometry_columns", "gpkg_extensions")
    for catalog in catalogs:
        kept = [[str(value) for value in row] for row in content.get(catalog, []) if str(row[0]).lower() == "t"]
        expected = [[str(value) for value in row] for row in _content(written).get(catalog, [])]
        for row in kept + expected:
            if catalog == "gpkg_contents":
                del row[4]  # the time
        assert kept == expected, catalog
    assert {row[0].lower() for row in content["gpkg_contents"]} == {"t", "other"}
    assert _rows(database, "PRAGMA integrity_check") == [("ok",)]


def test_a_disk_that_gets_full_at_any_moment_leaves_all_as_it_was(tables, tmp_path) -> None:
    database = _made(tmp_path / "x.gpkg", "other", 7)
    _made(database, "t", 50)
    written = _made(tmp_path / "new.gpkg", "t", 2000)
    before, size = _content(database), database.stat().st_size
    refused = 0
    for more in range(0, 2_000_000, 40_000):
        try:
            with _files_up_to(size + more):
                tables.replace_table(written, database, "t")
        except OSError as problem:
            assert problem.strerror
            assert _content(database) == before, more
            assert _rows(database, "PRAGMA integrity_check") == [("ok",)]
            refused += 1
        else:
            break
    assert refused > 5
    assert _rows(database, "SELECT count(*) FROM t") == [(2000,)]


def test_an_error_at_any_step_leaves_all_as_it_was(tables, tmp_path, monkeypatch) -> None:
    database = _made(tmp_path / "x.gpkg", "other", 7)
    _made(database, "t", 50)
    written = _made(tmp_path / "new.gpkg", "t", 100)
    before = _content(database)
    check, left = tables._check, [0]

    def fail_later(code: int) -> None:
        left[0] -= 1
        check(1 if left[0] < 0 else code)

    monkeypatch.setattr(tables, "_check", fail_later)
    for steps in (0, 1, 3, 4, 50, 104, 105, 106):
        left[0] = steps
        with pytest.raises(OSError):
            tables.replace_table(written, database, "t")
        assert _content(database) == before, steps


def test_a_program_that_is_killed_leaves_the_old_table(tables, tmp_path) -> None:
    database = _made(tmp_path / "x.gpkg", "t", 50)
    written = _made(tmp_path / "new.gpkg", "t", 3000)
    before = _content(database)
    program = (
        "import os, sys; from pathlib import Path; from seo_district_plugin.layers import tables\n"
        "tables._drop = lambda *given: os.kill(os.getpid(), 9)\n"
        "tables.replace_table(Path(sys.argv[1]), Path(sys.argv[2]), 't')"
    )
    python = sys.executable if Path(sys.executable).is_file() else "python3"
    root = Path(tables.__file__).parents[2]
    ended = subprocess.run([python, "-c", program, str(written), str(database)], cwd=root, check=False)
    assert ended.returncode == -9
    assert _rows_after_recovery(database) == before["t"]


def _rows_after_recovery(path: Path) -> list[tuple]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return sorted(connection.execute("SELECT * FROM t").fetchall(), key=repr)


def test_what_is_no_geopackage_is_said(tables, tmp_path) -> None:
    written = _made(tmp_path / "new.gpkg", "t", 3)
    target = tmp_path / "x.gpkg"
    target.write_text("no database", encoding="utf-8")
    with pytest.raises(OSError) as caught:
        tables.replace_table(written, target, "t")
    assert caught.value.strerror
    assert target.read_text(encoding="utf-8") == "no database"
