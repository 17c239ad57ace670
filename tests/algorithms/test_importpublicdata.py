"""Every layout of public file, as it is downloaded, becomes a layer without a hand being laid on it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from publicdata.samples import SAMPLES  # noqa: E402

SEOGU = (127.2781, 36.1833, 127.4033, 36.3736)
SEO = "POLYGON((127.2781 36.1833, 127.4033 36.1833, 127.4033 36.3736, 127.2781 36.3736, 127.2781 36.1833))"


@pytest.fixture(scope="session")
def district(qgis_app, tmp_path_factory):
    """The bounds of the district as a layer in a file."""
    import json

    path = tmp_path_factory.mktemp("district") / "구 경계.geojson"
    west, south, east, north = SEOGU
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    feature = {"type": "Feature", "properties": {"code": "30170"}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    return str(path)


class Imported:
    """What a run gave."""

    def __init__(self, results: dict, log: str, folder: Path) -> None:
        self.results, self.log, self.folder = results, log, folder

    def layer(self, name: str = "OUTPUT"):
        from qgis.core import QgsVectorLayer

        layer = QgsVectorLayer(self.results[name], name, "ogr")
        assert layer.isValid(), self.results[name]
        return layer

    def numbers(self) -> dict[str, int]:
        return {name: int(self.results[name]) for name in ("READ", "IMPORTED", "REJECTED_ROWS", "FILTERED")}

    def reasons(self) -> dict[str, int]:
        record = json.loads((self.folder / "out.run.json").read_text(encoding="utf-8"))
        found: dict[str, int] = {}
        for entry in record["inputs"]:
            for code, count in entry.get("reasons", {}).items():
                found[code] = found.get(code, 0) + count
        return found

    def schemas(self) -> set[str]:
        record = json.loads((self.folder / "out.run.json").read_text(encoding="utf-8"))
        return {entry["schema"] for entry in record["inputs"] if "schema" in entry}


class Log:
    """Collects everything a run says."""

    def __init__(self) -> None:
        from qgis.core import QgsProcessingFeedback

        self.lines: list[str] = []
        outer = self

        class Feedback(QgsProcessingFeedback):
            def pushInfo(self, text):  # noqa: N802
                outer.lines.append(text)

            def pushWarning(self, text):  # noqa: N802
                outer.lines.append(text)

            def reportError(self, text, fatalError=False):  # noqa: N802, N803
                outer.lines.append(text)

            def setProgressText(self, text):  # noqa: N802
                outer.lines.append(text)

        self.feedback = Feedback()


@pytest.fixture
def importing(provider, tmp_path):
    """Return a function that imports a path and gives the result."""
    from qgis.core import QgsApplication, QgsProcessingContext

    folder = tmp_path / "결과 out"

    def run(path, **settings) -> Imported:
        folder.mkdir(exist_ok=True)
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("seodistrict:importpublicdata")
        log, context = Log(), QgsProcessingContext()
        parameters = {"INPUT": str(path), "OUTPUT": str(folder / "out.gpkg"), "REJECTED": str(folder / "rejected.gpkg")}
        parameters.update(settings)
        problems = algorithm.checkParameterValues(parameters, context)
        if not problems[0]:
            raise RuntimeError(problems[1])
        results, ok = algorithm.run(parameters, context, log.feedback)
        if not ok:
            raise RuntimeError("\n".join(log.lines))
        run.alive = algorithm
        return Imported(results, "\n".join(log.lines), folder)

    return run


def accounted(done: Imported) -> None:
    """Rows read are all somewhere, and the layers hold what the numbers say."""
    from qgis.core import QgsVectorLayer

    numbers = done.numbers()
    assert numbers["READ"] == numbers["IMPORTED"] + numbers["REJECTED_ROWS"] + numbers["FILTERED"], numbers
    layers = done.results["LAYERS"]
    layers = layers if isinstance(layers, list) else [layers]
    assert sum(QgsVectorLayer(each, "x", "ogr").featureCount() for each in layers) == numbers["IMPORTED"]
    if done.results.get("REJECTED"):
        rejected = done.layer("REJECTED")
        assert rejected.featureCount() == numbers["REJECTED_ROWS"]
        assert all(feature["reason"] for feature in rejected.getFeatures())


@pytest.mark.parametrize("name", list(SAMPLES))
def test_each_layout_imports_without_editing(importing, district, tmp_path, name) -> None:
    sample = SAMPLES[name]
    path = sample.write(tmp_path)
    done = importing(path, DISTRICT=district)
    accounted(done)
    numbers = done.numbers()
    assert numbers["READ"] == sample.rows, done.log
    assert sample.schema in done.schemas(), done.log
    layer = done.layer()
    if layer.isSpatial():
        placed = sum(1 for feature in layer.getFeatures() if not feature.geometry().isNull())
        assert placed == sample.located, done.log
    else:
        assert sample.located == 0, done.log
        assert numbers["REJECTED_ROWS"] == sample.rejected, done.log
