"""Scoring and risk models on numpy, scipy, pandas and scikit-learn; knows nothing of QGIS."""
