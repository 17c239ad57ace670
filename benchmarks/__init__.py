"""Timed comparison of the plugin with other ways to the same result: ``make bench``."""
