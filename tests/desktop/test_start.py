"""The menu and "Start with the sample" in the real QGIS desktop, clicked through; in English and in Korean."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.translate import PACKAGE, read

LONGEST_MAKING = 60.0  # s, from the click to the open map
LONGEST_PAUSE = 2.0  # s in which the desktop does not answer, until QGIS opens the finished project


def said(text: str, language: str) -> str:
    """A text of the plugin in a language."""
    return text if language == "en" else read(PACKAGE / "i18n" / "seo_district_ko.ts")[text]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_start_with_the_sample(desktop, tmp_path, language):
    seen = desktop("look_start.py", language)
    assert "error" not in seen, seen["error"]
    folder = Path(seen["dialog"][1])
    assert tmp_path in folder.parents, "in the documents of the user"

    assert seen["menu"][0].replace("&", "") == said("City district: sites and risks", language)
    assert seen["menu"][1] == [said("Start with the sample…", language)]
    assert seen["dialog"][0] == said("Start with the sample", language)
    assert seen["dialog"][2:] == [True, False], "may begin; nothing to open yet"
    assert seen["busy"] and len(seen["tasks"]) == 1
    assert said("Making the district", language) in seen["tasks"][0]
    assert seen["seconds"] < LONGEST_MAKING
    assert seen["longest_pause"] < LONGEST_PAUSE
    assert said("Show the report", language) in seen["message"][1]

    check_start_map(seen["project"], folder, language)
    check_project(seen["sample"], folder / "sample" / "district.qgz", language)
    assert seen["opened"]
    assert seen["again"][:2] == [True, True]
    assert "sample" in seen["again"][2] and "results" in seen["again"][2]
    assert seen["earlier"] == str(folder / "sample_map.qgz")
    assert said("City district: sites and risks", language) not in [text.replace("&", "") for text in seen["left"]]
    for name in ("start_menu", "start_dialog", "start_progress", "start_map", "sample_map", "start_again"):
        assert (tmp_path / f"{name}.png").stat().st_size > 20_000, name
    assert f'<html lang="{language}">' in (folder / "results" / "report.html").read_text(encoding="utf-8")


def check_start_map(project: dict, folder: Path, language: str) -> None:
    """The result on top, drawn in classes; below it what the sample has."""
    check_project(project, folder / "sample_map.qgz", language)
    assert project["colors"] >= 30, "the map is drawn"
    assert project["contains"] and 0.7 < project["filled"] < 1.0, "the district fills the map, with a margin"
    assert project["open"], "the legend of the result can be read"
    title, layers = project["groups"][0]
    assert title == said("Result: public notice boards", language)
    (score, valid, shown, kind), shops = layers
    assert valid and shown and kind in ("categorizedSymbol", "graduatedSymbol"), score
    assert shops[1] and not shops[2]


def check_project(project: dict, path: Path, language: str) -> None:
    """All layers open, in the groups of the sample, styled; the map shows the district."""
    assert project["file"] == str(path) and project["relative"]
    assert not project["dirty"], "nothing to save just after opening"
    assert project["title"] == said("Made-up district (synthetic data)", language)
    assert project["crs"] == "EPSG:5186"
    from seo_district_plugin.sample.groups import GROUPS

    shown = [title for title, _ in project["groups"]]
    assert shown[-len(GROUPS) :] == [title[language] for _, title, _ in GROUPS]
    layers = [layer for _, layers in project["groups"] for layer in layers]
    assert len(layers) >= 38
    assert all(valid for _, valid, _, _ in layers), [name for name, valid, _, _ in layers if not valid]
    assert all(kind for _, _, _, kind in layers)
    word = {"en": "(synthetic", "ko": "합성"}[language]
    assert all(word in name for name, *_ in layers), [name for name, *_ in layers if word not in name]
    assert {"categorizedSymbol", "graduatedSymbol", "paletted"} <= {kind for *_, kind in layers}
