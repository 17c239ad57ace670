"""Which CRS, axis order and unit coordinates are in: against transformed points and a brute-force count."""

from __future__ import annotations

import sqlite3

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from seo_district_plugin.analysis.records.placing import (
    KOREAN_CRS,
    KOREAN_RARE_CRS,
    Candidate,
    Placement,
    coordinates,
    east_north,
    fitting_crs,
    place_file,
    row_verdicts,
)
from seo_district_plugin.analysis.records.values import typed

# A metropolitan city in central Korea: its range in each CRS, widened by 2 km.
RANGES = {
    4326: (127.22, 36.16, 127.58, 36.53),
    5174: (220100, 296100, 252000, 335400),
    2097: (220300, 296100, 252200, 335400),
    5181: (220100, 296400, 252000, 335700),
    5186: (220100, 396400, 252000, 435700),
    5179: (975200, 1796400, 1007200, 1835700),
    5178: (975400, 1796100, 1007400, 1835400),
    5187: (40500, 397600, 72600, 436800),
    5183: (40500, 297600, 72600, 336800),
    3857: (14163000, 4323800, 14201700, 4371800),
    32652: (340500, 4003500, 372700, 4042700),
}
CITY = [Candidate(epsg, tuple(map(float, box)), epsg in KOREAN_RARE_CRS) for epsg, box in RANGES.items()]
# One point in each CRS.
POINT = {
    4326: (127.3836, 36.3555),
    5174: (234359.49, 317253.30),
    2097: (234618.90, 317254.33),
    5181: (234430.97, 317560.07),
    5186: (234430.97, 417560.07),
    5179: (989556.43, 1817571.04),
    3857: (14180277.5, 4349648.5),
}
ALIKE = {5174, 2097, 5181}


def cloud(epsg: int, count: int = 50) -> np.ndarray:
    spread = 0.01 if epsg == 4326 else 1000.0
    return np.array(POINT[epsg]) + np.random.default_rng(1).uniform(-spread, spread, (count, 2))


@pytest.mark.parametrize("epsg", POINT)
@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize("scale", [1.0, 0.001])
def test_a_whole_file_in_one_reading(epsg, swapped, scale):
    if epsg == 4326 and scale != 1.0:
        pytest.skip("there are no thousandths of degrees")
    xy = cloud(epsg)
    given_xy = (xy[:, ::-1] if swapped else xy) / scale
    placement = place_file(given_xy, CITY)
    assert (placement.swapped, placement.scale) == (swapped, scale)
    assert (placement.inside, placement.tested) == (50, 50)
    if epsg in ALIKE:
        assert placement.verdict == "ambiguous"
        assert {placement.epsg, *placement.rivals} == ALIKE
        for rule in ALIKE:
            ruled = place_file(given_xy, CITY, (rule, 4326))
            assert (ruled.epsg, ruled.verdict, ruled.swapped, ruled.scale) == (rule, "by_rule", swapped, scale)
            assert set(ruled.rivals) == ALIKE - {rule}
            told = place_file(given_xy, CITY, (), rule)
            assert (told.epsg, told.verdict) == (rule, "declared")
        # The rule knows the kind of file better than the file itself does.
        assert place_file(given_xy, CITY, (5174,), 2097).epsg == 5174
    else:
        assert (placement.epsg, placement.verdict, placement.rivals) == (epsg, "certain", ())
    np.testing.assert_allclose(east_north(given_xy, placement), xy)
    assert (row_verdicts(given_xy, placement, CITY) == "").all()


def test_numbers_win_over_rule_and_declaration():
    placement = place_file(cloud(5179), CITY, rule=(5174,), declared=5186)
    assert (placement.epsg, placement.verdict) == (5179, "certain")
    assert place_file(cloud(4326)[:, ::-1], CITY, rule=(4326,)) == Placement(4326, True, 1.0, "certain", 50, 50)
    assert place_file(cloud(5181), CITY, rule=(5186,)).verdict == "ambiguous"


def test_a_rare_crs_is_believed_only_alone():
    only_old = np.array([[1007300.0, 1796200.0]] * 5)
    assert place_file(only_old, CITY).epsg == 5178
    assert place_file(cloud(5179), CITY).verdict == "certain"


def test_nothing_to_go_by():
    nothing = np.array([[np.nan, np.nan], [0.0, 0.0], [np.inf, 3.0]])
    assert place_file(nothing, CITY, (5174,)) == Placement(5174, False, 1.0, "none", 0, 0)
    assert place_file(np.empty((0, 2)), CITY, (), 5186) == Placement(5186, False, 1.0, "none", 0, 0)
    assert place_file(cloud(5186), [], ()) == Placement(0, False, 1.0, "none", 0, 50)
    elsewhere = place_file(cloud(5186) + 1e7, CITY, (5174,))
    assert (elsewhere.verdict, elsewhere.epsg, elsewhere.tested) == ("none", 5174, 50)


def test_a_part_of_a_file_is_enough():
    # Four in ten lie in the district, the others in the rest of the province, some nowhere.
    far = np.array([[231000.0, 470000.0]] * 55)
    xy = np.vstack([cloud(5186, 40), far, [[0.0, 0.0]] * 100, [[np.nan, 1.0]] * 5])
    placement = place_file(xy, CITY)
    assert (placement.epsg, placement.verdict, placement.inside, placement.tested) == (5186, "certain", 40, 95)
    # One in a hundred proves nothing by itself, but does not speak against the rule.
    thin = np.vstack([cloud(5174, 1), np.array([[231000.0, 570000.0]] * 99)])
    assert place_file(thin, CITY).verdict == "none"
    assert place_file(thin, CITY, (5174,)).verdict == "by_rule"
    assert place_file(thin, CITY, (5179,)).verdict == "none"


def test_the_larger_part_of_a_mixed_file_decides():
    xy = np.vstack([cloud(5186, 60), cloud(5186, 40)[:, ::-1]])
    placement = place_file(xy, CITY)
    assert (placement.epsg, placement.swapped, placement.verdict) == (5186, False, "certain")
    assert row_verdicts(xy, placement, CITY).tolist() == [""] * 60 + ["coordinates_swapped"] * 40


def test_the_tested_rows_are_spread_over_the_file():
    xy = np.vstack([cloud(5186, 3000), cloud(5179, 7000)])
    placement = place_file(xy, CITY)
    assert (placement.epsg, placement.tested) == (5179, 1000)
    assert abs(placement.inside - 700) <= 1


def test_every_row_gets_its_own_reason():
    rows = [
        (POINT[5174], ""),
        (POINT[5174][::-1], "coordinates_swapped"),
        ((POINT[5174][0] * 1000, POINT[5174][1] * 1000), "coordinates_millimetres"),
        ((POINT[5174][1] * 1000, POINT[5174][0] * 1000), "coordinates_millimetres"),
        (POINT[4326], "coordinates_other_crs"),
        (POINT[4326][::-1], "coordinates_other_crs"),
        (POINT[5179], "coordinates_other_crs"),
        (POINT[5186], "coordinates_other_crs"),
        ((0.0, 0.0), "coordinates_zero"),
        ((234359.0, 0.0), "coordinates_zero"),
        ((np.nan, 317253.0), "coordinates_blank"),
        ((np.inf, 317253.0), "coordinates_not_numbers"),
        ((999.0, 999.0), "coordinates_far"),
        # Just outside, but inside in EPSG:2097, 5181: no other CRS.
        ((252100.0, 317253.0), "coordinates_far"),
        ((234359.0, 335500.0), "coordinates_far"),
    ]
    xy = np.array([point for point, _ in rows])
    placement = Placement(5174, False, 1.0, "by_rule", 1, 1, (2097, 5181))
    for known in (placement, Placement(5174, False, 1.0, "certain", 1, 1)):
        assert row_verdicts(xy, known, CITY).tolist() == [code for _, code in rows]
    assert fitting_crs(xy, placement, CITY).tolist() == [0, 0, 0, 0, 4326, 4326, 5179, 5186] + [0] * 7


def test_rows_of_a_swapped_file_in_millimetres():
    placement = Placement(5186, True, 0.001, "certain", 1, 1)
    east, north = POINT[5186]
    xy = np.array([[north * 1000, east * 1000], [east * 1000, north * 1000], [north, east], [east, north]])
    assert row_verdicts(xy, placement, CITY).tolist() == [
        "",
        "coordinates_swapped",
        "coordinates_millimetres",
        "coordinates_millimetres",
    ]


def test_text_that_is_no_number_and_blanks_are_told_apart():
    x = typed(["234359.49", "", "abc", "", "*", "-"], "real", masked_ok=True)
    y = typed(["317253.30", "317253.30", "317253.30", "x", "*", "317253.30"], "real", masked_ok=True)
    xy, blank, not_numbers = coordinates(x, y)
    assert xy.shape == (6, 2)
    verdicts = row_verdicts(xy, place_file(xy, CITY, (5174,)), CITY, blank=blank, not_numbers=not_numbers)
    assert verdicts.tolist() == [
        "",
        "coordinates_blank",
        "coordinates_not_numbers",
        "coordinates_not_numbers",
        "coordinates_blank",
        "coordinates_blank",
    ]
    empty, blank, not_numbers = coordinates(typed([], "real", masked_ok=True), typed([], "real", masked_ok=True))
    assert empty.shape == (0, 2)
    assert row_verdicts(empty, Placement(0, False, 1.0, "none", 0, 0), CITY).shape == (0,)


def test_without_a_district_only_impossible_rows_are_refused():
    xy = np.array([[13.4, 52.5], [0.0, 0.0], [np.nan, 1.0], [0.0, 51.5]])
    verdicts = row_verdicts(xy, Placement(4326, False, 1.0, "none", 0, 0), [])
    assert verdicts.tolist() == ["", "coordinates_zero", "coordinates_blank", ""]
    # A district on the meridian of Greenwich.
    london = [Candidate(4326, (-0.5, 51.2, 0.3, 51.7))]
    xy = np.array([[0.0, 51.5], [0.0, 0.0], [0.0, 10.0]])
    verdicts = row_verdicts(xy, Placement(4326, False, 1.0, "certain", 1, 1), london)
    assert verdicts.tolist() == ["", "coordinates_zero", "coordinates_zero"]


def test_degrees_anywhere_in_the_world():
    world = [Candidate(4326, (-180.0, -90.0, 180.0, 90.0))]
    swapped = place_file(np.array([[36.3, 127.3], [36.4, 127.4]]), world, (4326,))
    assert (swapped.epsg, swapped.swapped, swapped.verdict) == (4326, True, "certain")
    berlin = np.array([[13.4, 52.5], [13.5, 52.4]])
    assert place_file(berlin, world, (4326,)) == Placement(4326, False, 1.0, "by_rule", 2, 2, (4326,))
    # Nothing but the names of the columns tells that these are not swapped.
    assert place_file(berlin, world) == Placement(4326, False, 1.0, "by_rule", 2, 2, (4326,))


@pytest.mark.parametrize("epsg", [4326, 5186])
def test_where_nothing_is_known_numbers_are_believed(epsg):
    anywhere = [Candidate(epsg, (-np.inf, -np.inf, np.inf, np.inf))]
    xy = np.array([[13.4, 52.5], [-70.0, -33.0], [370000.0, 5800000.0]])
    assert place_file(xy, anywhere, (epsg,)) == Placement(epsg, False, 1.0, "certain", 3, 3)
    rows = np.vstack([xy, [[0.0, 0.0], [np.nan, 1.0], [np.inf, 1.0]]])
    verdicts = row_verdicts(rows, place_file(rows, anywhere), anywhere)
    assert verdicts.tolist() == ["", "", "", "coordinates_zero", "coordinates_blank", "coordinates_not_numbers"]


# ---------------------------------------------------------------- with transformed points
@pytest.fixture(scope="module")
def transformers():
    pyproj = pytest.importorskip("pyproj")
    return {epsg: pyproj.Transformer.from_crs(4326, epsg, always_xy=True) for epsg in KOREAN_CRS}


def candidates_of(transformers, west, south, east, north) -> list[Candidate]:
    """Ranges of a box of degrees in every CRS, widened by 2 km, from points along its edge."""
    u = np.linspace(0, 1, 21)
    lon = np.concatenate([west + u * (east - west)] * 2 + [np.full(21, west), np.full(21, east)])
    lat = np.concatenate([np.full(21, south), np.full(21, north)] + [south + u * (north - south)] * 2)
    found = []
    for epsg, transformer in transformers.items():
        x, y = transformer.transform(lon, lat)
        wide = 0.02 if epsg == 4326 else 2000.0
        box = (x.min() - wide, y.min() - wide, x.max() + wide, y.max() + wide)
        found.append(Candidate(epsg, box, epsg in KOREAN_RARE_CRS))
    return found


BOXES = {
    "daejeon": (127.24, 36.18, 127.56, 36.51),
    "busan": (128.74, 34.88, 129.31, 35.39),
    "jeju": (126.14, 33.19, 126.98, 33.57),
}


@settings(max_examples=60)
@given(
    seed=st.integers(0, 10**6),
    town=st.sampled_from(sorted(BOXES)),
    epsg=st.sampled_from(KOREAN_CRS),
    swapped=st.booleans(),
    millimetres=st.booleans(),
    with_rule=st.booleans(),
)
def test_transformed_points_are_placed_back(transformers, seed, town, epsg, swapped, millimetres, with_rule):
    # In its neighbor's belt the island lies at the origin of the numbers, where millimetres are not believed.
    assume(not (town == "jeju" and epsg == 5183 and millimetres))
    west, south, east, north = BOXES[town]
    candidates = candidates_of(transformers, *BOXES[town])
    scale = 0.001 if millimetres and epsg != 4326 else 1.0
    random = np.random.default_rng(seed)
    lon, lat = random.uniform(west, east, 300), random.uniform(south, north, 300)
    true = np.column_stack(transformers[epsg].transform(lon, lat))
    xy = (true[:, ::-1] if swapped else true) / scale
    placement = place_file(xy, candidates, (epsg,) if with_rule else ())
    if placement.verdict == "ambiguous":
        assert not with_rule
        assert epsg in {placement.epsg, *placement.rivals}
        fits = {placement.epsg, *placement.rivals}
        assert fits <= ALIKE  # nothing else lies so close together
    elif epsg in KOREAN_RARE_CRS:
        assert placement.epsg in (5178, 5179)
        return
    else:
        assert placement.epsg == epsg
        np.testing.assert_allclose(east_north(xy, placement), true)
    assert (placement.swapped, placement.scale) == (swapped, scale)
    assert placement.inside == placement.tested == 300
    # Planted among them: rows in another reading are found, unless they lie in the district this way, too.
    mixed = xy.copy()
    mixed[::10] = xy[::10, ::-1]
    found = place_file(mixed, candidates, (epsg,))
    assert (found.epsg, found.swapped) == (epsg, swapped)
    verdicts = row_verdicts(mixed, found, candidates)
    planted = np.arange(300) % 10 == 0
    assert (verdicts[~planted] == "").all()
    xmin, ymin, xmax, ymax = next(c.bounds for c in candidates if c.epsg == epsg)
    x, y = east_north(mixed, found).T
    also = (x >= xmin) & (x <= xmax) & (y >= ymin) & (y <= ymax)
    assert (verdicts[planted & ~also] == "coordinates_swapped").all()
    # Only in the western belt do eastings and northings of Daejeon overlap.
    assert town != "daejeon" or epsg == 5185 or not also[planted].any()


def test_a_whole_country_is_coarser_but_works(transformers):
    country = candidates_of(transformers, 124.6, 33.1, 131.0, 38.6)
    random = np.random.default_rng(3)
    lon, lat = random.uniform(126.3, 129.3, 400), random.uniform(34.8, 37.7, 400)
    for epsg in (4326, 5179, 3857):
        xy = np.column_stack(transformers[epsg].transform(lon, lat))
        assert place_file(xy, country).epsg == epsg
        assert place_file(xy[:, ::-1], country).swapped
    xy = np.column_stack(transformers[5174].transform(lon, lat))
    ruled = place_file(xy, country, (5174,))
    assert (ruled.epsg, ruled.verdict, ruled.swapped) == (5174, "by_rule", False)
    assert 5186 in ruled.rivals
    assert place_file(xy, country).verdict == "ambiguous"


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(POINT)), st.booleans(), st.sampled_from([1.0, 0.001])), min_size=1, max_size=30
    )
)
def test_the_count_against_brute_force(parts):
    rows = []
    for epsg, swapped, scale in parts:
        x, y = POINT[epsg]
        rows.append((y / scale, x / scale) if swapped else (x / scale, y / scale))
    xy = np.array(rows)
    placement = place_file(xy, CITY)

    def inside(candidate: Candidate, point, swapped: bool, scale: float) -> bool:
        x, y = (point[1], point[0]) if swapped else point
        xmin, ymin, xmax, ymax = candidate.bounds
        return xmin <= x * scale <= xmax and ymin <= y * scale <= ymax

    counts = {
        (candidate.epsg, swapped, scale): sum(inside(candidate, row, swapped, scale) for row in rows)
        for candidate in CITY
        for swapped in (False, True)
        for scale in (1.0, 0.001)
        if candidate.epsg != 4326 or scale == 1.0
    }
    if placement.verdict == "none":
        assert max(counts.values()) < max(1, 0.1 * len(rows))
    else:
        assert placement.inside == counts[placement.epsg, placement.swapped, placement.scale]
        assert placement.inside == max(counts.values())
        verdicts = row_verdicts(xy, placement, CITY)
        assert (verdicts == "").sum() == placement.inside


def test_real_registers_are_placed(real_data):
    with sqlite3.connect(
        f"file:{real_data / 'daejeon_child_zones' / 'child_zones.gpkg'}?mode=ro", uri=True
    ) as database:
        rows = database.execute("select lon, lat from child_zones").fetchall()
    x, y = (typed([str(row[place]) for row in rows], "real", masked_ok=False) for place in (0, 1))
    xy, blank, not_numbers = coordinates(x, y)
    placement = place_file(xy, CITY, rule=(5174,))
    assert (placement.epsg, placement.swapped, placement.verdict) == (4326, False, "certain")
    assert place_file(xy[:, ::-1], CITY, rule=(5174,)).swapped
    verdicts = row_verdicts(xy, placement, CITY, blank=blank, not_numbers=not_numbers)
    assert len(verdicts) == 657
    assert (verdicts == "").all()
