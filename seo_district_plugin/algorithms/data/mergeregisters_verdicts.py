"""What people have said of pairs: the reviewed pairs, or labels to learn from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ...texts import tr

if TYPE_CHECKING:
    from ...analysis.errors import AnalysisError
    from ...analysis.records.linking.merging import Verdicts
    from ...analysis.records.linking.types import Records
    from ..run import Run
    from .mergeregisters_inputs import Register


MOST_SHOWN = 5


def verdicts(run: Run, parameter: str, registers: list[Register], records: Records) -> Verdicts | None:
    """The decided pairs of a table; rows that name no pair of the registers are left out with a reason."""
    if not run.given(parameter):
        return None
    from ...analysis.errors import AnalysisError
    from ...analysis.records.linking.merging import Verdicts
    from .mergeregisters_inputs import VERDICT_FIELDS

    table = run.read(parameter, list(VERDICT_FIELDS), "none")
    import pandas as pd

    frame = pd.DataFrame({name: table.texts(name) for name in VERDICT_FIELDS}).fillna("")
    names = np.array(records.registers, dtype=object)[records.register]
    identity = np.concatenate([one.identity for one in registers])
    try:
        found, unknown = Verdicts.of(names, identity, frame)
    except AnalysisError as error:
        raise _named(error, names, identity) from error
    title = run.inputs[parameter].title
    for row in unknown:
        run.reject(title, int(table.fid[row]), tr("no such pair in the registers"), "")
    label = run.algorithm.page.entry(parameter).label
    if len(unknown):
        run.warn(
            tr("{parameter}: {count:,} of {rows:,} rows name a register or an id that is not there.").format(
                parameter=label, count=len(unknown), rows=len(table)
            )
        )
    run.info(
        tr("{parameter}: {same:,} pairs are the same, {different:,} are different.").format(
            parameter=label, same=int(found.same.sum()), different=int((~found.same).sum())
        )
    )
    return found


def _named(error: AnalysisError, names: np.ndarray, identity: np.ndarray) -> AnalysisError:
    """The error with rows by register and id, as the reviewer knows them."""
    from ...analysis.errors import AnalysisError

    rows = error.values.get("rows")
    if not isinstance(rows, list):
        return error
    shown = "; ".join(f"{names[a]} {identity[a]} - {names[b]} {identity[b]}" for a, b in rows[:MOST_SHOWN])
    return AnalysisError(error.code, **{**error.values, "pairs": shown})
