"""Results, truth and the sample's layers in one GeoPackage with their styles, and a project with them in groups.

QGIS has been started before this module is imported.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from osgeo import gdal
from qgis.core import QgsFeatureRequest, QgsLayerTreeGroup, QgsMapLayerStyle, QgsProject, QgsVectorLayer

from seo_district_plugin.layers.projects import Entry, Group, write_project
from seo_district_plugin.layers.styling import Style, apply_style, graduated_classes, keep_style

from .model import Settings, Words
from .reading import tables
from .steps import STEPS
from .truth_layers import TRUTH_LAYERS, TruthLayer

SYNTHETIC: Words = {"en": "Made-up district, results and truth (synthetic data)",
                    "ko": "가상 자치구 분석 결과와 참값(합성 자료)"}  # fmt: skip
TRUTH: Words = {"en": "Planted truth", "ko": "심어 둔 참값"}
REGISTER_TITLES: dict[str, Words] = {
    "registers": {"en": "Business licenses, layout since 2026", "ko": "인허가 대장(2026년 이후 서식)"},
    "license_old": {"en": "Business licenses, old layout", "ko": "인허가 대장(구서식)"},
    "stores": {"en": "Shops", "ko": "상가정보"},
    "cctv": {"en": "CCTV", "ko": "CCTV"},
    "security_lights": {"en": "Security lights", "ko": "보안등"},
    "emergency_bells": {"en": "Emergency bells", "ko": "안전비상벨"},
    "academies": {"en": "Academies (table)", "ko": "학원·교습소(표)"},
}
TAKEN = "imported_"
"""Before the names of imported tables that the sample has too."""
STYLE_COLUMNS = (
    "f_table_catalog, f_table_schema, f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, "
    "owner, ui"
)
DOT = {"stores": "#b5502f", "registers": "#5e3c99", "license_old": "#2166ac"}


@dataclass
class Item:
    """A layer of the project."""

    name: str
    title: str
    shown: bool


class Merged:
    """The GeoPackage of the demo while it is filled.

    Attributes:
        groups: (title, items) from the top of the map down.
    """

    def __init__(self, settings: Settings, folder: Path, path: Path) -> None:
        self.settings, self.folder, self.path = settings, folder, path
        self.groups: list[tuple[str, list[Item]]] = []
        self.rasters: dict[str, str] = {}

    def say(self, words: Words) -> str:
        return words[self.settings.language]

    def fill(self) -> None:
        """The sample's GeoPackage with results and truth added; one of before is replaced when the new one is whole."""
        gdal.UseExceptions()
        aside = self.path.with_name(f".{self.path.stem}.partial.gpkg")
        shutil.copyfile(self.folder / "rich" / "district.gpkg", aside)
        target, self.path = self.path, aside
        by_group: dict[str, list[Item]] = {}
        for step in STEPS:
            for shown in step.shown:
                items = by_group.setdefault(self.say(step.group if shown.name == "*" else _results()), [])
                items += self._result(shown)
        by_group[self.say(TRUTH)] = [self._truth(layer) for layer in TRUTH_LAYERS]
        first = self.say(_results())
        order = [first, self.say(TRUTH), *(title for title in by_group if title not in (first, self.say(TRUTH)))]
        self.groups = [(title, by_group[title]) for title in order]
        self.groups += self._sample()
        self.path = target
        target.unlink(missing_ok=True)
        aside.replace(target)

    def layer(self, name: str) -> QgsVectorLayer | None:
        """A table of the GeoPackage with its style; None when it is not there."""
        layer = QgsVectorLayer(f"{self.path}|layername={name}", name, "ogr")
        if not layer.isValid() and name in DOT:
            layer = QgsVectorLayer(f"{self.path}|layername={TAKEN}{name}", name, "ogr")
        return layer if layer.isValid() else None

    @staticmethod
    def filtered(layer: QgsVectorLayer, where: str) -> QgsVectorLayer:
        """The features for which the expression is true, in the same style, in memory."""
        some = layer.materialize(QgsFeatureRequest().setFilterExpression(where))
        style = QgsMapLayerStyle()
        style.readFromLayer(layer)
        style.writeToLayer(some)
        return some

    def write_project(self, path: Path) -> None:
        """The project, with the paths relative to it."""
        groups = []
        for number, (title, items) in enumerate(self.groups):
            entries = [Entry(self._source(item.name), item.title, item.shown) for item in items]
            groups.append(Group(title, entries, number < 1 or any(entry.shown for entry in entries)))
        broken = write_project(path, self.say(SYNTHETIC), groups)
        if broken:
            raise ValueError(f"cannot be opened: {', '.join(broken)}")

    # ------------------------------------------------------------------ parts
    def _source(self, name: str) -> str:
        return self.rasters.get(name) or f"{self.path}|layername={name}"

    def _result(self, shown) -> list[Item]:
        source = self.folder / shown.source
        if shown.name != "*":
            self._copy(source, tables(source)[0], shown.name)
            return [Item(shown.name, self.say(shown.title), shown.on)]
        items = []
        for name in tables(source):
            own = TAKEN + name
            self._copy(source, name, own, DOT.get(name, ""))
            items.append(
                Item(
                    own, self.say(REGISTER_TITLES.get(name, dict.fromkeys(("en", "ko"), name.replace("_", " ")))), False
                )
            )
        return items

    def _sample(self) -> list[tuple[str, list[Item]]]:
        """The groups of the sample's own project."""
        project = QgsProject()
        if not project.read(str(self.folder / "rich" / "district.qgz")):
            raise ValueError("rich/district.qgz cannot be read")
        groups = []
        for group in project.layerTreeRoot().children():
            if not isinstance(group, QgsLayerTreeGroup):
                continue
            items = []
            for leaf in group.findLayers():
                layer = leaf.layer()
                source = layer.source().split("|layername=")
                name = source[1].split("|")[0] if len(source) > 1 else Path(source[0]).stem
                if len(source) == 1:
                    self.rasters[name] = str(self.folder / "rich" / Path(source[0]).name)
                items.append(Item(name, leaf.name(), name in ("boards", "water")))
            groups.append((group.name(), items))
        project.clear()
        return groups

    def _truth(self, truth: TruthLayer) -> Item:
        """The base layer's shapes with the true values."""
        from .reading import truth as read

        frame = read(self.folder, truth.csv)
        values = dict(zip(frame[truth.key].astype(str), frame[truth.field].astype(float)))
        options = gdal.VectorTranslateOptions(
            format="GPKG", accessMode="update", layerName=truth.name, selectFields=[truth.key],
            layers=[truth.base], geometryType="PROMOTE_TO_MULTI",
        )  # fmt: skip
        gdal.VectorTranslate(str(self.path), str(self.folder / "rich" / "district.gpkg"), options=options)
        data = gdal.OpenEx(str(self.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
        data.ExecuteSQL(f'ALTER TABLE "{truth.name}" ADD COLUMN "{truth.field}" REAL')
        data = None
        data = gdal.OpenEx(str(self.path), gdal.OF_VECTOR | gdal.OF_UPDATE)
        layer = data.GetLayerByName(truth.name)
        layer.StartTransaction()
        for feature in layer:
            value = values.get(feature[truth.key])
            if value is not None:
                feature[truth.field] = value
                layer.SetFeature(feature)
        layer.CommitTransaction()
        del layer, data
        labels = [f"{low:g} - {high:g}" for low, high in zip(truth.cuts[:-1], truth.cuts[1:])]
        edges = [*map(float, truth.cuts[:-1]), truth.cuts[-1] + 1e-6]  # the largest value belongs to the last class
        style = Style("graduated", truth.field, graduated_classes(edges, labels), outline_width=0.0,
                      aliases={truth.field: self.say(truth.label)})  # fmt: skip
        opened = QgsVectorLayer(f"{self.path}|layername={truth.name}", truth.name, "ogr")
        apply_style(opened, style)
        keep_style(opened, str(self.path))
        return Item(truth.name, self.say(truth.title), False)

    def _copy(self, source: Path, name: str, new: str, dot: str = "") -> None:
        options = gdal.VectorTranslateOptions(format="GPKG", accessMode="update", layerName=new, layers=[name])
        gdal.VectorTranslate(str(self.path), str(source), options=options)
        self._copy_style(source, name, new)
        if dot:
            layer = QgsVectorLayer(f"{self.path}|layername={new}", new, "ogr")
            apply_style(layer, Style(color=dot, size=0.9, outline=dot))
            keep_style(layer, str(self.path))

    def _copy_style(self, source: Path, name: str, new: str) -> None:
        """The style as the source keeps it; opening layers for this would take longer than copying their rows."""
        with closing(sqlite3.connect(source)) as data:
            rows = data.execute(f"SELECT {STYLE_COLUMNS} FROM layer_styles WHERE f_table_name = ?", (name,)).fetchall()
        with closing(sqlite3.connect(self.path)) as data:
            places = ", ".join("?" * (len(STYLE_COLUMNS.split(",")) + 1))
            for row in rows:
                query = f"INSERT INTO layer_styles (f_table_name, {STYLE_COLUMNS}) VALUES ({places})"
                data.execute(query, (new, *row))
            data.commit()


def _results() -> Words:
    from .steps import RESULTS

    return RESULTS
