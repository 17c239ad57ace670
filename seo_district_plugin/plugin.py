"""The plugin as QGIS loads it: registers the provider, in the desktop and in qgis_process alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication

from .provider import SeoDistrictProvider
from .texts import remove_translation

if TYPE_CHECKING:
    from .start.menu import Menu


class SeoDistrictPlugin:
    """Adds the provider when QGIS starts the plugin and takes it out again on unload."""

    def __init__(self, iface) -> None:
        self.iface = iface  # None in qgis_process
        self.provider: SeoDistrictProvider | None = None  # QGIS holds no Python reference: this one must live
        self.menu: Menu | None = None

    def initProcessing(self) -> None:  # noqa: N802 (called by qgis_process)
        """Register the provider; called alone by qgis_process, through initGui in the desktop."""
        if self.provider is not None:
            return
        self.provider = SeoDistrictProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)
        # The steps of packaged models resolve only once the provider is registered.
        self.provider.refreshAlgorithms()

    def initGui(self) -> None:  # noqa: N802 (called by the desktop)
        """Start in the desktop."""
        self.initProcessing()
        if self.iface is not None and self.menu is None:
            from .start.menu import Menu

            self.menu = Menu(self.iface)

    def unload(self) -> None:
        """Take everything out again, so that the plugin can be switched off and on."""
        if self.menu is not None:
            self.menu.remove()
            self.menu = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        remove_translation()
