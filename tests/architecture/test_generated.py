"""What is generated and checked in is up to date: the contract page and the packaged models."""

from __future__ import annotations

from pathlib import Path

from tools import contract, models


def test_the_contract_page_is_up_to_date(qgis_app) -> None:
    assert contract.TARGET.read_text(encoding="utf-8") == contract.contract_text(), "run make docs"


def test_packaged_models_are_as_described(provider, tmp_path: Path) -> None:
    """The model files say what tools/models.py describes (compared as code: XML attributes have no fixed order)."""
    from qgis.core import QgsProcessing, QgsProcessingModelAlgorithm

    described = models.noticeboard_chain("noticeboardchain")
    stored = QgsProcessingModelAlgorithm()
    assert stored.fromFile(str(models.MODELS / "noticeboardchain.model3"))
    kind = QgsProcessing.PythonOutputType.PythonQgsProcessingAlgorithmSubclass
    one, other = (model.asPythonCode(kind, 4) for model in (described, stored))
    assert len(one) > 50
    assert sorted(one) == sorted(other), "run python3 -m tools.models"
