"""Quality of a layer or table before it is used: what is wrong, in which row, and what to do about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem

from ...layers.errors import LayerError
from ...texts import PACKAGE, tr
from ..base import DistrictAlgorithm
from ..parameters import Parameters, SourceType
from ..run import Run

if TYPE_CHECKING:
    from ...analysis.records.quality.checking import Request
    from ...analysis.records.quality.columns import Field
    from ...analysis.records.schema_types import Schema
    from ...layers.crs import CrsChoice, CrsProblem

AUTO = "auto"
PROFILES = ("generic", "kr")
LONGEST_AGE = 36_500
NOT_KNOWN = ("crs_unknown", "bounds_not_transformable", "analysis_crs_distorted")


class CheckData(DistrictAlgorithm):
    """Findings row by row, a profile of each field, a report with the remedy of each kind of fault."""

    ID = "checkdata"
    GROUP = "data"
    MEASURES = False
    PICTURE = "FINDINGS"

    def __init__(self) -> None:
        super().__init__()
        self._misplaced: CrsProblem | None = None

    def declare(self, add: Parameters) -> None:
        add.source("INPUT", [SourceType.Vector])
        add.field("KEY_FIELDS", "INPUT", many=True, optional=True)
        add.text("SCHEMA", AUTO)
        add.source("DISTRICT", [SourceType.VectorPolygon], optional=True)
        add.field("DATE_FIELDS", "INPUT", many=True, optional=True)
        add.flag("KEY_PLACE", False, advanced=True)
        add.integer("MAX_AGE", 365, 0, LONGEST_AGE, advanced=True)
        add.text("TODAY", advanced=True)
        add.distance("TOLERANCE", 1.0, advanced=True)
        add.distance("MARGIN", 0.0, advanced=True)
        add.number("FENCE", 3.0, 1.0, 100.0, advanced=True)
        add.analysis_crs()
        add.sink("FINDINGS", SourceType.VectorPoint)
        add.sink("PROFILE", SourceType.Vector, optional=True)
        add.rejected()
        add.report()
        for name in ("ISSUES", "ERRORS", "WARNINGS", "ROWS", "FIELDS", "QUALITY_SHARE"):
            add.output_number(name)

    # ------------------------------------------------------------------ may it run
    def own_problems(self, parameters: dict, context) -> Iterator[str]:
        text = self.parameterAsString(parameters, "TODAY", context)
        if text.strip() and _day(text) is None:
            yield tr("{parameter}: '{value}' is no date; write it as 2026-03-01.").format(
                parameter=self.page.entry("TODAY").label, value=text.strip()
            )
        wanted = self.parameterAsString(parameters, "SCHEMA", context).strip()
        if wanted in ("", AUTO):
            return
        known = [schema.id for schema in _schemas()]
        if wanted not in known:
            yield tr("{parameter}: there is no standard data set '{value}'. There are: {known}.").format(
                parameter=self.page.entry("SCHEMA").label, value=wanted, known=", ".join(sorted(known))
            )

    def trusted(self, inputs: dict[str, object], context) -> dict[str, object]:
        """The district only: a doubtful place or encoding of INPUT is a finding here and no reason to refuse."""
        from ...layers.crs import check_crs

        district = {name: given for name, given in inputs.items() if name == "DISTRICT" and given is not None}
        others = [(given.crs, given.extent) for given in district.values()]
        self._misplaced = check_crs(inputs["INPUT"], others, context.transformContext())
        return district

    def _chosen_crs(self, inputs: dict[str, object], parameters: dict, context) -> CrsChoice:
        """The metric CRS; an invalid one where nothing says where the rows are, and nothing is measured then."""
        from ...layers.crs import CrsChoice

        district = {name: given for name, given in inputs.items() if name == "DISTRICT" and given is not None}
        places = district or ({"INPUT": inputs["INPUT"]} if self._misplaced is None else {})
        try:
            return super()._chosen_crs(places, parameters, context)
        except LayerError as error:
            if district or error.code not in NOT_KNOWN:
                raise
            return CrsChoice(QgsCoordinateReferenceSystem(), "", {})

    # ------------------------------------------------------------------ running
    def execute(self, run: Run) -> None:
        from ...analysis.records.quality.checking import check_table
        from .checkdata_reading import geometry_findings, layer_findings, read_fields, read_places
        from .checkdata_report import deliver_findings, deliver_profile, describe

        run.step(tr("Reading the rows"), 0.35)
        fields, fid = read_fields(run)
        run.step(tr("Looking at the geometry"), 0.55)
        seen = read_places(run, fid)
        request = self._request(run, fields)
        run.step(tr("Checking"), 0.9)
        found = [*layer_findings(self._misplaced), *(geometry_findings(seen) if seen is not None else [])]
        checked = check_table(fields, len(fid), request, seen.places if seen else None, run.tick, found)
        deliver_findings(run, checked, fid, seen)
        deliver_profile(run, checked)
        run.figure("ISSUES", checked.count())
        run.figure("ERRORS", checked.count("error"))
        run.figure("WARNINGS", checked.count("warning"))
        run.figure("ROWS", checked.rows)
        run.figure("FIELDS", len(checked.profiles))
        run.figure("QUALITY_SHARE", checked.quality_share)
        describe(run, checked, request, fid)

    def _request(self, run: Run, fields: list[Field]) -> Request:
        from ...analysis.records.quality.checking import Request

        given = run.text("TODAY")
        return Request(
            today=(_day(given) if given else None) or dt.date.today(),
            keys=tuple(run.fields("KEY_FIELDS")),
            key_place=run.flag("KEY_PLACE"),
            dates=tuple(run.fields("DATE_FIELDS")),
            max_age=run.integer("MAX_AGE"),
            tolerance=run.number("TOLERANCE"),
            margin=run.number("MARGIN"),
            fence=run.number("FENCE"),
            schema=self._schema(run, fields),
        )

    @staticmethod
    def _schema(run: Run, fields: list[Field]) -> Schema | None:
        """The standard data set asked for, or the one that the field names speak for."""
        from ...analysis.records.quality.standard import schema_of

        wanted = run.text("SCHEMA")
        if not wanted:
            return None
        schemas = _schemas()
        if wanted == AUTO:
            found = schema_of(schemas, fields)
        else:
            found = next((schema for schema in schemas if schema.id == wanted), None)
        if found is not None:
            run.info(tr("Checked as standard data set '{schema}'.").format(schema=found.id))
        return found


def _schemas() -> list[Schema]:
    from ...analysis.records.schemas import load_schemas

    return load_schemas([PACKAGE / "resources" / "profiles" / profile / "schemas" for profile in PROFILES])


def _day(text: str) -> dt.date | None:
    """A day written as 2026-03-01, None for anything else."""
    try:
        return dt.date.fromisoformat(text.strip())
    except ValueError:
        return None
