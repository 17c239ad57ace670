"""Suitability of places: criteria, transforms, scores with reasons, stability of ranks."""
