"""The plugin's entry in the Plugins menu."""

from __future__ import annotations

import os
import time
from pathlib import Path

from qgis.core import Qgis, QgsProject, QgsReferencedRectangle
from qgis.PyQt.QtCore import QCoreApplication, QTimer, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QIcon
from qgis.PyQt.QtWidgets import QAction, QPushButton

from ..texts import PACKAGE, tr

ICON = PACKAGE / "resources" / "icons" / "provider.svg"
MARGIN = 1.15  # the message bar covers the upper edge of the map
PATIENCE = 10.0  # s


class Menu:
    """Plugins > City district: sites and risks; at most one sample is made at a time."""

    def __init__(self, iface) -> None:
        self.iface = iface
        self.name = tr("City district: sites and risks")
        self.action = QAction(QIcon(str(ICON)), tr("Start with the sample…"), iface.mainWindow())
        self.action.setObjectName("seo_district_start")
        self.action.triggered.connect(self.ask)
        iface.addPluginToMenu(self.name, self.action)
        self.dialog = None
        self.run = None
        self.bar = None

    def remove(self) -> None:
        """Take the menu out again; a sample that is being made is given up."""
        self.iface.removePluginMenu(self.name, self.action)
        if self.dialog is not None:
            self.dialog.close()
        self._cancel()
        until = time.monotonic() + PATIENCE  # its algorithms must not outlive the provider
        while self.run is not None and time.monotonic() < until:
            QCoreApplication.processEvents()
            time.sleep(0.02)
        self.action.deleteLater()

    def ask(self) -> None:
        """Show what will happen and where; not modal, so that the map can still be looked at."""
        from .dialog import SampleDialog

        if self.dialog is not None:
            self.dialog.close()
        self.dialog = SampleDialog(self.iface.mainWindow())
        self.dialog.accepted.connect(self._begin)
        self.dialog.opened.connect(self._show_map)
        self.dialog.show()

    def _begin(self) -> None:
        from .chain import SampleRun
        from .folder import prepare_folder

        folder = self.dialog.folder()
        if not self._left(folder):
            return
        try:
            prepare_folder(folder)
        except OSError as problem:
            self._failed(tr("{folder} cannot be written to: {reason}").format(folder=folder, reason=problem.strerror))
            return
        self.run = SampleRun(folder)
        self.run.done.connect(self._finished)
        self.run.failed.connect(self._failed)
        self.run.canceled.connect(self._stopped)
        self._show_progress()
        self.action.setEnabled(False)
        self.run.start()

    def _left(self, folder: Path) -> bool:
        """Close a project that shows the folder's layers, as Windows replaces no open files; False: it is to stay."""
        inside = Path(os.path.abspath(folder))
        sources = (layer.source().split("|")[0] for layer in QgsProject.instance().mapLayers().values())
        used = any(Path(os.path.abspath(source)).is_relative_to(inside) for source in sources)
        return self.iface.newProject(True) if used else True

    def _show_progress(self) -> None:
        from .progress import ProgressItem

        self.bar = ProgressItem(self.iface.messageBar(), tr("The sample is being made"))
        self.bar.canceled.connect(self._cancel)
        self.run.progressed.connect(self.bar.show_progress)

    def _cancel(self) -> None:
        if self.run is not None:
            self.run.cancel()

    def _ended(self) -> None:
        if self.bar is not None:
            self.bar.close()
        self.run = self.bar = None
        self.action.setEnabled(True)

    def _finished(self, path: str, seconds: float) -> None:
        self._ended()
        self._show_map(path, seconds)

    def _failed(self, reason: str) -> None:
        self._ended()
        self.iface.messageBar().pushMessage(tr("The sample was not made"), reason, Qgis.MessageLevel.Critical, 0)

    def _stopped(self) -> None:
        self._ended()
        self.iface.messageBar().pushMessage("", tr("The sample was canceled."), Qgis.MessageLevel.Info, 5)

    def _show_map(self, path: str, seconds: float = 0.0) -> None:
        """Open the project; one with changes is saved first, as QGIS asks it."""
        if self.dialog is not None:
            self.dialog.close()
        changed = QgsProject.instance().isDirty()
        if changed and not self.iface.newProject(True):
            text = tr("The sample map is ready: {path}").format(path=path)
            self._tell(text, tr("Open"), lambda: self._show_map(path))
            return
        if not self.iface.addProject(path):
            self._failed(tr("{path} cannot be opened.").format(path=path))
            return
        QTimer.singleShot(0, self._settle)  # the canvas gets its size only when it has come up
        report = Path(path).parent / "results" / "report.html"
        text = tr("Made-up district: nothing in it is real. The cells show where public notice boards suit best.")
        if seconds:
            text = f"{text} " + tr("Made in {seconds:.0f} s.").format(seconds=seconds)
        self._tell(text, tr("Show the report"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(report))))

    def _settle(self) -> None:
        """The whole district with a margin, and the legend of the result open: what is to be seen first."""
        project, canvas = QgsProject.instance(), self.iface.mapCanvas()
        view = project.viewSettings().defaultViewExtent()
        canvas.setReferencedExtent(QgsReferencedRectangle(view.scaled(MARGIN), view.crs()))
        canvas.refresh()
        groups = project.layerTreeRoot().findGroups()
        for leaf in groups[0].findLayers()[:1] if groups else []:
            leaf.setExpanded(True)
        project.setDirty(False)

    def _tell(self, text: str, label: str, action) -> None:
        item = self.iface.messageBar().createMessage(text)
        button = QPushButton(label, item)
        button.clicked.connect(action)
        item.layout().addWidget(button)
        self.iface.messageBar().pushWidget(item, Qgis.MessageLevel.Success, 0)
