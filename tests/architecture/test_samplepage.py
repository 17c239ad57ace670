"""docs/sample.*.md: the table of layers is up to date, and what the page says of the truth holds."""

from __future__ import annotations

import re

import pytest

from tools import samplepage

LANGUAGES = ("ko", "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_is_up_to_date(language) -> None:
    page = samplepage.PAGES[language].read_text(encoding="utf-8")
    assert page.count(samplepage.BEGIN) == page.count(samplepage.END) == 1
    assert page == samplepage.page_text(language, page), "run make docs"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_out_of_date_is_noticed_and_mended(language, tmp_path, monkeypatch, capsys) -> None:
    stale = tmp_path / "sample.md"
    stale.write_text(f"x\n{samplepage.BEGIN}\n| old |\n{samplepage.END}\n", encoding="utf-8")
    monkeypatch.setattr(samplepage, "PAGES", {language: stale})
    assert samplepage.main(["--check"]) == 1
    assert "make docs" in capsys.readouterr().err
    assert samplepage.main([]) == 0 and samplepage.main(["--check"]) == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_of_truth_is_explained(language) -> None:
    from seo_district_plugin.sample.city import make_city
    from seo_district_plugin.sample.registers import make_registers

    city = make_city("tiny", 1)
    tables = {*city.truth, *make_registers(city, 1).truth}
    named = set(re.findall(r"`([a-z_*]+)\.csv`", samplepage.PAGES[language].read_text(encoding="utf-8")))
    told = {name for name in tables if name in named or f"{name.split('_')[0]}_*" in named}
    assert told == tables
    assert {name for name in named if not name.endswith("*")} <= tables
