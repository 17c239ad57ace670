"""make demo: the made-up district end to end through qgis_process, with its results held against the planted truth.

    python3 -m tools.demo [FOLDER] [--preset district|tiny] [--cell METERS] [--language en|ko] [--fresh]

Every step is one entry in :mod:`.steps`: adding a step is adding an entry. A layer of truth that is to be seen on the
map is one entry in :mod:`.truth_layers`. Everything else (order, skipping, logs, project, maps, pages, the table of
what was found) follows from them.
"""
