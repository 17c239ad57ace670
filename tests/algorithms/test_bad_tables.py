"""Tables and settings that are wrong: each is refused with the row, the word and what to do."""

from __future__ import annotations

import pytest

HEAD = "field,weight,direction,transform,low,high,points"


@pytest.mark.parametrize(
    ("columns", "rows", "words"),
    [
        (HEAD, ["a,1,,,,,", "strores,1,,,,,"], ["row 2", "'strores'", "a, b"]),
        (HEAD, ["a,1,benfit,,,,"], ["row 1", "'benfit'", "Did you mean benefit?"]),
        (HEAD, ["a,1,,percentil,,,"], ["row 1", "'percentil'", "Did you mean percentile?"]),
        (HEAD, ["a,1,,,,,", "b,two,,,,,"], ["row 2", "weight", "'two'"]),
        (HEAD, ["a,-1,,,,,"], ["row 1", "-1", "negative", "cost"]),
        (HEAD, ["a,inf,,,,,"], ["row 1", "'inf'"]),
        (HEAD, ["a,0,,,,,", "b,0,,,,,"], ["2 criteria are 0", "Give at least one"]),
        (HEAD, ["a,1,,,,,", "A,1,,,,,"], ["row 2", "'a'", "row 1"]),
        (HEAD, ["a,1,,linear,5,5,"], ["row 1", "low", "high"]),
        (HEAD, ["a,1,,linear,x,5,"], ["row 1", "low", "'x'"]),
        (HEAD, ["a,1,,gaussian,5,,"], ["row 1", "high (width)"]),
        (HEAD, ["a,1,,gaussian,5,-1,"], ["row 1", "above 0"]),
        (HEAD, ["a,1,,piecewise,,,"], ["row 1", "points"]),
        (HEAD, ["a,1,,piecewise,,,0:0; x:1"], ["row 1", "'x:1'", "0:0; 300:1"]),
        (HEAD, ["a,1,,categories,,,park=2"], ["row 1", "park=1"]),
        (HEAD, ["name,1,,,,,"], ["'name'", "categories"]),
        (HEAD, [",1,,,,,"], ["row 1", "field is missing"]),
        (HEAD, [], ["CRITERIA", "no features"]),
        (HEAD, [",,,,,,"], ["no rows"]),
        ("field,weigth", ["a,1"], ["'weigth'", "Did you mean weight?"]),
        ("feild,weight", ["a,1"], ["'feild'", "Did you mean field?"]),
        ("criterion,weight", ["a,1"], ["'field'", "criterion, weight"]),
    ],
)
def test_a_criteria_table_with_a_mistake_says_where(make, doors, columns, rows, words) -> None:
    doors.refused_in_the_run("suitabilityscore", *words, INPUT=make.cells(), CRITERIA=make.table(columns, *rows))


RECIPE = "layer,field,measure,radius,name,zone_field"


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (["shops,,cuont,300,n,"], ["row 1", "'cuont'", "Did you mean count"]),
        (["shops,,count,300,n,", "shps,,count,,m,"], ["row 2", "'shps'", "Did you mean shops?"]),
        (["shops,,count,30O,n,"], ["row 1", "'30O'"]),
        (["shops,,count,-5,n,"], ["row 1", "'-5'"]),
        (["shops,,count,nan,n,"], ["row 1", "'nan'"]),
        (["shops,,sum,300,s,"], ["row 1", "'sum'", "needs a field"]),
        (["shops,value,nearest,,d,"], ["row 1", "takes no field", "value"]),
        (["shops,valeu,sum,,s,"], ["'shops'", "'valeu'", "value, kind"]),
        (["shops,kind,sum,,s,"], ["'kind'", "holds text", "sum"]),
        (["shops,,kernel_quartic,,k,"], ["row 1", "needs a radius"]),
        (["shops,,share,,s,"], ["row 1", "'share'", "shops"]),
        (["shops,,count,,1n,"], ["row 1", "'1n'", "Did you mean"]),
        (["shops,,count,,name,"], ["row 1", "already", "'name'"]),
        (["shops,,count,,n,", "shops,,count,300,N,"], ["row 2", "row 1"]),
        (["shops,,count,,n,kind"], ["'shops'", "ZONE_ID_FIELD", "zone_field"]),
        ([",,count,,n,"], ["row 1", "layer is missing"]),
        (["#7,,count,,n,"], ["row 1", "'#7'"]),
        ([",,,,,"], ["no rows"]),
    ],
)
def test_a_recipe_with_a_mistake_says_where(make, doors, rows, words) -> None:
    recipe = make.table(RECIPE, *rows)
    doors.refused_in_the_run("zonefeatures", *words, ZONES=make.cells(), LAYERS=[make.points()], FEATURES=recipe)


def test_a_recipe_without_a_column_says_which(make, doors) -> None:
    recipe = make.table("layer,measur", "shops,count")
    words = ["'measure'", "layer, measur"]
    doors.refused_in_the_run("zonefeatures", *words, ZONES=make.cells(), LAYERS=[make.points()], FEATURES=recipe)


def test_two_layers_of_one_name_must_be_told_apart(make, doors) -> None:
    given = {"ZONES": make.cells(), "LAYERS": [make.points(name="shops"), make.points(10, name="shops")]}
    recipe = make.table("layer,measure,name", "shops,count,n")
    doors.refused_in_the_run("zonefeatures", "row 1", "'shops'", "shops (1)", FEATURES=recipe, **given)
    recipe = make.table("layer,measure,name", "#1,count,n", "#2,count,m")
    rows = list(doors.run("zonefeatures", FEATURES=recipe, **given)["OUTPUT"].getFeatures())
    assert (sum(row["n"] for row in rows), sum(row["m"] for row in rows)) == (40, 10)
    rows = doors.run("zonefeatures", **given)["OUTPUT"]
    assert len({field.name() for field in rows.fields()}) == len(rows.fields())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1,3; 1/3,1; 1,1", ["Expert 1", "3 rows", "2 criteria"]),
        ("1,3; 1/3", ["Expert 1, row 2", "1 values"]),
        ("1,three; 1/3,1", ["row 1, column 2", "'three'"]),
        ("1,-3; -1/3,1", ["row 1, column 2", "above 0"]),
        ("2,3; 1/3,1", ["row 1", "not 2"]),
        ("1,3; 3,1", ["Expert 1", "reciprocal"]),
        ("1,3; 1/3,1 | 1,1/0; 1,1", ["Expert 2", "1/0"]),
    ],
)
def test_wrong_pairwise_comparisons_name_expert_and_cell(make, doors, text, words) -> None:
    doors.refused_in_the_run("suitabilityscore", *words, INPUT=make.cells(), FIELDS=["a", "b"], PAIRWISE=text)


# ------------------------------------------------------------------ settings
def test_a_field_that_does_not_exist_is_named_with_those_there_are(make, doors) -> None:
    given = {"INPUT": make.cells(name="칸들"), "FIELDS": ["a", "c"]}
    doors.refused_everywhere("suitabilityscore", "'칸들'", "'c'", "a, b, name", "FIELDS", **given)
    given = {"ZONES": make.cells(), "LAYERS": [make.points()], "ZONE_ID_FIELD": "nmae"}
    doors.refused_everywhere("zonefeatures", "'nmae'", "Did you mean name?", **given)
    doors.refused_everywhere("districtgrid", "'x'", DISTRICT=make.district(), ZONE_FIELD="x")


def test_a_field_in_other_case_or_by_its_alias_is_not_taken_for_the_field(make, doors) -> None:
    cells = make.cells()
    cells.setFieldAlias(1, "비용")
    doors.refused_everywhere("suitabilityscore", "'A'", "Did you mean a?", INPUT=cells, FIELDS=["A"])
    assert "'비용'" in doors.refused("suitabilityscore", INPUT=cells, FIELDS=["비용"])


def test_text_where_numbers_are_needed_is_refused(make, doors) -> None:
    doors.refused_everywhere("suitabilityscore", "'name'", "text", INPUT=make.cells(), FIELDS=["a", "name"])


def test_nothing_to_score_by_is_refused(make, doors) -> None:
    doors.refused_everywhere("suitabilityscore", "Choose fields", INPUT=make.cells())


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ('"a" <', []),  # each QGIS says in its own words what is missing
        ('"a" < < 3', ["syntax error"]),
        ('"aa" < 3', ["'aa'"]),
        ("nofunction(1)", ["nofunction"]),
    ],
)
def test_a_wrong_exclusion_rule_is_quoted(make, doors, rule, words) -> None:
    doors.refused_everywhere("suitabilityscore", rule, *words, INPUT=make.cells(), FIELDS=["a"], EXCLUDE=rule)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ('to_int("name") = 1', ["칸 0", "row 1"]),
        ("'\"a\" < 3'", ["'\"a\" < 3'", "true or false"]),
        ("\"a\" || 'x'", ["'0x'", "true or false"]),
    ],
)
def test_a_rule_that_cannot_be_true_or_false_is_refused(make, doors, rule, words) -> None:
    doors.refused_in_the_run("suitabilityscore", rule, *words, INPUT=make.cells(), FIELDS=["a"], EXCLUDE=rule)


def test_rules_that_leave_no_place_are_counted(make, doors) -> None:
    given = {"INPUT": make.cells(), "FIELDS": ["a"], "EXCLUDE": '"a" < 8\n"a" >= 8'}
    doors.refused_in_the_run("suitabilityscore", "16", '"a" < 8: 8', '"a" >= 8: 8', **given)


@pytest.mark.parametrize(
    ("name", "extra", "words"),
    [
        ("districtgrid", {"SHAPE": "triangle"}, ["SHAPE", "'triangle'", "square, hexagon"]),
        ("districtgrid", {"SHAPE": "Square"}, ["SHAPE", "'Square'", "square, hexagon"]),
        ("districtgrid", {"CLIP": "0"}, ["CLIP", "center, whole, clipped"]),
        ("districtgrid", {"SIZE": 0.5}, ["SIZE", "0.5", "from 1"]),
        ("districtgrid", {"SIZE": "many"}, ["SIZE", "'many'", "a number"]),
        ("districtgrid", {"SIZE": float("nan")}, ["SIZE", "'nan'", "a number"]),
        ("districtgrid", {"SIZE": "nan"}, ["SIZE", "'nan'", "a number"]),
        ("districtgrid", {"SIZE": float("inf")}, ["SIZE", "'inf'", "a number"]),
        ("suitabilityscore", {"CONCENTRATION": "nan"}, ["CONCENTRATION", "'nan'"]),
        ("districtgrid", {"SIZE": 1e9}, ["No cell"]),
        ("districtgrid", {"ORIGIN": "here"}, ["two numbers", "0,0"]),
        ("districtgrid", {"ORIGIN": "nan,0"}, ["two numbers", "0,0"]),
        ("districtgrid", {"GRID": "korea", "SIZE": 123}, ["50, 100, 250, 500, 1000", "123"]),
        ("districtgrid", {"SIZES": 100}, ["SIZES", "Did you mean SIZE?"]),
        ("districtgrid", {"district": 1}, ["district", "Did you mean DISTRICT?"]),
        ("districtgrid", {"ANALYSIS_CRS": "EPSG:4326"}, ["EPSG:4326", "metres"]),
        ("districtgrid", {"ANALYSIS_CRS": "EPSG:3857"}, ["EPSG:3857"]),
        ("districtgrid", {"ANALYSIS_CRS": "EPSG:99999999"}, ["ANALYSIS_CRS", "EPSG:99999999"]),
        ("suitabilityscore", {"METHOD": "electre"}, ["METHOD", "'electre'", "sum, product, topsis"]),
        ("suitabilityscore", {"TOP": 0}, ["TOP", "'0'", "a whole number", "from 1"]),
        ("suitabilityscore", {"DRAWS": -1}, ["DRAWS", "from 0 to 100000"]),
        ("suitabilityscore", {"GRADE_CUTS": "0.8,0.2"}, ["rising numbers", "0.2,0.4,0.6,0.8"]),
        ("suitabilityscore", {"SEED": "x"}, ["SEED", "'x'"]),
        ("zonefeatures", {"RADII": "300,-1"}, ["above 0"]),
        ("zonefeatures", {"RADII": "three"}, ["above 0"]),
        ("zonefeatures", {"RADII": "nan"}, ["above 0"]),
        ("zonefeatures", {"PRESET": "x"}, ["PRESET", "none, noticeboard"]),
    ],
)
def test_a_setting_that_is_not_possible_is_refused_by_every_door(make, doors, name, extra, words) -> None:
    given = {
        "districtgrid": {"DISTRICT": make.district()},
        "zonefeatures": {"ZONES": make.cells(), "LAYERS": [make.points()]},
        "suitabilityscore": {"INPUT": make.cells(), "FIELDS": ["a", "b"]},
    }[name]
    said = [doors.refused(name, **{**given, **extra})]
    algorithm = doors.algorithm(name)
    known = {definition.name() for definition in algorithm.parameterDefinitions()}
    if set(extra) <= known:  # a model cannot hold a parameter that its step does not have
        said.append(doors.refused_in_model(name, **{**given, **extra}))
    for text in said:
        for word in words:
            assert word in text, text


@pytest.mark.parametrize(
    ("name", "missing"), [("districtgrid", "DISTRICT"), ("zonefeatures", "LAYERS"), ("suitabilityscore", "INPUT")]
)
def test_an_input_that_is_not_given_is_named(make, doors, name, missing) -> None:
    given = {"zonefeatures": {"ZONES": make.cells()}, "suitabilityscore": {"FIELDS": ["a"]}}.get(name, {})
    for value in ({}, {missing: None}, {missing: ""}):
        assert missing in doors.check(name, **given, **value)
        assert missing in doors.refused(name, **given, **value)


def test_too_many_cells_are_not_even_begun(make, doors) -> None:
    from qgis.core import QgsGeometry, QgsRectangle

    wide = make.layer(
        "Polygon", [(QgsGeometry.fromRect(QgsRectangle(180000, 400000, 280000, 500000)),)], name="넓은 구"
    )
    doors.refused_in_the_run("districtgrid", "larger cells", DISTRICT=wide, SIZE=1)
