"""The same rows linked by Splink on DuckDB, from the plugin's normal form and by the same blocking keys.

merging.py TABLE; TABLE is the normal form that benchmarks/own/merging.py wrote
"""

from __future__ import annotations

import json
import logging
import sys
from importlib.metadata import version

import duckdb
import numpy as np
import pandas as pd
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
from stopwatch import repeated

BUILDING, LOT = ("road", "main", "sub"), ("dong", "lot_mountain", "lot_main", "lot_sub")
KEYS = (BUILDING, LOT, ("phone",), ("stem", "dong"), ("core", "branch"), ("opened", "industry"))
THRESHOLDS = (0.9, 0.99, 0.999, 0.9999, 0.999999)
"""Of clusters; the one that is best by the truth is told, which a user could not know."""


def settings() -> SettingsCreator:
    exact = {name: cl.ExactMatch(name) for name in ("branch", "unit", "phone", "industry", "opened", "closed")}
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="row",
        comparisons=[
            cl.JaroWinklerAtThresholds("core", [0.92, 0.85, 0.75]).configure(term_frequency_adjustments=True),
            cl.ExactMatch("place"),
            *exact.values(),
        ],
        blocking_rules_to_generate_predictions=[block_on(*key) for key in KEYS],
        retain_matching_columns=False,
    )


def predicted(table: pd.DataFrame):
    """The linker, and the pairs that are likely."""
    api = DuckDBAPI(connection=duckdb.connect())
    linker = Linker(api.register(table), settings(), log_level=logging.ERROR)
    rules = [block_on(*BUILDING, "core"), block_on(*LOT, "core")]
    linker.training.estimate_probability_two_random_records_match(rules, recall=0.7)
    linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
    for key in (BUILDING, ("core", "opened"), ("phone",)):
        linker.training.estimate_parameters_using_expectation_maximisation(block_on(*key))
    return linker, linker.inference.predict(threshold_match_probability=THRESHOLDS[0])


def clustered(linker, pairs, threshold: float) -> np.ndarray:
    """Entity of each row: rows that hang together."""
    found = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold).as_pandas_dataframe()
    return found.sort_values("row")["cluster_id"].to_numpy()


def judged(entity: np.ndarray, truth: np.ndarray) -> dict:
    def pairs(*codes: np.ndarray) -> int:
        count = pd.DataFrame(dict(enumerate(codes))).value_counts().to_numpy()
        return int((count * (count - 1) // 2).sum())

    right, said, true = pairs(entity, truth), pairs(entity), pairs(truth)
    return {"precision": right / max(said, 1), "recall": right / max(true, 1), "f1": 2 * right / max(said + true, 1)}


def main(path: str) -> None:
    texts = ("core", "stem", "branch", "road", "dong", "unit", "phone", "industry", "opened", "closed")
    table = pd.read_csv(path, dtype=dict.fromkeys(texts, str), encoding="utf-8", keep_default_na=False,
                        na_values={"x": [""], "y": [""]})  # fmt: skip
    table = table[table["core"] != ""].reset_index(drop=True)  # rows without a name have nothing to be linked by
    truth = table.pop("truth").to_numpy()
    lot, building = _joined(table, LOT, table["lot_main"] > 0), _joined(table, BUILDING, table["main"] > 0)
    table["place"] = lot.where(lot.notna(), building)
    for name, known in (("main", table["main"] > 0), ("lot_main", table["lot_main"] > 0)):
        table[name] = table[name].where(known)
    table = _without_blanks(table, texts)
    table["row"] = np.arange(len(table))
    (linker, pairs), times = repeated(lambda: predicted(table), 1)
    _, more = repeated(lambda: clustered(linker, pairs, THRESHOLDS[0]), 1)
    times = {name: [times[name][0] + more[name][0]] for name in times}
    tried = {str(limit): judged(clustered(linker, pairs, limit), truth) for limit in THRESHOLDS}
    best = max(tried.values(), key=lambda each: each["f1"])
    versions = {"peer splink": version("splink"), "peer duckdb": version("duckdb")}
    print(json.dumps({**times, **best, "tried": tried, "rows": len(table), "versions": versions}))


def _joined(table: pd.DataFrame, names: tuple[str, ...], known: pd.Series) -> pd.Series:
    joined = table[names[0]].astype(str)
    for name in names[1:]:
        joined = joined + "|" + table[name].astype(str)
    return joined.where(known & (table[names[0]] != ""), None)


def _without_blanks(table: pd.DataFrame, names: tuple[str, ...]) -> pd.DataFrame:
    """Blank texts are unknown."""
    return table.assign(**{name: table[name].where(table[name] != "", None) for name in names})


if __name__ == "__main__":
    main(sys.argv[1])
