"""Texts read in the wrong encoding are told from sound ones, also from sound texts with foreign letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seo_district_plugin.analysis.records.quality.encoding import damage_of

WORDS = (
    "대전광역시 서구 둔산동",
    "가상상점, 2층",
    "크크 캡틴",
    "한양슈퍼",
    "노래연습장(지하)",
    "㈜가상·산업",
    "역곡역",
)


def misread(text: str, written: str, read: str) -> str:
    return text.encode(written).decode(read, "replace")


@pytest.mark.parametrize("word", WORDS)
def test_sound_korean_is_sound(word):
    assert damage_of([word]) == [""]


@pytest.mark.parametrize(
    "text",
    ["Größe", "Straße 5", "Ñuñoa", "café Zoë", "naïve", "100 m²", "± 3 °C", "漢字 표기", "東京都", "Łódź",
     "“quoted” – dash…", "what? why?", "a ?? b"],
)  # fmt: skip
def test_foreign_letters_are_sound(text):
    assert damage_of([text]) == [""]


@pytest.mark.parametrize("word", WORDS)
def test_korean_in_the_wrong_encoding_is_damaged(word):
    if word != "크크 캡틴":  # whose CP949 bytes happen to be UTF-8 of other letters
        assert damage_of([misread(word, "cp949", "utf-8")]) == ["lost"]
    assert damage_of([misread(word, "cp949", "latin-1")])[0] in ("latin", "utf8")
    assert damage_of([misread(word, "utf-8", "latin-1")]) == ["utf8"]
    assert damage_of([misread(word, "utf-8", "cp1252")])[0] in ("utf8", "lost")
    assert damage_of([misread(word, "utf-8", "cp949")])[0] in ("korean", "lost")


def test_utf8_as_cp949_with_question_marks_for_what_is_lost():
    assert damage_of([misread("대전광역시", "utf-8", "cp949").replace("\ufffd", "?")]) == ["korean"]


def test_question_marks_in_a_column_of_hangul():
    assert damage_of(["???", "중앙로"]) == ["question", ""]
    assert damage_of(["???? ???"]) == ["question"]
    assert damage_of(["정말??", "중앙로"]) == ["", ""], "a shop may be called so"


@given(st.lists(st.text(alphabet="가나다라마바사아자차카타파하강산들 ,.()0123456789", max_size=20), max_size=40))
def test_no_false_alarm_on_common_syllables(texts):
    assert damage_of(texts) == [""] * len(texts)


@given(st.lists(st.text(max_size=20), max_size=20))
def test_each_text_is_judged_alone_but_for_question_marks(texts):
    alone = [damage_of([text])[0] for text in texts]
    together = damage_of(texts)
    assert [a for a, b in zip(alone, together) if b != "question"] == [b for b in together if b != "question"]
