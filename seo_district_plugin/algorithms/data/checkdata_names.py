"""How the data check names fields, rows and bounds."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import numpy as np

from ...texts import tr

if TYPE_CHECKING:
    from ...analysis.records.quality.findings import Batch
    from ...analysis.records.quality.origin import Origin

MOST_DECIMALS = 6


class Labels:
    """What people call fields, beside their names: ``Road width (width)``."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        self._titles = titles

    def __call__(self, name: str) -> str:
        """A field, or several with commas between; what is no field stays as it is."""
        if name in self._titles or ", " not in name:
            alias = self.alias(name)
            return f"{alias} ({name})" if alias else name
        return ", ".join(map(self, name.split(", ")))

    def alias(self, name: str) -> str | None:
        """The alias alone, None where there is none beside the name."""
        title = self._titles.get(name, "")
        return title if title and title != name else None

    def of_fields(self, batches: Iterable[Batch]) -> dict[str, str]:
        """What the findings' fields are called, by name, or names with commas between, as it stands in a finding."""
        found = {}
        for name in dict.fromkeys(batch.field for batch in batches if batch.field):
            parts = [name] if name in self._titles else name.split(", ")
            if any(map(self.alias, parts)):
                found[name] = ", ".join(self.alias(part) or part for part in parts)
        return found


class Lines:
    """Rows by their feature id and, where an import has written it down, by their number in the file."""

    def __init__(self, origin: Origin | None, fid: np.ndarray) -> None:
        self._origin, self._fid = origin, fid
        self._with_line = tr("{row} (row {line} of the file)")
        self._with_file = tr("{row} (row {line} of {file})")

    def number(self, row: int) -> int | None:
        """The row's number in its file."""
        return int(self._origin.lines[row]) or None if self._origin is not None else None

    def words(self, row: int) -> str:
        """For a sentence."""
        line, file = self.number(row), self._file(row)
        if line is None:
            return str(int(self._fid[row]))
        sentence = self._with_file if file else self._with_line
        return sentence.format(row=int(self._fid[row]), line=line, file=file)

    def short(self, row: int) -> str:
        """For a list under :meth:`head`."""
        line = self.number(row)
        if line is None:
            return str(int(self._fid[row]))
        return f"{int(self._fid[row])} ({f'{self._file(row)} {line}'.strip()})"

    def head(self) -> str:
        """What a list of rows shows."""
        return tr("Rows, for example") if self._origin is None else tr("Features (rows of the file), for example")

    def _file(self, row: int) -> str:
        return "" if self._origin is None or self._origin.files is None else str(self._origin.files[row])


def bounds_of(low: float, high: float) -> tuple[str, str]:
    """Minimum and maximum with as many digits as tell them apart: three of their difference; empty where unknown."""
    if not (math.isfinite(low) and math.isfinite(high)):
        return _number(low, MOST_DECIMALS), _number(high, MOST_DECIMALS)
    width = high - low if high > low else abs(high)
    decimals = min(MOST_DECIMALS, max(0, 2 - math.floor(math.log10(width)))) if width > 0 else 0
    return _number(low, decimals), _number(high, decimals)


def _number(value: float, decimals: int) -> str:
    if not math.isfinite(value):
        return ""
    text = f"{value:,.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
