"""The combo box of a choice: shows translated labels, keeps the English id that models and scripts store."""

from __future__ import annotations

from processing.gui.wrappers import DIALOG_MODELER, WidgetWrapper
from qgis.core import QgsProcessingParameterEnum
from qgis.PyQt.QtWidgets import QComboBox


class ChoiceWidgetWrapper(WidgetWrapper):
    """Widget of an enum with static string ids; ``labels`` maps ids to what the user reads."""

    def createWidget(self, labels=None):  # noqa: N802
        combo = QComboBox()
        labels = labels or {}
        for word in self.parameterDefinition().options():
            combo.addItem(labels.get(word, word), word)
        if self.dialogType == DIALOG_MODELER:
            for value in self.dialog.getAvailableValuesOfType(QgsProcessingParameterEnum):
                combo.addItem(self.dialog.resolveValueDescription(value), value)
        combo.currentIndexChanged.connect(lambda _index: self.widgetValueHasChanged.emit(self))
        return combo

    def setValue(self, value):  # noqa: N802
        index = self.widget.findData(value)
        if index >= 0:
            self.widget.setCurrentIndex(index)

    def value(self):
        return self.widget.currentData()
