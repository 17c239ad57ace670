"""Analysis cells of a district: squares on the Korean national grid or any origin, or hexagons."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsCoordinateReferenceSystem

from ...layers.destinations import OutputField, OutputLayer
from ...layers.styling import Style
from ...texts import tr
from ..base import DistrictAlgorithm
from ..parameters import Parameters, SourceType
from ..run import Run

if TYPE_CHECKING:
    import numpy as np

    from ...layers.sources import Table

NATIONAL_CRS = "EPSG:5179"
NATIONAL_SIZES = (50, 100, 250, 500, 1000)
SLIVER = 1e-6  # share of a cell; less is the rounding of transformed coordinates, not ground


class DistrictGrid(DistrictAlgorithm):
    """Cells for everything that is counted, scored or mapped per place."""

    ID = "districtgrid"
    GROUP = "data"

    def declare(self, add: Parameters) -> None:
        add.source("DISTRICT", [SourceType.VectorPolygon])
        add.distance("SIZE", 100.0, low=1.0)
        add.choice("SHAPE", ["square", "hexagon"], "square")
        add.choice("CLIP", ["center", "whole", "clipped"], "center")
        add.choice("GRID", ["auto", "korea", "free"], "auto", advanced=True)
        add.text("ORIGIN", "0,0", advanced=True)
        add.field("ZONE_FIELD", "DISTRICT", optional=True, advanced=True)
        add.analysis_crs()
        add.sink("OUTPUT", SourceType.VectorPolygon)
        add.rejected()
        add.report()
        add.output_number("CELLS")
        add.output_number("AREA_KM2")

    def own_problems(self, parameters: dict, context) -> Iterator[str]:
        if _origin(self.parameterAsString(parameters, "ORIGIN", context)) is None:
            yield tr("{parameter}: two numbers are needed, such as 0,0.").format(
                parameter=self.page.entry("ORIGIN").label
            )
        size = self.parameterAsDouble(parameters, "SIZE", context)
        grid = self.parameterAsEnumString(parameters, "GRID", context)
        shape = self.parameterAsEnumString(parameters, "SHAPE", context)
        if grid == "korea" and (size not in NATIONAL_SIZES or shape != "square"):
            yield tr("The national grid has squares of {sizes} m; given: {shape}, {size:g} m.").format(
                sizes=", ".join(map(str, NATIONAL_SIZES)), shape=self.page.entry("SHAPE").choices[shape], size=size
            )

    def execute(self, run: Run) -> None:
        from ...analysis.zones.grid import hexagon_grid, square_grid
        from ...layers.geometry import dissolve

        size, shape = run.number("SIZE"), run.choice("SHAPE")
        national = self._national(run, size, shape)
        crs = QgsCoordinateReferenceSystem(NATIONAL_CRS) if national else run.crs
        if national:
            run.info(tr("The cells lie on the Korean national grid, in {crs}.").format(crs=NATIONAL_CRS))
        origin = (0.0, 0.0) if national else _origin(run.text("ORIGIN"))
        run.step(tr("Reading the district"), 0.1)
        zone_field = run.field("ZONE_FIELD")
        district = run.read("DISTRICT", [zone_field] if zone_field else [], "polygon", crs=crs)
        outline = dissolve(district.wkb, tick=run.tick)
        bounds = _bounds(district)
        run.step(tr("Laying out the cells"), 0.3)
        if shape == "square":
            corners = square_grid(bounds, size, origin)
            centers = corners + size / 2.0
            rings = _square_rings(corners, size)
        else:
            rings = hexagon_grid(bounds, size, origin)
            centers = rings.mean(axis=1)
            corners = centers
        run.step(tr("Choosing the cells inside the district"), 0.8)
        cells = _Cells(rings, centers, corners)
        self._choose(run, cells, district, outline)
        self._deliver(run, cells, crs, size if national else None, zone_field, district)
        run.figure("CELLS", len(cells.centers))
        run.figure("AREA_KM2", _area(outline) / 1e6)
        self._describe(run, national, size)

    def _national(self, run: Run, size: float, shape: str) -> bool:
        grid = run.choice("GRID")
        if grid != "auto":
            return grid == "korea"
        from ...layers.coordinates import transform_bounds
        from ...layers.crs import has_extent, in_korea, wgs84

        if shape != "square" or size not in NATIONAL_SIZES or run.given("ANALYSIS_CRS"):
            return False
        district = run.inputs["DISTRICT"]
        if not has_extent(district.extent):
            return False  # no geometry at all: reading will say so
        center = transform_bounds(district.extent, district.crs, wgs84(), run.context.transformContext()).center()
        return in_korea(center.x(), center.y())

    @staticmethod
    def _choose(run: Run, cells: _Cells, district: Table, outline: bytes) -> None:
        """Keep the cells asked for, with the share of each that lies in the district."""
        import numpy as np

        from ...analysis.errors import AnalysisError
        from ...analysis.zones.inside import points_in_polygons
        from ...analysis.zones.shapes import Polygons
        from ...layers.geometry import clip_cells

        polygons = Polygons.from_wkb(list(district.wkb))
        zone, point = points_in_polygons(cells.centers, polygons, tick=lambda f: run.tick(0.3 * f))
        cells.zone = np.full(len(cells.centers), -1, dtype=np.int64)
        cells.zone[point[::-1]] = zone[::-1]  # where districts overlap the first one counts
        mode = run.choice("CLIP")
        if mode == "center":
            cells.keep(cells.zone >= 0)
        clipped, share = clip_cells(cells.wkb(), outline, tick=lambda f: run.tick(0.3 + 0.7 * f))
        cells.share = np.asarray(share, dtype=float)
        cells.clipped = clipped
        if mode != "center":
            cells.keep(cells.share > SLIVER)
        if mode == "clipped":
            cells.use_clipped = True
        if not len(cells.centers):
            raise AnalysisError("no_cells", mode=mode)

    def _deliver(self, run: Run, cells: _Cells, crs, national_size, zone_field: str, district: Table) -> None:
        from ...analysis.zones.codes import encode
        from ...layers.geometry import areas

        count = len(cells.centers)
        wkb = list(cells.clipped) if cells.use_clipped else cells.wkb()
        fields = [OutputField("id", "int", list(range(1, count + 1)))]
        if national_size:
            codes = encode(cells.corners[:, 0], cells.corners[:, 1], int(national_size))
            fields.append(OutputField("code", "text", [str(code) for code in codes]))
        fields += [
            OutputField("x", "real", cells.centers[:, 0].tolist()),
            OutputField("y", "real", cells.centers[:, 1].tolist()),
            OutputField("area_m2", "real", [float(area) for area in areas(wkb)]),
            OutputField("share", "real", cells.share.tolist()),
        ]
        if zone_field:
            names = district.texts(zone_field)
            fields.append(OutputField("zone", "text", [names[i] if i >= 0 else None for i in cells.zone]))
        kind = Qgis.WkbType.MultiPolygon if cells.use_clipped else Qgis.WkbType.Polygon
        style = Style(color="#00000000", outline="#4d6b8a", outline_width=0.15, display='"id"')
        run.deliver("OUTPUT", OutputLayer(fields, wkb, kind, crs, style))

    def _describe(self, run: Run, national: bool, size: float) -> None:
        cells = int(run.numbers["CELLS"])
        run.summary = tr("{cells:,} cells of {size:g} m cover the district of {area:.2f} km2.").format(
            cells=cells, size=size, area=run.numbers.get("AREA_KM2", 0.0)
        )
        if national:
            run.method.append(
                tr(
                    "Cells of the Korean national grid (EPSG:5179). A code has two letters for the 100 km square and "
                    "the "
                    "lower left corner of the cell: 2+2 digits in km (1 km cells), 3+3 in 100 m (100 m cells), else "
                    "4+4 in 10 m."
                )
            )
        run.method.append(tr("Shares are computed from areas in the CRS of the cells."))
        run.limits.append(
            tr(
                "Cells on the district's edge reach beyond it unless they are clipped; the field 'share' says how "
                "much is inside."
            )
        )


class _Cells:
    """The cells while they are being chosen; all arrays run in step."""

    def __init__(self, rings: np.ndarray, centers: np.ndarray, corners: np.ndarray) -> None:
        self.rings, self.centers, self.corners = rings, centers, corners
        self.zone: np.ndarray | None = None
        self.share: np.ndarray | None = None
        self.clipped: np.ndarray | None = None
        self.use_clipped = False

    def keep(self, mask: np.ndarray) -> None:
        for name in ("rings", "centers", "corners", "zone", "share", "clipped"):
            values = getattr(self, name)
            if values is not None:
                setattr(self, name, values[mask])

    def wkb(self) -> list[bytes]:
        from ...layers.wkb import polygon_wkb

        return polygon_wkb(self.rings)


def _square_rings(corners: np.ndarray, size: float) -> np.ndarray:
    import numpy as np

    offsets = np.array([(0, 0), (size, 0), (size, size), (0, size)], dtype=float)
    return corners[:, None, :] + offsets[None, :, :]


def _bounds(district: Table) -> tuple[float, float, float, float]:
    from ...analysis.zones.shapes import Polygons

    boxes = Polygons.from_wkb(list(district.wkb)).bounds()
    return (*boxes[:, :2].min(axis=0).tolist(), *boxes[:, 2:].max(axis=0).tolist())


def _area(outline: bytes) -> float:
    from ...layers.geometry import areas

    return float(areas([outline])[0])


def _origin(text: str) -> tuple[float, float] | None:
    parts = [part for part in text.replace(";", ",").split(",") if part.strip()]
    try:
        x, y = (float(part) for part in parts)
    except ValueError:
        return None
    return (x, y) if abs(x) < float("inf") and abs(y) < float("inf") else None
