"""The end of every run: write all outputs aside, style them, report and record, then put everything in place."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsMapLayer,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterCrs,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExpression,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
    QgsProcessingUtils,
    QgsProperty,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ..layers.destinations import OutputField, OutputLayer, WriteError, memory_layer, write_text, written_count
from ..layers.published import public_title, short_source, without_folders
from ..layers.rasterstyle import RasterStyle, apply_raster_style, save_raster_style
from ..layers.record import content_digest, file_digest, new_record, record_text, rows_in_table, save_history
from ..layers.styling import Style, apply_style, save_style
from ..texts import language, plugin_metadata, tr

if TYPE_CHECKING:
    from ..layers.rasterout import RasterOutput
    from ..layers.streams import StreamedLayer
    from .run import Run


_TYPED = (QgsProcessingParameterString, QgsProcessingParameterExpression)
_LAYERS = (QgsProcessingParameterFeatureSource, QgsProcessingParameterMapLayer, QgsProcessingParameterMultipleLayers)
_LAYERS += (QgsProcessingParameterRasterLayer, QgsProcessingParameterVectorLayer)
_NAMES = (QgsProcessingParameterCrs, QgsProcessingParameterEnum, QgsProcessingParameterField)


MOST_DESCRIBED = 12  # further tables of an output that each get the run record
TABLES_ONLY = (".csv", ".tsv", ".xlsx", ".ods")  # formats that drop geometry without a word


def finish(run: Run) -> tuple[dict, dict[str, Style | RasterStyle]]:
    """Write what the run delivered; returns its results and the style of each written layer."""
    run.step(tr("Writing the results"), 0.97)
    if run.destinations.wanted("REJECTED") and "REJECTED" not in run.layers:
        run.deliver("REJECTED", _rejected_layer(run))
    record = _record(run)
    written: dict[str, str] = {}
    styles: dict[str, Style | RasterStyle] = {}
    names = [name for name in _writing_order(run) if run.wanted(name)]
    direct = [name for name in names if run.destinations.goes_to_server(name)]
    for name in names:
        styles[name] = _style(run, name, run.layers[name])
        if name in direct:
            record["outputs"].append({"parameter": name, "file": "", "rows": len(run.layers[name])})
            continue
        written[name] = run.destinations.write_layer(name, run.layers[name], run.tick) or ""
        _complete(run, name, written[name], styles[name], record)
    for extra in run.extra_tables:
        styles[extra.destination] = _complete_extra(run, extra, record)
        written[extra.destination] = extra.destination
    for name, raster in run.rasters.items():
        written[name] = _complete_raster(run, name, raster, record)
        if raster.style is not None:
            styles[name] = raster.style
    for name, path in run.files.items():
        written[name] = str(path)
        record["outputs"].append({"parameter": name, "file": path.name, "sha256": file_digest(path)})
    for name, bundle in run.bundles.items():
        written[name] = str(bundle.folder)
        record["outputs"].append({"parameter": name, "file": bundle.target.name, "files": dict(bundle.digests)})
    run.step(tr("Report and record"), 1.0)
    files = _files(run, record, written, styles)
    run.tick(0.9)  # the last moment to stop: nothing has been replaced so far
    for name in direct:
        written[name] = _write_directly(run, name, styles[name], record)
    written.update(files)
    try:
        run.destinations.commit()
    finally:
        placed = run.destinations.placed
        for name in names:
            if run.destinations.table(name) is not None and written[name] in placed:
                _describe(run, name, placed[written[name]], styles[name], record)
    final = {name: placed.get(destination, destination) for name, destination in written.items()}
    extra = [final[table.destination] for table in run.extra_tables]
    for name in [*run.layers, *run.rasters]:
        if name in final and run.path_of(name) is not None:
            run.info(tr("Written: {path}").format(path=final[name]))
    by_destination = {final[name]: style for name, style in styles.items()}
    outputs = {name: destination for name, destination in final.items() if destination not in extra}
    if run.algorithm.outputDefinition("LAYERS") is not None:
        outputs["LAYERS"] = run.listed if run.listed is not None else [final[run.algorithm.PICTURE], *extra]
    return {**outputs, **run.numbers, **run.texts}, by_destination


def _writing_order(run: Run) -> list[str]:
    """Files first, as the record lies beside the first of them."""
    names = [
        definition.name()
        for definition in run.algorithm.parameterDefinitions()
        if isinstance(definition, QgsProcessingParameterFeatureSink) and definition.name() in run.layers
    ]
    return sorted(names, key=lambda name: run.path_of(name) is None)


def _complete(run: Run, name: str, destination: str, style: Style, record: dict) -> None:
    """Read back, note and describe a layer that was written aside; one in memory is only noted."""
    layer = run.layers[name]
    entry = {"parameter": name, "file": "", "rows": len(layer)}
    record["outputs"].append(entry)
    target, table = run.path_of(name), run.destinations.table(name)
    if target is None and table is None:
        return
    file = target or table.path
    if layer.wkb is not None and file.suffix.lower() in TABLES_ONLY:
        run.warn(
            tr(
                "{file} holds the columns only: this format has no shapes. Choose GeoPackage to see them on a map."
            ).format(file=file.name)
        )
    _check_count(file, written_count(destination, len(layer)), len(layer))
    entry["file"] = file.name
    known = getattr(layer, "digest", "")  # of rows that were hashed while they were written
    entry["sha256"] = known or content_digest(Path(destination.split("|")[0]), table.table if table else "")
    if table is not None:
        entry["table"] = table.table  # described when it is in its place: style and record are rows of the database
    elif layer.wkb is not None or file.suffix.lower() == ".gpkg":  # else a CSV, with the record beside it
        _describe(run, name, destination, style, record)


def _complete_raster(run: Run, name: str, raster: RasterOutput, record: dict) -> str:
    """Close, note and style a raster that was written aside; returns its destination."""
    raster.close()
    target = run.path_of(name)
    entry = {"parameter": name, "file": target.name if target else "", "cells": raster.cells}
    if target is not None:
        entry["sha256"] = file_digest(raster.path)
    record["outputs"].append(entry)
    problem = save_raster_style(raster.path, raster.style) if raster.style is not None else ""
    if problem:
        run.info(_undescribed(target or name, problem))
    return raster.destination


def _undescribed(name: object, problem: str) -> str:
    return tr("The style or the description of {name} could not be saved: {problem}").format(name=name, problem=problem)


def _check_count(name: object, written: int, expected: int) -> None:
    """Compare what was read back with what was handed over."""
    if written != expected:
        raise WriteError(
            tr(
                "{name}: {written} of {expected} rows were written. The disk may be full. Nothing that was there has "
                "been changed."
            ).format(name=name, written=max(written, 0), expected=expected)
        )


def _complete_extra(run: Run, table: StreamedLayer, record: dict) -> Style:
    """Finish, read back, note and describe a further table of an output."""
    destination = table.close()
    path, _, name = destination.partition("|layername=")
    _check_count(name, rows_in_table(Path(path), name), len(table))
    style = _style(run, name, table)
    record["outputs"].append(
        {"parameter": name, "file": Path(path).name, "table": name, "rows": len(table), "sha256": table.digest}
    )
    # QGIS takes half a second for each; of a file with dozens of tables the main one tells for all.
    told = len(run.extra_tables) <= MOST_DESCRIBED
    _describe(run, "OUTPUT", destination, style, record if told else None)
    return style


def _describe(run: Run, name: str, destination: str, style: Style, record: dict | None) -> None:
    """Style and record, into or beside a written file; without them the result is still whole."""
    problems = [save_style(destination, style)]
    if record is not None:
        problems.append(save_history(destination, run.algorithm.displayName(), record))
    for problem in problems:
        if problem:
            where = run.path_of(name) or destination
            run.info(_undescribed(where, problem))


def _write_directly(run: Run, name: str, style: Style, record: dict) -> str:
    """Write to a server or another kind of database, when nothing else is left that can fail or be stopped."""
    destination = run.destinations.write_layer(name, run.layers[name], run.tick) or ""
    if Path(destination.split("|")[0]).is_file():
        if written_count(destination, len(run.layers[name])) != len(run.layers[name]):
            raise WriteError(run.destinations.failure(name))
        _describe(run, name, destination, style, record)
    return destination


def _style(run: Run, name: str, layer: OutputLayer | StreamedLayer) -> Style:
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
    for entry in run.read_inputs:  # names QGIS has made of the address of the data; the report shows them too
        entry["layer"], entry["file"] = public_title(entry["layer"]), public_title(entry["file"])
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
    if isinstance(definition, _LAYERS):
        return _layers_value(run, value)
    known, text = definition.valueAsJsonObject(value, run.context), None
    if isinstance(known, tuple):
        known, text = known
    known = known if text in (None, True) else str(value)
    return known if isinstance(definition, _NAMES) else without_folders(known)


def _layers_value(run: Run, value: object) -> object:
    """Layers by title, file or table, with what of them is used."""
    if isinstance(value, (list, tuple)):
        return [_layers_value(run, item) for item in value]
    used: dict[str, object] = {}
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        used = {
            "selected": bool(value.selectedFeaturesOnly),
            "limit": int(value.featureLimit),
            "filter": str(getattr(value, "filterExpression", "") or ""),
        }
        used = {key: kept for key, kept in used.items() if kept not in (False, -1, "")}
        value = value.source
    if isinstance(value, QgsProperty):
        value, _ = value.value(run.context.expressionContext(), None)
    if isinstance(value, str) and value:
        value = QgsProcessingUtils.mapLayerFromString(value, run.context, False) or short_source(value)
    shown = without_folders(value)
    return {"source": shown, **used} if used else shown


def _files(run: Run, record: dict, written: dict[str, str], styles: dict[str, Style | RasterStyle]) -> dict[str, str]:
    """The report and the run record, written aside too."""
    files: dict[str, str] = {}
    report = run.destinations.new_file("REPORT")
    if report is not None:
        from .reporting import report_html

        pictures = _picture_layers(run, written, styles)
        write_text(report, report_html(run, record, pictures))
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
    for name in [*_writing_order(run), *run.rasters]:
        target = run.path_of(name)
        if target is not None:
            return run.destinations.new_file_at(target.with_name(target.stem + ".run.json"))
    for bundle in run.bundles.values():
        return bundle.path("run.json")
    for name in run.files:
        target = run.path_of(name)
        if target is not None:
            return run.destinations.new_file_at(target.with_name(target.stem + ".run.json"))
    return None


def _picture_layers(run: Run, written: dict[str, str], styles: dict[str, Style | RasterStyle]) -> list[QgsMapLayer]:
    """The written layers that the report's map shows, opened in this thread."""
    if run.pictures:
        return run.pictures
    if run.picture is not None:
        return [run.picture]
    if run.drawn:
        layers = [QgsVectorLayer(source, "drawn", "ogr") for source in run.drawn]
        return [layer for layer in layers if layer.isValid()]
    layer = _picture_layer(run, written, styles)
    return [layer] if layer is not None else []


def _picture_layer(run: Run, written: dict[str, str], styles: dict[str, Style | RasterStyle]) -> QgsMapLayer | None:
    """The main output, opened in this thread."""
    name = run.algorithm.PICTURE
    if name in run.rasters:
        raster = run.rasters[name]
        drawn = QgsRasterLayer(str(raster.path), run.algorithm.page.entry(name).label)
        if raster.style is not None:
            apply_raster_style(drawn, raster.style)
        return drawn
    if name not in styles or run.layers[name].wkb is None:
        return None
    if name not in written:  # goes to a server, when all the rest is complete
        layer = memory_layer(name, run.layers[name])
        apply_style(layer, styles[name])
        return layer
    layer = run.context.getMapLayer(written[name])
    if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
        layer = QgsVectorLayer(written[name], name, "ogr")
    if not layer.isValid() or layer.geometryType() == Qgis.GeometryType.Null:
        return None
    apply_style(layer, styles[name])
    return layer
