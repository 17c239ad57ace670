"""Writes docs/contract.md from the algorithms: names and meanings that models and scripts rely on.

Run with the Python of QGIS: python3 tools/contract.py [--check]
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "docs" / "contract.md"
HEAD = """# Contract: names and meanings

Written by `make docs` from the algorithms; a test keeps it up to date. Names of parameters, outputs, numbers and fields
do not change once released: saved models and scripts rely on them. The meanings are those of the help pages
(`seo_district_plugin/resources/help`). A name in brackets is advanced or optional: it may be left out.
"""


def main(arguments: list[str]) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QGIS_CUSTOM_CONFIG_PATH"] = tempfile.mkdtemp()
    for language in ("LC_ALL", "LANG", "LANGUAGE"):
        os.environ[language] = "en"
    sys.path[:0] = [str(ROOT), os.environ.get("QGIS_PLUGINS_DIR") or "/usr/share/qgis/python/plugins"]
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    text = contract_text()
    application.exitQgis()
    if "--check" in arguments:
        current = TARGET.read_text(encoding="utf-8") if TARGET.is_file() else ""
        if current != text:
            print("docs/contract.md is not up to date: run make docs", file=sys.stderr)
            return 1
        return 0
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(text, encoding="utf-8")
    print(TARGET.relative_to(ROOT))
    return 0


def contract_text() -> str:
    """The whole page; QGIS must have been started, in English."""
    from seo_district_plugin.algorithms import ALGORITHMS

    parts = [HEAD]
    for algorithm_class in sorted(ALGORITHMS, key=lambda one: one.ID):
        algorithm = algorithm_class()
        algorithm.initAlgorithm()
        parts.append(algorithm_text(algorithm))
    return "\n".join(parts)


def algorithm_text(algorithm) -> str:
    page = algorithm.page
    definitions = algorithm.parameterDefinitions()
    inputs = [definition for definition in definitions if not definition.isDestination()]
    outputs = [definition for definition in definitions if definition.isDestination()]
    numbers = [out for out in algorithm.outputDefinitions() if out.type() in ("outputNumber", "outputString")]
    lines = [
        f"## {algorithm.ID}",
        "",
        page.summary,
        "",
        "| parameter | type | default | meaning |",
        "|---|---|---|---|",
    ]
    lines += [parameter_row(definition, page) for definition in inputs]
    lines += ["", "| output | type | what it is |", "|---|---|---|"]
    lines += [f"| {shown_name(one)} | {one.type()} | {page.entry(one.name()).label} |" for one in outputs]
    lines += ["", "| number | what it is |", "|---|---|"]
    lines += [f"| {one.name()} | {page.entry(one.name()).label} |" for one in numbers]
    for output in outputs:
        fields = page.output_fields.get(output.name(), [])
        if fields:
            lines += ["", f"Fields of {output.name()}:", "", "| field | what it is |", "|---|---|"]
            lines += [f"| {name} | {page.fields[name]} |" for name in fields]
    return "\n".join(lines) + "\n"


def parameter_row(definition, page) -> str:
    entry = page.entry(definition.name())
    default = definition.defaultValue()
    shown = "" if default is None else f"`{default:g}`" if isinstance(default, float) else f"`{default}`"
    words = f" ({', '.join(definition.options())})" if definition.type() == "enum" else ""
    return f"| {shown_name(definition)} | {definition.type()}{words} | {shown} | {entry.label} |"


def shown_name(definition) -> str:
    from qgis.core import Qgis

    flags = definition.flags()
    aside = bool(flags & Qgis.ProcessingParameterFlag.Optional) or bool(flags & Qgis.ProcessingParameterFlag.Advanced)
    return f"[{definition.name()}]" if aside else definition.name()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
