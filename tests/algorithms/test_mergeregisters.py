"""Merging registers as an algorithm: every row accounted for, people obeyed, bad input of every kind."""

from __future__ import annotations

import sys

import numpy as np

from tests.algorithms.conftest import point

FIELDS = ("no:string", "name:string", "road_addr:string", "phone:string", "opened:string", "closed:string")
WORDS = (
    "하늘",
    "가람",
    "누리",
    "새봄",
    "다올",
    "라온",
    "마루",
    "바른",
    "사랑",
    "아람",
    "자연",
    "차오름",
    "푸른",
    "한빛",
)
TRADES = ("분식", "카페", "약국", "학원", "미용실", "세탁소", "노래방", "서점", "정육점")


def business(number: int) -> tuple[str, str, str, str]:
    """Place, name, address and phone of a made-up business."""
    name = WORDS[number % 14] + WORDS[(number * 5 + number // 14) % 14] + TRADES[number % 9]
    address = f"대전광역시 서구 {('가상로', '누리길', '한빛로')[number % 3]} {1 + number // 3}"
    place = point(40.0 * (number % 25), 45.0 * (number // 25))
    return place, name, address, f"042-{400 + number % 90}-{1000 + 37 * number % 9000}"


def register(make, numbers, *, name="first", change=lambda number, row: row, kind="Point"):
    """A register of some of these businesses; ``change`` may rewrite a row."""
    rows = []
    for number in numbers:
        place, title, address, phone = business(number)
        rows.append(change(number, [place, f"{name}-{number}", title, address, phone, None, None]))
    if kind == "None":
        rows = [[None, *row[1:]] for row in rows]
    return make.layer(kind, rows, FIELDS, name=name)


def two_registers(make, count=120):
    """Registers that share half of their businesses, the second in other words."""

    def other(number, row):
        row[2] = f"(주){row[2]}" if number % 3 == 0 else f"{row[2]} 둔산점" if number % 3 == 1 else row[2]
        row[3] = row[3].replace("대전광역시", "대전")
        return row

    half = count // 2
    return [register(make, range(count)), register(make, range(half, count + half), name="second", change=other)]


def rows_of(layer) -> list[dict]:
    names = [field.name() for field in layer.fields()]
    return [
        dict(zip(names, (None if hasattr(v, "isNull") and v.isNull() else v for v in feature.attributes())))
        for feature in layer.getFeatures()
    ]


def merged(doors, layers, **parameters) -> dict[str, list[dict] | float]:
    """Outputs as rows, numbers as they are."""
    outputs = dict.fromkeys(("MERGED", "LINKS", "REVIEW", "UNLOCATED", "REJECTED"), "TEMPORARY_OUTPUT")
    results = doors.run("mergeregisters", LAYERS=layers, **{"ID_FIELD": "no", **outputs, **parameters})
    return {name: rows_of(value) if hasattr(value, "getFeatures") else value for name, value in results.items()}


def pairs_of(links: list[dict]) -> set[tuple[str, str]]:
    """Ids of two registers that share an entity."""
    entity: dict[int, list[str]] = {}
    for row in links:
        entity.setdefault(row["entity_id"], []).append(row["source_id"])
    return {tuple(sorted((a, b))) for ids in entity.values() for i, a in enumerate(ids) for b in ids[i + 1 :]}


def test_every_row_is_linked_once_and_the_same_businesses_meet(make, doors) -> None:
    found = merged(doors, two_registers(make))
    links = found["LINKS"]
    assert found["ROWS"] == len(links) == 240
    assert len({(row["register"], row["source_id"]) for row in links}) == 240
    assert (
        found["ENTITIES"] == len({row["entity_id"] for row in links}) == len(found["MERGED"]) + len(found["UNLOCATED"])
    )
    assert found["DUPLICATES"] == 240 - found["ENTITIES"]
    true = {(f"first-{n}", f"second-{n}") for n in range(60, 120)}
    right = pairs_of(links) & true
    assert len(right) / len(pairs_of(links)) > 0.97 and len(right) / len(true) > 0.95
    assert 0 <= found["PRECISION_LOW"] <= found["PRECISION"] <= found["PRECISION_HIGH"] <= 1
    assert 0 <= found["RECALL_LOW"] <= found["RECALL"] <= found["RECALL_HIGH"] <= 1
    for row in found["MERGED"]:
        assert row["name_from"] in ("first", "second") and row["name"]


def test_what_a_person_decided_is_obeyed(make, doors) -> None:
    layers = two_registers(make)
    columns = "register_a,source_id_a,register_b,source_id_b,decision"
    reviewed = make.table(
        columns,
        "first,first-70,second,second-70,different",
        "first,first-3,second,second-150,same",
        "first,first-80,second,second-80,unsure",
        "first,first-81,second,second-81,",
    )
    pairs = pairs_of(merged(doors, layers, REVIEWED=reviewed)["LINKS"])
    assert ("first-70", "second-70") not in pairs
    assert ("first-3", "second-150") in pairs
    assert ("first-80", "second-80") in pairs and ("first-81", "second-81") in pairs


def test_pairs_to_review_can_be_given_back(make, doors) -> None:
    """The layer of one run, with decisions, is the input of the next; a decided pair is not asked again."""

    def vague(number, row):
        row[2] = row[2][:-1] if number % 2 else row[2]
        row[4] = None
        return row

    layers = [register(make, range(60)), register(make, range(30, 90), name="second", change=vague)]
    limits = {"REVIEW_FROM": 0.01, "THRESHOLD": 0.9999}
    first = doors.run("mergeregisters", LAYERS=layers, ID_FIELD="no", REVIEW="TEMPORARY_OUTPUT",
                      **limits)  # fmt: skip
    review = first["REVIEW"]
    asked = rows_of(review)
    assert asked and [row["rank"] for row in asked] == list(range(1, len(asked) + 1))
    told = asked[0]
    assert {told["register_a"], told["register_b"]} == {"first", "second"}
    field = review.fields().lookupField("decision")
    assert review.dataProvider().changeAttributeValues({next(review.getFeatures()).id(): {field: "different"}})
    again = merged(doors, layers, REVIEWED=review, **limits)
    key = tuple(sorted((told["source_id_a"], told["source_id_b"])))
    assert key not in pairs_of(again["LINKS"])
    assert key not in {tuple(sorted((row["source_id_a"], row["source_id_b"]))) for row in again["REVIEW"]
                       if not row["decision"]}  # fmt: skip


def test_the_form_shows_both_records_and_asks_for_a_decision(make, doors) -> None:
    from qgis.core import QgsValueMapFieldFormatter

    from seo_district_plugin.layers.forms import form_fields, form_texts

    results = doors.run("mergeregisters", LAYERS=two_registers(make), REVIEW_FROM=0.01, THRESHOLD=0.9999)
    layer = results["REVIEW"]
    assert list(form_fields(layer)) == ["decision"]
    (text,) = form_texts(layer)
    for name in ("name_a", "name_b", "phone_a", "phone_b", "probability", "distance", "why"):
        assert f'"{name}"' in text, name
    at = layer.fields().lookupField("decision")
    assert layer.editorWidgetSetup(at).type() == "ValueMap"
    codes = [code for entry in layer.editorWidgetSetup(at).config()["map"] for code in entry.values()]
    assert codes == [QgsValueMapFieldFormatter.NULL_VALUE, "same", "different", "unsure"]
    config = layer.editFormConfig()
    assert [field.name() for i, field in enumerate(layer.fields()) if not config.readOnly(i)] == ["decision"]


def test_contradicting_decisions_are_refused_with_the_pairs(make, doors) -> None:
    reviewed = make.table(
        "register_a,source_id_a,register_b,source_id_b,decision",
        "first,first-70,second,second-70,same",
        "second,second-70,first,first-70,different",
    )
    doors.refused_in_the_run("mergeregisters", "first-70", "second-70", LAYERS=two_registers(make), REVIEWED=reviewed,
                             ID_FIELD="no")  # fmt: skip


def test_decisions_on_rows_that_are_not_there_are_told(make, doors) -> None:
    reviewed = make.table(
        "register_a,source_id_a,register_b,source_id_b,decision",
        "first,first-70,second,second-70,same",
        "third,first-1,second,second-70,same",
        "first,first-9999,second,second-70,different",
    )
    found = merged(doors, two_registers(make), REVIEWED=reviewed)
    assert len(found["REJECTED"]) == 2


def test_a_successor_is_no_duplicate(make, doors) -> None:
    """Closed, then another of the same trade opened in the same rooms: two businesses, the second follows the first."""

    def old(number, row):
        row[5:7] = ["2010-01-01", "2019-05-31"]
        return row

    def new(number, row):
        if number < 5:
            row[2], row[4] = f"완전히 다른 {number}", None
            row[5] = "2019-09-01"
        return row

    layers = [register(make, range(40), change=lambda n, row: old(n, row) if n < 5 else row),
              register(make, range(40), name="second", change=new)]  # fmt: skip
    links = merged(doors, layers)["LINKS"]
    assert not pairs_of(links) & {(f"first-{n}", f"second-{n}") for n in range(5)}


def test_a_name_of_a_column_that_is_nowhere_is_refused(make, doors) -> None:
    doors.refused_everywhere("mergeregisters", "'nmae'", "first", LAYERS=two_registers(make), NAME_FIELD="nmae")


def test_as_many_names_as_layers_are_needed(make, doors) -> None:
    doors.refused_everywhere("mergeregisters", "2", LAYERS=two_registers(make), NAME_FIELD="name,name,name")


def test_limits_in_the_wrong_order_are_refused(make, doors) -> None:
    doors.refused_everywhere("mergeregisters", "0.95", LAYERS=two_registers(make), REVIEW_FROM=0.95, THRESHOLD=0.8)


def test_a_table_without_the_fields_of_decisions_is_refused(make, doors) -> None:
    reviewed = make.table("a,b", "1,2")
    doors.refused_everywhere("mergeregisters", "register_a", "decision", LAYERS=two_registers(make), REVIEWED=reviewed)


def test_an_unknown_register_within_is_refused(make, doors) -> None:
    doors.refused_everywhere("mergeregisters", "'third'", "first, second", LAYERS=two_registers(make), WITHIN="third")


def everything_once(found, layers) -> None:
    total = sum(layer.featureCount() for layer in layers)
    assert len(found["LINKS"]) == found["ROWS"] == total
    assert len({(row["register"], row["source_fid"]) for row in found["LINKS"]}) == total
    assert len(found["MERGED"]) + len(found["UNLOCATED"]) == found["ENTITIES"]


def test_rows_without_names_stay_alone(make, doors) -> None:
    def nameless(number, row):
        row[2] = None if number % 4 == 0 else row[2]
        return row

    layers = [register(make, range(60), change=nameless), register(make, range(30, 90), name="second", change=nameless)]
    found = merged(doors, layers)
    everything_once(found, layers)


def test_a_register_where_all_have_one_name(make, doors) -> None:
    """A chain: the name tells nothing, place and phone decide."""

    def chain(number, row):
        row[2] = "같은 이름"
        return row

    layers = [register(make, range(60), change=chain), register(make, range(30, 90), name="second", change=chain)]
    found = merged(doors, layers)
    everything_once(found, layers)
    assert found["ENTITIES"] >= 60, "rows of one register stay apart"


def test_many_rows_at_one_point(make, doors) -> None:
    """Rows geocoded to the center of a dong: their common place is no evidence."""
    center = point(500, 500)

    def piled(number, row):
        row[0], row[3], row[4] = center, None, None
        return row

    layers = [register(make, range(1500), change=piled), register(make, range(700, 2200), name="second", change=piled)]
    found = merged(doors, layers)
    everything_once(found, layers)


def test_rows_without_addresses_or_places(make, doors) -> None:
    def bare(number, row):
        row[0], row[3] = None if number % 2 else row[0], None
        return row

    layers = [register(make, range(60), change=bare), register(make, range(30, 90), name="second", change=bare)]
    found = merged(doors, layers)
    everything_once(found, layers)
    assert found["UNLOCATED_ENTITIES"] == len(found["UNLOCATED"]) > 0


def test_phones_as_numbers(make, doors) -> None:
    """A spreadsheet has eaten the leading 0 and added decimals."""

    def eaten(number, row):
        row[4] = f"{float(row[4].replace('-', ''))}"
        return row

    layers = [register(make, range(60)), register(make, range(30, 90), name="second", change=eaten)]
    found = merged(doors, layers)
    everything_once(found, layers)
    true = {(f"first-{n}", f"second-{n}") for n in range(30, 60)}
    assert len(pairs_of(found["LINKS"]) & true) >= 28


def test_dates_in_five_ways_of_writing(make, doors) -> None:
    ways = ("2019-05-31", "20190531", "2019.05.31", "2019년 5월 31일", "2019/5/31", "gestern")

    def dated(number, row):
        row[6] = ways[number % 6]
        return row

    layers = [register(make, range(60), change=dated), register(make, range(30, 90), name="second")]
    found = merged(doors, layers)
    everything_once(found, layers)
    closed = {row["closed"].toString("yyyy-MM-dd") for row in found["MERGED"] if row["closed"]}
    assert closed == {"2019-05-31"}


def test_damaged_letters_lose_no_row(make, doors) -> None:
    def damaged(number, row):
        row[2] = row[2].encode("cp949").decode("latin-1") if number % 3 == 0 else row[2]
        return row

    layers = [register(make, range(60)), register(make, range(30, 90), name="second", change=damaged)]
    everything_once(merged(doors, layers), layers)


def test_one_register_twice(make, doors) -> None:
    layers = [register(make, range(60)), register(make, range(60))]
    found = merged(doors, layers)
    everything_once(found, layers)
    assert {row["register"] for row in found["LINKS"]} == {"first (1)", "first (2)"}
    assert found["ENTITIES"] == 60


def test_tables_without_geometry(make, doors) -> None:
    layers = [register(make, range(60), kind="None"), register(make, range(30, 90), name="second", kind="None")]
    found = merged(doors, layers)
    everything_once(found, layers)
    assert not found["MERGED"] and len(found["UNLOCATED"]) == found["ENTITIES"]
    true = {(f"first-{n}", f"second-{n}") for n in range(30, 60)}
    assert len(pairs_of(found["LINKS"]) & true) >= 28


def test_one_register_of_one_row(make, doors) -> None:
    layers = [register(make, range(1))]
    found = merged(doors, layers)
    everything_once(found, layers)
    assert found["LINKS"][0]["status"] == "single"


def test_it_runs_without_scikit_learn(make, doors, monkeypatch) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "sklearn"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "sklearn", None)
    layers = two_registers(make, 60)
    everything_once(merged(doors, layers), layers)


def test_labels_teach_the_weights(make, doors) -> None:
    rows = [f"first,first-{n},second,second-{n},same" for n in range(60, 110)]
    rows += [f"first,first-{n},second,second-{n + 1},different" for n in range(60, 110)]
    labels = make.table("register_a,source_id_a,register_b,source_id_b,decision", *rows)
    found = merged(doors, two_registers(make), LABELS=labels)
    true = {(f"first-{n}", f"second-{n}") for n in range(60, 120)}
    assert len(pairs_of(found["LINKS"]) & true) >= 57, (len(pairs_of(found["LINKS"])), found["PRECISION"])


def test_other_languages_under_the_generic_profile(make, doors) -> None:
    streets = ("Hauptstraße", "Lindenallee", "Am Markt", "Karl-Heine-Straße")
    kinds = ("Bäckerei", "Café", "Apotheke", "Buchhandlung")
    names = ("Müller", "Schulze", "Sonne", "Adler", "Krone", "Vogel", "Stern", "Linde", "Kranich")
    rng = np.random.default_rng(3)
    people = [
        (
            f"{kinds[i % 4]} {names[i * 7 % 9]} {names[i % 9]}",
            f"{streets[i % 4]} {i + 1}",
            f"+49 341 {rng.integers(1e5, 1e6)}",
        )
        for i in range(90)
    ]

    def layer(name, numbers, changed):
        rows = []
        for i in numbers:
            title, address, phone = people[i]
            if changed:
                title, phone = title.replace("Bäckerei", "Baeckerei").upper(), phone.replace("+49 341 ", "0341/")
            rows.append([point(30.0 * i, 20.0 * (i % 7)), f"{name}-{i}", title, address, phone, None, None])
        return make.layer("Point", rows, ("no:string", "name:string", "address:string", *FIELDS[3:]), name=name)

    layers = [layer("first", range(60), False), layer("second", range(30, 90), True)]
    found = merged(doors, layers, PROFILE="generic")
    everything_once(found, layers)
    true = {(f"first-{n}", f"second-{n}") for n in range(30, 60)}
    right = pairs_of(found["LINKS"]) & true
    assert len(right) >= 27 and len(right) / len(pairs_of(found["LINKS"])) > 0.95


def test_columns_are_found_by_their_labels(make, doors) -> None:
    """Sheets of an office come in with columns c001, c002, ... that carry their headers as labels."""
    columns = ("c001:string", "c002:string", "c003:string", "c004:string", "c005:string", "c006:string")
    rows = [[None, f"o-{n}", *business(n)[1:], None, None] for n in range(30, 90)]
    office = make.layer("None", rows, columns, name="office")
    for at, label in enumerate(("연번", "업소명", "소재지", "전화번호")):
        office.setFieldAlias(at, label)
    layers = [register(make, range(60)), office]
    found = merged(doors, layers, ID_FIELD="no,c001")
    everything_once(found, layers)
    assert "Name: c002 (업소명)" in doors.log and "Phone: c004 (전화번호)" in doors.log
    right = pairs_of(found["LINKS"]) & {(f"first-{n}", f"o-{n}") for n in range(30, 60)}
    assert len(right) >= 28


def test_a_layer_without_names_is_told_and_each_of_its_rows_stays_alone(make, doors, tmp_path) -> None:
    """Cameras or accidents among the layers: nothing is lost, nothing is joined, and log and report say why."""
    rows = [(business(n)[0], f"camera {n}", 10 + n) for n in range(60)]
    cameras = make.layer("Point", rows, ("mng_no:string", "pixels:integer"), name="cameras")
    layers = [*two_registers(make, 60), cameras]
    report = tmp_path / "report.html"
    found = merged(doors, layers, ID_FIELD="", REPORT=str(report))
    everything_once(found, layers)
    assert "cameras: no column with names was found" in doors.log
    alone = [row for row in found["LINKS"] if row["register"] == "cameras"]
    entities = [row["entity_id"] for row in found["LINKS"]]
    assert all(row["status"] == "single" and entities.count(row["entity_id"]) == 1 for row in alone)
    text = report.read_text(encoding="utf-8")
    assert "No column with names: every row stays by itself." in text and "Columns that were used" in text
    assert "biz_name" not in text and "road_addr" in text
    for code in ("rarity:", "over_1000", "closed_and_open", "only_these"):
        assert code not in text, "codes of the kernel are put in words"
