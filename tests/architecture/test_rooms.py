"""The rules of the house hold in the package, and each of them bites on a made-up package that breaks it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import rooms

PACKAGE = Path(__file__).resolve().parents[2] / rooms.PACKAGE


def test_the_package_obeys_every_rule() -> None:
    modules = rooms.load(PACKAGE)
    assert len(modules) > 3
    assert rooms.findings(PACKAGE) == []


def make(root: Path, files: dict[str, str]) -> Path:
    """A package of the given files, with an empty __init__.py in every folder that has none."""
    package = root / rooms.PACKAGE
    for name, text in files.items():
        path = package / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for folder in [package, *(p for p in package.rglob("*") if p.is_dir())]:
        init = folder / "__init__.py"
        if not init.exists():
            init.write_text("", encoding="utf-8")
    return package


BREAKS = {
    "analysis imports qgis": ("analysis/zones/a.py", "from qgis.core import QgsGeometry"),
    "analysis imports osgeo in a function": ("analysis/zones/a.py", "def f():\n    from osgeo import gdal"),
    "analysis imports qgis for hints": (
        "analysis/a.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import qgis",
    ),
    "analysis imports layers": ("analysis/zones/a.py", "from seo_district_plugin.layers import sources"),
    "analysis imports layers, relative": ("analysis/zones/a.py", "from ...layers import sources"),
    "analysis imports texts": ("analysis/zones/a.py", "from ...texts import tr"),
    "analysis imports reports": ("analysis/suitability/a.py", "import seo_district_plugin.reports.report"),
    "layers import analysis in a function": ("layers/a.py", "def f():\n    from ..analysis.zones import grid"),
    "layers import algorithms": ("layers/a.py", "from seo_district_plugin.algorithms import base"),
    "layers import reports": ("layers/a.py", "def f():\n    from seo_district_plugin import reports"),
    "reports import qgis": ("reports/a.py", "from qgis.core import QgsProject"),
    "sample imports layers": ("sample/a.py", "from ..layers import sources"),
    "kernel imports a topic": ("analysis/weights/a.py", "from ..suitability import score"),
    "kernel imports another kernel": ("analysis/network/a.py", "from ..terrain import slope"),
    "statistics import a kernel": ("analysis/statistics/a.py", "from ..weights import ahp"),
    "topic imports another topic": ("analysis/suitability/a.py", "from seo_district_plugin.analysis.zones import grid"),
    "errors import a kernel": ("analysis/errors.py", "from .statistics import fdr"),
    "provider imports pandas": ("provider.py", "import pandas as pd"),
    "algorithm imports scipy": ("algorithms/data/a.py", "from scipy.spatial import cKDTree"),
    "algorithm imports scipy in a try": (
        "algorithms/a.py",
        "try:\n    import scipy\nexcept ImportError:\n    scipy = None",
    ),
    "algorithm imports in a class body": ("algorithms/a.py", "class A:\n    import sklearn"),
    "algorithm imports analysis at top": ("algorithms/data/a.py", "from ...analysis.zones import grid"),
    "algorithm imports reports at top": ("algorithms/data/a.py", "from ...reports import report"),
    "layers import pandas": ("layers/a.py", "import pandas"),
    "texts import jinja2": ("texts.py", "import jinja2"),
    "plugin imports plotly": ("plugin.py", "import plotly.offline"),
    "the package imports qgis": ("__init__.py", "from qgis.core import Qgis"),
    "PyQt5 by name": ("layers/a.py", "from PyQt5.QtCore import QObject"),
    "PyQt6 in a function": ("algorithms/a.py", "def f():\n    import PyQt6"),
    "open without encoding": ("layers/a.py", "def f(p):\n    return open(p).read()"),
    "open for writing without encoding": ("layers/a.py", "def f(p):\n    open(p, mode='w')"),
    "read_text without encoding": ("layers/a.py", "def f(p):\n    return p.read_text()"),
    "write_text without encoding": ("layers/a.py", "def f(p):\n    p.write_text('x')"),
    "pickle": ("analysis/learning/a.py", "import pickle"),
    "eval": ("analysis/weights/a.py", "def f(x):\n    return eval(x)"),
    "exec": ("layers/a.py", "exec('1')"),
    "subprocess": ("layers/a.py", "def f():\n    import subprocess"),
    "socket": ("reports/a.py", "import socket"),
    "urllib": ("reports/a.py", "from urllib.request import urlopen"),
    "os.system": ("layers/a.py", "import os\ndef f():\n    os.system('x')"),
    "import by text": ("layers/a.py", "import importlib\ndef f():\n    importlib.import_module('subprocess')"),
}


@pytest.mark.parametrize("case", BREAKS)
def test_each_rule_bites(tmp_path: Path, case: str) -> None:
    name, text = BREAKS[case]
    found = rooms.findings(make(tmp_path, {name: text}))
    assert found
    assert all(name in sentence for sentence in found)


def test_what_is_allowed_is_not_reported(tmp_path: Path) -> None:
    files = {
        "plugin.py": "from __future__ import annotations\nfrom qgis.core import Qgis\nfrom .provider import P\n",
        "provider.py": "class P:\n    def load(self):\n        from .algorithms.data import grid\n",
        "texts.py": "from qgis.PyQt.QtCore import QCoreApplication\n",
        "algorithms/data/grid.py": (
            "from __future__ import annotations\nfrom typing import TYPE_CHECKING\nimport numpy as np\n"
            "from ...layers import sources\nfrom ...texts import tr\n"
            "if TYPE_CHECKING:\n    import pandas as pd\n    from ...analysis.zones.grid import Grid\n"
            "def run():\n    import scipy\n    from ...analysis.zones import grid\n    from ...reports import report\n"
        ),
        "layers/sources.py": (
            "def f(p, r):\n    import pandas\n    r.open()\n    return open(p, 'rb'), open(p, encoding='utf-8')\n"
        ),
        "analysis/errors.py": "from collections.abc import Callable\n",
        "analysis/zones/grid.py": (
            "from ..errors import Tick\nfrom . import codes\nfrom ..statistics import fdr\nimport pandas\n"
        ),
        "analysis/zones/codes.py": "import re\nP = re.compile('x')\n",
        "analysis/suitability/score.py": "from ..weights import ahp\nfrom ..errors import Tick\n",
        "analysis/weights/ahp.py": "from ..statistics import fdr\nfrom ..errors import Tick\n",
        "analysis/statistics/fdr.py": "import numpy\nfrom ..errors import Tick\n",
        "reports/report.py": "import jinja2\n",
    }
    assert rooms.findings(make(tmp_path, files)) == []


def test_a_circle_is_found_also_through_functions(tmp_path: Path) -> None:
    files = {
        "layers/a.py": "from . import b\n",
        "layers/b.py": "from .c import f\n",
        "layers/c.py": "def f():\n    from seo_district_plugin.layers.a import x\n",
    }
    assert rooms.findings(make(tmp_path, files)) == ["circle: layers.a -> layers.b -> layers.c -> layers.a"]


def test_hints_alone_make_no_circle(tmp_path: Path) -> None:
    files = {
        "layers/a.py": "from . import b\n",
        "layers/b.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from .a import X\n",
    }
    assert rooms.findings(make(tmp_path, files)) == []
