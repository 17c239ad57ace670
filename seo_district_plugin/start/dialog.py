"""The question before the sample is made: what it is, where it goes, how long it takes."""

from __future__ import annotations

from pathlib import Path

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QStandardPaths, pyqtSignal
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout

from ..texts import tr
from .folder import MAP_FILE, folder_problem

FOLDER_NAME = "seo_district_sample"
WIDTH = 560


def default_folder() -> Path:
    """A folder of its own in the user's documents."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents or Path.home()) / FOLDER_NAME


class SampleDialog(QDialog):
    """Accepted: the sample is to be made. ``opened``: the map of an earlier one is to be shown, by its path."""

    opened = pyqtSignal(str)

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Start with the sample"))
        self.resize(WIDTH, 0)
        self.choice = QgsFileWidget(self)
        self.choice.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.choice.setFilePath(str(default_folder()))
        self.choice.fileChanged.connect(self._look)
        self.note = self._text("")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))
        self.earlier = self.buttons.addButton(tr("Open the earlier one"), QDialogButtonBox.ButtonRole.ActionRole)
        self.make = self.buttons.addButton(tr("Make the sample"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.make.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.earlier.clicked.connect(lambda: self.opened.emit(str(self.folder() / MAP_FILE)))
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(self._text(introduction()))
        place = QHBoxLayout()
        place.addWidget(QLabel(tr("Folder:"), self))
        place.addWidget(self.choice, 1)
        layout.addLayout(place)
        layout.addWidget(self.note)
        layout.addWidget(self.buttons)
        self._look()

    def folder(self) -> Path:
        """The folder that is named now."""
        return Path(self.choice.filePath().strip()).expanduser()

    def _text(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setWordWrap(True)
        return label

    def _look(self) -> None:
        """Say at once whether the folder will do."""
        folder = self.folder()
        problem = folder_problem(folder) if self.choice.filePath().strip() else tr("Name a folder.")
        made = not problem and (folder / MAP_FILE).is_file()
        again = tr("An earlier sample is there: what its folders 'sample' and 'results' hold is made anew.")
        self.note.setText(problem or (again if made else ""))
        self.note.setStyleSheet("color: #b00020" if problem else "")
        self.note.setVisible(bool(self.note.text()))
        self.earlier.setVisible(made)
        self.make.setEnabled(not problem)
        self.resize(self.width(), self.layout().totalHeightForWidth(self.width()))


def introduction() -> str:
    """What the sample is, as rich text."""
    seen = (
        tr("a small city of three dong: buildings, streets, schools, people and terrain, in groups and styled"),
        tr("a register of shops, read in from a file as a public-data portal gives it"),
        tr("where public notice boards suit best: each cell of 100 m with its score, and a report"),
    )
    listed = "".join(f"<li>{line}</li>" for line in seen)
    made_up = tr("A made-up district is written to a folder of your computer. It is synthetic: nothing in it is real.")
    after = tr("It takes about a minute. You can go on working; the map opens when it is ready.")
    return f"<p><b>{made_up}</b></p><p>{tr('You will see:')}</p><ul>{listed}</ul><p>{after}</p>"
