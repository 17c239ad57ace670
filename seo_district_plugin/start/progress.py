"""A bar in the desktop's message bar: how far it is, which step, and a way to stop."""

from __future__ import annotations

from qgis.core import Qgis
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QProgressBar, QPushButton

from ..texts import tr


class ProgressItem(QObject):
    """Closing the bar by its cross only hides it: the work goes on, and the task manager still shows it."""

    canceled = pyqtSignal()

    def __init__(self, message_bar, title: str) -> None:
        super().__init__()
        self._messages = message_bar
        self.item = message_bar.createMessage(title, "")
        self.progress = QProgressBar(self.item)
        self.progress.setRange(0, 100)
        self.progress.setMaximumWidth(260)
        button = QPushButton(tr("Cancel"), self.item)
        button.setObjectName("seo_district_cancel")
        button.clicked.connect(self.canceled)
        self.item.layout().addWidget(self.progress)
        self.item.layout().addWidget(button)
        message_bar.pushWidget(self.item, Qgis.MessageLevel.Info, 0)

    def show_progress(self, percent: float, title: str) -> None:
        """Set the bar and the name of the step."""
        if sip.isdeleted(self.item):
            return
        self.progress.setValue(int(percent))
        self.item.setText(title)

    def close(self) -> None:
        """Take the bar away, if the user has not."""
        if not sip.isdeleted(self.item):
            self._messages.popWidget(self.item)
