"""Texts are collected from code and templates, kept with their translations, and checked before a release."""

from __future__ import annotations

import json
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from tools import lrelease, translate

CODE = """
from .texts import tr

def name():
    return tr("Suitability score")

def long():
    return tr(
        "The layer '{layer}' has "
        "no field '{field}'."
    ).format(layer="a", field="b")

def either(n):
    return tr("one place" if n == 1 else "{n} places")

def later(text):
    return tr(text)

TABLE = {"a": N_("Marked for later")}
OTHER = str("not a text")
SHIFTED = texts.tr("Through a module <&>")
EMPTY = tr("")
"""
TEMPLATE = """
<h1>{{ _("Used and missing data") }}</h1>
{{ _('Single "quotes"') }} {{ _( "two " "parts" ) }} {{ _("with {n} values").format(n=3) }}
{{ name_("not a text") }} {{ other._("neither") }} {{ _(variable) }}
"""
EXPECTED = sorted(
    [
        "Suitability score",
        "The layer '{layer}' has no field '{field}'.",
        "one place",
        "{n} places",
        "Marked for later",
        "Through a module <&>",
        "Used and missing data",
        'Single "quotes"',
        "two parts",
        "with {n} values",
    ]
)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    package = tmp_path / "seo_district_plugin"
    (package / "reports" / "templates").mkdir(parents=True)
    (package / "code.py").write_text(CODE, encoding="utf-8")
    (package / "reports" / "templates" / "report.html.j2").write_text(TEMPLATE, encoding="utf-8")
    return package


def ts(package: Path) -> Path:
    return package / "i18n" / "seo_district_ko.ts"


def fill(package: Path, translations: dict[str, str]) -> None:
    path = package.parent / "fill.json"
    path.write_text(json.dumps(translations), encoding="utf-8")
    assert translate.main(["--fill", str(path)], package) == 0


def test_every_literal_is_collected(made: Path) -> None:
    assert translate.collect(made) == EXPECTED


@pytest.mark.parametrize(
    "code", ['tr(f"{n} places")', 'tr("{n}".format(n=1))', 'tr("a" + name)', 'tr("%s" % name)', 'tr(", ".join(names))']
)
def test_a_text_put_together_too_early_is_an_error(made: Path, code: str, capsys: pytest.CaptureFixture[str]) -> None:
    (made / "bad.py").write_text(f"x = 1\n{code}\n", encoding="utf-8")
    assert translate.main([], made) == 1
    assert "bad.py:2" in capsys.readouterr().err


def test_writing_is_deterministic_and_readable(made: Path) -> None:
    assert translate.main([], made) == 0
    first = ts(made).read_bytes()
    assert translate.main([], made) == 0
    assert ts(made).read_bytes() == first
    root = ElementTree.parse(ts(made)).getroot()
    assert root.get("language") == "ko_KR"
    assert [context.findtext("name") for context in root.iter("context")] == ["SeoDistrict"]
    assert [message.findtext("source") for message in root.iter("message")] == EXPECTED
    assert {translation.get("type") for translation in root.iter("translation")} == {"unfinished"}


def test_translations_are_kept_and_obsolete_ones_dropped(made: Path) -> None:
    fill(made, {"Suitability score": '입지 적합도 <점수> & "값"', "two parts": "두 부분"})
    (made / "reports" / "templates" / "report.html.j2").unlink()
    assert translate.main([], made) == 0
    known = translate.read(ts(made))
    assert known["Suitability score"] == '입지 적합도 <점수> & "값"'
    assert "two parts" not in known


def finished(package: Path) -> None:
    fill(
        package,
        {
            text: "번역 " + " ".join(f"{{{name}}}" for name in sorted(translate.placeholders(text) or ()))
            for text in EXPECTED
        },
    )


def test_check_passes_only_when_all_is_done(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert translate.main(["--check"], made) == 1  # no file yet
    translate.main([], made)
    assert translate.main(["--check"], made) == 1  # nothing translated
    assert "not translated" in capsys.readouterr().err
    finished(made)
    assert translate.main(["--check"], made) == 0


def test_check_finds_a_new_and_an_old_text(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    finished(made)
    (made / "more.py").write_text('tr("A new text")', encoding="utf-8")
    assert translate.main(["--check"], made) == 1
    assert "A new text" in capsys.readouterr().err
    (made / "more.py").unlink()
    (made / "reports" / "templates" / "report.html.j2").unlink()
    assert translate.main(["--check"], made) == 1
    assert "no longer used: 'two parts'" in capsys.readouterr().err


@pytest.mark.parametrize("wrong", ["{n}개 {m}", "곳", "{개}", "{n", "{}"])
def test_check_finds_other_placeholders(made: Path, wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    finished(made)
    fill(made, {"{n} places": wrong})
    assert translate.main(["--check"], made) == 1
    assert "placeholders" in capsys.readouterr().err


def test_check_finds_a_file_that_another_program_rewrote(made: Path) -> None:
    finished(made)
    ts(made).write_text(ts(made).read_text(encoding="utf-8").replace("    ", "  "), encoding="utf-8")
    assert translate.main(["--check"], made) == 1


def test_missing_prints_what_fill_takes(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(made, {"two parts": "두 부분"})
    capsys.readouterr()
    translate.main(["--missing"], made)
    assert json.loads(capsys.readouterr().out) == {text: "" for text in EXPECTED if text != "two parts"}


def test_qt_reads_the_file(made: Path) -> None:
    programs = lrelease.candidates()
    if not programs:
        pytest.skip("no lrelease on this machine")
    finished(made)
    done = subprocess.run(
        [programs[0], str(ts(made)), "-qm", str(made / "x.qm")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert f"{len(EXPECTED)} translation(s) ({len(EXPECTED)} finished" in done.stdout


def test_the_translation_of_the_project_is_finished() -> None:
    texts = translate.collect()
    assert texts
    assert translate.problems(texts, translate.PACKAGE / "i18n" / "seo_district_ko.ts") == []
