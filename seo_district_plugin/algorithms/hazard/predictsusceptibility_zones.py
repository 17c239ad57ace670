"""Prediction for zones by their fields: every row kept, with the reason of its value or of its lack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...layers.destinations import OutputField, OutputLayer
from ...texts import tr
from ..carry import carried_fields, geometry_of, short_number
from .predictsusceptibility_rasters import Totals
from .predictsusceptibility_words import Classes, field_of, prediction_words

if TYPE_CHECKING:
    import numpy as np
    from qgis.core import QgsMapLayer

    from ...analysis.learning.modelfile import Model
    from ...analysis.learning.predicting import Predicted
    from ...layers.table import Table
    from ..carry import Shape
    from ..run import Run

STRONGEST = 3
OWN_FIELDS = ("probability", "suitability", "class", "lower", "upper", "aoa", "dissim", "lpd", "reason")
PREDICTED_BEFORE = ("class", "aoa", "dissim", "reason")


def predict_zones(
    run: Run, model: Model, table: Table, fields: list[str], classes: Classes
) -> tuple[Totals, Predicted, list[str]]:
    """Predict every row and hand over OUTPUT; totals, predictions and reasons for the report.

    Raises:
        AnalysisError: predict_no_rows. LayerError: text_not_number.
    """
    import numpy as np

    from ...analysis.errors import AnalysisError
    from ...analysis.learning.predicting import Predictor

    values = np.column_stack([table.numbers(field) for field in fields])
    known = np.isfinite(values)
    if not known.all(axis=1).any():
        named = ", ".join(f"{field} {count:,}" for field, count in zip(fields, known.sum(axis=0).tolist()))
        raise AnalysisError("predict_no_rows", rows=len(table), valid=named)
    run.step(tr("Predicting"), 0.6)
    found = Predictor(model).predict(values, tick=run.tick)
    run.step(tr("Finding the reasons"), 0.8)
    reasons = reason_texts(run, model, values, found)
    shape = geometry_of(table)
    given = classes.of(found.probability)
    totals = Totals.empty(len(table), classes.count, len(fields), model.domain is not None)
    totals.spread(np.where(known, values, np.nan).T, known.T)
    areas = shape.areas if shape.areas is not None else np.zeros(len(table))
    totals.add(found, given, areas)
    _deliver(run, model, table, shape, found, given, reasons, classes)
    if run.wanted("REPORT"):
        run.picture = _picture(shape, table, found, given, classes, totals.judged)
    return totals, found, reasons


def reason_texts(run: Run, model: Model, values: np.ndarray, found: Predicted) -> list[str]:
    """One sentence per row: the factors that raise and lower the prediction most, or what is missing."""
    import numpy as np

    from ...analysis.learning.reasons import explain

    positions, amounts = explain(model.core, values, tick=run.tick).strongest(STRONGEST)
    names = [factor.name for factor in model.factors]
    units = [f" {factor.unit}" if factor.unit else "" for factor in model.factors]
    missing = ~np.isfinite(values)
    sentences = []
    for row in range(len(values)):
        if missing[row].any():
            gone = [names[j] for j in np.flatnonzero(missing[row])]
            sentences.append(tr("No prediction: no value for {fields}").format(fields=", ".join(gone)))
            continue
        up, down = [], []
        for j, amount in zip(positions[row], amounts[row]):
            text = f"{names[j]} {short_number(values[row, j])}{units[j]} ({amount:+.2f})"
            if amount > 0:
                up.append(text)
            elif amount < 0:
                down.append(text)
        parts = []
        if up:
            parts.append(tr("raised by {parts}").format(parts=", ".join(up)))
        if down:
            parts.append(tr("lowered by {parts}").format(parts=", ".join(down)))
        if model.domain is not None and not found.inside[row]:
            parts.append(tr("outside the area of applicability"))
        sentence = "; ".join(parts) or tr("as the average of the training places")
        sentences.append(sentence[:1].upper() + sentence[1:])
    return sentences


def _deliver(
    run: Run,
    model: Model,
    table: Table,
    shape: Shape,
    found: Predicted,
    classes: np.ndarray,
    reasons: list[str],
    legend: Classes,
) -> None:
    again = set(PREDICTED_BEFORE) <= {name.lower() for name in table.frame.columns}
    fields = carried_fields(run, run.inputs["ZONES"], table, set(OWN_FIELDS), again=again)
    known = classes > 0
    main = field_of(legend.relative)
    fields += [
        OutputField(main, "real", _values(found.probability, known)),
        OutputField("class", "int", _values(classes, known)),
    ]
    if model.interval is not None:
        fields += [OutputField(name, "real", _values(getattr(found, name), known)) for name in ("lower", "upper")]
    if model.domain is not None:
        fields += [
            OutputField("aoa", "int", _values(found.inside.astype(int), known)),
            OutputField("dissim", "real", _values(found.dissimilarity, known)),
            OutputField("lpd", "int", _values(found.lpd, known)),
        ]
    fields.append(OutputField("reason", "text", reasons))
    style = legend.zone_style({main: prediction_words(legend.relative)} if legend.relative else None)
    run.deliver("OUTPUT", OutputLayer(fields, shape.wkb, shape.wkb_type, table.crs, style))


def _picture(
    shape: Shape, table: Table, found: Predicted, classes: np.ndarray, legend: Classes, judged: bool
) -> QgsMapLayer:
    """The zones by class for the report; those outside the area of applicability in gray."""
    import numpy as np

    from ...layers.destinations import memory_layer
    from ...layers.styling import apply_style

    shown = np.where((classes > 0) & ~found.inside, legend.count + 1, classes) if judged else classes
    values = [None if value == 0 else (0 if value > legend.count else int(value)) for value in shown.tolist()]
    title = prediction_words(legend.relative)
    layer = memory_layer(
        title, OutputLayer([OutputField("class", "int", values)], shape.wkb, shape.wkb_type, table.crs)
    )
    apply_style(layer, legend.zone_style({"class": title}, outside=bool((shown > legend.count).any())))
    return layer


def _values(array: np.ndarray, keep: np.ndarray) -> list:
    """As they are shown: single precision has seven digits, and no more are written."""
    import numpy as np

    if array.dtype.kind == "f":
        array = np.round(array.astype(float), 7)
    return [value if kept and value == value else None for value, kept in zip(array.tolist(), keep)]
