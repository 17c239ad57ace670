"""Help pages: their form, what falls back to what, and what of a page is refused."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo_district_plugin.algorithms.help import HELP_FOLDER, help_page, parse

PAGE = """# Title of it
> One line.
Tags: one, two words ,, three

First paragraph
goes on.

Second one.

## SHAPE: Shape of the cells
What it
means.
- square = squares
- hex = hexagons = six sides
Without it: nothing happens.

## OUTPUT: The cells
All of them.

## OUTPUT fields
- id = Number
- c_* = Contribution of *
- c_a = Own label
"""


def test_a_page_falls_into_its_parts() -> None:
    page = parse(PAGE)
    assert (page.title, page.summary, page.tags) == ("Title of it", "One line.", ["one", "two words", "three"])
    assert page.text == "First paragraph goes on.\nSecond one."
    shape = page.entry("SHAPE")
    assert (shape.label, shape.text) == ("Shape of the cells", "What it means.")
    assert shape.choices == {"square": "squares", "hex": "hexagons = six sides"}
    assert (shape.without, shape.without_sentence) == ("nothing happens.", "Without it: nothing happens.")
    assert page.entry("OUTPUT").label == "The cells" and page.entry("OUTPUT").without == ""


def test_field_labels_go_by_name_then_by_pattern() -> None:
    page = parse(PAGE)
    assert page.field_label("id") == "Number"
    assert page.field_label("c_stores") == "Contribution of stores"
    assert page.field_label("c_a") == "Own label"
    assert page.field_label("other") == ""


def test_what_a_page_is_silent_of_goes_by_its_name() -> None:
    assert parse(PAGE).entry("SIZE").label == "SIZE"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "line 1"),
        ("Title", "line 1"),
        ("# T\n\n## SHAPE\nx", "line 3"),
        ("# T\n## shape: x", "line 2"),
        ("# T\n## OUTPUT fields\n- id: Number", "line 3"),
        ("# T\n## OUTPUT fields\nwords", "line 3"),
    ],
)
def test_a_page_of_another_form_is_refused_with_its_line(text, line) -> None:
    with pytest.raises(ValueError, match=line):
        parse(text)


def test_korean_pages_have_their_own_word_for_what_is_missing() -> None:
    page = parse("# 제목\n> 한 줄.\n\n## SHAPE: 모양\n설명.\n없으면: 사각형.\n", "ko")
    assert page.entry("SHAPE").without == "사각형."
    assert parse("# 제목\n\n## SHAPE: 모양\n없으면: 사각형.\n", "en").entry("SHAPE").without == ""


def test_shared_entries_stand_in_and_own_ones_win() -> None:
    page, shared = help_page("districtgrid", "en"), help_page("common", "en")
    assert page.entry("REPORT").label == shared.entry("REPORT").label
    assert page.entry("DISTRICT").label != "DISTRICT"


def test_a_language_that_is_not_there_falls_back_to_english() -> None:
    assert (
        help_page("districtgrid", "fr" if "fr" not in ("en", "ko") else "de").title
        == help_page("districtgrid", "en").title
    )


@pytest.mark.parametrize("path", sorted(HELP_FOLDER.glob("*.ko.md")), ids=lambda path: path.stem)
def test_pages_of_both_languages_say_the_same_things(path) -> None:
    name = path.name.removesuffix(".ko.md")
    korean = parse(path.read_text(encoding="utf-8"), "ko")
    english = parse((HELP_FOLDER / f"{name}.en.md").read_text(encoding="utf-8"), "en")
    assert list(korean.entries) == list(english.entries)
    assert list(korean.fields) == list(english.fields)
    for key, entry in english.entries.items():
        other = korean.entries[key]
        assert list(other.choices) == list(entry.choices), key
        assert bool(other.without) == bool(entry.without), key
        assert bool(other.text) == bool(entry.text), key


WORDS = st.text(st.characters(whitelist_categories=("L", "N")), min_size=1, max_size=8)


@settings(deadline=None, max_examples=50)
@given(WORDS, WORDS, st.dictionaries(st.from_regex(r"[A-Z][A-Z0-9_]{0,6}", fullmatch=True), WORDS, max_size=4))
def test_what_is_written_is_read(title, summary, entries) -> None:
    text = f"# {title}\n> {summary}\n\n" + "".join(
        f"## {key}: {label}\nAbout {label}.\n\n" for key, label in entries.items()
    )
    page = parse(text)
    assert (page.title, page.summary) == (title, summary)
    assert {key: entry.label for key, entry in page.entries.items()} == entries
    assert all(entry.text == f"About {entry.label}." for entry in page.entries.values())
