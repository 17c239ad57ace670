"""Reports of a run: one HTML file that is complete in itself and opens without a network.

``report.py`` holds what a report says and writes the page, ``figures.py`` builds its plots, ``formatting.py`` turns
values into text. Nothing here knows QGIS: the caller hands over plain values and a translating function.
"""
