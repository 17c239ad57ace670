"""Every code that analysis and layers raise has a sentence, and every placeholder of it a value."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "seo_district_plugin"
RAISED = ("AnalysisError", "LayerError")


def _raised() -> Iterator[tuple[str, str, set[str], bool]]:
    """(place, code, names of its values, whether more may come by ``**``) of each error that the code can raise."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or getattr(node.func, "id", "") not in RAISED or not node.args:
                continue
            names = {keyword.arg for keyword in node.keywords if keyword.arg}
            open_end = any(keyword.arg is None for keyword in node.keywords)
            for code in _literals(node.args[0]):
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", code, names, open_end


def _literals(node: ast.expr) -> list[str]:
    if isinstance(node, ast.Constant):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return _literals(node.body) + _literals(node.orelse)
    return []


def _sentences() -> dict[str, str]:
    from seo_district_plugin.algorithms import messages

    parts = [
        getattr(messages, name)()
        for name in dir(messages)
        if name.endswith("_sentences") and name not in ("_note_sentences",)
    ]
    return {code: text for part in [*parts, messages.all_sentences()] for code, text in part.items()}


def _placeholders(text: str) -> set[str]:
    return {field.split(".")[0].split("[")[0] for _, field, _, _ in string.Formatter().parse(text) if field}


def test_errors_are_found_at_all() -> None:
    assert len(list(_raised())) > 80


@pytest.mark.parametrize(("place", "code", "names", "open_end"), list(_raised()), ids=lambda value: str(value)[:60])
def test_each_error_has_its_sentence(qgis_app, place, code, names, open_end) -> None:
    known = _sentences()
    assert code in known, f"{place}: no sentence for {code}"
    missing = _placeholders(known[code]) - names
    assert not missing or open_end, f"{place}: {code} gives {sorted(names)}, its sentence wants {sorted(missing)} too"


def test_no_sentence_is_left_over(qgis_app) -> None:
    used = {code for _, code, _, _ in _raised()}
    elsewhere = (
        path for path in PACKAGE.rglob("*.py") if path.name != "messages.py" and path.parent.name != "sentences"
    )
    text = "\n".join(path.read_text(encoding="utf-8") for path in elsewhere)
    left = [code for code in _sentences() if code not in used and f'"{code}"' not in text]
    assert left == []


def test_each_note_and_reason_has_its_sentence(qgis_app) -> None:
    from seo_district_plugin.algorithms.messages import reject_text
    from seo_district_plugin.layers import policy

    for name in ("NULL", "EMPTY", "NOT_FINITE", "INVALID", "WRONG_TYPE", "OUTSIDE", "NOT_TRANSFORMABLE"):
        code = getattr(policy, name)
        assert reject_text(code) != code
