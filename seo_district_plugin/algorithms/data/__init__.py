"""Group 1: prepare data."""
