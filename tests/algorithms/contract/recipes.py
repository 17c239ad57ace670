"""For each algorithm of the provider: small realistic settings, with which the contract tests run it.

A new algorithm needs an entry here, and falls under all contract tests with it. Inputs are named layers of the made-up
district (worlds.py), so that each test can give them in its own way: as a file, in memory, selected rows only.
"""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsVariantUtils


@dataclass(frozen=True)
class Layer:
    """A named layer of the made-up district."""

    name: str


@dataclass(frozen=True)
class Raster(Layer):
    """A named raster of the made-up district."""


@dataclass(frozen=True)
class PublicFile:
    """A layer of the made-up district as a file that somebody has downloaded: CSV with longitude and latitude."""

    name: str

    def written(self, given) -> str:
        from qgis.core import (
            QgsCoordinateReferenceSystem,
            QgsCoordinateTransform,
            QgsCoordinateTransformContext,
            QgsVectorLayer,
        )

        layer = QgsVectorLayer(given, self.name, "ogr") if isinstance(given, str) else given
        path = Path(tempfile.mkdtemp(prefix="public ")) / "내려받은 파일.csv"
        names = [field.name() for field in layer.fields() if field.name() != "fid"]
        wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
        transform = QgsCoordinateTransform(layer.crs(), wgs84, QgsCoordinateTransformContext())
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([*names, "lon", "lat"])
            for feature in layer.getFeatures():
                geometry = feature.geometry()
                place = ["", ""]
                if not geometry.isNull():
                    geometry.transform(transform)
                    place = [f"{geometry.asPoint().x():.8f}", f"{geometry.asPoint().y():.8f}"]
                cells = [feature[name] for name in names]
                writer.writerow(["" if QgsVariantUtils.isNull(cell) else cell for cell in cells] + place)
        return str(path)


@dataclass(frozen=True)
class TrainedModel(PublicFile):
    """A model file, learned from the fields of a layer of the made-up district."""

    def written(self, given) -> str:
        from models import zone_model
        from qgis.core import QgsVectorLayer

        layer = QgsVectorLayer(given, self.name, "ogr") if isinstance(given, str) else given
        path = Path(tempfile.mkdtemp(prefix="model ")) / "학습 모델.model"
        zone_model(layer, ["stores", "road_near"], path)
        return str(path)


@dataclass(frozen=True)
class Recipe:
    """Settings of one algorithm, without its outputs.

    Attributes:
        least: the fewest inputs with which it runs.
        full: settings with which every output that it declares comes out.
        source: the input that is given as selection, in memory, and iterated over; empty for one that reads nothing.
        large: changes to ``least`` that make a run of several seconds, for cancel and the timer.
        model_output: the main output.
        elsewhere: outputs that another kind of input gives, tested with the algorithm.
    """

    least: dict[str, object]
    full: dict[str, object]
    source: str
    large: dict[str, object]
    model_output: str = "OUTPUT"
    elsewhere: tuple[str, ...] = ()


_CELLS = {"INPUT": Layer("cells"), "FIELDS": ["stores", "road_near"], "DRAWS": 50}
_CHAIN = {
    "district": Layer("district"),
    "zone_field": "zone_code",
    "stores": Layer("shops"),
    "schools": Layer("schools"),
    "bikes": Layer("bikes"),
    "roads": Layer("roads"),
    "flow": Layer("flow"),
    "size": 250,
}

RECIPES: dict[str, Recipe] = {
    "allocatepopulation": Recipe(
        least={"ZONES": Layer("district"), "TARGETS": Layer("cells")},
        full={
            "ZONES": Layer("district"),
            "ZONE_FIELD": "zone_code",
            "COUNTS": Layer("residents"),
            "GROUPS": "0-5,6-12,13-18,19-64,65+",
            "TARGETS": Layer("cells"),
            "WEIGHT_FIELD": "stores",
            "RESIDENTIAL": '"stores" > 2',
            "SHARES": Layer("years_of_age"),
            "FINER": Layer("parks"),
            "FINER_FIELD": "trees",
            "INTEGER": True,
        },
        source="TARGETS",
        large={"TARGETS": Layer("cells:160")},
    ),
    "checkdata": Recipe(
        least={"INPUT": Layer("register"), "DISTRICT": Layer("district")},
        full={
            "INPUT": Layer("register"),
            "DISTRICT": Layer("district"),
            "KEY_FIELDS": ["mng_no"],
            "DATE_FIELDS": ["checked"],
            "TODAY": "2026-03-01",
        },
        source="DISTRICT",
        large={"INPUT": Layer("register:60000")},
        model_output="FINDINGS",
    ),
    "districtgrid": Recipe(
        least={"DISTRICT": Layer("district")},
        full={"DISTRICT": Layer("district"), "SIZE": 250, "CLIP": "clipped", "ZONE_FIELD": "zone_code"},
        source="DISTRICT",
        large={"SIZE": 8, "CLIP": "clipped"},
    ),
    "importpublicdata": Recipe(
        least={"INPUT": PublicFile("shops"), "DISTRICT": Layer("district")},
        full={"INPUT": PublicFile("addresses"), "DISTRICT": Layer("district"), "REFERENCE": [Layer("entrances")]},
        source="DISTRICT",
        large={"INPUT": PublicFile("shops:200000")},
    ),
    "locateaddresses": Recipe(
        least={"INPUT": Layer("addresses"), "REFERENCE": [Layer("entrances")], "BUILDINGS": Layer("houses")},
        full={
            "INPUT": Layer("addresses"),
            "REFERENCE": [Layer("entrances"), Layer("lots")],
            "PREFIX": "대전광역시 서구",
            "ROAD_FIELD": "road_addr",
            "LOT_FIELD": "lot_addr",
            "PNU_FIELD": "pnu",
            "BUILDINGS": Layer("houses"),
        },
        source="BUILDINGS",
        large={"INPUT": Layer("addresses:40000")},
    ),
    "predictsusceptibility": Recipe(
        least={"MODEL": TrainedModel("cells:24"), "ZONES": Layer("cells")},
        full={"MODEL": TrainedModel("cells:24"), "ZONES": Layer("cells"), "CUTS": "0.2,0.5"},
        source="ZONES",
        large={"ZONES": Layer("cells:160")},
        elsewhere=("PROBABILITY", "CLASS", "AOA", "LOWER", "UPPER", "DISSIMILARITY"),
    ),
    "sampledistrict": Recipe(
        least={"PRESET": "tiny", "RAW": False, "FOLDER": "TEMPORARY_OUTPUT"},
        full={"PRESET": "tiny", "CASE": "poor", "SEED": 3},
        source="",
        large={"PRESET": "district"},
    ),
    "trainsusceptibility": Recipe(
        least={"INVENTORY": Layer("traces"), "FACTORS": [Raster("terrain")], "REPEATS": 2, "COVERAGE": False},
        full={
            "INVENTORY": Layer("slides"),
            "LABEL": "slide",
            "FACTORS": [Raster("terrain")],
            "EVENT_FIELD": "storm",
            "TRUE_RATE": 0.05,
            "REPEATS": 2,
        },
        source="INVENTORY",
        large={"FACTORS": [Raster("terrain:400")], "REPEATS": 20, "COVERAGE": True},
        model_output="SAMPLES",
    ),
    "zonefeatures": Recipe(
        least={"ZONES": Layer("cells"), "LAYERS": [Layer("shops"), Layer("roads")]},
        full={
            "ZONES": Layer("cells"),
            "LAYERS": [Layer("shops"), Layer("roads"), Layer("parks"), Layer("flow")],
            "FEATURES": Layer("recipe"),
            "ZONE_ID_FIELD": "zone",
        },
        source="ZONES",
        large={"ZONES": Layer("cells:120"), "LAYERS": [Layer("shops:20000"), Layer("roads")], "RADII": "300,500"},
    ),
    "suitabilityscore": Recipe(
        least=_CELLS,
        full={
            **_CELLS,
            "CRITERIA": Layer("criteria"),
            "EXCLUDE": '"stores" < 0.5',
            "PAIRWISE": "1,2,3; 1/2,1,2; 1/3,1/2,1",
            "ZONES": Layer("district"),
            "ZONE_NAME_FIELD": "dong",
            "LANDMARKS": Layer("roads"),
            "LANDMARK_NAME_FIELD": "name",
            "PLACES": Layer("asked"),
            "SHIFTED": Layer("shifted"),
            "SEED": 5,
        },
        source="INPUT",
        large={"INPUT": Layer("cells:100"), "DRAWS": 2000, "LANDMARKS": Layer("roads"), "ZONES": Layer("district")},
    ),
    "noticeboardchain": Recipe(
        least=_CHAIN,
        full=_CHAIN,
        source="district",
        large={"size": 25, "stores": Layer("shops:20000")},
        model_output="suitability",
    ),
}


def filled(settings: dict[str, object], give: Callable[[str], object]) -> dict[str, object]:
    """Settings with each named layer replaced by what ``give`` makes of its name."""

    def value(item: object) -> object:
        if isinstance(item, Layer):
            return give(item.name)
        if isinstance(item, PublicFile):
            return item.written(give(item.name))
        if isinstance(item, list):
            return [value(part) for part in item]
        return item

    return {name: value(item) for name, item in settings.items()}
