"""Sentences on what became of rows, for log and report alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...texts import tr
from ..sentences.publicdata import reasons

if TYPE_CHECKING:
    from .import_tables import FileCount


def reason_text(code: str) -> str:
    """Why a row was left out, in the user's language."""
    return reasons().get(code, code)


def account_text(count: FileCount) -> str:
    """One line that accounts for every row of a file."""
    where = tr("table") if count.table else tr("map")
    text = tr("{file}: read {read:,} rows = {where} {imported:,} + left out {rejected:,}").format(
        file=count.name, read=count.read, where=where, imported=count.imported, rejected=count.rejected
    )
    if count.filtered:
        text += tr(" + filtered out {filtered:,}").format(filtered=count.filtered)
    if count.filled:
        text += tr(" (of the map, {filled:,} placed by address)").format(filled=count.filled)
    return text
