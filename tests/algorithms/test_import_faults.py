"""Faults planted in coordinates: each is found, counted and kept with its row; what is imported lies in its place."""

from __future__ import annotations

import math
from collections import Counter

import pytest

from tests.algorithms.importing import (
    LICENSE_HEADER,
    SEOGU,
    accounted,
    district_file,
    license_row,
    places,
    projected,
    table,
)
from tests.publicdata.layers import write_shapefile
from tests.publicdata.samples import SAMPLES

CENTIMETRE = 0.01
LEIPZIG = (12.30, 51.28, 12.45, 51.40)
SANTIAGO = (-70.75, -33.55, -70.55, -33.35)


def plane(spots, epsg: int, form: str = "{:.4f}") -> list[tuple[str, str]]:
    """Texts of projected coordinates."""
    return [tuple(form.format(value) for value in projected(lon, lat, epsg)) for lon, lat in spots]


def licenses(path, pairs, encoding: str = "cp949"):
    """A licensing file with these coordinates."""
    rows = [license_row(number, x, y) for number, (x, y) in enumerate(pairs)]
    path.write_bytes(table(LICENSE_HEADER, rows, encoding))
    return path


def lies_where(layer, spots, key: str = "source_row") -> None:
    """Every point is within a centimetre of its place, by a transform that QGIS has no part in."""
    epsg = int(layer.crs().authid().removeprefix("EPSG:"))
    assert layer.featureCount() == len(spots)
    scale = 111_320.0 if epsg == 4326 else 1.0
    for feature in layer.getFeatures():
        lon, lat = spots[feature[key]]
        x, y = (lon, lat) if epsg == 4326 else projected(lon, lat, epsg)
        found = feature.geometry().asPoint()
        assert math.hypot(found.x() - x, found.y() - y) * scale < CENTIMETRE, (found, x, y)


# ---------------------------------------------------------------------- single rows
def planted(spots) -> tuple[list[tuple[str, str]], dict[int, str]]:
    """A file in EPSG:5174 with a fault in some rows, and the reason of each of these."""
    pairs = plane(spots, 5174)
    millimetres = plane(spots, 5174, "{}")
    far = plane([(126.978, 37.5665), (129.0756, 35.1796)], 5174)
    faults: dict[int, tuple[tuple[str, str], str]] = {
        1: (("0", "0"), "coordinates_zero"),
        2: (("0.0", "0.000"), "coordinates_zero"),
        3: (("", ""), "coordinates_blank"),
        4: (("233000", ""), "coordinates_blank"),
        5: (("없음", "모름"), "coordinates_not_numbers"),
        6: (("23x912.4", "316807.6"), "coordinates_not_numbers"),
        7: (pairs[7][::-1], "coordinates_swapped"),
        8: (pairs[8][::-1], "coordinates_swapped"),
        9: (tuple(f"{float(value) * 1000:.0f}" for value in millimetres[9]), "coordinates_millimetres"),
        10: (plane(spots[10:11], 5187)[0], "coordinates_other_crs"),
        11: (plane(spots[11:12], 5186)[0], "coordinates_other_crs"),
        12: (plane(spots[12:13], 5179)[0], "coordinates_other_crs"),
        13: (tuple(f"{value:.6f}" for value in spots[13]), "coordinates_other_crs"),
        14: (far[0], "coordinates_far"),
        15: (far[1], "coordinates_far"),
        16: (("1e308", "1e308"), "coordinates_far"),
        17: (("nan", "nan"), "coordinates_not_numbers"),
        18: (("inf", "1"), "coordinates_not_numbers"),
    }
    for row, (pair, _reason) in faults.items():
        pairs[row] = pair
    return pairs, {row: reason for row, (_pair, reason) in faults.items()}


@pytest.mark.parametrize("which", ["layer", "5 digits", "7 digits"])
def test_every_fault_of_a_row_has_its_own_reason(importing, district, tmp_path, which) -> None:
    from seo_district_plugin.algorithms.data.importpublicdata import reason_text

    spots = places(60)
    pairs, expected = planted(spots)
    path = licenses(tmp_path / "생활_미용업.csv", pairs)
    given = {"layer": {"DISTRICT": district}, "5 digits": {"DISTRICT_CODE": "30170"}}
    done = importing(path, **given.get(which, {"DISTRICT_CODE": "3660000"}))
    accounted(done)
    assert done.reasons() == dict(Counter(expected.values()))
    assert done.numbers() == {"READ": 60, "IMPORTED": 60 - len(expected), "REJECTED_ROWS": len(expected), "FILTERED": 0}
    found = {row["row"]: row for row in done.rejected()}
    assert set(found) == {row + 2 for row in expected}, "the line of the file, its header being line 1"
    for row, reason in expected.items():
        kept = found[row + 2]
        assert kept["reason"] == reason_text(reason) and kept["source_file"] == path.name
        cells = license_row(row, *pairs[row])
        columns = [name for name in kept if name not in ("fid", "row", "reason", "source_file")]
        assert sorted(kept[name] for name in columns) == sorted(cell for cell in cells if cell), "all columns, as text"
    layer = done.layer()
    assert layer.crs().authid() == "EPSG:5174"
    lies_where(layer, {row + 2: spot for row, spot in enumerate(spots) if row not in expected})


def test_without_a_district_what_can_be_told_is_told(importing, tmp_path) -> None:
    """No axis or belt can be told for a whole country, but nothing gets lost, and it is said."""
    pairs, expected = planted(places(60))
    done = importing(licenses(tmp_path / "생활_미용업.csv", pairs))
    accounted(done)
    assert "No district is known" in done.log
    sure = ("coordinates_zero", "coordinates_blank", "coordinates_not_numbers")
    counted = Counter(expected.values())
    assert {code: done.reasons().get(code) for code in sure} == {code: counted[code] for code in sure}


def test_rows_of_other_authorities_are_filtered_and_not_rejected(importing, tmp_path) -> None:
    rows = [license_row(number, x, y) for number, (x, y) in enumerate(plane(places(9), 5174))]
    for number, code in ((1, "3650000"), (2, "3650000"), (3, "")):
        rows[number][0] = code
    rows[4][10:12] = ["0", "0"]
    rows[1][10:12] = ["0", "0"]  # asked for neither: not a mistake of this district
    path = tmp_path / "생활_미용업.csv"
    path.write_bytes(table(LICENSE_HEADER, rows))
    for code in ("30170", "3660000"):
        done = importing(path, DISTRICT_CODE=code)
        accounted(done)
        assert done.numbers() == {"READ": 9, "IMPORTED": 5, "REJECTED_ROWS": 1, "FILTERED": 3}
    unknown = importing(path, DISTRICT_CODE="9999999")
    accounted(unknown)
    assert unknown.numbers() == {"READ": 9, "IMPORTED": 0, "REJECTED_ROWS": 0, "FILTERED": 9}


@pytest.mark.parametrize("code", ["서구", "3017", "30170; DROP", "-30170"])
def test_what_is_no_code_is_refused(importing, tmp_path, code) -> None:
    path = licenses(tmp_path / "생활_미용업.csv", plane(places(2), 5174))
    importing.refused(path, code, "30170", DISTRICT_CODE=code)


# ---------------------------------------------------------------------- whole files
@pytest.mark.parametrize("epsg", [5174, 5186, 5187, 5179, 4326])
@pytest.mark.parametrize("fault", ["", "swapped", "millimetres"])
def test_a_whole_file_in_another_crs_axis_order_or_unit_is_understood(importing, tmp_path, epsg, fault) -> None:
    if epsg == 4326 and fault == "millimetres":
        pytest.skip("degrees have no thousandths")
    spots = places(12)
    pairs = plane(spots, epsg, "{:.9f}")
    if epsg == 4326:
        pairs = [(f"{lon:.9f}", f"{lat:.9f}") for lon, lat in spots]
    if fault == "swapped":
        pairs = [pair[::-1] for pair in pairs]
    if fault == "millimetres":
        pairs = [tuple(f"{float(value) * 1000:.0f}" for value in pair) for pair in pairs]
    done = importing(licenses(tmp_path / "생활_미용업.csv", pairs), DISTRICT_CODE="30170", REJECTED=None)
    accounted(done)
    assert done.layer().crs().authid() == f"EPSG:{epsg}"
    lies_where(done.layer(), {row + 2: spot for row, spot in enumerate(spots)})


def test_what_is_mended_for_a_whole_file_is_said_in_the_report(importing, tmp_path) -> None:
    pairs = [pair[::-1] for pair in plane(places(12), 5186)]
    report = tmp_path / "report.html"
    importing(licenses(tmp_path / "생활_미용업.csv", pairs), DISTRICT_CODE="30170", REPORT=str(report))
    text = report.read_text(encoding="utf-8")
    assert "EPSG:5186" in text and "the file has x and y swapped; mended for all rows" in text


def test_a_file_of_another_place_is_refused(importing, district, tmp_path) -> None:
    lonlat = "Name,Longitude,Latitude\n" + "".join(f"Shop {n},{x},{y}\n" for n, (x, y) in enumerate(places(9, LEIPZIG)))
    path = tmp_path / "shops.csv"
    path.write_text(lonlat, encoding="utf-8")
    for given in ({"DISTRICT": district}, {"DISTRICT_CODE": "30170"}):
        importing.refused(path, "shops.csv", "in no CRS", "DISTRICT", **given)
    seoul = licenses(tmp_path / "서울.csv", plane(places(9, (126.9, 37.4, 127.0, 37.5)), 5174))
    importing.refused(seoul, "서울.csv", "in no CRS", DISTRICT=district)
    far_away = district_file(tmp_path / "leipzig.geojson", LEIPZIG)
    importing.refused(
        licenses(tmp_path / "대전.csv", plane(places(9), 5174)), "대전.csv", "in no CRS", DISTRICT=far_away
    )


# ---------------------------------------------------------------------- anywhere in the world
@pytest.mark.parametrize("bounds", [LEIPZIG, SANTIAGO], ids=["Leipzig", "Santiago"])
@pytest.mark.parametrize("known", [True, False], ids=["district", "no district"])
def test_longitudes_and_latitudes_anywhere(importing, tmp_path, bounds, known) -> None:
    spots = places(20, bounds)
    cells = [f"Café {n};{lon:.8f};{lat:.8f};{n * 3}" for n, (lon, lat) in enumerate(spots)]
    cells[3] = "Nowhere;;;1"
    cells[4] = "Null Island;0;0;1"
    path = tmp_path / "cafés.csv"
    path.write_text("Name;lng;lat;Seats\n" + "\n".join(cells) + "\n", encoding="utf-8")
    given = {"DISTRICT": district_file(tmp_path / "place.geojson", bounds)} if known else {}
    done = importing(path, **given)
    accounted(done)
    assert done.reasons() == {"coordinates_blank": 1, "coordinates_zero": 1}
    layer = done.layer()
    assert layer.crs().authid() == "EPSG:4326"
    lies_where(layer, {row + 2: spot for row, spot in enumerate(spots) if row not in (3, 4)})
    assert sorted(feature["seats"] for feature in layer.getFeatures())[:2] == [0, 3], "numbers are numbers"


def test_places_that_do_not_exist_are_left_out(importing, tmp_path) -> None:
    """Nothing is known of where the rows should lie, but no longitude is 5,000."""
    spots = places(9, LEIPZIG)
    cells = [f"Shop {n},{lon:.8f},{lat:.8f}" for n, (lon, lat) in enumerate(spots)]
    cells[2:6] = ["a,5000,51", "b,12.3,91", "c,1e300,1e300", "d,-180.1,0.5"]
    path = tmp_path / "shops.csv"
    path.write_text("Name,lng,lat\n" + "\n".join(cells) + "\n", encoding="utf-8")
    done = importing(path)
    accounted(done)
    assert done.reasons() == {"coordinates_far": 4}
    lies_where(done.layer(), {row + 2: spot for row, spot in enumerate(spots) if not 2 <= row < 6})
    path.write_text("Name,X,Y\n" + "\n".join(cells) + "\n", encoding="utf-8")
    assert importing(path, CRS="EPSG:25833").reasons() == {"coordinates_far": 1}


def test_files_of_two_countries_in_one_folder(importing, tmp_path) -> None:
    """Without a district, what is known of Korean files does not count for others."""
    folder = tmp_path / "files"
    folder.mkdir()
    licenses(folder / "생활_미용업.csv", plane(places(9), 5174))
    SAMPLES["cctv"].write(folder)
    cells = [f"Shop {n},{lon:.8f},{lat:.8f}" for n, (lon, lat) in enumerate(places(9, LEIPZIG))]
    (folder / "shops.csv").write_text("Name,lng,lat\n" + "\n".join(cells) + "\n", encoding="utf-8")
    done = importing(folder)
    accounted(done)
    shops = next(layer for layer in done.layers() if layer.source().endswith("shops"))
    assert shops.featureCount() == 9


def test_a_file_that_is_there_twice_counts_once(importing, tmp_path) -> None:
    """A ZIP and what was unpacked from it."""
    import zipfile

    folder = tmp_path / "files"
    folder.mkdir()
    licenses(folder / "생활_미용업.csv", plane(places(9), 5174))
    with zipfile.ZipFile(folder / "받은 것.zip", "w") as archive:
        archive.write(folder / "생활_미용업.csv", "생활_미용업.csv")
    done = importing(folder, DISTRICT_CODE="30170")
    accounted(done)
    assert done.numbers()["READ"] == 9
    assert "same content" in done.log


def test_a_district_that_is_in_no_table_is_told(importing, tmp_path) -> None:
    licenses(tmp_path / "생활_미용업.csv", plane(places(9), 5174))
    done = importing(tmp_path / "생활_미용업.csv", DISTRICT_CODE="9999999")
    assert done.numbers()["FILTERED"] == 9
    assert "no code 9999999" in done.log and "all rows were filtered out" in done.log


def test_decimal_commas_are_read(importing, tmp_path) -> None:
    rows = [f"Laden {n};{lon:.6f};{lat:.6f}".replace(".", ",") for n, (lon, lat) in enumerate(places(9, LEIPZIG))]
    path = tmp_path / "Hausnummern.csv"
    path.write_text("Name;lng;lat\n" + "\n".join(rows) + "\n", encoding="cp1252")
    done = importing(path)
    accounted(done)
    assert done.numbers()["IMPORTED"] == 9
    lies_where(done.layer(), {row + 2: spot for row, spot in enumerate(places(9, LEIPZIG))})


def test_plane_coordinates_anywhere(importing, tmp_path) -> None:
    """Without a word on the CRS it is asked for; given, or found by the district, it is right."""
    spots = places(15, LEIPZIG)
    path = tmp_path / "trees.csv"
    rows = [f"{n},{x},{y}" for n, (x, y) in enumerate(plane(spots, 25833))]
    path.write_text("id,Easting,Northing\n" + "\n".join(rows) + "\n", encoding="utf-8")
    sentence = importing.refused(path, "trees.csv", "CRS")
    assert "Choose it under CRS" in sentence
    everywhere = {row + 2: spot for row, spot in enumerate(spots)}
    done = importing(path, CRS="EPSG:25833")
    accounted(done)
    assert done.layer().crs().authid() == "EPSG:25833"
    lies_where(done.layer(), everywhere)
    district = district_file(tmp_path / "place.geojson", LEIPZIG)
    checked = importing(path, CRS="EPSG:25833", DISTRICT=district)
    lies_where(checked.layer(), everywhere)
    found = importing(path, DISTRICT=district)
    assert found.layer().crs().authid() == "EPSG:32633", "the UTM zone of the district"
    importing.refused(path, "trees.csv", "EPSG:25832", CRS="EPSG:25832", DISTRICT=district)
    importing.refused(path, "EPSG", CRS="PROJCRS_without_a_code")


def test_a_crs_that_is_given_counts_in_korea_too(importing, tmp_path) -> None:
    """EPSG:5174 and 2097 lie 250 m apart and both fit: the rule says 5174, who knows better says so."""
    spots = places(12)
    path = licenses(tmp_path / "생활_미용업.csv", plane(spots, 2097))
    everywhere = {row + 2: spot for row, spot in enumerate(spots)}
    done = importing(path, DISTRICT_CODE="30170", CRS="EPSG:2097")
    lies_where(done.layer(), everywhere)
    by_rule = importing(path, DISTRICT_CODE="30170")
    assert by_rule.layer().crs().authid() == "EPSG:5174"
    swapped = licenses(tmp_path / "swapped.csv", [pair[::-1] for pair in plane(spots, 2097)])
    lies_where(importing(swapped, DISTRICT_CODE="30170", CRS="EPSG:2097").layer(), everywhere)


def test_what_fits_several_crs_and_has_no_rule_is_asked_for(importing, district, tmp_path) -> None:
    path = tmp_path / "조사.csv"
    rows = [f"{n},{x},{y}" for n, (x, y) in enumerate(plane(places(12), 5174))]
    path.write_text("번호,X좌표,Y좌표\n" + "\n".join(rows) + "\n", encoding="utf-8")
    sentence = importing.refused(path, "조사.csv", "EPSG:5174", "EPSG:2097", "EPSG:5181", DISTRICT=district)
    assert "Choose one under CRS" in sentence and "5179" not in sentence
    done = importing(path, DISTRICT=district, CRS="EPSG:5174")
    lies_where(done.layer(), {row + 2: spot for row, spot in enumerate(places(12))})


# ---------------------------------------------------------------------- shapefiles
def nodes(folder, prj: int):
    """Two nodes of the road network in EPSG:5186, with the .prj of any CRS (0: none)."""
    rows = [["1860001200", "101", "가상네거리", "0", ""], ["1860001300", "101", "", "0", ""]]
    fields = ["NODE_ID", "NODE_TYPE", "NODE_NAME", "TURN_P", "REMARK"]
    folder.mkdir()
    return write_shapefile(folder, "MOCT_NODE", 5186, "point", fields, rows, prj)


@pytest.mark.parametrize("prj", [0, 5186, 5181, 5174, 4326, 32633])
def test_a_missing_or_wrong_prj_is_found_out(importing, district, tmp_path, prj) -> None:
    done = importing(nodes(tmp_path / "nodes", prj), DISTRICT=district)
    accounted(done)
    layer = done.layer()
    assert layer.crs().authid() == "EPSG:5186" and layer.featureCount() == 2
    points = sorted((point.x(), point.y()) for point in (each.geometry().asPoint() for each in layer.getFeatures()))
    assert points == [(234430.0, 417560.0), (234550.0, 417620.0)]


def test_shapes_elsewhere_are_refused_or_filtered(importing, tmp_path) -> None:
    """A layer of a whole province is cut to the district: the rest was not asked for, and is counted."""
    path = nodes(tmp_path / "nodes", 5186)
    elsewhere = district_file(tmp_path / "seoul.geojson", (126.9, 37.4, 127.0, 37.5))
    importing.refused(path, "MOCT_NODE.shp", "in no CRS", DISTRICT=elsewhere)
    west, south, _east, north = SEOGU
    lon = 127.384  # between the two nodes, which lie 120 m apart
    part = district_file(tmp_path / "part.geojson", (west, south, lon, north))
    done = importing(path, DISTRICT=part, MARGIN=0)
    accounted(done)
    numbers = done.numbers()
    assert numbers["READ"] == 2 and numbers["REJECTED_ROWS"] == 0
    inside = [x for x in (234430, 234550) if x < projected(lon, 36.357, 5186)[0]]
    assert numbers["IMPORTED"] == len(inside) and numbers["FILTERED"] == 2 - len(inside)


def test_a_file_of_another_place_does_not_stop_the_others(importing, district, tmp_path) -> None:
    folder = tmp_path / "자료"
    folder.mkdir()
    (folder / "여기.csv").write_text("이름,경도,위도\n가,127.35,36.30\n나,127.36,36.31\n", encoding="utf-8")
    rows = "".join(f"점 {n},{12.3 + n / 1000},51.3\n" for n in range(300))
    (folder / "라이프치히.csv").write_text("이름,경도,위도\n" + rows, encoding="utf-8")
    done = importing(folder, DISTRICT=district)
    accounted(done)
    assert done.numbers() == {"READ": 302, "IMPORTED": 2, "REJECTED_ROWS": 300, "FILTERED": 0}
    assert done.reasons() == {"file_not_placed": 300}
    assert "라이프치히.csv" in done.log and "in no CRS" in done.log
    assert "EPSG:4326" in done.log
