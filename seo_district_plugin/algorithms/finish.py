"""The end of every run: write all outputs aside, style them, report and record, then put everything in place."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsProcessingParameterExpression,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterString,
    QgsVectorLayer,
)

from ..layers.destinations import OutputField, OutputLayer, WriteError, write_text, written_count
from ..layers.record import content_digest, file_digest, new_record, record_text, save_history, without_folders
from ..layers.styling import Style, apply_style, save_style
from ..texts import language, plugin_metadata, tr

if TYPE_CHECKING:
    from .run import Run


_TYPED = (QgsProcessingParameterString, QgsProcessingParameterExpression)


def finish(run: Run) -> tuple[dict, dict[str, Style]]:
    """Write what the run delivered; returns its results and the style of each written layer."""
    run.step(tr("Writing the results"), 0.97)
    if run.destinations.wanted("REJECTED"):
        run.deliver("REJECTED", _rejected_layer(run))
    record = _record(run)
    written: dict[str, str] = {}
    styles: dict[str, Style] = {}
    for name in _writing_order(run):
        layer = run.layers[name]
        destination = run.destinations.write_layer(name, layer, run.tick)
        if destination is None:
            continue
        written[name] = destination
        styles[name] = _style(run, name, layer)
        _complete(run, name, destination, layer, styles[name], record)
    run.step(tr("Report and record"), 1.0)
    written.update(_files(run, record, written, styles))
    run.tick(0.9)  # the last moment to stop: nothing has been replaced so far
    renamed = run.destinations.commit()
    final = {name: renamed.get(destination, destination) for name, destination in written.items()}
    for name in run.layers:
        if name in final and run.path_of(name) is not None:
            run.info(tr("Written: {path}").format(path=final[name]))
    by_destination = {final[name]: style for name, style in styles.items()}
    return {**final, **run.numbers, **run.texts}, by_destination


def _writing_order(run: Run) -> list[str]:
    """Files first (they are only written aside); databases and memory layers, which cannot be taken back, last."""
    names = [
        definition.name()
        for definition in run.algorithm.parameterDefinitions()
        if isinstance(definition, QgsProcessingParameterFeatureSink) and definition.name() in run.layers
    ]
    return sorted(names, key=lambda name: run.path_of(name) is None)


def _complete(run: Run, name: str, destination: str, layer: OutputLayer, style: Style, record: dict) -> None:
    """Read back, style and describe a layer that was written to a file."""
    entry = {"parameter": name, "file": "", "rows": len(layer)}
    record["outputs"].append(entry)
    target = run.path_of(name)
    if target is None and "dbname" not in destination and not Path(destination.split("|")[0]).is_file():
        return  # a memory layer, or a database server
    if target is not None:
        entry["file"] = target.name
    count = written_count(destination, len(layer))
    if count != len(layer):
        raise WriteError(
            tr(
                "{name}: {written} of {expected} rows were written. The disk may be full. Nothing that was there has "
                "been changed."
            ).format(name=target or destination, written=max(count, 0), expected=len(layer))
        )
    if target is not None:
        entry["sha256"] = content_digest(Path(destination.split("|")[0]))
    if layer.wkb is None and not destination.split("|")[0].lower().endswith(".gpkg"):
        return  # a plain table, such as a CSV: nothing to style, and the record lies beside it
    for problem in (save_style(destination, style), save_history(destination, run.algorithm.displayName(), record)):
        if problem:
            run.info(
                tr("The style or the description of {name} could not be saved: {problem}").format(
                    name=name, problem=problem
                )
            )


def _style(run: Run, name: str, layer: OutputLayer) -> Style:
    """The layer's style with the aliases its fields came with, else those of the help page in the user's language."""
    page = run.algorithm.page
    labels = {column.name: column.alias or page.field_label(column.name) for column in layer.fields}
    style = layer.style or Style()
    aliases = {field: label for field, label in labels.items() if label}
    return dataclasses.replace(style, aliases={**aliases, **style.aliases})


def _rejected_layer(run: Run) -> OutputLayer:
    rows = run.rejected
    return OutputLayer(
        [
            OutputField("layer", "text", [row[0] for row in rows]),
            OutputField("row", "int", [row[1] for row in rows]),
            OutputField("reason", "text", [row[2] for row in rows]),
            OutputField("detail", "text", [row[3] for row in rows]),
        ]
    )


def _record(run: Run) -> dict:
    record = new_record(run.algorithm.ID, plugin_metadata().get("version", ""), language())
    record["inputs"] = run.read_inputs
    record["analysis_crs"] = run.crs.authid() or run.crs.description()
    record["figures"] = dict(run.numbers)
    record["parameters"] = {
        definition.name(): _parameter_value(run, definition)
        for definition in run.algorithm.parameterDefinitions()
        if not definition.isDestination()
    }
    return record


def _parameter_value(run: Run, definition) -> object:
    value = run.parameters.get(definition.name())
    if value is None:
        value = definition.defaultValue()
    if isinstance(definition, _TYPED):
        return value  # what people typed names no folder, but may hold a slash: 1/3, "a" / "b"
    known, text = definition.valueAsJsonObject(value, run.context), None
    if isinstance(known, tuple):
        known, text = known
    return without_folders(known if text in (None, True) else str(value))


def _files(run: Run, record: dict, written: dict[str, str], styles: dict[str, Style]) -> dict[str, str]:
    """The report and the run record, written aside too."""
    files: dict[str, str] = {}
    report = run.destinations.new_file("REPORT")
    if report is not None:
        from .reporting import report_html

        picture = _picture_layer(run, written, styles)
        write_text(report, report_html(run, record, picture))
        files["REPORT"] = str(report)
        record["outputs"].append({"parameter": "REPORT", "file": report.name, "sha256": file_digest(report)})
    path = run.destinations.new_file("RUN_RECORD") or _record_beside(run)
    if path is not None:
        write_text(path, record_text(record))
        if run.wanted("RUN_RECORD"):
            files["RUN_RECORD"] = str(path)
    return files


def _record_beside(run: Run) -> Path | None:
    """``<stem of the first file output>.run.json`` beside that output; none when nothing goes to a file."""
    for name in _writing_order(run):
        target = run.path_of(name)
        if target is not None:
            return run.destinations.new_file_at(target.with_name(target.stem + ".run.json"))
    return None


def _picture_layer(run: Run, written: dict[str, str], styles: dict[str, Style]) -> QgsVectorLayer | None:
    """The written layer whose map the report shows, opened in this thread."""
    name = run.algorithm.PICTURE
    if name not in written or run.layers[name].wkb is None:
        return None
    layer = run.context.getMapLayer(written[name])
    if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
        layer = QgsVectorLayer(written[name], name, "ogr")
    if not layer.isValid() or layer.geometryType() == Qgis.GeometryType.Null:
        return None
    apply_style(layer, styles[name])
    return layer
