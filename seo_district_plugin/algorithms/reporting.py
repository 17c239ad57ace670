"""From a finished run to its HTML report: the same numbers that the outputs and the record carry."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from qgis.core import (
    QgsMapLayer,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
)

from ..layers.picture import map_png
from ..texts import language, tr

if TYPE_CHECKING:
    from ..reports.report import InputUse, KeyFigure
    from .run import Run

MOST_NAMED = 12  # files or layers named in one row of the table of inputs


def report_html(run: Run, record: dict, pictures: list[QgsMapLayer]) -> str:
    """The report of a run as one self-contained page."""
    from ..reports.report import Report, render

    page = run.algorithm.page
    drawn = map_png(pictures, run.feedback.isCanceled) if pictures else None
    run.tick(0.5)
    report = Report(
        title=page.title,
        summary=run.summary or page.summary,
        language=language(),
        algorithm=run.algorithm.group(),
        when=datetime.fromisoformat(record["started"]).astimezone(),
        picture_png=drawn,
        picture_caption=(run.caption or page.entry(run.algorithm.PICTURE).label) if pictures else "",
        inputs=_input_uses(run),
        figures=_key_figures(run),
        sections=run.sections,
        method=run.method,
        citations=run.citations,
        limits=run.limits,
        record=record,
        synthetic=run.synthetic,
    )
    return render(report, tr)


def _input_uses(run: Run) -> list[InputUse]:
    """Which inputs were used, which were missing, and what follows from that."""
    from ..reports.report import InputUse

    uses = []
    layers = (QgsProcessingParameterFeatureSource, QgsProcessingParameterMultipleLayers)
    for definition in run.algorithm.parameterDefinitions():
        entry = run.algorithm.page.entry(definition.name())
        read = [item for item in run.read_inputs if item["parameter"] == definition.name()]
        if not isinstance(definition, layers) and not (isinstance(definition, QgsProcessingParameterFile) and read):
            continue
        if run.given(definition.name()):
            told = dict.fromkeys(  # a layer that was read twice is still one
                tr("{layer} ({rows} rows)").format(layer=item["layer"], rows=f"{item['rows']:,}")
                if item["geometry"] not in ("raster", "file")
                else item["layer"]
                for item in read
            )
            detail = ", ".join(list(told)[:MOST_NAMED])
            if len(told) > MOST_NAMED:
                detail += " " + tr("and {count:,} more").format(count=len(told) - MOST_NAMED)
            uses.append(InputUse(definition.name(), entry.label, "used", detail, ""))
        else:
            instead = run.instead.get(definition.name(), "")
            uses.append(InputUse(definition.name(), entry.label, "missing", instead, "" if instead else entry.without))
    return uses


def _key_figures(run: Run) -> list[KeyFigure]:
    from ..reports.report import KeyFigure

    figures = []
    for name, value in run.numbers.items():
        entry = run.algorithm.page.entry(name)
        figures.append(KeyFigure(entry.label, value, "", entry.text))
    return figures
