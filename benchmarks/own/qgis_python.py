"""QGIS in this process, without a window."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from qgis.core import QgsApplication


def start() -> QgsApplication:
    """An application with its data providers; the caller keeps it."""
    for plugins in (os.environ.get("QGIS_PLUGINS_DIR", ""), "/usr/share/qgis/python/plugins"):
        if plugins and Path(plugins).is_dir():
            sys.path.append(plugins)
    application = QgsApplication([], False)
    application.initQgis()
    return application


def leave() -> None:
    """End at once: taking QGIS apart has nothing to do with what is timed."""
    sys.stdout.flush()
    os._exit(0)
