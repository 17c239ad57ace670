"""The packaged models: chains of this provider's own algorithms, shown in the toolbox beside them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsProcessingModelAlgorithm,
    QgsProcessingParameterField,
    QgsProcessingParameterVectorLayer,
)
from qgis.PyQt.QtGui import QIcon

from ..texts import PACKAGE, language, tr
from .help import HelpPage, help_page

FOLDER = PACKAGE / "resources" / "models"


class PackagedModel(QgsProcessingModelAlgorithm):
    """A model file with a stable id (its file name) and a title, help and labels in the user's language."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        if not self.fromFile(str(path)):
            raise ValueError(f"{path.name} is not a model")
        self._label()

    @property
    def page(self) -> HelpPage:
        """The help page in the user's language."""
        return help_page(self._path.stem, language())

    def _label(self) -> None:
        """Texts of the help page; what has a default and what is optional waits under 'advanced'."""
        for definition in self.parameterDefinitions():
            entry = self.page.entries.get(definition.name().upper())
            if entry is not None:
                definition.setDescription(entry.label)
                definition.setHelp("\n".join(part for part in (entry.text, entry.without_sentence) if part))
            optional = definition.flags() & Qgis.ProcessingParameterFlag.Optional
            if optional or (definition.defaultValue() is not None and not definition.isDestination()):
                definition.setFlags(definition.flags() | Qgis.ProcessingParameterFlag.Advanced)
        for output in self.outputDefinitions():
            entry = self.page.entries.get(output.name().upper())
            if entry is not None:
                output.setDescription(entry.label)

    def name(self) -> str:
        return self._path.stem

    def displayName(self) -> str:  # noqa: N802
        return self.page.title

    def groupId(self) -> str:  # noqa: N802
        return "models"

    def group(self) -> str:
        return tr("7 Ready-made chains")

    def shortDescription(self) -> str:  # noqa: N802
        return self.page.summary

    def shortHelpString(self) -> str:  # noqa: N802
        if QgsApplication.platform() == "qgis_process":
            return self.page.text  # the command line lists the parameters with their help itself
        parts = [self.page.text]
        for definition in self.parameterDefinitions():
            parts.append(f"{definition.description()} [{definition.name()}]: {definition.help()}".strip())
        return "\n".join(part for part in parts if part)

    def tags(self) -> list[str]:
        return self.page.tags

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:  # noqa: N802
        return str(PACKAGE / "resources" / "icons" / "provider.svg")

    def checkParameterValues(self, parameters: dict, context) -> tuple[bool, str]:  # noqa: N802
        """QGIS lets any vector layer and any field name pass; a step would refuse them only when its turn comes."""
        fine, message = super().checkParameterValues(parameters, context)
        if not fine:
            return fine, message
        problem = next(self._problems(parameters, context), "")
        return not problem, problem

    def _problems(self, parameters: dict, context) -> Iterator[str]:
        from .checks import field_problems, source_problems

        for definition in self.parameterDefinitions():
            if isinstance(definition, QgsProcessingParameterVectorLayer):
                yield from source_problems(self, definition, parameters, context)
            elif isinstance(definition, QgsProcessingParameterField):
                yield from field_problems(self, definition, parameters, context)

    def createInstance(self) -> PackagedModel:  # noqa: N802
        return PackagedModel(self._path)


def packaged_models() -> list[PackagedModel]:
    """All models shipped with the plugin."""
    return [PackagedModel(path) for path in sorted(FOLDER.glob("*.model3"))]
