"""Accessibility of services: the floating catchment family and the rational agent model, on sparse costs."""
