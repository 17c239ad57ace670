"""Words of the report of a merge: fields, levels, keys, remarks, method and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...texts import tr
from ..messages import error_text

if TYPE_CHECKING:
    from ...analysis.records.linking.merging import Merged
    from ..run import Run


def field_word(code: str) -> str:
    """A compared field, or a step of the examples."""
    if code.startswith("extra:"):
        return code.partition(":")[2]
    words = {
        "name": tr("name"),
        "branch": tr("branch"),
        "address": tr("address"),
        "distance": tr("distance"),
        "unit": tr("floor and room"),
        "phone": tr("phone"),
        "industry": tr("kind of business"),
        "opened": tr("opened on"),
        "closed": tr("closed on"),
        "rarity": tr("rarity of the name that both have"),
        "life": tr("open or closed"),
        "prior": tr("before anything is compared"),
        "together": tr("fields that speak together"),
        "rivals": tr("rival pairs of the same rows"),
    }
    return words.get(code, code)


def level_word(code: str) -> str:
    """A level of agreement."""
    words = {
        "missing": tr("missing"),
        "different": tr("different"),
        "weak": tr("a little alike"),
        "alike": tr("alike"),
        "stem": tr("the same beginning"),
        "slip": tr("the same but for a slip"),
        "equal": tr("equal"),
        "around": tr("in the neighborhood"),
        "near": tr("near"),
        "partly": tr("partly the same"),
        "same": tr("the same"),
        "over_1000_m": tr("over 1,000 m"),
        "to_1000_m": tr("200 to 1,000 m"),
        "to_200_m": tr("60 to 200 m"),
        "to_60_m": tr("15 to 60 m"),
        "to_15_m": tr("up to 15 m"),
        "same_floor": tr("the same floor"),
        "same_unit": tr("the same room"),
        "unrelated": tr("unrelated"),
        "related": tr("related"),
        "same_year": tr("the same year"),
        "over_1000": tr("on 1,000 rows or more"),
        "to_1000": tr("on 300 to 999 rows"),
        "to_300": tr("on 100 to 299 rows"),
        "to_100": tr("on 30 to 99 rows"),
        "to_30": tr("on 10 to 29 rows"),
        "to_10": tr("on 4 to 9 rows"),
        "to_4": tr("on 3 rows"),
        "only_these": tr("on these two rows only"),
        "closed_and_open": tr("one closed, one open"),
        "closed_both": tr("both closed"),
        "open_both": tr("both open"),
    }
    return words.get(code, code)


def key_word(code: str) -> str:
    """A blocking key."""
    words = {
        "place": tr("same street and house number"),
        "lot": tr("same lot"),
        "phone": tr("same phone"),
        "name": tr("same name in one zone"),
        "stem": tr("same beginning of the name in one zone"),
        "date": tr("same opening day and kind of business"),
        "near": tr("near each other with a part of the name"),
        "zone": tr("most alike names in one zone"),
        "alike": tr("most alike names anywhere"),
        "text": tr("most alike texts"),
        "whole": tr("every pair (few rows)"),
    }
    return words.get(code, code)


def basis_word(basis: str) -> str:
    """What the estimates rest on."""
    words = {
        "model": tr(
            "Estimated by the model of the merge itself, which is why the intervals are wide: no pair has been looked "
            "at by a person. Review some pairs and give them back: the estimate then rests on them."
        ),
        "reviewed": tr("Estimated from the pairs that people have decided, weighted by how they were drawn."),
        "labels": tr("Estimated from the decided pairs given to learn from, by cross-validation."),
    }
    return words.get(basis, basis)


def note_text(code: str, values: dict) -> str:
    """A remark of the merge; its sentence stands with those of the errors."""
    from ...analysis.errors import AnalysisError

    return error_text(AnalysisError(code, **values))


def report_method(run: Run, merged: Merged) -> None:
    """Method, sources and limits."""
    run.method += [
        tr(
            "Names, addresses and phones are brought to one form first (company forms, branches, numerals, floors); "
            "the layers keep what the registers say."
        ),
        tr(
            "The weight of each agreement is learned by expectation-maximization after Fellegi and Sunter: how often "
            "it occurs among true links (m) and among other pairs (u). Agreement in a frequent name weighs less."
        )
        if merged.method == "em"
        else tr("The weights were learned from the decided pairs that were given ({method}).").format(
            method=merged.method
        ),
        tr(
            "Groups are formed so that a chain of doubtful links does not join strangers: the average of all pairs of "
            "a group counts, and different rows of one register are kept apart."
        ),
        tr(
            "Where one business closed before another opened in the same rooms, the second is its successor and stays "
            "a business of its own."
        ),
        tr("Each field of a merged business is taken from the row that is open, newest and most complete."),
    ]
    run.citations += [
        "Fellegi, I. P., & Sunter, A. B. (1969). A theory for record linkage. JASA 64(328), 1183-1210.",
        "Winkler, W. E. (2006). Overview of record linkage and current research directions. U.S. Census Bureau "
        "RRS2006-02.",
        "Larsen, M. D., & Rubin, D. B. (2001). Iterative automated record linkage using mixture models. JASA 96(453), "
        "32-41.",
        "Bansal, N., Blum, A., & Chawla, S. (2004). Correlation clustering. Machine Learning 56, 89-113.",
    ]
    run.limits += [
        tr("The estimates are estimates: they do not replace looking at pairs."),
        tr(
            "Two businesses with the same name, place and kind and no phone cannot be told apart by any program; nor "
            "can one that changed name, place and phone at once be recognized."
        ),
    ]
