"""A made-up district with everything a real one has, in the formats of real files, and with its truth known."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsRectangle

from ...layers.crs import CrsChoice, analysis_crs, crs_label, is_metric, scale_error, wgs84
from ...layers.errors import LayerError
from ...texts import tr
from ..base import DistrictAlgorithm
from ..parameters import Parameters, SourceType
from ..run import Run

if TYPE_CHECKING:
    from ...sample.model import City

HOME = "EPSG:5186"
MOST_DISTORTED = 0.01  # as for every CRS that a user asks for


class SampleDistrict(DistrictAlgorithm):
    """For training, for trying every tool at once, and for testing whether they are right."""

    ID = "sampledistrict"
    GROUP = "data"
    MEASURES = False

    def declare(self, add: Parameters) -> None:
        add.choice("PRESET", ["tiny", "district"], "district")
        add.choice("CASE", ["rich", "poor"], "rich")
        add.flag("RAW", True)
        add.folder_destination("FOLDER")
        add.crs("CRS", advanced=True)
        add.point("CENTER", advanced=True)
        add.seed()
        add.sink("OUTPUT", SourceType.VectorPolygon, optional=True, by_default=False, advanced=True)
        add.report()
        add.output_layers("LAYERS")
        for number in ("LAYER_COUNT", "BUILDINGS", "PEOPLE", "RAW_ROWS"):
            add.output_number(number)

    def own_problems(self, parameters: dict, context) -> Iterator[str]:
        try:
            self._place(parameters, context)
        except ValueError as problem:
            yield str(problem)
        except LayerError as problem:
            yield self._sentence(problem)

    def _chosen_crs(self, inputs: dict[str, object], parameters: dict, context) -> CrsChoice:
        """The CRS in which the district is laid out."""
        crs, self._moved_by = self._place(parameters, context)
        return CrsChoice(
            crs, "explicit", {"crs": crs_label(crs), "name": crs.description(), "declared": crs_label(crs)}
        )

    def execute(self, run: Run) -> None:
        from ...sample.city import make_city
        from .sampledistrict_files import FolderOf

        crs, moved_by = run.crs, self._moved_by
        run.step(tr("Making the district"), 0.35)
        home = make_city(run.choice("PRESET"), run.integer("SEED"), tick=run.tick)
        city = _moved(home, moved_by)
        files = FolderOf(run, city, crs)
        run.step(tr("Writing layers and rasters"), 0.7)
        files.write_layers()
        files.write_rasters()
        rows = 0
        if run.flag("RAW") and not moved_by and crs.authid() == HOME:
            run.step(tr("Writing the raw files"), 0.9)
            rows = files.write_raw(home)
        elif run.flag("RAW"):
            run.info(tr("No raw files: they are Korean ones and belong to the place in Daejeon only."))
        run.step(tr("Writing the map"), 0.96)
        files.write_project()
        files.close(rows)
        if run.wanted("OUTPUT"):
            files.deliver_dong()
        run.listed = files.listed
        run.figure("LAYER_COUNT", len(files.contents))
        run.figure("BUILDINGS", len(city.buildings))
        run.figure("PEOPLE", int(city.dong["pop"].sum()))
        run.figure("RAW_ROWS", rows)

    def _place(self, parameters: dict, context) -> tuple[QgsCoordinateReferenceSystem, tuple[float, float] | None]:
        """The CRS, and by how much the district is moved in it; None for its own place.

        Raises:
            ValueError: with the sentence for the user.
            LayerError: of a place whose CRS cannot be told.
        """
        asked = self.parameterAsCrs(parameters, "CRS", context)
        named = parameters.get("CRS") not in (None, "") and asked.isValid()
        somewhere = parameters.get("CENTER") not in (None, "")
        if not named and not somewhere:
            return QgsCoordinateReferenceSystem(HOME), None
        place = self._center(parameters, context) if somewhere else _home(wgs84(), context)
        label = self.page.entry("CRS").label
        if named and not is_metric(asked):
            raise ValueError(
                tr("{parameter}: {crs} does not measure in meters; choose a projected CRS such as {example}.").format(
                    parameter=label, crs=crs_label(asked), example=HOME
                )
            )
        box = QgsRectangle(place, place)
        crs = asked if named else analysis_crs(None, [(wgs84(), box)], context.transformContext()).crs
        if scale_error(crs, place.x(), place.y()) > MOST_DISTORTED:
            raise ValueError(
                tr(
                    "{parameter}: lengths in {crs} are wrong by more than 1 % where the district is to stand. Choose "
                    "another CRS, or give the center."
                ).format(parameter=label, crs=crs_label(crs))
            )
        center = _transformed(place, wgs84(), crs, context)
        if crs.authid() == HOME and not somewhere:
            return crs, None
        home = _home_xy()
        return crs, (round(center.x()) - home[0], round(center.y()) - home[1])

    def _center(self, parameters: dict, context) -> QgsPointXY:
        """The place asked for, in degrees."""
        system = self.parameterAsPointCrs(parameters, "CENTER", context)
        asked = self.parameterAsCrs(parameters, "CRS", context)
        system = system if system.isValid() else asked
        if not system.isValid():
            raise ValueError(
                tr("{parameter}: say in which CRS, for example 12.37,51.34 [EPSG:4326].").format(
                    parameter=self.page.entry("CENTER").label
                )
            )
        point = self.parameterAsPoint(parameters, "CENTER", context)
        return _transformed(point, system, wgs84(), context)


def _transformed(point: QgsPointXY, source, target, context) -> QgsPointXY:
    from ...layers.coordinates import transform_bounds

    return transform_bounds(QgsRectangle(point, point), source, target, context.transformContext()).center()


def _home_xy() -> tuple[float, float]:
    from ...sample.presets import CENTER_X, CENTER_Y

    return CENTER_X, CENTER_Y


def _home(system: QgsCoordinateReferenceSystem, context) -> QgsPointXY:
    return _transformed(QgsPointXY(*_home_xy()), QgsCoordinateReferenceSystem(HOME), system, context)


def _moved(city: City, by: tuple[float, float] | None) -> City:
    from ...sample.model import place

    return city if by is None else place(city, *by)
