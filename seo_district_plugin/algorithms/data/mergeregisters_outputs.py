"""The layers of a merge: businesses, links of every source row, pairs to review with their form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import Qgis

from ...layers.destinations import OutputField, OutputLayer
from ...layers.forms import Form, FormGroup, FormRow, FormTable
from ...layers.styling import VIRIDIS, Style, StyleClass, ramp
from ...layers.wkb import line_wkb, point_wkb
from ...texts import tr
from .mergeregisters_words import decision_words, status_words, why_words

if TYPE_CHECKING:
    import pandas as pd

    from ...analysis.records.linking.merging import Merged
    from ...analysis.records.linking.types import Records
    from ..run import Run
    from .mergeregisters_inputs import Register

FROM = {"name": "name_from", "address": "address_from", "lot_address": "lot_from", "phone": "phone_from",
        "category": "category_from", "opened": "opened_from", "closed": "closed_from",
        "place": "place_from"}  # fmt: skip
"""Golden field -> field that says which register it is from."""
STUB = 3.0
"""Length in meters of the line of a pair that lies at one place: seen on the map and still clicked."""


def deliver(run: Run, registers: list[Register], records: Records, merged: Merged) -> None:
    located = merged.entities["x"].notna().to_numpy()
    xy = merged.entities[["x", "y"]].to_numpy(dtype=float)
    run.deliver(
        "MERGED",
        OutputLayer(
            _entity_fields(merged.entities[located]), point_wkb(xy[located]), Qgis.WkbType.Point, run.crs, _style()
        ),
    )
    run.deliver("UNLOCATED", OutputLayer(_entity_fields(merged.entities[~located])))
    run.deliver("LINKS", OutputLayer(_link_fields(registers, records, merged), style=_links_style()))
    review = merged.review
    run.deliver(
        "REVIEW",
        OutputLayer(
            _review_fields(registers, records, review),
            _pair_lines(records.xy, review["a"].to_numpy(), review["b"].to_numpy()),
            Qgis.WkbType.LineString,
            run.crs,
            _review_style(),
        ),
    )


def _entity_fields(entities: pd.DataFrame) -> list[OutputField]:
    fields = [
        OutputField("entity_id", "int", entities["entity_id"].tolist()),
        OutputField("n_sources", "int", entities["n_sources"].tolist()),
        OutputField("registers", "text", entities["registers"].tolist()),
        OutputField("is_open", "int", entities["is_open"].astype(int).tolist()),
    ]
    for name in ("name", "address", "lot_address", "phone", "category", "opened", "closed"):
        kind = "date" if name in ("opened", "closed") else "text"
        values = _dates(entities[name]) if kind == "date" else _texts(entities[name])
        fields.append(OutputField("lot_addr" if name == "lot_address" else name, kind, values))
    for name, written in FROM.items():
        fields.append(OutputField(written, "text", _texts(entities[f"{name}_from"])))
    return fields


def _link_fields(registers: list[Register], records: Records, merged: Merged) -> list[OutputField]:
    links = merged.links
    names = np.array(records.registers, dtype=object)
    return [
        OutputField("register", "text", names[records.register].tolist()),
        OutputField("source_fid", "int", np.concatenate([one.fid for one in registers]).tolist()),
        OutputField("source_id", "text", np.concatenate([one.identity for one in registers]).tolist()),
        OutputField("entity_id", "int", links["entity_id"].tolist()),
        OutputField("probability", "real", [round(value, 6) for value in links["probability"].tolist()]),
        OutputField("status", "text", links["status"].tolist()),
        OutputField("follows", "int", [value or None for value in links["follows"].tolist()]),
    ]


def _review_fields(registers: list[Register], records: Records, review: pd.DataFrame) -> list[OutputField]:
    identity = np.concatenate([one.identity for one in registers])
    names = np.array(records.registers, dtype=object)[records.register]
    sides = {side: review[side].to_numpy(dtype=np.int64) for side in ("a", "b")}
    apart = np.hypot(*(records.xy[sides["a"]] - records.xy[sides["b"]]).T)
    fields = [OutputField("rank", "int", list(range(1, len(review) + 1)))]
    for side, rows in sides.items():
        fields.append(OutputField(f"register_{side}", "text", names[rows].tolist()))
        fields.append(OutputField(f"source_id_{side}", "text", identity[rows].tolist()))
    fields += [
        OutputField("probability", "real", [round(value, 4) for value in review["probability"].tolist()]),
        OutputField("decision", "text", [value or None for value in review["decision"].tolist()]),
        OutputField("why", "text", review["why"].tolist()),
        OutputField("gain", "real", [round(value, 4) for value in review["gain"].tolist()]),
        OutputField("distance", "real", [round(value, 1) if value == value else None for value in apart.tolist()]),
    ]
    told = {"name": records.name, "branch": records.branch, "address": records.address, "lot": records.lot_address,
            "detail": records.detail, "phone": records.phone, "categ": records.category}  # fmt: skip
    for side, rows in sides.items():
        for name, values in told.items():
            if values is not None:
                fields.append(OutputField(f"{name}_{side}", "text", _texts(values[rows])))
        fields.append(OutputField(f"opened_{side}", "date", _dates(records.opened[rows])))
        fields.append(OutputField(f"closed_{side}", "date", _dates(records.closed[rows])))
    return fields


def _pair_lines(xy: np.ndarray, a: np.ndarray, b: np.ndarray) -> list[bytes | None]:
    """Lines from one record to the other; a short one where both lie at one place, none where one lies nowhere."""
    start, end = xy[a], xy[b]
    same = np.hypot(*(end - start).T) < STUB
    start = np.where(same[:, None], (start + end) / 2 - [STUB / 2, 0.0], start)
    end = np.where(same[:, None], start + [STUB, 0.0], end)
    ends = np.stack([start, end], axis=1).reshape(-1, 2)
    lines: list[bytes | None] = list(line_wkb(ends, np.arange(len(a) + 1) * 2))
    known = np.isfinite(xy[a]).all(axis=1) & np.isfinite(xy[b]).all(axis=1)
    return [line if is_known else None for line, is_known in zip(lines, known.tolist())]


def _texts(values: Sequence) -> list[str | None]:
    return [value if isinstance(value, str) and value else None for value in values]


def _dates(values: Sequence) -> list[str | None]:
    """ISO dates; None where there is none."""
    days = np.asarray(values, dtype="datetime64[D]")
    return [None if text == "NaT" else text for text in days.astype(str).tolist()]


def _style() -> Style:
    """Businesses by the number of rows they were made of: the merged ones stand out."""
    labels = (tr("1 row"), tr("2 rows"), tr("3 rows"), tr("4 rows or more"))
    colors = ("#9a9a96", *ramp(VIRIDIS[1:5], 3))
    bounds = ((0.0, 1.0), (1.0, 2.0), (2.0, 3.0), (3.0, 1e9))
    classes = tuple(
        StyleClass(label, color, low=low, high=high) for label, color, (low, high) in zip(labels, colors, bounds)
    )
    return Style(
        kind="graduated",
        field="n_sources",
        classes=classes,
        size=1.6,
        display='"name"',
        map_tip='<b>[% "name" %]</b><br>[% "address" %]<br>[% "registers" %]',
    )


def _links_style() -> Style:
    return Style(value_maps={"status": status_words()})


def _review_style() -> Style:
    """Pairs by reason."""
    colors = {"doubtful": "#d55e00", "bridge": "#cc79a7", "succession": "#0072b2", "moved": "#009e73"}
    words = why_words()
    classes = tuple(StyleClass(words[code], color, value=code) for code, color in colors.items())
    return Style(
        kind="categorized",
        field="why",
        classes=classes,
        size=2.0,
        display="""concat("rank", '. ', "name_a", ' / ', "name_b", if("decision" is null, '', ' ✓'))""",
        map_tip='[% "name_a" %] / [% "name_b" %]<br>[% round("probability", 2) %]',
        value_maps={"decision": decision_words(), "why": words},
        form=_form(),
    )


def _form() -> Form:
    """Both records side by side with marks where they differ; only the decision may be changed."""
    labels = {
        "register": tr("Register"),
        "source_id": tr("Identifier"),
        "name": tr("Name"),
        "branch": tr("Branch"),
        "address": tr("Road address"),
        "lot": tr("Lot address"),
        "detail": tr("Floor, room"),
        "phone": tr("Phone"),
        "categ": tr("Kind of business"),
        "opened": tr("Opened on"),
        "closed": tr("Closed on"),
    }
    rows = tuple(
        FormRow(label, f"{name}_a", f"{name}_b", name not in ("register", "source_id"))
        for name, label in labels.items()
    )
    parts = (
        _said(tr("Pair {number}"), "{number}", 'to_string("rank")'),
        _said(tr("probability of being the same {chance}"), "{chance}", 'format_number("probability", 2)'),
        _said(tr("{meters} m apart"), "{meters}", 'format_number("distance", 0)'),
        'represent_value("why")',
    )
    note = f"array_to_string(array_filter(array({', '.join(parts)}), @element is not null), ' · ')"
    return Form(
        rows=(
            (FormTable(tr("Two records (= the same, ≈ alike, ≠ different)"),
                       (tr("Record A"), tr("Record B")), rows, note),),
            (FormGroup(tr("Are both the same business?"), ("decision",)),),
        ),
        editable=("decision",),
        order="rank",
        columns=("rank", "decision", "probability", "name_a", "name_b", "address_a", "address_b", "register_a",
                 "register_b"),
    )  # fmt: skip


def _said(sentence: str, mark: str, expression: str) -> str:
    """A sentence as an expression, with a value where the mark stands; NULL where the value is."""
    before, _, after = (part.replace("'", "''") for part in sentence.partition(mark))
    return f"'{before}' || {expression} || '{after}'"
