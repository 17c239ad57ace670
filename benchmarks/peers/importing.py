"""pandas.read_csv of a CP949 file, as text, in blocks of 200,000 rows.

importing.py FILE
"""

from __future__ import annotations

import json
import sys
import time

import pandas as pd


def main(path: str) -> None:
    start, rows = time.perf_counter(), 0
    for block in pd.read_csv(path, encoding="cp949", dtype=str, keep_default_na=False, chunksize=200_000):
        rows += len(block)
    seconds, cpu = time.perf_counter() - start, time.process_time()
    versions = {"pandas (peer)": pd.__version__}
    print(json.dumps({"rows": rows, "seconds": [seconds], "cpu": [cpu], "versions": versions}))


if __name__ == "__main__":
    main(sys.argv[1])
