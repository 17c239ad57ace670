"""The real QGIS desktop on a virtual screen: toolbox, a run from the dialog, the map; in English and in Korean."""

from __future__ import annotations

from pathlib import Path

import pytest
from recipes import RECIPES

TITLES = {
    "en": ("1 Prepare data", "analysis grid of the district"),
    "ko": ("1 자료 준비", "분석 격자 생성"),
}


@pytest.mark.parametrize("language", ["en", "ko"])
def test_toolbox_dialog_and_map(desktop, world, tmp_path, language):
    check(desktop("look.py", language, district=world().path("district")), tmp_path, language)


def check(seen: dict, folder: Path, language: str) -> None:
    from seo_district_plugin.algorithms.help import help_page

    assert "error" not in seen, seen["error"]
    group, title = TITLES[language]
    pages = {name: help_page(name, language) for name in RECIPES}
    shown = {algorithm for _, algorithms in seen["toolbox"] for algorithm in algorithms}
    assert shown == {page.title for page in pages.values()}
    assert seen["toolbox"][0][0] == group, "groups in their order"
    assert [name for name, _ in seen["toolbox"]] == sorted(name for name, _ in seen["toolbox"])
    assert title in seen["title"].lower()
    assert seen["choices"] == list(pages["districtgrid"].entry("CLIP").choices.values())
    assert seen["fine"], seen["results"]
    ((name, source, renderer, count),) = seen["layers"]
    assert name in ("grid", pages["districtgrid"].entry("OUTPUT").label), "its file or its label, as the settings say"
    assert source.startswith(str(folder / "grid.gpkg")) and renderer == "singleSymbol" and count > 300
    assert (folder / "report.html").is_file()
    assert seen["unloaded"] and seen["again"] == sorted(RECIPES)
    for picture in ("toolbox", "dialog", "log", "map"):
        assert (folder / f"{picture}.png").stat().st_size > 20_000, picture
