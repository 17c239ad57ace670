"""The page in a real browser: no request, no complaint, plots drawn, readable on a desk, a phone and A4."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from seo_district_plugin.reports.report import Plot, Report, Section, render

# Drawn plots, width of the page's content and of the window, and an element that stands out of the window, if any.
LOOK = """(() => {
  const outside = [...document.querySelectorAll("main *")].find(
    (e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".table-frame, svg, .hidden"));
  return {
    plots: document.querySelectorAll(".plot .main-svg .cartesianlayer").length,
    content: document.documentElement.scrollWidth,
    window: innerWidth,
    outside: outside ? outside.outerHTML.slice(0, 120) : "",
    fallback: [...document.querySelectorAll(".plot")].filter((e) => e.textContent === e.dataset.problem).length,
  };
})()"""


@pytest.fixture
def page(tmp_path: Path) -> Callable[[str], Path]:
    """Write a page into a folder with a name that needs escaping and give its path."""

    def write(html: str) -> Path:
        folder = tmp_path / "보고서 100% 'a'"
        folder.mkdir(exist_ok=True)
        path = folder / "report #1.html"
        path.write_text(html, encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("width", [1100, 390])
def test_opens_quietly_and_fits(
    browser, page: Callable, make_report: Callable, translators: dict, language: str, width: int
) -> None:
    report = make_report(language, synthetic=True)
    seen = browser.visit(page(render(report, translators[language])), width=width, ask=LOOK, picture=True)
    assert seen.requests == []
    assert seen.complaints == []
    assert seen.answer["plots"] == sum(len(section.plots) for section in report.sections)
    assert seen.answer["fallback"] == 0
    assert seen.answer["content"] <= seen.answer["window"]
    assert seen.answer["outside"] == ""
    assert seen.screenshot.startswith(b"\x89PNG")
    assert len(seen.screenshot) > 50_000


def test_prints_on_a4(browser, page: Callable, make_report: Callable, translators: dict) -> None:
    seen = browser.visit(page(render(make_report("ko"), translators["ko"])), pdf=True)
    assert seen.complaints == []
    assert seen.pdf.startswith(b"%PDF")
    # A4 in points, as Chromium rounds it.
    assert b"/MediaBox [0 0 594.95996 841.91998]" in seen.pdf
    assert 4 <= seen.pdf.count(b"/Type /Page\n") <= 10


def test_plots_have_the_width_of_the_paper_while_printing(
    browser, page: Callable, make_report: Callable, translators: dict
) -> None:
    ask = """(() => {
      const width = () => document.querySelector(".plot .main-svg").getBoundingClientRect().width;
      const before = width();
      dispatchEvent(new Event("beforeprint"));
      const printed = width();
      dispatchEvent(new Event("afterprint"));
      return [before, printed, width()];
    })()"""
    seen = browser.visit(page(render(make_report("en"), translators["en"])), ask=ask)
    before, printed, after = seen.answer
    assert printed == 640
    assert before == after
    assert before > 700


def test_a_plot_that_cannot_be_drawn_says_so(browser, page: Callable, translators: dict) -> None:
    broken = Plot("broken", {"data": [{"type": "bar", "x": [1], "y": [1]}], "layout": {}})
    good = Plot("good", {"data": [{"type": "bar", "x": [1], "y": [1]}], "layout": {}})
    html = render(
        Report("t", "", "en", "a", "now", sections=[Section("s", plots=[broken, good])]), translators["en"]
    ).replace('data-figure="figure-1"', 'data-figure="figure-9"')
    seen = browser.visit(page(html), ask=LOOK)
    assert seen.answer["fallback"] == 1
    assert seen.answer["plots"] == 1
    assert seen.complaints


def test_report_without_plots_opens_quietly(browser, page: Callable, translators: dict) -> None:
    seen = browser.visit(page(render(Report("t", "s", "en", "a", "now"), translators["en"])), settle=0.2)
    assert (seen.requests, seen.complaints) == ([], [])


DETECTED = {
    "request": ('<img src="http://127.0.0.1:9/x.png">', True),
    "fetch": ('<script>fetch("http://127.0.0.1:9/x").catch(() => 0)</script>', True),
    "neighbor": ('<link rel="stylesheet" href="beside.css">', True),
    "throw": ("<script>throw new Error('x')</script>", False),
    "console": ("<script>console.error('x')</script>", False),
    "rejection": ("<script>Promise.reject(new Error('x'))</script>", False),
}


@pytest.mark.parametrize("name", DETECTED)
def test_the_detector_detects(browser, page: Callable, name: str) -> None:
    body, asks = DETECTED[name]
    seen = browser.visit(page(f"<!DOCTYPE html><meta charset=utf-8><title>t</title>{body}"), settle=0.3)
    assert bool(seen.requests) == asks
    assert seen.complaints


def test_policy_stops_a_script_and_a_request_smuggled_in(
    browser, page: Callable, make_report, translators: dict
) -> None:
    smuggled = (
        '<script>document.title = "taken"</script><img src="http://127.0.0.1:9/x.png" onerror="document.title=1">'
    )
    html = render(make_report("en"), translators["en"]).replace("</main>", smuggled + "</main>")
    seen = browser.visit(page(html), ask="document.title")
    assert seen.answer == make_report("en").title
    assert len(seen.complaints) >= 2
