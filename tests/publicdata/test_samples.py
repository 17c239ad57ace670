"""The samples are what they say: encodings, faults, and points that lie where they should."""

from __future__ import annotations

import math
import unicodedata
import zipfile
from pathlib import Path

import pytest

from seo_district_plugin.analysis.records.districts import load_districts
from seo_district_plugin.analysis.records.matching import match_file
from seo_district_plugin.analysis.records.schemas import load_schemas
from tests.publicdata.samples import SAMPLES, write_all

ROOT = Path(__file__).resolve().parents[2]
PROFILES = ROOT / "seo_district_plugin" / "resources" / "profiles"
SCHEMAS = load_schemas([PROFILES / "kr" / "schemas", PROFILES / "generic" / "schemas"])
SEOGU = load_districts(PROFILES / "kr" / "districts.csv").find("30170")
WIDER = 0.025  # degrees around the district: about 2 km
POINTS = [name for name, sample in SAMPLES.items() if sample.kind in ("text", "json") and sample.crs]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    pytest.importorskip("osgeo")
    return write_all(tmp_path_factory.mktemp("samples"))


def test_every_schema_but_the_plain_layer_has_a_sample(written: dict[str, Path]):
    assert all(path.exists() for path in written.values())
    assert {schema.id for schema in SCHEMAS} - {sample.schema for sample in SAMPLES.values()} == {"generic_vector"}


def test_texts_are_in_the_encoding_they_say(written: dict[str, Path]):
    for name, sample in SAMPLES.items():
        if sample.kind == "text" and written[name].suffix != ".zip":
            content = written[name].read_bytes()
            text = content.removeprefix(b"\xef\xbb\xbf").decode(sample.encoding)
            assert len([line for line in text.splitlines() if line]) == len(sample.head), name
            if sample.encoding == "cp949":
                with pytest.raises(UnicodeDecodeError):
                    content.decode("utf-8")


def test_the_faults_are_there(written: dict[str, Path]):
    assert written["living_population_tract"].read_bytes().startswith(b'\xef\xbb\xbf"' + "기준일".encode("cp949"))
    name = written["license_new_nfd"].name
    assert name != unicodedata.normalize("NFC", name)
    assert all(line.endswith(b",") for line in written["license_old"].read_bytes().split(b"\r\n") if line)
    assert zipfile.is_zipfile(written["school_districts_zip"]) and written["school_districts_zip"].suffix == ".shp"
    assert not [path for path in written["road_names"].parent.iterdir() if path.suffix == ".cpg"]
    assert not written["buildings_gis"].with_suffix(".prj").exists()
    assert "가상로".encode("cp949") in written["road_names"].with_suffix(".dbf").read_bytes()
    with zipfile.ZipFile(written["license_new_zip"]) as archive:
        member = archive.infolist()[0]
        assert not member.flag_bits & 0x800
        assert member.filename.encode("cp437").decode("cp949") == "식품/식품_유흥주점영업.csv"


@pytest.mark.parametrize("name", POINTS)
def test_as_many_points_lie_in_the_district_as_promised(name: str):
    pytest.importorskip("osgeo")
    sample = SAMPLES[name]
    match = match_file(SCHEMAS, sample.file, sample.head, sample.kind)
    if match.schema.geometry != "point" or sample.name == "license_new_zip":
        pytest.skip("no points, or the same table twice")
    x, y = match.index(match.schema.x), match.index(match.schema.y)
    rows = sample.head[match.header_row + 1 :]
    inside = 0
    for row in rows:
        if row[x].strip() and row[y].strip():
            lon, lat = _degrees(float(row[x]), float(row[y]), sample.crs)
            west, south, east, north = SEOGU.bounds
            inside += west - WIDER < lon < east + WIDER and south - WIDER < lat < north + WIDER
    assert (inside, len(rows)) == (sample.located, sample.rows)
    assert sample.rows == sample.located + sample.rejected


def test_counts_add_up():
    for sample in SAMPLES.values():
        assert sample.seogu is None or 0 <= sample.seogu <= sample.rows
        if sample.located:
            assert sample.located + sample.rejected == sample.rows, sample.name
        assert sum(cell in ("*", "N/A") for row in sample.head for cell in row) == sample.masked, sample.name


def _degrees(x: float, y: float, epsg: int) -> tuple[float, float]:
    from osgeo import osr

    osr.UseExceptions()
    source, target = osr.SpatialReference(), osr.SpatialReference()
    source.ImportFromEPSG(epsg)
    target.ImportFromEPSG(4326)
    for crs in (source, target):
        crs.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    try:
        lon, lat, _ = osr.CoordinateTransformation(source, target).TransformPoint(x, y)
    except RuntimeError:
        return math.nan, math.nan
    return lon, lat
