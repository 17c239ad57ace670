"""`make demo` as a newcomer runs it, on the tiny preset: every step, skipping, failures, and figures computed anew."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from tools.demo.folder import Folder, NotOurs, files_in, placed
from tools.demo.steps import STEPS
from tools.demo.truth_layers import TRUTH_LAYERS

ROOT = Path(__file__).resolve().parents[2]
VOID = {"meta", "input", "img", "br", "hr", "link"}
DEPENDS_ON_CELL = {"rich_suitability", "poor_grid", "poor_features", "poor_score"}


def run(folder: Path, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tools.demo", str(folder), "--preset", "tiny", "--language", "en", *options]
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
        check=False,
        timeout=600,
    )


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("demo") / "맛보기 1"
    done = run(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder, done.stdout


@pytest.fixture
def again(demo, tmp_path: Path) -> Path:
    """A copy of the finished demo that a test may change."""
    return Path(shutil.copytree(demo[0], tmp_path / "다시"))


@pytest.fixture(scope="module")
def figures(demo) -> dict[str, dict]:
    table = json.loads((demo[0] / "found_and_true.json").read_text(encoding="utf-8"))
    assert table["synthetic"] is True
    return {line["id"]: line for line in table["found"]}


def rows(path: Path, query: str) -> pd.DataFrame:
    connection = sqlite3.connect(path)
    try:
        return pd.read_sql(query, connection)
    finally:
        connection.close()


def truth(folder: Path, name: str) -> pd.DataFrame:
    return pd.read_csv(folder / "rich" / "truth" / f"{name}.csv", keep_default_na=False)


# ---------------------------------------------------------------------- what is there
def test_it_says_what_it_does_and_where_the_results_are(demo) -> None:
    folder, printed = demo
    assert "synthetic" in printed
    for step in STEPS:
        assert step.title["en"] in printed
        assert (folder / "logs" / f"{step.id}.log").stat().st_size > 0
        for file in step.outputs.values():
            assert (folder / file).exists(), file
    for name in ("index.html", "demo.qgz", "demo.gpkg"):
        assert name in printed and (folder / name).stat().st_size > 0


class Outline(HTMLParser):
    """Fails on tags that do not close; collects what the page names."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.pictures = 0

    def handle_starttag(self, tag: str, attrs: list) -> None:
        given = dict(attrs)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []
        self.pictures += given.get("src", "").startswith("data:image/png;base64,")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_whole_and_names_every_step_in_both_languages(demo, figures) -> None:
    folder, _ = demo
    text = (folder / "index.html").read_text(encoding="utf-8")
    page = Outline()
    page.feed(text)
    assert page.open == [] and len(page.ids) == len(set(page.ids))
    assert {f"step-{step.id}" for step in STEPS} <= set(page.ids)
    assert set(figures) <= set(page.ids)
    for step in STEPS:
        assert step.title["en"] in text and step.title["ko"] in text
    assert "Synthetic data" in text and "합성 자료" in text
    assert page.pictures == sum(len(step.maps) for step in STEPS) + len(TRUTH_LAYERS)
    assert not re.search(r"(src|href)=\"(https?:)?//", text)
    for link in page.links:
        assert (folder / link).exists(), link


def test_the_project_opens_styled_and_grouped_wherever_the_folder_is(qgis_app, again) -> None:
    from qgis.core import QgsProject

    with zipfile.ZipFile(again / "demo.qgz") as packed:
        text = "".join(
            packed.read(name).decode("utf-8", "replace") for name in packed.namelist() if name.endswith("qgs")
        )
    assert "맛보기" not in text
    project = QgsProject()
    assert project.read(str(again / "demo.qgz"))
    layers = {layer.name(): layer for layer in project.mapLayers().values()}
    assert all(layer.isValid() for layer in layers.values()) and len(layers) > 40
    groups = [group.name() for group in project.layerTreeRoot().findGroups()]
    assert groups[:3] == ["Results", "Planted truth", "Imported registers"] and len(groups) > 8
    for name in ("Suitability for notice boards, rich case", "Suitability for notice boards, poor case"):
        assert layers[name].renderer().type() == "categorizedSymbol"
    assert layers["Findings in the old licenses"].renderer().type() == "categorizedSymbol"
    assert layers["Rows placed by address"].renderer().type() == "categorizedSymbol"
    assert layers["Residents by building (internal)"].renderer().type() == "graduatedSymbol"
    assert layers["True suitability for notice boards"].renderer().type() == "graduatedSymbol"
    shown = [node.name() for node in project.layerTreeRoot().findLayers() if node.itemVisibilityChecked()]
    assert "Suitability for notice boards, rich case" in shown
    project.clear()


def test_maps_show_their_themes(qgis_app, demo) -> None:
    from qgis.PyQt.QtGui import QImage

    scale = {"#440154", "#3b528b", "#21918c", "#5ec962", "#fde725", "#482878", "#3e4989"}
    files = sorted((demo[0] / "maps").glob("*.png"))
    assert len(files) == sum(len(step.maps) for step in STEPS) + len(TRUTH_LAYERS)
    for file in files:
        image = QImage(str(file))
        colors = {
            image.pixelColor(x, y).name() for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)
        }
        assert len(colors) >= 4, file.name
        if "suitability" in file.name:
            assert len(colors & scale) >= 2, file.name


# ---------------------------------------------------------------------- figures, computed another way
def test_faults_are_those_of_the_truth(demo, figures) -> None:
    from seo_district_plugin.algorithms.data.importpublicdata import reason_text

    folder, _ = demo
    faults = truth(folder, "faults")
    costing = faults[(faults["found"] != "") & ~faults["found"].isin(("unreadable", "masked"))]
    expected = costing["found"].map(reason_text).value_counts().to_dict()
    rejected = rows(folder / "results/import/rejected.gpkg", "SELECT source_file, row, reason FROM rejected")
    assert rejected["reason"].value_counts().to_dict() == expected
    for code, count in costing["found"].value_counts().items():
        line = figures[f"fault_{code}"]
        assert line["found"] == line["truth"] == count and line["right"] is True, code
    assert set(zip(rejected["source_file"], rejected["row"])) == set(zip(costing["file"], costing["row"]))
    assert figures["rows_read"]["found"] == figures["rows_somewhere"]["found"] == 1500
    assert all(line["right"] is not False for line in figures.values())


def test_suitability_is_held_against_the_truth_of_the_same_cell(demo, figures) -> None:
    from scipy.stats import spearmanr

    folder, _ = demo
    known = truth(folder, "suitability").set_index("gid")["true_suitability"]
    boards = rows(folder / "rich/district.gpkg", "SELECT x, y FROM boards").to_numpy()
    for case, file in (("rich", "rich_suitability"), ("poor", "poor_score")):
        path = folder / "results" / file / "suitability.gpkg"
        table = rows(path, "SELECT * FROM suitability").set_index("code")
        common = table.index.intersection(known.index)
        assert len(common) > 0.9 * len(table)
        rho = spearmanr(table.loc[common, "score"].astype(float), known[common]).statistic
        assert figures[f"suitability_{case}"]["found"] == pytest.approx(rho, abs=0.02)
        assert rho > 0.3
        assert figures[f"boards_{case}"]["found"] == pytest.approx(_below(folder, table, boards), abs=0.02)


def _below(folder: Path, table: pd.DataFrame, boards: np.ndarray) -> float:
    """Mean share of cells that do not score higher than the cell whose middle is nearest to each board."""
    places = truth(folder, "suitability").set_index("gid")[["x", "y"]]
    places = places.loc[table.index.intersection(places.index)]
    score = table["score"].astype(float)
    shares = []
    for board in boards:
        nearest = np.hypot(*(places.to_numpy() - board).T).argmin()
        shares.append(float((score <= score[places.index[nearest]]).mean()))
    return float(np.mean(shares))


def test_people_are_whole_and_as_many_as_given(demo, figures) -> None:
    folder, _ = demo
    people = rows(folder / "results/people/people.gpkg", "SELECT * FROM people")
    homes = rows(folder / "rich/district.gpkg", "SELECT bld_id, dong_cd, persons, x, y FROM buildings")
    dong = rows(folder / "rich/district.gpkg", "SELECT dong_cd, pop FROM dong").set_index("dong_cd")["pop"]
    merged = people.merge(homes, left_on=people["id"].astype(int), right_on="bld_id")
    assert len(merged) == len(homes) and (merged["pop"] % 1 == 0).all()
    ages = [name for name in people.columns if name.startswith("p_")]
    assert (people[ages].sum(axis=1) == people["pop"]).all()
    given = rows(folder / "rich/district.gpkg", "SELECT dong_cd, SUM(total) AS n FROM dong_population GROUP BY 1")
    assert given.set_index("dong_cd")["n"].to_dict() == dong.to_dict()
    assert figures["people_total"]["found"] == figures["people_total"]["truth"] == dong.sum() == merged["pop"].sum()
    apart = (merged["pop"] - merged["persons"]).abs().sum() / 2 / dong.sum()
    assert figures["people_wrong_building"]["found"] == pytest.approx(apart)
    wrong, area = figures["people_wrong_cell"]["found"], figures["people_wrong_cell_area"]["found"]
    assert 0 < wrong < apart and wrong < area


def test_lost_rows_lie_at_the_building_of_their_business(demo, figures) -> None:
    folder, _ = demo
    found = rows(folder / "results/locate/located.gpkg", "SELECT source_file, row, for_dist FROM located")
    faults = truth(folder, "faults")
    lost = faults[faults["found"].str.startswith("coordinates_")]
    keys = set(zip(lost["file"], lost["row"]))
    assert figures["located_rows"]["found"] == sum(key in keys for key in zip(found["source_file"], found["row"]))
    assert figures["located_rows"]["truth"] == len(keys) and figures["located_rows"]["found"] > 0.7 * len(keys)
    assert figures["located_near"]["found"] > 0.9


# ---------------------------------------------------------------------- running it again
def _ran(printed: str) -> set[str]:
    """Steps that were run, by their titles."""
    ended = [step for step in STEPS if re.search(rf"\] {re.escape(step.title['en'])}: \d+ s", printed)]
    return {step.id for step in ended}


def test_nothing_is_run_where_nothing_has_changed(again) -> None:
    before = {path: path.stat().st_mtime_ns for path in again.rglob("*.gpkg")}
    done = run(again)
    assert done.returncode == 0, done.stderr
    assert _ran(done.stdout) == set() and done.stdout.count(": unchanged") == len(STEPS) + 1
    assert {path: path.stat().st_mtime_ns for path in again.rglob("*.gpkg")} == before
    assert "Rank correlation" in done.stdout


def test_a_changed_setting_runs_what_depends_on_it_alone(again) -> None:
    (again / "results" / "locate" / "located.gpkg").unlink()
    done = run(again, "--cell", "200")
    assert done.returncode == 0, done.stderr
    assert _ran(done.stdout) == {*DEPENDS_ON_CELL, "locate"}
    cells = rows(again / "results/poor_grid/grid.gpkg", "SELECT area_m2 FROM grid")["area_m2"]
    assert cells.max() == pytest.approx(40_000, rel=0.01)


def test_a_failing_step_is_named_and_the_others_are_kept(again, tmp_path) -> None:
    broken = tmp_path / "broken"
    broken.write_text("#!/bin/sh\necho 'The disk is full.' >&2\nexit 1\n", encoding="utf-8")
    broken.chmod(0o755)
    done = run(again, "--cell", "300", QGIS_PROCESS=str(broken))
    assert done.returncode == 1
    failed = next(step for step in STEPS if step.id in DEPENDS_ON_CELL)
    log = again / "logs" / f"{failed.id}.log"
    for words in (failed.title["en"], "The disk is full.", str(log), "run the same command again"):
        assert words in done.stderr
    assert "The disk is full." in log.read_text(encoding="utf-8")
    kept = json.loads((again / ".state.json").read_text(encoding="utf-8"))["steps"]
    assert {"sample_rich", "import", "people"} <= set(kept) and failed.id not in kept


def test_a_folder_of_somebody_else_is_left_alone(tmp_path) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    done = run(tmp_path)
    assert done.returncode == 2 and "no demo made" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
    with pytest.raises(NotOurs):
        Folder(tmp_path / "letter.txt").open(fresh=True)


# ---------------------------------------------------------------------- parts
def test_looking_into_a_geopackage_is_no_change(tmp_path) -> None:
    path = tmp_path / "a.gpkg"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (v)")
    connection.execute("INSERT INTO t VALUES (1)")
    connection.commit()
    folder = Folder(tmp_path)
    first = folder.digest("a.gpkg")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA journal_mode = DELETE")
    assert folder.digest("a.gpkg") == first
    connection.execute("UPDATE t SET v = 2")
    connection.commit()
    connection.close()
    assert folder.digest("a.gpkg") != first
    assert folder.digest("missing.gpkg") == ""


def test_files_are_found_in_inputs_and_placed(tmp_path) -> None:
    inputs = {"A": "@/rich/d.gpkg|layername=x|subset=\"c\" = '@/'", "B": ["@/b.csv", "plain"], "C": 3, "D": "@home"}
    assert files_in(inputs) == ["b.csv", "rich/d.gpkg"]
    assert placed(inputs, Path("/f"))["B"] == ["/f/b.csv", "plain"]
    assert placed(inputs, Path("/f"))["A"].startswith("/f/rich/d.gpkg|") and placed(inputs, Path("/f"))["C"] == 3


def test_steps_are_named_once_and_read_only_what_is_made_above_them() -> None:
    from tools.demo.model import Settings

    made: set[str] = set()
    for step in STEPS:
        own = f"results/{step.id}/"
        for file in files_in(step.inputs(Settings())):
            assert file.startswith(own) or any(file == each or file.startswith(each + "/") for each in made), file
        assert not made & set(step.outputs.values())
        made |= set(step.outputs.values())
        assert set(step.title) == set(step.about) == {"en", "ko"}
    assert len({step.id for step in STEPS}) == len(STEPS)
