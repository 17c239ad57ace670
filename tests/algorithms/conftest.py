"""Small layers and tables, and the doors through which an algorithm is called, for the tests of the algorithms."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

PLACE = (234000.0, 416000.0)
"""Lower left corner of the test district in EPSG:5186, in Seo-gu, Daejeon."""

STRANGE = "한글 폴더 100% 'ein' \"zwei\" %d & (3)"
"""A folder name with everything that paths and data sources trip over."""


class Makers:
    """Makes layers around PLACE; sizes are in metres."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def layer(self, kind: str, rows: list, fields: tuple[str, ...] = (), crs="EPSG:5186", name="layer"):
        """A memory layer; each row is (WKT or None, value, value...), a field is ``name:type``."""
        from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

        uri = kind + (f"?crs={crs}" if crs else "?crs=") + "".join(f"&field={field}" for field in fields)
        layer = QgsVectorLayer(uri, name, "memory")
        assert layer.isValid()
        features = []
        for wkt, *values in rows:
            feature = QgsFeature(layer.fields())
            feature.setAttributes(values)
            if wkt is not None:
                feature.setGeometry(wkt if isinstance(wkt, QgsGeometry) else QgsGeometry.fromWkt(wkt))
            features.append(feature)
        assert layer.dataProvider().addFeatures(features)[0]
        layer.updateExtents()
        return layer

    def cells(self, side=4, name="places", crs="EPSG:5186", values: Callable[[int], list] | None = None):
        """side x side squares of 100 m with two numbers and a name: a rises, b falls."""
        rows = []
        for i in range(side * side):
            made = values(i) if values else [float(i), float(side * side - i), f"칸 {i}"]
            rows.append((square(100.0 * (i % side), 100.0 * (i // side), 100.0), *made))
        layer = self.layer("Polygon", rows, ("a:double", "b:double", "name:string"), name=name)
        return layer if crs == "EPSG:5186" else self.moved(layer, crs)

    def points(self, count=40, name="shops", crs="EPSG:5186"):
        """Points over the cells of :meth:`cells`, none near a border, with a number and a category."""
        rows = []
        for i in range(count):
            x, y = (37.0 * i) % 400.0, (61.0 * i) % 400.0
            x, y = x // 100 * 100 + 10 + 0.8 * (x % 100), y // 100 * 100 + 10 + 0.8 * (y % 100)
            rows.append((point(x, y), float(i), "ABC"[i % 3]))
        layer = self.layer("Point", rows, ("value:double", "kind:string"), name=name)
        return layer if crs == "EPSG:5186" else self.moved(layer, crs)

    def district(self, name="district", crs="EPSG:5186"):
        """One square of 1 km."""
        layer = self.layer("Polygon", [(square(0, 0, 1000.0), "구")], ("name:string",), name=name)
        return layer if crs == "EPSG:5186" else self.moved(layer, crs)

    def moved(self, layer, crs: str):
        """The same layer in another CRS."""
        from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsGeometry, QgsProject, QgsWkbTypes

        to = QgsCoordinateTransform(layer.crs(), QgsCoordinateReferenceSystem(crs), QgsProject.instance())
        rows = []
        for feature in layer.getFeatures():
            geometry = QgsGeometry(feature.geometry())
            geometry.transform(to)
            rows.append((geometry, *feature.attributes()))
        types = {"double": "double", "Real": "double"}
        fields = tuple(f"{field.name()}:{types.get(field.typeName(), field.typeName())}" for field in layer.fields())
        return self.layer(QgsWkbTypes.displayString(layer.wkbType()), rows, fields, crs, layer.name())

    def table(self, columns: str, *rows: str, name="table"):
        """A table of texts: ``make.table("field,weight", "a,1", "b,2")``; an empty cell is NULL."""
        fields = tuple(f"{column}:string" for column in columns.split(","))
        values = [(None, *(cell or None for cell in row.split(","))) for row in rows]
        return self.layer("None", values, fields, name=name)

    def file(self, layer, name: str) -> str:
        """The layer as a file in the folder of the test."""
        from qgis.core import QgsProject, QgsVectorFileWriter

        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = {".gpkg": "GPKG", ".shp": "ESRI Shapefile", ".csv": "CSV", ".geojson": "GeoJSON"}[
            path.suffix
        ]
        options.layerName = path.stem
        context = QgsProject.instance().transformContext()
        error, message, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), context, options)
        assert error == QgsVectorFileWriter.WriterError.NoError, message
        return str(path)


def square(x: float, y: float, size: float, *holes: str) -> str:
    """WKT of a square; x and y count from PLACE."""
    return f"Polygon ({ring(x, y, size)}{''.join(', ' + hole for hole in holes)})"


def ring(x: float, y: float, size: float) -> str:
    """A closed ring of a square, as it stands in WKT."""
    x, y = PLACE[0] + x, PLACE[1] + y
    return f"({x} {y}, {x + size} {y}, {x + size} {y + size}, {x} {y + size}, {x} {y})"


def point(x: float, y: float) -> str:
    """WKT of a point; x and y count from PLACE."""
    return f"Point ({PLACE[0] + x} {PLACE[1] + y})"


class Doors:
    """Calls an algorithm as the dialog and scripts do, and as a model does (which skips the first check)."""

    def __init__(self) -> None:
        self.log = ""

    def algorithm(self, name: str):
        """A fresh instance."""
        from qgis.core import QgsApplication

        return QgsApplication.processingRegistry().createAlgorithmById(f"seodistrict:{name}")

    def feedback(self):
        """Keeps all that is said, without HTML."""
        from qgis.core import QgsProcessingFeedback

        return QgsProcessingFeedback(False)

    def run(self, name: str, feedback=None, /, **parameters) -> dict:
        """processing.run; what was said stands in ``log`` afterwards."""
        import processing
        from qgis.core import QgsProcessingContext, QgsProject

        feedback = feedback or self.feedback()
        self.context = QgsProcessingContext()
        self.context.setProject(QgsProject.instance())
        try:
            return processing.run(
                f"seodistrict:{name}", with_output(name, parameters), feedback=feedback, context=self.context
            )
        finally:
            self.log = feedback.textLog()

    def check(self, name: str, **parameters) -> str:
        """What checkParameterValues says: the dialog's first look; empty when all is well."""
        from qgis.core import QgsProcessingContext, QgsProject

        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        fine, message = self.algorithm(name).checkParameterValues(with_output(name, parameters), context)
        assert fine == (not message)
        return message

    def refused(self, name: str, **parameters) -> str:
        """The sentence with which processing.run refuses, after seeing that it is one for people."""
        from qgis.core import QgsProcessingException

        with pytest.raises(QgsProcessingException) as caught:
            self.run(name, **parameters)
        return clear(str(caught.value))

    def refused_in_model(self, name: str, **parameters) -> str:
        """The sentence with which a model stops at this algorithm as its step."""
        from qgis.core import (
            QgsProcessingContext,
            QgsProcessingException,
            QgsProcessingModelAlgorithm,
            QgsProcessingModelChildAlgorithm,
            QgsProcessingModelChildParameterSource,
            QgsProject,
        )

        model = QgsProcessingModelAlgorithm("m", "g")
        child = QgsProcessingModelChildAlgorithm(f"seodistrict:{name}")
        child.setChildId("step")
        child.setDescription("step")
        context, project = QgsProcessingContext(), QgsProject()
        context.setProject(project)
        for key, value in with_output(name, parameters).items():
            values = value if isinstance(value, list) else [value]
            sources = []
            for item in values:
                if hasattr(item, "dataProvider"):
                    copy = item.clone()
                    project.addMapLayer(copy)
                    item = copy.id()
                sources.append(QgsProcessingModelChildParameterSource.fromStaticValue(item))
            child.addParameterSources(key, sources)
        model.addChildAlgorithm(child)
        feedback = errors_only()
        with pytest.raises(QgsProcessingException) as caught:
            model.create().run({}, context, feedback, {}, False)
        # What is refused while a step is prepared is only reported; the exception then names just the step.
        return clear("\n".join([*feedback.errors, str(caught.value)]))

    def refused_everywhere(self, name: str, *words: str, **parameters) -> None:
        """The dialog's check, a script and a model all say the same, and the words are in it."""
        said = [
            self.check(name, **parameters),
            self.refused(name, **parameters),
            self.refused_in_model(name, **parameters),
        ]
        for text in said:
            for word in words:
                assert word in clear(text), f"{word!r} is not in {text!r}"

    def refused_in_the_run(self, name: str, *words: str, **parameters) -> None:
        """What only the content of a table shows: a script and a model say it when they get there."""
        for text in (self.refused(name, **parameters), self.refused_in_model(name, **parameters)):
            for word in words:
                assert word in text, f"{word!r} is not in {text!r}"


def errors_only():
    """A feedback that collects what is reported as error."""
    from qgis.core import QgsProcessingFeedback

    class Errors(QgsProcessingFeedback):
        def __init__(self) -> None:
            super().__init__(False)
            self.errors: list[str] = []

        def reportError(self, error, fatalError=False) -> None:
            self.errors.append(error)

    return Errors()


OTHER_OUTPUTS = {
    "carecentersites": ("SITES",),
    "facilitylocation": ("SITES",),
    "mergeregisters": ("MERGED", "LINKS", "REVIEW"),
    "trainsusceptibility": ("SAMPLES",),
}
"""Main outputs of algorithms that have no OUTPUT."""


def with_output(name: str, parameters: dict) -> dict:
    """The parameters with a memory layer as the main output, unless one is named."""
    quick = {"DRAWS": 0} if name == "suitabilityscore" else {}
    outputs = OTHER_OUTPUTS.get(name, ("OUTPUT",))
    return {**dict.fromkeys(outputs, "TEMPORARY_OUTPUT"), **quick, **parameters}


def clear(text: str) -> str:
    """The text, when it is a sentence for people and no message of Python's or code of ours."""
    assert text.strip()
    for sign in (
        "Traceback",
        "Error:",
        "KeyError",
        "ValueError",
        "TypeError",
        "<class",
        "NoneType",
        " object at ",
        "Errno",
    ):
        assert sign not in text, text
    assert "{" not in text, text
    return text


@pytest.fixture
def make(qgis_app, tmp_path: Path) -> Makers:
    """Makers of layers; files go to the test's folder."""
    return Makers(tmp_path)


@pytest.fixture
def doors(provider) -> Doors:
    """The doors of the algorithms."""
    return Doors()


@pytest.fixture
def md5() -> Callable[[str | Path], str]:
    """md5 of a file."""
    return lambda path: hashlib.md5(Path(path).read_bytes(), usedforsecurity=False).hexdigest()


@pytest.fixture
def everything_in() -> Callable[[Path], dict[str, str]]:
    """All files and folders under a folder with the md5 of each file, hidden ones included."""

    def look(folder: Path) -> dict[str, str]:
        return {
            str(path.relative_to(folder)): hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
            if path.is_file()
            else "folder"
            for path in sorted(folder.rglob("*"))
        }

    return look


@pytest.fixture(name="square")
def square_fixture() -> Callable[..., str]:
    """WKT of a square."""
    return square


@pytest.fixture(name="ring")
def ring_fixture() -> Callable[..., str]:
    """Ring of a square for WKT."""
    return ring


@pytest.fixture
def strange() -> str:
    """A folder name with everything that paths and data sources trip over."""
    return STRANGE


@pytest.fixture
def importing(provider, tmp_path: Path):
    """Imports public data files into a folder of the test; see `importing.Importer`."""
    from tests.algorithms.importing import Importer

    return Importer(tmp_path / "결과 out", clear)


@pytest.fixture(scope="session")
def district(qgis_app, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The bounds of a district as a layer in a file, for the tests of the import."""
    from tests.algorithms.importing import district_file

    return district_file(tmp_path_factory.mktemp("district") / "구 경계.geojson")


@pytest.fixture(name="clear")
def clear_fixture() -> Callable[[str], str]:
    """The check that a text is a sentence for people."""
    return clear


@pytest.fixture
def to_korean(qgis_app) -> Iterator[Callable[[], None]]:
    """A function that switches QGIS to Korean; afterwards it is as it was."""
    from qgis.PyQt.QtCore import QLocale

    from seo_district_plugin.texts import PACKAGE, install_translation, language
    from tools.lrelease import compile_all

    before = QLocale()

    def switch() -> None:
        compile_all(PACKAGE / "i18n")
        QLocale.setDefault(QLocale("ko_KR"))
        assert language() == "ko" and install_translation()

    yield switch
    QLocale.setDefault(before)
    install_translation()


@pytest.fixture
def in_korean(to_korean) -> None:
    """QGIS in Korean for one test."""
    to_korean()
