"""No output takes the place of an input or of another output: files, and tables inside databases."""

from __future__ import annotations

import os

import pytest


def _uri(path: str, table: str) -> str:
    return f"ogr:dbname='{path}' table=\"{table}\" (geom)"


@pytest.mark.parametrize("ending", ["", "|layername=mine"])
def test_a_table_that_is_read_is_not_replaced(make, doors, md5, ending) -> None:
    path = make.file(make.district(), "mine.gpkg")
    before = md5(path)
    link = make.folder / "link.gpkg"
    os.symlink(path, link)
    for target in (
        _uri(path, "mine"),
        _uri(path, "MINE"),
        _uri(f"{make.folder}/./mine.gpkg", "mine"),
        _uri(link, "mine"),
    ):
        words = ["DISTRICT", "OUTPUT", "would replace the table"]
        doors.refused_everywhere("districtgrid", *words, DISTRICT=path + ending, OUTPUT=target)
    assert md5(path) == before


def test_a_table_beside_the_one_that_is_read_is_fine(make, doors) -> None:
    from qgis.core import QgsVectorLayer

    path = make.file(make.district(), "mine.gpkg")
    doors.run("districtgrid", DISTRICT=path, OUTPUT=_uri(path, "cells"))
    assert QgsVectorLayer(f"{path}|layername=mine", "d", "ogr").featureCount() == 1
    # Named, the second table is the one that is read; not named, it is the first.
    assert not doors.check("districtgrid", DISTRICT=path, OUTPUT=_uri(path, "cells"))
    given = {"DISTRICT": f"{path}|layername=cells", "OUTPUT": _uri(path, "cells")}
    assert "would replace the table" in doors.check("districtgrid", **given)
    given = {"DISTRICT": f"{path}|layerid=1", "OUTPUT": _uri(path, "cells")}
    assert "would replace the table" in doors.check("districtgrid", **given)


def test_two_outputs_into_one_table_are_refused(make, doors) -> None:
    path = f"{make.folder}/new.gpkg"
    given = {"DISTRICT": make.district(), "OUTPUT": _uri(path, "x1")}
    doors.refused_everywhere("districtgrid", "same table", "OUTPUT", "REJECTED", **given, REJECTED=_uri(path, "X1"))
    doors.refused_everywhere("districtgrid", "same file", "OUTPUT", "REJECTED", **given, REJECTED=path)
    assert not doors.check("districtgrid", **given, REJECTED=_uri(path, "x2"))
    assert not os.path.exists(path)


def test_tables_of_servers_are_told_apart(provider) -> None:
    from seo_district_plugin.algorithms.overwriting import _table_place

    one = _table_place("postgres", "//dbname='g' host=h user='a' password='x' table=\"s\".\"t\" (geom)")
    same = _table_place("postgis", "dbname='g' host=H user='b' table=\"s\".\"T\" sql=")
    assert one.touches(same) and one.shown == "s.t"
    for other in (
        'dbname=\'g\' host=h2 table="s"."t"',
        "dbname='g' host=h table=\"t\"",
        'dbname=\'f\' host=h table="s"."t"',
    ):
        assert not one.touches(_table_place("postgres", other))


def test_the_place_of_a_table_is_looked_at_first(make, doors) -> None:
    given = {"DISTRICT": make.district()}
    doors.refused_everywhere("districtgrid", "does not exist", **given, OUTPUT=_uri(f"{make.folder}/no/x.gpkg", "t"))
    doors.refused_everywhere("districtgrid", "/proc", **given, OUTPUT=_uri("/proc/x.gpkg", "t"))
