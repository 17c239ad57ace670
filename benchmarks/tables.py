"""Results as text for the terminal and as Markdown."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Sequence

from benchmarks.harness import Figure, Result, Table

WIDTH = 110
NAMES = ("way", "zones", "method", "qgis_process list", "figure", "holds")
"""Columns of words; all others are numbers and stand to the right."""


def plain(result: Result) -> str:
    """One benchmark for the terminal."""
    lines = ["", result.title, "=" * _wide(result.title), *textwrap.wrap(result.compared, WIDTH), ""]
    for table in result.tables:
        lines += ([table.title] if table.title else []) + _aligned(table) + [""]
    for figure in result.figures:
        lines.append(f"{figure.verdict:13} {figure.text}: {_amount(figure)}, aimed at {_limit(figure)}")
    for note in result.notes:
        lines += textwrap.wrap(note, WIDTH)
    return "\n".join(lines)


def closing(results: Sequence[Result], about: Sequence[str]) -> str:
    """All figures once more, and the conditions."""
    lines = ["", "Figures", "======="]
    if _figures(results):
        lines += _aligned(_figure_table(results))
    for text in about:
        lines += ["", *textwrap.wrap(text, WIDTH)]
    return "\n".join(lines)


def merged(page: str, results: Sequence[Result], about: Sequence[str]) -> str:
    """A page with the sections and figures of some benchmarks measured anew, and all others as they were.

    A section that was measured at another time than the page says so itself.
    """
    new = markdown(results, [])
    for title in [result.title for result in results]:
        text = _section(new, title).replace(f"## {title}\n", f"## {title}\n\n*Measured apart: {about[0]}*\n", 1)
        old = _section(page, title)
        page = page.replace(old, text) if old else f"{page.rstrip()}\n\n{text}"
    rows = _section(page, "Figures").strip().splitlines()
    known = {row.split(" | ")[0]: row for row in rows[4:]}
    known.update({row.split(" | ")[0]: row for row in _section(new, "Figures").strip().splitlines()[4:]})
    return page.replace("\n".join(rows), "\n".join([*rows[:4], *known.values()])).rstrip() + "\n"


def _section(page: str, title: str) -> str:
    """The text of a section with its heading, up to the next one; empty when there is none."""
    begin = page.find(f"## {title}\n")
    if begin < 0 or (begin > 0 and page[begin - 1] != "\n"):
        return ""
    end = page.find("\n## ", begin)
    return page[begin:] if end < 0 else page[begin : end + 1]


def markdown(results: Sequence[Result], about: Sequence[str]) -> str:
    """The whole as a page."""
    lines = [
        "# Benchmarks",
        "",
        "Made by `python3 benchmarks/run.py --write` after `make bench`; not edited by hand.",
        "",
    ]
    for text in about:
        lines += [text, ""]
    if _figures(results):
        lines += ["## Figures", "", *_piped(_figure_table(results)), ""]
    for result in results:
        lines += [f"## {result.title}", "", result.compared, ""]
        for table in result.tables:
            lines += ([f"### {table.title}", ""] if table.title else []) + _piped(table) + [""]
        lines += [f"- {note}" for note in result.notes] + ([""] if result.notes else [])
    return "\n".join(lines).rstrip() + "\n"


def _figures(results: Sequence[Result]) -> list[Figure]:
    return [figure for result in results for figure in result.figures]


def _figure_table(results: Sequence[Result]) -> Table:
    rows = [
        [figure.text, _amount(figure), _limit(figure), _cpu(figure), figure.verdict] for figure in _figures(results)
    ]
    return Table("", ["figure", "measured", "aimed at", "processor", "holds"], rows)


def _amount(figure: Figure) -> str:
    return f"{figure.measured:.2f} {figure.unit}" if figure.unit else f"{figure.measured:g}"


def _limit(figure: Figure) -> str:
    return f"{figure.limit:g} {figure.unit}".strip()


def _cpu(figure: Figure) -> str:
    return "" if figure.cpu is None else f"{figure.cpu:.2f} {figure.unit}"


def _aligned(table: Table) -> list[str]:
    widths = [max(_wide(row[index]) for row in [table.columns, *table.rows]) for index in range(len(table.columns))]
    rule = "  ".join("-" * width for width in widths)
    rows = [
        "  ".join(_pad(cell, width, name in NAMES) for cell, width, name in zip(row, widths, table.columns)).rstrip()
        for row in [table.columns, *table.rows]
    ]
    return [rows[0], rule, *rows[1:]]


def _piped(table: Table) -> list[str]:
    marks = [":--" if name in NAMES else "--:" for name in table.columns]
    return ["| " + " | ".join(row) + " |" for row in [table.columns, marks, *table.rows]]


def _pad(text: str, width: int, left: bool) -> str:
    gap = " " * (width - _wide(text))
    return text + gap if left else gap + text


def _wide(text: str) -> int:
    """Columns a text takes on a terminal: Hangul takes two a letter."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
