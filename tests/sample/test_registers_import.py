"""The raw folder goes through the import as it is: every row is accounted for, every planted fault is found."""

from __future__ import annotations

from collections import Counter, defaultdict

import numpy as np
import pandas as pd
import pytest

from seo_district_plugin.sample.city import make_city
from seo_district_plugin.sample.registers import Registers, make_registers
from tests.algorithms.importing import Imported, Importer, accounted

SEED = 1
NEAR = 8.0  # meters: points of buildings are off by two meters or so
EXACT = 0.02
VALUES = ("unreadable", "masked")


@pytest.fixture(scope="module")
def registers() -> Registers:
    return make_registers(make_city("tiny", SEED), SEED)


@pytest.fixture(scope="module")
def done(registers, provider, tmp_path_factory) -> Imported:
    """The raw folder, imported as the district would."""
    raw = tmp_path_factory.mktemp("sample") / "raw"
    for file in registers.files:
        path = raw / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    importer = Importer(tmp_path_factory.mktemp("out") / "결과", lambda text: text)
    found = importer(raw, DISTRICT_CODE="30170")
    found.importer = importer  # keeps what it holds alive
    return found


@pytest.fixture(scope="module")
def rejecting(registers) -> pd.Series:
    """Code of the reason for which each row is left out, by file and row."""
    faults = registers.truth["faults"]
    faults = faults[(faults["found"] != "") & ~faults["found"].isin(VALUES)]
    assert not faults.duplicated(["file", "row"]).any(), "a row is left out for one reason"
    return faults.set_index(["file", "row"])["found"]


@pytest.fixture(scope="module")
def imported(done) -> pd.DataFrame:
    """file, row, flags, epsg, x, y of every imported row."""
    rows = []
    for layer in done.layers():
        epsg = int(layer.crs().authid().removeprefix("EPSG:") or 0) if layer.isSpatial() else 0
        for feature in layer.getFeatures():
            spot = feature.geometry().asPoint() if layer.isSpatial() else None
            place = (spot.x(), spot.y()) if spot is not None else (np.nan, np.nan)
            flags = feature["flags"] or ""
            rows.append((feature["source_file"], feature["source_row"], str(flags), epsg, *place))
    return pd.DataFrame(rows, columns=["file", "row", "flags", "epsg", "x", "y"])


def test_every_row_is_read_and_goes_somewhere(registers, done, imported) -> None:
    accounted(done)
    numbers = done.numbers()
    assert numbers["READ"] == registers.rows == 1_500
    assert numbers["FILTERED"] == 0 and numbers["IMPORTED"] + numbers["REJECTED_ROWS"] == registers.rows
    gone = {(row["source_file"], row["row"]) for row in done.rejected()}
    kept = set(zip(imported["file"], imported["row"]))
    listed = pd.concat([registers.truth["entities"], registers.truth["events"]])
    assert gone | kept == set(zip(listed["file"], listed["row"])) and not gone & kept


def test_each_file_is_taken_for_what_it_is(registers, done) -> None:
    said = registers.truth["files"].set_index("file")
    read = {entry["layer"]: entry for entry in done.record()["inputs"] if "schema" in entry}
    assert set(read) == set(said.index)
    for name, entry in read.items():
        expected = said.loc[name]
        crs = f"EPSG:{expected['epsg']}" if expected["epsg"] else ""
        assert (entry["schema"], entry["rows"], entry["crs"], entry["encoding"]) == (
            expected["schema"], expected["rows"], crs, expected["encoding"],
        ), name  # fmt: skip


def test_every_fault_that_costs_a_row_is_found_with_its_kind(registers, done, rejecting) -> None:
    from seo_district_plugin.algorithms.data.importpublicdata import reason_text

    found = {(row["source_file"], row["row"]): row["reason"] for row in done.rejected()}
    assert found == {key: reason_text(code) for key, code in rejecting.items()}
    assert done.reasons() == dict(Counter(rejecting))
    for kind in ("blank", "zero", "swapped", "millimetres", "other_crs", "far", "not_numbers"):
        assert (rejecting == f"coordinates_{kind}").sum() >= 3, kind
    for code in ("row_unclosed_quote", "row_too_many_cells", "row_total", "row_note"):
        assert code in set(rejecting), code


def test_counts_per_file_and_kind_are_those_of_the_truth(done, rejecting) -> None:
    expected: dict[str, Counter] = defaultdict(Counter)
    for (file, _row), code in rejecting.items():
        expected[file][code] += 1
    for entry in done.record()["inputs"]:
        if "schema" in entry:
            assert entry["reasons"] == dict(expected[entry["layer"]]), entry["layer"]


def test_values_that_cannot_be_read_are_flagged_and_no_others(registers, imported, rejecting) -> None:
    faults = registers.truth["faults"]
    faults = faults[faults["found"].isin(VALUES)]
    planted: dict[tuple[str, int], list[str]] = defaultdict(list)
    for file, row, found, field in zip(faults["file"], faults["row"], faults["found"], faults["field"]):
        if (file, row) not in rejecting.index:
            planted[file, row].append(f"{found}: {field}")
    flagged = {(f, r): flags for f, r, flags in zip(imported["file"], imported["row"], imported["flags"])
               if flags and flags != "NULL"}  # fmt: skip
    assert set(flagged) == set(planted)
    for key, texts in planted.items():
        assert all(text in flagged[key] for text in texts), (key, flagged[key])
    assert {text.partition(":")[0] for texts in planted.values() for text in texts} == set(VALUES)


def test_what_is_imported_lies_where_it_is(registers, imported) -> None:
    """Against PROJ: the file in another CRS, the plane and the geographic ones, businesses and facilities."""
    truth = registers.truth
    people = truth["businesses"].set_index("entity_id")
    rough = truth["faults"].query("kind == 'coordinates_of_dong'")
    rough = set(zip(rough["file"], rough["row"]))
    true: dict[tuple[str, int], tuple[float, float, float]] = {}
    for file, row, who in truth["entities"][["file", "row", "entity_id"]].itertuples(index=False):
        own = people.loc[who]
        if not own["moved"] and (file, row) not in rough:
            true[file, row] = (own["x"], own["y"], NEAR)
    for file, row, x, y in truth["events"][["file", "row", "x", "y"]].itertuples(index=False):
        true[file, row] = (x, y, EXACT)
    placed = imported[imported["epsg"] > 0]
    assert set(placed["epsg"]) == {5174, 4326, 5179}
    checked = Counter()
    for file, row, epsg, x, y in placed[["file", "row", "epsg", "x", "y"]].itertuples(index=False):
        if (file, row) not in true:
            continue
        east, north, tolerance = true[file, row]
        home = back(x, y, epsg)
        assert np.hypot(home[0] - east, home[1] - north) < tolerance, (file, row)
        checked[epsg] += 1
    assert min(checked.values()) > 100 and sum(checked.values()) > 0.8 * len(placed)


def back(x: float, y: float, epsg: int) -> tuple[float, float]:
    """EPSG:5186 by PROJ itself."""
    from osgeo import osr

    known = back.__dict__.setdefault("known", {})
    if epsg not in known:
        systems = []
        for code in (epsg, 5186):
            system = osr.SpatialReference()
            system.ImportFromEPSG(code)
            system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
            systems.append(system)
        known[epsg] = osr.CoordinateTransformation(*systems)
    return known[epsg].TransformPoint(x, y)[:2]
