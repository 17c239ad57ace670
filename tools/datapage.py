"""Keeps the written parts of docs/data.ko.md and docs/data.en.md up to date: the tables of all kinds of files, from
their schemas, and the words for each reason, as the plugin says them.

python3 -m tools.datapage             write these parts anew
python3 -m tools.datapage --check     fail when that is still to be done
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tools import translate

if TYPE_CHECKING:
    from seo_district_plugin.analysis.records.schemas import Schema

ROOT = Path(__file__).resolve().parents[1]
PAGES = {language: ROOT / "docs" / f"data.{language}.md" for language in ("ko", "en")}
BEGIN = "<!-- make docs: kinds of files -->"
END = "<!-- end -->"
_WRITTEN = re.compile(f"{re.escape(BEGIN)}.*?{re.escape(END)}", re.DOTALL)
_REASON = re.compile(r"^\| [^|]* \| `([a-z_]+)` \|", re.MULTILINE)

_HEADS: dict[str, dict[str, tuple[str, ...]]] = {
    "what": {"ko": ("스키마", "자료", "결과", "좌표계", "행을 구분하는 열"),
             "en": ("schema", "file", "what comes out", "CRS", "columns that identify a row")},
    "source": {"ko": ("스키마", "제공기관", "받는 곳", "포털 번호", "이용 조건", "열 구성의 확인", "비고"),
               "en": ("schema", "provider", "where", "portal number", "license", "layout", "remark")},
}  # fmt: skip
_WORDS = {
    "point": {"ko": "점", "en": "points"},
    "grid": {"ko": "격자(폴리곤)", "en": "cells (polygons)"},
    "table": {"ko": "표", "en": "table"},
    "vector": {"ko": "파일의 도형 그대로", "en": "the shapes of the file"},
    "of_file": {"ko": "파일에 따름", "en": "that of the file"},
    "of_numbers": {"ko": "좌표로 판정", "en": "told by the coordinates"},
    "A": {"ko": "확인", "en": "confirmed"},
    "B": {"ko": "판독 사례 1건", "en": "one reader"},
    "C": {"ko": "파일로 확인하지 못함", "en": "not checked against a file"},
    "?": {"ko": "미확인", "en": "not confirmed"},
    "closed": {"ko": "운영 종료", "en": "closed"},
    "unknown": {"ko": "확인되지 않음", "en": "not known"},
}
_LICENSES = {
    "이용허락범위 제한 없음": "no restrictions",
    "공공누리 제1유형": "KOGL Type 1: name the source",
    "공공누리 제4유형": "KOGL Type 4: no commercial use, no changes",
}


def main(arguments: list[str]) -> int:
    stale = []
    for language, path in PAGES.items():
        current = path.read_text(encoding="utf-8")
        text = page_text(language, current)
        if text == current:
            continue
        stale.append(f"docs/{path.name}")
        if "--check" not in arguments:
            path.write_text(text, encoding="utf-8")
    if stale and "--check" in arguments:
        print(f"{', '.join(stale)}: not up to date, run make docs", file=sys.stderr)
        return 1
    for name in stale:
        print(name)
    return 0


def page_text(language: str, current: str) -> str:
    """The page with its written parts as they should be."""
    tables = f"{BEGIN}\n{schema_tables(language, shipped_schemas())}\n{END}"
    text = _WRITTEN.sub(lambda _match: tables, current)
    words = reason_words(language)
    # A reason that has no translation yet stays as it stands in the page.
    return _REASON.sub(lambda row: f"| {words[row[1]]} | `{row[1]}` |" if words.get(row[1]) else row[0], text)


def shipped_schemas() -> list[Schema]:
    """All schemas in the plugin, the Korean ones first, each group by id."""
    from seo_district_plugin.algorithms.data.import_plan import SHIPPED
    from seo_district_plugin.analysis.records.schemas import load_schemas

    return [schema for folder in SHIPPED for schema in sorted(load_schemas([folder]), key=lambda one: one.id)]


def reason_words(language: str) -> dict[str, str]:
    """Code of a reason -> what the plugin says for it; empty without a translation."""
    from seo_district_plugin.algorithms.sentences.publicdata import reasons

    if language == "en":
        return reasons()
    known = translate.read(translate.PACKAGE / "i18n" / f"seo_district_{language}.ts")
    return {code: known.get(text, "") for code, text in reasons().items()}


def reason_codes(text: str) -> list[str]:
    """The codes of the reasons that a page explains, in its order."""
    return _REASON.findall(text)


# ---------------------------------------------------------------------------------------------------- tables
def schema_tables(language: str, schemas: Sequence[Schema]) -> str:
    """Two tables: what becomes of each kind of file, and where it comes from."""
    what = [_row(_HEADS["what"][language]), "|---|---|---|---|---|"]
    source = [_row(_HEADS["source"][language]), "|---|---|---|---|---|---|---|"]
    for schema in schemas:
        what.append(_row(what_cells(language, schema)))
        if schema.source.get("provider"):
            source.append(_row(source_cells(language, schema)))
    return "\n".join([*what, "", *source])


def what_cells(language: str, schema: Schema) -> list[str]:
    """Id, title, what comes out, CRS, key."""
    columns = [schema.column(name) for name in schema.key]
    key = [f"{column.label.get(language, column.name)} `{column.name}`" for column in columns if column is not None]
    title = schema.title.get(language) or schema.title["en"]
    return [f"`{schema.id}`", title, _word(schema.geometry, language), crs_text(language, schema), ", ".join(key)]


def crs_text(language: str, schema: Schema) -> str:
    """The rule that decides the CRS of a kind of file."""
    if schema.geometry == "table":
        return ""
    tried: Sequence[int] = schema.extra.get("crs_candidates") or ()  # type: ignore[assignment]
    codes = ", ".join(f"EPSG:{code}" for code in schema.crs or tried)
    if schema.crs:
        return codes
    word = _word("of_file" if schema.geometry == "vector" else "of_numbers", language)
    return f"{word} ({codes})" if codes else word


def source_cells(language: str, schema: Schema) -> list[str]:
    """Id, provider, address in words, portal number, license, how sure the layout is, note."""
    source = schema.source
    return [
        f"`{schema.id}`",
        _text(source.get("provider"), language),
        str(source.get("url") or "").replace("closed", _word("closed", language)),
        str(source.get("portal") or ""),
        _license(str(source.get("license") or ""), language),
        _word(str(source.get("confidence") or "?"), language),
        _text(source.get("note"), language),
    ]


def _license(name: str, language: str) -> str:
    if not name:
        return _word("unknown", language)
    return f"{_LICENSES[name]} ({name})" if language == "en" and name in _LICENSES else name


def _word(name: str, language: str) -> str:
    return _WORDS[name][language]


def _text(value: object, language: str) -> str:
    if isinstance(value, Mapping):
        return str(value.get(language) or value.get("en") or "")
    return str(value or "")


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("*", "\\*") for cell in cells) + " |"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
