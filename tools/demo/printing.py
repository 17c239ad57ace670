"""The table of what was found and what is true, on the terminal."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

from .model import Found

TABLE = "found_and_true.json"


def number(value: float | None, kind: str) -> str:
    """A figure as people read it."""
    if value is None:
        return "-"
    if kind == "share":
        return f"{100 * value:.1f} %"
    return f"{value:.2f}" if kind == "rank" else f"{value:,.0f}"


def verdict(found: Found | dict) -> str:
    """ok, WRONG or nothing."""
    right = found["right"] if isinstance(found, dict) else found.right
    return "" if right is None else ("ok" if right else "WRONG")


def print_found(folder: Path) -> None:
    """Print the table that the last step wrote."""
    made = json.loads((folder / TABLE).read_text(encoding="utf-8"))
    lines, language = made["found"], made["settings"]["language"]
    rows = [
        (each["what"][language], *(number(each[side], each["kind"]) for side in ("found", "truth")), verdict(each))
        for each in lines
    ]
    heads = ("Found against the planted truth", "found", "truth", "")
    wide = [max(_width(row[k]) for row in [heads, *rows]) for k in range(4)]
    print()
    for row in (heads, ("-" * wide[0], "-" * wide[1], "-" * wide[2], ""), *rows):
        what = row[0] + " " * (wide[0] - _width(row[0]))
        print(f"  {what}  {row[1]:>{wide[1]}}  {row[2]:>{wide[2]}}  {row[3]}".rstrip())


def _width(text: str) -> int:
    """Columns on a terminal: Hangul takes two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
