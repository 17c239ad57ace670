"""docs/data.*.md: what is written from the code is up to date, and every example on the pages works as it stands."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.publicdata.samples import SAMPLES
from tools import datapage, translate

LANGUAGES = ("ko", "en")
ROOT = Path(__file__).resolve().parents[2]
LYON = [[4.6, 45.6], [5.0, 45.6], [5.0, 45.9], [4.6, 45.9], [4.6, 45.6]]


def page(language: str) -> str:
    return datapage.PAGES[language].read_text(encoding="utf-8")


def by_hand(language: str) -> str:
    """The page without its written tables."""
    return page(language).partition(datapage.BEGIN)[0]


def blocks(language: str, kind: str) -> list[str]:
    """The code blocks of one kind."""
    return re.findall(rf"^```{kind}\n(.*?)^```", page(language), re.MULTILINE | re.DOTALL)


def command(language: str) -> tuple[str, dict]:
    """The command line example: algorithm and inputs, as the shell would hand them over."""
    (text,) = blocks(language, "sh")
    found = re.fullmatch(r"echo '(.*)' *\\\n *\| qgis_process run (\S+) -\n", text, re.DOTALL)
    assert found is not None, text
    return found[2], json.loads(found[1])["inputs"]


# ---------------------------------------------------------------------------------------------------- written parts
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_written_parts_are_up_to_date(language) -> None:
    assert page(language).count(datapage.BEGIN) == page(language).count(datapage.END) == 1
    assert page(language) == datapage.page_text(language, page(language)), "run make docs"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_out_of_date_is_noticed_and_mended(language, tmp_path, monkeypatch, capsys) -> None:
    stale = tmp_path / "data.md"
    first = datapage.reason_codes(page(language))[0]
    text = re.sub(rf"^\| [^|]* \| `{first}` \|", f"| another word | `{first}` |", page(language), flags=re.MULTILINE)
    stale.write_text(text.replace("`stores` |", "`shops` |"), encoding="utf-8")
    monkeypatch.setattr(datapage, "PAGES", {language: stale})
    assert datapage.main(["--check"]) == 1
    assert "make docs" in capsys.readouterr().err
    assert datapage.main([]) == 0
    assert datapage.main(["--check"]) == 0
    written = stale.read_text(encoding="utf-8")
    assert "`stores` |" in written.partition(datapage.BEGIN)[2]
    if datapage.reason_words(language)[first]:
        assert "another word" not in written


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_is_explained_once(language) -> None:
    codes = datapage.reason_codes(by_hand(language))
    assert sorted(codes) == sorted(datapage.reason_words("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_file_is_explained_and_listed(language) -> None:
    ids = [schema.id for schema in datapage.shipped_schemas()]
    assert len(ids) > 50
    assert [one for one in ids if f"`{one}`" not in by_hand(language)] == []
    tables = page(language).partition(datapage.BEGIN)[2]
    assert [one for one in ids if f"| `{one}` |" not in tables] == []
    rows = [line for line in tables.splitlines() if line.startswith("|")]
    widths = {len(re.findall(r"(?<!\\)\|", line)) for line in rows}
    assert widths == {6, 8}, "a cell holds a bar that splits it"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_account_is_shown_as_the_plugin_says_it(language) -> None:
    known = translate.read(translate.PACKAGE / "i18n" / f"seo_district_{language}.ts")
    text, where = "{file}: read {read:,} rows = {where} {imported:,} + left out {rejected:,}", "map"
    if language != "en":
        text, where = known.get(text, ""), known.get(where, "")
    if not (text and where):
        pytest.skip("not translated yet")
    file = "소상공인시장진흥공단_상가(상권)정보_대전_202606.csv"
    line = text.format(file=file, read=67812, where=where, imported=67801, rejected=11)
    assert line in blocks(language, "text")[0]


# ---------------------------------------------------------------------------------------------------- text
@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_are_linked_and_their_links_lead_somewhere(language) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", page(language))
    assert links
    assert [link for link in links if not (ROOT / "docs" / link).is_file()] == []
    assert f"(docs/data.{language}.md)" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"(data.{language}.md)" in (ROOT / "docs" / f"guide.{language}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_hold_no_place_of_a_machine_and_no_person(language) -> None:
    found = re.findall(
        r"(?:/(?:home|root|work|tmp|Users)/|[A-Z]:\\)\S*|01\d-\d{3,4}-\d{4}|\d{6}-[1-4]\d{6}", page(language)
    )
    assert found == []
    assert len(by_hand(language).splitlines()) < 360


# ---------------------------------------------------------------------------------------------------- examples
@pytest.fixture
def running(provider, tmp_path, monkeypatch):
    """Return a function that runs an algorithm with relative paths in an empty folder and gives (results, log)."""
    from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback

    monkeypatch.chdir(tmp_path)
    kept = []

    def run(algorithm_id: str, inputs: dict) -> tuple[dict, str]:
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(algorithm_id)
        context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
        allowed, problem = algorithm.checkParameterValues(inputs, context)
        assert allowed, problem
        results, ok = algorithm.run(inputs, context, feedback)
        assert ok, feedback.textLog()
        kept.append((algorithm, context))
        return results, feedback.textLog()

    return run


def rows(path: str) -> list[dict]:
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(path, "rows", "ogr")
    assert layer.isValid(), path
    names = [field.name() for field in layer.fields()]
    made = []
    for feature in layer.getFeatures():
        # QGIS hands out its own word for an empty cell
        made.append({name: feature[name] if feature[name] else None for name in names})
    return made


def account(results: dict) -> tuple[int, int, int, int]:
    return tuple(int(results[name]) for name in ("READ", "IMPORTED", "REJECTED_ROWS", "FILTERED"))  # type: ignore[return-value]


def test_the_korean_command_line_example(running) -> None:
    algorithm_id, inputs = command("ko")
    sample = SAMPLES["cctv"]
    written = sample.write(Path("from"))
    written.rename(inputs["INPUT"])
    results, _log = running(algorithm_id, inputs)
    read, imported, rejected, filtered = account(results)
    assert read == sample.rows == imported + rejected + filtered
    assert imported == sample.located
    assert Path(inputs["REPORT"]).is_file()
    assert len(rows(inputs["REJECTED"])) == rejected


def test_the_korean_schema_example(running) -> None:
    """The list, the schema and the account stand on the page: 3 rows = map 2 + left out 1."""
    table, schema = blocks("ko", "csv")[0], blocks("ko", "json")[0]
    Path("의류수거함.csv").write_text(table, encoding="cp949")
    Path("schemas").mkdir()
    Path("schemas/clothing_bins.json").write_text(schema, encoding="utf-8")
    inputs = {
        "INPUT": "의류수거함.csv", "SCHEMAS": "schemas", "DISTRICT_CODE": "30170", "OUTPUT": "bins.gpkg",
        "REJECTED": "left_out.gpkg",
    }  # fmt: skip
    results, log = running("seodistrict:importpublicdata", inputs)
    assert account(results) == (3, 2, 1, 0)
    assert "Clothing bins" in log
    first, second = rows("bins.gpkg")
    assert (first["bin_no"], first["kg"], first["state"], first["flags"]) == ("CB-001", 1250, "1", None)
    assert first["installed"].toString("yyyy-MM-dd") == "2024-03-01"
    assert (second["kg"], second["flags"]) == (None, "masked: kg")
    (left_out,) = rows("left_out.gpkg")
    assert (left_out["row"], left_out["reason"]) == (4, datapage.reason_words("en")["coordinates_blank"])


def test_the_english_example_from_elsewhere(running) -> None:
    """Table, schema, command and account of a place outside Korea: 3 rows = map 2 + left out 1."""
    from qgis.core import QgsVectorLayer

    algorithm_id, inputs = command("en")
    Path(inputs["INPUT"]).write_text(blocks("en", "csv")[0], encoding="utf-8")
    Path(inputs["SCHEMAS"]).mkdir()
    Path(inputs["SCHEMAS"], "shelters.json").write_text(blocks("en", "json")[0], encoding="utf-8")
    area = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [LYON]}}
    Path(inputs["DISTRICT"]).write_text(json.dumps({"type": "FeatureCollection", "features": [area]}), encoding="utf-8")
    results, log = running(algorithm_id, inputs)
    assert account(results) == (3, 2, 1, 0)
    assert "read 3 rows = map 2 + left out 1" in log
    assert QgsVectorLayer(inputs["OUTPUT"], "out", "ogr").crs().authid() == "EPSG:2154"
    first, second = rows(inputs["OUTPUT"])
    assert (first["ref"], first["beds"], first["state"]) == ("01", 1040, "1")
    assert (second["beds"], second["flags"]) == (None, "masked: beds")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_schema_examples_are_recognized_and_complete(language) -> None:
    from seo_district_plugin.analysis.records.matching import match_file
    from seo_district_plugin.analysis.records.schemas import parse_schema

    schema = parse_schema(json.loads(blocks(language, "json")[0]))
    head = [line.split(",") for line in blocks(language, "csv")[0].splitlines()]
    match = match_file([*datapage.shipped_schemas(), schema], "anything.csv", head[:1], "text")
    assert match.schema.id == schema.id
    assert match.rivals == ()
    assert all(column is not None for column in match.columns[: len(head[0])])
    assert schema.rules
