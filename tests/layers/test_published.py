"""What data sources are called in a record that others read: no folder, host, user, password or key of any of them."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st


@pytest.fixture
def published(qgis_app):
    """The module under test."""
    from seo_district_plugin.layers import published

    return published


@pytest.mark.parametrize(
    ("given_value", "kept"),
    [
        ("/home/someone/data/구 경계.gpkg", "구 경계.gpkg"),
        ("/home/someone/a.gpkg|layername=t", "a.gpkg|layername=t"),
        ('/home/someone/a=1/b=2.gpkg|layername=t|subset="x" = 1', 'b=2.gpkg|layername=t|subset="x" = 1'),
        ("C:\\Users\\someone\\a.shp", "a.shp"),
        ("C:/Users/someone/a.shp", "a.shp"),
        ("file:///home/someone/p.csv?type=csv", "p.csv"),
        ("delimitedtext://file:///home/someone/p.csv?type=csv&xField=x", "p.csv"),
        ("ogr:dbname='/home/someone/a.gpkg' table=\"t\" (geom)", "a.gpkg|layername=t"),
        ("ogr:dbname='/home/someone/it\\'s 100%.gpkg' table=\"t u\"", "it's 100%.gpkg|layername=t u"),
        ("spatialite://dbname='/home/someone/a.sqlite' table=\"t\" (geom)", "a.sqlite|layername=t"),
        ("/vsizip//home/someone/a.zip/b.shp", "b.shp"),
        ("memory://Point?crs=EPSG:5186&uid={1}", "memory"),
        ("TEMPORARY_OUTPUT", "TEMPORARY_OUTPUT"),
        ("0.2,0.4", "0.2,0.4"),
        ("EPSG:5186", "EPSG:5186"),
        ("+proj=tmerc +lat_0=38 +lon_0=127", "+proj=tmerc +lat_0=38 +lon_0=127"),
        (["/a/b.gpkg", "/c/d.shp"], ["b.gpkg", "d.shp"]),
        ({"source": "/a/b.gpkg", "selected": True}, {"source": "b.gpkg", "selected": True}),
        (100.0, 100.0),
        (None, None),
    ],
)
def test_folders_are_left_out(published, given_value, kept) -> None:
    found = published.without_folders(given_value)
    assert found == kept
    assert "someone" not in json.dumps(found)


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        (
            "postgres://dbname='gisX' host=hostX.local user='userX' password='secretX' table=\"a\".\"b\" (geom)",
            "postgres: a.b",
        ),
        ("dbname='gisX' host=hostX user='userX' password='sec retX' sslmode=disable table=\"b\"", "source: b"),
        ("postgres://service='serviceX' authcfg=secretX table=\"b\"", "postgres: b"),
        ("postgresql://userX:secretX@hostX/gisX?key=keyX", "postgresql"),
        ("PG:dbname=gisX user=userX password=secretX", "PG"),
        ("MYSQL:gisX,user=userX,password=secretX,host=hostX", "MYSQL"),
        ("OCI:userX/secretX@hostX", "source"),
        ("userX:secretX@hostX", "source"),
        ("userX:sec/retX@hostX", "source"),
        ("WFS://url='https://hostX/wfs' username='userX' password='secretX' typename='ns:t'", "WFS: ns:t"),
        ("url='https://hostX/wfs' username='userX' password='secretX'", "source"),
        ("WFS:https://userX:secretX@hostX/wfs?key=keyX", "WFS"),
        ("crs=EPSG:5186&url=https://hostX/{z}/{x}?key%3DkeyX&type=xyz&authcfg=secretX", "source"),
        ("contextualWMSLegend=0&url=https://hostX/x&layers=roads&authcfg=secretX", "source: roads"),
        ("https://userX:secretX@hostX/folderX/x.tif?sig=keyX", "x.tif"),
        ("https://hostX/keyX", "https"),
        ("https://hostX.com", "https"),
        ("?key=keyX", "source"),
        ("authcfg=secretX", "source"),
        ("/vsicurl/https://userX:secretX@hostX/x.tif?sig=keyX", "x.tif"),
        ("/vsicurl?pw=secretX&url=https://hostX/x.tif", "source"),
        ("/home/userX/a.gpkg|layername=t|authcfg=secretX", "a.gpkg|layername=t"),
        ("a.gpkg|layername=t|option:PASSWORD=secretX", "a.gpkg|layername=t"),
        ('mssql://service=\'serviceX\' table="password=secretX"."t"', "mssql"),
    ],
)
def test_nothing_of_the_way_to_the_data_is_kept(published, source, kept) -> None:
    found = published.without_folders(source)
    assert found == kept
    assert "X" not in found
    assert "X" not in published.public_title(source) or "=" not in source


@settings(deadline=None, max_examples=60)
@given(st.text("abcXYZ0189!#$%^*-_.?&;:, 한", min_size=6, max_size=20).map(lambda text: f"Q{text}Q"))
def test_any_password_is_left_out(qgis_app, word) -> None:
    from seo_district_plugin.layers.published import short_source

    for source in (
        f"postgres://dbname='gis' host=h user='kim' password='{word}' table=\"a\".\"b\" (geom)",
        f'dbname=\'gis\' password="{word}" authcfg=abc table="b"',
        f"WFS://url='https://h/wfs?key={word}' typename='t' password='{word}'",
    ):
        assert word not in short_source(source)


@pytest.mark.parametrize("title", ["상가 (2024)", "a=1", "가게: 전체", "50 % / 100 m", "points @ 12:00"])
def test_titles_of_people_stay(published, title) -> None:
    assert published.public_title(title) == title


def test_layers_in_memory_go_by_their_title_and_others_by_their_file(published, make_file) -> None:
    from pathlib import Path

    from qgis.core import QgsVectorLayer

    memory = QgsVectorLayer("Point?crs=EPSG:5186", "가게 2024", "memory")
    path = make_file()
    assert published.without_folders(memory) == "가게 2024"
    assert published.without_folders([QgsVectorLayer(path, "title", "ogr")]) == [Path(path).name]


def test_messages_of_drivers_lose_the_address(published) -> None:
    destination = "postgres://dbname='gisX' user='userX' password='secretX' table=\"t\" (geom)"
    for text in (
        f"Creation of {destination} failed: no such server",
        f"Creation of {destination[len('postgres:') :]} failed",
        "connection to host='hostX' password='secretX' failed",
        "cannot reach https://userX:secretX@hostX/wfs",
    ):
        assert "X" not in published.without_address(text, destination)
    assert published.without_address("disk I/O error", destination) == "disk I/O error"
