"""Texts in the user's language: one translation context for the whole plugin, one place that knows the language."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

PACKAGE = Path(__file__).parent
CONTEXT = "SeoDistrict"
LANGUAGES = ("en", "ko")

_installed: list[QTranslator] = []  # Qt keeps no reference of its own: dropped here, the texts turn English again


def language() -> str:
    """The two-letter language of QGIS if the plugin speaks it, else ``en``.

    The desktop may show another language than its settings or the system say (``qgis --lang ko``): it knows which.
    """
    application = QgsApplication.instance()
    shown = application.translation() if isinstance(application, QgsApplication) else ""
    code = (shown or QgsApplication.locale())[:2].lower()
    return code if code in LANGUAGES else "en"


def tr(text: str) -> str:
    """The text in the user's language; the English literal is the key (tools/translate.py collects the literals)."""
    return QCoreApplication.translate(CONTEXT, text)


def install_translation() -> bool:
    """Load the compiled texts of the user's language; False where there are none (English needs none)."""
    remove_translation()
    path = PACKAGE / "i18n" / f"seo_district_{language()}.qm"
    if not path.is_file():
        return False
    translator = QTranslator()
    if not translator.load(str(path)):
        return False
    QCoreApplication.installTranslator(translator)
    _installed.append(translator)
    return True


def remove_translation() -> None:
    """Take the plugin's texts out again (plugin unloaded, or another language asked for)."""
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())


def plugin_metadata() -> dict[str, str]:
    """``[general]`` of metadata.txt: beside the package when installed, one folder up in a checkout."""
    import configparser

    for folder in (PACKAGE, PACKAGE.parent):
        path = folder / "metadata.txt"
        if path.is_file():
            parser = configparser.ConfigParser()
            parser.read(path, encoding="utf-8")
            return dict(parser["general"])
    return {}
