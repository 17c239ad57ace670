"""Styles: readable to the color-blind, the same when saved and when set, right in the map picture."""

from __future__ import annotations

import pytest

from seo_district_plugin.layers import styling

# Simulation of full red-green blindness on linear RGB: Viénot, Brettel & Mollon (1999), protanopia and deuteranopia.
BLINDNESS = {
    "protanopia": ((0.11238, 0.88762, 0.0), (0.11238, 0.88762, 0.0), (0.00401, -0.00401, 1.0)),
    "deuteranopia": ((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)),
}


def linear(color: str) -> tuple[float, float, float]:
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return tuple(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)


def luminance(rgb: tuple[float, ...]) -> float:
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]


def seen(color: str, kind: str) -> tuple[float, ...]:
    rgb = linear(color)
    return tuple(sum(weight * part for weight, part in zip(row, rgb)) for row in BLINDNESS[kind])


@pytest.mark.parametrize("palette", [styling.VIRIDIS, styling.CIVIDIS])
@pytest.mark.parametrize("count", [2, 5, 6, 9])
def test_ramps_rise_in_lightness_for_every_eye(palette, count: int) -> None:
    colors = styling.ramp(palette, count)
    assert len(colors) == count
    for view in (linear, *(lambda c, kind=kind: seen(c, kind) for kind in BLINDNESS)):
        levels = [luminance(view(color)) for color in colors]
        assert all(low + 0.01 < high for low, high in zip(levels, levels[1:])), levels


@pytest.mark.parametrize("kind", list(BLINDNESS))
def test_categories_stay_apart_for_the_color_blind(kind: str) -> None:
    colors = [seen(color, kind) for color in styling.CATEGORIES]
    for i, one in enumerate(colors):
        for other in colors[i + 1 :]:
            assert sum((a - b) ** 2 for a, b in zip(one, other)) ** 0.5 > 0.05


@pytest.fixture
def layer(qgis_app):
    from qgis.core import QgsFeature, QgsGeometry, QgsRectangle, QgsVectorLayer

    layer = QgsVectorLayer("Polygon?crs=EPSG:5186&field=v:double&field=name:string", "cells", "memory")
    features = []
    for i in range(4):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([float(i), f"칸 {i}"])
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(234_000 + 100 * i, 416_000, 234_100 + 100 * i, 416_100)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


def graduated() -> styling.Style:
    classes = styling.graduated_classes([0.0, 1.0, 3.0], ["low", "high"])
    return styling.Style(
        kind="graduated", field="v", classes=classes, aliases={"v": "값"}, label='"name"', display='"name"'
    )


def test_a_style_sets_classes_aliases_labels_and_display(layer) -> None:
    styling.apply_style(layer, graduated())
    ranges = layer.renderer().ranges()
    assert [(r.lowerValue(), r.upperValue(), r.label()) for r in ranges] == [(0, 1, "low"), (1, 3, "high")]
    assert layer.attributeAlias(0) == "값"
    assert layer.labelsEnabled() and layer.displayExpression() == '"name"'


@pytest.mark.parametrize("ending", ["gpkg", "geojson", "shp", "fgb"])
def test_a_saved_style_comes_back_when_the_file_is_opened(layer, tmp_path, ending: str) -> None:
    from qgis.core import QgsProject, QgsVectorFileWriter, QgsVectorLayer

    path = tmp_path / f"지도.{ending}"
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = QgsVectorFileWriter.driverForExtension(ending)
    context = QgsProject.instance().transformContext()
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), context, options)
    assert styling.save_style(str(path), graduated()) == ""
    opened = QgsVectorLayer(str(path), "opened", "ogr")
    assert opened.renderer().type() == "graduatedSymbol"
    assert opened.attributeAlias(opened.fields().lookupField("v")) == "값"
    assert (tmp_path / "지도.qml").is_file() == (ending != "gpkg")


def test_a_style_that_cannot_be_saved_says_so(tmp_path) -> None:
    assert "cannot be opened" in styling.save_style(str(tmp_path / "absent.gpkg"), styling.Style())


def test_the_map_picture_shows_map_legend_and_scale(layer, tmp_path) -> None:
    from qgis.PyQt.QtGui import QImage

    from seo_district_plugin.layers.picture import WIDTH, map_png

    styling.apply_style(layer, graduated())
    image = QImage.fromData(map_png([layer]))
    assert image.width() == WIDTH
    colors = [entry.color for entry in graduated().classes]

    def has(color: str, left: float, right: float) -> bool:
        columns = range(int(left * WIDTH), int(right * WIDTH), 3)
        return any(image.pixelColor(x, y).name() == color for x in columns for y in range(0, image.height(), 3))

    for color in colors:
        assert has(color, 0.0, 0.7), "the map holds the class"
        assert has(color, 0.8, 1.0), "the legend beside it holds the class"
