"""The six registers: size, bytes, whether the truth says what the files say, and whether it is hard enough."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import unicodedata
import zipfile
from io import BytesIO
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from seo_district_plugin.sample.businesses_kinds import KINDS
from seo_district_plugin.sample.faults_rates import RATES, REGISTERS
from seo_district_plugin.sample.registers import ROWS, Registers, make_registers
from tests.sample.registers_raw import BOM, business_rows, pairwise, plain_address, plain_name, sheets, texts

ROOT = Path(__file__).resolve().parents[2]
MANY = 20_000


@pytest.fixture(scope="module")
def city(tiny):
    return tiny


@pytest.fixture(scope="module")
def small(city) -> Registers:
    return make_registers(city, 1)


@pytest.fixture(scope="module")
def large(city) -> Registers:
    """Enough rows to count shares."""
    return make_registers(city, 3, rows=MANY)


@pytest.fixture(scope="module")
def rows(large) -> pd.DataFrame:
    return business_rows(large)


def digest(registers: Registers) -> str:
    found = hashlib.sha256()
    for file in registers.files:
        found.update(file.path.encode() + b"\0" + file.content)
    for name, table in sorted(registers.truth.items()):
        found.update(name.encode() + table.to_csv(index=False).encode())
    return found.hexdigest()


# ---------------------------------------------------------------------- size and bytes
@pytest.mark.parametrize("seed", [0, 1, 7])
def test_the_rows_are_as_many_as_the_preset_says_in_six_registers(city, seed) -> None:
    made = make_registers(city, seed)
    files = made.truth["files"]
    assert made.rows == ROWS["tiny"] == files["rows"].sum()
    assert tuple(dict.fromkeys(files["register"])) == (
        "license_new", "license_old", "stores", "harmful", "academies", "places",
    )  # fmt: skip
    assert ROWS["district"] == 244_917
    assert len({file.path for file in made.files}) == len(made.files)


@pytest.mark.parametrize("wanted", [1_000, 1_501, 4_321, 9_999])
def test_any_number_of_rows_is_met_exactly(city, wanted) -> None:
    assert make_registers(city, 5, rows=wanted).rows == wanted


def test_too_few_rows_are_refused(city) -> None:
    with pytest.raises(ValueError, match="at least 1000"):
        make_registers(city, 1, rows=999)


def test_the_same_seed_gives_the_same_bytes_and_another_one_others(city, small) -> None:
    assert digest(make_registers(city, 1)) == digest(small)
    assert digest(make_registers(city, 2)) != digest(small)


def test_the_order_of_sets_and_dictionaries_has_no_part_in_it(small) -> None:
    program = (
        "from seo_district_plugin.sample.city import make_city;"
        "from tests.sample.test_registers import digest, make_registers;"
        "import sys; sys.stdout.write(digest(make_registers(make_city('tiny', 1), 1)))"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "12345", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout == digest(small)


def test_files_are_as_publishers_write_them(small) -> None:
    by_name = {text.name: text for text in texts(small)}
    files = small.truth["files"].set_index("file")
    for name, text in by_name.items():
        said = files.loc[name]
        ends = text.content.count(b"\r\n"), text.content.count(b"\n")
        assert text.encoding == said["encoding"], name
        lines = text.lines
        assert len(lines) == said["rows"] + 1, name
        assert all(line.endswith(",") for line in lines) == ("file_trailing_comma" in said["faults"]), name
        assert (0 < ends[0] < ends[1]) == ("file_mixed_line_ends" in said["faults"]), name
        assert text.content.startswith(BOM) == ("file_bom_over_cp949" in said["faults"]), name
    whole = " ".join(files["faults"])
    for kind in ("trailing_comma", "mixed_line_ends", "bom_over_cp949", "name_decomposed", "other_crs"):
        assert f"file_{kind}" in whole
    odd = [file.path for file in small.files if unicodedata.normalize("NFC", file.path) != file.path]
    assert [unicodedata.normalize("NFC", path) for path in odd] == [
        name for name in files.index if "file_name_decomposed" in files.loc[name, "faults"]
    ]
    packed = next(file for file in small.files if file.path.endswith(".zip"))
    with zipfile.ZipFile(BytesIO(packed.content)) as archive:
        assert archive.testzip() is None
        assert not any(info.flag_bits & 0x800 for info in archive.infolist()), "names are CP949, without a mark of it"


# ---------------------------------------------------------------------- the truth about rows
def test_every_row_of_every_file_stands_in_the_truth_once(small) -> None:
    listed = pd.concat([small.truth["entities"], small.truth["events"]])
    assert not listed.duplicated(["file", "row"]).any() and len(listed) == small.rows
    there = {(text.name, line) for text in texts(small) for line in range(2, len(text.lines) + 1)}
    for name, cells in sheets(small):
        there |= {(name, row) for row in cells if row > 4}  # two titles, a header of two rows
    assert set(zip(listed["file"], listed["row"])) == there
    assert set(small.truth["entities"]["entity_id"]) <= set(small.truth["businesses"]["entity_id"])
    named = set(zip(listed["file"], listed["row"])) | {(file, 0) for file in small.truth["files"]["file"]}
    assert set(zip(small.truth["faults"]["file"], small.truth["faults"]["row"])) <= named


def test_the_tables_say_how_many_rows_a_business_has(large) -> None:
    counted = large.truth["entities"]["entity_id"].value_counts()
    people = large.truth["businesses"].set_index("entity_id")["rows"]
    assert counted.sum() == people.sum()
    assert (people.loc[counted.index] == counted).all()


def faulty(registers: Registers, *kinds: str) -> set[tuple[str, int]]:
    table = registers.truth["faults"]
    table = table[table["kind"].isin(kinds)]
    return set(zip(table["file"], table["row"]))


NAME_KINDS = [kind for kind in RATES if kind.startswith("name_")]


def test_names_without_a_fault_are_the_true_ones_and_those_with_one_are_not(large, rows) -> None:
    people = large.truth["businesses"].set_index("entity_id").loc[rows["entity_id"]]
    wrong = faulty(large, *NAME_KINDS)
    is_wrong = np.array([key in wrong for key in zip(rows["file"], rows["row"])])
    steady = (people["former"] == "").to_numpy()
    official = people["name"].to_numpy()
    dense = np.array([name.replace(" ", "") for name in official])
    written = (rows["name"] + rows["branch"]).to_numpy()
    compact = (rows["register"] == "stores").to_numpy()
    same = np.where(compact, written == dense, rows["name"].to_numpy() == official)
    assert same[steady & ~is_wrong].all()
    # Two slips in one name may undo each other, and blanks are none in the shop register.
    assert same[steady & is_wrong].mean() < 0.01
    assert 0.1 < is_wrong.mean() < 0.6


def test_renamed_businesses_have_their_former_name_where_the_register_is_older(large, rows) -> None:
    people = large.truth["businesses"].set_index("entity_id").loc[rows["entity_id"]]
    old = (rows["register"] == "license_old").to_numpy()
    later = (people["renamed"] > "2024-08-31").to_numpy()
    wrong = faulty(large, *NAME_KINDS)
    clean = np.array([key not in wrong for key in zip(rows["file"], rows["row"])])
    chosen = old & later & clean
    assert chosen.sum() > 10
    assert (rows["name"].to_numpy()[chosen] == people["former"].to_numpy()[chosen]).all()


def test_dates_and_telephone_numbers_are_true_unless_a_fault_says_otherwise(large, rows) -> None:
    people = large.truth["businesses"].set_index("entity_id").loc[rows["entity_id"]]
    keys = list(zip(rows["file"], rows["row"]))
    wrong = faulty(large, "date_impossible", "date_order")
    written = rows["opened"].str.replace(r"\D", "", regex=True).to_numpy()
    true = people["opened"].str.replace("-", "").to_numpy()
    plain = rows["register"].isin(["license_new", "license_old", "academies"]).to_numpy()
    fine = plain & np.array([key not in wrong for key in keys])
    assert (written[fine] == true[fine]).all()
    assert (written[plain & ~fine] != true[plain & ~fine]).all() and (plain & ~fine).sum() > 5
    wrong = faulty(large, "phone_changed", "phone_masked")
    digits = rows["phone"].str.replace(r"\.0$", "", regex=True).str.replace(r"\D", "", regex=True)
    told = (digits != "").to_numpy()
    equal = digits.str[-7:].to_numpy() == people["phone"].map("{:07d}".format).to_numpy()
    fine = np.array([key not in wrong for key in keys])
    assert equal[told & fine].all() and not equal[told & ~fine].any()
    assert people["phone"].max() < 1_000_000, "no exchange begins with 0: nobody can be called"


def test_successors_follow_in_the_same_unit_without_overlap(large) -> None:
    people = large.truth["businesses"].set_index("entity_id")
    after = people[people["previous"] > 0]
    before = people.loc[after["previous"]]
    assert len(after) > 0.2 * len(people)
    assert (before["next"].to_numpy() == after.index).all()
    for column in ("bld_id", "floor", "unit"):
        assert (before[column].to_numpy() == after[column].to_numpy()).all()
    assert (before["closed"].to_numpy() <= after["opened"].to_numpy()).all() and (before["closed"] != "").all()
    alive = people[people["closed"] == ""]
    assert not alive.duplicated(["bld_id", "floor", "unit"]).any(), "one open business per unit"
    kept = (before["name"].to_numpy() == after["name"].to_numpy()).mean()
    assert 0.003 < kept < 0.08, "some keep the name of their predecessor"


def test_a_register_repeats_rows_word_for_word(small) -> None:
    twice = faulty(small, "duplicate_row")
    by_name = {text.name: text.lines for text in texts(small)}
    checked = 0
    for file, row in twice:
        if file in by_name:
            first, second = (re.sub(r'^"\d+",', "", by_name[file][at - 1]) for at in (row - 1, row))
            ids = small.truth["entities"].query("file == @file and row in [@row, @row - 1]")["entity_id"]
            assert ids.nunique() <= 1
            if "학원" not in file:  # there a course is repeated
                assert first == second
            checked += 1
    assert checked >= 4


# ---------------------------------------------------------------------- how hard it is
@pytest.mark.parametrize("size", [None, MANY])
def test_equality_does_not_find_the_businesses(city, size) -> None:
    frame = business_rows(make_registers(city, 4, rows=size))
    frame["plain"] = [plain_name(*pair) for pair in zip(frame["name"], frame["branch"])]
    frame["place"] = [plain_address(*pair) for pair in zip(frame["road"], frame["lot"])]
    frame["text"], frame["line"] = frame["name"] + frame["branch"], frame["road"] + frame["lot"]
    both, name = pairwise(frame, ["plain", "place"]), pairwise(frame, ["plain"])
    assert 0.55 < both[2] < 0.80 and name[2] < 0.60, (both, name)
    assert pairwise(frame, ["text", "line"])[2] < both[2] and pairwise(frame, ["text"])[2] < 0.60
    assert both[0] > 0.9, "what is equal in both is nearly always one business"
    inside = frame.groupby(["register", "entity_id"]).size()
    total = frame.groupby("entity_id").size()
    assert (inside * (inside - 1)).sum() < 0.06 * (total * (total - 1)).sum(), "pairs inside a register are few"


def test_the_whole_district(district) -> None:
    """As many rows as a real district merged, as hard as the small samples, and shops spread as in a city."""
    made = make_registers(district, 1)
    assert made.rows == 244_917
    listed = pd.concat([made.truth["entities"], made.truth["events"]])
    assert len(listed) == 244_917 and not listed.duplicated(["file", "row"]).any()
    sizes = made.truth["files"].groupby("register")["rows"].sum()
    assert set(sizes.index) == set(REGISTERS) and sizes.min() > 2_000
    frame = business_rows(made)
    frame["plain"] = [plain_name(*pair) for pair in zip(frame["name"], frame["branch"])]
    frame["place"] = [plain_address(*pair) for pair in zip(frame["road"], frame["lot"])]
    assert 0.6 < pairwise(frame, ["plain", "place"])[2] < 0.80 and pairwise(frame, ["plain"])[2] < 0.60
    shops = frame[frame["register"] == "stores"]
    # Real register: 24,590 different names among 26,884 shops, half of the places with a single shop.
    assert 0.85 < shops["plain"].nunique() / len(shops) < 0.97
    per_place = made.truth["businesses"].set_index("entity_id").loc[shops["entity_id"], "bld_id"].value_counts()
    assert 0.3 < (per_place == 1).mean() < 0.75 and 20 < per_place.max() < 400


# ---------------------------------------------------------------------- shares
def test_every_rate_names_its_source_and_registers() -> None:
    for kind, rate in RATES.items():
        assert rate.source and rate.of and rate.shares, kind
        assert set(rate.shares) <= set(REGISTERS) and all(0 < share < 1 for share in rate.shares.values()), kind


@pytest.mark.parametrize("kind", ["name_typo", "address_typo", "coordinates_zero", "coordinates_far", "duplicate_row"])
def test_faults_are_as_frequent_as_their_rates_say(large, kind) -> None:
    files = large.truth["files"].set_index("file")
    faults = large.truth["faults"].query("kind == @kind")
    per_register = files["register"].reindex(faults["file"]).value_counts()
    for register in ("license_new", "license_old"):
        expected = RATES[kind].shares[register] * files.query("register == @register")["rows"].sum()
        assert abs(per_register[register] - expected) <= max(3.0, 5 * np.sqrt(expected)), (register, expected)


def test_industries_are_as_frequent_as_in_the_real_register(large, real_data) -> None:
    import sqlite3

    store = real_data / "seogu_stores" / "stores.gpkg"
    with sqlite3.connect(f"file:{store}?mode=ro&immutable=1", uri=True) as base:
        real = pd.Series(dict(base.execute("select industry, count(*) from stores group by industry")))
        ids = {row[0] for row in base.execute("select store_id from stores")}
    text = next(text for text in texts(large) if "상가(상권)" in text.name)
    header, *records = text.records()
    frame = pd.DataFrame(records, columns=header)
    assert not set(frame["상가업소번호"]) & ids
    ours = frame["상권업종소분류명"].value_counts()
    alone = [kind for kind in KINDS.values() if kind.shop and real.get(kind.shop.names[2], 0) == kind.count]
    names = [kind.shop.names[2] for kind in alone if kind.count >= 200]
    assert len(names) >= 15
    shares = (ours.reindex(names) / ours.sum()) / (real.reindex(names) / real.sum())
    assert shares.between(0.6, 1.6).all(), shares
    assert np.corrcoef(ours.reindex(names), real.reindex(names))[0, 1] > 0.98


def test_shops_stand_where_the_city_expects_them(city, large) -> None:
    text = next(text for text in texts(large) if "상가(상권)" in text.name)
    header, *records = text.records()
    ours = pd.DataFrame(records, columns=header)["행정동명"].value_counts(normalize=True)
    expected = city.dong.set_index("dong_nm")["shops"] / city.dong["shops"].sum()
    assert (ours.reindex(expected.index) - expected).abs().max() < 0.05
