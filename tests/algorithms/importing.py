"""Runs of the import for its tests: files given in, layers, numbers, reasons and everything that was said given out."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

SEOGU = (127.2781, 36.1833, 127.4033, 36.3736)
"""West, south, east, north of the district in most of the tests."""

LICENSE_HEADER = (
    "개방자치단체코드,관리번호,인허가일자,영업상태명,상세영업상태코드,영업상태코드,사업장명,전화번호,도로명주소,지번주소,"
    "좌표정보(X),좌표정보(Y),데이터갱신시점"
)
"""Columns of a licensing file, enough of them for its kind to be known."""


def license_row(number: int, x: object, y: object, **more: str) -> list[str]:
    """A record for LICENSE_HEADER."""
    row = {
        "code": "3660000",
        "key": f"3660000-204-2019-{number:05d}",
        "date": "2019-03-14",
        "state": "영업/정상",
        "detail": "01",
        "status": "01",
        "name": f"가상상점 {number}",
        "phone": "042-000-0000",
        "road": f"대전광역시 서구 가상로 {number}",
        "lot": f"대전광역시 서구 둔산동 {number}-1",
        "x": str(x),
        "y": str(y),
        "updated": "2026-09-03 22:18:00",
    }
    if set(more) - set(row):
        raise KeyError(set(more) - set(row))
    return list({**row, **more}.values())


def table(header: str, rows: list[list[str]], encoding: str = "cp949", end: str = "\r\n") -> bytes:
    """A delimited text; no cell holds a comma or a line end."""
    return "".join(line + end for line in (header, *(",".join(row) for row in rows))).encode(encoding)


def places(count: int, bounds: tuple[float, float, float, float] = SEOGU) -> list[tuple[float, float]]:
    """Longitudes and latitudes well inside bounds, no two alike, always the same."""
    west, south, east, north = bounds
    spread = [((0.37 * i + 0.11) % 1.0, (0.61 * i + 0.23) % 1.0) for i in range(count)]
    return [(west + (0.1 + 0.8 * u) * (east - west), south + (0.1 + 0.8 * v) * (north - south)) for u, v in spread]


def projected(lon: float, lat: float, epsg: int) -> tuple[float, float]:
    """Easting and northing by PROJ itself, not by QGIS: the independent reference of all positions."""
    from osgeo import osr

    transforms = projected.__dict__.setdefault("transforms", {})
    if epsg not in transforms:
        source, target = osr.SpatialReference(), osr.SpatialReference()
        source.ImportFromEPSG(4326)
        target.ImportFromEPSG(epsg)
        for reference in (source, target):
            reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        transforms[epsg] = osr.CoordinateTransformation(source, target)
    x, y, _ = transforms[epsg].TransformPoint(lon, lat)
    return x, y


def district_file(path: Path, bounds: tuple[float, float, float, float] = SEOGU) -> str:
    """A district as a GeoJSON file: the rectangle of its bounds."""
    west, south, east, north = bounds
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    geometry = {"type": "Polygon", "coordinates": [ring]}
    feature = {"type": "Feature", "properties": {"code": "30170"}, "geometry": geometry}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    return str(path)


def license_file(path: Path, count: int = 12) -> Path:
    """A licensing file in EPSG:5174 whose records lie at :func:`places`, in this order."""
    spots = places(count)
    rows = [license_row(n, *map("{:.3f}".format, projected(*spot, 5174))) for n, spot in enumerate(spots)]
    path.write_bytes(table(LICENSE_HEADER, rows))
    return path


class Imported:
    """What a run gave."""

    def __init__(self, results: dict, log: str, folder: Path) -> None:
        self.results, self.log, self.folder = results, log, folder

    def layer(self, name: str = "OUTPUT"):
        """A written layer."""
        return opened(self.results[name])

    def layers(self) -> list:
        """All layers that hold imported rows."""
        found = self.results["LAYERS"]
        return [opened(each) for each in (found if isinstance(found, list) else [found])]

    def numbers(self) -> dict[str, int]:
        """Where the rows went."""
        return {name: int(self.results[name]) for name in ("READ", "IMPORTED", "REJECTED_ROWS", "FILTERED")}

    def record(self) -> dict:
        """The run record beside the output."""
        return json.loads(next(self.folder.glob("out*.run.json")).read_text(encoding="utf-8"))

    def reasons(self) -> dict[str, int]:
        """Codes of the reasons, as the run record has them, with their numbers."""
        found: Counter[str] = Counter()
        for entry in self.record()["inputs"]:
            found.update(entry.get("reasons", {}))
        return dict(found)

    def schemas(self) -> set[str]:
        """Ids of the kinds of file that were recognized."""
        return {entry["schema"] for entry in self.record()["inputs"] if "schema" in entry}

    def rejected(self) -> list[dict]:
        """Rows of REJECTED by field."""
        return rows_of(self.layer("REJECTED"))


def opened(destination: str):
    """A written layer as QGIS opens it."""
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(destination, "layer", "ogr")
    assert layer.isValid(), destination
    return layer


def rows_of(layer) -> list[dict]:
    """Attributes of all features; what is NULL is left out."""
    from qgis.core import NULL

    names = [field.name() for field in layer.fields()]
    return [
        {name: value for name, value in zip(names, feature.attributes()) if value is not None and value != NULL}
        for feature in layer.getFeatures()
    ]


class Importer:
    """Imports a path; results stand in ``folder`` as out.gpkg and rejected.gpkg."""

    def __init__(self, folder: Path, clear: Callable[[str], str]) -> None:
        self.folder, self.clear = folder, clear
        self._alive: list[object] = []

    def __call__(self, path: Path | str, **settings: object) -> Imported:
        """Import as the dialog does: what is checked before comes first; a failure is an error of the test."""
        problem, results, log = self.run(path, **settings)
        if problem:
            raise RuntimeError(f"{problem}\n{log}")
        return Imported(results, log, self.folder)

    def run(self, path: Path | str, **settings: object) -> tuple[str, dict, str]:
        """(why it failed, results, everything that was said); nothing is asserted. None takes a setting away."""
        from qgis.core import QgsApplication, QgsProcessingContext

        self.folder.mkdir(exist_ok=True, parents=True)
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("seodistrict:importpublicdata")
        context, log = QgsProcessingContext(), _log()
        self._alive += [algorithm, context]
        parameters = {"INPUT": str(path), "OUTPUT": str(self.folder / "out.gpkg")}
        parameters["REJECTED"] = str(self.folder / "rejected.gpkg")
        parameters.update(settings)
        parameters = {name: value for name, value in parameters.items() if value is not None}
        self.context = context
        checked, problem = algorithm.checkParameterValues(parameters, context)
        results, fine = algorithm.run(parameters, context, log)
        said = "\n".join(log.lines)
        if fine:
            assert checked, f"refused by the dialog, but it runs: {problem}"
            return "", results, said
        sentence = log.errors[-1] if log.errors else ""
        if not checked:
            assert problem == sentence, "the dialog and a script say the same"
        return sentence or "no error was told", {}, said

    def refused(self, path: Path | str, *words: str, **settings: object) -> str:
        """The sentence with which an import is refused: for people, with the words, and with nothing changed."""
        self.folder.mkdir(exist_ok=True, parents=True)
        for name in ("out.gpkg", "rejected.gpkg"):
            (self.folder / name).write_bytes(b"what was there before")
        before = everything(self.folder)
        problem, _results, log = self.run(path, **settings)
        assert problem, "it was imported"
        assert everything(self.folder) == before, "the old files stay, and nothing new is left behind"
        sentence = self.clear(problem)
        self.clear(log)
        for word in words:
            assert word in sentence, f"{word!r} is not in {sentence!r}"
        return sentence


def _log():
    """A feedback that keeps everything that is said, and errors apart."""
    from qgis.core import QgsProcessingFeedback

    class Log(QgsProcessingFeedback):
        def __init__(self) -> None:
            super().__init__(False)
            self.lines: list[str] = []
            self.errors: list[str] = []

        def pushInfo(self, text):
            self.lines.append(text)

        def pushWarning(self, text):
            self.lines.append(text)

        def reportError(self, text, fatalError=False):
            self.lines.append(text)
            self.errors.append(text)

        def setProgressText(self, text):
            self.lines.append(text)

    return Log()


def everything(folder: Path) -> dict[str, str]:
    """All files and folders below a folder, hidden ones included, with the md5 of each file."""
    return {
        str(path.relative_to(folder)): hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
        if path.is_file()
        else "folder"
        for path in sorted(folder.rglob("*"))
    }


def accounted(done: Imported) -> None:
    """Rows read are all somewhere, and the layers hold what the numbers say."""
    numbers = done.numbers()
    assert numbers["READ"] == numbers["IMPORTED"] + numbers["REJECTED_ROWS"] + numbers["FILTERED"], numbers
    assert sum(layer.featureCount() for layer in done.layers()) == numbers["IMPORTED"]
    if done.results.get("REJECTED"):
        rejected = done.layer("REJECTED")
        assert rejected.featureCount() == numbers["REJECTED_ROWS"]
        assert all(feature["reason"] for feature in rejected.getFeatures())


@contextlib.contextmanager
def in_language(code: str) -> Iterator[None]:
    """QGIS in another language for a while."""
    from qgis.PyQt.QtCore import QLocale

    from seo_district_plugin.texts import PACKAGE, install_translation
    from tools.lrelease import compile_all

    compile_all(PACKAGE / "i18n")
    before = QLocale()
    QLocale.setDefault(QLocale(code))
    install_translation()
    try:
        yield
    finally:
        QLocale.setDefault(before)
        install_translation()
