"""The sample district in memory.

sample.py PRESET RUNS
"""

from __future__ import annotations

import json
import sys

import numpy as np
import scipy
from stopwatch import repeated

from seo_district_plugin.sample.city import make_city
from seo_district_plugin.sample.registers import make_registers


def main(preset: str, runs: int) -> None:
    def made() -> tuple[int, int]:
        city = make_city(preset, 1)
        return len(city.buildings), make_registers(city, 1).rows

    (buildings, rows), times = repeated(made, runs)
    versions = {"numpy (QGIS)": np.__version__, "scipy (QGIS)": scipy.__version__}
    print(json.dumps({**times, "buildings": buildings, "rows": rows, "versions": versions}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
