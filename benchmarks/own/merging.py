"""The sample district's six registers merged by the plugin's kernels, arrays in memory.

merging.py data FOLDER PRESET SEED     the rows, their normal form for peers, and a GeoPackage with a layer per register
merging.py merge FOLDER RUNS           read the rows, merge them, write what was merged
merging.py judge FOLDER LINKS          precision and recall of a table of links that an algorithm wrote
merging.py public FOLDER               a public set of two restaurant guides, if it is in FOLDER
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import merging_data
import numpy as np
import pandas as pd
import scipy
from stopwatch import repeated

import seo_district_plugin
from seo_district_plugin.analysis.records.linking.blocking import BlockingOptions, block
from seo_district_plugin.analysis.records.linking.completeness import completeness
from seo_district_plugin.analysis.records.linking.merging import MergeOptions, merge
from seo_district_plugin.analysis.records.linking.normalize import normalize
from seo_district_plugin.analysis.records.linking.types import Records
from seo_district_plugin.analysis.records.linking.words import Words, read_words

ROWS, NORMAL, LAYERS = "rows.csv", "normal.csv", "registers.gpkg"
SHOWN = (
    "core", "stem", "branch", "road", "main", "sub", "dong", "lot_mountain", "lot_main", "lot_sub", "floor", "unit",
    "phone", "industry",
)  # fmt: skip
COLUMNS = {
    "name": "사업장명", "branch": "지점명", "address": "도로명주소", "lot_address": "지번주소", "detail": "상세주소",
    "phone": "전화번호", "category": "업종명", "opened": "인허가일자", "closed": "폐업일자",
}  # fmt: skip
ESTIMATED = ("precision", "precision_low", "precision_high", "recall", "recall_low", "recall_high")


def words(profile: str) -> Words:
    return read_words(Path(seo_district_plugin.__file__).parent / "resources" / "profiles" / profile / "linking.json")


# ---------------------------------------------------------------------- data
def data(folder: Path, preset: str, seed: int) -> dict:
    frame = merging_data.sample_frame(preset, seed)
    frame.to_csv(folder / ROWS, index=False, encoding="utf-8")
    records, truth = merging_data.records_of(frame)
    table = normalize(records, words("kr")).table[list(SHOWN)].copy()
    table["register"] = records.register
    for name in ("opened", "closed"):
        table[name] = pd.Series(getattr(records, name)).dt.strftime("%Y-%m-%d").fillna("")
    table["x"], table["y"] = records.xy.T
    table["truth"] = truth
    table.to_csv(folder / NORMAL, index=False, encoding="utf-8")
    write_layers(frame, folder / LAYERS)
    return {"rows": len(frame), "businesses": int((frame["entity"] > 0).sum())}


def write_layers(frame: pd.DataFrame, path: Path) -> None:
    """A layer of points per register, as an import would have made it."""
    from osgeo import ogr, osr

    reference = osr.SpatialReference()
    reference.ImportFromEPSG(5186)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    for register, part in frame.groupby("register", sort=False, observed=True):
        layer = source.CreateLayer(str(register), reference, ogr.wkbPoint)
        for title in (*COLUMNS.values(), "entity"):
            layer.CreateField(ogr.FieldDefn(title, ogr.OFTString))
        definition = layer.GetLayerDefn()
        layer.StartTransaction()
        for row in part.itertuples():
            feature = ogr.Feature(definition)
            for name, title in COLUMNS.items():
                value = getattr(row, name)
                if isinstance(value, str) and value:
                    feature.SetField(title, value)
            feature.SetField("entity", str(row.Index))
            if row.x == row.x:
                point = ogr.Geometry(ogr.wkbPoint)
                point.AddPoint_2D(row.x, row.y)
                feature.SetGeometryDirectly(point)
            layer.CreateFeature(feature)
        layer.CommitTransaction()
    del layer, source


# ---------------------------------------------------------------------- merging
def run(folder: Path, runs: int) -> dict:
    def whole():
        marks = [time.process_time()]
        frame = merging_data.read_frame(folder / ROWS)
        records, truth = merging_data.records_of(frame)
        marks.append(time.process_time())
        merged = merge(records, words("kr"), MergeOptions())
        marks.append(time.process_time())
        merged.links.to_csv(folder / "links.csv", index=False, encoding="utf-8")
        merged.entities.to_csv(folder / "entities.csv", index=False, encoding="utf-8")
        marks.append(time.process_time())
        return records, truth, merged, np.diff(marks)

    (records, truth, merged, parts), times = repeated(whole, runs)
    normal = normalize(records, words("kr"))
    (pairs, report), blocked = repeated(lambda: block(records, normal), 1)
    found, every = completeness(pairs, truth)
    quality = merged.quality
    return {
        **times, **judged(merged.links["entity_id"].to_numpy(), truth), "parts": parts.tolist(),
        "blocking": {"seconds": blocked["seconds"][0], "cpu": blocked["cpu"][0], "pairs": len(pairs),
                     "completeness": found / every, "reduction": report.reduction, "cut": report.cut},
        "estimated": {name: getattr(quality, name) for name in ESTIMATED},
        "rows": len(records), "versions": {"scipy (QGIS)": scipy.__version__},
    }  # fmt: skip


def judged(entity: np.ndarray, truth: np.ndarray) -> dict:
    """Precision, recall and F1 over pairs of rows."""

    def pairs(*codes: np.ndarray) -> int:
        count = pd.DataFrame(dict(enumerate(codes))).value_counts().to_numpy()
        return int((count * (count - 1) // 2).sum())

    right, said, true = pairs(entity, truth), pairs(entity), pairs(truth)
    return {"precision": right / max(said, 1), "recall": right / max(true, 1), "f1": 2 * right / max(said + true, 1)}


# ---------------------------------------------------------------------- a public set
def public(folder: Path) -> dict:
    """Fodors and Zagats: 533 and 331 restaurants, 112 of them in both; without labels."""
    guides = [pd.read_csv(folder / f"{name}.csv", dtype=str, keep_default_na=False) for name in ("fodors", "zagats")]
    gold = pd.read_csv(folder / "matches.csv", dtype=str)
    frame = pd.concat(guides, ignore_index=True)
    truth = np.arange(len(frame))
    first = dict(zip(guides[0]["id"], range(len(guides[0]))))
    second = dict(zip(guides[1]["id"], range(len(guides[0]), len(frame))))
    for one, other in gold.itertuples(index=False):
        truth[second[other]] = first[one]
    none = np.full(len(frame), "NaT", dtype="datetime64[D]")
    column = {name: frame[name].to_numpy(dtype=object) for name in ("name", "addr", "phone", "type", "city")}
    records = Records(
        np.repeat([0, 1], [len(each) for each in guides]).astype(np.int16), ("fodors", "zagats"), column["name"],
        column["addr"], np.full(len(frame), "", dtype=object), column["phone"], column["type"],
        np.full((len(frame), 2), np.nan), none, none, np.ones(len(frame), dtype=bool), {"city": column["city"]},
        "generic",
    )  # fmt: skip
    options = MergeOptions(blocking=BlockingOptions(within=False))
    merged, times = repeated(lambda: merge(records, words("generic"), options), 1)
    return {**times, **judged(merged.links["entity_id"].to_numpy(), truth), "rows": len(frame)}


def judge(folder: Path, links: Path) -> dict:
    from osgeo import ogr

    source = ogr.Open(str(links))
    layer = source.GetLayer(0)
    truth = merging_data.records_of(merging_data.read_frame(folder / ROWS))[1]
    entity = np.array([feature.GetField("entity_id") for feature in layer])
    return judged(entity, truth) if len(entity) == len(truth) else {"rows": len(entity)}


def main(what: str, folder: str, *more: str) -> None:
    ways = {
        "data": lambda: data(Path(folder), more[0], int(more[1])),
        "merge": lambda: run(Path(folder), int(more[0])),
        "judge": lambda: judge(Path(folder), Path(more[0])),
        "public": lambda: public(Path(folder)),
    }
    print(json.dumps(ways[what]()))


if __name__ == "__main__":
    main(*sys.argv[1:])
