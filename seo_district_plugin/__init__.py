"""A QGIS Processing provider for site selection and risk mapping in a city district.

Nothing is imported here, not even QGIS: pure tests and other programs may import ``analysis`` and ``sample`` alone.
"""


def classFactory(iface):  # noqa: N802 (the name QGIS calls)
    """Return the plugin; QGIS calls this once. ``iface`` is None in qgis_process."""
    from .texts import install_translation

    install_translation()
    from .plugin import SeoDistrictPlugin

    return SeoDistrictPlugin(iface)
