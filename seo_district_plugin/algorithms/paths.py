"""The box for a file or a folder: a line to type in, and a button for each."""

from __future__ import annotations

from processing.gui.wrappers import DIALOG_MODELER, WidgetWrapper
from qgis.core import (
    QgsProcessingModelChildParameterSource,
    QgsProcessingOutputFile,
    QgsProcessingOutputFolder,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QToolButton, QWidget

from ..texts import tr


class PathWidgetWrapper(WidgetWrapper):
    """Widget of a file parameter that takes a folder too; in the modeler also a value of the model."""

    def createWidget(self):  # noqa: N802
        if self.dialogType == DIALOG_MODELER:
            return self._model_box()
        self._line = QLineEdit()
        self._line.textChanged.connect(lambda _text: self.widgetValueHasChanged.emit(self))
        widget = QWidget()
        layout = QHBoxLayout(widget)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._line)
        for text, choose in ((tr("File…"), self._choose_file), (tr("Folder…"), self._choose_folder)):
            button = QToolButton()
            button.setText(text)
            button.clicked.connect(choose)
            layout.addWidget(button)
        return widget

    def _model_box(self) -> QComboBox:
        box = QComboBox()
        box.setEditable(True)
        kinds = [QgsProcessingParameterFile, QgsProcessingParameterString]
        outputs = [QgsProcessingOutputFile, QgsProcessingOutputFolder, QgsProcessingOutputString]
        for value in self.dialog.getAvailableValuesOfType(kinds, outputs):
            box.addItem(self.dialog.resolveValueDescription(value), value)
        box.setEditText("")
        return box

    def _choose_file(self) -> None:
        path, _filter = QFileDialog.getOpenFileName(self.widget, self.parameterDefinition().description(), self.value())
        self._set(path)

    def _choose_folder(self) -> None:
        self._set(QFileDialog.getExistingDirectory(self.widget, self.parameterDefinition().description(), self.value()))

    def _set(self, path: str) -> None:
        if path:
            self._line.setText(path)

    def setValue(self, value):  # noqa: N802
        if self.dialogType != DIALOG_MODELER:
            self._line.setText("" if value is None else str(value))
            return
        rows = range(self.widget.count())
        index = next((row for row in rows if self.widget.itemData(row) == value), -1)
        if index >= 0:
            self.widget.setCurrentIndex(index)
        elif isinstance(value, QgsProcessingModelChildParameterSource):
            self.widget.addItem(value.friendlyIdentifier(self.dialog.model), value)
            self.widget.setCurrentIndex(self.widget.count() - 1)
        else:
            self.widget.setEditText("" if value is None else str(value))

    def value(self):
        if self.dialogType != DIALOG_MODELER:
            return self._line.text().strip()
        index = self.widget.findText(self.widget.currentText())
        chosen = self.widget.itemData(index) if index >= 0 else None
        return chosen if chosen is not None else self.widget.currentText().strip()
