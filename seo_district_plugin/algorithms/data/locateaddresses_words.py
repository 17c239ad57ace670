"""Words and tables of the report on located addresses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from ...texts import tr

if TYPE_CHECKING:
    from ...analysis.records.addresses import JoinResult, LocateResult
    from ...reports.report import Section, TableView
    from ..run import Run
    from .locateaddresses_reference import Usage


def level_word(level: str) -> str:
    """A level for people."""
    words = {
        "building": tr("Building"),
        "parcel": tr("Lot"),
        "road": tr("Middle of the street"),
        "zone": tr("Middle of the dong or place"),
        "": tr("Not located"),
    }
    return words[level]


def method_word(method: str) -> str:
    """How a place was found."""
    words = {
        "code": tr("by its number (PNU, building number)"),
        "exact": tr("by the address as written"),
        "mended": tr("after mending one typing error"),
        "center": tr("middle of street or dong"),
        "single": tr("the only known place of street or dong"),
    }
    return words.get(method, method)


def code_words(levels: Sequence[str]) -> dict[str, dict[str, str]]:
    """Field -> code -> what it means, for the fields of the result that hold codes."""
    from ...analysis.records.addresses import METHODS

    return {
        "level": {level: level_word(level) for level in levels},
        "method": {method: method_word(method) for method in METHODS},
        "for_dist": {"1": tr("yes"), "0": tr("no")},
    }


def reason_text(code: str) -> str:
    """Why an address has no place, or no better one."""
    sentences = {
        "address_blank": tr("no address"),
        "address_masked": tr("masked address"),
        "address_unreadable": tr("neither street nor lot can be read"),
        "number_missing": tr("no house or lot number"),
        "number_placeholder": tr("a placeholder such as 000-0 instead of a number"),
        "code_blank": tr("no number"),
        "code_damaged": tr("number rounded by a spreadsheet"),
        "code_invalid": tr("number with a wrong count of digits"),
        "code_unknown": tr("number is not in the reference"),
        "region_not_covered": tr("province or district is not in the reference"),
        "road_unknown": tr("street is not in the reference"),
        "number_unknown": tr("street is known, house number is not"),
        "dong_unknown": tr("dong is not in the reference"),
        "lot_unknown": tr("dong is known, lot number is not"),
        "ambiguous": tr("fits several places"),
        "contradictory": tr("street address and lot lie apart"),
        "level_too_coarse": tr("only a coarser level was found"),
    }
    return sentences.get(code, code)


def join_text(code: str) -> str:
    """How a row of the register came to a polygon, or why not."""
    sentences = {
        "only": tr("only building of its lot"),
        "block": tr("block name"),
        "area": tr("ground area (and year)"),
        "pnu_missing": tr("no lot number (PNU)"),
        "pnu_invalid": tr("lot number (PNU) is wrong"),
        "no_building_on_parcel": tr("no building polygon on its lot"),
        "block_differs": tr("another block name"),
        "several_buildings": tr("several buildings on its lot, none fits alone"),
    }
    return sentences.get(code, code)


def sections(result: LocateResult, usage: list[Usage], joined: JoinResult | None) -> list[Section]:
    """The tables of the report: levels, reasons, references, joins."""
    from ...reports.report import Section, TableView

    used = TableView(
        tr("Rows of the references"),
        [tr("Layer"), tr("Rows"), tr("Usable")],
        [[one.title, one.rows, one.usable] for one in usage],
    )
    made = [
        Section(tr("Levels and reasons"), [], [], [_level_table(result), *_typical(result), *_way_tables(result)]),
        Section(tr("References"), [], [], [used]),
    ]
    if joined is not None:
        codes = np.where(joined.building >= 0, joined.method, joined.reason)
        rows = [[join_text(str(code)), count] for code, count in _counted(codes)]
        table = TableView(tr("How register rows were joined"), [tr("Joined by, or why not"), tr("Rows")], rows)
        made.append(Section(tr("Register rows and building polygons"), [], [], [table]))
    return made


def _level_table(result: LocateResult) -> TableView:
    from ...reports.report import TableView

    return TableView(
        tr("Rows by level"),
        [tr("Level"), tr("Rows"), tr("Share (%)"), tr("Spread, median (m)"), tr("Spread, largest (m)")],
        level_rows(result),
        tr(
            "Spread: distance from the point given to the farthest of the points that it stands for; it says how far "
            "these lie apart, not how far off the row is. A street or dong of which the references know one address "
            "only has no spread."
        ),
    )


def _way_tables(result: LocateResult) -> list[TableView]:
    from ...reports.report import TableView

    ways = [[method_word(str(name)), count] for name, count in _counted(result.method[result.level > 0])]
    return [
        TableView(tr("How they were found"), [tr("Way"), tr("Rows")], ways),
        TableView(
            tr("Why not located, or not better"), [tr("Level"), tr("Reason"), tr("Rows")], reason_rows(result)
        ),
    ]  # fmt: skip


def level_rows(result: LocateResult) -> list[list]:
    """Rows, share and spread of each level."""
    from ...analysis.records.addresses import LEVELS

    rows = []
    single = result.method == "single"
    for code, alone in ((1, False), (2, False), (3, False), (3, True), (4, False), (4, True), (0, False)):
        own = (result.level == code) & (single == alone)
        count = int(own.sum())
        if alone and not count:
            continue
        spread = result.spread[own]
        share = 100.0 * count / max(len(result), 1)
        told = bool(count and code and not alone)
        middle, largest = (float(np.median(spread)), float(spread.max())) if told else (None, None)
        rows.append([_level_words(LEVELS[code], alone), count, share, middle, largest])
    return rows


def _level_words(level: str, alone: bool) -> str:
    return tr("{level}, known from one address only").format(level=level_word(level)) if alone else level_word(level)


def _typical(result: LocateResult) -> list[TableView]:
    """How far off the coarse levels are in the references themselves; nothing where none of these can tell."""
    from ...analysis.records.addresses import LEVELS, typical_errors
    from ...reports.report import TableView

    rows = [
        [_level_words(LEVELS[one.level], one.single), one.count, one.median, one.most]
        for one in typical_errors(result.index)
    ]
    return [
        TableView(
            tr("Typical error of the coarse levels in the references"),
            [tr("Level"), tr("Addresses tested"), tr("Error, median (m)"), tr("Error, nine of ten below (m)")],
            rows,
            tr(
                "Each address of the references that has a number is located by its street or dong alone, without "
                "itself; the error is the distance to where it is. Expect as much for rows of this level."
            ),
        )
    ] if rows else []  # fmt: skip


def reason_rows(result: LocateResult) -> list[list]:
    """Counts by level and reason, unmatched first."""
    from ...analysis.records.addresses import LEVELS

    counts = Counter(zip(result.level.tolist(), result.reason.tolist()))
    ordered = sorted(counts.items(), key=lambda item: (item[0][0], -item[1], item[0][1]))
    return [[level_word(LEVELS[level]), reason_text(reason), count] for (level, reason), count in ordered if reason]


def describe_method(run: Run) -> None:
    """Method and limits, the same for every run."""
    run.method += [
        tr(
            "Numbers (building number, road address number, PNU) are looked up first, then the street address, then "
            "the lot. Texts are compared after evening out widths, blanks, short names of provinces and what follows "
            "the first comma."
        ),
        tr(
            "A misspelled street is mended only if exactly one street of the district differs by one letter or "
            "syllable, the house number exists there, and the dong does not contradict. Digits are never corrected."
        ),
        tr(
            "Where points of one address lie further apart than the tolerance, or the street address and the lot of a "
            "row lie far from each other, the row gets no building and no lot."
        ),
    ]
    run.limits += [
        tr(
            "An address with a wrong house number that exists elsewhere cannot be told from a right one, unless its "
            "lot contradicts it."
        ),
        tr(
            "Middles of streets and dong say roughly where a row is. The field 'for_dist' is 0 for them, so that they "
            "can be left out of distances."
        ),
        tr(
            "Where the references know one address only of a street or dong, the row gets that address. How far off it "
            "is cannot be told: the spread is empty, and 'for_dist' is 0 whatever level is allowed."
        ),
    ]


def _counted(values: np.ndarray) -> list[tuple[object, int]]:
    return sorted(Counter(values.tolist()).items(), key=lambda item: (-item[1], str(item[0])))
