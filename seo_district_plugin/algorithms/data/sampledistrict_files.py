"""What the folder of the sample holds, and how it gets there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsCoordinateReferenceSystem

from ...layers.outputs import OutputField, OutputLayer
from ...layers.projects import Entry, Group, write_project
from ...layers.promote import flat_shape, wkb_type
from ...layers.unsynced import unsynced
from ...texts import language, tr
from .sampledistrict_styles import layer_style, raster_style

if TYPE_CHECKING:
    from ...sample.model import City, Layer
    from ..run import Run

PACKAGE_FILE, PROJECT_FILE = "district.gpkg", "district.qgz"
_KINDS = {"i": "int", "u": "int", "f": "real", "b": "bool"}


class FolderOf:
    """Writes one made-up district into a folder.

    Attributes:
        contents: name -> title of what has been written, layers and rasters.
        listed: addresses of the layers, once in place.
    """

    def __init__(self, run: Run, city: City, crs: QgsCoordinateReferenceSystem) -> None:
        self.run, self.city, self.crs = run, city, crs
        self.bundle = run.bundle("FOLDER")
        self.contents: dict[str, str] = {}
        self.listed: list[str] = []
        self.poor = run.choice("CASE") == "poor"

    def write_layers(self) -> None:
        """All layers and tables of the case, each with its style, into one GeoPackage."""
        from ...sample.groups import RICH_ONLY

        layers = [layer for name, layer in self.city.layers.items() if not (self.poor and name in RICH_ONLY)]
        rows = sum(len(layer.frame) for layer in layers)
        done = 0
        for layer in layers:
            address = self._write_layer(layer, done / rows, len(layer.frame) / rows)
            done += len(layer.frame)
            self.listed.append(address)
            self.contents[layer.name] = layer.title[language()]

    def _write_layer(self, layer: Layer, begin: float, share: float) -> str:
        fields = [(column.name, column.kind) for column in _columns(layer, slice(0, 0))]
        spatial = layer.wkb is not None
        return self.bundle.table(
            PACKAGE_FILE,
            layer.name,
            fields,
            [column.values for column in _columns(layer)],
            _shapes(layer) if spatial else None,
            wkb_type(layer.geometry) if spatial else Qgis.WkbType.NoGeometry,
            self.crs if spatial else QgsCoordinateReferenceSystem(),
            lambda part: self.run.tick(begin + part * share),
        )

    def write_rasters(self) -> None:
        """Terrain, land cover and soil as GeoTIFF with their styles."""
        wkt = self.crs.toWkt(Qgis.CrsWktVariant.Preferred)
        for name, raster in self.city.rasters.items():
            self.run.tick(1.0)
            file = f"{name}.tif"
            self.bundle.raster(file, raster.array, (raster.x0, raster.y0), raster.cell, raster.nodata, wkt)
            self.contents[name] = raster.title[language()]

    def write_raw(self, home: City) -> int:
        """The six registers as files of a portal, faults included; returns their rows."""
        from ...sample import readme
        from ...sample.registers import make_registers

        registers = make_registers(home, home.seed, tick=lambda part: self.run.tick(0.6 * part))
        for number, file in enumerate(registers.files):
            self.run.tick(0.6 + 0.4 * number / len(registers.files))
            self.bundle.bytes(f"raw/{file.path}", file.content)
        self.bundle.text("raw/SYNTHETIC.md", readme.RAW)
        for name, frame in registers.truth.items():
            self.bundle.text(f"truth/{name}.csv", frame.to_csv(index=False, lineterminator="\n"))
        return registers.rows

    def write_project(self) -> None:
        """The map: everything in groups, each layer with its style, which is kept beside the data as well."""
        from ...sample.groups import FRAME

        city, words = self.city, language()
        styles = {
            name: layer_style(city.layers[name], words)
            if name in city.layers
            else raster_style(city.rasters[name], words)
            for name in self.contents
        }
        groups = project_groups(self.bundle.folder, self.contents, words, styles)
        title = tr("Made-up district (synthetic data)")
        frame = _address(self.bundle.folder, FRAME)
        with unsynced():
            write_project(self.bundle.path(PROJECT_FILE), title, groups, frame=frame, tick=self.run.tick)

    def close(self, rows: int) -> None:
        """The truth, a text that says what everything is, and the report."""
        from ...sample import readme

        run, city = self.run, self.city
        for name, frame in city.truth.items():
            self.bundle.text(f"truth/{name}.csv", frame.to_csv(index=False, lineterminator="\n"))
        about = {
            "synthetic": True, "preset": city.preset, "seed": city.seed, "case": run.choice("CASE"),
            "crs": self.crs.authid() or self.crs.description(), "raw_rows": rows,
        }  # fmt: skip
        self.bundle.text("README.txt", readme.FOLDER.format(**about))
        self.bundle.close(about)
        self._describe(rows)

    def deliver_dong(self) -> None:
        """The dong as a layer of their own, for models."""
        layer = self.city.layers["dong"]
        self.run.deliver(
            "OUTPUT",
            OutputLayer(
                _columns(layer), _shapes(layer), wkb_type(layer.geometry), self.crs, layer_style(layer, language())
            ),
        )

    def _describe(self, rows: int) -> None:
        from ...reports.report import Section, TableView

        run, city = self.run, self.city
        run.synthetic = True
        run.summary = tr(
            "A made-up district with {people:,} residents, {buildings:,} buildings, {layers} layers and {rows:,} rows "
            "of raw files. Nothing in it is real."
        ).format(
            people=int(city.dong["pop"].sum()), buildings=len(city.buildings), layers=len(self.contents), rows=rows
        )
        layers = [
            [name, title, len(city.layers[name].frame) if name in city.layers else None]
            for name, title in self.contents.items()
        ]
        columns = [tr("Name"), tr("Title"), tr("Rows")]
        run.sections.append(Section(tr("Layers"), [], [], [TableView("", columns, layers, "")]))
        truth = [[f"truth/{name}.csv", len(frame)] for name, frame in city.truth.items()]
        run.sections.append(Section(tr("Planted truth"), [], [], [TableView("", [tr("Table"), tr("Rows")], truth, "")]))
        run.method.append(
            tr(
                "Made by rules and random draws: people, shops, schools and slopes hang together as in a city, and "
                "totals follow published figures of a real district. The same preset and seed give the same district."
            )
        )
        run.limits.append(tr("Synthetic: good for learning and for testing, never for a decision."))
        run.caption = tr("The made-up district: kinds of dong, streets, schools, water")
        drawn = [name for name in ("schools", "streets", "water", "dong") if name in city.layers]
        run.drawn = [f"{self.bundle.folder / PACKAGE_FILE}|layername={name}" for name in drawn]


def project_groups(folder: Path, contents: dict[str, str], words: str, styles: dict | None = None) -> list[Group]:
    """The layers and rasters of a folder as groups of a project, with the styles that are to be saved with them."""
    from ...sample.groups import GROUPS, SHOWN

    groups = []
    for _id, title, names in GROUPS:
        entries = [
            Entry(_address(folder, name), contents[name], name in SHOWN, (styles or {}).get(name))
            for name in names
            if name in contents
        ]
        if entries:
            groups.append(Group(title[words], entries, any(entry.shown for entry in entries)))
    return groups


def _address(folder: Path, name: str) -> str:
    raster = folder / f"{name}.tif"
    return str(raster) if raster.is_file() else f"{folder / PACKAGE_FILE}|layername={name}"


def _columns(layer: Layer, rows: slice = slice(None)) -> list[OutputField]:
    """The columns as a database takes them: missing values as None."""
    made = []
    for name in layer.frame.columns:
        column = layer.frame[name].iloc[rows]
        kind = _KINDS.get(column.dtype.kind, "text")
        values = column.tolist()
        missing = column.isna().to_numpy()
        if missing.any():
            values = [None if gone else value for value, gone in zip(values, missing)]
        made.append(OutputField(name, kind, values))
    return made


def _shapes(layer: Layer) -> list[bytes | None]:
    """Shapes as a table takes them: lines and polygons as multipart ones."""
    if layer.geometry == "point":
        return list(layer.wkb)
    return [flat_shape(shape, layer.geometry)[0] for shape in layer.wkb]
