"""The sample from nothing to a map: three algorithms one after the other, each a background task, then the project."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsTask,
)
from qgis.PyQt.QtCore import QObject, Qt, QTimer, pyqtSignal

from ..texts import tr
from .folder import MAP_FILE, RESULTS, SAMPLE

SHOPS = "3_"  # how the folder of the shop register begins, among the raw files
MAIN_ROADS = "\"class\" IN ('arterial', 'collector')"

QUEUED = Qt.ConnectionType.QueuedConnection  # told in the thread of the algorithm, heard in the main thread


@dataclass(frozen=True)
class Step:
    """One algorithm of the provider with its settings; ``until``: percent of the whole when it is done."""

    title: str
    algorithm: str
    settings: dict
    until: float


def sample_step(folder: Path) -> Step:
    """The district itself."""
    settings = {"PRESET": "tiny", "CASE": "rich", "RAW": True, "FOLDER": str(folder / SAMPLE)}
    return Step(tr("Making the district"), "sampledistrict", settings, 45.0)


def import_step(folder: Path) -> Step:
    """The register of shops, from the file as it was downloaded to a layer."""
    raw = next(path for path in sorted((folder / SAMPLE / "raw").iterdir()) if path.name.startswith(SHOPS))
    settings = {
        "INPUT": str(raw),
        "DISTRICT": _layer(folder, "dong"),
        "OUTPUT": str(folder / RESULTS / "stores.gpkg"),
        "REPORT": str(folder / RESULTS / "import_report.html"),
    }
    return Step(tr("Reading in the register of shops"), "importpublicdata", settings, 65.0)


def chain_step(folder: Path) -> Step:
    """Grid, features and score by the packaged model."""
    settings = {
        "district": _layer(folder, "dong"),
        "zone_field": "dong_cd",
        "stores": str(folder / RESULTS / "stores.gpkg"),
        "schools": _layer(folder, "schools"),
        "bikes": _layer(folder, "bikes"),
        "roads": _layer(folder, "streets") + f"|subset={MAIN_ROADS}",
        "flow": _layer(folder, "floating"),
        "suitability": str(folder / RESULTS / "suitability.gpkg"),
        "criteria": str(folder / RESULTS / "criteria.csv"),
        "report": str(folder / RESULTS / "report.html"),
    }
    return Step(tr("Scoring places for public notice boards"), "noticeboardchain", settings, 90.0)


STEPS = (sample_step, import_step, chain_step)


def _layer(folder: Path, name: str) -> str:
    return f"{folder / SAMPLE / 'district.gpkg'}|layername={name}"


class Feedback(QgsProcessingFeedback):
    """Keeps the last error of a run, for the user."""

    def __init__(self) -> None:
        super().__init__(False)
        self.error = ""

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N802
        self.error = error.strip() or self.error
        super().reportError(error, fatalError)


class SampleRun(QObject):
    """Makes the sample in a prepared folder. Lives in the main thread; the algorithms run beside it."""

    progressed = pyqtSignal(float, str)  # percent of the whole, name of the step
    done = pyqtSignal(str, float)  # path of the project, seconds
    failed = pyqtSignal(str)
    canceled = pyqtSignal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self._ahead = list(STEPS)
        self._began = time.monotonic()
        self._from = 0.0
        self._stopped = False
        self._task: QgsTask | None = None
        self._kept: list = []  # the tasks hold no reference to these: they must live until the end

    def start(self) -> None:
        """Begin; every end is told by one of the signals."""
        self._next()

    def cancel(self) -> None:
        """Stop at the next chance; what is finished stays."""
        self._stopped = True
        if self._task is not None:
            self._task.cancel()

    def _next(self) -> None:
        if self._stopped:
            self.canceled.emit()
        elif self._ahead:
            try:
                step = self._ahead.pop(0)(self.folder)
            except (OSError, StopIteration):
                self.failed.emit(tr("{folder} was changed meanwhile.").format(folder=self.folder))
            else:
                self._run(step)
        else:
            self._write_map()

    def _later(self, what, *values) -> None:
        """Go on when the task that has just ended is put away: it still uses what is kept here."""
        self._task = None
        QTimer.singleShot(0, lambda: what(*values))

    def _run(self, step: Step) -> None:
        """Start one step; QGIS prepares it here and computes it in another thread."""
        self.progressed.emit(self._from, step.title)
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"seodistrict:{step.algorithm}")
        context, feedback = QgsProcessingContext(), Feedback()
        context.setTransformContext(QgsProject.instance().transformContext())
        context.setFeedback(feedback)
        fine, message = algorithm.checkParameterValues(step.settings, context)
        if not fine:
            self.failed.emit(f"{step.title}: {message}")
            return
        # Silent: the menu tells the end itself, once for all steps.
        flags = QgsTask.Flag.CanCancel | QgsTask.Flag.Silent
        task = QgsProcessingAlgRunnerTask(algorithm, step.settings, context, feedback, flags)
        if task.isCanceled():
            self.failed.emit(f"{step.title}: {feedback.error}")
            return
        task.setDescription(tr("Sample district: {step}").format(step=step.title))
        self._kept.append((algorithm, context, feedback, task))
        self._task = task
        begun, share = self._from, step.until - self._from
        feedback.progressChanged.connect(
            lambda percent: self.progressed.emit(begun + share * percent / 100.0, step.title), QUEUED
        )
        task.executed.connect(lambda fine, _results: self._after(step, fine, feedback))
        self._from = step.until
        QgsApplication.taskManager().addTask(task)

    def _after(self, step: Step, fine: bool, feedback: Feedback) -> None:
        if self._stopped or feedback.isCanceled():
            self._later(self.canceled.emit)
        elif not fine:
            reason = feedback.error or tr("see the log messages of QGIS")
            self._later(self.failed.emit, f"{step.title}: {reason}")
        else:
            self._later(self._next)

    def _write_map(self) -> None:
        from .mapfile import MapTask

        title = tr("Writing the map")
        self.progressed.emit(self._from, title)
        task = MapTask(self.folder, tr("Sample district: {step}").format(step=title))
        self._kept.append(task)
        self._task = task
        begun, share = self._from, 100.0 - self._from
        task.progressChanged.connect(
            lambda percent: self.progressed.emit(begun + share * percent / 100.0, title), QUEUED
        )
        task.ended.connect(self._mapped)
        QgsApplication.taskManager().addTask(task)

    def _mapped(self, problem: str) -> None:
        if self._stopped:
            self._later(self.canceled.emit)
        elif problem:
            self._later(self.failed.emit, problem)
        else:
            self._later(self.done.emit, str(self.folder / MAP_FILE), time.monotonic() - self._began)
