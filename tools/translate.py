"""Keeps seo_district_plugin/i18n/seo_district_ko.ts in step with the texts of the code and the report templates.

python3 -m tools.translate             add new texts, drop texts that are gone, keep what is translated
python3 -m tools.translate --check     fail when that is still to be done, or a translation is missing or wrong
python3 -m tools.translate --missing   print the texts without a translation as JSON: {"text": ""}
python3 -m tools.translate --fill F    take translations from such a JSON file
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import string
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "seo_district_plugin"
CONTEXT = "SeoDistrict"
LANGUAGE = "ko_KR"

FUNCTIONS = ("tr", "N_", "_", "translate")
"""Calls whose literal is a text: ``tr`` translates at once, ``N_`` marks a text that is translated later."""

IN_TEMPLATE = re.compile(r"""(?<![\w.])_\(\s*((?:(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')\s*)+)[,)]""")


class TextError(Exception):
    """A text that cannot be collected, with its place."""


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _literals(node: ast.expr) -> list[str] | None:
    """The texts an argument may stand for: one, or two of an ``x if condition else y``; None for other expressions."""
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else None
    if isinstance(node, ast.IfExp):
        body, orelse = _literals(node.body), _literals(node.orelse)
        return body + orelse if body is not None and orelse is not None else None
    return None


def python_texts(source: str, place: str) -> Iterator[str]:
    """The texts of one Python file.

    Raises:
        TextError: a text is put together before it is translated, so that no translation can ever be found.
    """
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or _called(node) not in FUNCTIONS or len(node.args) != 1:
            continue
        argument = node.args[0]
        texts = _literals(argument)
        if texts is not None:
            yield from texts
        elif isinstance(argument, (ast.JoinedStr, ast.BinOp)) or (
            isinstance(argument, ast.Call) and _called(argument) in ("format", "join")
        ):
            raise TextError(
                f'{place}:{node.lineno}: translate the literal, then fill it: tr("... {{name}}").format(...)'
            )


def template_texts(source: str) -> Iterator[str]:
    """The texts of one jinja2 template."""
    for match in IN_TEMPLATE.finditer(source):
        yield ast.literal_eval(f"({match.group(1)})")


def collect(package: Path = PACKAGE) -> list[str]:
    """Every text of the package, sorted, each once."""
    texts: set[str] = set()
    for path in sorted(package.rglob("*.py")):
        texts.update(python_texts(path.read_text(encoding="utf-8"), str(path.relative_to(package.parent))))
    for path in sorted(package.rglob("*.j2")):
        texts.update(template_texts(path.read_text(encoding="utf-8")))
    return sorted(text for text in texts if text.strip())


def read(path: Path) -> dict[str, str]:
    """The translations of a .ts file; a text without one, or marked unfinished, has an empty one."""
    if not path.is_file():
        return {}
    known = {}
    for message in ElementTree.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        finished = translation is not None and translation.get("type") not in ("unfinished", "obsolete", "vanished")
        known[message.findtext("source", "")] = (translation.text or "") if finished and translation is not None else ""
    return known


def render(translations: dict[str, str]) -> str:
    """The .ts file as Qt Linguist reads it: one context, sorted by the English text, no places (they only churn)."""
    quotes = {'"': "&quot;", "'": "&apos;"}
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines += [f'<TS version="2.1" language="{LANGUAGE}" sourcelanguage="en_US">', "<context>"]
    lines += [f"    <name>{CONTEXT}</name>"]
    for text in sorted(translations):
        translation = translations[text]
        mark = "" if translation else ' type="unfinished"'
        lines += ["    <message>", f"        <source>{escape(text, quotes)}</source>"]
        lines += [f"        <translation{mark}>{escape(translation, quotes)}</translation>", "    </message>"]
    return "\n".join([*lines, "</context>", "</TS>", ""])


def placeholders(text: str) -> set[str] | None:
    """Names in braces that ``str.format`` fills; None when the text is no format at all (a lone brace)."""
    try:
        return {
            name.split(".")[0].split("[")[0] for _, name, _, _ in string.Formatter().parse(text) if name is not None
        }
    except ValueError:
        return None


def problems(texts: list[str], path: Path) -> list[str]:
    """What stands between the .ts file and a finished translation, one sentence each."""
    known = read(path)
    found = [f"not in {path.name}: {text!r}" for text in texts if text not in known]
    found += [f"no longer used: {text!r}" for text in sorted(set(known) - set(texts))]
    for text in texts:
        translation = known.get(text)
        if translation == "":
            found.append(f"not translated: {text!r}")
        elif translation is not None and placeholders(text) != placeholders(translation):
            found.append(f"other placeholders than the text has: {text!r} -> {translation!r}")
    if not found and path.read_text(encoding="utf-8") != render(known):
        found.append(f"{path.name} is not as this command writes it")
    return found


def main(arguments: list[str], package: Path = PACKAGE) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="change nothing; fail when something is to be done")
    parser.add_argument("--missing", action="store_true", help="print the texts without a translation as JSON")
    parser.add_argument("--fill", type=Path, help="take translations from a JSON file")
    asked = parser.parse_args(arguments)
    path = package / "i18n" / "seo_district_ko.ts"
    try:
        texts = collect(package)
    except TextError as problem:
        print(problem, file=sys.stderr)
        return 1
    if asked.check:
        found = problems(texts, path)
        for sentence in found:
            print(sentence, file=sys.stderr)
        if found:
            print("Run `make translate`, fill in what is missing, and check again.", file=sys.stderr)
        return 1 if found else 0
    known = read(path)
    if asked.fill:
        known.update({k: v for k, v in json.loads(asked.fill.read_text(encoding="utf-8")).items() if v})
    current = {text: known.get(text, "") for text in texts}
    open_texts = {text: "" for text, translation in current.items() if not translation}
    if asked.missing:
        print(json.dumps(open_texts, ensure_ascii=False, indent=1))
        return 0
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(render(current), encoding="utf-8", newline="\n")
    print(f"{path.name}: {len(current)} texts, {len(open_texts)} without a translation")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
