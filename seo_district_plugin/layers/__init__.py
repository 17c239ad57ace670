"""The bridge between QGIS layers and arrays: reading, reference systems, rasters and overlay geometry.

Nothing in here knows an analysis. pandas and scipy are imported only inside functions that run, so that
listing the algorithms stays fast.
"""
