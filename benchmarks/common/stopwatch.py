"""Times repeated calls inside a process; used by the scripts of both Pythons."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")


def repeated(call: Callable[[], Found], runs: int, prepare: Callable[[], object] | None = None) -> tuple[Found, dict]:
    """Call several times, with ``prepare`` before each start of the clock.

    Returns:
        what the last call returned; ``seconds`` by the wall clock and ``cpu`` seconds of all threads, one per call.
    """
    seconds, cpu = [], []
    for _ in range(runs):
        if prepare is not None:
            prepare()
        start, start_cpu = time.perf_counter(), time.process_time()
        found = call()
        seconds.append(time.perf_counter() - start)
        cpu.append(time.process_time() - start_cpu)
    return found, {"seconds": seconds, "cpu": cpu}
