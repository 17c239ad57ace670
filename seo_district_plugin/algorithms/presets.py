"""Packaged tables: recipes and criteria for known tasks, each row with its source."""

from __future__ import annotations

import csv

from ..texts import PACKAGE, language

PROFILES = PACKAGE / "resources" / "profiles"
PROFILE_OF_LANGUAGE = {"ko": "kr"}  # only words and sources differ between profiles; a test compares the rest


def preset_rows(kind: str, name: str) -> list[dict[str, str]]:
    """Rows of a packaged table (``kind``: criteria or features), worded for the user's language where there is one."""
    path = PROFILES / PROFILE_OF_LANGUAGE.get(language(), "generic") / kind / f"{name}.csv"
    if not path.is_file():
        path = PROFILES / "generic" / kind / f"{name}.csv"
    with open(path, encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))
