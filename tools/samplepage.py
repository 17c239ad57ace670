"""Keeps the table of layers in docs/sample.ko.md and docs/sample.en.md up to date with what the sample holds.

python3 -m tools.samplepage             write it anew
python3 -m tools.samplepage --check     fail when that is still to be done
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGES = {language: ROOT / "docs" / f"sample.{language}.md" for language in ("ko", "en")}
BEGIN, END = "<!-- make docs: layers of the sample -->", "<!-- end -->"
_WRITTEN = re.compile(f"{re.escape(BEGIN)}.*?{re.escape(END)}", re.DOTALL)
_HEADS = {"ko": ("묶음", "이름", "내용", "필드"), "en": ("group", "name", "what it is", "fields")}
_RICH = {"ko": "자료가 많은 경우에만", "en": "rich case only"}
_LABELS = {"ko": "(합성 자료)", "en": " (synthetic)"}


def main(arguments: list[str]) -> int:
    stale = []
    for language, path in PAGES.items():
        current = path.read_text(encoding="utf-8")
        text = page_text(language, current)
        if text != current:
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
    """The page with its table as it should be."""
    table = f"{BEGIN}\n{layer_table(language)}\n{END}"
    return _WRITTEN.sub(lambda _match: table, current)


def layer_table(language: str) -> str:
    """Every layer and raster of the smallest district, in the order of the project."""
    from seo_district_plugin.sample.city import make_city
    from seo_district_plugin.sample.groups import GROUPS, RICH_ONLY

    city = make_city("tiny", 1)
    rows = ["| " + " | ".join(_HEADS[language]) + " |", "|---|---|---|---|"]
    for _id, title, names in GROUPS:
        for name in names:
            thing = city.layers.get(name) or city.rasters[name]
            text = thing.title[language].replace(_LABELS[language], "")
            if name in RICH_ONLY:
                text += f" ({_RICH[language]})"
            frame = getattr(thing, "frame", None)
            fields = ", ".join(f"`{column}`" for column in frame.columns) if frame is not None else f"{thing.cell:g} m"
            rows.append(f"| {title[language]} | `{name}` | {text} | {fields} |")
    return "\n".join(rows)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
