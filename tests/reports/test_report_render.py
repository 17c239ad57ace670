"""The page as text: complete, escaped, self-contained, the same twice."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from seo_district_plugin.reports.report import (
    InputUse,
    KeyFigure,
    Plot,
    Report,
    Section,
    TableView,
    render,
    template_texts,
)

HOSTILE = '</script><script>alert("x")</script> {{ 7 * 7 }} {% raw %} \'"&<!-- 동 --> <img src=x onerror=alert(1)>'
VOID = {"meta", "link", "img", "br"}


class Outline(HTMLParser):
    """Tags, attributes and the balance of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.headings: list[str] = []
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "script":
            self.scripts.append((dict(attrs), ""))
        if tag in ("h1", "h2"):
            self.headings.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1] == tag, f"</{tag}> closes {self.open[-3:]}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "script":
            attributes, text = self.scripts[-1]
            self.scripts[-1] = (attributes, text + data)
        elif self.open and self.open[-1] in ("h1", "h2"):
            self.headings[-1] += data
        if not self.open or self.open[-1] not in ("script", "style"):
            self.text += data


def outline(page: str) -> Outline:
    parsed = Outline()
    parsed.feed(page)
    parsed.close()
    assert parsed.open == []
    return parsed


def hostile_report() -> Report:
    figure = {"data": [{"type": "bar", "x": [1], "y": [2], "name": HOSTILE}], "layout": {"height": 200}}
    return Report(
        title=HOSTILE, summary=HOSTILE, language='en" onload="x', algorithm=HOSTILE, when=HOSTILE,
        inputs=[InputUse(HOSTILE, HOSTILE, "missing", HOSTILE, HOSTILE)],
        figures=[KeyFigure(HOSTILE, HOSTILE, HOSTILE, HOSTILE)],
        sections=[Section(HOSTILE, HOSTILE, [Plot(HOSTILE, figure, HOSTILE)],
                          [TableView(HOSTILE, [HOSTILE], [[HOSTILE]], HOSTILE)])],
        method=[HOSTILE], citations=[HOSTILE], limits=[HOSTILE], record={HOSTILE: {HOSTILE: HOSTILE}},
    )  # fmt: skip


@pytest.mark.parametrize("language", ["en", "ko"])
def test_order_of_the_page(make_report: Callable, translators: dict, language: str) -> None:
    report, _ = make_report(language), translators[language]
    headings = outline(render(report, _)).headings
    fixed = ["Summary", "Data used and data missing", "Map", "Key figures"]
    last = ["Method", "Limits of this analysis", "Run record"]
    sections = [section.title for section in report.sections]
    assert headings == [report.title, *map(_, fixed), *sections, *map(_, last)]


def test_every_fixed_text_has_a_korean_one(translators: dict) -> None:
    for text in template_texts():
        korean = translators["ko"](text)
        assert re.search("[가-힣]|^값$", korean)
        assert set(re.findall(r"{\w+}", korean)) == set(re.findall(r"{\w+}", text))


def test_only_translated_words_are_fixed(make_report: Callable) -> None:
    """With a translator that marks its texts, no English word of the page is left unmarked."""
    report = Report(
        title="가", summary="나", language="ko", algorithm="다", when="라", synthetic=True,
        inputs=[InputUse("", "마", "used"), InputUse("", "바", "missing")], figures=[KeyFigure("사", True)],
        sections=[Section("아", "", [Plot("자", {"data": [], "layout": {}})], [TableView("차", ["카"], [])])],
        method=["타"], citations=["파"], limits=["하"], record={"1": 2},
        picture_png=make_report("ko").picture_png,
    )  # fmt: skip

    def marked(text: str) -> str:
        return "«" + re.sub(r"(?<![{A-Za-z])[A-Za-z]+(?![A-Za-z}])", "·", text) + "»"

    parsed = outline(render(report, marked))
    assert re.findall(r"[A-Za-z]+", parsed.text) == []
    spoken = [value for _tag, values in parsed.tags for name, value in values.items() if name in ("alt", "data-label")]
    assert spoken
    assert all(not re.search(r"[A-Za-z]", value or "") for value in spoken)


def test_hostile_texts_stay_texts(translators: dict) -> None:
    parsed = outline(render(hostile_report(), translators["en"]))
    assert [tag for tag, _ in parsed.tags if tag == "img"] == []
    assert [attributes for attributes, _ in parsed.scripts if "src" in attributes] == []
    assert len(parsed.scripts) == 3  # the plot's data, the library, the starter
    assert not [name for _tag, values in parsed.tags for name in values if name.startswith("on")]
    assert parsed.headings[0] == HOSTILE
    assert "{{ 7 * 7 }}" in parsed.text
    figure = json.loads(parsed.scripts[0][1])
    assert figure["data"][0]["name"] == HOSTILE


def test_policy_names_exactly_the_scripts_of_the_page(make_report: Callable, translators: dict) -> None:
    page = render(make_report("ko"), translators["ko"])
    parsed = outline(page)
    policy = next(values["content"] for tag, values in parsed.tags if values.get("http-equiv") and tag == "meta")
    executed = [text for attributes, text in parsed.scripts if attributes.get("type") != "application/json"]
    hashes = {base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in executed}
    assert len(executed) == 2
    assert set(re.findall(r"'sha256-([^']+)'", policy)) == hashes
    assert "default-src 'none'" in policy


def test_nothing_is_loaded_from_elsewhere(make_report: Callable, translators: dict) -> None:
    for _tag, values in outline(render(make_report("en"), translators["en"])).tags:
        for name in ("src", "href", "srcset", "data", "action"):
            assert (values.get(name) or "data:").startswith("data:")


def test_library_comes_once_and_only_with_plots(make_report: Callable, translators: dict) -> None:
    with_plots = render(make_report("en"), translators["en"])
    assert with_plots.count("plotly.js v") == 1
    plain = render(Report("t", "s", "en", "a", "now", limits=["one"]), translators["en"])
    assert "<script" not in plain
    assert "script-src &#39;none&#39;" in plain
    assert len(plain) < 30_000


def test_same_report_gives_the_same_page(make_report: Callable, translators: dict) -> None:
    assert render(make_report("ko"), translators["ko"]) == render(make_report("ko"), translators["ko"])


def test_language_is_declared(make_report: Callable, translators: dict) -> None:
    assert ("html", {"lang": "ko"}) in outline(render(make_report("ko"), translators["ko"])).tags


def test_synthetic_data_are_announced(make_report: Callable, translators: dict) -> None:
    sentence = translators["ko"]("This report was made from synthetic sample data and does not describe a real place.")
    assert sentence in render(make_report("ko", synthetic=True), translators["ko"])
    assert sentence not in render(make_report("ko"), translators["ko"])


def test_picture_is_inside_with_its_text(make_report: Callable, translators: dict) -> None:
    report = make_report("en")
    image = next(values for tag, values in outline(render(report, translators["en"])).tags if tag == "img")
    assert image["alt"] == report.picture_caption
    assert base64.b64decode(image["src"].removeprefix("data:image/png;base64,")) == report.picture_png


def test_tables_have_heads_captions_and_labels(make_report: Callable, translators: dict) -> None:
    parsed = outline(render(make_report("en"), translators["en"]))
    tables = [values["class"] for tag, values in parsed.tags if tag == "table"]
    assert tables == ["stacked inputs", "wide", "stacked", "record"]
    heads = [values for tag, values in parsed.tags if tag == "th"]
    assert heads
    assert all("scope" in values for values in heads)
    assert {"data-label": "In the first ten (%)", "class": "numeric"} in [v for t, v in parsed.tags if t == "td"]


def test_missing_key_figure_shows_a_dash_without_unit(translators: dict) -> None:
    report = Report("t", "", "en", "a", "now", figures=[KeyFigure("Distance", float("nan"), "m", "needs roads")])
    text = outline(render(report, translators["en"])).text
    assert re.search(r"Distance\s+–\s*needs roads", text)


def test_missing_input_is_said_with_its_consequence(make_report: Callable, translators: dict) -> None:
    text = outline(render(make_report("en"), translators["en"])).text
    assert "3 of 4 data sets were used." in text
    assert re.search(
        r"EXISTING\s+Missing\s+Available from .*\s+Places beside an existing board are not ruled out", text
    )


def test_plotly_figure_objects_are_taken_too(translators: dict) -> None:
    import plotly.graph_objects as go

    section = Section("s", plots=[Plot("p", go.Figure(data=[go.Bar(x=[1, 2], y=[3.0, float("nan")])]))])
    parsed = outline(render(Report("t", "", "en", "a", "now", sections=[section]), translators["en"]))
    assert json.loads(parsed.scripts[0][1])["data"][0]["y"] == [3.0, None]


@pytest.mark.parametrize(
    ("build", "error", "words"),
    [
        (lambda: InputUse("A", "a", "perhaps"), ValueError, "perhaps"),
        (lambda: TableView("t", ["a", "b"], [[1, 2], [1]]), ValueError, "row 2 of table 't' has 1 cells, not 2"),
        (lambda: Report("t", "", "en", "a", "now", picture_png=b"GIF89a"), ValueError, "PNG"),
        (lambda: Report("t", "", "en", "a", "now", record={"x": object()}), TypeError, "object"),
        (
            lambda: Report("t", "", "en", "a", "now", sections=[Section("s", plots=[Plot("p", 3)])]),
            TypeError,
            "plot 'p'",
        ),
    ],
)
def test_mistakes_of_the_caller_are_named(build: Callable, error: type, words: str, translators: dict) -> None:
    with pytest.raises(error, match=words):
        render(build(), translators["en"])
