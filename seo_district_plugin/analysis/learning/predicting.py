"""Applying a model to many places: in blocks, by threads, in bounded memory.

Order of the steps for each place: score of the model, calibration, interval, prior correction of all three; beside them
the dissimilarity from the training places. A place with a missing value gets NaN. A class that no training row had is
flagged, and the place counts as outside the area of applicability.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass

import numpy as np
from scipy.special import expit, logit

from ..errors import AnalysisError, Tick, no_tick
from .ensembles import Ensemble
from .linear import from_link
from .modelfile import Model

BLOCK = 32_768
"""Rows at a time: 300 deep trees take a second for them, so that a stop bites."""
_PATIENCE = 0.2


@dataclass(frozen=True)
class Predicted:
    """What the model says of m places.

    Attributes:
        probability: (m,) float32; NaN where a value is missing. For ``background`` a relative suitability.
        lower, upper: (m,) float32 interval, NaN without one.
        dissimilarity: (m,) float32 dissimilarity index, NaN where unknown.
        lpd: (m,) int32 training rows within the threshold.
        inside: (m,) bool inside the area of applicability (True everywhere known if the model carries none).
        unseen: (m,) bool with a class that training did not have.
    """

    probability: np.ndarray
    lower: np.ndarray
    upper: np.ndarray
    dissimilarity: np.ndarray
    lpd: np.ndarray
    inside: np.ndarray
    unseen: np.ndarray


class Predictor:
    """A model made ready: trees compiled and proven once, then used by all threads.

    Args:
        model: as learned or loaded.
        density: count the local point density (costs about a third of the time of the dissimilarity).
    """

    def __init__(self, model: Model, *, density: bool = True) -> None:
        self.model = model
        self._density = density
        self.compiled = isinstance(model.core, Ensemble) and model.core.compiled is not None
        """True when trees run compiled, False when they are walked in numpy."""

    def predict(
        self, values: np.ndarray, *, threads: int = 2, applicability: bool = True, tick: Tick = no_tick
    ) -> Predicted:
        """(m, k) factor values in the order of the model's factors -> prediction.

        Memory beyond values and answer: a few megabytes for each thread. ``tick`` is called from the calling thread at
        least four times a second while blocks are worked on.

        Raises:
            AnalysisError: ``factor_count_differs(needed, given)``.
        """
        values = np.asarray(values)
        self.model.core.design.check(values)
        out = _empty(len(values))
        starts = range(0, len(values), BLOCK)

        def work(start: int) -> None:
            self._block(values[start : start + BLOCK], out, slice(start, start + BLOCK), applicability)

        _run(work, list(starts), threads, tick)
        return out

    def scores(self, values: np.ndarray) -> np.ndarray:
        """(m, k) without NaN -> (m,) calibrated and corrected probability, in one piece."""
        return self._corrected(self._calibrated(self._raw(values)))

    def _raw(self, values: np.ndarray) -> np.ndarray:
        core = self.model.core
        if isinstance(core, Ensemble):
            return core.score_block(values)
        return from_link(core.predictor(values), core.link)

    def _calibrated(self, scores: np.ndarray) -> np.ndarray:
        return scores if self.model.calibrator is None else self.model.calibrator.apply(scores)

    def _corrected(self, probability: np.ndarray) -> np.ndarray:
        """Shifted by the prior correction; bounds of 0 and 1 stay what they are."""
        return expit(logit(probability) + self.model.offset) if self.model.offset else probability

    def _block(self, values: np.ndarray, out: Predicted, rows: slice, applicability: bool) -> None:
        known = np.isfinite(values).all(axis=1)
        whole = bool(known.all())
        clean = values if whole else values[known]
        place: slice | np.ndarray = rows if whole else np.arange(rows.start, rows.start + len(values))[known]
        if not len(clean):
            return
        probability = self._calibrated(self._raw(clean))
        out.probability[place] = self._corrected(probability)
        if self.model.interval is not None:
            low, high = self.model.interval.interval(probability)
            out.lower[place], out.upper[place] = self._corrected(low), self._corrected(high)
        unseen = self.model.core.design.unseen(clean)
        out.unseen[place] = unseen
        inside = ~unseen
        if applicability and self.model.domain is not None:
            di, lpd = self.model.domain.dissimilarity(clean, threads=1, density=self._density)
            out.dissimilarity[place], out.lpd[place] = di, lpd
            inside &= self.model.domain.inside(di)
        out.inside[place] = inside


def _empty(count: int) -> Predicted:
    lower, upper, probability, di = (np.full(count, np.nan, dtype=np.float32) for _ in range(4))
    lpd, inside, unseen = np.zeros(count, np.int32), np.zeros(count, bool), np.zeros(count, bool)
    return Predicted(probability, lower, upper, di, lpd, inside, unseen)


def _run(work: Callable[[int], None], starts: Sequence[int], threads: int, tick: Tick) -> None:
    """Work through blocks by threads; the calling thread tells progress and may be told to stop."""
    if not starts:
        return
    pool = ThreadPoolExecutor(max(1, threads))
    left = list(reversed(starts))
    waiting: set[Future[None]] = set()
    try:
        while left or waiting:
            # No more blocks at once than threads (and one each to come), so that a stop bites within a block.
            while left and len(waiting) < 2 * max(1, threads):
                waiting.add(pool.submit(work, left.pop()))
            done, waiting = wait(waiting, timeout=_PATIENCE, return_when=FIRST_COMPLETED)
            for one in done:
                one.result()
            tick(1 - (len(left) + len(waiting)) / len(starts))
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def match_factors(model: Model, given: Sequence[str]) -> list[int]:
    """Which given column is which factor of the model, by name; never by order in silence.

    Args:
        given: names of the columns at hand, in their order.

    Returns:
        For each factor of the model the index into ``given``.

    Raises:
        AnalysisError: ``factor_names_doubled(names)``; ``model_factors_differ(missing, extra, needed, given)`` with
            names joined by commas (``extra``: what the model does not know).
    """
    doubled = sorted({name for name in given if list(given).count(name) > 1})
    if doubled:
        raise AnalysisError("factor_names_doubled", names=", ".join(doubled))
    needed = [factor.name for factor in model.factors]
    missing = [name for name in needed if name not in given]
    if missing:
        extra = [name for name in given if name not in needed]
        raise AnalysisError(
            "model_factors_differ",
            missing=", ".join(missing),
            extra=", ".join(extra),
            needed=", ".join(needed),
            given=", ".join(given),
        )
    return [list(given).index(name) for name in needed]
