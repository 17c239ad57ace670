"""The ledger of what is planted: which row is whose, which rows are faulty and how, what each file is like."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pandas as pd

UNREADABLE, MASKED = "unreadable", "masked"


@dataclass(frozen=True)
class Fault:
    """One fault of one row.

    Attributes:
        row: position in its rows, from 0.
        kind: what is wrong.
        field: field of the imported layer that it sits in, "" = the whole row.
        found: what an import makes of it: the code of the reason for which the row is left out, "unreadable" or
            "masked" for a value that becomes NULL, "" where only a comparison can find it.
    """

    row: int
    kind: str
    field: str = ""
    found: str = ""


@dataclass
class Ledger:
    """Collects the truth, file by file, in the order of the files."""

    entities: list[pd.DataFrame] = field(default_factory=list)
    events: list[pd.DataFrame] = field(default_factory=list)
    faults: list[pd.DataFrame] = field(default_factory=list)
    files: list[dict[str, Any]] = field(default_factory=list)

    def add_file(
        self, file: str, register: str, schema: str, rows: int, encoding: str, epsg: int, notes: Sequence[str]
    ) -> None:
        """A file as the import names it; ``notes`` are kinds of faults of the whole file."""
        self.files.append(
            {
                "file": file, "register": register, "schema": schema, "rows": rows, "encoding": encoding, "epsg": epsg,
                "faults": " ".join(notes),
            }
        )  # fmt: skip
        if notes:
            self.faults.append(pd.DataFrame({"file": file, "row": 0, "kind": list(notes), "field": "", "found": ""}))

    def add_entities(
        self, file: str, register: str, rows: np.ndarray, keys: Sequence[str], ids: np.ndarray, status: Sequence[str]
    ) -> None:
        """Rows (as a person finds them in the file) that are businesses."""
        self.entities.append(
            pd.DataFrame(
                {"file": file, "row": rows, "register": register, "key": list(keys), "entity_id": ids, "status": status}
            )
        )

    def add_events(
        self, file: str, register: str, rows: np.ndarray, keys: Sequence[str], kind: str | Sequence[str], xy: np.ndarray
    ) -> None:
        """Rows that are no businesses: accidents, facilities, totals and notes; xy (n, 2) in EPSG:5186 or NaN."""
        self.events.append(
            pd.DataFrame(
                {
                    "file": file, "row": rows, "register": register, "key": list(keys), "kind": kind,
                    "x": np.round(xy[:, 0], 3), "y": np.round(xy[:, 1], 3),
                }
            )
        )  # fmt: skip

    def add_faults(self, file: str, rows: Sequence[int], faults: Sequence[Fault]) -> None:
        """Faults, with the row of each as a person finds it in the file."""
        if faults:
            self.faults.append(
                pd.DataFrame(
                    {
                        "file": file, "row": list(rows), "kind": [each.kind for each in faults],
                        "field": [each.field for each in faults], "found": [each.found for each in faults],
                    }
                )
            )  # fmt: skip

    @property
    def rows(self) -> int:
        """Rows of all files so far."""
        return sum(each["rows"] for each in self.files)

    def tables(self) -> dict[str, pd.DataFrame]:
        """entities, events, faults, files."""
        faults = pd.concat(self.faults, ignore_index=True).sort_values(["file", "row", "kind"], kind="stable")
        return {
            "entities": pd.concat(self.entities, ignore_index=True),
            "events": pd.concat(self.events or [pd.DataFrame()], ignore_index=True),
            "faults": faults.reset_index(drop=True),
            "files": pd.DataFrame(self.files),
        }
