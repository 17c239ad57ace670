"""Which slow libraries come with listing the plugin's algorithms, and how long loading the plugin takes.

startup.py
"""

from __future__ import annotations

import json
import sys

import qgis_python
from stopwatch import repeated

HEAVY = ("sklearn", "pandas", "scipy", "plotly", "jinja2", "joblib", "matplotlib")


def load():
    from seo_district_plugin import classFactory

    plugin = classFactory(None)
    plugin.initProcessing()
    return plugin


def main() -> None:
    application = qgis_python.start()
    from processing.core.Processing import Processing

    Processing.initialize()
    before = set(sys.modules)
    plugin, times = repeated(load, 1)
    new = set(sys.modules) - before
    algorithms = len(plugin.provider.algorithms())
    heavy = [name for name in HEAVY if name in new]
    print(json.dumps({**times, "modules": len(new), "heavy": heavy, "algorithms": algorithms}))
    qgis_python.leave()
    del application


if __name__ == "__main__":
    main()
