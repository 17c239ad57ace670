"""The provider: which algorithms and packaged models there are. Listing them imports nothing heavy."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .algorithms import ALGORITHMS
from .algorithms.models import packaged_models
from .texts import PACKAGE, plugin_metadata, tr

ICON = PACKAGE / "resources" / "icons" / "provider.svg"


class SeoDistrictProvider(QgsProcessingProvider):
    """Site selection and risk mapping for a city district."""

    def id(self) -> str:
        return "seodistrict"

    def name(self) -> str:
        return tr("City district: sites and risks")

    def longName(self) -> str:  # noqa: N802
        return self.name()

    def versionInfo(self) -> str:  # noqa: N802
        return plugin_metadata().get("version", "")

    def icon(self) -> QIcon:
        return QIcon(str(ICON))

    def svgIconPath(self) -> str:  # noqa: N802
        return str(ICON)

    def loadAlgorithms(self) -> None:  # noqa: N802
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
        for model in packaged_models():
            self.addAlgorithm(model)
