"""Every layout of public file, as it is downloaded, becomes a layer without a hand being laid on it."""

from __future__ import annotations

import pytest

from tests.algorithms.importing import accounted
from tests.publicdata.samples import SAMPLES


@pytest.mark.parametrize("name", list(SAMPLES))
def test_each_layout_imports_without_editing(importing, district, tmp_path, name) -> None:
    sample = SAMPLES[name]
    path = sample.write(tmp_path)
    done = importing(path, DISTRICT=district)
    accounted(done)
    numbers = done.numbers()
    assert numbers["READ"] == sample.rows, done.log
    assert sample.schema in done.schemas(), done.log
    layer = done.layer()
    if layer.isSpatial():
        placed = sum(1 for feature in layer.getFeatures() if not feature.geometry().isNull())
        assert placed == sample.located, done.log
    else:
        assert sample.located == 0, done.log
        assert numbers["REJECTED_ROWS"] == sample.rejected, done.log
