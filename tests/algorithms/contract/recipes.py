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
        shapeless: rows of the source need no geometry.
        large: changes to ``least`` that make a run of several seconds, for cancel and the timer.
        model_output: the main output.
        elsewhere: outputs that another kind of input gives, tested with the algorithm; fields_elsewhere: fields.
    """

    least: dict[str, object]
    full: dict[str, object]
    source: str
    large: dict[str, object]
    model_output: str = "OUTPUT"
    elsewhere: tuple[str, ...] = ()
    fields_elsewhere: tuple[str, ...] = ()
    shapeless: bool = False


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
    "carecentersites": Recipe(
        least={"DEMAND": Layer("cells"), "PEOPLE_FIELD": "stores", "CANDIDATES": Layer("shops")},
        full={
            "DEMAND": Layer("cells"),
            "PEOPLE_FIELD": "stores",
            "GROUP_FIELD": "zone",
            "CANDIDATES": Layer("shops"),
            "EXISTING": Layer("schools"),
            "STREETS": Layer("roads"),
            "TRUNK": "\"name\" = '0로'",
            "FACILITIES": 2,
            "WALK_MINUTES": 6.3,
            "AREA_FIELD": "sales",
            "MIN_AREA": 2,
            "HAZARDS": [Layer("parks")],
            "HARMFUL": Layer("bikes"),
            "ZONES": Layer("district"),
            "ZONE_NAME_FIELD": "dong",
            "MAX_PER_ZONE": 5,
            "CANDIDATE_COST": "sales",
            "BUDGET": 40,
            "PLACES": Layer("asked"),
            "LANDMARKS": Layer("roads"),
            "FARTHEST": 800,
        },
        source="DEMAND",
        large={
            "DEMAND": Layer("cells:60"),
            "CANDIDATES": Layer("shops:2000"),
            "GOAL": "mean",
            "FACILITIES": 20,
            "ALTERNATIVE_SETS": 0,
            "CURVE_TO": 2,
        },
        model_output="SITES",
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
    "flowhotspots": Recipe(
        least={"INPUT": Layer("cells"), "VALUE_FIELD": ["stores"], "ZONES": Layer("district")},
        full={
            "INPUT": Layer("cells"),
            "VALUE_FIELD": ["flow"],
            "METHOD": "local_moran",
            "STREETS": Layer("roads"),
            "DISTANCE": 400,
            "FARTHEST": 120,
            "CORRECTION": "none",
            "ZONES": Layer("district"),
            "ZONE_NAME_FIELD": "dong",
            "LANDMARKS": Layer("roads"),
            "LANDMARK_NAME_FIELD": "name",
            "SEED": 5,
        },
        source="ZONES",
        large={"INPUT": Layer("cells:100"), "WEIGHTS": "band", "DISTANCE": 300, "PERMUTATIONS": 9999},
        fields_elsewhere=("gi_bin", "mean", "z_last", "hot_times", "cold_times", "trend_z", "tau"),
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
    "mergeregisters": Recipe(
        least={"LAYERS": [Layer("licences"), Layer("storelist")], "REVIEWED": Layer("decisions")},
        full={
            "LAYERS": [Layer("licences"), Layer("storelist")],
            "REVIEWED": Layer("decisions"),
            "NAME_FIELD": "biz_name,name",
            "REVIEW_FROM": 0.01,
            "THRESHOLD": 0.99,
            "MAX_DISTANCE": 500,
        },
        source="REVIEWED",
        shapeless=True,
        large={"LAYERS": [Layer("licences:20000"), Layer("storelist:20000")]},
        model_output="MERGED",
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
            "STREETS": Layer("roads"),
        },
        source="ZONES",
        large={"ZONES": Layer("cells:120"), "LAYERS": [Layer("shops:20000"), Layer("roads")], "RADII": "300,500"},
    ),
    "streetcentrality": Recipe(
        least={"INPUT": Layer("alleys"), "RADII": "300,600"},
        full={
            "INPUT": Layer("alleys"),
            "RADII": "200,400",
            "METHOD": "both",
            "ORIGINS": Layer("cells"),
            "ORIGIN_FIELD": "stores",
            "DESTINATIONS": Layer("shops"),
            "DESTINATION_FIELD": "sales",
            "DISTRICT": Layer("district"),
            "COVERAGE": Layer("district"),
            "DECAY": 0.002,
            "DETOUR": 0.1,
            "SAMPLING_ERROR": 0.1,
            "BRIDGE_FIELD": "bridge",
            "CLOSED_FIELD": "closed",
            "CARRIAGEWAYS": 8,
        },
        source="INPUT",
        large={"INPUT": Layer("alleys:70"), "RADII": "400,800,1600"},
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
    "serviceaccess": Recipe(
        least={"DEMAND": Layer("cells"), "DEMAND_WEIGHT": "stores", "SERVICES": Layer("schools"), "RADIUS": 900.0},
        full={
            "DEMAND": Layer("cells"),
            "DEMAND_WEIGHT": "stores",
            "SERVICES": Layer("schools"),
            "METHOD": "raam",
            "RADIUS": 600.0,
            "COST": "network",
            "STREETS": Layer("roads"),
            "FARTHEST": 400.0,
            "OUTLINE": 250.0,
            "ZONES": Layer("district"),
            "ZONE_NAME_FIELD": "dong",
            "LANDMARKS": Layer("roads"),
            "LANDMARK_NAME_FIELD": "name",
        },
        source="DEMAND",
        large={"DEMAND": Layer("cells:60"), "SERVICES": Layer("shops:60"), "METHOD": "raam"},
    ),
    "facilitylocation": Recipe(
        least={"DEMAND": Layer("shops"), "CANDIDATES": Layer("spots"), "FACILITIES": 3},
        full={
            "DEMAND": Layer("cells"),
            "DEMAND_WEIGHT": "stores",
            "CANDIDATES": Layer("spots"),
            "EXISTING": Layer("schools"),
            "EXISTING_ID": "name",
            "EXISTING_MODE": "closable",
            "CLOSE_LIMIT": 2,
            "FACILITIES": 2,
            "COST": "network",
            "NETWORK": Layer("roads"),
            "RADIUS": 800,
            "REQUIRED": "\"id\" = 'S3'",
            "FORBIDDEN": '"rent" > 13',
            "DISTRICT": Layer("district"),
            "ZONES": Layer("district"),
            "ZONE_NAME_FIELD": "dong",
            "MIN_PER_ZONE": 1,
            "MAX_PER_ZONE": 6,
            "CANDIDATE_COST": "rent",
            "BUDGET": 60,
            "CURVE_TO": 3,
            "ALTERNATIVE_SETS": 2,
            "PLACES": Layer("asked"),
            "LANDMARKS": Layer("parks"),
            "LANDMARK_NAME_FIELD": "name",
            "SEED": 5,
        },
        source="DEMAND",
        large={
            "DEMAND": Layer("shops:3000"),
            "CANDIDATES": Layer("spots:200"),
            "FACILITIES": 6,
            "CURVE_TO": 2,
            "ALTERNATIVE_SETS": 0,
        },
        model_output="SITES",
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
