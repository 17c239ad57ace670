"""Help pages: one Markdown file per algorithm and language, keyed by parameter, output and field.

A page looks like this; everything the user reads about an algorithm stands in it::

    # Analysis grid
    > One line that says what it gives.
    Tags: grid, cells

    What it does, in paragraphs.

    ## SHAPE: Shape of the cells
    What the parameter means.
    - square = squares
    Without it: what the result becomes when it is not given.

    ## OUTPUT fields
    - code = Grid code
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

HELP_FOLDER = Path(__file__).parents[1] / "resources" / "help"
WITHOUT = {"en": "Without it:", "ko": "없으면:"}

_SECTION = re.compile(r"^## ([A-Z][A-Z0-9_]*)(?: (fields))?(?::\s*(.*))?$")
_ITEM = re.compile(r"^- ([A-Za-z0-9_*]+) = (.+)$")


@dataclass
class Entry:
    """What the page says of one parameter or output."""

    label: str
    text: str = ""
    choices: dict[str, str] = field(default_factory=dict)
    without: str = ""
    without_sentence: str = ""


@dataclass
class HelpPage:
    """One algorithm's page in one language."""

    title: str
    summary: str
    tags: list[str]
    text: str
    entries: dict[str, Entry]
    fields: dict[str, str]
    output_fields: dict[str, list[str]]

    def entry(self, name: str) -> Entry:
        """The entry of a parameter or output; its bare name where the page is silent (a test forbids that)."""
        return self.entries.get(name) or Entry(label=name)

    def field_label(self, name: str) -> str:
        """Label of an output field: its own, or the one of a pattern such as ``c_*`` with the rest filled in."""
        if name in self.fields:
            return self.fields[name]
        for pattern, label in self.fields.items():
            if pattern.endswith("*") and name.startswith(pattern[:-1]):
                return label.replace("*", name[len(pattern) - 1 :])
        return ""


def parse(text: str, language: str = "en") -> HelpPage:
    """Parse a page; raises ValueError naming the line that does not follow the form."""
    lines = text.splitlines()
    if not lines or not lines[0].startswith("# "):
        raise ValueError("line 1: a page begins with '# Title'")
    page = HelpPage(lines[0][2:].strip(), "", [], "", {}, {}, {})
    body: list[str] = []
    current: Entry | None = None
    fields_of = ""  # the output whose fields are being listed
    for number, line in enumerate(lines[1:], start=2):
        section = _SECTION.match(line)
        if section:
            name, is_fields, label = section.groups()
            fields_of = name if is_fields else ""
            if not is_fields:
                if not label:
                    raise ValueError(f"line {number}: '## {name}: label' expected")
                current = page.entries[name] = Entry(label.strip())
        elif line.startswith("## "):
            raise ValueError(f"line {number}: not a section heading: {line}")
        elif fields_of:
            _read_field(page, fields_of, line, number)
        elif current is not None:
            _read_entry(current, line, language)
        elif line.startswith("> "):
            page.summary = line[2:].strip()
        elif line.startswith("Tags:"):
            page.tags = [tag.strip() for tag in line[5:].split(",") if tag.strip()]
        else:
            body.append(line)
    page.text = _paragraphs(body)
    for entry in page.entries.values():
        entry.text = _paragraphs(entry.text.splitlines())
    return page


def _read_field(page: HelpPage, output: str, line: str, number: int) -> None:
    item = _ITEM.match(line)
    if item:
        page.fields[item.group(1)] = item.group(2).strip()
        page.output_fields.setdefault(output, []).append(item.group(1))
    elif line.strip():
        raise ValueError(f"line {number}: '- field = label' expected")


def _read_entry(entry: Entry, line: str, language: str) -> None:
    item = _ITEM.match(line)
    if item:
        entry.choices[item.group(1)] = item.group(2).strip()
    elif line.startswith(WITHOUT[language]):
        entry.without_sentence = line.strip()
        entry.without = line[len(WITHOUT[language]) :].strip()
    else:
        entry.text += line + "\n"


def _paragraphs(lines: list[str]) -> str:
    """Join the lines of each paragraph: QGIS shows a line end as a new paragraph."""
    blocks = re.split(r"\n\s*\n", "\n".join(lines).strip())
    return "\n".join(" ".join(part.strip() for part in block.splitlines()) for block in blocks if block.strip())


@cache
def help_page(algorithm: str, language: str) -> HelpPage:
    """The page of an algorithm in a language, with the shared entries where its own page is silent."""
    page = _read_page(algorithm, language)
    shared = _read_page("common", language)
    page.entries = {**shared.entries, **page.entries}
    page.fields = {**shared.fields, **page.fields}
    page.output_fields = {**shared.output_fields, **page.output_fields}
    return page


def _read_page(name: str, language: str) -> HelpPage:
    """Parse one file; English where there is none in the language."""
    path = HELP_FOLDER / f"{name}.{language}.md"
    if not path.is_file():
        path, language = HELP_FOLDER / f"{name}.en.md", "en"
    return parse(path.read_text(encoding="utf-8"), language)
