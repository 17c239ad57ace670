"""The first look, in the desktop only: a menu, and a finished sample map in a minute.

Loaded when the desktop starts the plugin, never by qgis_process; what runs is imported on the click.
"""
