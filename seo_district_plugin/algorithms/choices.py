"""The combo box of a choice: shows translated labels, keeps the English id that models and scripts store."""

from __future__ import annotations

from processing.gui.wrappers import DIALOG_MODELER, WidgetWrapper
from qgis.core import (
    QgsProcessingModelChildParameterSource,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtWidgets import QComboBox


class ChoiceWidgetWrapper(WidgetWrapper):
    """Widget of an enum with static string ids; ``labels`` maps ids to what the user reads."""

    def createWidget(self, labels=None):  # noqa: N802
        combo = QComboBox()
        labels = labels or {}
        for word in self.parameterDefinition().options():
            combo.addItem(labels.get(word, word), word)
        if self.dialogType == DIALOG_MODELER:
            kinds = [QgsProcessingParameterEnum, QgsProcessingParameterString]
            for value in self.dialog.getAvailableValuesOfType(kinds, QgsProcessingOutputString):
                combo.addItem(self.dialog.resolveValueDescription(value), value)
        combo.currentIndexChanged.connect(lambda _index: self.widgetValueHasChanged.emit(self))
        return combo

    def setValue(self, value):  # noqa: N802
        # Not findData: it does not see that two model sources are equal.
        entries = (row for row in range(self.widget.count()) if self.widget.itemData(row) == value)
        index = next(entries, -1)
        if index < 0 and isinstance(value, QgsProcessingModelChildParameterSource):
            # For example an expression, which this box cannot make but must not lose either.
            self.widget.addItem(value.friendlyIdentifier(self.dialog.model), value)
            index = self.widget.count() - 1
        if index >= 0:
            self.widget.setCurrentIndex(index)

    def value(self):
        return self.widget.currentData()
