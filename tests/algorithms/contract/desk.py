"""A run as the desktop starts it: in a background thread, while the main thread's timer keeps ticking."""

from __future__ import annotations

import gc
import time
from dataclasses import dataclass

from runs import create

TICK = 0.020
"""Seconds between two ticks of the main thread's timer."""


@dataclass
class Watched:
    """What was seen of a background run.

    Attributes:
        fine, results, log: how it ended.
        seconds: from start to end; prepared: of them on the main thread, before the thread begins.
        stopped_after: seconds from Cancel to the end, None when it was not cancelled.
        longest_wait: longest time between two ticks of the timer, seconds.
        at: progress and step text when the longest wait was over.
        progress: all values of the progress bar, in order.
    """

    fine: bool
    results: dict
    log: str
    seconds: float
    prepared: float
    stopped_after: float | None
    longest_wait: float
    at: tuple[float, str]
    progress: list[float]
    context: object


def watch(name: str, parameters: dict, *, cancel_at: float | None = None, limit: float = 120.0) -> Watched:
    """Run an algorithm in a thread; press Cancel when the progress bar has reached ``cancel_at`` percent.

    What hundreds of earlier tests have left in this process is kept from the garbage collector meanwhile: looking
    through all of it takes tenths of a second, which no desktop would have.
    """
    gc.collect()
    gc.freeze()
    try:
        return _watch(name, parameters, cancel_at, limit)
    finally:
        gc.unfreeze()


def _watch(name: str, parameters: dict, cancel_at: float | None, limit: float) -> Watched:
    from qgis.core import (
        QgsApplication,
        QgsProcessingAlgRunnerTask,
        QgsProcessingContext,
        QgsProcessingFeedback,
        QgsProject,
    )
    from qgis.PyQt.QtCore import QEventLoop, QTimer

    context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
    context.setProject(QgsProject.instance())
    algorithm = create(name)
    begun = time.perf_counter()
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    prepared = time.perf_counter() - begun
    loop, timer, ended = QEventLoop(), QTimer(), []
    seen: dict = {"last": 0.0, "longest": 0.0, "at": (0.0, ""), "cancelled": None, "progress": []}

    def tick() -> None:
        now = time.perf_counter()
        if now - seen["last"] > seen["longest"]:
            seen["longest"] = now - seen["last"]
            seen["at"] = (feedback.progress(), feedback.textLog()[-200:])
        seen["last"] = now
        if not seen["progress"] or feedback.progress() != seen["progress"][-1]:
            seen["progress"].append(feedback.progress())
        if cancel_at is not None and seen["cancelled"] is None and feedback.progress() >= cancel_at:
            seen["cancelled"] = time.perf_counter()
            feedback.cancel()
        if now - begun > limit:
            feedback.cancel()

    def over(fine: bool, results: dict) -> None:
        ended.append((fine, dict(results), time.perf_counter()))
        loop.quit()

    task.executed.connect(over)
    timer.timeout.connect(tick)
    seen["last"] = time.perf_counter()
    timer.start(int(1000 * TICK))
    QgsApplication.taskManager().addTask(task)
    loop.exec()
    timer.stop()
    fine, results, end = ended[0]
    return Watched(
        fine,
        results,
        feedback.textLog(),
        end - begun,
        prepared,
        None if seen["cancelled"] is None else end - seen["cancelled"],
        seen["longest"],
        seen["at"],
        seen["progress"],
        context,
    )
