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


def place_words(count: FileCount) -> list[str]:
    """CRS of a file, how it was found, and what was mended or may be doubted."""
    if count.table or not count.epsg:
        return ["", tr("no coordinates") if count.table else "", ""]
    verdicts = {
        "given": tr("as chosen under CRS"),
        "certain": tr("the coordinates fit nothing else"),
        "by_rule": tr("rule of this kind of file, and the coordinates fit"),
        "declared": tr("as the file declares, and the coordinates fit"),
        "none": tr("rule of this kind of file; not verified"),
    }
    remarks = []
    if count.swapped:
        remarks.append(tr("the file has x and y swapped; mended for all rows"))
    if count.scale != 1.0:
        remarks.append(tr("the file is in millimeters; mended for all rows"))
    if count.rivals:
        remarks.append(tr("would also fit: {crs}").format(crs=", ".join(f"EPSG:{code}" for code in count.rivals)))
    return [f"EPSG:{count.epsg}", verdicts.get(count.verdict, count.verdict), "; ".join(remarks)]


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
