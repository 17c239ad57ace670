"""Schemas of public files: the one door to the data classes, the spelling of headers and the reading of the files."""

from __future__ import annotations

from .schema_keys import bare_key, header_key, header_text
from .schema_reading import load_schemas, parse_schema
from .schema_types import KINDS, NAME_LENGTH, Column, Rule, Schema

__all__ = [
    "KINDS",
    "NAME_LENGTH",
    "Column",
    "Rule",
    "Schema",
    "bare_key",
    "header_key",
    "header_text",
    "load_schemas",
    "parse_schema",
]
