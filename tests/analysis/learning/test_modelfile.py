"""The model file: the same model back, the same bytes, and no harm from damaged, foreign or crafted files."""

from __future__ import annotations

import hashlib
import io
import json
import struct
import time
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("sklearn")

from seo_district_plugin.analysis.errors import AnalysisError
from seo_district_plugin.analysis.learning import container
from seo_district_plugin.analysis.learning.applicability import fit_applicability
from seo_district_plugin.analysis.learning.calibration import learn_calibrator
from seo_district_plugin.analysis.learning.ensembles import Ensemble
from seo_district_plugin.analysis.learning.modelfile import Model, load, save, training_summary
from seo_district_plugin.analysis.learning.models import make_learner
from seo_district_plugin.analysis.learning.predicting import Predictor
from seo_district_plugin.analysis.learning.types import MODELS, Factor, Settings
from seo_district_plugin.analysis.statistics.conformal import calibrate_rates

FACTORS = (Factor("slope", "°"), Factor("토지피복", "", True, (1.0, 2.0, 5.0)), Factor("rain", "mm"))
CODES = {
    *("model_file_missing", "model_file_too_large", "model_file_foreign", "model_file_newer"),
    *("model_file_damaged", "model_file_tampered"),
}


def training(rows: int = 160) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(3)
    values = np.column_stack([rng.gamma(2, 8, rows), rng.choice([1.0, 2.0, 5.0], rows), rng.normal(80, 20, rows)])
    return values, rng.random(rows) < 1 / (1 + np.exp(-(values[:, 0] / 10 - 2 + (values[:, 1] == 5))))


def learned(kind: str) -> Model:
    values, labels = training()
    settings = Settings(model=kind, trees=12, tune=False, seed=5)
    core = make_learner(settings, FACTORS).fit(values, labels, seed=5)
    scores = core.score(values)
    return Model(
        settings=settings,
        factors=FACTORS,
        core=core,
        crs="EPSG:5186",
        calibrator=None if kind == "background" else learn_calibrator(scores, labels),
        offset=-0.7,
        domain=fit_applicability(values, FACTORS),
        interval=calibrate_rates(labels, scores, np.arange(len(labels)) // 16, size=8),
        training=training_summary(values, FACTORS),
        metrics={"auroc": 0.81, "brier": None},
        versions={"numpy": np.__version__},
        facts={"events": 80, "folds": {"method": "kmeans"}},
    )


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("models")
    out = {}
    for kind in MODELS:
        out[kind] = folder / f"{kind}.model"
        save(out[kind], learned(kind))
    return out


def answers(model: Model) -> np.ndarray:
    rng = np.random.default_rng(8)
    values = np.column_stack([rng.gamma(2, 8, 60), rng.choice([1.0, 2.0, 5.0, 9.0], 60), rng.normal(80, 20, 60)])
    found = Predictor(model).predict(values, threads=1)
    return np.stack([found.probability, found.lower, found.upper, found.dissimilarity, found.inside, found.unseen])


@pytest.mark.parametrize("kind", MODELS)
def test_a_model_comes_back_as_it_was(files, kind, tmp_path):
    before, after = learned(kind), load(files[kind])
    np.testing.assert_array_equal(answers(after), answers(before))
    for name in ("settings", "factors", "crs", "offset", "metrics", "versions", "facts"):
        assert getattr(after, name) == getattr(before, name)
    for name, array in before.training.items():
        np.testing.assert_array_equal(after.training[name], array)
    again = tmp_path / "again.model"
    save(again, after)
    assert again.read_bytes() == files[kind].read_bytes()


def test_the_same_model_gives_the_same_bytes(files, tmp_path):
    save(tmp_path / "a.model", learned("forest"))
    assert (tmp_path / "a.model").read_bytes() == files["forest"].read_bytes()


def test_facts_and_figures_are_stored_as_json_has_them(tmp_path):
    facts = {"rows": np.int64(3), "range": np.float64("nan"), "sizes": (np.float32(0.5), np.bool_(True)), 5: None}
    save(tmp_path / "f.model", replace(learned("logistic"), facts=facts, metrics={"auroc": float("nan")}))
    found = load(tmp_path / "f.model")
    assert found.facts == {"rows": 3, "range": None, "sizes": [0.5, True], "5": None}
    assert found.metrics == {"auroc": None}


def refused(path: Path) -> AnalysisError:
    with pytest.raises(AnalysisError) as caught:
        load(path)
    assert caught.value.code in CODES
    assert caught.value.values["file"] == path.name
    return caught.value


def test_foreign_and_missing_files(tmp_path):
    assert refused(tmp_path / "nothing.model").code == "model_file_missing"
    for number, raw in enumerate((b"", b"\x80\x04\x95", b"PNG", b"x" * 5000)):
        path = tmp_path / f"{number}.model"
        path.write_bytes(raw)
        assert refused(path).code == "model_file_foreign"
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as archive:
        archive.writestr("doc.kml", "<kml/>")
    assert refused(tmp_path / "other.zip").code == "model_file_foreign"
    with zipfile.ZipFile(tmp_path / "other2.zip", "w") as archive:
        archive.writestr("model.json", json.dumps({"format": "another"}))
    assert refused(tmp_path / "other2.zip").code == "model_file_foreign"
    refused(tmp_path)


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def crafted(path: Path, members: dict[str, bytes], *, honest: bool = True, **options: int) -> Path:
    """A file as a stranger would write it, with digests that agree when ``honest``."""
    members = dict(members)
    if honest and "model.json" in members:
        try:
            whole = json.loads(members["model.json"])
            whole["digests"] = {
                name: hashlib.sha256(raw).hexdigest() for name, raw in members.items() if name.endswith(".npy")
            }
            members["model.json"] = json.dumps(whole).encode()
        except (ValueError, TypeError, RecursionError):
            pass
        members["model.sha256"] = hashlib.sha256(members["model.json"]).hexdigest().encode()
    with zipfile.ZipFile(path, "w", **options) as archive:
        for name, raw in members.items():
            archive.writestr(name, raw)
    return path


def test_a_newer_file_says_so(files, tmp_path):
    members = parts(files["logistic"])
    whole = json.loads(members["model.json"])
    whole["version"] = 7
    error = refused(crafted(tmp_path / "new.model", {**members, "model.json": json.dumps(whole).encode()}))
    assert (error.code, error.values["version"], error.values["known"]) == ("model_file_newer", 7, container.VERSION)


def test_changed_numbers_are_noticed_by_their_digests(files, tmp_path):
    members = parts(files["logistic"])
    raw = bytearray(members["arrays/coefficients.npy"])
    raw[-3] ^= 1
    path = crafted(tmp_path / "x.model", {**members, "arrays/coefficients.npy": bytes(raw)}, honest=False)
    assert refused(path).code == "model_file_tampered"
    whole = members["model.json"].replace(b'"offset": -0.7', b'"offset": -0.1')
    assert whole != members["model.json"]
    path = crafted(tmp_path / "y.model", {**members, "model.json": whole}, honest=False)
    assert refused(path).code == "model_file_tampered"


def test_no_pickle_is_opened(files, tmp_path):
    out = io.BytesIO()
    np.save(out, np.array([print], dtype=object), allow_pickle=True)
    members = {**parts(files["logistic"]), "arrays/coefficients.npy": out.getvalue()}
    assert refused(crafted(tmp_path / "p.model", members)).values["reason"] == "array header"


def npy(header: bytes, data: bytes = b"") -> bytes:
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header + data


@pytest.mark.parametrize(
    "header",
    [
        b"{'descr': '<f8', 'fortran_order': False, 'shape': (999999999999,), }\n",
        b"{'descr': '<f8', 'fortran_order': False, 'shape': (999999999999, 999999999999, 999999999999), }\n",
        b"{'descr': '|O', 'fortran_order': False, 'shape': (1,), }\n",
        b"{'descr': '<f8', 'fortran_order': True, 'shape': (1,), }\n",
        b"__import__('os').system('true')\n",
        b"{'descr': '<f8', 'fortran_order': False, 'shape': (-1,), }\n",
        b"(" * 900 + b"\n",
    ],
)
def test_headers_that_promise_or_hide_something(files, tmp_path, header):
    members = {**parts(files["logistic"]), "arrays/means.npy": npy(header, b"\0" * 24)}
    assert refused(crafted(tmp_path / "h.model", members)).code == "model_file_damaged"


def test_bombs_links_and_encrypted_members_are_refused(files, tmp_path):
    members = parts(files["logistic"])
    big = npy(b"{'descr': '|u1', 'fortran_order': False, 'shape': (50000000,), }\n", bytes(50_000_000))
    path = crafted(tmp_path / "b.model", {**members, "arrays/means.npy": big}, compression=zipfile.ZIP_DEFLATED)
    assert path.stat().st_size < 200_000
    assert refused(path).values["reason"] == "compressed or encrypted member"
    assert refused(crafted(tmp_path / "t.model", {**members, "../x.npy": b"x"})).values["reason"] == "member name"
    many = {**members, **{f"arrays/a{i}.npy": b"" for i in range(300)}}
    assert refused(crafted(tmp_path / "m.model", many)).values["reason"] == "number of members"


@pytest.mark.parametrize(
    "text",
    [
        b"[" * 100_000,
        b'{"a":' * 500 + b"1" + b"}" * 500,
        b"{" + b'"format": "seodistrict-model", "version": 1e999' + b"}",
        b"{" + b'"format": "seodistrict-model", "version": ' + b"9" * 5000 + b"}",
        b'{"format": "seodistrict-model", "format": "seodistrict-model"}',
        b'{"format": "seodistrict-model", "version": NaN}',
        b"\xff\xfe",
    ],
)
def test_json_that_is_none(files, tmp_path, text):
    members = {**parts(files["logistic"]), "model.json": text}
    assert refused(crafted(tmp_path / "j.model", members)).code == "model_file_damaged"


@pytest.mark.parametrize("kind", ["forest", "boosting"])
def test_crafted_trees_never_reach_compiled_code(files, tmp_path, kind, monkeypatch):
    """Digests agree, one number is wrong: refused, or a tree as sound as any."""
    from seo_district_plugin.analysis.learning import treefile, trees

    original = treefile.compiled_walker

    def guarded(found: trees.Trees):
        trees.check_trees(found)
        return original(found)

    monkeypatch.setattr("seo_district_plugin.analysis.learning.ensembles.compiled_walker", guarded)
    rng = np.random.default_rng(11)
    members = parts(files[kind])
    names = [name for name in members if "trees_" in name]
    wrong = [2**31 - 1, -(2**31), -1, 0, 10**6, 5]
    kept = 0
    for number in range(120):
        name = names[number % len(names)]
        array = np.load(io.BytesIO(members[name])).copy()
        at = int(rng.integers(len(array)))
        array[at] = rng.choice([np.nan, np.inf, -np.inf, 1e300, -3.0]) if array.dtype.kind == "f" else rng.choice(wrong)
        out = io.BytesIO()
        np.save(out, array)
        path = crafted(tmp_path / "c.model", {**members, name: out.getvalue()})
        try:
            model = load(path)
        except AnalysisError as problem:
            assert problem.code == "model_file_damaged"
            continue
        kept += 1
        assert np.isfinite(answers(model)[0]).all()
    assert kept < 60


def test_a_thousand_damaged_files(files, tmp_path):
    """Bits flipped, cut short, members swapped, doubled, dropped: a clear error, or the very same predictions."""
    began = time.perf_counter()
    rng = np.random.default_rng(2)
    raws = {kind: path.read_bytes() for kind, path in files.items()}
    expected = {kind: answers(load(path)) for kind, path in files.items()}
    members = {kind: parts(path) for kind, path in files.items()}
    path = tmp_path / "damaged.model"
    errors: dict[str, int] = {}
    same = 0
    for number in range(1000):
        kind = MODELS[number % len(MODELS)]
        raw = bytearray(raws[kind])
        way = number // len(MODELS) % 5
        if way == 0:
            for at in rng.integers(0, len(raw), int(rng.integers(1, 4))):
                raw[at] ^= 1 << int(rng.integers(8))
        elif way == 1:
            del raw[int(rng.integers(1, len(raw))) :]
        elif way == 2:
            # The directory at the end is where a reader believes sizes and places.
            at = len(raw) - int(rng.integers(1, min(len(raw), 1500)))
            raw[at] = int(rng.integers(256))
        elif way == 3:
            start = int(rng.integers(len(raw)))
            raw[start : start + int(rng.integers(1, 400))] = bytes(
                rng.integers(0, 256, int(rng.integers(0, 300))).tolist()
            )
        if way < 4:
            path.write_bytes(bytes(raw))
        else:
            changed = dict(members[kind])
            arrays = sorted(name for name in changed if name.endswith(".npy"))
            a, b = rng.choice(arrays, 2, replace=False)
            if number % 2:
                changed[a], changed[b] = changed[b], changed[a]
            else:
                del changed[a]
            crafted(path, changed, honest=bool(number % 3))
        try:
            model = load(path)
        except AnalysisError as problem:
            assert problem.code in CODES
            errors[problem.code] = errors.get(problem.code, 0) + 1
            continue
        if way < 4:
            np.testing.assert_array_equal(answers(model), expected[kind])
            same += 1
    assert sum(errors.values()) > 850
    assert errors["model_file_damaged"] > 500
    assert time.perf_counter() - began < 60


def test_settings_of_another_kind_are_refused(files, tmp_path):
    members = parts(files["forest"])
    for old, new in (
        (b'"model": "forest"', b'"model": "boosting"'),
        (b'"model": "forest"', b'"model": "__class__"'),
        (b'"kind": "raw"', b'"kind": "linear"'),
        (b'"columns": 5', b'"columns": 4'),
        (b'"trees": 12,', b'"trees": "12",'),
        (b'"offset": -0.7', b'"offset": 1e9'),
        (b'"categorical": true', b'"categorical": false'),
        (b'"name": "rain"', b'"name": "slope"'),
    ):
        whole = members["model.json"].replace(old, new)
        assert whole != members["model.json"], old
        assert refused(crafted(tmp_path / "s.model", {**members, "model.json": whole})).code == "model_file_damaged"


def test_a_forest_is_checked_before_it_is_an_ensemble(files):
    model = load(files["forest"])
    assert isinstance(model.core, Ensemble)
    assert model.core.trees.count == 12
