"""A small made-up district that can be put anywhere in the world, in metres or in degrees, as files or in memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

# name: (metric CRS the district is laid out in, its center there, CRS the layers are stored in)
PLACES = {
    "daejeon": ("EPSG:5186", (234_000.0, 416_000.0), "EPSG:5186"),
    "leipzig": ("EPSG:25833", (317_500.0, 5_690_000.0), "EPSG:25833"),
    "leipzig_degrees": ("EPSG:25833", (317_500.0, 5_690_000.0), "EPSG:4326"),
    "cape_town": ("EPSG:32734", (262_000.0, 6_243_000.0), "EPSG:32734"),
    "santiago_degrees": ("EPSG:32719", (346_000.0, 6_297_000.0), "EPSG:4326"),
}
HALF = 1000.0
"""Half the side of the district, in metres."""

CELL = 200.0


class World:
    """The district at one place. Layers are asked for by name; the same name gives the same content each time."""

    def __init__(self, place: str, folder: Path) -> None:
        self.place = place
        self.folder = folder
        self.metric_crs, self.center, self.crs = PLACES[place]
        self._paths: dict[str, str] = {}

    def path(self, name: str) -> str:
        """The layer as a GeoPackage, with Hangul and blanks in its path."""
        if name not in self._paths:
            folder = self.folder / "자료 folder"
            folder.mkdir(exist_ok=True)
            kind, _, size = name.partition(":")
            if kind in RASTERS:
                self._paths[name] = RASTERS[kind](self, folder / f"{name}.tif", *([int(size)] if size else []))
            else:
                self._paths[name] = write(self.memory(name), folder / f"{name}.gpkg")
        return self._paths[name]

    def layer(self, name: str):
        """The file as a layer."""
        from qgis.core import QgsVectorLayer

        layer = QgsVectorLayer(self.path(name), name, "ogr")
        assert layer.isValid()
        return layer

    def memory(self, name: str):
        """The layer in memory. ``cells:60`` asks for 60 x 60 cells, ``shops:5000`` for 5,000 shops."""
        kind, _, size = name.partition(":")
        if kind in RASTERS:
            from qgis.core import QgsRasterLayer

            return QgsRasterLayer(self.path(name), name)
        return LAYERS[kind](self, name, *([int(size)] if size else []))

    def with_bait(self, name: str):
        """The layer in memory with its rows selected, beside as many copies of them that are not selected."""
        layer = self.memory(name)
        own = layer.allFeatureIds()
        copies = [_moved(feature) for feature in layer.getFeatures()]
        assert layer.dataProvider().addFeatures(copies)[0]
        layer.selectByIds(own)
        return layer

    def make(self, name: str, kind: str, fields: Sequence[str], rows: Sequence[Sequence]):
        """A memory layer of rows (geometry in local metres as WKT or None, values...)."""
        from qgis.core import (
            QgsCoordinateReferenceSystem,
            QgsCoordinateTransform,
            QgsCoordinateTransformContext,
            QgsFeature,
            QgsGeometry,
            QgsVectorLayer,
        )

        crs = "" if kind == "None" else f"crs={self.crs}&"
        layer = QgsVectorLayer(f"{kind}?{crs}" + "&".join(f"field={field}" for field in fields), name, "memory")
        assert layer.isValid(), name
        transform = QgsCoordinateTransform(
            QgsCoordinateReferenceSystem(self.metric_crs),
            QgsCoordinateReferenceSystem(self.crs),
            QgsCoordinateTransformContext(),
        )
        features = []
        for wkt, *values in rows:
            feature = QgsFeature(layer.fields())
            feature.setAttributes(values)
            if wkt is not None:
                geometry = QgsGeometry.fromWkt(wkt)
                geometry.translate(*self.center)
                if self.crs != self.metric_crs:
                    geometry.transform(transform)
                feature.setGeometry(geometry)
            features.append(feature)
        assert layer.dataProvider().addFeatures(features)[0], name
        layer.updateExtents()
        return layer


def write(layer, path: Path, driver: str = "GPKG") -> str:
    """Write a layer to a file."""
    from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter

    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = driver
    options.fileEncoding = "UTF-8"
    problem, text, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(path), QgsCoordinateTransformContext(), options
    )
    assert problem == QgsVectorFileWriter.WriterError.NoError, text
    return str(path)


def _moved(feature):
    """A copy that lies a little aside."""
    from qgis.core import QgsFeature

    copy = QgsFeature(feature)
    geometry = copy.geometry()
    if not geometry.isNull():
        box = geometry.boundingBox()
        geometry.translate(max(box.width(), 1e-5) * 0.3, 0.0)
        copy.setGeometry(geometry)
    return copy


def _box(x: float, y: float, size: float) -> str:
    corners = [(x, y), (x + size, y), (x + size, y + size), (x, y + size), (x, y)]
    return "Polygon((" + ", ".join(f"{a:.3f} {b:.3f}" for a, b in corners) + "))"


def _point(xy: np.ndarray) -> str:
    return f"Point({xy[0]:.3f} {xy[1]:.3f})"


def _district(world: World, name: str):
    left = "Polygon((-1000 -1000, 40 -1000, -30 0, 20 1000, -900 1000, -1000 600, -1000 -1000))"
    right = "Polygon((40 -1000, 1000 -1000, 1000 900, 20 1000, -30 0, 40 -1000))"
    rows = [(left, "A01", "서쪽동", 10), (right, "B02", "동쪽동", 20)]
    return world.make(name, "Polygon", ["zone_code:string(20)", "dong:string(40)", "people:integer"], rows)


def _cells(world: World, name: str, side: int = 10, shift: float = 0.0):
    """Cells as districtgrid and zonefeatures leave them."""
    random = np.random.default_rng(7)
    size = 2 * HALF / side
    fields = ["id:integer", "code:string(20)", "x:double", "y:double", "area_m2:double", "share:double"]
    fields += ["zone:string(20)", "stores:double", "flow:double", "road_near:double"]
    rows = []
    for row in range(side):
        for column in range(side):
            x, y = -HALF + column * size + shift, -HALF + row * size + shift
            near = float(np.hypot(x + size / 2 - 300, y + size / 2 - 200))
            values = random.random(2)
            flow = None if (row, column) == (1, 2) else round(50 + 900 * values[1], 2)
            stores = round(40 * np.exp(-near / 500) + 5 * values[0], 3)
            number = row * side + column + 1
            zone = "A01" if column < side / 2 else "B02"
            rows.append(
                (_box(x, y, size), number, f"c{number}", x, y, size**2, 1.0, zone, stores, flow, round(abs(y), 1))
            )
    return world.make(name, "Polygon", fields, rows)


def _shifted(world: World, name: str):
    return _cells(world, name, shift=CELL / 2)


def _shops(world: World, name: str, count: int = 240):
    random = np.random.default_rng(11)
    xy = np.clip(random.normal((300, 200), 450, (count, 2)), -HALF + 1, HALF - 1)
    industries = ["음식", "소매", "의료", "교육"]
    rows = [
        (_point(point), industries[i % 4], "A01" if point[0] < 0 else "B02", float(i % 17))
        for i, point in enumerate(xy)
    ]
    return world.make(name, "Point", ["industry:string(20)", "zone_code:string(20)", "sales:double"], rows)


def _register(world: World, name: str, count: int = 300):
    """A register of street lights with some of every kind of fault."""
    random = np.random.default_rng(17)
    xy = random.uniform(-HALF + 50, HALF - 50, (count, 2))
    rows = []
    for i, point in enumerate(xy):
        where = np.array([3000.0, 100.0]) if i == 7 else point
        watts = 5000.0 if i == 11 else float(40 + 5 * (i % 9) + round(float(random.random()), 3))
        checked = {13: "2025-02-30", 14: "2019. 3. 1."}.get(i, f"2025-{1 + i % 12:02d}-{1 + i % 28:02d}")
        number = f"L-{i - 1 if i == 20 else i:06d}"
        place = "¼­±¸ Áß¾Ó·Î" if i == 31 else f"{i % 40}번 가로등"
        rows.append((_point(where), number, place, watts, checked, None if i % 50 == 0 else "A01"))
    fields = ["mng_no:string(20)", "place:string(40)", "watts:double", "checked:string(20)", "zone_code:string(20)"]
    return world.make(name, "Point", fields, rows)


def _schools(world: World, name: str):
    spots = [(-600, -500), (-200, 400), (350, 250), (700, -300), (500, 700)]
    rows = [(_point(np.array(spot, dtype=float)), f"학교 {i}", 100 * (i + 1)) for i, spot in enumerate(spots)]
    return world.make(name, "Point", ["name:string(40)", "students:integer"], rows)


def _bikes(world: World, name: str):
    xy = np.random.default_rng(13).uniform(-900, 900, (12, 2))
    return world.make(name, "Point", ["name:string(40)"], [(_point(p), f"대여소 {i}") for i, p in enumerate(xy)])


def _spots(world: World, name: str, count: int = 14):
    """Where something could be opened: an id, what it is called, rent and room."""
    xy = np.random.default_rng(23).uniform(-950, 950, (count, 2))
    rows = [(_point(p), f"S{i}", f"빈 점포 {i}", 10.0 + i % 5, 400.0 + 50 * (i % 3)) for i, p in enumerate(xy)]
    fields = ["id:string(10)", "name:string(40)", "rent:double", "room:double"]
    return world.make(name, "Point", fields, rows)


def _roads(world: World, name: str):
    rows = [(f"LineString(-1000 {y}, 0 {y + 30}, 1000 {y})", f"{y}로") for y in (-600, 0, 450)]
    rows += [(f"LineString({x} -1000, {x + 20} 1000)", f"{x}길") for x in (-500, 300)]
    return world.make(name, "LineString", ["name:string(40)"], rows)


def _alleys(world: World, name: str, lines: int = 14):
    """Streets that cross without nodes: one is a bridge, one is closed."""
    random = np.random.default_rng(31)
    rows = []
    for i, at in enumerate(np.linspace(-HALF + 20, HALF - 20, lines)):
        a, b = random.normal(0, 200 / lines, 2)
        end = HALF - 10 - 250 * (i % 3)
        rows.append((f"LineString({-HALF + 10} {at:.2f}, 0 {at + a:.2f}, {end:.2f} {at:.2f})", f"{i}로", "", ""))
        bridge, closed = "yes" if i == 3 else "no", "yes" if i == 5 else ""
        rows.append(
            (f"LineString({at:.2f} {-HALF + 10}, {at + b:.2f} 0, {at:.2f} {end:.2f})", f"{i}길", bridge, closed)
        )
    return world.make(name, "LineString", ["name:string(40)", "bridge:string(5)", "closed:string(5)"], rows)


def _parks(world: World, name: str):
    rows = [(_box(-700, -200, 350), "동네공원", 4), (_box(400, 400, 500), "Stadtpark", 9)]
    return world.make(name, "Polygon", ["name:string(40)", "trees:integer"], rows)


def _asked(world: World, name: str):
    rows = [("Point(310 210)", "시장 앞"), ("Point(-750 -750)", "why not here?"), ("Point(0 0)", "center")]
    return world.make(name, "Point", ["question:string(40)"], rows)


def _flow(world: World, name: str):
    rows = [(None, "A01", 1200.5), (None, "B02", 3400.0), (None, "A01", 1300.5), (None, "ZZZ", 1.0)]
    return world.make(name, "None", ["zone:string(20)", "pop_month_avg:double"], rows)


def _recipe(world: World, name: str):
    rows = [
        (None, "#1", None, "count", "0", "shops_in", None),
        (None, "#1", None, "kernel_quartic", "300", "shops_q", None),
        (None, "#1", "industry", "shannon", "300", "mix", None),
        (None, "#1", "sales", "sum", "0", "sales", "zone_code"),
        (None, "#1", None, "network_distance", None, "shops_walk", None),
        (None, None, None, "reach_length", "400", "reach", None),
        (None, "#2", None, "length", "0", "roads", None),
        (None, "#2", None, "nearest", None, "road_dist", None),
        (None, "#3", None, "share", "0", "parks", None),
        (None, "#4", "pop_month_avg", "mean", "0", "people", "zone"),
    ]
    fields = [f"{column}:string(40)" for column in ("layer", "field", "measure", "radius", "name", "zone_field")]
    return world.make(name, "None", fields, rows)


def _criteria(world: World, name: str):
    rows = [
        (None, "stores", 3.0, "benefit", "percentile", None, None),
        (None, "flow", 2.0, "benefit", "linear", 0.0, 1000.0),
        (None, "road_near", 1.0, "cost", "linear", 0.0, 900.0),
    ]
    fields = ["field:string(40)", "weight:double", "direction:string(20)", "transform:string(20)"]
    return world.make(name, "None", [*fields, "low:double", "high:double"], rows)


def _residents(world: World, name: str):
    """Residents by five years of age as text, one count hidden; a total and a zone that is nowhere."""
    ages = [f"{low}~{low + 4}세" for low in range(0, 100, 5)] + ["100세 이상"]
    fields = ["zone_code:string(20)", "총인구수:string(20)", *(f"{age}:string(20)" for age in ages)]
    people = {"A01": list(range(20, 41)), "B02": [30, 31, 3, *range(33, 51)], "C03": [5] * 21}
    people["합계"] = [sum(column) for column in zip(*people.values())]
    rows = [[None, code, f"{sum(values):,}", *map(str, values)] for code, values in people.items()]
    rows[1][5] = "*"
    return world.make(name, "None", fields, rows)


def _years_of_age(world: World, name: str):
    return world.make(name, "None", ["age:integer", "share:double"], [(None, age, 200.0 - age) for age in range(101)])


def _houses(world: World, name: str):
    rows = []
    for number in range(60):
        x, y = -900 + 30.0 * number, -600 + 20.0 * (number % 2)
        rows.append((_box(x, y, 12), _pnu(number), "", 144.0))
    return world.make(name, "Polygon", ["pnu:string(19)", "block_nm:string(20)", "arch_area:double"], rows)


def _entrances(world: World, name: str):
    fields = ["sido:string(20)", "sgg:string(20)", "emd:string(20)", "road:string(40)", "bld_main:integer"]
    rows = [
        (f"Point({-894 + 30.0 * number} {-594 + 20.0 * (number % 2)})", "대전광역시", "서구", "가상동", "가상로",
         number + 1, f"{_pnu(number)}000001")
        for number in range(60)
    ]  # fmt: skip
    return world.make(name, "Point", [*fields, "bld_mng:string(25)"], rows)


def _lots(world: World, name: str):
    rows = [(_box(-902 + 30.0 * number, -602 + 20.0 * (number % 2), 16), _pnu(number)) for number in range(60)]
    return world.make(name, "Polygon", ["pnu:string(19)"], rows)


def _pnu(number: int) -> str:
    return f"30170101001{number + 1:04d}0000"


def _addresses(world: World, name: str, count: int = 80):
    fields = ["shop:string(20)", "road_addr:string(80)", "lot_addr:string(80)", "pnu:string(19)", "opened:integer"]
    rows = []
    for at in range(count):
        number = at % 75 + 1  # those above 60 are not in the reference
        road = f"대전 서구 가상로 {number}, {at % 9 + 1}층 (가상동)" if at % 3 else None
        lot = f"대전광역시 서구 가상동 {number}번지" if at % 4 == 0 else None
        rows.append((None, f"가게 {at}", road, lot, _pnu(number - 1) if at % 5 == 0 else None, 2000 + at % 20))
    return world.make(name, "None", fields, rows)


_TRADES = ("분식", "카페", "약국", "학원", "미용실", "세탁소", "노래방", "서점")
_WORDS = (
    "하늘",
    "가람",
    "누리",
    "새봄",
    "다올",
    "라온",
    "마루",
    "바른",
    "사랑",
    "아람",
    "자연",
    "차오름",
    "푸른",
    "한빛",
)


def _business(number: int) -> tuple[str, str, str, np.ndarray]:
    """Name, address, phone and place of a made-up business; some names repeat elsewhere."""
    word = _WORDS[number % len(_WORDS)] + _WORDS[(number * 5 + number // 14) % len(_WORDS)]
    name = f"{word}{_TRADES[number % len(_TRADES)]}"
    street, house = ("가상로", "누리길", "한빛로")[number % 3], 1 + number // 3
    place = np.array([-900 + 37.0 * (number % 48), -900 + 61.0 * (number // 48 % 29)])
    return (
        name,
        f"대전광역시 서구 {street} {house} (가상동)",
        f"042-{400 + number % 500}-{1000 + number * 7 % 9000}",
        place,
    )


def _licences(world: World, name: str, count: int = 160):
    """A register by date of licence; some businesses have closed, some lie nowhere."""
    rows = []
    for number in range(count):
        title, address, phone, place = _business(number)
        closed = f"2021-{1 + number % 12:02d}-15" if number % 11 == 0 else None
        where = None if number % 17 == 0 else _point(place)
        status = "03" if closed else "01"
        rows.append((where, f"A{number:05d}", f"(주){title}" if number % 5 == 0 else title, address, phone,
                     f"{2000 + number % 20}-03-01", closed, status, "일반음식점"))  # fmt: skip
    fields = ["mng_no:string(20)", "biz_name:string(60)", "road_addr:string(80)", "phone:string(20)",
              "permit_dt:string(10)", "close_dt:string(10)", "status:string(2)", "biz_kind:string(20)"]  # fmt: skip
    return world.make(name, "Point", fields, rows)


def _storelist(world: World, name: str, count: int = 160):
    """Half of the same businesses in other words, and others."""
    rows = []
    for number in range(count // 2, count + count // 2):
        title, address, phone, place = _business(number)
        branch = "가상점" if number % 4 == 0 else None
        said = title[:-1] if number % 9 == 0 else title
        near = place + [3.0 * (number % 3), -2.0 * (number % 4)]
        rows.append((_point(near), f"S{number:06d}", said, branch, address.replace("대전광역시", "대전"),
                     phone.replace("-", "") if number % 3 else None, "한식", str(1 + number % 3)))  # fmt: skip
    fields = ["store_id:string(20)", "name:string(60)", "branch:string(20)", "road_addr:string(80)",
              "phone:string(20)", "cat3:string(20)", "floor:string(5)"]  # fmt: skip
    return world.make(name, "Point", fields, rows)


def _decisions(world: World, name: str):
    """What somebody has said of pairs of the two registers above."""
    rows = [(None, "licences", str(a + 1), "storelist", str(b + 1), word)
            for a, b, word in ((80, 0, "same"), (81, 1, "same"), (82, 5, "different"), (83, 3, None))]  # fmt: skip
    fields = [f"{field}:string(40)" for field in ("register_a", "source_id_a", "register_b", "source_id_b", "decision")]
    return world.make(name, "None", fields, rows)


def _steep(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Degrees of slope at local metres; hills of some 200 m with smaller ones on them."""
    return 20 + 9 * np.sin(x / 160) * np.cos(y / 210) + 3 * np.sin(x / 31 + 1) * np.sin(y / 27)


def _wet(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    return 6 + 3 * np.cos(y / 240 + x / 500) + np.sin(x / 45) * np.cos(y / 38)


def _slides(world: World, name: str, count: int = 200):
    """Places that were looked at: where it slid, where not, and in which storm."""
    random = np.random.default_rng(23)
    xy = random.uniform(-HALF + 40, HALF - 40, (count, 2))
    odds = 0.2 * (_steep(*xy.T) - 20) + 0.5 * (_wet(*xy.T) - 6)
    slid = random.random(count) < 1 / (1 + np.exp(-odds))
    rows = [(_point(point), int(happened), 2018 + i % 4) for i, (point, happened) in enumerate(zip(xy, slid))]
    return world.make(name, "Point", ["slide:integer", "storm:integer"], rows)


def _traces(world: World, name: str):
    """Traces of flooding: long strips, each as wide as some cells."""
    strips = [(-900, 410), (-700, -330), (-300, 80), (-650, -800), (-120, 700), (-400, -560)]
    rows = [
        (f"Polygon(({x} {y}, {x + 1000} {y + 90}, {x + 1000} {y + 140}, {x} {y + 50}, {x} {y}))", 2019 + i % 3)
        for i, (x, y) in enumerate(strips)
    ]
    return world.make(name, "Polygon", ["year:integer"], rows)


def _terrain(world: World, path: Path, side: int = 100) -> str:
    """A GeoTIFF of two described bands in the CRS of the layers, and a corner without values."""
    from osgeo import gdal, osr
    from qgis.core import (
        QgsCoordinateReferenceSystem,
        QgsCoordinateTransform,
        QgsCoordinateTransformContext,
        QgsRectangle,
    )

    metric, stored = QgsCoordinateReferenceSystem(world.metric_crs), QgsCoordinateReferenceSystem(world.crs)
    to = QgsCoordinateTransform(metric, stored, QgsCoordinateTransformContext())
    middle = np.array(world.center)
    box = to.transformBoundingBox(QgsRectangle(*(middle - HALF), *(middle + HALF)))
    data = gdal.GetDriverByName("GTiff").Create(str(path), side, side, 2, gdal.GDT_Float32)
    wide, high = box.width() / side, box.height() / side
    data.SetGeoTransform((box.xMinimum(), wide, 0, box.yMaximum(), 0, -high))
    reference = osr.SpatialReference()
    reference.SetFromUserInput(world.crs)
    data.SetProjection(reference.ExportToWkt())
    row, column = np.divmod(np.arange(side * side), side)
    x, y = box.xMinimum() + (column + 0.5) * wide, box.yMaximum() - (row + 0.5) * high
    if world.crs != world.metric_crs:
        back = QgsCoordinateTransform(stored, metric, QgsCoordinateTransformContext())
        x, y = np.array([[place.x(), place.y()] for place in map(back.transform, x.tolist(), y.tolist())]).T
    x, y = x - middle[0], y - middle[1]
    nothing = (x > 900) & (y > 900)
    for number, (band_name, values) in enumerate((("slope", _steep(x, y)), ("wet", _wet(x, y))), start=1):
        band = data.GetRasterBand(number)
        band.SetNoDataValue(-9999)
        band.SetDescription(band_name)
        band.WriteArray(np.where(nothing, -9999, values).reshape(side, side).astype(np.float32))
    return str(path)


RASTERS: dict[str, Callable] = {"terrain": _terrain}

LAYERS: dict[str, Callable] = {
    "licences": _licences,
    "storelist": _storelist,
    "decisions": _decisions,
    "slides": _slides,
    "traces": _traces,
    "district": _district,
    "cells": _cells,
    "shifted": _shifted,
    "shops": _shops,
    "register": _register,
    "schools": _schools,
    "bikes": _bikes,
    "spots": _spots,
    "roads": _roads,
    "alleys": _alleys,
    "parks": _parks,
    "asked": _asked,
    "flow": _flow,
    "addresses": _addresses,
    "entrances": _entrances,
    "houses": _houses,
    "lots": _lots,
    "recipe": _recipe,
    "criteria": _criteria,
    "residents": _residents,
    "years_of_age": _years_of_age,
}
